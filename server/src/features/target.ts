/** What stands at a place of a draft: a citation or a mention. */
import { type Citation, citationAt } from '../draft/citations.ts';
import type { Draft } from '../draft/draft.ts';
import { doiOf } from '../library/document-identifiers.ts';
import type { Library } from '../library/library.ts';
import type { Mention } from '../recognition/mentions.ts';
import { writtenDocument } from '../recognition/written-document.ts';
import { type Citable, citable } from './citable.ts';
import type { Field } from './field.ts';

export interface CitationTarget {
  citation: Citation;
  /** What is cited; undefined where neither the user's library nor the dataset has the key. */
  cited?: Citable;
  /** Record index of the source; -1 where the dataset does not have the document. */
  record: number;
}

const crossReference = /^(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau)-/i;

/** `@fig-map`, `@sec-law`: Quarto's cross-references look like citations, and are never unknown ones. */
export const isCrossReference = (key: string): boolean => crossReference.test(key);

/** Whether no source can have a key: a cross-reference, or the `@*` in `nocite` that stands for all of the bibliography. */
export const namesNoSource = (key: string): boolean => key === '*' || isCrossReference(key);

/** The citation at an offset with what it cites. */
export function citationTarget(
  field: Field,
  library: Library,
  draft: Draft,
  offset: number,
): CitationTarget | undefined {
  const citation = citationAt(draft, offset);
  if (citation === undefined) return undefined;
  const cited = citable(field, library, citation.key);
  return { citation, record: cited?.record ?? -1, ...(cited === undefined ? {} : { cited }) };
}

/** The address at which a source is to be opened: the official document of the dataset's, else the DOI, else the item's URL. */
export function addressOfSource(field: Field, { source, record }: Citable): string | undefined {
  const official = record < 0 ? undefined : field.knowledge.source(record).URL;
  const { URL: written } = source;
  return official ?? addressOfDoi(source.DOI) ?? (isWebAddress(written) ? written : undefined);
}

export const isWebAddress = (written: unknown): written is string =>
  typeof written === 'string' && /^https?:\/\/[^\s<>"]+$/i.test(written);

/** The address of a DOI, whatever is written before it; undefined where it is none. */
export function addressOfDoi(written: unknown): string | undefined {
  const doi = doiOf(written);
  return doi === undefined ? undefined : `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
}

/**
 * The official address of a document by what is written of it: a UN document's symbol, or another organization's number.
 * Undefined where no address follows from that.
 */
export function addressOfSymbol(written: string): string | undefined {
  return writtenDocument(written)?.address;
}

/** The official address behind a citation key, known to library or dataset or a well-formed UN symbol. */
export function addressOfKey(field: Field, library: Library, key: string): string | undefined {
  const cited = citable(field, library, key);
  if (cited !== undefined) return addressOfSource(field, cited);
  return addressOfSymbol(key);
}

/** The document that a mention's concept is written down in first: its text, else its first mandate, else its first fact's source. */
export function foundingDocument(field: Field, record: number): number {
  const { knowledge } = field;
  if (!knowledge.isConcept(record)) return record;
  const concept = knowledge.concept(record);
  const key =
    concept.text?.source ?? concept.mandate?.[0] ?? concept.facts?.[0]?.source ?? concept.timeline?.[0]?.source;
  return key === undefined ? -1 : knowledge.sourceIndex(key);
}

/** The official address of what a mention names: its document, else its official page. */
export function addressOfMention(field: Field, mention: Mention): string | undefined {
  if (mention.symbol !== undefined) return addressOfSymbol(mention.symbol) ?? addressOfRecord(field, mention.record);
  return addressOfRecord(field, mention.record);
}

function addressOfRecord(field: Field, record: number): string | undefined {
  const { knowledge } = field;
  if (record < 0) return undefined;
  if (!knowledge.isConcept(record)) return knowledge.source(record).URL;
  const concept = knowledge.concept(record);
  const own = concept.text === undefined ? undefined : knowledge.sourceByKey(concept.text.source)?.URL;
  const founding = foundingDocument(field, record);
  return own ?? concept.url ?? (founding < 0 ? undefined : knowledge.source(founding).URL);
}
