// @ts-check
// `npm run package`: builds the product, packs it into artefacts/rapporteur-VERSION.vsix, and looks into the file: it
// must be small and hold what the extension needs and nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { projectEnvironment, projectNode, root, SetUpError } from './set-up.mjs';

/** The programs are some 700 kB; the rest is the dataset, with room for a fifth more. */
const sizeLimit = 9_000_000;
const fileLimit = 40;

/** Where the packaged extension of this version is written. */
export function vsixPath() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, 'artefacts', `${name}-${version}.vsix`);
}

/**
 * Builds in production mode and packs. Throws a SetUpError if a step fails or the package is not as it must be.
 * @returns {string} the path of the package
 */
export function packageExtension() {
  const vsix = vsixPath();
  // What an earlier build left in dist/, source maps above all, must not be packed.
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  node('the build', [join('build', 'build-product.mjs'), '--production']);
  mkdirSync(dirname(vsix), { recursive: true });
  rmSync(vsix, { force: true });
  node('vsce', [
    join('node_modules', '@vscode', 'vsce', 'vsce'),
    ...['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix],
  ]);
  const { size, entries } = readPackage(vsix);
  const faults = packageFaults(size, entries);
  const name = relative(root, vsix);
  if (faults.length > 0) throw new SetUpError(`${name} is not as it must be:\n  ${faults.join('\n  ')}`);
  console.log(`${name}: ${entries.length} files, ${(size / 1000).toFixed(0)} kB`);
  return vsix;
}

/**
 * @param {string} what
 * @param {string[]} nodeArguments
 */
function node(what, nodeArguments) {
  const { status, error, stdout, stderr } = spawnSync(projectNode, nodeArguments, {
    cwd: root,
    // Nobody is there to answer a question that a program might ask.
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env: projectEnvironment(),
  });
  if (error) throw new SetUpError(`${what} could not be started: ${error.message}`);
  const lines = `${stdout}${stderr}`.trimEnd().split('\n');
  if (status !== 0) throw new SetUpError(`${lines.join('\n')}\n${what} ended with ${status}.`);
  // All is well; warnings are still worth reading.
  for (const line of lines) if (/\bwarn(ing)?\b/i.test(line)) console.warn(line);
}

/**
 * @typedef {object} PackageEntry
 * @property {string} path
 * @property {() => Buffer} read
 */

/**
 * Reads a .vsix, which is a zip file, from its central directory.
 * @param {string} path
 * @returns {{ size: number, entries: PackageEntry[] }}
 */
export function readPackage(path) {
  const bytes = readFileSync(path);
  // The record that ends a zip file is its last 22 bytes, unless a comment follows it.
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== 0x06054b50) end--;
  if (end < 0) throw new SetUpError(`${path} is not a zip file.`);
  const count = bytes.readUInt16LE(end + 10);
  /** @type {PackageEntry[]} */
  const entries = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new SetUpError(`${path} has a broken table of contents.`);
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (name.endsWith('/')) continue;
    const read = () => {
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const content = bytes.subarray(start, start + packed);
      return method === 0 ? content : inflateRawSync(content);
    };
    entries.push({ path: name, read });
  }
  return { size: bytes.length, entries };
}

/**
 * What is wrong with a package; nothing, if it may be handed out.
 * @param {number} size
 * @param {PackageEntry[]} entries
 * @returns {string[]}
 */
export function packageFaults(size, entries) {
  /** @type {string[]} */
  const faults = [];
  if (size >= sizeLimit) faults.push(`it is ${size} bytes; less than ${sizeLimit} is allowed`);
  if (entries.length >= fileLimit) faults.push(`it has ${entries.length} files; fewer than ${fileLimit} are allowed`);
  const paths = new Set(entries.map((entry) => entry.path));
  for (const { path, read } of entries) {
    const inside = path.replace(/^extension\//, '');
    if (/\.map$/.test(inside)) faults.push(`it holds a source map: ${path}`);
    if (/^(test|bench|build|client\/src|server|examples)\//.test(inside) || /(^|\/)node_modules\//.test(inside)) {
      faults.push(`it holds what only development needs: ${path}`);
    }
    if (/^data\/.*\.ya?ml$/.test(inside)) faults.push(`it holds the dataset's source: ${path}`);
    if (/\.(c|m)?js$/.test(inside) && /\/\/# sourceMappingURL=/.test(read().toString('utf8').slice(-500))) {
      faults.push(`it refers to a source map: ${path}`);
    }
  }
  const manifestEntry = entries.find((entry) => entry.path === 'extension/package.json');
  if (!manifestEntry) return [...faults, 'it has no package.json'];
  const manifest = JSON.parse(manifestEntry.read().toString('utf8'));
  for (const field of ['main', 'browser', 'icon']) {
    if (!manifest[field]) faults.push(`its package.json has no "${field}"`);
    else if (!paths.has(posix.join('extension', manifest[field])))
      faults.push(`it lacks its ${field}, ${manifest[field]}`);
  }
  for (const [what, pattern] of /** @type {const} */ ([
    ['README', /^extension\/readme\.md$/i],
    ['licence', /^extension\/licen[cs]e(\.\w+)?$/i],
    ['list of changes', /^extension\/changelog\.md$/i],
    ['licence notices of what is bundled', /^extension\/(.*\/)?[^/]*notices?[^/]*$/i],
  ])) {
    if (![...paths].some((path) => pattern.test(path))) faults.push(`it lacks a ${what}`);
  }
  return faults;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (!existsSync(projectNode)) throw new SetUpError('The packages are not installed: run npm ci first.');
    packageExtension();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
    exit(1);
  }
}
