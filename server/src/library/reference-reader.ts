/** The entries of a bibliography as they stand in its text, in any of the formats: places first, contents when asked for. */
import { attachmentPaths } from './attachments.ts';
import type { BibTeXEntry, FindEntry } from './bibtex-item.ts';
import { type BibTeXBlock, blockAt, months, scanBibTeX, valueText } from './bibtex-scan.ts';
import { cslItem } from './csl-item.ts';
import { scanCslJson } from './csl-json-scan.ts';
import { scanCslYaml, yamlItemData } from './csl-yaml-scan.ts';
import type { DocumentFields } from './document-identifiers.ts';
import type { Fault } from './fault.ts';
import type { LibraryItem, SearchFields } from './library.ts';
import { plainLatex } from './plain-latex.ts';

export type LibraryFormat = 'bibtex' | 'csl-json' | 'csl-yaml';

/** The format of a file by its ending; undefined for one that is no bibliography. */
export function libraryFormat(name: string): LibraryFormat | undefined {
  if (/\.bib(?:tex)?$/i.test(name)) return 'bibtex';
  if (/\.json$/i.test(name)) return 'csl-json';
  return /\.ya?ml$/i.test(name) ? 'csl-yaml' : undefined;
}

/** An entry's places in the text, in UTF-16 units, end exclusive. */
export interface Reference {
  /** Empty where it cannot be read. */
  key: string;
  keyStart: number;
  keyEnd: number;
  start: number;
  end: number;
  /** Other keys that BibLaTeX knows it by. */
  aliases?: readonly string[];
  /** Not one to cite, but to inherit from. */
  isData?: true;
  /** Why it cannot be read. */
  fault?: Fault;
}

/** Reads one text; the references are walked through once, from the first to the last, before anything else is asked. */
export interface ReferenceReader {
  readonly text: string;
  references(): Generator<Reference | { fault: Fault }>;
  searchFields(reference: Reference): SearchFields;
  /** What tells which document it is. */
  documentFields(reference: Reference): DocumentFields;
  item(reference: Reference): LibraryItem;
  attachments(reference: Reference): string[];
  /** Everything that the item depends on, for comparing; undefined where it depends on other entries. */
  source(reference: Reference): string | undefined;
}

export type BibTeXToItem = (entry: BibTeXEntry, find: FindEntry) => LibraryItem;

const firstYear = (text: string): string => /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0] ?? '';
const list = (field: string): string[] =>
  field
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

class BibTeXReader implements ReferenceReader {
  readonly text: string;
  private readonly toItem: BibTeXToItem;
  private readonly macros = new Map(months);
  private readonly starts = new Map<string, number>();
  /** The entry that was read last: it is asked for at once. */
  private last: BibTeXBlock | undefined;

  constructor(text: string, toItem: BibTeXToItem) {
    this.text = text;
    this.toItem = toItem;
  }

  *references(): Generator<Reference | { fault: Fault }> {
    for (const block of scanBibTeX(this.text)) {
      const { type, fields, fault } = block;
      if (type === 'string') {
        for (const field of fields) this.macros.set(field.name, valueText(this.text, field, this.macros));
        if (fault !== undefined) yield { fault };
        continue;
      }
      this.last = block;
      const { key, keyStart, keyEnd, start, end } = block;
      if (fault === undefined && !this.starts.has(key)) this.starts.set(key, start);
      const ids = fields.find(({ name }) => name === 'ids');
      yield {
        ...{ key, keyStart, keyEnd, start, end },
        ...(ids === undefined ? {} : { aliases: list(valueText(this.text, ids, this.macros)) }),
        ...(type === 'xdata' ? { isData: true as const } : {}),
        ...(fault === undefined ? {} : { fault }),
      };
    }
    this.last = undefined;
  }

  private blockOf(start: number): BibTeXBlock | undefined {
    return this.last?.start === start ? this.last : blockAt(this.text, start);
  }

  private value(block: BibTeXBlock | undefined, ...names: string[]): string {
    for (const name of names) {
      const field = block?.fields.findLast((one) => one.name === name);
      if (field !== undefined) return valueText(this.text, field, this.macros);
    }
    return '';
  }

  searchFields({ start }: Reference): SearchFields {
    const block = this.blockOf(start);
    const plain = (...names: string[]): string => plainLatex(this.value(block, ...names));
    return {
      title: `${plain('title', 'booktitle')} ${plain('subtitle')}`.trim(),
      shortTitle: plain('shorttitle'),
      persons: plain('author', 'editor', 'institution', 'organization').replace(/\s+and\s+/g, ' '),
      year: firstYear(this.value(block, 'date', 'year', 'eventdate')),
      number: plain('number'),
    };
  }

  documentFields({ start }: Reference): DocumentFields {
    const block = this.blockOf(start);
    return {
      type: block?.type,
      number: this.value(block, 'number'),
      title: this.value(block, 'title'),
      url: this.value(block, 'url', 'howpublished'),
      doi: this.value(block, 'doi'),
    };
  }

  private entryAt(start: number): BibTeXEntry | undefined {
    const block = blockAt(this.text, start);
    if (block === undefined) return undefined;
    const fields = new Map(block.fields.map((field) => [field.name, valueText(this.text, field, this.macros)]));
    return { type: block.type, key: block.key, fields };
  }

  item({ start, key }: Reference): LibraryItem {
    const find = (other: string): BibTeXEntry | undefined => {
      const place = this.starts.get(other);
      return place === undefined ? undefined : this.entryAt(place);
    };
    return this.toItem(this.entryAt(start) ?? { type: 'misc', key, fields: new Map() }, find);
  }

