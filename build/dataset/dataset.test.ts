import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { Source } from '../../server/src/knowledge/record.ts';
import { checkDataset } from './check.ts';
import { compileDataset } from './compile.ts';
import { type Dataset, readDataset } from './read.ts';
import { canRender, faultsOfRendering, problemsOfRendering, renderBibliography } from './render.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));

const forum = `id: forum
kind: mechanism
names:
  en:
    preferred: Forum of the Tests
    acronyms: [FOT]
summary: >-
  A forum that exists in the tests only, with a summary that is long enough to tell what it is and who made it in the end.
part-of: house
mandate: [A/RES/73/27]
outcome: [A/75/816]
period: {from: 2018-12-05, to: 2021-03-12}
facts:
  - {says: It met, source: A/75/816, at: para. 1, checked: recalled}
`;
const house = `id: house
kind: body
names: {en: {preferred: House of the Tests}}
summary: The house in which the forum of the tests meets, described in as many words as the checks ask a record to have.
`;
const sources = `- id: A/RES/73/27
  type: report
  genre: UN Doc
  number: A/RES/73/27
  title: A resolution
  author: [{literal: UN General Assembly}]
  issued: 2018-12-05
  custom: {checked: recalled}
- id: A/75/816
  type: report
  genre: UN Doc
  number: A/75/816
  title: A report
  author: [{literal: UN General Assembly}]
  issued: 2021-03-18
  custom: {checked: {seen: "https://example.org"}}
- id: treaty
  type: treaty
  title: A treaty
  custom: {checked: recalled, opened: 2001-11-23, in-force: 2004-07-01}
`;
const valid: Record<string, string> = {
  'concepts/mechanism/forum.yaml': forum,
  'concepts/body/house.yaml': house,
  'sources/all.yaml': sources,
  'schema/shared-names.yaml': 'GGE: [forum, house]\n',
};

