/**
 * `npm run bench`: the server against the floor, in one run, as ratios. The machine may be noisy and shared: what is
 * compared is measured in turns, and medians are given. `-- --write` keeps the table in bench/README.md.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parser as commonMark, GFM } from '@lezer/markdown';
import { build } from 'esbuild';
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
import { compileDataset } from '../build/dataset/compile.ts';
import { readDataset } from '../build/dataset/read.ts';
import { Draft } from '../server/src/draft/draft.ts';
import { proseOf } from '../server/src/draft/prose.ts';
import { openField } from '../server/src/features/field.ts';
import { Recogniser } from '../server/src/recognition/mentions.ts';
import { generateRecords } from './generate.ts';

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

const servers = {
  floor: [`${root}/artefacts/bench/floor-server.cjs`],
  rapporteur: [`${root}/dist/rapporteur.js`, 'lsp'],
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
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
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

async function measureStart(draft: string): Promise<Record<ServerName, number[]>> {
  const times: Record<ServerName, number[]> = { floor: [], rapporteur: [] };
  for (let turn = 0; turn < 15; turn++) {
    for (const name of ['floor', 'rapporteur'] as const) {
      const running = await start(name, draft);
      times[name].push(running.milliseconds);
      stop(running);
    }
  }
  return times;
}

async function measureEdits(
  draft: string,
  elsewhere = false,
): Promise<{ times: Record<ServerName, number[]>; memory: Record<ServerName, number> }> {
  const running = { floor: await start('floor', draft), rapporteur: await start('rapporteur', draft) };
  const times: Record<ServerName, number[]> = { floor: [], rapporteur: [] };
  let document = TextDocument.create(uri, 'markdown', 1, draft);
  for (let turn = 0; turn < edits; turn++) {
    const position = document.positionAt(Math.floor(random() * document.getText().length));
    const change = { range: { start: position, end: position }, text: 'e' };
    document = TextDocument.update(document, [change], turn + 2);
    // A letter typed into a word mostly makes it a word of no name; elsewhere the words are whole.
    const asked = elsewhere ? document.positionAt(Math.floor(random() * document.getText().length)) : position;
    for (const name of turn % 2 === 0 ? (['floor', 'rapporteur'] as const) : (['rapporteur', 'floor'] as const)) {
      const { connection } = running[name];
      const begun = performance.now();
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: turn + 2 },
        contentChanges: [change],
      });
      await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: asked });
      times[name].push(performance.now() - begun);
    }
  }
  const memory = { floor: residentMegabytes(running.floor), rapporteur: residentMegabytes(running.rapporteur) };
  stop(running.floor);
  stop(running.rapporteur);
  return { times, memory };
}

/** Median milliseconds of several tasks, each run in turn. */
function inTurns(rounds: number, tasks: Record<string, () => unknown>): Record<string, number> {
  const times = new Map(Object.keys(tasks).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const begun = performance.now();
      task();
      times.get(name)!.push(performance.now() - begun);
    }
  }
  return Object.fromEntries([...times].map(([name, list]) => [name, median(list)]));
}

const rows: [string, string, string, string, string][] = [];
const fixed = (value: number, digits = 2): string => value.toFixed(digits);
const report = (what: string, floor: number, own: number, unit: string, must: string): void => {
  rows.push([what, `${fixed(floor)} ${unit}`, `${fixed(own)} ${unit}`, `${fixed(own / floor)} ×`, must]);
};

const kilobytes = Math.round(text.length / 1000);
console.log(`The draft has ${kilobytes} kB. Starting each server 15 times …`);
const started = await measureStart(text);
report(
  `spawn → first hover, ${kilobytes} kB draft`,
  median(started.floor),
  median(started.rapporteur),
  'ms',
  '≤ 2.5 ×',
);
console.log(`${edits} edits at random places, each with a hover …`);
const edited = await measureEdits(text);
report('edit → hover, median', median(edited.times.floor), median(edited.times.rapporteur), 'ms', '≤ 2 ×');
report(
  'edit → hover, 99th percentile',
  quantile(edited.times.floor, 0.99),
  quantile(edited.times.rapporteur, 0.99),
  'ms',
  '',
);
const apart = await measureEdits(text, true);
report('edit → hover elsewhere, median', median(apart.times.floor), median(apart.times.rapporteur), 'ms', '≤ 2 ×');
report('memory after the edits', edited.memory.floor, edited.memory.rapporteur, 'MB', '≤ 40 MB more');

