/** Renaming a citation key of the user's library: in drafts that cite it, and in the bibliography file that has it. */
import { citationKeyEnd, writtenKey } from '../draft/citation-key.ts';
import { findCitations } from '../draft/citations.ts';
import type { Draft } from '../draft/draft.ts';
import type { Library, LibraryEntry } from '../library/library.ts';
import { citable, sourceOfKey } from './citable.ts';
import type { Field } from './field.ts';
import { type CitationTarget, isCrossReference } from './target.ts';

/** What replaces `[start, end)`; UTF-16 offsets. */
export interface TextChange {
  start: number;
  end: number;
  text: string;
}

/** The key at an offset without its `@` and braces, and why it cannot be renamed where it cannot. */
export function renamable(
  field: Field,
  library: Library,
  { citation: { start, end, key } }: CitationTarget,
): { start: number; end: number; fault?: string } {
  const inner = { start: end - start === key.length + 1 ? start + 1 : start + 2, end: 0 };
  inner.end = inner.start + key.length;
  const entry = library.entry(key);
  if (entry?.key === key) return inner;
  if (entry !== undefined)
    return {
      ...inner,
      fault: `${key} is another key of the entry ${entry.key}, given in its field ids: rename it there.`,
    };
  const record = sourceOfKey(field, key);
  if (record >= 0) {
    const isSymbol = field.knowledge.source(record).genre === 'UN Doc';
    const what = isSymbol ? 'the symbol of a UN document' : 'a key of Rapporteur’s dataset';
    return { ...inner, fault: `${key} is ${what}; it cannot be renamed.` };
  }
  const fault = isCrossReference(key)
    ? `${key} is a cross-reference of Quarto, not a citation.`
    : `The draft’s bibliography has no entry ${key}: there is nothing to rename.`;
  return { ...inner, fault };
}

/** Why a key cannot be what an entry of a file is renamed to; undefined where it can. */
export function newKeyFault(field: Field, library: Library, entry: LibraryEntry, written: string): string | undefined {
  if (written === '') return 'A citation key cannot be empty.';
  if (/[\s{}[\]@,;"'\\#%~=]|\p{Cc}/u.test(written) || citationKeyEnd(`@{${written}}`, 0) !== written.length + 3)
    return `“${written}” is no citation key: it has spaces or marks that pandoc or BibTeX would not read as a part of it.`;
  if (isCrossReference(written)) return `${written} would be a cross-reference in Quarto.`;
  if (written === entry.key) return undefined;
  const taken = citable(field, library, written);
  if (taken === undefined) return undefined;
  return taken.entry === undefined
    ? `${written} is a key of Rapporteur’s dataset already.`
    : `${written} is the key of another entry already.`;
}

/** What may stand before the first text of a line: marks of lists and quotations. */
const lineHead = /(?:^|\n)[^\p{L}\n]{0,20}$/u;

/** The changes by which a draft cites a key under a new name, with braces where pandoc needs them. */
export function renamedCitations(draft: Draft, key: string, newKey: string): TextChange[] {
  return findCitations(draft)
    .filter((citation) => citation.key === key)
    .map(({ start, end }) => {
      const bare = writtenKey(newKey);
      // What follows must not become a part of the key.
      const isWhole = citationKeyEnd(bare + draft.content.slice(end, end + 2), 0) === bare.length;
      // `@key.` and `(@key)` at the head of a line would number an example of pandoc's.
      const mayNumber =
        /^[.)]/.test(draft.content.slice(end, end + 1)) &&
        lineHead.test(draft.content.slice(Math.max(0, start - 24), start));
      return { start, end, text: isWhole && !mayNumber ? bare : `@{${newKey}}` };
    });
}

/** Fields of BibLaTeX whose values are keys, alone or in a list. */
const keyFields = /\b(?:crossref|xref|xdata|related|entryset)[ \t]*=[ \t]*(?:\{([^{}]*)\}|"([^"]*)")/gi;

