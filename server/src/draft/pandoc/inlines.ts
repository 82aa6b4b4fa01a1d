/**
 * Citations in running text, as pandoc's Markdown reader finds them (pandoc's manual, "Pandoc's Markdown", and the reader of
 * pandoc 2.17, which is the judge in the test). It reads from left to right, one inline after another, and never looks at what
 * an inline means: only at where it ends and at what is cited in it. Offsets are UTF-16 units, ends exclusive.
 */
import { citationKeyEnd, keyOfCitation } from '../citation-key.ts';
import {
  attributesEnd,
  closesSurroundings,
  fencedCodeEnd,
  isBlankLine,
  isBlockTag,
  isEndTag,
  isInlineTag,
  isListStart,
  matchAt,
  type Surroundings,
  skipSpaces,
  tagAt,
} from './lines.ts';

/** pandoc's names: `@key`, `[@key]`, `[-@key]`. */
export type CitationMode = 'AuthorInText' | 'NormalCitation' | 'SuppressAuthor';

export interface CitedKey {
  what: 'key';
  /** The key with its `@` and braces. */
  start: number;
  end: number;
  key: string;
  mode: CitationMode;
  /** What stands before the `@` within its brackets (`see`), and behind the key (`, para. 5`), as Markdown. */
  prefix: string;
  suffix: string;
  /** It is no citation where the draft has an example with its key as label. */
  mayBeExample: boolean;
  /** The link reference in whose label it stands: it is no citation where the draft defines that. */
  reference?: string;
}

/** `[^id]`: a footnote is read where it is referred to. */
export interface NoteReference {
  what: 'note';
  id: string;
}

export type Found = CitedKey | NoteReference;

const at = 0x40;
/** How deep inlines may stand in each other. */
const deepest = 60;
/** No address of a link is longer. */
const longestAddress = 5000;

const letter = /[\p{L}\p{N}]/u;
const isWordUnit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** How many units of a letter or digit stand at an offset: 0 where none does. */
function wordUnits(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (isWordUnit(code)) return 1;
  if (!(code > 0x7f)) return 0;
  const character = String.fromCodePoint(text.codePointAt(offset)!);
  return letter.test(character) ? character.length : 0;
}

const addressPattern = /(?:https?|ftp):\/\/[^\s<>"[\]|]*@[^\s<>"[\]|]*/iy;
const autolinkPattern =
  /<(?:(?:https?|ftp|file|mailto|doi|urn|tel|data|news|isbn|info|irc|git|ssh|sftp|xmpp|sip|geo|magnet|javascript):[^\s<>]*|[\p{L}\p{N}][\p{L}\p{N}!"#$%&'*+\-/=?^_{|}~;]*(?:\.[\p{L}\p{N}!"#$%&'*+\-/=?^_{|}~;]+)*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)>/iuy;
const entityPattern = /&(?:#\d+|#[xX][\dA-Fa-f]+|[A-Za-z]\w*);/y;
const notePattern = /\[\^[^\s](?:[^\s\]])*\]/y;
const exampleLabel = /[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}]+)*/uy;
const texPattern = /\\[A-Za-z][A-Za-z@]*\*?/y;

const tagBeginning = /[!/A-Za-z]/;
const texArgument = /\{[\w*]+\}/y;
/** Commands of LaTeX with one argument; of others all that could be one is. */
const oneArgument =
  /^\\(?:text\w+|emph|underline|mbox|section|subsection|paragraph|footnote|label|ref|cite\w*|caption|url)\*?$/;

const noArgument = /^\\(?:LaTeX|TeX|S|P|[lv]?dots|copyright|pounds|ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j|textbackslash)$/;

/** Units of ASCII at which something else than a symbol may begin. */
const special = new Uint8Array(128);
for (const mark of ' \n`_*^[!$~<\\@"\'-.&') special[mark.charCodeAt(0)] = 1;

/** The innermost quotation: none, single or double. None begins directly in one of its own kind. */
type Quotation = 0 | 1 | 2;

interface Read {
  end: number;
  lastWordEnd: number;
  found: readonly Found[] | undefined;
}

