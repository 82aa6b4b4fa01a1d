/**
 * A draft: its text with its Markdown structure.
 *
 * The structure is a list of *sections*: the blocks that stand at the top level, each with a tree of its own. A section is
 * what its own text makes it, whatever stands before it; so after an edit only the sections that it touches are parsed
 * again, until the new sections meet the old ones at a common border. It is worked out as far as it is asked for.
 */
import { type SyntaxNode, Tree } from '@lezer/common';
import { DraftText } from './draft-text.ts';
import { draftParser, frontMatterEnd } from './markdown.ts';
import { proseBlocks } from './prose.ts';

/** A draft longer than this (UTF-16 units) is not read. */
export const longestDraft = 8 * 1024 * 1024;

/** A replacement of `[from, to)` of the old text by `inserted` units; UTF-16 offsets. */
export interface DraftChange {
  from: number;
  to: number;
  inserted: number;
}

/** A block of prose: its tree stays the same object as long as its text does. */
export interface Block {
  tree: Tree;
  /** Offset in the draft. */
  start: number;
}

/** Sections in order, with their offsets in the draft. */
interface Sections {
  trees: Tree[];
  starts: number[];
}

/** Sections that follow each other without a gap, and the offset up to which they go. */
interface Stretch extends Sections {
  parsedTo: number;
}

/** How far beyond an offset the structure is worked out, so that the next question nearby finds it there. */
const lookAhead = 2000;

/** How far into a draft its `lang` is sought, in UTF-16 units. */
const farthestLanguage = 3000;

/** Blocks that may go on behind a blank line. */
const goesOn = new Set(['BulletList', 'OrderedList', 'Blockquote', 'FootnoteDefinition', 'CodeBlock', 'HTMLBlock']);

/** How many sections before edits are looked at again, at most. */
const mostDoubtful = 8;

const noSections = (): Sections => ({ trees: [], starts: [] });

/** The last index whose start is at most `offset`, or -1. */
function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The children of a document's tree, out of the groups that balance it. */
function addSections(tree: Tree, base: number, into: Sections): void {
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i]!;
    const start = base + tree.positions[i]!;
    if (!(child instanceof Tree)) throw new Error('A block of the top level has no tree of its own.');
    if (child.type.isAnonymous) addSections(child, start, into);
    else {
      into.trees.push(compact(child));
      into.starts.push(start);
    }
  }
}

/** Nobody nests deeper, but a text of nothing but `>` does, deeper than calls may go. */
const deepestCompact = 100;

/**
 * A tree without what lezer keeps with each block for its own way of parsing again, which takes more than a kilobyte each,
 * and without room for more children.
 */
function compact(tree: Tree, depth = 0): Tree {
  if (depth > deepestCompact) return tree;
  const children = tree.children.map((child) => (child instanceof Tree ? compact(child, depth + 1) : child));
  return new Tree(tree.type, children, tree.positions.slice(), tree.length);
}

export class Draft {
  readonly content: DraftText;
  /** One object for a draft and all that edits make of it: what is kept from edit to edit is kept for it. */
  readonly lineage: object;
  private readonly hasFrontMatter: boolean;
  private readonly sections: Sections;
  /** The sections of the text before this offset are known. It is 0, the text's length, or where a line begins. */
  private parsedTo: number;
  /**
   * Sections from before the edits whose text is still the same, in order, with their offsets in this draft. Each stretch
   * is right from the first border on that a new parse shares with it.
   */
  private readonly kept: Stretch[];
  /** Sections right before edits, which are parsed again: where one comes out as long as it was, it is the same. */
  private readonly doubtful: Sections;
  private declaredLanguage: string | undefined | null = null;
  private allBlocks: readonly Block[] | undefined;
  private lastBlock: { offset: number; block: Block | undefined } | undefined;

  private constructor(
    content: DraftText,
    lineage: object,
    hasFrontMatter: boolean,
    sections: Sections,
    parsedTo: number,
    kept: Stretch[],
    doubtful: Sections,
  ) {
    this.content = content;
    this.lineage = lineage;
    this.hasFrontMatter = hasFrontMatter;
    this.sections = sections;
    this.parsedTo = parsedTo;
    this.kept = kept;
    this.doubtful = doubtful;
  }

