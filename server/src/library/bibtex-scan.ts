/**
 * Cuts a BibTeX or BibLaTeX file into its entries and an entry into its fields, with exact places. A broken entry ends
 * where the next one begins; nothing here throws. What stands between entries is passed over, as are `%` lines and
 * `@comment`, the way pandoc and biber do.
 */
import { type Fault, faultAt, lineEnd } from './fault.ts';

/** A field's places in the file's text, in UTF-16 units, end exclusive; the value with its braces or quotation marks. */
export interface BibTeXField {
  /** In lower case. */
  name: string;
  valueStart: number;
  valueEnd: number;
}

export interface BibTeXBlock {
  /** The word behind `@`, in lower case; `string` defines macros, one a field. */
  type: string;
  /** Empty where there is none. */
  key: string;
  keyStart: number;
  keyEnd: number;
  start: number;
  end: number;
  fields: BibTeXField[];
  /** Why the entry cannot be read; its fields are then those before the fault. */
  fault?: Fault;
}

/** How much a value may quote of other entries before it is taken for one that was not closed. */
const longestQuotation = 5000;
const mostQuotedEntries = 2;
const looksLikeEntry = /@(?:[A-Za-z]+[ \t]*[{(]\s*[^\s,{}()"=]+\s*,|(?:comment|preamble|string)[ \t]*[{(])/iy;
const nextEntry = /(?:^|[\n}])[ \t]*(@[A-Za-z]+[ \t]*[{(])/g;
const word = /[A-Za-z][\w:+-]*/y;

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
const newline = 10;
const quote = 34;
const hash = 35;
const percent = 37;
const comma = 44;
const equals = 61;
const at = 64;
const backslash = 92;
const open = 123;
const close = 125;

/** The text behind a sticky pattern's match at a place, or -1. */
function endOfMatch(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The first place at or behind `from` that is neither white space nor a comment. */
function pastSpace(text: string, from: number): number {
  let place = from;
  for (;;) {
    while (place < text.length && isSpace(text.charCodeAt(place))) place++;
    if (text.charCodeAt(place) !== percent) return place;
    const end = text.indexOf('\n', place);
    place = end < 0 ? text.length : end;
  }
}

/** A value that does not end: where it is certain that it went too far. */
class Endless {
  readonly place: number;
  constructor(place: number) {
    this.place = place;
  }
}

/**
 * The end of a value in braces or quotation marks.
 *
 * @param escapes whether a backslash takes from a brace or mark its meaning, as for pandoc but not for BibTeX
 */
function endOfText(text: string, from: number, escapes: boolean): number | Endless {
  const isQuoted = text.charCodeAt(from) === quote;
  let depth = isQuoted ? 0 : 1;
  let doubtful = -1;
  let quoted = 0;
  for (let place = from + 1; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code > close || (code > quote && code < backslash)) continue;
    if (code === backslash) {
      if (escapes) place++;
    } else if (code === open) depth++;
    else if (code === close) {
      depth--;
      if (depth === 0 && !isQuoted) return ended(text, place + 1, doubtful);
      if (depth < 0) return new Endless(doubtful < 0 ? place : doubtful);
    } else if (code === quote) {
      if (isQuoted && depth === 0) return ended(text, place + 1, doubtful);
    } else if (code === newline && text.charCodeAt(place + 1) === at) {
      if (endOfMatch(looksLikeEntry, text, place + 1) < 0) continue;
      if (doubtful < 0) doubtful = place + 1;
      if (++quoted > mostQuotedEntries) return new Endless(doubtful);
    }
    if (doubtful >= 0 && place - doubtful > longestQuotation) return new Endless(doubtful);
  }
  return new Endless(doubtful < 0 ? text.length : doubtful);
}

/** A value that quotes an entry is believed only where the entry around it goes on behind it as it should. */
function ended(text: string, end: number, doubtful: number): number | Endless {
  if (doubtful < 0) return end;
  const next = text.charCodeAt(pastSpace(text, end));
  return next === comma || next === close ? end : new Endless(doubtful);
}

/** What a scan of one entry's inside has come to. */
interface Inside {
  fields: BibTeXField[];
  end: number;
  fault?: Fault;
}

const isNameCode = (code: number): boolean =>
  code > 32 && code < 127
    ? code !== quote &&
      code !== hash &&
      code !== percent &&
      code !== comma &&
      code !== equals &&
      code !== at &&
      code !== backslash &&
      code !== open &&
      code !== close &&
      code !== 40 &&
      code !== 41
    : code > 127 && !isSpace(code);

/** The fields from behind the key to the closing bracket. */
function scanFields(text: string, from: number, bracket: number, entry: number, escapes: boolean): Inside {
  const fields: BibTeXField[] = [];
  const failed = (place: number, message: string): Inside => ({
    fields,
    end: place,
    fault: faultAt(text, place, message),
  });
  // What is not closed is told where it begins: the end is somebody else's entry.
  const unclosed = (place: number): Inside => ({
    fields,
    end: place,
    fault: faultAt(text, entry, 'This entry is not closed.'),
  });
  let place = from;
  for (;;) {
    place = pastSpace(text, place);
    if (place >= text.length) return unclosed(place);
    const code = text.charCodeAt(place);
    if (code === bracket) return { fields, end: place + 1 };
    if (code === comma) {
      place++;
      continue;
    }
    if (code === at) return unclosed(place);
    const nameStart = place;
    while (place < text.length && isNameCode(text.charCodeAt(place))) place++;
    if (place === nameStart) return failed(place, `“${text[place]}” is not expected here.`);
    const name = text.slice(nameStart, place).toLowerCase();
    place = pastSpace(text, place);
    if (text.charCodeAt(place) !== equals)
      return place >= text.length ? unclosed(place) : failed(nameStart, `“=” is missing behind “${name}”.`);
    const valueStart = pastSpace(text, place + 1);
    const end = endOfValue(text, valueStart, escapes);
    if (end instanceof Endless)
      return { fields, end: end.place, fault: faultAt(text, nameStart, `The value of “${name}” is not closed.`) };
    if (end === valueStart) return end >= text.length ? unclosed(end) : failed(nameStart, `“${name}” has no value.`);
    fields.push({ name, valueStart, valueEnd: end });
    place = pastSpace(text, end);
    const next = text.charCodeAt(place);
    if (place >= text.length) return unclosed(place);
    if (next === at) return unclosed(place);
    if (next !== comma && next !== bracket) return failed(place, `A comma is missing behind the value of “${name}”.`);
  }
}

/** The end of a value: texts, numbers and macros joined by `#`; `from` where there is none. */
function endOfValue(text: string, from: number, escapes: boolean): number | Endless {
  let place = from;
  for (;;) {
    const code = text.charCodeAt(place);
    const start = place;
    if (code === open || code === quote) {
      const end = endOfText(text, place, escapes);
      if (end instanceof Endless) return end;
      place = end;
    } else while (place < text.length && isNameCode(text.charCodeAt(place))) place++;
    if (place === start) return start === from ? from : start;
    const next = pastSpace(text, place);
    if (text.charCodeAt(next) !== hash) return place;
    place = pastSpace(text, next + 1);
  }
}

/** Behind a group in braces that opens at `from`; -1 where it does not close. */
function pastGroup(text: string, from: number): number {
  const end = endOfText(text, from, true);
  return end instanceof Endless ? -1 : end;
}

/** Where a broken entry ends at the latest: before the next line, or bracket, behind which one begins. */
function beforeNextEntry(text: string, from: number): number {
  nextEntry.lastIndex = from;
  const found = nextEntry.exec(text);
  let end = found === null ? text.length : found.index + found[0].length - found[1]!.length;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The next `@` that is not in a line that a `%` comments out. */
function nextAt(text: string, from: number): number {
  let start = from;
  for (;;) {
    const place = text.indexOf('@', start);
    if (place < 0) return -1;
    let before = place - 1;
    while (before >= start && text.charCodeAt(before) !== newline && text.charCodeAt(before) !== percent) before--;
    if (before < start || text.charCodeAt(before) === newline) return place;
    const end = text.indexOf('\n', place);
    if (end < 0) return -1;
    start = end + 1;
  }
}

/** Reads the block whose `@` stands at `start`; a number is where to go on instead. */
function scanBlock(text: string, start: number): BibTeXBlock | number {
  const nameStart = pastSpace(text, start + 1);
  const nameEnd = endOfMatch(word, text, nameStart);
  if (nameEnd < 0) return start + 1;
  const type = text.slice(nameStart, nameEnd).toLowerCase();
  const bracketPlace = pastSpace(text, nameEnd);
  const bracket = text.charCodeAt(bracketPlace);
  if (type === 'comment') {
    const end = bracket === open ? pastGroup(text, bracketPlace) : -1;
    return end < 0 ? lineEnd(text, nameEnd) : end;
  }
  if (bracket !== open && bracket !== 40) return nameEnd;
  if (type === 'preamble') {
    const end = bracket === open ? pastGroup(text, bracketPlace) : -1;
    return end < 0 ? beforeNextEntry(text, bracketPlace) : end;
  }
  return type === 'string'
    ? scanInside(text, { type, key: '', keyStart: bracketPlace + 1, keyEnd: bracketPlace + 1, start }, bracket)
    : scanEntry(text, type, start, bracketPlace);
}

type BlockHead = Pick<BibTeXBlock, 'type' | 'key' | 'keyStart' | 'keyEnd' | 'start'>;

function brokenBlock(text: string, head: BlockHead, fault: Fault, fields: BibTeXField[], from: number): BibTeXBlock {
  return { ...head, end: Math.max(beforeNextEntry(text, from), head.keyEnd), fields, fault };
}

/** Reads an entry whose bracket opens at `bracketPlace`. */
function scanEntry(text: string, type: string, start: number, bracketPlace: number): BibTeXBlock {
  const bracket = text.charCodeAt(bracketPlace);
  const keyStart = pastSpace(text, bracketPlace + 1);
  let keyEnd = keyStart;
  while (keyEnd < text.length && isKeyCode(text.charCodeAt(keyEnd), closingOf(bracket))) keyEnd++;
  const head = { type, key: text.slice(keyStart, keyEnd), keyStart, keyEnd, start };
  const behind = pastSpace(text, keyEnd);
  const next = text.charCodeAt(behind);
  const isField = next === equals || ((next === open || next === quote) && text.charCodeAt(keyEnd - 1) === equals);
  if (isField || keyEnd === keyStart || text.charCodeAt(keyStart) === at) {
    const place = bracketPlace + 1;
    const keyless = { ...head, key: '', keyStart: place, keyEnd: place };
    return brokenBlock(text, keyless, faultAt(text, start, 'This entry has no key.'), [], place);
  }
  if (behind >= text.length || next === at)
    return brokenBlock(text, head, faultAt(text, start, 'This entry is not closed.'), [], keyEnd);
  if (next !== comma && next !== closingOf(bracket))
    return brokenBlock(
      text,
      head,
      faultAt(text, keyStart, 'A comma is missing behind the key, which has no spaces.'),
      [],
      behind,
    );
  return scanInside(text, head, bracket);
}

const closingOf = (bracket: number): number => (bracket === open ? close : 41);

/** Reads the fields behind a key. */
function scanInside(text: string, head: BlockHead, bracket: number): BibTeXBlock {
  const { keyEnd, start } = head;
  const inside = scanFields(text, keyEnd, closingOf(bracket), start, true);
  if (inside.fault === undefined) return { ...head, end: inside.end, fields: inside.fields };
  // What pandoc cannot read may be fine for BibTeX, for which a backslash changes nothing.
  const plain = scanFields(text, keyEnd, closingOf(bracket), start, false);
  if (plain.fault === undefined) return { ...head, end: plain.end, fields: plain.fields };
  return brokenBlock(text, head, inside.fault, inside.fields, Math.max(keyEnd, inside.fault.start));
}

const isKeyCode = (code: number, closing: number): boolean =>
  !isSpace(code) &&
  code !== comma &&
  code !== open &&
  code !== close &&
  code !== quote &&
  code !== hash &&
  code !== percent &&
  code !== backslash &&
  (code !== closing || closing === 41);

/** The entries and macros of a file, in their order. */
export function* scanBibTeX(text: string): Generator<BibTeXBlock> {
  for (let place = nextAt(text, 0); place >= 0; ) {
    const block = scanBlock(text, place);
    if (typeof block !== 'number') yield block;
    place = nextAt(text, typeof block === 'number' ? block : block.end);
  }
}

/** The entry whose `@` stands at a place that the scan gave. */
export function blockAt(text: string, start: number): BibTeXBlock | undefined {
  const block = scanBlock(text, start);
  return typeof block === 'number' ? undefined : block;
}

/** What macros stand for, under their names in lower case. */
export type Macros = ReadonlyMap<string, string>;

/** The months, as every style defines them; numbers, so that dates can be read from them. */
export const months: Macros = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    name,
    String(index + 1),
  ]),
);

/** The LaTeX text of a value, its parts joined and its macros spelled out; an unknown macro stands for its own name. */
export function valueText(text: string, { valueStart, valueEnd }: BibTeXField, macros: Macros): string {
  const first = text.charCodeAt(valueStart);
  const isWhole = (first === open || first === quote) && endOfText(text, valueStart, true) === valueEnd;
  if (isWhole) return text.slice(valueStart + 1, valueEnd - 1);
  let joined = '';
  for (let place = valueStart; place < valueEnd; ) {
    const code = text.charCodeAt(place);
    const start = place;
    if (code === open || code === quote) {
      const escaped = endOfText(text, place, true);
      const end = escaped instanceof Endless || escaped > valueEnd ? endOfText(text, place, false) : escaped;
      place = end instanceof Endless ? valueEnd : Math.min(end, valueEnd);
      joined += text.slice(start + 1, place - 1);
    } else {
      while (place < valueEnd && isNameCode(text.charCodeAt(place))) place++;
      const name = text.slice(start, place);
      joined += macros.get(name.toLowerCase()) ?? name;
      if (place === start) place++;
    }
    place = pastSpace(text, place);
    if (text.charCodeAt(place) === hash) place = pastSpace(text, place + 1);
  }
  return joined;
}
