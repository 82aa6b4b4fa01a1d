/**
 * The Markdown that a draft is written in: CommonMark and GitHub's tables as @lezer/markdown reads them, with what pandoc
 * adds and a draft uses: YAML front matter, citation keys, footnotes, math and attributes.
 */
import type { Input } from '@lezer/common';
import {
  type BlockContext,
  parser as commonMark,
  type InlineContext,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';
import { citationKeyEnd } from './citation-key.ts';

/**
 * Where YAML front matter ends: after the line that closes it.
 *
 * @param read the text from one offset to another
 * @returns 0 where the text does not begin with closed front matter
 */
export function frontMatterEnd(read: (from: number, to: number) => string, length: number): number {
  const first = /^\uFEFF?---[ \t]*\r?\n/.exec(read(0, Math.min(length, 64)));
  if (first === null) return 0;
  let at = first[0].length;
  while (at < length) {
    const chunk = read(at, Math.min(length, at + 4096));
    let newline = chunk.indexOf('\n');
    let lineStart = 0;
    while (newline >= 0 || at + chunk.length >= length) {
      const line = chunk.slice(lineStart, newline < 0 ? chunk.length : newline);
      if (/^(?:---|\.\.\.)[ \t]*\r?$/.test(line)) return at + lineStart + line.replace(/\r$/, '').length;
      if (newline < 0) return 0;
      lineStart = newline + 1;
      newline = chunk.indexOf('\n', lineStart);
    }
    // A line longer than the chunk is no fence.
    at += lineStart === 0 ? chunk.length : lineStart;
  }
  return 0;
}

/** `input` is there in every release of @lezer/markdown, though not in its types; a test would notice its loss. */
const inputOf = (context: BlockContext): Input => (context as unknown as { input: Input }).input;

const frontMatter: MarkdownConfig = {
  defineNodes: [{ name: 'FrontMatter', block: true }],
  parseBlock: [
    {
      name: 'FrontMatter',
      before: 'LinkReference',
      parse(context: BlockContext, line: Line): boolean {
        if (context.lineStart !== 0 || !line.text.includes('---')) return false;
        const input = inputOf(context);
        const end = frontMatterEnd((from, to) => input.read(from, to), input.length);
        if (end === 0) return false;
        while (context.lineStart + line.text.length < end && context.nextLine());
        context.nextLine();
        context.addElement(context.elt('FrontMatter', 0, end));
        return true;
      },
    },
  ],
};

/** Length of `[^label]:` at `from`, or 0. */
function footnoteLabelLength(text: string, from: number): number {
  if (text.charCodeAt(from) !== 0x5b || text.charCodeAt(from + 1) !== 0x5e) return 0;
  let at = from + 2;
  while (at < text.length && text.charCodeAt(at) !== 0x5d && text.charCodeAt(at) > 0x20) at++;
  return at > from + 2 && text.charCodeAt(at) === 0x5d && text.charCodeAt(at + 1) === 0x3a ? at + 2 - from : 0;
}

const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_context, line) {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
    'FootnoteLabel',
    'FootnoteReference',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(context, line) {
        const length = footnoteLabelLength(line.text, line.pos);
        if (length === 0 || line.indent - line.baseIndent >= 4) return false;
        const start = context.lineStart + line.pos;
        context.startComposite('FootnoteDefinition', line.pos);
        context.addElement(context.elt('FootnoteLabel', start, start + length));
        line.moveBase(line.skipSpace(line.pos + length));
        return null;
      },
      // As in pandoc, a definition ends the one before it, but no paragraph.
      endLeaf: (context, line) =>
        context.parentType().name === 'FootnoteDefinition' && footnoteLabelLength(line.text, line.pos) > 0,
    },
  ],
};

const isSpace = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;

/** pandoc: the opening `$` has no space to its right, the closing one none to its left and no digit to its right. */
function mathEnd(context: InlineContext, at: number): number {
  const isDisplay = context.char(at + 1) === 0x24;
  const start = at + (isDisplay ? 2 : 1);
  if (!isDisplay && (start >= context.end || isSpace(context.char(start)))) return -1;
  const limit = Math.min(context.end, start + 5000);
  for (let i = start; i < limit; i++) {
    const code = context.char(i);
    if (code === 0x5c) i++;
    else if (code === 0x24) {
      if (isDisplay) {
        if (context.char(i + 1) === 0x24 && i > start) return i + 2;
      } else if (i > start && !isSpace(context.char(i - 1))) {
        const after = context.char(i + 1);
        return after >= 48 && after <= 57 ? -1 : i + 1;
      } else return -1;
    }
  }
  return -1;
}

