/**
 * What an open draft costs in memory, in a process of its own, as one line of JSON: bytes that stay in use when it is
 * recognised. `node --expose-gc bench/measure-memory.ts DATASET DRAFT`
 */
import { readFileSync } from 'node:fs';
import { Draft } from '../server/src/draft/draft.ts';
import { openField } from '../server/src/features/field.ts';

const [dataset, path] = process.argv.slice(2);
if (dataset === undefined || path === undefined) throw new Error('Name the compiled dataset and the draft.');
const used = (): number => {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const { recogniser } = openField(readFileSync(dataset));
const text = readFileSync(path, 'utf8');
// What is made once for all drafts is not the draft's.
recogniser.mentions(Draft.open(text.slice(0, 20_000)));
const before = used();
const draft = Draft.open(text);
recogniser.blockMentions(draft);
const after = used();
console.log(JSON.stringify({ bytes: after - before, units: draft.text.length, blocks: draft.blocks.length }));
