/**
 * Sources cited again: what a later footnote says instead of the whole reference, and APA's citation in the text.
 *
 * - OSCOLA, 1.2.1 and 1.2.3 of both editions (paraphrased in `docs/standards-rule-notes.md` of github.com/karwalski/obiter):
 *   name and `(n 12)`, then the pinpoint without a comma; acts and treaties by their short titles without `(n 12)`; `ibid`,
 *   in small letters, in the fourth edition alone
 * - Bluebook, rules 4.1, 4.2, 10.9, 15.10, 16.9 and 21.17 (quoted in `short_form_citations_analysis.md` of
 *   github.com/enshittifying/slr): *Id.*, *supra* note 12, cases by their reports, never *supra*
 * - Chicago, shortened notes (https://usnwc.libguides.com/chicago/notes-bibliography): author, short title, pinpoint; no
 *   *ibid.*, which the manual discourages
 * - United Nations, chapter V of the part on footnotes (of which only the beginning was read): *Ibid.* without italics, symbols
 *   and numbers of resolutions as they are, other works by author and short title
 * - APA: author and year; treaties by title and year (https://www.citewrite.qut.edu.au/cite/examples/apa/apa_repts_treaty.html),
 *   cases by name in italics and year (https://libguides.hkust.edu.hk/sosc1270/cite-apa); letters (8.9) from memory
 *
 * Where the guides let a document be named by any short title, one that has none of its own is named by its symbol, because
 * two reports of groups with like names are told apart by nothing else.
 */

import { apaCharter, apaLocators, spelledOut } from './apa.ts';
import { bluebookCharter, bluebookLocators, resolutionName as bluebookResolution } from './bluebook.ts';
import { chicagoLocators, sentence as chicagoSentence } from './chicago.ts';
import { arabic, caseLabel, neutralCitation, readCourtDecision, versus } from './court-decision.ts';
import { monthDayYear, yearOf } from './dates.ts';
import { isDatedByTitle, publicationOf } from './legislation.ts';
import { formatLocator, type LocatorPart } from './locator.ts';
import {
  hasBracketedParagraphs,
  caseName as oscolaCaseName,
  resolutionName as oscolaResolution,
} from './oscola-law.ts';
import { type OscolaEdition, oscolaLocators, withPinpoint } from './oscola-parts.ts';
import { familyName, invertedName, nameList, type Person } from './persons.ts';
import {
  concat,
  enclose,
  fromCslText,
  isEmpty,
  italic,
  join,
  type Part,
  plain,
  prefixed,
  quoted,
  type RichText,
} from './rich-text.ts';
import { shortenedTitle } from './short-title.ts';
import { isUnitedNationsDocument, type SourceFields, type SourceKind } from './source-fields.ts';
import { treatyDates } from './treaty.ts';
import { organNames, organOfSymbol, resolutionOf } from './un-document.ts';
import { unEditorialReference, unLocators, sentence as unSentence } from './un-editorial.ts';

/** Where the source was cited before. */
export interface EarlierCitation {
  /** The number of the footnote that gives it in full; without it, the name alone has to do. */
  firstNote?: number;
  /** The note directly before cites it and nothing else. */
  isPrevious?: boolean;
  /** Something else by the same author is cited too, so that the title has to be said. */
  needsTitle?: boolean;
}

/** Kinds whose titles are in italics where they are given in full, too; all others stand in quotation marks. */
const italicKinds: Record<'oscola' | 'un' | 'chicago' | 'apa', ReadonlySet<SourceKind>> = {
  oscola: new Set(['book', 'report']),
  un: new Set(['book', 'report', 'other']),
  chicago: new Set(['book', 'report', 'other', 'dataset', 'software', 'official-document']),
  apa: new Set(['book', 'report', 'other', 'dataset', 'software', 'official-document', 'web-page', 'thesis']),
};

