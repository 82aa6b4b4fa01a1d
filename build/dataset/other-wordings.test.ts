import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../server/src/knowledge/record.ts';
import type { NameEntry } from '../../server/src/recognition/names.ts';
import { withOtherWordings } from './other-wordings.ts';

const entry = (name: string, language: Language, kind: NameEntry['kind'] = 'variant'): NameEntry => ({
  name,
  kind,
  language,
  caseRule: 'any',
  onlyNear: false,
});
const added = (entries: NameEntry[], others: readonly string[] = []): string[] =>
  withOtherWordings(entries, (name) => others.includes(name))
    .slice(entries.length)
    .map(({ name }) => name);

test('an organization in full and for short, in both directions', () => {
  assert.deepEqual(added([entry('United Nations Rope Office', 'en')]), ['UN Rope Office']);
  assert.deepEqual(added([entry('UN Rope Office', 'en'), entry('United Nations Rope Office', 'en')]), []);
  assert.deepEqual(added([entry("Bureau des cordes de l'ONU", 'fr')]), ['Bureau des cordes des Nations Unies']);
  assert.deepEqual(added([entry('Бюро Организации Объединённых Наций по канатам', 'ru')]), ['Бюро ООН по канатам']);
});

test('in Chinese, which parts no words', () => {
  assert.deepEqual(added([entry('信息和通信技术绳索工作组', 'zh')]), ['信息通信技术绳索工作组', '信通技术绳索工作组']);
});

test('not within a word, of an acronym, of the organization itself, nor where another thing is called so', () => {
  assert.deepEqual(added([entry('UNGA Rope Office', 'en'), entry('non-UN Rope Office', 'en')]), []);
  assert.deepEqual(added([entry('UN ROPE', 'en', 'acronym'), entry('United Nations', 'en')]), []);
  assert.deepEqual(added([entry('United Nations Rope Office', 'en')], ['UN Rope Office']), []);
});

test('the second of two things with its article', () => {
  assert.deepEqual(added([entry('Déclaration et Programme d’action de Vienne', 'fr')]), [
    'Déclaration et le Programme d’action de Vienne',
    'Déclaration et du Programme d’action de Vienne',
    'Déclaration et au Programme d’action de Vienne',
  ]);
  assert.deepEqual(added([entry('Plan y Estrategia de cuerdas', 'es')]), [
    'Plan y la Estrategia de cuerdas',
    'Plan y de la Estrategia de cuerdas',
    'Plan y a la Estrategia de cuerdas',
  ]);
  assert.deepEqual(added([entry('Red y cuerda del Plan', 'es'), entry('Plan y Estrategia', 'en')]), []);
});

test('a case without its other applicants and without the article of the State', () => {
  assert.deepEqual(added([entry('Roper and Others v. the United Kingdom', 'en')]), [
    'Roper and Others v. United Kingdom',
    'Roper v. the United Kingdom',
    'Roper v. United Kingdom',
    'Roper et al. v. the United Kingdom',
    'Roper et al. v. United Kingdom',
  ]);
  assert.deepEqual(added([entry('Roper v. Poland', 'en'), entry('Roper and Others v. Poland', 'fr')]), []);
});

test('an acronym without its hyphen stays one', () => {
  const [, joined] = withOtherWordings([entry('RO-PER', 'en', 'acronym')], () => false);
  assert.deepEqual(joined, entry('ROPER', 'en', 'acronym'));
  assert.deepEqual(added([entry('RO-PER', 'en', 'acronym')], ['ROPER']), []);
});

test('the preposition that writers take for another, with its capitals', () => {
  const [, mistaken] = withOtherWordings([entry('Committee on the Peaceful Use of Rope', 'en')], () => false);
  assert.deepEqual(mistaken, { ...entry('Committee for the Peaceful Use of Rope', 'en'), caseRule: 'capitals' });
  assert.deepEqual(added([entry('Framework of the Use of Rope', 'en')]), [
    'Framework for the Use of Rope',
    'Framework on the Use of Rope',
  ]);
  assert.deepEqual(added([entry('Committee on Rope', 'en'), entry('Letter on the Peaceful Use of Rope', 'en')]), []);
});