/** Reads inlines of one text up to a limit. */
export class InlineReader {
  /** What was found, in the order of the text. */
  readonly found: Found[] = [];
  /** The farthest offset that was looked at. */
  farthest = 0;
  private readonly text: string;
  private readonly limit: number;
  private readonly around: Surroundings;
  /** Labels of examples that were defined before. */
  private readonly examples: ReadonlySet<string>;
  private lastWordEnd = -1;
  private quotation: Quotation = 0;
  private mayLink: boolean;
  private depth: number;
  private readonly reads = new Map<number, Read>();
  /** `(` in addresses that nothing closes. */
  private readonly unclosed = new Set<number>();
  private readonly closings: Map<number, number>;
  private readonly inner = new Map<string, readonly Found[]>();

  constructor(
    text: string,
    limit: number,
    around: Surroundings,
    examples: ReadonlySet<string>,
    mayLink = true,
    depth = 0,
    closings = new Map<number, number>(),
  ) {
    this.text = text;
    this.limit = limit;
    this.around = around;
    this.examples = examples;
    this.mayLink = mayLink;
    this.depth = depth;
    this.closings = closings;
  }

  /** Reads inlines from an offset on until one is none, or `stop` says so; gives where that is. */
  many(from: number, stop?: (offset: number) => boolean): number {
    let offset = from;
    while (offset < this.limit && stop?.(offset) !== true) {
      const end = this.inline(offset);
      if (end < 0) break;
      offset = end;
    }
    return offset;
  }

  /** As `many`, but at least one, and only where `stop` is met; -1 elsewhere. */
  private until(
    from: number,
    stop: (offset: number) => boolean,
    inner = (offset: number) => this.inline(offset),
  ): number {
    let offset = from;
    do {
      const end = inner(offset);
      if (end < 0) return -1;
      offset = end;
    } while (!stop(offset));
    return offset;
  }

  private code(offset: number): number {
    return offset < this.limit ? this.text.charCodeAt(offset) : -1;
  }

  /** The end of the inline at an offset, or -1 where none begins; what is cited in it is found. */
  inline(offset: number): number {
    const code = this.code(offset);
    if (code < 0) return -1;
    if (isWordUnit(code)) return this.word(offset);
    if (code < 0x80 && special[code] === 0) return offset + 1;
    if (code === 0x20 && this.text.charCodeAt(offset + 1) !== 0x20) return offset + 1;
    const key =
      ((offset * 3 + this.quotation) * 2 + (this.mayLink ? 1 : 0)) * 2 + (this.lastWordEnd === offset ? 1 : 0);
    const known = this.reads.get(key);
    if (known !== undefined) {
      if (known.end >= 0) {
        this.lastWordEnd = known.lastWordEnd;
        if (known.found !== undefined) for (const one of known.found) this.found.push(one);
      }
      return known.end;
    }
    const before = this.found.length;
    const { lastWordEnd } = this;
    let end = -1;
    if (this.depth < deepest) {
      this.depth++;
      end = this.construct(offset, code);
      this.depth--;
    }
    if (end < 0) {
      this.found.length = before;
      this.lastWordEnd = lastWordEnd;
      const length = wordUnits(this.text, offset);
      end =
        length > 0 || (code === 0x2e && this.code(offset + 1) !== 0x2e) ? this.word(offset) : this.symbol(offset, code);
    }
    const found = this.found.length > before ? this.found.slice(before) : undefined;
    this.reads.set(key, { end, lastWordEnd: this.lastWordEnd, found });
    return end;
  }

  /** Tries a reading, and takes back what it found where it fails. */
  private attempt(read: () => number): number {
    const before = this.found.length;
    const { lastWordEnd, quotation, mayLink } = this;
    const end = read();
    this.quotation = quotation;
    this.mayLink = mayLink;
    if (end < 0) {
      this.found.length = before;
      this.lastWordEnd = lastWordEnd;
    }
    return end;
  }

