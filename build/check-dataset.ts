/** `npm run data:check`: checks every record, prints what is wrong with file and line, and a report on what there is. */
import { fileURLToPath } from 'node:url';
import { checkDataset } from './dataset/check.ts';
import { readDataset } from './dataset/read.ts';
import { canRender, problemsOfRendering, renderedStyles } from './dataset/render.ts';
import { reportOn } from './dataset/report.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../data', import.meta.url));
const dataset = readDataset(folder);
const problems = [...dataset.problems, ...checkDataset(dataset)];
const rendering = canRender();
if (rendering) problems.push(...problemsOfRendering(dataset));
problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
for (const { file, line, message } of problems) console.error(`data/${file}:${line}: ${message}`);

console.log(reportOn(dataset));
console.log(
  rendering
    ? `rendering  every source with pandoc in ${renderedStyles.join(', ')}`
    : 'rendering  not checked: pandoc and the package citation-style-language-styles are not on this machine',
);
if (problems.length > 0) {
  console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`);
  process.exitCode = 1;
}
