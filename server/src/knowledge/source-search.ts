/**
 * Finding sources by what a researcher remembers of them: a part of the symbol, words of the title, an author, the year, a
 * name of the concept that a document belongs to.
 */
import { packStrings, type Section } from './container.ts';
import type { Knowledge } from './knowledge.ts';
import { type Concept, documentsOf, languages, type Names, type Source } from './record.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
const isAscii = /^[\x00-\x7f]*$/;
const asciiWords = /[a-z0-9]+/g;

/** Letters and digits in lower case, without diacritics; everything else separates words. */
export function searchWords(text: string): string[] {
  // Most words are ASCII, where nothing is to be folded but the case.
  if (isAscii.test(text)) return text.toLowerCase().match(asciiWords) ?? [];
  const decomposed = text.normalize('NFKD');
  const plain = decomposed.replace(/[\u0300-\u036f]+/g, '');
  if (isAscii.test(plain)) return plain.toLowerCase().match(asciiWords) ?? [];
  return decomposed
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Where a word was found; the earlier, the more it counts. */
const fieldWeights = { key: 16, name: 8, author: 6, year: 4, title: 3 } as const;

function allNames(names: Names): string[] {
  const text = (name: string | { name: string }): string => (typeof name === 'string' ? name : name.name);
  return [
    names.preferred,
    ...(names.short === undefined ? [] : [names.short]),
    ...(names.acronyms ?? []).map(text),
    ...(names.variants ?? []).map(text),
  ];
}

/** The inverted index: sorted words, and for each the sources that have it with the weight of the best field. */
export function compileSourceSearch(concepts: readonly Concept[], sources: readonly Source[]): Record<string, Section> {
  const index = new Map<string, Map<number, number>>();
  const add = (text: string, source: number, weight: number): void => {
    for (const word of searchWords(text)) {
      let found = index.get(word);
      if (found === undefined) {
        found = new Map();
        index.set(word, found);
      }
      found.set(source, Math.max(found.get(source) ?? 0, weight));
    }
  };
  const position = new Map(sources.map((source, at) => [source.id, at]));
  sources.forEach((source, at) => {
    add(source.id, at, fieldWeights.key);
    for (const other of source.custom?.['also-issued-as'] ?? []) add(other, at, fieldWeights.key);
    add(source.title, at, fieldWeights.title);
    for (const person of [...(source.author ?? []), ...(source.editor ?? [])]) {
      add([person.family, person.given, person.literal].join(' '), at, fieldWeights.author);
    }
    const year = source.issued?.['date-parts'][0]?.[0];
    if (year !== undefined) add(String(year), at, fieldWeights.year);
    if (source.custom?.['short-title'] !== undefined) add(source.custom['short-title'], at, fieldWeights.name);
  });
  for (const concept of concepts) {
    for (const key of documentsOf(concept)) {
      const at = position.get(key);
      if (at === undefined) continue;
      for (const language of languages) {
        const names = concept.names[language];
        if (names !== undefined) for (const name of allNames(names)) add(name, at, fieldWeights.name);
      }
    }
  }
  const words = [...index.keys()].sort();
  const strings = packStrings(words);
  const starts = new Uint32Array(words.length + 1);
  const postings: number[] = [];
  words.forEach((word, at) => {
    for (const [source, weight] of [...index.get(word)!].sort((a, b) => a[0] - b[0])) postings.push(source, weight);
    starts[at + 1] = postings.length;
  });
  const foldedKeys = sources.map((source) => foldKey(source.id));
  const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    sourceDates: Int32Array.from(sources, (source) => {
      const [year = 0, month = 0, day = 0] = source.issued?.['date-parts'][0] ?? [];
      return year * 10_000 + month * 100 + day;
    }),
    sourcesByKey: Int32Array.from(
      sources.map((_, at) => at).sort((a, b) => compareText(foldedKeys[a]!, foldedKeys[b]!) || a - b),
    ),
    searchWordUnits: strings.units,
    searchWordStarts: strings.starts,
    searchStarts: starts,
    searchPostings: Int32Array.from(postings),
  };
}

/** The positions of the first string that does not come before `prefix`, and of the first after all that begin with it. */
function prefixRange(
  count: number,
  compare: (position: number, prefix: string) => number,
  prefix: string,
): [from: number, to: number] {
  const firstWith = (isBeyond: (comparison: number) => boolean): number => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBeyond(compare(middle, prefix))) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return [firstWith((comparison) => comparison >= 0), firstWith((comparison) => comparison > 0)];
}

