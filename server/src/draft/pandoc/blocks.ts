/**
 * The blocks of pandoc's Markdown, as far as it matters which text is read for citations and where it ends (pandoc's manual,
 * "Pandoc's Markdown"; pandoc 2.17 is the judge in the test). CommonMark's blocks, which the rest of the server works with, are
 * others: pandoc wants blank lines before lists, headings and quotations, and indents the parts of a list differently.
 * Offsets are UTF-16 units, ends exclusive.
 */
import { type Found, InlineReader } from './inlines.ts';
import {
  attributesEnd,
  bulletStart,
  closesSurroundings,
  fencedCodeEnd,
  isBlankLine,
  isBlockTag,
  isDivisionEnd,
  isEndTag,
  isListStart,
  isRule,
  lineEnd,
  matchAt,
  nextLine,
  type OrderedStart,
  orderedStart,
  type Surroundings,
  skipBlankLines,
  skipExactly,
  skipIndent,
  skipSpaces,
  tagAt,
} from './lines.ts';
import { metadataBlock, metadataTexts } from './metadata.ts';
import { Excerpt, type Source } from './source.ts';
import { gridTable, multilineTable, pipeTable, simpleTable } from './tables.ts';

/** What a text cites and defines; offsets are those of the outermost text. */
export interface BlockFindings {
  found: Found[];
  /** What stands in the footnotes that it defines. */
  notes: { id: string; found: Found[] }[];
  /** Labels of examples, and of links’ references, in small letters. */
  examples: string[];
  references: string[];
}

/** How deep lists and quotations may stand in each other. */
const deepest = 40;

const division = /:::+ *(?:(?=\{)|[^\s{]+)/y;
const atxMark = /#{1,6}(?![#])(?= |\n|$)/y;
const definitionMark = /(?:[:~](?: {3}| {1,2}(?! )|(?=\n))| [:~](?: {2}| (?! ))| {2}[:~] | {3}[:~](?= ))/y;
const noteMark = / {0,3}\[\^[^\s](?:[^\s\]])*\]:/y;
const title = /(?:"(?:[^"\\\n]|\\.|\n(?! *\n))*"|'(?:[^'\\\n]|\\.|\n(?! *\n))*'|\((?:[^()\\\n]|\\.|\n(?! *\n))*\))/y;
const angles = /<[^>\n]*>/y;
const wordRun = /[^ \n]+/y;
const environment = /\\begin\{([\w*]+)\}/y;
const rawElements = new Set(['script', 'style', 'pre', 'textarea']);
const captionMark = / {0,3}(?:[Tt]able)?:/y;

export class BlockReader {
  /** The farthest offset of the source that was looked at. */
  farthest = 0;
  private readonly text: string;
  private readonly into: BlockFindings;
  /** Labels of examples defined so far, anywhere in the draft. */
  private readonly examples: Set<string>;
  private readonly depth: number;
  private found: Found[];
  private around: Surroundings;

  constructor(source: Source, into: BlockFindings, examples: Set<string>, around: Surroundings, depth = 0) {
    this.text = source.text;
    this.into = into;
    this.found = into.found;
    this.examples = examples;
    this.around = around;
    this.depth = depth;
  }

  /** Reads blocks from an offset on, until `stop` is met or the text ends. */
  blocks(from: number, stop?: (offset: number) => boolean): number {
    let at = from;
    while (at < this.text.length && stop?.(at) !== true) at = this.block(at);
    return at;
  }

  /** Reads the block at an offset; gives where it ends, which is behind the offset. */
  block(at: number): number {
    const { text } = this;
    if (isBlankLine(text, at)) return skipBlankLines(text, at);
    const end =
      this.fencedCode(at) ??
      this.metadata(at) ??
      this.list(at, bulletStart(text, at) >= 0) ??
      this.htmlDivision(at) ??
      this.division(at) ??
      this.heading(at) ??
      this.html(at) ??
      this.table(at) ??
      this.indentedCode(at) ??
      this.tex(at) ??
      this.lineBlock(at) ??
      this.quotation(at) ??
      (isRule(text, at) ? nextLine(text, at) : undefined) ??
      this.list(at, orderedStart(text, at) !== undefined) ??
      this.definitions(at) ??
      this.note(at) ??
      this.reference(at) ??
      this.paragraph(at);
    return end > at ? end : at + 1;
  }

