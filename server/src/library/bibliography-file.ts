/**
 * The draft's bibliography file: which one its front matter names, and how entries are added to it. What stands in the file
 * is never changed: entries are put behind it, and only those whose keys it does not have.
 */

import { textsOfKey, topLevelBlock, type WrittenText } from './csl-yaml-scan.ts';
import type { Fault } from './fault.ts';
import { type LibraryFormat, readReferences, referenceReader } from './reference-reader.ts';

export type BibliographyFormat = 'csl-json' | 'bibtex';

/** The file that a draft without one gets. */
export const defaultBibliography = 'references.json';

interface Range {
  start: number;
  end: number;
}

/** A draft that begins with a line and has no second one is not searched to its end; UTF-16 units. */
const longestFrontMatter = 1_000_000;

/** The lines between the fences of a draft's front matter, in UTF-16 units; undefined where it has none that is closed. */
export function frontMatter(text: string): Range | undefined {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (opening === null) return undefined;
  const start = opening[0].length;
  for (let from = start; from < Math.min(text.length, longestFrontMatter); ) {
    const feed = text.indexOf('\n', from);
    const end = feed < 0 ? text.length : feed;
    // A fence is short: a long line is none, and is not looked at.
    if (end - from < 100 && /^(?:---|\.\.\.)[ \t]*\r?$/.test(text.slice(from, end))) return { start, end: from };
    from = end + 1;
  }
  return undefined;
}

/** The texts that a key of a draft's front matter has. */
function textsInFrontMatter(text: string, key: string): WrittenText[] {
  const within = frontMatter(text);
  return within === undefined ? [] : textsOfKey(text, within, key);
}

/** The files that the front matter of a draft names, relative to the draft, in their order, with their places. */
export const namedBibliographies = (text: string): WrittenText[] => textsInFrontMatter(text, 'bibliography');

/** The style of CSL that the front matter of a draft names: a file, relative to the draft, or a name. */
export const namedStyle = (text: string): string | undefined => textsInFrontMatter(text, 'csl')[0]?.text;

/** The same without their places. */
export const bibliographyFiles = (text: string): string[] => namedBibliographies(text).map((named) => named.text);

/** The files that `_quarto.yml` or `_metadata.yml` names, relative to it. */
export const bibliographiesOfProject = (yaml: string): string[] =>
  textsOfKey(yaml, { start: 0, end: yaml.length }, 'bibliography').map((named) => named.text);

/** The part of a draft that holds its own `references`; undefined where there is none. */
export function inlineReferences(text: string): Range | undefined {
  const within = frontMatter(text);
  return within === undefined ? undefined : topLevelBlock(text, within, 'references');
}

/** The format of a file by its ending; undefined for one that nothing can be added to. */
export function formatOfFile(name: string): BibliographyFormat | undefined {
  if (/\.json$/i.test(name)) return 'csl-json';
  return /\.bib(?:tex)?$/i.test(name) ? 'bibtex' : undefined;
}

/** The line that makes pandoc read a file, and where it belongs in a draft that names none; offset in UTF-16 units. */
export function bibliographyLine(text: string, file: string): { offset: number; inserted: string } {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `bibliography: ${file}${newline}`;
  const within = frontMatter(text);
  if (within !== undefined) return { offset: within.end, inserted: line };
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  return { offset: mark, inserted: `---${newline}${line}---${newline}${newline}` };
}

/** What became of a file: its new text, or why it is left alone. */
export type Addition = { text: string; added: readonly string[] } | { fault: string };

/** The keys under which a text's references can be cited, and everything in it that cannot be read. */
export function readKeys(
  text: string,
  format: LibraryFormat,
  within?: Range,
): { keys: Set<string>; faults: (Fault & { key?: string })[] } {
  const keys = new Set<string>();
  const faults: (Fault & { key?: string })[] = [];
  for (const found of readReferences(referenceReader(text, format, within === undefined ? {} : { within }))) {
    if ('fault' in found) faults.push({ ...found.fault, ...(found.key === undefined ? {} : { key: found.key }) });
    else if (found.reference.isData !== true)
      for (const key of [found.reference.key, ...(found.reference.aliases ?? [])]) keys.add(key);
  }
  return { keys, faults };
}

/** The keys that a file has, those of its broken entries included; none where there is no file. */
export function keysIn(existing: string | undefined, format: LibraryFormat): ReadonlySet<string> {
  if (existing === undefined) return new Set();
  const { keys, faults } = readKeys(existing.replace(/^\uFEFF/, ''), format);
  return new Set([...keys, ...faults.flatMap(({ key }) => (key === undefined ? [] : [key]))]);
}

/**
 * Adds entries to a file.
 *
 * @param existing the file's text; undefined where there is none yet
 * @param entries each with its key and its text in the file's format
 */
export function withEntries(
  existing: string | undefined,
  format: BibliographyFormat,
  entries: readonly { key: string; text: string }[],
): Addition {
  return format === 'csl-json' ? withItems(existing, entries) : withBibTeX(existing, entries);
}

function withBibTeX(existing: string | undefined, entries: readonly { key: string; text: string }[]): Addition {
  const before = existing ?? '';
  const open = readKeys(before, 'bibtex').faults.find(({ message }) => / not closed\.$/.test(message));
  // What is put behind an entry that is not closed becomes a part of it.
  if (open !== undefined) return { fault: `in line ${lineOf(before, open.start)} an entry is not closed` };
  const known = keysIn(before, 'bibtex');
  const missing = entries.filter(({ key }) => !known.has(key));
  const added = missing.map(({ key }) => key);
  if (missing.length === 0) return { text: before, added };
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  return { text: `${before}${gap}${missing.map(({ text }) => text.trimEnd()).join('\n\n')}\n`, added };
}

/** The line of an offset, counted from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function withItems(existing: string | undefined, entries: readonly { key: string; text: string }[]): Addition {
  const before = existing === undefined || existing.trim() === '' ? '[]\n' : existing;
  const plain = before.replace(/^\uFEFF/, '');
  try {
    if (!Array.isArray(JSON.parse(plain))) return { fault: 'it holds no list of CSL-JSON items' };
  } catch (error) {
    const [first] = readKeys(plain, 'csl-json').faults;
    const where = first === undefined ? String(error) : `line ${lineOf(plain, first.start)}: ${first.message}`;
    return { fault: `it is no JSON (${where.replace(/\.$/, '')})` };
  }
  const known = keysIn(plain, 'csl-json');
  const missing = entries.filter(({ key }) => !known.has(key));
  const added = missing.map(({ key }) => key);
  if (missing.length === 0) return { text: existing ?? before, added };
  const close = before.lastIndexOf(']');
  const head = before.slice(0, close).trimEnd();
  const comma = head.endsWith('[') ? '' : ',';
  return { text: `${head}${comma}\n${missing.map(({ text }) => text).join(',\n')}\n${before.slice(close)}`, added };
}
