import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invertedName, nameList, naturalName, readPersons } from './persons.ts';

function forms(name: object): string[] {
  return readPersons([name]).flatMap((person) => [naturalName(person), invertedName(person)]);
}

test('persons and institutions', () => {
  assert.deepEqual(forms({ family: 'Segal', given: 'Adam' }), ['Adam Segal', 'Segal, A.']);
  assert.deepEqual(forms({ family: 'Ratner', given: 'Steven R.' }), ['Steven R. Ratner', 'Ratner, S. R.']);
  assert.deepEqual(forms({ family: 'Liu', given: 'Jin-qian' }), ['Jin-qian Liu', 'Liu, J.-Q.']);
  assert.deepEqual(forms({ family: 'Élysée', given: 'éva' }), ['éva Élysée', 'Élysée, É.']);
  assert.deepEqual(forms({ 'non-dropping-particle': 'van der', family: 'Berg', given: 'Jan' }), [
    'Jan van der Berg',
    'van der Berg, J.',
  ]);
  assert.deepEqual(forms({ family: 'King', given: 'Martin', suffix: 'Jr.' }), ['Martin King Jr.', 'King, M., Jr.']);
  assert.deepEqual(forms({ literal: 'UN General Assembly' }), ['UN General Assembly', 'UN General Assembly']);
  assert.deepEqual(forms({ family: 'Plato' }), ['Plato', 'Plato']);
  assert.deepEqual(forms({ given: 'Plato' }), ['Plato', 'Plato']);
  assert.deepEqual(forms({}), []);
});

test('lists', () => {
  const list = (...names: string[]): string => nameList(names, { last: ', and ', most: 3, others: ' et al.' });
  assert.equal(list(), '');
  assert.equal(list('A'), 'A');
  assert.equal(list('A', 'B'), 'A and B');
  assert.equal(list('A', 'B', 'C'), 'A, B, and C');
  assert.equal(list('A', 'B', 'C', 'D'), 'A et al.');
});
