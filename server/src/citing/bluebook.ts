/**
 * The Bluebook, rule 21 for international materials, as a footnote gives a source for the first time, without the
 * closing full stop.
 *
 * Guides read:
 * - resolutions (`G.A. Res. 62/228, ¶ 35, U.N. Doc. A/RES/62/228 (Dec. 22, 2007)`) and the Charter:
 *   https://libguides.graduateinstitute.ch/legal_citation/bluebook/UN; with the title first where it is the name of an
 *   instrument, as International Legal Materials cites A/RES/68/167
 * - what rule 21.7 covers: https://law.gwu.libguides.com/c.php?g=187802&p=1790768
 * - treaties (`North Atlantic Treaty art. 5, Apr. 4, 1949, 63 Stat. 2241, 34 U.N.T.S. 243`):
 *   https://guides.ll.georgetown.edu/c.php?g=365734&p=2471175
 * - literature: the public CSL style
 *   https://github.com/citation-style-language/styles/blob/master/bluebook-law-review.csl, and for dissertations, which are
 *   roman, and pages with a date, its change https://github.com/citation-style-language/styles/pull/7555
 * - numbers of rules and short forms: `short_form_citations_analysis.md` of github.com/enshittifying/slr, which quotes
 *   rules 4, 10.9, 15.10, 16.9, 18.9 and 21.17
 * Letters, interviews, speeches, programs, codes and cases of other courts follow rules 10, 12, 17 and 18 from memory.
 *
 * Large and small capitals have no form in plain text or Markdown, so books are italic, as the Bluepages for
 * practitioners allow, and journals upright. A treaty known not to be in
 * force says so in brackets at the end, where rule 21.4.4 puts the entry into force.
 */

import { abbreviateJournal } from './bluebook-journals.ts';
import { americanDecision, readCourtDecision } from './court-decision.ts';
import { dayMonthYear, isExact, monthDayYear, yearOf } from './dates.ts';
import { writeEdition } from './edition.ts';
import { distinctNumber, isDatedByTitle, publicationOf } from './legislation.ts';
import { formatLocator, type LocatorPart, type LocatorStyle } from './locator.ts';
import { nameList, nameWithSuffixComma, naturalName, type Person } from './persons.ts';
import { concat, enclose, isEmpty, italic, join, link, prefixed, type RichText } from './rich-text.ts';
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
import { type SeriesReference, treatyDates, treatySeries } from './treaty.ts';
import {
  isOnlyNumber,
  namesItsAuthor,
  type Organ,
  organNamed,
  organNames,
  organOfSymbol,
  type Resolution,
  resolutionOf,
} from './un-document.ts';

export const bluebookLocators: LocatorStyle = {
  pageRanges: 'last-two',
  beforeNote: ' ',
  forms: {
    page: ['at ', 'at '],
    paragraph: ['¶ ', '¶¶ '],
    'preambular-paragraph': ['pmbl. ¶ ', 'pmbl. ¶¶ '],
    preamble: ['pmbl. ', 'pmbl. '],
    article: ['art. ', 'arts. '],
    section: ['§ ', '§§ '],
    chapter: ['ch. ', 'chs. '],
    part: ['pt. ', 'pts. '],
    annex: ['annex ', 'annexes '],
    appendix: ['app. ', 'apps. '],
    volume: ['vol. ', 'vols. '],
    note: ['n.', 'nn.'],
    column: ['col. ', 'cols. '],
    figure: ['fig.', 'figs.'],
    table: ['tbl.', 'tbls.'],
    line: ['l. ', 'll. '],
    clause: ['cl. ', 'cls. '],
    schedule: ['sched. ', 'scheds. '],
  },
};
/** In a book or an article the number of a page stands alone. */
const inLiterature: LocatorStyle = { ...bluebookLocators, forms: { ...bluebookLocators.forms, page: ['', ''] } };

/** How a resolution names the organ that adopted it. */
const organAbbreviations: Record<Organ, string> = {
  'general-assembly': 'G.A.',
  'security-council': 'S.C.',
  'economic-and-social-council': 'E.S.C.',
  'human-rights-council': 'Human Rights Council',
  'commission-on-human-rights': 'Comm. on Human Rights',
  'secretary-general': 'U.N. Secretary-General',
};

