/**
 * Names behind their owner, of which a shorter one begins with the owner's: in `UN IGF Secretariat` `UN IGF` is the first name
 * from the left, though the `IGF Secretariat` is meant.
 */
import type { Lexicon, NameMatch } from './lexicon.ts';
import type { ListedName } from './number-lists.ts';
import { unitsOf } from './words.ts';

const owner = /^(?:UN|EU|ITU|AU)\s+(?=\p{Lu})/u;
const goesOn = /^(?:\s\p{Lu}|\s(?:of|on|for)\s)/u;
/** How far a name may go on, in UTF-16 units. */
const farthest = 120;

/** @param matches the names that are written out, in order */
export function ownedNames(lexicon: Lexicon, text: string, matches: readonly NameMatch[]): ListedName[] {
  const found: ListedName[] = [];
  for (const { start, end } of matches) {
    if (!goesOn.test(text.slice(end, end + 6))) continue;
    const before = owner.exec(text.slice(start, end))?.[0].length ?? 0;
    // What is nothing but the owner is a name of its own.
    if (before === 0 || start + before >= end) continue;
    const rest = text.slice(start + before, end + farthest);
    const [longest] = lexicon.match(unitsOf(rest), rest.length);
    if (longest === undefined || longest.start > 0 || longest.end + before <= end - start) continue;
    const names = lexicon.outright(longest.names);
    if (names.length > 0) found.push({ start, end: start + before + longest.end, names });
  }
  return found;
}
