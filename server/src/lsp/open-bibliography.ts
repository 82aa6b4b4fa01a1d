/** Bibliography files that the editor has open: their text as the editor sees it, saved or not. */
import {
  type Position,
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-textdocument';
import type { FileAccess } from './shared-file.ts';

/** Whether a document that an editor opens is a bibliography and no draft. */
export const isBibliography = (uri: string, languageId: string): boolean =>
  languageId === 'bibtex' || /\.(?:bib|bibtex|json|ya?ml)$/i.test(uri.replace(/[?#].*$/, ''));

export class OpenBibliography {
  private document: TextDocument;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.document = TextDocument.create(uri, languageId, version, text);
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.document = TextDocument.update(this.document, [...changes], version);
  }

  get text(): string {
    return this.document.getText();
  }

  get version(): number {
    return this.document.version;
  }

  offsetAt(position: Position): number {
    return this.document.offsetAt(position);
  }

  rangeOf({ start, end }: { start: number; end: number }): Range {
    return { start: this.document.positionAt(start), end: this.document.positionAt(end) };
  }
}

/**
 * Files, with the text that the editor has in the place of that on the disk.
 *
 * @param open by addresses as `oneAddress` writes them
 */
export function withOpenFiles(files: FileAccess, open: ReadonlyMap<string, OpenBibliography>): FileAccess {
  return {
    list: (folder) => files.list(folder),
    async stat(uri) {
      const own = open.get(uri);
      // No file has such a time: what is opened, changed or closed is read anew.
      return own === undefined ? files.stat(uri) : { size: own.text.length, modified: -own.version };
    },
    async read(uri) {
      const own = open.get(uri);
      return own === undefined ? files.read(uri) : new TextEncoder().encode(own.text);
    },
  };
}