/** The series of table T4 whose abbreviations take full stops. */
const dottedSeries = new Set([
  'UNTS',
  'LNTS',
  'ETS',
  'CETS',
  'TIAS',
  'UST',
  'ILM',
  'OASTS',
  'UKTS',
  'ATS',
  'CTS',
  'EAS',
]);

function dotted(series: string): string {
  return dottedSeries.has(series) ? Array.from(series, (letter) => `${letter}.`).join('') : series;
}

function names(persons: readonly Person[]): string {
  return nameList(persons.map(nameWithSuffixComma), { last: ' & ', most: 2, others: ' et al.' });
}

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/\bReports\b/g, 'Reps.'],
  [/\bReport\b/g, 'Rep.'],
  [/\bGroups\b/g, 'Grps.'],
  [/\bGroup\b/g, 'Grp.'],
  [/\bCommittee\b/g, 'Comm.'],
  [/\bCommission\b/g, "Comm'n"],
  [/\bCommissioner\b/g, "Comm'r"],
  [/\bInternational\b/g, "Int'l"],
  [/\bConference\b/g, 'Conf.'],
  [/\bUnited Nations\b/g, 'U.N.'],
];

/**
 * `Report of the Group of Governmental Experts on …` begins with a body, whose name is abbreviated by tables T6 and
 * T13; from its subject on, the title stands as it is.
 */
