/** The citations of a draft: what it cites, how and where, as pandoc's reader understands it. */
import { detached } from './detached.ts';
import type { Draft } from './draft.ts';
import type { ReadableText } from './draft-text.ts';
import type { CitationMode } from './pandoc/inlines.ts';
import { type CitationRead, Reading } from './pandoc/reading.ts';

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

const noCitations: readonly Citation[] = [];
const citationsOf = new WeakMap<Draft, readonly Citation[]>();
/** The last reading of each draft, by its lineage. */
const readings = new WeakMap<object, { draft: Draft; reading: Reading }>();

/** Markdown as the reader of the page sees it: without emphasis and marks of code, on one line. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/\\([^\p{L}\d\s])/gu, '$1')
    .replace(/[*`]|~~|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** What pandoc reads in a draft; undefined where nothing can be a citation. */
function readingOf(draft: Draft): Reading | undefined {
  const last = readings.get(draft.lineage);
  if (last?.draft === draft) return last.reading;
  if (!draft.content.includes('@')) return undefined;
  const reading = Reading.of(draft.content, last?.reading);
  readings.set(draft.lineage, { draft, reading });
  return reading;
}

/** Reads ahead what a draft cites, in steps of a few milliseconds each. */
export function* prepareCitations(draft: Draft): Generator<void> {
  const last = readings.get(draft.lineage);
  if (last?.draft === draft || !draft.content.includes('@')) return;
  const reading = yield* Reading.inSteps(draft.content, last?.reading);
  readings.set(draft.lineage, { draft, reading });
}

const asCitation = ({ start, end, key, mode, prefix, suffix }: CitationRead): Citation => ({
  start,
  end,
  key: detached(key),
  mode,
  prefix: detached(plainText(prefix)),
  suffix: detached(plainText(suffix)),
});

/** All citations of a draft, in order. */
export function findCitations(draft: Draft): readonly Citation[] {
  let citations = citationsOf.get(draft);
  if (citations === undefined) {
    citations =
      readingOf(draft)
        ?.citations.filter(({ isUnused }) => !isUnused)
        .map(asCitation) ?? noCitations;
    citationsOf.set(draft, citations);
  }
  return citations;
}

/** Where a draft cites a key, in order: the offsets of the `@`. */
export const citationStarts = (draft: Draft, key: string): readonly number[] => readingOf(draft)?.startsOf(key) ?? [];

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
  const found = readingOf(draft)?.citationAt(offset);
  return found === undefined ? undefined : asCitation(found);
}
