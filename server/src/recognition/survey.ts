/** All blocks of a draft, and what they say together; carried on from edit to edit, at the cost of what differs. */
import type { Block, Draft } from '../draft/draft.ts';
import { proseOf } from '../draft/prose.ts';
import type { BlockMatches } from './block-matches.ts';
import { noOccurrences, type Occurrence, Terms } from './definitions.ts';
import { Tally } from './evidence.ts';
import type { BlockGround } from './naming.ts';
import type { BlockCase } from './resolution.ts';

/** What is known of a block by its text alone, and where the terms stand in it that the draft defines. */
export interface BlockState extends BlockCase {
  readonly matches: BlockMatches;
  readonly ground: BlockGround;
  /** The language that its draft says it is written in. */
  readonly language: string | undefined;
  /** Whether it is one of the blocks that the survey of its draft counts. */
  isSurveyed: boolean;
  /** The terms whose places `occurrences` are. */
  terms: Terms | undefined;
  occurrences: readonly Occurrence[];
}

export class Survey {
  blocks: readonly Block[] = [];
  states: readonly BlockState[] = [];
  grounds: readonly BlockGround[] = [];
  readonly tally: Tally;
  private draft: Draft | undefined;
  /** How many blocks may define each term. */
  private readonly definers = new Map<string, number>();
  private isDefinedAnew = false;
  /** The terms that the draft defines; undefined where it defines none. */
  private terms: Terms | undefined;

  constructor(recordCount: number) {
    this.tally = new Tally(recordCount);
  }

  /**
   * Looks over a draft of the same lineage.
   *
   * @param stateOf asked about blocks that the last draft did not have
   */
  turnTo(draft: Draft, stateOf: (block: Block) => BlockState): void {
    if (this.draft === draft) return;
    const { blocks: before, states: known } = this;
    const { blocks } = draft;
    // What a block means hangs on the language that its draft says it is in.
    const shorter = this.draft?.language === draft.language ? Math.min(before.length, blocks.length) : 0;
    let same = 0;
    while (same < shorter && before[same]!.tree === blocks[same]!.tree) same++;
    let sameBehind = 0;
    const lastBefore = before.length - 1;
    const last = blocks.length - 1;
    while (sameBehind < shorter - same && before[lastBefore - sameBehind]!.tree === blocks[last - sameBehind]!.tree)
      sameBehind++;
    const states = known.slice(0, same);
    const end = before.length - sameBehind;
    // Between the first change and the last most blocks are as they were, too.
    let next = same;
    for (let i = same; i < blocks.length - sameBehind; i++) {
      const block = blocks[i]!;
      const isNext = shorter > 0 && next < end && before[next]!.tree === block.tree;
      const state = isNext ? known[next]! : stateOf(block);
      if (state.isSurveyed) while (next < end && known[next] !== state) this.leave(known[next++]!);
      if (state.isSurveyed) next++;
      else this.enter(state);
      states.push(state);
    }
    while (next < end) this.leave(known[next++]!);
    for (let i = end; i < known.length; i++) states.push(known[i]!);
    this.states = states;
    this.grounds = states.map(({ ground }) => ground);
    this.blocks = blocks;
    this.draft = draft;
    this.findTerms(draft);
  }

  private enter(state: BlockState): void {
    state.isSurveyed = true;
    this.tally.add(state.ground);
    for (const { term } of state.ground.definitions) {
      const count = this.definers.get(term) ?? 0;
      if (count === 0) this.isDefinedAnew = true;
      this.definers.set(term, count + 1);
    }
  }

  private leave(state: BlockState): void {
    state.isSurveyed = false;
    this.tally.remove(state.ground);
    for (const { term } of state.ground.definitions) {
      const count = this.definers.get(term)! - 1;
      if (count > 0) this.definers.set(term, count);
      else {
        this.definers.delete(term);
        this.isDefinedAnew = true;
      }
    }
  }

  /** Finds the terms that the draft defines in the blocks where they were not sought yet. */
  private findTerms({ content }: Draft): void {
    if (this.isDefinedAnew) {
      this.isDefinedAnew = false;
      const terms = [...this.definers.keys()].sort();
      if (this.terms?.key !== Terms.keyOf(terms)) this.terms = terms.length === 0 ? undefined : new Terms(terms);
    }
    const { terms, states, blocks } = this;
    for (let i = 0; i < states.length; i++) {
      const state = states[i]!;
      if (state.terms === terms) continue;
      const { tree, start } = blocks[i]!;
      state.terms = terms;
      state.occurrences =
        terms === undefined ? noOccurrences : terms.find(proseOf(content.slice(start, start + tree.length), tree, 0));
    }
  }
}
