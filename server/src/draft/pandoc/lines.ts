/** How pandoc's Markdown blocks begin: questions about the line at an offset of a text. Offsets are UTF-16 units. */

/** What is around a place: it decides what ends a line of text. */
export interface Surroundings {
  /** In a list's item, where the next item ends a paragraph. */
  isInList: boolean;
  /** In a heading, which ends with its line. */
  isInHeading?: boolean;
  /** How many fenced divisions are open. */
  divisions: number;
  /** The HTML element whose end tag is waited for. */
  element: string | undefined;
}

/** Where the line at an offset ends, at its `\n` or at the text's end. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where the next line begins. */
export const nextLine = (text: string, at: number): number => Math.min(text.length, lineEnd(text, at) + 1);

export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 0x20) end++;
  return end;
}

/** Whether nothing but spaces stands before the line's end; the end of the text is no line. */
export const isBlankLine = (text: string, at: number): boolean => text.charCodeAt(skipSpaces(text, at)) === 0x0a;

/** The offset behind all blank lines. */
export function skipBlankLines(text: string, at: number): number {
  let end = at;
  while (isBlankLine(text, end)) end = nextLine(text, end);
  return end;
}

/** The offset behind at most three spaces, or -1 where more stand there. */
export function skipIndent(text: string, at: number): number {
  const end = skipSpaces(text, at);
  return end - at < 4 ? end : -1;
}

/** The offset behind exactly `count` spaces, or -1. */
export function skipExactly(text: string, at: number, count: number): number {
  for (let i = 0; i < count; i++) if (text.charCodeAt(at + i) !== 0x20) return -1;
  return at + count;
}

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const rulePattern = / {0,3}([*_-])(?: *\1){2,} *(?:\n|$)/y;
export const isRule = (text: string, at: number): boolean => matchAt(rulePattern, text, at) !== null;

/** Where an item's text begins behind its mark: one space, and up to three more where text follows them. */
function itemText(text: string, at: number): number {
  if (text.charCodeAt(at) === 0x0a || at >= text.length) return at;
  if (text.charCodeAt(at) !== 0x20) return -1;
  const end = skipSpaces(text, at + 1);
  return end - (at + 1) <= 3 ? end : at + 1;
}

const bulletPattern = /[*+-]/y;

/** Where the text of a bullet list's item begins, or -1. */
export function bulletStart(text: string, at: number): number {
  const mark = skipIndent(text, at);
  if (mark < 0 || matchAt(bulletPattern, text, mark) === null || isRule(text, at)) return -1;
  return itemText(text, mark + 1);
}

const roman = 'm*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})';
const ordered = new RegExp(
  String.raw`(?:(\()?(?:(\d+)|(@)((?:[_-]?[\p{L}\p{N}]+)*)|(#)|(?=[ivxlcdm])(${roman})|(?=[IVXLCDM])(${roman.toUpperCase()})|([a-z])|([A-Z]))([.)]))`,
  'uy',
);
const pageNumber = /p\. \d/y;

/** An item's mark and where its text begins. */
export interface OrderedStart {
  text: number;
  /** The label of an example's number, `@label`. */
  label: string | undefined;
}

/** The item of an ordered list that begins at an offset. */
export function orderedStart(text: string, at: number): OrderedStart | undefined {
  const mark = skipIndent(text, at);
  if (mark < 0 || matchAt(pageNumber, text, mark) !== null) return undefined;
  const found = matchAt(ordered, text, mark);
  if (found === null) return undefined;
  const [whole, open, , example, label, , , upperRoman, , upper, delimiter] = found;
  if (open !== undefined && delimiter !== ')') return undefined;
  const behind = mark + whole.length;
  const start = itemText(text, behind);
  if (start < 0) return undefined;
  // `B. Russell` is a name: an item has two spaces there.
  const isInitial = upper !== undefined || (upperRoman !== undefined && upperRoman.length === 1);
  if (isInitial && open === undefined && delimiter === '.' && text.charCodeAt(behind) === 0x20) {
    const next = text.charCodeAt(behind + 1);
    if (next !== 0x20 && next !== 0x0a) return undefined;
  }
  return { text: start, label: example === undefined ? undefined : (label ?? '') };
}

export const isListStart = (text: string, at: number): boolean =>
  bulletStart(text, at) >= 0 || orderedStart(text, at) !== undefined;

