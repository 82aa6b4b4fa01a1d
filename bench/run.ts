/**
 * `npm run bench`: the server against the floor, in one run, as ratios. The machine may be noisy and shared: what is
 * compared is measured in turns, and medians are given. `-- --write` keeps the table in bench/README.md.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parser as commonMark, GFM } from '@lezer/markdown';
import { build } from 'esbuild';
import MarkdownIt from 'markdown-it';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withoutNetwork } from '../build/citation-js.mjs';
import { compileDataset } from '../build/dataset/compile.ts';
import { readDataset } from '../build/dataset/read.ts';
import { findCitations } from '../server/src/draft/citations.ts';
import { Draft } from '../server/src/draft/draft.ts';
import { openField } from '../server/src/features/field.ts';
import { Recogniser } from '../server/src/recognition/mentions.ts';
import { generateRecords } from './generate.ts';
import { englishMarkdown, leastInTurns, measureMatching } from './matching.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const named = args.find((arg) => !arg.startsWith('--'));
const edits = Number(args.find((arg) => arg.startsWith('--edits='))?.slice(8) ?? 1000);
/** The draft that is named, else the example, as often as it takes to be as long as a paper. */
const example = readFileSync(`${root}/examples/draft.md`, 'utf8');
const text =
  named === undefined
    ? example.repeat(Math.ceil(40_000 / example.length))
    : readFileSync(resolve(process.env.INIT_CWD ?? '.', named), 'utf8');
const uri = 'file:///bench.md';

mkdirSync(`${root}/artefacts/bench`, { recursive: true });
await build({
  entryPoints: [`${root}/bench/floor-server.ts`],
  outfile: `${root}/artefacts/bench/floor-server.cjs`,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'error',
});

await build({
  entryPoints: [`${root}/bench/measure-library.ts`],
  outfile: `${root}/artefacts/bench/measure-library.cjs`,
  bundle: true,
  minify: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  target: 'node20',
  format: 'cjs',
  logLevel: 'error',
  plugins: [withoutNetwork],
  metafile: true,
});

/** Copies of the product with larger datasets, for their start: of about as many names, and of as many records. */
const many = 100_000;
const folderOf = { names: `${root}/artefacts/bench/names`, records: `${root}/artefacts/bench/records` } as const;
const generatedPath = `${folderOf.records}/dataset.bin`;

const servers = {
  floor: [`${root}/artefacts/bench/floor-server.cjs`],
  rapporteur: [`${root}/dist/rapporteur.js`, 'lsp'],
  names: [`${folderOf.names}/rapporteur.js`, 'lsp'],
  records: [`${folderOf.records}/rapporteur.js`, 'lsp'],
  markdown: [`${root}/node_modules/vscode-markdown-languageserver/dist/node/workerMain.js`],
} as const;
type ServerName = keyof typeof servers;

interface Running {
  child: ChildProcess;
  connection: ProtocolConnection;
}

/** Spawns a server, opens the draft, waits for the first hover; gives the milliseconds that it took. */
async function start(name: ServerName, draft: string): Promise<Running & { milliseconds: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...servers[name], '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  if (name === 'markdown') {
    // VS Code's Markdown server has its client parse, and asks it about files.
    const parser = new MarkdownIt({ html: true });
    connection.onRequest('markdown/parse', ({ text: own }: { text?: string }) => parser.parse(own ?? draft, {}));
    connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => []);
    for (const method of ['readFile', 'readDirectory', 'stat', 'watcher/create', 'watcher/delete']) {
      connection.onRequest(`markdown/fs/${method}`, () => null);
    }
  }
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    initializationOptions: { markdownFileExtensions: ['md'] },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'markdown', version: 1, text: draft },
  });
  await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 10, character: 40 } });
  return { child, connection, milliseconds: performance.now() - begun };
}

function stop({ child, connection }: Running): void {
  connection.dispose();
  child.kill();
}

/** Resident memory in megabytes; NaN where the system does not tell. */
function residentMegabytes({ child }: Running): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A small generator with a seed, so that both servers get the same edits in every run. */
let seed = 20261123;
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

