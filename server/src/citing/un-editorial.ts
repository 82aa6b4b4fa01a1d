/**
 * The United Nations Editorial Manual Online, footnotes. A note names only what identifies a document, its symbol or
 * the number of a resolution, because the text has already given the title.
 *
 * Guides read:
 * - United Nations sources: https://www.un.org/dgacm/en/content/editorial-manual/footnotes/chap-03
 * - other sources: http://www.un.org/dgacm/en/content/editorial-manual/footnotes/chap-04
 * - how resolutions are numbered: http://un.org/dgacm/en/content/editorial-manual/res-dec-sys-ident
 * - `vol. 92, No. 4 (September)`: https://www.un.org/dgacm/en/content/editorial-manual/footnotes/chap-10
 * - the footnotes of A/RES/75/176 (`Resolution 217 A (III).`): https://docslib.org/doc/2869568
 *
 * - repeated references, of which only the beginning was to be read:
 *   https://www.un.org/dgacm/en/content/editorial-manual/footnotes/chap-05; editions, translators, series, letters and
 *   interviews follow the manual's pattern from memory
 *
 * The manual is silent on a pinpoint in a treaty, which follows the series here, and on a treaty in no series, which is
 * given by title and date. Registered treaties are cited by volume and registration number, for which a record needs
 * `UNTS No. 40916` among its series; without it the page stands in its place, as the International Law Commission
 * writes. Bracketed subdivisions are set off (`para. 13 (f)`), and the Articles of the Charter take a capital.
 */

import { caseLabel, commonwealthCitation, readCourtDecision, versus } from './court-decision.ts';
import { dayMonthYear, yearOf } from './dates.ts';
import { writeEdition } from './edition.ts';
import { distinctNumber, isDatedByTitle, publicationOf } from './legislation.ts';
import { formatLocator, type LocatorPart, type LocatorStyle } from './locator.ts';
import { nameList, naturalName, type Person } from './persons.ts';
import {
  concat,
  enclose,
  isEmpty,
  italic,
  join,
  link,
  type Part,
  plain,
  prefixed,
  quoted,
  type RichText,
} from './rich-text.ts';
import {
  bestAddress,
  distinctPublisher,
  distinctSite,
  isInProceedings,
  isUnitedNationsDocument,
  meetingOf,
  newsFields,
  ownTitle,
  type SourceFields,
  seriesAndNumber,
  thesisKind,
  versionOf,
} from './source-fields.ts';
import { treatyDates, treatySeries } from './treaty.ts';
import { organNames, type Resolution, resolutionOf } from './un-document.ts';

export const unLocators: LocatorStyle = {
  spacing: 'spaced',
  forms: {
    page: ['p. ', 'pp. '],
    paragraph: ['para. ', 'paras. '],
    'preambular-paragraph': ['preambular para. ', 'preambular paras. '],
    preamble: ['preamble ', 'preamble '],
    article: ['art. ', 'arts. '],
    section: ['sect. ', 'sects. '],
    chapter: ['chap. ', 'chaps. '],
    part: ['part ', 'parts '],
    annex: ['annex ', 'annexes '],
    appendix: ['appendix ', 'appendices '],
    volume: ['vol. ', 'vols. '],
    note: ['footnote ', 'footnotes '],
    column: ['col. ', 'cols. '],
    figure: ['figure ', 'figures '],
    table: ['table ', 'tables '],
    line: ['line ', 'lines '],
    clause: ['clause ', 'clauses '],
    schedule: ['schedule ', 'schedules '],
  },
};
export const unCharterLocators: LocatorStyle = {
  ...unLocators,
  forms: { ...unLocators.forms, article: ['Article ', 'Articles '] },
};

function names(persons: readonly Person[]): string {
  return nameList(persons.map(naturalName), { last: ' and ', most: 3, others: ' and others' });
}

function pinpointOf(locator: readonly LocatorPart[], style = unLocators): string {
  return formatLocator(locator, style);
}

export function sentence(...parts: Part[]): RichText {
  const words = join(', ', ...parts);
  return isEmpty(words) ? [] : concat(words, '.');
}

/** The address, in a sentence of its own. */
function availableAt(fields: SourceFields): RichText {
  const address = link(bestAddress(fields));
  return isEmpty(address) ? [] : concat('Available at ', address, '.');
}

