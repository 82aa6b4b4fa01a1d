/** What is wrong in a text, and where: in UTF-16 units, end exclusive. */
export interface Fault {
  start: number;
  end: number;
  message: string;
}

/** The end of the line that a place is in, without what ends it. */
export function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** A fault from a place to the end of its line, but not beyond `limit`; at least one unit where there is one. */
export function faultAt(text: string, from: number, message: string, limit = text.length): Fault {
  const start = Math.max(0, Math.min(from, text.length - 1));
  const end = Math.min(lineEnd(text, start), limit);
  return { start, end: Math.min(text.length, Math.max(end, start + 1)), message };
}
