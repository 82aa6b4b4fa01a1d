/**
 * Names with their abbreviation inside: `Open-ended Working Group (OEWG) on security of and in the use of information and
 * communications technologies (ICTs) 2021–2025`, `Council of Europe (COE) Cybercrime Convention`.
 */
import type { Lexicon } from './lexicon.ts';
import { unitsOf } from './words.ts';

/** Offsets in the text, in UTF-16 units, end exclusive; the brackets belong to the name. */
export interface InterruptedName {
  start: number;
  end: number;
  names: readonly number[];
}

const inBrackets = String.raw`\([\p{L}\d.&/ -]{2,14}\)`;
/** An abbreviation in brackets inside the rest of a name. */
const laterAbbreviation = new RegExp(`^${inBrackets}`, 'u');
/** An abbreviation in brackets, with the small word, or the capital, by which the name goes on behind it. */
const abbreviation = new RegExp(
  String.raw`^\s*${inBrackets}(?=\s+(?:(?:on|of|for|to|in|against|under|sur|de|des|du|pour|sobre|para|contra|по|о|об)\s|\p{Lu}\p{L}))`,
  'u',
);
/** How far a name may go on behind its abbreviation, in UTF-16 units. */
const farthest = 240;

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
    // The name as it would stand without the abbreviations in it, and where each of its units stands in the text.
    let whole = text.slice(start, end);
    const places: number[] = [];
    for (let at = from; at < Math.min(text.length, from + farthest); ) {
      const unit = text.charAt(at);
      if ('.;:!?'.includes(unit)) break;
      const inner = unit === '(' ? laterAbbreviation.exec(text.slice(at, at + 18))?.[0] : undefined;
      if (unit === '(' && inner === undefined) break;
      if (inner === undefined) {
        whole += unit;
        places.push(at);
      }
      at += inner?.length ?? 1;
    }
    const [longest] = lexicon.match(unitsOf(whole), whole.length);
    if (longest === undefined || longest.start !== 0 || longest.end <= end - start) continue;
    const names = lexicon.outright(longest.names);
    if (names.length > 0) found.push({ start, end: places[longest.end - (end - start) - 1]! + 1, names });
  }
  return found;
}
