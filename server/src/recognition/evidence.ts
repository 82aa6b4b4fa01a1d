/**
 * What a draft says beyond doubt, and what that speaks for where a name has several bearers or counts only in company: the
 * same thing named before, the documents cited, the company, the dates.
 */

import { dayNumber, type Knowledge } from '../knowledge/knowledge.ts';
import { type ConceptKind, daySpan, type Source } from '../knowledge/record.ts';
import { type BareReference, isCalled, kindOfPlace, type PlaceKind } from './bare-places.ts';
import { endOfState, placeOfState, stateOf, type WrittenYear } from './block-matches.ts';
import { compoundOf, headCount, headNumber, lastWordOfHead } from './heads.ts';
import type { Range } from './range.ts';

/** Kinds of what is talked about rather than named. */
const generalKinds: ReadonlySet<ConceptKind> = new Set(['term', 'challenge', 'agenda', 'norm']);

export const isGeneral = (knowledge: Knowledge, record: number): boolean =>
  knowledge.isConcept(record) && generalKinds.has(knowledge.kind(record));

/** Kinds of what texts of other fields name as well: companies, universities, associations; terms. */
const kindsOfAnyField: ReadonlySet<ConceptKind> = new Set(['actor', 'term', 'challenge']);

/** By record: 1 for what makes a draft one on the field that names it, 0 for what others name, too. */
export function recordsOfField(knowledge: Knowledge): Uint8Array {
  return Uint8Array.from({ length: knowledge.conceptCount + knowledge.sourceCount }, (_, record) =>
    knowledge.isConcept(record) && kindsOfAnyField.has(knowledge.kind(record)) ? 0 : 1,
  );
}

/** How many blocks before a name its context may stand: running headers and short paragraphs come between. */
const nearBlocks = 3;

/** What one block contributes, whatever the rest of the draft says. */
export interface Ground {
  /** What it names beyond doubt, each once. */
  readonly certain: readonly number[];
  /** Where: records with the places of their names in the block, in order. */
  readonly places: readonly { record: number; at: number }[];
  /** What it may name, besides. */
  readonly possible: readonly number[];
  /** What it names in general terms, which count only in a draft on the field. */
  readonly general: readonly number[];
  /** The concepts that the documents named or cited in it belong to, with the places of those. */
  readonly documented: readonly { record: number; at: number }[];
  readonly years: readonly WrittenYear[];
  /** The States that it names, and where: see `stateOf` and `placeOfState`. */
  readonly states: readonly number[];
  /** Whether it is in Chinese, which says as much in fewer units. */
  readonly isChinese: boolean;
}

/** How many units of other scripts a unit of Chinese is worth. */
const ofHan = 2.5;

/** The years that are counted. */
export const firstYear = 1940;
export const lastYear = 2060;
/** A written month, or the whole of a year (month 0), as an index. */
const monthIndex = (year: number, month: number | undefined): number => (year - firstYear) * 13 + (month ?? 0);
const monthCount = (lastYear - firstYear + 1) * 13;

/** The first day and the number of days of each written month or year, by `monthIndex`. */
const firstDays = new Int32Array(monthCount);
for (let year = firstYear; year <= lastYear; year++) {
  for (let month = 0; month <= 12; month++)
    firstDays[monthIndex(year, month)] = dayNumber(`${year}-${String(Math.max(1, month)).padStart(2, '0')}-01`);
}

/** Kinds of concepts that are documents. */
const documentKinds: ReadonlySet<ConceptKind> = new Set(['treaty', 'document', 'norm', 'agenda']);
/** Laws whose parts are mostly called sections, or are not known. */
const withSections = /\bActs?\b|\bRules?\b|\bOrder\b|\bBill\b|\bCode\b|U\.S\.C|Amendment/;

/** What the places of a source are: those of the Union's acts and of most other laws are articles. */
function placesOfSource({ type, title }: Source): PlaceKind | 'sections' | undefined {
  if (type === 'treaty') return 'articles';
  if (type === 'legislation') return !withSections.test(title) || title.includes('(EU)') ? 'articles' : 'sections';
  return type === 'report' || type === 'document' ? 'paragraphs' : undefined;
}

/** The heads of bodies that have sessions. */
const headsWithSessions = ['assembly', 'conference', 'commission', 'committee', 'council', 'board', 'working group']
  .map((word) => compoundOf(word) || headNumber(word))
  .filter((head) => head > 0);

