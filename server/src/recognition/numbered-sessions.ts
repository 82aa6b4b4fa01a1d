/**
 * Numbered sessions and meetings of a body that is named: `the 52nd session of the Human Rights Council`, `the CSTD’s
 * nineteenth session`, `41st UN Human Rights Council session`, `la quinzième session du Conseil`, `人权理事会第二十七届会议`.
 * Session and body are one name: the session's own, where a record has it, else the body's.
 */
import { allMatches } from './all-matches.ts';
import { arabicOrdinal, frenchOrdinal, russianOrdinal, spanishOrdinal, valueOfOrdinal } from './foreign-ordinals.ts';
import type { Lexicon } from './lexicon.ts';
import { englishOrdinal, ordinalInDigits, wordOfOrdinal } from './ordinals.ts';

/** Offsets in the text, in UTF-16 units, end exclusive. */
export interface NumberedSession {
  start: number;
  end: number;
  names: readonly number[];
}

const englishKind =
  '(?:(?:regular|annual|substantive|formal|informal|special|emergency|ordinary|extraordinary|resumed|organi[sz]ational|plenary|intersessional|virtual|public|closed|reconvened) ){0,2}';
const english = `(?<n>${englishOrdinal}) (?:and (?:final|last|concluding) )?${englishKind}(?:sessions?|meeting)`;
const arabicKind = '(?:العادية|السنوية|الموضوعية|الاستثنائية|التنظيمية|الخاصة|الختامية)';

/** What stands before a body's name and counts its session, in the languages that put it there. */
const before = [
  `${english} of (?:the )?(?:UN |United Nations )?`,
  `(?<n>${frenchOrdinal})\\s(?:session|réunion)(?:\\s(?:ordinaire|extraordinaire|spéciale|annuelle|de fond|d[’']organisation))?\\s(?:de la |du |de l[’']|des )`,
  `(?<n>${spanishOrdinal})\\s(?:y (?:último|penúltimo) )?(?:per[ií]odo (?:\\p{L}+ )?de sesiones|sesión|reunión)(?: (?:sustantiv|ordinari|extraordinari|especial|anual)\\p{L}*)?\\s(?:de la |del |de los |de las |de )`,
  `(?<n>${russianOrdinal})\\s(?:\\p{L}+ )?(?:сесси|заседани)\\p{L}{1,3}\\s`,
  `(?:[وف]?[بكل]?ال|لل)(?:دورة|اجتماع|جلسة) (?:${arabicKind} )?(?<n>${arabicOrdinal})(?: ${arabicKind})? (?:ل|من )`,
].map((pattern) => new RegExp(`(?<![\\p{L}\\d-])${pattern.replaceAll(' ', '\\s+')}$`, 'iu'));
const beforeEnglish = new RegExp(`(?<![\\p{L}\\d-])(?<n>${englishOrdinal})\\s+(?:UN |United Nations )?$`, 'iu');
/** What stands behind it. */
const behind = [
  `(?:\\s\\(\\p{Lu}[\\p{L}\\d-]{1,9}\\))?(?:[’']s?)?\\s${english}(?![\\p{L}\\d])`,
  '\\s?(?<n>第\\s?(?:\\d{1,4}|[一二三四五六七八九十百]{1,5}))\\s?[届次屆]\\s?(?:特别|特別|紧急|常规|实质性|年度|全体|续|组织)?(?:会议|會議|会期|届会|年会|年會)',
  '\\s?(?<n>第?\\s?(?:\\d{1,3}|[一二三四五六七八九十]{1,3}))期会(?:议)?',
].map((pattern) => new RegExp(`^${pattern.replaceAll(' ', '\\s+')}`, 'iu'));
const behindEnglish = /^\s+(?:session|meeting)(?![\p{L}\d])/iu;

const mayHold =
  /session|meeting|r[ée]uni[oó]n|sesi[oó]n|сесси|заседани|[届屆次]\s?(?:\p{L}{1,3})?(?:会议|會議|会期|届会|年会|年會)|期会|دور[ةت]|اجتماع|جلسة/iu;
/** How far the count of a session may stand from its body, in UTF-16 units. */
export const farthestCount = 90;

/** Whether a text may hold such a name: a cheap look. */
export const mayNumberSessions = (text: string): boolean => mayHold.test(text);

/**
 * The names that records have for a body's session.
 *
 * @param written what the body is called in the text
 * @param names the names that this is
 */
