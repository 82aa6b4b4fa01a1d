/**
 * One of a series, named by its year or its number: `ITU Plenipotentiary 2022`, `the 5th UN Group of Governmental Experts on
 * Information Security`, `IGF de 2017`. The records have such names in their usual form (`PP-22`, `fifth GGE`); this finds them
 * where the series is called by any other of its names.
 */
import { arabicOrdinal, frenchOrdinal, russianOrdinal, spanishOrdinal, valueOfOrdinal } from './foreign-ordinals.ts';
import { isArabic } from './inflection.ts';
import type { Lexicon, NameMatch } from './lexicon.ts';
import type { ListedName } from './number-lists.ts';
import { englishOrdinal, wordOfOrdinal } from './ordinals.ts';

const yearBefore = /(?<![\p{L}\d/–—-])(?<year>(?:19|20)\d\d)(?:\s?年(?:的|度)?)?\s?$/u;
const yearBehind =
  /^(?:(?:[\s-]|\s(?:of|de|du|del|от|за|لعام|عام|لسنة|سنة|في عام)\s)(?<year>(?:19|20)\d\d)(?:\s(?:года?|г\.))?(?!\d|[\p{L}]|\s?[–—/-]\s?\d)|\s?[(（](?<inBrackets>(?:19|20)\d\d)[)）])/u;
/** Years from which to which something lasts: `OEWG 2021 to 2025`, `(2021-25)`. */
const spanBehind =
  /^\s?,?\s?[(（]?(?<from>(?:19|20)\d\d)(?:\s?[–—‑/-]\s?|\s(?:to|through|à|a|al|по|до|至)\s|[至到])(?<to>(?:19|20)?\d\d)(?!\d)(?:\s?年)?[)）]?/u;
