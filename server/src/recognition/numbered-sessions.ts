/**
 * Numbered sessions and meetings of a body that is named: `the 52nd session of the Human Rights Council`, `the CSTD’s
 * nineteenth session`, `41st UN Human Rights Council session`, `la quinzième session du Conseil`, `人权理事会第二十七届会议`.
 * Session and body are one name: the session's own, where a record has it, else the body's.
 */
import type { Lexicon } from './lexicon.ts';
import { englishOrdinal, ordinalIn, ordinalInDigits, wordOfOrdinal } from './ordinals.ts';

/** Offsets in the text, in UTF-16 units, end exclusive. */
export interface NumberedSession {
  start: number;
  end: number;
  names: readonly number[];
}

const englishKind =
  '(?:(?:regular|annual|substantive|formal|informal|special|emergency|ordinary|extraordinary|resumed|organi[sz]ational|plenary|intersessional|virtual|public|closed|reconvened) ){0,2}';
const english = `(?<n>${englishOrdinal}) (?:and (?:final|last|concluding) )?${englishKind}(?:sessions?|meeting)`;
const frenchOrdinal =
  '(?:\\d{1,4}\\s?(?:e|è|ème|ère|re|er|ᵉ)|premi(?:er|ère)|seconde?|(?:\\p{L}+-)?\\p{L}+ième|dernière)';
const spanishOrdinal =
  '(?:\\d{1,4}\\.?\\s?[ºª°o]?|primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|quint[ao]|sext[ao]|s[ée]ptim[ao]|octav[ao]|noven[ao]|(?:\\p{L}+ )?(?:un|duo)?d[ée]cim[ao](?: \\p{L}+[ao])?|(?:\\p{L}+ )?\\p{L}+g[ée]sim[ao](?: \\p{L}+[ao])?|último)';
const russianOrdinal =
  '(?:\\d{1,4}(?:-?(?:я|й|ю|ой|ей|е|го|м|ом))?|(?:(?:двадцать|тридцать|сорок|(?:пять|шесть|семь|восемь)десят|девяносто|сто) )?(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\\p{L}+надцат|\\p{L}+десят|сороков|девяност)\\p{L}{1,3})';

/** What stands before a body's name and counts its session, in the languages that put it there. */
const before = [
  `${english} of (?:the )?(?:UN |United Nations )?`,
  `${frenchOrdinal}\\s(?:session|réunion)(?:\\s(?:ordinaire|extraordinaire|spéciale|annuelle|de fond|d[’']organisation))?\\s(?:de la |du |de l[’']|des )`,
  `${spanishOrdinal}\\s(?:per[ií]odo (?:\\p{L}+ )?de sesiones|sesión|reunión)(?: (?:sustantiv|ordinari|extraordinari|especial|anual)\\p{L}*)?\\s(?:de la |del |de los |de las |de )`,
  `${russianOrdinal}\\s(?:\\p{L}+ )?(?:сесси|заседани)\\p{L}{1,3}\\s`,
].map((pattern) => new RegExp(`(?<![\\p{L}\\d-])${pattern.replaceAll(' ', '\\s+')}$`, 'iu'));
const beforeEnglish = new RegExp(`(?<![\\p{L}\\d-])(?<n>${englishOrdinal})\\s+(?:UN |United Nations )?$`, 'iu');
/** What stands behind it. */
const behind = [
  `(?:\\s\\(\\p{Lu}[\\p{L}\\d-]{1,9}\\))?(?:[’']s?)?\\s${english}(?![\\p{L}\\d])`,
  '\\s?第\\s?(?:\\d{1,4}|[一二三四五六七八九十百]{1,5})\\s?[届次屆]\\s?(?:特别|特別|紧急|常规|实质性|年度|全体|续|组织)?(?:会议|會議|会期|届会|年会|年會)',
  '\\s?第?\\s?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})期会(?:议)?',
].map((pattern) => new RegExp(`^${pattern.replaceAll(' ', '\\s+')}`, 'iu'));
const behindEnglish = /^\s+(?:session|meeting)(?![\p{L}\d])/iu;

