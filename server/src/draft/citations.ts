/** The citations of a draft: what it cites, how and where, as pandoc's reader understands it. */
import { detached } from './detached.ts';
import type { Draft } from './draft.ts';
import type { ReadableText } from './draft-text.ts';
import type { CitationMode } from './pandoc/inlines.ts';
import { Reading } from './pandoc/reading.ts';

export type { CitationMode } from './pandoc/inlines.ts';

/** One `@key`; the range (UTF-16 units, end exclusive) takes in the `@` and braces. */
export interface Citation {
  start: number;
  end: number;
  key: string;
  mode: CitationMode;
  /** What stands before the `@` and behind the key within their brackets, as plain text: `see`, `, para. 5`. */
  prefix: string;
  suffix: string;
}

/** All citations, and those in footnotes that nothing refers to. */
interface Citations {
  cited: readonly Citation[];
  unused: readonly Citation[];
}

const noCitations: Citations = { cited: [], unused: [] };
const citationsOf = new WeakMap<Draft, Citations>();
/** The last reading of each draft, by its lineage. */
const readings = new WeakMap<object, Reading>();

/** Markdown as the reader of the page sees it: without emphasis and marks of code, on one line. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/\\([^\p{L}\d\s])/gu, '$1')
    .replace(/[*`]|~~|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

function read(draft: Draft): Citations {
  const known = citationsOf.get(draft);
  if (known !== undefined) return known;
  let citations = noCitations;
  if (draft.text.includes('@')) {
    const reading = new Reading(draft.text, readings.get(draft.lineage));
    readings.set(draft.lineage, reading);
    const cited: Citation[] = [];
    const unused: Citation[] = [];
    for (const { start, end, key, mode, prefix, suffix, isUnused } of reading.citations)
      (isUnused ? unused : cited).push({
        start,
        end,
        key: detached(key),
        mode,
        prefix: detached(plainText(prefix)),
        suffix: detached(plainText(suffix)),
      });
    citations = { cited, unused };
  }
  citationsOf.set(draft, citations);
  return citations;
}

/** All citations of a draft, in order. */
export const findCitations = (draft: Draft): readonly Citation[] => read(draft).cited;

/** Whether an `@` stands in the unbroken run of text around an offset: a key has no spaces. */
function mayCite(text: ReadableText, offset: number): boolean {
  for (let at = offset; at < text.length && text.charCodeAt(at) > 0x20; at++)
    if (text.charCodeAt(at) === 0x40) return true;
  for (let at = offset - 1; at >= 0 && text.charCodeAt(at) > 0x20; at--) if (text.charCodeAt(at) === 0x40) return true;
  return false;
}

/** The citation whose key an offset touches; also one in a footnote that nothing refers to yet. */
export function citationAt(draft: Draft, offset: number): Citation | undefined {
  if (!mayCite(draft.content, offset)) return undefined;
  const { cited, unused } = read(draft);
  const isAt = ({ start, end }: Citation): boolean => start <= offset && offset <= end;
  return cited.find(isAt) ?? unused.find(isAt);
}
