/** What one block of a draft names, before the rest of the draft is asked which of several bearers is meant. */

import type { Tree } from '@lezer/common';
import { type BlockKey, keysOfBlock } from '../draft/block-keys.ts';
import { detached } from '../draft/detached.ts';
import { endOf, type Prose, proseOf } from '../draft/prose.ts';
import { textOfUnits } from '../knowledge/utf16.ts';
import { mayAbbreviateWords, namesInShortWords } from './abbreviated-words.ts';
import { articleNineteen, mayNameArticleNineteen } from './article-nineteen.ts';
import { lawsIn } from './bare-places.ts';
import { chineseHeadsIn, mayHoldChineseHeads } from './chinese-heads.ts';
import { type Definition, findDefinitions, mayAnnounce } from './definitions.ts';
import { documentNumbers, edition, mayNumberDocuments, type NumberedDocument } from './document-numbers.ts';
import { goalTargets, mayNameTargets } from './goal-targets.ts';
import { isArabic } from './inflection.ts';
import { interruptedNames } from './interrupted-names.ts';
import type { HeadMatch, Lexicon, NameMatch, StateMatch } from './lexicon.ts';
import { mayListYears, yearlyNames } from './listed-years.ts';
import { mandates, mayNameMandates } from './mandates.ts';
import {
  abbreviatedNames,
  letteredNames,
  listedNames,
  mayAbbreviate,
  mayListLetters,
  mayListNumbers,
} from './number-lists.ts';
import {
  asResolution,
  bareResolutions,
  endsInResolution,
  mayNumberResolutions,
  numberedResolutions,
  titledResolution,
} from './numbered-resolutions.ts';
import { type BareSession, bareSessions, mayNumberSessions, numberedSessions } from './numbered-sessions.ts';
import { mayNumberNames, numberedNames } from './ordinal-names.ts';
import { endsInTens, goesOnInTens, mayEndTens } from './ordinals.ts';
import { isOfAnother, ownerReach } from './organs-of-others.ts';
import { ownedNames } from './owned-names.ts';
import { findPinpoints, type Pinpoint } from './pinpoints.ts';
import { proseLanguage } from './prose-language.ts';
import { mayQuote, withWholeQuotation } from './quotation.ts';
import { overlap, type Range } from './range.ts';
import { mayNumberSeries, seriesNames } from './series-names.ts';
import { mayShareHeads, sharedHeads } from './shared-heads.ts';
import { mayHoldSpacedSymbols, spacedSymbols, symbolAround, symbolsOf } from './symbol.ts';

/** A place in a block; offsets are relative to the block, in UTF-16 units, end exclusive. */
export interface BlockMatch {
  start: number;
  end: number;
  /** The names that are written there; empty for a UN symbol. */
  names: readonly number[];
  /** The UN symbols that the place can stand for, likeliest first; the body is open in `resolution 73/27`. */
  symbols?: readonly string[];
  /** Whether the place says so itself, or is to count only where a symbol is known. */
  isLoose?: boolean;
  /** What the place names where none of `names` counts. */
  instead?: readonly BlockMatch[];
}

export interface WrittenYear {
  year: number;
  month: number | undefined;
  at: number;
}

export interface BlockMatches {
  matches: readonly BlockMatch[];
  /** What the block cites. */
  cited: readonly BlockKey[];
  /** Years that the block writes, each with its offset in the block, and the month (1 to 12) that is written before it. */
  years: readonly WrittenYear[];
  /** The States that the block names outside of other names: the number and the place of each, packed. */
  states: readonly number[];
  /** The words with which a term may begin that a draft defines: see `Lexicon.initials`. */
  initials: string;
  /** The places that may define a term. */
  definitions: readonly Definition[];
  /** Articles, paragraphs and the like that are named by number. */
  pinpoints: readonly Pinpoint[];
  /** The heads of names that stand alone, and those of names that are not known; offsets in the block. */
  heads: readonly HeadMatch[];
  /** Sessions that are counted without their body; offsets in the block. */
  sessions: readonly BareSession[];
  /** Where words stand for laws; offsets in the block. */
  laws: readonly number[];
  /** Whether the block is a table, whose cells belong to their columns and rows. */
  isTable: boolean;
}

/** A State that a block names, and where, as one number; and back. Names of more than 63 units are taken for that long. */
const packState = (state: number, start: number, end: number): number =>
  (start * 64 + Math.min(63, end - start)) * 256 + state;
