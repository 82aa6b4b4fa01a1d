/**
 * The Chicago Manual of Style, notes (17th edition), as a note gives a source for the first time.
 *
 * Guides read:
 * - United Nations documents: https://modeldiplomat.com/learn/lessons/citing-sources,
 *   http://guides.main.library.emory.edu/c.php?g=50463&p=325126 and, for international bodies,
 *   https://philology.science/academic_writing/manual/210.html (Turabian)
 * - literature: the public CSL style
 *   https://github.com/citation-style-language/styles/blob/master/chicago-notes-bibliography-17th-edition.csl
 *
 * - legal cases (14.276), encyclopedias (14.232 f.), interviews and letters (14.211 ff.), series
 *   and translators (14.104, 14.123): from memory, not read
 *
 * The manual wants the address of an online document; for a United Nations document the symbol is the address, and no
 * URL follows it. A treaty known not to be in force says so in brackets, where the manual is silent.
 */

import { americanDecision, readCourtDecision } from './court-decision.ts';
import { dayMonthYear, monthDayYear, yearOf } from './dates.ts';
import { writeEdition } from './edition.ts';
import { distinctNumber, isDatedByTitle, journalOf } from './legislation.ts';
import { formatLocator, type LocatorPart, type LocatorStyle, shortenPageRanges } from './locator.ts';
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
import { preferredSeries, type SeriesReference, treatyDates, treatySeries } from './treaty.ts';
import { isOnlyNumber, organNames, organOfSymbol, resolutionOf } from './un-document.ts';

export const chicagoLocators: LocatorStyle = {
  pageRanges: 'changed',
  beforeNote: '',
  forms: {
    page: ['', ''],
    paragraph: ['para. ', 'paras. '],
    'preambular-paragraph': ['preamble, para. ', 'preamble, paras. '],
    preamble: ['preamble ', 'preamble '],
    article: ['art. ', 'arts. '],
    section: ['sec. ', 'secs. '],
    chapter: ['chap. ', 'chaps. '],
    part: ['pt. ', 'pts. '],
    annex: ['annex ', 'annexes '],
    appendix: ['app. ', 'apps. '],
    volume: ['vol. ', 'vols. '],
    note: ['n', 'nn'],
    column: ['col. ', 'cols. '],
    figure: ['fig. ', 'figs. '],
    table: ['table ', 'tables '],
    line: ['line ', 'lines '],
    clause: ['cl. ', 'cls. '],
    schedule: ['sched. ', 'scheds. '],
  },
};

function names(persons: readonly Person[]): string {
  return nameList(persons.map(naturalName), { last: ', and ', most: 3, others: ' et al.' });
}

/** A note is one sentence. */
export function sentence(...parts: Part[]): RichText {
  const words = join(', ', ...parts);
  const last = words.at(-1);
  // A full stop stands within closing quotation marks.
  if (last?.text.endsWith('"') === true && last.link !== true)
    return concat(words.slice(0, -1), [{ ...last, text: last.text.slice(0, -1) }], '."');
  return isEmpty(words) ? [] : concat(words, '.');
}

function pinpointOf(locator: readonly LocatorPart[]): string {
  return formatLocator(locator, chicagoLocators);
}

/** `"Title," *Journal*`: the comma stands within the quotation marks. */
function quotedThenComma(title: RichText): RichText {
  return isEmpty(title) ? [] : quoted(concat(title, ','), '"');
}

/** The author and the quoted title, with what follows. */
function quotedEntry(fields: SourceFields, following: Part): RichText {
  const by = join(', ', names(fields.authors));
  return isEmpty(following)
    ? join(', ', by, quoted(fields.title, '"'))
    : join(isEmpty(fields.title) ? ', ' : ' ', join(', ', by, quotedThenComma(fields.title)), following);
}

