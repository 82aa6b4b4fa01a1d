/**
 * Targets and indicators of the Sustainable Development Goals: `SDG 17.6.2`, `targets 9.c and 8.2`. One of which the dataset has
 * nothing is named as what it is a part of: the target, or the goal.
 */

import type { Lexicon } from './lexicon.ts';
import type { ListedName } from './number-lists.ts';
import { overlap, type Range } from './range.ts';
import { unitsOf } from './words.ts';

const number = String.raw`\d{1,2}(?:\.(?:\d{1,2}|[a-d])){1,2}(?![\p{L}\d%]|\.\d|\s%)`;
const separator = String.raw`(?:\s*,\s*(?:(?:and|or|et|y|и)\s+)?|\s+(?:and|or|et|ou|y|o|и|или|&)\s+)`;
const ofGoals = String.raw`(?:SDGs?|Sustainable Development Goals?|ODD|ODS|ЦУР)(?:\s(?:targets?|indicators?))?`;
const place = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<goals>${ofGoals})|[Tt]argets?|[Ii]ndicators?|[Gg]oals?|cibles?|metas?|задач\p{L}{0,3})\s?(?<numbers>${number}(?:${separator}${number})*)`,
  'gu',
);
const mayBe = /(?:SDG|ODD|ODS|ЦУР|[Gg]oal|[Tt]arget|[Ii]ndicator|cible|meta|задач)\p{L}{0,3}\s?\d{1,2}\.[\da-d]/u;

/** Whether a text may name a target: a cheap look. */
export const mayNameTargets = (text: string): boolean => mayBe.test(text);

/** Of `17.6.2`: itself, `17.6` and `17`. */
function wholesOf(written: string): string[] {
  const parts = written.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

/**
 * The names of the targets that a text names by number, each with its place; the first of a list with the word before it.
 *
 * @param matches the names that are written out, of which longer ones go before
 */
export function goalTargets(lexicon: Lexicon, text: string, matches: readonly Range[]): ListedName[] {
  const found: ListedName[] = [];
  for (const { index, 0: written, groups } of text.matchAll(place)) {
    const { goals, numbers } = groups as { goals?: string; numbers: string };
    const from = index + written.length - numbers.length;
    for (const { index: at, 0: one } of numbers.matchAll(/\d+(?:\.[\da-d]+)+/g)) {
      const own = { start: at === 0 ? index : from + at, end: from + at + one.length };
      if (matches.some((match) => overlap(match, own) && (match.end > own.end || match.start < own.start))) continue;
      const names = goals === undefined ? namesOfTarget(lexicon, one) : namesInGoals(lexicon, one);
      if (names.length > 0) found.push({ ...own, names });
    }
  }
  return found;
}

const firstNames = (lexicon: Lexicon, texts: readonly string[]): readonly number[] => {
  for (const text of texts) {
    const names = lexicon.accepted(text);
    if (names.length > 0) return names;
  }
  return [];
};

const namesInGoals = (lexicon: Lexicon, written: string): readonly number[] =>
  firstNames(
    lexicon,
    wholesOf(written).map((whole) => `SDG ${whole}`),
  );

/** Many a plan has targets: one that the dataset does not have counts only near the goal of its number. */
function namesOfTarget(lexicon: Lexicon, written: string): readonly number[] {
  const own = firstNames(lexicon, [`Target ${written}`, `indicator ${written}`]);
  if (own.length > 0) return own;
  const goal = `Goal ${wholesOf(written).at(-1)}`;
  const [match] = lexicon.match(unitsOf(goal), goal.length);
  return match === undefined || match.start > 0 || match.end < goal.length ? [] : match.names;
}
