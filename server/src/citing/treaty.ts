/** What a citation says of a treaty: its dates, whether it is in force, and the series in which it is published. */

import { cleanText } from './clean-text.ts';
import { type DateSpan, dayMonthYear, readRecordDate } from './dates.ts';
import type { SourceFields } from './source-fields.ts';
import { isUnitedNationsSymbol } from './un-document.ts';

export interface TreatyDates {
  /** The date by which it is cited, and what happened on it. */
  made: { date: DateSpan; how: 'adopted' | 'signed' | 'opened for signature' } | undefined;
  inForce: DateSpan | undefined;
  /** The record says that it is not in force. That no date is recorded does not mean it. */
  isNotInForce: boolean;
}

/**
 * A treaty is cited by the day of its adoption, of its signature or of its opening for signature, whichever `issued`
 * names: the Covenant is known by the first, the Charter by the second, the Convention on Cybercrime by the third. A day
 * that is none of them is taken for that of adoption.
 */
export function treatyDates(fields: SourceFields): TreatyDates {
  const { details, issued } = fields;
  const opened = readRecordDate(details.opened);
  const signed = readRecordDate(details.signed);
  const adopted = readRecordDate(details.adopted);
  const inForce = readRecordDate(details['in-force']);
  const isSame = (date: DateSpan | undefined): boolean =>
    date !== undefined && dayMonthYear(date) === dayMonthYear(issued);
  let made: TreatyDates['made'];
  if (signed !== undefined && (isSame(signed) || (adopted === undefined && opened === undefined)))
    made = { date: signed, how: 'signed' };
  else if (adopted !== undefined && (isSame(adopted) || opened === undefined)) made = { date: adopted, how: 'adopted' };
  else if (opened !== undefined) made = { date: opened, how: 'opened for signature' };
  else if (issued !== undefined) made = { date: issued, how: 'adopted' };
  const isNotInForce =
    inForce === undefined &&
    /\bnot (?:yet )?(?:been )?(?:in|entered into|come into) force\b/i.test(cleanText(details.note));
  return { made, inForce, isNotInForce };
}

/** One place where a treaty is published. */
export type SeriesReference =
  /** `2296 UNTS 167`; `1 UNTS XVI`. */
  | { kind: 'volume'; volume: string; series: string; page: string }
  /** `ETS No. 185`, `UNTS No. 40916`. */
  | { kind: 'number'; series: string; number: string }
  /** A United Nations document, and where in it the text stands: `annex`. */
  | { kind: 'symbol'; symbol: string; place: string }
  | { kind: 'other'; text: string };

function readSeries(text: string): SeriesReference {
  const volume = /^(\d+) ([A-Z]{2,8}) ([\dIVXLC]+)$/.exec(text);
  if (volume !== null) return { kind: 'volume', volume: volume[1]!, series: volume[2]!, page: volume[3]! };
  const number = /^([A-Z]{2,8}) (?:No\.? ?)?([\w-]+)$/.exec(text);
  if (number !== null && /\d/.test(number[2]!)) {
    return { kind: 'number', series: number[1]!, number: number[2]!.replace(/^0+(?=\d)/, '') };
  }
  const [symbol = '', ...place] = text.replace(/^UN Doc\.? /i, '').split(/,? (?=annex)|, /);
  return isUnitedNationsSymbol(symbol) ? { kind: 'symbol', symbol, place: place.join(', ') } : { kind: 'other', text };
}

/** Every series that is recorded, in the order of the record; else the treaty's number. */
export function treatySeries(fields: SourceFields): SeriesReference[] {
  const recorded: unknown = fields.details.series;
  const texts = (Array.isArray(recorded) ? recorded : []).map(cleanText).filter((text) => text !== '');
  return (texts.length > 0 || fields.number === '' ? texts : [fields.number]).map(readSeries);
}

/** The series to cite where a style names one: the United Nations Treaty Series by page, else the first. */
export function preferredSeries(all: readonly SeriesReference[]): SeriesReference | undefined {
  return (
    all.find((reference) => reference.kind === 'volume' && reference.series === 'UNTS') ??
    // A registration number alone is how the United Nations cites; others cite it only for want of anything else.
    all.find((reference) => !(reference.kind === 'number' && reference.series === 'UNTS')) ??
    all[0]
  );
}