function abbreviateBody(title: RichText): RichText {
  let done = false;
  return title.map((piece) => {
    if (done || piece.link) return piece;
    const subject = /\s(?:on|in|for|to|concerning|regarding)\s|[,:(]/.exec(piece.text);
    const end = subject === null ? piece.text.length : subject.index;
    done = subject !== null;
    const body = shortForms.reduce((text, [word, short]) => text.replace(word, short), piece.text.slice(0, end));
    return { ...piece, text: body + piece.text.slice(end) };
  });
}

function authorOfDocument(fields: SourceFields, symbol: string): string {
  if (fields.authors.length === 0) {
    const organ = organOfSymbol(symbol);
    return organ === undefined ? '' : `U.N. ${organNames[organ]}`;
  }
  return names(
    fields.authors.map((author) => ({
      ...author,
      ...(author.literal === undefined ? {} : { literal: author.literal.replace(/^(?:UN|United Nations)\b/, 'U.N.') }),
    })),
  );
}

/** `G.A. Res. 73/27`. */
export function resolutionName(resolution: Resolution): string {
  return `${organAbbreviations[resolution.organ]} ${resolution.act === 'resolution' ? 'Res.' : 'Dec.'} ${resolution.number}`;
}

function officialDocument(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const symbol = fields.number === '' ? fields.id : fields.number;
  const label = isUnitedNationsDocument(fields) ? 'U.N. Doc.' : fields.genre;
  const pinpoint = formatLocator(locator, bluebookLocators);
  const date = enclose('(', monthDayYear(fields.issued, 'short'), ')');
  const resolution = resolutionOf(symbol);
  if (resolution !== undefined) {
    const year = isEmpty(date) ? enclose('(', resolution.year, ')') : date;
    const isNamed = fields.shortTitle !== '' && !isOnlyNumber(fields.plainTitle, resolution);
    return join(
      ', ',
      isNamed ? fields.title : undefined,
      resolutionName(resolution),
      pinpoint,
      join(' ', `${label} ${resolution.symbol}`, year),
    );
  }
  const place = join(' ', `${label} ${symbol}`, date);
  // Rule 21.7 names the body that wrote a report: in `Report of the …` the title does, and neither the organ to which
  // it was submitted nor the body again is put before it.
  const isSaidByTitle = fields.authors.every((author) => {
    const name = naturalName(author);
    const organ = organNamed(name);
    if (organ !== undefined) return organ !== 'secretary-general';
    const body = name.replace(/^(?:UN|United Nations) /, '').replace(/ (?:on|of the) .*/, '');
    return author.literal !== undefined && fields.plainTitle.toLowerCase().includes(body.toLowerCase());
  });
  if (namesItsAuthor(fields.plainTitle) && isSaidByTitle)
    return join(', ', abbreviateBody(fields.title), pinpoint, place);
  return join(', ', authorOfDocument(fields, symbol), italic(fields.title), pinpoint, place);
}

/** `U.N. Charter art. 2, ¶ 4`, with the number in brackets as a paragraph. */
export function bluebookCharter(locator: readonly LocatorPart[]): RichText {
  const parts = locator.flatMap((part): LocatorPart[] => {
    const paragraph = part.label === 'article' ? /^(\d+)\((\d+)\)(.*)$/.exec(part.value) : null;
    if (paragraph === null) return [part];
    return [
      { label: 'article', plural: false, value: paragraph[1]! },
      { label: 'paragraph', plural: false, value: paragraph[2]! + paragraph[3]! },
    ];
  });
  return join(' ', 'U.N. Charter', formatLocator(parts, bluebookLocators));
}

function writeSeries(reference: SeriesReference): string {
  switch (reference.kind) {
    case 'volume':
      return `${reference.volume} ${dotted(reference.series)} ${reference.page}`;
    case 'number':
      return `${dotted(reference.series)} No. ${reference.number}`;
    case 'symbol':
      return [`U.N. Doc. ${reference.symbol}`, reference.place].filter((part) => part !== '').join(', ');
    case 'other':
      return reference.text;
  }
}

function treaty(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const { made, isNotInForce } = treatyDates(fields);
  const series = treatySeries(fields);
  const cited = series.filter((reference) => !(reference.kind === 'number' && reference.series === 'UNTS'));
  const pages = locator.filter((part) => part.label === 'page');
  const subdivisions = locator.filter((part) => part.label !== 'page');
  return join(
    ' ',
    join(
      ', ',
      join(' ', fields.title, formatLocator(subdivisions, bluebookLocators)),
      monthDayYear(made?.date, 'short'),
      ...(cited.length > 0 ? cited : series).map(writeSeries),
      series.length === 0 ? link(fields.url) : undefined,
      formatLocator(pages, bluebookLocators),
    ),
    isNotInForce ? '(not yet in force)' : undefined,
  );
}

/** An article is cited by its first page, then the page meant. */
function pagesOf(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  return join(', ', fields.firstPage, formatLocator(locator, inLiterature));
}

/** Rule 16.4: the volume, the journal, abbreviated where the library knows how, and the first page. */
function journalArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const by = join(', ', names(fields.authors), italic(fields.title));
  const journal =
    fields.shortContainer || fields.container.map((piece) => ({ ...piece, text: abbreviateJournal(piece.text) }));
  const address = fields.firstPage === '' ? link(bestAddress(fields)) : undefined;
  if (fields.volume === '') {
    // Rule 16.5: without a volume the issue is known by its date.
    const where = join(', ', journal, prefixed('no. ', fields.issue), monthDayYear(fields.issued, 'short'));
    const pages = prefixed(fields.firstPage === '' ? '' : 'at ', pagesOf(fields, locator));
    return join(', ', by, where, fields.firstPage === '' ? fields.number : undefined, pages, address);
  }
  const first = fields.firstPage === '' ? prefixed('art. ', fields.number) : undefined;
  const where = join(' ', fields.volume, journal, join(', ', first, pagesOf(fields, locator)));
  const date = yearOf(fields.issued) || fields.status;
  return join(', ', by, join(' ', where, enclose('(', date, ')')), address);
}

/** Rule 15.4: `(Michael N. Schmitt ed., Tony Weir trans., 2d ed. 2017)`; the year of the original follows in its own brackets. */
function imprint(fields: SourceFields): RichText {
  const editors =
    fields.editors.length === 0 ? '' : `${names(fields.editors)} ${fields.editors.length === 1 ? 'ed.' : 'eds.'}`;
  const translators = fields.translators.length === 0 ? '' : `${names(fields.translators)} trans.`;
  const year = yearOf(fields.issued) || fields.status || 'n.d.';
  // Only an edition stands before the year without a comma.
  const dated = join(' ', writeEdition(fields.edition, '2d ed.'), year);
  const original = fields.originalYear === yearOf(fields.issued) ? '' : fields.originalYear;
  return join(' ', enclose('(', join(', ', editors, translators, dated), ')'), enclose('(', original, ')'));
}

