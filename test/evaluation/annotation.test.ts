import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compare, readAnnotated } from './annotation.ts';

test('marks are taken out, and their places kept', () => {
  const { text, marks } = readAnnotated(
    'The ⟦second\nOEWG|oewg-2⟧ of ⟦A/RES/75/240|A/RES/75/240⟧ and ⟦it|?⟧; ⟦GGE|a or b⟧.',
  );
  assert.equal(text, 'The second\nOEWG of A/RES/75/240 and it; GGE.');
  assert.deepEqual(
    marks.map(({ start, end, ids }) => [text.slice(start, end), ids]),
    [
      ['second\nOEWG', ['oewg-2']],
      ['A/RES/75/240', ['A/RES/75/240']],
      ['it', []],
      ['GGE', ['a', 'b']],
    ],
  );
});

test('what is no mark is told with its line', () => {
  assert.throws(() => readAnnotated('a\n⟦b'), /line 2: a mark is nested or not closed/);
  assert.throws(() => readAnnotated('a⟧'), /line 1: a mark ends that did not begin/);
  assert.throws(() => readAnnotated('\n\n⟦a⟧'), /line 3: the mark ⟦a⟧ has no id/);
  assert.throws(() => readAnnotated('⟦a|⟧'), /is empty/);
});

test('any text with marks is read back', () => {
  const plain = fc.string({ maxLength: 12 }).filter((part) => !/[⟦⟧|]/.test(part));
  const part = fc.record({
    before: plain,
    words: plain.filter((words) => words !== ''),
    id: fc.constantFrom('a', 'A/1'),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), plain, (parts, rest) => {
      const annotated = parts.map(({ before, words, id }) => `${before}⟦${words}|${id}⟧`).join('') + rest;
      const { text, marks } = readAnnotated(annotated);
      assert.equal(text, parts.map(({ before, words }) => before + words).join('') + rest);
      assert.deepEqual(
        marks.map(({ start, end, ids }) => [text.slice(start, end), ids[0]]),
        parts.map(({ words, id }) => [words, id]),
      );
    }),
  );
});

test('scores: found, exact, right, and false alarms', () => {
  const annotated = readAnnotated('The ⟦Charter|charter⟧, the ⟦OEWG|oewg-2⟧, the ⟦Forum of Friends|?⟧ and the laws.');
  const place = (words: string, ...ids: string[]): { start: number; end: number; ids: string[] } => {
    const start = annotated.text.indexOf(words);
    return { start, end: start + words.length, ids };
  };
  const { score, findings } = compare(annotated, [
    place('The Charter', 'charter'),
    place('OEWG', 'oewg-1'),
    place('laws', 'laws'),
  ]);
  assert.deepEqual(score, { marks: 3, found: 2, exact: 1, right: 1, mentions: 3, alarms: 1 });
  assert.deepEqual(
    findings.map(({ kind, expected, given }) => [kind, expected, given]),
    [
      ['range', 'Charter → charter', 'The Charter → charter'],
      ['bearer', 'OEWG → oewg-2', 'OEWG → oewg-1'],
      ['missed', 'Forum of Friends → (not in the dataset)', ''],
      ['alarm', '', 'laws → laws'],
    ],
  );
});

test('terms of art may be recognised or not', () => {
  const annotated = readAnnotated('The ⟦Charter|charter⟧ asks for ⟦due diligence|~⟧ and ⟦self-defence|~⟧.');
  const at = (words: string): { start: number; end: number; ids: string[] } => {
    const start = annotated.text.indexOf(words);
    return { start, end: start + words.length, ids: ['charter'] };
  };
  const { score, findings } = compare(annotated, [at('Charter'), at('due diligence')]);
  assert.deepEqual(score, { marks: 1, found: 1, exact: 1, right: 1, mentions: 1, alarms: 0 });
  assert.deepEqual(findings, []);
});
