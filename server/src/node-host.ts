/** What Node lends the server: the dataset's file beside the program, and a cache folder for cards. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Field, openField } from './features/field.ts';
import type { Host } from './lsp/server.ts';
import { cacheFolder } from './node-cache-folder.ts';
import { onDisk } from './node-dataset.ts';
import { nodeFiles } from './node-files.ts';
import { runPandoc, styleFile } from './node-pandoc.ts';
import { version } from './version.ts';
import { draftsIn } from './workspace-drafts.ts';

/** @throws Error where the program was installed without its dataset, or with that of another version */
export function openBundledField(): Field {
  return openField(onDisk(join(__dirname, 'dataset.bin')));
}

/** Writes a card through a temporary file and a rename, so that no editor ever reads half of one. */
function writeCard(fileName: string, text: string): string {
  const folder = join(cacheFolder(), 'rapporteur', 'cards');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, fileName);
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
  return pathToFileURL(path).href;
}

function folderOf(uri: string): string | undefined {
  try {
    return dirname(fileURLToPath(uri));
  } catch {
    // An untitled draft, or one that is on no disk.
    return undefined;
  }
}

export function nodeHost(): Host {
  return {
    version,
    openField: openBundledField,
    writeCard,
    files: nodeFiles,
    draftsIn,
    pandoc: { styleFile, runPandoc, folderOf },
  };
}
