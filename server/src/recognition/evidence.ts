/**
 * What a draft says beyond doubt, and what that speaks for where a name has several bearers or counts only in company: the
 * same thing named before, the documents cited, the company, the dates.
 */
import type { Block } from '../draft/draft.ts';
import { dayNumber, type Knowledge } from '../knowledge/knowledge.ts';
import type { BlockMatch, BlockMatches, WrittenYear } from './block-matches.ts';

/** How many blocks before a name its context may stand: running headers and short paragraphs come between. */
const nearBlocks = 3;

export class Evidence {
  private readonly knowledge: Knowledge;
  private readonly blocks: readonly Block[];
  private readonly matched: readonly BlockMatches[];
  /** Block → what it names beyond doubt. */
  private readonly certain: Set<number>[];
  /** Block → what it may name, besides. */
  private readonly possible: Set<number>[];
  /** Block → what it names in general terms. */
  private readonly general: Set<number>[];
  /** Block → the concepts that the documents named or cited in it belong to. */
  private readonly documented: Set<number>[];
  /** Record → where it is named beyond doubt, in order. */
  private readonly places = new Map<number, number[]>();
  private readonly possibleAnywhere = new Set<number>();
  private readonly yearShares = new Map<number, number>();

  constructor(knowledge: Knowledge, blocks: readonly Block[], matched: readonly BlockMatches[]) {
    this.knowledge = knowledge;
    this.blocks = blocks;
    this.matched = matched;
    this.certain = matched.map(() => new Set());
    this.possible = matched.map(() => new Set());
    this.general = matched.map(() => new Set());
    this.documented = matched.map(() => new Set());
  }

  addCertain(block: number, record: number, at: number): void {
    this.certain[block]!.add(record);
    this.addPlace(record, at);
  }

  /** `at` is an offset in the draft; places are added in order. */
  addPlace(record: number, at: number): void {
    const list = this.places.get(record);
    if (list === undefined) this.places.set(record, [at]);
    else list.push(at);
  }

  addPossible(block: number, record: number): void {
    this.possible[block]!.add(record);
    this.possibleAnywhere.add(record);
  }

  /** A name that counts only in a draft on the field, and is no ground for taking it for one. */
  addGeneral(block: number, record: number): void {
    this.general[block]!.add(record);
  }

  addDocument(block: number, concepts: readonly number[]): void {
    for (const concept of concepts) this.documented[block]!.add(concept);
  }

  /** Whether a concept, or one linked with it, is named in a block or shortly before it. */
  isNear(record: number, block: number): boolean {
    const { knowledge } = this;
    for (let b = Math.max(0, block - nearBlocks); b <= block; b++) {
      if (this.certain[b]!.size + this.possible[b]!.size + this.general[b]!.size === 0) continue;
      const isPresent = (one: number): boolean =>
        this.certain[b]!.has(one) ||
        this.possible[b]!.has(one) ||
        (this.general[b]!.has(one) && this.isInDraftOnTheField(one));
      if (isPresent(record)) return true;
      if (!knowledge.isConcept(record)) continue;
      for (const other of knowledge.linked(record)) if (isPresent(other)) return true;
    }
    return false;
  }

  /** Whether the draft names anything of the field besides a record. */
  isInDraftOnTheField(record: number): boolean {
    const besides = (names: { has(record: number): boolean; size: number }): boolean =>
      names.size > (names.has(record) ? 1 : 0);
    return besides(this.places) || besides(this.possibleAnywhere);
  }

  /** How much speaks for each of several bearers of a name; 0 where nothing does. */
  scores(records: readonly number[], block: number, match: BlockMatch, at: number): Map<number, number> {
    const scores = new Map(
      records.map((record) => [record, this.namedBefore(record, at) + this.company(record, block)]),
    );
    const dated = new Map(records.map((record) => [record, this.dated(record, block, match)]));
    const isAnyDated = [...dated.values()].some((score) => score > 1);
    const isAnyFavoured = [...scores.values()].some((score) => score > 0);
    for (const record of records) {
      // Years alone do not speak for what the draft does not name, where it names the others or their company.
      if (isAnyFavoured && scores.get(record) === 0) continue;
      // The dates nearby speak first; where there are none, those of the whole draft.
      scores.set(record, scores.get(record)! + (isAnyDated ? dated.get(record)! : 10 * this.yearShare(record)));
    }
    return scores;
  }

  private namedBefore(record: number, at: number): number {
    const own = this.places.get(record);
    if (own === undefined) return 0;
    const before = own.findLast((place) => place < at);
    return before === undefined ? 10 : 60 / (1 + (at - before) / 2500);
  }

  private company(record: number, block: number): number {
    if (!this.knowledge.isConcept(record)) return 0;
    let company = 0;
    for (let b = Math.max(0, block - nearBlocks); b <= Math.min(block + 1, this.blocks.length - 1); b++) {
      for (const other of this.knowledge.linked(record))
        if (this.certain[b]!.has(other)) company += b === block ? 10 : 4;
      if (this.documented[b]!.has(record)) company += b === block ? 30 : 8;
    }
    return Math.min(company, 50);
  }

  /** The dates of the block, the more the nearer they stand. */
  private dated(record: number, block: number, match: BlockMatch): number {
    let dated = 0;
    for (const year of this.matched[block]!.years) {
      dated += (40 * this.coverage(record, year)) / (1 + Math.abs(year.at - match.start) / 60);
    }
    return Math.min(dated, 60);
  }

  /** The share of the draft's dates that lies in a concept's period. */
  private yearShare(record: number): number {
    let share = this.yearShares.get(record);
    if (share === undefined) {
      const years = this.matched.flatMap((block) => block.years);
      share = years.length === 0 ? 0 : years.reduce((sum, year) => sum + this.coverage(record, year), 0) / years.length;
      this.yearShares.set(record, share);
    }
    return share;
  }

  /** How much of a written year or month lies in a concept's period, from 0 to 1. */
  private coverage(record: number, { year, month }: WrittenYear): number {
    if (!this.knowledge.isConcept(record)) return 0;
    const period = this.knowledge.period(record);
    if (period === undefined) return 0;
    const first = dayNumber(`${year}-${String(month ?? 1).padStart(2, '0')}-01`);
    const length = month === undefined ? 365 : 30;
    const inside = Math.min(first + length, period.to + 1) - Math.max(first, period.from);
    return Math.max(0, Math.min(1, inside / length));
  }
}
