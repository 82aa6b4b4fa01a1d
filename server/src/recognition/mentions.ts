/**
 * The mentions of a draft: what each block names, and, where a name has several bearers, counts only in context or is
 * defined by the draft itself, which thing is meant.
 */
import type { Tree } from '@lezer/common';
import type { Block, Draft } from '../draft/draft.ts';
import { proseOf } from '../draft/prose.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/record.ts';
import { type BlockMatches, matchBlock } from './block-matches.ts';
import { noOccurrences, type Occurrence, Terms } from './definitions.ts';
import { Acquaintance } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { foldedWords } from './names.ts';
import { type BlockGround, type Mention, Naming } from './naming.ts';
import { type Pinpoint, pinpointsOf } from './pinpoints.ts';
import { Resolution, type Verdict } from './resolution.ts';

export type { Mention, Via } from './naming.ts';

/** Words of what is recognised by a pattern rather than by name: `resolution 73/27`, `Articles 10 and 12 of …`. */
const patternWord =
  /^(?:resolutions?|res|r[ée]solutions?|resoluci[oó]n|resoluciones|decisions?|articles?|arts?|art[ií]culos?|paragraphs?|paras?|principles?|norms?|targets?|rules?|recitals?|chapters?|sections?)$/i;

const isPlainLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** A space, a comma and the like, or the text's own border: not markup, of which a word could go on beyond. */
const isPlainBorder = (text: string, at: number): boolean =>
  at < 0 || at >= text.length || ' \n\r,;:()?!"'.includes(text.charAt(at));

/** Of ranges in order of their start, the innermost that holds an offset or ends there. */
function innermostAt<T extends { start: number; end: number }>(ranges: readonly T[], offset: number): T | undefined {
  let found: T | undefined;
  for (const range of ranges) {
    if (range.start > offset) break;
    if (range.end < offset) continue;
    // Where one ends and the next begins, the next is meant; titles of works may enclose others.
    if (found === undefined || found.end === offset || range.end - range.start < found.end - found.start) found = range;
  }
  return found;
}

const isCapital = (text: string, offset: number): boolean => {
  let start = offset;
  while (start > 0 && /[\p{L}\d-]/u.test(text.charAt(start - 1))) start--;
  return /^[^\p{Ll}]/u.test(text.slice(start, start + 1));
};

const moved = (mention: Mention, by: number): Mention => ({
  ...mention,
  start: mention.start + by,
  end: mention.end + by,
});

/** What is known of a block by its text alone, and where the terms stand in it that the draft defines. */
interface BlockState {
  matches: BlockMatches;
  ground: BlockGround;
  terms: Terms | undefined;
  occurrences: readonly Occurrence[];
}

export class Recogniser {
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  private readonly naming: Naming;
  private readonly acquaintance: Acquaintance;
  private readonly stateOfTree = new WeakMap<Tree, BlockState>();
  private readonly verdicts = new WeakMap<BlockGround, Verdict>();
  private readonly resolvedOf = new WeakMap<Draft, readonly (readonly Mention[])[]>();
  private readonly mentionsOf = new WeakMap<Draft, readonly Mention[]>();
  private readonly pinnedOf = new WeakMap<readonly Mention[], readonly Mention[]>();
  private lastTerms: Terms | undefined;

  constructor(knowledge: Knowledge, lexicon: Lexicon) {
    this.knowledge = knowledge;
    this.lexicon = lexicon;
    this.naming = new Naming(knowledge, lexicon);
    this.acquaintance = new Acquaintance(knowledge);
  }

  /** All mentions of a draft in order of their start; of two at one start the longer first. */
  mentions(draft: Draft): readonly Mention[] {
    let mentions = this.mentionsOf.get(draft);
    if (mentions === undefined) {
      const { blocks } = draft;
      mentions = this.blockMentions(draft).flatMap((own, block) => own.map((one) => moved(one, blocks[block]!.start)));
      this.mentionsOf.set(draft, mentions);
    }
    return mentions;
  }

  /** The mentions of each of `draft.blocks`, relative to its start. What an edit leaves as it was is the same object after it. */
  blockMentions(draft: Draft): readonly (readonly Mention[])[] {
    let resolved = this.resolvedOf.get(draft);
    if (resolved === undefined) {
      resolved = this.resolve(draft);
      this.resolvedOf.set(draft, resolved);
    }
    return resolved;
  }

  /**
   * The mention at an offset, its end included; of nested ones the innermost. Where the text says by itself what is meant,
   * no other part of the draft is looked at.
   */
  mentionAt(draft: Draft, offset: number): Mention | undefined {
    if (this.isInNoName(draft.text, offset)) return undefined;
    const block = draft.blockAt(offset);
    if (block === undefined) return undefined;
    const { matches, pinpoints } = this.stateOf(draft, block).matches;
    const found = innermostAt(matches, offset - block.start);
    if (pinpoints.length > 0) {
      // A place beside a name may be a part of the mention.
    } else if (found !== undefined) {
      const certain = this.naming.certainMention(found);
      if (certain !== undefined && !this.canBeDefined(certain)) return moved(certain, block.start);
    } else if (!isCapital(draft.text, offset)) return undefined;
    const resolved = this.blockMentions(draft)[draft.blocks.findIndex(({ tree }) => tree === block.tree)];
    const mention = resolved === undefined ? undefined : innermostAt(resolved, offset - block.start);
    return mention === undefined ? undefined : moved(mention, block.start);
  }