/** `Resolution 73/27`, `Security Council resolution 2341 (2017)`: the General Assembly is the organ understood. */
function nameOf(resolution: Resolution): string {
  const number = `${resolution.number}${resolution.year === undefined ? '' : ` (${resolution.year})`}`;
  return resolution.organ === 'general-assembly'
    ? `${resolution.act === 'resolution' ? 'Resolution' : 'Decision'} ${number}`
    : `${organNames[resolution.organ]} ${resolution.act} ${number}`;
}

function officialDocument(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const symbol = fields.number === '' ? fields.id : fields.number;
  const pinpoint = pinpointOf(locator);
  const resolution = resolutionOf(symbol);
  if (resolution !== undefined) {
    const year = fields.issued === undefined ? undefined : yearOf(fields.issued);
    const dated =
      resolution.organ === 'security-council' && resolution.year === undefined && year !== undefined
        ? { ...resolution, year }
        : resolution;
    return sentence(nameOf(dated), pinpoint);
  }
  const isUnitedNations = isUnitedNationsDocument(fields);
  if (isUnitedNations) return sentence(symbol, pinpoint);
  // Of another organization's document: the organization, the title and the symbol.
  return sentence(names(fields.authors), fields.title, `document ${symbol}`, pinpoint);
}

/** Each series has its own title: `European Treaty Series` to No. 193, `Council of Europe Treaty Series` from then. */
function publishedIn(fields: SourceFields): RichText {
  const all = treatySeries(fields);
  const registration = all.find((reference) => reference.kind === 'number' && reference.series === 'UNTS');
  const volume = all.find((reference) => reference.kind === 'volume' && reference.series === 'UNTS');
  if (registration?.kind === 'number' || volume?.kind === 'volume') {
    return join(
      ', ',
      'United Nations',
      italic('Treaty Series'),
      volume?.kind === 'volume' ? `vol. ${volume.volume}` : undefined,
      registration?.kind === 'number'
        ? `No. ${registration.number}`
        : volume?.kind === 'volume'
          ? `p. ${volume.page}`
          : undefined,
    );
  }
  for (const reference of all) {
    if (reference.kind === 'number' && (reference.series === 'ETS' || reference.series === 'CETS')) {
      const title = reference.series === 'ETS' ? 'European Treaty Series' : 'Treaty Series';
      return join(', ', 'Council of Europe', italic(title), `No. ${reference.number}`);
    }
    if (reference.kind === 'volume' && reference.series === 'LNTS') {
      return join(
        ', ',
        'League of Nations',
        italic('Treaty Series'),
        `vol. ${reference.volume}`,
        `p. ${reference.page}`,
      );
    }
    if (reference.kind === 'symbol') {
      const resolution = resolutionOf(reference.symbol);
      return concat(resolution === undefined ? reference.symbol : nameOf(resolution), ', ', reference.place || 'annex');
    }
  }
  return [];
}

function treaty(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const series = publishedIn(fields);
  const pinpoint = pinpointOf(locator);
  if (!isEmpty(series)) return sentence(series, pinpoint);
  return join(' ', sentence(fields.title, dayMonthYear(treatyDates(fields).made?.date), pinpoint), availableAt(fields));
}

/** `(New York, Oxford University Press, 2018)`. */
function publication(fields: SourceFields): RichText {
  // A document that nobody published is known by its day.
  const isPublished = fields.publisher !== '' || (fields.kind !== 'report' && fields.kind !== 'other');
  const date = (isPublished ? yearOf(fields.issued) : dayMonthYear(fields.issued)) || fields.status;
  return enclose('(', join(', ', fields.place, distinctPublisher(fields), date), ')');
}

/** The author and the quoted title. */
function quotedEntry(fields: SourceFields): RichText {
  return join(', ', names(fields.authors), quoted(fields.title, '"'));
}

function pinpointOrPages(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const pages = locator.length > 0 ? '' : fields.pages;
  return join(', ', pinpointOf(locator), prefixed(pages.includes('–') ? 'pp. ' : 'p. ', pages));
}

function journalArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const issue = join(', ', prefixed('vol. ', fields.volume), prefixed('No. ', fields.issue));
  const dated = join(' ', issue, enclose('(', dayMonthYear(fields.issued) || fields.status, ')'));
  const journal = join(isEmpty(issue) ? ' ' : ', ', italic(fields.container), dated);
  const article = fields.pages === '' ? prefixed('article ', fields.number) : undefined;
  return sentence(quotedEntry(fields), journal, article, pinpointOrPages(fields, locator));
}

function editorsMark(fields: SourceFields): string {
  return fields.editors.length === 0 ? '' : `${names(fields.editors)}, ${fields.editors.length === 1 ? 'ed.' : 'eds.'}`;
}

/** `2nd ed., vol. II, Cyber Series, No. 4`: what stands between the title and the imprint. */
function bookDetails(fields: SourceFields): RichText {
  return join(
    ', ',
    prefixed('translated by ', names(fields.translators)),
    writeEdition(fields.edition, 'ed.'),
    prefixed('vol. ', fields.volume),
    fields.series,
    prefixed(/^\d/.test(fields.seriesNumber) ? 'No. ' : '', fields.seriesNumber),
  );
}

function book(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const isEdited = fields.authors.length === 0;
  const by = isEdited ? editorsMark(fields) : names(fields.authors);
  const title = join(', ', by, italic(fields.title), isEdited ? '' : editorsMark(fields), bookDetails(fields));
  return sentence(join(' ', title, publication(fields)), pinpointOf(locator));
}

function chapter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const title = join(', ', italic(fields.container), editorsMark(fields), bookDetails(fields));
  const within = join(' ', isEmpty(fields.container) ? undefined : 'in', title, publication(fields));
  const visited =
    fields.kind === 'entry' && fields.issued === undefined
      ? prefixed('accessed on ', dayMonthYear(fields.accessed))
      : undefined;
  const reference = sentence(quotedEntry(fields), within, visited, pinpointOrPages(fields, locator));
  return fields.kind === 'entry' ? join(' ', reference, availableAt(fields)) : reference;
}

function conferencePaper(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  return isInProceedings(fields) ? chapter(fields, locator) : occasion(fields, locator, 'paper presented at');
}

function occasion(fields: SourceFields, locator: readonly LocatorPart[], what: string): RichText {
  const meeting = meetingOf(fields);
  const at = isEmpty(meeting) ? undefined : concat(`${what} `, meeting);
  const where = join(', ', at, fields.place, dayMonthYear(fields.issued));
  return join(' ', sentence(quotedEntry(fields), where, pinpointOf(locator)), availableAt(fields));
}

function interview(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const by = join(' ', 'interview', prefixed('by ', names(fields.interviewers)));
  const title = quoted(ownTitle(fields), '"');
  const where = join(', ', italic(fields.container), fields.place, dayMonthYear(fields.issued));
  const words = sentence(names(fields.authors), title, by, where, pinpointOf(locator));
  return join(' ', words, availableAt(fields));
}

function letter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const sender = names(fields.authors);
  const what = fields.genre.toLowerCase() || 'letter';
  const opening =
    sender === '' ? quoted(fields.title, '"') : `${sender}, ${what} to ${names(fields.recipients) || 'the author'}`;
  return join(' ', sentence(opening, dayMonthYear(fields.issued), pinpointOf(locator)), availableAt(fields));
}

function webPage(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const date = dayMonthYear(fields.issued);
  const visited =
    date === '' && fields.url !== '' ? prefixed('accessed on ', dayMonthYear(fields.accessed)) : undefined;
  const words = sentence(
    quotedEntry(fields),
    distinctSite(fields),
    versionOf(fields),
    date,
    visited,
    pinpointOf(locator),
  );
  return join(' ', words, availableAt(fields));
}

function newsArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const news = newsFields(fields);
  return sentence(quotedEntry(news), italic(news.container), dayMonthYear(fields.issued), pinpointOf(locator));
}

function thesis(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const kind = thesisKind(fields, 'PhD dissertation');
  return sentence(quotedEntry(fields), kind, fields.publisher, yearOf(fields.issued), pinpointOf(locator));
}

function manuscript(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const words = join(', ', fields.genre || 'unpublished manuscript', fields.archive, fields.publisher);
  return sentence(quotedEntry(fields), words, dayMonthYear(fields.issued), pinpointOf(locator));
}

