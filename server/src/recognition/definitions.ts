/**
 * Terms that a draft defines for itself: `Open-ended Working Group (OEWG)`, `(hereinafter “the Convention”)`,
 * `Insulin-like growth factor (IGF)`. From its definition on, a term means what the draft says and not what it would mean
 * by itself.
 */

import { barrier, endOf, type Prose } from '../draft/prose.ts';
import { textOfUnits } from '../knowledge/utf16.ts';
import { allMatches } from './all-matches.ts';
import { headNumber } from './heads.ts';
import { arabicReadings, isArabic } from './inflection.ts';
import { initialOf } from './lexicon.ts';
import { foldedWords } from './names.ts';
import { capitalInitial, definite, hashOf, punctuation, unitsOf, Words } from './words.ts';

/** A place that may define a term; offsets are relative to the block, in UTF-16 units, end exclusive. */
export interface Definition {
  /** The term as it is written, without article and quotation marks. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** Where the words that the term stands for end. */
  readonly longEnd: number;
  /** Where they begin, if their initials are the term. */
  readonly longStart: number | undefined;
  /** Whether the draft says in so many words, or by quotation marks, that it defines something. */
  readonly isExpress: boolean;
}

/** Words that initials may leave out, and that a term may have without a capital; the languages of the dataset. */
const smallWords = new Set(
  'of the and for on in to a an at by against with de la le les des du et en au aux sur pour del los las el y e da do dos von der die das und и по в на о об'.split(
    ' ',
  ),
);

/** What says in so many words that a term follows, in the languages that part words by spaces. */
const expressWords = [
  'here(?:in)?after|henceforth|in what follows|from (?:here|now) on|referred to|known as|abbreviated',
  'ci-après|ci-dessous|désormais|dénommée?s?|désignée?s?|en abrégé|abrégée?s?',
  '(?:de (?:aquí|ahora) )?en adelante|en lo (?:sucesivo|adelante)|de (?:aquí|ahora) en más|denominad[oa]s?|abreviad[oa]s?',
  'далее(?:\\s+по\\s+тексту)?|в дальнейшем|именуе\\p{L}+|сокращ[её]нно|сокр\\.',
  'و?المشار إليه(?:ا|م|ما)?|و?[يت]ُ?شار إليه(?:ا|م|ما)?|فيما (?:يلي|بعد)|و?(?:المعروفة?|المسم(?:ى|اة)|[يت]ُ?عرف|[يت]ُ?سم[ىي])|اختصار(?:ا|ًا|اً)?',
].join('|');
/** The same in Chinese, which parts no words. */
const expressChinese =
  '(?:以下|下文|后文|後文|本文|下)[均也]?[简簡统統合]?[称稱][为為作]?|[简簡统統合又亦][称稱][为為作]?';
/** What may stand before, between and behind those words. */
const besideExpressWords = [
  'each|collectively|together|jointly|also|commonly|the|or|herein|below|here|as|called|in short|for short',
  'ou|aussi|par|sous le nom de|dites?|appelée?s?',
  'también|simplemente|como|llamad[oa]s?|conocid[oa]s?',
  'также|как',
  'باسم|بعبارة|أيضا|بـ?(?=\\s*["“”«„‘\'「]|ال)',
].join('|');
const openingQuote = '["“”«„‘\'「『《]';
/** What announces a term inside brackets; some of it does so expressly. */
const announcement = new RegExp(
  `^\\s*(?:(?:${expressWords}|${besideExpressWords})(?:[\\s,:：—–-]+|(?=${openingQuote}|\\p{Lo}))|(?:${expressChinese})[\\s,:，：—–-]*)+`,
  'iu',
);
const express = new RegExp(`(?<![\\p{L}])(?:${expressWords}|${expressChinese})`, 'iu');
/**
 * An announcement without brackets: `the Convention on Cybercrime, hereinafter “the Convention”, is open`. What only says how else
 * a thing is called (`, known as APT1,`) defines nothing.
 */
const besideComma =
  '[,，،]\\s*(?=(?:here(?:in)?after|ci-après|en adelante|en lo sucesivo|далее|именуем\\p{L}+ в дальнейшем|و?المشار إليه(?:ا|م|ما)? فيما|فيما (?:يلي|بعد))(?![\\p{L}])|(?:以下|下文|后文|後文|下)[简簡统統]?[称稱])';
