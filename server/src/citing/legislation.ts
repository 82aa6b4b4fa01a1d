/** Acts: where they are published, and what their titles already say. */

import { isExact, yearOf } from './dates.ts';
import { isEmpty, join, plain, type RichText } from './rich-text.ts';
import type { SourceFields } from './source-fields.ts';

/** Where an act is published. */
export type Publication =
  /** The Official Journal of the European Union: `L`, `129I`, `13`; since October 2023 an act stands under its own number. */
  | { kind: 'official-journal'; letter: string; issue: string; page: string; number: string }
  /** A code or session laws, by volume: `50 U.S.C. § 1801`, `132 Stat. 1213`. */
  | { kind: 'code'; volume: string; code: RichText; place: string }
  | { kind: 'gazette'; gazette: RichText; place: string };

const officialJournal = /^(?:OJ|Official Journal(?: of the European (?:Union|Communit(?:y|ies)))?)(?:,? ([LC]))?$/i;

/** Reads where an act is published; `undefined` where its record says nothing of it. */
export function publicationOf(fields: SourceFields): Publication | undefined {
  if (isEmpty(fields.container)) return undefined;
  const { volume, firstPage, issue, number, section } = fields;
  const journal = officialJournal.exec(plain(fields.container));
  if (journal !== null) {
    const [, letter, own] = /^([LC])?\s*(.*)$/.exec(volume === '' ? issue : volume)!;
    return {
      kind: 'official-journal',
      letter: letter ?? journal[1]?.toUpperCase() ?? '',
      issue: own ?? '',
      page: firstPage,
      number: volume === '' && issue === '' ? number.replace(/^\(EU\) /, '') : '',
    };
  }
  if (
    /^\d+$/.test(volume) &&
    (section !== '' || /\b(?:code|stat|C\.?F\.?R|U\.?S\.?C|Fed)\b/i.test(plain(fields.container)))
  )
    return {
      kind: 'code',
      volume,
      code: fields.container,
      place: section === '' ? firstPage : `§ ${section.replace(/^§\s*/, '')}`,
    };
  const place = [volume, firstPage].filter((part) => part !== '').join('/');
  return { kind: 'gazette', gazette: fields.container, place: place === '' ? number : place };
}

/** Where an act is published, as guides have it that say no more of it: `OJ L 151/15`, `50 U.S.C. § 1801`; empty where nothing is known. */
export function journalOf(fields: SourceFields): RichText {
  const published = publicationOf(fields);
  switch (published?.kind) {
    case 'official-journal': {
      const { letter, issue, page, number } = published;
      return join(' ', 'OJ', join('/', join(' ', letter, issue), page), number);
    }
    case 'code':
      return join(' ', published.volume, published.code, published.place);
    case 'gazette':
      return join(' ', published.gazette, published.place);
    default:
      return [];
  }
}

/** The number of an act, unless its title or the place of its publication says it. */
export function distinctNumber(fields: SourceFields): string {
  const isPlace = !isEmpty(fields.container) && fields.volume === '' && fields.firstPage === '';
  const bare = fields.number.replace(/^\p{L}+ (?=\()/u, '');
  return fields.plainTitle.includes(bare) || isPlace ? '' : fields.number;
}

/** An act whose title ends in its year (`Human Rights Act 1998`) or says its day is not dated again. */
export function isDatedByTitle(fields: SourceFields, dayMonthYear: string): boolean {
  const year = yearOf(fields.issued);
  if (year === '') return false;
  return (
    (isExact(fields.issued) && fields.plainTitle.includes(dayMonthYear)) ||
    new RegExp(`(?:^|[ ,])${year}$`).test(fields.plainTitle)
  );
}
