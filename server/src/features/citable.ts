/** What can be cited in a draft: entries of the user's library and sources of the dataset, each document once. */
import { cleanText } from '../citing/clean-text.ts';
import type { ReadableText } from '../draft/draft-text.ts';
import { readableCslDate } from '../knowledge/dates.ts';
import type { Source } from '../knowledge/record.ts';
import { searchSources, searchWords } from '../knowledge/source-search.ts';
import { documentIdentifiers, doiOf } from '../library/document-identifiers.ts';
import type { Library, LibraryEntry, LibraryItem, SearchFields } from '../library/library.ts';
import { parseSymbol, symbolsOf } from '../recognition/symbol.ts';
import type { Field } from './field.ts';

/** A document under the key that this draft cites it by. Of the user's entry no more is read than is asked for. */
export interface Citable {
  readonly key: string;
  readonly title: string;
  /** As exact as a list shows it: `5 December 2018`, `2016`; empty where there is none. */
  readonly date: string;
  readonly persons: string;
  /** The user's entry, where their library has the document. */
  readonly entry?: LibraryEntry;
  /** Record index in the dataset; -1 where the dataset does not have the document. */
  readonly record: number;
  /** What is formatted and shown: the user's data where they have any. */
  readonly source: Source;
}

/** The source of the dataset that a citation key names, under its own symbol or another of the same document; -1 where none is known. */
export function sourceOfKey(field: Field, key: string): number {
  const index = field.knowledge.sourceIndex(key);
  if (index >= 0) return index;
  const symbol = parseSymbol(key);
  return symbol === undefined ? -1 : field.knowledge.sourceOfSymbol(symbol.symbol);
}

/**
 * The key that was meant where pandoc ends one at a bracket (`@S/RES/2341(2017)`), as it has to be written; undefined where
 * the dataset has no such source.
 *
 * @param start of the `@`, in UTF-16 units
 */
export function keyInBraces(field: Field, text: ReadableText, start: number, key: string): string | undefined {
  const end = start + 1 + key.length;
  const rest = /^\([^()\s]{1,20}\)/.exec(text.slice(end, end + 24))?.[0];
  return rest !== undefined && sourceOfKey(field, key + rest) >= 0 ? `@{${key}${rest}}` : undefined;
}

/** What a citation key stands for: the user's entry before the dataset's, as pandoc will read it; undefined where neither has it. */
export function citable(field: Field, library: Library, key: string): Citable | undefined {
  const entry = library.entry(key);
  if (entry !== undefined) return new CitableEntry(field, entry);
  const record = sourceOfKey(field, key);
  return record < 0 ? undefined : ofRecord(field, record, key);
}

/** A source of the dataset, under the key of the user's entry where they have the document themselves. */
export function citableRecord(field: Field, library: Library, record: number): Citable {
  const entry = entryOfSource(library, field.knowledge.source(record));
  return entry === undefined ? ofRecord(field, record) : new CitableEntry(field, entry, record);
}

function ofRecord(field: Field, record: number, key?: string): Citable {
  const source = field.knowledge.source(record);
  return {
    key: key ?? source.id,
    title: source.custom?.['short-title'] ?? source.title,
    date: readableCslDate(source.issued) ?? '',
    get persons() {
      const names = [...(source.author ?? []), ...(source.editor ?? [])];
      return names.map(({ literal = '', given = '', family = '' }) => `${literal} ${given} ${family}`).join(' ');
    },
    record,
    source,
  };
}

/** The fields of entries that were listed: reading them anew at each letter that is typed would take time. */
const knownFields = new WeakMap<LibraryEntry, SearchFields>();

function fieldsOf(entry: LibraryEntry): SearchFields {
  let fields = knownFields.get(entry);
  if (fields === undefined) {
    fields = entry.searchFields;
    knownFields.set(entry, fields);
  }
  return fields;
}

class CitableEntry implements Citable {
  readonly entry: LibraryEntry;
  private readonly field: Field;
  private knownRecord: number | undefined;

  constructor(field: Field, entry: LibraryEntry, record?: number) {
    this.field = field;
    this.entry = entry;
    this.knownRecord = record;
  }

  get key(): string {
    return this.entry.key;
  }

  get title(): string {
    return cleanText(fieldsOf(this.entry).title);
  }

  get date(): string {
    return fieldsOf(this.entry).year;
  }

  get persons(): string {
    return fieldsOf(this.entry).persons;
  }

  get record(): number {
    if (this.knownRecord === undefined) {
      const own = sourceOfKey(this.field, this.entry.key);
      const symbol = own < 0 ? symbolOfItem(this.entry.item) : undefined;
      this.knownRecord = symbol === undefined ? own : this.field.knowledge.sourceOfSymbol(symbol);
    }
    return this.knownRecord;
  }

