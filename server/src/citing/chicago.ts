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
 * The manual wants the address of an online document; for a United Nations document the symbol is the address, and no
 * URL follows it. A treaty known not to be in force says so in brackets, where the manual is silent.
 */

import { americanCitation, readCourtDecision } from './court-decision.ts';
import { monthDayYear, yearOf } from './dates.ts';
import { formatLocator, type LocatorForms, type LocatorPart } from './locator.ts';
import { nameList, naturalName, type Person } from './persons.ts';
import {
  concat,
  enclose,
  isEmpty,
  italic,
  join,
  link,
  type Part,
  prefixed,
  quoted,
  type RichText,
} from './rich-text.ts';
import { bestAddress, distinctPublisher, placeInJournal, reportNumber, type SourceFields } from './source-fields.ts';
import { preferredSeries, type SeriesReference, treatyDates, treatySeries } from './treaty.ts';
import { isOnlyNumber, organNames, organOfSymbol, resolutionOf } from './un-document.ts';

const locatorForms: LocatorForms = {
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
};

function names(persons: readonly Person[]): string {
  return nameList(persons.map(naturalName), { last: ', and ', most: 3, others: ' et al.' });
}

/** A note is one sentence. */
function sentence(...parts: Part[]): RichText {
  const words = join(', ', ...parts);
  return isEmpty(words) ? [] : concat(words, '.');
}

function pinpointOf(locator: readonly LocatorPart[]): string {
  return formatLocator(locator, locatorForms);
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
  const isUnitedNations = fields.genre === '' || /^(?:UN|United Nations)\b/i.test(fields.genre);
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
  const onlyPages = locator.every((part) => part.label === 'page');
  const pages = locator.length > 0 && onlyPages ? pinpointOf(locator) : fields.pages;
  const volume = join(', ', join(' ', italic(fields.container), fields.volume), prefixed('no. ', fields.issue));
  const journal = join(' ', volume, enclose('(', date, ')'));
  const place = join(isEmpty(journal) ? '' : ': ', journal, pages);
  return sentence(quotedEntry(fields, place), onlyPages ? undefined : pinpointOf(locator), link(bestAddress(fields)));
}

function publication(fields: SourceFields): RichText {
  const imprint = join(': ', fields.place, distinctPublisher(fields) || (fields.place === '' ? '' : fields.publisher));
  // A document that nobody published is known by its day.
  const isPublished = fields.publisher !== '' || (fields.kind !== 'report' && fields.kind !== 'other');
  const date = isPublished ? yearOf(fields.issued) : monthDayYear(fields.issued);
  return enclose('(', join(', ', imprint, date), ')');
}

function book(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const by =
    fields.authors.length > 0 || fields.editors.length === 0
      ? names(fields.authors)
      : `${names(fields.editors)}, ${fields.editors.length === 1 ? 'ed.' : 'eds.'}`;
  return sentence(join(' ', join(', ', by, italic(fields.title)), publication(fields)), pinpointOf(locator));
}

function chapter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const volume = join(', ', italic(fields.container), prefixed('ed. ', names(fields.editors)));
  const within = join(' ', isEmpty(volume) ? undefined : 'in', volume, publication(fields));
  return sentence(quotedEntry(fields, within), pinpointOf(locator) || fields.pages);
}

function conferencePaper(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  if (fields.publisher !== '' || fields.editors.length > 0 || fields.pages !== '') return chapter(fields, locator);
  return occasion(fields, locator, 'paper presented at');
}

function occasion(fields: SourceFields, locator: readonly LocatorPart[], what: string): RichText {
  const where = join(', ', prefixed(`${what} `, fields.container), fields.place, monthDayYear(fields.issued));
  const title = join(', ', names(fields.authors), quoted(fields.title, '"'));
  return sentence(join(' ', title, enclose('(', where, ')')), pinpointOf(locator), link(fields.url));
}

function webPage(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const isBlog = fields.kind === 'blog-post';
  const site = isEmpty(fields.container) ? distinctPublisher(fields) : fields.container;
  const place = isBlog
    ? join(
        ' ',
        italic(site),
        isEmpty(site) ||
          /\bblog\b/i.test(
            concat(site)
              .map((piece) => piece.text)
              .join(''),
          )
          ? undefined
          : '(blog)',
      )
    : site;
  const date = monthDayYear(fields.issued);
  const visited = date === '' && fields.url !== '' ? prefixed('accessed ', monthDayYear(fields.accessed)) : undefined;
  const following = join(', ', place, date, visited, pinpointOf(locator), link(fields.url));
  return sentence(quotedEntry(fields, following));
}

function newsArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const following = join(
    ', ',
    italic(fields.container),
    monthDayYear(fields.issued),
    pinpointOf(locator),
    link(fields.url),
  );
  return sentence(quotedEntry(fields, following));
}

function thesis(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const kind = /ph\.?\s?d|doctor/i.test(fields.genre) ? 'PhD diss.' : fields.genre === '' ? 'thesis' : fields.genre;
  const where = enclose('(', join(', ', kind, fields.publisher, yearOf(fields.issued)), ')');
  const title = join(', ', names(fields.authors), quoted(fields.title, '"'));
  return sentence(join(' ', title, where), pinpointOf(locator));
}

function report(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = reportNumber(fields, 'no. ');
  const words = join(', ', names(fields.authors), italic(fields.title), fields.container, number);
  const entry = join(' ', words, publication(fields));
  return sentence(entry, pinpointOf(locator), link(fields.url));
}

function legislation(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = fields.plainTitle.includes(fields.number) ? '' : fields.number;
  const journal = join(' ', fields.container, placeInJournal(fields));
  return sentence(
    fields.title,
    number,
    isEmpty(journal) ? monthDayYear(fields.issued) : join(' ', journal, enclose('(', monthDayYear(fields.issued), ')')),
    pinpointOf(locator),
  );
}

/** A source as a Chicago note gives it for the first time. */
export function chicagoReference(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  switch (fields.kind) {
    case 'court-decision': {
      const decision = readCourtDecision(fields);
      return sentence(decision.name, decision.nature, americanCitation(decision, pinpointOf(locator)));
    }
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
    case 'conference-paper':
      return conferencePaper(fields, locator);
    case 'speech':
      return occasion(fields, locator, 'speech at');
    case 'web-page':
    case 'blog-post':
      return webPage(fields, locator);
    case 'thesis':
      return thesis(fields, locator);
    case 'legislation':
      return legislation(fields, locator);
    case 'report':
    case 'other':
      return report(fields, locator);
  }
}