function officialDocument(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const symbol = fields.number === '' ? fields.id : fields.number;
  const resolution = resolutionOf(symbol);
  const organ = resolution?.organ ?? organOfSymbol(symbol);
  const author =
    fields.authors.length > 0 ? names(fields.authors) : organ === undefined ? '' : `UN ${organNames[organ]}`;
  const isUnitedNations = isUnitedNationsDocument(fields);
  const date = enclose('(', monthDayYear(fields.issued) || resolution?.year, ')');
  const number =
    resolution === undefined
      ? ''
      : `${resolution.act === 'resolution' ? 'Resolution' : 'Decision'} ${resolution.number}`;
  const title = resolution !== undefined && isOnlyNumber(fields.plainTitle, resolution) ? undefined : fields.title;
  const place = join(' ', isUnitedNations ? undefined : fields.genre, resolution?.symbol ?? symbol, date);
  return sentence(author, number, italic(title), place, pinpointOf(locator));
}

function writeSeries(reference: SeriesReference | undefined): string {
  switch (reference?.kind) {
    case 'volume':
      return `${reference.volume} ${reference.series} ${reference.page}`;
    case 'number':
      return `${reference.series} No. ${reference.number}`;
    case 'symbol':
      return [`UN Doc. ${reference.symbol}`, reference.place].filter((part) => part !== '').join(', ');
    default:
      return reference?.text ?? '';
  }
}

function treaty(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const { made, isNotInForce } = treatyDates(fields);
  const series = writeSeries(preferredSeries(treatySeries(fields)));
  const date = monthDayYear(made?.date);
  const note = isNotInForce ? ' (not yet in force)' : '';
  return sentence(
    fields.title,
    series === '' ? concat(date, note) : date,
    series === '' ? undefined : series + note,
    pinpointOf(locator),
    series === '' ? link(fields.url) : undefined,
  );
}

/** A page follows the colon; any other pinpoint follows the pages of the whole article. */
function journalArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const date =
    fields.issue === '' || fields.issued?.from.day !== undefined ? yearOf(fields.issued) : monthDayYear(fields.issued);
  const onlyPages = locator.every((part) => part.label === 'page' || part.label === 'note');
  const pages =
    locator.length > 0 && onlyPages ? pinpointOf(locator) : shortenPageRanges(fields.pages, 'changed') || fields.number;
  const volume = join(', ', join(' ', italic(fields.container), fields.volume), prefixed('no. ', fields.issue));
  const journal = join(' ', volume, enclose('(', date || fields.status, ')'));
  const place = join(isEmpty(journal) ? '' : ': ', journal, pages);
  return sentence(quotedEntry(fields, place), onlyPages ? undefined : pinpointOf(locator), link(bestAddress(fields)));
}

/** `(1651; repr., London: Penguin, 1985)`. */
function publication(fields: SourceFields): RichText {
  const imprint = join(': ', fields.place, distinctPublisher(fields) || (fields.place === '' ? '' : fields.publisher));
  // A document that nobody published is known by its day.
  const isDocument = fields.kind === 'report' || fields.kind === 'working-paper' || fields.kind === 'other';
  const isPublished = fields.publisher !== '' || !isDocument;
  const known = isPublished ? yearOf(fields.issued) : monthDayYear(fields.issued);
  const isBook = fields.kind === 'book' || fields.kind === 'chapter';
  const date = known || fields.status || (isBook && !isEmpty(imprint) ? 'n.d.' : '');
  const isReprint = fields.originalYear !== '' && fields.originalYear !== yearOf(fields.issued);
  const original = isReprint ? `${fields.originalYear}; repr.` : undefined;
  return enclose('(', join(', ', original, imprint, date), ')');
}

/** `ed. Eneken Tikk and Mika Kerttunen, trans. Tony Weir, 2nd ed., vol. 2, Cyber Series 4`: what stands between title and imprint. */
function bookDetails(fields: SourceFields, editors: readonly Person[]): RichText {
  return join(
    ', ',
    prefixed('ed. ', names(editors)),
    prefixed('trans. ', names(fields.translators)),
    writeEdition(fields.edition, 'ed.'),
    prefixed('vol. ', fields.volume),
    join(' ', fields.series, fields.seriesNumber),
  );
}

/** `Michael N. Schmitt, ed.`: editors where authors stand. */
function editorsAsAuthors(fields: SourceFields): string {
  if (fields.editors.length === 0) return '';
  return `${names(fields.editors)}, ${fields.editors.length === 1 ? 'ed.' : 'eds.'}`;
}

