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
 *   https://github.com/citation-style-language/styles/blob/master/bluebook-law-review.csl
 *
 * Large and small capitals have no form in plain text or Markdown, so books are italic, as the Bluepages for
 * practitioners allow, and journals upright; the titles of journals are not abbreviated. A treaty known not to be in
 * force says so in brackets at the end, where rule 21.4.4 puts the entry into force.
 */

import { americanCitation, readCourtDecision } from './court-decision.ts';
import { isExact, monthDayYear, yearOf } from './dates.ts';
import { formatLocator, type LocatorForms, type LocatorPart } from './locator.ts';
import { nameList, naturalName, type Person } from './persons.ts';
import { enclose, isEmpty, italic, join, link, prefixed, type RichText } from './rich-text.ts';
import { bestAddress, distinctPublisher, placeInJournal, reportNumber, type SourceFields } from './source-fields.ts';
import { type SeriesReference, treatyDates, treatySeries } from './treaty.ts';
import {
  isOnlyNumber,
  namesItsAuthor,
  type Organ,
  organNamed,
  organNames,
  organOfSymbol,
  resolutionOf,
} from './un-document.ts';

const locatorForms: LocatorForms = {
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
};
/** In a book or an article the number of a page stands alone. */
const literatureForms: LocatorForms = { ...locatorForms, page: ['', ''] };

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
  return nameList(persons.map(naturalName), { last: ' & ', most: 2, others: ' et al.' });
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

function officialDocument(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const symbol = fields.number === '' ? fields.id : fields.number;
  const label = fields.genre === '' || /^(?:UN|United Nations)\b/i.test(fields.genre) ? 'U.N. Doc.' : fields.genre;
  const pinpoint = formatLocator(locator, locatorForms);
  const date = enclose('(', monthDayYear(fields.issued, 'short'), ')');
  const resolution = resolutionOf(symbol);
  if (resolution !== undefined) {
    const act = resolution.act === 'resolution' ? 'Res.' : 'Dec.';
    const year = isEmpty(date) ? enclose('(', resolution.year, ')') : date;
    const isNamed = fields.shortTitle !== '' && !isOnlyNumber(fields.plainTitle, resolution);
    return join(
      ', ',
      isNamed ? fields.title : undefined,
      `${organAbbreviations[resolution.organ]} ${act} ${resolution.number}`,
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
function charter(locator: readonly LocatorPart[]): RichText {
  const parts = locator.flatMap((part): LocatorPart[] => {
    const paragraph = part.label === 'article' ? /^(\d+)\((\d+)\)(.*)$/.exec(part.value) : null;
    if (paragraph === null) return [part];
    return [
      { label: 'article', plural: false, value: paragraph[1]! },
      { label: 'paragraph', plural: false, value: paragraph[2]! + paragraph[3]! },
    ];
  });
  return join(' ', 'U.N. Charter', formatLocator(parts, locatorForms));
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
      join(' ', fields.title, formatLocator(subdivisions, locatorForms)),
      monthDayYear(made?.date, 'short'),
      ...(cited.length > 0 ? cited : series).map(writeSeries),
      series.length === 0 ? link(fields.url) : undefined,
      formatLocator(pages, locatorForms),
    ),
    isNotInForce ? '(not yet in force)' : undefined,
  );
}

/** An article is cited by its first page, then the page meant. */
function pagesOf(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  return join(', ', fields.firstPage, formatLocator(locator, literatureForms));
}

function journalArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const by = join(', ', names(fields.authors), italic(fields.title));
  if (fields.volume === '') {
    // Rule 16.5: without a volume the issue is known by its date.
    const where = join(', ', fields.container, prefixed('no. ', fields.issue), monthDayYear(fields.issued, 'short'));
    return join(
      ', ',
      by,
      where,
      prefixed(fields.firstPage === '' ? '' : 'at ', pagesOf(fields, locator)),
      addressUnlessPrinted(fields),
    );
  }
  const where = join(' ', fields.volume, fields.container, pagesOf(fields, locator));
  return join(', ', by, join(' ', where, enclose('(', yearOf(fields.issued), ')')), addressUnlessPrinted(fields));
}

