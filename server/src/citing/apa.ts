/**
 * APA, seventh edition, as an entry of the reference list.
 *
 * Guides read:
 * - treaties, by title, date and address (`United Nations Convention on the Rights of the Child, November 20, 1989,
 *   https://…`): https://www.citewrite.qut.edu.au/cite/examples/apa/apa_repts_treaty.html and
 *   https://library.port.ac.uk/ref/page636.html
 * - the Charter (`U.N. Charter art. 1, para. 3.`): https://blog.apastyle.org/apastyle/2013/05/citing-the-charter-of-the-united-nations.html
 * - literature: the public CSL style https://github.com/citation-style-language/styles/blob/master/apa.csl
 *
 * The manual has no form for a resolution or a report with a symbol. Both are given as reports of the organ, whose name
 * is spelt out, with the symbol where a report has its number. A pinpoint belongs into the citation in the text; so that
 * none is lost, it stands with the number in brackets, or in brackets of its own.
 */

import { americanCitation, readCourtDecision } from './court-decision.ts';
import { monthDayYear, yearMonthDay, yearOf } from './dates.ts';
import { formatLocator, type LocatorForms, type LocatorPart } from './locator.ts';
import { invertedName, nameList, naturalName, type Person } from './persons.ts';
import {
  concat,
  enclose,
  isEmpty,
  italic,
  join,
  link,
  type Part,
  prefixed,
  type RichText,
  upright,
} from './rich-text.ts';
import { bestAddress, distinctPublisher, placeInJournal, reportNumber, type SourceFields } from './source-fields.ts';
import { treatyDates } from './treaty.ts';
import { organNames, organOfSymbol, resolutionOf } from './un-document.ts';

const locatorForms: LocatorForms = {
  page: ['p. ', 'pp. '],
  paragraph: ['para. ', 'paras. '],
  'preambular-paragraph': ['preambular para. ', 'preambular paras. '],
  preamble: ['preamble ', 'preamble '],
  article: ['art. ', 'arts. '],
  section: ['Section ', 'Sections '],
  chapter: ['Chapter ', 'Chapters '],
  part: ['Part ', 'Parts '],
  annex: ['Annex ', 'Annexes '],
  appendix: ['Appendix ', 'Appendices '],
  volume: ['Vol. ', 'Vols. '],
  note: ['Footnote ', 'Footnotes '],
  column: ['Column ', 'Columns '],
  figure: ['Figure ', 'Figures '],
  table: ['Table ', 'Tables '],
  line: ['line ', 'lines '],
};

/** Of more than twenty authors the first nineteen are named, and the last. */
function nameListOf(shown: readonly string[]): string {
  if (shown.length > 20) return `${shown.slice(0, 19).join(', ')}, … ${shown.at(-1)}`;
  return nameList(shown, { last: ', & ', most: 20, others: '' });
}

function spelledOut(person: Person): Person {
  return person.literal === undefined
    ? person
    : { ...person, literal: person.literal.replace(/^UN\b(?=\s)/, 'United Nations') };
}

function authorsOf(fields: SourceFields): string {
  return nameListOf(fields.authors.map(spelledOut).map(invertedName));
}

/** One element of an entry, ended by a full stop unless an address follows. */
function elements(...parts: Part[]): RichText {
  const sentences = parts.filter((part) => !isEmpty(part)).map((part) => concat(part, '.'));
  return join(' ', ...sentences);
}

/**
 * Author, date and title, with the date after the title where there is no author; then where it is to be found, and
 * the address without a full stop after it.
 */
function entry(
  fields: SourceFields,
  parts: { author?: string; date: string; title: Part; where?: Part; address?: string },
): RichText {
  const author = parts.author ?? authorsOf(fields);
  const date = `(${parts.date === '' ? 'n.d.' : parts.date})`;
  const first = author === '' ? [parts.title, date] : [author, date, parts.title];
  // `Title. (2018).` needs the title to come first, and no date at all says nothing without one.
  const shown = isEmpty(parts.title) && author === '' ? [parts.date === '' ? undefined : date] : first;
  return join(' ', elements(...shown, parts.where), link(parts.address ?? bestAddress(fields)));
}

function pinpointOf(locator: readonly LocatorPart[]): string {
  return formatLocator(locator, locatorForms);
}

function officialDocument(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const symbol = fields.number === '' ? fields.id : fields.number;
  const resolution = resolutionOf(symbol);
  const organ = resolution?.organ ?? organOfSymbol(symbol);
  const isUnitedNations = fields.genre === '' || /^(?:UN|United Nations)\b/i.test(fields.genre);
  const number = join(', ', isUnitedNations ? symbol : `${fields.genre} ${symbol}`, pinpointOf(locator));
  const nameless = resolution && `${resolution.act === 'resolution' ? 'Resolution' : 'Decision'} ${resolution.number}`;
  const title: Part = isEmpty(fields.title) ? nameless : fields.title;
  return entry(fields, {
    author: authorsOf(fields) || (organ === undefined ? '' : `United Nations ${organNames[organ]}`),
    date: yearMonthDay(fields.issued) || (resolution?.year ?? ''),
    title: isEmpty(title) ? number : join(' ', italic(title), enclose('(', number, ')')),
  });
}