/** `{#id .class key="value"}`. */
const attributePattern =
  /\{(?:[ ]*\n?[ ]*)(?:(?:[#.][^\s{}"'=#]+|[\p{L}_:][\p{L}\p{N}\w:.-]*=(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s{}"']*)|-)(?=[\s}]) *\n? *)*\}/uy;

/** The offset behind the attributes that begin at one, or -1. */
export function attributesEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x7b) return -1;
  const found = matchAt(attributePattern, text, at);
  return found === null ? -1 : at + found[0].length;
}

const fencePattern = /( {0,3})(`{3,}|~{3,}) */y;
const fenceWord = /[^\s`]+/y;

/** The offset behind fenced code that begins at an offset, or -1. */
export function fencedCodeEnd(text: string, at: number): number {
  const found = matchAt(fencePattern, text, at);
  if (found === null) return -1;
  const [whole, , fence] = found;
  let info = at + whole.length;
  // Attributes, or a word with or without them; `{note}` is a word.
  if (attributesEnd(text, info) < 0) info += matchAt(fenceWord, text, info)?.[0].length ?? 0;
  const attributes = attributesEnd(text, skipSpaces(text, info));
  if (attributes >= 0) info = attributes;
  if (!isBlankLine(text, info)) return -1;
  const mark = fence!.charAt(0);
  for (let line = nextLine(text, info); line < text.length; line = nextLine(text, line)) {
    const start = skipIndent(text, line);
    if (start < 0 || text.charAt(start) !== mark) continue;
    let end = start;
    while (text.charAt(end) === mark) end++;
    if (end - start >= fence!.length && isBlankLine(text, end)) return nextLine(text, end);
  }
  return -1;
}

const divisionEnd = /:::+ *(?:\n|$)/y;
/** Whether the fence that ends a division stands at an offset. */
export const isDivisionEnd = (text: string, at: number): boolean => matchAt(divisionEnd, text, at) !== null;

/** Elements of blocks; all others are inline. Source: the HTML that pandoc's manual calls block-level ("Extension: raw_html"). */
const blockElements = new Set(
  (
    'address article aside blockquote body canvas caption center col colgroup dd details dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex main menu meta nav noframes ol output p pre section style ' +
    'summary table tbody td textarea tfoot th thead tr ul'
  ).split(' '),
);
/** Elements that are blocks where a block begins and inline elsewhere. */
const eitherElements = new Set(
  'audio applet button iframe embed del ins progress map area noscript script svg video object'.split(' '),
);

export interface Tag {
  /** In small letters; `!` for a comment. */
  name: string;
  isEnd: boolean;
  isEmpty: boolean;
  /** Offset behind it. */
  end: number;
}

const endTagPattern = /<\/([A-Za-z][\w:-]*)[^>]*>/y;
const tagPattern =
  /<([A-Za-z][\w:-]*)((?:\s+[A-Za-z_:][\w:.@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*)(\/?)>/y;

/** The tag or comment that begins at an offset. */
export function tagAt(text: string, at: number): Tag | undefined {
  if (text.charCodeAt(at) !== 0x3c) return undefined;
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    return end < 0 ? undefined : { name: '!', isEnd: false, isEmpty: true, end: end + 3 };
  }
  const end = matchAt(endTagPattern, text, at);
  if (end !== null) return { name: end[1]!.toLowerCase(), isEnd: true, isEmpty: false, end: at + end[0].length };
  const found = matchAt(tagPattern, text, at);
  if (found === null) return undefined;
  return {
    name: found[1]!.toLowerCase(),
    isEnd: false,
    isEmpty: found[3] !== '',
    end: at + found[0].length,
  };
}

export const isBlockTag = ({ name }: Tag): boolean =>
  name === '!' || blockElements.has(name) || eitherElements.has(name);
export const isInlineTag = ({ name }: Tag): boolean => !blockElements.has(name);

/** Whether the end tag of an element stands at an offset. */
export function isEndTag(text: string, at: number, element: string | undefined): boolean {
  if (element === undefined) return false;
  const tag = tagAt(text, at);
  return tag?.isEnd === true && tag.name === element;
}

/** Whether the division or element that a place stands in ends there. */
export const closesSurroundings = (text: string, at: number, around: Surroundings): boolean =>
  isEndTag(text, at, around.element) || (around.divisions > 0 && isDivisionEnd(text, at));
