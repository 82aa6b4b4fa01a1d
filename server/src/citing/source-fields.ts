/**
 * A source as the styles read it: every field there and clean, an absent one empty. Records are checked when they are
 * built, but a user's own library is not, so a field may be missing or of another type.
 */

import type { CitableItem, SourceDetails } from '../knowledge/record.ts';
import { cleanText } from './clean-text.ts';
import { type DateSpan, readCslDate, yearOf } from './dates.ts';
import { type Edition, readEdition } from './edition.ts';
import { type Person, readPersons } from './persons.ts';
import { fromCslText, isEmpty, join, plain, type RichText } from './rich-text.ts';
import { kindOf, type SourceKind } from './source-kind.ts';
import { isUnitedNationsSymbol } from './un-document.ts';

export type { SourceKind } from './source-kind.ts';

export interface SourceFields {
  id: string;
  kind: SourceKind;
  title: RichText;
  /** The title without italics, to look at. */
  plainTitle: string;
  /** The name it is known by. */
  shortTitle: string;
  genre: string;
  number: string;
  authors: Person[];
  editors: Person[];
  translators: Person[];
  /** Whom a letter went to, and who asked in an interview. */
  recipients: Person[];
  interviewers: Person[];
  issued: DateSpan | undefined;
  accessed: DateSpan | undefined;
  /** The year in which it first came out. */
  originalYear: string;
  /** `forthcoming`, `in press`. */
  status: string;
  edition: Edition | undefined;
  version: string;
  publisher: string;
  place: string;
  container: RichText;
  /** The journal's abbreviation, as the user's library has it. */
  shortContainer: string;
  /** The conference or meeting at which it was given. */
  event: string;
  /** The series in which a book or paper stands, and its number there. */
  series: RichText;
  seriesNumber: string;
  volume: string;
  issue: string;
  /** With an en dash between the first and the last page. */
  pages: string;
  firstPage: string;
  /** The court, or the body behind a bill. */
  authority: string;
  /** The section of a code. */
  section: string;
  archive: string;
  isbn: string;
  url: string;
  doi: string;
  language: string;
  details: SourceDetails;
}

/** BibLaTeX's own names of theses and reports, which some programs leave in `genre`. */
const genreOfEntry: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
  mastersthesis: 'Master’s thesis',
  techreport: '',
  resreport: '',
});

/** Reads every field that a style may use. */
export function readSource(item: CitableItem): SourceFields {
  const variables = item as Readonly<Record<string, unknown>>;
  const text = (...names: string[]): string =>
    names.map((name) => cleanText(variables[name])).find((value) => value !== '') ?? '';
  const id = text('id');
  const details: SourceDetails =
    typeof variables.custom === 'object' && variables.custom !== null ? variables.custom : {};
  const authors = readPersons(variables.author);
  const others = readPersons(variables.director ?? variables.composer ?? variables['collection-editor']);
  const container = text('container-title');
  const number = text('number');
  // Of a source that says nothing at all, its key is what a reader can search for.
  const isBlank = number === '' && container === '' && authors.length === 0;
  const title = fromCslText(text('title') || (isBlank && !isUnitedNationsSymbol(id) ? id : ''));
  const pages = text('page').replace(/(?<=\w)\s*[-–—]+\s*(?=\w)/g, '–');
  const written = genreOfEntry[text('genre')] ?? text('genre');
  const kind = kindOf(text('type'), {
    genre: written,
    number,
    id,
    title: plain(title),
    container,
    url: text('URL'),
    authors,
  });
  const genre = written === '' && kind === 'working-paper' ? 'preprint' : written;
  return {
    id,
    kind,
    title,
    plainTitle: plain(title),
    shortTitle: cleanText(details['short-title']) || text('title-short', 'shortTitle'),
    genre,
    number,
    authors: authors.length > 0 || text('type') === 'book' ? authors : others,
    editors: readPersons(variables.editor ?? variables['editorial-director']),
    translators: readPersons(variables.translator),
    recipients: readPersons(variables.recipient),
    interviewers: readPersons(variables.interviewer),
    issued: readCslDate(variables.issued),
    accessed: readCslDate(variables.accessed),
    originalYear: yearOf(readCslDate(variables['original-date'])),
    status: text('status'),
    edition: readEdition(text('edition')),
    version: text('version'),
    publisher: text('publisher'),
    place: text('publisher-place', 'event-place'),
    container: fromCslText(container),
    shortContainer: text('container-title-short', 'journalAbbreviation'),
    event: text('event-title', 'event'),
    series: fromCslText(text('collection-title')),
    seriesNumber: text('collection-number'),
    volume: text('volume'),
    issue: text('issue'),
    pages,
    firstPage: /^[^\s–,;]+/.exec(pages)?.[0] ?? '',
    authority: text('authority'),
    section: text('section'),
    archive: [text('archive'), text('archive_location')].filter((part) => part !== '').join(', '),
    isbn: text('ISBN'),
    url: text('URL'),
    doi: text('DOI').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''),
    language: text('language'),
    details,
  };
}

