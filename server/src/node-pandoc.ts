/**
 * The user's own pandoc, which Node can start: without a shell, over standard input and output, in its sandbox, and with no way
 * to the network: a style is always a file on this computer, and a dependent one is replaced by its parent.
 */
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';

/** Milliseconds that pandoc may take, and units that it may print. */
const longestRun = 10_000;
const longestOutput = 4_000_000;
const largestStyle = 4_000_000;

const styleFolders = (): string[] => [
  join(homedir(), '.local', 'share', 'pandoc', 'csl'),
  join(homedir(), '.pandoc', 'csl'),
  ...(process.env.APPDATA === undefined ? [] : [join(process.env.APPDATA, 'pandoc', 'csl')]),
  join(homedir(), 'Zotero', 'styles'),
  '/usr/share/citation-style-language/styles',
];

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/**
 * The file of a style, or of the style that it depends on.
 *
 * @param name a path, or the name of a style without `.csl`
 * @param folder what a relative path is relative to
 * @throws Error that says, for the log, why there is none
 */
export function styleFile(name: string, folder: string | undefined): string {
  // Neither an address nor a share of the network is a file on this computer.
  if (/^[a-z][a-z\d+.-]+:/i.test(name) || /^(?:\\\\|\/\/)/.test(name))
    throw new Error(`${name} is not a file on this computer: styles are never fetched`);
  const file = /\.csl$/i.test(name) ? name : `${name}.csl`;
  const isName = !/[\\/]/.test(name);
  const places = isAbsolute(file)
    ? [file]
    : [
        ...(folder === undefined ? [] : [resolve(folder, file)]),
        ...(isName ? styleFolders().map((one) => join(one, file)) : []),
      ];
  const found = places.find(isFile);
  if (found === undefined) throw new Error(`there is no style ${name} (looked for ${places.join(', ') || 'nothing'})`);
  if (statSync(found).size > largestStyle) throw new Error(`${found} is too large for a style`);
  const parent = parentOf(readFileSync(found, 'utf8'));
  if (parent === undefined) return found;
  const here = dirname(found);
  const parents = [here, dirname(here), ...styleFolders()].map((one) => join(one, `${parent}.csl`));
  const independent = parents.find((one) => isFile(one) && parentOf(readFileSync(one, 'utf8')) === undefined);
  if (independent === undefined)
    throw new Error(`${found} depends on the style ${parent}, which is not on this computer and is never fetched`);
  return independent;
}

/** The name of the style that a dependent style stands for. */
function parentOf(style: string): string | undefined {
  const link = /<link\b[^>]*\brel\s*=\s*["']independent-parent["'][^>]*>/.exec(style)?.[0];
  const address = link === undefined ? undefined : /\bhref\s*=\s*["']([^"']+)["']/.exec(link)?.[1];
  return address === undefined ? undefined : basename(address).replace(/\.csl$/, '');
}

/**
 * Makes what a style makes of a document that has its references in it.
 *
 * @param program pandoc’s path or name
 * @returns the document as pandoc's JSON
 * @throws Error that says, for the log, what went wrong
 */
export function runPandoc(program: string, style: string, document: string): Promise<string> {
  return new Promise((done, failed) => {
    const args = ['--sandbox', '--citeproc', `--csl=${style}`, '--from=markdown', '--to=json'];
    const nowhere = 'http://127.0.0.1:1';
    const child = spawn(program, args, {
      shell: false,
      windowsHide: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      // Should it ever want to fetch something, it does not get far.
      env: { ...process.env, http_proxy: nowhere, https_proxy: nowhere, no_proxy: '' },
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), longestRun);
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      if (output.length > longestOutput) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      if (errors.length < 1000) errors += part;
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      failed(
        new Error(
          error.code === 'ENOENT' ? `there is no program ${program}` : `${program} did not start: ${error.message}`,
        ),
      );
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) done(output);
      else if (signal !== null) failed(new Error(`${program} took too long or printed too much`));
      else if (/sandbox/.test(errors)) failed(new Error(`${program} is older than 2.15 and has no sandbox`));
      else failed(new Error(`${program} failed: ${errors.trim().split('\n')[0] ?? `exit code ${code}`}`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(document);
  });
}