/** Rule 15.3: the volume goes before the author. */
function book(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const title = join(' ', italic(fields.title), formatLocator(locator, inLiterature));
  return join(' ', fields.volume, join(', ', names(fields.authors), title), imprint(fields));
}

/** Rule 15.5: `*in* 2 Handbook of Norms 3, 5–6 (… eds., 2020)`. */
function chapter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const within = join(
    ' ',
    isEmpty(fields.container) ? undefined : italic('in'),
    fields.volume,
    fields.container,
    pagesOf(fields, locator),
  );
  const address = fields.kind === 'entry' && fields.firstPage === '' ? link(bestAddress(fields)) : undefined;
  return join(', ', names(fields.authors), italic(fields.title), join(' ', within, imprint(fields)), address);
}

/** Rule 17.2.6: `Address at …`, `Paper Presented at …`. */
function occasion(fields: SourceFields, locator: readonly LocatorPart[], what: string): RichText {
  const where = prefixed(`${what} at `, meetingOf(fields));
  const pinpoint = formatLocator(locator, bluebookLocators);
  const date = enclose('(', monthDayYear(fields.issued, 'short'), ')');
  const words = join(', ', names(fields.authors), italic(fields.title), where, fields.place, pinpoint);
  return join(', ', join(' ', words, date), link(fields.url));
}

function conferencePaper(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  return isInProceedings(fields) ? chapter(fields, locator) : occasion(fields, locator, 'Paper Presented');
}

/** Rule 17.2.5: `Interview with Irene Kull, in Tartu (Aug. 4, 2003)`. */
function interview(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const who = prefixed('Interview with ', names(fields.authors));
  const by = prefixed(' by ', names(fields.interviewers));
  const title = italic(ownTitle(fields));
  const pinpoint = formatLocator(locator, bluebookLocators);
  const words = join(', ', concat(who, by), title, fields.container, prefixed('in ', fields.place), pinpoint);
  return join(', ', join(' ', words, enclose('(', monthDayYear(fields.issued, 'short'), ')')), link(fields.url));
}

/** Rule 17.2.3: `Letter from Gordon Brown to Catherine Ashton (Nov. 20, 2009)`. */
function letter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const what = /mail/i.test(fields.genre) ? 'E-mail' : fields.genre || 'Letter';
  const sender = names(fields.authors);
  const who =
    sender === '' ? italic(fields.title) : `${what} from ${sender} to ${names(fields.recipients) || 'author'}`;
  const words = join(', ', who, formatLocator(locator, bluebookLocators));
  return join(', ', join(' ', words, enclose('(', monthDayYear(fields.issued, 'short'), ')')), link(fields.url));
}

/** Rule 18.2: the date stands in brackets after the site; an undated page says when it was visited. */
function webPage(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const date = enclose('(', monthDayYear(fields.issued, 'short'), ')');
  const visited = fields.issued === undefined && fields.url !== '' ? monthDayYear(fields.accessed, 'short') : '';
  const pinpoint = formatLocator(locator, bluebookLocators);
  const page = join(
    ', ',
    names(fields.authors),
    italic(fields.title),
    pinpoint,
    distinctSite(fields),
    versionOf(fields),
  );
  return join(
    ', ',
    join(' ', page, date),
    join(' ', link(bestAddress(fields)), enclose('(last visited ', visited, ')')),
  );
}

function newsArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const { authors, title, container } = newsFields(fields);
  const pages = prefixed(fields.firstPage === '' ? '' : 'at ', pagesOf(fields, locator));
  return join(
    ', ',
    names(authors),
    italic(title),
    fields.shortContainer || container,
    monthDayYear(fields.issued, 'short'),
    pages,
    fields.firstPage === '' ? link(bestAddress(fields)) : undefined,
  );
}

