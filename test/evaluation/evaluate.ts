/**
 * `npm run evaluate`: what is recognised in texts that a reader has annotated, against the annotation. `-- FILE …` takes
 * other annotated texts; `-- --all` prints every difference; `-- --write` keeps the table in test/evaluation/README.md.
 *
 * `paper.json` annotates a text that is not in the repository: words with their places, and the text's digest.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileDataset } from '../../build/dataset/compile.ts';
import { readDataset } from '../../build/dataset/read.ts';
import { Draft } from '../../server/src/draft/draft.ts';
import { openField } from '../../server/src/features/field.ts';
import {
  type AnnotatedText,
  compare,
  type Finding,
  type GivenMention,
  readAnnotated,
  type Score,
} from './annotation.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));

const { concepts, sources, sharedNames, lookAlikes, states } = readDataset(`${root}/data`);
const { knowledge, recogniser } = openField(
  compileDataset(
    concepts.map(({ record }) => record),
    sources.map(({ record }) => record),
    sharedNames,
    lookAlikes,
    states,
  ),
);

/** What a mention may be called: the record, the document that it is the text of, the symbol that is written. */
function idsOf({ record, symbol }: { record: number; symbol?: string }): string[] {
  const ids = symbol === undefined ? [] : [symbol];
  if (record < 0) return ids;
  ids.unshift(knowledge.id(record));
  if (knowledge.isConcept(record)) {
    const text = knowledge.concept(record).text?.source;
    if (text !== undefined) ids.push(text);
  } else {
    const concept = knowledge.conceptOfSource(record);
    if (concept >= 0) ids.push(knowledge.id(concept));
  }
  return [...new Set(ids)];
}

function mentionsOf(text: string): GivenMention[] {
  // What the terminal's `mentions` counts.
  const names = recogniser.mentions(Draft.open(text)).filter((mention) => recogniser.isCounted(mention));
  return names.map((mention) => ({
    start: mention.start,
    end: mention.end,
    ids: idsOf(mention),
    isUnknown: mention.record < 0,
  }));
}

interface AnnotatedFile {
  name: string;
  language: string;
  annotated: AnnotatedText;
}

const paperPath = resolve(root, '../shared/paper.md');

/** The paper's annotation: its marks, for the very text that has the digest. */
function readPaper(path: string): AnnotatedFile | undefined {
  if (!existsSync(path) || !existsSync(paperPath)) return undefined;
  const { sha256, marks } = JSON.parse(readFileSync(path, 'utf8')) as {
    sha256: string;
    marks: [number, string, string][];
  };
  const text = readFileSync(paperPath, 'utf8');
  if (createHash('sha256').update(text).digest('hex') !== sha256) {
    console.log(`${relative(root, paperPath)} is not the text that was annotated; it is left out.`);
    return undefined;
  }
  const placed = marks.map(([start, words, ids]) => {
    const end = start + words.length;
    if (text.slice(start, end) !== words) throw new Error(`${path}: “${words}” does not stand at ${start}`);
    return { start, end, ids: ids === '?' ? [] : ids.split(' or ') };
  });
  return { name: 'paper', language: 'en', annotated: { text, marks: placed } };
}

function readFiles(): AnnotatedFile[] {
  const paths =
    named.length > 0
      ? named.map((path) => resolve(process.env.INIT_CWD ?? '.', path))
      : globSync(`${root}/test/evaluation/drafts/*.md`).toSorted();
  const files = paths.map((path): AnnotatedFile => {
    const name = basename(path, '.md');
    try {
      const language = /^([a-z]{2})-/.exec(name)?.[1] ?? 'en';
      return { name, language, annotated: readAnnotated(readFileSync(path, 'utf8')) };
    } catch (error) {
      throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  const paper = named.length > 0 ? undefined : readPaper(`${root}/test/evaluation/paper.json`);
  return paper === undefined ? files : [...files, paper];
}

const noScore = (): Score => ({ marks: 0, found: 0, exact: 0, right: 0, mentions: 0, alarms: 0 });
function addTo(sum: Score, score: Score): void {
  for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += score[key];
}

const percent = (part: number, whole: number): string => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`);
const row = (name: string, score: Score): string =>
  `| ${name} | ${score.marks} | ${percent(score.found, score.marks)} | ${percent(score.mentions - score.alarms, score.mentions)} | ${percent(score.right, score.found)} | ${percent(score.exact, score.found)} |`;

const header = [
  '| text | names | found | of what was given, a name | of the found, right bearer | of the found, exact range |',
  '| --- | --- | --- | --- | --- | --- |',
];

const files = readFiles();
const byLanguage = new Map<string, Score>();
const total = noScore();
const rows: string[] = [];
const differences: string[] = [];
for (const { name, language, annotated } of files) {
  const { score, findings } = compare(annotated, mentionsOf(annotated.text));
  rows.push(row(name, score));
  const sum = byLanguage.get(language) ?? noScore();
  byLanguage.set(language, sum);
  addTo(sum, score);
  addTo(total, score);
  const lines = ({ start }: Finding): number => annotated.text.slice(0, start).split('\n').length;
  for (const finding of findings)
    differences.push(
      `${name}:${lines(finding)}: ${finding.kind}: ${finding.expected}${finding.given === '' ? '' : ` — given: ${finding.given}`}`,
    );
}
const table = [
  ...header,
  ...rows,
  ...[...byLanguage].map(([language, score]) => row(`**all in ${language}**`, score)),
  row('**all**', total),
];
console.log(table.join('\n'));
if (args.includes('--all')) console.log(`\n${differences.join('\n')}`);
else console.log(`\n${differences.length} differences; “-- --all” lists them.`);
if (args.includes('--write')) {
  const path = `${root}/test/evaluation/README.md`;
  const text = readFileSync(path, 'utf8');
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(
    path,
    text.replace(
      /(?<=<!-- table -->\n)[\s\S]*(?=<!-- end of table -->)/,
      () => `\n${day}; ${knowledge.conceptCount} concepts, ${knowledge.sourceCount} sources\n\n${table.join('\n')}\n\n`,
    ),
  );
}
