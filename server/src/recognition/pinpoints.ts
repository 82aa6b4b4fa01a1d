/**
 * Places within a document that prose names beside it: `paragraph 72 of the Tunis Agenda`, `Budapest Convention, art. 32`,
 * `статья 51 Устава ООН`, `《联合国宪章》第五十一条`, `المادة 51 من ميثاق الأمم المتحدة`.
 */

/** A pinpoint; offsets in the text in which it was found, in UTF-16 units, end exclusive. */
export interface Pinpoint {
  start: number;
  end: number;
  /** As the records write it: `art. 2(4)`, `para. 13(a)`, `annex II`. */
  at: string;
}

const number = '\\d{1,4}(?:\\.\\d{1,2}|\\s?bis)?(?:\\s?\\(\\p{L}{1,4}\\)|\\s?\\(\\d{1,2}\\))*';
const labels: readonly [label: string, words: string][] = [
  ['art.', 'articles?|arts?\\.|artículos?|стать\\p{L}{1,3}|ст\\.|\\p{L}{0,2}المادة|للمادة'],
  ['para.', 'paragraphs?|paras?\\.|paragraphes?|párrafos?|párr\\.|пункт\\p{L}{0,3}|п\\.|\\p{L}{0,2}الفقرة|للفقرة|¶'],
  ['principle', 'principles?|principio|principe'],
  ['rule', 'rules?'],
  ['norm', 'norms?'],
  ['target', 'targets?'],
  ['recital', 'recitals?'],
  ['chap.', 'chapters?|chap\\.|chapitre|capítulo'],
  ['sect.', 'sections?|sect\\.|§'],
];
const labelled = new RegExp(
  `(?<![\\p{L}\\d])(?:${labels.map(([, words], index) => `(?<l${index}>${words})`).join('|')})\\s*(?<number>${number})(?:\\s?[–-]\\s?(?<to>\\d{1,4}))?(?![\\p{L}\\d])`,
  'giu',
);
const chinese = /第\s?(?<number>\d{1,3}|[〇零一二三四五六七八九十百]{1,7})\s?(?<unit>条|條|段)/gu;
const mayPin =
  /art|para|párr|стать|ст\.|пункт|п\.|ماد|فقر|principle|rule|norm|target|recital|chap|sect|§|¶|第.{1,8}[条條段]/iu;

const chineseDigits = '〇一二三四五六七八九';

function chineseNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  let sum = 0;
  let digit = 0;
  for (const character of text.replaceAll('零', '〇')) {
    if (character === '百') sum += (digit === 0 ? 1 : digit) * 100;
    else if (character === '十') sum += (digit === 0 ? 1 : digit) * 10;
    else {
      digit = chineseDigits.indexOf(character);
      continue;
    }
    digit = 0;
  }
  return sum + digit;
}

/** The pinpoints of a text, in order. */
export function findPinpoints(text: string): Pinpoint[] {
  if (!mayPin.test(text)) return [];
  const found: Pinpoint[] = [];
  for (const match of text.matchAll(labelled)) {
    const groups = match.groups!;
    const label = labels.find((_, index) => groups[`l${index}`] !== undefined)![0];
    const written = groups.number!.replace(/\s+/g, '');
    const at =
      groups.to === undefined ? `${label} ${written}` : `${label.replace(/\.$/, 's.')} ${written}–${groups.to}`;
    found.push({ start: match.index, end: match.index + match[0].length, at });
  }
  for (const match of text.matchAll(chinese)) {
    const value = chineseNumber(match.groups!.number!);
    if (value > 0)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        at: `${match.groups!.unit === '段' ? 'para.' : 'art.'} ${value}`,
      });
  }
  return found.sort((a, b) => a.start - b.start);
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
  names: readonly { start: number; end: number }[],
  text: string,
): (Pinpoint | undefined)[] {
  const own = names.map((): Pinpoint | undefined => undefined);
  for (const pinpoint of pinpoints) {
    if (names.some(({ start, end }) => start < pinpoint.end && pinpoint.start < end)) continue;
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
