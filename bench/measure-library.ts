/**
 * Loads a library of BibLaTeX entries as the server does and prints what it costs, as one line of JSON.
 * `node --expose-gc bench/measure-library.ts FILE DATASET`, where FILE is written first, with 20,000 entries, and DATASET is the
 * compiled dataset beside which they are completed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Draft } from '../server/src/draft/draft.ts';
import { complete } from '../server/src/features/completion.ts';
import { openField } from '../server/src/features/field.ts';
import { joinLibrary } from '../server/src/library/joined-library.ts';
import { SharedFile } from '../server/src/lsp/shared-file.ts';
import { nodeFiles } from '../server/src/node-files.ts';
import { wordFor } from './generate.ts';

const path = resolve(process.argv[2] ?? '');
const count = 20_000;

/** Words by number, so that some are in many entries and most in few, as in a text. */
const words = (from: number, length: number): string =>
  Array.from({ length }, (_, at) => wordFor(Math.floor(((from * 7919 + at * 104_729) % 10_007) ** 2 / 20_000))).join(
    ' ',
  );
const entry = (number: number): string => `@article{${wordFor(number).toLowerCase()}${1950 + (number % 75)},
  title = {${words(number, 5)} {{UN}}: ${words(number + 1, 5)}},
  author = {${wordFor(number % 4001)}, ${words(number, 1)} and M{\\"u}ller, Jos{\\'e} and {{${words(number % 97, 3)}}}},
  date = {${1950 + (number % 75)}-${String((number % 12) + 1).padStart(2, '0')}},
  journaltitle = {Journal of ${words(number % 211, 3)}},
  volume = {${number % 60}},
  pages = {${number % 400}--${(number % 400) + 20}},
  doi = {10.1000/${number}},
  url = {https://example.org/articles/${number}},
  urldate = {2024-05-06},
  langid = {english},
  abstract = {${words(number, 14)}},
  file = {/home/ada/Zotero/storage/${number}/article.pdf}
}
`;
const text = Array.from({ length: count }, (_, number) => entry(number)).join('\n');
writeFileSync(path, text);

const megabytes = (): number => {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc.');
  globalThis.gc();
  return process.memoryUsage().rss / 1024 ** 2;
};
const before = megabytes();

/** What the thread has worked, in milliseconds: what else goes on at the machine does not count. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
/** The longest work in which nothing else could run, in milliseconds; told by a timer that would always run. */
let longestBlock = 0;
let last = worked();
const timer = setInterval(() => {
  const now = worked();
  longestBlock = Math.max(longestBlock, now - last);
  last = now;
}, 1);
const file = new SharedFile(
  pathToFileURL(path).href,
  'bibtex',
  nodeFiles,
  () => {},
  (error) => {
    throw error;
  },
);
const begun = worked();
last = begun;
void file.refresh().then(() => {
  const load = worked() - begun;
  clearInterval(timer);
  report(load);
});

function report(load: number): void {
  const library = joinLibrary(file.shown);
  const queries = ['', 'a', 'm', 'ba', 'muller', 'muller 1999', 'baba un', '2001', 'un', 'che do', 'article', 'zzzz'];
  const more = Array.from({ length: 88 }, (_, at) => words(at * 13, 1 + (at % 3)).slice(0, 3 + (at % 20)));
  const times = [...queries, ...more]
    .map((query) => {
      const start = performance.now();
      library.search(query, 50);
      return performance.now() - start;
    })
    .toSorted((a, b) => a - b);
  const field = openField(readFileSync(process.argv[3] ?? ''));
  const completions = [
    '@',
    '@a',
    '@ba',
    '@muller',
    '@muller 1999',
    '@gge 2015',
    '@A/RES/73',
    '@un',
    '@tunis agenda',
    '@zzzz',
  ]
    .flatMap((typed) => {
      const draft = Draft.open(`As was shown there [${typed}`);
      return Array.from({ length: 10 }, () => {
        const start = performance.now();
        complete(field, library, draft, draft.text.length, { names: true, citations: true, snippets: true });
        return performance.now() - start;
      });
    })
    .toSorted((a, b) => a - b);
  const found = library.search('muller', 50);
  const start = performance.now();
  for (const { item } of found) item.title.trim();
  const items = performance.now() - start;
  console.log(
    JSON.stringify({
      entries: library.size,
      megabytes: text.length / 1e6,
      load,
      longestBlock,
      search: { median: times[times.length >> 1], worst: times.at(-1) },
      completion: { median: completions[completions.length >> 1], worst: completions.at(-1) },
      items,
      memory: megabytes() - before,
    }),
  );
}
