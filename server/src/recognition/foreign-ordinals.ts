/**
 * The values of ordinals in French, Spanish, Russian, Arabic and Chinese, as sessions are counted: `soixante-dix-neuvième`,
 * `trigésimo cuarto`, `пятьдесят третьей`, `الثالثة والخمسون`, `第五十三届`, `XXe`.
 */
import { chineseNumber } from './chinese-numbers.ts';
import { englishOrdinal, ordinalIn } from './ordinals.ts';

/** The ordinals of a language (no cardinals: `шесть`) as sessions and editions are counted, as the sources of patterns for texts in either case. */
export const frenchOrdinal =
  '(?:\\d{1,4}\\s?(?:e|è|ème|ère|re|er|ᵉ)|[IVXLC]{1,7}e|premi(?:er|ère)|seconde?|(?:\\p{L}+-)?\\p{L}+ième|dernière)';
export const spanishOrdinal =
  '(?:\\d{1,4}\\.?\\s?[ºª°o]?|[IVXLC]{1,7}|primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|quint[ao]|sext[ao]|s[ée]ptim[ao]|octav[ao]|noven[ao]|(?:\\p{L}+ )?(?:un|duo)?d[ée]cim[ao](?: (?:primer|tercer|\\p{L}+[ao]))?|\\p{L}+g[ée]sim[ao](?: (?:primer|tercer|\\p{L}+[ao]))?|(?:dec|\\p{L}+ges)imo\\p{L}{4,8}|último)';
export const russianOrdinal =
  '(?:\\d{1,4}(?:-?(?:я|й|ю|ой|ей|е|го|м|ом))?|(?:(?:двадцать|тридцать|сорок|(?:пять|шесть|семь|восемь)десят|девяносто|сто) )?(?!\\p{L}*ть(?!\\p{L}))(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\\p{L}+надцат|\\p{L}+десят|сороков|девяност)\\p{L}{1,3})';
export const arabicOrdinal =
  '(?:ال(?:أولى?|ثانية?|ثالثة?|رابعة?|خامسة?|سادسة?|سابعة?|ثامنة?|تاسعة?|عاشرة?|حادية?)(?: عشرة?)?(?: وال\\p{L}{3,8}[وي]ن)?|ال(?:عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)[وي]ن|(?:الـ?\\s?)?\\d{1,4})';

/** Stems of the numbers of a language; the longest first, for `двенадцат` begins like `дв`. */
type Stems = readonly (readonly [stem: string, value: number])[];
const stems = (list: string): Stems =>
  list
    .split(' ')
    .map((one): [string, number] => {
      const [stem = '', value = ''] = one.split(':');
      return [stem, Number(value)];
    })
    .sort(([a], [b]) => b.length - a.length);

const romance: Stems = stems(
  'premi:1 second:2 deux:2 trois:3 quatr:4 cinqu:5 six:6 sept:7 huit:8 neuv:9 dix:10 onz:11 douz:12 treiz:13 quatorz:14 quinz:15 ' +
    'seiz:16 vingt:20 trent:30 quarant:40 cinquant:50 soixant:60 uni:1 un:1 primer:1 primo:1 segund:2 tercer:3 tercio:3 cuart:4 ' +
    'quint:5 sext:6 septim:7 octav:8 noven:9 decim:10 undecim:11 duodecim:12 vigesim:20 trigesim:30 cuadragesim:40 ' +
    'quincuagesim:50 sexagesim:60 septuagesim:70 octogesim:80 nonagesim:90',
);
const russian: Stems = stems(
  'перв:1 втор:2 трет:3 четверт:4 пят:5 шест:6 седьм:7 восьм:8 девят:9 десят:10 одиннадцат:11 двенадцат:12 тринадцат:13 ' +
    'четырнадцат:14 пятнадцат:15 шестнадцат:16 семнадцат:17 восемнадцат:18 девятнадцат:19 двадцат:20 тридцат:30 сорок:40 ' +
    'сороков:40 пятидесят:50 пятьдесят:50 шестидесят:60 шестьдесят:60 семидесят:70 семьдесят:70 восьмидесят:80 ' +
    'восемьдесят:80 девяност:90 сто:100',
);
const arabicUnits: readonly RegExp[] = [
  'أولى|أول|حادية|حادي',
  'ثانية|ثاني',
  'ثالثة?',
  'رابعة?',
  'خامسة?',
  'سادسة?',
  'سابعة?',
  'ثامنة?',
  'تاسعة?',
  'عاشرة?',
].map((words) => new RegExp(`^ال(?:${words})$`, 'u'));
const arabicTens = ['عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'].map(
  (word) => new RegExp(`^و?ال${word}[وي]ن$`, 'u'),
);

