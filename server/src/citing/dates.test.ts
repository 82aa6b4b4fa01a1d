import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayMonthYear, monthDayYear, readCslDate, readRecordDate, yearMonthDay } from './dates.ts';

function forms(...parts: number[][]): string[] {
  const date = readCslDate({ 'date-parts': parts });
  return [dayMonthYear(date), monthDayYear(date), monthDayYear(date, 'short'), yearMonthDay(date)];
}

test('a day, a month, a year', () => {
  assert.deepEqual(forms([2018, 12, 5]), ['5 December 2018', 'December 5, 2018', 'Dec. 5, 2018', '2018, December 5']);
  assert.deepEqual(forms([2018, 9]), ['September 2018', 'September 2018', 'Sept. 2018', '2018, September']);
  assert.deepEqual(forms([2018]), ['2018', '2018', '2018', '2018']);
});

test('spans', () => {
  assert.deepEqual(forms([2019, 9, 9], [2019, 9, 13]), [
    '9–13 September 2019',
    'September 9–13, 2019',
    'Sept. 9–13, 2019',
    '2019, September 9–13',
  ]);
  assert.deepEqual(forms([2026, 3, 30], [2026, 4, 1]), [
    '30 March – 1 April 2026',
    'March 30–April 1, 2026',
    'Mar. 30–Apr. 1, 2026',
    '2026, March 30–April 1',
  ]);
  assert.deepEqual(forms([2019], [2021]), ['2019–2021', '2019–2021', '2019–2021', '2019–2021']);
});

test('what is no date is passed over', () => {
  assert.deepEqual(forms([2018, 13, 5]), ['2018', '2018', '2018', '2018']);
  assert.deepEqual(forms([2018, 12, 40]).slice(0, 1), ['December 2018']);
  assert.equal(readCslDate({ 'date-parts': [] }), undefined);
  assert.equal(readCslDate({ 'date-parts': [[0]] }), undefined);
  assert.equal(readCslDate({} as never), undefined);
  assert.equal(readRecordDate('soon'), undefined);
  assert.deepEqual(readRecordDate('2018-12'), { from: { year: 2018, month: 12 } });
});

test('dates in words, as other programs export them', () => {
  const read = (date: unknown): string => dayMonthYear(readCslDate(date));
  assert.equal(read({ raw: '2018-12-05' }), '5 December 2018');
  assert.equal(read('2018-12'), 'December 2018');
  assert.equal(read(2018), '2018');
  assert.equal(read({ literal: 'Spring 2020' }), '2020');
  assert.equal(read({ raw: '2018-12-05/2018-12-07' }), '5–7 December 2018');
  assert.equal(read({ literal: 'forthcoming' }), '');
  assert.equal(read({ 'date-parts': [['2018', '12', '5']] }), '5 December 2018');
  for (const nothing of [null, [], true, { raw: 7 }]) assert.equal(read(nothing), '');
});
