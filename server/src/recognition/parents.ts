/**
 * Names that go on into the name of what the thing is a part of: `the eighth substantive session of the Open-ended Working
 * Group`, `UN Panel of Experts`. Records write some of these out; in other words, both together are the one name. An ordinal
 * before a session in general belongs to it: `71st session of the General Assembly`.
 */
import type { ReadableText } from '../draft/draft-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Mention } from './naming.ts';
import { countAround, farthestCount, mayNumberSessions } from './numbered-sessions.ts';
import { ordinalIn, ordinalLength } from './ordinals.ts';
import { sessionOfBody } from './sessions-of-bodies.ts';

const part = /(?:session|meeting|phase|round|sesi[oó]n|sesiones|fase|r[ée]union|сесси\p{L}{1,3})$/iu;
/** What stands between a session and its parent. */
const connector = String.raw`\s+(?:of|du|de la|de l[’']|del|de los|de las)\s*(?:the\s+)?$`;
const ofParent = new RegExp(`^${connector}`, 'iu');
const behindConnector = new RegExp(connector, 'iu');
/** What says no more of a session than its ordinal. */
const onlySession =
  /^[\p{L}\d]+(?:[- ]\p{L}+){0,3} (?:session|sesión|per[ií]odo (?:\p{L}+ )?de sesiones|сесси\p{L}{1,3})$/iu;
const generalSession = /^(?:(?:regular|annual|substantive) )?(?:sessions?|période|período|сесси|очередн)/iu;
const assembly = /(?:大会|大會|联大|聯大)$/u;
/** How much of the text before a session is looked at for its ordinal, in UTF-16 units. */
export const ordinalReach = 24;
/** What stands between an organization and a part of it: `OSCE IWG`, `United Nations (UN) Security Council`. */
const besideEachOther = /^(?:\s*\([\p{Lu}\d][\p{L}\d.&/ -]{1,12}\))?[ \u00a0\n]$/u;
const bracketBehind = /^\s*\([\p{Lu}\d][\p{L}\d.&/ -]{1,12}\)[ \u00a0\n]+["“]?[\p{Lu}\d]/u;
const behindBracket = /\)[ \u00a0\n]+$/;
const behindCapital = /\p{Lu}[\p{L}\d.]*[ \u00a0\n]+$/u;
const beforeCapital = /^[ \u00a0\n]+["“]?[\p{Lu}\d]/u;

/** Whether a range may be one half of such a name: a cheap look at the text around it. */
export function mayBePart(text: ReadableText, { start, end }: { start: number; end: number }): boolean {
  return (
    part.test(text.slice(Math.max(start, end - 12), end)) ||
    behindConnector.test(` ${text.slice(Math.max(0, start - 10), start)}`) ||
    hasCapitalBefore(text, start) ||
    hasCapitalBehind(text, end)
  );
}

function hasCapitalBefore(text: ReadableText | string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 40), offset);
  return behindCapital.test(before) || behindBracket.test(before);
}

const hasCapitalBehind = (text: ReadableText | string, offset: number): boolean =>
  beforeCapital.test(text.slice(offset, offset + 4)) || bracketBehind.test(text.slice(offset, offset + 20));

/** Whether a concept is a part of another, or of a part of it; the agencies of the UN system are parts of the United Nations. */
function isPartOf(knowledge: Knowledge, part: number, whole: number): boolean {
  let at = part;
  for (let steps = 0; steps < 5 && knowledge.isConcept(at); steps++) {
    const parent = knowledge.concept(at)['part-of'];
    if (parent === undefined) return false;
    at = knowledge.conceptIndex(parent);
    if (at === whole || (parent === 'un-system' && knowledge.id(whole) === 'united-nations')) return true;
  }
  return false;
}

/** Whether what stands between a session and a name makes this its parent; in Russian that is the case. */
const isBetweenParts = (session: string, between: string): boolean =>
  ofParent.test(between) || (/\p{Script=Cyrillic}$/u.test(session) && /^\s+$/.test(between));