/** A paper in a series (IV.F) has a quoted title before the series and its number. */
function report(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = seriesAndNumber(fields, 'No. ');
  const title = fields.kind === 'working-paper' ? quoted(fields.title, '"') : italic(fields.title);
  const by = names(fields.authors) || editorsMark(fields);
  const words = join(', ', by, title, fields.container, number, writeEdition(fields.edition, 'ed.'));
  const entry = join(' ', words, publication(fields));
  const isPublished = fields.place !== '' || distinctPublisher(fields) !== '';
  return join(' ', sentence(entry, pinpointOf(locator)), isPublished ? undefined : availableAt(fields));
}

function legislation(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const published = publicationOf(fields);
  const date = isDatedByTitle(fields, dayMonthYear(fields.issued)) ? '' : dayMonthYear(fields.issued);
  const journal = ((): RichText => {
    switch (published?.kind) {
      case 'official-journal': {
        const { letter, issue, page, number } = published;
        const place = join(' ', join(' ', letter, issue), number);
        return join(', ', italic('Official Journal of the European Union'), place, prefixed('p. ', page));
      }
      case 'code':
        return join(' ', published.volume, italic(plain(published.code)), published.place);
      case 'gazette':
        return join(' ', italic(published.gazette), published.place);
      default:
        return [];
    }
  })();
  return sentence(fields.title, distinctNumber(fields), journal, date, pinpointOf(locator));
}

/** III.H for the International Court of Justice; other courts by name, case and day. */
function courtDecision(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const decision = readCourtDecision(fields);
  const { court, name, natures, year, volume, page, caseNumber, isJoined, authority } = decision;
  const title = join(', ', versus(name, 'v.'), ...natures);
  const day = dayMonthYear(fields.issued);
  const date = fields.plainTitle.includes(day) ? '' : day;
  const pinpoint = pinpointOf(locator);
  switch (court) {
    case 'icj': {
      const reports = join(', ', title, join(' ', 'I.C.J. Reports', year));
      return sentence(italic(reports), prefixed('p. ', page), pinpoint);
    }
    case 'pcij':
      return sentence(italic(title), year, 'P.C.I.J.', prefixed('Series ', volume), page, pinpoint);
    case 'arbitral': {
      const reports = concat('United Nations, ', italic('Reports of International Arbitral Awards'));
      return sentence(italic(title), date, reports, prefixed('vol. ', volume), prefixed('p. ', page), pinpoint);
    }
    case 'cjeu':
      return sentence(authority, italic(title), caseLabel(decision), date, pinpoint);
    case 'ecthr':
      return sentence(
        authority,
        italic(title),
        `${isJoined ? 'Applications Nos.' : 'Application No.'} ${caseNumber}`,
        date,
        pinpoint,
      );
    case 'other': {
      const commonwealth = commonwealthCitation(decision, fields);
      const report = commonwealth ?? join(', ', caseNumber, join(' ', volume, fields.container, page));
      // Such a citation says the year.
      return sentence(authority, italic(title), report, commonwealth === undefined ? date : undefined, pinpoint);
    }
  }
}

/** A source as a footnote of a United Nations document gives it. */
export function unEditorialReference(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  switch (fields.kind) {
    case 'court-decision':
      return courtDecision(fields, locator);
    case 'official-document':
      return officialDocument(fields, locator);
    case 'charter':
      return sentence('Charter of the United Nations', pinpointOf(locator, unCharterLocators));
    case 'treaty':
      return treaty(fields, locator);
    case 'journal-article':
      return journalArticle(fields, locator);
    case 'news-article':
      return newsArticle(fields, locator);
    case 'book':
      return book(fields, locator);
    case 'chapter':
    case 'entry':
      return chapter(fields, locator);
    case 'conference-paper':
      return conferencePaper(fields, locator);
    case 'speech':
      return occasion(fields, locator, 'statement at');
    case 'interview':
      return interview(fields, locator);
    case 'letter':
      return letter(fields, locator);
    case 'web-page':
    case 'blog-post':
    case 'dataset':
    case 'software':
    case 'recording':
      return webPage(fields, locator);
    case 'thesis':
      return thesis(fields, locator);
    case 'manuscript':
      return manuscript(fields, locator);
    case 'legislation':
      return legislation(fields, locator);
    case 'working-paper':
    case 'report':
    case 'other':
      return report(fields, locator);
  }
}
