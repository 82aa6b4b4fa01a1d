import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Concept, StateNames } from '../../server/src/knowledge/record.ts';
import { namesOfEachState } from './national-names.ts';

const states = new Map<string, StateNames>([
  ['KE', { en: ['Kenya', 'Kenyan'], fr: ['Kenya'] }],
  ['TN', { en: ['Tunisia'], fr: ['Tunisie'] }],
] as [string, StateNames][]);
const forums = {
  id: 'forums',
  kind: 'mechanism',
  summary: '',
  names: {
    en: { preferred: 'national forums', 'of-each-state': ['{state} IGF', 'IGF {state}'] },
    fr: { preferred: 'forums nationaux', 'of-each-state': ['IGF {state}'] },
    es: { preferred: 'foros nacionales' },
  },
} as Concept;

test('a name for each State in the State’s words, where nothing else is called so', () => {
  const names = namesOfEachState(forums, states, (name) => name === 'Kenya IGF');
  assert.deepEqual(
    names.map(({ name, language }) => `${language} ${name}`),
    ['en Kenyan IGF', 'en Tunisia IGF', 'en IGF Kenya', 'en IGF Kenyan', 'en IGF Tunisia', 'fr IGF Tunisie'],
  );
  assert.ok(names.every(({ caseRule, onlyNear }) => caseRule === 'capitals' && onlyNear === false));
});

test('none of a record without such names', () => {
  assert.deepEqual(
    namesOfEachState({ ...forums, names: { en: { preferred: 'forum' } } }, states, () => false),
    [],
  );
});
