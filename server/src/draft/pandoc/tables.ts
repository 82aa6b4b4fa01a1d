/** The tables of pandoc's Markdown: where each ends, and the texts of its cells. Offsets are UTF-16 units. */
import { isBlankLine, lineEnd, matchAt, nextLine, skipBlankLines, skipIndent } from './lines.ts';

/** A run of one line that belongs to a cell. */
type Piece = readonly [from: number, to: number];

export interface TableRead {
  /** Offset behind the table. */
  end: number;
  /** The pieces of each cell, line by line, in the order of the text. */
  cells: readonly (readonly Piece[])[];
  /** From which cell on they hold blocks; those before hold lines. */
  blocksFrom: number;
}

/** Where an inline that a bar does not part ends, or -1. */
export type InlineEnd = (offset: number) => number;

const pipeBreak = / {0,3}(\|?) *:?-+:? *(?:[|+](?! *(?:\n|$)) *:?-+:? *)*\|? *(?:\n|$)/y;

/** The cells of a line with bars, or undefined where it is no row. */
function pipeRow(text: string, line: number, inlineEnd: InlineEnd): { cells: Piece[]; end: number } | undefined {
  const bar = text.indexOf('|', line);
  if (bar < 0 || bar >= lineEnd(text, line)) return undefined;
  let at = line;
  while (text.charCodeAt(at) === 0x20) at++;
  const isOpen = text.charCodeAt(at) === 0x7c;
  if (isOpen) at++;
  const cells: Piece[] = [];
  let from = at;
  let hasClosed = false;
  while (at < text.length && text.charCodeAt(at) !== 0x0a) {
    hasClosed = false;
    if (text.charCodeAt(at) === 0x7c) {
      cells.push([from, at]);
      from = ++at;
      hasClosed = true;
      continue;
    }
    const end = inlineEnd(at);
    at = end > at ? end : at + 1;
  }
  if (!hasClosed && text.slice(from, at).trim() !== '') cells.push([from, at]);
  else if (!hasClosed) cells.push([at, at]);
  if (cells.length === 0 || (cells.length === 1 && !isOpen)) return undefined;
  return { cells, end: at + 1 };
}

