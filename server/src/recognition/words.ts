/**
 * Cutting text into the words by which names are matched, the same way for a name and for a draft.
 *
 * A word is a run of letters, marks and digits; a Han character is a word by itself. Words are compared folded: without
 * case, accents and a plural ending, so that `Groups of Governmental Experts` is `Group of Governmental Expert`; Russian
 * words by their stem, Arabic ones without article, vowel signs and the like. Spaces,
 * hyphens, dashes, quotation marks and square brackets between words are all one; an English possessive `’s` and the signs of numbers (`No.`, `n°`, `№`)
 * are passed over; other punctuation is a word
 * of its own, which no name crosses unless it has it.
 */

import { textOfUnits } from '../knowledge/utf16.ts';
import { arabicArticle, foldArabic, isArabic, isCyrillic, russianStem } from './inflection.ts';

const letterClass = 1;
const digitClass = 2;
const gapClass = 3;
const apostropheClass = 4;
const ideographClass = 5;
const dotClass = 6;

const tableSize = 0x600;
const classTable = new Uint8Array(tableSize);
const foldTable = new Uint16Array(tableSize);

/**
 * A small Latin letter without its accent, for writers leave accents out, on capitals above all: `Economique`, `Etats`. `ñ` is a
 * letter of its own.
 */
function withoutAccent(code: number): number {
  if (code < 0xe0 || code === 0xf1 || (code > 0x24f && (code < 0x1e00 || code > 0x1eff))) return code;
  const base = String.fromCharCode(code).normalize('NFD').charCodeAt(0);
  return base >= 97 && base <= 122 ? base : code;
}

for (let code = 0; code < tableSize; code++) {
  const text = String.fromCharCode(code);
  const lower = text.toLowerCase();
  foldTable[code] = withoutAccent(lower.length === 1 ? lower.charCodeAt(0) : code);
  if (code >= 48 && code <= 57) classTable[code] = digitClass;
  else if (
    lower !== text.toUpperCase() ||
    (code >= 0x0300 && code < 0x0370) ||
    code === 0xaa ||
    code === 0xba ||
    (code >= 0x5d0 && code < 0x5f3)
  )
    classTable[code] = letterClass;
}
// Quotation marks part no name: `Article 22 of the "United Nations Charter"`; nor do the square brackets of who quotes:
// `in the field of [information and communications technologies]`.
for (const gap of ' \t\n\r\v\f\u00a0-"[]\u00ab\u00bb') classTable[gap.charCodeAt(0)] = gapClass;
classTable[0x27] = apostropheClass;
classTable[0x2bc] = apostropheClass;
classTable[0x2e] = dotClass;

function classOf(code: number): number {
  if (code < tableSize) return classTable[code]!;
  if (code >= 0x2000 && code <= 0x206f) {
    if (code === 0x2018 || code === 0x2019 || code === 0x201b) return apostropheClass;
    // Spaces, hyphens, dashes and double quotation marks; the rest of the block is punctuation.
    return code <= 0x200a ||
      (code >= 0x201c && code <= 0x201f) ||
      (code >= 0x2010 && code <= 0x2015) ||
      code === 0x202f ||
      code === 0x205f
      ? gapClass
      : 0;
  }
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xf900 && code <= 0xfaff)) {
    return ideographClass;
  }
  if (code === 0x3000) return gapClass;
  if (code < 0x0660) return code === 0x060c || code === 0x061b || code === 0x061f ? 0 : letterClass;
  if (code <= 0x0669 || (code >= 0x06f0 && code <= 0x06f9)) return digitClass;
  // The sign of numbers: `№ 187-ФЗ` and `№187-ФЗ` are one.
  if (code === 0x2116) return gapClass;
  if (code >= 0x2070 && code < 0x2c00) return code >= 0x2100 && code < 0x2190 ? letterClass : 0;
  if (code >= 0x3001 && code <= 0x303f) return 0;
  if (code >= 0xff01 && code <= 0xff5e) return classOf(code - 0xfee0);
  if (code >= 0xd800 && code <= 0xdfff) return 0;
  return letterClass;
}