  private look(at: number): void {
    if (at > this.farthest) this.farthest = at;
  }

  private add(found: readonly Found[]): void {
    for (const one of found) this.found.push(one);
  }

  private placed(found: readonly Found[], source: Source): Found[] {
    return found.map((one) =>
      one.what === 'note' ? one : { ...one, start: source.outer(one.start), end: source.outer(one.end - 1) + 1 },
    );
  }

  /** Reads a text out of this one, as blocks. */
  private nested(source: Source, around: Surroundings, into = this.found): void {
    if (this.depth >= deepest) return;
    const findings: BlockFindings = { found: [], notes: [], examples: [], references: [] };
    new BlockReader(source, findings, this.examples, around, this.depth + 1).blocks(0);
    for (const one of this.placed(findings.found, source)) into.push(one);
    for (const { id, found } of findings.notes) this.into.notes.push({ id, found: this.placed(found, source) });
    this.into.examples.push(...findings.examples);
    this.into.references.push(...findings.references);
  }

  private inlines(): InlineReader {
    return new InlineReader(this.text, this.text.length, this.around, this.examples);
  }

  /** Reads a text out of this one, as a line of text. */
  private nestedLine(source: Source): void {
    const reader = new InlineReader(source.text, source.text.length, this.around, this.examples);
    reader.many(0);
    this.add(this.placed(reader.found, source));
  }

  private paragraph(at: number): number {
    const reader = this.inlines();
    const end = reader.many(at);
    this.look(Math.max(end, reader.farthest));
    this.add(reader.found);
    return end;
  }

  private fencedCode(at: number): number | undefined {
    const end = fencedCodeEnd(this.text, at);
    if (end >= 0) return end;
    // A fence that is not closed may be so by what comes far behind it.
    const mark = this.text.charCodeAt(skipSpaces(this.text, at));
    if (mark === 0x60 || mark === 0x7e) this.look(this.text.length);
    return undefined;
  }

  /** Whether fenced code begins at a line; if so, only by a fence that may stand far behind. */
  private isFence(line: number): boolean {
    const mark = this.text.charAt(skipSpaces(this.text, line));
    if (mark !== '`' && mark !== '~') return false;
    this.look(this.text.length);
    return fencedCodeEnd(this.text, line) >= 0;
  }

  private metadata(at: number): number | undefined {
    const block = this.depth > 0 ? undefined : metadataBlock(this.text, at);
    if (block === undefined) {
      if (this.text.startsWith('---', at)) this.look(this.text.length);
      return undefined;
    }
    for (const source of metadataTexts(this.text, block.from, block.to)) this.metadataText(source);
    return block.end;
  }

  /** A string of the metadata: a line of text where it is one, else blocks. */
  private metadataText(source: Source): void {
    const { text } = source;
    if (!text.endsWith('\n')) {
      const reader = new InlineReader(text, text.length, this.around, this.examples);
      if (reader.many(0) >= text.trimEnd().length) {
        this.add(this.placed(reader.found, source));
        return;
      }
    }
    this.nested(source, this.around);
  }

  private indentedCode(at: number): number | undefined {
    const { text } = this;
    if (skipExactly(text, at, 4) < 0) return undefined;
    let end = at;
    for (let line = at; line < text.length; ) {
      if (isBlankLine(text, line)) line = skipBlankLines(text, line);
      if (skipExactly(text, line, 4) < 0) break;
      line = nextLine(text, line);
      end = line;
    }
    return end;
  }

  private heading(at: number): number | undefined {
    const { text } = this;
    const mark = matchAt(atxMark, text, at);
    if (mark !== null) {
      const isClosing = (here: number): boolean => {
        let end = here;
        while (text.charCodeAt(end) === 0x23) end++;
        end = skipSpaces(text, end);
        const attributes = attributesEnd(text, end);
        return isBlankLine(text, attributes >= 0 ? attributes : end);
      };
      return this.headingText(skipSpaces(text, at + mark[0].length), isClosing, 0);
    }
    const line = nextLine(text, at);
    const underline = matchAt(/(?:=+|-+) *\n/y, text, line);
    if (underline === null) return undefined;
    const isEnd = (here: number): boolean => {
      const end = skipSpaces(text, here);
      const attributes = attributesEnd(text, end);
      return isBlankLine(text, attributes >= 0 ? attributes : end);
    };
    return this.headingText(skipSpaces(text, at), isEnd, 1, line);
  }

