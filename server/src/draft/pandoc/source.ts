/**
 * A text that is read, with the place of each of its units in the text that it was taken out of: pandoc reads what stands in
 * a list's item or a quotation as a text of its own, without the marks and indents of its lines.
 */

import type { DraftText } from '../draft-text.ts';

/** Where an offset comes to lie, if from `froms[i]` on what stands there goes to `tos[i]`. */
function moved(offset: number, froms: readonly number[], tos: readonly number[]): number {
  let low = 0;
  let high = froms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (froms[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? offset : offset - froms[low - 1]! + tos[low - 1]!;
}

/** Offsets are UTF-16 units. */
export class Source {
  readonly text: string;
  /** From `froms[i]` on, the unit at `offset` stands at `offset - froms[i] + tos[i]` of the outer text. */
  private readonly froms: readonly number[];
  private readonly tos: readonly number[];

  constructor(text: string, froms: readonly number[], tos: readonly number[]) {
    this.text = text;
    this.froms = froms;
    this.tos = tos;
  }

  /** Whether each unit stands in the outer text where it stands here. */
  get isPlain(): boolean {
    return this.froms.length === 0;
  }

  /** Where a unit stands in the outer text. */
  outer(offset: number): number {
    return moved(offset, this.froms, this.tos);
  }

  /** Where a unit of the outer text stands, if it was taken out of that in its order. */
  inner(offset: number): number {
    return moved(offset, this.tos, this.froms);
  }
}

/** Puts a text together out of pieces of another one. */
export class Excerpt {
  private text = '';
  private readonly froms: number[] = [];
  private readonly tos: number[] = [];

  /** Adds `outer[from, to)`. */
  take(outer: string, from: number, to: number): this {
    if (to > from) {
      this.froms.push(this.text.length);
      this.tos.push(from);
      this.text += outer.slice(from, to);
    }
    return this;
  }

  /** Adds units that the outer text does not have; they count as standing at `at`. */
  put(units: string, at: number): this {
    for (let i = 0; i < units.length; i++) {
      this.froms.push(this.text.length + i);
      this.tos.push(at);
    }
    this.text += units;
    return this;
  }

  get source(): Source {
    return new Source(this.text, this.froms, this.tos);
  }
}

/** Columns from one tab stop to the next. */
const tabStop = 4;

/** A draft as pandoc reads it: every line ends with `\n`, tabs are spaces, and a blank line stands at the end. */
export function wholeSource(content: DraftText): Source {
  const isPlain = !['\r', '\t', '\uFEFF'].some((unit) => content.includes(unit));
  if (isPlain) return new Source(content.followedBy('\n\n'), [], []);
  const draft = content.toString();
  const excerpt = new Excerpt();
  let lineStart = 0;
  let column = 0;
  let from = draft.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let at = from; at < draft.length; at++) {
    const code = draft.charCodeAt(at);
    if (code === 0x0a) {
      column = 0;
      lineStart = at + 1;
    } else if (code === 0x0d) {
      excerpt.take(draft, from, at);
      from = at + 1;
    } else if (code === 0x09) {
      const width = tabStop - (column % tabStop);
      excerpt.take(draft, from, at).put(' '.repeat(width), at);
      from = at + 1;
      column += width;
    } else column++;
  }
  return excerpt.take(draft, from, draft.length).put('\n\n', Math.max(lineStart, draft.length)).source;
}
