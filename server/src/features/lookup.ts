/** Finding a record by what a person calls it: an id, a key, a UN symbol, a name in any case. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { searchWords } from '../knowledge/source-search.ts';
import type { Library } from '../library/library.ts';
import { isOffered } from '../recognition/names.ts';
import { writtenDocument } from '../recognition/written-document.ts';
import { recordName } from './card.ts';
import type { Field } from './field.ts';

/** Record indexes of what bears an id, key, symbol or name; likeliest first, empty where nothing does. */
export function lookUp(field: Field, text: string): number[] {
  const { knowledge, lexicon } = field;
  const wanted = text.trim();
  const concept = knowledge.conceptIndex(wanted);
  const byId = concept >= 0 ? concept : knowledge.sourceIndex(wanted);
  if (byId >= 0) return [byId];
  const symbol = writtenDocument(wanted)?.number;
  const bySymbol = symbol === undefined ? -1 : knowledge.sourceOfSymbol(symbol);
  if (bySymbol >= 0) return [bySymbol];
  const whole = lexicon.named(wanted.replace(/^the\s+/i, ''));
  const named = whole.length > 0 || symbol === undefined ? whole : lexicon.named(symbol);
  const right = named.filter((name) => lexicon.kind(name) !== 'misnomer');
  return [...new Set((right.length > 0 ? right : named).map((name) => lexicon.record(name)))];
}

/** Names like what was asked for: those that share most of its words, then its beginning. */
export function nearestNames(field: Field, text: string, limit: number): string[] {
  const { lexicon } = field;
  const wanted = new Set(searchWords(text));
  const start = searchWords(text).join(' ').slice(0, 4);
  const scored: { name: string; score: number }[] = [];
  for (let index = 0; index < lexicon.nameCount; index++) {
    if (!isOffered(lexicon.kind(index))) continue;
    const name = lexicon.name(index);
    const words = searchWords(name);
    const shared = words.filter(
      (word) =>
        wanted.has(word) ||
        [...wanted].some((other) => editsUpTo(word, other, 2) <= (other.length > 5 ? 2 : 1) && other.length > 3),
    ).length;
    const score =
      shared / Math.max(wanted.size, words.length) + (start !== '' && words.join(' ').startsWith(start) ? 0.2 : 0);
    if (score >= 0.2) scored.push({ name, score });
  }
  scored.sort((a, b) => b.score - a.score || a.name.length - b.name.length);
  return [...new Set(scored.map(({ name }) => name))].slice(0, limit);
}

/**
 * Citation keys of library and dataset that are written almost like another: those that differ by letters' case only, then by
 * up to two edits (three in a key of more than twelve letters).
 */
export function nearestKeys(field: Field, library: Library, key: string, limit: number): string[] {
  const { knowledge } = field;
  const wanted = key.toLowerCase();
  const most = wanted.length > 12 ? 3 : wanted.length > 3 ? 2 : 1;
  const near: { key: string; edits: number }[] = [];
  for (const own of library.keys()) {
    if (Math.abs(own.length - wanted.length) > most) continue;
    const edits = editsUpTo(wanted, own.toLowerCase(), most);
    if (edits <= most) near.push({ key: own, edits });
  }
  for (const [at, other] of foldedKeys(knowledge).entries()) {
    const edits = editsUpTo(wanted, other, most);
    if (edits <= most) near.push({ key: knowledge.id(knowledge.conceptCount + at), edits });
  }
  near.sort((a, b) => a.edits - b.edits);
  return [...new Set(near.map((one) => one.key))].slice(0, limit);
}

const foldedKeysOf = new WeakMap<Knowledge, readonly string[]>();

/** The keys of the dataset's sources in small letters, in their order; read once, when they are first asked for. */
function foldedKeys(knowledge: Knowledge): readonly string[] {
  let keys = foldedKeysOf.get(knowledge);
  if (keys === undefined) {
    const first = knowledge.conceptCount;
    keys = Array.from({ length: knowledge.sourceCount }, (_, at) => knowledge.id(first + at).toLowerCase());
    foldedKeysOf.set(knowledge, keys);
  }
  return keys;
}

/** Two rows of the table of edits, used again and again: a list of keys has tens of thousands of comparisons. */
const longestCompared = 255;
const rows = [new Uint8Array(longestCompared + 1), new Uint8Array(longestCompared + 1)] as const;

/** Edits between two texts, or more than `most` where there are more; only places near the diagonal are looked at. */
function editsUpTo(a: string, b: string, most: number): number {
  let from = 0;
  let aEnd = a.length;
  let bEnd = b.length;
  if (Math.abs(aEnd - bEnd) > most || Math.max(aEnd, bEnd) > longestCompared) return most + 1;
  while (from < aEnd && from < bEnd && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  while (aEnd > from && bEnd > from && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--;
    bEnd--;
  }
  const width = bEnd - from;
  let [row, next]: readonly Uint8Array[] = rows;
  for (let j = 0; j <= width; j++) row![j] = j;
  for (let i = 1; from + i <= aEnd; i++) {
    next!.fill(most + 1, 0, width + 1);
    next![0] = i;
    let least = i;
    const code = a.charCodeAt(from + i - 1);
    for (let j = Math.max(1, i - most); j <= Math.min(width, i + most); j++) {
      const replaced = row![j - 1]! + (code === b.charCodeAt(from + j - 1) ? 0 : 1);
      const edits = Math.min(row![j]! + 1, next![j - 1]! + 1, replaced);
      next![j] = edits;
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    [row, next] = [next, row];
  }
  return row![width]!;
}

/** A record as a list offers it. */
export interface Choice {
  record: number;
  label: string;
  /** Its kind, or for a source its key. */
  description: string;
}

/** Every concept, for a list to choose from. */
export function allConcepts(field: Field): Choice[] {
  const { knowledge } = field;
  return Array.from({ length: knowledge.conceptCount }, (_, index) => ({
    record: index,
    label: recordName(field, index),
    description: knowledge.kind(index),
  }));
}