const valueIn = (list: Stems, word: string): number | undefined => list.find(([stem]) => word.startsWith(stem))?.[1];

/** The sum of the words with which a text begins, as far as they make one number: tens, then units. */
function sumOf(words: readonly string[], list: Stems): number | undefined {
  let sum: number | undefined;
  for (const word of words) {
    if (word === 'et' && sum !== undefined) continue;
    // `decimotercero`, `vigesimosexta`: tens and units in one word.
    const joined = /^((?:dec|\p{L}{1,7}ges)imo)(\p{L}{4,})$/u.exec(word);
    const value =
      joined === null
        ? valueIn(list, word)
        : // `decimoctavo` has one `o` for two.
          (valueIn(list, joined[1]!) ?? 0) + (valueIn(list, joined[2]!.replace(/^ctav/, 'octav')) ?? 0);
    if (value === undefined) break;
    if (sum === 4 && value === 20) sum = 80;
    else if (sum === undefined) sum = value;
    else if (sum >= 20 && sum % 10 === 0 && value < 20) sum += value;
    else if (sum === 10 && value < 10) sum += value;
    else break;
  }
  return sum;
}

const roman: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romanNumber(written: string): number {
  let sum = 0;
  for (let at = 0; at < written.length; at++) {
    const value = roman[written[at]!]!;
    sum += value < (roman[written[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

function valueOfArabic(words: readonly string[]): number | undefined {
  const [first = '', next = ''] = words;
  const unit = arabicUnits.findIndex((pattern) => pattern.test(first)) + 1;
  if (unit === 0) {
    const tens = arabicTens.findIndex((pattern) => pattern.test(first));
    return tens < 0 ? undefined : (tens === 0 ? 2 : tens + 2) * 10;
  }
  if (/^عشرة?$/u.test(next)) return unit + 10;
  const tens = /^و/u.test(next) ? arabicTens.findIndex((pattern) => pattern.test(next)) : -1;
  return tens < 0 ? unit : (tens === 0 ? 2 : tens + 2) * 10 + unit;
}

/**
 * The value of the ordinal with which a text begins, in digits, Roman numerals or words; undefined where it begins with none. Any
 * word that begins like a number counts as one: the text is known to be an ordinal.
 */
export function ordinalAtStart(text: string): number | undefined {
  const digits = /^第?\s?(\d{1,4})/u.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const han = /^第?\s?([一二三四五六七八九十百]{1,5})/u.exec(text)?.[1];
  if (han !== undefined) return chineseNumber(han);
  const numeral = /^([IVXLC]{1,7})(?:e|ème|a|º|ª)?(?![\p{L}\d])/u.exec(text)?.[1];
  if (numeral !== undefined) return romanNumber(numeral);
  const words = text
    .split(/[\s\u2010\u2011-]+/u)
    .slice(0, 4)
    .map((word) => word.toLowerCase());
  if (/^ال/u.test(words[0] ?? '')) return valueOfArabic(words);
  const plain = words.map((word) => word.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
  return /^\p{Script=Cyrillic}/u.test(plain[0] ?? '') ? sumOf(plain, russian) : sumOf(plain, romance);
}

const english = new RegExp(`^(?:${englishOrdinal})$`, 'iu');

/** The value of what is an ordinal in English or another language; undefined where it has none: `último`. */
export const valueOfOrdinal = (ordinal: string): number | undefined =>
  english.test(ordinal) ? ordinalIn(ordinal) : ordinalAtStart(ordinal);

const ordinalWord = new RegExp(`^(?:${[englishOrdinal, frenchOrdinal, spanishOrdinal].join('|')})$`, 'iu');

/** Roman numerals: `le` and `ce` are none. */
const likeNumeral = /^[IVXLC]+e?$/i;

/** The value of a word of English, French or Spanish prose that is an ordinal and nothing else; undefined for other words, and for Roman numerals. */
export const valueOfOrdinalWord = (word: string): number | undefined =>
  ordinalWord.test(word) && !likeNumeral.test(word) ? valueOfOrdinal(word) : undefined;