function book(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const isEdited = fields.authors.length === 0 && fields.editors.length > 0;
  const by = isEdited ? editorsAsAuthors(fields) : names(fields.authors);
  const title = join(', ', by, italic(fields.title), bookDetails(fields, isEdited ? [] : fields.editors));
  return sentence(join(' ', title, publication(fields)), pinpointOf(locator));
}

function chapter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const volume = join(', ', italic(fields.container), bookDetails(fields, fields.editors));
  const within = join(' ', isEmpty(volume) ? undefined : 'in', volume, publication(fields));
  return sentence(quotedEntry(fields, within), pinpointOf(locator) || shortenPageRanges(fields.pages, 'changed'));
}

/** A signed entry is cited as a chapter, an unsigned one under its word: `*Encyclopaedia Britannica*, s.v. "Cyberspace"`. */
function entry(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const dated = monthDayYear(fields.issued);
  const visited = dated === '' && fields.url !== '' ? prefixed('accessed ', monthDayYear(fields.accessed)) : undefined;
  if (fields.authors.length > 0) {
    const volume = join(', ', italic(fields.container), bookDetails(fields, fields.editors));
    const within = join(' ', isEmpty(volume) ? undefined : 'in', volume, publication(fields));
    const pages = pinpointOf(locator) || shortenPageRanges(fields.pages, 'changed');
    return sentence(quotedEntry(fields, within), pages, visited, link(bestAddress(fields)));
  }
  const edition = writeEdition(fields.edition, 'ed.');
  const following = join(', ', pinpointOf(locator), dated, visited, link(bestAddress(fields)));
  const word = quoted(isEmpty(following) ? fields.title : concat(fields.title, ','), '"');
  return sentence(italic(fields.container), edition, join(' ', prefixed('s.v. ', word), following));
}

function conferencePaper(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  return isInProceedings(fields) ? chapter(fields, locator) : occasion(fields, locator, 'paper presented at');
}

function occasion(fields: SourceFields, locator: readonly LocatorPart[], what: string): RichText {
  const meeting = meetingOf(fields);
  const at = isEmpty(meeting) ? undefined : concat(`${what} `, meeting);
  const where = join(', ', at, fields.place, monthDayYear(fields.issued));
  const title = join(', ', names(fields.authors), quoted(fields.title, '"'));
  return sentence(join(' ', title, enclose('(', where, ')')), pinpointOf(locator), link(fields.url));
}

/** `Irene Kull, interview by Ann Reporter, Tartu, August 4, 2003`. */
function interview(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const by = join(' ', 'interview', prefixed('by ', names(fields.interviewers)));
  const date = monthDayYear(fields.issued);
  const place = join(', ', italic(fields.container), fields.place, date, pinpointOf(locator), link(fields.url));
  return sentence(quotedEntry({ ...fields, title: ownTitle(fields) }, join(', ', by, place)));
}

/** `Gordon Brown, letter to Catherine Ashton, November 20, 2009`. */
function letter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const what = /mail/i.test(fields.genre) ? 'email message' : fields.genre.toLowerCase() || 'letter';
  const sender = names(fields.authors);
  const opening =
    sender === '' ? quoted(fields.title, '"') : `${sender}, ${what} to ${names(fields.recipients) || 'author'}`;
  return sentence(opening, monthDayYear(fields.issued), fields.archive, pinpointOf(locator), link(fields.url));
}

function webPage(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const site = distinctSite(fields);
  const isNamedBlog = isEmpty(site) || /\bblog\b/i.test(plain(site));
  const place = fields.kind === 'blog-post' ? join(' ', italic(site), isNamedBlog ? undefined : '(blog)') : site;
  const date = monthDayYear(fields.issued);
  const visited = date === '' && fields.url !== '' ? prefixed('accessed ', monthDayYear(fields.accessed)) : undefined;
  const following = join(', ', place, date, visited, pinpointOf(locator), link(bestAddress(fields)));
  return sentence(quotedEntry(fields, following));
}

