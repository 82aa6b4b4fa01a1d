import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallField } from '../../../test/support/small-field.ts';
import { mayListYears, yearlyNames } from './listed-years.ts';

const { knowledge, lexicon } = smallField();

const found = (text: string): [string, string][] =>
  yearlyNames(lexicon, text).map(({ start, end, names }) => [
    text.slice(start, end),
    knowledge.id(lexicon.record(names[0]!)),
  ]);

test('several of a kind by the years behind what they are called together', () => {
  for (const [text, first] of [
    ['The RPF (2019 and 2022) were held.', 'RPF (2019'],
    ['The RPF’s of 2019 and 2022.', 'RPF’s of 2019'],
    ['RPF from 2019, 2022', 'RPF from 2019'],
  ] as const) {
    assert.ok(mayListYears(text), text);
    assert.deepEqual(
      found(text),
      [
        [first, 'rope-forum-2019'],
        ['2022', 'rope-forum-2022'],
      ],
      text,
    );
  }
});

test('when something happened is no name, nor are years from which to which it lasts', () => {
  for (const text of [
    'The RPF met in 2019 and 2022.',
    'The RPF in 2019 and 2022 met.',
    'The RPF (2019) met.',
    'The RPF (2019–2022) lasted.',
    'The forum (2019 and 2022).',
  ])
    assert.deepEqual(found(text), [], text);
});

test('any text gives places inside it', () => {
  const piece = fc.constantFrom(
    'RPF',
    ' (',
    '2019',
    ', ',
    ' and ',
    ' of ',
    ' from ',
    '2022',
    ')',
    'OEWG ',
    'report',
    '’s ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 16 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      (text) => {
        const places = yearlyNames(lexicon, text);
        if (places.length > 0) assert.ok(mayListYears(text), text);
        for (const { start, end, names } of places)
          assert.ok(start >= 0 && end > start && end <= text.length && names.length > 0, text);
      },
    ),
  );
});