export function pipeTable(text: string, at: number, inlineEnd: InlineEnd): TableRead | undefined {
  if (skipIndent(text, at) < 0) return undefined;
  const head = pipeRow(text, at, inlineEnd);
  if (head === undefined) return undefined;
  const ruler = matchAt(pipeBreak, text, head.end);
  if (ruler === null) return undefined;
  const columns = ruler[0]
    .replace(/^ *\|/, '')
    .replace(/\| *\n?$/, '')
    .split(/[|+]/).length;
  if (columns === 1 && ruler[1] === '') return undefined;
  const cells: Piece[][] = [];
  const add = (row: readonly Piece[]): void => {
    for (const cell of row.slice(0, columns)) cells.push([cell]);
  };
  add(head.cells);
  let end = Math.min(text.length, head.end + ruler[0].length);
  while (end < text.length) {
    const row = pipeRow(text, end, inlineEnd);
    if (row === undefined) break;
    add(row.cells);
    end = Math.min(text.length, row.end);
  }
  return { end, cells, blocksFrom: cells.length };
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** The offset of a column of a line, where wide characters take two and combining ones none. */
function offsetOfColumn(text: string, line: number, stop: number, column: number): number {
  let at = line;
  for (let width = 0; at < stop; ) {
    const code = text.codePointAt(at)!;
    const character = String.fromCodePoint(code);
    width += code < 0x300 ? 1 : wide.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
    if (width > column) break;
    at += character.length;
  }
  return at;
}

const gridRuler = /\+(?:[-=:]+\+)+ *(?:\n|$)/y;

export function gridTable(text: string, at: number): TableRead | undefined {
  const first = matchAt(gridRuler, text, at);
  if (first === null) return undefined;
  const ruler = first[0].trimEnd();
  const borders: number[] = [];
  for (let i = 0; i < ruler.length; i++) if (ruler.charAt(i) === '+') borders.push(i);
  const cells: Piece[][] = [];
  let row: Piece[][] = borders.slice(1).map(() => []);
  let line = nextLine(text, at);
  let end = -1;
  let blocksFrom = 0;
  while (line < text.length) {
    const stop = lineEnd(text, line);
    if (matchAt(gridRuler, text, line) !== null) {
      cells.push(...row.filter((cell) => cell.length > 0));
      if (text.slice(line, stop).includes('=') && blocksFrom === 0) blocksFrom = cells.length;
      row = borders.slice(1).map(() => []);
      end = Math.min(text.length, stop + 1);
    } else if (text.charAt(line + (borders[0] ?? 0)) === '|') {
      for (let i = 0; i + 1 < borders.length; i++) {
        const from = offsetOfColumn(text, line, stop, borders[i]! + 1);
        let to = i + 2 < borders.length ? offsetOfColumn(text, line, stop, borders[i + 1]! + 1) : stop;
        while (to > from && text.charCodeAt(to - 1) === 0x20) to--;
        while (to > from && text.charCodeAt(to - 1) === 0x7c) to--;
        row[i]!.push([from, to]);
      }
    } else break;
    line = stop + 1;
  }
  return end < 0 ? undefined : { end, cells, blocksFrom };
}

const dashes = / {0,3}-+(?: +-+)* *(?:\n|$)/y;

/** The columns of a line of dashes: where each begins, counted from the line's start. */
function columnsOf(line: string): number[] {
  const columns: number[] = [];
  for (const found of line.matchAll(/-+/g)) columns.push(found.index);
  return columns;
}

function cellsOfLine(text: string, line: number, columns: readonly number[]): Piece[] {
  const stop = lineEnd(text, line);
  return columns.map((column, i) => {
    const from = offsetOfColumn(text, line, stop, column);
    const to = i + 1 < columns.length ? offsetOfColumn(text, line, stop, columns[i + 1]!) : stop;
    return [from, to];
  });
}

/** Rows of one line each, under a line of dashes. */
export function simpleTable(text: string, at: number): TableRead | undefined {
  const isHeadless = matchAt(dashes, text, at) !== null;
  const ruler = isHeadless ? at : nextLine(text, at);
  const found = matchAt(dashes, text, ruler);
  if (found === null || (!isHeadless && isBlankLine(text, at))) return undefined;
  const columns = columnsOf(found[0]);
  const cells: Piece[][] = [];
  const add = (line: number): void => {
    for (const cell of cellsOfLine(text, line, columns)) cells.push([cell]);
  };
  if (!isHeadless) add(at);
  let line = nextLine(text, ruler);
  for (; line < text.length && !isBlankLine(text, line); line = nextLine(text, line)) {
    if (matchAt(dashes, text, line) !== null) {
      const behind = nextLine(text, line);
      return isBlankLine(text, behind) || behind >= text.length
        ? { end: behind, cells, blocksFrom: cells.length }
        : undefined;
    }
    add(line);
  }
  return isHeadless || cells.length === columns.length ? undefined : { end: line, cells, blocksFrom: cells.length };
}

/** Rows of several lines, with blank lines between them. */
export function multilineTable(text: string, at: number): TableRead | undefined {
  const top = matchAt(dashes, text, at);
  if (top === null) return undefined;
  let ruler = at;
  const isHeadless = columnsOf(top[0]).length > 1;
  if (!isHeadless) {
    ruler = nextLine(text, at);
    while (ruler < text.length && !isBlankLine(text, ruler) && matchAt(dashes, text, ruler) === null)
      ruler = nextLine(text, ruler);
  }
  const found = matchAt(dashes, text, ruler);
  if (found === null) return undefined;
  const columns = columnsOf(found[0]);
  const cells: Piece[][] = [];
  let row: Piece[][] = columns.map(() => []);
  const add = (line: number): void => {
    for (const [i, piece] of cellsOfLine(text, line, columns).entries()) row[i]!.push(piece);
  };
  const finish = (): void => {
    cells.push(...row.filter((cell) => cell.length > 0));
    row = columns.map(() => []);
  };
  for (let line = isHeadless ? ruler : nextLine(text, at); line < ruler; line = nextLine(text, line)) add(line);
  finish();
  for (let line = nextLine(text, ruler); line < text.length; ) {
    if (isBlankLine(text, line)) {
      finish();
      const next = skipBlankLines(text, line);
      if (matchAt(dashes, text, next) === null && next - line > lineEnd(text, line) - line + 1) return undefined;
      line = next;
      continue;
    }
    if (matchAt(dashes, text, line) !== null) {
      finish();
      const behind = nextLine(text, line);
      return isBlankLine(text, behind) || behind >= text.length
        ? { end: behind, cells, blocksFrom: cells.length }
        : undefined;
    }
    add(line);
    line = nextLine(text, line);
  }
  return undefined;
}