  private headingText(from: number, isEnd: (at: number) => boolean, more: number, line = -1): number | undefined {
    const { text } = this;
    const reader = new InlineReader(text, text.length, { ...this.around, isInHeading: true }, this.examples);
    const end = reader.many(from, isEnd);
    this.look(reader.farthest);
    if (!isEnd(end)) return undefined;
    let behind = nextLine(text, end);
    if (more > 0) {
      if (behind !== line && matchAt(/(?:=+|-+) *\n/y, text, behind) === null) return undefined;
      behind = nextLine(text, behind);
    }
    this.add(reader.found);
    return behind;
  }

  /** `::: name` … `:::`. */
  private division(at: number): number | undefined {
    const { text } = this;
    const mark = matchAt(division, text, at);
    if (mark === null) return undefined;
    const attributes = attributesEnd(text, at + mark[0].length);
    let end = skipSpaces(text, attributes >= 0 ? attributes : at + mark[0].length);
    while (text.charCodeAt(end) === 0x3a) end++;
    if (!isBlankLine(text, end)) return undefined;
    return this.enclosed(
      nextLine(text, end),
      { ...this.around, divisions: this.around.divisions + 1 },
      (here) => isDivisionEnd(text, here),
      (here) => nextLine(text, here),
    );
  }

  /** Blocks up to an end that must come. */
  private enclosed(
    from: number,
    around: Surroundings,
    isEnd: (at: number) => boolean,
    behind: (at: number) => number,
  ): number | undefined {
    const before = this.found.length;
    const { around: outer } = this;
    this.around = around;
    const end = this.blocks(from, isEnd);
    this.around = outer;
    if (end < this.text.length && isEnd(end)) return behind(end);
    this.look(this.text.length);
    this.found.length = before;
    return undefined;
  }

  private htmlDivision(at: number): number | undefined {
    const { text } = this;
    const tag = tagAt(text, at);
    if (tag === undefined || tag.isEnd || tag.name !== 'div') return undefined;
    if (tag.isEmpty) return tag.end;
    return this.enclosed(
      skipSpaces(text, tag.end),
      { ...this.around, element: 'div' },
      (here) => isEndTag(text, skipIndent(text, here) < 0 ? here : skipIndent(text, here), 'div'),
      (here) => tagAt(text, skipSpaces(text, here))!.end,
    );
  }

  /** A tag of a block, or a comment; what stands in the element is read. */
  private html(at: number): number | undefined {
    const { text } = this;
    const tag = tagAt(text, at);
    if (tag === undefined || !isBlockTag(tag)) return undefined;
    this.look(tag.end);
    if (tag.isEnd || tag.isEmpty) return skipSpaces(text, tag.end);
    if (rawElements.has(tag.name)) {
      const end = text.toLowerCase().indexOf(`</${tag.name}`, tag.end);
      this.look(end < 0 ? text.length : end);
      return end < 0 ? tag.end : (tagAt(text, end)?.end ?? tag.end);
    }
    let from = skipSpaces(text, tag.end);
    let indent = 0;
    if (isBlankLine(text, from)) {
      from = nextLine(text, from);
      indent = skipSpaces(text, from) - from;
    }
    const { around } = this;
    this.around = { ...around, element: tag.name };
    const isEnd = (here: number): boolean => isEndTag(text, here, tag.name);
    let end = from;
    while (end < text.length) {
      const start = Math.min(end + indent, skipSpaces(text, end));
      if (isEnd(start)) break;
      end = this.block(start);
    }
    this.around = around;
    const closer = Math.min(end + indent, skipSpaces(text, end));
    return isEnd(closer) ? tagAt(text, closer)!.end : end;
  }

