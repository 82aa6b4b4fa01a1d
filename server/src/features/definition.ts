/** Go to definition leads to the card of what is named; go to declaration to the card of the document it rests on. */
import type { Draft } from '../draft/draft.ts';
import type { Field } from './field.ts';
import { citationTarget, foundingDocument } from './target.ts';

export interface Jump {
  /** The range in the draft that leads there. */
  start: number;
  end: number;
  /** Record indexes of the cards, likeliest first. */
  targets: readonly number[];
}

/** Where a definition leads; a name with several bearers leads to the card of each. */
export function definition(field: Field, draft: Draft, offset: number): Jump | undefined {
  const cited = citationTarget(field, draft, offset);
  if (cited !== undefined) {
    return cited.record < 0
      ? undefined
      : { start: cited.citation.start, end: cited.citation.end, targets: [cited.record] };
  }
  const mention = field.recogniser.mentionAt(draft, offset);
  if (mention === undefined || mention.record < 0) return undefined;
  return { start: mention.start, end: mention.end, targets: [mention.record] };
}

/** Where a declaration leads: the document that founded what is named, or in which it is written down. */
export function declaration(field: Field, draft: Draft, offset: number): Jump | undefined {
  const jump = definition(field, draft, offset);
  const first = jump?.targets[0];
  if (jump === undefined || first === undefined) return undefined;
  const document = foundingDocument(field, first);
  return document < 0 ? undefined : { ...jump, targets: [document] };
}
