// @ts-check
// `npm start [-- DRAFT] [--no-editor]`, from a bare clone: installs what is needed, builds, prints what is recognised
// in the draft, and opens it in an editor with the extension loaded.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { installExtension, startEditor } from './editor-host.mjs';
import { packageExtension } from './package.mjs';
import {
  cacheFolder,
  editorBuildPackages,
  editorIsInstalled,
  ensureEditor,
  ensureNodeModules,
  ensureSystemPackages,
  npmCommand,
  programOnPath,
  projectEnvironment,
  projectNode,
  root,
  SetUpError,
} from './set-up.mjs';

const usage = `npm start [-- DRAFT] [--no-editor]

Builds Rapporteur, prints what it recognises in DRAFT (a Markdown file; by default the first of examples/),
and opens DRAFT in an editor with the extension loaded: an installed code, codium or cursor, otherwise
VS Code in the browser.

  --no-editor   stop after the print
  --help        print this`;

/** A command line that makes no sense; ends with 2, as the terminal program does. */
class UsageError extends Error {}

/** @returns {{ draft: string, editor: boolean } | undefined} undefined if only help was asked for */
function readArguments() {
  let editor = true;
  let optionsEnded = false;
  /** @type {string[]} */
  const drafts = [];
  for (const argument of process.argv.slice(2)) {
    if (optionsEnded || !argument.startsWith('-')) drafts.push(argument);
    else if (argument === '--') optionsEnded = true;
    else if (argument === '--no-editor') editor = false;
    else if (argument === '--help' || argument === '-h') return undefined;
    else throw new UsageError(`Unknown option ${argument}.\n\n${usage}`);
  }
  if (drafts.length > 1) throw new UsageError(`One draft at a time: ${drafts.join(', ')}.\n\n${usage}`);
  // npm starts scripts in the project's folder and names the caller's.
  const callersFolder = process.env.INIT_CWD ?? process.cwd();
  const draft = drafts[0] === undefined ? firstExample() : resolve(callersFolder, drafts[0]);
  const kind = statSync(draft, { throwIfNoEntry: false });
  if (!kind) throw new UsageError(`There is no file ${draft}.`);
  if (!kind.isFile()) throw new UsageError(`${draft} is not a file${kind.isDirectory() ? ' but a folder' : ''}.`);
  try {
    accessSync(draft, constants.R_OK);
  } catch {
    throw new UsageError(`${draft} may not be read.`);
  }
  return { draft, editor };
}

function firstExample() {
  const folder = join(root, 'examples');
  const first = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && !/^readme/i.test(name))
    .sort()[0];
  if (!first) throw new UsageError(`There is no draft in ${folder}: name one.`);
  return join(folder, first);
}

/**
 * Opens the draft in an editor of the desktop, if one is installed and there is a desktop to show it on.
 * @param {string} draft
 * @returns {boolean}
 */
function openInDesktopEditor(draft) {
  if (!hasDisplay()) return false;
  for (const name of ['code', 'codium', 'cursor']) {
    const program = programOnPath(name);
    if (!program) continue;
    console.log(`Opening ${draft} in ${program} …`);
    const { status } = spawnSync(program, [`--extensionDevelopmentPath=${root}`, draft], { stdio: 'inherit' });
    if (status === 0) return true;
    console.log(`  ${name} ended with ${status}; trying something else.`);
  }
  return false;
}

function hasDisplay() {
  if (process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Opens the draft in the browser-served VS Code, and stays until Ctrl-C.
 * @param {string} draft
 */
async function openInBrowser(draft) {
  if (!editorIsInstalled()) await ensureSystemPackages(editorBuildPackages);
  await ensureEditor();
  const vsix = packageExtension();
  const serverData = join(cacheFolder, 'server-data');
  console.log('Installing the extension into the editor …');
  await installExtension(vsix, serverData);
  const editor = await startEditor({ serverData, trusted: true });
  const address = editor.address({ folder: dirname(draft), file: draft });
  console.log(`\nVS Code with Rapporteur is at\n\n  ${address}\n\nCtrl-C ends it.`);
  if (hasDisplay()) {
    const opener = programOnPath(process.platform === 'darwin' ? 'open' : 'xdg-open');
    if (opener) spawn(opener, [address], { stdio: 'ignore', detached: true }).unref();
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      editor.stop().then(() => process.exit(0));
    });
  }
  const code = await editor.ended;
  throw new SetUpError(`The editor ended by itself (${code}); see ${editor.logFile}.`);
}

async function main() {
  const wanted = readArguments();
  if (!wanted) {
    console.log(usage);
    return 0;
  }
  await ensureNodeModules();
  console.log('Building …');
  const [command, commandArguments] = npmCommand(projectNode, ['run', '--silent', 'build']);
  const options = /** @type {const} */ ({ cwd: root, env: projectEnvironment(), stdio: 'inherit' });
  const build = spawnSync(command, commandArguments, options);
  if (build.status !== 0) throw new SetUpError('The build failed.');

  console.log(`Recognised in ${wanted.draft}:\n`);
  const program = join(root, 'dist', 'rapporteur.js');
  const mentions = spawnSync(projectNode, [program, 'mentions', wanted.draft, '--format', 'text'], options);
  if (mentions.status !== 0) return mentions.status ?? 1;
  if (!wanted.editor || openInDesktopEditor(wanted.draft)) return 0;
  console.log();
  await openInBrowser(wanted.draft);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError || error instanceof SetUpError)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
