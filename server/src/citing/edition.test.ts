import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEdition, writeEdition } from './edition.ts';

test('editions as libraries write them, and as each style does', () => {
  const written = (text: string): string[] =>
    (['edn', 'ed.', '2d ed.'] as const).map((form) => writeEdition(readEdition(text), form));
  for (const second of ['2', '2nd', '2nd ed.', '2d ed.', 'Second edition', '2nd edn'])
    assert.deepEqual(written(second), ['2nd edn', '2nd ed.', '2d ed.'], second);
  assert.deepEqual(written('3'), ['3rd edn', '3rd ed.', '3d ed.']);
  assert.deepEqual(written('11th'), ['11th edn', '11th ed.', '11th ed.']);
  assert.deepEqual(written('22'), ['22nd edn', '22nd ed.', '22d ed.']);
  assert.deepEqual(written('Rev. ed.'), ['Rev edn', 'Rev. ed.', 'Rev. ed.']);
  assert.deepEqual(written('Fall 2009 Edition'), ['Fall 2009 edn', 'Fall 2009 ed.', 'Fall 2009 ed.']);
  for (const none of ['', '1', 'First edition', '1st ed.', 'ed.']) assert.deepEqual(written(none), ['', '', ''], none);
});
