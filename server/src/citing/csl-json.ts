/** Sources as CSL-JSON 1.0.2, which pandoc, Zotero and every CSL processor read. */

import type { CslDate, Source } from '../knowledge/record.ts';
import { readCourtDecision } from './court-decision.ts';
import { dayMonthYear, readCslDate } from './dates.ts';
import { isEmpty } from './rich-text.ts';
import { readSource, type SourceFields } from './source-fields.ts';
import { type SeriesReference, treatyDates, treatySeries } from './treaty.ts';

/** A CSL date that the schema allows: one date or two, each a year and what is known of month and day. */
function toCslDate(date: CslDate | undefined): CslDate | undefined {
  const span = readCslDate(date);
  if (span === undefined) return undefined;
  const dates = span.to === undefined ? [span.from] : [span.from, span.to];
  return {
    'date-parts': dates.map(({ year, month, day }) =>
      [year, month, day].filter((part): part is number => part !== undefined),
    ),
  };
}

/** `value` without properties that are `undefined`, copied, so that a caller may change what it gets. */
function copyOf<Value>(value: Value): Value {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

function seriesText(reference: SeriesReference): string {
  switch (reference.kind) {
    case 'volume':
      return `${reference.volume} ${reference.series} ${reference.page}`;
    case 'number':
      return `${reference.series} No. ${reference.number}`;
    case 'symbol':
      return ['UN Doc', reference.symbol, reference.place].filter((part) => part !== '').join(' ');
    case 'other':
      return reference.text;
  }
}

/** `opened for signature 23 November 2001, entered into force 1 July 2004, ETS No. 185, 2296 UNTS 167`. */
function treatyGenre(fields: SourceFields): string | undefined {
  const { made, inForce, isNotInForce } = treatyDates(fields);
  const parts = [
    made === undefined ? '' : `${made.how} ${dayMonthYear(made.date)}`,
    inForce === undefined ? '' : `entered into force ${dayMonthYear(inForce)}`,
    isNotInForce ? 'not yet in force' : '',
    ...treatySeries(fields).map(seriesText),
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(', ');
}

/**
 * What the common styles need said otherwise than the record says it, found by rendering every kind of source with
 * pandoc in OSCOLA, Chicago and APA: they print a treaty's dates and series only from `genre`, and its number as
 * "No. ETS No. 185"; an act's number as "Pub. L. No."; nothing of the date of a `document`; and a judgment by the volume
 * of the Reports only as a `legal_case`.
 */
function asStylesExpect(source: Source): Record<string, unknown> {
  const fields = readSource(source);
  if (source.type === 'treaty') return { genre: treatyGenre(fields), number: undefined };
  if (fields.kind === 'court-decision' && !isEmpty(fields.container) && readCourtDecision(fields).court === 'icj') {
    const authority = fields.authors.map(({ literal }) => literal ?? '').join(', ');
    return {
      type: 'legal_case',
      authority: authority === '' ? undefined : authority,
      author: undefined,
      'container-title': 'ICJ Rep',
      page: fields.firstPage === '' ? undefined : fields.firstPage,
    };
  }
  if (fields.kind === 'legislation') {
    const isInTitle = fields.number === '' || fields.plainTitle.includes(fields.number);
    return { number: undefined, title: isInTitle ? source.title : `${source.title}, ${fields.number}` };
  }
  return source.type === 'document' ? { type: 'report' } : {};
}

/**
 * One item a source, under the same key. What records say beyond CSL stays together under `custom`, which the schema
 * allows and processors pass over.
 */
export function toCslJson(sources: readonly Source[]): object[] {
  return sources.map((source) => {
    const { issued, accessed, author, editor, custom, ...rest } = source;
    const names = (list: Source['author']): Source['author'] => (list?.length ? list : undefined);
    const text = Object.fromEntries(Object.entries(rest).filter(([name, value]) => value !== '' || name === 'id'));
    return copyOf({
      ...text,
      author: names(author),
      editor: names(editor),
      issued: toCslDate(issued),
      accessed: toCslDate(accessed),
      ...asStylesExpect(source),
      custom: custom !== undefined && Object.keys(custom).length > 0 ? custom : undefined,
    });
  });
}
