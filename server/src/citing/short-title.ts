/** Titles as a second reference to the same source gives them: without the subtitle, and not longer than needed. */

import { isMinorWord } from './headline-case.ts';
import type { RichText } from './rich-text.ts';

/** A title of so many words is short enough as it is. */
const mostWords = 5;

/**
 * The main title without `A` or `The`; of a long one its first words, not ending in an article, a preposition or a
 * conjunction. A question keeps its mark.
 */
export function shortenedTitle(title: RichText): RichText {
  const text = title.map((piece) => piece.text).join('');
  const subtitle = /(?<=\S\S)(?:: | [–—] |(?<=[?!]) )/.exec(text);
  const main = subtitle === null ? text : text.slice(0, subtitle.index);
  const start = /^(?:an?|the)\s+(?=\S)/i.exec(main)?.[0].length ?? 0;
  const words = [...main.slice(start).matchAll(/\S+/g)];
  let count = words.length;
  if (count > mostWords) {
    count = mostWords;
    while (count > 1 && isMinorWord(words[count - 1]![0])) count -= 1;
  }
  const last = words[count - 1];
  const end = last === undefined ? main.length : start + last.index + last[0].length;
  return balanced(cut(title, start, count < words.length ? withoutTrailingMark(text, end) : end));
}

/** The end before a comma, a colon or the like. */
function withoutTrailingMark(text: string, end: number): number {
  let at = end;
  while (at > 1 && /[,;:.([–—-]/.test(text[at - 1]!)) at -= 1;
  return at;
}

/** From `start` to `end`, in UTF-16 units of the text; end exclusive. */
function cut(title: RichText, start: number, end: number): RichText {
  let offset = 0;
  return title.flatMap((piece) => {
    const from = Math.max(0, start - offset);
    const to = Math.max(from, end - offset);
    offset += piece.text.length;
    const text = piece.text.slice(from, to);
    return text === '' ? [] : [{ ...piece, text }];
  });
}

const pairs: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['«', '»'],
];

/** Without brackets and quotation marks whose other half was cut off. */
function balanced(title: RichText): RichText {
  const text = title.map((piece) => piece.text).join('');
  const count = (mark: string): number => text.split(mark).length - 1;
  const lone = pairs.filter(([open, close]) => count(open) !== count(close)).flat();
  if (count('"') % 2 === 1) lone.push('"');
  if (lone.length === 0) return title;
  return title.map((piece) => ({
    ...piece,
    text: Array.from(piece.text)
      .filter((character) => !lone.includes(character))
      .join(''),
  }));
}
