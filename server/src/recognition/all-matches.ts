const none: readonly RegExpExecArray[] = [];

/**
 * All matches of a pattern in a text, as `text.matchAll` gives them, for what is asked of every block: that makes a copy of the
 * pattern each time, which takes longer than to look through a block in which there is nothing.
 *
 * @param pattern a global one that never matches the empty text
 */
export function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
