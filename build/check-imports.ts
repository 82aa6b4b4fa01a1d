/**
 * Checks the one direction of flow: which folder may import from which. Part of `npm run lint`. The rules are those of
 * docs/ARCHITECTURE.md; an arrow that is not listed here is an error.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const belowFeatures = ['knowledge', 'draft', 'library', 'citing', 'recognition', 'checks'].map(
  (name) => `server/src/${name}`,
);

/** Folder → the folders that its files may import from, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'server/src/knowledge': [],
  'server/src/draft': [],
  'server/src/library': ['server/src/knowledge', 'server/src/draft'],
  'server/src/citing': ['server/src/knowledge'],
  'server/src/recognition': ['server/src/knowledge', 'server/src/draft'],
  'server/src/checks': ['server/src/knowledge', 'server/src/draft', 'server/src/library', 'server/src/recognition'],
  'server/src/features': belowFeatures,
  'server/src/lsp': [...belowFeatures, 'server/src/features'],
  'server/src/cli': [...belowFeatures, 'server/src/features'],
  'server/src': ['server/src/lsp', 'server/src/cli', 'server/src/features'],
  'client/src': ['server/src/lsp/requests.ts', 'server/src/draft/citation-key.ts'],
};
/** Packages that only these folders may import; a Node module counts as `node:`. */
const packages: Readonly<Record<string, readonly string[]>> = {
  vscode: ['client/src'],
  'vscode-languageclient': ['client/src'],
  'vscode-languageserver': ['server/src/lsp', 'server/src'],
  'vscode-languageserver-textdocument': ['server/src/lsp'],
  '@lezer/common': ['server/src/draft', 'server/src/recognition'],
  '@lezer/markdown': ['server/src/draft'],
  '@citation-js/core': ['server/src/library'],
  '@citation-js/plugin-bibtex': ['server/src/library'],
  yaml: ['server/src/library', 'server/src/draft'],
  '@orama/stemmers': ['server/src/recognition'],
  'node:': ['server/src/cli', 'server/src', 'client/src'],
};

const folders = Object.keys(allowed).sort((a, b) => b.length - a.length);
const folderOf = (path: string): string | undefined => folders.find((folder) => path.startsWith(`${folder}/`));

const problems: string[] = [];
for (const top of ['client/src', 'server/src']) {
  for (const entry of readdirSync(join(root, top), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts')) continue;
    const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
    const folder = folderOf(path)!;
    const text = readFileSync(join(root, path), 'utf8');
    for (const match of text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    )) {
      const specifier = match[1] ?? match[2] ?? match[3]!;
      const line = text.slice(0, match.index + match[0].indexOf(specifier)).split('\n').length;
      if (specifier.startsWith('.')) {
        const target = join(dirname(path), specifier).split(sep).join('/');
        const targetFolder = folderOf(target);
        const isAllowed =
          targetFolder === folder || allowed[folder]!.some((one) => one === targetFolder || one === target);
        if (!isAllowed) problems.push(`${path}:${line}: ${folder} may not import from ${targetFolder ?? target}.`);
      } else {
        const name = specifier.startsWith('node:')
          ? 'node:'
          : specifier
              .split('/')
              .slice(0, specifier.startsWith('@') ? 2 : 1)
              .join('/');
        const users = packages[name];
        if (users === undefined)
          problems.push(`${path}:${line}: the package "${specifier}" is not among those that the product uses.`);
        else if (!users.includes(folder)) problems.push(`${path}:${line}: ${folder} may not import "${specifier}".`);
      }
    }
  }
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`${problems.length} imports against the direction of flow; see docs/ARCHITECTURE.md.`);
  process.exitCode = 1;
} else console.log('Imports run in one direction.');
