/** One bibliography file, read: its entries, what is wrong with it, and an index of its words. */
import { documentIdentifiers } from './document-identifiers.ts';
import type { LibraryEntry, LibraryItem, LibraryProblem, SearchFields } from './library.ts';
import { type Reference, type ReferenceReader, readReferences } from './reference-reader.ts';
import { type WordIndex, WordIndexBuilder } from './word-index.ts';

/** An entry whose item is made when it is first asked for. */
class FileEntry implements LibraryEntry {
  readonly key: string;
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly aliases: readonly string[];
  private readonly reader: ReferenceReader;
  /** The entry in the reader's text; for one that is broken now, the last that could be read. */
  private readonly readable: Reference;
  private made: LibraryItem | undefined;

  constructor(uri: string, reference: Reference, reader: ReferenceReader, readable = reference) {
    this.uri = uri;
    this.key = reference.key;
    this.start = reference.start;
    this.end = reference.end;
    this.keyStart = reference.keyStart;
    this.keyEnd = reference.keyEnd;
    this.aliases = readable.aliases ?? [];
    this.reader = reader;
    this.readable = readable;
  }

  get item(): LibraryItem {
    this.made ??= this.reader.item(this.readable);
    return this.made;
  }

  get attachments(): readonly string[] {
    return this.reader.attachments(this.readable);
  }

  get searchFields(): SearchFields {
    return this.reader.searchFields(this.readable);
  }

  get identifiers(): string[] {
    return documentIdentifiers(this.reader.documentFields(this.readable));
  }

  /** Takes over the item of an entry of the same key that says the same. */
  inherit(former: FileEntry): void {
    if (former.made === undefined) return;
    const source = this.reader.source(this.readable);
    if (source !== undefined && source === former.reader.source(former.readable)) this.made = former.made;
  }

  /** This entry in the place of one that is broken now. */
  keptFor(broken: Reference): FileEntry {
    const kept = new FileEntry(this.uri, broken, this.reader, this.readable);
    kept.made = this.made;
    return kept;
  }
}

export interface LibraryFile {
  readonly uri: string;
  /** Each key once. */
  readonly entries: readonly LibraryEntry[];
  /** By key, and by BibLaTeX's other keys. */
  readonly byKey: ReadonlyMap<string, LibraryEntry>;
  /** By DOI and by what may be a UN symbol; see `documentIdentifiers`. */
  readonly byDocument: ReadonlyMap<string, LibraryEntry>;
  readonly problems: readonly LibraryProblem[];
  readonly index: WordIndex;
}

/** Where a word of the entry counts how much when it is searched for. */
const weights = { key: 12, number: 8, persons: 6, year: 4, title: 3 } as const;

/** How many entries are read between two steps. */
const entriesAStep = 16;

/**
 * Reads a file in steps of at most a few milliseconds.
 *
 * @param former the file as it was read before: of an entry that is broken now the last good state is kept, and what has
 *   not changed is not made anew
 */
export function* readLibraryFile(
  uri: string,
  reader: ReferenceReader,
  former?: readonly LibraryFile[],
): Generator<void, LibraryFile> {
  const entries: FileEntry[] = [];
  const byKey = new Map<string, FileEntry>();
  const byDocument = new Map<string, FileEntry>();
  const problems: LibraryProblem[] = [];
  const words = new WordIndexBuilder();
  const before = (key: string): FileEntry | undefined => {
    for (const file of former ?? []) {
      const found = file.byKey.get(key);
      if (found instanceof FileEntry && found.key === key) return found;
    }
    return undefined;
  };
  const add = (entry: FileEntry): void => {
    const number = entries.push(entry) - 1;
    byKey.set(entry.key, entry);
    for (const identifier of entry.identifiers) if (!byDocument.has(identifier)) byDocument.set(identifier, entry);
    const { title, shortTitle, persons, year, number: document } = entry.searchFields;
    words.add(number, entry.key, weights.key);
    words.add(number, title, weights.title);
    words.add(number, shortTitle, weights.title);
    words.add(number, persons, weights.persons);
    words.add(number, year, weights.year);
    words.add(number, document, weights.number);
  };
  const broken: Reference[] = [];
  let turn = 0;
  for (const found of readReferences(reader)) {
    if (++turn % entriesAStep === 0) yield;
    if ('fault' in found) {
      problems.push({ uri, ...found.fault, ...(found.key === undefined ? {} : { key: found.key }) });
      if (found.broken !== undefined) broken.push(found.broken);
      continue;
    }
    const { reference } = found;
    if (reference.isData === true) continue;
    const entry = new FileEntry(uri, reference, reader);
    const old = before(reference.key);
    if (old !== undefined) entry.inherit(old);
    add(entry);
  }
  for (const reference of broken) {
    const old = byKey.has(reference.key) ? undefined : before(reference.key);
    if (old !== undefined) add(old.keptFor(reference));
  }
  for (const entry of entries) for (const alias of entry.aliases) if (!byKey.has(alias)) byKey.set(alias, entry);
  yield;
  return { uri, entries, byKey, byDocument, problems, index: yield* words.build(entries.length) };
}

/** Does all steps at once. */
export function finished<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
