/**
 * OSCOLA, the Oxford University Standard for Citation of Legal Authorities: the fourth edition with its supplement on
 * international law (2006), as a footnote gives a source for the first time, without the closing full stop.
 *
 * Guides read:
 * - resolutions, UN reports, treaties: https://uwl.libguides.com/oscola/int and
 *   https://libguides.graduateinstitute.ch/legal_citation/oscola/UN
 * - a treaty that parties may accede to is dated by its opening for signature, any other by its adoption or signature
 *   (http://tulegenova.com/how-to-cite-paris-agreement-oscola/; the fifth edition, 4.1.1, says the same), but the
 *   guide's own examples date the Covenant by its adoption; the record's `issued` says which day a treaty is known by
 * - books, articles, chapters, web pages: https://studylib.net/doc/25491629/referencing-usingoscola and the public CSL
 *   style https://github.com/citation-style-language/styles/blob/master/oscola.csl
 * - pinpoints: https://libguides.gsmlondon.ac.uk/c.php?g=658423&p=4655674; after a closing bracket no comma stands
 *
 * The guides are silent on three points. A resolution that the record knows by a short title gives its full title first
 * and the short one last, as the supplement does for declarations. A treaty known not to be in force says `not yet in
 * force` where the date would stand. A Security Council resolution leaves out the year of its number once the date says
 * it, as in the guide's own `UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373`.
 */

import { readCourtDecision } from './court-decision.ts';
import { dayMonthYear, isExact, yearOf } from './dates.ts';
import { formatLocator, type LocatorForms, type LocatorPart } from './locator.ts';
import { nameList, naturalName, type Person } from './persons.ts';
import { enclose, isEmpty, italic, join, link, type Part, prefixed, quoted, type RichText } from './rich-text.ts';
import { distinctPublisher, placeInJournal, reportNumber, type SourceFields } from './source-fields.ts';
import { preferredSeries, type SeriesReference, treatyDates, treatySeries } from './treaty.ts';
import { isOnlyNumber, type Organ, organNamed, organOfSymbol, resolutionOf } from './un-document.ts';

const locatorForms: LocatorForms = {
  page: ['', ''],
  paragraph: ['para ', 'paras '],
  'preambular-paragraph': ['preamble para ', 'preamble paras '],
  preamble: ['preamble ', 'preamble '],
  article: ['art ', 'arts '],
  section: ['s ', 'ss '],
  chapter: ['ch ', 'chs '],
  part: ['pt ', 'pts '],
  annex: ['annex ', 'annexes '],
  appendix: ['app ', 'apps '],
  volume: ['vol ', 'vols '],
  note: ['fn ', 'fns '],
  column: ['col ', 'cols '],
  figure: ['fig ', 'figs '],
  table: ['table ', 'tables '],
  line: ['line ', 'lines '],
};

const organAbbreviations: Record<Organ, string> = {
  'general-assembly': 'UNGA',
  'security-council': 'UNSC',
  'economic-and-social-council': 'ECOSOC',
  'human-rights-council': 'UNHRC',
  'commission-on-human-rights': 'UNCHR',
  'secretary-general': 'UN Secretary-General',
};

function names(persons: readonly Person[]): string {
  return nameList(persons.map(naturalName), { last: ' and ', most: 3, others: ' and others' });
}

/** The pinpoint after a comma, which a closing bracket makes needless. */
function withPinpoint(reference: RichText, locator: readonly LocatorPart[]): RichText {
  const pinpoint = formatLocator(locator, locatorForms);
  const endsInBracket = reference.at(-1)?.text.endsWith(')') === true && reference.at(-1)?.link !== true;
  return join(endsInBracket ? ' ' : ', ', reference, pinpoint);
}

function accessed(fields: SourceFields): RichText {
  return join(
    ' ',
    enclose('<', link(fields.url), '>'),
    prefixed('accessed ', fields.url === '' ? '' : dayMonthYear(fields.accessed)),
  );
}