export const stateOf = (packed: number): number => packed % 256;
export const placeOfState = (packed: number): number => Math.floor(packed / 16384);
export const endOfState = (packed: number): number => placeOfState(packed) + (Math.floor(packed / 256) % 64);

/**
 * A list as it is kept. There is one empty list for all blocks: most have nothing of most kinds, and a long draft has ten
 * thousand blocks; and none has room for more, which V8 gives each list that something is added to, for sixteen at least.
 */
const none: readonly never[] = [];
export const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? none : list.slice());

/** In order of their start, of two at one start the longer first. */
const byPlace = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;

const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 48 && code <= 57;

/**
 * The names of the months and their abbreviations in six languages, the Arabic ones in both usages, the Russian ones in all
 * cases. Their place is the month.
 */
const months: readonly RegExp[] = [
  'jan(?:uary|v|vier)?|ene(?:ro)?|янв(?:ар\\p{L}{1,3})?|يناير|كانون الثاني',
  'feb(?:ruary|r|rero)?|f[ée]v(?:r|rier)?|фев(?:р|рал\\p{L}{1,3})?|فبراير|شباط',
  'mar(?:ch|s|zo)?|мар(?:т\\p{L}{0,3})?|مارس|[آا]ذار',
  'apr(?:il)?|avr(?:il)?|abr(?:il)?|апр(?:ел\\p{L}{1,3})?|[أا]بريل|نيسان',
  'may|mai|mayo|ма[йяею]|маем|مايو|[أا]يار',
  'june?|juin|jun(?:io)?|июн\\p{L}{1,2}|يوني[وه]|حزيران',
  'july?|juil(?:let)?|jul(?:io)?|июл\\p{L}{1,2}|يولي[وه]|تموز',
  'aug(?:ust)?|ao[ûu]t|ago(?:sto)?|авг(?:уст\\p{L}{0,2})?|[أا]غسطس|آب',
  'sept?(?:ember|embre|iembre)?|сен(?:т|тябр\\p{L}{1,2})?|سبتمبر|[أا]يلول',
  'oct(?:ober|obre|ubre)?|окт(?:ябр\\p{L}{1,2})?|[أا]كتوبر|تشرين الأول',
  'nov(?:ember|embre|iembre)?|ноя(?:бр\\p{L}{1,2})?|نوفمبر|تشرين الثاني',
  'dec(?:ember)?|d[ée]c(?:embre)?|dic(?:iembre)?|дек(?:абр\\p{L}{1,2})?|ديسمبر|كانون الأول',
].map((names) => new RegExp(`^(?:${names})$`, 'u'));

/** What stands between a month and its year: `July 2020`, `12 Mar. 2021`, `julio de 2021`. */
const beforeYear = /([\p{L}]{3,12}|(?:كانون|تشرين) [\p{L}]{4,6})[.,]?(?:\s+de[l]?)?\s+$/u;

/** How far before a symbol the word for what it is may begin, in UTF-16 units. */
const wordReach = 16;

/** The month that is written right before a year or, in Chinese, behind it: `2021年3月`. */
function monthBeside(units: Uint16Array, length: number, year: number): number | undefined {
  if (units[year + 4] === 0x5e74) {
    const written = /^\s?(\d{1,2})\s?月/.exec(textOfUnits(units, year + 5, Math.min(length, year + 11)))?.[1];
    return written === undefined || Number(written) < 1 || Number(written) > 12 ? undefined : Number(written);
  }
  const before = units[year - 1];
  if (before !== 0x20 && before !== 0x0a && before !== 0xa0) return undefined;
  const word = beforeYear.exec(textOfUnits(units, Math.max(0, year - 22), year))?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  const month = months.findIndex((names) => names.test(word));
  return month < 0 ? undefined : month + 1;
}

/** Where the next digit, bracket or slash stands, or the text's length: letters and spaces are passed over at once. */
function nextMark(units: Uint16Array, length: number, from: number): number {
  for (let at = from; at < length; at++) {
    const code = units[at]!;
    if (code >= 0x28 && (code <= 0x39 || code === 0xff08 || code === 0x7b2c)) return at;
  }
  return length;
}

/** `《` and `》`. */
const openingTitle = 0x300a;
const closingTitle = 0x300b;

/** `I`, `V` or `X`. */
const isRoman = (code: number | undefined): boolean => code === 0x49 || code === 0x56 || code === 0x58;
const isLetter = (code: number | undefined): boolean =>
  code !== undefined && /[\p{L}\d/]/u.test(String.fromCharCode(code));
const isCapital = (code: number | undefined): boolean => code !== undefined && code >= 65 && code <= 90;
const isLowerCase = (code: number | undefined): boolean => code !== undefined && code >= 97 && code <= 122;

