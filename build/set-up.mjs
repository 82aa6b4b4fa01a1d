// @ts-check
// Puts in place what the project needs on a machine that has only Node 20 or later: the packages of the
// lockfile, programs of the system, and an editor (code-server) in the user's cache folder.
// It runs before anything is installed, so it imports nothing but Node's own modules. Programs are started with
// lists of arguments, never through a shell.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where things outlive a checkout: the editor, and the data of the editor that `npm start` opens. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'rapporteur');

export const editorVersion = '4.139.1';
export const editorHome = join(cacheFolder, `editor-${editorVersion}`);

/** The Node of the lockfile, which may be newer than the one running this file. */
export const projectNode = join(root, 'node_modules', '.bin', 'node');

/** A condition of the machine that stops the work; its message is all the user needs to read. */
export class SetUpError extends Error {}

/**
 * The environment for child processes: the project's own programs, its Node first among them, before the machine's.
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(more = {}) {
  const own = join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${own}${delimiter}${process.env.PATH ?? ''}`, ...more };
}

/**
 * The full path of a program on PATH, or undefined.
 * @param {string} name
 */
export function programOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (!folder) continue;
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile()) return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/**
 * The command line that runs npm under a given Node. `npm_execpath` is set when npm itself started this process.
 * @param {string} node
 * @param {string[]} npmArguments
 * @returns {[string, string[]]}
 */
export function npmCommand(node, npmArguments) {
  const started = process.env.npm_execpath;
  if (started && /npm-cli\.[cm]?js$/.test(started) && existsSync(started)) return [node, [started, ...npmArguments]];
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (existsSync(beside)) return [node, [beside, ...npmArguments]];
  return ['npm', npmArguments];
}

/**
 * Prints one line, runs a program quietly, says now and then that it is still at it, and prints how long it took.
 * What the program wrote is shown only if it fails.
 * @param {string} what
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
async function step(what, command, commandArguments, options = {}) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.log(`${what} …`);
  const heartbeat = setInterval(() => console.log(`  still at it after ${seconds()} s`), 20_000);
  try {
    /** @type {Buffer[]} */
    const output = [];
    const code = await new Promise((resolve, reject) => {
      const child = spawn(command, commandArguments, {
        cwd: options.cwd ?? root,
        env: options.env ?? projectEnvironment(),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout.on('data', (chunk) => output.push(chunk));
      child.stderr.on('data', (chunk) => output.push(chunk));
      child.on('error', reject);
      child.on('close', (status, signal) => resolve(status ?? signal));
    }).catch((error) => {
      throw new SetUpError(`${what}: ${command} could not be started (${error.message}).`);
    });
    if (code !== 0) {
      const lines = Buffer.concat(output).toString('utf8').trimEnd().split('\n');
      // npm says what is wrong first, compilers last.
      const shown = lines.length > 80 ? [...lines.slice(0, 30), '…', ...lines.slice(-50)] : lines;
      throw new SetUpError(`${shown.join('\n')}\n${what}: ${command} ended with ${code}.`);
    }
    console.log(`  done in ${seconds()} s`);
  } finally {
    clearInterval(heartbeat);
  }
}

/**
 * @param {string} path
 * @returns {any} the parsed file, or undefined if it is missing or broken
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list of what it installed at the end
 * of an installation, so an interrupted one has no list, and a list that differs is out of date.
 */
