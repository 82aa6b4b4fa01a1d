/** pandoc's citation keys. Source: the section "Citation syntax" of pandoc's manual (https://pandoc.org/MANUAL.html). */

/** Marks that may stand inside a key, one at a time, but neither begin nor end it. */
const innerMarks = ':.#$%&-+?<>~/';

const isKeyUnit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 0x5f)
    return true;
  return code > 0x7f && /[\p{L}\p{N}\p{Cs}]/u.test(text.charAt(at));
};

/**
 * Where the citation that begins with the `@` at `at` ends.
 *
 * @returns the offset after its last unit (after the `}` of `@{…}`), or 0 where no key follows
 */
export function citationKeyEnd(text: string, at: number): number {
  if (text.charCodeAt(at + 1) === 0x7b) {
    let depth = 0;
    for (let i = at + 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code <= 0x20) return 0;
      if (code === 0x7b) depth++;
      if (code === 0x7d && --depth === 0) return i > at + 2 ? i + 1 : 0;
    }
    return 0;
  }
  let end = at + 1;
  // `@*` is everything in `nocite`, and a key like others elsewhere.
  if (!isKeyUnit(text, end) && text.charCodeAt(end) !== 0x2a) return 0;
  end++;
  while (end < text.length) {
    const mark = text.charAt(end);
    if (isKeyUnit(text, end)) end++;
    else if (innerMarks.includes(mark) && end + 1 < text.length && isKeyUnit(text, end + 1)) end += 2;
    // As in an address: `https://…`.
    else if ((mark === ':' || mark === '/') && text.charCodeAt(end + 1) === 0x2f) end++;
    else break;
  }
  return end;
}

/** The key of a citation as it is looked up: `@A/RES/73/27` and `@{A/RES/73/27}` without their marks. */
export function keyOfCitation(written: string): string {
  return written.startsWith('@{') ? written.slice(2, -1) : written.slice(1);
}

/** A key as it must be written after `@`: bare where pandoc reads it whole so, else in braces. */
export function writtenKey(key: string): string {
  return citationKeyEnd(`@${key}`, 0) === key.length + 1 ? `@${key}` : `@{${key}}`;
}
