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
 * The manual is silent on a pinpoint in a treaty, which follows the series here, and on a treaty in no series, which is
 * given by title and date. Registered treaties are cited by volume and registration number, for which a record needs
 * `UNTS No. 40916` among its series; without it the page stands in its place, as the International Law Commission
 * writes. Bracketed subdivisions are set off (`para. 13 (f)`), and the Articles of the Charter take a capital.
 */

import { readCourtDecision } from './court-decision.ts';
import { dayMonthYear, yearOf } from './dates.ts';
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
import { treatyDates, treatySeries } from './treaty.ts';
import { organNames, type Resolution, resolutionOf } from './un-document.ts';

const locatorForms: LocatorForms = {
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
};
const charterForms: LocatorForms = { ...locatorForms, article: ['Article ', 'Articles '] };

function names(persons: readonly Person[]): string {
  return nameList(persons.map(naturalName), { last: ' and ', most: 3, others: ' and others' });
}

function pinpointOf(locator: readonly LocatorPart[], forms = locatorForms): string {
  return formatLocator(locator, forms, 'spaced');
}

function sentence(...parts: Part[]): RichText {
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
  const isUnitedNations = fields.genre === '' || /^(?:UN|United Nations)\b/i.test(fields.genre);
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
  const date = isPublished ? yearOf(fields.issued) : dayMonthYear(fields.issued);
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
  const dated = join(' ', issue, enclose('(', dayMonthYear(fields.issued), ')'));
  const journal = join(isEmpty(issue) ? ' ' : ', ', italic(fields.container), dated);
  return sentence(quotedEntry(fields), journal, pinpointOrPages(fields, locator));
}

function editorsMark(fields: SourceFields): string {
  return fields.editors.length === 0 ? '' : `${names(fields.editors)}, ${fields.editors.length === 1 ? 'ed.' : 'eds.'}`;
}

function book(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const by = fields.authors.length > 0 ? names(fields.authors) : editorsMark(fields);
  return sentence(join(' ', join(', ', by, italic(fields.title)), publication(fields)), pinpointOf(locator));
}

function chapter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const volume = join(' ', join(', ', italic(fields.container), editorsMark(fields)), publication(fields));
  return sentence(
    quotedEntry(fields),
    join(' ', isEmpty(fields.container) ? undefined : 'in', volume),
    pinpointOrPages(fields, locator),
  );
}

function conferencePaper(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  if (fields.publisher !== '' || fields.editors.length > 0 || fields.pages !== '') return chapter(fields, locator);
  return occasion(fields, locator, 'paper presented at');
}

function occasion(fields: SourceFields, locator: readonly LocatorPart[], what: string): RichText {
  const where = join(', ', prefixed(`${what} `, fields.container), fields.place, dayMonthYear(fields.issued));
  return join(' ', sentence(quotedEntry(fields), where, pinpointOf(locator)), availableAt(fields));
}

function webPage(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const site = isEmpty(fields.container) ? distinctPublisher(fields) : fields.container;
  const date = dayMonthYear(fields.issued);
  const visited =
    date === '' && fields.url !== '' ? prefixed('accessed on ', dayMonthYear(fields.accessed)) : undefined;
  return join(' ', sentence(quotedEntry(fields), site, date, visited, pinpointOf(locator)), availableAt(fields));
}

function newsArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  return sentence(quotedEntry(fields), italic(fields.container), dayMonthYear(fields.issued), pinpointOf(locator));
}

function thesis(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const kind = fields.genre === '' ? 'thesis' : fields.genre;
  return sentence(quotedEntry(fields), kind, fields.publisher, yearOf(fields.issued), pinpointOf(locator));
}

function report(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = reportNumber(fields, 'No. ');
  const words = join(', ', names(fields.authors), italic(fields.title), fields.container, number);
  const entry = join(' ', words, publication(fields));
  const isPublished = fields.place !== '' || distinctPublisher(fields) !== '';
  return join(' ', sentence(entry, pinpointOf(locator)), isPublished ? undefined : availableAt(fields));
}

function legislation(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = fields.plainTitle.includes(fields.number) ? '' : fields.number;
  const journal = join(' ', italic(fields.container), placeInJournal(fields));
  return sentence(fields.title, number, journal, dayMonthYear(fields.issued), pinpointOf(locator));
}

/** A source as a footnote of a United Nations document gives it. */
export function unEditorialReference(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  switch (fields.kind) {
    case 'court-decision': {
      const { name, nature, year, page } = readCourtDecision(fields);
      const reports = join(', ', name, nature, join(' ', 'I.C.J. Reports', year));
      return sentence(italic(reports), prefixed('p. ', page), pinpointOf(locator));
    }
    case 'official-document':
      return officialDocument(fields, locator);
    case 'charter':
      return sentence('Charter of the United Nations', pinpointOf(locator, charterForms));
    case 'treaty':
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
      return occasion(fields, locator, 'statement at');
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
