import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallField } from '../../../test/support/small-field.ts';
import { articleNineteen, mayNameArticleNineteen } from './article-nineteen.ts';
import { unitsOf } from './words.ts';

const { lexicon } = smallField();

/** The places in a text where the organization is named. */
const found = (text: string): number[] =>
  articleNineteen(lexicon, text, lexicon.match(unitsOf(text), text.length)).map(({ start, end }) => {
    assert.equal(text.slice(start, end), 'Article 19');
    return start;
  });

test('the organization, in a list of others and where it speaks', () => {
  assert.deepEqual(found('Paper Works of the North, Article 19 and others'), [26]);
  assert.deepEqual(found('Article 19 and Paper Works of the North'), [0]);
  assert.deepEqual(found('Article 19’s report. Article 19 said so. In Article 19 (2023)'), [0, 21]);
});

test('the article', () => {
  for (const text of [
    'Article 19 of the Covenant',
    'Under Article 19, the right is protected',
    'Article 19(3) says so',
    'Articles 17 and Article 19',
    'Article 19 and 20 with Paper Works of the North',
    'the UN and Article 19',
    'Article 190 said',
  ])
    assert.deepEqual(found(text), [], text);
});

test('any text', () => {
  const pieces = fc.constantFrom(
    'Article 19',
    ' and ',
    ', ',
    'Paper Works of the North',
    '’s ',
    ' said',
    '(3)',
    '\n',
    ' ',
    'UN',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
      const text = parts.join('');
      assert.ok(found(text).length === 0 || mayNameArticleNineteen(text));
    }),
    { numRuns: 500 },
  );
});
