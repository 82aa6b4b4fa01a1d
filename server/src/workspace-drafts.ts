/** The Markdown drafts of a workspace, read from the disk when a key is renamed. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const draftName = /\.(?:md|qmd|markdown|rmd)$/i;
/** Folders in which no drafts of the user's are. */
const isLeftOut = (name: string): boolean => name.startsWith('.') || name.startsWith('_') || name === 'node_modules';
/** At most so many drafts are read, in folders that are at most so deep; a longer draft is passed over. */
const mostDrafts = 2000;
const deepestFolder = 8;
const longestDraft = 4 * 1024 * 1024;

/**
 * @param folders addresses of the workspace's folders; those that are no `file:` are passed over
 * @param word what a draft must contain
 * @returns each draft once; what cannot be read is left out
 */
export async function draftsIn(folders: readonly string[], word: string): Promise<{ uri: string; text: string }[]> {
  const paths = new Set<string>();
  for (const folder of folders) if (folder.startsWith('file:')) await collect(fileURLToPath(folder), 0, paths);
  const drafts: { uri: string; text: string }[] = [];
  for (const path of paths) {
    const text = await readShort(path);
    if (text?.includes(word) === true) drafts.push({ uri: pathToFileURL(path).href, text });
  }
  return drafts;
}

async function collect(folder: string, depth: number, into: Set<string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (into.size >= mostDrafts) return;
    const path = join(folder, entry.name);
    if (entry.isFile() && draftName.test(entry.name)) into.add(path);
    // Links to folders are not followed: they may lead in a circle, or out of the workspace.
    else if (entry.isDirectory() && depth < deepestFolder && !isLeftOut(entry.name))
      await collect(path, depth + 1, into);
  }
}

async function readShort(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > longestDraft) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch {
    return undefined;
  }
}
