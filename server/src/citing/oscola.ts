/**
 * OSCOLA, the Oxford University Standard for Citation of Legal Authorities, as a footnote gives a source for the first time,
 * without the closing full stop: the fourth edition (2012) with its supplement on international law (2006), and the fifth
 * (2026).
 *
 * Guides read:
 * - fourth edition; resolutions, UN reports, treaties: https://uwl.libguides.com/oscola/int and
 *   https://libguides.graduateinstitute.ch/legal_citation/oscola/UN
 * - a treaty that parties may accede to is dated by its opening for signature, any other by its adoption or signature
 *   (http://tulegenova.com/how-to-cite-paris-agreement-oscola/; the fifth edition, 4.1.1, says the same), but the
 *   guide's own examples date the Covenant by its adoption; the record's `issued` says which day a treaty is known by
 * - books, articles, chapters, web pages: https://studylib.net/doc/25491629/referencing-usingoscola and the public CSL
 *   style https://github.com/citation-style-language/styles/blob/master/oscola.csl
 * - pinpoints: https://libguides.gsmlondon.ac.uk/c.php?g=658423&p=4655674; after a closing bracket no comma stands
 * - fifth edition: not read itself (https://www.law.ox.ac.uk/sites/default/files/2026-03/OSCOLA%205.pdf), but rule by rule
 *   as `docs/standards-rule-notes.md` of github.com/karwalski/obiter paraphrases it with its examples and what the fourth
 *   edition had instead, and the changes that github.com/PaulStanley/oscola-biblatex/pull/19 lists. Section numbers in
 *   the comments below are those of the edition that they stand with.
 *
 * The guides are silent on three points. A treaty known not to be in force says `not yet in force` where the date would
 * stand (which the fifth edition confirms). A Security Council resolution leaves out the year of its number once the date
 * says it, as in the guide's own `UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373`. Only a document that stands as an
 * instrument of its own, a declaration, is cited by its title first, as the supplement cites the Universal Declaration.
 */

import { dayMonthYear, yearOf } from './dates.ts';
import { writeEdition } from './edition.ts';
import type { LocatorPart } from './locator.ts';
import { courtDecision, hasBracketedParagraphs, legislation, officialDocument, treaty } from './oscola-law.ts';
import { names, type OscolaEdition, withPinpoint } from './oscola-parts.ts';
import { enclose, isEmpty, italic, join, link, type Part, prefixed, quoted, type RichText } from './rich-text.ts';
import {
  bestAddress,
  distinctPublisher,
  distinctSite,
  isInProceedings,
  meetingOf,
  newsFields,
  ownTitle,
  type SourceFields,
  seriesAndNumber,
  thesisKind,
  versionOf,
} from './source-fields.ts';
import { treatySeries } from './treaty.ts';

const isPersistent = (url: string): boolean => /^https?:\/\/(?:www\.)?perma\.cc\//i.test(url);

/** `<https://…> accessed 2 January 2026`; in the fifth edition a DOI goes first, and what lasts needs no day (3.7.1). */
function address(fields: SourceFields, edition: OscolaEdition): RichText {
  if (edition === 5 && fields.doi !== '') return join(' ', 'DOI:', link(fields.doi));
  const isDated = edition === 4 || !isPersistent(fields.url);
  return join(
    ' ',
    enclose('<', link(bestAddress(fields)), '>'),
    prefixed('accessed ', fields.url === '' || !isDated ? '' : dayMonthYear(fields.accessed)),
  );
}

/**
 * `(2016) 12 Journal 34`; a journal without volumes is numbered by the year: `[2016] 3 Journal 34`; an electronic one
 * without pages says its issue and address: `(2010) 1(1) EJLT <…> accessed 27 July 2010` (3.3.4).
 */
function journalArticle(fields: SourceFields): RichText {
  const year = yearOf(fields.issued);
  const isPaged = fields.firstPage !== '' || fields.number !== '';
  const isForthcoming = year === '' && fields.status !== '';
  const volume = isPaged ? fields.volume : join('', fields.volume, enclose('(', fields.issue, ')'));
  const place = join(
    ' ',
    fields.volume === '' ? enclose('[', year, ']') : enclose('(', year, ')'),
    fields.volume === '' ? fields.issue : volume,
    fields.container,
    fields.firstPage === '' ? fields.number : fields.firstPage,
    isForthcoming ? `(${fields.status})` : undefined,
  );
  return join(' ', join(', ', names(fields.authors), quoted(fields.title, "'")), place);
}

/** `Tony Weir tr`, `John Gardner ed`: those who stand in the brackets of a work that has an author (3.2.3). */
function contributors(fields: SourceFields): RichText {
  return join(
    ', ',
    join(' ', names(fields.editors), fields.editors.length === 0 ? undefined : bare(editorMark(fields))),
    join(' ', names(fields.translators), fields.translators.length === 0 ? undefined : bare(translatorMark(fields))),
  );
}

const bare = (mark: string): string => mark.replace(/[()]/g, '');

