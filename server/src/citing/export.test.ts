import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Concept, Source } from '../knowledge/record.ts';
import { bibtexKey, escapeLatex } from './bibtex.ts';
import { toBibTeX, toCslJson, toJsonLd } from './export.ts';
import { sampleSources } from './sample-sources.ts';

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
const withPandoc = { skip: hasPandoc ? (false as const) : 'pandoc is not installed' };

function pandoc(args: string[], input: string): string {
  const { status, stdout, stderr } = spawnSync('pandoc', args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout;
}

interface CslItem {
  id: string;
  title?: string;
  issued?: unknown;
  author?: unknown;
  number?: unknown;
  type?: string;
}

function readBack(bibtex: string): Map<string, CslItem> {
  const items = JSON.parse(pandoc(['-f', 'biblatex', '-t', 'csljson'], bibtex)) as CslItem[];
  return new Map(items.map((item) => [item.id, item]));
}

/** Pandoc curls every quotation mark. */
function withoutCurls(text: string | undefined): string | undefined {
  return text?.replace(/[‘’“”"']/g, "'");
}

/** Types for which pandoc has no entry type, and what it makes of them. */
const typesPandocLacks: Readonly<Record<string, string>> = { 'post-weblog': 'webpage', document: '' };

/** The samples by key; two of them are the same resolution, with and without its date. */
const sources: Source[] = [
  ...new Map<string, Source>(Object.values(sampleSources).map((source) => [source.id, source])).values(),
];

test('an entry of BibTeX', () => {
  assert.equal(
    toBibTeX([sampleSources.assemblyResolution, sampleSources.journalArticle]),
    `@report{A/RES/73/27,
  author = {{UN General Assembly}},
  title = {{Developments in the field of information and telecommunications in the context of international security}},
  type = {UN Doc},
  number = {A/RES/73/27},
  date = {2018-12-05},
  url = {https://docs.un.org/en/A/RES/73/27},
}

@article{maurer-2017,
  author = {Maurer, Tim and Qu, Tian and Wang, Yan},
  title = {{The emergence of “cyber” norms: what next?}},
  journaltitle = {{Journal of Cyber Policy}},
  volume = {33},
  number = {5},
  pages = {4--105},
  date = {2017-10},
  doi = {10.1000/182},
}
`,
  );
});

test('what LaTeX would take for its own is escaped', () => {
  assert.equal(
    escapeLatex('5% of A&B_C #1 $2 {x} ~ ^ \\ – "é" a--b `'),
    '5\\% of A\\&B\\_C \\#1 \\$2 \\{x\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} – “é” a-{}-b ‘',
  );
  assert.equal(escapeLatex('a { b'), 'a \\textbraceleft{} b');
  assert.equal(escapeLatex('<i>jus cogens</i> and H<sub>2</sub>O'), '\\textit{jus cogens} and H\\textsubscript{2}O');
  assert.equal(escapeLatex('<i>left open'), '\\textit{left open}');
});

test('keys are kept wherever pandoc reads them', () => {
  for (const key of [
    'A/RES/73/27',
    'S/RES/2341(2017)',
    'A/RES/217(III)[A]',
    'A/76/135-S/2021/456',
    'müller-2016',
    '李-2020',
  ]) {
    assert.equal(bibtexKey(key), key);
  }
  assert.equal(bibtexKey('a,b {c}#%~\\"^'), 'a-b--c-------');
});

test('keys that would be written alike stay apart', () => {
  const keys = toBibTeX([
    { id: 'a b', type: 'book', title: 'x' },
    { id: 'a,b', type: 'book', title: 'y' },
  ]).match(/^@.*$/gm);
  assert.deepEqual(keys, ['@book{a-b,', '@book{a-b-2,']);
});

test('names are not torn apart', () => {
  const bibtex = toBibTeX([
    {
      id: 'x',
      type: 'book',
      title: 'x',
      author: [
        { literal: 'Barnes and Noble' },
        { family: 'van Dijk', given: 'Jan' },
        { family: 'Smith, Jr', given: 'A' },
      ],
    },
  ]);
  assert.match(bibtex, /author = \{\{Barnes and Noble\} and \{van Dijk\}, Jan and \{Smith, Jr\}, A\}/);
});

test('BibTeX comes back through pandoc with the same keys, titles, dates, numbers and authors', withPandoc, () => {
  const back = readBack(toBibTeX(sources));
  assert.deepEqual([...back.keys()].sort(), sources.map(({ id }) => id).sort());
  for (const source of sources) {
    const item = back.get(source.id)!;
    assert.equal(withoutCurls(item.title), withoutCurls(source.title), source.id);
    assert.deepEqual(item.issued, source.issued, source.id);
    assert.deepEqual(item.author, source.author, source.id);
    assert.equal(item.number, source.number, source.id);
    assert.equal(item.type, typesPandocLacks[source.type] ?? source.type, source.id);
  }
});

test('titles of any characters come back through pandoc', withPandoc, () => {
  const titles = fc
    .sample(fc.stringMatching(/^[A-Za-zé李Ж0-9 ,.;:()[\]?!*_@&%#$~^\\|/=+-]{1,40}$/), 400)
    .map((title) =>
      title
        .replace(/\.{2,}/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .concat('a--b', 'a---b', 'a----b');
  const written = titles.map((title, index): Source => ({ id: `k${index}`, type: 'report', title: `x${title}x` }));
  const back = readBack(toBibTeX(written));
  for (const { id, title } of written) assert.equal(withoutCurls(back.get(id)?.title), withoutCurls(title));
});

test('pandoc cites from the CSL-JSON and from the BibTeX without a warning', withPandoc, () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-export-'));
  try {
    const draft = sources.map(({ id }) => `Text [@{${id}}, p. 3].`).join('\n\n');
    for (const [file, content] of [
      ['library.json', JSON.stringify(toCslJson(sources))],
      ['library.bib', toBibTeX(sources)],
    ] as const) {
      writeFileSync(join(folder, file), content);
      // Bare keys need no braces, but pandoc 2.17 takes them for every key.
      const { status, stderr, stdout } = spawnSync(
        'pandoc',
        ['--citeproc', '--bibliography', join(folder, file), '-f', 'markdown', '-t', 'plain'],
        { input: draft, encoding: 'utf8' },
      );
      assert.equal(status, 0, stderr);
      assert.equal(stderr, '');
      assert.match(stdout, /Convention on Cybercrime/);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('CSL-JSON is the sources, copied, without what is absent', () => {
  const [item] = toCslJson([{ ...sampleSources.assemblyResolution, volume: '', editor: [] }]);
  assert.deepEqual(item, sampleSources.assemblyResolution);
  assert.notEqual((item as Source).author, sampleSources.assemblyResolution.author);
  assert.deepEqual(toCslJson([{ id: 'x', type: 'book', title: 'x', issued: { 'date-parts': [[2018, 13]] } }]), [
    { id: 'x', type: 'book', title: 'x', issued: { 'date-parts': [[2018]] } },
  ]);
});

test('CSL-JSON says what the common styles need', () => {
  const csl = (source: Source): Record<string, unknown> => toCslJson([source])[0] as Record<string, unknown>;
  const treaty = csl(sampleSources.treaty);
  assert.equal(
    treaty.genre,
    'opened for signature 23 November 2001, entered into force 1 July 2004, ETS No. 185, 2296 UNTS 167, UNTS No. 40916',
  );
  assert.equal('number' in treaty, false);
  assert.deepEqual(treaty.custom, sampleSources.treaty.custom);
  assert.equal(
    csl(sampleSources.treatyNotInForce).genre,
    'opened for signature 12 May 2022, not yet in force, CETS No. 224',
  );
  assert.equal(csl(sampleSources.treatyInResolution).genre, 'adopted 24 December 2024, UN Doc A/RES/79/243 annex');
  assert.equal(
    csl({ id: 'x', type: 'treaty', title: 'X', custom: { signed: '1945-06-26', series: ['1 UNTS XVI'] } }).genre,
    'signed 26 June 1945, 1 UNTS XVI',
  );
  const { type, authority, author, 'container-title': reports } = csl(sampleSources.advisoryOpinion);
  assert.deepEqual(
    { type, authority, author, reports },
    { type: 'legal_case', authority: 'International Court of Justice', author: undefined, reports: 'ICJ Rep' },
  );
  const act = csl(sampleSources.legislation);
  assert.equal('number' in act, false);
  assert.ok(sampleSources.legislation.number);
  assert.ok((act.title as string).includes(sampleSources.legislation.number));
  assert.equal(csl({ id: 'x', type: 'document', title: 'A declaration' }).type, 'report');
});

const concepts: Concept[] = [
  {
    id: 'first-committee',
    kind: 'body',
    names: { en: { preferred: 'First Committee' }, fr: { preferred: 'Première Commission' } },
    summary: 'Disarmament.',
  },
  {
    id: 'un-gge',
    kind: 'mechanism',
    names: {
      en: {
        preferred: 'Groups of Governmental Experts',
        short: 'GGEs',
        acronyms: ['GGE', { name: 'UN GGE', case: 'exact' }],
        variants: ['GGE', { name: 'expert group', 'only-near': true }],
        misnomers: [
          { name: 'UNGGE', use: 'UN GGE', why: 'Not in use.' },
          { name: 'GGE', use: 'GGE', why: 'Borne already.' },
        ],
      },
    },
    summary: 'Six groups.',
    'part-of': 'first-committee',
    related: [
      { to: 'first-committee', as: 'reports to' },
      { to: 'oewg', as: 'ran beside' },
    ],
    'followed-by': 'oewg',
    mandate: ['A/RES/73/27'],
    outcome: ['S/RES/2341(2017)'],
    period: { from: '2004' },
    facts: [{ says: 'They met.', source: 'A/76/135', at: 'para. 1', checked: 'recalled' }],
    timeline: [{ date: '2004-07-12/16', what: 'First session', source: 'A/76/135', checked: 'recalled' }],
    url: 'https://disarmament.unoda.org/',
  },
  { id: 'oewg', kind: 'mechanism', names: { en: { preferred: 'OEWG' } }, summary: 'x', 'part-of': 'first-committee' },
];

test('concepts are SKOS', () => {
  const document = toJsonLd(concepts, sources) as { '@graph': Record<string, unknown>[] };
  const nodes = new Map(document['@graph'].map((node) => [node.id, node]));
  assert.deepEqual(nodes.get('urn:rapporteur:concept:un-gge'), {
    id: 'urn:rapporteur:concept:un-gge',
    type: 'Concept',
    inScheme: 'urn:rapporteur:concept-scheme',
    notation: 'un-gge',
    kind: 'mechanism',
    prefLabel: { en: 'Groups of Governmental Experts' },
    altLabel: { en: ['GGEs', 'GGE', 'UN GGE'] },
    hiddenLabel: { en: ['expert group', 'UNGGE'] },
    definition: { en: 'Six groups.' },
    note: { en: ['They met. (A/76/135, para. 1)'] },
    historyNote: { en: ['2004-07-12/16: First session (A/76/135)'] },
    broader: 'urn:rapporteur:concept:first-committee',
    related: ['urn:rapporteur:concept:oewg'],
    followedBy: 'urn:rapporteur:concept:oewg',
    temporal: '2004/..',
    mandate: ['urn:rapporteur:source:A/RES/73/27'],
    outcome: ['urn:rapporteur:source:S/RES/2341(2017)'],
    source: [
      'urn:rapporteur:source:A/RES/73/27',
      'urn:rapporteur:source:S/RES/2341(2017)',
      'urn:rapporteur:source:A/76/135',
    ],
    seeAlso: 'https://disarmament.unoda.org/',
  });
  assert.deepEqual(nodes.get('urn:rapporteur:concept-scheme')?.hasTopConcept, [
    'urn:rapporteur:concept:first-committee',
  ]);
  assert.deepEqual(nodes.get('urn:rapporteur:source:A/RES/73/27')?.issued, {
    '@value': '2018-12-05',
    '@type': 'xsd:date',
  });
});

test('every term of the JSON-LD is in its context, which is part of the document', () => {
  const document = toJsonLd(concepts, sources) as {
    '@context': Record<string, unknown>;
    '@graph': Record<string, unknown>[];
  };
  const terms = new Set(document['@graph'].flatMap((node) => [...Object.keys(node), node.type as string]));
  assert.deepEqual(
    [...terms].filter((term) => !Object.hasOwn(document['@context'], term)),
    [],
  );
  const prefixes = Object.values(document['@context'])
    .map((term) => (typeof term === 'string' ? term : (term as { '@id': string })['@id']))
    .filter((target) => !/^(?:@|https?:|urn:)/.test(target))
    .map((target) => target.split(':')[0]!);
  assert.deepEqual(
    prefixes.filter((prefix) => !Object.hasOwn(document['@context'], prefix)),
    [],
  );
});

test('a key with any characters makes a URN', () => {
  const [, node] = (
    toJsonLd([], [{ id: 'a b"<é>\ud800', type: 'book', title: 'x' }]) as { '@graph': { id: string }[] }
  )['@graph'];
  assert.match(node!.id, /^urn:rapporteur:source:[\x21-\x7e]+$/);
  assert.doesNotMatch(node!.id, /[<>" ]/);
});