  static open(text: string | DraftText): Draft {
    const content = typeof text === 'string' ? DraftText.of(text) : text;
    return new Draft(content, {}, beginsWithFrontMatter(content), noSections(), 0, [], noSections());
  }

  /** The whole text as a string, which is put together when it is first asked for. */
  get text(): string {
    return this.content.toString();
  }

  /**
   * The draft after edits.
   *
   * @param text the whole text after all of them
   * @param changes in the order in which they were made, each in offsets of the text at that moment
   */
  edited(text: string | DraftText, changes: readonly DraftChange[]): Draft {
    const content = typeof text === 'string' ? DraftText.of(text) : text;
    const hasFrontMatter = beginsWithFrontMatter(content);
    const [first, ...rest] = changes;
    if (first === undefined) return this;
    // All changes together replace [from, oldEnd) of the old text by [from, newEnd) of the new.
    let from = first.from;
    let oldEnd = first.to;
    let newEnd = first.from + first.inserted;
    for (const change of rest) {
      if (change.to > newEnd) {
        oldEnd += change.to - newEnd;
        newEnd = change.to;
      }
      newEnd += change.inserted - (change.to - change.from);
      from = Math.min(from, change.from);
    }
    const shift = newEnd - oldEnd;

    const { trees, starts } = this.sections;
    // The section before the one that is touched may take it in: a list its next item, a paragraph its next line. Where the
    // touched text is not parsed yet, the last section that is may go on into it.
    const touched = from < this.parsedTo ? lastAtMost(starts, from) : starts.length;
    // Front matter that comes or goes swallows sections before the edit, or sets them free.
    const count = hasFrontMatter === this.hasFrontMatter ? Math.max(0, touched - 1) : 0;
    const sections = { trees: trees.slice(0, count), starts: starts.slice(0, count) };
    const parsedTo = count === 0 ? 0 : this.content.lineStart(starts[count]!);
    const kept = this.stretchesAround(from, oldEnd, shift);
    const doubtful = this.doubtfulAround(count, from, oldEnd, shift);
    return new Draft(content, this.lineage, hasFrontMatter, sections, parsedTo, kept, doubtful);
  }

  /** The sections from `first` on that end before `from`, and those that were in doubt already, moved by `shift` behind `to`. */
  private doubtfulAround(first: number, from: number, to: number, shift: number): Sections {
    const doubtful = noSections();
    const add = ({ trees, starts }: Sections, begin: number, end: number): void => {
      for (let i = begin; i < end; i++) {
        const tree = trees[i]!;
        const start = starts[i]!;
        if (start + tree.length > from && start < to) continue;
        doubtful.trees.push(tree);
        doubtful.starts.push(start < to ? start : start + shift);
      }
    };
    const { starts } = this.sections;
    add(this.sections, first, Math.min(first + mostDoubtful, lastAtMost(starts, from) + 1));
    add(this.doubtful, 0, Math.min(this.doubtful.starts.length, mostDoubtful));
    return doubtful;
  }

  /** What is known of the text behind `parsedTo` and before `from`, and of that behind `to`, moved by `shift`. */
  private stretchesAround(from: number, to: number, shift: number): Stretch[] {
    const stretches: Stretch[] = [];
    const behind = ({ trees, starts, parsedTo }: Stretch): void => {
      let first = lastAtMost(starts, to) + 1;
      while (first < starts.length && this.content.lineStart(starts[first]!) <= to) first++;
      if (first === starts.length) return;
      const moved = starts.slice(first);
      if (shift !== 0) for (let i = 0; i < moved.length; i++) moved[i]! += shift;
      stretches.push({ trees: trees.slice(first), starts: moved, parsedTo: parsedTo + shift });
    };
    behind({ ...this.sections, parsedTo: this.parsedTo });
    for (const stretch of this.kept) {
      const { trees, starts, parsedTo } = stretch;
      // As with the sections that are known: the last one before the edit may go on into it.
      const count = from < parsedTo ? lastAtMost(starts, from) - 1 : starts.length - 1;
      if (count > 0)
        stretches.push({
          trees: trees.slice(0, count),
          starts: starts.slice(0, count),
          parsedTo: this.content.lineStart(starts[count]!),
        });
      behind(stretch);
    }
    return stretches;
  }

