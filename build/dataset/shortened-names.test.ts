import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Concept, Language } from '../../server/src/knowledge/record.ts';
import { namesOfConcept } from '../../server/src/recognition/names.ts';
import { withShortened } from './shortened-names.ts';

/** What is added to the names of a record. */
function added(preferred: string, language: Language = 'en', more: Partial<Concept> = {}): string[] {
  const concept = {
    id: 'thing',
    kind: 'document',
    summary: '',
    names: { en: { preferred: 'Some Other Thing' }, [language]: { preferred } },
    ...more,
  } as Concept;
  const entries = namesOfConcept(concept, new Map());
  return withShortened(concept, entries, (name) => name === 'South Africa' || name === 'Convention on Cybercrime')
    .slice(entries.length)
    .map(({ name, onlyNear, caseRule }) => {
      assert.equal(onlyNear, 'near');
      assert.equal(caseRule, 'capitals');
      return name;
    });
}

test('a name counts without the organization that it begins or ends with', () => {
  assert.deepEqual(added('African Union Data Policy Framework'), ['Data Policy Framework']);
  assert.deepEqual(added('NATO’s Cyber Defence Pledge'), ['Cyber Defence Pledge']);
  assert.deepEqual(added('Conférence de plénipotentiaires de l’UIT', 'fr'), ['Conférence de plénipotentiaires']);
  assert.deepEqual(added('Conferencia de Plenipotenciarios de la UIT', 'es'), ['Conferencia de Plenipotenciarios']);
  assert.deepEqual(added('Группа правительственных экспертов ООН', 'ru'), ['Группа правительственных экспертов']);
  assert.deepEqual(added('联合国政府专家组', 'zh'), ['政府专家组']);
});

test('not where too little is left, or what others have, or a place, or a mandate', () => {
  for (const name of [
    'EU Commission',
    'UN Member States',
    'IGF South Africa',
    'NATO Secretary General',
    'UN Special Rapporteur on Privacy',
    'ITU Council 2019',
  ])
    assert.deepEqual(added(name), [], name);
  assert.deepEqual(added('Arab League Convention on Cybercrime'), []);
  assert.deepEqual(added('меры укрепления доверия ОБСЕ', 'ru'), []);
  assert.deepEqual(added('联合国大会', 'zh'), []);
  assert.deepEqual(added('EU Data Protection Rules', 'en', { state: 'BE' }), []);
  assert.deepEqual(added('EU Data Protection Rules', 'en', { kind: 'term' }), []);
  assert.deepEqual(added('EU Data Protection Rules', 'en', { background: true }), []);
});
