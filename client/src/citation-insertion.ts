/** How a citation is written at a place of a line. */
import { writtenKey } from '../../server/src/draft/citation-key.ts';

/**
 * The text to put in for a key.
 *
 * @param before the line up to the cursor
 * @param behind the line from the cursor on
 */
export function insertedCitation(key: string, before: string, behind: string): string {
  const written = writtenKey(key);
  // Behind an `@` that waits for its key.
  if (/(?:^|[^\p{L}\p{N}])@$/u.test(before)) return written.slice(1);
  const open = before.lastIndexOf('[');
  const isInBrackets = open >= 0 && !before.slice(open).includes(']') && /@/.test(before.slice(open) + behind);
  if (isInBrackets) {
    const hasCitation = before.slice(open).includes('@') && !/;\s*$/.test(before);
    const isBeforeCitation = !hasCitation && /^\s*-?@/.test(behind);
    return `${hasCitation ? '; ' : /;$/.test(before) ? ' ' : ''}${written}${isBeforeCitation ? '; ' : ''}`;
  }
  if (/\[-?$/.test(before)) return written;
  return `${before === '' || /[\s([;-]$/.test(before) ? '' : ' '}[${written}]`;
}
