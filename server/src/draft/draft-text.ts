/**
 * The text of a draft, in pieces of a few thousand units: an edit makes one new piece and leaves the others as they are, so
 * that it costs the same in a long draft as in a short one. A text is never changed; an edit makes another.
 *
 * Offsets are UTF-16 units. Lines end as the protocol has it, with `\n`, `\r\n` or `\r`, and are counted from 0.
 */
import type { Input } from '@lezer/common';
import { detached } from './detached.ts';

/** What can be read of a text, whether it is a string or in pieces. */
export type ReadableText = Pick<DraftText, 'length' | 'charAt' | 'charCodeAt' | 'slice'>;

/** A stretch of two texts that is the same in both: `[at, at + length)` of the one, from `otherAt` on in the other. */
export interface SharedStretch {
  at: number;
  otherAt: number;
  length: number;
}

/** How many units two texts share from their starts on, and how many behind those from their ends back. */
function sharedEnds(one: string, other: string): [before: number, behind: number] {
  const most = Math.min(one.length, other.length);
  let before = 0;
  let behind = 0;
  while (before < most && one.charCodeAt(before) === other.charCodeAt(before)) before++;
  while (
    behind < most - before &&
    one.charCodeAt(one.length - 1 - behind) === other.charCodeAt(other.length - 1 - behind)
  )
    behind++;
  return [before, behind];
}

/** How long a piece is, about. */
const pieceLength = 2048;

const lineFeed = 0x0a;

/** A part of the text; a `\r\n` is never parted. */
class Piece {
  readonly text: string;
  private readonly hasReturns: boolean;
  private ends = -1;

  constructor(text: string) {
    this.text = detached(text);
    this.hasReturns = text.includes('\r');
  }

  /** How many lines end in it. */
  get lineEnds(): number {
    if (this.ends < 0) {
      this.ends = 0;
      for (let at = this.nextLine(0); at >= 0; at = this.nextLine(at)) this.ends++;
    }
    return this.ends;
  }

  /** Where the next line begins behind `from`, or -1. */
  nextLine(from: number): number {
    const feed = this.text.indexOf('\n', from);
    if (this.hasReturns) {
      const end = this.text.indexOf('\r', from);
      if (end >= 0 && (feed < 0 || end < feed)) return this.text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
    }
    return feed < 0 ? -1 : feed + 1;
  }
}

/** Cuts a text into pieces, behind lines where there are some. */
function cut(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  while (text.length - from > 1.5 * pieceLength) {
    const line = text.slice(from, from + pieceLength).lastIndexOf('\n') + 1;
    let to = from + (line > pieceLength / 2 ? line : pieceLength);
    while (to < text.length && text.charCodeAt(to - 1) === 0x0d) to++;
    pieces.push(new Piece(text.slice(from, to)));
    from = to;
  }
  pieces.push(new Piece(text.slice(from)));
  return pieces;
}