/** Whether a session stands before its parent: `session of the Group`. */
function isSessionOf(knowledge: Knowledge, one: Mention, parent: Mention, text: string): boolean {
  if (!knowledge.isConcept(one.record) || knowledge.kind(one.record) !== 'event') return false;
  const written = text.slice(one.start, one.end);
  if (!part.test(written) || !isBetweenParts(written, text.slice(one.end, parent.start))) return false;
  const linked = knowledge.linked(one.record);
  return parent.candidates.some((candidate) => linked.includes(candidate));
}

/**
 * A general name of a session that goes on into what it is not of: `the sixth session` of another body than that which was near.
 *
 * @returns the body's own session with that ordinal, where there is one
 */
function sessionOfAnother(
  knowledge: Knowledge,
  one: Mention,
  parent: Mention,
  text: string,
): { record: number } | undefined {
  if (!knowledge.isConcept(one.record) || knowledge.kind(one.record) !== 'event' || parent.record < 0) return undefined;
  const written = text.slice(one.start, one.end);
  if (!onlySession.test(written) || !isBetweenParts(written, text.slice(one.end, parent.start))) return undefined;
  // `the eighth session of the UN's working group` is of what comes next.
  if (isPartOf(knowledge, one.record, parent.record)) return undefined;
  const ordinal = ordinalIn(written);
  return {
    record: ordinal === undefined || !part.test(written) ? -1 : sessionOfBody(knowledge, parent.record, ordinal),
  };
}

/** Whether an organization stands right before a part of it. */
const isOwnPart = (knowledge: Knowledge, organization: Mention, own: Mention, text: string): boolean =>
  own.record >= 0 &&
  besideEachOther.test(text.slice(organization.end, own.start)) &&
  // In other scripts the part stands before.
  /^[A-Z0-9]/.test(text.slice(own.start, own.start + 1)) &&
  hasCapitalBefore(text, own.start) &&
  hasCapitalBehind(text, organization.end) &&
  isPartOf(knowledge, own.record, organization.record);

const ofThe = /^\s+of\s+(?:the\s+)?$/iu;
/** Whether what stands between a body and a session makes the body one of it; Russian says that by its case. */
const isOfSession = (body: string, between: string): boolean =>
  ofThe.test(between) || (/\p{Script=Cyrillic}$/u.test(body) && /^\s+$/u.test(between));
const withoutOrdinal = (between: string): string => between.slice(0, between.length - ordinalLength(between));

/** `the Second Committee of the 69th session of the General Assembly`: whether a part stands before such a session of its whole. */
const isPartOfSession = (knowledge: Knowledge, one: Mention, session: Mention, text: string): boolean =>
  session.record >= 0 &&
  knowledge.isConcept(one.record) &&
  knowledge.kind(one.record) === 'body' &&
  knowledge.isConcept(session.record) &&
  (knowledge.kind(session.record) === 'event' || knowledge.kind(session.record) === 'term') &&
  isOfSession(text.slice(one.start, one.end), withoutOrdinal(text.slice(one.end, session.start))) &&
  isPartOf(knowledge, one.record, knowledge.conceptIndex(knowledge.concept(session.record)['part-of'] ?? ''));

/** Whether a mention may be a head with a counted session: `the 47th session of the Council`. */
export const mayHaveSession = (mention: Mention): boolean =>
  mention.name < 0 && mention.record >= 0 && mention.via === 'name' && mention.pinpoint === undefined;

/** Gives heads that stand for bodies the number of the session that stands beside them. */
function withSessions(knowledge: Knowledge, mentions: readonly Mention[], text: string): readonly Mention[] {
  if (!mentions.some(mayHaveSession) || !mayNumberSessions(text)) return mentions;
  return mentions.map((mention, index): Mention => {
    if (!mayHaveSession(mention) || !knowledge.isConcept(mention.record)) return mention;
    const { start, end, record } = mention;
    const count = countAround(
      text.slice(Math.max(mentions[index - 1]?.end ?? 0, start - farthestCount), start),
      text.slice(end, Math.min(mentions[index + 1]?.start ?? text.length, end + farthestCount)),
    );
    if (count === undefined) return mention;
    const own = count.value === undefined ? -1 : sessionOfBody(knowledge, record, count.value);
    const whole = { ...mention, start: start - count.before, end: end + count.behind };
    return own < 0 ? whole : { ...whole, record: own, candidates: [own] };
  });
}