  attachments({ start }: Reference): string[] {
    return attachmentPaths(this.value(blockAt(this.text, start), 'file'));
  }

  source({ start, end }: Reference): string | undefined {
    const block = blockAt(this.text, start);
    if (block === undefined || block.fields.some(({ name }) => name === 'crossref' || name === 'xdata'))
      return undefined;
    const values = block.fields.map((field) => valueText(this.text, field, this.macros));
    return `${this.text.slice(start, end)}\n${values.join('\n')}`;
  }
}

const asFields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const withoutTags = (text: string): string => text.replace(/<[^<>]*>/g, '');

/** What is searched of an item that is plain data. */
function fieldsOfItem(item: LibraryItem): SearchFields {
  const names = [...(item.author ?? []), ...(item.editor ?? [])];
  return {
    title: withoutTags(item.title),
    shortTitle: typeof item['title-short'] === 'string' ? withoutTags(item['title-short']) : '',
    persons: names.map(({ family, given, literal }) => `${family ?? ''} ${given ?? ''} ${literal ?? ''}`).join(' '),
    year: String(item.issued?.['date-parts'][0]?.[0] ?? ''),
    number: item.number ?? '',
  };
}

/** A format whose items are CSL's own. */
abstract class DataReader implements ReferenceReader {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  abstract references(): Generator<Reference | { fault: Fault }>;
  protected abstract data(reference: Reference): unknown;

  searchFields(reference: Reference): SearchFields {
    return fieldsOfItem(this.itemOf(reference));
  }

  /** The item of which the last thing was asked. */
  private lastItem: { start: number; item: LibraryItem } | undefined;

  private itemOf(reference: Reference): LibraryItem {
    if (this.lastItem?.start !== reference.start)
      this.lastItem = { start: reference.start, item: this.item(reference) };
    return this.lastItem.item;
  }

  documentFields(reference: Reference): DocumentFields {
    const { type, number, title, URL: url, DOI: doi } = this.itemOf(reference);
    return { type, number, title, url, doi };
  }

  item(reference: Reference): LibraryItem {
    return cslItem({ ...asFields(this.data(reference)), id: reference.key });
  }

  attachments(): string[] {
    return [];
  }

  source({ start, end }: Reference): string {
    return this.text.slice(start, end);
  }
}

class CslJsonReader extends DataReader {
  *references(): Generator<Reference | { fault: Fault }> {
    for (const found of scanCslJson(this.text)) {
      if (!('start' in found)) {
        yield found;
        continue;
      }
      const { keyStart, keyEnd } = found;
      const written = this.text.slice(keyStart, keyEnd);
      yield { ...found, key: written.includes('\\') ? unescaped(written) : written };
    }
  }

  protected data({ start, end }: Reference): unknown {
    try {
      return JSON.parse(this.text.slice(start, end));
    } catch {
      return undefined;
    }
  }
}

function unescaped(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written;
  }
}

class CslYamlReader extends DataReader {
  private readonly within: { start: number; end: number };
  /** The item that was read last: it is asked for at once, and YAML is slow to read. */
  private last: { start: number; data: () => unknown } | undefined;

  constructor(text: string, within: { start: number; end: number }) {
    super(text);
    this.within = within;
  }

  *references(): Generator<Reference | { fault: Fault }> {
    for (const found of scanCslYaml(this.text, this.within)) {
      if (!('start' in found)) {
        yield found;
        continue;
      }
      const { data, ...reference } = found;
      this.last = { start: found.start, data };
      yield reference;
    }
    this.last = undefined;
  }

  protected data(reference: Reference): unknown {
    return this.last?.start === reference.start ? this.last.data() : yamlItemData(this.text, reference);
  }
}

export interface ReadingOptions {
  /** Makes items of BibTeX entries; see `bibtex-item.ts`, which is loaded where it is needed. */
  toItem?: BibTeXToItem;
  /** The part of a YAML text that is read, such as a draft's front matter. */
  within?: { start: number; end: number };
}

const onlyPlaces = (): never => {
  throw new Error('Without a converter only the places of BibTeX entries can be read.');
};

export function referenceReader(text: string, format: LibraryFormat, options: ReadingOptions = {}): ReferenceReader {
  const { toItem = onlyPlaces, within = { start: 0, end: text.length } } = options;
  switch (format) {
    case 'bibtex':
      return new BibTeXReader(text, toItem);
    case 'csl-json':
      return new CslJsonReader(text);
    case 'csl-yaml':
      return new CslYamlReader(text, within);
  }
}

/** A reference that can be read, or what cannot be; `broken` where at least its key can. */
export type ReadReference = { reference: Reference } | { fault: Fault; key?: string; broken?: Reference };

/** The references of a text, each key once: of two with one key the first counts. */
export function* readReferences(reader: ReferenceReader): Generator<ReadReference> {
  const keys = new Set<string>();
  for (const found of reader.references()) {
    if (!('key' in found)) yield found;
    else if (found.fault !== undefined)
      yield { fault: found.fault, ...(found.key === '' ? {} : { key: found.key, broken: found }) };
    else if (keys.has(found.key)) {
      const { key, keyStart: start, keyEnd: end } = found;
      yield { key, fault: { start, end, message: `Another entry has the key ${key} already, and counts.` } };
    } else {
      keys.add(found.key);
      yield { reference: found };
    }
  }
}
