import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ordinalAtStart, valueOfOrdinal, valueOfOrdinalWord } from './foreign-ordinals.ts';

test('ordinals in words, in five languages', () => {
  const all: [string, number | undefined][] = [
    ['soixante-dix-neuvième session', 79],
    ['vingt et unième', 21],
    ['quatre-vingt-dix-neuvième', 99],
    ['premier', 1],
    ['trigésimo cuarto período', 34],
    ['vigesimosexta sesión', 26],
    ['undécimo', 11],
    ['пятьдесят третьей сессии', 53],
    ['двенадцатой', 12],
    ['الثالثة والخمسون', 53],
    ['الحادية عشرة', 11],
    ['السبعون', 70],
    ['第五十三届', 53],
    ['XX sesión', 20],
    ['LIIIe session', 53],
    ['décimo noveno', 19],
    ['decimoctava', 18],
    ['vigesimoctavo', 28],
    ['67ª', 67],
    ['rope', undefined],
  ];
  assert.deepEqual(
    all.map(([text]) => [text, ordinalAtStart(text)]),
    all,
  );
});

test('English ones by themselves, others as above', () => {
  const all: [string, number | undefined][] = [
    ['sixteenth', 16],
    ['Twenty-first', 21],
    ['79th', 79],
    ['décimo octavo', 18],
    ['dix-septième', 17],
    ['último', undefined],
  ];
  assert.deepEqual(
    all.map(([text]) => [text, valueOfOrdinal(text)]),
    all,
  );
});

test('any text gives a whole number or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const value = ordinalAtStart(text);
      assert.ok(value === undefined || Number.isInteger(value));
    }),
  );
});

test('digits are read as they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => assert.equal(ordinalAtStart(`${value}º`), value)),
  );
});

test('words of prose that are ordinals', () => {
  for (const [word, value] of [
    ['third', 3],
    ['5th', 5],
    ['troisième', 3],
    ['tercer', 3],
    ['le', undefined],
    ['ce', undefined],
    ['unanimous', undefined],
    ['the', undefined],
  ] as const)
    assert.equal(valueOfOrdinalWord(word), value, word);
});
