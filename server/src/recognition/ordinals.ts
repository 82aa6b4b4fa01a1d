/** Ordinal numbers in prose: `71st`, `twenty-ninth`, `71e`, `71-я`, `第78届`. */

const units = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const teens =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const valueOfWord = new Map<string, number>([
  ...units.map((word, index): [string, number] => [word, index + 1]),
  ...teens.map((word, index): [string, number] => [word, index + 10]),
  ...tens.flatMap((word, index): [string, number][] => [
    [word.replace(/y$/, 'ieth'), (index + 2) * 10],
    ...units.map((unit, one): [string, number] => [`${word}-${unit}`, (index + 2) * 10 + one + 1]),
  ]),
]);

const wordOfValue = new Map([...valueOfWord].map(([word, value]) => [value, word]));

/** The English word of an ordinal from 1 to 99. */
export const wordOfOrdinal = (value: number): string | undefined => wordOfValue.get(value);

/** The words of English ordinals and their digits, as the source of a pattern. */
export const englishOrdinal = `\\d{1,4}(?:st|nd|rd|th)|(?:(?:${tens.join('|')})[- ])?(?:${units.join('|')})|${teens.join('|')}|(?:${tens.map((word) => word.replace(/y$/, 'ieth')).join('|')})`;
const englishPattern = new RegExp(`(?<![\\p{L}\\d-])(?:${englishOrdinal})(?![\\p{L}\\d])`, 'iu');

/** The stems of the ordinals from 1 to 10 in French, Spanish and Russian. */
const foreignStems = [
  'premi|primer|перв',
  'deuxi|segund|втор',
  'troisi|tercer|трет',
  'quatri|cuart|четв',
  'cinqui|quint|пят',
  'sixi|sext|шест',
  'septi|s[ée]ptim|седьм',
  'huiti|octav|восьм',
  'neuvi|noven|девят',
  'dixi|d[ée]cim|десят',
].map((stems) => new RegExp(`^(?:${stems})\\p{L}{0,4}$`, 'iu'));
/** `72e`, `6º`, `5-й`, or digits alone. */
const foreignDigits = /^(\d{1,3})(?:e|è|ème|ère|re|er|[ºª°]|-?(?:я|й|ю|ой|ей|го|м))?$/iu;

/** The value of an ordinal from 1 to 10 in words, or of any in digits, with which a text begins in French, Spanish or Russian. */
function foreignOrdinal(text: string): number | undefined {
  const first = /^[^\s]+/.exec(text)?.[0] ?? '';
  const digits = foreignDigits.exec(first)?.[1];
  if (digits !== undefined) return Number(digits);
  const place = foreignStems.findIndex((stems) => stems.test(first));
  return place < 0 ? undefined : place + 1;
}

/**
 * The value of the first English ordinal of a text, else of one in French, Spanish or Russian with which it begins; undefined
 * where there is none.
 */
export function ordinalIn(text: string): number | undefined {
  const written = englishPattern.exec(text)?.[0].toLowerCase();
  if (written === undefined) return foreignOrdinal(text);
  return /^\d/.test(written) ? Number.parseInt(written, 10) : valueOfWord.get(written.replace(' ', '-'));
}

const endPattern = new RegExp(
  `(?<![\\p{L}\\d-])(?:${englishOrdinal}|\\d{1,3}(?:e|ème|ère|º|ª|o|\\.º|-(?:я|й|ю|ей|ой))|[IVXLC]{1,7}e)\\s+$|第\\s?(?:\\d{1,3}|[一二三四五六七八九十百]{1,5})\\s?[届屆]\\s?$`,
  'iu',
);

/** How long the ordinal is that a text ends in, with the space behind it; 0 where it ends in none. */
export const ordinalLength = (text: string): number => endPattern.exec(text)?.[0].length ?? 0;

/** What an ordinal of more than one word begins with, in the languages that write it so. */
const tensBefore =
  /(?:^|\P{L})(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty-|(?:vingt|trente|quarante|cinquante|soixante|dix)-(?:et-)?|(?:d|\p{L}{2,9}g)[ée]sim[oa]\s|(?:двадцать|тридцать|сорок|девяносто|сто|\p{L}{4,6}десят)\s)$/iu;
/** Letters that stand there before the hyphen, or before the space. */
const beforeHyphen = new Set([...'ytex'].map((letter) => letter.charCodeAt(0)));
const beforeSpace = new Set([...'oaькто'].map((letter) => letter.charCodeAt(0)));
const arabicTens = /^\sو\p{L}{3,8}[وي]ن(?!\p{L})/u;

/** Whether tens may end in a letter and a hyphen or space, both as code units: a cheap look. */
export const mayEndTens = (between: number, letter: number): boolean =>
  (between === 0x2d ? beforeHyphen : beforeSpace).has(letter);

/** Whether a text ends in the tens of an ordinal that goes on with its unit: `soixante-dix-|neuvième`. */
export const endsInTens = (text: string): boolean => tensBefore.test(text);

/** Whether a text begins with the tens that an Arabic ordinal has behind its unit. */
export const goesOnInTens = (text: string): boolean => arabicTens.test(text);

/** A number as an English ordinal: `41` is `41st`. */
export function ordinalInDigits(number: number | string): string {
  const value = Number(number);
  const ending = value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}
