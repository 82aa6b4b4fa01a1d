/** Document links: UN symbols, other organizations' numbers and citations lead to the official document, entries of the user's to their DOI or page. */
import { findCitations } from '../draft/citations.ts';
import type { Draft } from '../draft/draft.ts';
import type { Library } from '../library/library.ts';
import type { Field } from './field.ts';
import { addressOfKey, addressOfMention } from './target.ts';

export interface DocumentLink {
  start: number;
  end: number;
  target: string;
  tooltip: string;
}

/** All links of a draft, in order. */
export function documentLinks(field: Field, library: Library, draft: Draft): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const { start, end, key } of findCitations(draft)) {
    const target = addressOfKey(field, library, key);
    if (target !== undefined) links.push({ start, end, target, tooltip: `Open ${key}` });
  }
  for (const mention of field.recogniser.mentions(draft)) {
    const { start, end, symbol } = mention;
    const target = symbol === undefined ? undefined : addressOfMention(field, mention);
    if (target !== undefined) links.push({ start, end, target, tooltip: `Open ${symbol}` });
  }
  return links.sort((a, b) => a.start - b.start);
}
