import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource, type SourceKind } from './source-fields.ts';

const kind = (item: object): SourceKind => readSource({ id: 'x', type: 'document', ...item }).kind;

test('what looks like a United Nations document is one', () => {
  assert.equal(kind({ number: 'A/76/135' }), 'official-document');
  assert.equal(kind({ type: 'report', genre: 'ITU Doc', number: 'C09/35-E' }), 'official-document');
  assert.equal(kind({ type: 'book', number: 'A/76/135' }), 'book');
  assert.equal(kind({ type: 'report', number: '12' }), 'report');
});

test('the Charter of the United Nations is not any charter', () => {
  assert.equal(kind({ type: 'treaty', title: 'Charter of the United Nations' }), 'charter');
  assert.equal(kind({ type: 'legislation', title: 'UN Charter' }), 'charter');
  assert.equal(kind({ type: 'webpage', title: 'UN Charter' }), 'web-page');
  assert.equal(
    kind({ title: 'Charter of the United Nations University', number: 'A/RES/3081(XXVIII)' }),
    'official-document',
  );
});

test('judgments that are kept as documents', () => {
  const court = { author: [{ literal: 'European Court of Human Rights' }] };
  assert.equal(kind({ ...court, title: 'Delfi AS v. Estonia', number: 'Application no. 64569/09' }), 'court-decision');
  assert.equal(kind({ ...court, title: 'Annual report', number: '12' }), 'other');
  assert.equal(kind({ title: 'Corfu Channel, Merits, Judgment, I.C.J. Reports 1949, p. 4' }), 'court-decision');
  assert.equal(kind({ type: 'legal_case', title: 'Corr v IBC' }), 'court-decision');
});

test('papers', () => {
  assert.equal(kind({ type: 'article' }), 'working-paper');
  assert.equal(kind({ type: 'article', 'container-title': 'Journal' }), 'journal-article');
  assert.equal(kind({ type: 'report', genre: 'Discussion Paper' }), 'working-paper');
});

test('a type that CSL does not know', () => {
  assert.equal(kind({ type: '', URL: 'https://example.org' }), 'web-page');
  for (const type of ['', '?', 'constructor', '__proto__']) assert.equal(kind({ type }), 'other', type);
});
