/**
 * The records in memory. The compiled dataset is viewed as it lies in the file; a record is decoded when it is asked for.
 *
 * Concepts and sources share one numbering, the *record index*: concepts first, in order of id, then sources in order of key.
 */
import { type DatasetFile, type OpenedFile, openSections, type Section, StringsInFile, stringAt } from './container.ts';
import { type Concept, type ConceptKind, conceptKinds, type Source } from './record.ts';

/** Days since 1970-01-01 of a `YYYY-MM-DD`; what is not a date gives NaN. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

/** Stands for an open end in the arrays of days. */
export const openDay = 0x7fffffff;

export class Knowledge {
  readonly conceptCount: number;
  readonly sourceCount: number;
  /** Where in the file the records begin. */
  private readonly recordsStart: number;
  private readonly recordStarts: Uint32Array;
  /** The units of all ids and keys, one after the other; see `idRange`. */
  readonly idUnits: Uint16Array;
  private readonly idStarts: Uint32Array;
  private readonly idTable: Int32Array;
  private readonly kinds: Uint8Array;
  private readonly background: Uint8Array;
  private readonly states: Uint8Array;
  private readonly decoded = new Map<number, Concept | Source>();
  private readonly decoder = new TextDecoder();
  private readonly file: DatasetFile;
  private readonly opened: OpenedFile;
  private placesByPin: Map<string, { document: number; concept: number }[]> | undefined;
  private labelsByDocument: Map<number, string[]> | undefined;

  /**
   * @param file the compiled dataset; records are read from it when they are asked for
   * @throws Error where it is not a compiled dataset of this version
   */
  constructor(file: DatasetFile) {
    this.file = file;
    this.opened = openSections(file);
    this.recordsStart = this.opened.rangeOf('records').start;
    const counts = this.section('counts', Uint32Array);
    this.conceptCount = counts[0]!;
    this.sourceCount = counts[1]!;
    this.recordStarts = this.section('recordStarts', Uint32Array);
    this.idUnits = this.section('idUnits', Uint16Array);
    this.idStarts = this.section('idStarts', Uint32Array);
    this.idTable = this.section('idTable', Int32Array);
    this.kinds = this.section('kinds', Uint8Array);
    this.background = this.section('background', Uint8Array);
    this.states = this.section('states', Uint8Array);
  }

  /** A section of the file, of an array type that it may have. It is read when it is first asked for. */
  section<T extends Section>(name: string, ...types: readonly (abstract new (...args: never[]) => T)[]): T {
    const section = this.opened.section(name);
    if (section === undefined || !types.some((type) => section instanceof type))
      throw new Error(`The dataset file has no section "${name}".`);
    return section as T;
  }

  /** Strings whose units are a section that is read in parts. */
  strings(unitsName: string, starts: Uint32Array): StringsInFile {
    return new StringsInFile(this.file, this.opened.rangeOf(unitsName), starts);
  }

  isConcept(index: number): boolean {
    return index < this.conceptCount;
  }

  /** The id of a concept or the key of a source, by record index. */
  id(index: number): string {
    return stringAt(this.idUnits, this.idStarts, index);
  }

  /** Where in `idUnits` the id of a record stands, end exclusive. */
  idRange(index: number): [start: number, end: number] {
    return [this.idStarts[index]!, this.idStarts[index + 1]!];
  }

  /** The record index of a concept's id, or -1. */
  conceptIndex(id: string): number {
    return this.find(id, true);
  }

  /** The record index of a source's key as it is written in the dataset, or -1. */
  sourceIndex(key: string): number {
    return this.find(key, false);
  }

  /** A concept and the source that is its text may share an id. */
  private find(id: string, isConcept: boolean): number {
    const mask = this.idTable.length - 1;
    for (let slot = hashOfId(id) & mask; ; slot = (slot + 1) & mask) {
      const index = this.idTable[slot]! - 1;
      if (index < 0) return -1;
      if (this.isConcept(index) === isConcept && this.isId(index, id)) return index;
    }
  }

  private isId(index: number, id: string): boolean {
    const start = this.idStarts[index]!;
    if (this.idStarts[index + 1]! - start !== id.length) return false;
    for (let i = 0; i < id.length; i++) if (this.idUnits[start + i] !== id.charCodeAt(i)) return false;
    return true;
  }

  /** The kind of a concept, without decoding its record. */
  kind(index: number): ConceptKind {
    return conceptKinds[this.kinds[index]!]!;
  }

  /** Whether a record is a concept that is no name of the field, but shown to who asks about it. */
  isBackground(index: number): boolean {
    return this.isConcept(index) && this.background[index] === 1;
  }

  /** The number of the State whose body, law or act a record is; 0 for none. */
  state(index: number): number {
    return this.isConcept(index) ? this.states[index]! : 0;
  }

  /** The concept at a record index below `conceptCount`. */
  concept(index: number): Concept {
    return this.decode(index) as Concept;
  }

  /** The source at a record index from `conceptCount` on. */
  source(index: number): Source {
    return this.decode(index) as Source;
  }

  sourceByKey(key: string): Source | undefined {
    const index = this.sourceIndex(key);
    return index < 0 ? undefined : this.source(index);
  }

