import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { bibtexItem } from './bibtex-item.ts';
import { joinLibrary } from './joined-library.ts';
import { finished, type LibraryFile, readLibraryFile } from './library-file.ts';
import { type LibraryFormat, referenceReader } from './reference-reader.ts';

function read(
  text: string,
  former: LibraryFile[] = [],
  format: LibraryFormat = 'bibtex',
  uri = 'file:///a.bib',
): LibraryFile {
  return finished(readLibraryFile(uri, referenceReader(text, format, { toItem: bibtexItem }), former));
}
const titles = (file: LibraryFile): string[] => file.entries.map(({ key, item }) => `${key}: ${item.title}`);

describe('a file', () => {
  test('of two entries with one key the first counts, and the second is told', () => {
    const text = '@book{a, title={One}}\n@book{a, title={Two}}\n@book{A, title={Three}}';
    const file = read(text);
    assert.deepEqual(titles(file), ['a: One', 'A: Three']);
    assert.deepEqual(
      file.problems.map(({ start, end, message }) => [text.slice(start, end), start, message]),
      [['a', 28, 'Another entry has the key a already, and counts.']],
    );
  });

  test('an entry that is broken now keeps what it last said, at its new place', () => {
    const good = '@book{a, title={One}}\n@book{b, title={Two}, year=2001}\n@book{c, title={Three}}\n';
    const first = read(good);
    const text = good.replace('{Two}, ', '{Two and more, ');
    const second = read(text, [first]);
    assert.deepEqual(titles(second).sort(), ['a: One', 'b: Two', 'c: Three']);
    assert.deepEqual(
      second.problems.map(({ key, message }) => [key, message]),
      [['b', 'This entry is not closed.']],
    );
    const kept = second.byKey.get('b')!;
    assert.equal(text.slice(kept.keyStart, kept.keyEnd), 'b');
    assert.ok(text.slice(kept.start, kept.end).startsWith('@book{b'));
    const third = read(`\n${text}`, [second]);
    assert.equal(third.byKey.get('b')?.item.title, 'Two', 'for as long as it is broken');
    assert.equal(read(text).byKey.get('b'), undefined, 'nothing is known of one that was never good');
    assert.deepEqual(
      joinLibrary([third])
        .search('two 2001', 5)
        .map(({ key }) => key),
      ['b'],
    );
    assert.equal(read(good.replace('Two', 'Four'), [third]).byKey.get('b')?.item.title, 'Four');
  });

  test('the same for an item in JSON and in YAML', () => {
    const json = '[{"id":"a","title":"A"},{"id":"b","title":"B"}]';
    const first = read(json, [], 'csl-json');
    const second = read(json.replace('"B"', '"B'), [first], 'csl-json');
    assert.deepEqual(titles(second), ['a: A', 'b: B']);
    const yaml = '- id: a\n  title: A\n- id: b\n  title: B\n';
    const half = read(yaml.replace('title: B', 'title: "B'), [read(yaml, [], 'csl-yaml')], 'csl-yaml');
    assert.deepEqual(titles(half), ['a: A', 'b: B']);
    assert.equal(half.problems.length, 1);
  });

  test('what has not changed is not made anew; what depends on a macro is', () => {
    const text = '@string{p={Press}}\n@book{a, title={One}, publisher=p}\n@book{b, title={Two}}\n';
    const first = read(text);
    const items = first.entries.map(({ item }) => item);
    const moved = read(`% moved\n${text}`, [first]);
    assert.deepEqual(
      moved.entries.map(({ item }) => items.indexOf(item)),
      [0, 1],
    );
    const changed = read(text.replace('Press', 'Other'), [first]);
    assert.equal(changed.byKey.get('a')?.item.publisher, 'Other');
    assert.equal(changed.byKey.get('b')?.item, items[1]);
  });

  test('macros, circles and what names itself', () => {
    const file = read(
      '@string{A = "x"}@string{b = a # { y}}@misc{k, title = b # " z"}\n@inbook{p, crossref={q}, title={P}}\n@book{q, crossref={p}, title={Q}}\n@misc{r, xdata={r, s}}\n@xdata{s, xdata={r}, title={S}}\n@misc{t, crossref={toString}, title={T}}',
    );
    assert.deepEqual(
      file.entries.map(({ key, item }) => [key, item.title]),
      [
        ['k', 'x y z'],
        ['p', 'P'],
        ['q', 'Q'],
        ['r', 'S'],
        ['t', 'T'],
      ],
    );
  });
});