  private word(offset: number): number {
    const { text, limit } = this;
    let end = offset;
    while (end < limit) {
      const length = wordUnits(text, end);
      if (length > 0) end += length;
      else if (text.charCodeAt(end) === 0x2e && this.code(end + 1) !== 0x2e) end++;
      else break;
      if (text.charCodeAt(end) === 0x3a && text.charCodeAt(end + 1) === 0x2f) {
        // Agreed difference: an address is one thing, whatever `@` it has.
        const address = matchAt(addressPattern, text, offset);
        if (address !== null && offset + address[0].length <= limit) {
          end = offset + address[0].length;
          break;
        }
      }
    }
    this.lastWordEnd = end;
    return end;
  }

  private symbol(offset: number, code: number): number {
    if (code === 0x20 || code === 0x0a || code === 0x3c) return -1;
    return offset + (code >= 0xd800 && code < 0xdc00 ? 2 : 1);
  }

  private construct(offset: number, code: number): number {
    switch (code) {
      case 0x20:
        return this.space(offset);
      case 0x0a:
        return this.lineBreak(offset);
      case 0x60:
        return this.codeEnd(offset);
      case 0x5f:
      case 0x2a:
        return this.emphasis(offset, code);
      case 0x5e: {
        const end = this.attempt(() => this.raised(offset, 0x5e));
        return end >= 0 ? end : this.inlineNote(offset);
      }
      case 0x5b:
        return this.bracket(offset);
      case 0x21:
        return this.code(offset + 1) === 0x5b ? this.link(offset + 1, this.mayLink) : -1;
      case 0x24:
        return this.mathEnd(offset);
      case 0x7e: {
        const end = this.attempt(() => this.struckOut(offset));
        return end >= 0 ? end : this.attempt(() => this.raised(offset, 0x7e));
      }
      case 0x3c:
        return this.angle(offset);
      case 0x5c:
        return this.backslash(offset);
      case at:
        return this.atSign(offset);
      case 0x22:
      case 0x201c:
        return this.doubleQuotation(offset);
      case 0x27:
      case 0x2018:
        return this.singleQuotation(offset);
      case 0x2d:
        if (this.code(offset + 1) !== 0x2d) return -1;
        return this.code(offset + 2) === 0x2d ? offset + 3 : offset + 2;
      case 0x2e:
        return this.text.startsWith('...', offset) && offset + 3 <= this.limit ? offset + 3 : -1;
      case 0x26: {
        const found = matchAt(entityPattern, this.text, offset);
        return found === null || offset + found[0].length > this.limit ? -1 : offset + found[0].length;
      }
      default:
        return -1;
    }
  }

  private space(offset: number): number {
    const end = Math.min(this.limit, skipSpaces(this.text, offset));
    if (end - offset >= 2 && this.code(end) === 0x0a) {
      const broken = this.lineBreak(end);
      if (broken >= 0) return broken;
    }
    return end;
  }

  /** A line's end inside a paragraph. */
  private lineBreak(offset: number): number {
    const { text, around } = this;
    const next = offset + 1;
    if (around.isInHeading || isBlankLine(text, next)) return -1;
    if (around.isInList && isListStart(text, next)) return -1;
    if (text.startsWith('```', next)) {
      // Whether this is a fence hangs on one far behind it.
      this.farthest = text.length;
      if (fencedCodeEnd(text, next) >= 0) return -1;
    }
    if (closesSurroundings(text, next, around)) return -1;
    return next;
  }

  private codeEnd(offset: number): number {
    const { text, limit } = this;
    let open = offset;
    while (this.code(open) === 0x60) open++;
    const length = open - offset;
    for (let end = open; end < limit; ) {
      const code = text.charCodeAt(end);
      if (code === 0x60) {
        const from = end;
        while (this.code(end) === 0x60) end++;
        if (end - from === length && from > open) return this.withAttributes(end);
      } else if (code === 0x0a) {
        end++;
        if (isBlankLine(text, end) || (this.around.isInList && isListStart(text, end))) return -1;
      } else end++;
    }
    return -1;
  }

  private withAttributes(offset: number): number {
    const end = attributesEnd(this.text, offset);
    return end >= 0 && end <= this.limit ? end : offset;
  }

