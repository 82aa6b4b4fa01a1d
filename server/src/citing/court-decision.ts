/** Judgments and advisory opinions of the International Court of Justice, by its Reports. */

import { monthDayYear, yearOf } from './dates.ts';
import { concat, type RichText } from './rich-text.ts';
import type { SourceFields } from './source-fields.ts';

export interface CourtDecision {
  name: RichText;
  /** `Advisory Opinion`, `Judgment`, `Merits` … as the title ends. */
  nature: string;
  /** The year of the volume of the Reports. */
  year: string;
  page: string;
  /** `July 9`, as the year stands with the volume. */
  monthAndDay: string;
}

/** Takes the title and the volume of the Reports apart. */
export function readCourtDecision(fields: SourceFields): CourtDecision {
  const nature =
    /,? \(?((?:Advisory Opinion|Judgment|Order|Merits|Provisional Measures|Preliminary Objections)\.?)\)?$/i.exec(
      fields.plainTitle,
    );
  const name = nature === null ? fields.title : concat(fields.plainTitle.slice(0, nature.index));
  const volume = concat(fields.container)
    .map(({ text }) => text)
    .join('');
  return {
    name,
    nature: nature?.[1] ?? '',
    year: /\d{4}/.exec(volume)?.[0] ?? yearOf(fields.issued),
    page: fields.firstPage,
    monthAndDay:
      fields.issued?.from.month === undefined ? '' : monthDayYear(fields.issued, 'short').replace(/,? \d{4}$/, ''),
  };
}

/** `2004 I.C.J. 136, ¶ 5 (July 9)`, as American guides cite the Reports. */
export function americanCitation(decision: CourtDecision, pinpoint: string): string {
  const place = [decision.year, 'I.C.J.', decision.page].filter((part) => part !== '').join(' ');
  const pinpointed = pinpoint === '' ? place : `${place}, ${pinpoint}`;
  return decision.monthAndDay === '' ? pinpointed : `${pinpointed} (${decision.monthAndDay})`;
}
