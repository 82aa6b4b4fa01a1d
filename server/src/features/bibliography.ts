/** What a draft cites, made ready for its bibliography file. */
import { toBibTeX, toCslJson } from '../citing/export.ts';
import { findCitations } from '../draft/citations.ts';
import type { Draft } from '../draft/draft.ts';
import type { Source } from '../knowledge/record.ts';
import {
  type BibliographyFormat,
  bibliographyFiles,
  bibliographyLine,
  defaultBibliography,
  formatOfFile,
  keysIn,
  withEntries,
} from '../library/bibliography-file.ts';
import type { Library, LibraryEntry } from '../library/library.ts';
import { sourceOfKey } from './citable.ts';
import type { Field } from './field.ts';
import { namesNoSource } from './target.ts';

/**
 * The sources of the dataset that a draft cites, each once under the key that it is cited by, and the keys that nobody knows.
 * What the user's own library has is neither.
 */
export function citedSources(
  field: Field,
  library: Pick<Library, 'entry'>,
  draft: Draft,
): { sources: Source[]; others: { key: string; start: number }[] } {
  const sources = new Map<string, Source>();
  const others = new Map<string, number>();
  for (const { key, start } of findCitations(draft)) {
    if (sources.has(key) || others.has(key) || namesNoSource(key) || library.entry(key) !== undefined) continue;
    const record = sourceOfKey(field, key);
    // The key may be another symbol of the same document.
    if (record >= 0) sources.set(key, { ...field.knowledge.source(record), id: key });
    else others.set(key, start);
  }
  return { sources: [...sources.values()], others: [...others].map(([key, start]) => ({ key, start })) };
}

export interface BibliographyPlace {
  /** Relative to the draft. */
  file: string;
  format: BibliographyFormat;
  /** Whether the front matter names it already. */
  isNamed: boolean;
}

/** The file that a draft's sources go into: the first that its front matter names and that can be added to. */
export function bibliographyPlace(draft: Draft): BibliographyPlace | { fault: string } {
  const files = bibliographyFiles(draft.text);
  for (const file of files) {
    const format = formatOfFile(file);
    if (format !== undefined) return { file, format, isNamed: true };
  }
  if (files.length > 0)
    return { fault: `Rapporteur adds to .json and .bib files; the front matter names ${files.join(', ')}.` };
  return { file: defaultBibliography, format: 'csl-json', isNamed: false };
}

export interface WrittenBibliography {
  /** The whole file. */
  text: string;
  added: readonly string[];
  /** Keys that neither the dataset nor the file nor the rest of the user's library has. */
  unknown: readonly string[];
  /** The line that makes pandoc read the file, where the draft lacks it; offset in UTF-16 units. */
  line?: { offset: number; inserted: string };
}

/**
 * The draft's bibliography file with what it cites and the file lacks.
 *
 * @param existing the file's text; undefined where there is none yet
 * @param address of the file: of what is in it, `existing` says more than the library, which keeps entries that have just gone
 */
export function writtenBibliography(
  field: Field,
  library: Library,
  draft: Draft,
  { file, format, isNamed }: BibliographyPlace,
  existing: string | undefined,
  address?: string,
): WrittenBibliography | { fault: string } {
  const elsewhere = (key: string): LibraryEntry | undefined => {
    const entry = library.entry(key);
    return entry === undefined || (existing !== undefined && entry.uri === address) ? undefined : entry;
  };
  const { sources, others } = citedSources(field, { entry: elsewhere }, draft);
  const entries = sources.map((source) => ({
    key: source.id,
    text: format === 'bibtex' ? toBibTeX([source]) : JSON.stringify(toCslJson([source])[0], null, 1),
  }));
  const result = withEntries(existing, format, entries);
  if ('fault' in result) return { fault: `${file} was left alone: ${result.fault}.` };
  const known = keysIn(existing, format);
  return {
    ...result,
    unknown: others.map(({ key }) => key).filter((key) => !known.has(key)),
    ...(isNamed ? {} : { line: bibliographyLine(draft.text, file) }),
  };
}

/** Whether neither the dataset nor the user's library nor the draft's bibliography file, as it is, has a source of a key. */
export function lacksEntry(
  field: Field,
  library: Library,
  key: string,
  { format }: BibliographyPlace,
  existing: string | undefined,
): boolean {
  return library.entry(key) === undefined && sourceOfKey(field, key) < 0 && !keysIn(existing, format).has(key);
}

/** The longest entry that is taken from another program, in UTF-16 units. */
const longestEntry = 200_000;

/**
 * One entry that another program gave, made ready for a bibliography file, under the key that the draft cites.
 *
 * @returns undefined where the text is not exactly one entry in that format
 */
export function foreignEntry(key: string, format: BibliographyFormat, text: string): string | undefined {
  if (text.length > longestEntry) return undefined;
  return format === 'bibtex' ? bibtexEntry(key, text) : cslEntry(key, text);
}

function cslEntry(key: string, text: string): string | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  // Zotero's own API puts the items into an object.
  const items: unknown = Array.isArray(read) ? read : ((read as { items?: unknown } | null)?.items ?? [read]);
  if (!Array.isArray(items) || items.length !== 1) return undefined;
  const item = items[0] as { type?: unknown } | null;
  if (typeof item !== 'object' || item === null || Array.isArray(item) || typeof item.type !== 'string')
    return undefined;
  return JSON.stringify({ ...item, id: key }, null, 1);
}

/** The entry from its `@` to the brace that closes it; what stands around it must be blank or a comment. */
function bibtexEntry(key: string, text: string): string | undefined {
  const head = /^(?:\s*(?:%[^\n]*)?\n)*\s*@([a-zA-Z]+)\s*\{\s*([^\s,{}"#%]+)\s*,/.exec(text);
  if (head === null || /^(?:string|preamble|comment)$/i.test(head[1]!)) return undefined;
  let depth = 1;
  for (let at = text.indexOf('{') + 1; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '\\') at++;
    else if (unit === '{') depth++;
    else if (unit === '}' && --depth === 0)
      return text.slice(at + 1).trim() === '' ? `@${head[1]}{${key},${text.slice(head[0].length, at + 1)}` : undefined;
  }
  return undefined;
}

/** The draft's bibliography file with an entry that another program gave. */
export function bibliographyWith(
  draft: Draft,
  { file, format, isNamed }: BibliographyPlace,
  existing: string | undefined,
  entry: { key: string; text: string },
): WrittenBibliography | { fault: string } {
  const text = foreignEntry(entry.key, format, entry.text);
  if (text === undefined) return { fault: `${file} was left alone: what Zotero gave for ${entry.key} is no entry.` };
  const result = withEntries(existing, format, [{ key: entry.key, text }]);
  if ('fault' in result) return { fault: `${file} was left alone: ${result.fault}.` };
  return { ...result, unknown: [], ...(isNamed ? {} : { line: bibliographyLine(draft.text, file) }) };
}
