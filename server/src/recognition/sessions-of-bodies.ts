/** The sessions of a body that have a record of their own, by their number. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { ordinalIn } from './ordinals.ts';

const sessionsOf = new WeakMap<Knowledge, Map<number, ReadonlyMap<number, number>>>();
const ofAssembly = 'ga-regular-session';
const ofAnotherKind = /\b(?:special|emergency|resumed|intersessional|informal|organi[sz]ational)\b/i;

/**
 * @param body a concept's number
 * @returns the number of the concept that is the body's session with an ordinal, or all of its sessions; -1 where there is none
 */
export function sessionOfBody(knowledge: Knowledge, body: number, ordinal: number): number {
  if (!knowledge.isConcept(body)) return -1;
  let known = sessionsOf.get(knowledge);
  if (known === undefined) {
    known = new Map();
    sessionsOf.set(knowledge, known);
  }
  let sessions = known.get(body);
  if (sessions === undefined) {
    sessions = readSessions(knowledge, body);
    known.set(body, sessions);
  }
  // Those of the General Assembly have one concept, which says how they are counted.
  return sessions.get(ordinal) ?? (knowledge.id(body) === 'general-assembly' ? knowledge.conceptIndex(ofAssembly) : -1);
}

function readSessions(knowledge: Knowledge, body: number): ReadonlyMap<number, number> {
  const sessions = new Map<number, number>();
  const id = knowledge.id(body);
  for (const record of knowledge.linked(body)) {
    if (!knowledge.isConcept(record) || knowledge.kind(record) !== 'event') continue;
    const { names, 'part-of': parent } = knowledge.concept(record);
    const { preferred } = names.en;
    if (parent !== id || !/\bsession\b/i.test(preferred) || ofAnotherKind.test(preferred)) continue;
    const ordinal = ordinalIn(preferred);
    if (ordinal !== undefined && !sessions.has(ordinal)) sessions.set(ordinal, record);
  }
  return sessions;
}
