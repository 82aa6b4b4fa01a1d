// Bundles the extension, the server and the terminal program into dist/, with the licences of what is bundled.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const isProduction = process.argv.includes('--production');
const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

/**
 * citation-js can fetch files from the network, for which nothing here has a use: that module is replaced by one that
 * throws, so that no part of it, nor of the packages that it needs, comes into a bundle.
 * @type {import('esbuild').Plugin}
 */
const withoutNetwork = {
  name: 'without network',
  setup({ onLoad, onEnd }) {
    let isReplaced = false;
    onLoad({ filter: /@citation-js[\\/]core[\\/].*[\\/]fetchFile\.js$/ }, () => {
      isReplaced = true;
      const refusal = "const refuse = () => { throw new Error('There is no network access.'); };";
      const names = ['fetchFile', 'fetchFileAsync', 'setUserAgent'].map((name) => `refuse as ${name}`).join(', ');
      return { contents: `${refusal} export { ${names}, refuse as default };` };
    });
    onEnd(({ metafile }) => {
      const inputs = Object.keys(metafile?.inputs ?? {});
      const hasCore = inputs.some((path) => path.includes('@citation-js/core'));
      const network = inputs.filter((path) => /node_modules\/(?:sync-fetch|undici|node-fetch|cross-fetch)/.test(path));
      if ((hasCore && !isReplaced) || network.length > 0)
        throw new Error(`The bundle could reach the network: ${network.join(', ') || 'citation-js'}.`);
    });
  },
};

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
  metafile: true,
  plugins: [withoutNetwork],
  outdir: 'dist',
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', mainFields: ['module', 'main'], target: 'node20' };
/** @type {import('esbuild').BuildOptions} */
const browser = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };

await mkdir('dist', { recursive: true });
// The bundles are CommonJS, as extension hosts load them; the sources around them are ES modules.
await writeFile('dist/package.json', '{"type":"commonjs"}\n');
const results = await Promise.all([
  build({ ...node, entryPoints: { extension: 'client/src/extension.ts' } }),
  build({ ...node, entryPoints: { rapporteur: 'server/src/main.cli.ts' }, banner: { js: '#!/usr/bin/env node' } }),
  build({ ...browser, entryPoints: { 'extension.web': 'client/src/extension.web.ts' } }),
  build({ ...browser, entryPoints: { 'server.web': 'server/src/main.browser.ts' }, format: 'iife' }),
]);

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
