/**
 * APA, seventh edition, as an entry of the reference list.
 *
 * Guides read:
 * - treaties, by title, date and address (`United Nations Convention on the Rights of the Child, November 20, 1989,
 *   https://…`): https://www.citewrite.qut.edu.au/cite/examples/apa/apa_repts_treaty.html and
 *   https://library.port.ac.uk/ref/page636.html
 * - the Charter (`U.N. Charter art. 1, para. 3.`): https://blog.apastyle.org/apastyle/2013/05/citing-the-charter-of-the-united-nations.html
 * - cases, statutes, data sets, interviews and the citations in the text: sections 8.11 ff., 10.9 f. and 11.4 ff. from memory
 * - literature: the public CSL style https://github.com/citation-style-language/styles/blob/master/apa.csl
 *
 * The manual has no form for a resolution or a report with a symbol. Both are given as reports of the organ, whose name
 * is spelt out, with the symbol where a report has its number. A pinpoint belongs into the citation in the text; so that
 * none is lost, it stands with the number in brackets, or in brackets of its own.
 */

import { americanDecision, caseLabel, readCourtDecision, versus } from './court-decision.ts';
import { dayMonthYear, monthDayYear, yearMonthDay, yearOf } from './dates.ts';
import { writeEdition } from './edition.ts';
import { distinctNumber, isDatedByTitle, journalOf } from './legislation.ts';
import { formatLocator, type LocatorPart, type LocatorStyle } from './locator.ts';
import { invertedName, nameList, naturalName, type Person } from './persons.ts';
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
  type RichText,
  upright,
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
} from './source-fields.ts';
import { treatyDates } from './treaty.ts';
import { organNames, organOfSymbol, resolutionOf } from './un-document.ts';

export const apaLocators: LocatorStyle = {
  forms: {
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
    clause: ['Clause ', 'Clauses '],
    schedule: ['Schedule ', 'Schedules '],
  },
};

/** Of more than twenty authors the first nineteen are named, and the last. */
function nameListOf(shown: readonly string[]): string {
  if (shown.length > 20) return `${shown.slice(0, 19).join(', ')}, … ${shown.at(-1)}`;
  return nameList(shown, { last: ', & ', most: 20, others: '' });
}

/** `United Nations` for `UN`: no institution is abbreviated in the list. */
export function spelledOut(person: Person): Person {
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
  return formatLocator(locator, apaLocators);
}

function officialDocument(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const symbol = fields.number === '' ? fields.id : fields.number;
  const resolution = resolutionOf(symbol);
  const organ = resolution?.organ ?? organOfSymbol(symbol);
  const isUnitedNations = isUnitedNationsDocument(fields);
  const number = join(', ', isUnitedNations ? symbol : `${fields.genre} ${symbol}`, pinpointOf(locator));
  const nameless = resolution && `${resolution.act === 'resolution' ? 'Resolution' : 'Decision'} ${resolution.number}`;
  const title: Part = isEmpty(fields.title) ? nameless : fields.title;
  return entry(fields, {
    author: authorsOf(fields) || (organ === undefined ? '' : `United Nations ${organNames[organ]}`),
    date: yearMonthDay(fields.issued) || (resolution?.year ?? ''),
    title: isEmpty(title) ? number : join(' ', italic(title), enclose('(', number, ')')),
  });
}

/** `U.N. Charter art. 2, para. 4` */
export function apaCharter(locator: readonly LocatorPart[]): RichText {
  return join(' ', 'U.N. Charter', pinpointOf(locator).replace(/^(art\. \d+)\((\d+)\)/, '$1, para. $2'));
}

function treaty(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const name = join(' ', fields.title, pinpointOf(locator));
  const title = join(', ', name, monthDayYear(treatyDates(fields).made?.date));
  const address = link(bestAddress(fields));
  return isEmpty(address) ? elements(title) : join(', ', title, address);
}

function journalArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const volume = concat(italic(fields.volume), enclose('(', fields.issue, ')'));
  const place = fields.pages === '' ? prefixed('Article ', fields.number) : fields.pages;
  return entry(fields, {
    date: yearOf(fields.issued) || fields.status,
    title: fields.title,
    where: join(' ', join(', ', italic(fields.container), volume, place), enclose('(', pinpointOf(locator), ')')),
  });
}

function bracketed(title: Part, ...details: Part[]): RichText {
  return join(' ', title, enclose('(', join(', ', ...details), ')'));
}