/** What is left of a source without a title is its number, where it stands, or its key. */
function shortTitle(fields: SourceFields): RichText {
  if (fields.shortTitle !== '') return fromCslText(fields.shortTitle);
  if (!isEmpty(fields.title)) return shortenedTitle(fields.title);
  if (fields.number !== '') return concat(fields.number);
  return isEmpty(fields.container) ? concat(fields.id) : fields.container;
}

/** The title as the style sets it, where a name has not said enough. */
function setTitle(fields: SourceFields, style: 'oscola' | 'un', edition?: OscolaEdition): RichText {
  const isItalic =
    italicKinds[style].has(fields.kind) ||
    (style === 'oscola' &&
      ((fields.kind === 'other' && fields.isbn !== '') || (fields.kind === 'thesis' && edition === 5)));
  return isItalic ? italic(shortTitle(fields)) : quoted(shortTitle(fields), style === 'oscola' ? "'" : '"');
}

/** Those with whose names the full reference begins. */
export function creators(fields: SourceFields): readonly Person[] {
  const isByEditors = ['book', 'report', 'working-paper', 'other'].includes(fields.kind);
  return fields.authors.length === 0 && isByEditors ? fields.editors : fields.authors;
}

const symbolOf = (fields: SourceFields): string => (fields.number === '' ? fields.id : fields.number);

/** `Regulation (EU) 2024/1689`: the head of a long title of an act of the Union. */
function actName(fields: SourceFields): RichText {
  if (fields.shortTitle !== '') return fromCslText(fields.shortTitle);
  const number = /^.{0,60}?\b(?:No )?\d+\/\d+(?:\/[A-Z]{2,4})?(?= )/.exec(fields.plainTitle);
  if (number !== null) return concat(number[0]);
  return isEmpty(fields.title) ? shortTitle(fields) : fields.title;
}

const commonParties =
  /^(?:R|Regina|The (?:Queen|King)|United States(?: of America)?|Commonwealth|People|State|Attorney[- ]General|(?:European )?Commission|Council)$/i;

/** The first party, or the other where the first is the State; a case without parties by its head. */
function shortCaseName(name: RichText): RichText {
  const text = plain(name).replace(/ \([^()]*\)$/, '');
  const parties = / v\.? /.exec(text);
  if (parties === null) return shortenedTitle(concat(text));
  const first = text.slice(0, parties.index);
  return concat(commonParties.test(first) ? text.slice(parties.index + parties[0].length) : first);
}

/**
 * The name that stands for a document of an organization: that which the full reference introduced, the number of a
 * resolution, the person who wrote it, or its symbol.
 */
function documentName(
  fields: SourceFields,
  {
    label,
    resolution,
    isIntroduced,
  }: { label: 'UN Doc' | 'U.N. Doc.'; resolution: string | undefined; isIntroduced: boolean },
): RichText {
  if (fields.shortTitle !== '' && isIntroduced) return fromCslText(fields.shortTitle);
  if (resolution !== undefined) return concat(resolution);
  const isPersonal = fields.authors.some((author) => author.literal === undefined);
  if (isPersonal) return concat(surnames(fields, 'oscola'));
  const isUnitedNations = isUnitedNationsDocument(fields);
  return concat(`${isUnitedNations ? label : fields.genre} ${symbolOf(fields)}`);
}

/** Who wrote it, by family names alone, as many as the style names. */
function surnames(fields: SourceFields, style: 'oscola' | 'bluebook' | 'chicago' | 'un' | 'apa'): string {
  const names = creators(fields)
    .map(style === 'apa' ? spelledOut : (person) => person)
    .map(familyName);
  switch (style) {
    case 'oscola':
    case 'un':
      return nameList(names, { last: ' and ', most: 3, others: ' and others' });
    case 'bluebook':
      return nameList(names, { last: ' & ', most: 2, others: ' et al.' });
    case 'chicago':
      return nameList(names, { last: ', and ', most: 3, others: ' et al.' });
    case 'apa':
      return nameList(names, { last: ' & ', most: 2, others: ' et al.' });
  }
}

