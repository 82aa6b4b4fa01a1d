/**
 * Judgments, orders, opinions and awards: of the International Court of Justice and its predecessor by their Reports, of
 * arbitral tribunals by theirs, of the European courts by the number of the case, of any other court as a library gives them.
 */

import { monthDayYear, yearOf } from './dates.ts';
import { naturalName } from './persons.ts';
import { concat, join, plain, type RichText } from './rich-text.ts';
import type { SourceFields } from './source-fields.ts';

export interface CourtDecision {
  court: 'icj' | 'pcij' | 'arbitral' | 'cjeu' | 'ecthr' | 'other';
  name: RichText;
  /** `Merits`, `Advisory Opinion`, `Judgment` … as the title ends, in its order. */
  natures: string[];
  /** The year of the volume of the Reports, else of the decision. */
  year: string;
  /** `II` of the arbitral awards, `A` of the Permanent Court's series, the volume of any other report. */
  volume: string;
  /** The first page; of the Permanent Court, the number in the series. */
  page: string;
  /** `C-131/12`, `58170/13, 62322/14 and 24960/15`, `No. 20-1199`: without the words before it. */
  caseNumber: string;
  isJoined: boolean;
  /** `EU:C:2020:559`: the identifier of a judgment of the European courts, where the item says it in its number or address. */
  ecli: string;
  /** Who decided. */
  authority: string;
  /** `July 9`, as the year stands with the volume. */
  monthAndDay: string;
}

const nature = new RegExp(
  ',? \\(?((?:Assessment of )?Compensation|Advisory Opinion|Judgment(?: No\\. \\d+)?|Order|Merits|Award|Reparations|' +
    'Provisional Measures|Preliminary Objections?|Jurisdiction(?: and Admissibility)?|Admissibility|Just Satisfaction)' +
    '\\.?\\)?$',
  'i',
);

function ecliOf(fields: SourceFields): string {
  const written = `${fields.number} ${fields.url}`.replace(/%3A/gi, ':');
  return /ECLI:(EU:[CTF]:\d{4}:\d+)/i.exec(written)?.[1] ?? '';
}

function courtOf(fields: SourceFields, reports: string, authority: string): CourtDecision['court'] {
  if (/^I\.? ?C\.? ?J\b/i.test(reports)) return 'icj';
  if (/^P\.? ?C\.? ?I\.? ?J\b/i.test(reports)) return 'pcij';
  if (/^(?:Reports of International Arbitral Awards|R\.?I\.?A\.?A\b)/i.test(reports)) return 'arbitral';
  if (/^(?:(?:joined )?cases? )?[CT][-–]\d+\/\d\d/i.test(fields.number) || ecliOf(fields) !== '') return 'cjeu';
  return /European Court of Human Rights|\bECtHR\b/i.test(authority) ? 'ecthr' : 'other';
}

/** Takes the title, the number and the volume of the Reports apart. */
export function readCourtDecision(fields: SourceFields): CourtDecision {
  const written = /,? (I\. ?C\. ?J\. Reports (\d{4})), p\. (\d+)$/.exec(fields.plainTitle);
  let name = written === null ? fields.plainTitle : fields.plainTitle.slice(0, written.index);
  const natures: string[] = [];
  for (let match = nature.exec(name); match !== null && match.index > 0; match = nature.exec(name)) {
    natures.unshift(match[1]!);
    name = name.slice(0, match.index);
  }
  const reports = written?.[1] ?? plain(fields.container);
  const authority = fields.authority || fields.authors.map(naturalName).join(', ');
  const court = courtOf(fields, reports, authority);
  const caseNumber = fields.number
    .replace(/,? ?\bECLI:\S+/i, '')
    .replace(/^(?:(?:joined )?cases? |applications? nos?\.? |app\.? nos?\.? )+/i, '');
  const volume = /(?:vol\.?|Series) ([IVXLC]+|\d+|A\/B|[A-F])\b/.exec(reports)?.[1] ?? fields.volume;
  return {
    court,
    name: name === fields.plainTitle ? fields.title : concat(name),
    natures,
    year: /\d{4}/.exec(reports)?.[0] ?? yearOf(fields.issued),
    volume,
    page: written?.[3] ?? (court === 'pcij' ? fields.pages : fields.firstPage),
    caseNumber,
    isJoined: /^joined/i.test(fields.number) || /,| and /.test(caseNumber),
    ecli: ecliOf(fields),
    authority,
    monthAndDay:
      fields.issued?.from.month === undefined ? '' : monthDayYear(fields.issued, 'short').replace(/,? \d{4}$/, ''),
  };
}