/** Runs a script in a process of its own; gives what it prints. */
function runScript(scriptArguments: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, scriptArguments, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

type Times<Name extends ServerName> = Record<Name, number[]>;
const noTimes = <Name extends ServerName>(names: readonly Name[]): Times<Name> =>
  Object.fromEntries(names.map((name) => [name, [] as number[]])) as Times<Name>;

async function measureStart<Name extends ServerName>(
  draft: string,
  names: readonly Name[],
  turns: number,
): Promise<Times<Name>> {
  const times = noTimes(names);
  for (let turn = -1; turn < turns; turn++) {
    for (const name of names) {
      const running = await start(name, draft);
      // The first leaves what it compiled to the others.
      if (turn >= 0) times[name].push(running.milliseconds);
      const hasEnded = once(running.child, 'exit');
      stop(running);
      await hasEnded;
    }
  }
  return times;
}

interface Edit {
  /** Offsets in the text as it is before the edit. */
  from: number;
  to: number;
  text: string;
  /** Where the hover is asked for, in the text after the edit. */
  hover: number;
}

/** One letter at a random place, and a hover there or, `elsewhere`, at another place. */
function* randomEdits(count: number, length: number, elsewhere: boolean): Generator<Edit> {
  for (let turn = 0; turn < count; turn++) {
    const at = Math.floor(random() * (length + turn));
    // A letter typed into a word mostly makes it a word of no name; elsewhere the words are whole.
    yield { from: at, to: at, text: 'e', hover: elsewhere ? Math.floor(random() * (length + turn + 1)) : at };
  }
}

/** A comment that swallows the draft is opened at its beginning, and closed again. */
function* swallowingEdits(count: number): Generator<Edit> {
  for (let turn = 0; turn < count; turn++)
    yield turn % 2 === 0 ? { from: 0, to: 0, text: '<!-- ', hover: 2 } : { from: 0, to: 5, text: '', hover: 2 };
}

/** Makes the same edits in several servers, in turns; milliseconds from each edit to the answer of its hover. */
async function measureEdits<Name extends ServerName>(
  draft: string,
  names: readonly Name[],
  list: Iterable<Edit>,
): Promise<{ times: Times<Name>; memory: Record<Name, number> }> {
  const running = {} as Record<Name, Running>;
  for (const name of names) running[name] = await start(name, draft);
  // Nobody types in the first second: what a server does with that is its business.
  await rest(1000);
  const times = noTimes(names);
  let document = TextDocument.create(uri, 'markdown', 1, draft);
  let turn = 0;
  for (const { from, to, text: inserted, hover } of list) {
    const change = { range: { start: document.positionAt(from), end: document.positionAt(to) }, text: inserted };
    document = TextDocument.update(document, [change], turn + 2);
    const asked = document.positionAt(hover);
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      const { connection } = running[name];
      const begun = performance.now();
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: turn + 2 },
        contentChanges: [change],
      });
      await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: asked });
      times[name].push(performance.now() - begun);
    }
    turn++;
  }
  const memory = {} as Record<Name, number>;
  for (const name of names) memory[name] = residentMegabytes(running[name]);
  for (const name of names) stop(running[name]);
  return { times, memory };
}

const rows: [string, string, string, string, string][] = [];
const fixed = (value: number, digits = 2): string => value.toFixed(digits);
const report = (what: string, floor: number, own: number, unit: string, must: string): void => {
  rows.push([what, `${fixed(floor)} ${unit}`, `${fixed(own)} ${unit}`, `${fixed(own / floor)} ×`, must]);
};

/** A row against the trivial server, at a quantile of the times of both. */
const versus = (what: string, floor: readonly number[], own: readonly number[], share: number, must: string): void =>
  report(what, quantile(floor, share), quantile(own, share), 'ms', must);
const absolute = (what: string, value: string, must: string): void => {
  rows.push([what, '', value, '', must]);
};

