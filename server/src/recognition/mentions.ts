/**
 * The mentions of a draft: what each block names, and, where a name has several bearers or counts only in context, which
 * one the draft means.
 */
import type { Tree } from '@lezer/common';
import type { Block, Draft } from '../draft/draft.ts';
import { dayNumber, type Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/record.ts';
import { type BlockMatch, type BlockMatches, matchBlock } from './block-matches.ts';
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

/** How many blocks before a name its context may stand: running headers and short paragraphs come between. */
const nearBlocks = 3;

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
    const block = draft.blockAt(offset);
    if (block === undefined) return undefined;
    const at = offset - block.start;
    let found: BlockMatch | undefined;
    for (const match of this.matchesIn(draft, block).matches) {
      if (match.start > at) break;
      if (match.end < at) continue;
      // Where one mention ends and the next begins, the next is meant; titles of works may enclose others.
      if (found === undefined || found.end === at || match.end - match.start < found.end - found.start) found = match;
    }
    if (found === undefined) return undefined;
    const certain = this.certainMention(found, block.start);
    if (certain !== undefined) return certain;
    const { start, end } = found;
    return this.mentions(draft).find(
      (mention) => mention.start === start + block.start && mention.end === end + block.start,
    );
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
    if (match.names.some((name) => lexicon.onlyNear(name))) return undefined;
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
  private bearers(match: BlockMatch, near: (record: number) => boolean): Map<number, number> {
    const bearers = new Map<number, number>();
    const { lexicon } = this;
    for (const name of match.names) {
      const record = lexicon.record(name);
      if (lexicon.onlyNear(name) && !near(record)) continue;
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
    const { knowledge } = this;
    const blocks = draft.blocks;
    const matched = blocks.map((block) => this.matchesIn(draft, block));

    // What the draft names beyond doubt, by block: the ground on which doubtful names are judged.
    const certain: Set<number>[] = matched.map(() => new Set());
    /** Record → where it is named beyond doubt, in order. */
    const placesOf = new Map<number, number[]>();
    /** Block → the concepts that the documents named or cited in it belong to. */
    const documented = matched.map(({ citedKeys }) => new Set(citedKeys.flatMap((key) => this.conceptsOfKey(key))));
    let inPeriods: Map<number, number> | undefined;
    matched.forEach(({ matches }, block) => {
      for (const match of matches) {
        for (const symbol of match.symbols ?? [])
          for (const concept of this.conceptsOfKey(symbol)) documented[block]!.add(concept);
        const record = this.certainMention(match, 0)?.record ?? -1;
        if (record < 0) continue;
        certain[block]!.add(record);
        const at = blocks[block]!.start + match.start;
        const list = placesOf.get(record);
        if (list === undefined) placesOf.set(record, [at]);
        else list.push(at);
      }
    });
    const isNear = (record: number, block: number): boolean => {
      for (let b = Math.max(0, block - nearBlocks); b <= block; b++) {
        const present = certain[b]!;
        if (present.size === 0) continue;
        if (present.has(record)) return true;
        if (!knowledge.isConcept(record)) continue;
        for (const other of knowledge.linked(record)) if (present.has(other)) return true;
      }
      return false;
    };
    const yearShare = (record: number): number => {
      inPeriods ??= new Map();
      let share = inPeriods.get(record);
      if (share === undefined) {
        let inside = 0;
        let all = 0;
        for (const { years } of matched) {
          for (const { year } of years) {
            all++;
            if (this.isInPeriod(record, year)) inside++;
          }
        }
        share = all === 0 ? 0 : inside / all;
        inPeriods.set(record, share);
      }
      return share;
    };
    const score = (record: number, block: number, match: BlockMatch): number => {
      let total = 10 * yearShare(record);
      const here = blocks[block]!.start + match.start;
      const own = placesOf.get(record);
      if (own !== undefined) {
        const before = own.findLast((place) => place < here);
        total += before === undefined ? 10 : 60 / (1 + (here - before) / 2500);
      }
      let company = 0;
      for (let b = Math.max(0, block - nearBlocks); b <= Math.min(block + 1, certain.length - 1); b++) {
        if (!knowledge.isConcept(record)) break;
        for (const other of knowledge.linked(record)) if (certain[b]!.has(other)) company += b === block ? 10 : 4;
        if (documented[b]!.has(record)) company += b === block ? 30 : 8;
      }
      total += Math.min(company, 50);
      let dated = 0;
      for (const { year, at } of matched[block]!.years) {
        if (this.isInPeriod(record, year)) dated += 40 / (1 + Math.abs(at - match.start) / 60);
      }
      return total + Math.min(dated, 60);
    };

    const mentions: Mention[] = [];
    matched.forEach(({ matches }, block) => {
      const base = blocks[block]!.start;
      for (const match of matches) {
        const alone = this.certainMention(match, base);
        if (alone !== undefined) mentions.push(alone);
        if (alone !== undefined || match.names.length === 0) continue;
        const bearers = this.bearers(match, (record) => isNear(record, block));
        if (bearers.size === 0) continue;
        let candidates = [...bearers.keys()];
        if (candidates.length > 1) {
          const scores = new Map(candidates.map((record) => [record, score(record, block, match)]));
          // The sort is stable: without evidence the dataset's order decides.
          candidates = candidates.sort((a, b) => scores.get(b)! - scores.get(a)!);
        }
        const record = candidates[0]!;
        const name = bearers.get(record)!;
        mentions.push({
          start: base + match.start,
          end: base + match.end,
          record,
          name,
          via: this.viaOf(name),
          candidates,
        });
      }
    });
    return mentions;
  }

  private isInPeriod(record: number, year: number): boolean {
    if (!this.knowledge.isConcept(record)) return false;
    const period = this.knowledge.period(record);
    if (period === undefined) return false;
    return dayNumber(`${year}-12-31`) >= period.from && dayNumber(`${year}-01-01`) <= period.to;
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
