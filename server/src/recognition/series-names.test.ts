import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallField } from '../../../test/support/small-field.ts';
import { mayNumberSeries, ownYear, seriesNames } from './series-names.ts';
import { unitsOf } from './words.ts';

const { knowledge, lexicon } = smallField();

const found = (text: string): [string, string][] =>
  seriesNames(lexicon, text, lexicon.match(unitsOf(text), text.length)).map(({ start, end, names }) => [
    text.slice(start, end),
    knowledge.id(lexicon.record(names[0]!)),
  ]);

test('one of a series by its year or its number, whatever the series is called', () => {
  assert.deepEqual(
    found('The Global Rope Forum 2019, the 2019 Global Rope Forum, le Forum mondial des cordes de 2019'),
    [
      ['Global Rope Forum 2019', 'rope-forum-2019'],
      ['2019 Global Rope Forum', 'rope-forum-2019'],
      ['Forum mondial des cordes de 2019', 'rope-forum-2019'],
    ],
  );
  assert.deepEqual(
    found('The Global Rope Forum (2019) and the 5th Group of Governmental Experts on Information Security'),
    [
      ['Global Rope Forum (2019)', 'rope-forum-2019'],
      ['5th Group of Governmental Experts on Information Security', 'gge-five'],
    ],
  );
});

test('one of a series by its ordinal in six languages, and as an edition of it', () => {
  for (const written of [
    'nineteenth Global Rope Forum',
    '19th edition of the Global Rope Forum',
    '19th annual meeting of the RPF',
    'dix-neuvième Forum mondial des cordes',
    '19e édition du Forum mondial des cordes',
    'XIX Foro Mundial de Cuerdas',
    'decimonoveno Foro Mundial de Cuerdas',
    'décimo novena edición del Foro Mundial de Cuerdas',
    '19-й Всемирный форум канатов',
    'منتدى الحبال العالمي التاسع عشر',
  ]) {
    const text = /^\p{Lu}/u.test(written) ? `El ${written}.` : written;
    assert.ok(mayNumberSeries(text), written);
    assert.deepEqual(found(text), [[written, 'rope-forum-2019']], written);
  }
  for (const text of [
    'a 19th edition of the Global Rope Forum',
    'منتدى الحبال العالمي الثاني',
    '18e édition du Forum mondial des cordes',
    'Foro Mundial de Cuerdas XIX',
  ])
    assert.deepEqual(found(text), [], text);
});

test('one of a series by the years from which to which it lasts', () => {
  const second = ['Open-ended Working Group', 'OEWG', 'OEWG 2021', 'Open Group'];
  for (const [index, years] of ['2021–2025', '(2021-2025)', ' to 2025', '2021-25'].entries()) {
    const written = index === 2 ? `${second[2]}${years}` : `${second[index === 0 ? 3 : 1]} ${years}`;
    assert.deepEqual(found(`The ${written} met`), [[written, 'oewg-2']], written);
  }
  assert.deepEqual(found('The OEWG 2022–2025 met'), []);
});

test('none of another year or number, and none where the year is not its own', () => {
  for (const text of [
    'The Global Rope Forum 2020',
    'In 2019, the Global Rope Forum',
    'The Global Rope Forum met in 2019',
    'Global Rope Forum 2019–2021',
    'the 4th Group of Governmental Experts on Information Security',
    'United Nations 2019',
    'a fifth Group of Governmental Experts on Information Security',
  ])
    assert.deepEqual(found(text), [], text);
});

test('the year of a name', () => {
  const of = (text: string): number | undefined => {
    const start = text.indexOf('X');
    return ownYear(text, start, start + 1)?.year;
  };
  assert.deepEqual(
    ['2015 X', 'X (2015)', 'X de 2015', 'X 2015 года', '2015年X', 'X-2015'].map(of),
    [2015, 2015, 2015, 2015, 2015, 2015],
  );
  assert.deepEqual(['2014–2015 X', 'X (2013 and 2015)', 'X 2014-2015', 'X in 2015', 'X自2004年', '12015 X'].map(of), [
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('whatever stands around, what is found holds a name, in order and apart', () => {
  const pieces = fc.constantFrom(
    ...[
      'Global Rope Forum',
      'RPF',
      ' ',
      '2019',
      ' (2019)',
      'fifth ',
      '5th ',
      'UN',
      ' de ',
      'Group of Governmental Experts',
    ],
    ...['Forum mondial des cordes', ' of 2019', '年', '😀', '\n', '–', ', ', 'second '],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const matches = lexicon.match(unitsOf(text), text.length);
      let end = 0;
      for (const one of seriesNames(lexicon, text, matches)) {
        assert.ok(one.start >= end && one.end <= text.length, text);
        assert.ok(
          matches.some((match) => one.start <= match.start && match.end <= one.end),
          text,
        );
        assert.ok(mayNumberSeries(text), text);
        end = one.end;
      }
    }),
    { numRuns: 1000 },
  );
});
