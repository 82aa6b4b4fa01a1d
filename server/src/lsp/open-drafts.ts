/** The drafts that the editor has open: text as the editor sees it, structure worked out when it is asked for. */
import {
  type Position,
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-textdocument';
import { Draft, type DraftChange, longestDraft } from '../draft/draft.ts';

export class OpenDraft {
  private document: TextDocument;
  private parsed: Draft | undefined;
  private pending: DraftChange[] = [];

  get uri(): string {
    return this.document.uri;
  }

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.document = TextDocument.create(uri, languageId, version, text);
  }

  /** Applies an editor's changes, each in positions of the text that the one before it left. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change) {
        const from = this.document.offsetAt(change.range.start);
        const to = this.document.offsetAt(change.range.end);
        this.pending.push({ from: Math.min(from, to), to: Math.max(from, to), inserted: change.text.length });
      } else {
        this.parsed = undefined;
        this.pending = [];
      }
      this.document = TextDocument.update(this.document, [change], version);
    }
  }

  /** The draft as it stands now. */
  get draft(): Draft {
    const text = this.document.getText();
    if (text.length > longestDraft) return Draft.open('');
    if (this.parsed === undefined) this.parsed = Draft.open(text);
    else if (this.pending.length > 0) this.parsed = this.parsed.edited(text, this.pending);
    this.pending = [];
    return this.parsed;
  }

  /** The draft's text, without working anything out. */
  get text(): string {
    return this.document.getText();
  }

  get isTooLong(): boolean {
    return this.document.getText().length > longestDraft;
  }

  get version(): number {
    return this.document.version;
  }

  offsetAt(position: Position): number {
    return this.document.offsetAt(position);
  }

  positionAt(offset: number): Position {
    return this.document.positionAt(offset);
  }

  rangeOf({ start, end }: { start: number; end: number }): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}
