/** What the footnotes of a draft before a place have to do with a source: which cites it first, and whether the last cites it alone. */
import {
  authorNames,
  type NoteReference,
  referenceIn,
  referencePatterns,
  repeatsPreviousNote,
} from '../citing/reference-in-note.ts';
import type { EarlierCitation } from '../citing/short-form.ts';
import type { CitationStyle } from '../citing/style.ts';
import { findCitations } from '../draft/citations.ts';
import type { Draft } from '../draft/draft.ts';
import { type Footnote, footnotesOf } from '../draft/footnotes.ts';
import type { CitableItem } from '../knowledge/record.ts';

/** How a note cites by a key; undefined where it does not cite this one. */
function citedByKey(draft: Draft, note: Footnote, isKey: (key: string) => boolean): NoteReference | undefined {
  const cited = findCitations(draft).filter(({ start, end }) => start >= note.textStart && end <= note.textEnd);
  if (!cited.some(({ key }) => isKey(key))) return undefined;
  const text = draft.content.slice(note.textStart, note.textEnd).trim();
  // `[@key, para. 5]` and `@key [para. 5]`, and nothing else.
  return cited.length === 1 && /^(?:\[[^\]]*\]|@\S+(?: \[[^\]]*\])?)\.?$/.test(text) ? 'alone' : 'among others';
}

/**
 * What the footnotes that are marked before an offset say of a source.
 *
 * A note cites it by its key, or in words that are the style's own form of it, with any pinpoint. A short form counts only
 * behind a full one, so that a note which merely names the thing is not taken for its first citation.
 *
 * @param isKey whether a citation key means this source
 * @returns undefined where none of them cites it yet
 */
export function earlierCitation(
  draft: Draft,
  offset: number,
  item: CitableItem,
  style: CitationStyle,
  isKey: (key: string) => boolean,
): EarlierCitation | undefined {
  const notes = footnotesOf(draft).filter(({ start }) => start < offset);
  if (notes.length === 0) return undefined;
  const patterns = referencePatterns(item, style);
  const names = authorNames(item);
  let firstNote: number | undefined;
  let previous: NoteReference | undefined;
  let needsTitle = false;
  for (const note of notes) {
    const text = draft.content.slice(note.textStart, note.textEnd);
    const byKey = citedByKey(draft, note, isKey);
    const inWords = referenceIn(text, patterns);
    if (byKey !== undefined || inWords?.isFull === true) firstNote ??= note.number;
    else if (inWords === undefined && names.some((name) => text.includes(name))) needsTitle = true;
    // `ibid` says again whatever the note before it says.
    if (!repeatsPreviousNote(text)) previous = byKey ?? inWords?.how;
  }
  if (firstNote === undefined) return undefined;
  return { firstNote, isPrevious: previous === 'alone', needsTitle };
}