function editorMark(fields: SourceFields): string {
  return fields.editors.length === 0 ? '' : fields.editors.length === 1 ? '(ed)' : '(eds)';
}

function translatorMark(fields: SourceFields): string {
  return fields.translators.length === 0 ? '' : fields.translators.length === 1 ? '(tr)' : '(trs)';
}

/** `(first published 1651, Tony Weir tr, 3rd edn, Penguin 1985)`. */
function publication(fields: SourceFields, ...first: Part[]): RichText {
  // A document that nobody published is known by its day.
  const isPublished = fields.publisher !== '' || (fields.kind !== 'report' && fields.kind !== 'other');
  const date = isPublished ? yearOf(fields.issued) : dayMonthYear(fields.issued);
  const isOlder = fields.originalYear !== '' && fields.originalYear !== yearOf(fields.issued);
  return enclose(
    '(',
    join(
      ', ',
      isOlder ? `first published ${fields.originalYear}` : undefined,
      ...first,
      writeEdition(fields.edition, 'edn'),
      join(' ', distinctPublisher(fields), date || fields.status),
    ),
    ')',
  );
}

function book(fields: SourceFields): RichText {
  const isEdited = fields.authors.length === 0 && fields.editors.length > 0;
  const by = isEdited ? join(' ', names(fields.editors), editorMark(fields)) : names(fields.authors);
  const inBrackets = contributors(isEdited ? { ...fields, editors: [] } : fields);
  const title = join(', ', italic(fields.title), prefixed('vol ', fields.volume));
  return join(' ', join(', ', by, title), publication(fields, inBrackets));
}

function chapter(fields: SourceFields): RichText {
  const editors = join(' ', names(fields.editors), editorMark(fields));
  const volume = join(', ', italic(fields.container), prefixed('vol ', fields.volume));
  return join(
    ' ',
    join(', ', names(fields.authors), quoted(fields.title, "'")),
    prefixed('in ', join(', ', editors, volume)),
    publication(fields, contributors({ ...fields, editors: [] })),
  );
}

/** `Leslie Green, 'Legal Positivism', The Stanford Encyclopedia of Philosophy (Fall edn, 2009)` (3.2.6; fifth edition 3.2.8). */
function entry(fields: SourceFields): RichText {
  const where = enclose('(', join(', ', writeEdition(fields.edition, 'edn'), yearOf(fields.issued)), ')');
  return join(
    ' ',
    join(', ', names(fields.authors), quoted(fields.title, "'"), italic(fields.container)),
    where,
    prefixed('vol ', fields.volume),
  );
}

/** A paper that was only read is placed by its conference and day; one in proceedings is cited as a chapter. */
function conferencePaper(fields: SourceFields): RichText {
  return isInProceedings(fields) ? chapter(fields) : occasion(fields);
}

function occasion(fields: SourceFields): RichText {
  const meeting = meetingOf(fields);
  const what =
    isEmpty(meeting) || fields.genre === '' ? join(', ', fields.genre, meeting) : join(' at ', fields.genre, meeting);
  const where = enclose('(', join(', ', what, fields.place, dayMonthYear(fields.issued)), ')');
  return join(' ', join(', ', names(fields.authors), quoted(fields.title, "'")), where);
}

/** `Interview with Irene Kull, Assistant Dean, Faculty of Law, Tartu University (Tartu, 4 August 2003)` (3.4.10; 3.7.4). */
function interview(fields: SourceFields, edition: OscolaEdition): RichText {
  // The fifth edition leaves the place out.
  const when = enclose('(', join(', ', edition === 4 ? fields.place : '', dayMonthYear(fields.issued)), ')');
  const who = names(fields.authors);
  const by = prefixed('by ', names(fields.interviewers));
  const title = quoted(ownTitle(fields), "'");
  const opening = who === '' ? title : join(', ', join(' ', `Interview with ${who}`, by), title);
  return join(' ', opening, isEmpty(fields.container) ? undefined : italic(fields.container), when);
}

/** `Letter from Gordon Brown to Catherine Ashton (20 November 2009)` (3.4.11; fifth edition 3.7.12). */
function letter(fields: SourceFields): RichText {
  const sender = names(fields.authors);
  const what = /mail/i.test(fields.genre) ? 'Email' : fields.genre || 'Letter';
  const opening =
    sender === '' ? quoted(fields.title, "'") : `${what} from ${sender} to ${names(fields.recipients) || 'author'}`;
  return join(' ', opening, enclose('(', dayMonthYear(fields.issued), ')'));
}

function webPage(fields: SourceFields): RichText {
  const where = enclose('(', join(', ', italic(distinctSite(fields)), dayMonthYear(fields.issued)), ')');
  const title = join(', ', names(fields.authors), quoted(fields.title, "'"));
  return join(' ', title, where);
}

