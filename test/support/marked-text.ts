/**
 * Texts of tests with marks: `|` is the cursor; a line of carets under a line marks a range of it, with a label behind:
 *
 *     The OEWG met.
 *         ^^^^ oewg-2019-2021
 */

export interface MarkedRange {
  start: number;
  end: number;
  label: string;
}

export interface MarkedText {
  text: string;
  /** Offset of `|`, or -1 where there is none. */
  cursor: number;
  ranges: MarkedRange[];
}

export function readMarkedText(marked: string): MarkedText {
  const kept: string[] = [];
  const ranges: MarkedRange[] = [];
  let cursor = -1;
  let lineStart = 0;
  let length = 0;
  for (const line of marked.split('\n')) {
    if (/^\s*\^/.test(line)) {
      for (const match of line.matchAll(/(\^+)[ ]?([^^]*)/g)) {
        const start = lineStart + match.index;
        ranges.push({ start, end: start + match[1]!.length, label: match[2]!.trim() });
      }
      continue;
    }
    lineStart = length;
    const at = line.indexOf('|');
    // In a table the bar is a bar: the cursor is a bar with nothing but letters or spaces around it, once in a text.
    const isTable = line.startsWith('|') && line.endsWith('|') && line.length > 1;
    const shown = at >= 0 && cursor < 0 && !isTable ? line.slice(0, at) + line.slice(at + 1) : line;
    if (shown !== line) cursor = lineStart + at;
    kept.push(shown);
    length += shown.length + 1;
  }
  return { text: kept.join('\n'), cursor, ranges };
}