/** Per concept, once for a dataset: what it is linked with, and how much of each written month lies in its period. */
export class Acquaintance {
  private readonly knowledge: Knowledge;
  private readonly linkedOf = new Map<number, ReadonlySet<number>>();
  private readonly parents = new Map<number, number>();
  private readonly holders = new Map<number, number>();
  private readonly seriesOfRecord = new Map<number, readonly number[]>();
  private readonly coverageOf = new Map<number, Float32Array>();
  private readonly placesOfRecord = new Map<number, PlaceKind | 'sections' | undefined>();
  private readonly documentsOfPlaces = new Map<number, number>();
  private readonly namesOfRecord = new Map<number, string>();
  private holdersOfAllSessions: readonly number[] | undefined;

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge;
  }

  linked(record: number): ReadonlySet<number> {
    let linked = this.linkedOf.get(record);
    if (linked === undefined) {
      linked = new Set(this.knowledge.isConcept(record) ? this.knowledge.linked(record) : []);
      this.linkedOf.set(record, linked);
    }
    return linked;
  }

  /** The number of the State whose body, law or act a record is; 0 for none. */
  stateOf(record: number): number {
    return this.knowledge.state(record);
  }

  /** What a concept is a part of; -1 for nothing. */
  parentOf(record: number): number {
    let parent = this.parents.get(record);
    if (parent === undefined) {
      const id = this.knowledge.isConcept(record) ? this.knowledge.concept(record)['part-of'] : undefined;
      parent = id === undefined ? -1 : this.knowledge.conceptIndex(id);
      this.parents.set(record, parent);
    }
    return parent;
  }

  /** Of an event, what it is one of: the body whose session it is; -1 for anything else. */
  holderOf(record: number): number {
    let holder = this.holders.get(record);
    if (holder === undefined) {
      const isEvent = this.knowledge.isConcept(record) && this.knowledge.kind(record) === 'event';
      holder = isEvent ? this.parentOf(record) : -1;
      this.holders.set(record, holder);
    }
    return holder;
  }

  /**
   * Organs, and groups of States, that are called so that they have sessions.
   *
   * @param recordsOfHead the records that have a head in a name of theirs, by its number
   */
  holdersOfSessions(recordsOfHead: (head: number) => Int32Array): readonly number[] {
    this.holdersOfAllSessions ??= [
      ...new Set(
        headsWithSessions.flatMap((head) => [...recordsOfHead(head)]).filter((record) => this.isOrgan(record)),
      ),
    ];
    return this.holdersOfAllSessions;
  }

  /** Whether a concept is an international body or group. */
  private isOrgan(record: number): boolean {
    const { knowledge } = this;
    if (!knowledge.isConcept(record) || this.stateOf(record) > 0) return false;
    const kind = knowledge.kind(record);
    return kind === 'body' || kind === 'mechanism';
  }

  /** A series and what is one of it, that is, of its kind and a part of it: the series first. */
  seriesOf(record: number): readonly number[] {
    let series = this.seriesOfRecord.get(record);
    if (series === undefined) {
      const { knowledge } = this;
      const isMember = (one: number): boolean =>
        this.parentOf(one) === record && knowledge.kind(one) === knowledge.kind(record);
      series = [record, ...[...this.linked(record)].filter(isMember)];
      this.seriesOfRecord.set(record, series);
    }
    return series;
  }

  /** What the places of a record are, if it is a document; `sections` where they are others, or it is not known which. */
  placesOf(record: number): PlaceKind | 'sections' | undefined {
    if (!this.placesOfRecord.has(record)) this.placesOfRecord.set(record, this.readPlaces(record));
    return this.placesOfRecord.get(record);
  }

  private readPlaces(record: number): PlaceKind | 'sections' | undefined {
    const { knowledge } = this;
    if (!knowledge.isConcept(record)) return placesOfSource(knowledge.source(record));
    const { kind, text } = knowledge.concept(record);
    if (kind === 'treaty') return 'articles';
    if (text === undefined || text.at !== undefined || !documentKinds.has(kind)) return undefined;
    const own = knowledge.placeLabels(record).map(kindOfPlace);
    if (own.includes('articles')) return 'articles';
    const source = knowledge.sourceByKey(text.source);
    return source === undefined ? undefined : placesOfSource(source);
  }

  /** The document that a record is, or of which it is a place that has a concept of its own. */
  documentAt(record: number): number {
    let document = this.documentsOfPlaces.get(record);
    if (document === undefined) {
      const isPlace = this.knowledge.isConcept(record) && this.knowledge.concept(record).text?.at !== undefined;
      const parent = isPlace ? this.parentOf(record) : -1;
      const isOfDocument = parent >= 0 && this.knowledge.placeLabels(parent).length > 0;
      document = isOfDocument ? parent : record;
      this.documentsOfPlaces.set(record, document);
    }
    return document;
  }

  /** Whether a document may be spoken of by a noun of `BareReference`. */
  isCalled(record: number, noun: number): boolean {
    if (noun === 0) return true;
    let names = this.namesOfRecord.get(record);
    if (names === undefined) {
      const { knowledge } = this;
      const concept = knowledge.isConcept(record) ? knowledge.concept(record) : undefined;
      const source =
        concept === undefined ? knowledge.source(record) : knowledge.sourceByKey(concept.text?.source ?? '');
      const own = Object.values(concept?.names ?? {}).flatMap(({ preferred, short = '' }) => [preferred, short]);
      names = [...own, source?.title ?? '', /\/RES\//.test(source?.id ?? '') ? 'resolution' : ''].join(' | ');
      this.namesOfRecord.set(record, names);
    }
    return isCalled(noun, names);
  }

  /** Whether a concept is talked about with many things, so that it says little on which of them is meant. */
  isGeneral(record: number): boolean {
    return isGeneral(this.knowledge, record);
  }

  isDocument(record: number): boolean {
    return this.knowledge.isConcept(record) && this.knowledge.kind(record) === 'document';
  }

  /** Whether a concept is a person (or a gang: an actor that is explained, and no name): who chairs a group tells which one is meant. */
  isPerson(record: number): boolean {
    return (
      this.knowledge.isConcept(record) && this.knowledge.isBackground(record) && this.knowledge.kind(record) === 'actor'
    );
  }

  /** Whether a concept lasted a few years only, so that a year tells it from others of its kind. */
  isOfItsTime(record: number): boolean {
    const period = this.knowledge.isConcept(record) ? this.periodOf(record) : undefined;
    return period !== undefined && period.to - period.from < fewYears;
  }

  /** The first day of what is of its time, as a day number. */
  beginningOf(record: number): number {
    return this.periodOf(record)?.from ?? Number.NEGATIVE_INFINITY;
  }

  /**
   * First and last day of a concept's period, or of the month in which a document was issued, as day numbers. A document is of
   * the time when it was adopted and issued, though it holds since.
   */
  private periodOf(record: number): { from: number; to: number } | undefined {
    const { knowledge } = this;
    const period = knowledge.isConcept(record) ? knowledge.period(record) : undefined;
    if (period !== undefined && !this.isDocumentSince(record)) return period;
    const text = knowledge.isConcept(record) ? knowledge.concept(record).text : undefined;
    const source = knowledge.isConcept(record) ? knowledge.sourceByKey(text?.source ?? '') : knowledge.source(record);
    const [year, month] = source?.issued?.['date-parts'][0] ?? [];
    const isIssued = year !== undefined && text?.at === undefined && year >= firstYear && year <= lastYear;
    const issuedFrom = isIssued ? firstDays[monthIndex(year, month)]! : undefined;
    const issued =
      issuedFrom === undefined ? undefined : { from: issuedFrom, to: issuedFrom + (month === undefined ? 364 : 29) };
    if (period === undefined) return issued;
    const adopted = daySpan(knowledge.concept(record).period!.from!);
    const from = dayNumber(adopted.first);
    const to = Math.max(dayNumber(adopted.last), from + 29);
    // What was issued much later is another edition.
    return { from, to: issued !== undefined && issued.to > to && issued.from - to < 92 ? issued.to : to };
  }

  /** Whether a record is a document of which the first day is known and no last one. */
  private isDocumentSince(record: number): boolean {
    if (this.knowledge.kind(record) !== 'document') return false;
    const { period } = this.knowledge.concept(record);
    return period?.from !== undefined && period.to === undefined;
  }

  /** How much of a written month or year lies in a concept's period, from 0 to 1, by `monthIndex`. */
  coverage(record: number): Float32Array {
    let coverage = this.coverageOf.get(record);
    if (coverage === undefined) {
      coverage = new Float32Array(monthCount);
      const period = this.periodOf(record);
      if (period !== undefined) {
        for (let index = 0; index < monthCount; index++) {
          const first = firstDays[index]!;
          const length = index % 13 === 0 ? 365 : 30;
          const inside = Math.min(first + length, period.to + 1) - Math.max(first, period.from);
          const covered = Math.max(0, Math.min(1, inside / length));
          const isBeginning = inside > 0 && period.from > first;
          const isEnd = inside > 0 && period.to < first + length - 1;
          // Who speaks of a year or month in which a thing began or ended speaks as well of that, of the year in which it
          // reported sooner than of that in which its successor began: `the 2021 OEWG`.
          coverage[index] =
            isEnd && !isBeginning
              ? Math.max(ofLastYear, covered)
              : isBeginning && !isEnd && index % 13 === 0
                ? ofEdge
                : Math.max(isEnd || isBeginning ? ofEdge : 0, covered);
        }
      }
      this.coverageOf.set(record, coverage);
    }
    return coverage;
  }
}