  private mathEnd(offset: number): number {
    const { text, limit } = this;
    if (this.code(offset + 1) === 0x24) {
      for (let end = offset + 2; end < limit; end++) {
        if (text.charCodeAt(end) === 0x24 && this.code(end + 1) === 0x24 && end > offset + 2) return end + 2;
        if (text.charCodeAt(end) === 0x0a && isBlankLine(text, end + 1)) break;
      }
    }
    const first = this.code(offset + 1);
    if (first < 0 || first === 0x20 || first === 0x0a || first === 0x24) return -1;
    for (let end = offset + 1; end < limit; end++) {
      const code = text.charCodeAt(end);
      if (code === 0x5c) end++;
      else if (code === 0x24) {
        const before = text.charCodeAt(end - 1);
        if (before === 0x20 || before === 0x0a) return -1;
        const next = this.code(end + 1);
        return next >= 48 && next <= 57 ? -1 : end + 1;
      } else if (code === 0x0a && isBlankLine(text, end + 1)) return -1;
    }
    return -1;
  }

  private emphasis(offset: number, code: number): number {
    if (code === 0x5f && this.lastWordEnd === offset) return -1;
    let open = offset;
    while (this.code(open) === code) open++;
    if (this.code(open) === 0x20) return this.space(open);
    switch (open - offset) {
      case 1:
        return this.emphasised(open, code);
      case 2:
        return this.strong(open, code);
      case 3: {
        const end = this.many(open, (here) => this.emphasisEnd(here, code, 1) >= 0);
        for (const length of [3, 2, 1] as const) {
          const closed = this.emphasisEnd(end, code, length);
          if (closed < 0) continue;
          this.lastWordEnd = closed;
          return length === 3 ? closed : length === 2 ? this.emphasised(closed, code) : this.strong(closed, code);
        }
        return end;
      }
      default:
        return open;
    }
  }

  /** The offset behind marks that end emphasis, or -1. */
  private emphasisEnd(offset: number, code: number, length: number): number {
    for (let i = 0; i < length; i++) if (this.code(offset + i) !== code) return -1;
    const end = offset + length;
    return code === 0x5f && end < this.limit && wordUnits(this.text, end) > 0 ? -1 : end;
  }

  /** What follows `**`, up to the `**` that ends it or as far as there is text. */
  private strong(from: number, code: number): number {
    const end = this.many(from, (here) => this.emphasisEnd(here, code, 2) >= 0);
    const closed = this.emphasisEnd(end, code, 2);
    if (closed < 0) return end;
    this.lastWordEnd = closed;
    return closed;
  }

  /** What follows `*`. */
  private emphasised(from: number, code: number): number {
    let offset = from;
    while (offset < this.limit) {
      if (this.emphasisEnd(offset, code, 1) < 0) {
        const end = this.inline(offset);
        if (end < 0) break;
        offset = end;
      } else if (this.code(offset + 1) === code && this.emphasisEnd(offset + 2, code, 1) < 0) {
        const inside = offset + 2;
        offset = this.attempt(() => this.strong(inside, code));
      } else break;
    }
    const closed = this.emphasisEnd(offset, code, 1);
    if (closed < 0) return offset;
    this.lastWordEnd = closed;
    return closed;
  }

  /** `^superscript^`, `~subscript~`: without spaces. */
  private raised(offset: number, code: number): number {
    const isSpace = (here: number): boolean => this.code(here) === 0x20 || this.code(here) === 0x0a;
    const end = this.until(
      offset + 1,
      (here) => this.code(here) === code,
      (here) => (isSpace(here) ? -1 : this.inline(here)),
    );
    return end < 0 ? -1 : end + 1;
  }

  private struckOut(offset: number): number {
    const { text } = this;
    const isEnd = (here: number): boolean => this.code(here) === 0x7e && this.code(here + 1) === 0x7e;
    if (!isEnd(offset)) return -1;
    const first = this.code(offset + 2);
    if (first < 0 || first === 0x20 || first === 0x0a || first === 0x7e) return -1;
    const end = this.until(offset + 2, isEnd, (here) => {
      if (this.code(here) !== 0x20) return this.inline(here);
      const behind = skipSpaces(text, here);
      return isEnd(behind) ? -1 : this.inline(here);
    });
    return end < 0 ? -1 : end + 2;
  }