const kilobytes = Math.round(text.length / 1000);
console.log('Datasets of 100,000 names and of 100,000 records, made of the real ones …');
const field = openField(readFileSync(`${root}/dist/dataset.bin`));
const { lexicon, knowledge } = field;
const recordCount = knowledge.conceptCount + knowledge.sourceCount;
const real = readDataset(`${root}/data`);
for (const [folder, size] of [
  [folderOf.names, Math.round((many * recordCount) / lexicon.nameCount)],
  [folderOf.records, many],
] as const) {
  const generated = generateRecords(size, {
    concepts: real.concepts.map(({ record }) => record),
    sources: real.sources.map(({ record }) => record),
  });
  rmSync(folder, { recursive: true, force: true });
  cpSync(`${root}/dist`, folder, { recursive: true });
  writeFileSync(
    `${folder}/dataset.bin`,
    compileDataset(generated.concepts, generated.sources, real.sharedNames, [], real.states),
  );
}

console.log(`The draft has ${kilobytes} kB. Starting each server 15 times …`);
const started = await measureStart(text, ['floor', 'rapporteur', 'names', 'records', 'markdown'], 15);
versus(`spawn → first hover, ${kilobytes} kB draft`, started.floor, started.rapporteur, 0.5, '≤ 2 ×');
versus('the same with 100,000 names', started.floor, started.names, 0.5, '≤ 2.5 ×');
versus('the same with 100,000 records', started.floor, started.records, 0.5, '');
versus('beside it: vscode-markdown-languageserver', started.floor, started.markdown, 0.5, '');

const hundred = text.repeat(Math.ceil(100_000 / text.length)).slice(0, 100_000);
const megabyte = text.repeat(Math.ceil(1_000_000 / text.length)).slice(0, 1_000_000);
const pair = ['floor', 'rapporteur'] as const;
const editMedians: number[] = [];
for (const [label, draft, must] of [
  ['100 kB', hundred, '≤ 1.5 ×'],
  ['1 MB', megabyte, '≤ 2 ×'],
] as const) {
  console.log(`${edits} edits in a draft of ${label}, each with a hover there; and as many with one elsewhere …`);
  const { times, memory } = await measureEdits(draft, pair, randomEdits(edits, draft.length, false));
  editMedians.push(median(times.rapporteur));
  versus(`edit → hover, ${label}`, times.floor, times.rapporteur, 0.5, must);
  versus('the same, 99th percentile', times.floor, times.rapporteur, 0.99, '≤ 2.5 ×');
  const apart = await measureEdits(draft, pair, randomEdits(edits, draft.length, true));
  versus(`edit → hover elsewhere, ${label}`, apart.times.floor, apart.times.rapporteur, 0.5, must);
  versus('the same, 99th percentile', apart.times.floor, apart.times.rapporteur, 0.99, '≤ 2.5 ×');
  if (draft === hundred) report('memory after the edits, 100 kB', memory.floor, memory.rapporteur, 'MB', '≤ 1.6 ×');
}
report('edit → hover, a draft ten times longer', editMedians[0]!, editMedians[1]!, 'ms', '≤ 4 ×');
console.log('A comment that swallows 1 MB, opened and closed …');
const swallowed = await measureEdits(megabyte, pair, swallowingEdits(40));
versus('the worst edit, 1 MB', swallowed.times.floor, swallowed.times.rapporteur, 0.5, '≤ 8 ×');

console.log('VS Code’s Markdown server …');
for (const [label, draft, count] of [
  ['100 kB', hundred, 40],
  ['1 MB', megabyte, 10],
] as const) {
  const { times } = await measureEdits(draft, ['floor', 'markdown'], randomEdits(count, draft.length, false));
  versus(`beside it: vscode-markdown-languageserver, ${label}`, times.floor, times.markdown, 0.5, '');
}

console.log('In process, 1 MB …');
const english = Array.from({ length: lexicon.nameCount }, (_, name) => name)
  .filter((name) => lexicon.language(name) === 'en' && lexicon.kind(name) !== 'look-alike')
  .map((name) => lexicon.name(name));