/** Compares `[start, end)` of `units` with a prefix: 0 where it begins with it. */
function comparePrefix(
  units: Uint16Array,
  start: number,
  end: number,
  prefix: string,
  fold: (unit: number) => number = (unit) => unit,
): number {
  for (let i = 0; i < prefix.length; i++) {
    if (start + i >= end) return -1;
    const difference = fold(units[start + i]!) - prefix.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Keys are compared without regard to the case of ASCII letters. */
const foldKeyUnit = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit);
const foldKey = (key: string): string => key.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * How many postings of one word are read at most. A dataset of a hundred thousand records has so many for a single
 * letter only; the list of fifty that such a query gives is then one of its possible lists.
 */
const mostPostings = 25_000;
/** How many keys that begin with the query are looked at. */
const mostKeys = 1_000;

/** The best of many by rank: higher ranks first, among equals the earlier position. Kept as a heap with the worst on top. */
class Best {
  private readonly heap: { at: number; rank: number }[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(at: number, rank: number): void {
    const { heap, limit } = this;
    if (heap.length === limit) {
      const worst = heap[0];
      if (worst === undefined || rank < worst.rank || (rank === worst.rank && at > worst.at)) return;
      heap[0] = { at, rank };
      this.sinkTop();
      return;
    }
    heap.push({ at, rank });
    for (let place = heap.length - 1; place > 0; ) {
      const above = (place - 1) >> 1;
      if (!this.isWorse(place, above)) break;
      this.swap(place, above);
      place = above;
    }
  }

  positions(): number[] {
    return this.heap.toSorted((a, b) => b.rank - a.rank || a.at - b.at).map(({ at }) => at);
  }

  private sinkTop(): void {
    const { heap } = this;
    for (let place = 0; ; ) {
      let worst = place;
      for (const below of [2 * place + 1, 2 * place + 2])
        if (below < heap.length && this.isWorse(below, worst)) worst = below;
      if (worst === place) return;
      this.swap(place, worst);
      place = worst;
    }
  }

  private isWorse(one: number, other: number): boolean {
    const a = this.heap[one]!;
    const b = this.heap[other]!;
    return a.rank < b.rank || (a.rank === b.rank && a.at > b.at);
  }

  private swap(one: number, other: number): void {
    const { heap } = this;
    [heap[one], heap[other]] = [heap[other]!, heap[one]!];
  }
}

/**
 * Sources for a query, best first: every word of the query must begin a word of the source. A query that begins the key
 * counts most, then names of concepts, authors, year, title; among equals the newer source comes first.
 *
 * @param query as typed: `A/RES/7`, `gge 2015`, `tunis`; an empty one gives the newest sources
 * @returns record indexes, at most `limit`
 */
export function searchSources(knowledge: Knowledge, query: string, limit: number): number[] {
  const units = knowledge.section('searchWordUnits', Uint16Array);
  const wordStarts = knowledge.section('searchWordStarts', Uint32Array);
  const starts = knowledge.section('searchStarts', Uint32Array);
  const postings = knowledge.section('searchPostings', Int32Array);
  const dates = knowledge.section('sourceDates', Int32Array);
  const { sourceCount, conceptCount } = knowledge;
  const rank = (source: number, score: number): number => score * 1e9 + dates[source]!;
  const best = new Best(limit);
  const start = foldKey(query);
  const keys = knowledge.section('sourcesByKey', Int32Array);
  const compareKey = (position: number, prefix: string): number => {
    const [keyStart, keyEnd] = knowledge.idRange(conceptCount + keys[position]!);
    return comparePrefix(knowledge.idUnits, keyStart, keyEnd, prefix, foldKeyUnit);
  };
  /** The sources whose key begins with the query, each with what that counts. */
  const byKey = new Map<number, number>();
  if (start !== '') {
    const [from, to] = prefixRange(keys.length, compareKey, start);
    for (let position = from; position < Math.min(to, from + mostKeys); position++) {
      const [keyStart, keyEnd] = knowledge.idRange(conceptCount + keys[position]!);
      byKey.set(keys[position]!, keyEnd - keyStart === start.length ? 2000 : 1000);
    }
  }
  if (byKey.size >= limit) {
    // They go before all others, so that the words need not be looked up.
    for (const [source, score] of byKey) best.add(source, rank(source, score));
    return best.positions().map((source) => conceptCount + source);
  }

  const words = searchWords(query).slice(0, 200);
  const compareWord = (position: number, prefix: string): number =>
    comparePrefix(units, wordStarts[position]!, wordStarts[position + 1]!, prefix);
  const ranges = words.map((word) => {
    const [from, to] = prefixRange(wordStarts.length - 1, compareWord, word);
    return { from, to, length: word.length, postings: (starts[to]! - starts[from]!) / 2 };
  });
  // The rarest word first: of the others only what it left is looked at.
  ranges.sort((a, b) => a.postings - b.postings);
  const total = new Int32Array(sourceCount);
  /** How many of the words each source has, counted as long as it has all of them. */
  const matched = new Uint8Array(sourceCount);
  let found: number[] = [];
  for (const [turn, { from, to, length }] of ranges.entries()) {
    const scores = new Int32Array(sourceCount);
    found = [];
    let read = 0;
    for (let position = from; position < to && read < mostPostings; position++) {
      const whole = wordStarts[position + 1]! - wordStarts[position]! === length ? 2 : 1;
      read += (starts[position + 1]! - starts[position]!) / 2;
      for (let i = starts[position]!; i < starts[position + 1]!; i += 2) {
        const source = postings[i]!;
        const score = postings[i + 1]! * whole;
        if (matched[source] === turn) {
          matched[source] = turn + 1;
          found.push(source);
        } else if (matched[source] !== turn + 1) continue;
        if (scores[source]! < score) scores[source] = score;
      }
    }
    for (const source of found) total[source]! += scores[source]!;
  }
  if (words.length === 0 && start === '')
    for (let source = 0; source < sourceCount; source++) best.add(source, rank(source, 0));
  for (const [source, score] of byKey) best.add(source, rank(source, total[source]! + score));
  for (const source of found) if (!byKey.has(source)) best.add(source, rank(source, total[source]!));
  return best.positions().map((source) => conceptCount + source);
}