/** How much a written year or month counts of which only a part lies in a period, at the least. */
const ofEdge = 0.5;
/** How much that counts in which it ended, at the least. */
const ofLastYear = 0.7;
/** In days. */
const fewYears = 4.5 * 365;
/** How near, in UTF-16 units, a year belongs to a name: `2015 GGE`, `OEWG (2021)`. */
const besideName = 16;
/** How much the year tells that is a part of the name, `the 2017 GGE`, `GGE (2017)`: more than what was named before. */
const ofOwnYear = 120;

/** How near, in UTF-16 units, the beginning of a State's name belongs to a name behind and before it. */
const stateBefore = 24;
const stateBehind = 5;
/** How far from a name a State stands at most that speaks against it: `Ukraine's`, `of`, `of the`, `de la`. */
const otherStateBefore = 3;
const otherStateBehind = 8;
/** How much that speaks for what is the State's: more than that another was named before. */
const besideState = 90;

/** How much a person who is named beside a thing tells, against what else is. */
const ofPerson = 2.5;

/** Whether a block names, or may name, such a thing. */
const isAnyNamed = ({ certain, possible, general }: Ground, isSuch: (record: number) => boolean): boolean =>
  certain.some(isSuch) || possible.some(isSuch) || general.some(isSuch);

/** How far apart two places are: what follows a name is rather of what comes next, and counts as twice as far. */
const reach = (at: number, place: number): number => (at > place ? 2 * (at - place) : place - at);

/** How far the nearest place of a record is from another place in the block. */
function nearest(places: readonly { record: number; at: number }[], record: number, place: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const one of places) if (one.record === record) least = Math.min(least, reach(one.at, place));
  return least;
}

/** What was asked of a draft's evidence on one block, and what it answered: kind, subject, answer, and so on. */
export type Rests = number[];
const onTheField = 0;
const lastPlace = 1;
const shareOfYears = 2;
const lastOfHead = 3;
const namedAnywhere = 4;
const circleNamed = 5;
const onlyOfHead = 6;
const lastOfSeries = 7;
const roughlyLastPlace = 8;
const lastOfPlaces = 9;
const byParagraphs = 10;
const lastOfHolders = 11;

/**
 * A distance as scores count it: to the sixteenth part, or sixteen units. What rests on exact ones would have to be judged anew
 * after each letter that is typed in between.
 */
export function roughly(distance: number): number {
  if (distance < 0) return distance;
  const bits = Math.max(4, 27 - Math.clz32(distance));
  return (distance >> bits) << bits;
}