/** `U.N. Charter art. 2, para. 4.` */
function charter(locator: readonly LocatorPart[]): RichText {
  const pinpoint = pinpointOf(locator).replace(/^(art\. \d+)\((\d+)\)/, '$1, para. $2');
  return concat(join(' ', 'U.N. Charter', pinpoint), '.');
}

function treaty(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const name = join(' ', fields.title, pinpointOf(locator));
  const title = join(', ', name, monthDayYear(treatyDates(fields).made?.date));
  const address = link(bestAddress(fields));
  return isEmpty(address) ? elements(title) : join(', ', title, address);
}

function journalArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const volume = concat(italic(fields.volume), enclose('(', fields.issue, ')'));
  const pages = join(' ', fields.pages, enclose('(', pinpointOf(locator), ')'));
  return entry(fields, {
    date: yearOf(fields.issued),
    title: fields.title,
    where: join(', ', italic(fields.container), volume, pages),
  });
}

function bracketed(title: Part, ...details: Part[]): RichText {
  return join(' ', title, enclose('(', join(', ', ...details), ')'));
}

function editorMark(fields: SourceFields): string {
  return fields.editors.length === 0 ? '' : fields.editors.length === 1 ? '(Ed.)' : '(Eds.)';
}

function book(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const editors = [nameListOf(fields.editors.map(invertedName)), editorMark(fields)]
    .filter((part) => part !== '')
    .join(' ');
  return entry(fields, {
    author: fields.authors.length > 0 ? authorsOf(fields) : editors,
    date: yearOf(fields.issued),
    title: bracketed(italic(fields.title), pinpointOf(locator)),
    where: distinctPublisher(fields),
  });
}

/** Editors are named initials first. */
function editorName(person: Person): string {
  if (person.literal !== undefined) return naturalName(person);
  const [family = '', initials = ''] = invertedName(person).split(', ');
  return [initials, family].filter((part) => part !== '').join(' ');
}

function chapter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const editors = nameListOf(fields.editors.map(editorName)).replace(/^([^,]+), & /, '$1 & ');
  const pages = prefixed(fields.pages.includes('–') ? 'pp. ' : 'p. ', fields.pages);
  const volume = join(' ', italic(fields.container), enclose('(', join('; ', pages, pinpointOf(locator)), ')'));
  const within = join(', ', join(' ', editors, editorMark(fields)), volume);
  return join(
    ' ',
    entry(fields, {
      date: yearOf(fields.issued),
      title: fields.title,
      where: isEmpty(fields.container) ? volume : concat('In ', within),
      address: '',
    }),
    elements(distinctPublisher(fields)),
    link(bestAddress(fields)),
  );
}

function conferencePaper(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  if (fields.publisher !== '' || fields.editors.length > 0 || fields.pages !== '') return chapter(fields, locator);
  return occasion(fields, locator, 'Paper presentation');
}

function occasion(fields: SourceFields, locator: readonly LocatorPart[], what: string): RichText {
  return entry(fields, {
    date: yearMonthDay(fields.issued),
    title: join(
      ' ',
      bracketed(italic(fields.title), pinpointOf(locator)),
      isEmpty(fields.title) ? undefined : `[${what}]`,
    ),
    where: join(', ', fields.container, fields.place),
  });
}

function webPage(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const site = isEmpty(fields.container) ? distinctPublisher(fields) : fields.container;
  // The title of a page is italic; that of a post is not, but the name of its blog is.
  const isPost = fields.kind === 'blog-post';
  const isAuthor = fields.authors.some(
    (author) =>
      author.literal ===
      concat(site)
        .map((piece) => piece.text)
        .join(''),
  );
  return entry(fields, {
    date: yearMonthDay(fields.issued),
    title: bracketed(isPost ? fields.title : italic(fields.title), pinpointOf(locator)),
    where: isAuthor ? undefined : isPost ? italic(site) : upright(site),
  });
}

function newsArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  return entry(fields, {
    date: yearMonthDay(fields.issued),
    title: bracketed(fields.title, pinpointOf(locator)),
    where: join(', ', italic(fields.container), fields.pages),
  });
}

function thesis(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const kind = fields.genre === '' ? 'Thesis' : fields.genre;
  const what = enclose('[', join(', ', kind, fields.publisher), ']');
  return entry(fields, {
    date: yearOf(fields.issued),
    title: join(' ', bracketed(italic(fields.title), pinpointOf(locator)), what),
  });
}

function report(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = reportNumber(fields, 'No. ');
  return entry(fields, {
    date: yearMonthDay(fields.issued),
    title: bracketed(italic(fields.title), number, pinpointOf(locator)),
    where: join(', ', fields.container, distinctPublisher(fields)),
  });
}

function legislation(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = fields.plainTitle.includes(fields.number) ? '' : fields.number;
  const journal = join(' ', fields.container, placeInJournal(fields));
  const words = join(', ', fields.title, number, journal, pinpointOf(locator));
  return join(' ', elements(join(' ', words, enclose('(', yearOf(fields.issued), ')'))), link(bestAddress(fields)));
}

/** A source as an entry of an APA reference list. */
export function apaReference(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  switch (fields.kind) {
    case 'court-decision': {
      const decision = readCourtDecision(fields);
      const place = americanCitation(decision, pinpointOf(locator));
      return elements(join(', ', decision.name, decision.nature, place));
    }
    case 'official-document':
      return officialDocument(fields, locator);
    case 'charter':
      return charter(locator);
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
      return occasion(fields, locator, 'Speech');
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
