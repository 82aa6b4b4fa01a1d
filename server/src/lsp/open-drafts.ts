/** The drafts that the editor has open: text as the editor sees it, structure worked out when it is asked for. */
import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Draft, type DraftChange, longestDraft } from '../draft/draft.ts';
import { DraftText } from '../draft/draft-text.ts';
import { frontMatterEnd } from '../draft/markdown.ts';

export class OpenDraft {
  readonly uri: string;
  /** The version that the editor gave to the text as it stands. */
  version: number;
  /** Where the last edit stands whose block nobody has worked out ahead yet; an offset. */
  edited: number | undefined;
  private content: DraftText;
  private parsed: Draft | undefined;
  private pending: DraftChange[] = [];

  constructor(uri: string, version: number, text: string) {
    this.uri = uri;
    this.version = version;
    this.content = DraftText.of(text);
  }

  /** Applies an editor's changes, each in positions of the text that the one before it left. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.version = version;
    for (const change of changes) {
      if ('range' in change) {
        const start = this.offsetAt(change.range.start);
        const end = this.offsetAt(change.range.end);
        if (Number.isNaN(start + end)) throw new Error('A change names no position.');
        const from = Math.min(start, end);
        const to = Math.max(start, end);
        this.pending.push({ from, to, inserted: change.text.length });
        this.content = this.content.replaced(from, to, change.text);
        this.edited = from;
      } else {
        this.parsed = undefined;
        this.pending = [];
        this.content = DraftText.of(change.text);
        this.edited = undefined;
      }
    }
  }

  /** The draft as it stands now. */
  get draft(): Draft {
    if (this.isTooLong) return Draft.open('');
    if (this.parsed === undefined) this.parsed = Draft.open(this.content);
    else if (this.pending.length > 0) this.parsed = this.parsed.edited(this.content, this.pending);
    this.pending = [];
    return this.parsed;
  }

  /** The draft's text, without working anything out. */
  get text(): string {
    return this.content.toString();
  }

  /** The front matter, fences included; empty where there is none. */
  get frontMatter(): string {
    const { content } = this;
    return content.slice(
      0,
      frontMatterEnd((from, to) => content.slice(from, to), content.length),
    );
  }

  get isTooLong(): boolean {
    return this.content.length > longestDraft;
  }

  /** The offset of a position, for one behind its line the line's end; NaN for what is no position. */
  offsetAt({ line, character }: Position): number {
    if (!Number.isInteger(line) || !Number.isInteger(character)) return Number.NaN;
    const start = this.content.startOfLine(line);
    if (character <= 0 || line < 0) return start;
    return this.beforeLineEnd(Math.min(start + character, this.content.startOfLine(line + 1)), start);
  }

  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.content.length));
    const line = this.content.lineAt(within);
    const start = this.content.startOfLine(line);
    return { line, character: this.beforeLineEnd(within, start) - start };
  }

  private beforeLineEnd(offset: number, lineStart: number): number {
    let before = offset;
    while (before > lineStart && (this.isAt(before - 1, 0x0a) || this.isAt(before - 1, 0x0d))) before--;
    return before;
  }

  private isAt(offset: number, code: number): boolean {
    return this.content.charCodeAt(offset) === code;
  }

  rangeOf({ start, end }: { start: number; end: number }): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}
