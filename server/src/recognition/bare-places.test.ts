import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bareReferences, lawsIn } from './bare-places.ts';
import { findPinpoints } from './pinpoints.ts';

/** The places of a text that plainly refer to a document which is not named beside them. */
const references = (text: string): string[] => {
  const pinpoints = findPinpoints(text);
  const found = bareReferences(pinpoints, text);
  return pinpoints.filter((_, index) => found[index] !== undefined).map(({ at }) => at);
};

test('a reference is a place in running prose', () => {
  assert.deepEqual(references('As outlined in Article 8(1), and (see article 9), it is. “Article 10” says.'), [
    'art. 8(1)',
    'art. 9',
    'art. 10',
  ]);
  assert.deepEqual(references('It ends. Under Article 8 it is. However, Articles 9 and 10 say.'), [
    'art. 8',
    'art. 9',
    'art. 10',
  ]);
  assert.deepEqual(references('According to *Paragraph 70*, it is; nobody reopened paragraph 34.'), [
    'para. 70',
    'para. 34',
  ]);
  assert.deepEqual(references('В статье 5 и в пункте 6 сказано.'), ['art. 5']);
});

test('titles, notes, citations and a text’s own places are none', () => {
  assert.deepEqual(references('Article 5: Scope'), []);
  assert.deepEqual(references('It ends. Article 5. Scope'), []);
  assert.deepEqual(
    references('Smith, para. 39; ibid para. 40; n 12 para. 41; Brown (2017) article 4; TEU Article 5'),
    [],
  );
  assert.deepEqual(references('See paragraph 3 below, in paragraph 4 above, section 5.'), []);
  assert.deepEqual(references('第二条线索是论文。'), []);
});

test('laws', () => {
  assert.deepEqual(lawsIn('International Law and the Data Act'), [31]);
  assert.deepEqual(lawsIn('law, законодательство, القانون الدولي'), []);
  assert.deepEqual(lawsIn('Конституция, 《刑法》'), [0, 13]);
});

test('any text gives places in order and inside it', () => {
  const piece = fc.constantFrom(
    'Article ',
    'para. ',
    '72',
    ' and 5',
    ' of the report',
    '. ',
    ', ',
    '第五条',
    ' in ',
    'Law ',
    '《',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      (text) => {
        const pinpoints = findPinpoints(text);
        assert.equal(bareReferences(pinpoints, text).length, pinpoints.length);
        const laws = lawsIn(text);
        assert.ok(laws.every((at, index) => at >= 0 && at < text.length && (index === 0 || at > laws[index - 1]!)));
      },
    ),
  );
});