/** Rule 17.2.2: the title of a thesis, as of any unpublished work, is roman. */
function thesis(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const title = join(' ', fields.title, formatLocator(locator, inLiterature));
  const kind = thesisKind(fields, 'Ph.D. dissertation')
    .replace(/\bPhD\b/, 'Ph.D.')
    .replace(/\bDPhil\b/, 'D.Phil.');
  return join(
    ' ',
    join(', ', names(fields.authors), title),
    enclose('(', monthDayYear(fields.issued, 'short') || 'n.d.', ')'),
    enclose('(', join(', ', kind, fields.publisher), ')'),
  );
}

function manuscript(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const title = join(' ', fields.title, formatLocator(locator, inLiterature));
  return join(
    ' ',
    join(', ', names(fields.authors), title),
    enclose('(', monthDayYear(fields.issued, 'short') || 'n.d.', ')'),
    enclose('(', join(', ', fields.genre || 'unpublished manuscript', fields.archive, fields.publisher), ')'),
    link(bestAddress(fields)),
  );
}

function report(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = seriesAndNumber(fields, 'No. ');
  const title = join(' ', italic(fields.title), formatLocator(locator, inLiterature));
  const date = isExact(fields.issued) ? monthDayYear(fields.issued, 'short') : yearOf(fields.issued);
  const edition = writeEdition(fields.edition, '2d ed.');
  const where = join(', ', fields.container, distinctPublisher(fields), number, edition, date || fields.status);
  const by = names(fields.authors) || names(fields.editors);
  return join(', ', join(' ', join(', ', by, title), enclose('(', where, ')')), link(bestAddress(fields)));
}

/** Rule 21.9 and table T3: `2019 O.J. (L 129I) 13`; an act since October 2023 stands under its own number. */
function legislation(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const title = join(', ', fields.title, distinctNumber(fields), formatLocator(locator, bluebookLocators));
  const year = yearOf(fields.issued);
  const published = publicationOf(fields);
  switch (published?.kind) {
    case 'official-journal': {
      const place = join(
        ' ',
        enclose('(', join(' ', published.letter, published.issue), ')'),
        published.page,
        published.number,
      );
      return join(', ', title, join(' ', year, 'O.J.', place));
    }
    case 'code': {
      const place = join(' ', published.volume, published.code, published.place);
      return join(' ', join(', ', title, place), enclose('(', isDatedByTitle(fields, '') ? '' : year, ')'));
    }
    case 'gazette':
      return join(', ', title, join(' ', year, published.gazette, published.place));
    default:
      return isDatedByTitle(fields, dayMonthYear(fields.issued))
        ? title
        : join(', ', title, monthDayYear(fields.issued, 'short'));
  }
}

/** Rules 10 and 21.5: the name of a case is roman in a full citation. */
function courtDecision(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const decision = readCourtDecision(fields);
  const hasPages = decision.court !== 'cjeu' && decision.court !== 'ecthr';
  const pinpoint = formatLocator(locator, hasPages ? inLiterature : bluebookLocators);
  return americanDecision(decision, fields, pinpoint);
}

/** A source in Bluebook form, as a footnote cites it for the first time. */
export function bluebookReference(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  switch (fields.kind) {
    case 'court-decision':
      return courtDecision(fields, locator);
    case 'official-document':
      return officialDocument(fields, locator);
    case 'charter':
      return bluebookCharter(locator);
    case 'treaty':
      return treaty(fields, locator);
    case 'journal-article':
      return journalArticle(fields, locator);
    case 'news-article':
      return newsArticle(fields, locator);
    case 'book':
      return book(fields, locator);
    case 'entry':
      // An undated entry on a site is known by the day of the visit.
      return fields.issued === undefined && fields.url !== '' ? webPage(fields, locator) : chapter(fields, locator);
    case 'chapter':
      return chapter(fields, locator);
    case 'conference-paper':
      return conferencePaper(fields, locator);
    case 'speech':
      return occasion(fields, locator, 'Address');
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
