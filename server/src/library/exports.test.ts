/** Files as the programs export them that researchers keep their libraries in; see `test/library/`. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bibtexItem } from './bibtex-item.ts';
import { finished, type LibraryFile, readLibraryFile } from './library-file.ts';
import { libraryFormat, referenceReader } from './reference-reader.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(`../../../test/library/${name}`, import.meta.url));

function read(name: string): { file: LibraryFile; text: string } {
  const text = readFileSync(pathOf(name), 'utf8');
  const reader = referenceReader(text, libraryFormat(name)!, { toItem: bibtexItem });
  return { file: finished(readLibraryFile(`file:///${name}`, reader)), text };
}

const item = (name: string, key: string): Record<string, unknown> => ({ ...read(name).file.byKey.get(key)!.item });
const attachments = (name: string, key: string): readonly string[] => read(name).file.byKey.get(key)!.attachments;

const exported = {
  'zotero.bib': ['tikk_norms_2020', 'united_nations_general_assembly_group_2021', 'noauthor_tallinn_nodate'],
  'better-bibtex.bib': [
    'schmittTallinnManual20172017',
    'crawfordSovereigntyNorms2019',
    'OEWGFinal2021',
    'kaljulaidStatement2019',
  ],
  'jabref.bib': ['Finnemore2016', 'CyCon2018', 'Delerue2018', 'Osula2016'],
  'mendeley.bib': ['Nye2017', 'Egloff2018'],
  'endnote.bib': ['RN21', 'RN22'],
  'zotero.json': ['tikk_norms_2020', 'http://zotero.org/groups/1/items/ABCD', '17'],
  'better-bibtex.yaml': ['schmittTallinnManual2017', 'A/76/135', '2016'],
} as const;

for (const [name, keys] of Object.entries(exported)) {
  test(`${name}: every entry, at its place, and nothing wrong`, () => {
    const { file, text } = read(name);
    assert.deepEqual(
      file.entries.map(({ key }) => key),
      keys,
    );
    assert.deepEqual(file.problems, []);
    for (const { key, start, end, keyStart, keyEnd } of file.entries) {
      assert.equal(text.slice(keyStart, keyEnd), key);
      assert.match(text.slice(start, end), /^(?:@[\s\S]*\}|\{[\s\S]*\}|- [\s\S]*\S)$/);
    }
  });
}

describe('what entries say', () => {
  test('Zotero’s BibTeX', () => {
    assert.deepEqual(item('zotero.bib', 'tikk_norms_2020'), {
      id: 'tikk_norms_2020',
      type: 'article-journal',
      title: 'Norms of State behaviour in cyberspace: the UN GGE at the crossroads',
      author: [
        { given: 'Eneken', family: 'Tikk' },
        { given: 'Jörg', family: 'Müller' },
      ],
      issued: { 'date-parts': [[2020, 7]] },
      accessed: { 'date-parts': [[2021, 2, 3]] },
      'container-title': 'Journal of Cyber Policy',
      volume: '11',
      issue: '3',
      page: '12-34',
      ISSN: '1758-5880, 1758-5899',
      DOI: '10.1111/0000-0000.00001',
      URL: 'https://example.org/norms_2020?a=1&b=%20',
      abstract: 'This article asks $5 questions, & answers 100% of them.',
      keyword: 'cyber,norms',
      language: 'en',
    });
    const report = item('zotero.bib', 'united_nations_general_assembly_group_2021');
    assert.deepEqual(report.author, [{ literal: 'United Nations General Assembly' }]);
    assert.deepEqual(
      [report.number, report.publisher, report['publisher-place']],
      ['A/76/135', 'United Nations', 'New York'],
    );
    assert.equal(item('zotero.bib', 'noauthor_tallinn_nodate').issued, undefined);
  });

  test('Better BibTeX: BibLaTeX’s fields, macros, names in pieces, spans of dates, other keys', () => {
    assert.equal(item('better-bibtex.bib', 'schmittTallinnManual20172017').publisher, 'Cambridge University Press');
    const chapter = item('better-bibtex.bib', 'crawfordOld'.replace('c', 'C'));
    assert.equal(chapter.id, 'crawfordSovereigntyNorms2019');
    assert.deepEqual(chapter.author, [
      { given: 'James R.', family: 'Crawford' },
      { given: 'Luís', family: 'van der Berg' },
      { given: 'María José', family: 'Cruz', 'non-dropping-particle': 'de la' },
    ]);
    assert.deepEqual(chapter.issued, {
      'date-parts': [
        [2019, 3, 1],
        [2019, 5],
      ],
    });
    assert.equal(chapter.language, 'en-GB');
  });

  test('JabRef: inherited by crossref and xdata', () => {
    const paper = item('jabref.bib', 'Delerue2018');
    assert.equal(paper['container-title'], '10th International Conference on Cyber Conflict');
    assert.deepEqual(paper.issued, { 'date-parts': [[2018, 5]] });
    const book = item('jabref.bib', 'Osula2016');
    assert.deepEqual([book.publisher, book['publisher-place']], ['NATO CCD COE', 'Tallinn']);
    assert.equal(read('jabref.bib').file.byKey.get('nato'), undefined, 'what is inherited from cannot be cited');
  });

  test('Mendeley: letters in LaTeX, escapes in addresses', () => {
    const article = item('mendeley.bib', 'Nye2017');
    assert.deepEqual(article.author, [
      { given: 'Joseph S.', family: 'Nye' },
      { given: 'Jiří', family: 'Škoda' },
      { given: 'Åse', family: 'Grønn' },
      { literal: 'others' },
    ]);
    assert.equal(article.title, 'Deterrence and Dissuasion in Cyberspace');
    assert.equal(article.DOI, '10.1162/ISEC_a_00266');
    assert.equal(article.URL, 'http://www.mitpressjournals.org/doi/10.1162/ISEC_a_00266');
    assert.match(String(article.abstract), /deterrence & dissuasion possible in cyberspace\? It costs \$10\./);
    assert.equal(item('mendeley.bib', 'Egloff2018').genre, 'PhD thesis');
  });

  test('CSL in JSON and YAML: dates and names in every shape', () => {
    assert.deepEqual(item('zotero.json', 'tikk_norms_2020').accessed, { 'date-parts': [[2021, 2, 3]] });
    const issued = (name: string, key: string): unknown =>
      (item(name, key).issued as { 'date-parts': number[][] })['date-parts'];
    assert.deepEqual(issued('zotero.json', 'http://zotero.org/groups/1/items/ABCD'), [[2021, 7, 14]]);
    assert.deepEqual(issued('zotero.json', '17'), []);
    assert.deepEqual(issued('better-bibtex.yaml', 'schmittTallinnManual2017'), [[2017, 2]]);
    assert.deepEqual(issued('better-bibtex.yaml', 'A/76/135'), [[2021, 7, 14]]);
    const book = item('better-bibtex.yaml', 'schmittTallinnManual2017');
    assert.equal(book.title, 'Tallinn Manual 2.0 on the International Law Applicable to Cyber Operations');
    assert.equal(item('better-bibtex.yaml', '2016').id, '2016');
  });

  test('files on the disk, as each program writes them', () => {
    assert.deepEqual(attachments('zotero.bib', 'tikk_norms_2020'), [
      '/home/ada/Zotero/storage/AB12CD34/Tikk and Müller - 2020.pdf',
      '/home/ada/Zotero/storage/EF56GH78/index.html',
    ]);
    assert.deepEqual(attachments('zotero.bib', 'united_nations_general_assembly_group_2021'), [
      'C:\\Users\\ada\\Zotero\\storage\\IJ90KL12\\A_76_135.pdf',
    ]);
    assert.deepEqual(attachments('better-bibtex.bib', 'schmittTallinnManual20172017'), [
      '/home/ada/papers/Schmitt_Vihul_2017.pdf',
      '/home/ada/papers/notes.md',
    ]);
    assert.deepEqual(attachments('jabref.bib', 'Finnemore2016'), ['Finnemore2016.pdf', 'notes/a;b.md']);
    assert.deepEqual(attachments('mendeley.bib', 'Nye2017'), [
      'C:/Users/ada/Documents/Mendeley/Nye - 2017 - Deterrence_and.pdf',
      'home/ada/Grün.pdf',
    ]);
    assert.deepEqual(attachments('endnote.bib', 'RN21'), []);
  });
});

/** Names as they are read; which particles are dropped where is pandoc's own guess. */
const names = (written: unknown): string[] =>
  ((written ?? []) as Record<string, string>[]).map((name) =>
    [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.literal]
      .filter((part) => part !== undefined)
      .join(' '),
  );

