/**
 * All names, compiled: a trie over words in typed arrays. Finding the names in a text takes one look-up for each of its
 * words and one for each step along a name; it hardly grows with the number of names.
 */

import type { StringsInFile } from '../knowledge/container.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type CaseRule, type ConceptKind, type Language, languages } from '../knowledge/record.ts';
import { textOfUnits } from '../knowledge/utf16.ts';
import { useOfHead } from './heads.ts';
import { arabicReadings, isArabic } from './inflection.ts';
import { caseRules, type NameEntry, type NameKind, nameKinds, namesNoRecord, writtenWords } from './names.ts';
import { mayBeOfOthers } from './organs-of-others.ts';
import { sessionOfBody } from './sessions-of-bodies.ts';
import { allCapitals, capitalInitial, definite, hashOf, punctuation, unitsOf, Words } from './words.ts';

/** Bits and values of `nameRules`, as `nameBits` puts them together. */
const onlyNearBits = 256 | 512;
const placeBit = 1024;
const backgroundBit = 2048;
const titleKind = nameKinds.indexOf('title');
const lookAlikeKind = nameKinds.indexOf('look-alike');
const stateKind = nameKinds.indexOf('state');
const anyCase = caseRules.indexOf('any');
const capitalsCase = caseRules.indexOf('capitals');

/** Of `Lexicon.organs`. */
const no = 1;
const yes = 2;
/** Stands in `wordIds` for a word that was not looked up. */
const unread = -1;
/**
 * Sets of hashes, as bits: what is in one has its bit there, and so have a few others that share it. How many numbers of 32 bits
 * one is made of is a power of two, and small, so that a processor has it at hand.
 */
export const wordSetSize = 0x1000;
export const pairSetSize = 0x8000;
const ownerSetSize = 0x20;
export function addHash(set: Int32Array, hash: number): void {
  set[(hash >>> 5) & (set.length - 1)]! |= 1 << (hash & 31);
}
/** In the lowest bit of what it gives; the others say nothing. */
const hasHash = (set: Int32Array, hash: number): number => set[(hash >>> 5) & (set.length - 1)]! >>> (hash & 31);
/** The hash of a word and the next, of theirs. */
export const hashOfPair = (first: number, second: number): number => Math.imul(first, 31) ^ second;

/** A bit of `wordFlags`. */
export const ordinaryWord = 1;

export const nameBits = (
  kind: number,
  language: number,
  caseRule: number,
  { onlyNear, isPlace, isBackground }: Pick<NameEntry, 'onlyNear' | 'isPlace' | 'isBackground'>,
): number =>
  kind |
  (language << 3) |
  (caseRule << 6) |
  (onlyNear === 'near' ? 256 : onlyNear === 'draft' ? 512 : 0) |
  (isPlace === true ? placeBit : 0) |
  (isBackground === true ? backgroundBit : 0);

/** What stands for a word in `Lexicon.initials`: half of its hash. */
export const initialOf = (hash: number): number => hash & 0xffff;

/** One unit for prefix search: without case, separators alike, curly apostrophes straight. */
function foldForPrefix(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code < 0x80) return code === 0x2d || code === 0x09 || code === 0x0a ? 0x20 : code;
  if (code === 0x2019 || code === 0x2018) return 0x27;
  if ((code >= 0x2000 && code <= 0x200a) || (code >= 0x2010 && code <= 0x2015) || code === 0xa0) return 0x20;
  if (code < 0x600 || (code >= 0x1e00 && code < 0x2000)) {
    const lower = String.fromCharCode(code).toLowerCase();
    return lower.length === 1 ? lower.charCodeAt(0) : code;
  }
  return code;
}

