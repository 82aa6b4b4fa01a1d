/**
 * Places within a document that prose names beside it: `paragraph 72 of the Tunis Agenda`, `Budapest Convention, art. 32`,
 * `статья 51 Устава ООН`, `《联合国宪章》第五十一条`, `المادة 51 من ميثاق الأمم المتحدة`.
 */
import { detached } from '../draft/detached.ts';
import { allMatches } from './all-matches.ts';
import { chineseNumber } from './chinese-numbers.ts';
import { isArabic } from './inflection.ts';
import { overlap, type Range } from './range.ts';

/** A pinpoint; offsets in the text in which it was found, in UTF-16 units, end exclusive. */
export interface Pinpoint {
  start: number;
  end: number;
  /** As the records write it: `art. 2(4)`, `para. 13(a)`, `annex II`. */
  at: string;
  /** Whether more of the same list follow: `Articles 10 and 12 of …`. */
  goesOn?: boolean;
  /** Whether it goes on with a list: what stands before the list's first one is its document, too. */
  follows?: boolean;
}

const number = '\\d{1,4}(?:\\.\\d{1,2}|\\s?bis)?(?:\\s?\\(\\p{L}{1,4}\\)|\\s?\\(\\d{1,2}\\)(?:[a-z](?![\\p{L}\\d]))?)*';
const labels: readonly [label: string, words: string][] = [
  [
    'art.',
    'articles?|arts?\\.|artículos?|стат(?:ь\\p{L}{1,3}|ей)|ст\\.|\\p{L}{0,2}(?:المادة|المواد|المادتين|المادتان)|لل(?:مادة|مواد|مادتين)',
  ],
  [
    'para.',
    'paragraphs?|paras?\\.|paragraphes?|párrafos?|párr\\.|пункт\\p{L}{0,3}|п\\.|\\p{L}{0,2}(?:الفقرة|الفقرات|الفقرتين)|للفقرة|¶',
  ],
  ['principle', 'principles?|principios?|principes?|принцип\\p{L}{0,3}|\\p{L}{0,2}المبدأ'],
  ['rule', 'rules?|règles?|reglas?|правил\\p{L}{1,2}|\\p{L}{0,2}(?:القاعدة|القواعد|القاعدتين)|للقاعدة'],
  ['norm', 'norms?|normes?|normas?|норм\\p{L}{0,2}|\\p{L}{0,2}المعيار'],
  ['target', 'targets?'],
  ['recital', 'recitals?'],
  ['chap.', 'chapters?|chap\\.|chapitre|capítulo'],
  ['sect.', 'sections?|sect\\.|§'],
];
const label = new RegExp(`^(?:${labels.map(([, words], index) => `(?<l${index}>${words})`).join('|')})$`, 'iu');
/** What the words are labels of that stand before numbers; most are of nothing. */
const labelOfWord = new Map<string, string | undefined>();
const mostWords = 4000;

function labelOf(word: string): string | undefined {
  if (!labelOfWord.has(word)) {
    if (labelOfWord.size >= mostWords) labelOfWord.clear();
    const groups = label.exec(word)?.groups;
    const name = groups && labels.find((_, index) => groups[`l${index}`] !== undefined)?.[0];
    labelOfWord.set(detached(word), name);
  }
  return labelOfWord.get(word);
}

/** A letter, a full stop, or a sign that stands for a word. */
const isOfLabel = (code: number): boolean =>
  code < 0x80
    ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 0x2e
    : /[\p{L}\p{M}§¶]/u.test(String.fromCharCode(code));

const isSpace = (code: number): boolean => code <= 0x20 || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));

/** Longer than any label. */
const longestLabel = 16;

/** The word before an offset of a text, spaces aside; where it is longer than any label, only its end. */
function wordBefore(text: string, offset: number): { word: string; start: number } {
  let end = offset;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && end - start < longestLabel && isOfLabel(text.charCodeAt(start - 1))) start--;
  return { word: text.slice(start, end), start };
}

