/** What a match names by itself, whatever the rest of the draft says, and what it may name. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type BareReference, bareReferences, isHeadOfDocument, kindOfPlace } from './bare-places.ts';
import { type BlockMatch, type BlockMatches, orNone } from './block-matches.ts';
import type { Definition } from './definitions.ts';
import { type Ground, isGeneral, type Passed } from './evidence.ts';
import { beginsWithTitleHead, compoundOf, endsInTitle, headsOf, packHeads } from './heads.ts';
import type { HeadMatch, Lexicon } from './lexicon.ts';
import { foldedWords } from './names.ts';
import type { BareSession } from './numbered-sessions.ts';
import { isBare, joinsPlaces, type Pinpoint, pinpointsOf } from './pinpoints.ts';
import { overlap } from './range.ts';

/** How a mention was recognised. */
export type Via = 'name' | 'acronym' | 'misnomer' | 'symbol' | 'definition';

/** A range of a draft, or of a block, that names something; offsets in UTF-16 units, end exclusive. */
export interface Mention {
  start: number;
  end: number;
  /** Record index of the concept or source that is meant; -1 for a UN document that the dataset does not have. */
  record: number;
  /** Index of the name in the lexicon; -1 for a UN symbol and for a term that the draft defines. */
  name: number;
  /** The UN symbol that is written, in its usual spelling. */
  symbol?: string;
  /** The term that the draft defines, as it is defined. */
  term?: string;
  /** The place within the document that the draft names beside it, as the records write it: `para. 72`. */
  pinpoint?: string;
  via: Via;
  /** Record indexes of all that the text can mean, likeliest first; the first is `record`. */
  candidates: readonly number[];
}

/** A match with the mention that it is whatever the rest of the draft says, where it is one. */
export interface Part {
  match: BlockMatch;
  mention: Mention | undefined;
}

/** A place of a document that the block does not name beside it. */
export interface BarePlace {
  start: number;
  end: number;
  /** The documents that have a concept of their own there, with that concept. */
  places: readonly { document: number; concept: number }[];
  /** The document, where the block says it at the end of a list: `Articles 10 and 12 of the Charter`. */
  document: number;
  /** As the records write it. */
  at: string;
  /** How its document is found where none has a concept there; undefined where the words do not plainly refer to one. */
  reference: BareReference | undefined;
}

/** What one block says by itself. Offsets are relative to it. */
export interface BlockGround extends Ground {
  parts: readonly Part[];
  definitions: readonly Definition[];
  bare: readonly BarePlace[];
  heads: readonly HeadMatch[];
  sessions: readonly BareSession[];
  /** Where it names documents that are not known, in order. */
  foreignDocuments: readonly number[];
  /** Where names begin beside which a paragraph is named. */
  withParagraphs: readonly number[];
  /** What it means for the blocks behind it, where it is settled and somebody has asked: see `Evidence.replay`. */
  passed?: Passed;
  /** Its mentions, where none of them depends on the rest of the draft. */
  settled: readonly Mention[] | undefined;
}

const isCapitalAt = (text: string, offset: number): boolean => /^\p{Lu}/u.test(text.slice(offset, offset + 2));

/** Several Han characters on end near the head of a block. */
const chinese = /^[^\p{Script=Han}]{0,60}\p{Script=Han}{3}/u;

/** How far behind a term the head of its title may stand, in UTF-16 units. */
const longestTitleEnd = 60;

const noPlaces: readonly BarePlace[] = [];
const noDocuments: ReadonlySet<number> = new Set();

/** For short lists, which most are. */
const addOnce = (list: number[], record: number): void => {
  if (!list.includes(record)) list.push(record);
};

const noOwners: readonly undefined[] = [];

/** For each part the pinpoint beside it. */
const ownersOf = (pinpoints: readonly Pinpoint[], parts: readonly Part[], source: string): (Pinpoint | undefined)[] =>
  pinpointsOf(
    pinpoints,
    parts.map(({ match }) => match),
    source,
  );
const isParagraph = (pinpoint: Pinpoint | undefined): boolean =>
  pinpoint !== undefined && kindOfPlace(pinpoint.at) === 'paragraphs';

