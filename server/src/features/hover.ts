/** Hover: what the name, symbol or citation under the cursor is. */

import type { CitationStyle } from '../citing/style.ts';
import { writtenKey } from '../draft/citation-key.ts';
import { citationStarts } from '../draft/citations.ts';
import type { Draft } from '../draft/draft.ts';
import { pinKey } from '../knowledge/knowledge.ts';
import { emptyLibrary, type Library } from '../library/library.ts';
import type { Mention } from '../recognition/mentions.ts';
import { parseSymbol } from '../recognition/symbol.ts';
import { attachmentAddress } from './attachment.ts';
import { type CardAddress, conceptSummary, recordKind, recordName, sourceSummary, unknownDocument } from './card.ts';
import { type Citable, citableRecord, keyInBraces } from './citable.ts';
import { fileName } from './citable-text.ts';
import type { Field } from './field.ts';
import { nearestKeys } from './lookup.ts';
import { codeSpan, escapeMarkdown, link } from './markdown-text.ts';
import { addressOfDoi, citationTarget, isWebAddress, namesNoSource } from './target.ts';

export interface Hover {
  /** The range that the hover is about: exactly the name, symbol or citation. */
  start: number;
  end: number;
  markdown: string;
}

/**
 * The hover at an offset, or undefined where nothing that can be told of stands there.
 *
 * @param reference the reference of what is cited there, where it is made already, as Markdown
 */
export function hover(
  field: Field,
  library: Library,
  draft: Draft,
  offset: number,
  style: CitationStyle,
  address: CardAddress,
  reference?: string,
): Hover | undefined {
  const target = citationTarget(field, library, draft, offset);
  if (target !== undefined) {
    const { start, end, key } = target.citation;
    if (namesNoSource(key)) return undefined;
    const parts =
      target.cited === undefined
        ? [...bracesNeeded(field, draft, start, key), ...unknownKey(field, library, key)]
        : [sourceSummary(field, target.cited, style, address, reference), openingLinks(field, target.cited)];
    return { start, end, markdown: [...parts, usesText(draft, key)].filter((text) => text !== '').join('\n\n') };
  }
  const mention = field.recogniser.mentionAt(draft, offset);
  if (mention === undefined) return undefined;
  const { start, end } = mention;
  return { start, end, markdown: mentionHover(field, mention, style, address) };
}

/** How many lines a hover names at most. */
const mostLines = 12;