function editorMark(fields: SourceFields): string {
  return fields.editors.length === 0 ? '' : fields.editors.length === 1 ? '(Ed.)' : '(Eds.)';
}

/** `A. N. Author`: those who do not open the entry are named initials first. */
function initialsFirst(persons: readonly Person[]): string {
  const shown = persons.map((person) => {
    if (person.literal !== undefined) return naturalName(person);
    const [family = '', initials = ''] = invertedName(person).split(', ');
    return [initials, family].filter((part) => part !== '').join(' ');
  });
  return nameListOf(shown).replace(/^([^,]+), & /, '$1 & ');
}

/** `J. Gardner, Ed.; T. Weir, Trans.`: who stands in the brackets behind the title. */
function contributors(editors: readonly Person[], translators: readonly Person[]): RichText {
  return join(
    '; ',
    editors.length === 0 ? undefined : `${initialsFirst(editors)}, ${editors.length === 1 ? 'Ed.' : 'Eds.'}`,
    translators.length === 0 ? undefined : `${initialsFirst(translators)}, Trans.`,
  );
}

/** `3rd ed., Vol. 2`. */
function editionAndVolume(fields: SourceFields): RichText {
  const edition = writeEdition(fields.edition, 'ed.').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return join(', ', edition, prefixed('Vol. ', fields.volume));
}

/** The year of a work that came out long before closes the entry. */
function withOriginal(reference: RichText, fields: SourceFields): RichText {
  const isOlder = fields.originalYear !== '' && fields.originalYear !== yearOf(fields.issued);
  return join(' ', reference, isOlder ? `(Original work published ${fields.originalYear})` : undefined);
}

/** `Schmitt, M. N. (Ed.)`: editors where authors stand. */
function editorsAsAuthors(fields: SourceFields): string {
  return [nameListOf(fields.editors.map(invertedName)), editorMark(fields)].filter((part) => part !== '').join(' ');
}

function book(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const isEdited = fields.authors.length === 0;
  const helpers = contributors(isEdited ? [] : fields.editors, fields.translators);
  const details = join('; ', helpers, join(', ', editionAndVolume(fields), pinpointOf(locator)));
  const reference = entry(fields, {
    author: isEdited ? editorsAsAuthors(fields) : authorsOf(fields),
    date: yearOf(fields.issued) || fields.status,
    title: bracketed(italic(fields.title), details),
    where: distinctPublisher(fields),
  });
  return withOriginal(reference, fields);
}

function chapter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const pages = prefixed(fields.pages.includes('–') ? 'pp. ' : 'p. ', fields.pages);
  const details = join(
    '; ',
    contributors([], fields.translators),
    join(', ', editionAndVolume(fields), pages),
    pinpointOf(locator),
  );
  const volume = join(' ', italic(fields.container), enclose('(', details, ')'));
  const within = join(', ', join(' ', initialsFirst(fields.editors), editorMark(fields)), volume);
  const reference = join(
    ' ',
    entry(fields, {
      date: yearOf(fields.issued) || fields.status,
      title: fields.title,
      where: isEmpty(fields.container) ? volume : concat('In ', within),
      address: '',
    }),
    elements(distinctPublisher(fields)),
    link(bestAddress(fields)),
  );
  return withOriginal(reference, fields);
}

function conferencePaper(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  return isInProceedings(fields)
    ? chapter(fields, locator)
    : described(fields, locator, 'Paper presentation', meetingAndPlace(fields));
}

function meetingAndPlace(fields: SourceFields): RichText {
  return join(', ', meetingOf(fields), fields.place);
}

/** A work of which square brackets say what it is: `[Speech]`, `[Data set]`. */
function described(fields: SourceFields, locator: readonly LocatorPart[], what: string, where: Part): RichText {
  const title = ownTitle(fields);
  const version = prefixed(/^\d/.test(fields.version) ? 'Version ' : '', fields.version);
  return entry(fields, {
    date: yearMonthDay(fields.issued),
    title: join(
      ' ',
      bracketed(italic(title), version, pinpointOf(locator)),
      isEmpty(title) && fields.authors.length === 0 ? undefined : `[${what}]`,
    ),
    where,
  });
}

/** `[Interview]`, `[Letter to Catherine Ashton]`. */
function letterKind(fields: SourceFields): string {
  const what = /mail/i.test(fields.genre) ? 'Email' : fields.genre || 'Letter';
  const to = fields.recipients.map(naturalName).join(', ');
  return to === '' ? what : `${what} to ${to}`;
}

