/**
 * A draft: its text with its Markdown structure. The structure is worked out as far as it is asked for; after an edit that
 * of what was not touched is kept, and with it everything that was worked out of a block and stored under its tree.
 */
import { type SyntaxNode, Tree, TreeFragment } from '@lezer/common';
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

/** How far beyond an offset the structure is worked out, so that the next question nearby finds it there. */
const lookAhead = 200;

export class Draft {
  readonly text: string;
  private readonly frontMatter: number;
  /** What an earlier parse has left for the next. */
  private fragments: readonly TreeFragment[];
  private parsed: Tree = Tree.empty;
  /** Up to here `parsed` is what a parse of the whole text gives. */
  private parsedTo = -1;
  private allBlocks: readonly Block[] | undefined;

  private constructor(text: string, frontMatter: number, fragments: readonly TreeFragment[]) {
    this.text = text;
    this.frontMatter = frontMatter;
    this.fragments = fragments;
  }

  static open(text: string): Draft {
    return new Draft(text, frontMatterOf(text), []);
  }

  /**
   * The draft after edits.
   *
   * @param text the whole text after all of them
   * @param changes in the order in which they were made, each in offsets of the text at that moment
   */
  edited(text: string, changes: readonly DraftChange[]): Draft {
    const frontMatter = frontMatterOf(text);
    // Blocks that front matter swallows or sets free lie before the edit, where they would be kept.
    if (frontMatter > 0 !== this.frontMatter > 0) return Draft.open(text);
    let { fragments } = this;
    for (const { from, to, inserted } of changes) {
      fragments = TreeFragment.applyChanges(fragments, [{ fromA: from, toA: to, fromB: from, toB: from + inserted }]);
    }
    return new Draft(text, frontMatter, fragments);
  }

  /** The structure of the whole draft. */
  get tree(): Tree {
    return this.treeTo(this.text.length);
  }

  /** A tree that is right up to the end of the block that holds `offset`; behind that it may be missing. */
  treeTo(offset: number): Tree {
    const { length } = this.text;
    if (offset <= this.parsedTo) return this.parsed;
    const goal = Math.min(length, offset + lookAhead);
    const parse = draftParser.startParse(this.text, this.fragments);
    if (goal < length) parse.stopAt(goal);
    let tree = parse.advance();
    while (tree === null) tree = parse.advance();
    this.parsed = tree;
    this.parsedTo = goal;
    this.fragments = TreeFragment.addTree(tree, this.fragments, goal < length);
    return tree;
  }

  /** All blocks of prose, in order. */
  get blocks(): readonly Block[] {
    if (this.allBlocks === undefined) {
      const blocks: Block[] = [];
      this.tree.iterate({
        enter(node) {
          if (!proseBlocks.has(node.name)) return true;
          const { tree } = node;
          if (tree !== null) blocks.push({ tree, start: node.from });
          return false;
        },
      });
      this.allBlocks = blocks;
    }
    return this.allBlocks;
  }

  /** The innermost node at an offset; at the border between two the one before it (`-1`) or after it (`1`). */
  nodeAt(offset: number, side: -1 | 1): SyntaxNode {
    return this.treeTo(offset).resolveInner(offset, side);
  }

  /** The block of prose that holds an offset or ends there, without the structure of what lies behind it. */
  blockAt(offset: number): Block | undefined {
    for (const side of [1, -1] as const) {
      for (let node: SyntaxNode | null = this.nodeAt(offset, side); node !== null; node = node.parent) {
        if (node.tree !== null && proseBlocks.has(node.name)) return { tree: node.tree, start: node.from };
      }
    }
    return undefined;
  }
}

const frontMatterOf = (text: string): number => frontMatterEnd((from, to) => text.slice(from, to), text.length);