  /** Works the sections out up to that which holds `offset`, and a little further. */
  parseTo(offset: number): void {
    const { length } = this.content;
    let step = lookAhead;
    // How many kept borders to pass over: what begins before the first may go on behind it.
    let passed = 0;
    while (this.parsedTo < length && this.parsedTo <= offset) {
      const from = this.parsedTo;
      const next = this.nextKeptBorder(from, passed);
      // To an old border where there is one; further and further where the old borders are none any more.
      const goal = Math.min(
        length,
        next === undefined ? Math.max(offset, from) + step : this.lastLineBefore(next.start, from),
      );
      const parse = draftParser.startParse(this.content, [], [{ from, to: length }]);
      if (goal < length) parse.stopAt(goal);
      let tree = parse.advance();
      while (tree === null) tree = parse.advance();
      const isComplete = parse.parsedPos >= length;
      const found: Sections = { trees: [], starts: [] };
      addSections(tree, from, found);
      this.takeDoubtful(found);
      if (next === undefined) step *= 2;
      passed = passed * 2 + 1;
      if (next !== undefined && !isComplete && this.endsBefore(found, parse.parsedPos, next.start)) {
        this.sections.trees.push(...found.trees);
        this.sections.starts.push(...found.starts);
        this.takeKept(next.stretch, next.at);
        passed = 0;
        continue;
      }
      if (this.meetsKept(found)) {
        passed = 0;
        continue;
      }
      if (!isComplete) {
        // The last section may go on behind the goal.
        found.trees.pop();
        const last = found.starts.pop();
        if (last === undefined || found.starts.length === 0) continue;
        this.parsedTo = this.content.lineStart(last);
      } else this.parsedTo = length;
      this.sections.trees.push(...found.trees);
      this.sections.starts.push(...found.starts);
    }
  }

  /** Puts the sections that are what they were in place of new ones. */
  private takeDoubtful({ trees, starts }: Sections): void {
    for (let i = 0; i < this.doubtful.starts.length; i++) {
      const at = lastAtMost(starts, this.doubtful.starts[i]!);
      const before = this.doubtful.trees[i]!;
      const now = trees[at];
      if (now === undefined || starts[at] !== this.doubtful.starts[i]) continue;
      if (now.type === before.type && now.length === before.length) trees[at] = before;
    }
  }

  /** The kept section that begins at `from` or behind it, `passed` others in between. */
  private nextKeptBorder(from: number, passed: number): { start: number; stretch: number; at: number } | undefined {
    let left = passed;
    for (const [stretch, { starts }] of this.kept.entries()) {
      const first = lastAtMost(starts, from - 1) + 1;
      const start = starts[first + left];
      if (start !== undefined) return { start, stretch, at: first + left };
      left -= starts.length - first;
    }
    return undefined;
  }

  /** The last unit before an offset that is no space, but not before `from`: a parse that stops there reads no further block. */
  private lastLineBefore(offset: number, from: number): number {
    let end = this.content.lineStart(offset);
    while (end > from && this.content.charCodeAt(end - 1) <= 0x20) end--;
    return end > from ? end - 1 : offset;
  }

  /** Whether sections that were parsed up to `parsedPos` are over, so that a new one begins at the border behind them. */
  private endsBefore(found: Sections, parsedPos: number, border: number): boolean {
    const last = found.trees.at(-1);
    if (last === undefined || goesOn.has(last.type.name)) return false;
    const line = this.content.lineStart(border);
    return parsedPos <= line && this.content.slice(parsedPos, line).trim() === '';
  }

  private takeKept(stretch: number, from: number): void {
    const kept = this.kept[stretch]!;
    this.sections.trees = this.sections.trees.concat(kept.trees.slice(from));
    this.sections.starts = this.sections.starts.concat(kept.starts.slice(from));
    this.parsedTo = kept.parsedTo;
    // Older knowledge of what is known now is of no more use.
    this.kept.splice(0, stretch + 1);
  }