/** What pandoc and we must agree on: who, when, and what, but for its sentence case. */
function essence(written: Record<string, unknown>): Record<string, unknown> {
  const { id, author, editor, issued } = written;
  const title = String(written.title ?? '')
    .replace(/<[^<>]*>/g, '')
    .toLowerCase();
  // Escapes in addresses are taken away by us only.
  const text = (variable: string): string => String(written[variable] ?? '').replaceAll('{\\_}', '_');
  return {
    ...{ id, title, author: names(author), editor: names(editor), issued: issued ?? null },
    ...{
      volume: text('volume'),
      number: text('number'),
      URL: text('URL'),
      DOI: text('DOI'),
      publisher: text('publisher'),
    },
  };
}

test('pandoc reads the same out of them', { skip: spawnSync('pandoc', ['--version']).status !== 0 }, () => {
  for (const name of ['zotero.bib', 'better-bibtex.bib', 'mendeley.bib', 'endnote.bib']) {
    const { stdout, stderr, status } = spawnSync('pandoc', ['-f', 'biblatex', '-t', 'csljson', pathOf(name)], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${name}: ${stderr}`);
    const theirs = JSON.parse(stdout) as Record<string, unknown>[];
    assert.deepEqual(
      read(name).file.entries.map((entry) => essence(entry.item)),
      theirs.map(essence),
      name,
    );
  }
});