/** Where a block names documents that no match is of. */
function foreignDocuments({ laws, heads, matches }: BlockMatches): number[] {
  const ofHeads = heads.filter(({ head, isBare }) => !isBare && isHeadOfDocument(head)).map(({ start }) => start);
  const isKnown = (at: number): boolean => matches.some(({ start, end }) => start <= at && at < end);
  return [...ofHeads, ...laws].filter((at) => !isKnown(at)).sort((a, b) => a - b);
}

export class Naming {
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  /** By name: its heads, packed, and one more; 0 where nobody has asked yet. */
  private readonly headsOfNames: Uint32Array;
  private readonly compoundOfRecord = new Map<number, number>();
  private readonly wordsOfRecord = new Map<number, ReadonlySet<string>>();

  constructor(knowledge: Knowledge, lexicon: Lexicon) {
    this.knowledge = knowledge;
    this.lexicon = lexicon;
    this.headsOfNames = new Uint32Array(lexicon.nameCount);
  }

  /** The mention that a match is whatever the rest of the draft says, or undefined where the draft has to be asked. */
  certainMention(match: BlockMatch): Mention | undefined {
    const { lexicon } = this;
    const { start, end } = match;
    if (match.names.length === 0) {
      const records = this.recordsOfSymbols(match);
      if (records.length === 0 && match.isLoose === true) return undefined;
      const symbol = records.length === 0 ? match.symbols![0]! : this.symbolOf(match, records[0]!);
      return { start, end, record: records[0] ?? -1, name: -1, symbol, via: 'symbol', candidates: records };
    }
    if (match.names.some((name) => lexicon.onlyNear(name) !== false)) return undefined;
    let name = match.names[0]!;
    if (match.names.length > 1) {
      const bearers = this.bearers(match, () => false);
      if (bearers.size !== 1) return undefined;
      name = bearers.values().next().value!;
    }
    const record = lexicon.record(name);
    return { start, end, record, name, via: this.viaOf(name), candidates: [record] };
  }

  /** The folded words of the full names of a concept; none for a source. */
  wordsOf(record: number): ReadonlySet<string> {
    let words = this.wordsOfRecord.get(record);
    if (words === undefined) {
      words = new Set(this.knowledge.isConcept(record) ? this.fullNames(record).flatMap(foldedWords) : []);
      this.wordsOfRecord.set(record, words);
    }
    return words;
  }

  private fullNames(concept: number): string[] {
    return Object.values(this.knowledge.concept(concept).names)
      .flatMap(({ preferred, variants = [] }) => [preferred, ...variants])
      .map((name) => (typeof name === 'string' ? name : name.name));
  }

  /** The heads of a name, packed; none where there is no name. */
  headsOfName(name: number): number {
    if (name < 0) return 0;
    const known = this.headsOfNames[name]!;
    if (known > 0) return known - 1;
    const { lexicon } = this;
    const isAcronym = lexicon.kind(name) === 'acronym';
    const heads = isAcronym ? 0 : packHeads(headsOf(lexicon.name(name), lexicon.language(name)));
    this.headsOfNames[name] = heads + 1;
    return heads;
  }

  /** The number of the compound that a thing is called by that stands for others: `Special Rapporteur`; 0 for most. */
  compoundOf(record: number): number {
    let compound = this.compoundOfRecord.get(record);
    if (compound === undefined) {
      compound = this.knowledge.isConcept(record) ? compoundOf(this.knowledge.concept(record).names.en.preferred) : 0;
      this.compoundOfRecord.set(record, compound);
    }
    return compound;
  }

  viaOf(name: number): Via {
    const kind = this.lexicon.kind(name);
    return kind === 'acronym' || kind === 'misnomer' ? kind : 'name';
  }

  /** The distinct bearers of a match's names, in the dataset's order of likelihood, each with the name it has there. */
  bearers(
    match: BlockMatch,
    counts: (record: number, nearness: 'near' | 'draft', name: number) => boolean,
  ): Map<number, number> {
    const bearers = new Map<number, number>();
    const { lexicon } = this;
    for (const name of match.names) {
      const record = lexicon.record(name);
      const nearness = lexicon.onlyNear(name);
      if (nearness !== false && !counts(record, nearness, name)) continue;
      const known = bearers.get(record);
      if (known === undefined || this.isCloser(name, known)) bearers.set(record, name);
    }
    if (bearers.size > 1) {
      const right = [...bearers].filter(([, name]) => lexicon.kind(name) !== 'misnomer');
      if (right.length > 0 && right.length < bearers.size) return new Map(right);
    }
    return bearers;
  }