  private isSpaceOrEnd(offset: number): boolean {
    const code = this.code(offset);
    return code < 0 || code === 0x20 || code === 0x0a || code === 0xa0;
  }

  /** A quotation, or the mark alone where none ends it. */
  private quotationFrom(offset: number, kind: Quotation, isEnd: (here: number) => boolean): number {
    if (this.quotation === kind || this.isSpaceOrEnd(offset + 1)) return offset + 1;
    const end = this.attempt(() => {
      this.quotation = kind;
      return this.until(offset + 1, isEnd);
    });
    return end < 0 ? offset + 1 : end + 1;
  }

  private doubleQuotation(offset: number): number {
    return this.quotationFrom(offset, 2, (here) => {
      const code = this.code(here);
      return code === 0x22 || code === 0x201d;
    });
  }

  private singleQuotation(offset: number): number {
    if (this.lastWordEnd === offset) return offset + 1;
    return this.quotationFrom(offset, 1, (here) => {
      const code = this.code(here);
      return (code === 0x27 || code === 0x2019) && !(here + 1 < this.limit && wordUnits(this.text, here + 1) > 0);
    });
  }

  private angle(offset: number): number {
    const { text, limit } = this;
    const link = matchAt(autolinkPattern, text, offset);
    if (link !== null && offset + link[0].length <= limit) return offset + link[0].length;
    const tag = tagAt(text, offset);
    if (tag === undefined || tag.end > limit) {
      // What closes it may come far behind.
      if (tagBeginning.test(text.charAt(offset + 1))) this.farthest = limit;
      return offset + 1;
    }
    this.farthest = Math.max(this.farthest, tag.end);
    if (tag.name === 'script' && !tag.isEnd) {
      const closing = text.indexOf('</script>', tag.end);
      this.farthest = Math.max(this.farthest, closing < 0 ? limit : closing);
      if (closing >= 0 && closing < limit) return closing + 9;
    }
    if (tag.name === 'span' && !tag.isEnd && !tag.isEmpty) {
      const isEnd = (here: number): boolean => isEndTag(text, here, 'span');
      const inside = isEnd(tag.end) ? tag.end : this.attempt(() => this.until(tag.end, isEnd));
      if (inside >= 0) return tagAt(text, inside)!.end;
    }
    if (isInlineTag(tag) && !isEndTag(text, offset, this.around.element)) return tag.end;
    return isBlockTag(tag) ? -1 : offset + 1;
  }

  private backslash(offset: number): number {
    const next = this.code(offset + 1);
    if (next < 0) return -1;
    if (next === 0x0a) return this.lineBreak(offset + 1);
    const length = wordUnits(this.text, offset + 1);
    if (length === 0) return offset + (next >= 0xd800 && next < 0xdc00 ? 3 : 2);
    return this.tex(offset);
  }

  /** `\command[…]{…}`. */
  private tex(offset: number): number {
    const { text, limit } = this;
    const found = matchAt(texPattern, text, offset);
    if (found === null) return -1;
    if (found[0] === '\\begin') {
      const name = matchAt(texArgument, text, offset + 6);
      const closing = name === null ? -1 : text.indexOf(`\\end${name[0]}`, offset);
      this.farthest = Math.max(this.farthest, closing < 0 ? limit : closing);
      if (closing >= 0 && closing < limit) return closing + 4 + name![0].length;
    }
    const name = offset + found[0].length;
    if (noArgument.test(found[0])) return Math.min(limit, skipSpaces(text, name));
    const takesOne = oneArgument.test(found[0]);
    // Spaces may stand before the first argument, and a line's end before one in square brackets.
    let open = skipSpaces(text, name);
    if (!takesOne && this.code(open) === 0x0a && this.code(skipSpaces(text, open + 1)) === 0x5b)
      open = skipSpaces(text, open + 1);
    for (let isFirst = true; ; isFirst = false) {
      const code = this.code(open);
      if (code !== 0x7b && (code !== 0x5b || takesOne)) return Math.min(limit, isFirst ? skipSpaces(text, name) : open);
      const close = this.argumentEnd(open, code, code === 0x7b ? 0x7d : 0x5d);
      if (close < 0) return isFirst ? name : open;
      open = close;
      if (takesOne) return open;
    }
  }

