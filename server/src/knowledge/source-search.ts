/**
 * Finding sources by what a researcher remembers of them: a part of the symbol, words of the title, an author, the year, a
 * name of the concept that a document belongs to.
 */
import { packStrings, type Section } from './container.ts';
import type { Knowledge } from './knowledge.ts';
import { type Concept, documentsOf, languages, type Names, type Source } from './record.ts';

/** Letters and digits in lower case, without diacritics; everything else separates words. */
export function searchWords(text: string): string[] {
  return text
    .normalize('NFKD')
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
  return {
    searchWordUnits: strings.units,
    searchWordStarts: strings.starts,
    searchStarts: starts,
    searchPostings: Int32Array.from(postings),
  };
}

/** Compares a word of the index with a prefix: 0 where the word begins with it. */
function comparePrefix(units: Uint16Array, start: number, end: number, prefix: string): number {
  for (let i = 0; i < prefix.length; i++) {
    if (start + i >= end) return -1;
    const difference = units[start + i]! - prefix.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return 0;
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
  let scores: Map<number, number> | undefined;
  for (const word of searchWords(query)) {
    let low = 0;
    let high = wordStarts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comparePrefix(units, wordStarts[middle]!, wordStarts[middle + 1]!, word) < 0) low = middle + 1;
      else high = middle;
    }
    const found = new Map<number, number>();
    for (
      ;
      low < wordStarts.length - 1 && comparePrefix(units, wordStarts[low]!, wordStarts[low + 1]!, word) === 0;
      low++
    ) {
      const whole = wordStarts[low + 1]! - wordStarts[low]! === word.length ? 2 : 1;
      for (let i = starts[low]!; i < starts[low + 1]!; i += 2) {
        const source = postings[i]!;
        const score = postings[i + 1]! * whole;
        if (scores !== undefined && !scores.has(source)) continue;
        if ((found.get(source) ?? 0) < score) found.set(source, score);
      }
    }
    if (scores !== undefined) for (const [source, score] of found) found.set(source, score + scores.get(source)!);
    scores = found;
    if (scores.size === 0) return [];
  }
  const candidates = scores ?? new Map(Array.from({ length: knowledge.sourceCount }, (_, at) => [at, 0]));
  const start = query.toLowerCase();
  const ranked = [...candidates].map(([at, score]) => {
    const source = knowledge.source(knowledge.conceptCount + at);
    const [year = 0, month = 0, day = 0] = source.issued?.['date-parts'][0] ?? [];
    const key = source.id.toLowerCase();
    const keyBonus = start === '' ? 0 : key === start ? 2000 : key.startsWith(start) ? 1000 : 0;
    return { index: knowledge.conceptCount + at, score: score + keyBonus, date: year * 10_000 + month * 100 + day };
  });
  ranked.sort((a, b) => b.score - a.score || b.date - a.date || a.index - b.index);
  return ranked.slice(0, limit).map(({ index }) => index);
}