/** What names a source in OSCOLA's short form, and whether `(n 12)` goes with it. */
function oscolaName(
  fields: SourceFields,
  earlier: EarlierCitation,
  edition: OscolaEdition,
): { name: RichText; refersBack: boolean } {
  const by = surnames(fields, 'oscola');
  switch (fields.kind) {
    case 'charter':
      return { name: concat('UN Charter'), refersBack: false };
    case 'legislation':
      return { name: actName(fields), refersBack: false };
    case 'treaty':
      return fields.shortTitle === ''
        ? { name: fields.title, refersBack: true }
        : { name: concat(fields.shortTitle), refersBack: false };
    case 'official-document': {
      const resolution = resolutionOf(symbolOf(fields));
      const name = resolution === undefined ? undefined : oscolaResolution(resolution);
      // Only a resolution gives its short title in full references.
      const isIntroduced = resolution !== undefined;
      return { name: documentName(fields, { label: 'UN Doc', resolution: name, isIntroduced }), refersBack: true };
    }
    case 'court-decision': {
      const name =
        fields.shortTitle === '' ? shortCaseName(oscolaCaseName(readCourtDecision(fields))) : concat(fields.shortTitle);
      return { name: italic(name), refersBack: true };
    }
    case 'interview':
      return { name: concat(prefixed('Interview with ', by)), refersBack: true };
    case 'letter':
      return { name: concat(prefixed('Letter from ', by)), refersBack: true };
    default: {
      const isClear = by !== '' && earlier.firstNote !== undefined && earlier.needsTitle !== true;
      return { name: isClear ? concat(by) : join(', ', by, setTitle(fields, 'oscola', edition)), refersBack: true };
    }
  }
}

/** `Stevens (n 1) 110`, `UNCLOS, art 101`; in the fourth edition `ibid 271–78`. */
export function oscolaAgain(
  fields: SourceFields,
  locator: readonly LocatorPart[],
  earlier: EarlierCitation,
  edition: OscolaEdition,
): RichText {
  if (earlier.isPrevious === true && edition === 4) return join(' ', 'ibid', formatLocator(locator, oscolaLocators));
  const { name, refersBack } = oscolaName(fields, earlier, edition);
  const note = refersBack && earlier.firstNote !== undefined ? `(n ${earlier.firstNote})` : undefined;
  return withPinpoint(join(' ', name, note), locator, hasBracketedParagraphs(fields, edition));
}

/** Cases are named with their reports: `*Van Buren*, 141 S. Ct. at 1652`, `*Nicaragua*, 1986 I.C.J. 14, ¶ 190`. */
function bluebookCaseAgain(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const decision = readCourtDecision(fields);
  const short = fields.shortTitle === '' ? shortCaseName(versus(decision.name, 'v.')) : concat(fields.shortTitle);
  const pinpoint = formatLocator(locator, bluebookLocators);
  const report = fields.shortContainer || plain(fields.container);
  const hasPage = locator.length > 0 && locator.every(({ label }) => label === 'page');
  const place = ((): Part => {
    switch (decision.court) {
      case 'cjeu':
        return caseLabel(decision);
      case 'ecthr':
        return `App. ${decision.isJoined ? 'Nos.' : 'No.'} ${decision.caseNumber}`;
      case 'icj':
        return join(' ', decision.year, 'I.C.J.', hasPage ? pinpoint : join(', ', decision.page, pinpoint));
      case 'arbitral':
        return join(' ', arabic(decision.volume), 'R.I.A.A.', hasPage ? pinpoint : join(', ', decision.page, pinpoint));
      case 'pcij':
        return join(
          ' ',
          decision.year,
          'P.C.I.J.',
          enclose('(ser. ', decision.volume, ')'),
          join(', ', decision.page, pinpoint),
        );
      case 'other':
        if (neutralCitation(decision) !== '') return join(', ', neutralCitation(decision), pinpoint);
        return report === ''
          ? join(', ', decision.caseNumber, pinpoint)
          : join(' ', decision.volume, report, hasPage ? pinpoint : join(', ', decision.page, pinpoint));
    }
  })();
  const isNumbered = decision.court === 'cjeu' || decision.court === 'ecthr';
  return join(', ', italic(short), place, isNumbered ? pinpoint : undefined);
}

