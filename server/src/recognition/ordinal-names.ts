/**
 * Names that begin with an ordinal in digits where the record spells it out, or with a word behind it that the record has not:
 * `3rd annual progress report`, `6th GGE`, `eleventh and final substantive session`.
 */
import type { Lexicon } from './lexicon.ts';
import type { ListedName } from './number-lists.ts';
import { englishOrdinal, wordOfOrdinal } from './ordinals.ts';
import type { Range } from './range.ts';
import { unitsOf } from './words.ts';

const digits = /(?<![\p{L}\d-])(\d{1,2})(?:st|nd|rd|th)(?=\s+\p{L})/gu;
const besides = 'and (?:final|last|concluding|penultimate|only)';
const besidesOrdinal = new RegExp(`(?<![\\p{L}\\d-])(${englishOrdinal}) ${besides}(?=\\s+\\p{L})`, 'giu');
const mayHoldOrdinal = new RegExp(`\\d(?:st|nd|rd|th)\\s|(?:th|st|nd|rd) ${besides}\\s`, 'i');
/** How far a name may go on behind its ordinal, in UTF-16 units. */
const farthest = 120;

/** Whether a text may hold such a name: a cheap look. */
export const mayNumberNames = (text: string): boolean => mayHoldOrdinal.test(text);

/** @param matches the names that are written as in the records, of which longer ones go before */
export function numberedNames(lexicon: Lexicon, text: string, matches: readonly Range[]): ListedName[] {
  const found: ListedName[] = [];
  const spelled = (number: string): string | undefined =>
    /^\d/.test(number) ? wordOfOrdinal(Number.parseInt(number, 10)) : number;
  for (const { index, 0: written, 1: number } of [...text.matchAll(digits), ...text.matchAll(besidesOrdinal)]) {
    const word = spelled(number!);
    if (word === undefined) continue;
    const behind = index + written.length;
    const rest = text.slice(behind, behind + farthest);
    // `1st Committee`: the name may be in capitals only.
    const longest = [word, `${word[0]!.toUpperCase()}${word.slice(1)}`]
      .map((ordinal) => lexicon.match(unitsOf(ordinal + rest), ordinal.length + rest.length)[0])
      .find((match) => match !== undefined && match.start === 0 && match.end > word.length);
    if (longest === undefined) continue;
    const end = behind + longest.end - word.length;
    if (matches.some((match) => match.start <= index && match.end >= end)) continue;
    // What reaches beyond is another name.
    if (matches.some((match) => match.start < end && match.end > end)) continue;
    found.push({ start: index, end, names: longest.names });
  }
  return found;
}