const megabyte = text.repeat(Math.ceil(1_000_000 / text.length)).slice(0, 1_000_000);
console.log('1,000 edits in a draft of 1 MB …');
const large = await measureEdits(megabyte);
report('edit → hover, 1 MB draft, median', median(large.times.floor), median(large.times.rapporteur), 'ms', '');

console.log('In process, 1 MB …');
const field = openField(readFileSync(`${root}/dist/dataset.bin`));
const units = Uint16Array.from({ length: megabyte.length }, (_, index) => megabyte.charCodeAt(index));
const { lexicon, knowledge } = field;
const stockParser = commonMark.configure(GFM);
const inner = inTurns(9, {
  pass: () => {
    let sum = 0;
    for (let i = 0; i < megabyte.length; i++) sum = (sum + megabyte.charCodeAt(i)) | 0;
    return sum;
  },
  matching: () => lexicon.match(units, units.length),
  lezer: () => stockParser.parse(megabyte),
  draft: () => new Recogniser(knowledge, lexicon).mentions(Draft.open(megabyte)),
  prose: () => {
    const draft = Draft.open(megabyte);
    for (const { tree, start: at } of draft.blocks) proseOf(megabyte, tree, at);
  },
});
report('matching alone against one pass over the text', inner.pass!, inner.matching!, 'ms', '');
report('structure and mentions against @lezer/markdown alone', inner.lezer!, inner.draft!, 'ms', '');

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
  const costs = Array.from({ length: runs }, () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--expose-gc', `${root}/bench/measure-dataset.ts`, path],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as DatasetCost;
  });
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
  const absolute = (part: string, value: string, must: string): void => {
    rows.push([`${what}: ${part}`, '', value, '', must]);
  };
  absolute('load', `${fixed(cost.load)} ms`, load);
  absolute('memory', `${fixed(cost.memory, 1)} MB`, memory);
  for (const [part, name] of [
    ['look-up by id or key', 'byId'],
    ['look-up by name', 'byName'],
    ['names by prefix', 'byPrefix'],
    ['search for sources', 'bySearch'],
  ] as const) {
    absolute(`${part}, median (worst)`, `${fixed(cost[name].median, 3)} (${fixed(cost[name].worst)}) ms`, '≤ 5 ms');
  }
}

console.log('The dataset, in processes of its own …');
reportDataset('the dataset', measureDataset(`${root}/dist/dataset.bin`, 7), '≤ 30 ms', '≤ 40 MB');
const many = 100_000;
console.log(`A dataset of ${many} records, made of the real ones: this takes a minute …`);
const records = readDataset(`${root}/data`);
const generated = generateRecords(many, {
  concepts: records.concepts.map(({ record }) => record),
  sources: records.sources.map(({ record }) => record),
});
const generatedPath = `${root}/artefacts/bench/generated.bin`;
writeFileSync(generatedPath, compileDataset(generated.concepts, generated.sources, records.sharedNames, []));
reportDataset(`${many.toLocaleString('en')} records`, measureDataset(generatedPath, 3), '≤ 1,500 ms', '≤ 400 MB');

const header: [string, string, string, string, string] = ['what', 'floor', 'Rapporteur', 'ratio', 'must'];
const table = [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
console.log(`\n${table}\n`);
const more = edited.memory.rapporteur - edited.memory.floor;
console.log(`Memory above the floor: ${fixed(more, 1)} MB. ${lexicon.nameCount} names.`);

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
