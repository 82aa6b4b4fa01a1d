/** Where else a draft names or cites the same thing. */
import { findCitations } from '../draft/citations.ts';
import type { Draft } from '../draft/draft.ts';
import type { Field } from './field.ts';
import { citationTarget } from './target.ts';

/** UTF-16 offsets, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** All places that name what stands at an offset, under whichever name; for a citation all citations of its source. */
export function references(field: Field, draft: Draft, offset: number): Range[] {
  const cited = citationTarget(field, draft, offset);
  if (cited !== undefined) {
    return findCitations(draft)
      .filter(({ key }) => key === cited.citation.key)
      .map(({ start, end }) => ({ start, end }));
  }
  const here = field.recogniser.mentionAt(draft, offset);
  if (here === undefined) return [];
  return field.recogniser
    .mentions(draft)
    .filter((mention) => (here.record < 0 ? mention.symbol === here.symbol : mention.record === here.record))
    .map(({ start, end }) => ({ start, end }));
}
