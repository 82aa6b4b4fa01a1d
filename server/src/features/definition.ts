/**
 * Go to definition leads to the card of what is named, and from a citation to the user's entry where they have one; go to declaration to the card of the document it rests on.
 */
import type { Draft } from '../draft/draft.ts';
import type { Library, LibraryEntry } from '../library/library.ts';
import type { Field } from './field.ts';
import { citationTarget, foundingDocument } from './target.ts';

export interface Jump {
  /** The range in the draft that leads there. */
  start: number;
  end: number;
  /** Record indexes of the cards, likeliest first. */
  targets: readonly number[];
  /** The entry of the user's library that is cited; it goes before any card. */
  entry?: LibraryEntry;
}

/** Where a definition leads; a name with several bearers leads to the card of each. */
export function definition(field: Field, library: Library, draft: Draft, offset: number): Jump | undefined {
  const target = citationTarget(field, library, draft, offset);
  if (target !== undefined) {
    const { citation, cited, record } = target;
    if (cited === undefined) return undefined;
    const { start, end } = citation;
    return cited.entry === undefined
      ? { start, end, targets: [record] }
      : { start, end, targets: record < 0 ? [] : [record], entry: cited.entry };
  }
  const mention = field.recogniser.mentionAt(draft, offset);
  if (mention === undefined || mention.record < 0) return undefined;
  return { start: mention.start, end: mention.end, targets: [mention.record] };
}

/** Where a declaration leads: the document that founded what is named, or in which it is written down. */
export function declaration(field: Field, library: Library, draft: Draft, offset: number): Jump | undefined {
  const jump = definition(field, library, draft, offset);
  const first = jump?.targets[0];
  if (jump === undefined || first === undefined) return jump;
  const document = foundingDocument(field, first);
  return document < 0 ? undefined : { start: jump.start, end: jump.end, targets: [document] };
}
