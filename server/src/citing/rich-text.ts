/**
 * Text with italics and links, as references are made of: putting pieces together, tidying punctuation where an absent
 * field left a gap, and writing the result as plain text or Markdown.
 *
 * Quotation marks are straight: pandoc's `smart` and every word processor curl them for the language of the document,
 * and curled ones would stay English there.
 */

export interface Piece {
  readonly text: string;
  readonly italic?: boolean;
  /** The text is an address: nothing in it is tidied, and Markdown makes it a link. */
  readonly link?: boolean;
}

export type RichText = readonly Piece[];

/** What the functions here put together; `undefined` and empty text leave no trace. */
export type Part = string | RichText | undefined;

export type Markup = 'plain' | 'markdown';

/** The pieces of a part, without empty ones. */
function piecesOf(part: Part): RichText {
  if (part === undefined) return [];
  if (typeof part === 'string') return part === '' ? [] : [{ text: part }];
  return part.filter((piece) => piece.text !== '');
}

/** The text of a part, without its italics. */
export function plain(part: Part): string {
  return piecesOf(part)
    .map((piece) => piece.text)
    .join('');
}

export function isEmpty(part: Part): boolean {
  return piecesOf(part).length === 0;
}

/** The parts one after the other. */
export function concat(...parts: Part[]): RichText {
  return parts.flatMap(piecesOf);
}

/** The parts that are not empty, with the separator between them. */
export function join(separator: string, ...parts: Part[]): RichText {
  const joined: Piece[] = [];
  for (const part of parts) {
    const pieces = piecesOf(part);
    if (pieces.length === 0) continue;
    if (joined.length > 0) joined.push({ text: separator });
    joined.push(...pieces);
  }
  return joined;
}

/** The parts between an opening and a closing mark; nothing where all are empty. */
export function enclose(open: string, part: Part, close: string): RichText {
  return isEmpty(part) ? [] : concat(open, part, close);
}

/** A mark before or after a part, only where there is the part: `prefixed('vol. ', volume)`. */
export function prefixed(prefix: string, part: Part): RichText {
  return enclose(prefix, part, '');
}

/** The part in italics; what was in italics within it becomes upright, as printers do. */
export function italic(part: Part): RichText {
  return piecesOf(part).map((piece) => (piece.link ? piece : { text: piece.text, italic: !piece.italic }));
}

/** The part without italics. */
export function upright(part: Part): RichText {
  return piecesOf(part).map((piece) => (piece.link ? piece : { text: piece.text }));
}

