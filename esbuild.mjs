// Bundles the extension, the server and the terminal program into dist/.
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const isProduction = process.argv.includes('--production');
const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  sourcemap: isProduction ? false : 'linked',
  minify: isProduction,
  legalComments: 'none',
  external: ['vscode'],
  define: { rapporteurVersion: JSON.stringify(version) },
  logLevel: 'warning',
};
const node = { ...common, platform: 'node', mainFields: ['module', 'main'], target: 'node20' };
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

await mkdir('dist', { recursive: true });
// The bundles are CommonJS, as extension hosts load them; the sources around them are ES modules.
await writeFile('dist/package.json', '{"type":"commonjs"}\n');
await Promise.all([
  build({ ...node, entryPoints: { extension: 'client/src/extension.ts' }, outdir: 'dist' }),
  build({ ...node, entryPoints: { rapporteur: 'server/src/main.cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } }),
  build({ ...browser, entryPoints: { 'extension.web': 'client/src/extension.web.ts' }, outdir: 'dist' }),
  build({ ...browser, entryPoints: { 'server.web': 'server/src/main.browser.ts' }, outdir: 'dist', format: 'iife' }),
]);