/** Data and programs: the version and what it is, then who gives it out. */
function electronicWork(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const date = monthDayYear(fields.issued);
  const visited = date === '' && fields.url !== '' ? prefixed('accessed ', monthDayYear(fields.accessed)) : undefined;
  const by = distinctPublisher(fields);
  return sentence(
    join(
      ' ',
      join(', ', names(fields.authors), italic(fields.title), versionOf(fields), fields.container),
      enclose('(', join(', ', by, date), ')'),
    ),
    visited,
    pinpointOf(locator),
    link(bestAddress(fields)),
  );
}

function newsArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const news = newsFields(fields);
  const following = join(
    ', ',
    italic(news.container),
    monthDayYear(fields.issued),
    pinpointOf(locator),
    link(bestAddress(fields)),
  );
  return sentence(quotedEntry(news, following));
}

function thesis(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  // The manual says `PhD diss.` and `master's thesis`, whatever the university calls them.
  const isAmerican = /\bph\.?\s?d|doctor/i.test(fields.genre);
  const kind = isAmerican ? 'PhD diss.' : thesisKind(fields, 'PhD diss.').replace(/^Master/, 'master');
  const where = enclose('(', join(', ', kind, fields.publisher, yearOf(fields.issued) || 'n.d.'), ')');
  const title = join(', ', names(fields.authors), quoted(fields.title, '"'));
  return sentence(join(' ', title, where), pinpointOf(locator), link(bestAddress(fields)));
}

function manuscript(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const words = join(
    ', ',
    fields.genre || 'unpublished manuscript',
    monthDayYear(fields.issued),
    fields.archive,
    fields.publisher,
  );
  const title = join(', ', names(fields.authors), quoted(fields.title, '"'));
  return sentence(join(' ', title, enclose('(', words, ')')), pinpointOf(locator), link(bestAddress(fields)));
}

/** The title of a working paper stands in quotation marks, that of a report in italics. */
function report(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = seriesAndNumber(fields, 'no. ');
  const by = names(fields.authors) || editorsAsAuthors(fields);
  const edition = writeEdition(fields.edition, 'ed.');
  const details = join(', ', fields.container, number, edition);
  if (fields.kind === 'working-paper')
    return sentence(
      quotedEntry(fields, join(' ', details, publication(fields))),
      pinpointOf(locator),
      link(bestAddress(fields)),
    );
  const words = join(', ', by, italic(fields.title), details);
  return sentence(join(' ', words, publication(fields)), pinpointOf(locator), link(bestAddress(fields)));
}

function legislation(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const journal = journalOf(fields);
  const date = isDatedByTitle(fields, dayMonthYear(fields.issued)) ? '' : monthDayYear(fields.issued);
  return sentence(
    fields.title,
    distinctNumber(fields),
    isEmpty(journal) ? date : join(' ', journal, enclose('(', monthDayYear(fields.issued), ')')),
    pinpointOf(locator),
  );
}

/** The name of a case is roman in a full citation (14.276). */
function courtDecision(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  return sentence(americanDecision(readCourtDecision(fields), fields, pinpointOf(locator)));
}

/** A source as a Chicago note gives it for the first time. */
export function chicagoReference(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  switch (fields.kind) {
    case 'court-decision':
      return courtDecision(fields, locator);
    case 'official-document':
      return officialDocument(fields, locator);
    case 'treaty':
    case 'charter':
      return treaty(fields, locator);
    case 'journal-article':
      return journalArticle(fields, locator);
    case 'news-article':
      return newsArticle(fields, locator);
    case 'book':
      return book(fields, locator);
    case 'chapter':
      return chapter(fields, locator);
    case 'entry':
      return entry(fields, locator);
    case 'conference-paper':
      return conferencePaper(fields, locator);
    case 'speech':
      return occasion(fields, locator, 'speech at');
    case 'interview':
      return interview(fields, locator);
    case 'letter':
      return letter(fields, locator);
    case 'web-page':
    case 'blog-post':
      return webPage(fields, locator);
    case 'recording':
      return webPage(fields, locator);
    case 'dataset':
    case 'software':
      return electronicWork(fields, locator);
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
