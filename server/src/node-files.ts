/** Files of this machine for the server's libraries. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileAccess } from './lsp/shared-file.ts';

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  );

/** The path of a `file:` address; on Windows that may lie on a share in the network, where the draft lies there, too. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export const nodeFiles: FileAccess = {
  async stat(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      const found = await stat(path);
      return found.isFile() ? { size: found.size, modified: found.mtimeMs } : undefined;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  },
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) throw new Error(`${uri} is no file of this machine`);
    return readFile(path);
  },
  async list(folder) {
    const path = pathOf(folder);
    if (path === undefined) return [];
    try {
      const found = await readdir(path, { withFileTypes: true });
      return found.filter((entry) => entry.isFile()).map(({ name }) => name);
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  },
};
