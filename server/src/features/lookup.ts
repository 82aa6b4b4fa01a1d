/** Finding a record by what a person calls it: an id, a key, a UN symbol, a name in any case. */
import { searchWords } from '../knowledge/source-search.ts';
import { parseSymbol } from '../recognition/symbol.ts';
import { recordName } from './card.ts';
import type { Field } from './field.ts';

/** Record indexes of what bears an id, key, symbol or name; likeliest first, empty where nothing does. */
export function lookUp(field: Field, text: string): number[] {
  const { knowledge, lexicon } = field;
  const wanted = text.trim();
  const concept = knowledge.conceptIndex(wanted);
  const byId = concept >= 0 ? concept : knowledge.sourceIndex(wanted);
  if (byId >= 0) return [byId];
  const symbol = parseSymbol(wanted);
  const bySymbol = symbol === undefined ? -1 : knowledge.sourceOfSymbol(symbol.symbol);
  if (bySymbol >= 0) return [bySymbol];
  const named = lexicon.named(wanted.replace(/^the\s+/i, ''));
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
    if (['misnomer', 'look-alike'].includes(lexicon.kind(index))) continue;
    const name = lexicon.name(index);
    const words = searchWords(name);
    const shared = words.filter(
      (word) =>
        wanted.has(word) ||
        [...wanted].some((other) => distance(word, other) <= (other.length > 5 ? 2 : 1) && other.length > 3),
    ).length;
    const score =
      shared / Math.max(wanted.size, words.length) + (start !== '' && words.join(' ').startsWith(start) ? 0.2 : 0);
    if (score >= 0.2) scored.push({ name, score });
  }
  scored.sort((a, b) => b.score - a.score || a.name.length - b.name.length);
  return [...new Set(scored.map(({ name }) => name))].slice(0, limit);
}

/** Edits between two words, counted up to 3. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
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
