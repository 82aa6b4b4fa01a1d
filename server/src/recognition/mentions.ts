/**
 * The mentions of a draft: what each block names, and, where a name has several bearers, counts only in context or is
 * defined by the draft itself, which thing is meant.
 */
import type { Tree } from '@lezer/common';
import type { Block, Draft } from '../draft/draft.ts';
import type { ReadableText } from '../draft/draft-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/record.ts';
import { matchBlock } from './block-matches.ts';
import { noOccurrences } from './definitions.ts';
import { Acquaintance, recordsOfField } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { type Mention, Naming } from './naming.ts';
import { farthestCount, mayNumberSessions } from './numbered-sessions.ts';
import { ordinalIn } from './ordinals.ts';
import { isCounted, mayBePart, mayHaveSession, ordinalReach, withParents } from './parents.ts';
import { type Pinpoint, pinpointsOf } from './pinpoints.ts';
import { withWholeBrackets, withWholeQuotation } from './quotation.ts';
import { overlap, type Range } from './range.ts';
import { Resolution } from './resolution.ts';
import { type BlockState, type StateSource, Survey } from './survey.ts';

export type { Mention, Via } from './naming.ts';

/** Words of what is recognised by a pattern rather than by name: `resolution 73/27`, `Articles 10 and 12 of …`. */
const patternWord =
  /^(?:resolutions?|res|r[ée]solutions?|resoluci[oó]n|resoluciones|decisions?|articles?|arts?|art[ií]culos?|paragraphs?|paras?|principles?|norms?|targets?|rules?|recitals?|chapters?|sections?)$/i;

const isPlainLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** How much of a draft is prepared in one step, in UTF-16 units. */
const preparedAtOnce = 30_000;

const noMentions: readonly Mention[] = [];

/** In UTF-16 units: in a draft that is shorter, an acronym may well be the first name of the field that is written. */
const longWithoutCompany = 1500;
/** In letters: `UN` and `UNESCO` need no company. */
const shortestBareAcronym = 3;
const longestBareAcronym = 4;

/** How far from a name a pinpoint may stand that belongs to it, at most. */
const pinReach = 24;

/** How much stands between two names that are one, at most. */
const joinReach = 40;

const isBeside = (one: Range, other: Range): boolean =>
  one.start < other.end + joinReach && other.start < one.end + joinReach;

/** A space, a comma and the like, or the text's own border: not markup, of which a word could go on beyond. */
const isPlainBorder = (text: ReadableText, at: number): boolean =>
  at < 0 || at >= text.length || ' \n\r,;:()?!"'.includes(text.charAt(at));

/** Of ranges in order of their start, the innermost that holds an offset or ends there. */
function innermostAt<T extends Range>(ranges: readonly T[], offset: number): T | undefined {
  let found: T | undefined;
  for (const range of ranges) {
    if (range.start > offset) break;
    if (range.end < offset) continue;
    // Where one ends and the next begins, the next is meant; titles of works may enclose others.
    if (found === undefined || found.end === offset || range.end - range.start < found.end - found.start) found = range;
  }
  return found;
}

const isCapital = (text: ReadableText, offset: number): boolean => {
  let start = offset;
  while (start > 0 && /[\p{L}\d-]/u.test(text.charAt(start - 1))) start--;
  return /^[^\p{Ll}]/u.test(text.slice(start, start + 1));
};

const moved = <T extends Range>(mention: T, by: number): T => ({
  ...mention,
  start: mention.start + by,
  end: mention.end + by,
});

export class Recogniser {
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  private readonly naming: Naming;
  private readonly acquaintance: Acquaintance;
  private readonly stateOfTree = new WeakMap<Tree, BlockState>();
  private readonly surveys = new WeakMap<Draft['lineage'], Survey>();
  private readonly resolvedOf = new WeakMap<Draft, readonly (readonly Mention[])[]>();
  private readonly mentionsOf = new WeakMap<Draft, readonly Mention[]>();

  private readonly ofField: Uint8Array;

