/** `npm run data:check`: checks every record, prints what is wrong with file and line, and a report on what there is. */
import { fileURLToPath } from 'node:url';
import { type Checked, conceptKinds, languages } from '../server/src/knowledge/record.ts';
import { checkDataset } from './dataset/check.ts';
import { readDataset } from './dataset/read.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../data', import.meta.url));
const dataset = readDataset(folder);
const problems = [...dataset.problems, ...checkDataset(dataset)];
problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
for (const { file, line, message } of problems) console.error(`data/${file}:${line}: ${message}`);

const byKind = conceptKinds.map(
  (kind) => `${kind} ${dataset.concepts.filter(({ record }) => record.kind === kind).length}`,
);
const marks: Checked[] = dataset.concepts.flatMap(({ record }) => [
  ...(record.facts ?? []).map((fact) => fact.checked),
  ...(record.timeline ?? []).map((entry) => entry.checked),
  ...(record.people ?? []).map((office) => office.checked),
  ...(record.figures ?? []).flatMap((figure) => figure.values.map((value) => value.checked)),
]);
const share = (seen: number, all: number): string =>
  `${seen} of ${all} (${all === 0 ? 0 : Math.round((seen / all) * 100)} %)`;
const isSeen = (checked: Checked | undefined): boolean => checked !== undefined && checked !== 'recalled';
console.log(`concepts   ${dataset.concepts.length}: ${byKind.join(', ')}`);
console.log(
  `languages  ${languages.map((language) => `${language} ${dataset.concepts.filter(({ record }) => record.names[language] !== undefined).length}`).join(', ')}`,
);
console.log(`facts      ${share(marks.filter(isSeen).length, marks.length)} seen on a page, the others recalled`);
console.log(
  `sources    ${dataset.sources.length}; ${share(dataset.sources.filter(({ record }) => isSeen(record.custom?.checked)).length, dataset.sources.length)} seen on a page`,
);
const bare = dataset.concepts.filter(({ record }) => record.facts === undefined && record.timeline === undefined);
if (bare.length > 0) console.log(`no facts   ${bare.map(({ record }) => record.id).join(', ')}`);
const linked = new Set(
  dataset.concepts.flatMap(({ record }) => [record['part-of'], ...(record.related ?? []).map(({ to }) => to)]),
);
const alone = dataset.concepts.filter(
  ({ record }) => record['part-of'] === undefined && record.related === undefined && !linked.has(record.id),
);
if (alone.length > 0) console.log(`dead ends  ${alone.map(({ record }) => record.id).join(', ')}`);
if (problems.length > 0) {
  console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`);
  process.exitCode = 1;
}