function addressUnlessPrinted(fields: SourceFields): RichText | undefined {
  return fields.firstPage === '' ? link(bestAddress(fields)) : undefined;
}

function editorsMark(fields: SourceFields): string {
  if (fields.editors.length === 0) return '';
  return `${names(fields.editors)} ${fields.editors.length === 1 ? 'ed.' : 'eds.'}`;
}

function book(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const by = names(fields.authors);
  const title = join(' ', italic(fields.title), formatLocator(locator, literatureForms));
  return join(' ', join(', ', by, title), enclose('(', join(', ', editorsMark(fields), yearOf(fields.issued)), ')'));
}

function chapter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const within = join(
    ' ',
    isEmpty(fields.container) ? undefined : italic('in'),
    fields.container,
    pagesOf(fields, locator),
  );
  const where = join(' ', within, enclose('(', join(', ', editorsMark(fields), yearOf(fields.issued)), ')'));
  return join(', ', names(fields.authors), italic(fields.title), where);
}

function occasion(fields: SourceFields, locator: readonly LocatorPart[], what: string): RichText {
  const where = prefixed(`${what} at `, fields.container);
  const pinpoint = formatLocator(locator, locatorForms);
  const date = enclose('(', monthDayYear(fields.issued, 'short'), ')');
  const words = join(', ', names(fields.authors), italic(fields.title), where, fields.place, pinpoint);
  return join(', ', join(' ', words, date), link(fields.url));
}

function conferencePaper(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const isPublished = fields.publisher !== '' || fields.editors.length > 0 || fields.pages !== '';
  return isPublished ? chapter(fields, locator) : occasion(fields, locator, 'Paper Presented');
}

/** Rule 18.2: the date stands in brackets after the site; an undated page says when it was visited. */
function webPage(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const site = isEmpty(fields.container) ? distinctPublisher(fields) : fields.container;
  const date = enclose('(', monthDayYear(fields.issued, 'short'), ')');
  const visited = fields.issued === undefined && fields.url !== '' ? monthDayYear(fields.accessed, 'short') : '';
  const page = join(', ', names(fields.authors), italic(fields.title), formatLocator(locator, locatorForms), site);
  return join(', ', join(' ', page, date), join(' ', link(fields.url), enclose('(last visited ', visited, ')')));
}

function newsArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const pages = prefixed(fields.firstPage === '' ? '' : 'at ', pagesOf(fields, locator));
  return join(
    ', ',
    names(fields.authors),
    italic(fields.title),
    fields.container,
    monthDayYear(fields.issued, 'short'),
    pages,
    addressUnlessPrinted(fields),
  );
}

function thesis(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const title = join(' ', italic(fields.title), formatLocator(locator, literatureForms));
  const degree = join(', ', fields.genre === '' ? 'thesis' : fields.genre, fields.publisher);
  return join(
    ' ',
    join(', ', names(fields.authors), title),
    enclose('(', monthDayYear(fields.issued, 'short'), ')'),
    enclose('(', degree, ')'),
  );
}

function report(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = reportNumber(fields, 'No. ');
  const title = join(' ', italic(fields.title), formatLocator(locator, literatureForms));
  const date = isExact(fields.issued) ? monthDayYear(fields.issued, 'short') : yearOf(fields.issued);
  const where = enclose('(', join(', ', fields.container, distinctPublisher(fields), number, date), ')');
  return join(', ', join(' ', join(', ', names(fields.authors), title), where), link(fields.url));
}

function legislation(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = fields.plainTitle.includes(fields.number) ? '' : fields.number;
  const title = join(', ', fields.title, number, formatLocator(locator, locatorForms));
  if (isEmpty(fields.container)) return join(', ', title, monthDayYear(fields.issued, 'short'));
  return join(', ', title, join(' ', yearOf(fields.issued), fields.container, placeInJournal(fields)));
}

/** A source in Bluebook form, as a footnote cites it for the first time. */
export function bluebookReference(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  switch (fields.kind) {
    case 'court-decision': {
      const decision = readCourtDecision(fields);
      const pinpoint = formatLocator(locator, literatureForms);
      return join(', ', decision.name, decision.nature, americanCitation(decision, pinpoint));
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
      return occasion(fields, locator, 'Address');
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