  private argumentEnd(open: number, opening: number, closing: number): number {
    const { text, limit } = this;
    let depth = 0;
    for (let offset = open; offset < limit; offset++) {
      const code = text.charCodeAt(offset);
      if (code === 0x5c) offset++;
      else if (code === opening) depth++;
      else if (code === closing && --depth === 0) return offset + 1;
      else if (code === 0x0a && isBlankLine(text, offset + 1)) return -1;
    }
    return -1;
  }

  /** The `]` that belongs to a `[`, or -1. Blank lines do not matter to it. */
  private closing(open: number): number {
    const known = this.closings.get(open);
    if (known !== undefined) return known < this.limit ? known : -1;
    const { text, closings } = this;
    const opened: number[] = [];
    let offset = open;
    for (; offset < this.limit; ) {
      const code = text.charCodeAt(offset);
      if (code === 0x5b) opened.push(offset);
      else if (code === 0x5d) {
        closings.set(opened.pop()!, offset);
        if (opened.length === 0) break;
      } else {
        const end =
          code === 0x5c
            ? this.backslash(offset)
            : code === 0x60
              ? this.codeEnd(offset)
              : code === 0x24
                ? this.mathEnd(offset)
                : code === 0x3c
                  ? (tagAt(text, offset)?.end ?? -1)
                  : -1;
        if (end > offset) {
          offset = end;
          continue;
        }
      }
      offset++;
    }
    this.farthest = Math.max(this.farthest, offset);
    for (const one of opened) closings.set(one, -1);
    return closings.get(open)!;
  }

  /** Reads what stands between brackets as a text of its own; what comes behind a line that ends it is lost. */
  private within(from: number, to: number, mayLink: boolean): readonly Found[] {
    const key = `${from} ${to} ${mayLink}`;
    let found = this.inner.get(key);
    if (found === undefined) {
      const reader = new InlineReader(
        this.text,
        to,
        this.around,
        this.examples,
        mayLink,
        this.depth + 1,
        this.closings,
      );
      reader.many(from);
      this.farthest = Math.max(this.farthest, reader.farthest);
      found = reader.found;
      this.inner.set(key, found);
    }
    return found;
  }

  private inlineNote(offset: number): number {
    if (this.code(offset + 1) !== 0x5b) return -1;
    const close = this.closing(offset + 1);
    if (close < 0) return -1;
    this.found.push(...this.within(offset + 2, close, this.mayLink));
    return close + 1;
  }

  private bracket(offset: number): number {
    const note = matchAt(notePattern, this.text, offset);
    if (note !== null && offset + note[0].length <= this.limit) {
      this.found.push({ what: 'note', id: note[0].slice(2, -1) });
      return offset + note[0].length;
    }
    const list = this.attempt(() => this.list(offset));
    if (list >= 0) return list;
    if (this.code(offset + 1) === 0x5e) return -1;
    const close = this.closing(offset);
    if (close >= 0) {
      const attributes = attributesEnd(this.text, close + 1);
      if (attributes >= 0 && attributes <= this.limit) {
        this.found.push(...this.within(offset + 1, close, this.mayLink));
        return attributes;
      }
    }
    return this.mayLink ? this.link(offset) : -1;
  }

