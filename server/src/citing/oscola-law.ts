/** Documents of organizations, treaties, judgments and acts in OSCOLA. The guides are named in `oscola.ts`. */

import {
  type CourtDecision,
  caseLabel,
  commonwealthCitation,
  neutralCitation,
  readCourtDecision,
  versus,
} from './court-decision.ts';
import { dayMonthYear, isExact, yearOf } from './dates.ts';
import { distinctNumber, isDatedByTitle, publicationOf } from './legislation.ts';
import { introduced, names, type OscolaEdition } from './oscola-parts.ts';
import { nameList, nameWithoutStops } from './persons.ts';
import { concat, enclose, isEmpty, italic, join, plain, prefixed, quoted, type RichText } from './rich-text.ts';
import { isUnitedNationsDocument, type SourceFields } from './source-fields.ts';
import { preferredSeries, type SeriesReference, treatyDates, treatySeries } from './treaty.ts';
import { type Organ, organNamed, organOfSymbol, type Resolution, resolutionOf } from './un-document.ts';

const organAbbreviations: Record<Organ, string> = {
  'general-assembly': 'UNGA',
  'security-council': 'UNSC',
  'economic-and-social-council': 'ECOSOC',
  'human-rights-council': 'UNHRC',
  'commission-on-human-rights': 'UNCHR',
  'secretary-general': 'UN Secretary-General',
};

/** `UNGA`, `Frank La Rue`, `OECD`: the body or the persons behind an official document. */
function authorOfDocument(fields: SourceFields): { text: string; isPerson: boolean } {
  if (fields.authors.length === 0) {
    const organ = organOfSymbol(fields.number === '' ? fields.id : fields.number);
    return { text: organ === undefined ? '' : organAbbreviations[organ], isPerson: false };
  }
  const isPerson = fields.authors.some((author) => author.literal === undefined);
  if (isPerson) return { text: names(fields.authors), isPerson };
  const bodies = fields.authors.map((author) => {
    const name = nameWithoutStops(author);
    const organ = organNamed(name);
    return organ === undefined ? name : organAbbreviations[organ];
  });
  return { text: nameList(bodies, { last: ' and ', most: 3, others: ' and others' }), isPerson };
}

/** `UNGA Res 2625(XXV)`, `UNSC Res 1373`. */
export function resolutionName(resolution: Resolution): string {
  const act = resolution.act === 'resolution' ? 'Res' : 'Dec';
  return `${organAbbreviations[resolution.organ]} ${act} ${resolution.number.replace(' (', '(')}`;
}

/** A resolution that proclaims an instrument of its own is cited by the instrument. */
function isDeclaration(fields: SourceFields): boolean {
  return (
    fields.shortTitle !== '' && /\bdeclaration\b/i.test(fields.plainTitle) && !/^Resolution\b/.test(fields.plainTitle)
  );
}

function resolutionReference(fields: SourceFields, resolution: Resolution, edition: OscolaEdition): RichText {
  const date = dayMonthYear(fields.issued);
  const shortTitle = introduced(fields.shortTitle, edition);
  // Supplement, part A 1: `Universal Declaration of Human Rights (adopted 10 December 1948) UNGA Res 217 A(III) (UDHR)`.
  if (edition === 4 && isDeclaration(fields))
    return join(' ', fields.title, enclose('(adopted ', date, ')'), resolutionName(resolution), shortTitle);
  const year = enclose('(', isExact(fields.issued) ? '' : resolution.year, ')');
  const isDated = isEmpty(year) || yearOf(fields.issued) !== resolution.year;
  return join(
    ' ',
    resolutionName(resolution),
    year,
    isDated ? enclose('(', date, ')') : undefined,
    `${documentLabel(fields)} ${resolution.symbol}`,
    shortTitle,
  );
}

function documentLabel(fields: SourceFields): string {
  return isUnitedNationsDocument(fields) ? 'UN Doc' : fields.genre;
}

export function officialDocument(fields: SourceFields, edition: OscolaEdition): RichText {
  const symbol = fields.number === '' ? fields.id : fields.number;
  const resolution = resolutionOf(symbol);
  if (resolution !== undefined) return resolutionReference(fields, resolution, edition);
  const author = authorOfDocument(fields);
  // Fifth edition, 4.2.2: `ILC, 'Third Report on …' (18 April 2022) UN Doc A/CN.4/753`; the supplement has no comma.
  const afterAuthor = author.isPerson || edition === 5 ? ', ' : ' ';
  return join(
    ' ',
    join(afterAuthor, author.text, quoted(fields.title, "'")),
    enclose('(', dayMonthYear(fields.issued), ')'),
    `${documentLabel(fields)} ${symbol}`,
  );
}

function commaJoined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function writeSeries(reference: SeriesReference | undefined): string {
  switch (reference?.kind) {
    case 'volume':
      return `${reference.volume} ${reference.series} ${reference.page}`;
    case 'number':
      return `${reference.series} No ${reference.number}`;
    case 'symbol':
      return commaJoined(`UN Doc ${reference.symbol}`, reference.place);
    default:
      return reference?.text ?? '';
  }
}

export function treaty(fields: SourceFields, edition: OscolaEdition): RichText {
  // Fifth edition, 4.2.1: `UN Charter, art 33`.
  if (edition === 5 && fields.kind === 'charter') return concat('UN Charter');
  const { made, inForce, isNotInForce } = treatyDates(fields);
  const dates = join(
    ', ',
    made === undefined ? undefined : `${made.how} ${dayMonthYear(made.date)}`,
    isNotInForce ? 'not yet in force' : prefixed('entered into force ', dayMonthYear(inForce)),
  );
  const series = writeSeries(preferredSeries(treatySeries(fields)));
  const isTitle = fields.plainTitle.toLowerCase().startsWith(fields.shortTitle.toLowerCase());
  return join(
    ' ',
    fields.title,
    enclose('(', dates, ')'),
    series,
    isTitle ? undefined : introduced(fields.shortTitle, edition),
  );
}