const announcedBesideComma = new RegExp(besideComma, 'giu');
/** How much text behind such a comma is looked at, in UTF-16 units. */
const longestAnnouncement = 80;
const article = /^(?:(?:the|le|la|les|el|los|las)\s+|l['’])/iu;
const quoted = /["“”„«‘「『《']\s*([^"“”„«»‘’「」『』《》']{2,60}?)\s*["”“»’」』》']/gu;
const onlyQuoted = /^(?:(?:the|an?|le|la|les|el|los|las)\s+|l['’])?["“”„«‘「『《']/iu;
/** What parts the terms of an announcement that has several: `далее — РГОС, Группа`. */
const betweenTerms = /\s*[,，]\s*(?:(?:or|ou|o|или|либо)\s+)?|\s+(?:or|ou|o|или|либо|أو)\s+/giu;
const isAnnounced = new RegExp(besideComma, 'iu');
/** Whether a text may define a term without brackets. */
export const mayAnnounce = (text: string): boolean => isAnnounced.test(text);
/** Whether a text may define a term: a cheap look. */
export const mayDefine = (text: string): boolean => /[(（]/.test(text) || mayAnnounce(text);

const capitals = (text: string): number => (text.match(/\p{Lu}/gu) ?? []).length;
const letters = (text: string): number => (text.match(/\p{L}/gu) ?? []).length;

/** `OEWG`, `UN GGE`, `T-CY`, `GGEs`, `PoA`: one or two words mostly of capitals. */
function isAcronym(text: string): boolean {
  if (text.length < 2 || text.length > 16 || !/^[\p{Lu}\d][\p{L}\d./&-]*(?: [\p{Lu}\d][\p{L}\d./&-]*)?$/u.test(text))
    return false;
  const large = capitals(text);
  return large >= 2 && large * 2 >= letters(text);
}

/** One to five words that begin with capitals, small ones aside: the form of a defined term. */
function isTerm(text: string): boolean {
  const words = text.split(/[\s-]+/);
  if (words.length > 5 || text.length > 48 || /[.;:,/!?]/.test(text)) return false;
  const first = text.charAt(0);
  if (/\p{Lo}/u.test(first)) return text.length <= 12 || /[\s]/.test(text);
  return (
    /\p{Lu}/u.test(first) && words.every((word) => /^[\p{Lu}\d]/u.test(word) || smallWords.has(word.toLowerCase()))
  );
}

/** Whether a text ends in a word that is the head of names: `the Group`. */
const isHead = (text: string): boolean => headNumber(foldedWords(text).at(-1) ?? '') > 0;

/** The terms inside a pair of brackets, or behind a comma, each with its offset in `inner`. */
function termsIn(inner: string): { term: string; at: number; isExpress: boolean }[] {
  const lead = announcement.exec(inner)?.[0] ?? '';
  const isExpress = express.test(lead);
  const rest = inner.slice(lead.length);
  const found: { term: string; at: number; isExpress: boolean }[] = [];
  const add = (text: string, at: number, isQuoted: boolean): void => {
    const skip = article.exec(text)?.[0].length ?? 0;
    const term = text
      .slice(skip)
      .trimEnd()
      .replace(/[’']s$/u, '');
    if (isAcronym(term) || ((isQuoted || isExpress) && isTerm(term)))
      found.push({ term, at: lead.length + at + skip, isExpress: isExpress || isQuoted });
  };
  if (onlyQuoted.test(rest) || (isExpress && /["“«„‘「《]/u.test(rest))) {
    for (const match of allMatches(quoted, rest)) add(match[1]!, match.index + match[0].indexOf(match[1]!), true);
  } else {
    const [own = ''] = rest.split(/[;；]/, 1);
    let end = 0;
    for (const text of own.trim().split(betweenTerms)) {
      const at = rest.indexOf(text, end);
      const joint = rest.slice(end, at);
      // `AHC，下称特委会`.
      if (end > 0 && !isExpress && express.test(announcement.exec(rest.slice(at))?.[0] ?? '')) {
        const more = termsIn(rest.slice(at));
        return [...found, ...more.map((one) => ({ ...one, at: lead.length + at + one.at }))];
      }
      // What follows a comma may be anything but a term: `(hereinafter the Convention, Strasbourg)`.
      if (end === 0 || (isExpress && (/\p{L}/u.test(joint) || isHead(text)))) add(text, at, false);
      end = at + text.length;
    }
  }
  return found;
}

const runsOfLetters = /[\p{L}\d]+/gu;

/**
 * Where the words begin whose initials an acronym is, reading backwards from the end of `text`; -1 where they are not.
 * Small words and the later parts of hyphenated ones may be passed over, and one other word.
 */
export function initialsStart(text: string, acronym: string): number {
  const initials = [...acronym.replace(/s$/u, '')].filter((letter) => /[\p{Lu}\d]/u.test(letter));
  if (initials.length < 2) return -1;
  const words = allMatches(runsOfLetters, text).slice(-initials.length * 3 - 2);
  let letter = initials.length - 1;
  let passed = 0;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i]!;
    const isPart = word.index > 0 && /[-‐‑]/u.test(text.charAt(word.index - 1));
    if (word[0].charAt(0).toUpperCase() === initials[letter]) {
      if (letter === 0) return word.index;
      letter--;
    } else if (!smallWords.has(word[0].toLowerCase()) && !isPart) {
      // The last word must be one of those abbreviated.
      if (letter === initials.length - 1 || ++passed > 1) return -1;
    }
  }
  return -1;
}

/** Whether an acronym is the initials of the words with which a text begins, small ones aside: `CoP` of `Code of Practice for States`. */
export function beginsWithInitials(text: string, acronym: string): boolean {
  const initials = [...acronym.replace(/s$/u, '')].filter((letter) => /\p{Lu}/u.test(letter));
  if (initials.length < 2 || !isAcronym(acronym)) return false;
  let letter = 0;
  for (const [word] of allMatches(runsOfLetters, text)) {
    if (word.charAt(0).toUpperCase() === initials[letter]) letter++;
    else if (letter === 0 || !smallWords.has(word.toLowerCase())) return false;
    if (letter === initials.length) return true;
  }
  return false;
}

const bracketed = /[(（]([^()（）]{2,160})[)）]/gu;

/** The places of a block that may define a term; `text` is the prose as a string. */
export function findDefinitions(text: string, prose: Prose): Definition[] {
  const { offsets } = prose;
  const definitions: Definition[] = [];
  /** Adds what is defined from `at` on for the words that end at `longEnd`. */
  const addTerms = (inner: string, at: number, longEnd: number): void => {
    const before = text.slice(Math.max(0, longEnd - 160), longEnd);
    const base = longEnd - before.length;
    for (const { term, at: within, isExpress } of termsIn(inner)) {
      const start = at + within;
      const from = isAcronym(term) ? initialsStart(before, term) : -1;
      definitions.push({
        term,
        start: offsets[start]!,
        end: endOf(prose, start + term.length),
        longEnd: endOf(prose, longEnd),
        longStart: from < 0 ? undefined : offsets[base + from]!,
        isExpress,
      });
    }
  };
  for (const bracket of allMatches(bracketed, text)) {
    const inner = bracket[1]!;
    const longEnd = endBefore(text, bracket.index);
    if (longEnd === 0) continue;
    addTerms(inner, bracket.index + 1, longEnd);
    // `IGF (insulin-like growth factor)`: the other way round.
    const acronym = /(?<![\p{L}\d])[\p{Lu}\d][\p{L}\d]{1,11}$/u.exec(
      text.slice(Math.max(0, longEnd - 160), longEnd),
    )?.[0];
    const long = inner.trim();
    if (acronym !== undefined && isAcronym(acronym) && /^[\p{L}\d' ’-]+$/u.test(long)) {
      const from = initialsStart(long, acronym);
      if (from === 0) {
        const start = longEnd - acronym.length;
        const longFrom = bracket.index + 1 + inner.indexOf(long);
        definitions.push({
          term: acronym,
          start: offsets[start]!,
          end: endOf(prose, longEnd),
          longEnd: endOf(prose, longFrom + long.length),
          longStart: offsets[longFrom]!,
          isExpress: false,
        });
      }
    }
  }
  for (const { index, 0: comma } of allMatches(announcedBesideComma, text)) {
    const at = index + comma.length;
    const longEnd = endBefore(text, index);
    const inner = /^[^,，،.;:。；؛()（）]+/u.exec(text.slice(at, at + longestAnnouncement))?.[0];
    // In brackets it was found already.
    if (inner === undefined || longEnd === 0 || /[(（][^()（）]*$/u.test(text.slice(Math.max(0, index - 160), index)))
      continue;
    addTerms(inner, at, longEnd);
  }
  return definitions;
}

/** Where the text before an offset ends, spaces aside. */
function endBefore(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20 && text.charCodeAt(end - 1) !== barrier) end--;
  return end;
}

/** A term that stands somewhere in a block. */
export interface Occurrence {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** One list for all blocks that have none, so that they are seen to be alike. */
export const noOccurrences: readonly Occurrence[] = [];

interface Sought {
  readonly term: string;
  readonly hashes: readonly number[];
  readonly capitals: readonly boolean[];
  /** As it must be written, for an acronym. */
  readonly exact: string | undefined;
  /** Whether it is a short one in Chinese characters, which other names may end in. */
  readonly isHan: boolean;
  /** Whether it begins with the Arabic article, without which it is any such thing. */
  readonly isDefinite: boolean;
}

const words = new Words();
const determiners = new Set(
  'the this that these those each both such any every no our its their all said present'.split(' '),
);

/** What makes of a Chinese term another thing: `国际公约`, `技术工作组`. */
const chineseAttribute =
  /(?:[国國][际際]|普遍|[专專][门門]|全球|[区區]域|地[区區]|多[边邊]|[双雙][边邊]|新的?|[一两兩几幾数數三四五][项項个個份]|各|性|其他|[联聯]合|技[术術]|[专專]家|特[别別]|特[设設]|另一|非正式)$/u;
const longestAttribute = 4;

/** Whether an article was cut off the Arabic word at a place. */
const hasArabicArticle = (at: number): boolean => (words.shape[at]! & definite) !== 0;

/** The terms that a draft defines, made ready to be found in its blocks. */
export class Terms {
  readonly key: string;
  private readonly byFirstWord = new Map<number, Sought[]>();
  /** The first words, as `Lexicon.initials` has them. */
  private readonly initials = new Set<number>();
  /** Whether each of them has a capital. */
  private areCapitalised = true;

  static keyOf(terms: readonly string[]): string {
    return terms.join('\n');
  }

  constructor(terms: readonly string[]) {
    this.key = Terms.keyOf(terms);
    for (const term of terms) {
      words.cut(unitsOf(term), term.length);
      if (words.count === 0) continue;
      const sought: Sought = {
        term,
        hashes: Array.from(words.hash.subarray(0, words.count)),
        capitals: Array.from(words.shape.subarray(0, words.count), (shape) => (shape & capitalInitial) !== 0),
        exact: isAcronym(term) ? term.replace(/s$/u, '') : undefined,
        isHan: /^\p{Script=Han}{2,4}$/u.test(term),
        isDefinite: hasArabicArticle(0),
      };
      const list = this.byFirstWord.get(sought.hashes[0]!) ?? [];
      list.push(sought);
      list.sort((a, b) => b.hashes.length - a.hashes.length);
      this.byFirstWord.set(sought.hashes[0]!, list);
      this.initials.add(initialOf(sought.hashes[0]!));
      if (sought.capitals[0] === false) this.areCapitalised = false;
    }
  }

  /** Whether a term may stand in a block that has such words with capitals; a cheap look before `find`. */
  mayStandAmong(initials: string): boolean {
    if (!this.areCapitalised) return true;
    for (let i = 0; i < initials.length; i++) if (this.initials.has(initials.charCodeAt(i))) return true;
    return false;
  }

  /** Where terms stand in a block's prose, each place once, the longest term there; relative to the block. */
  find(prose: Prose): readonly Occurrence[] {
    const { units, offsets, length } = prose;
    words.cut(units, length);
    const found: Occurrence[] = [];
    for (let at = 0; at < words.count; ) {
      const plain = this.byFirstWord
        .get(words.hash[at]!)
        ?.find((one) => this.stands(one, units, at, hasArabicArticle(at)));
      const behind = plain === undefined && words.arabic.length > 0 ? this.behindParticles(units, at) : undefined;
      const sought = plain ?? behind?.sought;
      if (sought === undefined) {
        at++;
        continue;
      }
      const last = at + sought.hashes.length - 1;
      found.push({
        term: sought.term,
        start: offsets[words.start[at]! + (behind?.skipped ?? 0)]!,
        end: endOf(prose, words.end[last]!),
      });
      at = last + 1;
    }
    return found.length === 0 ? noOccurrences : found;
  }

  /** The term at an Arabic word that begins with particles (`وبالاتفاقية`, `للاتفاقية`), and how many units it does not take in. */
  private behindParticles(units: Uint16Array, at: number): { sought: Sought; skipped: number } | undefined {
    if (!isArabic(units[words.start[at]!]!) || hasArabicArticle(at)) return undefined;
    const { folded } = words;
    const start = words.foldedStart[at]!;
    const length = words.foldedLength[at]!;
    for (const { cut, particles } of arabicReadings(folded, start, length)) {
      const isDefinite = cut > particles;
      const sought = this.byFirstWord
        .get(hashOf(folded, start + cut, length - cut))
        ?.find((one) => this.stands(one, units, at, isDefinite));
      // Vowel signs make the word longer than it is compared: its particles are then not told apart.
      const isPlain = words.end[at]! - words.start[at]! === length;
      if (sought !== undefined) return { sought, skipped: isPlain ? particles : 0 };
    }
    return undefined;
  }

  /** Whether a term stands at a word by which it may begin. */
  private stands(
    { hashes, capitals: large, exact, isHan, isDefinite }: Sought,
    units: Uint16Array,
    at: number,
    hasArticle: boolean,
  ): boolean {
    if (at + hashes.length > words.count || (isDefinite && !hasArticle)) return false;
    for (let i = 0; i < hashes.length; i++) {
      if (i > 0 && words.hash[at + i] !== hashes[i]) return false;
      if (large[i] === true && (words.shape[at + i]! & capitalInitial) === 0) return false;
    }
    if (exact !== undefined) {
      const last = at + hashes.length - 1;
      const written = textOfUnits(units, words.start[at]!, words.end[last]!);
      return written === exact || written === `${exact}s`;
    }
    if (isHan) {
      const start = words.start[at]!;
      return !chineseAttribute.test(textOfUnits(units, Math.max(0, start - longestAttribute), start));
    }
    return hashes.length > 1 || this.standsAlone(units, at);
  }

  /** Whether a term of one word is no part of another name: `Contact Group`, `Group of Friends`. */
  private standsAlone(units: Uint16Array, at: number): boolean {
    const isWord = (i: number): boolean => i >= 0 && i < words.count && (words.shape[i]! & punctuation) === 0;
    const isLarge = (i: number): boolean => isWord(i) && (words.shape[i]! & capitalInitial) !== 0;
    if (isLarge(at - 1) && this.areJoined(units, at - 1)) {
      const beginsSentence = at - 1 === 0 || !this.areJoined(units, at - 2);
      if (!beginsSentence && !determiners.has(this.written(units, at - 1).toLowerCase())) return false;
    }
    if (
      isWord(at + 1) &&
      this.areJoined(units, at) &&
      /^(?:of|on|for|against|to)$/i.test(this.written(units, at + 1))
    ) {
      const next = /^the$/i.test(this.written(units, at + 2)) ? at + 3 : at + 2;
      if (isLarge(next)) return false;
    }
    return true;
  }

  /** Whether only spaces part a word from the next. */
  private areJoined(units: Uint16Array, i: number): boolean {
    if (i < 0 || i + 1 >= words.count) return false;
    for (let unit = words.end[i]!; unit < words.start[i + 1]!; unit++)
      if (units[unit]! > 0x20 && units[unit] !== 0xa0) return false;
    return (words.shape[i]! & punctuation) === 0;
  }

  private written(units: Uint16Array, i: number): string {
    return i < 0 || i >= words.count ? '' : textOfUnits(units, words.start[i]!, words.end[i]!);
  }
}
