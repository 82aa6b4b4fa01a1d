// Runs the suite (suite.ts) inside the editor, in each of the hosts the extension must work in:
//   development  the project's folder as an extension under development, in a trusted window
//   installed    the packaged extension, installed
//   restricted   the same in a window in Restricted Mode, which is what a new folder opens in
//   web          the `browser` entry of the project's folder, in the browser's worker host
// The editor is started through @vscode/test-electron: with launcher.ts, which needs no download, or with the desktop
// VS Code that test-electron downloads where RAPPORTEUR_DESKTOP is set.
import { spawnSync } from 'node:child_process';
import { cpSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { installExtension } from '../../build/editor-host.mjs';
import { cacheFolder, root } from '../../build/set-up.mjs';
import { type CheckReport, reportMark } from './checks.ts';

export type Host = 'development' | 'installed' | 'restricted' | 'web';

const here = import.meta.dirname;
const artefacts = join(root, 'artefacts');
const desktop = Boolean(process.env.RAPPORTEUR_DESKTOP);

/** Why a part of the tests cannot be run with the editor at hand, or undefined. */
export function whyNot(part: Host | 'keyboard' | 'neovim'): string | undefined {
  if (desktop && part === 'restricted') return 'test-electron trusts every folder in the desktop editor';
  if (desktop && part === 'keyboard') return 'it drives the editor in a browser';
  return undefined;
}

/** Runs the suite in a host; each check is reported as it ends. */
export async function runInHost(host: Host, vsix: string, report: (check: CheckReport) => void): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), `rapporteur-${host}-`));
  const logs = join(artefacts, 'logs', host);
  const screenshot = join(artefacts, 'screenshots', `failed-${host}.png`);
  rmSync(logs, { recursive: true, force: true });
  rmSync(screenshot, { force: true });
  mkdirSync(logs, { recursive: true });
  const log = createWriteStream(join(logs, 'console.log'));
  let reported = 0;
  let failed = 0;
  try {
    // A copy: what a check does to the files must not be done to the project's own.
    const workspace = join(temporary, 'workspace');
    cpSync(join(here, 'workspace'), workspace, { recursive: true });
    const packaged = host === 'installed' || host === 'restricted';
    if (packaged && !existsSync(vsix)) throw new Error(`There is no ${vsix}: run npm run package first.`);
    const serverData = join(temporary, 'server-data');
    const profile = ['--extensions-dir', join(temporary, 'extensions'), '--user-data-dir', join(temporary, 'user')];
    const executable = desktop
      ? await downloadAndUnzipVSCode({ cachePath: join(cacheFolder, 'desktop') })
      : process.execPath;
    let extensionHome = root;
    if (packaged) {
      extensionHome = join(desktop ? temporary : serverData, 'extensions');
      if (desktop) installIntoDesktop(executable, vsix, profile);
      else await installExtension(vsix, serverData);
    }
    const suite = await bundleSuite(host, extensionHome);
    const listen = lineReader((line) => {
      log.write(`${line}\n`);
      const at = line.indexOf(reportMark);
      const found = at >= 0 ? readReport(line.slice(at + reportMark.length)) : undefined;
      if (!found) return;
      reported++;
      if (found.failure !== undefined) failed++;
      report(found);
    });
    const kind = host === 'web' ? ['--extensionDevelopmentKind=web'] : [];
    const ended = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: packaged ? join(here, 'carrier') : root,
      extensionTestsPath: suite,
      launchArgs: desktop
        ? [workspace, ...profile, ...kind]
        : [
            ...[join(here, 'launcher.ts'), workspace, `--server-data=${serverData}`],
            ...[`--screenshot=${screenshot}`, ...kind],
            ...(host === 'restricted' ? ['--restricted'] : []),
          ],
      reuseMachineInstall: true,
      stdout: listen,
      stderr: listen,
    }).catch((error: unknown) => error);
    // The exit code alone decides nothing: a suite that was never called could end with 0, too.
    if (reported === 0) throw new Error(`no check was run in the editor (${ended}); see ${logs}`);
    if (ended !== 0 && failed === 0) throw new Error(`the editor ended badly: ${ended}; see ${logs}`);
  } finally {
    log.end();
    keepLogs(join(temporary, 'server-data'), logs);
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

function readReport(text: string): CheckReport | undefined {
  try {
    return JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)) as CheckReport;
  } catch {
    return undefined;
  }
}

/** One CommonJS file that requires nothing but `vscode`; `.cjs`, since the project's package.json says `module`. */
async function bundleSuite(host: Host, extensionHome: string): Promise<string> {
  const outfile = join(artefacts, 'suite', `${host}.cjs`);
  await build({
    entryPoints: [join(here, 'suite.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'web' ? 'browser' : 'node',
    target: 'es2022',
    external: ['vscode'],
    define: { HOST: JSON.stringify(host), EXTENSION_HOME: JSON.stringify(extensionHome) },
    logLevel: 'warning',
  });
  return outfile;
}

function installIntoDesktop(executable: string, vsix: string, profile: string[]): void {
  const [cli = '', ...cliArguments] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const { status } = spawnSync(cli, [...cliArguments, ...profile, '--install-extension', vsix], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`the editor did not install ${vsix}`);
}

/** A stream that calls back for each whole line. */
function lineReader(take: (line: string) => void): Writable {
  let rest = '';
  return new Writable({
    write(chunk, _encoding, done) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
      done();
    },
  });
}

/** Keeps what the editor's server and its extension hosts wrote, for whoever looks into a failure. */
function keepLogs(serverData: string, logs: string): void {
  const folder = join(serverData, 'data', 'logs');
  if (existsSync(join(serverData, 'editor.log'))) cpSync(join(serverData, 'editor.log'), join(logs, 'editor.log'));
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) cpSync(join(folder, name), join(logs, name), { recursive: true });
}
