/** Asks the client to tell of changes of files, anew whenever they are others. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { asFolder, folderOf } from '../library/file-address.ts';

/** A pattern that means one name; of a sign with a meaning of its own any letter will do. */
const literalPattern = (uri: string): string => decodeURIComponent(uri).replace(/[*?[\]{},!\\]/g, '?');

/** One pattern a file, relative to its folder where the client knows such, else to the workspace. */
export function watchersOf(
  uris: readonly string[],
  roots: readonly string[],
  hasRelative: boolean,
): FileSystemWatcher[] {
  return uris.flatMap((uri): FileSystemWatcher[] => {
    const folder = folderOf(uri);
    const name = literalPattern(uri.slice(folder.length));
    if (hasRelative) return [{ globPattern: { baseUri: folder.replace(/\/$/, ''), pattern: name } }];
    const isInside = roots.some((root) => folder.startsWith(asFolder(root)));
    return isInside ? [{ globPattern: `**/${name}` }] : [];
  });
}

export class Watching {
  private readonly connection: Connection;
  private readonly roots: () => readonly string[];
  private hasRegistration = false;
  private hasRelative = false;
  private wanted: readonly string[] | undefined;
  private current: Disposable | undefined;
  private work: Promise<void> = Promise.resolve();

  constructor(connection: Connection, roots: () => readonly string[]) {
    this.connection = connection;
    this.roots = roots;
  }

  initialize({ workspace }: ClientCapabilities): void {
    this.hasRegistration = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.hasRelative = workspace?.didChangeWatchedFiles?.relativePatternSupport === true;
  }

  /** Watches these files and no others; several calls in one go are one. */
  watch(uris: readonly string[]): void {
    if (!this.hasRegistration) return;
    this.wanted = uris;
    this.work = this.work
      .then(() => this.register())
      .catch((error: unknown) => {
        this.connection.console.warn(`Changes of bibliographies are not told: ${String(error)}`);
      });
  }

  private async register(): Promise<void> {
    if (this.wanted === undefined) return;
    const watchers = watchersOf(this.wanted, this.roots(), this.hasRelative);
    this.wanted = undefined;
    const before = this.current;
    this.current =
      watchers.length === 0
        ? undefined
        : await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    before?.dispose();
  }
}
