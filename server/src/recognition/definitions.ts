/**
 * Terms that a draft defines for itself: `Open-ended Working Group (OEWG)`, `(hereinafter “the Convention”)`,
 * `Insulin-like growth factor (IGF)`. From its definition on, a term means what the draft says and not what it would mean
 * by itself.
 */

import { barrier, endOf, type Prose } from '../draft/prose.ts';
import { textOfUnits } from '../knowledge/utf16.ts';
import { initialOf } from './lexicon.ts';
import { capitalInitial, punctuation, unitsOf, Words } from './words.ts';

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

/** What announces a term inside brackets; some of it does so expressly. */
const announcement =
  /^\s*(?:(?:each|collectively|together|jointly|also|commonly|the|or|here(?:in)?after|henceforth|herein|below|referred to|here|as|known as|called|abbreviated|in short|for short|ci-après|dénommée?s?|ou|en adelante|en lo sucesivo|denominad[oa]s?|далее(?:\s+по\s+тексту)?|именуем\p{L}+|以下简称为?|以下簡稱為?|以下称|下称|简称为?|簡稱為?|المشار إليه(?:ا|م)? فيما يلي باسم|المشار إليه(?:ا|م)? فيما بعد باسم|فيما يلي)(?:[\s,:—–-]+|(?=["“”«„‘'「《A-Z\p{Lo}])))+/iu;
const express =
  /here(?:in)?after|henceforth|referred to|known as|abbreviated|ci-après|adelante|sucesivo|далее|именуем|简称|簡稱|下称|以下称|فيما (?:يلي|بعد)/iu;
const article = /^(?:(?:the|le|la|les|el|los|las)\s+|l['’])/iu;
const quoted = /["“”„«‘「『《']\s*([^"“”„«»‘’「」『』《》']{2,60}?)\s*["”“»’」』》']/gu;
const onlyQuoted = /^(?:(?:the|an?)\s+)?["“”„«‘「『《']/iu;

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

/** The terms inside a pair of brackets, each with its offset in `inner`. */
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
    for (const match of rest.matchAll(quoted)) add(match[1]!, match.index + match[0].indexOf(match[1]!), true);
  } else {
    const own = /^\s*([^,;]+)/.exec(rest);
    if (own !== null) add(own[1]!, own[0].length - own[1]!.length, false);
  }
  return found;
}

/**
 * Where the words begin whose initials an acronym is, reading backwards from the end of `text`; -1 where they are not.
 * Small words and the later parts of hyphenated ones may be passed over, and one other word.
 */
export function initialsStart(text: string, acronym: string): number {
  const initials = [...acronym.replace(/s$/u, '')].filter((letter) => /[\p{Lu}\d]/u.test(letter));
  if (initials.length < 2) return -1;
  const words = [...text.matchAll(/[\p{L}\d]+/gu)].slice(-initials.length * 3 - 2);
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

/** The places of a block that may define a term; `text` is the prose as a string. */
export function findDefinitions(text: string, prose: Prose): Definition[] {
  const { offsets } = prose;
  const definitions: Definition[] = [];
  for (const bracket of text.matchAll(/[(（]([^()（）]{2,160})[)）]/gu)) {
    const inner = bracket[1]!;
    let longEnd = bracket.index;
    while (longEnd > 0 && text.charCodeAt(longEnd - 1) <= 0x20 && text.charCodeAt(longEnd - 1) !== barrier) longEnd--;
    if (longEnd === 0) continue;
    const before = text.slice(Math.max(0, longEnd - 160), longEnd);
    const base = longEnd - before.length;
    for (const { term, at, isExpress } of termsIn(inner)) {
      const start = bracket.index + 1 + at;
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
    // `IGF (insulin-like growth factor)`: the other way round.
    const acronym = /(?<![\p{L}\d])[\p{Lu}\d][\p{L}\d]{1,11}$/u.exec(before)?.[0];
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
  return definitions;
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
}

const words = new Words();
const determiners = new Set(
  'the this that these those each both such any every no our its their all said present'.split(' '),
);

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
      const sought = this.byFirstWord.get(words.hash[at]!)?.find((one) => this.stands(one, units, at));
      if (sought === undefined) {
        at++;
        continue;
      }
      const last = at + sought.hashes.length - 1;
      found.push({
        term: sought.term,
        start: offsets[words.start[at]!]!,
        end: endOf(prose, words.end[last]!),
      });
      at = last + 1;
    }
    return found.length === 0 ? noOccurrences : found;
  }

  private stands({ hashes, capitals: large, exact }: Sought, units: Uint16Array, at: number): boolean {
    if (at + hashes.length > words.count) return false;
    for (let i = 0; i < hashes.length; i++) {
      if (words.hash[at + i] !== hashes[i]) return false;
      if (large[i] === true && (words.shape[at + i]! & capitalInitial) === 0) return false;
    }
    if (exact !== undefined) {
      const last = at + hashes.length - 1;
      const written = textOfUnits(units, words.start[at]!, words.end[last]!);
      return written === exact || written === `${exact}s`;
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
