/** What stands at a place of a draft: a citation or a mention. */
import { type Citation, citationAt } from '../draft/citations.ts';
import type { Draft } from '../draft/draft.ts';
import type { Mention } from '../recognition/mentions.ts';
import { parseSymbol, symbolUrl } from '../recognition/symbol.ts';
import type { Field } from './field.ts';

export interface CitationTarget {
  citation: Citation;
  /** Record index of the source; -1 where the dataset has no source of this key. */
  record: number;
}

const crossReference = /^(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau)-/;

/** `@fig-map`, `@sec-law`: Quarto's cross-references look like citations, and are never unknown ones. */
export const isCrossReference = (key: string): boolean => crossReference.test(key);

/** The source that a citation key names, under its own symbol or another of the same document; -1 where none is known. */
export function sourceOfKey(field: Field, key: string): number {
  const index = field.knowledge.sourceIndex(key);
  if (index >= 0) return index;
  const symbol = parseSymbol(key);
  return symbol === undefined ? -1 : field.knowledge.sourceOfSymbol(symbol.symbol);
}

/** The citation at an offset with its source. */
export function citationTarget(field: Field, draft: Draft, offset: number): CitationTarget | undefined {
  const citation = citationAt(draft, offset);
  return citation === undefined ? undefined : { citation, record: sourceOfKey(field, citation.key) };
}

/** The official address behind a citation key, known to the dataset or a well-formed UN symbol. */
export function addressOfKey(field: Field, key: string): string | undefined {
  const record = sourceOfKey(field, key);
  if (record >= 0) return field.knowledge.source(record).URL;
  const symbol = parseSymbol(key);
  return symbol === undefined ? undefined : symbolUrl(symbol.symbol);
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
  const { knowledge } = field;
  if (mention.symbol !== undefined) return symbolUrl(mention.symbol);
  if (mention.record < 0) return undefined;
  if (!knowledge.isConcept(mention.record)) return knowledge.source(mention.record).URL;
  const concept = knowledge.concept(mention.record);
  const own = concept.text === undefined ? undefined : knowledge.sourceByKey(concept.text.source)?.URL;
  const founding = foundingDocument(field, mention.record);
  return own ?? concept.url ?? (founding < 0 ? undefined : knowledge.source(founding).URL);
}
