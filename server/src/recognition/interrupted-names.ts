/**
 * Names with their abbreviation inside: `Open-ended Working Group (OEWG) on security of and in the use of information and
 * communications technologies (ICTs) 2021–2025`.
 */
import type { Lexicon } from './lexicon.ts';

/** Offsets in the text, in UTF-16 units, end exclusive; the brackets belong to the name. */
export interface InterruptedName {
  start: number;
  end: number;
  names: readonly number[];
}

const abbreviation = /^\s*\([\p{L}\d.&/ -]{2,14}\)(?=\s)/u;
/** How many words a name may go on with behind its abbreviation. */
const mostWords = 22;

/**
 * @param matches the names that stand in the text without a bracket inside, in order
 */
export function interruptedNames(
  lexicon: Lexicon,
  text: string,
  matches: readonly { start: number; end: number; names: readonly number[] }[],
): InterruptedName[] {
  const found: InterruptedName[] = [];
  for (const { start, end } of matches) {
    if (found.length > 0 && start < found.at(-1)!.end) continue;
    const bracket = abbreviation.exec(text.slice(end, end + 20))?.[0];
    if (bracket === undefined) continue;
    const from = end + bracket.length;
    // What follows, without the abbreviations in it; each word with its end in the text.
    const words: { word: string; end: number }[] = [];
    for (const match of text.slice(from, from + 240).matchAll(/\([\p{L}\d.&/ -]{2,14}\)|[\p{L}\d–’'-]+|[^\s]/gu)) {
      if (words.length >= mostWords || /^[.;:!?]/.test(match[0])) break;
      const last = words.at(-1);
      if (!match[0].startsWith('(')) words.push({ word: match[0], end: from + match.index + match[0].length });
      // An abbreviation behind the last word belongs to the name if the name goes on behind it.
      else if (last === undefined) break;
    }
    const head = text.slice(start, end);
    for (let count = words.length; count > 0; count--) {
      const rest = words.slice(0, count).map(({ word }) => word);
      const names = lexicon.accepted(`${head} ${rest.join(' ')}`);
      if (names.length === 0) continue;
      found.push({ start, end: words[count - 1]!.end, names });
      break;
    }
  }
  return found;
}