export function nodeModulesAreCurrent() {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !installed) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    // Packages for other platforms are listed in the lockfile, and rightly absent.
    if (!installed[path] && (entry.optional || entry.devOptional)) continue;
    if (installed[path]?.version !== entry.version) return false;
    if (!existsSync(join(root, path))) return false;
  }
  for (const path of Object.keys(installed)) if (!wanted[path]) return false;
  return spawnSync(projectNode, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Installs the packages of package-lock.json unless they are there already. */
export async function ensureNodeModules() {
  if (nodeModulesAreCurrent()) return;
  const [command, commandArguments] = npmCommand(process.execPath, [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  await step('Installing the packages of package-lock.json (about half a minute)', command, commandArguments, {
    env: process.env,
  });
  if (spawnSync(projectNode, ['--version'], { stdio: 'ignore' }).status !== 0) {
    throw new SetUpError(
      'npm installed the packages, but node_modules/.bin/node does not start: the install script of the package ' +
        '"node" did not run. Allow it (npm config get ignore-scripts should print false), and run this again.',
    );
  }
}

/**
 * Programs and libraries of the system: the Debian package that has each, how to see that it is there, and how to get
 * it elsewhere.
 * @type {Record<string, { there: () => boolean, elsewhere: string }>}
 */
const systemPackages = {
  chromium: {
    there: () => chromiumPath() !== undefined,
    elsewhere: 'Chromium or Chrome (or set CHROMIUM to the path of one)',
  },
  'libkrb5-dev': {
    there: () => existsSync('/usr/include/gssapi/gssapi.h') || programOnPath('krb5-config') !== undefined,
    elsewhere: "Kerberos' headers (krb5-devel, krb5)",
  },
  'pkg-config': { there: () => Boolean(programOnPath('pkg-config')), elsewhere: 'pkg-config' },
  make: { there: () => Boolean(programOnPath('make')), elsewhere: 'make' },
  'g++': { there: () => Boolean(programOnPath('g++') ?? programOnPath('clang++')), elsewhere: 'a C++ compiler' },
  python3: { there: () => Boolean(programOnPath('python3')), elsewhere: 'Python 3' },
  neovim: { there: () => Boolean(programOnPath('nvim')), elsewhere: 'Neovim 0.7 or later' },
  pandoc: { there: () => Boolean(programOnPath('pandoc')), elsewhere: 'pandoc' },
  'citation-style-language-styles': {
    there: () => existsSync('/usr/share/citation-style-language/styles/oscola.csl'),
    elsewhere: 'the CSL styles in /usr/share/citation-style-language/styles',
  },
};

/** What compiling the editor's native modules takes. */
export const editorBuildPackages = ['libkrb5-dev', 'pkg-config', 'make', 'g++', 'python3'];

/** The Chromium or Chrome to drive, or undefined. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const path = programOnPath(name);
    if (path) return path;
  }
  return ['/Applications/Chromium.app/Contents/MacOS/Chromium'].find((path) => existsSync(path));
}

/**
 * Sees to it that programs of the system are there. As root on Debian and its kin it installs what is missing;
 * elsewhere it says what is missing and how to get it.
 * @param {string[]} names Debian's names of the packages
 */
export async function ensureSystemPackages(names) {
  const missing = () => names.filter((name) => !systemPackages[name]?.there());
  const wanted = missing();
  if (wanted.length === 0) return;
  const apt = programOnPath('apt-get');
  if (!apt || process.getuid?.() !== 0) {
    const list = wanted.map((name) => systemPackages[name]?.elsewhere ?? name).join(', ');
    const how = apt
      ? `Run: sudo apt-get update && sudo apt-get install -y ${wanted.join(' ')}`
      : 'Install it with the package manager of your system, and see that it is on PATH.';
    throw new SetUpError(`Missing on this machine: ${list}.\n${how}\nThen run this again.`);
  }
  const env = projectEnvironment({ DEBIAN_FRONTEND: 'noninteractive' });
  await step("Updating the system's list of packages", apt, ['update', '-q'], { env });
  const install = ['install', '-y', '-q', '--no-install-recommends', '-o', 'Dpkg::Use-Pty=0', ...wanted];
  await step(`Installing system packages: ${wanted.join(', ')}`, apt, install, { env });
  const still = missing();
  if (still.length > 0) throw new SetUpError(`apt-get succeeded, but this is still missing: ${still.join(', ')}.`);
}

/** The folder of VS Code's own files inside the installed editor. */
export const editorCode = join(editorHome, 'node_modules', 'code-server', 'lib', 'vscode');

// Written last, so that an installation that was cut short has none. It names the ABI of the Node that compiled the
// native modules: the editor does not run under another.
const editorStamp = join(editorHome, 'installed.json');

function projectNodeAbi() {
  const answer = spawnSync(projectNode, ['--print', 'process.versions.modules'], { encoding: 'utf8' });
  return answer.stdout?.trim() ?? '';
}

/** Whether the editor of the cache folder is complete. */
export function editorIsInstalled() {
  const stamp = readJson(editorStamp);
  return stamp?.version === editorVersion && stamp?.abi === projectNodeAbi() && existsSync(editorCode);
}

/** Whether the editor starts and its native modules load, whoever installed it. */
function editorWorks() {
  const main = join(editorCode, 'out', 'server-main.js');
  if (!existsSync(main)) return false;
  if (spawnSync(projectNode, [main, '--version'], { stdio: 'ignore', timeout: 60_000 }).status !== 0) return false;
  const natives = ['kerberos', '@vscode/spdlog', '@parcel/watcher', 'node-pty', '@vscode/sqlite3'];
  const load = natives.map((name) => `require(${JSON.stringify(join(editorCode, 'node_modules', name))});`).join('');
  return spawnSync(projectNode, ['-e', load], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

function writeEditorStamp() {
  writeFileSync(editorStamp, `${JSON.stringify({ version: editorVersion, abi: projectNodeAbi() })}\n`);
}

/** Installs the editor into the cache folder unless it is there already. Needs node_modules. */
export async function ensureEditor() {
  if (editorIsInstalled()) return;
  if (editorWorks()) {
    writeEditorStamp();
    return;
  }
  rmSync(editorHome, { recursive: true, force: true });
  mkdirSync(editorHome, { recursive: true });
  writeFileSync(join(editorHome, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--no-audit', '--no-fund', '--loglevel=error', `code-server@${editorVersion}`];
  // The editor's own install script insists on being run by the Node that will run the editor.
  const [command, commandArguments] = npmCommand(projectNode, install);
  const env = projectEnvironment({ npm_config_unsafe_perm: 'true' });
  // What an npm that runs this hands down, its Node's version above all, is not true of the npm that is started here.
  for (const name of Object.keys(env)) {
    if (/^npm_(?!config_)|^npm_config_(user_agent|(local_|global_)?prefix)$|^INIT_CWD$/.test(name)) delete env[name];
  }
  const what = `Installing the editor, code-server ${editorVersion}, into ${editorHome} (about three minutes, 620 MB)`;
  await step(what, command, commandArguments, { cwd: editorHome, env });
  if (!editorWorks()) {
    throw new SetUpError(
      `The editor was installed into ${editorHome} but does not start: see that npm may run install scripts ` +
        '(npm config get ignore-scripts should print false), and run this again.',
    );
  }
  writeEditorStamp();
}
