import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { characterOf } from './entities.ts';

test('named and numeric references', () => {
  assert.deepEqual(
    ['&amp;', '&#38;', '&#x26;', '&#X26;', '&eacute;', '&Eacute;', '&yuml;', '&ndash;', '&nbsp;', '&#128512;'].map(
      characterOf,
    ),
    ['&', '&', '&', '&', 'é', 'É', 'ÿ', '–', '\u00a0', '😀'],
  );
});

test('what is not seen, and what is not known', () => {
  assert.deepEqual(['&shy;', '&#173;', '&#x200b;'].map(characterOf), ['', '', '']);
  assert.deepEqual(['&nosuch;', '&#0;', '&#xd800;', '&#x110000;', '&#7;'].map(characterOf), [
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('any number is one character, or none', () => {
  fc.assert(
    fc.property(fc.nat({ max: 0x120000 }), (code) => {
      const decimal = characterOf(`&#${code};`);
      assert.equal(characterOf(`&#x${code.toString(16)};`), decimal);
      assert.ok(decimal === undefined || decimal === '' || decimal.codePointAt(0) === code);
    }),
  );
});
