/**
 * Citations as pandoc's Markdown reader understands them: which keys are cited, how, and with what before and behind them.
 * Source: pandoc's manual, "Citation syntax" (https://pandoc.org/MANUAL.html#citation-syntax), and the reader of pandoc 2.17,
 * with which `citation-grammar.test.ts` compares this.
 */
import type { Tree } from '@lezer/common';
import { citationKeyEnd } from './citation-key.ts';

/** pandoc's names: `@key`, `[@key]`, `[-@key]`. */
export type CitationMode = 'AuthorInText' | 'NormalCitation' | 'SuppressAuthor';

/** Offsets in the block, in UTF-16 units, end exclusive. */
export interface CitedKey {
  /** The key with its `@` and braces. */
  start: number;
  end: number;
  mode: CitationMode;
  /** What stands before the `@` within its brackets (`see`), and behind the key (`, para. 5`), spaces at the ends aside. */
  prefix: readonly [start: number, end: number];
  suffix: readonly [start: number, end: number];
  /** Where the brackets begin that the key stands in; its own `@` where it stands in none. */
  group: number;
}

/** Inline nodes that pandoc reads as one thing: nothing in them ends a citation. */
const opaque = new Set([
  'InlineCode',
  'Math',
  'Comment',
  'HTMLTag',
  'ProcessingInstruction',
  'Autolink',
  'URL',
  'Escape',
  'Attributes',
  'FootnoteReference',
  'FootnoteLabel',
]);
/** Inline nodes whose content is read, but whose end must come before the brackets’ end. */
const spans = new Set(['Emphasis', 'StrongEmphasis', 'Strikethrough']);
/** Each is read by itself. */
const cells = new Set(['TableCell']);

const at = 0x40;
const isSpace = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
const isWord = (text: string, offset: number): boolean =>
  offset >= 0 && /[\p{L}\p{N}]/u.test(text.slice(Math.max(0, offset - 1), offset + 1).slice(-1));

/** How deep brackets may stand in each other. */
const deepest = 24;

/** The citations of a block, in the order of their keys. */
export function citedKeys(text: string, block: Tree): CitedKey[] {
  const ends = new Map<number, number>();
  const inner = new Map<number, [number, number]>();
  const regions: [number, number][] = [];
  block.iterate({
    enter(node) {
      const { name, from, to } = node;
      if (opaque.has(name) && !(name === 'URL' && node.node.parent?.name === 'Link')) ends.set(from, to);
      if (spans.has(name)) {
        const first = node.node.firstChild;
        const last = node.node.lastChild;
        if (first !== null && last !== null) inner.set(from, [first.to, last.from]);
        ends.set(from, to);
      }
      if (name === 'Link' || name === 'Image') {
        // `](address "title")`: what follows the text of a link is no text.
        const close = node.node.getChildren('LinkMark').find((mark) => text.charCodeAt(mark.from) === 0x5d);
        const isInline = close !== undefined && text.charCodeAt(close.to) === 0x28;
        if (isInline && to > close.to) ends.set(close.to, to);
      }
      if (cells.has(name)) regions.push([from, to]);
    },
  });
  if (block.type.name === 'FrontMatter') regions.push(...metadataValues(text));
  else if (block.type.name.startsWith('Table') && regions.length === 0) return [];
  const scanner = new Scanner(text, ends, inner);
  if (regions.length === 0 && block.type.name !== 'FrontMatter') scanner.inlines(0, text.length);
  else for (const [from, to] of regions) scanner.inlines(from, to);
  return scanner.found.sort((a, b) => a.start - b.start);
}

/** Fields of the metadata that hold no prose. */
const noProse = new Set(['bibliography', 'csl', 'references', 'lang', 'date', 'email']);

/** The values of front matter that pandoc reads as Markdown, each with the lines that go on with it. */
function metadataValues(text: string): [number, number][] {
  const values: [number, number][] = [];
  let offset = 0;
  let isProse = false;
  for (const line of text.split('\n')) {
    const field = /^([\w-]+):[ \t]*(?:[|>][+-]?\d?[ \t]*$)?/.exec(line);
    if (field !== null) {
      isProse = !noProse.has(field[1]!);
      if (isProse) values.push([offset + field[0].length, offset + line.length]);
    } else if (/^(?:---|\.\.\.)\s*$/.test(line)) isProse = false;
    else if (isProse && values.length > 0) values[values.length - 1]![1] = offset + line.length;
    offset += line.length + 1;
  }
  return values;
}