  /** The source that a UN symbol names, also under another symbol of the same document; -1 where none is known. */
  sourceOfSymbol(symbol: string): number {
    const own = this.sourceIndex(symbol);
    if (own >= 0) return own;
    const aliases = this.section('aliases', Int32Array);
    const units = this.section('aliasUnits', Uint16Array);
    const starts = this.section('aliasStarts', Uint32Array);
    let low = 0;
    let high = aliases.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const alias = stringAt(units, starts, middle);
      if (alias === symbol) return aliases[middle]!;
      if (alias < symbol) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  /**
   * The concept that is one place of a document, `art. 51` of the Charter, or that the place is a part of: `art. 32(b)` is
   * in `art. 32`; -1 where none is.
   */
  conceptAt(document: number, at: string): number {
    const own = this.pins.get(pinPlace(at))?.find((place) => place.document === document);
    if (own !== undefined) return own.concept;
    const whole = wholePlace(at);
    return whole === at ? -1 : this.conceptAt(document, whole);
  }

  /** The documents that have a concept of their own at a place, `art. 51`, with that concept. */
  placesAt(at: string): readonly { document: number; concept: number }[] {
    const own = this.pins.get(pinPlace(at));
    if (own !== undefined) return own;
    const whole = wholePlace(at);
    return whole === at ? [] : this.placesAt(whole);
  }

  /** The places of a document that have a concept of their own: `art. 51`. */
  placeLabels(document: number): readonly string[] {
    if (this.labelsByDocument === undefined) {
      this.labelsByDocument = new Map();
      for (const [place, owners] of this.pins)
        for (const owner of owners)
          this.labelsByDocument.set(owner.document, [...(this.labelsByDocument.get(owner.document) ?? []), place]);
    }
    return this.labelsByDocument.get(document) ?? [];
  }

  /** By place, the documents that have a concept of their own there; put together when it is first asked for. */
  private get pins(): ReadonlyMap<string, { document: number; concept: number }[]> {
    if (this.placesByPin === undefined) {
      this.placesByPin = new Map();
      const pins = this.section('pins', Int32Array);
      const units = this.section('pinUnits', Uint16Array);
      const starts = this.section('pinStarts', Uint32Array);
      for (let i = 0; i < pins.length; i++) {
        const [document, ...rest] = stringAt(units, starts, i).split(' ');
        const place = rest.join(' ');
        const places = this.placesByPin.get(place) ?? [];
        places.push({ document: Number(document), concept: pins[i]! });
        this.placesByPin.set(place, places);
      }
    }
    return this.placesByPin;
  }

  /** The concept that a source is the text of (the Tunis Agenda for its document), or -1. */
  conceptOfSource(index: number): number {
    return this.section('conceptOfSource', Int32Array)[index - this.conceptCount]!;
  }

  /** The concepts that name a source as their text, mandate or outcome, as record indexes. */
  conceptsOfSource(index: number): Int32Array {
    const starts = this.section('sourceConceptStarts', Uint32Array);
    const at = index - this.conceptCount;
    return this.section('sourceConcepts', Int32Array).subarray(starts[at]!, starts[at + 1]!);
  }

  /** The concepts linked with a concept: what it is part of, its parts, siblings, neighbours in time and related ones. */
  linked(index: number): Int32Array {
    const starts = this.section('linkStarts', Uint32Array);
    return this.section('links', Int32Array).subarray(starts[index]!, starts[index + 1]!);
  }

  /** First and last day of a concept's period as day numbers; a concept without one gives undefined. */
  period(index: number): { from: number; to: number } | undefined {
    const days = this.section('periods', Int32Array);
    const from = days[index * 2]!;
    const to = days[index * 2 + 1]!;
    return from === openDay && to === openDay ? undefined : { from: from === openDay ? -openDay : from, to };
  }

  private decode(index: number): Concept | Source {
    const known = this.decoded.get(index);
    if (known !== undefined) return known;
    const start = this.recordsStart + this.recordStarts[index]!;
    const bytes = this.file.read(start, this.recordsStart + this.recordStarts[index + 1]!);
    const record = JSON.parse(this.decoder.decode(bytes)) as Concept | Source;
    this.decoded.set(index, record);
    return record;
  }
}

/** A place without its last subdivision in brackets. */
const wholePlace = (at: string): string => at.replace(/\s*\([^()]*\)$/, '');

/** A place as it is kept: without the spaces that some write before brackets, `art. 2.4` as `art. 2(4)`. */
const pinPlace = (at: string): string =>
  at
    .replace(/^annex,\s+(?=art\.)/, '')
    .replace(/\s+(?=\()/g, '')
    .replace(/^(art\. \d{1,3})\.(\d{1,2})(?=$|\()/, '$1($2)')
    .trim();
/** Under what a place of a document is kept. */
export const pinKey = (document: number, at: string): string => `${document} ${pinPlace(at)}`;

/** FNV-1a over the UTF-16 units of an id. */
export function hashOfId(id: string): number {
  let value = -2128831035;
  for (let i = 0; i < id.length; i++) value = Math.imul(value ^ id.charCodeAt(i), 16777619);
  return value >>> 0;
}