/** How far, as scores count it, a place lies before `at` in a block that begins at `base`: within the block exactly. */
export const countedDistance = (place: number, at: number, base: number): number =>
  place >= base ? at - place : roughly(base - place) + at - base;

/** How far behind a name its head may stand for it, in UTF-16 units. */
const headReach = 3000;

/** How far behind its document a place may be named alone that has no concept of its own, in UTF-16 units. */
const placeReach = 3000;

/** A reference as the subject of a question, and back. */
const packReference = ({ kind, noun }: BareReference): number => noun * 2 + (kind === 'articles' ? 0 : 1);
const unpackReference = (packed: number): BareReference => ({
  kind: packed % 2 === 0 ? 'articles' : 'paragraphs',
  noun: packed >> 1,
});

/** How much years speak for a series at most, against the member for which they speak most. */
const ofSeries = 0.5;

/** How much it speaks for one of a series that it was mentioned last. */
const goesOn = 40;
/** And that the series as such was. */
const ofSeriesItself = 20;

/** Answers to `lastPlace` where a record is not named before, but behind, or nowhere. */
const behind = -1;
const nowhere = -2;

/** What the blocks of a draft say together, whatever their order. Blocks are added and taken away as edits make and unmake them. */
export class Tally {
  /** By record: how many blocks name it beyond doubt. */
  readonly certain: Int32Array;
  /** By record: how many blocks may name it, besides. */
  readonly possible: Int32Array;
  /** By record: how many blocks name it in terms that count only in a draft on the field. */
  readonly general: Int32Array;
  /** By record: whether it is of the field, so that a draft which names it is on the field: see `isOfField`. */
  readonly ofField: Uint8Array;
  /** How many records of the field are named beyond doubt, and how many may be named besides. */
  certainCount = 0;
  possibleCount = 0;
  /** By `monthIndex`: how often it is written. */
  readonly months = new Int32Array(monthCount);
  yearCount = 0;

  constructor(ofField: Uint8Array) {
    const recordCount = ofField.length;
    this.ofField = ofField;
    this.certain = new Int32Array(recordCount);
    this.possible = new Int32Array(recordCount);
    this.general = new Int32Array(recordCount);
  }

  add({ certain, possible, general, years }: Ground): void {
    for (const record of general) this.general[record]!++;
    for (const record of certain) if (this.certain[record]!++ === 0) this.certainCount += this.ofField[record]!;
    for (const record of possible) if (this.possible[record]!++ === 0) this.possibleCount += this.ofField[record]!;
    for (const { year, month } of years) this.months[monthIndex(year, month)]!++;
    this.yearCount += years.length;
  }

  remove({ certain, possible, general, years }: Ground): void {
    for (const record of general) this.general[record]!--;
    for (const record of certain) if (--this.certain[record]! === 0) this.certainCount -= this.ofField[record]!;
    for (const record of possible) if (--this.possible[record]! === 0) this.possibleCount -= this.ofField[record]!;
    for (const { year, month } of years) this.months[monthIndex(year, month)]!--;
    this.yearCount -= years.length;
  }
}

/** The evidence of one draft. Names are judged in their order, each after `pass` was told what stands before it. */
/** Kinds of what a block means for what follows. */
export const place = 0;
export const paragraph = 1;
export const unknownDocument = 2;
export const foreignDocument = 3;
export const foreignHead = 4;
const mention = 8;
const document = 16;
const headBits = 5;
/** What a block means for what follows: for each thing its kind (of a mention `packMention`), its subject, its place in the block. */
export type Passed = readonly number[];

export class Evidence {
  private readonly acquaintance: Acquaintance;
  private readonly grounds: readonly Ground[];
  private readonly tally: Tally;
  private readonly yearShares = new Map<number, number>();
  /** By record: where it was named last, and one more; 0 where it was not yet. */
  private readonly lastPlaces: Int32Array;
  /** By record: where a mention of it stood last, and one more; names with several bearers count for the one that is meant. */
  private readonly lastMentions: Int32Array;
  /** By head: where it was last part of a name that is not known, and one more. */
  private readonly lastForeign = new Int32Array(headCount + 1);
  /** By head: where a name with it was written last, and one more; and of what. */
  private readonly lastWritten = new Int32Array(headCount + 1);
  private readonly writtenRecords = new Int32Array(headCount + 1);
  /** What was mentioned that a place may be of, and where, in order; -1 for a document of an organ that the dataset does not have. */
  private readonly passedRecords: number[] = [];
  private readonly passedPlaces: number[] = [];
  /** By document: where a paragraph of it was named last. */
  private readonly lastParagraphs = new Map<number, number>();
  /** Where a document was named last that is not known, and one more. */
  private lastForeignDocument = 0;
  private readonly recordsOfHead: (head: number) => Int32Array;
  /** Where the block begins that is being judged. */
  private base = 0;
  private rests: Rests = [];

  /**
   * @param tally what the blocks say together whose grounds these are
   * @param recordsOfHead the records that have a head in a name of theirs, by its number
   */
  constructor(
    acquaintance: Acquaintance,
    grounds: readonly Ground[],
    tally: Tally,
    recordsOfHead: (head: number) => Int32Array,
  ) {
    this.acquaintance = acquaintance;
    this.recordsOfHead = recordsOfHead;
    this.lastMentions = new Int32Array(tally.certain.length);
    this.grounds = grounds;
    this.tally = tally;
    this.lastPlaces = new Int32Array(tally.certain.length);
  }