/** What a bracketed list holds. */
interface List {
  end: number;
  keys: CitedKey[];
}

class Scanner {
  readonly found: CitedKey[] = [];
  private readonly text: string;
  private readonly ends: ReadonlyMap<number, number>;
  private readonly inner: ReadonlyMap<number, [number, number]>;
  /** Brackets in which no list was found, and where a bracket's text ends. */
  private readonly noList = new Set<number>();
  private readonly brackets = new Map<number, number>();
  /** Where keys ended: what follows at once stands behind a citation and not behind a word. */
  private readonly keyEnds = new Set<number>();
  private limit: number;
  private depth = 0;

  constructor(text: string, ends: ReadonlyMap<number, number>, inner: ReadonlyMap<number, [number, number]>) {
    this.text = text;
    this.ends = ends;
    this.inner = inner;
    this.limit = text.length;
  }

  /** Reads all between two offsets. */
  inlines(from: number, to: number): void {
    const outer = this.limit;
    this.limit = to;
    for (let offset = from; offset < to; ) offset = this.inline(offset);
    this.limit = outer;
  }

  /** Reads the inline that begins at an offset; gives where it ends. */
  private inline(offset: number): number {
    const { text } = this;
    const code = text.charCodeAt(offset);
    const end = this.ends.get(offset);
    if (end !== undefined && end <= this.limit) {
      const inside = this.inner.get(offset);
      if (inside !== undefined) this.inlines(...inside);
      return end;
    }
    if (code === at) return this.inText(offset) ?? offset + 1;
    if (code === 0x5b) return this.bracket(offset, true);
    if ((code === 0x5e || code === 0x21) && text.charCodeAt(offset + 1) === 0x5b && offset + 1 < this.limit)
      return this.bracket(offset + 1, false);
    return offset + 1;
  }

  /** `[…]`: a list of citations, else text in brackets with what is cited in it. */
  private bracket(open: number, mayBeList: boolean): number {
    if (this.depth >= deepest) return open + 1;
    this.depth++;
    try {
      const list = mayBeList ? this.list(open) : undefined;
      if (list !== undefined) {
        this.found.push(...list.keys);
        return list.end;
      }
      const close = this.closing(open);
      if (close < 0) return open + 1;
      this.inlines(open + 1, close);
      return close + 1;
    } finally {
      this.depth--;
    }
  }

  /** The `]` that belongs to a `[`, or -1. */
  private closing(open: number): number {
    const known = this.brackets.get(open);
    if (known !== undefined && known < this.limit) return known;
    let depth = 0;
    for (let offset = open; offset < this.limit; ) {
      const end = offset === open ? undefined : this.ends.get(offset);
      if (end !== undefined) {
        offset = end;
        continue;
      }
      const code = this.text.charCodeAt(offset);
      if (code === 0x5b) depth++;
      if (code === 0x5d && --depth === 0) {
        this.brackets.set(open, offset);
        return offset;
      }
      offset++;
    }
    return -1;
  }

  /** Spaces, and at most one line break. */
  private skipSpace(offset: number): number {
    let end = offset;
    let lines = 0;
    while (end < this.limit && isSpace(this.text.charCodeAt(end))) {
      if (this.text.charCodeAt(end) === 0x0a && ++lines > 1) return end;
      end++;
    }
    // A quotation's continuation mark is no text.
    if (lines === 1 && this.text.charCodeAt(end) === 0x3e) return this.skipSpace(end + 1);
    return end;
  }

  /** Whether a key may begin at an `@`: not right behind a letter, a digit or a full stop that belongs to a word. */
  private mayBegin(offset: number): boolean {
    const before = offset - 1;
    if (before < 0 || this.keyEnds.has(offset)) return true;
    if (this.text.charCodeAt(before) === 0x2e) return this.text.charCodeAt(before - 1) === 0x2e;
    return !isWord(this.text, before);
  }

  private keyEnd(offset: number): number {
    if (this.text.charCodeAt(offset) !== at) return 0;
    const end = citationKeyEnd(this.text, offset);
    if (end === 0 || end > this.limit) return 0;
    this.keyEnds.add(end);
    return this.mayBegin(offset) ? end : 0;
  }