/** One unit in lower case; full-width forms become ASCII. */
function lowerUnit(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return lowerUnit(code - 0xfee0);
  if (code >= tableSize && (code < 0x1e00 || code >= 0x2000)) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** One unit without case and accent; Arabic and Persian digits are digits. */
function foldUnit(code: number): number {
  if (code >= 0x660 && code <= 0x669) return code - 0x630;
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6c0;
  return code < tableSize ? foldTable[code]! : withoutAccent(lowerUnit(code));
}

/** Bits above a folded unit that say what it is and how it was written. */
const capitalBit = 1 << 16;
const smallBit = 1 << 17;
const digitBit = 1 << 18;

/** A letter or digit without case and how it was written, and 0 for any other unit: what the inner loop needs in one look-up. */
function wordUnitOf(code: number): number {
  const kind = classOf(code);
  if (kind !== letterClass && kind !== digitClass) return 0;
  const folded = foldUnit(code);
  return folded | (folded <= 57 ? digitBit : lowerUnit(code) !== code ? capitalBit : smallBit);
}

const wordUnits = Int32Array.from({ length: tableSize }, (_, code) => wordUnitOf(code));

const hashSeed = -2128831035;
const hashFactor = 16777619;

/** `Research & Growth` is `Research and Growth`. */
const ampersand = 0x26;
const andUnits = [...'and'].map((letter) => letter.charCodeAt(0));
const hashOfAnd = andUnits.reduce((value, unit) => Math.imul(value ^ unit, hashFactor), hashSeed);
const isBetweenWords = (units: Uint16Array, length: number, at: number): boolean =>
  at + 2 < length && units[at - 1] === 0x20 && units[at + 1] === 0x20 && wordUnitOf(units[at + 2]!) !== 0;
/** Stands in `Words.foldedLength` for a word that was not folded yet. */
const unfolded = -1;

/** Facts on how a word is written; bits of `Words.shape`. */
export const capitalInitial = 1;
export const allCapitals = 2;
/** Punctuation or a barrier rather than a word. */
export const punctuation = 4;
/** An Arabic word from which the article was cut off. */
export const definite = 8;

/**
 * The words of one text, as parallel arrays; only the first `count` entries are filled. Reused from text to text:
 * what is kept must be copied out.
 */
export class Words {
  count = 0;
  /** Which of them are of Arabic letters. */
  arabic: number[] = [];
  /** Ranges in UTF-16 units, end exclusive, without a possessive ending. */
  start = new Int32Array(256);
  end = new Int32Array(256);
  /** Hash of the folded word. */
  hash = new Int32Array(256);
  shape = new Uint8Array(256);
  /**
   * Where the folded word starts in `folded`, and its number of units there, which may be less than the word has, by its plural
   * ending; only of words that `fold` was called for, for few of a text are ever compared unit by unit.
   */
  foldedStart = new Int32Array(256);
  foldedLength = new Int32Array(256).fill(unfolded);
  folded = new Uint16Array(2048);
  private foldedEnd = 0;
  private units: Uint16Array = new Uint16Array(0);

  private grow(): void {
    const longer = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const result = new Int32Array(array.length * 2).fill(unfolded);
      result.set(array);
      return result;
    };
    this.start = longer(this.start);
    this.end = longer(this.end);
    this.hash = longer(this.hash);
    this.foldedLength = longer(this.foldedLength);
    this.foldedStart = longer(this.foldedStart);
    const shape = new Uint8Array(this.shape.length * 2);
    shape.set(this.shape);
    this.shape = shape;
  }

  /**
   * Cuts `units[0, length)` into words.
   *
   * @param units UTF-16 units, which must stay as they are while the words are in use; a unit 0 counts as punctuation that no
   *   name has
   */
  cut(units: Uint16Array, length: number): void {
    // What the text before had folded.
    this.foldedLength.fill(unfolded, 0, this.count);
    let count = 0;
    this.units = units;
    this.foldedEnd = 0;
    if (this.arabic.length > 0) this.arabic = [];
    if (this.folded.length < length + 8) this.folded = new Uint16Array(length * 2 + 8);
    let { start, end, hash, shape } = this;
    let at = 0;
    let passed = -1;
    while (at < length) {
      const code = units[at]!;
      if (code === 0x20) {
        at++;
        continue;
      }
      let unit = code < tableSize ? wordUnits[code]! : wordUnitOf(code);
      if (unit !== 0) {
        if (count === start.length) {
          this.grow();
          ({ start, end, hash, shape } = this);
        }
        const from = at;
        const initial = unit;
        const isInArabic = code >= 0x600 && code < 0x700;
        let written = 0;
        let value = hashSeed;
        let valueBefore = value;
        let last = unit;
        for (;;) {
          written |= unit;
          valueBefore = value;
          value = Math.imul(value ^ (unit & 0xffff), hashFactor);
          at++;
          if (at >= length) break;
          const next = units[at]!;
          unit = next < tableSize ? wordUnits[next]! : wordUnitOf(next);
          if (unit === 0) break;
          // Another word may begin where digits, small letters and capitals meet, and anywhere in an Arabic one.
          if (((unit ^ last) > 0xffff || isInArabic) && beginsAnother(units, length, from, at, unit)) break;
          last = unit;
        }
        let size = at - from;
        if ((initial & 0xffff) === 0x6e && size < 4) {
          const number = numberBehindSign(units, length, from, at);
          if (number > 0) {
            at = number;
            continue;
          }
        }
        let isFolded = code >= 0x400 && code < 0x700;
        if (size === 1) {
          // `U.N.` is `UN`: single capitals, each with its full stop.
          if ((initial & capitalBit) !== 0 && at < length && units[at] === 0x2e) {
            const dotted = dottedEnd(units, length, from);
            if (dotted > 0) {
              at = dotted;
              isFolded = true;
            }
          }
        } else if (!isFolded && size > 2) {
          if ((last & 0xffff) === 0x73) {
            last = foldUnit(units[at - 2]!);
            // Mostly the plural's ending is the `s` alone: see `singularLength`.
            if (last === 0x65) isFolded = size > 4;
            if (last !== 0x73 && last !== 0x75 && last !== 0x69) {
              value = valueBefore;
              size--;
            } else last = 0x73;
          }
          // The third letter from the end is asked for only where the last one may end such a word.
          if (size > 5 && code < 0x80 && thirdLetters[last & 31] !== 0)
            isFolded ||= mayHaveTwoSpellings(last, foldUnit(units[from + size - 3]!));
        }
        start[count] = from;
        end[count] = at;
        shape[count] =
          ((initial & capitalBit) !== 0 ? capitalInitial : 0) |
          ((written & (capitalBit | smallBit)) === capitalBit ? allCapitals : 0);
        if (isFolded) {
          this.fold(count);
          value = hashOf(this.folded, this.foldedStart[count]!, this.foldedLength[count]!);
          if (code >= 0x600 && isArabic(code)) this.arabic.push(count);
        }
        hash[count] = value;
        count++;
        const behind = at + 1 < length ? units[at]! : 0;
        if (behind === 0x20) {
          at++;
          continue;
        }
        // A possessive ending belongs to no name.
        if ((behind === 0x27 || behind > 0x7f) && classOf(behind) === apostropheClass) {
          const letter = units[at + 1]!;
          if (letter === 0x73 || letter === 0x53) {
            const after = at + 2 < length ? classOf(units[at + 2]!) : gapClass;
            if (after !== letterClass && after !== digitClass) at += 2;
          }
        }
        continue;
      }
      const kind = code < tableSize ? classTable[code]! : classOf(code);
      if (
        kind === gapClass ||
        kind === apostropheClass ||
        at === passed ||
        // `Human Rights, Democracy, and the Rule of Law`: the comma before the last is a matter of style.
        (code === 0x2c && isBeforeAnd(units, length, at))
      ) {
        at++;
        continue;
      }
      if (code === 0x28 && count > 0) {
        // `القانون رقم (175) لسنة 2018`: the brackets say no more.
        passed = endOfBracketedNumber(units, length, start[count - 1]!, at);
        if (passed > 0) {
          at++;
          continue;
        }
      }
      if (count === start.length) {
        this.grow();
        ({ start, end, hash, shape } = this);
      }
      const isAnd = code === ampersand && isBetweenWords(units, length, at);
      start[count] = at;
      end[count] = at + 1;
      hash[count] = isAnd ? hashOfAnd : Math.imul(hashSeed ^ foldMark(code), hashFactor);
      shape[count] = isAnd || kind === ideographClass ? 0 : punctuation;
      count++;
      at++;
    }
    this.count = count;
  }

  /** How many units of an Arabic word its first folded letters take, with the vowel signs and the lengthening behind them: `كـ|اتفاقية`. */
  arabicLength(index: number, letters: number): number {
    const { units } = this;
    const from = this.start[index]!;
    let at = from;
    for (let left = letters; at < this.end[index]!; at++) {
      if (foldArabic(foldUnit(units[at]!)) === 0) continue;
      if (left === 0) break;
      left--;
    }
    return at - from;
  }

  /** Puts the folded word of an index into `folded`, where it is not there yet. */
  fold(index: number): void {
    if (this.foldedLength[index] !== unfolded) return;
    const { units, folded } = this;
    const from = this.start[index]!;
    const to = this.end[index]!;
    const first = units[from]!;
    let start = this.foldedEnd;
    let size = 0;
    if ((this.shape[index]! & punctuation) !== 0 || classOf(first) === ideographClass)
      folded[start + size++] = foldMark(first);
    else if (first === ampersand) for (const unit of andUnits) folded[start + size++] = unit;
    else
      for (let i = from; i < to; i++) {
        const unit = units[i]!;
        // The full stops of `U.N.` are no part of it.
        if (unit !== 0x2e) folded[start + size++] = foldUnit(unit);
      }
    this.foldedEnd = start + size;
    if (size > 2 && folded[start + size - 1] === 0x73) size = singularLength(folded, start, size);
    if (first < 0x80) {
      if (size > 5 && mayHaveTwoSpellings(folded[start + size - 1]!, folded[start + size - 3]!))
        size = oneSpelling(folded, start, size);
    } else if (isCyrillic(first)) size = stemRussian(folded, start, size);
    else if (isArabic(first)) {
      size = stripArabic(folded, start, size);
      const article = arabicArticle(folded, start, size);
      if (article > 0) this.shape[index]! |= definite;
      start += article;
      size -= article;
    }
    this.foldedStart[index] = start;
    this.foldedLength[index] = size;
  }
}