/** Reads a small dataset in which some files are replaced. */
function withDataset<T>(changed: Record<string, string>, use: (dataset: Dataset) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-data-'));
  try {
    cpSync(join(data, 'schema'), join(folder, 'schema'), { recursive: true });
    for (const [name, text] of Object.entries({ ...valid, ...changed })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return use(readDataset(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the checks say of a small dataset in which some files are replaced. */
function problemsOf(changed: Record<string, string>): string[] {
  return withDataset(changed, (dataset) =>
    [...dataset.problems, ...checkDataset(dataset)].map(({ file, line, message }) => `${file}:${line}: ${message}`),
  );
}

const forumWith = (from: string, to: string): Record<string, string> => {
  assert.ok(forum.includes(from), from);
  return { 'concepts/mechanism/forum.yaml': forum.replace(from, to) };
};
const sourcesWith = (from: string, to: string): Record<string, string> => {
  assert.ok(sources.includes(from), from);
  return { 'sources/all.yaml': sources.replace(from, to) };
};

describe('what the checks refuse, with file and line', () => {
  test('the small dataset itself passes', () => {
    assert.deepEqual(problemsOf({}), []);
  });
  const cases: [string, Record<string, string>, RegExp][] = [
    [
      'broken YAML',
      forumWith('kind: mechanism', 'kind: [mechanism'),
      /^concepts\/mechanism\/forum\.yaml:\d+: not valid YAML/,
    ],
    ['an unknown field', forumWith('part-of:', 'partof:'), /forum\.yaml:1: .*unknown field "partof"/],
    [
      'a missing field',
      forumWith('summary: >-\n', 'note: >-\n'),
      /forum\.yaml:1: the record lacks the field "summary"/,
    ],
    [
      'a kind that is none',
      forumWith('kind: mechanism', 'kind: machine'),
      /forum\.yaml:2: "kind" must be one of: body/,
    ],
    [
      'a date that is none',
      forumWith('2021-03-12', '2021-13-12'),
      /forum\.yaml:12: "period\.to" is not written as it must be/,
    ],
    [
      'a day that the month lacks',
      forumWith('2021-03-12', '2021-02-30'),
      /forum\.yaml:12: "2021-02-30" is not a date of the calendar/,
    ],
    [
      'a word that will not stay true',
      forumWith('says: It met', 'says: It currently meets'),
      /forum\.yaml:14: "currently" will not stay true/,
    ],
    [
      'a day that is still to come',
      forumWith(
        'facts:',
        'status: {is: concluded, as-of: 2026-11}\ntimeline: [{date: 2027-05, what: Second meeting, source: A/75/816, checked: recalled}]\nfacts:',
      ),
      /forum\.yaml:14: 2027-05 is still to come/,
    ],
    [
      'a State with the name of a person',
      forumWith(
        'facts:',
        'people: [{role: chair, name: Ada Test (Norway), source: A/75/816, checked: recalled}]\nfacts:',
      ),
      /forum\.yaml:13: write the State of Ada Test in "of"/,
    ],
    [
      'a page that is a copy of another site',
      {
        ...forumWith('checked: recalled', 'checked: {seen: "https://mirror.example.net/x"}'),
        'schema/copies.yaml': '- example.net\n',
      },
      /forum\.yaml:14: example\.net shows copies of other sites/,
    ],
    [
      'two figures of one day',
      forumWith(
        'facts:',
        'figures: [{what: Parties, values: [{as-of: 2020, value: 1, source: A/75/816, checked: recalled}, {as-of: 2020, value: 2, source: A/75/816, checked: recalled}]}]\nfacts:',
      ),
      /forum\.yaml:13: "Parties" has two values as of 2020/,
    ],
    [
      'a count of votes that the source does not have',
      {
        ...forumWith(
          'says: It met, source: A/75/816',
          'says: "Adopted by 119 votes to 46, with 15 abstentions", source: A/RES/73/27',
        ),
        ...sourcesWith(
          'custom: {checked: recalled}',
          'custom: {checked: recalled, vote: {for: 119, against: 46, abstaining: 14}}',
        ),
      },
      /forum\.yaml:14: it counts 119-46-15 votes, but the source A\/RES\/73\/27 has 119-46-14/,
    ],
    [
      'more votes than members',
      sourcesWith(
        'custom: {checked: recalled}',
        'custom: {checked: recalled, vote: {for: 119, against: 46, abstaining: 41}}',
      ),
      /all\.yaml:8: 206 votes are more than the United Nations has members/,
    ],
    [
      'a day that the symbol does not allow',
      sourcesWith('issued: 2018-12-05', 'issued: 2017-12-05'),
      /all\.yaml:7: A\/RES\/73\/27 belongs to session 73, so it cannot be of 2017-12-05/,
    ],
    [
      'the address of another document',
      sourcesWith('  issued: 2018-12-05\n', '  issued: 2018-12-05\n  URL: https://docs.un.org/en/A/RES/73/266\n'),
      /all\.yaml:8: the address of A\/RES\/73\/27 is https:\/\/docs\.un\.org\/en\/A\/RES\/73\/27/,
    ],
    [
      'an end before the beginning',
      forumWith('2021-03-12', '2017-03-12'),
      /forum\.yaml:12: it ended \(2017-03-12\) before it began/,
    ],
    [
      'an id that no concept has',
      forumWith('part-of: house', 'part-of: home'),
      /forum\.yaml:9: "part-of" names "home"/,
    ],
    [
      'a key that no source has',
      forumWith('[A/75/816]', '[A/75/817]'),
      /forum\.yaml:11: no source has the key "A\/75\/817"/,
    ],
    [
      'a fact without a source',
      forumWith(', source: A/75/816, at', ', at'),
      /forum\.yaml:14: .*lacks the field "source"/,
    ],
    [
      'a report before its mandate',
      sourcesWith('issued: 2021-03-18', 'issued: 2011-03-18'),
      /forum\.yaml:11: its outcome A\/75\/816 \(2011-03\) is older than its mandate/,
    ],
    [
      'a file of the wrong name',
      { 'concepts/mechanism/forum.yaml': forum.replace('id: forum', 'id: fora') },
      /forum\.yaml:1: a mechanism with the id "fora" belongs in/,
    ],
    ['a circle', { 'concepts/body/house.yaml': `${house}part-of: forum\n` }, /"part-of" runs in a circle/],
    [
      'a name borne by two',
      { 'concepts/body/house.yaml': house.replace('House of the Tests', 'Forum of the Tests') },
      /house.* is also borne by|also borne by "house"/,
    ],
    [
      'a name in which nothing is recognised',
      { 'schema/look-alikes.yaml': '- House of Cards\n- forum of the Tests\n' },
      /forum\.yaml:\d+: the name "Forum of the Tests" is also in schema\/look-alikes\.yaml/,
    ],
    [
      'a name with its article',
      forumWith('[FOT]', '[the Forum]'),
      /forum\.yaml:\d+: the name "the Forum" begins with an article/,
    ],
    [
      'a name with its abbreviation behind it',
      forumWith('[FOT]', '[FOT]\n    variants: ["Forum of the Tests (FOT)"]'),
      /forum\.yaml:\d+: the name "Forum of the Tests \(FOT\)" is two of its names/,
    ],
    [
      'a shared name of an unlisted bearer',
      { ...forumWith('[FOT]', '[GGE]'), 'schema/shared-names.yaml': 'GGE: [house]\n' },
      /forum\.yaml:4: the name "GGE" is shared, but .* does not list "forum"/,
    ],
    [
      'a summary of three words',
      { 'concepts/body/house.yaml': house.replace(/summary: .*/, 'summary: It is there.') },
      /house\.yaml:4: the summary is too short/,
    ],
    [
      'a malformed symbol',
      sourcesWith('- id: A/75/816\n', '- id: A/75-816\n'),
      /all\.yaml:9: "A\/75-816" is not a well-formed UN symbol/,
    ],
    [
      'a UN document of another type',
      sourcesWith('type: report', 'type: legislation'),
      /all\.yaml:2: a UN document must be of type "report"/,
    ],
    [
      'a UN document without author',
      sourcesWith('  author: [{literal: UN General Assembly}]\n', ''),
      /needs its issuing body as author/,
    ],
    [
      'a source that does not say how it was checked',
      sourcesWith('  custom: {checked: recalled}\n', ''),
      /all\.yaml:1: .* does not say how it was checked/,
    ],
    [
      'a treaty in force before it was made',
      sourcesWith('in-force: 2004', 'in-force: 1999'),
      /all\.yaml:20: it entered into force \(1999-07-01\) before it was made/,
    ],
    ['a key used twice', sourcesWith('- id: treaty', '- id: A/75/816'), /all\.yaml:\d+: the key "A\/75\/816" is taken/],
  ];
  for (const [what, changed, expected] of cases) {
    test(what, () => {
      const problems = problemsOf(changed);
      assert.ok(
        problems.some((problem) => expected.test(problem)),
        `${expected} in:\n${problems.join('\n')}`,
      );
    });
  }
});

test('one broken record costs only itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-data-'));
  cpSync(join(data, 'schema'), join(folder, 'schema'), { recursive: true });
  for (const [name, text] of Object.entries({ ...valid, 'concepts/mechanism/forum.yaml': '{' })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { concepts, sources: read } = readDataset(folder);
  rmSync(folder, { recursive: true });
  assert.deepEqual(
    concepts.map(({ record }) => record.id),
    ['house'],
  );
  assert.equal(read.length, 3);
});

test('any text in a record’s file is read or refused, never thrown over', () => {
  const pieces = fc.constantFrom(
    'id: ',
    'forum',
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ': ',
    '"',
    "'",
    '&a',
    '*a',
    '!!js/function',
    '#',
    '|',
    '>',
    '2018',
    'kind: mechanism',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      (text) => {
        assert.ok(Array.isArray(problemsOf({ 'concepts/mechanism/forum.yaml': text, 'sources/all.yaml': text })));
      },
    ),
    { numRuns: 60 },
  );
});

describe('what pandoc makes of the sources', () => {
  const source = (more: Partial<Source> & { id: string }): Source => ({ type: 'webpage', title: 'A page', ...more });
  const act = source({
    id: 'act',
    type: 'legislation',
    title: 'Regulation (EU) 2024/1689',
    number: '2024/1689',
    issued: { 'date-parts': [[2024, 6, 13]] },
  });

  test('every source of the dataset comes out whole in OSCOLA, Chicago and APA', () => {
    assert.ok(canRender(), 'pandoc and the package citation-style-language-styles are needed');
    assert.deepEqual(problemsOfRendering(readDataset(data)), []);
  });

  test('a treaty brings its dates and series, a judgment its report, an act no "Pub. L."', () => {
    const all: Source[] = [
      source({
        id: 'ets-185',
        type: 'treaty',
        title: 'Convention on Cybercrime',
        number: 'ETS No. 185',
        issued: { 'date-parts': [[2001, 11, 23]] },
        custom: {
          adopted: '2001-11-08',
          opened: '2001-11-23',
          'in-force': '2004-07-01',
          series: ['ETS No. 185', '2296 UNTS 167'],
        },
      }),
      source({
        id: 'icj',
        type: 'document',
        title: 'Corfu Channel (United Kingdom v Albania), Merits',
        author: [{ literal: 'International Court of Justice' }],
        'container-title': 'I.C.J. Reports 1949',
        page: '4',
        issued: { 'date-parts': [[1949, 4, 9]] },
      }),
      act,
    ];
    const oscola = renderBibliography(all, 'oscola');
    assert.equal(
      oscola.get('ets-185'),
      'Convention on Cybercrime, opened for signature 23 November 2001, entered into force 1 July 2004, ETS No. 185, 2296 UNTS 167',
    );
    assert.match(oscola.get('icj') ?? '', /^Corfu Channel \(United Kingdom v Albania\), Merits \[1949\] ICJ Rep 4/);
    assert.equal(renderBibliography(all, 'apa').get('ets-185'), 'Convention on Cybercrime, November 23, 2001.');
    assert.equal(
      renderBibliography(all, 'chicago-fullnote-bibliography').get('act'),
      'Regulation (EU) 2024/1689 (2024).',
    );
  });

  test('what is lost or wrong is said, at the line of the source', () => {
    const shown = (text: string) => () => new Map([['act', text]]);
    const messages = (text: string): string[] => [
      ...new Set(faultsOfRendering([act], shown(text)).map(({ message }) => message.replace(/^.*?: /, ''))),
    ];
    assert.deepEqual(messages('Regulation (EU) 2024/1689 (2024)'), []);
    assert.match(
      messages('Regulation (EU), Pub. L. No. 2024/1689 (2024)').join(),
      /the title is missing.*it holds “Pub\. L\.”/,
    );
    assert.match(
      faultsOfRendering([{ ...act, issued: { 'date-parts': [[2025]] } }], shown('Regulation (EU) 2024/1689'))[0]
        ?.message ?? '',
      /the year 2025 is missing/,
    );
    assert.match(faultsOfRendering([act], () => new Map())[0]?.message ?? '', /it does not appear/);
    withDataset({ 'sources/all.yaml': sources }, (dataset) => {
      const lost = problemsOfRendering(
        dataset,
        () => new Map([['A/75/816', 'UNGA, ‘A report’ (2021) UN Doc A/75/816']]),
      );
      assert.deepEqual(
        [...new Set(lost.map(({ file, line, message }) => `${file}:${line}: ${message.split(': ')[0]}`))],
        ['sources/all.yaml:1: A/RES/73/27', 'sources/all.yaml:17: treaty'],
      );
    });
  });
});

test('the dataset itself passes, and compiles to the same bytes whatever the order of its files', () => {
  const dataset = readDataset(data);
  assert.deepEqual([...dataset.problems, ...checkDataset(dataset)], []);
  const concepts = dataset.concepts.map(({ record }) => record);
  const list = dataset.sources.map(({ record }) => record);
  const bytes = compileDataset(concepts, list, dataset.sharedNames, dataset.lookAlikes, dataset.states);
  assert.deepEqual(
    compileDataset(concepts.toReversed(), list.toReversed(), dataset.sharedNames, dataset.lookAlikes, dataset.states),
    bytes,
  );
});