  /** `@key`, with the brackets that may follow; undefined where no key begins. */
  private inText(offset: number): number | undefined {
    const end = this.keyEnd(offset);
    if (end === 0) return undefined;
    const key: CitedKey = {
      start: offset,
      end,
      mode: 'AuthorInText',
      prefix: [offset, offset],
      suffix: [end, end],
      group: offset,
    };
    this.found.push(key);
    const open = this.skipSpace(end);
    if (open >= this.limit || this.text.charCodeAt(open) !== 0x5b || this.depth >= deepest) return end;
    this.depth++;
    try {
      const list = this.list(open);
      if (list === undefined) return this.continuation(open, key) ?? end;
      this.found.push(...list.keys);
      return list.end;
    } finally {
      this.depth--;
    }
  }

  /** `[p. 3; @other]` behind `@key`. */
  private continuation(open: number, key: CitedKey): number | undefined {
    const { text } = this;
    if (text.charCodeAt(open + 1) === 0x5e) return undefined;
    const before = this.found.length;
    const from = open + 1;
    let offset = this.suffixEnd(from);
    const suffix: [number, number] = [from, offset];
    let keys: CitedKey[] = [];
    if (text.charCodeAt(offset) === 0x3b && offset < this.limit) {
      const rest = this.items(this.skipSpace(offset + 1), open);
      if (rest !== undefined) {
        keys = rest.keys;
        offset = rest.end;
      }
    }
    offset = this.skipSpace(offset);
    const next = text.charCodeAt(offset + 1);
    if (offset >= this.limit || text.charCodeAt(offset) !== 0x5d || next === 0x5b || next === 0x28) {
      this.found.length = before;
      return undefined;
    }
    key.suffix = suffix;
    this.found.push(...keys);
    return offset + 1;
  }

  /** The list of citations in brackets, or undefined; nothing is found where it is none. */
  private list(open: number): List | undefined {
    if (this.noList.has(open)) return undefined;
    const before = this.found.length;
    const items = this.items(this.skipSpace(open + 1), open);
    if (items !== undefined) {
      const close = this.skipSpace(items.end);
      if (close < this.limit && this.text.charCodeAt(close) === 0x5d && !this.isLinkOrSpan(close + 1))
        return { end: close + 1, keys: items.keys };
    }
    this.found.length = before;
    this.noList.add(open);
    return undefined;
  }

  /** Whether brackets that end here may be the text of a link or of a span: pandoc asks for no more than the next mark. */
  private isLinkOrSpan(offset: number): boolean {
    return offset < this.limit && '([{'.includes(this.text.charAt(offset));
  }

  /** Citations with `;` between them. */
  private items(from: number, group: number): List | undefined {
    const keys: CitedKey[] = [];
    for (let offset = from; ; ) {
      const item = this.item(offset, group);
      if (item === undefined) return undefined;
      keys.push(item.key);
      if (item.end >= this.limit || this.text.charCodeAt(item.end) !== 0x3b) return { end: item.end, keys };
      offset = this.skipSpace(item.end + 1);
    }
  }

  private item(from: number, group: number): { key: CitedKey; end: number } | undefined {
    const { text } = this;
    let offset = from;
    for (;;) {
      const code = text.charCodeAt(offset);
      if (offset >= this.limit || code === 0x5d || code === 0x3b) return undefined;
      const isSuppressed = code === 0x2d && text.charCodeAt(offset + 1) === at;
      const keyAt = isSuppressed ? offset + 1 : offset;
      const end = isSuppressed && !this.mayBegin(offset) ? 0 : this.keyEnd(keyAt);
      if (end > 0) {
        const to = this.suffixEnd(end);
        return {
          end: to,
          key: {
            start: keyAt,
            end,
            mode: isSuppressed ? 'SuppressAuthor' : 'NormalCitation',
            prefix: [from, offset],
            suffix: [end, to],
            group,
          },
        };
      }
      offset = this.inline(offset);
    }
  }

  /** Where what stands behind a key ends: at the next `;` or `]` that is in no other inline. */
  private suffixEnd(from: number): number {
    let offset = from;
    while (offset < this.limit) {
      const code = this.text.charCodeAt(offset);
      if (code === 0x3b || code === 0x5d) break;
      offset = this.inline(offset);
    }
    return Math.min(offset, this.limit);
  }
}
