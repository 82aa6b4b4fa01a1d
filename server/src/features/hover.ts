/** Hover: what the name, symbol or citation under the cursor is. */

import type { CitationStyle } from '../citing/style.ts';
import { formatReference } from '../citing/style.ts';
import type { Draft } from '../draft/draft.ts';
import { pinKey } from '../knowledge/knowledge.ts';
import type { Mention } from '../recognition/mentions.ts';
import { type CardAddress, conceptSummary, recordKind, recordName, sourceSummary, unknownDocument } from './card.ts';
import type { Field } from './field.ts';
import { escapeMarkdown, link } from './markdown-text.ts';
import { citationTarget } from './target.ts';

export interface Hover {
  /** The range that the hover is about: exactly the name, symbol or citation. */
  start: number;
  end: number;
  markdown: string;
}

/** The hover at an offset, or undefined where nothing that the field knows stands there. */
export function hover(
  field: Field,
  draft: Draft,
  offset: number,
  style: CitationStyle,
  address: CardAddress,
): Hover | undefined {
  const cited = citationTarget(field, draft, offset);
  if (cited !== undefined) {
    const { start, end, key } = cited.citation;
    if (cited.record < 0) {
      const markdown = unknownDocument(key);
      return markdown === escapeMarkdown(key) ? undefined : { start, end, markdown };
    }
    return { start, end, markdown: sourceHover(field, cited.record, style, address) };
  }
  const mention = field.recogniser.mentionAt(draft, offset);
  if (mention === undefined) return undefined;
  const { start, end } = mention;
  return { start, end, markdown: mentionHover(field, mention, style, address) };
}

function sourceHover(field: Field, record: number, style: CitationStyle, address: CardAddress): string {
  const reference = formatReference(field.knowledge.source(record), style, { markup: 'markdown' });
  return sourceSummary(field, record, address, reference);
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
      : sourceHover(field, mention.record, style, address),
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
