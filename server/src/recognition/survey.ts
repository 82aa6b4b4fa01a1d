/** All blocks of a draft, and what they say together; carried on from edit to edit, at the cost of what differs. */
import type { Block, Draft } from '../draft/draft.ts';
import { proseOf } from '../draft/prose.ts';
import type { BlockMatches } from './block-matches.ts';
import { mayDefine, noOccurrences, type Occurrence, Terms } from './definitions.ts';
import { Tally } from './evidence.ts';
import type { BlockGround, Mention } from './naming.ts';
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
  /** What the last resolution found, and the same with what belongs to it: places, parents, ordinals. */
  resolved: readonly Mention[] | undefined;
  whole: readonly Mention[] | undefined;
}

/** How the blocks of a draft differ from those of the one that was looked over last. */
interface Difference {
  /** How many blocks both begin with. */
  readonly same: number;
  /** Up to where those of the last draft stand before the blocks that both end with. */
  readonly end: number;
  /** The states of those in between which the draft no longer has. */
  readonly left: readonly BlockState[];
  /** For each block of the draft in between: its state, where the last draft had it. */
  readonly between: readonly (BlockState | undefined)[];
}

/** Where the blocks' states come from: known ones only, or worked out where they are not. */
export interface StateSource {
  known(block: Block): BlockState | undefined;
  stateOf(block: Block): BlockState;
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
  /** The last answer of `differenceTo`, until the survey turns to another draft. */
  private difference: (Difference & { draft: Draft }) | undefined;
  /** The terms that the draft defines; undefined where it defines none. */
  private terms: Terms | undefined;

  /** @param ofField which records are of the field: see `recordsOfField` */
  constructor(ofField: Uint8Array) {
    this.tally = new Tally(ofField);
  }

  /** Looks over a draft of the same lineage: only blocks that the last one did not have are read. */
  turnTo(draft: Draft, source: StateSource): void {
    if (this.draft === draft) return;
    const { blocks } = draft;
    const { same, end, left, between } = this.differenceTo(draft, source);
    for (const state of left) this.leave(state);
    const states = this.states.slice(0, same);
    for (let i = 0; i < between.length; i++) {
      let state = between[i];
      if (state === undefined) {
        state = source.stateOf(blocks[same + i]!);
        this.enter(state);
      }
      states.push(state);
    }
    for (let i = end; i < this.states.length; i++) states.push(this.states[i]!);
    this.states = states;
    this.grounds = states.map(({ ground }) => ground);
    this.blocks = blocks;
    this.draft = draft;
    this.difference = undefined;
    if (this.isDefinedAnew) {
      this.isDefinedAnew = false;
      const terms = [...this.definers.keys()].sort();
      if (this.terms?.key !== Terms.keyOf(terms)) this.terms = terms.length === 0 ? undefined : new Terms(terms);
    }
    for (let i = 0; i < states.length; i++)
      if (states[i]!.terms !== this.terms) this.findTerms(draft, blocks[i]!, states[i]!);
  }

  /** Where the terms stand in a block which a draft defines: no more of it is read than may define some. */
  occurrencesIn(draft: Draft, block: Block, source: StateSource): readonly Occurrence[] {
    if (this.draft !== draft && !this.hasTermsOf(draft, source)) this.turnTo(draft, source);
    const state = source.stateOf(block);
    if (state.terms !== this.terms) this.findTerms(draft, block, state);
    return state.occurrences;
  }

  /** Whether more than one thing of the field is named, or may be; no more is read than it takes to say so. */
  hasSeveralNamed(draft: Draft, source: StateSource): boolean {
    const { tally } = this;
    let named = tally.certainCount + tally.possibleCount;
    if (this.draft === draft) return named > 1;
    const isOfField = (record: number): boolean => tally.ofField[record] === 1;
    for (const { ground } of this.differenceTo(draft, source).left)
      named -= ground.certain.filter(isOfField).length + ground.possible.filter(isOfField).length;
    if (named > 1) return true;
    const certain = new Set<number>();
    const possible = new Set<number>();
    return draft.blocks.some((block) => {
      const { ground } = source.stateOf(block);
      for (const record of ground.certain) if (isOfField(record)) certain.add(record);
      for (const record of ground.possible) if (isOfField(record)) possible.add(record);
      return certain.size + possible.size > 1;
    });
  }

  /** Whether a draft defines the terms that the last one did. */
  private hasTermsOf(draft: Draft, source: StateSource): boolean {
    const { same, left, between } = this.differenceTo(draft, source);
    const more = new Map<string, number>();
    const count = ({ ground }: BlockState, by: number): void => {
      for (const { term } of ground.definitions) more.set(term, (more.get(term) ?? 0) + by);
    };
    for (const state of left) count(state, -1);
    for (let i = 0; i < between.length; i++) {
      if (between[i] !== undefined) continue;
      const block = draft.blocks[same + i]!;
      if (mayDefine(draft.content.slice(block.start, block.start + block.tree.length))) count(source.stateOf(block), 1);
    }
    return [...more.values()].every((times) => times === 0);
  }

  private differenceTo(draft: Draft, source: StateSource): Difference {
    if (this.difference?.draft !== draft) this.difference = { draft, ...this.compare(draft, source) };
    return this.difference;
  }

  private compare(draft: Draft, source: StateSource): Difference {
    const { blocks: before, states } = this;
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
    const end = before.length - sameBehind;
    const left: BlockState[] = [];
    const between: (BlockState | undefined)[] = [];
    // Between the first change and the last most blocks are as they were, too.
    let next = same;
    for (let i = same; i < blocks.length - sameBehind; i++) {
      const block = blocks[i]!;
      const isNext = shorter > 0 && next < end && before[next]!.tree === block.tree;
      const state = isNext ? states[next]! : source.known(block);
      if (state?.isSurveyed !== true) {
        between.push(undefined);
        continue;
      }
      while (next < end && states[next] !== state) left.push(states[next++]!);
      next++;
      between.push(state);
    }
    while (next < end) left.push(states[next++]!);
    return { same, end, left, between };
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

  private findTerms({ content }: Draft, { tree, start }: Block, state: BlockState): void {
    const { terms } = this;
    state.terms = terms;
    state.occurrences =
      terms === undefined || !terms.mayStandAmong(state.matches.initials)
        ? noOccurrences
        : terms.find(proseOf(content.slice(start, start + tree.length), tree, 0));
  }
}