function authorOfDocument(fields: SourceFields): { text: string; isPerson: boolean } {
  const [first] = fields.authors;
  if (first === undefined) {
    const organ = organOfSymbol(fields.number === '' ? fields.id : fields.number);
    return { text: organ === undefined ? '' : organAbbreviations[organ], isPerson: false };
  }
  const isPerson = fields.authors.some((author) => author.literal === undefined);
  if (isPerson) return { text: names(fields.authors), isPerson };
  return {
    text: nameList(
      fields.authors.map((author) => {
        const organ = organNamed(naturalName(author));
        return organ === undefined ? naturalName(author) : organAbbreviations[organ];
      }),
      { last: ' and ', most: 3, others: ' and others' },
    ),
    isPerson,
  };
}

function officialDocument(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const symbol = fields.number === '' ? fields.id : fields.number;
  const label = fields.genre === '' || /^(?:UN|United Nations)\b/i.test(fields.genre) ? 'UN Doc' : fields.genre;
  const shortTitle = enclose('(', fields.shortTitle, ')');
  const date = enclose('(', dayMonthYear(fields.issued), ')');
  const resolution = resolutionOf(symbol);
  if (resolution !== undefined) {
    const act = resolution.act === 'resolution' ? 'Res' : 'Dec';
    const year = enclose('(', isExact(fields.issued) ? '' : resolution.year, ')');
    const isDated = isEmpty(year) || yearOf(fields.issued) !== resolution.year;
    const reference = join(
      ' ',
      `${organAbbreviations[resolution.organ]} ${act} ${resolution.number}`,
      year,
      isDated ? date : undefined,
      `${label} ${resolution.symbol}`,
      shortTitle,
    );
    const title = isEmpty(shortTitle) || isOnlyNumber(fields.plainTitle, resolution) ? undefined : fields.title;
    return withPinpoint(join(', ', title, reference), locator);
  }
  const author = authorOfDocument(fields);
  const reference = join(
    ' ',
    join(author.isPerson ? ', ' : ' ', author.text, quoted(fields.title, "'")),
    date,
    `${label} ${symbol}`,
  );
  return withPinpoint(reference, locator);
}

function commaJoined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

function writeSeries(reference: SeriesReference | undefined): string {
  switch (reference?.kind) {
    case 'volume':
      return `${reference.volume} ${reference.series} ${reference.page}`;
    case 'number':
      return `${reference.series} No ${reference.number}`;
    case 'symbol':
      return commaJoined(`UN Doc ${reference.symbol}`, reference.place);
    default:
      return reference?.text ?? '';
  }
}

function treaty(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const { made, inForce, isNotInForce } = treatyDates(fields);
  const dates = join(
    ', ',
    made === undefined ? undefined : `${made.how} ${dayMonthYear(made.date)}`,
    isNotInForce ? 'not yet in force' : prefixed('entered into force ', dayMonthYear(inForce)),
  );
  const series = writeSeries(preferredSeries(treatySeries(fields)));
  const reference = join(
    ' ',
    fields.title,
    enclose('(', dates, ')'),
    series,
    enclose('(', fields.shortTitle.toLowerCase() === fields.plainTitle.toLowerCase() ? '' : fields.shortTitle, ')'),
    series === '' ? accessed(fields) : undefined,
  );
  return withPinpoint(reference, locator);
}

/** `(2016) 12 Journal 34`; a journal without volumes is numbered by the year: `[2016] 3 Journal 34`. */
function journalArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const year = yearOf(fields.issued);
  const place = join(
    ' ',
    fields.volume === '' ? enclose('[', year, ']') : enclose('(', year, ')'),
    fields.volume === '' ? fields.issue : fields.volume,
    fields.container,
    fields.firstPage,
  );
  const article = join(' ', join(', ', names(fields.authors), quoted(fields.title, "'")), place);
  // Only what has no pages has to be looked for by its address.
  const reference = fields.firstPage === '' ? join(' ', article, accessed(fields)) : article;
  return withPinpoint(reference, locator);
}

function publication(fields: SourceFields, first?: Part): RichText {
  // A document that nobody published is known by its day.
  const isPublished = fields.publisher !== '' || (fields.kind !== 'report' && fields.kind !== 'other');
  const date = isPublished ? yearOf(fields.issued) : dayMonthYear(fields.issued);
  return enclose('(', join(', ', first, join(' ', distinctPublisher(fields), date)), ')');
}

