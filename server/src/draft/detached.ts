/**
 * A part of a text as a string of its own. V8's slices of 13 units and more point into the text that they were taken from,
 * and would keep each old version of a draft in memory for as long as one key out of it is known.
 */
export const detached = (part: string): string => (part.length < 13 ? part : ` ${part}`.slice(1));
