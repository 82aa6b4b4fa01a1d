import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withWholeBrackets, withWholeQuotation } from './quotation.ts';

const ask = (text: string, words: string): string => {
  const start = text.indexOf(words);
  const range = withWholeQuotation({ start, end: start + words.length }, text);
  return text.slice(range.start, range.end);
};

test('a pair of quotation marks is not parted', () => {
  assert.equal(ask('the "dual-track" system', 'dual-track" system'), '"dual-track" system');
  assert.equal(ask('Article 22 of the "Charter" says', 'Article 22 of the "Charter'), 'Article 22 of the "Charter"');
  assert.equal(ask('the “dual-track” system', 'dual-track” system'), '“dual-track” system');
  assert.equal(ask('《公约》第十七条', '公约》第十七条'), '《公约》第十七条');
  assert.equal(ask('the [DRAFT] Elements of', 'DRAFT] Elements'), '[DRAFT] Elements');
  assert.equal(ask('the "Charter" and', 'Charter'), 'Charter');
  assert.equal(ask('the "UN" Charter', '"UN" Charter'), '"UN" Charter');
});

test('nor a pair of brackets', () => {
  const whole = (text: string, words: string): string => {
    const start = text.indexOf(words);
    const range = withWholeBrackets({ start, end: start + words.length }, text);
    return text.slice(range.start, range.end);
  };
  assert.equal(whole('the Agenda (para. 72) says', 'Agenda (para. 72'), 'Agenda (para. 72)');
  assert.equal(whole('《议程》（第72段）', '《议程》（第72段'), '《议程》（第72段）');
  assert.equal(whole('(the Agenda) says', 'Agenda'), 'Agenda');
  assert.equal(whole('the Agenda (para. 13(a)) says', 'para. 13(a)'), 'para. 13(a)');
});

test('any range stays in its text and grows by no more than one mark', () => {
  const text = fc
    .array(fc.constantFrom('a', '[', ']', '"', '“', '”', '«', '»', ' '), { maxLength: 12 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.nat(12), fc.nat(12), (all, a, b) => {
      const start = Math.min(a, b, all.length);
      const end = Math.min(Math.max(a, b), all.length);
      const range = withWholeQuotation({ start, end }, all);
      assert.ok(range.start >= 0 && range.end <= all.length);
      assert.ok(start - range.start + (range.end - end) <= 1);
    }),
  );
});