const mayHold =
  /session|meeting|r[ée]uni[oó]n|sesi[oó]n|сесси|заседани|[届屆次]\s?(?:\p{L}{1,3})?(?:会议|會議|会期|届会|年会|年會)|期会/iu;
/** How far the count of a session may stand from its body, in UTF-16 units. */
const farthest = 90;

/** Whether a text may hold such a name: a cheap look. */
export const mayNumberSessions = (text: string): boolean => mayHold.test(text);

/**
 * The names that records have for a body's session.
 *
 * @param called what the body is called
 */
function ownNames(lexicon: Lexicon, called: readonly string[], value: number): readonly number[] {
  for (const body of called) {
    const names = namesOfSession(lexicon, body, value);
    if (names.length > 0) return names;
  }
  return [];
}

function namesOfSession(lexicon: Lexicon, body: string, value: number): readonly number[] {
  const bare = body.replace(/^(?:UN|United Nations)\s+/, '');
  const written = [ordinalInDigits(value), wordOfOrdinal(value)].filter((one) => one !== undefined);
  const called = [...new Set([body, bare])].flatMap((one) => [
    ...written.flatMap((count) => [
      `${count} session of the ${one}`,
      `${count} ${one} session`,
      `${one} ${count} session`,
    ]),
    `${one} ${value}`,
  ]);
  for (const one of [...called, `session of the ${bare}`]) {
    const names = lexicon.outright(lexicon.named(one));
    if (names.length > 0) return names;
  }
  return [];
}

/** How much of the text before a body and behind it counts its session, in UTF-16 units, with an English ordinal in it. */
function countAround(
  head: string,
  tail: string,
): { before: number; behind: number; ordinal: string | undefined } | undefined {
  for (const pattern of before) {
    const ahead = pattern.exec(head);
    if (ahead !== null) return { before: ahead[0].length, behind: 0, ordinal: ahead.groups?.n };
  }
  for (const pattern of behind) {
    const after = pattern.exec(tail);
    if (after !== null) return { before: 0, behind: after[0].length, ordinal: after.groups?.n };
  }
  const ahead = beforeEnglish.exec(head);
  const after = ahead === null ? null : behindEnglish.exec(tail);
  if (ahead === null || after === null) return undefined;
  return { before: ahead[0].length, behind: after[0].length, ordinal: ahead.groups!.n };
}

/**
 * @param matches the names that are written out, in order
 * @returns those among them that go on into the number of a session
 */
export function numberedSessions(
  lexicon: Lexicon,
  text: string,
  matches: readonly NumberedSession[],
): NumberedSession[] {
  const found: NumberedSession[] = [];
  for (const [index, { start, end, names }] of matches.entries()) {
    const written = text.slice(start, end);
    // `meeting of experts` and the like are no bodies; neither is what is a session itself.
    if (!/^[\p{Lu}\p{Lo}]/u.test(written) || mayHold.test(written)) continue;
    const head = text.slice(Math.max(matches[index - 1]?.end ?? 0, start - farthest), start);
    const tail = text.slice(end, Math.min(matches[index + 1]?.start ?? text.length, end + farthest));
    const count = countAround(head, tail);
    if (count === undefined) continue;
    const { before: ahead, behind: after, ordinal } = count;
    const value = ordinal === undefined ? undefined : ordinalIn(ordinal);
    const known = names.map((name) => lexicon.record(name));
    // What is called so in other words is the body's session all the same, if the name has no other bearer.
    const called = known.every((record) => record === known[0])
      ? [written, ...lexicon.englishNames(known[0]!)]
      : [written];
    const own = value === undefined ? [] : ownNames(lexicon, called, value);
    found.push({ start: start - ahead, end: end + after, names: own.length > 0 ? own : names });
  }
  return found;
}
