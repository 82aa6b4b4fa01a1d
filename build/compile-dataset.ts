/** Compiles `data/` into `dist/dataset.bin`. Records with problems stop it: what is shipped has passed the checks. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkDataset } from './dataset/check.ts';
import { compileDataset } from './dataset/compile.ts';
import { readDataset } from './dataset/read.ts';

const root = new URL('../', import.meta.url);
const dataset = readDataset(fileURLToPath(new URL('data', root)));
const problems = [...dataset.problems, ...checkDataset(dataset)];
if (problems.length > 0) {
  for (const { file, line, message } of problems.slice(0, 20)) console.error(`data/${file}:${line}: ${message}`);
  console.error(
    `The dataset has ${problems.length} problems; it is not compiled. “npm run data:check” lists them all.`,
  );
  process.exit(1);
}
const bytes = compileDataset(
  dataset.concepts.map(({ record }) => record),
  dataset.sources.map(({ record }) => record),
  dataset.sharedNames,
  dataset.lookAlikes,
  dataset.states,
);
mkdirSync(new URL('dist/', root), { recursive: true });
writeFileSync(new URL('dist/dataset.bin', root), bytes);
console.log(
  `Compiled ${dataset.concepts.length} concepts and ${dataset.sources.length} sources (${Math.round(bytes.length / 1024)} kB).`,
);