const { times: matching, found } = measureMatching(englishMarkdown(root), english);
const inPasses = (what: string, name: string, must: string): void =>
  report(what, matching.pass!, matching[name]!, 'ms', must);
inPasses('matching 5,000 names, against one pass over 1 MB', 'names 5,000', '≤ 8 ×');
inPasses('the same, 100,000 names', 'names 100,000', '≤ 15 ×');
report('matching 100,000 names, against 1,000', matching['names 1,000']!, matching['names 100,000']!, 'ms', '≤ 5 ×');
report(
  `matching 5,000 names (${found.names} found), against a RegExp alternation of them as plain text (${found.alternation})`,
  matching['RegExp alternation']!,
  matching['names 5,000']!,
  'ms',
  '≤ 0.6 ×',
);
inPasses('beside it: RegExp alternation', 'RegExp alternation', '');
inPasses('beside it: ahocorasick, which knows no words', 'ahocorasick', '');
inPasses('beside it: modern-ahocorasick, which knows no words', 'modern-ahocorasick', '');

const stockParser = commonMark.configure(GFM);
const cold = leastInTurns(7, {
  lezer: () => stockParser.parse(megabyte),
  draft: () => {
    const draft = Draft.open(megabyte);
    new Recogniser(knowledge, lexicon).blockMentions(draft);
    return findCitations(draft);
  },
});
report(
  'cold draft of 1 MB: structure, mentions, citations, against @lezer/markdown',
  cold.lezer!,
  cold.draft!,
  'ms',
  '≤ 1.5 ×',
);

/** A letter at a random place of an open draft, until all mentions are up to date; milliseconds. */
function keystrokes(draft: string, count: number): number[] {
  let open = Draft.open(draft);
  field.recogniser.blockMentions(open);
  return Array.from({ length: count }, () => {
    const at = Math.floor(random() * open.content.length);
    const begun = performance.now();
    open = open.edited(open.content.replaced(at, at, 'e'), [{ from: at, to: at, inserted: 1 }]);
    field.recogniser.blockMentions(open);
    return performance.now() - begun;
  });
}
for (const [label, draft, count, must] of [
  ['100 kB', hundred, 200, '≤ 1 ms'],
  ['1 MB', megabyte, 100, '≤ 5 ms'],
] as const)
  absolute(
    `a keystroke until all mentions are up to date, ${label}`,
    `${fixed(median(keystrokes(draft, count)))} ms`,
    must,
  );

const megabytePath = `${root}/artefacts/bench/megabyte.md`;
writeFileSync(megabytePath, megabyte);
const { bytes } = JSON.parse(
  runScript(['--expose-gc', `${root}/bench/measure-memory.ts`, `${root}/dist/dataset.bin`, megabytePath]),
) as { bytes: number };
report('memory of an open draft of 1 MB, against its size', megabyte.length / 1e6, bytes / 1e6, 'MB', '≤ 25 ×');
absolute('memory a name', `${Math.round(lexicon.byteLength / lexicon.nameCount)} bytes`, '≤ 200 bytes');

/** What `measure-dataset.ts` prints. */
interface DatasetCost {
  records: number;
  names: number;
  load: number;
  memory: number;
  byId: { median: number; worst: number };
  byName: { median: number; worst: number };
  byPrefix: { median: number; worst: number };
  bySearch: { median: number; worst: number };
}

/** Loads a compiled dataset in processes of its own; the medians of several. */
function measureDataset(path: string, runs: number): DatasetCost {
  const costs = Array.from(
    { length: runs },
    () => JSON.parse(runScript(['--expose-gc', `${root}/bench/measure-dataset.ts`, path])) as DatasetCost,
  );
  const spread = (name: 'byId' | 'byName' | 'byPrefix' | 'bySearch'): { median: number; worst: number } => ({
    median: median(costs.map((cost) => cost[name].median)),
    worst: median(costs.map((cost) => cost[name].worst)),
  });
  return {
    ...costs[0]!,
    load: median(costs.map((cost) => cost.load)),
    memory: median(costs.map((cost) => cost.memory)),
    byId: spread('byId'),
    byName: spread('byName'),
    byPrefix: spread('byPrefix'),
    bySearch: spread('bySearch'),
  };
}