  /** Begins with a block; from now on it is noted in `rests` what the judgements on it rest on, outside of the block and its neighbours. */
  begin(base: number, rests: Rests): void {
    this.base = base;
    this.rests = rests;
  }

  /** Whether all that the judgements on a block that begins at `base` rested on is still so. */
  stillHolds(rests: Readonly<Rests>, base: number): boolean {
    for (let i = 0; i < rests.length; i += 3) {
      const kind = rests[i]!;
      const record = rests[i + 1]!;
      const answer = this.answerTo(kind, record, base);
      if (answer !== rests[i + 2]) return false;
    }
    return true;
  }

  /** What is asked of a record, or of a head, before a block that begins at `base`. */
  private answerTo(kind: number, subject: number, base: number): number {
    switch (kind) {
      case onTheField:
        return Number(this.isAmongOthers(subject));
      case lastPlace:
        return this.distanceTo(subject, base);
      case shareOfYears:
        return this.share(subject);
      case lastOfHead:
        return this.headedBefore(subject, base);
      case namedAnywhere:
        return Number(this.isAnywhere(subject));
      case circleNamed:
        return Number(this.isAnyOfCircle(subject));
      case roughlyLastPlace:
        return roughly(this.distanceTo(subject, base));
      case lastOfSeries:
        return this.lastAmong(this.acquaintance.seriesOf(subject), base - headReach) ?? nowhere;
      case lastOfHolders:
        return this.lastAmong(this.holders(), base - headReach) ?? nowhere;
      case byParagraphs:
        return Number(this.lastParagraphs.has(subject));
      case lastOfPlaces:
        return this.documentSince(unpackReference(subject), base - placeReach) ?? nowhere;
      default:
        return this.onlyHeaded(subject);
    }
  }

  /** Takes note of where a record is named; offsets in the draft, in order. */
  pass(record: number, at: number): void {
    this.lastPlaces[record] = at + 1;
  }

  /**
   * Takes note of all that a block means for what follows, in the order in which it was noted: as `pass`, `passMention` and
   * the others do one by one. Most edits leave nearly all blocks as they were, and go over thousands of these.
   */
  replay(passed: Passed, base: number): void {
    for (let i = 0; i < passed.length; i += 3) {
      const kind = passed[i]!;
      const subject = passed[i + 1]!;
      const at = base + passed[i + 2]!;
      if (kind === place) this.pass(subject, at);
      else if (kind >= mention) this.passMention(subject, at, kind);
      else if (kind === paragraph) this.passParagraph(subject, at);
      else if (kind === unknownDocument) this.passUnknownDocument(at);
      else if (kind === foreignDocument) this.passForeignDocument(at);
      else this.passForeign(subject, at);
    }
  }

  /** A mention as `passMention` takes it, with the heads of the name that is written, packed as `packHeads` does; a document that has no places is none that a place can be of. */
  packMention(record: number, heads: number): number {
    const hasPlaces = this.acquaintance.placesOf(this.acquaintance.documentAt(record)) !== undefined;
    return mention | (hasPlaces ? document : 0) | (heads << headBits);
  }

  /** Takes note of a mention; `packed` is what `packMention` makes of it. */
  passMention(record: number, at: number, packed: number): void {
    this.lastMentions[record] = at + 1;
    // Who speaks of a session of a group speaks of the group.
    const holder = this.acquaintance.holderOf(record);
    if (holder >= 0) this.lastMentions[holder] = at + 1;
    if ((packed & document) !== 0) {
      this.passedRecords.push(record);
      this.passedPlaces.push(at);
    }
    for (let left = packed >> headBits; left > 0; left >>= 8) {
      this.lastWritten[left & 0xff] = at + 1;
      this.writtenRecords[left & 0xff] = record;
    }
  }

  /** Takes note of a paragraph that is named beside its document, or means it. */
  passParagraph(document: number, at: number): void {
    this.lastParagraphs.set(document, at);
  }

  /** Whether a paragraph of a document was named before. */
  isNamedByParagraphs(document: number): boolean {
    const last = this.lastParagraphs.get(document);
    // What the block itself says is no news from outside.
    if (last === undefined || last < this.base) this.rests.push(byParagraphs, document, Number(last !== undefined));
    return last !== undefined;
  }

  /** Takes note of a UN document that the dataset does not have. */
  passUnknownDocument(at: number): void {
    this.passedRecords.push(-1);
    this.passedPlaces.push(at);
  }

  /** Takes note of a law, or another document, whose name is not known. */
  passForeignDocument(at: number): void {
    this.lastForeignDocument = at + 1;
  }

  /** The document whose place is named without it: what was named last and has such places; -1 where none is meant. */
  lastDocument(reference: BareReference): number {
    const inside = this.documentSince(reference, this.base);
    if (inside !== undefined) return inside;
    const before = this.documentSince(reference, this.base - placeReach) ?? nowhere;
    this.rests.push(lastOfPlaces, packReference(reference), before);
    return before;
  }

  private documentSince({ kind, noun }: BareReference, offset: number): number | undefined {
    const since = Math.max(offset, this.lastForeignDocument, 0);
    for (let i = this.passedRecords.length - 1; i >= 0 && this.passedPlaces[i]! >= since; i--) {
      const record = this.passedRecords[i]!;
      const document = record < 0 ? -1 : this.acquaintance.documentAt(record);
      const places = record < 0 ? 'paragraphs' : this.acquaintance.placesOf(document);
      if (places === undefined || (document >= 0 && !this.acquaintance.isCalled(document, noun))) continue;
      if (places === kind) return document;
      // A treaty has paragraphs, too, in its articles; a report has no articles.
      if (kind === 'paragraphs' || places === 'sections') return -1;
    }
    return this.lastForeignDocument > Math.max(offset, 0) ? -1 : undefined;
  }

