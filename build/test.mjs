// @ts-check
// `npm test`, from a bare clone: does all the set-up and runs every suite, each printed with its time.
// `npm test -- --only unit,protocol` chooses. The last line counts what passed and failed over all of them.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import {
  editorBuildPackages,
  editorIsInstalled,
  ensureEditor,
  ensureNodeModules,
  ensureSystemPackages,
  npmCommand,
  projectEnvironment,
  projectNode,
  root,
  SetUpError,
} from './set-up.mjs';

/**
 * A suite is an npm script. One that `counts` prints how many of its checks passed and failed; any other is a single
 * check, passed if it ends with 0. `after` names suites without whose success it would say nothing.
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} [counts]
 * @property {string[]} [after]
 * @property {string[]} [programs] system packages it needs
 * @property {boolean} [editor] whether it needs the editor
 * @property {number} minutes a suite that takes longer is ended and has failed
 */

/** @type {Suite[]} */
const suites = [
  { name: 'types', minutes: 5 },
  { name: 'lint', minutes: 5 },
  { name: 'data:check', programs: ['pandoc', 'citation-style-language-styles'], minutes: 5 },
  { name: 'build', minutes: 5 },
  { name: 'unit', counts: true, programs: ['pandoc', 'citation-style-language-styles'], minutes: 10 },
  { name: 'protocol', counts: true, after: ['build'], programs: ['pandoc'], minutes: 10 },
  { name: 'package', after: ['build'], minutes: 5 },
  {
    name: 'editor',
    counts: true,
    after: ['build', 'package'],
    programs: ['chromium', 'neovim'],
    editor: true,
    minutes: 15,
  },
];

/** @returns {Suite[]} */
function chosenSuites() {
  const words = process.argv.slice(2);
  /** @type {string[]} */
  const names = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--only') names.push(...(words[++index] ?? '').split(','));
    else if (word.startsWith('--only=')) names.push(...word.slice('--only='.length).split(','));
    else throw new UsageError(`Unknown argument ${word}.`);
  }
  if (names.length === 0 && words.length === 0) return suites;
  const known = new Set(suites.map((suite) => suite.name));
  for (const name of names) if (!known.has(name)) throw new UsageError(`There is no suite "${name}".`);
  return suites.filter((suite) => names.includes(suite.name));
}

class UsageError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(`${message}\nnpm test [-- --only ${suites.map((suite) => suite.name).join(',')}]`);
  }
}

/** @param {Suite[]} chosen */
async function setUp(chosen) {
  await ensureNodeModules();
  const packages = new Set(chosen.flatMap((suite) => suite.programs ?? []));
  const needsEditor = chosen.some((suite) => suite.editor) && !process.env.RAPPORTEUR_DESKTOP;
  // Compilers are needed only for installing the editor.
  if (needsEditor && !editorIsInstalled()) for (const name of editorBuildPackages) packages.add(name);
  await ensureSystemPackages([...packages]);
  if (needsEditor) await ensureEditor();
}

/** @type {import('node:child_process').ChildProcess | undefined} */
let current;

// A suite is a group of processes of its own, so that ending it ends what it started.
function endCurrent() {
  if (current?.pid === undefined) return;
  try {
    process.kill(-current.pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    endCurrent();
    process.exit(1);
  });
}

/**
 * Runs one suite, shows what it prints, and counts.
 * @param {Suite} suite
 * @returns {Promise<{ passed: number, failed: number, seconds: number, why: string }>} `why` is empty if it passed
 */
async function runSuite(suite) {
  const began = Date.now();
  const [command, commandArguments] = npmCommand(projectNode, ['run', '--silent', suite.name]);
  const child = spawn(command, commandArguments, {
    cwd: root,
    env: projectEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  current = child;
  let output = '';
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    from.setEncoding('utf8');
    from.on('data', (/** @type {string} */ text) => {
      to.write(text);
      if (suite.counts && from === child.stdout) output += text;
    });
  }
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    endCurrent();
  }, suite.minutes * 60_000);
  const ended = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  clearTimeout(limit);
  current = undefined;

  const seconds = (Date.now() - began) / 1000;
  let why = '';
  if (late) why = `took longer than ${suite.minutes} minutes`;
  else if (ended !== 0) why = `ended with ${ended}`;
  if (!suite.counts) return { passed: why ? 0 : 1, failed: why ? 1 : 0, seconds, why };
  let { passed, failed } = countChecks(output);
  if (!why && passed + failed === 0) why = 'ran no check';
  if (!why && failed > 0) why = `${failed} failed`;
  // A suite that ended badly has failed, whatever it counted before.
  if (why && failed === 0) failed = 1;
  return { passed, failed, seconds, why };
}

/**
 * Reads the numbers that node:test ("ℹ pass 12", "# pass 12") and our own runners ("12 passed, 0 failed") print.
 * @param {string} output
 */
function countChecks(output) {
  let passed = 0;
  let failed = 0;
  for (const line of stripVTControlCharacters(output).split('\n')) {
    const ours = /^(\d+) passed, (\d+) failed$/.exec(line.trim());
    if (ours) {
      passed += Number(ours[1]);
      failed += Number(ours[2]);
    }
    const nodes = /^(?:ℹ|#) (pass|fail|cancelled) (\d+)$/.exec(line.trim());
    if (nodes?.[1] === 'pass') passed += Number(nodes[2]);
    else if (nodes) failed += Number(nodes[2]);
  }
  return { passed, failed };
}

async function main() {
  const chosen = chosenSuites();
  await setUp(chosen);
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const summary = [];
  /** @type {Set<string>} */
  const bad = new Set();
  for (const suite of chosen) {
    const missing = (suite.after ?? []).filter((name) => bad.has(name));
    if (missing.length > 0) {
      bad.add(suite.name);
      failed += 1;
      summary.push(`  ${suite.name}: not run, because ${missing.join(' and ')} failed`);
      continue;
    }
    console.log(`\n── ${suite.name} ──`);
    const result = await runSuite(suite);
    passed += result.passed;
    failed += result.failed;
    if (result.why) bad.add(suite.name);
    const counted = suite.counts ? `, ${result.passed} passed, ${result.failed} failed` : '';
    const line = `${suite.name}: ${result.why ? `FAILED (${result.why})` : 'passed'}${counted}, ${result.seconds.toFixed(1)} s`;
    console.log(`── ${line}`);
    summary.push(`  ${line}`);
  }
  console.log(`\n${summary.join('\n')}`);
  if (bad.size > 0) console.log(`Failed: ${[...bad].join(', ')}`);
  console.log(`${passed} passed, ${failed} failed`);
  return bad.size > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError || error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
  // A machine that cannot be set up has not passed.
  if (error instanceof SetUpError) console.log('0 passed, 1 failed');
}
