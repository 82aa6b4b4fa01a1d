/**
 * Cuts a CSL-JSON file into its items, with the exact places of each and of its id. A broken or half-written item costs
 * only itself: reading goes on at the next object that has an id. Nothing here throws.
 */
import { type Fault, faultAt } from './fault.ts';

export interface JsonItem {
  start: number;
  end: number;
  /** The id without quotation marks; both 0 where there is none. */
  keyStart: number;
  keyEnd: number;
  fault?: Fault;
}

/** A text that is no JSON, and where. */
class Misplaced {
  readonly place: number;
  readonly message: string;
  constructor(place: number, message: string) {
    this.place = place;
    this.message = message;
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

function pastSpace(text: string, from: number): number {
  let place = from;
  while (isSpace(text.charCodeAt(place))) place++;
  return place;
}

const unfinished = 'This item is not finished.';

/** The end of a string whose opening quotation mark stands at `from`. */
function endOfString(text: string, from: number): number | Misplaced {
  for (let place = from + 1; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === 34) return place + 1;
    if (code === 92) place++;
    else if (code < 32) return new Misplaced(from, 'This text is not closed with a quotation mark in its line.');
  }
  return new Misplaced(text.length, unfinished);
}

const simple = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function endOfSimple(text: string, from: number): number | Misplaced {
  simple.lastIndex = from;
  if (simple.test(text)) return simple.lastIndex;
  return from >= text.length
    ? new Misplaced(text.length, unfinished)
    : new Misplaced(from, `“${text[from]}” is not expected here.`);
}

const deepest = 100;

/** Walks over a value; `found` is told the range of the value of `id` in the outermost object. */
function endOfJson(
  text: string,
  from: number,
  depth: number,
  found: (start: number, end: number) => void,
): number | Misplaced {
  const code = text.charCodeAt(from);
  if (code === 34) return endOfString(text, from);
  if (code !== 123 && code !== 91) return endOfSimple(text, from);
  if (depth > deepest) return new Misplaced(from, 'This item is nested too deeply.');
  const isObject = code === 123;
  const closing = isObject ? 125 : 93;
  let place = pastSpace(text, from + 1);
  if (text.charCodeAt(place) === closing) return place + 1;
  for (;;) {
    let isId = false;
    if (isObject) {
      if (text.charCodeAt(place) !== 34)
        return place >= text.length
          ? new Misplaced(text.length, unfinished)
          : new Misplaced(
              place,
              `“${text[place]}” is not expected here: the name of a variable in quotation marks is.`,
            );
      const nameEnd = endOfString(text, place);
      if (nameEnd instanceof Misplaced) return nameEnd;
      isId = depth === 0 && nameEnd - place === 4 && text.startsWith('"id"', place);
      const colon = pastSpace(text, nameEnd);
      if (text.charCodeAt(colon) !== 58)
        return colon >= text.length
          ? new Misplaced(text.length, unfinished)
          : new Misplaced(colon, `“:” is missing behind ${text.slice(place, nameEnd)}.`);
      place = pastSpace(text, colon + 1);
    }
    const end = endOfJson(text, place, depth + 1, found);
    if (end instanceof Misplaced) return end;
    if (isId) found(place, end);
    const next = pastSpace(text, end);
    const sign = text.charCodeAt(next);
    if (sign === closing) return next + 1;
    if (sign !== 44)
      return next >= text.length
        ? new Misplaced(text.length, unfinished)
        : new Misplaced(next, 'A comma is missing before this.');
    place = pastSpace(text, next + 1);
  }
}

/** Reads the object at `start`. */
function readItem(text: string, start: number): JsonItem {
  let keyStart = 0;
  let keyEnd = 0;
  const end = endOfJson(text, start, 0, (from, to) => {
    const isText = text.charCodeAt(from) === 34;
    const isNumber = !isText && text.charCodeAt(from) !== 123 && text.charCodeAt(from) !== 91;
    if (!isText && !isNumber) return;
    keyStart = isText ? from + 1 : from;
    keyEnd = isText ? to - 1 : to;
  });
  if (!(end instanceof Misplaced)) return { start, end, keyStart, keyEnd };
  // What is not finished is told where it begins.
  const place = end.message === unfinished ? start : end.place;
  return { start, end: end.place, keyStart, keyEnd, fault: faultAt(text, place, end.message) };
}

/** Behind a broken item: the next object with an id, or the end of the text. */
function nextItem(text: string, from: number): number {
  for (let place = text.indexOf('{', from); place >= 0; place = text.indexOf('{', place + 1)) {
    const next = pastSpace(text, place + 1);
    if (text.charCodeAt(next) !== 34) continue;
    const item = readItem(text, place);
    if (item.fault === undefined ? item.keyEnd > item.keyStart : item.keyEnd > item.keyStart && item.end > item.keyEnd)
      return place;
  }
  return text.length;
}

/** The items of a list, in their order, and what is wrong between them. */
export function* scanCslJson(text: string): Generator<JsonItem | { fault: Fault }> {
  let place = pastSpace(text, 0);
  if (place >= text.length) return;
  if (text.charCodeAt(place) !== 91) {
    yield { fault: faultAt(text, place, 'This file holds no list of CSL-JSON items.') };
    return;
  }
  place = pastSpace(text, place + 1);
  let isFirst = true;
  while (place < text.length) {
    const code = text.charCodeAt(place);
    if (code === 93) {
      const behind = pastSpace(text, place + 1);
      if (behind < text.length) yield { fault: faultAt(text, behind, 'The list of items has ended before this.') };
      return;
    }
    if (code === 44 && !isFirst) {
      const comma = place;
      place = pastSpace(text, place + 1);
      if (text.charCodeAt(place) === 93 || text.charCodeAt(place) === 44)
        yield { fault: faultAt(text, comma, 'There is no item behind this comma.') };
      continue;
    }
    const item = readItem(text, place);
    if (code !== 123) {
      const end = item.fault === undefined ? item.end : nextItem(text, place);
      yield { fault: { ...faultAt(text, place, 'This is no CSL-JSON item.') } };
      place = pastSpace(text, Math.max(end, place + 1));
    } else if (item.fault !== undefined) {
      const next = nextItem(text, Math.max(place + 1, item.keyEnd));
      let end = next;
      while (end > item.keyEnd && end > place + 1 && /[\s,]/.test(text[end - 1]!)) end--;
      yield { ...item, end };
      place = next;
    } else {
      yield item.keyEnd > item.keyStart ? item : { ...item, fault: faultAt(text, item.start, 'This item has no id.') };
      place = pastSpace(text, item.end);
      const next = text.charCodeAt(place);
      if (next !== 44 && next !== 93 && place < text.length)
        yield { fault: faultAt(text, item.end - 1, 'A comma is missing behind this item.') };
    }
    isFirst = false;
  }
  yield { fault: faultAt(text, text.length, 'The list of items is not closed.') };
}