  /** Takes note of a head that is part of a name which is not known. */
  passForeign(head: number, at: number): void {
    this.lastForeign[head] = at + 1;
    this.lastForeign[lastWordOfHead(head)] = at + 1;
  }

  /**
   * The record whose name has a head and that was mentioned last; -1 where a name that is not known came since, undefined
   * where neither was mentioned within reach.
   */
  lastHeaded(head: number): number | undefined {
    const inside = this.headedSince(head, this.base);
    if (inside !== undefined) return inside;
    const before = this.headedBefore(head, this.base);
    this.rests.push(lastOfHead, head, before);
    return before === nowhere ? undefined : before;
  }

  /** The body that has sessions and was mentioned last; -1 where none was within reach. */
  lastHolder(): number {
    const inside = this.lastAmong(this.holders(), this.base);
    if (inside !== undefined) return inside;
    const before = this.lastAmong(this.holders(), this.base - headReach) ?? nowhere;
    this.rests.push(lastOfHolders, 0, before);
    return before === nowhere ? -1 : before;
  }

  /** Whether a record is a body that has sessions. */
  isHolder(record: number): boolean {
    return this.holders().includes(record);
  }

  private holders(): readonly number[] {
    return this.acquaintance.holdersOfSessions(this.recordsOfHead);
  }

  /** The one record with a head that the draft names anywhere; -1 where there is none or more than one. */
  theOnlyHeaded(head: number): number {
    const record = this.onlyHeaded(head);
    this.rests.push(onlyOfHead, head, record);
    return record;
  }

  private onlyHeaded(head: number): number {
    let only = -1;
    for (const record of this.recordsOfHead(head)) {
      if (this.tally.certain[record]! === 0) continue;
      if (only >= 0) return -1;
      only = record;
    }
    return only;
  }

  /**
   * The one record with a head that is a part of what is named in a block or shortly before it, else that is linked with that;
   * -1 as above.
   */
  nearHeaded(head: number, block: number): number {
    const records = this.recordsOfHead(head);
    const only = this.theOnly(records, block, (record, one) => this.acquaintance.parentOf(record) === one);
    return only >= 0 ? only : this.theOnly(records, block, (record, one) => this.acquaintance.linked(record).has(one));
  }

  /** The one of some records that goes with something that is named in a block or shortly before it; -1 as above. */
  private theOnly(records: Int32Array, block: number, goesWith: (record: number, named: number) => boolean): number {
    let only = -1;
    for (const record of records) {
      let isNear = false;
      for (let b = Math.max(0, block - nearBlocks); b <= block && !isNear; b++)
        isNear = isAnyNamed(this.grounds[b]!, (one) => goesWith(record, one));
      if (!isNear) continue;
      if (only >= 0) return -1;
      only = record;
    }
    return only;
  }

  private headedBefore(head: number, offset: number): number {
    return this.headedSince(head, offset - headReach) ?? nowhere;
  }

  /** The record with a head that was mentioned last, from an offset on; -1 for a name that is not known, undefined for none. */
  private headedSince(head: number, offset: number): number | undefined {
    let last = Math.max(offset, 0);
    let record: number | undefined;
    if (this.lastForeign[head]! > last) {
      last = this.lastForeign[head]!;
      record = -1;
    }
    if (this.lastWritten[head]! > last) {
      last = this.lastWritten[head]!;
      record = this.writtenRecords[head]!;
    }
    return this.lastAmong(this.recordsOfHead(head), last) ?? record;
  }

  /** Which of some records was mentioned last, from an offset on. */
  private lastAmong(records: Iterable<number>, offset: number): number | undefined {
    let last = Math.max(offset, 0);
    let record: number | undefined;
    for (const one of records) {
      if (this.lastMentions[one]! <= last) continue;
      last = this.lastMentions[one]!;
      record = one;
    }
    return record;
  }

  /** Which of a series, or the series as such, was mentioned last, not long ago. */
  private lastInSeries(series: number): number | undefined {
    const records = this.acquaintance.seriesOf(series);
    const inside = this.lastAmong(records, this.base);
    if (inside !== undefined) return inside;
    const before = this.lastAmong(records, this.base - headReach) ?? nowhere;
    this.rests.push(lastOfSeries, series, before);
    return before;
  }

  /** The blocks whose own ground the judgements on a block rest on, too. */
  neighbours(block: number): (Ground | undefined)[] {
    const near: (Ground | undefined)[] = [];
    for (let b = block - nearBlocks; b <= block + 1; b++) near.push(this.grounds[b]);
    return near;
  }

  hasNeighbours(block: number, near: readonly (Ground | undefined)[]): boolean {
    for (let i = 0; i < near.length; i++) if (this.grounds[block - nearBlocks + i] !== near[i]) return false;
    return true;
  }