  /** The user's item in the shape of a source, with what the dataset says of the same document beyond CSL's variables. */
  get source(): Source {
    const { record, entry } = this;
    const details = record < 0 ? undefined : this.field.knowledge.source(record).custom;
    return { ...entry.item, id: entry.key, custom: details ?? {} };
  }
}

/** The symbol of the UN document that an item is; undefined where it is none. */
export function symbolOfItem({ type, number, title, URL: url, DOI: doi }: LibraryItem): string | undefined {
  for (const identifier of documentIdentifiers({ type, number, title, url, doi })) {
    const symbol = parseSymbol(identifier)?.symbol;
    if (symbol !== undefined) return symbol;
  }
  return undefined;
}

/** The user's entry of a document of the dataset: under the same key, symbol or DOI. */
function entryOfSource(library: Library, source: Source): LibraryEntry | undefined {
  if (library.size === 0) return undefined;
  const sameKey = library.entry(source.id);
  if (sameKey !== undefined) return sameKey;
  const doi = doiOf(source.DOI)?.toLowerCase();
  const sameDoi = doi === undefined ? undefined : library.ofDocument(doi);
  if (sameDoi !== undefined) return sameDoi;
  for (const written of [source.id, ...(source.custom?.['also-issued-as'] ?? [])]) {
    const parsed = parseSymbol(written);
    for (const symbol of parsed === undefined ? [] : symbolsOf(parsed)) {
      const entry = library.entry(symbol) ?? library.ofDocument(symbol.toLowerCase());
      if (entry !== undefined) return entry;
    }
  }
  return undefined;
}

/** How much a word counts by where it stands; names of concepts count as titles do. */
const weights = { key: 16, author: 6, year: 4, title: 3 } as const;

/** The words of a source with the weight of the best place of each. */
const wordsOfSource = new WeakMap<object, ReadonlyMap<string, number>>();

function sourceWords(one: Citable): ReadonlyMap<string, number> {
  const owner = one.entry ?? one.source;
  let words = wordsOfSource.get(owner);
  if (words === undefined) {
    const found = new Map<string, number>();
    const add = (text: string, weight: number): void => {
      for (const word of searchWords(text)) found.set(word, Math.max(found.get(word) ?? 0, weight));
    };
    add(one.entry === undefined ? cleanText(one.source.title) : one.title, weights.title);
    add(one.date.slice(-4), weights.year);
    add(one.persons, weights.author);
    add(one.key, weights.key);
    words = found;
    wordsOfSource.set(owner, words);
  }
  return words;
}

/** How well a source fits a query: its key before all, then each word by where it stands, whole words twice. */
function fit(one: Citable, query: string, words: readonly string[]): number {
  const key = one.key.toLowerCase();
  const start = query.toLowerCase();
  if (start !== '' && key.startsWith(start)) return key === start ? 2000 : 1000;
  let score = 0;
  const own = sourceWords(one);
  for (const word of words) {
    let best = 0;
    for (const [other, weight] of own)
      if (other.startsWith(word)) best = Math.max(best, other.length === word.length ? 2 * weight : weight);
    // It stands in the name of a concept.
    score += best === 0 ? weights.title : best;
  }
  return score;
}

/** The least part of a full list that the dataset's own sources have where they fit. */
const leastShare = 0.3;

/**
 * What fits a query, the best first; on equal fit the user's entries come before the dataset's. A document that both have is
 * the user's.
 *
 * @param query as typed: words of key, title, author, year, symbol, or (for documents of the dataset) names of concepts
 */
export function searchCitable(field: Field, library: Library, query: string, limit: number): Citable[] {
  const theirs = library.search(query, limit).map((entry): Citable => new CitableEntry(field, entry));
  const known = new Set(theirs.map(({ key }) => key));
  const ours: Citable[] = [];
  for (const record of searchSources(field.knowledge, query, limit)) {
    const found = citableRecord(field, library, record);
    if (!known.has(found.key)) ours.push(found);
    known.add(found.key);
  }
  if (theirs.length === 0) return ours;
  const words = searchWords(query).slice(0, 12);
  const share = Math.min(ours.length, Math.floor(limit * leastShare));
  const merged: Citable[] = [];
  let [here, there] = [0, 0];
  while (merged.length < limit && (here < theirs.length || there < ours.length)) {
    const left = theirs[here];
    const right = ours[there];
    const isTheirs =
      left !== undefined &&
      here < limit - share &&
      (right === undefined || fit(left, query, words) >= fit(right, query, words));
    if (isTheirs) merged.push(theirs[here++]!);
    else if (right !== undefined) merged.push(ours[there++]!);
    else break;
  }
  return merged;
}
