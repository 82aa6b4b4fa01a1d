/** A footnote that cites a source: its mark at the cursor, its text at the end of the draft. */
import { type CitationStyle, formatReference, formatSubsequent } from '../citing/style.ts';
import type { Draft } from '../draft/draft.ts';
import type { CitableItem } from '../knowledge/record.ts';
import type { Library } from '../library/library.ts';
import { citable } from './citable.ts';
import { earlierCitation } from './earlier-citation.ts';
import type { Field } from './field.ts';

/** What is put into the draft; the offset in UTF-16 units of the draft as it is. */
export interface Insertion {
  offset: number;
  inserted: string;
}

/** The first number that no footnote of a draft bears. */
function freeLabel(text: string): string {
  const taken = new Set([...text.matchAll(/\[\^([^\]\s]+)\]/g)].map((match) => match[1]!));
  let number = 1;
  while (taken.has(String(number))) number++;
  return String(number);
}

/**
 * What the new note says: the whole reference, or the short form where a note that is marked before the cursor cites the
 * source already. The number in `(n 12)` is that of now: a note that is put in before it later makes it wrong, as in any
 * text without fields, and so does a draft that also cites by keys in a style of notes.
 */
function noteText(
  item: CitableItem,
  isKey: (key: string) => boolean,
  draft: Draft,
  offset: number,
  style: CitationStyle,
  made: string | undefined,
): string {
  const earlier = earlierCitation(draft, offset, item, style, isKey);
  const reference =
    made ??
    (earlier === undefined
      ? formatReference(item, style, { markup: 'markdown', introducesShortTitle: true })
      : formatSubsequent(item, style, { markup: 'markdown', ...earlier }));
  return /[.?!]["*]*$/.test(reference) ? reference : `${reference}.`;
}

/**
 * The two insertions that cite a source of the user's library or of the dataset in a footnote, in the order of their places.
 *
 * @param made the reference, where it is made already, as Markdown: then it is always the whole one
 * @returns undefined where neither the user's library nor the dataset has the key
 */
export function footnoteCitation(
  field: Field,
  library: Library,
  draft: Draft,
  offset: number,
  key: string,
  style: CitationStyle,
  made?: string,
): readonly [mark: Insertion, note: Insertion] | undefined {
  const cited = citable(field, library, key);
  if (cited === undefined) return undefined;
  const isKey = (other: string): boolean => {
    const one = citable(field, library, other);
    return one !== undefined && (one.key === cited.key || (one.record >= 0 && one.record === cited.record));
  };
  return footnoteOf(cited.source, isKey, draft, offset, style, made);
}

/**
 * The two insertions that cite a source or an item of the user's in a footnote, in the order of their places.
 *
 * @param isKey whether a citation key means this item
 */
export function footnoteOf(
  item: CitableItem,
  isKey: (key: string) => boolean,
  draft: Draft,
  offset: number,
  style: CitationStyle,
  made?: string,
): readonly [mark: Insertion, note: Insertion] {
  const { text } = draft;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const label = freeLabel(text);
  const end = Math.max(text.trimEnd().length, offset);
  // One footnote stands under the other; text has a blank line below it.
  const isBelowNote = /(?:^|\n)[ ]{0,3}\[\^[^\]\s]+\]:[^\n]*$/.test(text.slice(0, end));
  const note = `[^${label}]: ${noteText(item, isKey, draft, offset, style, made)}`;
  return [
    { offset, inserted: `[^${label}]` },
    {
      offset: end,
      inserted: `${newline.repeat(isBelowNote ? 1 : 2)}${note}${text.length === end ? newline : ''}`,
    },
  ];
}