  /** Whether a concept, or one linked with it, is named in a block or shortly before it. */
  isNear(record: number, block: number, isProper: boolean, { start, end }: Range): boolean {
    if (this.isBesideOtherState(record, block, start, end)) return false;
    const linked = this.acquaintance.linked(record);
    // In a sentence on another State, what is of the same State is no company.
    const state = this.isStateNamedNearest(record, block, start, end) ? this.acquaintance.stateOf(record) : 0;
    const isOne = (one: number): boolean =>
      one === record || linked.has(one) || (state > 0 && this.acquaintance.stateOf(one) === state);
    // A draft that names such a thing or what goes with it anywhere speaks of it everywhere, so far as that is a term.
    if (isProper && this.isCircleNamed(record)) return true;
    if (this.acquaintance.isGeneral(record) && this.isNamed(record)) return true;
    for (let b = Math.max(0, block - nearBlocks); b <= block; b++) {
      const { certain, possible, general, documented, states } = this.grounds[b]!;
      if (state > 0 && states.some((one) => stateOf(one) === state)) return true;
      if (certain.some(isOne) || possible.some(isOne) || documented.some((one) => one.record === record)) return true;
      if (general.some((one) => isOne(one) && this.isInDraftOnTheField(one))) return true;
    }
    return false;
  }

  /** Whether the draft names a record, or one linked with it, anywhere. */
  private isCircleNamed(record: number): boolean {
    const answer = this.isAnyOfCircle(record);
    this.rests.push(circleNamed, record, Number(answer));
    return answer;
  }

  private isAnyOfCircle(record: number): boolean {
    if (this.isAnywhere(record)) return true;
    for (const one of this.acquaintance.linked(record)) if (this.isAnywhere(one)) return true;
    return false;
  }

  private isAnywhere(record: number): boolean {
    const { certain, general } = this.tally;
    return certain[record]! > 0 || (general[record]! > 0 && this.isAmongOthers(record));
  }

  /** Whether the draft names a record anywhere. */
  isNamed(record: number): boolean {
    const answer = this.isAnywhere(record);
    this.rests.push(namedAnywhere, record, Number(answer));
    return answer;
  }

  /** Whether the draft names anything of the field besides a record. */
  isInDraftOnTheField(record: number): boolean {
    const answer = this.isAmongOthers(record);
    this.rests.push(onTheField, record, Number(answer));
    return answer;
  }

  private isAmongOthers(record: number): boolean {
    const { certain, possible, certainCount, possibleCount, ofField } = this.tally;
    const own = ofField[record]!;
    return certainCount > Math.min(own, certain[record]!) || possibleCount > Math.min(own, possible[record]!);
  }

  /**
   * How much speaks for each of several bearers of a name that stands at `at`, in a block at `place`; 0 where nothing does.
   *
   * @param own the year that is a part of the name
   */
  scores(
    records: readonly number[],
    block: number,
    { start: place, end }: Range,
    own: number | undefined,
  ): Map<number, number> {
    const at = this.base + place;
    const scores = new Map(
      records.map((record) => [
        record,
        this.namedBefore(record, at) +
          this.company(record, block, place, records) +
          (this.isBesideState(record, block, place, end) ? besideState : 0),
      ]),
    );
    const isOfOwnYear = (record: number): boolean =>
      own !== undefined &&
      this.acquaintance.coverage(record)[monthIndex(own, undefined)]! > 0 &&
      this.acquaintance.isOfItsTime(record);
    const dated = records.map(
      (record) => this.dated(record, block, place, end) + (isOfOwnYear(record) ? ofOwnYear : 0),
    );
    const series = records.find((record) => records.some((other) => this.acquaintance.parentOf(other) === record));
    // The years of a series are those of all its members: they speak for one of these.
    if (series !== undefined) {
      const own = records.indexOf(series);
      const ofMembers = Math.max(...dated.filter((_, index) => index !== own));
      dated[own] = Math.min(dated[own]!, ofMembers * ofSeries);
    }
    const isAnyDated = dated.some((score) => score > 1);
    const favour = Math.max(...scores.values());
    records.forEach((record, index) => {
      // Dates alone do not speak for what the draft does not name, where as much speaks for the others.
      if (scores.get(record) === 0 && dated[index]! <= favour && favour > 0) return;
      // The dates nearby speak first; where there are none, those of the whole draft.
      scores.set(record, scores.get(record)! + (isAnyDated ? dated[index]! : 10 * this.yearShare(record)));
    });
    // Who speaks of one of a series goes on to.
    const last = series === undefined ? undefined : this.lastInSeries(series);
    if (last !== undefined && scores.has(last))
      scores.set(last, scores.get(last)! + (last === series ? ofSeriesItself : goesOn));
    return scores;
  }

  /** Whether the State of a record stands right before or behind a name: `Kenya's Privacy Act`, `the Privacy Act of Kenya`. */
  private isBesideState(record: number, block: number, start: number, end: number): boolean {
    const state = this.acquaintance.stateOf(record);
    if (state === 0) return false;
    return this.grounds[block]!.states.some((one) => {
      const at = placeOfState(one);
      return stateOf(one) === state && (at < start ? start - at < stateBefore : at >= end && at - end < stateBehind);
    });
  }

  /** Whether another State than that of a record stands right before or behind a name: `the Justice Ministry of Ukraine`. */
  private isBesideOtherState(record: number, block: number, start: number, end: number): boolean {
    const state = this.acquaintance.stateOf(record);
    if (state === 0) return false;
    const beside = this.grounds[block]!.states.filter((one) => {
      const before = start - endOfState(one);
      const behind = placeOfState(one) - end;
      return (before >= 0 && before <= otherStateBefore) || (behind >= 0 && behind <= otherStateBehind);
    });
    return beside.length > 0 && !beside.some((one) => stateOf(one) === state);
  }