/**
 * Punctuation and Han characters as they are compared: full-width brackets are brackets, and the Chinese words for `and`
 * (`与`, `與`, `及`, `和`), of which writers take now one, now another, are one.
 */
const foldMark = (code: number): number => {
  if (code < 0x4e0e) return code;
  if (code === 0x4e0e || code === 0x8207 || code === 0x53ca) return 0x548c;
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
};

/** Whether the unit at `at`, which continues a run of letters and digits that starts at `from`, begins another word. */
function beginsAnother(units: Uint16Array, length: number, from: number, at: number, unit: number): boolean {
  if ((unit & capitalBit) !== 0 && at - from <= 3 && isGluedNote(units, length, from, at)) return true;
  if ((unit & digitBit) !== 0 && at - from >= gluedTo && isNoteNumber(units, at, length)) return true;
  // `وGoogle`: a particle before a name in Latin letters.
  const first = units[from]!;
  return first >= 0x600 && first < 0x700 && units[at]! < 0x250;
}

/**
 * Where the number stands that a sign of numbers announces, a word from `from` to `end`, which is no word: `No. 185`, `n° 78-17`, `N.º 21.663`,
 * `núm. 5`, `N 187-ФЗ`. 0 where there is none. (`№` is a gap.)
 */
function numberBehindSign(units: Uint16Array, length: number, from: number, end: number): number {
  // Most words that begin so are `not` and the like.
  let digit = end;
  while (digit < length && digit - end < 5 && classOf(units[digit]!) !== digitClass) digit++;
  if (digit >= length || digit - end >= 5) return 0;
  const sign = /^(?:N(?=[ \u00a0\d])|[Nn](?:\.?\s?[°º]|[oO]s?[.°º]{0,2}|[úu]ms?\.?))[ \u00a0\n]?(?=\d)/.exec(
    textOfUnits(units, from, Math.min(length, from + 8)),
  );
  return sign === null ? 0 : from + sign[0].length;
}

