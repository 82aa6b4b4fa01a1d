import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderBeside, speaksOfEarlier } from './order-words.ts';

test('words of order before a name and behind it, in six languages', () => {
  for (const [before, behind] of [
    ['the previous ', ' met'],
    ['le précédent ', ' a'],
    ['el ', ' anterior fue'],
    ['предыдущая ', ' '],
    ['上一届', '通过'],
    ['الفريق ', ' السابق اعتمد'],
  ] as const)
    assert.equal(orderBeside(before, behind), 'earlier', before + behind);
  for (const [before, behind] of [
    ['the current ', ' met'],
    ['le ', ' actuel'],
    ['нынешней ', ' '],
    ['本届', '通过'],
    ['', ' الحالي'],
  ] as const)
    assert.equal(orderBeside(before, behind), 'later', before + behind);
  assert.equal(orderBeside('the ', ' met'), undefined);
  assert.equal(orderBeside('unprevious ', ' actually'), undefined);
});

test('what is set off from an earlier one', () => {
  assert.ok(speaksOfEarlier('The first group met, and the '));
  assert.ok(!speaksOfEarlier('The firstborn met, and the '));
});