/** The part in quotation marks, with those inside it turned into the other kind. */
export function quoted(part: Part, mark: "'" | '"'): RichText {
  const inner = piecesOf(part).map((piece) => {
    if (piece.link) return piece;
    const text =
      mark === '"'
        ? piece.text.replace(/[“”"]/g, "'")
        : // A closing single mark may be an apostrophe, so only a pair is turned.
          piece.text
            .replace(/‘([^‘’]*)’/g, '"$1"')
            .replace(/(?<=^|[\s(])'(?=\S)((?:[^']|(?<=\p{L})'(?=\p{L}))*[^'\s])'(?=$|[\s,.;:?!)])/gu, '"$1"')
            .replace(/[“”]/g, '"');
    return { ...piece, text };
  });
  return enclose(mark, inner, mark);
}

/** An address as a link. White space and angle brackets, which no address may hold, are percent-encoded. */
export function link(address: string): RichText {
  const safe = address.replace(/[\s<>]/g, (character) => encodeURIComponent(character));
  return safe === '' ? [] : [{ text: safe, link: true }];
}

const inlineTag = /<(\/?)(?:i|em|b|strong|sup|sub|sc|span)(?:\s[^<>]*)?>/gi;

/** A field of a CSL item, whose few inline tags (`<i>`, `<sup>` …) are understood or dropped. */
export function fromCslText(text: string): RichText {
  const pieces: Piece[] = [];
  let from = 0;
  let inItalics = false;
  const add = (piece: string): void => {
    if (piece !== '') pieces.push(inItalics ? { text: piece, italic: true } : { text: piece });
  };
  for (const tag of text.matchAll(inlineTag)) {
    add(text.slice(from, tag.index));
    from = tag.index + tag[0].length;
    if (/^<\/?(?:i|em)\b/i.test(tag[0])) inItalics = tag[1] === '';
  }
  add(text.slice(from));
  return pieces;
}

interface Glyph {
  character: string;
  italic: boolean;
  link: boolean;
}

const closingMarks = new Set(['"', "'", '”', '’', ')', ']']);

/**
 * One space between words, none before a comma; no doubled comma or full stop, no full stop after `?` or `!`; no empty
 * brackets. A title that ends in a question mark and a field that is missing both come out as a typist would set them.
 */
function tidy(parts: RichText): Glyph[] {
  const glyphs = parts.flatMap((piece): Glyph[] =>
    piece.link
      ? [{ character: piece.text, italic: false, link: true }]
      : Array.from(piece.text, (character) => ({ character, italic: piece.italic === true, link: false })),
  );
  const kept: Glyph[] = [];
  const lastCharacter = (back = 1): string => {
    const glyph = kept.at(-back);
    return glyph === undefined ? '' : glyph.link ? 'x' : glyph.character;
  };
  const dropSpaces = (): void => {
    while (lastCharacter() === ' ') kept.pop();
  };
  glyphs.forEach((glyph, position) => {
    const { character } = glyph;
    if (glyph.link) {
      kept.push(glyph);
      return;
    }
    if (/\s/.test(character)) {
      if (kept.length > 0 && !' (['.includes(lastCharacter())) kept.push({ ...glyph, character: ' ' });
      return;
    }
    if (character === ',' || character === ';') {
      dropSpaces();
      if (kept.length === 0 || ',;:(['.includes(lastCharacter())) return;
    } else if (character === '.') {
      const next = glyphs[position + 1];
      // `.NET` and `.org` begin a word with a full stop.
      const beginsWord = next !== undefined && (next.link || /[\p{L}\p{N}]/u.test(next.character));
      if (!beginsWord) {
        while (lastCharacter() !== '' && ' ,;:'.includes(lastCharacter())) kept.pop();
        if (kept.length === 0) return;
        if ('?!'.includes(lastCharacter())) return;
        if (closingMarks.has(lastCharacter()) && lastCharacter(2) !== '' && '.?!'.includes(lastCharacter(2))) {
          // `'Why?'.` keeps one mark, but the point of an abbreviation in brackets is not the sentence's.
          if (lastCharacter() !== ')' && lastCharacter() !== ']') return;
        }
      }
      if (lastCharacter() === '.') return;
    } else if (character === ')' || character === ']') {
      while (lastCharacter() !== '' && ' ,;'.includes(lastCharacter())) kept.pop();
      if (lastCharacter() === (character === ')' ? '(' : '[')) {
        kept.pop();
        return;
      }
    }
    kept.push(glyph);
  });
  while (lastCharacter() !== '' && ' ,;'.includes(lastCharacter())) kept.pop();
  return kept;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>{}@^~$|]|&(?=#?\w+;)/g, '\\$&');
}

/**
 * An address that Markdown can make a link of. Only one of the web is: `<javascript:…>` would be a link too. And not
 * one in which `&copy;`, or `&copy` at the end, would be read as ©, because escaping it fails in pandoc.
 */
function canBeLink(address: string): boolean {
  return /^(?:https?|ftp):\/\//i.test(address) && !/&#?\w+(?:;|\W*$)/.test(address);
}

/** Escapes what would make the first words of a footnote or paragraph a list, a heading or a quotation. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^(\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#))([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:#|[-+:=%](?=[\s=-]|$))/, '\\$&');
}

function toMarkdown(glyphs: readonly Glyph[]): string {
  let markdown = '';
  for (let start = 0; start < glyphs.length; ) {
    const first = glyphs[start]!;
    if (first.link) {
      markdown += canBeLink(first.character) ? `<${first.character}>` : escapeMarkdown(first.character);
      start += 1;
      continue;
    }
    let end = start;
    while (end < glyphs.length && !glyphs[end]!.link && glyphs[end]!.italic === first.italic) end += 1;
    const run = glyphs
      .slice(start, end)
      .map((glyph) => glyph.character)
      .join('');
    const words = run.trim();
    markdown +=
      first.italic && words !== ''
        ? `${run.slice(0, run.indexOf(words))}*${escapeMarkdown(words)}*${run.slice(run.indexOf(words) + words.length)}`
        : escapeMarkdown(run);
    start = end;
  }
  return escapeLineStart(markdown);
}

/** The tidied text: italics and links are lost in plain text and written as such in Markdown. */
export function render(parts: RichText, markup: Markup): string {
  const glyphs = tidy(parts);
  return markup === 'markdown' ? toMarkdown(glyphs) : glyphs.map((glyph) => glyph.character).join('');
}