/** Whether a comma stands before `and` or `or`. */
function isBeforeAnd(units: Uint16Array, length: number, comma: number): boolean {
  if (units[comma + 1] !== 0x20 || comma + 5 >= length) return false;
  const isAnd =
    units[comma + 2] === 0x61 && units[comma + 3] === 0x6e && units[comma + 4] === 0x64 && units[comma + 5] === 0x20;
  return isAnd || (units[comma + 2] === 0x6f && units[comma + 3] === 0x72 && units[comma + 4] === 0x20);
}

/** Where the bracket closes that holds nothing but the number announced by an Arabic `رقم` before it; -1 for any other bracket. */
function endOfBracketedNumber(units: Uint16Array, length: number, before: number, at: number): number {
  if (units[before] !== 0x631 || units[before + 1] !== 0x642 || units[before + 2] !== 0x645 || at - before > 4)
    return -1;
  let end = at + 1;
  while (end < length && end - at < 7 && classOf(units[end]!) === digitClass) end++;
  return end > at + 1 && units[end] === 0x29 ? end : -1;
}

/** Puts the stem of a folded Russian word in its place; gives its length. Acronyms and short words stay as they are. */
function stemRussian(folded: Uint16Array, start: number, length: number): number {
  if (length < 4 || length > 40) return length;
  const stem = russianStem(textOfUnits(folded, start, start + length));
  for (let i = 0; i < stem.length; i++) folded[start + i] = stem.charCodeAt(i);
  return stem.length;
}