  /** `[text](address)`, `[text][reference]`, and text in brackets that is neither. */
  private link(open: number, mayLinkInside = false): number {
    if (this.code(open + 1) === 0x5e) return -1;
    const close = this.closing(open);
    if (close < 0) return -1;
    const address = this.addressEnd(close + 1);
    if (address >= 0) {
      this.found.push(...this.within(open + 1, close, mayLinkInside));
      return this.withAttributes(address);
    }
    this.found.push(...this.within(open + 1, close, true));
    const second = close + 1;
    if (this.code(second) !== 0x5b || this.code(second + 1) === 0x5e) return this.withAttributes(second);
    if (this.attempt(() => (this.list(second) >= 0 ? -2 : -1)) === -2) return this.withAttributes(second);
    const end = this.closing(second);
    if (end < 0) return this.withAttributes(second);
    const reference = this.text
      .slice(second + 1, end)
      .toLowerCase()
      .replace(/\s+/g, ' ');
    for (const one of this.within(second, end + 1, true)) {
      if (one.what === 'key') this.found.push({ ...one, reference });
    }
    return this.withAttributes(end + 1);
  }

  /** The offset behind `(address "title")`, or -1. */
  private addressEnd(open: number): number {
    if (this.code(open) !== 0x28) return -1;
    const { text, limit } = this;
    let offset = skipSpaces(text, open + 1);
    const literal = (here: number): number => {
      const code = this.code(here);
      if (code < 0 || here > open + longestAddress) return -1;
      if (code === 0x0a) return isBlankLine(text, here + 1) ? -1 : here + 1;
      if (code === 0x5c && here + 1 < limit && wordUnits(text, here + 1) === 0 && this.code(here + 1) !== 0x0a)
        return here + 2;
      return here + 1;
    };
    const balanced = (here: number, depth: number): number => {
      if (depth > deepest || this.unclosed.has(here)) return -1;
      let end = here + 1;
      while (end >= 0 && this.code(end) !== 0x29) {
        const nested = this.code(end) === 0x28 ? balanced(end, depth + 1) : -1;
        end = nested >= 0 ? nested : literal(end);
      }
      if (end >= 0) return end + 1;
      this.unclosed.add(here);
      return -1;
    };
    let end = -1;
    if (this.code(offset) === 0x3c) {
      end = offset + 1;
      while (end >= 0 && this.code(end) !== 0x3e) end = literal(end);
      if (end >= 0) end++;
    }
    if (end < 0) {
      end = offset;
      for (;;) {
        const code = this.code(end);
        let next = code === 0x28 ? balanced(end, 0) : -1;
        if (next < 0 && code !== 0x20 && code !== 0x29) next = literal(end);
        if (next < 0 && code === 0x20) {
          const behind = skipSpaces(text, end);
          if (!`"')`.includes(text.charAt(behind))) next = behind;
        }
        if (next < 0) break;
        end = next;
      }
    }
    offset = end;
    let title = this.skipBreak(offset);
    const quote = this.code(title);
    if (title >= 0 && (quote === 0x22 || quote === 0x27)) {
      title++;
      while (title >= 0 && !(this.code(title) === quote && wordUnits(text, title + 1) === 0)) title = literal(title);
      if (title >= 0) offset = title + 1;
    }
    offset = skipSpaces(text, offset);
    return this.code(offset) === 0x29 ? offset + 1 : -1;
  }

  /** Spaces with at most one line's end in them; -1 where a blank line follows. */
  private skipBreak(offset: number): number {
    let end = skipSpaces(this.text, offset);
    if (this.code(end) === 0x0a) end = skipSpaces(this.text, end + 1);
    return this.code(end) === 0x0a ? -1 : Math.min(end, this.limit);
  }

  /** `@key` in the text, else the number of an example. */
  private atSign(offset: number): number {
    const cited = this.attempt(() => this.inText(offset));
    if (cited >= 0) return cited;
    const label = matchAt(exampleLabel, this.text, offset + 1);
    return label === null ? -1 : Math.min(this.limit, offset + 1 + label[0].length);
  }

  /** The offset behind the key of a citation that begins with the `@` at one, or -1. */
  private keyEnd(offset: number): number {
    if (this.code(offset) !== at) return -1;
    const end = citationKeyEnd(this.text, offset);
    return end === 0 || end > this.limit ? -1 : end;
  }