  private table(at: number): number | undefined {
    const { text } = this;
    const probe = this.inlines();
    const inlineEnd = (here: number): number => {
      const code = text.charCodeAt(here);
      if (code === 0x5c || code === 0x60 || code === 0x24) return probe.inline(here);
      return code === 0x3c ? (tagAt(text, here)?.end ?? -1) : -1;
    };
    const table =
      pipeTable(text, at, inlineEnd) ?? multilineTable(text, at) ?? simpleTable(text, at) ?? gridTable(text, at);
    if (table === undefined) {
      // A table of several lines may end far behind its first.
      if (matchAt(/ *-/y, text, at) !== null) this.look(text.length);
      return undefined;
    }
    for (const [index, pieces] of table.cells.entries()) {
      const hasBlocks = index >= table.blocksFrom;
      const cell = new Excerpt();
      for (const [from, to] of pieces) {
        const isTrimmed = !hasBlocks;
        const start = isTrimmed
          ? Math.min(skipSpaces(text, from), to)
          : text.charCodeAt(from) === 0x20
            ? Math.min(from + 1, to)
            : from;
        let stop = to;
        while (stop > start && text.charCodeAt(stop - 1) === 0x20) stop--;
        if (from > pieces[0]![0]) cell.put('\n', from);
        cell.take(text, start, stop);
      }
      if (hasBlocks) this.nested(cell.put('\n\n', at).source, this.around);
      else this.nestedLine(cell.source);
    }
    const behind = skipBlankLines(text, table.end);
    const caption = matchAt(captionMark, text, behind);
    if (caption === null) return table.end;
    const end = this.paragraph(skipSpaces(text, behind + caption[0].length));
    return end;
  }

  private tex(at: number): number | undefined {
    const { text } = this;
    const begin = matchAt(environment, text, at);
    if (begin === null) return undefined;
    const end = text.indexOf(`\\end{${begin[1]}}`, at);
    this.look(end < 0 ? text.length : end);
    if (end < 0) return undefined;
    const behind = skipSpaces(text, end + `\\end{${begin[1]}}`.length);
    const next = behind + 1;
    return text.charCodeAt(behind) === 0x0a && !isBlankLine(text, next) ? skipSpaces(text, next) : behind;
  }

  /** `| line`, each with the lines that go on with it. */
  private lineBlock(at: number): number | undefined {
    const { text } = this;
    const lines: Source[] = [];
    let line = at;
    while (text.charCodeAt(line) === 0x7c && /[ \n]/.test(text.charAt(line + 1))) {
      let end = lineEnd(text, line);
      const one = new Excerpt().take(text, Math.min(end, line + 2), end);
      line = nextLine(text, line);
      while (text.charCodeAt(line) === 0x20 && !isBlankLine(text, line)) {
        end = lineEnd(text, line);
        one.put(' ', line).take(text, line + 1, end);
        line = nextLine(text, line);
      }
      lines.push(one.source);
    }
    if (lines.length === 0) return undefined;
    for (const one of lines) this.nestedLine(one);
    return line;
  }

  /** A quotation with the lines that lazily go on with it. */
  private quotation(at: number): number | undefined {
    const { text } = this;
    const markEnd = (line: number): number => {
      const mark = skipIndent(text, line);
      if (mark < 0 || text.charCodeAt(mark) !== 0x3e) return -1;
      return text.charCodeAt(mark + 1) === 0x20 ? mark + 2 : mark + 1;
    };
    let from = markEnd(at);
    if (from < 0) return undefined;
    const quoted = new Excerpt();
    let line = at;
    for (;;) {
      quoted.take(text, from, lineEnd(text, line)).put('\n', lineEnd(text, line));
      line = nextLine(text, line);
      from = markEnd(line);
      if (from >= 0) continue;
      if (line >= text.length || isBlankLine(text, line) || this.endsLine(line)) break;
      from = skipSpaces(text, line);
    }
    this.nested(quoted.put('\n', line).source, this.around);
    return line;
  }

  /** Whether a line ends the text before it, blank lines aside. */
  private endsLine(line: number): boolean {
    const { text, around } = this;
    if (around.isInList && isListStart(text, line)) return true;
    if (text.charCodeAt(line) === 0x60 && this.isFence(line)) return true;
    return closesSurroundings(text, line, around);
  }

  private list(at: number, isList: boolean): number | undefined {
    if (!isList) return undefined;
    const isBullet = bulletStart(this.text, at) >= 0;
    let end = at;
    for (;;) {
      const start = this.itemStart(end, isBullet);
      if (start === undefined) return end;
      end = this.item(start.text, start.label === undefined ? start.text - end : 4);
    }
  }

  private itemStart(at: number, isBullet: boolean): OrderedStart | undefined {
    if (at >= this.text.length) return undefined;
    const bullet = bulletStart(this.text, at);
    if (bullet >= 0) return isBullet ? { text: bullet, label: undefined } : undefined;
    const start = isBullet ? undefined : orderedStart(this.text, at);
    if (start?.label !== undefined && start.label !== '') {
      this.examples.add(start.label);
      this.into.examples.push(start.label);
    }
    return start;
  }

