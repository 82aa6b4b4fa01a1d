import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arabicReadings, foldArabic } from './inflection.ts';

/** What is left of a word in each of its readings. */
function readingsOf(word: string): string[] {
  const folded = Uint16Array.from(
    [...word].map((letter) => foldArabic(letter.charCodeAt(0))).filter((code) => code > 0),
  );
  return arabicReadings(folded, 0, folded.length).map(({ cut, ending }) =>
    String.fromCharCode(...folded.subarray(cut, folded.length - ending)),
  );
}

test('an Arabic word with particles before it', () => {
  assert.deepEqual(readingsOf('وبالجمعية'), ['بالجمعيه', 'جمعيه']);
  assert.deepEqual(readingsOf('للجمعية'), ['جمعيه', 'لجمعيه']);
  assert.deepEqual(readingsOf('ميثاق'), []);
});

test('an indefinite accusative, but not the last letter of a short word', () => {
  assert.deepEqual(readingsOf('إعلانًا'), ['اعلان']);
  assert.deepEqual(readingsOf('وفريقا'), ['وفريق', 'فريقا', 'فريق']);
  assert.deepEqual(readingsOf('كندا'), ['ندا']);
  assert.deepEqual(readingsOf('ميتا'), []);
});