/** Folds an Arabic word in its place; gives its length. */
function stripArabic(folded: Uint16Array, start: number, length: number): number {
  let kept = 0;
  for (let i = 0; i < length; i++) {
    const code = foldArabic(folded[start + i]!);
    if (code !== 0) folded[start + kept++] = code;
  }
  return kept;
}

/** How many small letters stand before the number of a note that has lost its raising. */
const gluedTo = 4;

/**
 * Whether the digit at `at` begins the number of a note that stands behind a word without a space, as in texts that were copied:
 * `Political Rights2`. It has one or two digits, and ends the word.
 */
function isNoteNumber(units: Uint16Array, at: number, length: number): boolean {
  for (let i = at - gluedTo; i < at; i++) if ((wordUnitOf(units[i]!) & smallBit) === 0) return false;
  let end = at;
  while (end < length && units[end]! >= 48 && units[end]! <= 57) end++;
  return end - at <= 2 && (end >= length || wordUnitOf(units[end]!) === 0);
}

/**
 * Whether what stands from `from` to `at` is the number of a note behind the end of a sentence, grown together with the name that
 * begins the next, as in texts that were copied: `safety online’.1African Union`.
 */
function isGluedNote(units: Uint16Array, length: number, from: number, at: number): boolean {
  for (let i = from; i < at; i++) if (classOf(units[i]!) !== digitClass) return false;
  const before = from > 0 ? units[from - 1]! : 0x20;
  if (
    before !== 0x2e &&
    before !== 0x21 &&
    before !== 0x3f &&
    before !== 0x201d &&
    before !== 0x2019 &&
    before !== 0x29
  )
    return false;
  // `.3GPP` and `v1.2A` are no notes.
  return at + 1 < length && (wordUnitOf(units[at + 1]!) & smallBit) !== 0;
}

/** Where a dotted acronym that starts at `from` ends (after its last full stop), or 0 where there is none. */
function dottedEnd(units: Uint16Array, length: number, from: number): number {
  let at = from;
  let letters = 0;
  while (at + 1 < length && units[at + 1] === 0x2e && units[at]! >= 65 && units[at]! <= 90) {
    letters++;
    at += 2;
  }
  if (letters < 2) return 0;
  return at < length && (classOf(units[at]!) === letterClass || classOf(units[at]!) === digitClass) ? 0 : at;
}

