import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { checkDataset } from './check.ts';
import { compileDataset } from './compile.ts';
import { readDataset } from './read.ts';

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

/** What the checks say of a small dataset in which some files are replaced. */
function problemsOf(changed: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-data-'));
  try {
    cpSync(join(data, 'schema'), join(folder, 'schema'), { recursive: true });
    for (const [name, text] of Object.entries({ ...valid, ...changed })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const dataset = readDataset(folder);
    return [...dataset.problems, ...checkDataset(dataset)].map(
      ({ file, line, message }) => `${file}:${line}: ${message}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
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
      'a name with its article',
      forumWith('[FOT]', '[the Forum]'),
      /forum\.yaml:\d+: the name "the Forum" begins with an article/,
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

test('the dataset itself passes, and compiles to the same bytes whatever the order of its files', () => {
  const dataset = readDataset(data);
  assert.deepEqual([...dataset.problems, ...checkDataset(dataset)], []);
  const concepts = dataset.concepts.map(({ record }) => record);
  const list = dataset.sources.map(({ record }) => record);
  const bytes = compileDataset(concepts, list, dataset.sharedNames, dataset.lookAlikes);
  assert.deepEqual(
    compileDataset(concepts.toReversed(), list.toReversed(), dataset.sharedNames, dataset.lookAlikes),
    bytes,
  );
});