/**
 * A document is the United Nations' own: its genre says so or nothing, or it has their symbol and its genre is not that of
 * documents of another organization.
 */
export function isUnitedNationsDocument(fields: SourceFields): boolean {
  const { genre, number, id } = fields;
  if (genre === '' || /^(?:UN|United Nations)\b/i.test(genre)) return true;
  return isUnitedNationsSymbol(number === '' ? id : number) && !/\bdoc(?:ument)?\b/i.test(genre);
}

/** A conference paper that stands in a book, and is cited as a chapter. */
export function isInProceedings(fields: SourceFields): boolean {
  return fields.publisher !== '' || fields.editors.length > 0 || fields.pages !== '';
}

/** Where it was given: the conference or meeting. */
export function meetingOf(fields: SourceFields): RichText {
  return isEmpty(fields.container) ? fromCslText(fields.event) : fields.container;
}

/** `version 1.2`, and words that say more as they are. */
export function versionOf(fields: SourceFields): string {
  return /^\d/.test(fields.version) ? `version ${fields.version}` : fields.version;
}

/** The title of an interview, where it has one of its own. */
export function ownTitle(fields: SourceFields): RichText {
  return fields.plainTitle === fields.id ? [] : fields.title;
}

/** The newspaper and who wrote in it; one that a record has as the author of its own news is the newspaper alone. */
export function newsFields(fields: SourceFields): SourceFields {
  const [only, ...others] = fields.authors;
  if (only?.literal === undefined || others.length > 0) return fields;
  if (isEmpty(fields.container)) return { ...fields, authors: [], container: fromCslText(only.literal) };
  return plain(fields.container) === only.literal ? { ...fields, authors: [] } : fields;
}

/** The publisher, unless the author already says it. */
export function distinctPublisher(fields: SourceFields): string {
  const isAuthor = fields.authors.some((author) => author.literal?.toLowerCase() === fields.publisher.toLowerCase());
  return isAuthor ? '' : fields.publisher;
}

/** The name of the site, unless the author already says it. */
export function distinctSite(fields: SourceFields): RichText {
  if (isEmpty(fields.container)) return fromCslText(distinctPublisher(fields));
  const site = plain(fields.container).toLowerCase();
  return fields.authors.some((author) => author.literal?.toLowerCase() === site) ? [] : fields.container;
}

/** The address at which the source is to be found for good: the DOI where there is one. */
export function bestAddress(fields: SourceFields): string {
  return fields.doi === '' ? fields.url : `https://doi.org/${fields.doi}`;
}

/** `Working Paper No. 12`, with the style's own word before a bare number; `ITU resolution 179` without a second noun. */
export function reportNumber(fields: SourceFields, numberWord: 'No ' | 'No. ' | 'no. '): string {
  const { genre, number } = fields;
  // `UN Doc` without its symbol says nothing.
  if (number === '') return /\bdoc(?:ument)?\b/i.test(genre) ? '' : genre;
  const noun = /[\p{L}]+$/u.exec(genre)?.[0] ?? '';
  const bare =
    noun !== '' && number.toLowerCase().startsWith(`${noun.toLowerCase()} `)
      ? number.slice(noun.length + 1)
      : undefined;
  if (bare !== undefined) return `${genre} ${bare}`;
  const isBareNumber = /^\d[\d./–-]*$/.test(number);
  return `${genre} ${isBareNumber ? numberWord : ''}${number}`.trim();
}

/** `Oxford Legal Studies Research Paper No. 1/2007`: the series of a report or paper, and its number there. */
export function seriesAndNumber(fields: SourceFields, numberWord: 'No ' | 'No. ' | 'no. '): RichText {
  const { genre, series, seriesNumber } = fields;
  if (isEmpty(series)) return fromCslText(reportNumber(fields, numberWord));
  const number = fields.number || seriesNumber;
  const counted = join(' ', series, `${/^\d/.test(number) ? numberWord : ''}${number}`);
  const isSaid = genre === '' || plain(series).toLowerCase().includes(genre.toLowerCase());
  return isSaid ? counted : join(', ', counted, genre);
}

/** `PhD thesis`, `Master's thesis`: the kind of a thesis with its noun; a degree without one takes the style's own. */
export function thesisKind({ genre }: SourceFields, doctoral: string): string {
  if (genre === '') return 'thesis';
  if (/thesis|diss|paper|essay|memoir|m[ée]moire|th[èe]se|tesis|tese|arbeit/i.test(genre)) return genre;
  return isDoctorate(genre) ? doctoral : `${genre} thesis`;
}

/** The genre of a thesis names a doctorate. */
export function isDoctorate(genre: string): boolean {
  return /\bph\.?\s?d\b|\bd\.?\s?phil\b|doctor/i.test(genre);
}