/** Orders names as prefix search needs them. */
export function compareFolded(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = foldForPrefix(a.charCodeAt(i)) - foldForPrefix(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const unitedNations = [
  'des Nations unies',
  'de l’ONU',
  'de las Naciones Unidas',
  'de la ONU',
  'de Naciones Unidas',
  'ООН',
  'Организации Объединенных Наций',
  'United Nations',
  'UN',
];

/** A place where names match: a range of units (end exclusive) and the names that are written there. */
export interface NameMatch {
  start: number;
  end: number;
  names: readonly number[];
  /** What the same text names where none of `names` counts, for want of company. */
  instead?: readonly NameMatch[];
}

/** A capitalised head outside of names; a range of units (end exclusive). */
export interface HeadMatch {
  start: number;
  end: number;
  /** Its number. */
  head: number;
  /** Whether it stands for what was named before; else it is part of a name that is not known. */
  isBare: boolean;
}

/** A State that a text names. */
export interface StateMatch {
  /** Its number, as `Knowledge.state` gives it. */
  state: number;
  /** Range of units, end exclusive. */
  start: number;
  end: number;
}

/** A name as a run of words: from `first` to before `next`. */
interface FoundName {
  first: number;
  next: number;
  names: readonly number[];
  /** Units of particles at the head of the first word that the name does not take in. */
  skipped?: number;
}

/** Numbers as the compiler keeps them: see `narrowed`. */
type Numbers = Uint16Array | Int32Array;

export class Lexicon {
  readonly nameCount: number;
  /** How many bytes the names and the trie take once all are read, but for the order of names that prefix search has. */
  readonly byteLength: number;
  private readonly wordUnits: Uint16Array;
  private readonly wordStarts: Uint32Array;
  private readonly wordTable: Int32Array;
  private readonly wordFlags: Uint8Array;
  /** By word: its number as the head of names, or 0. */
  private readonly wordHeads: Uint8Array;
  private readonly headStarts: Uint32Array;
  private readonly headRecords: Int32Array;
  /** By word: the node to which it leads from the root, or 0. */
  private readonly firstNodes: Numbers;
  /** By node: where its edges stand in `edgeWords`; the edge at `i` leads to the node `i + 1`. */
  private readonly edgeStarts: Uint32Array;
  /** The words of the edges, those of one node in order. */
  private readonly edgeWords: Numbers;
  private readonly nodeNameStarts: Uint32Array;
  private readonly nodeNames: Int32Array;
  private readonly nameTexts: StringsInFile;
  private readonly nameRecords: Numbers;
  private readonly nameRules: Uint16Array;
  private readonly nameCapitals: Int32Array;
  private readonly written = new Map<number, readonly string[]>();
  /** By name: whether it is an organ's that others have, too; 0 where nobody has asked yet. */
  private readonly organs: Uint8Array;
  /** Sets of hashes: of the words that are names by themselves or heads, of those that begin longer names, and of these with the next. */
  private readonly wholeNames: Int32Array;
  private readonly beginnings: Int32Array;
  private readonly firstPairs: Int32Array;
  private readonly words = new Words();
  /** What is being matched adds the States to it that it names. */
  private states: StateMatch[] = [];
  private wordIds = new Int32Array(256);
  /** See `findBeginnings`. */
  private places = new Int32Array(256);
  private initialUnits = new Uint16Array(256);
  /** What says that a thing is the United Nations', as word ids. */
  private readonly owners: readonly (readonly number[])[];
  /** By word: 1 where an owner begins with it. */
  private readonly beginsOwner: Uint8Array;
  /** The same as a set of hashes. */
  private readonly ownerBeginnings = new Int32Array(ownerSetSize);
  /** Place → how else the Arabic word there can be read. */
  private readonly readings = new Map<number, { id: number; particles: number }[]>();

  private readonly knowledge: Knowledge;

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge;
    this.wordUnits = knowledge.section('wordUnits', Uint16Array);
    this.wordStarts = knowledge.section('wordStarts', Uint32Array);
    this.wordTable = knowledge.section('wordTable', Int32Array);
    this.wordFlags = knowledge.section('wordFlags', Uint8Array);
    this.wordHeads = knowledge.section('wordHeads', Uint8Array);
    this.headStarts = knowledge.section('headStarts', Uint32Array);
    this.headRecords = knowledge.section('headRecords', Int32Array);
    this.wholeNames = knowledge.section('wholeNames', Int32Array);
    this.beginnings = knowledge.section('beginnings', Int32Array);
    this.firstPairs = knowledge.section('firstPairs', Int32Array);
    this.firstNodes = knowledge.section<Numbers>('firstNodes', Uint16Array, Int32Array);
    this.edgeStarts = knowledge.section('edgeStarts', Uint32Array);
    this.edgeWords = knowledge.section<Numbers>('edgeWords', Uint16Array, Int32Array);
    this.nodeNameStarts = knowledge.section('nodeNameStarts', Uint32Array);
    this.nodeNames = knowledge.section('nodeNames', Int32Array);
    const nameStarts = knowledge.section('nameStarts', Uint32Array);
    this.nameTexts = knowledge.strings('nameUnits', nameStarts);
    this.nameRecords = knowledge.section<Numbers>('nameRecords', Uint16Array, Int32Array);
    this.nameRules = knowledge.section('nameRules', Uint16Array);
    this.nameCapitals = knowledge.section('nameCapitals', Int32Array);
    this.nameCount = this.nameRecords.length;
    this.organs = new Uint8Array(this.nameCount);
    this.owners = unitedNations.map((text) => this.idsOf(text)).filter((ids) => !ids.includes(0));
    this.beginsOwner = new Uint8Array(this.wordFlags.length);
    for (const [first] of this.owners) {
      this.beginsOwner[first!] = 1;
      addHash(this.ownerBeginnings, this.hashOfWord(first!));
    }
    this.byteLength = [
      ...[this.wordUnits, this.wordStarts, this.wordTable, this.wordFlags, this.firstNodes, this.edgeStarts],
      ...[this.edgeWords, this.nodeNameStarts, this.nodeNames, this.nameTexts, nameStarts, this.nameRecords],
      ...[
        this.wholeNames,
        this.beginnings,
        this.firstPairs,
        this.nameRules,
        this.nameCapitals,
        this.wordHeads,
        this.headStarts,
        this.headRecords,
      ],
    ].reduce((sum, section) => sum + section.byteLength, 0);
  }

  name(index: number): string {
    return this.nameTexts.at(index);
  }
  /** The record index of what bears a name. */
  record(index: number): number {
    return this.nameRecords[index]!;
  }
  kind(index: number): NameKind {
    return nameKinds[this.nameRules[index]! & 7]!;
  }
  language(index: number): Language {
    return languages[(this.nameRules[index]! >> 3) & 7]!;
  }
  caseRule(index: number): CaseRule {
    return caseRules[(this.nameRules[index]! >> 6) & 3]!;
  }
  /** Whether a name counts only in company: near its subject, or in a draft on the field; false for one that stands alone. */
  onlyNear(index: number): NameEntry['onlyNear'] {
    const rules = this.nameRules[index]!;
    return (rules & 256) !== 0 ? 'near' : (rules & 512) !== 0 ? 'draft' : false;
  }

  /**
   * Whether a name is of several words that have capitals, or of some that are written with capitals here: `General Committee`.
   *
   * @param written the name as it stands in a text
   */
  isProper(index: number, written: string): boolean {
    const rule = this.caseRule(index);
    if (rule === 'capitals') return severalCapitals.test(this.name(index));
    if (rule !== 'any') return false;
    // Where names are written in small letters but for the first: `Conseil de paix et de sécurité`.
    return allWordsCapital.test(written) || (sentenceCase.has(this.language(index)) && longWithCapital.test(written));
  }

  /** Whether a name is an acronym that is written like a word: `Cnil`. */
  isSpoken(index: number): boolean {
    return this.kind(index) === 'acronym' && /^\p{Lu}\p{Ll}{2,}$/u.test(this.name(index));
  }

  /** The year of the one-off event that a name is of; undefined for what lasted longer or is no event. */
  yearOfEvent(index: number): number | undefined {
    const { knowledge } = this;
    const record = this.record(index);
    if (!knowledge.isConcept(record) || knowledge.kind(record) !== 'event') return undefined;
    const period = knowledge.period(record);
    if (period === undefined) return undefined;
    const [from, to] = [period.from, period.to].map((day) => new Date(day * millisecondsOfDay).getUTCFullYear());
    return from === to ? from : undefined;
  }

  /** The kind of a concept; undefined for a source. */
  kindOfRecord(record: number): ConceptKind | undefined {
    return this.knowledge.isConcept(record) ? this.knowledge.kind(record) : undefined;
  }

  /** What a concept is called in English, short names first; none for a source. */
  englishNames(record: number): readonly string[] {
    if (!this.knowledge.isConcept(record)) return [];
    const { preferred, short, acronyms = [] } = this.knowledge.concept(record).names.en;
    const written = acronyms.map((one) => (typeof one === 'string' ? one : one.name));
    return [...written, ...(short === undefined ? [] : [short]), preferred];
  }

  /** The English names of the session of a body that has a number; none where no record is that session. */
  namesOfSession(body: number, value: number): readonly number[] {
    const session = sessionOfBody(this.knowledge, body, value);
    if (session < 0) return [];
    return this.named(this.knowledge.concept(session).names.en.preferred).filter(
      (name) => this.record(name) === session,
    );
  }

  /** Whether a name is that of an organ that others have, too: `Security Council`. */
  isOrgan(index: number): boolean {
    this.organs[index] ||= mayBeOfOthers(this.name(index)) ? yes : no;
    return this.organs[index] === yes;
  }

  /** Whether a name is a phrase of general law or politics, shown to who asks, but not counted. */
  isBackground(index: number): boolean {
    return (this.nameRules[index]! & backgroundBit) !== 0;
  }

  /** Whether a name is that of a place, too. */
  isPlace(index: number): boolean {
    return (this.nameRules[index]! & placeBit) !== 0;
  }

  /**
   * Finds the names in a text, from left to right, the longest at each place. Matches do not overlap, but for titles of
   * works, inside which other names are found too.
   *
   * @param heads where given, the heads that stand outside of names are added to it, in order
   * @param states where given, the States that are named outside of names are added to it
   */
  match(units: Uint16Array, length: number, heads?: HeadMatch[], states: StateMatch[] = []): NameMatch[] {
    this.states = states;
    const { words, firstNodes, wordHeads } = this;
    words.cut(units, length);
    const { count } = words;
    if (this.wordIds.length < count) {
      this.wordIds = new Int32Array(count * 2);
      this.places = new Int32Array(count * 2);
    }
    this.wordIds.fill(unread, 0, count);
    this.readings.clear();
    for (const place of words.arabic) this.readArabic(place);
    const hasReadings = this.readings.size > 0;
    const matches: NameMatch[] = [];
    const titles: NameMatch[] = [];
    const beginnings = hasReadings ? count : this.findBeginnings();
    let at = 0;
    for (let i = 0; i < beginnings; i++) {
      const place = hasReadings ? i : this.places[i]!;
      // It lies in a name that was found.
      if (place < at) continue;
      at = place;
      const id = this.idAt(at);
      const found = firstNodes[id] === 0 && !hasReadings ? undefined : this.longestAt(units, at, false, titles);
      if (found === undefined) {
        if (heads !== undefined && wordHeads[id]! > 0) this.addHead(at, units, heads);
        continue;
      }
      if (this.hasKind(found.names, lookAlikeKind)) {
        // What reaches beyond it is a name of its own: `the Secretary General of the | League of Arab States`.
        let beyond = found.first + 1;
        while (beyond < found.next && (this.longestAt(units, beyond, false, titles)?.next ?? 0) <= found.next) beyond++;
        at = beyond;
        continue;
      }
      at = found.next;
      if (!this.isDoubtful(found.names)) {
        this.add(found, matches);
        continue;
      }
      // What reaches beyond a doubtful name and stands alone goes before it.
      const alone: FoundName[] = [];
      for (let i = found.first; i < found.next; ) {
        const inside = this.longestAt(units, i, true, i > found.first ? titles : []);
        if (inside !== undefined) alone.push(inside);
        i = inside?.next ?? i + 1;
      }
      const last = alone.at(-1);
      if (last !== undefined && last.next > found.next) {
        for (const one of alone) this.add(one, matches);
        at = last.next;
      } else this.add(found, matches, this.inside(units, found));
    }
    if (titles.length === 0) return matches;
    const all = [...matches, ...titles].sort((a, b) => a.start - b.start || b.end - a.end);
    // What begins with a title is a shorter form of it: `Tallinn Manual 2.0` in the whole title.
    const ends = new Map<number, number>();
    for (const { start, end } of titles) ends.set(start, Math.max(end, ends.get(start) ?? 0));
    return all.filter(({ start, end }) => (ends.get(start) ?? 0) <= end);
  }

  /**
   * The capitalised words of the text that was matched last: of each the `initialOf` its hash. They are the units of a string,
   * which is the smallest list there is.
   */
  initials(): string {
    const { count, shape, hash } = this.words;
    if (this.initialUnits.length < count) this.initialUnits = new Uint16Array(count * 2);
    let found = 0;
    for (let i = 0; i < count; i++)
      if ((shape[i]! & capitalInitial) !== 0) this.initialUnits[found++] = initialOf(hash[i]!);
    return textOfUnits(this.initialUnits, 0, found);
  }

  private addHead(at: number, units: Uint16Array, heads: HeadMatch[]): void {
    const { start, end, shape, count } = this.words;
    if ((shape[at]! & capitalInitial) === 0 && !isArabic(units[start[at]!]!)) return;
    const use = useOfHead(at, this.wordHeads[this.idAt(at)]!, (place) =>
      place < 0 || place >= count
        ? undefined
        : {
            written: textOfUnits(units, start[place]!, end[place]!),
            isCapital: (shape[place]! & capitalInitial) !== 0,
            isShouted: (shape[place]! & allCapitals) !== 0,
            isPunctuation: (shape[place]! & punctuation) !== 0,
            isOwner: units[end[place]!] === 0x27 || units[end[place]!] === 0x2019,
          },
    );
    if (use !== undefined) heads.push({ start: start[use.first]!, end: end[at]!, head: use.head, isBare: use.isBare });
  }

  /** The records that have a head in a name of theirs, by its number. */
  recordsOfHead(head: number): Int32Array {
    return this.headRecords.subarray(this.headStarts[head - 1]!, this.headStarts[head]!);
  }

  /** Whether all of some names count only in company. */
  private isDoubtful(names: readonly number[]): boolean {
    for (let i = 0; i < names.length; i++) if ((this.nameRules[names[i]!]! & onlyNearBits) === 0) return false;
    return true;
  }

  /** Notes how else an Arabic word can be read: with particles before a word that names have. */
  private readArabic(index: number): void {
    const { words } = this;
    // Where the word has its article, there is no particle before it.
    if ((words.shape[index]! & definite) !== 0) return;
    const start = words.foldedStart[index]!;
    const length = words.foldedLength[index]!;
    for (const { cut, ending, particles } of arabicReadings(words.folded, start, length)) {
      const [from, size] = [start + cut, length - cut - ending];
      const id = this.idOf(words.folded, from, size, hashOf(words.folded, from, size));
      if (id === 0) continue;
      const reading = { id, particles: words.arabicLength(index, particles) };
      const known = this.readings.get(index);
      if (known === undefined) this.readings.set(index, [reading]);
      else known.push(reading);
    }
  }

  private add(
    { first, next, names: written, skipped }: FoundName,
    matches: NameMatch[],
    instead: readonly NameMatch[] = [],
  ): void {
    if (this.hasKind(written, lookAlikeKind)) return;
    const names = this.hasKind(written, stateKind) ? this.withoutStates(written, first, next) : written;
    if (names.length === 0) return;
    const range = { start: this.words.start[first]! + (skipped ?? 0), end: this.words.end[next - 1]! };
    matches.push(instead.length === 0 ? { ...range, names } : { ...range, names, instead });
  }

  /** What else a doubtful name names, where it does not count: the names inside it, the longest at each place. */
  private inside(units: Uint16Array, { first, next }: FoundName): NameMatch[] {
    const matches: NameMatch[] = [];
    for (let at = first; at < next; ) {
      const found = this.longestAt(units, at, false, [], at === first ? next - 1 : next);
      if (found !== undefined)
        this.add(found, matches, found.next > at + 1 && this.isDoubtful(found.names) ? this.inside(units, found) : []);
      at = found?.next ?? at + 1;
    }
    return matches;
  }

  /** Of names of which some are a State's, the others; the State goes into `states`. */
  private withoutStates(names: readonly number[], first: number, next: number): readonly number[] {
    const isOfState = (name: number): boolean => this.kind(name) === 'state';
    const state = this.nameRecords[names.find(isOfState)!]!;
    this.states.push({ state, start: this.words.start[first]!, end: this.words.end[next - 1]! });
    return names.filter((name) => !isOfState(name));
  }

  /**
   * The longest name that begins at the word `at`; `alone` leaves out those that count only in company. Titles of works
   * that begin there go into `titles`.
   *
   * @param limit the word before which the name must end
   */
  private longestAt(
    units: Uint16Array,
    at: number,
    alone: boolean,
    titles: NameMatch[],
    limit = this.words.count,
  ): FoundName | undefined {
    const found = this.longestFrom(this.firstNodes[this.idAt(at)]!, units, at, alone, titles, limit);
    if (found !== undefined || this.readings.size === 0) return found;
    for (const reading of this.readings.get(at) ?? []) {
      const other = this.longestFrom(this.firstNodes[reading.id]!, units, at, alone, titles, limit);
      if (other !== undefined) return { ...other, skipped: reading.particles };
    }
    return undefined;
  }

  /**
   * How many words at a place say that a thing is the United Nations': `Comité ad hoc | des Nations unies | pour …`. Records
   * mostly leave them out in the midst of a name.
   */
  private ownerLength(place: number): number {
    const { words } = this;
    if (this.beginsOwner[this.idAt(place)] === 0) return 0;
    for (const owner of this.owners) {
      if (place + owner.length >= words.count) continue;
      let same = 0;
      while (same < owner.length && this.idAt(place + same) === owner[same]) same++;
      if (same === owner.length) return same;
    }
    return 0;
  }

  /** The ids of the words of a text. */
  private idsOf(text: string): number[] {
    this.words.cut(unitsOf(text), text.length);
    return Array.from({ length: this.words.count }, (_, index) => this.wordId(index));
  }

  private longestFrom(
    first: number,
    units: Uint16Array,
    at: number,
    alone: boolean,
    titles: NameMatch[],
    limit: number,
  ): FoundName | undefined {
    let next = at;
    let longest: FoundName | undefined;
    let isOwned = false;
    let node = first;
    while (node !== 0 && next < limit) {
      next++;
      if (this.nodeNameStarts[node] !== this.nodeNameStarts[node + 1]) {
        const names = this.withoutTitles(this.acceptedNames(node, units, at, next, alone), at, next, titles);
        if (names !== undefined && (longest === undefined || !this.isOwner(longest.next - 1, units, names)))
          longest = { first: at, next, names };
      }
      if (next >= limit) break;
      const from = node;
      node = this.step(from, next);
      if (node !== 0 || isOwned) continue;
      const passed = this.ownerLength(next);
      if (passed === 0) break;
      isOwned = true;
      next += passed;
      node = this.step(from, next);
    }
    return longest;
  }

  /** Moves titles of works from the names of the words from `from` to `to` (exclusive) into `titles`; undefined where no name is left. */
  private withoutTitles(
    names: number[] | undefined,
    from: number,
    to: number,
    titles: NameMatch[],
  ): number[] | undefined {
    if (names === undefined || !this.hasKind(names, titleKind)) return names;
    const isTitle = (name: number): boolean => this.kind(name) === 'title';
    const range = { start: this.words.start[from]!, end: this.words.end[to - 1]! };
    titles.push({ ...range, names: names.filter(isTitle) });
    const others = names.filter((name) => !isTitle(name));
    return others.length > 0 ? others : undefined;
  }

  /** Whether a word ends a name that owns what follows: in `Europol's EC3` there are two names, unless one is written so. */
  private isOwner(word: number, units: Uint16Array, names: readonly number[]): boolean {
    const end = this.words.end[word]!;
    if (end >= units.length || !isApostrophe(units[end]!)) return false;
    // `the GGE's 2015 report` is a document of its own only with its author.
    const next = this.words.start[word + 1]!;
    if (units[next]! >= 0x31 && units[next]! <= 0x32 && this.words.end[word + 1]! - next === 4) return false;
    return !names.some((name) => /['’]/.test(this.name(name)));
  }

  /** The node to which the word at a place leads from another than the root, or 0. */
  private step(node: number, place: number): number {
    const next = this.child(node, this.idAt(place));
    if (next !== 0 || this.readings.size === 0) return next;
    for (const reading of this.readings.get(place) ?? []) {
      const other = this.child(node, reading.id);
      if (other !== 0) return other;
    }
    return 0;
  }

  /** The node to which a word leads from another than the root, or 0. */
  private child(node: number, word: number): number {
    const { edgeWords } = this;
    let low = this.edgeStarts[node]!;
    let high = this.edgeStarts[node + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = edgeWords[middle]!;
      if (found === word) return middle + 1;
      if (found < word) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  /** The id of a word of the text that is being matched; looked up when it is first asked for. */
  private idAt(place: number): number {
    const known = this.wordIds[place]!;
    if (known !== unread) return known;
    const id = this.wordId(place);
    this.wordIds[place] = id;
    return id;
  }

  /**
   * Puts into `places` the words that may be a name or a head, or begin a name that goes on with the next word, by the hashes of both.
   * Gives how many they are.
   */
  private findBeginnings(): number {
    const { wholeNames, beginnings, firstPairs, ownerBeginnings, places } = this;
    const { count, hash } = this.words;
    let found = 0;
    for (let at = 0; at < count; at++) {
      const first = hash[at]!;
      const second = at + 1 < count ? hash[at + 1]! : 0;
      const mayGoOn = hasHash(firstPairs, hashOfPair(first, second)) | hasHash(ownerBeginnings, second);
      // Written in any case, and counted if it counts: processors foresee no branch here, and each that they mistake takes longer.
      places[found] = at;
      found += (hasHash(wholeNames, first) | (hasHash(beginnings, first) & mayGoOn)) & 1;
    }
    return found;
  }

  private hashOfWord(id: number): number {
    const start = this.wordStarts[id]!;
    return hashOf(this.wordUnits, start, this.wordStarts[id + 1]! - start);
  }

  private wordId(index: number): number {
    const { words } = this;
    words.fold(index);
    return this.idOf(words.folded, words.foldedStart[index]!, words.foldedLength[index]!, words.hash[index]!);
  }

  private idOf(folded: Uint16Array, from: number, length: number, hash: number): number {
    const { wordTable, wordStarts, wordUnits } = this;
    const mask = wordTable.length - 1;
    for (let slot = (hash >>> 0) & mask; ; slot = (slot + 1) & mask) {
      const id = wordTable[slot]! - 1;
      if (id < 0) return 0;
      const start = wordStarts[id]!;
      if (wordStarts[id + 1]! - start !== length) continue;
      let i = 0;
      while (i < length && wordUnits[start + i] === folded[from + i]) i++;
      if (i === length) return id;
    }
  }

  private hasKind(names: readonly number[], kind: number): boolean {
    for (let i = 0; i < names.length; i++) if ((this.nameRules[names[i]!]! & 7) === kind) return true;
    return false;
  }

  /** The names of a node whose case rule the words from `from` to `to` (exclusive) keep; undefined where none does. */
  private acceptedNames(
    node: number,
    units: Uint16Array,
    from: number,
    to: number,
    alone: boolean,
  ): number[] | undefined {
    let accepted: number[] | undefined;
    for (let i = this.nodeNameStarts[node]!; i < this.nodeNameStarts[node + 1]!; i++) {
      const name = this.nodeNames[i]!;
      const rules = this.nameRules[name]!;
      if (alone && (rules & onlyNearBits) !== 0) continue;
      if ((rules & onlyNearBits) !== 0 && to - from === 1 && this.lacksArticle(name, units, from)) continue;
      const rule = (rules >> 6) & 3;
      if (
        rule === anyCase ||
        (rule === capitalsCase ? this.hasCapitals(name, from, to) : this.isWritten(name, units, from, to))
      ) {
        if (accepted === undefined) accepted = [name];
        else accepted.push(name);
      }
    }
    return accepted;
  }

  /** Whether an Arabic name of one word has the article and the text has it not: `ميثاق` is any charter. */
  private lacksArticle(name: number, units: Uint16Array, at: number): boolean {
    const ownUnits = this.nameTexts.unitsAround(name);
    const own = this.nameTexts.placeOf(name);
    if (ownUnits[own] !== 0x627 || ownUnits[own + 1] !== 0x644) return false;
    return !/^.{0,2}(?:ال|لل)/u.test(textOfUnits(units, this.words.start[at]!, this.words.end[at]!));
  }

  private hasCapitals(name: number, from: number, to: number): boolean {
    const needed = this.nameCapitals[name]!;
    for (let i = from; i < Math.min(to, from + 31); i++) {
      if ((needed & (1 << (i - from))) !== 0 && (this.words.shape[i]! & capitalInitial) === 0) return false;
    }
    return true;
  }

  private isWritten(name: number, units: Uint16Array, from: number, to: number): boolean {
    if (to - from > 1) return this.areWritten(name, units, from, to);
    if (!this.isWordWritten(name, units, from)) return false;
    // `LAWS AND CUSTOMS`: where everything is in capitals, an acronym that is a word is taken for the word.
    return (this.wordFlags[this.idAt(from)]! & ordinaryWord) === 0 || !this.isShouted(from);
  }

  /** Whether a name of one word is written as it must be, but for an `s` at its end. */
  private isWordWritten(name: number, units: Uint16Array, at: number): boolean {
    const ownUnits = this.nameTexts.unitsAround(name);
    const own = this.nameTexts.placeOf(name);
    const ownLength = this.nameTexts.lengthOf(name);
    const start = this.words.start[at]!;
    const length = this.words.end[at]! - start;
    const common = Math.min(length, ownLength);
    for (let i = 0; i < common; i++) {
      const code = units[start + i]!;
      if (code === ownUnits[own + i] && code < 0x80 && code !== 0x2e) continue;
      // Full stops and full-width letters are compared with more care; what differs in plain letters differs.
      return code < 0x80 && code !== 0x2e && ownUnits[own + i]! < 0x80 && ownUnits[own + i] !== 0x2e
        ? false
        : this.areWritten(name, units, at, at + 1);
    }
    if (length === ownLength) return true;
    if (length === ownLength + 1) return units[start + common] === 0x73;
    if (length + 1 === ownLength) return ownUnits[own + common] === 0x73;
    return this.areWritten(name, units, at, at + 1);
  }

  private areWritten(name: number, units: Uint16Array, from: number, to: number): boolean {
    let written = this.written.get(name);
    if (written === undefined) {
      written = writtenWords(this.name(name)).map(plainWord);
      this.written.set(name, written);
    }
    // A wrong name that differs from the right one by a plural is wrong as written only.
    const isStrict = to - from > 1 && this.kind(name) === 'misnomer';
    for (let i = from; i < to; i++) {
      const text = plainWord(textOfUnits(units, this.words.start[i]!, this.words.end[i]!));
      const own = written[i - from]!;
      if (isStrict ? text !== own : text !== own && text !== `${own}s` && `${text}s` !== own) return false;
    }
    return true;
  }

  /** Whether the words beside a word are written in capitals throughout. */
  private isShouted(index: number): boolean {
    let neighbours = 0;
    for (const step of [-1, 1]) {
      let i = index + step;
      while (i >= 0 && i < this.words.count && (this.words.shape[i]! & punctuation) !== 0) i += step;
      if (i < 0 || i >= this.words.count) continue;
      if ((this.words.shape[i]! & allCapitals) === 0) return false;
      neighbours++;
    }
    return neighbours > 0;
  }

  /** Whether a word, in any form, stands in any name. */
  hasWord(word: string): boolean {
    this.words.cut(unitsOf(word), word.length);
    for (let i = 0; i < this.words.count; i++) if (this.wordId(i) !== 0) return true;
    return false;
  }

  /** Whether a name's first word is also an ordinary word: `Internet …` is not, `Working …` is. */
  startsOrdinary(name: number): boolean {
    const text = this.name(name);
    const first = writtenWords(text)[0] ?? '';
    this.words.cut(unitsOf(first), first.length);
    if (this.words.count === 0) return false;
    return (this.wordFlags[this.wordId(0)]! & ordinaryWord) !== 0;
  }

  /** Whether a name is two words, each of which is also an ordinary one: `Security Council`. */
  isOfOrdinaryWords(name: number): boolean {
    const ids = this.idsOf(this.name(name));
    return ids.length === 2 && ids.every((id) => (this.wordFlags[id]! & ordinaryWord) !== 0);
  }

  /** Whether an ordinary word begins with `prefix`, in lower case: somebody who typed it may well mean that word. */
  beginsOrdinary(prefix: string): boolean {
    const units = unitsOf(prefix);
    for (let word = 0; word < this.wordFlags.length; word++) {
      if ((this.wordFlags[word]! & ordinaryWord) === 0) continue;
      const start = this.wordStarts[word]!;
      if (this.wordStarts[word + 1]! - start < prefix.length) continue;
      let same = 0;
      while (same < prefix.length && this.wordUnits[start + same] === units[same]) same++;
      if (same === prefix.length) return true;
    }
    return false;
  }

  /**
   * The names that begin with `prefix`, in alphabetical order, misnomers left out.
   *
   * @param limit how many at most
   */
  withPrefix(prefix: string, limit: number): number[] {
    const sortedNames = this.knowledge.section('sortedNames', Int32Array);
    let low = 0;
    let high = sortedNames.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.comparePrefix(sortedNames[middle]!, prefix) < 0) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    while (low < sortedNames.length && found.length < limit && this.comparePrefix(sortedNames[low]!, prefix) === 0) {
      found.push(sortedNames[low++]!);
    }
    return found;
  }

  private comparePrefix(name: number, prefix: string): number {
    const units = this.nameTexts.unitsAround(name);
    const start = this.nameTexts.placeOf(name);
    const length = this.nameTexts.lengthOf(name);
    for (let i = 0; i < prefix.length; i++) {
      if (i >= length) return -1;
      const difference = foldForPrefix(units[start + i]!) - foldForPrefix(prefix.charCodeAt(i));
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** The names that a whole text is, written as their case rules ask; those that count only in company left out. */
  accepted(text: string): readonly number[] {
    const whole = this.match(unitsOf(text), text.length).find(({ start, end }) => start === 0 && end === text.length);
    return whole === undefined ? [] : this.outright(whole.names);
  }

  /** Of several names those that need no company and are no wrong ones. */
  outright(names: readonly number[]): readonly number[] {
    return names.filter((name) => this.onlyNear(name) === false && this.kind(name) !== 'misnomer');
  }

  /** The names that a whole text is, whatever its case: for looking something up by its name. */
  named(text: string): number[] {
    let node = 0;
    for (const [index, word] of this.idsOf(text).entries()) {
      node = index === 0 ? this.firstNodes[word]! : this.child(node, word);
      if (node === 0) return [];
    }
    if (node === 0) return [];
    return Array.from(this.nodeNames.subarray(this.nodeNameStarts[node]!, this.nodeNameStarts[node + 1]!)).filter(
      (name) => !namesNoRecord(this.kind(name)),
    );
  }
}

const millisecondsOfDay = 86_400_000;

/** Two words with capitals. */
const severalCapitals = /\p{Lu}.*[\s-]\p{Lu}/u;
/** Several words with capitals, but for small ones between them: `Ad Hoc Committee`, `Code of Practice`. */
const allWordsCapital = /^\p{Lu}\p{Ll}+(?:[\s-](?:\p{Ll}{1,3}[\s-])?(?:\p{Ll}{1,3}[\s-])?\p{Lu}\p{L}+)+$/u;

const sentenceCase: ReadonlySet<Language> = new Set(['fr', 'es', 'ru']);
const longWithCapital = /^\p{Lu}\p{Ll}+(?:[\s’'-]+\p{L}+){3,}$/u;

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

/** As a name and a text are compared when case counts: `U.N.` is `UN`, full-width letters are plain ones. */
const plainWord = (text: string): string => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f || code === 0x2e) return text.normalize('NFKC').replaceAll('.', '');
  }
  return text;
};