/** FNV-1a over folded units. */
export function hashOf(folded: Uint16Array, start: number, length: number): number {
  let value = hashSeed;
  for (let i = start; i < start + length; i++) value = Math.imul(value ^ folded[i]!, hashFactor);
  return value;
}

/**
 * Length of a folded word without its plural ending. The ending is cut, not analysed: it is enough that singular and
 * plural come out alike. Words in -ss, -us and -is keep theirs.
 */
function singularLength(folded: Uint16Array, start: number, length: number): number {
  const before = folded[start + length - 2]!;
  // ss us is
  if (before === 0x73 || before === 0x75 || before === 0x69) return length;
  if (before === 0x65 && length > 4) {
    const third = folded[start + length - 3]!;
    // -ies: agencies, agency
    if (third === 0x69) {
      folded[start + length - 3] = 0x79;
      return length - 2;
    }
    // -sses -xes -ches -shes
    const fourth = folded[start + length - 4]!;
    if (
      third === 0x78 ||
      (third === 0x73 && fourth === 0x73) ||
      (third === 0x68 && (fourth === 0x63 || fourth === 0x73))
    ) {
      return length - 2;
    }
  }
  return length - 1;
}

const endingUnits = (ending: string): Uint16Array => Uint16Array.from(ending, (letter) => letter.charCodeAt(0));
/** Endings in which an `s` becomes a `z`. */
const sibilantEndings = ['ise', 'isation', 'ised', 'ising', 'iser', 'isational'].map(endingUnits);
const our = endingUnits('our');
const oural = endingUnits('oural');
const gramme = endingUnits('gramme');
const centre = endingUnits('centre');
const fence = endingUnits('fence');
const licence = endingUnits('licence');

const bitOf = (small: number): number => 1 << (small & 31);
/** By the last letter of an ending of two spellings, as `& 31`: the letters that stand third from its end, as bits. */
const thirdLetters = new Int32Array(32);
for (const ending of [...sibilantEndings, our, oural, gramme, centre, fence, licence])
  thirdLetters[ending.at(-1)! & 31]! |= bitOf(ending.at(-3)!);

/**
 * Whether a word may have an ending of two spellings: its last letter and the third from its end tell it of
 * most that have none.
 */
const mayHaveTwoSpellings = (last: number, third: number): boolean => (thirdLetters[last & 31]! & bitOf(third)) !== 0;

function endsWith(folded: Uint16Array, end: number, ending: Uint16Array): boolean {
  for (let i = ending.length - 1, at = end - 1; i >= 0; i--, at--) if (folded[at] !== ending[i]) return false;
  return true;
}

/**
 * Gives a folded word of British spelling its American one, so that both are alike: `organisation`, `behaviour`, `programme`,
 * `centre`, `defence`. What is no word of two spellings may change, too: names and drafts are changed in the same way.
 *
 * @returns its length
 */
function oneSpelling(folded: Uint16Array, start: number, length: number): number {
  const end = start + length;
  for (let i = 0; i < sibilantEndings.length; i++) {
    const ending = sibilantEndings[i]!;
    if (length < ending.length + 3 || !endsWith(folded, end, ending)) continue;
    folded[end - ending.length + 1] = 0x7a;
    return length;
  }
  const last = folded[end - 1]!;
  const withU = last === 0x72 ? our : last === 0x6c ? oural : undefined;
  if (withU !== undefined && endsWith(folded, end, withU)) {
    folded.copyWithin(end - withU.length + 1, end - withU.length + 2, end);
    return length - 1;
  }
  if (last !== 0x65) return length;
  if (length > 7 && endsWith(folded, end, gramme)) return length - 2;
  if (endsWith(folded, end, centre)) {
    folded[end - 2] = 0x65;
    folded[end - 1] = 0x72;
    return length;
  }
  if (endsWith(folded, end, fence) || endsWith(folded, end, licence)) {
    folded[end - 2] = 0x73;
    return length;
  }
  return length;
}

/** The UTF-16 units of a string. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