/** How far from a name its year may stand, in UTF-16 units. */
export const yearReach = 16;
/** A year with which a name ends, and what stands before it. */
const yearAtEnd = /[\s(]+(?:19|20)\d\d$/u;
/** How far years from which to which go on behind a name. */
const spanReach = 24;

/** A year that stands right beside a name as a part of it, and how much of the text before and behind it takes. */
export interface OwnYear {
  year: number;
  before: number;
  behind: number;
}

const isBlank = (code: number): boolean => code <= 0x20 || code === 0xa0;
/** A digit, or what may stand between a year and a name and is not of ASCII. */
const mayBeOfYear = (code: number): boolean => (code >= 48 && code <= 57) || code > 0x7f;

/** Whether a year may end before an offset: a cheap look at the units there. */
function mayEndYear(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return mayBeOfYear(isBlank(before) ? text.charCodeAt(at - 2) : before);
}

/** Whether a year, or a preposition before one, may begin behind an offset: a cheap look at the units there. */
function mayBeginYear(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  if (!isBlank(next) && next !== 0x2d && next !== 0x28) return next > 0x7f;
  const second = text.charCodeAt(at + 1);
  return mayBeOfYear(second) || second === 0x28 || second === 0x64 || second === 0x6f;
}

/** The year of a name that stands from `start` to `end`; undefined where there is none beside it. */
export function ownYear(text: string, start: number, end: number): OwnYear | undefined {
  const ahead = mayEndYear(text, start) ? yearBefore.exec(text.slice(Math.max(0, start - yearReach), start)) : null;
  if (ahead !== null) return { year: Number(ahead.groups!.year), before: ahead[0].length, behind: 0 };
  const after = mayBeginYear(text, end) ? yearBehind.exec(text.slice(end, end + yearReach)) : null;
  if (after === null) return undefined;
  const { year, inBrackets } = after.groups!;
  return { year: Number(year ?? inBrackets), before: 0, behind: after[0].length };
}

/** `a second WSIS` is none that was held. */
const notOneOfMany = '(?<![\\p{L}\\d-])(?<!(?:^|\\P{L})(?:an?|une?|una)\\s)';
/** What counts a series right before its name; bare digits count what follows: `5 IGF workshops`. */
const wordsBefore = new RegExp(
  `${notOneOfMany}(?!\\d{1,4}\\s)(?<ordinal>${[englishOrdinal, frenchOrdinal, spanishOrdinal, russianOrdinal].join('|')})\\s$`,
  'iu',
);
/** `the 20th edition of the IGF`, `la 20e édition du FGI`, `la vigésima edición del FGI`. */
const editionsBefore = [
  `(?<ordinal>${englishOrdinal})\\s(?:edition|(?:annual|global)\\s(?:edition|meeting))\\sof\\s(?:the\\s)?(?:annual\\s)?`,
  `(?<ordinal>${frenchOrdinal})\\s(?:édition|réunion\\sannuelle)\\s(?:de\\sla\\s|du\\s|de\\sl[’']|des\\s)`,
  `(?<ordinal>${spanishOrdinal})\\s(?:edición|reunión\\sanual)\\s(?:de\\sla\\s|del\\s|de\\slos\\s|de\\slas\\s|de\\s)`,
].map((pattern) => new RegExp(`${notOneOfMany}${pattern}$`, 'iu'));
const mayHoldEditions = /[eé]dition|edición|annual meeting|réunion annuelle|reunión anual/;
/** `منتدى حوكمة الإنترنت التاسع عشر`. */
const arabicBehind = new RegExp(`^\\s(?<ordinal>${arabicOrdinal})(?!\\p{L})`, 'u');
const longestOrdinal = 32;
const longestEdition = 70;

/** Whether the word before an offset may be an ordinal; `the`, `of` and other words of less than four plain letters are none. */
function mayCount(text: string, at: number): boolean {
  let start = at - 1;
  while (at - start < 5) {
    const code = text.charCodeAt(start - 1) | 0x20;
    if (code < 97 || code > 122) break;
    start--;
  }
  if (at - start >= 5) return true;
  const before = text.charCodeAt(start - 1);
  return mayBeOfYear(before) || before === 0x2d || /[IVX]/.test(text.charAt(start));
}

/** The number of one of a series, and how much of the text before its name and behind it says so. */
interface CountBeside {
  value: number;
  before: number;
  behind: number;
}

/** The count of a name that stands from `start` to `end`; undefined where there is none beside it. */
function countBeside(text: string, start: number, end: number, hasEditions: boolean): CountBeside | undefined {
  const counted = (match: RegExpExecArray, before: number, behind: number): CountBeside | undefined => {
    const { ordinal = '' } = match.groups!;
    const value = valueOfOrdinal(ordinal);
    return value === undefined ? undefined : { value, before, behind };
  };
  if (mayCount(text, start)) {
    const ahead = text.slice(Math.max(0, start - longestOrdinal), start);
    const match = wordsBefore.exec(ahead);
    if (match !== null) return counted(match, match[0].length, 0);
  }
  if (hasEditions) {
    const ahead = text.slice(Math.max(0, start - longestEdition), start);
    for (const pattern of editionsBefore) {
      const match = pattern.exec(ahead);
      if (match !== null) return counted(match, match[0].length, 0);
    }
  }
  if (!isArabic(text.charCodeAt(end - 1))) return undefined;
  const behind = arabicBehind.exec(text.slice(end, end + longestOrdinal));
  return behind === null ? undefined : counted(behind, 0, behind[0].length);
}

/** Whether a text has a year or an ordinal: a cheap look. */
export const mayNumberSeries = (text: string): boolean =>
  /(?:19|20)\d\d|\d(?:st|nd|rd|th|[eèºª]|-[йя])\s|(?:first|second|third|[ruxfnhe]th|[ei]ème|[ao]|[ая]я|[оы]й|[IVX]{2}) \p{Lu}| ال(?:أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي|عشر)/u.test(
    text,
  ) || mayHoldEditions.test(text);

/** The names of the one of a series that some of its own names stand for with a year or an ordinal. */
function memberNames(lexicon: Lexicon, record: number, called: readonly string[], year?: number): readonly number[] {
  for (const name of called) {
    const names = lexicon.outright(lexicon.named(name)).filter((one) => lexicon.record(one) !== record);
    // `WTDC 22` is of the year 2022 where the record says so.
    const ofYear = names.filter((one) => year === undefined || (lexicon.yearOfEvent(one) ?? year) === year);
    if (ofYear.length > 0) return ofYear;
  }
  return [];
}

/** The names of the one of a series that has a number in it. */
export function namesByCount(lexicon: Lexicon, series: number, count: number): readonly number[] {
  const word = wordOfOrdinal(count);
  const called = word === undefined ? [] : lexicon.englishNames(series).map((name) => `${word} ${name}`);
  return memberNames(lexicon, series, called);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether years may stand at the end of a name or behind it: a cheap look at the units there. */
function mayLast(text: string, end: number): boolean {
  if (isDigit(text.charCodeAt(end - 1))) return true;
  for (let at = end; at < end + 4; at++) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

/** What a name is that the years stand behind which it lasts; undefined where nothing is called so. */
function ofYears(
  lexicon: Lexicon,
  text: string,
  start: number,
  end: number,
  names: readonly number[],
): ListedName | undefined {
  if (!mayLast(text, end)) return undefined;
  // `OEWG 2021 | to 2025`: the first year may be a part of a name by itself.
  const ownYear = yearAtEnd.exec(text.slice(start, end))?.[0].length ?? 0;
  const bare = end - ownYear;
  const span = spanBehind.exec(text.slice(bare, bare + spanReach));
  if (span === null) return undefined;
  const { from, to } = span.groups as { from: string; to: string };
  const years = `${from}–${to.length === 2 ? `${from.slice(0, 2)}${to}` : to}`;
  const called = ownYear > 0 ? lexicon.named(text.slice(start, bare)) : names;
  for (const record of new Set(called.map((name) => lexicon.record(name)))) {
    const own = lexicon.englishNames(record);
    const inFull = own.filter((name) => name.endsWith(years));
    for (const name of inFull.length > 0 ? inFull : own.map((one) => `${one} ${years}`)) {
      const whole = lexicon.outright(lexicon.named(name));
      if (whole.length > 0) return { start, end: bare + span[0].length, names: whole };
    }
  }
  return undefined;
}

const isOfSeveralWords = (written: string): boolean => written.split(/\s/).length > 2;

/**
 * @param matches the names that are written out, in order
 * @returns those that a year or an ordinal beside them makes the name of one of a series
 */
export function seriesNames(lexicon: Lexicon, text: string, matches: readonly NameMatch[]): ListedName[] {
  const found: ListedName[] = [];
  const hasEditions = mayHoldEditions.test(text);
  for (const { start, end, names } of matches) {
    // A year between two names is the first one's.
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const lasting = ofYears(lexicon, text, start, end, names);
    if (lasting !== undefined) {
      found.push(lasting);
      continue;
    }
    const record = lexicon.record(names[0]!);
    // A general name of one word may be that of anything: `Forum 2019`.
    const called = lexicon.outright(names);
    const bearers = called.length > 0 ? called : isOfSeveralWords(text.slice(start, end)) ? names : [];
    if (bearers.length === 0 || bearers.some((name) => lexicon.record(name) !== record)) continue;
    const year = ownYear(text, start, end);
    const count = year === undefined ? countBeside(text, start, end, hasEditions) : undefined;
    if (year === undefined && count === undefined) continue;
    const own = lexicon.englishNames(record);
    if (year !== undefined) {
      const member = memberNames(
        lexicon,
        record,
        own.flatMap((name) => [`${name} ${year.year}`, `${year.year} ${name}`, `${name} ${year.year % 100}`]),
        year.year,
      );
      const from = start - year.before;
      if (member.length > 0 && from >= (found.at(-1)?.end ?? 0))
        found.push({ start: from, end: end + year.behind, names: member });
    } else if (count !== undefined) {
      const member = namesByCount(lexicon, record, count.value);
      if (member.length > 0) found.push({ start: start - count.before, end: end + count.behind, names: member });
    }
  }
  return found;
}