/** `{#id .class key="value"}` after a heading, a link, a span or code. */
const attributes =
  /^\{\s*(?:[#.][\w:.-]+|=\w+|-|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))(?:\s+(?:[#.][\w:.-]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+)))*\s*\}/;

function footnoteReferenceEnd(context: InlineContext, at: number): number {
  if (context.char(at + 1) !== 0x5e) return -1;
  let end = at + 2;
  while (end < context.end && context.char(end) !== 0x5d && context.char(end) > 0x20) end++;
  return end > at + 2 && context.char(end) === 0x5d ? end + 1 : -1;
}

const isWordUnit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 0xbf;

/** Units at which an inline construct may begin or end; all others are passed over at once. */
const special = new Uint8Array(128);
for (const mark of '\\&`<*_~[]!@${') special[mark.charCodeAt(0)] = 1;

/** Where an address that begins at `from` ends: at a space or bracket, without the punctuation of the sentence. */
function addressEnd(text: string, from: number): number {
  let end = from;
  let depth = 0;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (
      code <= 0x20 ||
      code === 0x3c ||
      code === 0x3e ||
      code === 0x22 ||
      code === 0x60 ||
      (code >= 0x2018 && code <= 0x201f) ||
      code >= 0x3000
    )
      break;
    if (code === 0x5b || code === 0x5d || code === 0x7c) break;
    if (code === 0x28) depth++;
    if (code === 0x29 && --depth < 0) break;
  }
  while (end > from && "?!.,:;*_~'".includes(text.charAt(end - 1))) end--;
  return end;
}

/** Where the word that ends before `at` begins, not before `from`; marks that addresses have count as part of it. */
function localPartStart(text: string, from: number, at: number): number {
  let start = at;
  while (start > from && (isWordUnit(text.charCodeAt(start - 1)) || '.+-'.includes(text.charAt(start - 1)))) start--;
  return start;
}

function mailDomainEnd(text: string, at: number): number {
  const domain = /^[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?)+/.exec(
    text.slice(at + 1, at + 255),
  );
  return domain === null ? -1 : at + 1 + domain[0].length;
}

/**
 * Passes over text in which no inline construct begins, and finds the bare addresses in it: of the web and of mail.
 *
 * @returns where the next special unit stands, or -1 where the one at `at` is special itself
 */
function passPlainText(context: InlineContext, at: number): number {
  const { text, offset } = context;
  const { length } = text;
  const start = at - offset;
  let i = start;
  while (i < length) {
    const code = text.charCodeAt(i);
    if (code < 128) {
      if (special[code] === 1) {
        if (code !== 0x40 || i === start || !isWordUnit(text.charCodeAt(i - 1))) break;
        // An `@` behind a letter is of an address, or nothing.
        const end = mailDomainEnd(text, i);
        if (end > 0) {
          context.addElement(context.elt('URL', localPartStart(text, start, i) + offset, end + offset));
          return end + offset;
        }
      } else if (code === 0x3a && text.charCodeAt(i + 1) === 0x2f && text.charCodeAt(i + 2) === 0x2f) {
        const scheme = /(?:^|[^A-Za-z\d])(https?|ftp)$/i.exec(text.slice(Math.max(start, i - 8), i))?.[1];
        const end = scheme === undefined ? 0 : addressEnd(text, i + 3);
        if (scheme !== undefined && end > i + 3) {
          context.addElement(context.elt('URL', i - scheme.length + offset, end + offset));
          return end + offset;
        }
      } else if (code === 0x77 && text.startsWith('www.', i) && (i === 0 || !isWordUnit(text.charCodeAt(i - 1)))) {
        const end = addressEnd(text, i + 4);
        if (end > i + 4) {
          context.addElement(context.elt('URL', i + offset, end + offset));
          return end + offset;
        }
      } else if (code === 0x20) {
        // Two spaces before a line's end are a hard break.
        const next = text.charCodeAt(i + 1);
        if (next === 0x20 || next === 0x0a) break;
      }
    }
    i++;
  }
  return i === start ? -1 : i + offset;
}

/** What pandoc adds to a line of text, in one parser: it is asked at every unit that is not passed over. */
const pandocInline: MarkdownConfig = {
  defineNodes: ['CitationKey', 'Math', 'Attributes'],
  parseInline: [
    {
      name: 'PandocInline',
      before: 'Escape',
      parse(context, next, at) {
        const plainEnd = passPlainText(context, at);
        if (plainEnd >= 0) return plainEnd;
        const add = (type: string, end: number): number =>
          end < 0 ? -1 : context.addElement(context.elt(type, at, end));
        // What is looked at is bounded, so that a line of nothing but marks costs no more than any other.
        if (next === 0x40) {
          if (at > context.offset && isWordUnit(context.char(at - 1))) return -1;
          const length = citationKeyEnd(context.slice(at, Math.min(context.end, at + 1000)), 0);
          return length === 0 ? -1 : add('CitationKey', at + length);
        }
        if (next === 0x24) return add('Math', mathEnd(context, at));
        if (next === 0x5b) return add('FootnoteReference', footnoteReferenceEnd(context, at));
        if (next === 0x7b) {
          const found = attributes.exec(context.slice(at, Math.min(context.end, at + 400)));
          return found === null ? -1 : add('Attributes', at + found[0].length);
        }
        return -1;
      },
    },
  ],
};

export const draftParser: MarkdownParser = commonMark.configure([
  Table,
  TaskList,
  Strikethrough,
  frontMatter,
  footnotes,
  pandocInline,
]);