/** Whether a mention in brackets stands behind what it means. */
const isAbbreviationOf = (organization: Mention, abbreviation: Mention, text: string): boolean =>
  abbreviation.record === organization.record &&
  /^\s*\($/.test(text.slice(organization.end, abbreviation.start)) &&
  text.startsWith(')', abbreviation.end);

/** How long the ordinal is that stands before a session in general, or before an assembly that Chinese counts so; 0 for none. */
function countLength(text: ReadableText | string, { start, end }: { start: number; end: number }): number {
  if (!generalSession.test(text.slice(start, end)) && !assembly.test(text.slice(Math.max(start, end - 2), end)))
    return 0;
  const before = text.slice(Math.max(0, start - ordinalReach), start);
  // `67 período de sesiones`: Spanish often leaves out the sign.
  const plain = /^per[ií]odo/i.test(text.slice(start, end))
    ? /(?<![\d.,])\d{1,3}\s+$/.exec(before)?.[0].length
    : undefined;
  return plain ?? ordinalLength(before);
}

/** Whether an ordinal belongs to a range. */
export const isCounted = (text: ReadableText, range: { start: number; end: number }): boolean =>
  countLength(text, range) > 0;

/** Gives sessions in general, and assemblies that Chinese counts so, the ordinal before them. */
function withOrdinals(mentions: readonly Mention[], text: string): readonly Mention[] {
  let counted: Mention[] | undefined;
  for (const [index, mention] of mentions.entries()) {
    const { start } = mention;
    const length = countLength(text, mention);
    if (length === 0 || (mentions[index - 1]?.end ?? 0) > start - length) continue;
    counted ??= [...mentions];
    counted[index] = { ...mention, start: start - length };
  }
  return counted ?? mentions;
}

/**
 * Joins each session to the parent behind it, each organization to the part of it behind it, and heads to the number of their session.
 *
 * @param text the block that the mentions are of
 * @returns the same list where nothing is joined
 */
export function withParents(knowledge: Knowledge, mentions: readonly Mention[], text: string): readonly Mention[] {
  let joined: Mention[] | undefined;
  for (let i = 0; i + 1 < mentions.length; i++) {
    const one = joined?.[i] ?? mentions[i]!;
    const next = mentions[i + 1]!;
    if (one.record < 0) continue;
    // `United Nations (UN) Security Council`: the abbreviation stands for the organization.
    const behind = isAbbreviationOf(one, next, text) ? mentions[i + 2] : undefined;
    if (behind !== undefined && isOwnPart(knowledge, one, behind, text)) {
      joined ??= [...mentions];
      joined.fill({ ...behind, start: one.start }, i, i + 3);
      continue;
    }
    const whole = isSessionOf(knowledge, one, next, text)
      ? { ...one, end: next.end }
      : isOwnPart(knowledge, one, next, text)
        ? { ...next, start: one.start }
        : isPartOfSession(knowledge, one, next, text)
          ? { ...one, end: next.end }
          : undefined;
    if (whole !== undefined) {
      joined ??= [...mentions];
      joined[i + 1] = whole;
      joined[i] = whole;
      continue;
    }
    const other = sessionOfAnother(knowledge, one, next, text);
    if (other === undefined) continue;
    joined ??= [...mentions];
    const { record } = other;
    joined[i + 1] =
      record >= 0 ? { ...one, end: next.end, record, candidates: [record] } : { ...next, start: one.start };
    joined[i] = joined[i + 1]!;
  }
  const whole = joined === undefined ? mentions : joined.filter((mention, index) => mention !== joined[index + 1]);
  return withSessions(knowledge, withOrdinals(whole, text), text);
}