  private inText(offset: number): number {
    if (this.lastWordEnd === offset) return -1;
    const end = this.keyEnd(offset);
    if (end < 0) return -1;
    const key = keyOfCitation(this.text.slice(offset, end));
    if (this.examples.has(key)) return -1;
    const cited: CitedKey = {
      what: 'key',
      start: offset,
      end,
      key,
      mode: 'AuthorInText',
      prefix: '',
      suffix: '',
      mayBeExample: true,
    };
    this.found.push(cited);
    const open = this.skipBreak(end);
    if (open < 0 || this.code(open) !== 0x5b) return end;
    const list = this.attempt(() => this.list(open));
    if (list >= 0) {
      cited.mayBeExample = false;
      return list;
    }
    const rest = this.attempt(() => this.continuation(open, cited));
    return rest >= 0 ? rest : end;
  }

  /** `[p. 3; @other]` behind `@key`. */
  private continuation(open: number, cited: CitedKey): number {
    const { text } = this;
    if (this.code(open + 1) === 0x5e) return -1;
    let end = this.suffixEnd(open + 1);
    if (end < 0) return -1;
    const suffix = text.slice(open + 1, end);
    if (this.code(end) === 0x3b) {
      const before = this.skipBreak(end + 1);
      const rest = before < 0 ? -1 : this.attempt(() => this.items(before));
      if (rest >= 0) end = rest;
    }
    end = this.skipBreak(end);
    if (end < 0 || this.code(end) !== 0x5d) return -1;
    const next = this.code(end + 1);
    if (next === 0x5b || next === 0x28) return -1;
    cited.suffix = suffix;
    cited.mayBeExample = false;
    return end + 1;
  }

  /** The `]` that belongs to the `[` at an offset, or -1 where there is none or citations stand in the brackets. */
  labelEnd(open: number): number {
    return this.attempt(() => this.list(open)) >= 0 ? -1 : this.closing(open);
  }

  /** The offset behind citations in brackets, or -1. */
  private list(open: number): number {
    const from = this.skipBreak(open + 1);
    if (from < 0) return -1;
    const items = this.items(from);
    const close = items < 0 ? -1 : this.skipBreak(items);
    if (close < 0 || this.code(close) !== 0x5d) return -1;
    // They may be the text of a link or a span: pandoc asks for no more than the next mark.
    const next = this.code(close + 1);
    return next === 0x28 || next === 0x5b || next === 0x7b ? -1 : close + 1;
  }

  /** Citations with `;` between them. */
  private items(from: number): number {
    let end = this.item(from);
    while (end >= 0 && this.code(end) === 0x3b) {
      const next = this.skipBreak(end + 1);
      if (next < 0) return end;
      const item = this.attempt(() => this.item(next));
      if (item < 0) return -1;
      end = item;
    }
    return end;
  }

  private item(from: number): number {
    const { text } = this;
    for (let offset = from; ; ) {
      let code = this.code(offset);
      if (code < 0 || code === 0x3b) return -1;
      // A `]` right before a key ends the prefix: pandoc reads `[see]@key]` so.
      const isClosed = code === 0x5d;
      if (isClosed) code = this.code(++offset);
      if (this.lastWordEnd !== offset) {
        const isSuppressed = code === 0x2d && this.code(offset + 1) === at;
        const start = isSuppressed ? offset + 1 : offset;
        const end = this.keyEnd(start);
        if (end >= 0) {
          const cited: CitedKey = {
            what: 'key',
            start,
            end,
            key: keyOfCitation(text.slice(start, end)),
            mode: isSuppressed ? 'SuppressAuthor' : 'NormalCitation',
            prefix: text.slice(from, offset),
            suffix: '',
            mayBeExample: false,
          };
          this.found.push(cited);
          const to = this.suffixEnd(end);
          if (to < 0) return -1;
          cited.suffix = text.slice(end, to);
          return to;
        }
      }
      if (isClosed) return -1;
      offset = this.inline(offset);
      if (offset < 0) return -1;
    }
  }

  /** Where what stands behind a key ends: at the next `;` or `]` that is in no other inline. */
  private suffixEnd(from: number): number {
    const start = this.skipBreak(from);
    return start < 0 ? -1 : this.many(start, (here) => this.code(here) === 0x3b || this.code(here) === 0x5d);
  }
}
