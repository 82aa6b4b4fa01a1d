import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallField } from '../../../test/support/small-field.ts';
import { mayAbbreviateWords, namesInShortWords } from './abbreviated-words.ts';

const { knowledge, lexicon } = smallField();

const found = (text: string): [string, string][] =>
  namesInShortWords(lexicon, text).map(({ start, end, names }) => [
    text.slice(start, end),
    knowledge.id(lexicon.record(names[0]!)),
  ]);

test('names with the words of footnotes in law journals', () => {
  assert.deepEqual(found('Rep. of the Grp. of Governmental Experts on Info. Sec., ¶ 13; see Gen. Assembly.'), [
    ['Grp. of Governmental Experts on Info. Sec.', 'un-gge'],
    ['Gen. Assembly', 'general-assembly'],
  ]);
  assert.deepEqual(found('The Adv. Comm. on Cables (the Gov’t Grp.) & the Grps. of Governmental Experts.'), [
    ['Adv. Comm. on Cables', 'cable-committee'],
    ['Grps. of Governmental Experts', 'un-gge'],
  ]);
});

test('names in full are left to others, and an abbreviation alone is none', () => {
  assert.deepEqual(found('The General Assembly of the UN, Sec. 5, Comm. 3.'), []);
  // Without its full stop it is a word.
  assert.deepEqual(found('Gen Assembly, Grp of Governmental Experts'), []);
});

test('whatever stands around, what is found is a range of the text with an abbreviation, in order', () => {
  const pieces = fc.constantFrom(
    ...['Gen. ', 'Assembly', 'Grp. of ', 'Governmental Experts', ' on ', 'Info. ', 'Sec.', 'Int’l ', "Comm'n", ' & '],
    ...['Adv. ', 'Comm. ', 'on Cables', '😀', '\n', '.', '’', ' ', 'قطر', '委员会', 'Grps. '],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      let end = 0;
      for (const one of namesInShortWords(lexicon, text)) {
        assert.ok(one.start >= end && one.end > one.start && one.end <= text.length, text);
        assert.match(text.slice(one.start, one.end), /[.’'&]/u, text);
        end = one.end;
      }
    }),
    { numRuns: 1000 },
  );
  assert.ok(mayAbbreviateWords("Int'l Law Comm'n"));
  assert.ok(!mayAbbreviateWords('The commission’s report, the info. desk'));
});
