/**
 * The mentions of a draft: what each block names, and, where a name has several bearers or counts only in context, which
 * one the draft means.
 */
import type { Tree } from '@lezer/common';
import type { Block, Draft } from '../draft/draft.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/record.ts';
import { type BlockMatch, type BlockMatches, matchBlock } from './block-matches.ts';
import { Evidence } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';

/** How a mention was recognised. */
export type Via = 'name' | 'acronym' | 'misnomer' | 'symbol' | 'definition';

/** A range of a draft that names something; offsets in UTF-16 units, end exclusive. */
export interface Mention {
  start: number;
  end: number;
  /** Record index of the concept or source that is meant; -1 for a UN document that the dataset does not have. */
  record: number;
  /** Index of the name in the lexicon; -1 for a UN symbol. */
  name: number;
  /** The UN symbol that is written, in its usual spelling. */
  symbol?: string;
  via: Via;
  /** Record indexes of all that the text can mean, likeliest first; the first is `record`. */
  candidates: readonly number[];
}

/** Words of what is recognised by a pattern rather than by name: `resolution 73/27`, `Articles 10 and 12 of …`. */
const patternWord = /^(?:resolutions?|res|articles?|arts?)$/i;

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

export class Recogniser {
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  private readonly matchesOf = new WeakMap<Tree, BlockMatches>();
  private readonly mentionsOf = new WeakMap<Draft, readonly Mention[]>();

  constructor(knowledge: Knowledge, lexicon: Lexicon) {
    this.knowledge = knowledge;
    this.lexicon = lexicon;
  }

  /** All mentions of a draft in order of their start; of two at one start the longer first. */
  mentions(draft: Draft): readonly Mention[] {
    let mentions = this.mentionsOf.get(draft);
    if (mentions === undefined) {
      mentions = this.resolve(draft);
      this.mentionsOf.set(draft, mentions);
    }
    return mentions;
  }

  /**
   * The mention at an offset, its end included; of nested ones the innermost. Where the text says by itself what is meant,
   * no other part of the draft is looked at.
   */
  mentionAt(draft: Draft, offset: number): Mention | undefined {
    if (this.isInNoName(draft.text, offset)) return undefined;
    const block = draft.blockAt(offset);
    if (block === undefined) return undefined;
    const found = innermostAt(this.matchesIn(draft, block).matches, offset - block.start);
    if (found === undefined) return undefined;
    const certain = this.certainMention(found, block.start);
    if (certain !== undefined) return certain;
    return innermostAt(this.mentions(draft), offset);
  }

  /**
   * Whether the word at an offset stands in no name, which is seen without the structure of the draft: a word of plain
   * letters between plain spaces or punctuation. Where markup or another script is near, this says nothing.
   */
  private isInNoName(text: string, offset: number): boolean {
    let start = offset;
    while (start > 0 && isPlainLetter(text.charCodeAt(start - 1))) start--;
    let end = offset;
    while (end < text.length && isPlainLetter(text.charCodeAt(end))) end++;
    if (end - start < 2 || end - start > 60) return false;
    if (!isPlainBorder(text, start - 1) || !isPlainBorder(text, end)) return false;
    const word = text.slice(start, end);
    return !patternWord.test(word) && !this.lexicon.hasWord(word);
  }

  private matchesIn(draft: Draft, { tree, start }: Block): BlockMatches {
    let matches = this.matchesOf.get(tree);
    if (matches === undefined) {
      matches = matchBlock(this.lexicon, draft.text, tree, start);
      this.matchesOf.set(tree, matches);
    }
    return matches;
  }

  /** The mention that a match is whatever the rest of the draft says, or undefined where the draft has to be asked. */
  private certainMention(match: BlockMatch, base: number): Mention | undefined {
    const { lexicon } = this;
    const range = { start: base + match.start, end: base + match.end };
    if (match.names.length === 0) {
      const records = this.recordsOfSymbols(match);
      if (records.length === 0 && match.isLoose === true) return undefined;
      const symbol = records.length === 0 ? match.symbols![0]! : this.symbolOf(match, records[0]!);
      return { ...range, record: records[0] ?? -1, name: -1, symbol, via: 'symbol', candidates: records };
    }
    if (match.names.some((name) => lexicon.onlyNear(name) !== false)) return undefined;
    const bearers = this.bearers(match, () => false);
    if (bearers.size !== 1) return undefined;
    const [[record, name]] = bearers as unknown as [[number, number]];
    return { ...range, record, name, via: this.viaOf(name), candidates: [record] };
  }

  private viaOf(name: number): Via {
    const kind = this.lexicon.kind(name);
    return kind === 'acronym' || kind === 'misnomer' ? kind : 'name';
  }

  /** The distinct bearers of a match's names, in the dataset's order of likelihood, each with the name it has there. */
  private bearers(
    match: BlockMatch,
    counts: (record: number, nearness: 'near' | 'draft') => boolean,
  ): Map<number, number> {
    const bearers = new Map<number, number>();
    const { lexicon } = this;
    for (const name of match.names) {
      const record = lexicon.record(name);
      const nearness = lexicon.onlyNear(name);
      if (nearness !== false && !counts(record, nearness)) continue;
      const known = bearers.get(record);
      if (known === undefined || this.isCloser(name, known)) bearers.set(record, name);
    }
    if (bearers.size > 1) {
      const right = [...bearers].filter(([, name]) => lexicon.kind(name) !== 'misnomer');
      if (right.length > 0 && right.length < bearers.size) return new Map(right);
    }
    return bearers;
  }

