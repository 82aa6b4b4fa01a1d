import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Draft } from '../draft/draft.ts';
import { type BibliographyPlace, bibliographyWith, foreignEntry } from './bibliography.ts';

describe('an entry from another program', () => {
  test('is taken as one item of CSL-JSON, under the key that is cited', () => {
    const item = { id: 'http://zotero.org/users/1/items/A', type: 'book', title: 'Norms' };
    for (const written of [item, [item], { items: [item] }])
      assert.deepEqual(JSON.parse(foreignEntry('k1', 'csl-json', JSON.stringify(written))!), { ...item, id: 'k1' });
    for (const wrong of ['', 'x', '[]', '{}', '[null]', '[1]', JSON.stringify([item, item]), '[{"type": 1}]', 'null'])
      assert.equal(foreignEntry('k1', 'csl-json', wrong), undefined, wrong);
  });

  test('is taken as one entry of BibTeX', () => {
    const entry = '@article{other,\n  title = {{Norms} \\} of},\n  year = {2020}\n}';
    assert.equal(foreignEntry('k1', 'bibtex', `\n% made by Zotero\n${entry}\n`), entry.replace('{other,', '{k1,'));
    for (const wrong of [
      '',
      'title',
      entry.slice(0, -1),
      `${entry}\n${entry}`,
      `${entry} rest`,
      '@string{a = {b}}',
      '@preamble{x, {}}',
      '@article{a b, title = {x}}',
      `@article{a, x = {${'y'.repeat(200_001)}}}`,
    ])
      assert.equal(foreignEntry('k1', 'bibtex', wrong), undefined, wrong.slice(0, 80));
  });

  test('never changes what is in the file', () => {
    const place: BibliographyPlace = { file: 'a.bib', format: 'bibtex', isNamed: true };
    const existing = '@book{mine,\n  title = {Mine}\n}\n';
    const draft = Draft.open('[@k1]');
    const added = bibliographyWith(draft, place, existing, { key: 'k1', text: '@book{k1, title = {x}}' });
    assert.ok('text' in added && added.text.startsWith(existing));
    assert.deepEqual(added.added, ['k1']);
    const again = bibliographyWith(draft, place, existing, { key: 'mine', text: '@book{mine, title = {other}}' });
    assert.ok('text' in again && again.text === existing && again.added.length === 0);
    assert.ok('fault' in bibliographyWith(draft, place, existing, { key: 'k1', text: '@book{k1' }));
    const first = bibliographyWith(draft, { file: 'references.json', format: 'csl-json', isNamed: false }, undefined, {
      key: 'k1',
      text: '{"type": "book"}',
    });
    assert.ok('line' in first && first.line?.inserted.includes('bibliography: references.json') === true);
  });

  test('whatever is given, a file of JSON stays one', () => {
    const place: BibliographyPlace = { file: 'a.json', format: 'csl-json', isNamed: true };
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const result = bibliographyWith(Draft.open('x'), place, '[{"id": "mine"}]', { key: 'k1', text });
        if ('text' in result) assert.equal((JSON.parse(result.text) as unknown[]).length, 1 + result.added.length);
      }),
    );
  });
});
