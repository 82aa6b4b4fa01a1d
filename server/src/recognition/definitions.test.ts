import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Draft } from '../draft/draft.ts';
import { proseOf } from '../draft/prose.ts';
import { type Definition, findDefinitions, mayDefine } from './definitions.ts';

const definitionsIn = (text: string): Definition[] => {
  const [block] = Draft.open(text).blocks;
  return block === undefined ? [] : findDefinitions(text, proseOf(text, block.tree, 0));
};

const pieces = fc.constantFrom(
  ...[
    'The Convention',
    'Конвенция',
    '公约',
    'الاتفاقية',
    'OEWG',
    'la',
    'le ',
    'a word',
    ' ',
    ', ',
    '，',
    '، ',
    '; ',
    '. ',
  ],
  ...['(', ')', '（', '）', '“', '”', '« ', ' »', '"', ' or ', ' или ', 'hereinafter ', 'ci-après ', 'en adelante, '],
  ...['далее — ', 'именуемая в дальнейшем ', '以下简称', '下稱', 'المشار إليها فيما بعد بـ', 'فيما يلي ', 'ب'],
);
const texts = fc.array(pieces, { maxLength: 24 }).map((parts) => `The ${parts.join('')}`);

describe('places that may define a term', () => {
  test('are what they say, in any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { term, start, end, longEnd, longStart = 0 } of definitionsIn(text)) {
          assert.equal(text.slice(start, end), term);
          assert.ok(longStart < longEnd && longEnd <= text.length);
        }
      }),
    );
  });

  test('are in no text of which a cheap look says that it has none', () => {
    fc.assert(fc.property(texts, (text) => mayDefine(text) || definitionsIn(text).length === 0));
  });

  test('several terms in one pair of brackets', () => {
    const terms = (text: string): string[] => definitionsIn(text).map(({ term }) => term);
    assert.deepEqual(terms('The Union (hereinafter “ITU” or the “Union”) met.'), ['ITU', 'Union']);
    assert.deepEqual(terms('The Union (ITU, hereinafter the Union) met.'), ['ITU', 'Union']);
    assert.deepEqual(terms('The Union (ITU, Geneva) met.'), ['ITU']);
    assert.deepEqual(terms('The Union (hereinafter the Union, Geneva) met.'), ['Union']);
    assert.deepEqual(terms('The Union, hereinafter the Union, and others (hereinafter the Others) met.'), [
      'Others',
      'Union',
    ]);
  });
});