function webPage(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const site = distinctSite(fields);
  // The title of a page is italic; that of a post is not, but the name of its blog is.
  const isPost = fields.kind === 'blog-post';
  return entry(fields, {
    date: yearMonthDay(fields.issued),
    title: bracketed(isPost ? fields.title : italic(fields.title), pinpointOf(locator)),
    where: isPost ? italic(site) : upright(site),
  });
}

function newsArticle(item: SourceFields, locator: readonly LocatorPart[]): RichText {
  const fields = newsFields(item);
  const volume = concat(italic(fields.volume), enclose('(', fields.issue, ')'));
  return entry(fields, {
    date: yearMonthDay(fields.issued),
    title: bracketed(fields.title, pinpointOf(locator)),
    where: join(', ', italic(fields.container), volume, fields.pages),
  });
}

/** `[Doctoral dissertation, University]`; the kind of any other thesis is as the library has it. */
function thesis(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const kind = thesisKind(fields, 'Doctoral dissertation').replace(/^thesis$/, 'Thesis');
  const what = enclose('[', join(', ', kind, fields.publisher), ']');
  return entry(fields, {
    date: yearOf(fields.issued),
    title: join(' ', bracketed(italic(fields.title), pinpointOf(locator)), what),
    where: fields.archive,
  });
}

function report(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = seriesAndNumber(fields, 'No. ');
  const edition = editionAndVolume(fields);
  return entry(fields, {
    author: authorsOf(fields) || editorsAsAuthors(fields),
    date: yearMonthDay(fields.issued) || fields.status,
    title: bracketed(italic(fields.title), number, edition, pinpointOf(locator)),
    where: join(', ', fields.container, distinctPublisher(fields)),
  });
}

function legislation(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const journal = journalOf(fields);
  const words = join(', ', fields.title, distinctNumber(fields), journal, pinpointOf(locator));
  const isDated = isEmpty(journal) && isDatedByTitle(fields, dayMonthYear(fields.issued));
  const year = isDated ? '' : yearOf(fields.issued);
  return join(' ', elements(join(' ', words, enclose('(', year, ')'))), link(bestAddress(fields)));
}

/** The name of a case is roman in the list (11.4), as the American guides have it. */
function courtDecision(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const decision = readCourtDecision(fields);
  const pinpoint = pinpointOf(locator);
  // The list goes by names, so the number of a case of the Union comes after its name, with the court and the year.
  const name = join(', ', versus(decision.name, 'v.'), ...decision.natures);
  const cited =
    decision.court === 'cjeu'
      ? join(
          ' ',
          join(', ', name, caseLabel(decision), pinpoint),
          enclose('(', join(' ', decision.authority, decision.year), ')'),
        )
      : americanDecision(decision, fields, pinpoint);
  return join(' ', elements(cited), link(bestAddress(fields)));
}

/** A source as an entry of an APA reference list. */
export function apaReference(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  switch (fields.kind) {
    case 'court-decision':
      return courtDecision(fields, locator);
    case 'official-document':
      return officialDocument(fields, locator);
    case 'charter':
      return concat(apaCharter(locator), '.');
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
      return described(fields, locator, fields.genre || 'Speech', meetingAndPlace(fields));
    case 'interview':
      return described(fields, locator, 'Interview', join(', ', italic(fields.container), fields.place));
    case 'letter':
      return described(fields, locator, letterKind(fields), fields.archive);
    case 'dataset':
      return described(fields, locator, 'Data set', distinctPublisher(fields) || fields.container);
    case 'software':
      return described(fields, locator, 'Computer software', distinctPublisher(fields) || fields.container);
    case 'recording':
      return described(
        fields,
        locator,
        fields.genre || (/youtube|vimeo|web tv/i.test(plain(fields.container)) ? 'Video' : 'Recording'),
        distinctPublisher(fields) || fields.container,
      );
    case 'manuscript':
      return described(
        fields,
        locator,
        fields.genre || 'Unpublished manuscript',
        join(', ', fields.publisher, fields.archive),
      );
    case 'web-page':
    case 'blog-post':
      return webPage(fields, locator);
    case 'thesis':
      return thesis(fields, locator);
    case 'legislation':
      return legislation(fields, locator);
    case 'working-paper':
    case 'report':
    case 'other':
      return report(fields, locator);
  }
}
