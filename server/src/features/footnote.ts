/** A footnote that cites a source: its mark at the cursor, its text at the end of the draft. */
import { type CitationStyle, formatReference } from '../citing/style.ts';
import type { Draft } from '../draft/draft.ts';
import type { Field } from './field.ts';
import { sourceOfKey } from './target.ts';

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
 * The two insertions that cite a source in a footnote, in the order of their places.
 *
 * @returns undefined where the dataset has no source of this key
 */
export function footnoteCitation(
  field: Field,
  draft: Draft,
  offset: number,
  key: string,
  style: CitationStyle,
): readonly [mark: Insertion, note: Insertion] | undefined {
  const record = sourceOfKey(field, key);
  if (record < 0) return undefined;
  const { text } = draft;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const label = freeLabel(text);
  const reference = formatReference(field.knowledge.source(record), style, { markup: 'markdown' });
  const end = Math.max(text.trimEnd().length, offset);
  // One footnote stands under the other; text has a blank line below it.
  const isBelowNote = /(?:^|\n)[ ]{0,3}\[\^[^\]\s]+\]:[^\n]*$/.test(text.slice(0, end));
  const note = `[^${label}]: ${/[.?!]$/.test(reference) ? reference : `${reference}.`}`;
  return [
    { offset, inserted: `[^${label}]` },
    {
      offset: end,
      inserted: `${newline.repeat(isBelowNote ? 1 : 2)}${note}${text.length === end ? newline : ''}`,
    },
  ];
}
