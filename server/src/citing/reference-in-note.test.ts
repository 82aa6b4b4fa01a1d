import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { CitableItem } from '../knowledge/record.ts';
import { referenceIn, referencePatterns, repeatsPreviousNote } from './reference-in-note.ts';
import { sampleItems } from './sample-items.ts';
import { sampleSources } from './sample-sources.ts';
import { citationStyles, formatReference, formatSubsequent } from './style.ts';

const locators = ['', 'para. 5', 'pp. 33-35', 'art. 2(4)', 'annex, para. 3', 'ch. 3'];

describe('what a style writes is known again, whatever the pinpoint', () => {
  for (const style of citationStyles)
    test(style, () => {
      for (const [name, item] of Object.entries({ ...sampleSources, ...sampleItems }) as [string, CitableItem][]) {
        const patterns = referencePatterns(item, style);
        for (const locator of locators) {
          const full = formatReference(item, style, { locator, markup: 'markdown' });
          assert.deepEqual(referenceIn(full, patterns), { how: 'alone', isFull: true }, `${name}: ${full}`);
          const short = formatSubsequent(item, style, { locator, markup: 'markdown', firstNote: 3 });
          assert.equal(referenceIn(short, patterns)?.how, 'alone', `${name}: ${short}`);
          const both = `See ${full.replace(/\.$/, '')}; Somebody Else, *Another Thing* (2020).`;
          assert.equal(referenceIn(both, patterns)?.how, 'among others', `${name}: ${both}`);
        }
      }
    });
});

test('what is no reference to it', () => {
  const patterns = referencePatterns(sampleSources.assemblyResolution, 'un');
  assert.equal(referenceIn('Resolution 73/271, para. 5.', patterns), undefined);
  assert.equal(referenceIn('Resolution 73/27, para. 5.', patterns)?.how, 'alone');
  assert.equal(referenceIn('A word on the matter.', patterns), undefined);
  assert.equal(referenceIn('', patterns), undefined);
});

test('a note that says the same again', () => {
  for (const note of ['ibid', 'ibid para 5.', 'Ibid., p. 3.', '*Id.* at 5.', 'See ibid.'])
    assert.ok(repeatsPreviousNote(note), note);
  for (const note of ['Ibidem Press', 'Idaho', 'The id. of it']) assert.ok(!repeatsPreviousNote(note), note);
});

test('nothing in an item or a note breaks it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('(a', '[b', 'c\\', '*', '+?', '$^', '{2}'),
  );
  const item = fc.record({
    id: text,
    type: fc.constantFrom('book', 'report', 'treaty', 'legal_case', '?'),
    title: text,
    number: text,
  });
  fc.assert(
    fc.property(item, text, fc.constantFrom(...citationStyles), (source, note, style) => {
      referenceIn(note, referencePatterns(source, style));
    }),
  );
});
