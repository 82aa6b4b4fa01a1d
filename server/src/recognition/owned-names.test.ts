import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallField } from '../../../test/support/small-field.ts';
import { ownedNames } from './owned-names.ts';
import { unitsOf } from './words.ts';

const { knowledge, lexicon } = smallField();

const found = (text: string): [string, string][] =>
  ownedNames(lexicon, text, lexicon.match(unitsOf(text), text.length)).map(({ start, end, names }) => [
    text.slice(start, end),
    knowledge.id(lexicon.record(names[0]!)),
  ]);

test('a longer name behind its owner goes before a shorter one that has the owner', () => {
  assert.deepEqual(found('The UN Rope Forum Secretariat met.'), [
    ['UN Rope Forum Secretariat', 'rope-forum-secretariat'],
  ]);
});

test('nothing where no longer name stands there', () => {
  for (const text of ['The UN Rope Forum', 'The UN Rope Forum Secretary', 'The UN', 'Rope Forum Secretariat', 'UN  '])
    assert.deepEqual(found(text), [], text);
});
