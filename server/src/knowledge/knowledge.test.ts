import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { smallField } from '../../../test/support/small-field.ts';
import { inMemory, narrowed, openSections, packSections, packStrings, StringsInFile, stringAt } from './container.ts';
import { readableCslDate, readableDate } from './dates.ts';
import { Knowledge } from './knowledge.ts';
import { daySpan } from './record.ts';
import { searchSources } from './source-search.ts';

const { knowledge } = smallField();

describe('the compiled file', () => {
  test('sections come back as they were, from any place in memory', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.uint8Array(), fc.nat({ max: 9 }), (numbers, bytes, shift) => {
        const packed = packSections({ numbers: Int32Array.from(numbers), bytes });
        const moved = new Uint8Array(packed.length + shift);
        moved.set(packed, shift);
        const opened = openSections(inMemory(moved.subarray(shift)));
        assert.deepEqual([...opened.section('numbers')!], numbers);
        assert.deepEqual([...opened.section('bytes')!], [...bytes]);
      }),
    );
  });
  test('rows of starts come back summed up, small steps and large', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100_000 }), { maxLength: 50 }), (steps) => {
        let sum = 0;
        const starts = [0, ...steps.map((step) => (sum += step))];
        const file = inMemory(packSections({ wordStarts: Uint32Array.from(starts) }));
        const opened = openSections(file).section('wordStarts');
        assert.ok(opened instanceof Uint32Array);
        assert.deepEqual([...opened], starts);
      }),
    );
  });
  test('a section is read once, when it is first asked for', () => {
    const packed = packSections({ records: Uint8Array.of(1, 2, 3), after: Int32Array.of(7) });
    const reads: number[] = [];
    const opened = openSections({
      size: packed.length,
      read(start, end) {
        reads.push(end);
        return packed.subarray(start, end);
      },
    });
    const { start, end } = opened.rangeOf('records');
    assert.deepEqual([...packed.subarray(start, end)], [1, 2, 3]);
    assert.ok(reads.every((one) => one <= start));
    const before = reads.length;
    assert.deepEqual(opened.section('after'), Int32Array.of(7));
    assert.equal(opened.section('after'), opened.section('after'));
    assert.equal(reads.length, before + 1);
    assert.equal(opened.section('other'), undefined);
    assert.deepEqual(opened.rangeOf('other'), { start: packed.length, end: packed.length });
  });
  test('numbers come back in two bytes each where none needs more', () => {
    assert.deepEqual(narrowed([0, 65_535]), Uint16Array.of(0, 65_535));
    assert.deepEqual(narrowed([0, 65_536]), Int32Array.of(0, 65_536));
    assert.deepEqual(narrowed([-1]), Int32Array.of(-1));
  });
  test('strings that are left in the file come back, from any place in memory', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' })),
        fc.nat({ max: 300 }),
        fc.nat({ max: 9 }),
        (some, more, shift) => {
          // More than are read at once.
          const texts = [...some, ...Array.from({ length: more }, (_, index) => `name ${index}`)];
          const { units, starts } = packStrings(texts);
          const packed = packSections({ textUnits: units });
          const moved = new Uint8Array(packed.length + shift);
          moved.set(packed, shift);
          const file = inMemory(moved.subarray(shift));
          const strings = new StringsInFile(file, openSections(file).rangeOf('textUnits'), starts);
          assert.deepEqual(
            texts.map((_, index) => strings.at(index)),
            texts,
          );
        },
      ),
    );
  });
  test('strings of any kind', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const { units, starts } = packStrings(texts);
        assert.deepEqual(
          texts.map((_, index) => stringAt(units, starts, index)),
          texts,
        );
      }),
    );
  });
  test('what is no dataset, or cut short, is refused', () => {
    assert.throws(() => new Knowledge(inMemory(new Uint8Array(40))), /not one of this version/);
    const packed = packSections({ a: new Int32Array(100) });
    for (const length of [packed.length - 50, 20])
      assert.throws(() => openSections(inMemory(packed.subarray(0, length))), /cut short/);
    assert.throws(() => openSections(inMemory(packed.subarray(0, 5))), /not one of this version/);
  });
});

test('records are found by id and key', () => {
  for (let index = 0; index < knowledge.conceptCount + knowledge.sourceCount; index++) {
    const id = knowledge.id(index);
    assert.equal(knowledge.isConcept(index) ? knowledge.conceptIndex(id) : knowledge.sourceIndex(id), index);
  }
  assert.equal(knowledge.conceptIndex('nobody'), -1);
  assert.equal(knowledge.conceptIndex('A/RES/73/27'), -1);
  assert.equal(knowledge.sourceIndex('oewg-1'), -1);
  assert.notEqual(knowledge.conceptIndex('shared'), knowledge.sourceIndex('shared'));
  assert.equal(knowledge.sourceByKey('shared')?.title, 'The Rules of the Road under the United Nations');
  assert.equal(knowledge.sourceByKey('ets-185')?.title, 'Convention on Cybercrime');
  assert.equal(knowledge.id(knowledge.sourceOfSymbol('A/AC.290/2021/CRP.2')), 'A/75/816');
});

test('sources are searched by what is remembered of them', () => {
  const search = (query: string): string[] => searchSources(knowledge, query, 10).map((record) => knowledge.id(record));
  assert.equal(search('A/RES/73/2')[0], 'A/RES/73/266');
  assert.equal(search('a/res/73/27')[0], 'A/RES/73/27');
  assert.deepEqual(search('oewg report'), ['A/75/816']);
  assert.deepEqual(search('weiss'), []);
  assert.deepEqual(search('weiß 2021'), ['shared']);
  assert.deepEqual(search('zoe'), ['shared'], 'without diacritics');
  assert.deepEqual(search('budapest'), ['ets-185']);
  assert.equal(search('').length, 7);
  assert.equal(search('')[0], 'A/75/816', 'the newest first');
  assert.deepEqual(search('zzz'), []);
});

test('dates in words', () => {
  for (const [date, words] of [
    ['2018', '2018'],
    ['2018-12', 'December 2018'],
    ['2018-12-05', '5 December 2018'],
    ['2019-09-09/13', '9–13 September 2019'],
    ['2019-09-30/10-04', '30 September – 4 October 2019'],
    ['2019-12-30/2020-01-03', '30 December 2019 – 3 January 2020'],
    ['2019/2021', '2019 – 2021'],
    ['2019-06/2021-03', 'June 2019 – March 2021'],
  ] as const) {
    assert.equal(readableDate(date), words);
  }
  assert.equal(readableCslDate({ 'date-parts': [[2018, 12, 5]] }), '5 December 2018');
  assert.equal(readableCslDate(undefined), undefined);
});

test('the days that a date can mean', () => {
  assert.deepEqual(daySpan('2018'), { first: '2018-01-01', last: '2018-12-31' });
  assert.deepEqual(daySpan('2019-09-09/13'), { first: '2019-09-09', last: '2019-09-13' });
  assert.deepEqual(daySpan('2019-06/2021-03'), { first: '2019-06-01', last: '2021-03-31' });
});