/** `Segal, *supra* note 12, at 33`, `G.A. Res. 73/27, *supra* note 12, ¶ 5`, `*Id.* ¶ 5`. */
export function bluebookAgain(
  fields: SourceFields,
  locator: readonly LocatorPart[],
  earlier: EarlierCitation,
): RichText {
  if (fields.kind === 'charter') return bluebookCharter(locator);
  const pinpoint = formatLocator(locator, bluebookLocators);
  if (earlier.isPrevious === true) return join(' ', italic('Id.'), pinpoint);
  if (fields.kind === 'court-decision') return bluebookCaseAgain(fields, locator);
  const published = publicationOf(fields);
  // A section of a code is its own short form (rule 12.10).
  if (fields.kind === 'legislation' && published?.kind === 'code')
    return join(' ', published.volume, published.code, pinpoint || published.place);
  const supra = earlier.firstNote === undefined ? undefined : concat(italic('supra'), ` note ${earlier.firstNote}`);
  return join(', ', bluebookName(fields, earlier), supra, pinpoint);
}

function bluebookName(fields: SourceFields, earlier: EarlierCitation): RichText {
  const by = surnames(fields, 'bluebook');
  switch (fields.kind) {
    case 'treaty':
      return fields.shortTitle === '' ? fields.title : concat(fields.shortTitle);
    case 'legislation':
      return actName(fields);
    case 'official-document': {
      const resolution = resolutionOf(symbolOf(fields));
      const name = resolution === undefined ? undefined : bluebookResolution(resolution);
      return documentName(fields, { label: 'U.N. Doc.', resolution: name, isIntroduced: true });
    }
    case 'interview':
      return concat(prefixed('Interview with ', by));
    case 'letter':
      return concat(prefixed('Letter from ', by));
    default: {
      const isClear = by !== '' && earlier.firstNote !== undefined && earlier.needsTitle !== true;
      // Unpublished works have roman titles (rule 17.2).
      const isRoman = fields.kind === 'thesis' || fields.kind === 'manuscript';
      const title = shortTitle(fields);
      return isClear ? concat(by) : join(', ', by, isRoman ? title : italic(title));
    }
  }
}

/** `Segal, *Hacked World Order*, 33.`, `UN General Assembly, Resolution 73/27, para. 5.` */
export function chicagoAgain(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const pinpoint = formatLocator(locator, chicagoLocators);
  switch (fields.kind) {
    case 'charter':
    case 'treaty':
      // Full notes introduce no short title.
      return chicagoSentence(fields.title, pinpoint);
    case 'legislation':
      return chicagoSentence(actName(fields), pinpoint);
    case 'court-decision': {
      const name = versus(readCourtDecision(fields).name, 'v.');
      return chicagoSentence(italic(fields.shortTitle === '' ? shortCaseName(name) : fields.shortTitle), pinpoint);
    }
    case 'official-document': {
      const symbol = symbolOf(fields);
      const resolution = resolutionOf(symbol);
      const organ = resolution?.organ ?? organOfSymbol(symbol);
      const by = surnames(fields, 'chicago') || (organ === undefined ? '' : `UN ${organNames[organ]}`);
      const act = resolution?.act === 'decision' ? 'Decision' : 'Resolution';
      return resolution === undefined
        ? chicagoSentence(by, italic(shortTitle(fields)), symbol, pinpoint)
        : chicagoSentence(by, `${act} ${resolution.number}`, pinpoint);
    }
    case 'interview':
    case 'letter':
      return chicagoSentence(surnames(fields, 'chicago'), fields.kind, pinpoint);
    default: {
      const by = surnames(fields, 'chicago');
      if (italicKinds.chicago.has(fields.kind)) return chicagoSentence(by, italic(shortTitle(fields)), pinpoint);
      const isLast = pinpoint === '';
      const title = quoted(isLast ? shortTitle(fields) : concat(shortTitle(fields), ','), '"');
      return isLast ? chicagoSentence(by, title) : chicagoSentence(join(' ', join(', ', by, title), pinpoint));
    }
  }
}

