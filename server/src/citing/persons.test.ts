import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invertedName, nameList, nameWithoutStops, nameWithSuffixComma, naturalName, readPersons } from './persons.ts';

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

test('names in East Asian script are written together, the family first', () => {
  assert.deepEqual(forms({ family: '王', given: '小明' }), ['王小明', '王小明']);
  assert.deepEqual(forms({ family: 'Wang', given: '小明' }), ['小明 Wang', 'Wang, 小.']);
});

test('initials', () => {
  const [hart, schmitt, state, king] = readPersons([
    { family: 'Hart', given: 'H. L. A.' },
    { family: 'Schmitt', given: 'Michael N.' },
    { literal: 'U.S. Department of State' },
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
  ]);
  assert.deepEqual([hart!, schmitt!, state!, king!].map(nameWithoutStops), [
    'HLA Hart',
    'Michael N Schmitt',
    'US Department of State',
    'Martin Luther King Jr',
  ]);
  assert.equal(nameWithSuffixComma(king!), 'Martin Luther King, Jr.');
  assert.equal(invertedName(hart!), 'Hart, H. L. A.');
  assert.deepEqual(forms({ family: 'Hart', given: 'H.L.A.' }), ['H.L.A. Hart', 'Hart, H. L. A.']);
});

test('lists', () => {
  const list = (...names: string[]): string => nameList(names, { last: ', and ', most: 3, others: ' et al.' });
  assert.equal(list(), '');
  assert.equal(list('A'), 'A');
  assert.equal(list('A', 'B'), 'A and B');
  assert.equal(list('A', 'B', 'C'), 'A, B, and C');
  assert.equal(list('A', 'B', 'C', 'D'), 'A et al.');
});
