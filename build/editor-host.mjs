// @ts-check
// Starts the browser-served VS Code that set-up.mjs installs (code-server), installs extensions into it, and makes the
// addresses under which a browser opens a folder, a file, or an extension with its test suite.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { editorCode, projectEnvironment, projectNode } from './set-up.mjs';

// code-server's own entry does not pass on --enable-smoke-test-driver, without which a built VS Code ignores the
// extension and the suite that an address names. So VS Code's server is started itself.
const serverMain = join(editorCode, 'out', 'server-main.js');

// What the editor would otherwise put beside the draft, or send into the network, on its own account.
const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
};

/** @returns {Promise<number>} a port of 127.0.0.1 that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/**
 * What an address opens. Paths are absolute.
 * @typedef {object} Opened
 * @property {string} folder
 * @property {string} [file]
 * @property {string} [extension] the folder of an extension under development
 * @property {string} [suite] the file whose `run` is called in the extension host
 */

/**
 * @typedef {object} Editor
 * @property {number} port
 * @property {number} pid
 * @property {string} logFile
 * @property {(opened: Opened) => string} address
 * @property {() => Promise<void>} stop
 * @property {Promise<number | null>} ended the exit code, when the server has ended
 */

/**
 * Starts the editor on a free port of 127.0.0.1 and waits until it answers.
 * @param {object} options
 * @param {string} options.serverData where installed extensions and logs live
 * @param {boolean} [options.trusted] treat every folder as trusted; otherwise a new window is in Restricted Mode
 * @param {boolean} [options.automation] obey an address that names an extension under development or a suite
 * @returns {Promise<Editor>}
 */
export async function startEditor({ serverData, trusted = false, automation = false }) {
  const settings = join(serverData, 'data', 'Machine', 'settings.json');
  mkdirSync(dirname(settings), { recursive: true });
  if (!existsSync(settings)) writeFileSync(settings, `${JSON.stringify(quietSettings, null, 2)}\n`);
  const port = await freePort();
  // Other users of the machine can reach the port too; only those who know the token get in.
  const token = randomBytes(16).toString('hex');
  const logFile = join(serverData, 'editor.log');
  const log = openSync(logFile, 'w');
  const child = spawn(
    projectNode,
    [
      serverMain,
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--accept-server-license-terms', '--server-data-dir', serverData, '--telemetry-level', 'off'],
      ...(trusted ? ['--disable-workspace-trust'] : []),
      ...(automation ? ['--enable-smoke-test-driver'] : []),
    ],
    { stdio: ['ignore', log, log], env: editorEnvironment(serverData) },
  );
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
  let running = true;
  ended.then(() => {
    running = false;
  });

  const deadline = Date.now() + 60_000;
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/version`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) break;
    if (!running || Date.now() > deadline) {
      child.kill();
      const said = readFileSync(logFile, 'utf8').trimEnd();
      throw new Error(`The editor did not start on port ${port}.\n${said}`);
    }
    await delay(100);
  }

  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  return {
    port,
    pid: child.pid ?? 0,
    logFile,
    ended,
    address({ folder, file, extension, suite }) {
      const payload = [
        ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
        ...(suite ? [['extensionTestsPath', remote(suite)]] : []),
        ...(file ? [['openFile', remote(file)]] : []),
        ['skipWelcome', 'true'],
      ];
      // Slashes and colons may stand as they are in a query, and an address with them can be read.
      const value = (/** @type {string} */ text) =>
        encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',');
      const query = `folder=${value(folder)}&payload=${value(JSON.stringify(payload))}`;
      return `http://127.0.0.1:${port}/?tkn=${token}&${query}`;
    },
    async stop() {
      if (!running) return;
      child.kill();
      // The server waits for its windows; a window that never says goodbye must not keep it.
      const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}

/**
 * Installs a packaged extension into an editor's data folder.
 * @param {string} vsix
 * @param {string} serverData
 * @returns {Promise<void>}
 */
export function installExtension(vsix, serverData) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      projectNode,
      [
        serverMain,
        ...['--accept-server-license-terms', '--server-data-dir', serverData],
        ...['--install-extension', vsix, '--force'],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: editorEnvironment(serverData) },
    );
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      // The program ends with 0 even where it could not install.
      if (code === 0 && /successfully installed/i.test(said)) resolve();
      else reject(new Error(`${vsix} could not be installed into the editor:\n${said.trimEnd()}`));
    });
  });
}

/**
 * The editor's environment, without what would make it believe it runs inside another editor, and with a place of its
 * own for the notes it keeps about the machine.
 * @param {string} serverData
 */
function editorEnvironment(serverData) {
  const env = projectEnvironment({ XDG_CACHE_HOME: join(serverData, 'cache') });
  for (const name of Object.keys(env)) if (/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)) delete env[name];
  return env;
}