/** `Cited 3 times: lines 12, 40, 71`; lines are counted from 1. */
function usesText(draft: Draft, key: string): string {
  const lines = citationStarts(draft, key).map((start) => draft.content.lineAt(start) + 1);
  const distinct = [...new Set(lines)];
  const rest = distinct.length - mostLines;
  const named = distinct.slice(0, mostLines).join(', ');
  return `Cited ${lines.length === 1 ? 'once' : `${lines.length} times`}: ${distinct.length === 1 ? 'line' : 'lines'} ${named}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** How a source can be opened: the document, the DOI, the user's file of it, their Zotero. */
function openingLinks(field: Field, cited: Citable): string {
  const { source, entry, record } = cited;
  const official = record < 0 ? undefined : field.knowledge.source(record).URL;
  const doi = addressOfDoi(source.DOI);
  const page = isWebAddress(source.URL) ? source.URL : undefined;
  const links = [
    ...(official === undefined ? [] : [link('Open the document', official)]),
    ...(doi === undefined ? [] : [link(doi, doi)]),
    // The same document need not be offered twice.
    ...(page === undefined || official !== undefined || page === doi ? [] : [link('Open the page', page)]),
    ...(entry?.attachments ?? []).flatMap((written) => {
      const address = attachmentAddress(entry!.uri, written);
      return address === undefined ? [] : [link(`Open ${fileName(address)}`, address)];
    }),
    ...(entry === undefined ? [] : [link('Show in Zotero', zoteroAddress(entry.key))]),
  ];
  return links.join(' · ');
}

/** An item of Zotero by its key of Better BibTeX. */
const zoteroAddress = (key: string): string => `zotero://select/items/@${encodeURIComponent(key)}`;

/** What can be said of a key that stands for nothing: where it was looked for, and what is written almost like it. */
function bracesNeeded(field: Field, draft: Draft, start: number, key: string): string[] {
  const meant = keyInBraces(field, draft.content, start, key);
  return meant === undefined ? [] : [`Write ${codeSpan(meant)}: a key with brackets needs braces.`];
}

function unknownKey(field: Field, library: Library, key: string): string[] {
  if (library.isLoading === true) return ['The draft’s bibliography is still being read.'];
  const entries = `${library.size} ${library.size === 1 ? 'entry' : 'entries'}`;
  const symbol = unknownDocument(key);
  // A well-formed symbol is explained; another number is another document, and not nearly the same one.
  if (parseSymbol(key) !== undefined)
    return [symbol, ...(library.size === 0 ? [] : [`The draft’s bibliography (${entries}) does not have it either.`])];
  const where =
    library.size === 0
      ? 'no bibliography of this draft is read, and the dataset does not have it'
      : `neither the draft’s bibliography (${entries}) nor the dataset has it`;
  const near = nearestKeys(field, library, key, 3);
  return [
    `**${escapeMarkdown(key)}** is not known: ${where}.`,
    ...(near.length === 0 ? [] : [`Nearest: ${near.map((one) => codeSpan(writtenKey(one))).join(', ')}`]),
    ...(symbol === escapeMarkdown(key) ? [] : [symbol]),
  ];
}

function mentionHover(field: Field, mention: Mention, style: CitationStyle, address: CardAddress): string {
  const { knowledge } = field;
  if (mention.record < 0) return unknownDocument(mention.symbol ?? '');
  const parts: string[] = [];
  const misnomer = misnomerOf(field, mention);
  if (mention.term !== undefined) parts.push(`*${escapeMarkdown(mention.term)}* is defined in this draft.`);
  if (misnomer !== undefined) parts.push(`Write **${escapeMarkdown(misnomer.use)}**: ${escapeMarkdown(misnomer.why)}`);
  parts.push(
    knowledge.isConcept(mention.record)
      ? conceptSummary(field, mention.record, address)
      : documentHover(field, mention.record, style, address),
  );
  if (mention.pinpoint !== undefined) parts.push(...factsAt(field, mention.record, mention.pinpoint));
  const others = mention.candidates.slice(1);
  if (others.length > 0) {
    const list = others.map(
      (other) => `${link(recordName(field, other), address(other))} (${recordKind(field, other).toLowerCase()})`,
    );
    parts.push(`The same name is also borne by: ${list.join(', ')}`);
  }
  const card = address(mention.record);
  if (card !== undefined) parts.push(link('Whole card', card));
  return parts.join('\n\n');
}

/** A source that the draft names by its title or symbol. */
function documentHover(field: Field, record: number, style: CitationStyle, address: CardAddress): string {
  const source = field.knowledge.source(record);
  const summary = sourceSummary(field, citableRecord(field, emptyLibrary, record), style, address);
  return source.URL === undefined ? summary : `${summary}\n\n${link('Open the document', source.URL)}`;
}

/** How many facts on one place of a document a hover shows. */
const mostFacts = 3;

/** What the record says of the place that the draft names, above all that. */
function factsAt(field: Field, record: number, pinpoint: string): string[] {
  if (!field.knowledge.isConcept(record)) return [];
  const { facts = [], text } = field.knowledge.concept(record);
  return facts
    .filter(
      ({ at, source }) =>
        at !== undefined && source === text?.source && pinKey(record, at) === pinKey(record, pinpoint),
    )
    .slice(0, mostFacts)
    .map(({ says }) => `*${escapeMarkdown(pinpoint)}*: ${escapeMarkdown(says)}`);
}

/** What the record says of a wrong name that a mention writes. */
export function misnomerOf(field: Field, mention: Mention): { use: string; why: string } | undefined {
  if (mention.via !== 'misnomer' || !field.knowledge.isConcept(mention.record)) return undefined;
  const written = field.lexicon.name(mention.name);
  const names = field.knowledge.concept(mention.record).names[field.lexicon.language(mention.name)];
  return names?.misnomers?.find(({ name }) => name === written);
}