/** `Ibid., para. 5.`, `Resolution 73/27, para. 5.`, `Segal, *Hacked World Order*, p. 33.` */
export function unEditorialAgain(
  fields: SourceFields,
  locator: readonly LocatorPart[],
  earlier: EarlierCitation,
): RichText {
  const pinpoint = formatLocator(locator, unLocators);
  if (earlier.isPrevious === true && fields.kind !== 'charter') return unSentence('Ibid.', pinpoint);
  switch (fields.kind) {
    case 'charter':
    case 'official-document':
    case 'treaty':
      // Nothing is shorter than a symbol, a number or a volume of the series.
      return unEditorialReference({ ...fields, url: '' }, locator);
    case 'legislation':
      return unSentence(actName(fields), pinpoint);
    case 'court-decision': {
      const name = versus(readCourtDecision(fields).name, 'v.');
      return unSentence(italic(fields.shortTitle === '' ? shortCaseName(name) : fields.shortTitle), pinpoint);
    }
    case 'interview':
    case 'letter':
      return unSentence(surnames(fields, 'un'), fields.kind, pinpoint);
    default:
      return unSentence(surnames(fields, 'un'), setTitle(fields, 'un'), pinpoint);
  }
}

/** `(Segal, 2016, p. 33)`, `(Convention on Cybercrime, 2001, art. 32)`: APA's citation in the text, first and later. */
export function apaInText(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const pinpoint = formatLocator(locator, apaLocators);
  const year = yearOf(fields.issued) || fields.status || 'n.d.';
  const bracketed = (...parts: Part[]): RichText => enclose('(', join(', ', ...parts, pinpoint), ')');
  switch (fields.kind) {
    case 'charter':
      return enclose('(', apaCharter(locator), ')');
    case 'treaty':
      return bracketed(fields.title, yearOf(treatyDates(fields).made?.date) || year);
    case 'legislation':
      return bracketed(actName(fields), isDatedByTitle(fields, '') ? undefined : year);
    case 'court-decision': {
      const decision = readCourtDecision(fields);
      return bracketed(italic(versus(decision.name, 'v.')), decision.year || year);
    }
    case 'letter':
      return bracketed(initialsFirst(fields), 'personal communication', monthDayYear(fields.issued));
    case 'official-document': {
      const resolution = resolutionOf(symbolOf(fields));
      const organ = resolution?.organ ?? organOfSymbol(symbolOf(fields));
      const by = surnames(fields, 'apa') || (organ === undefined ? '' : `United Nations ${organNames[organ]}`);
      return bracketed(by === '' ? italic(shortTitle(fields)) : by, resolution?.year ?? year);
    }
    default: {
      const by = surnames(fields, 'apa');
      return bracketed(
        by || (italicKinds.apa.has(fields.kind) ? italic(shortTitle(fields)) : quoted(shortTitle(fields), '"')),
        year,
      );
    }
  }
}

/** `G. Brown`: whoever wrote a letter that no list can give is named with initials. */
function initialsFirst(fields: SourceFields): string {
  return fields.authors
    .map((person) =>
      person.literal === undefined ? invertedName(person).split(', ').toReversed().join(' ') : familyName(person),
    )
    .join(', ');
}