  /** Takes a kept stretch over from the first border on that new sections share with it. */
  private meetsKept(found: Sections): boolean {
    const { trees, starts } = this.sections;
    for (let i = 0; i < found.starts.length; i++) {
      for (let k = 0; k < this.kept.length; k++) {
        const stretch = this.kept[k]!;
        const at = lastAtMost(stretch.starts, found.starts[i]!);
        if (at < 0 || stretch.starts[at] !== found.starts[i] || stretch.trees[at]!.type !== found.trees[i]!.type)
          continue;
        for (let j = 0; j < i; j++) {
          trees.push(found.trees[j]!);
          starts.push(found.starts[j]!);
        }
        this.takeKept(k, at);
        return true;
      }
    }
    return false;
  }

  /** The language that the front matter says the draft is in, as its two letters; undefined where it says none. */
  get language(): string | undefined {
    if (this.declaredLanguage === null)
      this.declaredLanguage = this.hasFrontMatter
        ? /^lang:[ \t]*["']?([a-z]{2})(?![a-z])/im.exec(this.content.slice(0, farthestLanguage))?.[1]?.toLowerCase()
        : undefined;
    return this.declaredLanguage;
  }

  /** All blocks of prose, in order. */
  get blocks(): readonly Block[] {
    if (this.allBlocks === undefined) {
      this.parseTo(this.content.length);
      const blocks: Block[] = [];
      const { trees, starts } = this.sections;
      for (let i = 0; i < trees.length; i++) {
        const tree = trees[i]!;
        const start = starts[i]!;
        if (proseBlocks.has(tree.type.name)) blocks.push({ tree, start });
        else for (const inner of blocksInside(tree)) blocks.push({ tree: inner.tree, start: start + inner.start });
      }
      this.allBlocks = blocks;
    }
    return this.allBlocks;
  }

  /**
   * The nodes around an offset, the innermost first; at the border between two, those before it (`-1`) or after it (`1`).
   * `start` and `end` are offsets in the draft.
   */
  nodesAt(offset: number, side: -1 | 1): { name: string; start: number; end: number; tree: Tree | null }[] {
    this.parseTo(offset);
    const { trees, starts } = this.sections;
    const section = lastAtMost(starts, offset);
    const tree = trees[section];
    const base = starts[section]!;
    const nodes: { name: string; start: number; end: number; tree: Tree | null }[] = [];
    if (tree === undefined || offset > base + tree.length) return nodes;
    for (let node: SyntaxNode | null = tree.resolveInner(offset - base, side); node !== null; node = node.parent) {
      nodes.push({ name: node.name, start: node.from + base, end: node.to + base, tree: node.tree });
    }
    return nodes;
  }

  /** The block of prose that holds an offset or ends there; what lies behind it is not looked at. */
  blockAt(offset: number): Block | undefined {
    if (this.lastBlock?.offset !== offset) this.lastBlock = { offset, block: this.findBlock(offset) };
    return this.lastBlock.block;
  }

  private findBlock(offset: number): Block | undefined {
    this.parseTo(offset);
    const { trees, starts } = this.sections;
    const section = lastAtMost(starts, offset);
    const tree = trees[section];
    if (tree === undefined) return undefined;
    const start = starts[section]!;
    if (offset > start + tree.length) return undefined;
    if (proseBlocks.has(tree.type.name)) return { tree, start };
    for (const side of [1, -1] as const) {
      for (const node of this.nodesAt(offset, side)) {
        if (node.tree !== null && proseBlocks.has(node.name)) return { tree: node.tree, start: node.start };
      }
    }
    return undefined;
  }
}

const insideOf = new WeakMap<Tree, readonly Block[]>();

/** The blocks of prose inside a list, a quotation and the like, relative to it. */
function blocksInside(section: Tree): readonly Block[] {
  let inside = insideOf.get(section);
  if (inside === undefined) {
    const blocks: Block[] = [];
    section.iterate({
      enter(node) {
        if (!proseBlocks.has(node.name)) return true;
        if (node.tree !== null) blocks.push({ tree: node.tree, start: node.from });
        return false;
      },
    });
    inside = blocks;
    insideOf.set(section, inside);
  }
  return inside;
}

const beginsWithFrontMatter = (content: DraftText): boolean =>
  frontMatterEnd((from, to) => content.slice(from, to), content.length) > 0;
