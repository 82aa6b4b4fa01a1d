/**
 * Names that share words in an enumeration: `the 2013, 2015 and 2021 GGE reports`, `the First and Third Committees`, `the
 * Geneva Declaration and Plan of Action`. The last name (or the first) is written out; of the others only the part stands
 * there that is their own.
 */
import type { Lexicon } from './lexicon.ts';

/** A name of which only a part is written; offsets of that part in the text, in UTF-16 units, end exclusive. */
export interface SharedHead {
  start: number;
  end: number;
  names: readonly number[];
}

const conjunction = /(?:,\s*|,?\s+(?:and|or|et|ou|y|e|и|или)\s+(?:the\s+)?|\s*[&/]\s*)$/u;
const anyConjunction = /[\s,](?:and|or|et|ou|y|и|или|&)\s/u;
const lastWord = /(?<![\p{L}\d])[\p{Lu}\d][\p{L}\d–-]*$|(?<![\p{L}\d])(?:first|second|third|fourth|fifth|sixth)$/u;
const conjunctionBehind = /^\s+(?:and|or|et|y|и)\s+(?=\p{Lu})/u;
/** How many words a name may have of its own behind the conjunction. */
const mostWords = 6;

/** Whether a text may hold such an enumeration. */
export const mayShareHeads = (text: string): boolean => anyConjunction.test(text);

/**
 * The names that are written in part only.
 *
 * @param matches the names that are written out, in order
 */
export function sharedHeads(
  lexicon: Lexicon,
  text: string,
  matches: readonly { start: number; end: number; names: readonly number[] }[],
): SharedHead[] {
  const found: SharedHead[] = [];
  const isFree = (start: number, end: number): boolean =>
    matches.every((other) => other.end <= start || end <= other.start);
  for (const match of matches) {
    const written = text.slice(match.start, match.end);
    const ownWord = /^[\p{L}\d–-]+(?=\s)/u.exec(written)?.[0];
    if (ownWord !== undefined) {
      // Backwards: what stands before the conjunction in the place of the name's first word.
      const rest = written.slice(ownWord.length);
      let at = match.start;
      for (;;) {
        const joint = conjunction.exec(text.slice(Math.max(0, at - 16), at))?.[0];
        if (joint === undefined) break;
        const end = at - joint.length;
        const word = lastWord.exec(text.slice(Math.max(0, end - 24), end))?.[0];
        if (word === undefined || !isFree(end - word.length, end)) break;
        const names = lexicon.accepted(`${word}${rest}`);
        if (names.length === 0) break;
        found.push({ start: end - word.length, end, names });
        at = end - word.length;
      }
    }
    const joint = conjunctionBehind.exec(text.slice(match.end, match.end + 12))?.[0];
    if (joint === undefined) continue;
    // Forwards: the name's first words hold for what follows the conjunction, too.
    const start = match.end + joint.length;
    const following = [...text.slice(start, start + 80).matchAll(/[\p{L}\d–-]+/gu)].slice(0, mostWords);
    const heads = [...written.matchAll(/[\p{L}\d–-]+\s+(?=[\p{L}\d])/gu)].map(({ index, 0: head }) =>
      written.slice(0, index + head.length),
    );
    const longest = following
      .map((word) => start + word.index + word[0].length)
      .toReversed()
      .flatMap((end) =>
        isFree(start, end)
          ? heads.map((head) => ({ end, names: lexicon.accepted(`${head}${text.slice(start, end)}`) }))
          : [],
      )
      .find(({ names }) => names.length > 0);
    if (longest !== undefined) found.push({ start, ...longest });
  }
  return found.sort((a, b) => a.start - b.start);
}
