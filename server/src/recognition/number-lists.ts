/**
 * Names that share all but their numbers, or the letters behind them: `PP Resolutions 101, 102 and 133`, `SDGs 9, 16 and 17`,
 * `résolutions 101 et 102 de la Conférence de plénipotentiaires`, `norms 13(c), (f) and (k)`. Of the numbers and letters behind
 * the first each stands for a name of its own.
 */
import type { Lexicon } from './lexicon.ts';
import { overlap, type Range } from './range.ts';
import { unitsOf } from './words.ts';

/** A number that stands for a name; offsets in the text, in UTF-16 units, end exclusive. */
export interface ListedName {
  start: number;
  end: number;
  names: readonly number[];
}

const separator = String.raw`(?:\s*,\s*(?:(?:and|or|et|ou|y|o|и|или)\s+)?|\s+(?:and|or|et|ou|y|o|и|или|&)\s+)`;
/** `33`, `2(4)`. */
const wholeNumber = String.raw`\d{1,4}(?:\s?\(\d{1,2}\)(?![\d(]|\p{L})|(?![\d/%]|[.,]\d|(?<=\d{4})\s?[–-]\d|\s?%|\p{L}|\s?\(\d))`;
/** `Resolution 101 (Rev. Bucharest, 2022)`. */
const revision = String.raw`(?:\s?\(R[eé]v\.?[^()\n]{0,30}\))?`;
/** A word in the plural, or in capitals, with a list of plain numbers. */
const list = new RegExp(
  String.raw`(?<![\p{L}\d-])(?<label>\p{Lu}{2,6}|\p{L}{3,}(?:s|es|и|й|ям|ями|ях))\s+(?<numbers>${wholeNumber}(?:${revision}${separator}${wholeNumber})+)`,
  'gu',
);
const mayBeList = /[\d)](?:,\s*|,?\s(?:and|or|et|ou|y|o|и|или|&)\s)\d/u;
/** How far a name may go on behind the last number, in UTF-16 units. */
const farthest = 120;

/** Whether a text may hold such a list: a cheap look. */
export const mayListNumbers = (text: string): boolean => mayBeList.test(text);

/**
 * The names of the numbers of lists, but for those that are written out.
 *
 * @param matches the names that are written out, in order
 */
export function listedNames(
  lexicon: Lexicon,
  text: string,
  matches: readonly { start: number; end: number; names: readonly number[] }[],
): ListedName[] {
  const found: ListedName[] = [];
  for (const { index, 0: written, groups } of text.matchAll(list)) {
    const { label, numbers } = groups as { label: string; numbers: string };
    // `SDG 4, 5 million`: one thing is several only where the list has its end.
    if (/^\p{Lu}+$/u.test(label) && !/\p{L}{1,3}\s\d+$|&/u.test(numbers)) continue;
    const from = index + written.length - numbers.length;
    const places: Range[] = [...numbers.matchAll(/\d+(?:\s?\(\d{1,2}\))?|\([^()]*\)/g)]
      .filter(({ 0: one }) => !one.startsWith('('))
      .map(({ index: at, 0: one }) => ({
        start: from + at,
        end: from + at + one.length,
      }));
    const end = index + written.length;
    const first = matches.find((match) => match.end === places[0]!.end && match.start <= index);
    const last = matches.find((match) => match.start <= index && match.end > end);
    if (last !== undefined) continue;
    let head = '';
    let tail = '';
    let isDoubtful = false;
    if (first !== undefined) {
      head = text.slice(first.start, from);
      isDoubtful = lexicon.outright(first.names).length === 0;
    } else {
      // The last one is written out: what stands behind it is part of each name.
      head = `${label} `;
      const whole = `${head}${text.slice(places.at(-1)!.start, end + farthest)}`;
      const [longest] = lexicon.match(unitsOf(whole), whole.length);
      const numberEnd = head.length + places.at(-1)!.end - places.at(-1)!.start;
      if (longest === undefined || longest.start !== 0 || longest.end <= numberEnd) continue;
      tail = whole.slice(numberEnd, longest.end);
      isDoubtful = lexicon.outright(longest.names).length === 0;
    }
    const listed = places.flatMap(({ start, end: numberEnd }, place): ListedName[] => {
      if (place === 0 && first !== undefined) return [];
      const isLast = place === places.length - 1;
      const all = namesOf(lexicon, `${head}${text.slice(start, numberEnd)}${tail}`, isDoubtful);
      if (all.length === 0) return [];
      return [{ start: place === 0 ? index : start, end: isLast ? numberEnd + tail.length : numberEnd, names: all }];
    });
    // A name that counts only in company is that of one of a list where all of these have such names.
    if (first !== undefined || !isDoubtful || listed.length === places.length) found.push(...listed);
  }
  return found;
}

const abbreviated = /(?<![\p{L}\d/.‑-])Res\.?\s(?<number>\d{2,3})(?![\p{L}\d/]|[‑-]\d)/gu;

/** Whether a text may hold a name with its word abbreviated: a cheap look. */
export const mayAbbreviate = (text: string): boolean => /Res\.?\s\d/.test(text);

/** `Res 102`: names such as `Resolution 102`, which stand where no other name does. */
export function abbreviatedNames(lexicon: Lexicon, text: string, matches: readonly Range[]): ListedName[] {
  return [...text.matchAll(abbreviated)].flatMap(({ index, 0: written, groups }) => {
    const place = { start: index, end: index + written.length };
    const names = matches.some((match) => overlap(match, place)) ? [] : lexicon.named(`Resolution ${groups!.number}`);
    return names.length === 0 ? [] : [{ ...place, names }];
  });
}

const nextLetter = new RegExp(String.raw`^${separator}(?=\((?<letter>[a-z])\)(?![\p{L}\d(]))`, 'u');
const mayBeLetters = new RegExp(String.raw`\([a-z]\)${separator}\([a-z]\)`, 'u');

/** Whether a text may hold a list of letters: a cheap look. */
export const mayListLetters = (text: string): boolean => mayBeLetters.test(text);

/**
 * The names of the letters of lists behind the first one.
 *
 * @param matches the names that are written out, in order
 */
export function letteredNames(
  lexicon: Lexicon,
  text: string,
  matches: readonly { start: number; end: number; names: readonly number[] }[],
): ListedName[] {
  const found: ListedName[] = [];
  for (const { start, end, names } of matches) {
    const written = text.slice(start, end);
    if (!/\([a-z]\)?$/.test(written)) continue;
    const head = written.slice(0, written.lastIndexOf('('));
    const isDoubtful = lexicon.outright(names).length === 0;
    // The bracket may stand outside of the name.
    let at = text.charAt(end) === ')' ? end + 1 : end;
    for (;;) {
      const next = nextLetter.exec(text.slice(at, at + 20));
      if (next === null) break;
      const from = at + next[0].length;
      at = from + 3;
      const one = namesOf(lexicon, `${head}(${next.groups!.letter})`, isDoubtful);
      if (one.length > 0) found.push({ start: from, end: at, names: one });
    }
  }
  return found;
}

/** The names that a whole text is; those that count only in company where the first of the list does so, too. */
export function namesOf(lexicon: Lexicon, text: string, isDoubtful: boolean): readonly number[] {
  if (!isDoubtful) return lexicon.accepted(text);
  const whole = lexicon.match(unitsOf(text), text.length).find(({ start, end }) => start === 0 && end === text.length);
  return whole?.names.filter((name) => lexicon.kind(name) !== 'misnomer') ?? [];
}