  /** An item whose text begins at `start`; `indent` is how far the lines that belong to it are indented. */
  private item(start: number, indent: number): number {
    const { text, around } = this;
    const inList = { ...around, isInList: true };
    const item = new Excerpt();
    // Code and comments may go on over a line's end without being indented.
    const takeLine = (from: number): number => {
      const end = this.itemLineEnd(from);
      item.take(text, from, end).put('\n', end);
      return Math.min(text.length, end + 1);
    };
    let line = takeLine(start);
    const indented = (here: number): number => skipExactly(text, here, indent);
    const isClosed = (here: number): boolean => closesSurroundings(text, here, around);
    while (line < text.length && !isBlankLine(text, line)) {
      if (isListStart(text, line) || this.isFence(line)) break;
      const inner = indented(line);
      if ((inner >= 0 && isListStart(text, skipSpaces(text, inner))) || isClosed(line)) break;
      line = takeLine(inner >= 0 ? inner : line);
    }
    const takeBlank = (): void => {
      while (line < text.length && isBlankLine(text, line)) {
        item.put('\n', line);
        line = nextLine(text, line);
      }
    };
    takeBlank();
    for (;;) {
      const inner = indented(line);
      if (line >= text.length || inner < 0 || isClosed(line)) break;
      item.take(text, inner, Math.min(text.length, lineEnd(text, line) + 1));
      line = nextLine(text, line);
      while (line < text.length && !isBlankLine(text, line) && !isClosed(line)) {
        const next = indented(line);
        if (next < 0 && isListStart(text, line)) break;
        item.take(text, next < 0 ? line : next, Math.min(text.length, lineEnd(text, line) + 1));
        line = nextLine(text, line);
      }
      takeBlank();
    }
    this.look(line + 1);
    this.nested(item.source, inList);
    return line;
  }

  /** Where the line of an item ends: behind code or a comment that goes on over line ends. */
  private itemLineEnd(from: number): number {
    const { text } = this;
    const reader = this.inlines();
    let at = from;
    while (at < text.length && text.charCodeAt(at) !== 0x0a) {
      const code = text.charCodeAt(at);
      let end = -1;
      if (code === 0x60) {
        end = reader.inline(at);
        // What is no code is passed over mark by mark.
      } else if (code === 0x3c && text.startsWith('<!--', at)) end = tagAt(text, at)?.end ?? -1;
      at = end > at ? end : at + 1;
    }
    return at;
  }

  /** Terms, each with what it means behind `:` or `~`. */
  private definitions(at: number): number | undefined {
    const { text } = this;
    const isMark = (line: number): boolean => line < text.length && matchAt(definitionMark, text, line) !== null;
    const second = (line: number): number => {
      const next = nextLine(text, line);
      return isBlankLine(text, next) ? nextLine(text, next) : next;
    };
    if (!isMark(second(at))) return undefined;
    let end = at;
    while (end < text.length && !isBlankLine(text, end) && isMark(second(end))) {
      const term = lineEnd(text, end);
      this.nestedLine(new Excerpt().take(text, end, term).source);
      end = second(end);
      for (;;) {
        const line = isMark(end)
          ? end
          : isBlankLine(text, end) && isMark(nextLine(text, end))
            ? nextLine(text, end)
            : -1;
        if (line < 0) break;
        end = this.definition(line);
      }
      const next = skipBlankLines(text, end);
      if (next < text.length && !isBlankLine(text, next) && isMark(second(next))) end = next;
    }
    return end;
  }

  private definition(at: number): number {
    const { text } = this;
    const mark = matchAt(definitionMark, text, at)!;
    const meaning = new Excerpt();
    meaning.take(text, at + mark[0].length, lineEnd(text, at)).put('\n', lineEnd(text, at));
    let line = nextLine(text, at);
    const take = (from: number): void => {
      meaning.take(text, from, Math.min(text.length, lineEnd(text, line) + 1));
      line = nextLine(text, line);
    };
    const lines = (): void => {
      while (line < text.length && !isBlankLine(text, line) && !closesSurroundings(text, line, this.around)) {
        const inner = skipExactly(text, line, 4);
        if (inner < 0 && matchAt(definitionMark, text, line) !== null) return;
        take(inner < 0 ? line : inner);
      }
    };
    lines();
    for (;;) {
      const next = skipBlankLines(text, line);
      const inner = skipExactly(text, next, 4);
      if (next >= text.length || inner < 0 || isBlankLine(text, next)) break;
      meaning.put('\n'.repeat(text.slice(line, next).split('\n').length - 1), line);
      line = next;
      take(inner);
      lines();
    }
    this.nested(meaning.put('\n', line).source, this.around);
    return line;
  }

