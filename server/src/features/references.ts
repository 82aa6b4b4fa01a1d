/** Where else a draft names or cites the same thing. */
import { citationAt, findCitations } from '../draft/citations.ts';
import type { Draft } from '../draft/draft.ts';
import type { Library, LibraryEntry } from '../library/library.ts';
import type { Field } from './field.ts';

/** UTF-16 offsets, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** All places that name what stands at an offset, under whichever name; for a citation all citations of its key. */
export function references(field: Field, draft: Draft, offset: number): Range[] {
  const cited = citationAt(draft, offset);
  if (cited !== undefined) return citationsOf(draft, cited.key);
  const here = field.recogniser.mentionAt(draft, offset);
  if (here === undefined) return [];
  return field.recogniser
    .mentions(draft)
    .filter((mention) => (here.record < 0 ? mention.symbol === here.symbol : mention.record === here.record))
    .map(({ start, end }) => ({ start, end }));
}

/** All places that cite a key. */
export const citationsOf = (draft: Draft, key: string): Range[] => citationsWith(draft, (cited) => cited === key);

/** All places that cite a user's entry, under its key or another that it gives itself. */
export const citationsOfEntry = (draft: Draft, library: Library, { key, uri }: LibraryEntry): Range[] =>
  citationsWith(draft, (cited) => {
    const entry = library.entry(cited);
    return entry?.key === key && entry.uri === uri;
  });

const citationsWith = (draft: Draft, isMeant: (key: string) => boolean): Range[] =>
  findCitations(draft)
    .filter(({ key }) => isMeant(key))
    .map(({ start, end }) => ({ start, end }));
