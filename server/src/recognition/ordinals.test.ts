import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ordinalIn, ordinalLength } from './ordinals.ts';

test('English ordinals in words and digits', () => {
  assert.deepEqual(
    [
      '71st session',
      'the Twenty-ninth',
      'thirty second',
      'ninetieth',
      'twelfth',
      'eighth and ninth',
      'seconds',
      'A2nd',
    ].map(ordinalIn),
    [71, 29, 32, 90, 12, 8, undefined, undefined],
  );
});

test('an ordinal at the end of a text, in six languages', () => {
  const lengths = [
    'the 71st ',
    'the seventy-third ',
    'la 71e ',
    'el 71º ',
    'на 71-й ',
    '第 78 届',
    '第七十五屆',
    'the 71 ',
    'best ',
  ];
  assert.deepEqual(lengths.map(ordinalLength), [5, 14, 4, 4, 5, 6, 5, 0, 0]);
});

test('any number is found again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.string(), (number, before) => {
      assert.equal(ordinalIn(`${number}th`), number);
      const length = ordinalLength(`${before} ${number}th `);
      assert.equal(length, `${number}th `.length);
    }),
  );
});
