/**
 * Loads a compiled dataset in a process of its own and prints what it costs, as one line of JSON.
 * `node bench/measure-dataset.ts FILE`
 */

import { openField } from '../server/src/features/field.ts';
import { lookUp } from '../server/src/features/lookup.ts';
import { searchSources } from '../server/src/knowledge/source-search.ts';
import { onDisk } from '../server/src/node-dataset.ts';

const path = process.argv[2];
if (path === undefined) throw new Error('Name the compiled dataset.');

const collect = (): void => {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc.');
  globalThis.gc();
};
const megabytes = (): number => process.memoryUsage().rss / 1024 ** 2;
const timed = (task: () => unknown): number => {
  const begun = performance.now();
  task();
  return performance.now() - begun;
};
/** The slowest and the median of many, in milliseconds. */
function spread(inputs: readonly string[], task: (input: string) => unknown): { median: number; worst: number } {
  for (const input of inputs.slice(0, 3)) task(input);
  const times = inputs.map((input) => timed(() => task(input))).toSorted((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)]!, worst: times.at(-1)! };
}

collect();
const before = megabytes();
let field: ReturnType<typeof openField> | undefined;
const load = timed(() => {
  field = openField(onDisk(path));
});
collect();
const memory = megabytes() - before;
const { knowledge, lexicon } = field!;
const spaced = (count: number, of: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor((at * of) / count));
const records = knowledge.conceptCount + knowledge.sourceCount;
const ids = spaced(500, records).map((index) => knowledge.id(index));
const names = spaced(500, lexicon.nameCount).map((index) => lexicon.name(index));
const typed = names.flatMap((name) => [name.slice(0, 1), name.slice(0, 2), name.slice(0, 4), name.slice(0, 8)]);
const queries = [
  ...['', 'a', 'A/RES/', 'A/RES/7', 'un', 'report of the', 'resolution 2018', 'gge 2015', 'tunis', 'cyber'],
  ...ids.filter((id) => id.includes('/')).slice(0, 50),
];
console.log(
  JSON.stringify({
    records,
    names: lexicon.nameCount,
    load,
    memory,
    byId: spread(ids, (id) => lookUp(field!, id)),
    byName: spread(names, (name) => lookUp(field!, name)),
    byPrefix: spread(typed, (prefix) => lexicon.withPrefix(prefix, 50)),
    bySearch: spread(queries, (query) => searchSources(knowledge, query, 50)),
  }),
);