  /** Of two names of one record that both match, whether the first is the one that is written. */
  private isCloser(name: number, other: number): boolean {
    const { lexicon } = this;
    const isWrong = lexicon.kind(name) === 'misnomer';
    if (isWrong === (lexicon.kind(other) === 'misnomer')) return false;
    // A wrong name matches exactly as written before a right one that matches but for a plural; else the right one counts.
    const isExact = lexicon.caseRule(isWrong ? name : other) === 'exact';
    return isWrong === isExact;
  }

  private resolve(draft: Draft): readonly Mention[] {
    const blocks = draft.blocks;
    const matched = blocks.map((block) => this.matchesIn(draft, block));
    const evidence = this.gatherEvidence(blocks, matched);
    const mentions: Mention[] = [];
    /** The spelling of a name → who bore it last, where something spoke for that. */
    const lastBearers = new Map<number, { record: number; at: number }>();

    const add = (match: BlockMatch, block: number): void => {
      const base = blocks[block]!.start;
      const alone = this.certainMention(match, base);
      if (alone !== undefined) mentions.push(alone);
      if (alone !== undefined || match.names.length === 0) return;
      const bearers = this.bearers(match, (record, nearness) =>
        nearness === 'draft' ? evidence.isInDraftOnTheField(record) : evidence.isNear(record, block),
      );
      if (bearers.size === 0) {
        for (const hidden of match.instead ?? []) add(hidden, block);
        return;
      }
      const start = base + match.start;
      let candidates = [...bearers.keys()];
      if (candidates.length > 1) {
        const previous = mentions.at(-1);
        const between = previous === undefined ? '' : draft.text.slice(previous.end, Math.min(start, previous.end + 8));
        if (previous !== undefined && bearers.has(previous.record) && /^\s*[([]["“'‘*_]*$/.test(between)) {
          // `Open-ended Working Group 2019–2021 (OEWG)`: what stands in brackets behind a name is the same thing.
          candidates = [previous.record, ...candidates.filter((record) => record !== previous.record)];
          evidence.addPlace(previous.record, start);
        } else {
          // A general name means now this, now that; what bears a proper one is mostly borne on.
          const isGeneral = this.lexicon.onlyNear(match.names[0]!) !== false;
          const last = isGeneral ? undefined : lastBearers.get(match.names[0]!);
          const scores = evidence.scores(candidates, block, match, start);
          const known = last === undefined ? undefined : scores.get(last.record);
          if (last !== undefined && known !== undefined)
            scores.set(last.record, known + 20 / (1 + (start - last.at) / 3000));
          // The sort is stable: without evidence the dataset's order decides.
          candidates = candidates.sort((a, b) => scores.get(b)! - scores.get(a)!);
          if (scores.get(candidates[0]!)! > 0) lastBearers.set(match.names[0]!, { record: candidates[0]!, at: start });
        }
      }
      const record = candidates[0]!;
      const name = bearers.get(record)!;
      mentions.push({ start, end: base + match.end, record, name, via: this.viaOf(name), candidates });
    };
    matched.forEach(({ matches }, block) => {
      for (const match of matches) add(match, block);
    });
    return mentions;
  }

  /** What the draft names beyond doubt: the ground on which doubtful names are judged. */
  private gatherEvidence(blocks: readonly Block[], matched: readonly BlockMatches[]): Evidence {
    const evidence = new Evidence(this.knowledge, blocks, matched);
    matched.forEach(({ matches, citedKeys }, block) => {
      for (const key of citedKeys) evidence.addDocument(block, this.conceptsOfKey(key));
      const gather = (match: BlockMatch): void => {
        for (const symbol of match.symbols ?? []) evidence.addDocument(block, this.conceptsOfKey(symbol));
        const record = this.certainMention(match, 0)?.record ?? -1;
        if (record >= 0) evidence.addCertain(block, record, blocks[block]!.start + match.start);
        else {
          // A name with several bearers is ground for each of them, though for none beyond doubt.
          for (const [bearer] of this.bearers(match, () => false)) evidence.addPossible(block, bearer);
          for (const [bearer] of this.bearers(match, (_, nearness) => nearness === 'draft')) {
            evidence.addGeneral(block, bearer);
          }
          for (const hidden of match.instead ?? []) gather(hidden);
        }
      };
      for (const match of matches) gather(match);
    });
    return evidence;
  }

  /** The concepts or sources that the symbols of a match name, known ones only. */
  private recordsOfSymbols(match: BlockMatch): number[] {
    const records: number[] = [];
    for (const symbol of match.symbols ?? []) {
      const source = this.knowledge.sourceOfSymbol(symbol);
      if (source < 0) continue;
      const concept = this.knowledge.conceptOfSource(source);
      records.push(concept >= 0 ? concept : source);
    }
    return records;
  }

  /** The concepts that a document belongs to, by the key or symbol under which it is named. */
  private conceptsOfKey(key: string): number[] {
    const source = this.knowledge.sourceOfSymbol(key);
    return source < 0 ? [] : [...this.knowledge.conceptsOfSource(source)];
  }

  private symbolOf(match: BlockMatch, record: number): string {
    return (
      match.symbols!.find((symbol) => {
        const source = this.knowledge.sourceOfSymbol(symbol);
        return source >= 0 && (source === record || this.knowledge.conceptOfSource(source) === record);
      }) ?? match.symbols![0]!
    );
  }

  /** The language of the name that a mention writes; undefined for a symbol. */
  languageOf(mention: Mention): Language | undefined {
    return mention.name < 0 ? undefined : this.lexicon.language(mention.name);
  }
}
