// Bundles the extension, the server and the terminal program into dist/, with the licences of what is bundled.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { converter, withoutNetwork } from './build/citation-js.mjs';
import { nodeModulesWhenNeeded } from './build/node-modules-when-needed.mjs';

const isProduction = process.argv.includes('--production');
const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  sourcemap: isProduction ? false : 'linked',
  minify: true,
  legalComments: 'none',
  external: ['vscode'],
  define: { rapporteurVersion: JSON.stringify(version) },
  logLevel: 'warning',
  metafile: true,
  plugins: [withoutNetwork],
  alias: { yaml: fileURLToPath(new URL('build/yaml-when-needed.cjs', import.meta.url)) },
  outdir: 'dist',
};
/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  mainFields: ['module', 'main'],
  target: 'node20',
};
/** @type {import('esbuild').BuildOptions} */
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

await mkdir('dist', { recursive: true });
// The bundles are CommonJS, as extension hosts load them; the sources around them are ES modules.
await writeFile('dist/package.json', '{"type":"commonjs"}\n');
const results = await Promise.all([
  build({ ...node, entryPoints: { extension: 'client/src/extension.ts' } }),
  build({
    ...node,
    entryPoints: { program: 'server/src/main.cli.ts' },
    // `launch.ts` runs it as a script, which can require a module, but not import one.
    supported: { 'dynamic-import': false },
    plugins: [withoutNetwork, converter('apart'), nodeModulesWhenNeeded],
  }),
  build({ ...node, entryPoints: { bibtex: 'server/src/library/bibtex-item.ts' } }),
  build({ ...browser, entryPoints: { 'extension.web': 'client/src/extension.web.ts' } }),
  build({
    ...browser,
    entryPoints: { 'server.web': 'server/src/main.browser.ts' },
    format: 'iife',
    plugins: [withoutNetwork, converter('left out')],
  }),
]);

// A text of ASCII alone takes V8 half the room. esbuild leaves other letters only in regular expressions, where they may
// be escaped as well.
const program = (await readFile('dist/program.js', 'utf8')).replace(/[^\0-\x7F]/gu, (letter) =>
  [...Array(letter.length).keys()].map((at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
);
await writeFile('dist/program.js', program);
const programHash = createHash('sha256').update(program).digest('hex').slice(0, 32);
results.push(
  await build({
    ...node,
    entryPoints: { rapporteur: 'server/src/launch.ts' },
    banner: { js: '#!/usr/bin/env node' },
    define: { programHash: JSON.stringify(programHash) },
  }),
);

/** @type {Set<string>} */
const packages = new Set();
for (const { metafile } of results) {
  for (const path of Object.keys(metafile?.inputs ?? {})) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (folder !== undefined) packages.add(folder);
  }
}
const notices = [];
for (const folder of [...packages].sort()) {
  const { name, version: release, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (license === undefined && file === undefined) throw new Error(`${name} is bundled, but states no licence.`);
  const text =
    file === undefined || !existsSync(`${folder}/${file}`) ? '' : await readFile(`${folder}/${file}`, 'utf8');
  notices.push(`## ${name} ${release} (${license})\n\n${text.trim()}\n`);
}
await writeFile('dist/NOTICE.md', `# What is bundled with Rapporteur\n\n${[...new Set(notices)].join('\n')}`);
