/** Titles as a second reference to the same source gives them: without the subtitle, and not longer than needed. */

import { isMinorWord } from './headline-case.ts';
import type { Piece, RichText } from './rich-text.ts';

/** A title of so many words is short enough as it is. */
const mostWords = 6;
/** A longer one ends before its last preposition of these that leaves so many words. */
const mostBeforePreposition = 8;
const prepositions = /^(?:against|at|by|concerning|for|in|on|regarding|to|under|with)$/i;

/**
 * The main title without `A` or `The`; of a long one its head, as `Report of the Group of Governmental Experts` of
 * `… on Advancing Responsible State Behaviour …`, else its first words. A question keeps its mark.
 */
export function shortenedTitle(title: RichText): RichText {
  const text = title.map((piece) => piece.text).join('');
  const subtitle = /(?<=\S\S)(?:: | [–—] |(?<=[?!]) )/.exec(text);
  const main = subtitle === null ? text : text.slice(0, subtitle.index);
  const start = /^(?:an?|the)\s+(?=\S)/i.exec(main)?.[0].length ?? 0;
  const words = [...main.slice(start).matchAll(/\S+/g)];
  const count = wordsKept(words.map(([word]) => word));
  const last = words[count - 1];
  const end = last === undefined ? main.length : start + last.index + last[0].length;
  const short = balanced(cut(title, start, count < words.length ? withoutTrailingMark(text, end) : end));
  // What follows a dropped article begins the title now.
  return start === 0 ? short : short.map((piece, index) => (index === 0 ? capitalized(piece) : piece));
}

function wordsKept(words: readonly string[]): number {
  if (words.length <= mostWords) return words.length;
  for (let count = Math.min(mostBeforePreposition, words.length - 1); count > 1; count -= 1)
    if (prepositions.test(words[count]!) && !isMinorWord(words[count - 1]!)) return count;
  let count = mostWords - 1;
  while (count > 1 && isMinorWord(words[count - 1]!)) count -= 1;
  return count;
}

function capitalized(piece: Piece): Piece {
  return { ...piece, text: piece.text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en')) };
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
