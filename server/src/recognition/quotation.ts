/** Quotation marks in pairs, and the square brackets of drafts; of straight marks the opening and the closing look alike. */
const pairs: readonly [open: string, close: string][] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['[', ']'],
];
const anyMark = /["“”„«»「」『』《》〈〉[\]]/u;

/** Whether a text has any of them: a cheap look, so that the names of other texts are not looked into. */
export const mayQuote = (text: string): boolean => anyMark.test(text);

/**
 * A range that holds one of a pair of quotation marks takes in the other where that stands right beside it: in
 * `"dual-track" system` and `Article 22 of the "Charter"` the name begins or ends with its mark.
 */
export function withWholeQuotation<T extends { start: number; end: number }>(range: T, text: string): T {
  const { start, end } = range;
  const inner = text.slice(start, end);
  if (!anyMark.test(inner)) return range;
  for (const [open, close] of pairs) {
    if (open === close) {
      if (inner.split(open).length % 2 === 1) continue;
      if (start > 0 && text.startsWith(open, start - 1)) return { ...range, start: start - 1 };
      if (text.startsWith(open, end)) return { ...range, end: end + 1 };
      continue;
    }
    const opensBefore = start > 0 && text.startsWith(open, start - 1);
    const firstClose = inner.indexOf(close);
    const lastOpen = inner.lastIndexOf(open);
    if (firstClose >= 0 && !inner.slice(0, firstClose).includes(open) && opensBefore)
      return { ...range, start: start - 1 };
    if (lastOpen >= 0 && !inner.slice(lastOpen).includes(close) && text.startsWith(close, end))
      return { ...range, end: end + close.length };
  }
  return range;
}

/** A range that holds an opening bracket takes in the closing one right behind it: `Agenda de Túnez (párr. 72)`. */
export function withWholeBrackets<T extends { start: number; end: number }>(range: T, text: string): T {
  const closing = text.charAt(range.end);
  const opening = closing === ')' ? '(' : closing === '）' ? '（' : undefined;
  if (opening === undefined) return range;
  const inner = text.slice(range.start, range.end);
  return inner.split(opening).length > inner.split(closing).length ? { ...range, end: range.end + 1 } : range;
}