  /**
   * Whether the word at an offset stands in no name, which is seen without the structure of the draft: a word of plain
   * small letters between plain spaces or punctuation. Where markup or another script is near, or a capital that may be
   * of a term which the draft defines, this says nothing.
   */
  private isInNoName(text: string, offset: number): boolean {
    let start = offset;
    while (start > 0 && isPlainLetter(text.charCodeAt(start - 1))) start--;
    let end = offset;
    while (end < text.length && isPlainLetter(text.charCodeAt(end))) end++;
    if (end - start < 2 || end - start > 60) return false;
    if (!isPlainBorder(text, start - 1) || !isPlainBorder(text, end)) return false;
    const word = text.slice(start, end);
    return word === word.toLowerCase() && !patternWord.test(word) && !this.lexicon.hasWord(word);
  }

  /** Whether a draft may define the name of a mention otherwise: an acronym, or one of few words. */
  private canBeDefined({ name }: Mention): boolean {
    return name >= 0 && (this.lexicon.kind(name) === 'acronym' || foldedWords(this.lexicon.name(name)).length <= 2);
  }

  private stateOf(draft: Draft, { tree, start }: Block): BlockState {
    let state = this.stateOfTree.get(tree);
    if (state === undefined) {
      const matches = matchBlock(this.lexicon, draft.text, tree, start);
      state = { matches, ground: this.naming.gather(matches), terms: undefined, occurrences: noOccurrences };
      this.stateOfTree.set(tree, state);
    }
    return state;
  }

  private resolve(draft: Draft): readonly (readonly Mention[])[] {
    const { blocks } = draft;
    const states = blocks.map((block) => this.stateOf(draft, block));
    const grounds = states.map(({ ground }) => ground);
    const terms = this.termsOf(grounds);
    const occurrences =
      terms === undefined
        ? undefined
        : blocks.map((block, index) => this.occurrencesIn(draft, block, states[index]!, terms));
    const { mentions } = new Resolution(this.naming, this.acquaintance, this.verdicts, draft, grounds, occurrences);
    return mentions.map((own, index) =>
      states[index]!.matches.pinpoints.length === 0
        ? own
        : this.withPinpoints(own, states[index]!.matches.pinpoints, draft.text, blocks[index]!),
    );
  }

  /** Gives mentions the places that are named beside them: a place that is a concept of its own is what is meant. */
  private withPinpoints(
    mentions: readonly Mention[],
    pinpoints: readonly Pinpoint[],
    text: string,
    { tree, start }: Block,
  ): readonly Mention[] {
    const known = this.pinnedOf.get(mentions);
    if (known !== undefined) return known;
    const own = text.slice(start, start + tree.length);
    const belonging = pinpointsOf(pinpoints, mentions, own);
    const pinned = mentions.map((mention, index): Mention => {
      const pinpoint = belonging[index];
      if (mention.record < 0 || pinpoint === undefined) return mention;
      const place = this.knowledge.isConcept(mention.record)
        ? this.knowledge.conceptAt(mention.record, pinpoint.at)
        : -1;
      const from = Math.min(mention.start, pinpoint.start);
      const to = Math.max(mention.end, pinpoint.end);
      const isFree = mentions.every((other, at) => at === index || other.end <= from || to <= other.start);
      if (place < 0 || !isFree) return { ...mention, pinpoint: pinpoint.at };
      return { ...mention, start: from, end: to, record: place, candidates: [place] };
    });
    this.pinnedOf.set(mentions, pinned);
    return pinned;
  }

  /** The terms that a draft defines, or undefined where it defines none; the same object as long as they are the same. */
  private termsOf(grounds: readonly BlockGround[]): Terms | undefined {
    const defined = new Set<string>();
    for (const { definitions } of grounds) for (const { term } of definitions) defined.add(term);
    if (defined.size === 0) return undefined;
    const terms = [...defined].sort();
    if (this.lastTerms?.key !== Terms.keyOf(terms)) this.lastTerms = new Terms(terms);
    return this.lastTerms;
  }

  private occurrencesIn(draft: Draft, { tree, start }: Block, state: BlockState, terms: Terms): readonly Occurrence[] {
    if (state.terms !== terms) {
      state.terms = terms;
      state.occurrences = terms.find(proseOf(draft.text, tree, start));
    }
    return state.occurrences;
  }

  /** The language of the name that a mention writes; undefined for a symbol and for a term of the draft. */
  languageOf(mention: Mention): Language | undefined {
    return mention.name < 0 ? undefined : this.lexicon.language(mention.name);
  }
}