/** The name of a case as OSCOLA writes it: `v` and abbreviations without full stops. */
export function caseName(decision: CourtDecision): RichText {
  return versus(decision.name, 'v').map((piece) => ({
    ...piece,
    text: piece.text
      .replace(/\b(Inc|Ltd|Co|Corp|Nos?|[A-Z])\.(?=[\s,)A-Z]|$)/g, '$1')
      .replace(/\b([A-Z]) (?=[A-Z]\b)/g, '$1'),
  }));
}

function nationalDecision(fields: SourceFields, decision: CourtDecision): RichText {
  const name = italic(caseName(decision));
  const withoutStops = (text: string | undefined): string => text?.replace(/\./g, '') ?? '';
  const { year, volume, page, authority, caseNumber } = decision;
  const report = withoutStops(plain(fields.container));
  const isNeutral = neutralCitation(decision) !== '';
  if (isEmpty(fields.container) && !isNeutral) {
    const number = withoutStops(/^\d/.test(caseNumber) ? `No ${caseNumber}` : caseNumber);
    return join(' ', name, number, enclose('(', join(', ', authority, dayMonthYear(fields.issued)), ')'));
  }
  const commonwealth = commonwealthCitation(decision, fields);
  // The court is said only where no neutral citation says it.
  if (commonwealth !== undefined)
    return join(' ', name, withoutStops(commonwealth), isNeutral ? undefined : enclose('(', authority, ')'));
  const isAmerican = /^(?:US|S ?Ct|F ?(?:2d|3d|4th)|F ?Supp\b.*)$/.test(report);
  return isAmerican
    ? join(' ', name, volume, report, page, enclose('(', join(' ', authority, year), ')'))
    : join(' ', name, enclose('(', year, ')'), volume, report, page, enclose('(', authority, ')'));
}

/** The reference of a decision without its pinpoint; undefined parts leave no trace. */
export function courtDecision(fields: SourceFields, edition: OscolaEdition): RichText {
  const decision = readCourtDecision(fields);
  const name = italic(caseName(decision));
  const natures = join(' ', ...decision.natures.map((nature) => `(${nature})`));
  const { court, year, volume, page, isJoined, caseNumber } = decision;
  const date = dayMonthYear(fields.issued);
  switch (court) {
    case 'icj':
      return join(' ', name, natures, enclose('[', year, ']'), 'ICJ Rep', page);
    case 'pcij':
      return join(
        ' ',
        name,
        natures,
        enclose('[', year, ']'),
        'PCIJ Rep',
        prefixed('Series ', volume),
        page.replace(/\./g, ''),
      );
    case 'arbitral':
      return join(' ', name, natures, enclose('(', year, ')'), volume, 'RIAA', page);
    case 'cjeu': {
      // The fourth edition sets an en dash in the number, the fifth a hyphen.
      const label = caseLabel(decision);
      const number = edition === 4 ? label.replace(/\b([CT])-(?=\d)/g, '$1–') : label;
      // The fifth edition dates a judgment by its identifier.
      const when =
        edition === 5 && decision.ecli !== '' && number !== decision.ecli
          ? decision.ecli
          : enclose('(', edition === 4 ? join(', ', 'CJEU', date) : date, ')');
      return join(' ', number, name, when);
    }
    case 'ecthr': {
      if (!isEmpty(fields.container)) return nationalDecision(fields, decision);
      // `App no 47940/99 (ECtHR, 20 July 2004)`; fifth edition, 4.4.4: `ECtHR App No 31443/96 (22 June 2004)`.
      return edition === 4
        ? join(
            ' ',
            name,
            natures,
            `App ${isJoined ? 'nos' : 'no'} ${caseNumber}`,
            enclose('(', join(', ', 'ECtHR', date), ')'),
          )
        : join(' ', name, natures, `ECtHR App ${isJoined ? 'Nos' : 'No'} ${caseNumber}`, enclose('(', date, ')'));
    }
    case 'other':
      return nationalDecision(fields, decision);
  }
}

export function legislation(fields: SourceFields): RichText {
  const words = join(', ', fields.title, distinctNumber(fields));
  const date = dayMonthYear(fields.issued);
  const dated = isDatedByTitle(fields, date) ? words : join(' ', words, enclose('(', date, ')'));
  const published = publicationOf(fields);
  switch (published?.kind) {
    case 'official-journal': {
      const { letter, issue, page, number } = published;
      const place = join('/', letter + issue, page);
      return join(' ', words, enclose('[', yearOf(fields.issued), ']'), 'OJ', place, number);
    }
    case 'code':
      return join(', ', words, join(' ', published.volume, plain(published.code).replace(/\./g, ''), published.place));
    case 'gazette':
      return join(' ', words, enclose('[', yearOf(fields.issued), ']'), published.gazette, published.place);
    default:
      return dated;
  }
}

/** Paragraphs of judgments stand in brackets: in the fourth edition only those of national courts, in the fifth all. */
export function hasBracketedParagraphs(fields: SourceFields, edition: OscolaEdition): boolean {
  return fields.kind === 'court-decision' && (edition === 5 || readCourtDecision(fields).court === 'other');
}