  /** Whether of the States that a block names, if it does, that of a record stands nearest to a name. */
  private isStateNamedNearest(record: number, block: number, start: number, end: number): boolean {
    const state = this.acquaintance.stateOf(record);
    const { states } = this.grounds[block]!;
    if (state === 0 || states.length === 0) return true;
    let least = Number.POSITIVE_INFINITY;
    let isOwn = false;
    for (const one of states) {
      const at = placeOfState(one);
      const distance = reach(at, at < start ? start : end);
      if (distance > least || (distance === least && isOwn)) continue;
      least = distance;
      isOwn = stateOf(one) === state;
    }
    return isOwn;
  }

  private namedBefore(record: number, at: number): number {
    const { base } = this;
    const before = this.lastPlaces[record]! - 1;
    const distance = this.distanceTo(record, base);
    // What the block itself says is no news from outside.
    if (before < base) this.rests.push(roughlyLastPlace, record, roughly(distance));
    if (before >= 0) return 60 / (1 + countedDistance(before, at, base) / 2500);
    return distance === behind ? 10 : 0;
  }

  /** How far before an offset a record was named last, in UTF-16 units; infinite where it was not. */
  lastNamed(record: number, at: number): number {
    const before = this.lastPlaces[record]! - 1;
    // What the block itself says is no news from outside.
    if (before < this.base) this.rests.push(lastPlace, record, this.distanceTo(record, this.base));
    return before < 0 ? Number.POSITIVE_INFINITY : at - before;
  }

  /** How far before an offset a record was named last. */
  private distanceTo(record: number, offset: number): number {
    const before = this.lastPlaces[record]! - 1;
    if (before >= 0) return offset - before;
    return this.tally.certain[record] === 0 ? nowhere : behind;
  }

  /** What is named nearby and linked with a record, but not with all that it is to be told from. */
  private company(record: number, block: number, place: number, records: readonly number[]): number {
    const linked = this.acquaintance.linked(record);
    const others = records.filter((other) => other !== record).map((other) => this.acquaintance.linked(other));
    const tells = (company: number): boolean =>
      linked.has(company) && (others.length === 0 || !others.every((linkedWith) => linkedWith.has(company)));
    // What goes with one of a series speaks less for the series: its report, its chair.
    const ofMembers = records.filter((other) => this.acquaintance.parentOf(other) === record);
    const membersCompany = ofMembers.map((member) => this.acquaintance.linked(member));
    const share = (other: number): number => (membersCompany.some((one) => one.has(other)) ? ofSeries : 1);
    const weight = (other: number): number =>
      (this.acquaintance.isGeneral(other) ? 0.2 : this.acquaintance.isPerson(other) ? ofPerson : 1) * share(other);
    const state = this.acquaintance.stateOf(record);
    // A State tells bodies and laws of different States apart.
    const tellsByState = state > 0 && !records.every((one) => this.acquaintance.stateOf(one) === state);
    let company = 0;
    for (let b = Math.max(0, block - nearBlocks); b <= Math.min(block + 1, this.grounds.length - 1); b++) {
      const { certain, places, documented, states, isChinese } = this.grounds[b]!;
      const dense = isChinese ? ofHan : 1;
      const named = tellsByState ? states.filter((one) => stateOf(one) === state) : [];
      if (b === block) {
        if (named.length > 0)
          company += 25 / (1 + Math.min(...named.map((one) => reach(placeOfState(one), place))) / 200);
        // In one paragraph the nearer tells more: `resolution 73/27 created an open-ended working group`.
        for (const other of certain)
          if (tells(other)) company += (15 * weight(other)) / (1 + (dense * nearest(places, other, place)) / 200);
        if (documented.some((one) => one.record === record))
          company += 40 / (1 + (dense * nearest(documented, record, place)) / 150);
        continue;
      }
      if (named.length > 0) company += 4;
      for (const other of certain) if (tells(other)) company += 4 * weight(other);
      if (documented.some((one) => one.record === record)) company += 8;
    }
    return Math.min(company, 80);
  }

  /** The dates of the block, the more the nearer they stand. */
  private dated(record: number, block: number, start: number, end: number): number {
    const { years, isChinese } = this.grounds[block]!;
    if (years.length === 0) return 0;
    const dense = isChinese ? ofHan : 1;
    const coverage = this.acquaintance.coverage(record);
    let dated = 0;
    for (const { year, month, at } of years) {
      const covered = coverage[monthIndex(year, month)]!;
      // A date behind a name is as far from it as from its end: `the annual progress report of July 2024`.
      const place = Math.min(end, Math.max(start, at));
      dated += (40 * covered) / (1 + (dense * reach(at, place)) / 60);
      if (covered > 0 && Math.abs(at - place) < besideName && this.acquaintance.isOfItsTime(record)) dated += 20;
    }
    return Math.min(dated, 80);
  }

  /** Whether the draft writes years of one thing, and none of another. */
  isOfItsYears(record: number, other: number): boolean {
    return this.yearShare(record) > 0 && this.yearShare(other) === 0;
  }

  private yearShare(record: number): number {
    const share = this.share(record);
    this.rests.push(shareOfYears, record, share);
    return share;
  }

  /** The share of the draft's dates that lies in a concept's period. */
  private share(record: number): number {
    let share = this.yearShares.get(record);
    if (share === undefined) {
      share = 0;
      const { months, yearCount } = this.tally;
      if (yearCount > 0) {
        const coverage = this.acquaintance.coverage(record);
        for (let index = 0; index < monthCount; index++)
          if (months[index]! > 0) share += months[index]! * coverage[index]!;
        share /= yearCount;
      }
      this.yearShares.set(record, share);
    }
    return share;
  }
}