/** `Case C-131/12`, `Joined Cases C-293/12 and C-594/12`: what the references to the Union's courts begin with. */
export function caseLabel({ isJoined, caseNumber, ecli }: CourtDecision): string {
  return caseNumber === '' ? ecli : `${isJoined ? 'Joined Cases' : 'Case'} ${caseNumber}`;
}

/** The name with `v` between the parties, or `v.`, as the style has it. */
export function versus(name: RichText, between: 'v' | 'v.'): RichText {
  return name.map((piece) => ({ ...piece, text: piece.text.replace(/ vs?\.? (?=\S)/g, ` ${between} `) }));
}

/** Reports whose volumes are counted anew each year, so that the year is part of the reference: `[2008] 1 AC 884`. */
const reportsByYear =
  /^(?:A\.?C\.?|All E\.?R\.?|BCLC|Ch\.?|Fam\.?|FLR|FSR|ICR|IRLR|KB|Lloyd's Rep|QB|RPC|SCR|W\.?L\.?R\.?)(?:$| )/;

/** `[2008] UKHL 13`: a number that courts of the Commonwealth give their own judgments. */
export function neutralCitation({ caseNumber }: CourtDecision): string {
  return /^\[\d{4}\]/.test(caseNumber) ? caseNumber : '';
}

/**
 * `[2008] UKHL 13, [2008] 1 AC 884`, `(2006) 226 CLR 52`: a report as the Commonwealth cites it, behind the neutral citation;
 * undefined for a report by volume alone, as in the United States.
 */
export function commonwealthCitation(decision: CourtDecision, fields: SourceFields): string | undefined {
  const neutral = neutralCitation(decision);
  const report = plain(fields.container);
  const isByYear = reportsByYear.test(report) || (decision.volume === '' && report !== '');
  if (neutral === '' && !isByYear) return undefined;
  if (report === '') return neutral;
  const year = isByYear ? `[${decision.year}]` : `(${decision.year})`;
  const place = [decision.year === '' ? '' : year, decision.volume, report, decision.page].filter(
    (part) => part !== '',
  );
  return [neutral, place.join(' ')].filter((part) => part !== '').join(', ');
}

/** `2` for `II`; anything else as it is. */
export function arabic(volume: string): string {
  if (!/^[IVXL]+$/.test(volume)) return volume;
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };
  const digits = Array.from(volume, (letter) => values[letter]!);
  return String(digits.reduce((sum, value, index) => sum + (value < (digits[index + 1] ?? 0) ? -value : value), 0));
}

/** What American guides set behind the name of a case: `2004 I.C.J. 136, ¶ 5 (July 9)`, `141 S. Ct. 1648, 1652 (2021)`. */
function americanCitation(decision: CourtDecision, fields: SourceFields, pinpoint: string): string {
  const { court, year, volume, page, authority, monthAndDay, caseNumber } = decision;
  const date = monthDayYear(fields.issued, 'short');
  const words = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');
  const cite = (place: string, close: string): string =>
    words([place, pinpoint].filter((part) => part !== '').join(', '), close === '' ? '' : `(${close})`);
  switch (court) {
    case 'icj':
      return cite(words(year, 'I.C.J.', page), monthAndDay);
    case 'pcij':
      return cite(words(year, 'P.C.I.J.', volume === '' ? '' : `(ser. ${volume})`, page), monthAndDay);
    case 'arbitral':
      return cite(words(arabic(volume), 'R.I.A.A.', page), words(authority, year));
    case 'cjeu':
      return cite('', date);
    case 'ecthr':
    case 'other': {
      const report = plain(fields.container);
      const commonwealth = commonwealthCitation(decision, fields);
      if (commonwealth !== undefined) return cite(commonwealth, neutralCitation(decision) === '' ? authority : '');
      if (report !== '') return cite(words(volume, fields.shortContainer || report, page), words(authority, year));
      if (court === 'ecthr') return cite(`App. ${decision.isJoined ? 'Nos.' : 'No.'} ${caseNumber}`, date);
      return cite(/^\d/.test(caseNumber) ? `No. ${caseNumber}` : caseNumber, words(authority, date));
    }
  }
}

/**
 * A decision as American guides cite it, with a roman name: `Van Buren v. United States, 141 S. Ct. 1648 (2021)`,
 * `Case C-311/18, Data Protection Commissioner v. Facebook Ireland Ltd (July 16, 2020)`.
 * @param pinpoint as the style writes it
 */
export function americanDecision(decision: CourtDecision, fields: SourceFields, pinpoint: string): RichText {
  const label = decision.court === 'cjeu' ? caseLabel(decision) : undefined;
  const name = join(', ', label, versus(decision.name, 'v.'), ...decision.natures);
  const citation = americanCitation(decision, fields, pinpoint);
  // Where there is nothing but the date, no comma stands before its bracket.
  return join(citation.startsWith('(') ? ' ' : ', ', name, citation);
}