function newsArticle(fields: SourceFields, edition: OscolaEdition): RichText {
  const { authors, title, container } = newsFields(fields);
  // The fifth edition leaves the city out (3.7.7).
  const place = edition === 4 ? fields.place : '';
  return join(
    ' ',
    join(', ', names(authors), quoted(title, "'")),
    italic(container),
    enclose('(', join(', ', place, dayMonthYear(fields.issued)), ')'),
    fields.firstPage,
  );
}

/** A title in quotation marks, which the fifth edition puts into italics (3.7.6). */
function thesis(fields: SourceFields, edition: OscolaEdition): RichText {
  const title = edition === 5 ? italic(fields.title) : quoted(fields.title, "'");
  const kind = thesisKind(fields, `${fields.genre.replace(/\./g, '')} thesis`);
  const where = enclose('(', join(', ', kind, join(' ', fields.publisher, yearOf(fields.issued))), ')');
  return join(' ', join(', ', names(fields.authors), title), where);
}

function report(fields: SourceFields): RichText {
  const number = seriesAndNumber(fields, 'No ');
  // Only what has an ISBN or stands among reports is a book; any other document is in quotation marks (3.4.1).
  const title = fields.kind === 'other' && fields.isbn === '' ? quoted(fields.title, "'") : italic(fields.title);
  return join(
    ' ',
    join(', ', names(fields.authors) || join(' ', names(fields.editors), editorMark(fields)), title),
    publication(fields, fields.container, number),
  );
}

/** `John M Finnis, 'On Public Reason' (2006) Oxford Legal Studies Research Paper 1/2007` (3.3.4; fifth edition 3.6). */
function workingPaper(fields: SourceFields): RichText {
  const series = isEmpty(fields.series) ? join(' ', distinctPublisher(fields), fields.genre) : fields.series;
  return join(
    ' ',
    join(', ', names(fields.authors), quoted(fields.title, "'")),
    enclose('(', yearOf(fields.issued), ')'),
    series,
    fields.number || fields.seriesNumber,
  );
}

/** Data and programs, on which the guide is silent, follow its general principles (3.4.1). */
function electronicWork(fields: SourceFields): RichText {
  const where = enclose(
    '(',
    join(', ', fields.container, versionOf(fields), distinctPublisher(fields), dayMonthYear(fields.issued)),
    ')',
  );
  return join(' ', join(', ', names(fields.authors), quoted(fields.title, "'")), where);
}

function manuscript(fields: SourceFields): RichText {
  const where = enclose(
    '(',
    join(', ', fields.genre || 'unpublished manuscript', fields.archive, fields.publisher, dayMonthYear(fields.issued)),
    ')',
  );
  return join(' ', join(', ', names(fields.authors), quoted(fields.title, "'")), where);
}

/** The reference without its pinpoint. */
function reference(fields: SourceFields, edition: OscolaEdition): RichText {
  switch (fields.kind) {
    case 'court-decision':
      return courtDecision(fields, edition);
    case 'official-document':
      return officialDocument(fields, edition);
    case 'treaty':
    case 'charter':
      return treaty(fields, edition);
    case 'journal-article':
      return journalArticle(fields);
    case 'news-article':
      return newsArticle(fields, edition);
    case 'book':
      return book(fields);
    case 'chapter':
      return chapter(fields);
    case 'entry':
      return entry(fields);
    case 'conference-paper':
      return conferencePaper(fields);
    case 'speech':
      return occasion(fields);
    case 'interview':
      return interview(fields, edition);
    case 'letter':
      return letter(fields);
    case 'web-page':
    case 'blog-post':
      return webPage(fields);
    case 'thesis':
      return thesis(fields, edition);
    case 'legislation':
      return legislation(fields);
    case 'working-paper':
      return workingPaper(fields);
    case 'dataset':
    case 'software':
    case 'recording':
      return electronicWork(fields);
    case 'manuscript':
      return manuscript(fields);
    case 'report':
    case 'other':
      return report(fields);
  }
}

/** Only what has neither pages nor a publisher has to be looked for by its address. */
function isFoundByAddress(fields: SourceFields): boolean {
  switch (fields.kind) {
    case 'treaty':
      return treatySeries(fields).length === 0;
    case 'journal-article':
      return fields.firstPage === '' && fields.number === '';
    case 'news-article':
      return fields.firstPage === '';
    case 'report':
    case 'other':
      return distinctPublisher(fields) === '' && fields.number === '';
    case 'conference-paper':
      return !isInProceedings(fields);
    case 'official-document':
    case 'charter':
    case 'court-decision':
    case 'legislation':
    case 'book':
    case 'chapter':
    case 'thesis':
      return false;
    default:
      return true;
  }
}

/** A source in OSCOLA's form, as a footnote cites it for the first time; the pinpoint goes before an address (3.3.4). */
export function oscolaReference(
  fields: SourceFields,
  locator: readonly LocatorPart[],
  edition: OscolaEdition,
): RichText {
  const pinpointed = withPinpoint(reference(fields, edition), locator, hasBracketedParagraphs(fields, edition));
  return isFoundByAddress(fields) ? join(' ', pinpointed, address(fields, edition)) : pinpointed;
}