/** The last number of a range: `49 to 54`. */
const upTo = '(?:(?:\\s?[–-]\\s?|\\s(?:to|through|à|al?|по|до|إلى)\\s)(?<to>\\d{1,4}))?';
const numberThere = new RegExp(`(?<number>${number})${upTo}(?![\\p{L}\\d])`, 'uy');
/** `Article 2, paragraph 4` is article 2(4). */
const paragraphOf =
  /\s*,?\s*(?:para(?:graph|s?\.)?|paragraphe|al\.|párrafo|párr\.|пункт\p{L}{0,2}|п\.|¶)\s?(?<number>\d{1,2})(?![\p{L}\d(])/uy;
/** A label in the plural, behind which a list of numbers may stand. */
const plural =
  /^(?:\p{L}+s|\p{L}+s\.|стат(?:ей|ьи|ьях|ьям|ьями)|пункт(?:ы|ов|ах|ам|ами)|\p{L}{0,2}(?:المواد|المادتين|المادتان|الفقرات|الفقرتين|الفقرتان)|للمواد|للمادتين)$/iu;
/** `п. 4 | и 7 ст. 2`: this abbreviation stands for either number. */
const russianList = /^(?:,\s*\d{1,2})*\s+и\s+\d{1,2}\s+(?:ст\.|стать)/u;
const nextOfList = new RegExp(
  `(?:\\s*,\\s*(?:(?:and|or|et|y|и)\\s+)?|\\s+(?:and|or|et|ou|y|и|или|&)\\s+|\\s+و)(?<number>\\d{1,3}(?!\\d)(?:\\s?\\(\\p{L}{1,4}\\)|\\s?\\(\\d{1,2}\\))*)${upTo}(?![\\p{L}\\d.]\\d|\\p{L}|\\/)`,
  'uy',
);
/** What joins a place to the one before it without a list of bare numbers: `Article 17 and Article 19`. */
const joint = /^\s*(?:,|[,;]?\s+(?:and|or|et|ou|y|и|или|&)|،?\s+و)\s*$/u;

/** Whether a place goes on with a list that the other is a part of. */
export const joinsPlaces = (before: Pinpoint, after: Pinpoint, text: string): boolean =>
  after.follows === true || joint.test(text.slice(before.end, after.start));

const chinese =
  /第\s?(?<number>\d{1,3}|[〇零一二三四五六七八九十百]{1,7})\s?(?<unit>条|條|段)(?:\s?第\s?(?<paragraph>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[款项項])?/gu;
/** What joins a paragraph to its article: `paragraph 4 of Article 2`, `п. 4 ст. 2`, `الفقرة 4 من المادة 2`. */
const ofArticle = /^\s+(?:(?:of|de|del|من)\s+|de l[’'])?$/u;
const oneParagraph = /^para\. (\d{1,2})$/;
const oneArticle = /^art\. \d{1,3}$/;

/** `Paragraph 4 of Article 2` is article 2(4), and so is the one before it of a list. */
function withArticles(found: readonly Pinpoint[], text: string): Pinpoint[] {
  const joined: Pinpoint[] = [];
  for (let i = found.length - 1; i >= 0; i--) {
    const one = found[i]!;
    const next = found[i + 1];
    const paragraph = oneParagraph.exec(one.at)?.[1];
    const behind = joined[0];
    if (next !== undefined && paragraph !== undefined && behind !== undefined) {
      if (oneArticle.test(next.at) && ofArticle.test(text.slice(one.end, next.start))) {
        joined[0] = { ...next, start: one.start, at: `${next.at}(${paragraph})`, follows: one.follows === true };
        continue;
      }
      const article = /^(art\. \d{1,3})\(\d{1,2}\)$/.exec(behind.at)?.[1];
      if (one.goesOn === true && behind.start === next.start && article !== undefined) {
        joined.unshift({ ...one, at: `${article}(${paragraph})` });
        continue;
      }
    }
    joined.unshift(one);
  }
  return joined;
}
/** What stands beside a pinpoint that belongs to a document which is not known here: `Article 41 TEU`, `art. 5 of the Act`. */
const ofAnother = /^(?:\s*,?\s*(?:of|de|du|des|del|de la|из|من)(?![\p{L}\d])|\s+["“«]?\p{Lu}|\s*《)/u;
const anotherBefore = /(?:\p{Lu}{3,}|》)[,\s]*$/u;

/** Whether nothing beside a pinpoint says what it is a place of. */
export function isBare({ start, end }: Pinpoint, text: string): boolean {
  return !ofAnother.test(text.slice(end, end + 12)) && !anotherBefore.test(text.slice(Math.max(0, start - 12), start));
}

/** `والمادة 51`: what stands before the article of an Arabic word is no part of the place. */
const arabicParticles = /^(?:[وف][بك]?|[بك])(?=ال)/;
/** `operative paragraph 72`, `preambular para. 5`. */
const kindOfParagraph = /(?<!\p{L})(?:operative|preambular)\s$/iu;
const longestKind = 12;

/** Where a pinpoint begins whose label stands at an offset. */
function beginningOf(word: string, text: string, start: number): number {
  const particles = arabicParticles.exec(word)?.[0].length ?? 0;
  if (particles > 0) return start + particles;
  const before = text.slice(Math.max(0, start - longestKind), start);
  return start - (kindOfParagraph.exec(before)?.[0].length ?? 0);
}

/** A place as the records write it. */
function placeName(label: string, number: string, to: string | undefined): string {
  const first = number.replace(/\s+/g, '');
  return to === undefined ? `${label} ${first}` : `${label.replace(/\.$/, 's.')} ${first}–${to}`;
}

/** Adds the rest of a list of numbers behind its first one: `Articles 22 and 49 to 54`; gives where it ends. */
function addList(text: string, first: Pinpoint, label: string, found: Pinpoint[]): number {
  let last = first;
  for (;;) {
    nextOfList.lastIndex = last.end;
    const written = nextOfList.exec(text)?.groups;
    if (written === undefined) return last.end;
    const { number: one, to } = written as { number: string; to?: string };
    const end = nextOfList.lastIndex;
    // Up to the first digit there are only words that join, spaces and commas.
    const start = last.end + text.slice(last.end, end).search(/\d/);
    last.goesOn = true;
    last = { start, end, at: placeName(label, one, to), follows: true };
    found.push(last);
  }
}

function chinesePlace({ unit, paragraph }: Record<string, string | undefined>, value: number): string {
  if (unit === '段') return `para. ${value}`;
  return paragraph === undefined ? `art. ${value}` : `art. ${value}(${chineseNumber(paragraph)})`;
}

const digits = /\d+/g;

const arabicDigit = /[٠-٩۰-۹]/;
const arabicDigits = /[٠-٩۰-۹]/g;

/** The pinpoints of a text, in order. */
export function findPinpoints(written: string): Pinpoint[] {
  const text = arabicDigit.test(written)
    ? written.replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 15))
    : written;
  const found: Pinpoint[] = [];
  let after = 0;
  // Numbers are few: labels are sought before each, rather than in all of the text.
  for (const { index } of allMatches(digits, text)) {
    if (index < after) continue;
    // Arabic may put the number in brackets: `المادة (51)`.
    const isInBrackets = text[index - 1] === '(';
    const { word, start } = wordBefore(text, isInBrackets ? index - 1 : index);
    const name = word === '' ? undefined : labelOf(word);
    if (name === undefined || start < after) continue;
    numberThere.lastIndex = index;
    const groups = numberThere.exec(text)?.groups;
    if (groups === undefined) continue;
    if (isInBrackets && (!isArabic(word.charCodeAt(0)) || text[numberThere.lastIndex] !== ')')) continue;
    after = numberThere.lastIndex + (isInBrackets ? 1 : 0);
    paragraphOf.lastIndex = after;
    const paragraph = name === 'art.' && groups.to === undefined ? paragraphOf.exec(text)?.groups?.number : undefined;
    if (paragraph !== undefined) after = paragraphOf.lastIndex;
    const number = paragraph === undefined ? groups.number! : `${groups.number!}(${paragraph})`;
    const first: Pinpoint = {
      start: beginningOf(word, text, start),
      end: after,
      at: placeName(name, number, groups.to),
    };
    found.push(first);
    const isList = plural.test(word) || (word === 'п.' && russianList.test(text.slice(after, after + 24)));
    if (isList) after = addList(text, first, name, found);
  }
  const joined = found.length < 2 ? found : withArticles(found, text);
  if (!text.includes('第')) return joined;
  for (const match of text.matchAll(chinese)) {
    const value = chineseNumber(match.groups!.number!);
    if (value > 0)
      joined.push({
        start: match.index,
        end: match.index + match[0].length,
        at: chinesePlace(match.groups!, value),
      });
  }
  return joined.sort((a, b) => a.start - b.start);
}

/** What may stand between a pinpoint and the name of its document behind it, and between the name and a pinpoint behind that. */
const pinpointFirst =
  /^[\s*_>]*(?:(?:of|in|to|from|under|de|du|del|des|من|في)\s+|d[’']|de l[’'])?(?:(?:the|la|le|les|los|las|el|its)\s+|l[’'])?["“«*_‘'《]*$/iu;
const nameFirst = /^["”»*_’'》]*\s*[,(]?\s*$/u;

/**
 * Which pinpoint belongs to which name: each to the one behind it, if one follows at once, else to the one before it.
 *
 * @param names ranges in the text, in order
 * @returns for each name its pinpoint
 */
export function pinpointsOf(
  pinpoints: readonly Pinpoint[],
  names: readonly Range[],
  text: string,
): (Pinpoint | undefined)[] {
  const own = names.map((): Pinpoint | undefined => undefined);
  for (const pinpoint of pinpoints) {
    if (names.some((name) => overlap(name, pinpoint))) continue;
    const behind = names.findIndex(({ start }) => start >= pinpoint.end);
    const start = names[behind]?.start ?? 0;
    if (behind >= 0 && start - pinpoint.end < 24 && pinpointFirst.test(text.slice(pinpoint.end, start))) {
      own[behind] ??= pinpoint;
      continue;
    }
    const before = names.findLastIndex(({ end }) => end <= pinpoint.start);
    const end = names[before]?.end ?? 0;
    if (before >= 0 && pinpoint.start - end < 6 && nameFirst.test(text.slice(end, pinpoint.start)))
      own[before] ??= pinpoint;
  }
  return own;
}
