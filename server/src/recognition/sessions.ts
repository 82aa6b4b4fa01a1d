/**
 * Sessions and phases with what they are of: `the eighth substantive session of the Open-ended Working Group`. Records write
 * some of these names out; where the parent stands behind in other words, both together are the one name.
 */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Mention } from './naming.ts';

const part = /(?:session|meeting|phase|round|sesi[oó]n|sesiones|fase|r[ée]union)$/iu;
/** What stands between a session and its parent. */
const connector = String.raw`\s+(?:of|du|de la|de l[’']|del|de los|de las)\s*(?:the\s+)?$`;
const ofParent = new RegExp(`^${connector}`, 'iu');
const behindConnector = new RegExp(connector, 'iu');

/** Whether a range may be one half of such a name: a cheap look at the text around it. */
export function mayBePart(text: string, { start, end }: { start: number; end: number }): boolean {
  return (
    part.test(text.slice(Math.max(start, end - 12), end)) ||
    behindConnector.test(` ${text.slice(Math.max(0, start - 10), start)}`)
  );
}

/**
 * Joins each session to the parent behind it.
 *
 * @param text the block that the mentions are of
 * @returns the same list where nothing is joined
 */
export function withParents(knowledge: Knowledge, mentions: readonly Mention[], text: string): readonly Mention[] {
  let joined: Mention[] | undefined;
  for (let i = 0; i + 1 < mentions.length; i++) {
    const one = mentions[i]!;
    const parent = mentions[i + 1]!;
    if (one.record < 0 || !knowledge.isConcept(one.record) || knowledge.kind(one.record) !== 'event') continue;
    if (!part.test(text.slice(one.start, one.end)) || !ofParent.test(text.slice(one.end, parent.start))) continue;
    const linked = knowledge.linked(one.record);
    if (!parent.candidates.some((candidate) => linked.includes(candidate))) continue;
    joined ??= [...mentions];
    joined[i + 1] = { ...one, end: parent.end };
    joined[i] = joined[i + 1]!;
  }
  return joined === undefined ? mentions : joined.filter((mention, index) => mention !== joined[index + 1]);
}
