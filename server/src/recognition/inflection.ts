/**
 * What the forms of a word have in common in Russian and Arabic. Words of names and of drafts are cut down in the same way,
 * so it is enough that the forms of one word come out alike.
 */
import { stemmer } from '@orama/stemmers/russian';

/** A word of letters of the Cyrillic script. */
export const isCyrillic = (code: number): boolean => code >= 0x400 && code < 0x530;
/** A word of letters of the Arabic script. */
export const isArabic = (code: number): boolean => code >= 0x620 && code < 0x700;

const russianStems = new Map<string, string>();
/** Words of which the stemmer takes a part for an ending: `Австралия` would be `Австрия`. */
const longerStem = /^австрал/;

/**
 * The stem of a Russian word in small letters: `генеральной` and `генеральную` are `генеральн`. The stemmer is applied until
 * it finds no more to cut, for one pass leaves some forms of a word longer than others (`ассамблея`, `ассамблеи`).
 */
export function russianStem(word: string): string {
  const known = russianStems.get(word);
  if (known !== undefined) return known;
  const whole = longerStem.exec(word)?.[0];
  let stem = whole ?? word.replaceAll('ё', 'е');
  while (whole === undefined) {
    const shorter = stemmer(stem);
    if (shorter.length < 3 || shorter === stem) break;
    stem = shorter;
  }
  if (russianStems.size > 20_000) russianStems.clear();
  russianStems.set(word, stem);
  return stem;
}

const alef = 0x627;
const lam = 0x644;
const waw = 0x648;
const feh = 0x641;
const beh = 0x628;
const kaf = 0x643;

/** A letter of Arabic as words are compared by it: without the spellings that writers use now so, now so; 0: no letter. */
export function foldArabic(code: number): number {
  // Vowel signs and the stroke that stretches a word.
  if ((code >= 0x64b && code <= 0x65f) || code === 0x670 || code === 0x640) return 0;
  if (code === 0x622 || code === 0x623 || code === 0x625 || code === 0x671) return alef;
  if (code === 0x649) return 0x64a;
  // `شؤون` and, in Egypt, `شئون`.
  if (code === 0x624 || code === 0x626) return 0x621;
  return code === 0x629 ? 0x647 : code;
}

/** How many units the article takes at the head of a folded Arabic word. */
export function arabicArticle(folded: Uint16Array, start: number, length: number): number {
  return length >= 4 && folded[start] === alef && folded[start + 1] === lam ? 2 : 0;
}

/** One way to read an Arabic word: what is cut off, and how much of that is a word of its own before the name. */
export interface ArabicReading {
  /** Units at the head of the folded word that do not belong to the word meant: particles and the article. */
  cut: number;
  /** Units at its end that do not: the ending of an indefinite accusative (`فريقًا`). */
  ending: number;
  /** Of these the particles that a name does not take in; 0 where they are grown together with the article (`لل`). */
  particles: number;
}

/** Of how many letters a word is at least that has the ending of an accusative: `كندا` and `ميتا` have none. */
const shortestAccusative = 5;

/**
 * The ways in which a folded Arabic word may begin with particles (and, then, with, like, for), the least cut off first:
 * `وبالجمعية` is `و` and `ب` and `الجمعية`; and how it may end in an accusative: `إعلانًا` is `إعلان`.
 */
export function arabicReadings(folded: Uint16Array, start: number, length: number): ArabicReading[] {
  const readings: ArabicReading[] = [];
  const endsInAlef = folded[start + length - 1] === alef;
  const addAccusative = (particles: number): void => {
    if (endsInAlef && length - particles >= shortestAccusative) readings.push({ cut: particles, ending: 1, particles });
  };
  const add = (particles: number): void => {
    const rest = length - particles;
    if (rest < 3) return;
    const article = arabicArticle(folded, start + particles, rest);
    readings.push({ cut: particles + article, ending: 0, particles });
    if (article === 0) addAccusative(particles);
  };
  addAccusative(0);
  const conjunction = folded[start] === waw || folded[start] === feh ? 1 : 0;
  for (const first of conjunction === 0 ? [0] : [1, 0]) {
    const letter = folded[start + first];
    if (first === 1) add(1);
    if (letter === lam && folded[start + first + 1] === lam && length - first >= 5)
      readings.push({ cut: first + 2, ending: 0, particles: 0 });
    if (letter === beh || letter === kaf || letter === lam) add(first + 1);
  }
  return readings;
}
