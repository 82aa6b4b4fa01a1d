import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { citationKeyEnd, keyOfCitation, writtenKey } from './citation-key.ts';

const keyIn = (text: string): string => text.slice(0, citationKeyEnd(text, 0));

test('keys end where pandoc ends them', () => {
  for (const [text, key] of [
    ['@key', '@key'],
    ['@A/RES/73/27, para. 5', '@A/RES/73/27'],
    ['@A/79/214.', '@A/79/214'],
    ['@doe_99a: so', '@doe_99a'],
    ['@doe--x', '@doe'],
    ['@Müller2020', '@Müller2020'],
    ['@联合国 x', '@联合国'],
    ['@{S/RES/2341(2017)} x', '@{S/RES/2341(2017)}'],
    ['@{a{b}c}', '@{a{b}c}'],
    ['@S/RES/2341(2017)', '@S/RES/2341'],
    ['@', ''],
    ['@.a', ''],
    ['@{}', ''],
    ['@{a b}', ''],
    ['@{open', ''],
  ] as const) {
    assert.equal(keyIn(text), key, text);
  }
});

test('any key written is read back whole', () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
        .filter((key) => ![...key].some((unit) => unit <= ' ' || unit === '{' || unit === '}' || /\s/.test(unit))),
      (key) => {
        const written = writtenKey(key);
        assert.equal(citationKeyEnd(written, 0), written.length);
        assert.equal(keyOfCitation(written), key);
      },
    ),
  );
});