describe('several files as one library', () => {
  const first = read('@book{a, title={From the first}}\n@book{x{bad}', [], 'bibtex', 'file:///1.bib');
  const second = read(
    '[{"id":"a","title":"From the second"},{"id":"b","title":"B"}]',
    [],
    'csl-json',
    'file:///2.json',
  );
  const library = joinLibrary([first, second]);
  test('the first counts', () => {
    assert.equal(library.size, 2);
    assert.equal(library.entry('a')?.uri, 'file:///1.bib');
    assert.equal(library.entry('b')?.uri, 'file:///2.json');
    assert.equal(library.entry('constructor'), undefined);
    assert.deepEqual(
      library.problems.map(({ uri }) => uri),
      ['file:///1.bib'],
    );
    assert.deepEqual(library.search('second', 9), [], 'what is hidden is not found');
    assert.deepEqual(
      library.search('', 1).map(({ key }) => key),
      ['a'],
    );
  });
});

describe('search', () => {
  const library = joinLibrary([
    read(`
@article{tikk2020, title={Norms of State behaviour}, author={Tikk, Eneken and M{\\"u}ller, J{\\"o}rg}, year={2020}}
@report{A/76/135, title={Report of the Group}, number={A/76/135}, author={{UN General Assembly}}, date={2021-07-14}}
@book{norms, title={{\\'E}tudes sur la cybers{\\'e}curit{\\'e}}, editor={{\\O}rsted, {\\AA}sa}, date={1999}}
`),
  ]);
  const found = (query: string): string[] => library.search(query, 10).map(({ key }) => key);
  test('by beginnings of words of the key, title, author, year and number, in any order', () => {
    assert.deepEqual(found('behav tik'), ['tikk2020']);
    assert.deepEqual(found('muller 2020'), ['tikk2020']);
    assert.deepEqual(found('müller jörg'), ['tikk2020']);
    assert.deepEqual(found('A/76/1'), ['A/76/135']);
    assert.deepEqual(found('general 2021'), ['A/76/135']);
    assert.deepEqual(found('etudes CYBERSECURITE'), ['norms']);
    assert.deepEqual(found('ørst asa 1999'), ['norms']);
    assert.deepEqual(found('tikk 1999'), []);
  });
  test('the key before the title', () => {
    assert.deepEqual(found('norms'), ['norms', 'tikk2020']);
    assert.deepEqual(
      library.search('norms', 1).map(({ key }) => key),
      ['norms'],
    );
    assert.deepEqual(library.search('norms', 0), []);
  });
});

describe('items', () => {
  const itemOf = (fields: string): Record<string, unknown> => {
    const { id: _id, ...rest } = read(`@report{k, ${fields}}`).entries[0]!.item;
    return rest;
  };
  test('what citation-js cannot read stays as plain text', () => {
    assert.equal(itemOf('title={The $5 question}').title, 'The $5 question');
    assert.equal(itemOf('title={x $a$ and $b}').title, 'x $a$ and $b');
    assert.equal(itemOf('title={x \\begin{y} z}').title, 'x y z');
    assert.equal(itemOf('title={\\textcolor{red}{Red} \\unknown{word} \\AA{}ngstr\\"om}').title, 'Red word Ångström');
    assert.equal(itemOf('title={\\"{\\i}}').title, 'ï');
    assert.deepEqual(itemOf('title={T}, date={/2020}'), { type: 'report', title: 'T' });
    assert.deepEqual(itemOf('title={T}, date={2019-13-45}').issued, { 'date-parts': [[2019]] });
    assert.deepEqual(itemOf('title={T}, year={n.d.}').issued, { 'date-parts': [], literal: 'n.d.' });
  });
  test('whatever fields hold: never an error, always a title in text', () => {
    const latex = fc
      .array(
        fc.constantFrom(
          '\\',
          '{',
          '}',
          '$',
          '"',
          '~',
          '^',
          '_',
          ' and ',
          ', ',
          'x',
          'É',
          '\\textit',
          '\\begin',
          '\\toString',
          '&',
          '/',
          '--',
          "\\'",
          '2020',
          '=',
        ),
        { maxLength: 12 },
      )
      .map((list) => list.join(''));
    const name = fc.constantFrom(
      'title',
      'author',
      'date',
      'year',
      'month',
      'pages',
      'crossref',
      'xdata',
      'file',
      'keywords',
      'url',
      'author+an:orcid',
      '__proto__',
      'type',
      'ids',
      'language',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, latex), { maxLength: 6 }), (fields) => {
        const entry = { type: 'article', key: 'k', fields: new Map(fields) };
        const item = bibtexItem(entry, (key) => (key === 'x' ? entry : undefined));
        assert.equal(typeof item.title, 'string');
        assert.equal(item.id, 'k');
        for (const author of item.author ?? [])
          for (const part of Object.values(author)) assert.equal(typeof part, 'string');
        for (const part of item.issued?.['date-parts'].flat() ?? []) assert.ok(Number.isInteger(part));
      }),
      { numRuns: 1500 },
    );
  });
});
