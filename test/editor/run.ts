// `npm run editor`: runs what is tested in real editors, and prints a line for each check.
// `--only development,installed,restricted,web,keyboard,neovim` chooses; `vsix` stands for installed and restricted.
// Needs dist/ (npm run build) and the package (npm run package); npm test makes them first.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { vsixPath } from '../../build/package.mjs';
import { root } from '../../build/set-up.mjs';
import type { CheckReport } from './checks.ts';
import { runInHost, whyNot } from './hosts.ts';

type Part = 'development' | 'installed' | 'restricted' | 'web' | 'keyboard' | 'neovim';
const parts: readonly Part[] = ['development', 'installed', 'restricted', 'web', 'keyboard', 'neovim'];

function chosenParts(): readonly Part[] {
  const words = process.argv.slice(2);
  if (words.length === 0) return parts;
  const [option, list] = words[0]?.startsWith('--only=') ? ['--only', words[0].slice(7)] : words;
  const names = (list ?? '').split(',').flatMap((name) => (name === 'vsix' ? ['installed', 'restricted'] : [name]));
  const unknown = names.find((name) => !(parts as readonly string[]).includes(name));
  if (option !== '--only' || unknown !== undefined) {
    console.error(`node test/editor/run.ts [--only ${parts.join(',')},vsix]`);
    process.exit(2);
  }
  return parts.filter((part) => names.includes(part));
}

// Whoever reads the output may stop reading (`| head`); the editor must not be left behind then.
process.stdout.on('error', () => process.exit(1));

let passed = 0;
let failed = 0;

function report(part: Part, { name, failure, milliseconds }: CheckReport): void {
  if (failure === undefined) passed++;
  else failed++;
  console.log(`${failure === undefined ? '✔' : '✖'} ${part}: ${name} (${milliseconds} ms)`);
  if (failure !== undefined) console.log(failure.replace(/^/gm, '    '));
}

async function runPart(part: Part): Promise<void> {
  const vsix = vsixPath();
  const take = (check: CheckReport) => report(part, check);
  switch (part) {
    case 'keyboard':
      return (await import('./keyboard.ts')).runKeyboard(vsix, take);
    case 'neovim':
      return (await import('./neovim.ts')).runNeovim(take);
    default:
      return runInHost(part, vsix, take);
  }
}

if (!existsSync(join(root, 'dist', 'rapporteur.js'))) {
  console.error('There is nothing to test: run npm run build first.');
  process.exit(2);
}
for (const part of chosenParts()) {
  const reason = whyNot(part);
  if (reason) {
    console.log(`- ${part}: left out (${reason})`);
    continue;
  }
  const began = Date.now();
  try {
    await runPart(part);
  } catch (error) {
    const failure = error instanceof Error ? String(error.stack) : String(error);
    report(part, { name: 'runs to the end', failure, milliseconds: Date.now() - began });
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
