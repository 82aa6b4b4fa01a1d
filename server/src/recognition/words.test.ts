import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashOf, unitsOf, Words } from './words.ts';

/** Endings, particles and marks that words are cut or folded by, in several scripts. */
const pieces = [
  ...[
    'state',
    'States',
    'agencies',
    'organisation',
    'programmes',
    'behaviour',
    'centres',
    'licences',
    'ones',
    'analysis',
  ],
  ...['UN', 'U.N.', 'U.N.S.', 'No. 5', 'Rights2', 'É', 'étés', 'ß', 'ﬁ', 'Ｇ７', '２', 'ä\u0308', 'GGEs', "'s", '’s'],
  ...[
    'Организаций',
    'ассамблеи',
    'ёж',
    'Австралия',
    'والجمعية',
    'للأمم',
    'العَام',
    '٧٣',
    'رقم (5)',
    'وGoogle',
    '大会',
    '第73届',
  ],
  ...[' ', '-', '–', '.', ', and ', '(', ')', '[', ']', '/', '\n', '«', '“', '.1African'],
];

test('a word has the hash of what it is compared by, whether that was worked out or not', () => {
  const word = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const words = new Words();
      words.cut(unitsOf(text), text.length);
      for (let i = 0; i < words.count; i++) {
        words.fold(i);
        const folded = hashOf(words.folded, words.foldedStart[i]!, words.foldedLength[i]!);
        assert.equal(words.hash[i], folded, `${text}: ${text.slice(words.start[i]!, words.end[i]!)}`);
      }
    }),
    { numRuns: 2000 },
  );
});