function ownNames(lexicon: Lexicon, written: string, names: readonly number[], value: number): readonly number[] {
  const known = names.map((name) => lexicon.record(name));
  // What is called so in other words is the body's session all the same, if the name has no other bearer.
  const isCertain = known.every((record) => record === known[0]);
  for (const body of isCertain ? [written, ...lexicon.englishNames(known[0]!)] : [written]) {
    const own = namesOfSession(lexicon, body, value);
    if (own.length > 0) return own;
  }
  return isCertain ? lexicon.namesOfSession(known[0]!, value) : [];
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

/** What counts a session that is not a meeting. */
const ofSession = /session|sesi[oó]n|сесси|[届屆]|期会|دورة/iu;

/** How a body's session is counted beside its name. */
export interface CountedSession {
  /** How much of the text before the body and behind it belongs to its session, in UTF-16 units. */
  before: number;
  behind: number;
  /** Its number; undefined where that cannot be told, and for meetings, which have no records of their own. */
  value: number | undefined;
}

/** @param head the text before a body's name, as far as it may belong to it; likewise `tail` */
export function countAround(head: string, tail: string): CountedSession | undefined {
  const counted = (before: RegExpExecArray | null, behind: RegExpExecArray | null): CountedSession => {
    const ordinal = before?.groups?.n ?? behind?.groups?.n;
    const isSession = ofSession.test(`${before?.[0] ?? ''} ${behind?.[0] ?? ''}`);
    const value = ordinal === undefined || !isSession ? undefined : valueOfOrdinal(ordinal);
    return { before: before?.[0].length ?? 0, behind: behind?.[0].length ?? 0, value };
  };
  for (const pattern of before) {
    const ahead = pattern.exec(head);
    if (ahead !== null) return counted(ahead, null);
  }
  for (const pattern of behind) {
    const after = pattern.exec(tail);
    if (after !== null) return counted(null, after);
  }
  const ahead = beforeEnglish.exec(head);
  const after = ahead === null ? null : behindEnglish.exec(tail);
  return ahead === null || after === null ? undefined : counted(ahead, after);
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
    // `79th UNGA | session`: what is a session by its number is one with the word, too.
    const word = /^\d/.test(written) ? behindEnglish.exec(text.slice(end, end + 12)) : null;
    if (word !== null) {
      found.push({ start, end: end + word[0].length, names });
      continue;
    }
    // `meeting of experts` and the like are no bodies; neither is what is a session itself.
    if (!/^[\p{Lu}\p{Lo}]/u.test(written) || mayHold.test(written)) continue;
    const head = text.slice(Math.max(matches[index - 1]?.end ?? 0, start - farthestCount), start);
    const tail = text.slice(end, Math.min(matches[index + 1]?.start ?? text.length, end + farthestCount));
    const count = countAround(head, tail);
    if (count === undefined) continue;
    const { before: ahead, behind: after, value } = count;
    const own = value === undefined ? [] : ownNames(lexicon, written, names, value);
    found.push({ start: start - ahead, end: end + after, names: own.length > 0 ? own : names });
  }
  return found;
}

/** A session that is counted without its body; offsets as above. */
export interface BareSession {
  start: number;
  end: number;
  value: number;
  /** Whether the text says `its`: the body is then named in the same sentence. */
  isOwn: boolean;
  /** Whether it is a meeting: only councils that meet all the year have so many, and they have no records. */
  isMeeting: boolean;
}

/** One that stands behind its body's name, `the Council’s 47th session`, is not alone. */
const behindBody = "(?<![\\p{L}\\d-]|[’']s\\s)";
const alone = [
  `(?<own>(?:its|their) )?(?<n>${englishOrdinal}) (?:and (?:final|last|concluding) )?${englishKind}session(?!s|-| of | for the )`,
  `(?<own>(?:sa|leur) )?(?<n>${frenchOrdinal})(?: et (?:dernière|avant-dernière))? session(?: (?:ordinaire|extraordinaire|annuelle|de fond))?(?! (?:ordinaire|extraordinaire|spéciale|annuelle|de|du|des)(?!\\p{L})| d[’']|s)`,
  `(?<own>su )?(?<n>${spanishOrdinal})(?: y (?:último|penúltimo))? (?:per[ií]odo (?:\\p{L}+ )?de sesiones|sesión)(?: (?:sustantiv|ordinari|anual)\\p{L}*)?(?! (?:sustantiv|ordinari|extraordinari|especial|anual|del|de)|es)`,
  `(?<own>сво\\p{L}{1,3} )?(?<n>${russianOrdinal}) (?:\\p{L}+ )?сесси\\p{L}{1,3}(?!\\p{L}| \\p{Lu}| (?:рабоч|специальн|комитет|совет|комисси|групп|генеральн|конференц))`,
  `(?:(?<own>[بلفو]{0,2}دورت(?:ه|ها|هم))|(?:[وف]?[بكل]?ال|لل)دورة) (?:العادية |السنوية |الموضوعية )?(?<n>${arabicOrdinal})(?!\\p{L}| ل| من )`,
  '(?<own>(?:its|their) )?(?<n>\\d{3,5}(?:st|nd|rd|th)) (?<meeting>meeting)(?!s| of )',
  '(?<own>(?:sa|leur) )?(?<n>\\d{3,5}\\s?e) (?<meeting>réunion|séance)(?! de | du )',
].map((pattern) => new RegExp(behindBody + pattern.replaceAll(' ', '\\s+'), 'giu'));
const aloneInChinese =
  /(?<own>其)?(?<n>第\s?(?:\d{1,3}|[一二三四五六七八九十百]{1,5}))\s?[届屆](?:常会|年度|实质性|實質性)?(?:会议|會議)/gu;

/** @returns the sessions that a text counts without a body, in order; some may be of a name beside them that is known */
export function bareSessions(text: string): BareSession[] {
  const found: BareSession[] = [];
  for (const pattern of [...alone, aloneInChinese]) {
    for (const match of allMatches(pattern, text)) {
      const { own = '', n = '', meeting } = match.groups!;
      const value = valueOfOrdinal(n);
      // In Arabic the possessive is the session's own ending.
      const skipped = /^\p{Script=Arabic}/u.test(own) ? 0 : own.length;
      if (value !== undefined)
        found.push({
          start: match.index + skipped,
          end: match.index + match[0].length,
          value,
          isOwn: own !== '',
          isMeeting: meeting !== undefined,
        });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