  constructor(knowledge: Knowledge, lexicon: Lexicon) {
    this.knowledge = knowledge;
    this.lexicon = lexicon;
    this.naming = new Naming(knowledge, lexicon);
    this.acquaintance = new Acquaintance(knowledge);
    this.ofField = recordsOfField(knowledge);
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
      resolved = this.resolve(draft, draft.blocks.length);
      this.resolvedOf.set(draft, resolved);
    }
    return resolved;
  }

  /**
   * The mention at an offset, its end included; of nested ones the innermost. Where the text says by itself what is meant,
   * no other part of the draft is looked at.
   */
  mentionAt(draft: Draft, offset: number): Mention | undefined {
    if (this.isInNoName(draft.content, offset)) return undefined;
    const block = draft.blockAt(offset);
    if (block === undefined) return undefined;
    const state = this.stateOf(draft, block);
    const within = offset - block.start;
    const found = innermostAt(state.matches.matches, within);
    const { start, end } = found ?? { start: within, end: within };
    // A place beside a name may be a part of the mention, and a head stand for what was named before.
    const isAlone =
      state.matches.pinpoints.every((one) => end + pinReach < one.start || one.end < start - pinReach) &&
      state.matches.heads.every((one) => !one.isBare || end < one.start || one.end < start) &&
      state.matches.sessions.every((one) => end < one.start || one.end < start) &&
      (found !== undefined || !this.isBetweenParts(draft, block, state, within));
    if (isAlone) {
      if (found === undefined && !isCapital(draft.content, offset)) return undefined;
      // Terms that the draft defines mean what it says.
      const terms = this.surveyOf(draft).occurrencesIn(draft, block, this.statesIn(draft));
      if (terms.every((one) => end < one.start || one.end < start)) {
        const certain = found === undefined ? undefined : this.naming.certainMention(found);
        const isWhole =
          found === undefined ||
          (!isCounted(draft.content, moved(found, block.start)) &&
            (![...state.matches.matches, ...terms].some((one) => one !== found && isBeside(one, found)) ||
              !mayBePart(draft.content, moved(found, block.start))));
        if (certain !== undefined && isWhole && !this.isOfAnotherField(draft)) return moved(certain, block.start);
        if (found === undefined) return undefined;
      }
    }
    const place = draft.blocks.findIndex(({ tree }) => tree === block.tree);
    // What stands behind a block is asked for what it says by itself, but not for verdicts.
    const resolved = (this.resolvedOf.get(draft) ?? this.resolve(draft, place + 1))[place];
    const mention = resolved === undefined ? undefined : innermostAt(resolved, offset - block.start);
    return mention === undefined ? undefined : moved(mention, block.start);
  }

  /**
   * Whether a place in no name stands between two that may be one (`session of | the Group`), in the ordinal of the next
   * (`71|st session`), or where the session of a head is counted (`the Council’s 47th | session`).
   */
  private isBetweenParts(
    draft: Draft,
    block: Block,
    { matches: { matches, heads } }: BlockState,
    within: number,
  ): boolean {
    const isNear = ({ start, end }: Range): boolean => within > start - farthestCount && within < end + farthestCount;
    const mayBeCounted = heads.some((one) => one.isBare && isNear(one));
    if (mayBeCounted && mayNumberSessions(draft.content.slice(block.start, block.start + block.tree.length)))
      return true;
    const behind = matches.find(({ start }) => start >= within);
    if (behind === undefined || behind.start - within >= joinReach) return false;
    if (behind.start - within < ordinalReach && isCounted(draft.content, moved(behind, block.start))) return true;
    const before = matches.findLast(({ end }) => end <= within);
    if (before === undefined || within - before.end >= joinReach) return false;
    return [before, behind].some((one) => mayBePart(draft.content, moved(one, block.start)));
  }

  /**
   * Whether the word at an offset stands in no name, which is seen without the structure of the draft: a word of plain
   * small letters between plain spaces or punctuation. Where markup or another script is near, or a capital that may be
   * of a term which the draft defines, this says nothing.
   */
  private isInNoName(text: ReadableText, offset: number): boolean {
    let start = offset;
    while (start > 0 && isPlainLetter(text.charCodeAt(start - 1))) start--;
    let end = offset;
    while (end < text.length && isPlainLetter(text.charCodeAt(end))) end++;
    if (end - start < 2 || end - start > 60) return false;
    if (!isPlainBorder(text, start - 1) || !isPlainBorder(text, end)) return false;
    const word = text.slice(start, end);
    if (word !== word.toLowerCase() || patternWord.test(word) || ordinalIn(word) !== undefined) return false;
    return !this.lexicon.hasWord(word);
  }

  private stateOf(draft: Draft, { tree, start }: Block): BlockState {
    let state = this.stateOfTree.get(tree);
    const { language } = draft;
    if (state === undefined || state.language !== language) {
      const text = draft.content.slice(start, start + tree.length);
      const matches = matchBlock(this.lexicon, text, tree, 0, language);
      const ground = this.naming.gather(matches, text);
      state = {
        matches,
        ground,
        language,
        isSurveyed: false,
        terms: undefined,
        occurrences: noOccurrences,
        verdict: undefined,
        resolved: undefined,
        whole: undefined,
      };
      this.stateOfTree.set(tree, state);
    }
    return state;
  }

  /**
   * Whether a long draft names nothing of the field but, again and again, one acronym, or a name of ordinary words such as
   * `Security Council`: it is then rather that of something else, of which there is mostly one.
   */
  private isOfAnotherField(draft: Draft): boolean {
    if (draft.content.length < longWithoutCompany) return false;
    const survey = this.surveyOf(draft);
    const states = this.statesIn(draft);
    if (survey.hasSeveralNamed(draft, states)) return false;
    survey.turnTo(draft, states);
    return survey.grounds.every(({ parts }) =>
      parts.every(({ match }) => match.names.length > 0 && match.names.every((name) => this.isOrdinary(name))),
    );
  }

  private isOrdinary(name: number): boolean {
    const { length } = this.lexicon.name(name);
    return this.lexicon.kind(name) === 'acronym'
      ? length >= shortestBareAcronym && length <= longestBareAcronym
      : this.lexicon.isOfOrdinaryWords(name);
  }

  private statesIn(draft: Draft): StateSource {
    return {
      known: ({ tree }) => {
        const state = this.stateOfTree.get(tree);
        return state?.language === draft.language ? state : undefined;
      },
      stateOf: (block) => this.stateOf(draft, block),
    };
  }

  /** The mentions of the first `count` blocks. */
  private resolve(draft: Draft, count: number): readonly (readonly Mention[])[] {
    const survey = this.surveyOf(draft);
    survey.turnTo(draft, this.statesIn(draft));
    const { blocks, states, grounds, tally } = survey;
    if (this.isOfAnotherField(draft)) return blocks.map(() => noMentions);
    const cases = states.slice(0, count);
    const { mentions } = new Resolution(this.naming, this.acquaintance, draft, cases, grounds, tally);
    const all: (readonly Mention[])[] = new Array(mentions.length);
    for (let i = 0; i < all.length; i++) {
      const own = mentions[i]!;
      const state = states[i]!;
      // What was resolved as before is whole as before.
      if (own.length > 0 && state.resolved !== own) {
        state.whole = this.whole(own, state.matches.pinpoints, draft.content, blocks[i]!);
        state.resolved = own;
      }
      all[i] = own.length === 0 ? own : state.whole!;
    }
    return all;
  }

  private whole(
    mentions: readonly Mention[],
    pinpoints: readonly Pinpoint[],
    text: ReadableText,
    { tree, start }: Block,
  ): readonly Mention[] {
    const [first] = mentions as [Mention];
    const isOne = pinpoints.length === 0 && mentions.length < 2;
    if (isOne && !mayHaveSession(first) && !isCounted(text, moved(first, start))) return mentions;
    const own = text.slice(start, start + tree.length);
    const pinned = pinpoints.length === 0 ? mentions : this.withPinpoints(mentions, pinpoints, own);
    return withParents(this.knowledge, pinned, own);
  }

  private surveyOf(draft: Draft): Survey {
    let survey = this.surveys.get(draft.lineage);
    if (survey === undefined) {
      survey = new Survey(this.ofField);
      this.surveys.set(draft.lineage, survey);
    }
    return survey;
  }

  /** Gives mentions the places that are named beside them: a place that is a concept of its own is what is meant. */
  private withPinpoints(mentions: readonly Mention[], pinpoints: readonly Pinpoint[], own: string): readonly Mention[] {
    const belonging = pinpointsOf(pinpoints, mentions, own);
    return mentions.map((mention, index): Mention => {
      const pinpoint = belonging[index];
      if (mention.record < 0 || pinpoint === undefined) return mention;
      const place = this.knowledge.isConcept(mention.record)
        ? this.knowledge.conceptAt(mention.record, pinpoint.at)
        : -1;
      const joined = withWholeBrackets(
        withWholeQuotation(
          { start: Math.min(mention.start, pinpoint.start), end: Math.max(mention.end, pinpoint.end) },
          own,
        ),
        own,
      );
      const isFree = mentions.every((other, at) => at === index || !overlap(other, joined));
      if (place < 0 || !isFree) return { ...mention, pinpoint: pinpoint.at };
      return { ...mention, ...joined, record: place, candidates: [place] };
    });
  }

  /** Works out ahead what a draft mentions, in steps of a few milliseconds each, so that no question has to wait for all of it. */
  *prepare(draft: Draft): Generator<void, void> {
    for (let offset = 0; offset < draft.content.length; offset += preparedAtOnce) {
      draft.parseTo(offset);
      yield;
    }
    let from = 0;
    for (const block of draft.blocks) {
      this.stateOf(draft, block);
      if (block.start - from < preparedAtOnce) continue;
      from = block.start;
      yield;
    }
    this.blockMentions(draft);
  }

  /** Works out ahead what the block at an offset says by itself. */
  prepareBlock(draft: Draft, offset: number): void {
    const block = draft.blockAt(offset);
    if (block !== undefined) this.stateOf(draft, block);
  }

  /** Whether a mention counts among the names of a draft, rather than is explained to who asks about it only. */
  isCounted({ record, name }: Mention): boolean {
    return !(this.knowledge.isBackground(record) || (name >= 0 && this.lexicon.isBackground(name)));
  }

  /** The language of the name that a mention writes; undefined for a symbol and for a term of the draft. */
  languageOf(mention: Mention): Language | undefined {
    return mention.name < 0 ? undefined : this.lexicon.language(mention.name);
  }
}