/** `UN.org`, `info@UN`: what is joined by a full stop or an `@` is an address, though it has no scheme. */
function isInAddress({ units, length }: Prose, start: number, end: number): boolean {
  const before = start > 0 ? units[start - 1] : undefined;
  const after = end < length ? units[end] : undefined;
  if (before === 0x40 || after === 0x40) return true;
  if (after === 0x2e && end + 1 < length && isLowerCase(units[end + 1])) return true;
  if (before === 0x2e && start > 1 && isLowerCase(units[start - 2])) return true;
  if (before !== 0x2f && after !== 0x2f) return false;
  // `example.org/oewg-report`: a path behind a domain.
  let from = start;
  while (from > 0 && units[from - 1]! > 0x20 && start - from < 200) from--;
  return /^[("'<]?[\w-]+(?:\.[\w-]+)+\//.test(textOfUnits(units, from, end + 1));
}

const mostSessions = 200;

/**
 * `HRC61`, `UNGA80`, `PP22`: a body's acronym with the number of a session, which is the session where a record has that name,
 * else the body; `digit` is the place of its first digit.
 */
function sessionOf(lexicon: Lexicon, { units, length }: Prose, digit: number): NameMatch | undefined {
  let start = digit;
  while (start > 0 && digit - start < 8 && isCapital(units[start - 1])) start--;
  let end = digit;
  while (end < length && end - digit < 4 && isDigit(units[end])) end++;
  if (digit - start < 2 || isLetter(units[start - 1]) || isLetter(units[end])) return undefined;
  const number = textOfUnits(units, digit, end);
  // `IEEE802` is a standard.
  if (Number(number) >= mostSessions) return undefined;
  const acronym = textOfUnits(units, start, digit);
  const sessions = lexicon.outright(lexicon.named(`${acronym} ${number}`));
  if (sessions.length > 0) return { start, end, names: sessions };
  if (acronym.length < 3) return undefined;
  const names = lexicon
    .named(acronym)
    .filter((name) => lexicon.kind(name) === 'acronym' && lexicon.name(name) === acronym);
  return names.length === 0 ? undefined : { start, end, names };
}

/** `IGF-I`, `UN-2`: an acronym that a number is joined to with a hyphen is of something else. */
function isNumbered(lexicon: Lexicon, { units, length }: Prose, { end, names }: NameMatch): boolean {
  if (units[end] !== 0x2d || end + 1 >= length || names.some((name) => lexicon.kind(name) !== 'acronym')) return false;
  let after = end + 1;
  while (after < length && after - end < 5 && (isDigit(units[after]) || isRoman(units[after]))) after++;
  const next = after < length ? units[after]! : 0x20;
  // A year is a date; letters behind it make it a word.
  return after > end + 1 && after - end < 4 && !isDigit(next) && !isLowerCase(next | 0x20);
}

/** Attributes in capitals that make a name that of another thing. */
const attributeBefore =
  /(?:^|[^\p{L}-])(?:Global|National|Regional|Continental|Federal|Provincial|Municipal|Pan-African)[ \u00a0\n]$/u;

/** `Global Cybersecurity Framework`, `National Human Rights Council`: not the framework or the council that is known. */
function isOtherByAttribute(lexicon: Lexicon, { units }: Prose, { start, names }: NameMatch): boolean {
  // All of them end in l or n.
  const last = units[start - 2];
  if (start < 7 || (last !== 0x6c && last !== 0x6e) || !isCapital(units[start])) return false;
  const first = names[0]!;
  if (lexicon.language(first) !== 'en' || lexicon.kind(first) === 'acronym') return false;
  return attributeBefore.test(textOfUnits(units, Math.max(0, start - 14), start)) && /[\s-]/.test(lexicon.name(first));
}

/** What a Chinese name's last character begins another word with: `司法部|门`, `网络安全法|案`, `工作组|织`. */
const longerHan: ReadonlyMap<string, string> = new Map([
  ['部', '门門队隊分署'],
  ['法', '律规規院庭官案学學治'],
  ['组', '织員员建'],
  ['組', '織員建'],
  ['会', '计'],
  ['會', '計'],
  ['国', '际内家'],
  ['國', '際內家'],
]);
/** Whether a Chinese name ends within a word of the text. */
function endsInWord({ units, length }: Prose, { end }: NameMatch): boolean {
  const last = units[end - 1]!;
  if (last < 0x4e00 || last > 0x9fff || end >= length) return false;
  return longerHan.get(String.fromCharCode(last))?.includes(String.fromCharCode(units[end]!)) === true;
}

/** An attribute behind an Arabic noun, which relative pronouns are not. */
const arabicAttribute = /^ (?!الذي|التي|الذين|اللذ|اللت|الى |إلى )(?:ال|لل)\p{L}{3,}/u;
const longestAttribute = 12;

/** `الهيئة الاتحادية`: a noun by which something is called in short is with an attribute the name of something else. */
function isOtherInArabic(lexicon: Lexicon, { units, length }: Prose, { start, end, names }: NameMatch): boolean {
  if (!isArabic(units[end - 1]!) || units[end] !== 0x20 || names.some((name) => lexicon.onlyNear(name) === false))
    return false;
  if (/\s/.test(textOfUnits(units, start, end))) return false;
  return arabicAttribute.test(textOfUnits(units, end, Math.min(length, end + longestAttribute)));
}

const russianCardinal = /^(?:пять|шесть|семь|восемь|девять|десять)(?=\s)/iu;
/** The letters that these begin with, in either case. */
const beginsCardinal = new Set([...'пшсвдПШСВД'].map((letter) => letter.charCodeAt(0)));
const longestCardinal = 8;

/** `шесть сессий`: six of them, though the words have the stems of the sixth one. */
function isCount(lexicon: Lexicon, { units }: Prose, { start, end, names }: NameMatch): boolean {
  if (!beginsCardinal.has(units[start]!)) return false;
  const [written = ''] = russianCardinal.exec(textOfUnits(units, start, Math.min(end, start + longestCardinal))) ?? [];
  return written !== '' && !lexicon.name(names[0]!).toLowerCase().startsWith(written.toLowerCase());
}

/** `twenty-sixth session`, `septuagésimo noveno período`, `الدورة التاسعة والسبعون`: not the sixth or the ninth. */
function isInOrdinal({ units, length }: Prose, { start, end }: NameMatch): boolean {
  const code = units[end - 1]!;
  // The feminine ending of an Arabic ordinal.
  if (code === 0x629 && goesOnInTens(textOfUnits(units, end, Math.min(length, end + 12)))) return true;
  const between = units[start - 1];
  if (start < 4 || (between !== 0x2d && between !== 0x20)) return false;
  return mayEndTens(between, units[start - 2]!) && endsInTens(textOfUnits(units, Math.max(0, start - 16), start));
}

/** `Secretary-General of NATO`: not the organ of the United Nations that has this name. */
function isOthers(lexicon: Lexicon, { units, length }: Prose, { start, end, names }: NameMatch): boolean {
  if (!lexicon.isOrgan(names[0]!)) return false;
  return isOfAnother(
    textOfUnits(units, start, end),
    textOfUnits(units, Math.max(0, start - ownerReach), start),
    textOfUnits(units, end, Math.min(length, end + ownerReach)),
  );
}

const yearBefore = /((?:19|20)\d\d)\s+$/;
const yearBehind = /^(?:\s|\s?\(|\s(?:in|of|en|du|de)\s)(?:\p{L}{3,9}\s)?((?:19|20)\d\d)(?!\d)/u;
/** By how many years one may be mistaken on what happened. */
const tolerance = 1;
/** Of gatherings there is one each year or so; an incident is spoken of in other years, too. */
const gathering =
  /summit|conference|forum|meeting|congress|assembly|session|dialogue|sommet|conférence|réunion|congrès|cumbre|conferencia|foro|reunión|congreso|саммит|конференци|форум|встреч|峰会|大会|会议|论坛|قمة|مؤتمر|منتدى/iu;

/** The names of a match that are not of events of another year than is written beside it: `July 2018 Brussels summit`. */
function ofWrittenYear(lexicon: Lexicon, { units, length }: Prose, match: NameMatch): readonly number[] {
  const { start, end, names } = match;
  const yearOf = (name: number): number | undefined => {
    const year = lexicon.yearOfEvent(name);
    return year !== undefined && gathering.test(lexicon.name(name)) ? year : undefined;
  };
  if (names.every((name) => yearOf(name) === undefined)) return names;
  const written =
    yearBefore.exec(textOfUnits(units, Math.max(0, start - 7), start))?.[1] ??
    yearBehind.exec(textOfUnits(units, end, Math.min(length, end + 20)))?.[1];
  if (written === undefined || /(?:19|20)\d\d/.test(textOfUnits(units, start, end))) return names;
  return names.filter((name) => Math.abs((yearOf(name) ?? Number(written)) - Number(written)) <= tolerance);
}

/** `council-of-europe` is a label of machines, not a name. */
function isSlug(lexicon: Lexicon, { units }: Prose, { start, end, names }: NameMatch): boolean {
  if (end - start > 80 || !isLowerCase(units[start])) return false;
  const written = textOfUnits(units, start, end);
  return /^[a-z\d]+(?:-[a-z\d]+){2,}$/.test(written) && !names.some((name) => lexicon.name(name).includes('-'));
}

/** Whether a name may begin with its owner and go on: a cheap look, for `ownedNames`. */
const isOwned = ({ units, length }: Prose, { start, end }: NameMatch): boolean =>
  end + 1 < length &&
  units[end] === 0x20 &&
  isCapital(units[start]) &&
  isCapital(units[start + 1] ?? 0) &&
  end - start > 3;

/** Behind these words the name of a place is that of the place; `party to`, `accede to` speak of a treaty. */
const ofPlaces = /(?:^|[^\p{L}])(?:in|at|from|near|around|outside|capital|city(?:\s+of)?|via|à|en|para|de)\s+$/iu;
const towards = /(?:^|[^\p{L}])to\s+$/iu;
const towardsTreaty =
  /(?:part(?:y|ies)|acced\p{L}*|accession|alternative|complement\p{L}*|due|thanks|according|relative|join\p{L}*)\s+to\s+$/iu;

/** `in Budapest`, `Budapest, Hungary`, `the Budapest Process`: not what is called after the place. */
function isOfPlace(lexicon: Lexicon, { units, length }: Prose, { start, end, names }: NameMatch): boolean {
  if (!names.every((name) => lexicon.isPlace(name))) return false;
  const before = textOfUnits(units, Math.max(0, start - 24), start);
  if (ofPlaces.test(before) || (towards.test(before) && !towardsTreaty.test(before))) return true;
  return /^(?:,?\s+|-)\p{Lu}/u.test(textOfUnits(units, end, Math.min(length, end + 4)));
}

/**
 * `PAM` is the World Food Programme in French only: French and Spanish names of one word do not count in English prose, and
 * in the prose of either those of the other give way to its own.
 *
 * @param declared the language that the draft says it is in, for prose by which nothing can be told
 */
function inTheirLanguage(
  lexicon: Lexicon,
  source: string,
  declared: string | undefined,
  matches: readonly NameMatch[],
): readonly NameMatch[] {
  const isOf = (name: number, language: string): boolean =>
    lexicon.language(name) === language && (lexicon.kind(name) === 'acronym' || !/\s/.test(lexicon.name(name)));
  const mayBeForeign = ({ names }: NameMatch): boolean => names.some((name) => isOf(name, 'fr') || isOf(name, 'es'));
  if (!matches.some(mayBeForeign)) return matches;
  let language: string | undefined;
  return matches.flatMap((match) => {
    if (!mayBeForeign(match)) return [match];
    language ??= proseLanguage(source) ?? declared ?? '';
    const foreign = language === 'en' ? ['fr', 'es'] : language === 'fr' ? ['es'] : language === 'es' ? ['fr'] : [];
    // Acronyms that are written like words count in prose of their language only.
    const isSpoken = (name: number): boolean =>
      (isOf(name, 'fr') || isOf(name, 'es')) && lexicon.isSpoken(name) && lexicon.language(name) !== language;
    const names = match.names.filter((name) => !isSpoken(name) && !foreign.some((other) => isOf(name, other)));
    if (names.length > 0) return [{ ...match, names }];
    return language === 'en' || match.names.every(isSpoken) ? [...(match.instead ?? [])] : [match];
  });
}

/**
 * What a document's number of another organization names: a name that a record has for it, reaching over the number's whole
 * range; 'unknown' where none has; undefined where a name that goes further stands there.
 */
function knownDocument(
  lexicon: Lexicon,
  { start, end, endOfNumber, read }: NumberedDocument,
  written: readonly NameMatch[],
): NameMatch | 'unknown' | undefined {
  const called = lexicon.outright(
    [read.number, read.number.replace(edition, ''), read.called ?? ''].flatMap((name) =>
      name === '' ? [] : lexicon.named(name),
    ),
  );
  const whole = written.find((match) => match.start <= start && match.end >= endOfNumber);
  if (whole !== undefined) {
    if (whole.end > end || (whole.start < start && whole.end >= end)) return undefined;
    const records = called.map((name) => lexicon.record(name));
    const isSame = called.length === 0 || whole.names.some((name) => records.includes(lexicon.record(name)));
    // `Resolution 101 (New Delhi, 2024)` is not the resolution 101 of another conference.
    const isOther = read.called !== undefined && (!isSame || (called.length === 0 && whole.start === start));
    if (!isOther) return { ...whole, end: Math.max(whole.end, end) };
  } else if (
    written.some((match) => match.start < end && start < match.end && (match.start < start || match.end > end))
  ) {
    return undefined;
  }
  return called.length > 0 ? { start, end, names: called } : 'unknown';
}

/**
 * Finds what a block names. Pure: equal blocks give equal results.
 *
 * @param language what the draft says it is written in, if it does
 */
export function matchBlock(
  lexicon: Lexicon,
  text: string,
  block: Tree,
  start: number,
  language: string | undefined,
): BlockMatches {
  const prose = proseOf(text, block, start);
  const { units, offsets, length } = prose;
  const symbols: BlockMatch[] = [];
  const sessions: NameMatch[] = [];
  const years: WrittenYear[] = [];
  const addSymbols = (from: number, to: number, all: readonly string[], isLoose: boolean): void => {
    symbols.push({ start: offsets[from]!, end: endOf(prose, to), names: [], symbols: all, isLoose });
  };
  let after = 0;
  let hasBracket = false;
  let hasSlash = false;
  // Articles and resolutions have numbers, of digits or behind the Chinese sign of ordinals.
  let hasNumber = false;
  for (let at = nextMark(units, length, 0); at < length; at = nextMark(units, length, at + 1)) {
    const code = units[at]!;
    if (isDigit(code) || code === 0x7b2c) hasNumber = true;
    if (isDigit(code) && isCapital(units[at - 1])) {
      const session = sessionOf(lexicon, prose, at);
      if (session !== undefined) sessions.push(session);
    }
    if (code === 0x2f) hasSlash = true;
    if (code === 0x28 || code === 0xff08) hasBracket = true;
    else if (code === 0x2f && at >= after) {
      const symbol = symbolAround(units, length, at);
      if (symbol === undefined) {
        const short = /^\b(S\/RES\/\d{1,4})(?![\d/(])/i.exec(
          textOfUnits(units, at - 1, Math.min(length, at + 10)),
        )?.[1];
        if (short === undefined || isLetter(units[at - 2])) {
          const withoutOrgan = /^(?:RES|DEC)\/\d{2}\/\d{1,4}(?![\d/])/.exec(
            textOfUnits(units, Math.max(0, at - 3), Math.min(length, at + 9)),
          )?.[0];
          if (withoutOrgan === undefined || isLetter(units[at - 4])) continue;
          // Sessions of two digits are the Assembly's or the Human Rights Council's: the known one counts.
          addSymbols(at - 3, at - 3 + withoutOrgan.length, [`A/${withoutOrgan}`, `A/HRC/${withoutOrgan}`], true);
          after = at - 3 + withoutOrgan.length;
          continue;
        }
        // The year that belongs to the symbol is often left out.
        addSymbols(at - 1, at - 1 + short.length, [short.toUpperCase()], true);
        after = at - 1 + short.length;
        continue;
      }
      if (symbol.start < after) continue;
      const all = symbolsOf(symbol.parsed);
      const head = textOfUnits(units, Math.max(0, symbol.start - wordReach), symbol.start);
      addSymbols(
        symbol.start,
        symbol.end,
        [...all, ...(endsInResolution(head) ? all.flatMap(asResolution) : [])],
        false,
      );
      after = symbol.end;
    } else if ((code === 0x31 || code === 0x32) && at + 3 < length) {
      const isAlone = !isDigit(units[at - 1]) && (at + 4 === length || !isDigit(units[at + 4]));
      if (isAlone && isDigit(units[at + 1]) && isDigit(units[at + 2]) && isDigit(units[at + 3])) {
        const year =
          (code - 48) * 1000 + (units[at + 1]! - 48) * 100 + (units[at + 2]! - 48) * 10 + units[at + 3]! - 48;
        if (year >= 1940 && year <= 2060) years.push({ year, month: monthBeside(units, length, at), at: offsets[at]! });
        at += 3;
      }
    }
  }
  const placed = ({ start, end, names, instead }: NameMatch): BlockMatch => {
    // Book-title marks are no part of what is named, though a record may ask for them: `《公约》`.
    const inMarks = units[start] === openingTitle && units[end - 1] === closingTitle ? 1 : 0;
    return {
      start: offsets[start + inMarks]!,
      end: endOf(prose, end - inMarks),
      names,
      ...(instead === undefined ? {} : { instead: instead.map(placed) }),
    };
  };
  const source = detached(text.slice(start, start + block.length));
  let prosaic: string | undefined;
  const decode = (): string => {
    prosaic ??= prose.isPlain ? source : textOfUnits(units, 0, length);
    return prosaic;
  };
  const heads: HeadMatch[] = [];
  const states: StateMatch[] = [];
  const all = lexicon.match(units, length, heads, states);
  if (mayHoldChineseHeads(source)) {
    heads.push(...chineseHeadsIn(decode()));
    heads.sort((a, b) => a.start - b.start);
  }
  const initials = lexicon.initials();
  const isMeant = (match: NameMatch): boolean =>
    !isInAddress(prose, match.start, match.end) &&
    !isNumbered(lexicon, prose, match) &&
    !isOfPlace(lexicon, prose, match) &&
    !isOthers(lexicon, prose, match) &&
    !isOtherByAttribute(lexicon, prose, match) &&
    !isInOrdinal(prose, match) &&
    !endsInWord(prose, match) &&
    !isCount(lexicon, prose, match) &&
    !isOtherInArabic(lexicon, prose, match) &&
    !isSlug(lexicon, prose, match);
  const meant = (matches: readonly NameMatch[]): NameMatch[] =>
    matches.flatMap((match) => {
      if (!isMeant(match)) return [];
      const { instead = none } = match;
      const names = years.length === 0 ? match.names : ofWrittenYear(lexicon, prose, match);
      if (names.length === 0) return meant(instead);
      return [instead === none ? { ...match, names } : { ...match, names, instead: meant(instead) }];
    });
  let written = meant(inTheirLanguage(lexicon, source, language, all));
  const numbered = sessions.filter((one) => !written.some((match) => overlap(match, one)));
  if (numbered.length > 0) written = [...written, ...numbered].sort(byPlace);
  if (written.length > 0 && mayShareHeads(source)) {
    const shared = sharedHeads(lexicon, decode(), written);
    if (shared.length > 0) written = [...written, ...shared].sort(byPlace);
  }
  // What is found besides goes before the names that stand in it; they count where it does not, for want of company.
  const replace = (more: readonly NameMatch[]): void => {
    if (more.length === 0) return;
    const whole = more.map((one): NameMatch => {
      if (lexicon.outright(one.names).length > 0) return one;
      const instead = written.filter((match) => one.start <= match.start && match.end <= one.end);
      return instead.length === 0 ? one : { ...one, instead };
    });
    written = [...written.filter((match) => !more.some((one) => overlap(one, match))), ...whole].sort(byPlace);
  };
  if (written.some((match) => isOwned(prose, match))) replace(ownedNames(lexicon, decode(), written));
  if (hasNumber && mayListNumbers(source)) replace(listedNames(lexicon, decode(), written));
  if (years.length > 0 && mayListYears(source)) replace(yearlyNames(lexicon, decode()));
  if (hasBracket && mayListLetters(source)) replace(letteredNames(lexicon, decode(), written));
  if (hasNumber && mayNameTargets(source)) replace(goalTargets(lexicon, decode(), written));
  if (mayNameMandates(source)) replace(mandates(lexicon, decode(), written));
  if (mayNumberNames(source)) replace(numberedNames(lexicon, decode(), written));
  if (written.length > 0 && mayNumberSeries(source)) replace(seriesNames(lexicon, decode(), written));
  if (hasBracket && written.length > 0) replace(interruptedNames(lexicon, decode(), written));
  if (written.length > 0 && mayNumberSessions(source)) replace(numberedSessions(lexicon, decode(), written));
  if (hasNumber && mayNameArticleNineteen(source)) replace(articleNineteen(lexicon, decode(), written));
  if (hasNumber && mayAbbreviate(source)) replace(abbreviatedNames(lexicon, decode(), written));
  if (mayAbbreviateWords(source)) replace(namesInShortWords(lexicon, decode()));
  if (hasSlash && mayHoldSpacedSymbols(source)) {
    for (const { start: from, end: to, parsed } of spacedSymbols(decode())) {
      const [first, last] = [offsets[from]!, endOf(prose, to)];
      // Longer than what was found of it up to a space.
      const inside = symbols.filter((one) => overlap(one, { start: first, end: last }));
      if (inside.some((one) => one.start < first || one.end >= last)) continue;
      for (const one of inside) symbols.splice(symbols.indexOf(one), 1);
      addSymbols(from, to, symbolsOf(parsed), false);
    }
    symbols.sort(byPlace);
  }
  if (hasNumber && mayNumberDocuments(source)) {
    for (const number of documentNumbers(decode())) {
      const known = knownDocument(lexicon, number, written);
      if (known === 'unknown') addSymbols(number.start, number.end, [number.read.number], false);
      else if (known !== undefined)
        written = [...written.filter((match) => !overlap(match, known)), known].sort(byPlace);
    }
    symbols.sort(byPlace);
  }
  const hasQuotation = mayQuote(source);
  const named = written.map((match) => (hasQuotation ? withWholeQuotation(placed(match), source) : placed(match)));
  const cited = keysOfBlock(source, block);
  const mayNumber = hasNumber && mayNumberResolutions(source);
  // In running text `73/27` may be any ratio, unless it speaks of resolutions: `dos resoluciones: la primera, la 73/27`.
  const hasBareNumber = hasNumber && hasSlash && (mayNumber || block.type.name === 'Table');
  const isDefining = hasBracket || mayAnnounce(source);
  const titled = hasNumber && hasSlash ? titledResolution(decode()) : undefined;
  const decoded = isDefining || mayNumber || hasBareNumber ? decode() : '';
  const definitions = isDefining ? findDefinitions(decoded, prose) : [];
  if (mayNumber || hasBareNumber || titled !== undefined) {
    const resolutions = [...(titled === undefined ? [] : [titled]), ...(mayNumber ? numberedResolutions(decoded) : [])];
    for (const one of hasBareNumber ? [...resolutions, ...bareResolutions(decoded)] : resolutions) {
      const from = offsets[one.start]!;
      const to = endOf(prose, one.end);
      if (!symbols.some((other) => other.start < to && from < other.end))
        addSymbols(one.start, one.end, one.symbols, one.isLoose);
    }
    symbols.sort((a, b) => a.start - b.start);
  }
  // Offsets of markup do no harm here: a pinpoint and its document stand side by side.
  const pinpoints = hasNumber ? findPinpoints(source) : [];
  const laws = orNone(lawsIn(source));
  const withoutBody = mayNumberSessions(source)
    ? bareSessions(decode()).map((one) => ({ ...one, start: offsets[one.start]!, end: endOf(prose, one.end) }))
    : none;
  const placedHeads = heads.map(
    ({ start: from, end: to, head, isBare }): HeadMatch => ({
      start: offsets[from]!,
      end: endOf(prose, to),
      head,
      isBare,
    }),
  );
  // A general name that is no more than its head may yet stand for what was named last, where it does not count by itself.
  const isHeadAlone = ({ start: from, end: to, names }: BlockMatch, head: HeadMatch): boolean =>
    names.length > 0 &&
    Math.abs(from - head.start) <= 1 &&
    Math.abs(to - head.end) <= 1 &&
    names.every((name) => lexicon.onlyNear(name) !== false);
  const besideMatches = (head: HeadMatch, matches: readonly BlockMatch[]): HeadMatch[] => {
    const there = matches.filter((match) => overlap(match, head));
    if (!there.every((match) => isHeadAlone(match, head))) return [];
    return there.length === 0 ? [head] : [{ ...head, start: there[0]!.start, end: there[0]!.end }];
  };
  const withMatches = (matches: readonly BlockMatch[]): BlockMatches => ({
    matches: orNone(matches),
    cited,
    initials,
    years: orNone(years),
    states: orNone(states.map(({ state, start: from, end: to }) => packState(state, offsets[from]!, endOf(prose, to)))),
    definitions: orNone(definitions),
    pinpoints: orNone(pinpoints),
    laws,
    sessions: orNone(withoutBody.filter((one) => !matches.some((match) => overlap(match, one)))),
    isTable: block.type.name === 'Table',
    heads: orNone(placedHeads.flatMap((head) => besideMatches(head, matches))),
  });
  if (symbols.length === 0) return withMatches(named);
  // `résolution 79/237 de l’Assemblée générale` is a longer name than its number; the number stands where that does not count.
  const longer = (symbol: BlockMatch): BlockMatch | undefined =>
    named.find(
      ({ start: from, end: to }) => from <= symbol.start && symbol.end <= to && to - from > symbol.end - symbol.start,
    );
  const inside = symbols.filter((symbol) => longer(symbol) !== undefined);
  for (const symbol of inside) {
    const name = longer(symbol)!;
    name.instead = [...(name.instead ?? []), symbol];
  }
  const alone = symbols.filter((symbol) => !inside.includes(symbol));
  const clear = named.filter((match) => !alone.some((other) => overlap(other, match)));
  return withMatches([...clear, ...alone].sort(byPlace));
}
