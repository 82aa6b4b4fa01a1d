/**
 * The draft's bibliography file: which one its front matter names, and how entries are added to it. What stands in the file
 * is never changed: entries are put behind it, and only those whose keys it does not have.
 */

export type BibliographyFormat = 'csl-json' | 'bibtex';

/** The file that a draft without one gets. */
export const defaultBibliography = 'references.json';

const closing = /^(?:---|\.\.\.)[ \t]*\r?$/;

interface FrontMatter {
  /** Its lines without the fences. */
  lines: readonly string[];
  /** Offset of the line that closes it, in UTF-16 units. */
  end: number;
}

function frontMatterOf(text: string): FrontMatter | undefined {
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(text)) return undefined;
  const lines = text.split('\n');
  const close = lines.findIndex((line, index) => index > 0 && closing.test(line));
  if (close < 0) return undefined;
  const before = lines.slice(0, close);
  return { lines: before.slice(1).map((line) => line.replace(/\r$/, '')), end: before.join('\n').length + 1 };
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');

/** The files that the front matter of a draft names, relative to the draft, in their order. */
export function bibliographyFiles(text: string): string[] {
  const lines = frontMatterOf(text)?.lines ?? [];
  const at = lines.findIndex((line) => /^bibliography[ \t]*:/.test(line));
  if (at < 0) return [];
  const value = lines[at]!.replace(/^bibliography[ \t]*:/, '')
    .replace(/\s#.*$/, '')
    .trim();
  if (value.startsWith('['))
    return value
      .replace(/^\[|\]$/g, '')
      .split(',')
      .map(unquoted)
      .filter((name) => name !== '');
  if (value !== '') return [unquoted(value)];
  const names: string[] = [];
  for (const line of lines.slice(at + 1)) {
    const item = /^[ \t]*-[ \t]+(.+)$/.exec(line)?.[1];
    if (item === undefined) break;
    names.push(unquoted(item.replace(/\s#.*$/, '')));
  }
  return names;
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
  const frontMatter = frontMatterOf(text);
  if (frontMatter !== undefined) return { offset: frontMatter.end, inserted: line };
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  return { offset: mark, inserted: `---${newline}${line}---${newline}${newline}` };
}

/** What became of a file: its new text, or why it is left alone. */
export type Addition = { text: string; added: readonly string[] } | { fault: string };

/** The keys that a file has; none where it cannot be read. */
export function keysIn(existing: string | undefined, format: BibliographyFormat | 'csl-yaml'): ReadonlySet<string> {
  if (existing === undefined) return new Set();
  if (format === 'bibtex') return bibtexKeys(existing);
  if (format === 'csl-yaml') return yamlIds(existing);
  try {
    return new Set((JSON.parse(existing.replace(/^\uFEFF/, '')) as { id?: unknown }[]).map(({ id }) => String(id)));
  } catch {
    return new Set();
  }
}

/** The ids of a list of CSL items in YAML, as Zotero and pandoc write it: one `id:` a line. */
const yamlIds = (text: string): Set<string> =>
  new Set([...text.matchAll(/^[ \t]*(?:-[ \t]+)?id:[ \t]*(\S.*?)[ \t]*\r?$/gm)].map((match) => unquoted(match[1]!)));

/** The keys of the `references` that a draft's own front matter holds. */
export function inlineKeys(text: string): ReadonlySet<string> {
  const lines = frontMatterOf(text)?.lines ?? [];
  const at = lines.findIndex((line) => /^references[ \t]*:/.test(line));
  if (at < 0) return new Set();
  const end = lines.findIndex((line, index) => index > at && /^[^\s#-]/.test(line));
  return yamlIds(lines.slice(at + 1, end < 0 ? undefined : end).join('\n'));
}

/** The keys of a BibTeX file's entries. */
const bibtexKeys = (text: string): Set<string> =>
  new Set([...text.matchAll(/^[ \t]*@\w+\s*[{(]\s*([^\s,{}]+)\s*,/gm)].map((match) => match[1]!));

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
  const known = bibtexKeys(existing ?? '');
  const missing = entries.filter(({ key }) => !known.has(key));
  const added = missing.map(({ key }) => key);
  const before = existing ?? '';
  if (missing.length === 0) return { text: before, added };
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  return { text: `${before}${gap}${missing.map(({ text }) => text.trimEnd()).join('\n\n')}\n`, added };
}

function withItems(existing: string | undefined, entries: readonly { key: string; text: string }[]): Addition {
  const before = existing === undefined || existing.trim() === '' ? '[]\n' : existing;
  let items: unknown;
  try {
    items = JSON.parse(before.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { fault: `it is no JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  if (!Array.isArray(items)) return { fault: 'it holds no list of CSL-JSON items' };
  const known = new Set(items.map((item) => String((item as { id?: unknown } | null)?.id)));
  const missing = entries.filter(({ key }) => !known.has(key));
  const added = missing.map(({ key }) => key);
  if (missing.length === 0) return { text: existing ?? before, added };
  const close = before.lastIndexOf(']');
  const head = before.slice(0, close).trimEnd();
  const comma = items.length === 0 ? '' : ',';
  return { text: `${head}${comma}\n${missing.map(({ text }) => text).join(',\n')}\n${before.slice(close)}`, added };
}
