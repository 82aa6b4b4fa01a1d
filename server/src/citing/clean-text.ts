/** Fields as one line of text. */

/**
 * A field without line breaks, control characters and doubled spaces; empty where it is absent or neither text nor a
 * number. Three dots become an ellipsis, so that they are not taken for a doubled full stop.
 */
export function cleanText(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value !== 'string') return '';
  return value
    .replace(/\p{Cc}|[\u2028\u2029]/gu, ' ')
    .replace(/\.{3,}|\.(?: \.){2,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}