  /** `[^id]: …`. */
  private note(at: number): number | undefined {
    const { text } = this;
    const mark = matchAt(noteMark, text, at);
    if (mark === null) return undefined;
    const note = new Excerpt();
    let line = at;
    let from = at + mark[0].length;
    const unindented = (here: number): number => {
      const inner = skipExactly(text, here, 4);
      return inner < 0 ? here : inner;
    };
    if (isBlankLine(text, from)) {
      line = nextLine(text, from);
      from = line;
    }
    from = unindented(from);
    const takeLines = (): void => {
      note.take(text, from, Math.min(text.length, lineEnd(text, line) + 1));
      line = nextLine(text, line);
      while (line < text.length && !isBlankLine(text, line) && !isNoteMarker(text, line)) {
        note.take(text, unindented(line), Math.min(text.length, lineEnd(text, line) + 1));
        line = nextLine(text, line);
      }
    };
    takeLines();
    for (;;) {
      const next = skipBlankLines(text, line);
      const inner = skipExactly(text, next, 4);
      if (next >= text.length || next === line || inner < 0) break;
      note.put('\n', line);
      line = next;
      from = inner;
      takeLines();
    }
    const found: Found[] = [];
    this.nested(note.put('\n\n', line).source, this.around, found);
    this.into.notes.push({ id: mark[0].trim().slice(2, -2), found });
    return line;
  }

  /** `[label]: address "title"`; the address may have spaces. */
  private reference(at: number): number | undefined {
    const { text } = this;
    const open = skipIndent(text, at);
    if (open < 0 || text.charCodeAt(open) !== 0x5b || text.charCodeAt(open + 1) === 0x5e) return undefined;
    const reader = this.inlines();
    const close = reader.labelEnd(open);
    this.look(reader.farthest);
    if (close < 0 || text.charCodeAt(close + 1) !== 0x3a) return undefined;
    const skipBreak = (from: number): number => {
      const end = skipSpaces(text, from);
      return text.charCodeAt(end) === 0x0a ? skipSpaces(text, end + 1) : end;
    };
    let end = skipBreak(close + 2);
    if (text.charCodeAt(end) === 0x5b) return undefined;
    const behind = (pattern: RegExp, from: number): number => {
      const found = matchAt(pattern, text, from);
      return found === null ? -1 : from + found[0].length;
    };
    const angled = behind(angles, end);
    if (angled >= 0) end = angled;
    else {
      for (;;) {
        const word = skipSpaces(text, end);
        const isOver = behind(title, word) >= 0 || attributesEnd(text, word) >= 0 || text.charCodeAt(word) === 0x5b;
        const next = isOver ? -1 : behind(wordRun, word);
        if (next < 0) break;
        end = next;
      }
    }
    const titled = behind(title, skipBreak(end));
    if (titled >= 0) end = titled;
    const attributes = attributesEnd(text, skipBreak(end));
    if (attributes >= 0) end = attributes;
    if (!isBlankLine(text, end)) return undefined;
    this.into.references.push(
      text
        .slice(open + 1, close)
        .toLowerCase()
        .replace(/\s+/g, ' '),
    );
    return nextLine(text, end);
  }

  /** `% title`, `% authors` and `% date` at the draft's start; gives where they end. */
  titleBlock(): number {
    const { text } = this;
    let line = 0;
    for (let fields = 0; fields < 3 && text.charCodeAt(line) === 0x25; fields++) {
      const field = new Excerpt();
      const from = line + 1;
      let end = lineEnd(text, line);
      line = nextLine(text, line);
      while (text.charCodeAt(line) === 0x20 && !isBlankLine(text, line)) {
        end = lineEnd(text, line);
        line = nextLine(text, line);
      }
      this.nestedLine(field.take(text, from, end).source);
    }
    return line;
  }
}

const isNoteMarker = (text: string, line: number): boolean =>
  matchAt(/ {0,3}\[\^[^\s](?:[^\s\]])*\]/y, text, line) !== null;