/**
 * The changes by which a bibliography file gives an entry a new key: the key itself, and where other entries name it.
 *
 * @param text the file as it is now, which may be newer than what the library was read from
 * @returns undefined where the key is not found in it just once
 */
export function renamedEntry(text: string, entry: LibraryEntry, newKey: string): TextChange[] | undefined {
  const place = keyPlace(text, entry);
  if (place === undefined) return undefined;
  const isBibTeX = /\.bib(?:tex)?$/i.test(entry.uri);
  const isJson = /\.json$/i.test(entry.uri);
  const changes = [{ ...place, text: isBibTeX ? newKey : asScalar(text, place, newKey, isJson) }];
  if (isBibTeX)
    for (const match of text.matchAll(keyFields)) {
      const list = match[1] ?? match[2]!;
      const from = match.index + match[0].length - 1 - list.length;
      for (const item of list.matchAll(/[^,\s]+/g))
        if (item[0] === entry.key)
          changes.push({ start: from + item.index, end: from + item.index + item[0].length, text: newKey });
    }
  return changes.sort((a, b) => a.start - b.start);
}

/** Where the key of an entry stands in the text of its file: where it was read, else where it now stands by itself. */
function keyPlace(text: string, entry: LibraryEntry): { start: number; end: number } | undefined {
  const { key, keyStart, keyEnd } = entry;
  if (readsAs(text.slice(keyStart, keyEnd), key)) return { start: keyStart, end: keyEnd };
  const escaped = key.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const pattern = new RegExp(
    `^[ \\t]*@\\w+[ \\t]*[{(]\\s*(?=${escaped}\\s*,)|"id"\\s*:\\s*"(?=${escaped}")|^[ \\t]*(?:-[ \\t]+)?id:[ \\t]*["']?(?=${escaped}["']?[ \\t]*\\r?$)`,
    'gm',
  );
  const places = [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
  const start = places.length === 1 ? places[0]! : -1;
  return start < 0 ? undefined : { start, end: start + key.length };
}

/** Whether what is written, with or without quotation marks and JSON's escapes, is a key. */
function readsAs(written: string, key: string): boolean {
  const bare = /^(["']).*\1$/s.test(written) ? written.slice(1, -1) : written;
  return bare === key || bare.replace(/\\\//g, '/') === key;
}

/** A key in JSON or YAML, in quotation marks where it would be read as something else without. */
function asScalar(text: string, { start, end }: { start: number; end: number }, key: string, isJson: boolean): string {
  const written = text.slice(start, end);
  if (/^["']/.test(written)) return `${written.charAt(0)}${key}${written.charAt(0)}`;
  const isQuoted = /["']/.test(text.charAt(start - 1));
  return isQuoted || (!isJson && isPlainScalar(key)) ? key : `"${key}"`;
}

/** Whether YAML reads a text as itself: no number, no word of its own, no mark at either end. */
const isPlainScalar = (key: string): boolean =>
  /^\p{L}(?:[\p{L}\p{N}\p{M}_.:/+<>?&$()*|!-]*[\p{L}\p{N}\p{M}_)])?$/u.test(key) &&
  !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(key);

/** The key of the entry at an offset of an open bibliography file; undefined where none stands there. */
export function entryKeyAt(
  library: Library,
  uri: string,
  text: string,
  offset: number,
): { entry: LibraryEntry; start: number; end: number } | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
  const place =
    /^\s*@\w+\s*[{(]\s*([^\s,{}]+)/.exec(line) ??
    /"id"\s*:\s*"([^"]+)"/.exec(line) ??
    /^\s*(?:-\s+)?id:\s*["']?([^\s"']+)/.exec(line);
  if (place === null) return undefined;
  const key = place[1]!;
  const start = lineStart + place.index + place[0].lastIndexOf(key);
  const end = start + key.length;
  if (offset < start || offset > end) return undefined;
  const entry = library.entry(key.replace(/\\\//g, '/'));
  return entry?.uri === uri ? { entry, start, end } : undefined;
}