function reportDataset(what: string, cost: DatasetCost, load: string, memory: string): void {
  absolute(`${what}: load`, `${fixed(cost.load)} ms`, load);
  absolute(`${what}: memory`, `${fixed(cost.memory, 1)} MB`, memory);
  for (const [part, name] of [
    ['look-up by id or key', 'byId'],
    ['look-up by name', 'byName'],
    ['names by prefix', 'byPrefix'],
    ['search for sources', 'bySearch'],
  ] as const) {
    const { median: middle, worst } = cost[name];
    absolute(`${what}: ${part}, median (worst)`, `${fixed(middle, 3)} (${fixed(worst)}) ms`, '≤ 5 ms');
  }
}

console.log('The dataset, in processes of its own …');
reportDataset('the dataset', measureDataset(`${root}/dist/dataset.bin`, 7), '≤ 30 ms', '≤ 40 MB');
reportDataset(`${many.toLocaleString('en')} records`, measureDataset(generatedPath, 3), '≤ 1,500 ms', '≤ 400 MB');

/** What `measure-library.ts` prints. */
interface LibraryCost {
  entries: number;
  megabytes: number;
  load: number;
  longestBlock: number;
  search: { median: number; worst: number };
  completion: { median: number; worst: number };
  items: number;
  memory: number;
}

function reportLibrary(): void {
  const script = `${root}/artefacts/bench/measure-library.cjs`;
  const path = `${root}/artefacts/bench/library.bib`;
  const costs = Array.from(
    { length: 5 },
    () => JSON.parse(runScript(['--expose-gc', script, path, `${root}/dist/dataset.bin`])) as LibraryCost,
  );
  const middle = (value: (cost: LibraryCost) => number): number => median(costs.map(value));
  const { entries, megabytes } = costs[0]!;
  const what = `${entries.toLocaleString('en')} entries`;
  absolute(
    `${what} of BibLaTeX, ${fixed(megabytes, 0)} MB: load`,
    `${fixed(middle(({ load }) => load))} ms`,
    '≤ 2,000 ms',
  );
  absolute(
    `${what}: longest block of the event loop while loading`,
    `${fixed(middle(({ longestBlock }) => longestBlock))} ms`,
    '≤ 50 ms',
  );
  const [typical, worst] = [middle(({ search }) => search.median), middle(({ search }) => search.worst)];
  absolute(`${what}: search, median (worst)`, `${fixed(typical, 3)} (${fixed(worst)}) ms`, '≤ 10 ms');
  const [usual, slowest] = [
    middle(({ completion }) => completion.median),
    middle(({ completion }) => completion.worst),
  ];
  absolute(`${what} and the dataset: completion, median (worst)`, `${fixed(usual)} (${fixed(slowest)}) ms`, '≤ 10 ms');
  absolute(`${what}: 50 items made when they are first asked for`, `${fixed(middle(({ items }) => items))} ms`, '');
  absolute(
    `${what}: memory`,
    `${fixed(
      middle(({ memory }) => memory),
      1,
    )} MB`,
    '',
  );
}
console.log('A library, in processes of its own …');
reportLibrary();

const header: [string, string, string, string, string] = ['what', 'floor', 'Rapporteur', 'ratio', 'must'];
const table = [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
console.log(`\n${table}\n`);
console.log(`${lexicon.nameCount} names.`);

if (args.includes('--write')) {
  const path = `${root}/bench/README.md`;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}; ${lexicon.nameCount} names, ${kilobytes} kB draft`;
  const page = readFileSync(path, 'utf8');
  const marks = /(<!-- table -->\n)[\s\S]*?(<!-- end of table -->)/;
  if (!marks.test(page)) throw new Error(`${path} has no place for the table: <!-- table --> … <!-- end of table -->.`);
  writeFileSync(
    path,
    page.replace(marks, (_, open: string, close: string) => `${open}\n${machine}\n\n${table}\n\n${close}`),
  );
}