/** The last index whose number is at most `value`; the first number is. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 1;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export class DraftText implements Input {
  readonly length: number;
  private readonly pieces: readonly Piece[];
  /** By piece: where it begins. */
  private readonly starts: number[] = [];
  /** By piece: how many lines end before it; worked out when it is first asked for. */
  private linesBefore: number[] | undefined;
  /** The piece that was read last, with its number and where it begins: the next question is mostly about the same. */
  private text = '';
  private at = 0;
  private start = 0;
  private whole: string | undefined;

  private constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
    let length = 0;
    for (let i = 0; i < pieces.length; i++) {
      this.starts.push(length);
      length += pieces[i]!.text.length;
    }
    this.length = length;
    this.goTo(0);
  }

  static of(text: string): DraftText {
    return new DraftText(cut(text));
  }

  /** The text with `inserted` in place of `[from, to)`. */
  replaced(from: number, to: number, inserted: string): DraftText {
    const { pieces } = this;
    let first = lastAtMost(this.starts, from);
    let last = lastAtMost(this.starts, to);
    let text =
      pieces[first]!.text.slice(0, from - this.starts[first]!) +
      inserted +
      pieces[last]!.text.slice(to - this.starts[last]!);
    // What is too short goes to its neighbour, and so does the second half of a line end.
    const isOneLineEnd = (before: string): boolean => before.endsWith('\r') && text.startsWith('\n');
    while (first > 0 && (text.length < pieceLength / 4 || isOneLineEnd(pieces[first - 1]!.text)))
      text = pieces[--first]!.text + text;
    while (last + 1 < pieces.length && (text === '' || text.endsWith('\r'))) text += pieces[++last]!.text;
    const made = text.length > 2 * pieceLength ? cut(text) : [new Piece(text)];
    return new DraftText([...pieces.slice(0, first), ...made, ...pieces.slice(last + 1)]);
  }

  private goTo(piece: number): void {
    this.at = piece;
    this.text = this.pieces[piece]!.text;
    this.start = this.starts[piece]!;
  }

  /** Goes to the piece that holds an offset; the end of the text is in the last one. */
  private seek(offset: number): void {
    const inside = offset - this.start;
    if (inside < 0 || inside >= this.text.length) this.goTo(lastAtMost(this.starts, offset));
  }

  charCodeAt(offset: number): number {
    const inside = offset - this.start;
    if (inside >= 0 && inside < this.text.length) return this.text.charCodeAt(inside);
    if (offset < 0 || offset >= this.length) return Number.NaN;
    this.seek(offset);
    return this.text.charCodeAt(offset - this.start);
  }

  charAt(offset: number): string {
    return this.slice(offset, offset + 1);
  }

  /** The text from one offset, not below 0, to another. */
  slice(from: number, to: number = this.length): string {
    if (from >= Math.min(to, this.length)) return '';
    this.seek(from);
    let slice = this.text.slice(from - this.start, to - this.start);
    while (from + slice.length < to && this.at + 1 < this.pieces.length) {
      this.goTo(this.at + 1);
      slice += this.text.slice(0, to - this.start);
    }
    return slice;
  }

  /** Where the line begins that `offset` is in, after a `\n`: Markdown's lines. */
  lineStart(offset: number): number {
    if (offset <= 0) return 0;
    this.seek(Math.min(offset, this.length) - 1);
    let feed = this.text.lastIndexOf('\n', offset - 1 - this.start);
    while (feed < 0 && this.at > 0) {
      this.goTo(this.at - 1);
      feed = this.text.lastIndexOf('\n');
    }
    return feed < 0 ? 0 : this.start + feed + 1;
  }

  /** Where the line ends that `offset` is in, behind its `\n`; in the last line, where the text does. */
  lineEnd(offset: number): number {
    this.seek(offset);
    let feed = this.text.indexOf('\n', offset - this.start);
    while (feed < 0 && this.at + 1 < this.pieces.length) {
      this.goTo(this.at + 1);
      feed = this.text.indexOf('\n');
    }
    return feed < 0 ? this.length : this.start + feed + 1;
  }

  private get lines(): readonly number[] {
    if (this.linesBefore === undefined) {
      let lines = 0;
      this.linesBefore = this.pieces.map(({ lineEnds }) => {
        lines += lineEnds;
        return lines - lineEnds;
      });
    }
    return this.linesBefore;
  }

  get lineCount(): number {
    return this.lines.at(-1)! + this.pieces.at(-1)!.lineEnds + 1;
  }

  /** Where a line begins; of one behind the last, the text's end. */
  startOfLine(line: number): number {
    if (line <= 0) return 0;
    if (line >= this.lineCount) return this.length;
    const index = lastAtMost(this.lines, line - 1);
    const piece = this.pieces[index]!;
    let at = 0;
    for (let left = line - this.lines[index]!; left > 0; left--) at = piece.nextLine(at);
    return this.starts[index]! + at;
  }

  /** The line that an offset is in. */
  lineAt(offset: number): number {
    const index = lastAtMost(this.starts, offset);
    const piece = this.pieces[index]!;
    const inside = offset - this.starts[index]!;
    let line = this.lines[index]!;
    for (let at = piece.nextLine(0); at >= 0 && at <= inside; at = piece.nextLine(at)) line++;
    return line;
  }

  /**
   * What this text shares with another that it was made of by edits, or the other way round, in order. Of what no edit came
   * near, nothing is left out.
   */
  sharedWith(other: DraftText): SharedStretch[] {
    const stretches: SharedStretch[] = [];
    const add = (at: number, otherAt: number, length: number): void => {
      const last = stretches.at(-1);
      if (last !== undefined && last.at + last.length === at && last.otherAt + last.length === otherAt)
        last.length += length;
      else if (length > 0) stretches.push({ at, otherAt, length });
    };
    const places = new Map(other.pieces.map((piece, index) => [piece, index]));
    let next = 0;
    let done = 0;
    let otherDone = 0;
    const addChanged = (end: number, otherEnd: number): void => {
      const [before, behind] = sharedEnds(this.slice(done, end), other.slice(otherDone, otherEnd));
      add(done, otherDone, before);
      add(end - behind, otherEnd - behind, behind);
    };
    for (const [index, piece] of this.pieces.entries()) {
      const place = places.get(piece);
      if (place === undefined || place < next) continue;
      const at = this.starts[index]!;
      const otherAt = other.starts[place]!;
      addChanged(at, otherAt);
      add(at, otherAt, piece.text.length);
      done = at + piece.text.length;
      otherDone = otherAt + piece.text.length;
      next = place + 1;
    }
    addChanged(this.length, other.length);
    return stretches;
  }

  /** Whether a unit stands anywhere in it. */
  includes(unit: string): boolean {
    return this.pieces.some(({ text }) => text.includes(unit));
  }

  toString(): string {
    this.whole ??= this.followedBy('');
    return this.whole;
  }

  /** The whole text with some units behind it, as a string that is kept nowhere here. */
  followedBy(units: string): string {
    return [...this.pieces.map(({ text }) => text), units].join('');
  }

  // What lezer reads: lines, each without its end.
  readonly lineChunks = true;

  read(from: number, to: number): string {
    return this.slice(from, to);
  }

  chunk(from: number): string {
    this.seek(from);
    const end = this.text.indexOf('\n', from - this.start);
    if (end >= 0) return end === from - this.start ? '\n' : this.text.slice(from - this.start, end);
    let line = this.text.slice(from - this.start);
    while (this.at + 1 < this.pieces.length) {
      this.goTo(this.at + 1);
      const rest = this.text.indexOf('\n');
      if (rest >= 0) return line + this.text.slice(0, rest);
      line += this.text;
    }
    return line;
  }
}
