import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeText } from './text-encoding.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

test('UTF-8 and UTF-16, without the mark', () => {
  assert.deepEqual(decodeText(bytes('é联合')), { text: 'é联合' });
  assert.deepEqual(decodeText(bytes([0xef, 0xbb, 0xbf], 'é')), { text: 'é' });
  assert.deepEqual(decodeText(bytes([0xff, 0xfe, 0x40, 0, 0xe9, 0])), { text: '@é' });
  assert.deepEqual(decodeText(bytes([0xfe, 0xff, 0, 0x40, 0, 0xe9])), { text: '@é' });
  assert.deepEqual(decodeText(bytes()), { text: '' });
});
test('Windows-1252, told', () => {
  const decoded = decodeText(bytes('M', [0xfc], 'ller ', [0x96], ' ', [0x80]));
  assert.ok('text' in decoded);
  assert.equal(decoded.text, 'Müller – €');
  assert.match(decoded.warning ?? '', /read as Windows-1252\. Save it as UTF-8/);
});
test('what is no text says where', () => {
  assert.deepEqual(decodeText(bytes('PK\n\n', [0, 1, 2])), {
    fault: 'This is not a text file: there is a zero byte in line 3.',
  });
});
test('any bytes at all', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (any) => {
      const decoded = decodeText(any);
      assert.equal(typeof ('text' in decoded ? decoded.text : decoded.fault), 'string');
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/[\0\ufeff]/.test(text));
      assert.deepEqual(decodeText(new TextEncoder().encode(text)), { text });
    }),
  );
});
