import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  bibliographyFiles,
  bibliographyLine,
  formatOfFile,
  inlineReferences,
  keysIn,
  readKeys,
  withEntries,
} from './bibliography-file.ts';

const item = (key: string): { key: string; text: string } => ({
  key,
  text: JSON.stringify({ id: key, type: 'report' }),
});
const entry = (key: string): { key: string; text: string } => ({ key, text: `@report{${key},\n  title = {T}\n}\n` });

describe('which file', () => {
  test('as the front matter names it', () => {
    const named = (value: string): string[] =>
      bibliographyFiles(`---\ntitle: T\nbibliography:${value}\nlang: en\n---\n\ntext\n`);
    assert.deepEqual(named(' refs.bib'), ['refs.bib']);
    assert.deepEqual(named(' "my refs.json" # mine'), ['my refs.json']);
    assert.deepEqual(named(' [a.bib, "b.json"]'), ['a.bib', 'b.json']);
    assert.deepEqual(named('\n  - a.bib\n  - b.json'), ['a.bib', 'b.json']);
    assert.deepEqual(bibliographyFiles('---\ntitle: T\n---\n'), []);
    assert.deepEqual(bibliographyFiles('bibliography: no.bib\n'), []);
    assert.deepEqual(bibliographyFiles('---\r\nbibliography: refs.bib\r\n---\r\n'), ['refs.bib']);
  });
  test('what can be added to', () => {
    assert.deepEqual(['a.json', 'b.BIB', 'c.bibtex', 'd.yaml'].map(formatOfFile), [
      'csl-json',
      'bibtex',
      'bibtex',
      undefined,
    ]);
  });
  test('the line that is missing', () => {
    const added = (text: string): string => {
      const { offset, inserted } = bibliographyLine(text, 'references.json');
      return text.slice(0, offset) + inserted + text.slice(offset);
    };
    assert.equal(added('---\ntitle: T\n---\n\nx'), '---\ntitle: T\nbibliography: references.json\n---\n\nx');
    assert.equal(added('x'), '---\nbibliography: references.json\n---\n\nx');
    assert.equal(added('---\r\ntitle: T\r\n---\r\n'), '---\r\ntitle: T\r\nbibliography: references.json\r\n---\r\n');
    for (const text of ['---\ntitle: T\n---\n\nx', 'x', '', '--- no fence'])
      assert.deepEqual(bibliographyFiles(added(text)), ['references.json'], JSON.stringify(text));
  });
});

const inlineKeys = (text: string): Set<string> =>
  readKeys(text, 'csl-yaml', inlineReferences(text) ?? { start: 0, end: 0 }).keys;

test('the keys of a library in each format', () => {
  assert.deepEqual([...keysIn('[{"id":"a"},{"id":7}]', 'csl-json')], ['a', '7']);
  assert.deepEqual([...keysIn('not json', 'csl-json')], []);
  assert.deepEqual([...keysIn('@book{a,\n x={@y{b,}}\n}\n  @misc{ c ,}', 'bibtex')], ['a', 'c']);
  assert.deepEqual(
    [...keysIn('references:\n- id: a\n  title: T\n- type: book\n  id: "b c"\n', 'csl-yaml')],
    ['a', 'b c'],
  );
  assert.deepEqual(
    [...inlineKeys('---\nreferences:\n- id: a\n- type: book\n  id: b\ntitle: x\nid: no\n---\n')],
    ['a', 'b'],
  );
  assert.deepEqual([...inlineKeys('- id: a\n')], []);
  assert.deepEqual([...keysIn(undefined, 'bibtex')], []);
});

describe('adding entries', () => {
  test('to a list of items, whose own text stays', () => {
    const existing = '[\n  {"id": "mine",   "type": "book"}\n]\n';
    const result = withEntries(existing, 'csl-json', [item('mine'), item('A/RES/73/27')]);
    assert.ok('text' in result);
    assert.deepEqual(result.added, ['A/RES/73/27']);
    assert.ok(result.text.startsWith('[\n  {"id": "mine",   "type": "book"}'));
    assert.deepEqual(
      (JSON.parse(result.text) as { id: string }[]).map(({ id }) => id),
      ['mine', 'A/RES/73/27'],
    );
    assert.deepEqual(withEntries(existing, 'csl-json', [item('mine')]), { text: existing, added: [] });
  });
  test('to nothing, and to an empty list', () => {
    for (const existing of [undefined, '', '[]', ' [ ] \n']) {
      const result = withEntries(existing, 'csl-json', [item('a'), item('b')]);
      assert.ok('text' in result);
      assert.deepEqual(
        (JSON.parse(result.text) as { id: string }[]).map(({ id }) => id),
        ['a', 'b'],
      );
    }
  });
  test('what is no list is left alone, and told', () => {
    for (const existing of ['{', '{"id": 1}', 'null', '[1,]'])
      assert.ok('fault' in withEntries(existing, 'csl-json', [item('a')]), existing);
  });
  test('to BibTeX, broken entries and all', () => {
    const existing = '@book{mine,\n title={x}\n}\n@broken{half, title={x} year=2000}';
    const result = withEntries(existing, 'bibtex', [entry('mine'), entry('A/RES/73/27')]);
    assert.ok('text' in result);
    assert.deepEqual(result.added, ['A/RES/73/27']);
    assert.equal(result.text, `${existing}\n\n@report{A/RES/73/27,\n  title = {T}\n}\n`);
  });
  test('never into an entry that is not closed', () => {
    const result = withEntries('@book{a,}\n@book{half,\n title={x', 'bibtex', [entry('b')]);
    assert.deepEqual(result, { fault: 'in line 3 an entry is not closed' });
  });
  test('whatever the file holds, its text stays and a second time adds nothing', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'A/1', 'c-2'), { maxLength: 4 });
    const file = fc.oneof(
      fc.json().map((json) => json),
      fc
        .array(fc.record({ id: fc.constantFrom('a', 'z') }), { maxLength: 3 })
        .map((list) => JSON.stringify(list, null, 2)),
      fc.string(),
    );
    fc.assert(
      fc.property(file, keys, fc.constantFrom('csl-json', 'bibtex'), (existing, wanted, format) => {
        const entries = wanted.map(format === 'bibtex' ? entry : item);
        const once = withEntries(existing, format, entries);
        if ('fault' in once) return;
        if (format === 'bibtex') assert.ok(once.text.startsWith(existing));
        else if (existing.trim() !== '') {
          const before = JSON.parse(existing) as unknown[];
          assert.deepEqual((JSON.parse(once.text) as unknown[]).slice(0, before.length), before);
        }
        const twice = withEntries(once.text, format, entries);
        assert.deepEqual(twice, { text: once.text, added: [] });
      }),
    );
  });
});