  /** Whether a match names general things only: terms, problems, norms. */
  private isGeneral({ names }: BlockMatch): boolean {
    return names.length > 0 && names.every((name) => isGeneral(this.knowledge, this.lexicon.record(name)));
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

  /**
   * What a block names beyond doubt and besides: the ground on which doubtful names are judged.
   *
   * @param source the block as it is written
   */
  gather(block: BlockMatches, source: string): BlockGround {
    const { matches, cited, years, states, definitions, pinpoints, heads, sessions } = block;
    const certain: number[] = [];
    const possible: number[] = [];
    const general: number[] = [];
    const documented: { record: number; at: number }[] = [];
    const places: { record: number; at: number }[] = [];
    const documents = (key: string, at: number): void => {
      const source = this.knowledge.sourceOfSymbol(key);
      if (source >= 0) for (const record of this.knowledge.conceptsOfSource(source)) documented.push({ record, at });
    };
    for (const { key, start } of cited) documents(key, start);
    const gather = (match: BlockMatch): Mention | undefined => {
      for (const symbol of match.symbols ?? []) documents(symbol, match.start);
      const mention = this.certainMention(match);
      if (mention === undefined) {
        // A name with several bearers is ground for each of them, though for none beyond doubt.
        for (const [bearer] of this.bearers(match, () => false)) addOnce(possible, bearer);
        for (const [bearer] of this.bearers(match, (_, nearness) => nearness === 'draft')) addOnce(general, bearer);
        for (const hidden of match.instead ?? []) gather(hidden);
      } else if (mention.record >= 0) {
        addOnce(certain, mention.record);
        places.push({ record: mention.record, at: match.start });
      }
      return mention;
    };
    // A general term in capitals may be a part of the title of something that is not known.
    // The title of what is known is no such: `the 2030 Agenda and the | Sustainable Development Goals`.
    const titleBegins = (match: BlockMatch): number =>
      matches.findLast((other) => other.end <= match.start && !this.isGeneral(other))?.end ?? 0;
    const isApart = (match: BlockMatch): boolean =>
      !isCapitalAt(source, match.start) ||
      !this.isGeneral(match) ||
      (!endsInTitle(source.slice(titleBegins(match), match.start)) &&
        !beginsWithTitleHead(source.slice(match.end, match.end + longestTitleEnd)));
    // `ICCPR Article 17 and Article 19` names two articles, not the organization.
    const isListed = ({ start, end, names }: BlockMatch): boolean =>
      names.length > 0 &&
      !/\d/.test(source.charAt(start)) &&
      pinpoints.some((place, index) => {
        if (place.start !== start || place.end !== end || index === 0) return false;
        const before = pinpoints[index - 1]!;
        return joinsPlaces(before, place, source) && kindOfPlace(before.at) === kindOfPlace(place.at);
      });
    const own = pinpoints.length < 2 ? matches : matches.filter((match) => !isListed(match));
    const parts = own.filter(isApart).map((match) => ({ match, mention: gather(match) }));
    const owners = pinpoints.length === 0 ? noOwners : ownersOf(pinpoints, parts, source);
    const bare = pinpoints.length === 0 ? noPlaces : this.barePlaces(pinpoints, owners, parts, source, block.isTable);
    const isSettled =
      bare.length === 0 &&
      sessions.length === 0 &&
      heads.every(({ isBare }) => !isBare) &&
      parts.every(({ mention }) => mention !== undefined);
    return {
      parts: orNone(parts),
      certain: orNone(certain),
      places: orNone(places),
      possible: orNone(possible),
      general: orNone(general),
      documented: orNone(documented),
      years,
      states,
      isChinese: chinese.test(source),
      definitions,
      bare,
      heads,
      sessions,
      foreignDocuments: orNone(foreignDocuments(block)),
      withParagraphs: orNone(parts.flatMap(({ match }, index) => (isParagraph(owners[index]) ? [match.start] : []))),
      settled: isSettled ? orNone(parts.flatMap(({ mention }) => (mention === undefined ? [] : [mention]))) : undefined,
    };
  }

  private barePlaces(
    pinpoints: readonly Pinpoint[],
    owners: readonly (Pinpoint | undefined)[],
    parts: readonly Part[],
    source: string,
    isTable: boolean,
  ): readonly BarePlace[] {
    const bare: BarePlace[] = [];
    const references = isTable ? [] : bareReferences(pinpoints, source);
    const ofTable = isTable ? this.documentsOfTable(parts) : noDocuments;
    let document = -1;
    let isOpen = false;
    // From the end, for a list says at its end what its places belong to.
    for (let i = pinpoints.length - 1; i >= 0; i--) {
      const pinpoint = pinpoints[i]!;
      const owner = owners.indexOf(pinpoint);
      const next = pinpoints[i + 1];
      // `Article 2(4) and Article 51 of the Charter`.
      const goesOn =
        pinpoint.goesOn === true ||
        (next !== undefined &&
          joinsPlaces(pinpoint, next, source) &&
          kindOfPlace(next.at) === kindOfPlace(pinpoint.at));
      if (!goesOn) isOpen = owner < 0 && isBare(pinpoint, source);
      if (owner >= 0) document = parts[owner]!.mention?.record ?? -1;
      else if (!goesOn) document = -1;
      // `Article 18 and Article 32 of the Convention`, of which the second is a name of its own.
      const whole =
        document >= 0
          ? undefined
          : parts.find(({ match }) => match.start <= pinpoint.start && match.end > pinpoint.end);
      if (whole?.mention !== undefined) document = this.documentOfPlace(pinpoint, whole.mention.record);
      if (owner >= 0 || parts.some(({ match }) => overlap(match, pinpoint))) continue;
      const { start, end, at } = pinpoint;
      const listed = document >= 0 ? -1 : this.documentOfList(pinpoints, i, owners, parts, source);
      const own = document >= 0 ? document : listed;
      const all = own >= 0 || isOpen ? this.knowledge.placesAt(at) : [];
      const places = isTable && own < 0 ? all.filter((place) => ofTable.has(place.document)) : all;
      const reference = own < 0 ? references[i] : undefined;
      if (places.length > 0 || reference !== undefined || own >= 0)
        bare.unshift({ start, end, places, document: own, at, reference });
    }
    return bare;
  }

  /**
   * The document of a place that goes on with a list whose first one stands behind that document's name: `ARSIWA arts. 4, 8`,
   * `ICCPR Article 17 and Article 19`; -1 for others.
   */
  private documentOfList(
    pinpoints: readonly Pinpoint[],
    index: number,
    owners: readonly (Pinpoint | undefined)[],
    parts: readonly Part[],
    source: string,
  ): number {
    let first = index;
    while (first > 0 && joinsPlaces(pinpoints[first - 1]!, pinpoints[first]!, source)) first--;
    if (first === index) return -1;
    const { start, end } = pinpoints[first]!;
    const owner = owners.indexOf(pinpoints[first]);
    // `ICCPR Article 17` may be a name of its own; the document's stands at its head.
    const { match, mention } =
      parts[owner] ?? parts.find((part) => part.match.start < start && part.match.end >= end) ?? {};
    if (match === undefined || mention === undefined || match.start > start || mention.record < 0) return -1;
    if (owner >= 0) return mention.record;
    return this.documentOfPlace(pinpoints[first]!, mention.record);
  }

  /** The document of which a concept is a place; -1 where it is none. */
  private documentOfPlace({ at }: Pinpoint, concept: number): number {
    return this.knowledge.placesAt(at).find((place) => place.concept === concept)?.document ?? -1;
  }

  /**
   * What places that stand alone in a table may be of, for they belong to their column or row rather than to what was named
   * last: what the table names, where that is not more than one treaty.
   */
  private documentsOfTable(parts: readonly Part[]): ReadonlySet<number> {
    const named = new Set(parts.flatMap(({ mention }) => (mention === undefined ? [] : [mention.record])));
    const treaties = [...named].filter(
      (record) => record >= 0 && this.knowledge.isConcept(record) && this.knowledge.kind(record) === 'treaty',
    );
    return treaties.length > 1 ? noDocuments : named;
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

  private symbolOf(match: BlockMatch, record: number): string {
    return (
      match.symbols!.find((symbol) => {
        const source = this.knowledge.sourceOfSymbol(symbol);
        return source >= 0 && (source === record || this.knowledge.conceptOfSource(source) === record);
      }) ?? match.symbols![0]!
    );
  }
}