function book(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const by = fields.authors.length > 0 ? names(fields.authors) : join(' ', names(fields.editors), editorMark(fields));
  return withPinpoint(join(' ', join(', ', by, italic(fields.title)), publication(fields)), locator);
}

function editorMark(fields: SourceFields): string {
  return fields.editors.length === 0 ? '' : fields.editors.length === 1 ? '(ed)' : '(eds)';
}

function chapter(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const editors = join(' ', names(fields.editors), editorMark(fields));
  const within = prefixed('in ', join(', ', editors, italic(fields.container)));
  const reference = join(
    ' ',
    join(', ', names(fields.authors), quoted(fields.title, "'")),
    within,
    publication(fields),
  );
  return withPinpoint(reference, locator);
}

/** A paper that was only read is placed by its conference and day; one in proceedings is cited as a chapter. */
function conferencePaper(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  if (fields.publisher !== '' || fields.editors.length > 0 || fields.pages !== '') return chapter(fields, locator);
  return occasion(fields, locator);
}

function occasion(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const where = enclose('(', join(', ', fields.container, fields.place, dayMonthYear(fields.issued)), ')');
  const title = join(', ', names(fields.authors), quoted(fields.title, "'"));
  return withPinpoint(join(' ', title, where, accessed(fields)), locator);
}

function webPage(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const site = isEmpty(fields.container) ? distinctPublisher(fields) : fields.container;
  const where = enclose('(', join(', ', italic(site), dayMonthYear(fields.issued)), ')');
  const title = join(', ', names(fields.authors), quoted(fields.title, "'"));
  return withPinpoint(join(' ', title, where, accessed(fields)), locator);
}

function newsArticle(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const reference = join(
    ' ',
    join(', ', names(fields.authors), quoted(fields.title, "'")),
    italic(fields.container),
    enclose('(', join(', ', fields.place, dayMonthYear(fields.issued)), ')'),
    fields.firstPage,
    fields.firstPage === '' ? accessed(fields) : undefined,
  );
  return withPinpoint(reference, locator);
}

function thesis(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const where = enclose(
    '(',
    join(', ', fields.genre === '' ? 'thesis' : fields.genre, join(' ', fields.publisher, yearOf(fields.issued))),
    ')',
  );
  return withPinpoint(join(' ', join(', ', names(fields.authors), quoted(fields.title, "'")), where), locator);
}

function report(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = reportNumber(fields, 'No ');
  const reference = join(
    ' ',
    join(', ', names(fields.authors), italic(fields.title)),
    publication(fields, join(', ', fields.container, number)),
  );
  return withPinpoint(
    distinctPublisher(fields) === '' && fields.number === '' ? join(' ', reference, accessed(fields)) : reference,
    locator,
  );
}

/** `(Advisory Opinion) [2004] ICJ Rep 136`. */
function courtDecision(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const { name, nature, year, page } = readCourtDecision(fields);
  const reference = join(' ', italic(name), enclose('(', nature, ')'), enclose('[', year, ']'), 'ICJ Rep', page);
  return withPinpoint(reference, locator);
}

function legislation(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
  const number = fields.plainTitle.includes(fields.number) ? '' : fields.number;
  const journal = join(
    ' ',
    enclose('[', isEmpty(fields.container) ? '' : yearOf(fields.issued), ']'),
    fields.container,
  );
  const reference = join(
    ' ',
    join(', ', fields.title, number),
    isEmpty(fields.container) ? enclose('(', dayMonthYear(fields.issued), ')') : undefined,
    join(' ', journal, placeInJournal(fields)),
  );
  return withPinpoint(reference, locator);
}

/** A source in OSCOLA's form, as a footnote cites it for the first time. */
export function oscolaReference(fields: SourceFields, locator: readonly LocatorPart[]): RichText {
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
    case 'conference-paper':
      return conferencePaper(fields, locator);
    case 'speech':
      return occasion(fields, locator);
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
