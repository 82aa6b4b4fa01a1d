/** The user's own library, as the features see it: entries of bibliography files under their citation keys. */
import type { Source } from '../knowledge/record.ts';

/** A CSL-JSON item of the user's: a source, with any other of CSL's variables that their file gives. */
export type LibraryItem = Omit<Source, 'custom'> & { readonly [variable: string]: unknown };

/** What entries are searched by and listed with, as plain text. */
export interface SearchFields {
  title: string;
  shortTitle: string;
  persons: string;
  year: string;
  number: string;
}

export interface LibraryEntry {
  /** The citation key, as a draft writes it behind `@`. */
  readonly key: string;
  /** Made when it is first asked for, which takes a fraction of a millisecond. */
  readonly item: LibraryItem;
  /** Of these there is no need to make the item. */
  readonly searchFields: SearchFields;
  /** Address of the file that it stands in. */
  readonly uri: string;
  /** The whole entry in the file's text, in UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The key alone. */
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Files on the user's disk that belong to it, as the entry writes them. */
  readonly attachments: readonly string[];
}

/** What is wrong with an entry or a file; the range is in the file's text, in UTF-16 units, end exclusive. */
export interface LibraryProblem {
  uri: string;
  start: number;
  end: number;
  message: string;
  /** The key of the entry that cannot be read, where the key can. */
  key?: string;
}

/** What a draft may cite besides the dataset. Of two entries with one key, the first in the order of the files counts. */
export interface Library {
  readonly size: number;
  entry(key: string): LibraryEntry | undefined;
  /**
   * Entries that fit what is typed behind `@`: the words of `query` are, in any order, beginnings of words of the key, title,
   * author, year or number; the best first.
   */
  search(query: string, limit: number): LibraryEntry[];
  /** All keys, in the order of the files. */
  keys(): Iterable<string>;
  /** The first entry that says it is a document: by its DOI or UN symbol, as `documentIdentifiers` gives them. */
  ofDocument(identifier: string): LibraryEntry | undefined;
  readonly problems: readonly LibraryProblem[];
  /** Whether files are still being read: a key that is not there may yet come. */
  readonly isLoading?: boolean;
}

/** The library of a draft that has none. */
export const emptyLibrary: Library = {
  size: 0,
  entry: () => undefined,
  search: () => [],
  keys: () => [],
  ofDocument: () => undefined,
  problems: [],
};
