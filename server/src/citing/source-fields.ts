/**
 * A source as the styles read it: every field there and clean, an absent one empty. Records are checked when they are
 * built, but a user's own library is not, so a field may be missing or of another type.
 */

import type { Source, SourceDetails } from '../knowledge/record.ts';
import { cleanText } from './clean-text.ts';
import { type DateSpan, readCslDate } from './dates.ts';
import { type Person, readPersons } from './persons.ts';
import { fromCslText, isEmpty, type RichText } from './rich-text.ts';
import { isUnitedNationsSymbol } from './un-document.ts';

/** What a source is, as far as the way it is cited goes. */
export type SourceKind =
  | 'official-document'
  | 'treaty'
  | 'charter'
  | 'journal-article'
  | 'news-article'
  | 'book'
  | 'chapter'
  | 'conference-paper'
  | 'web-page'
  | 'blog-post'
  | 'thesis'
  | 'speech'
  | 'report'
  | 'legislation'
  | 'court-decision'
  | 'other';

export interface SourceFields {
  id: string;
  kind: SourceKind;
  title: RichText;
  /** The title without italics, to look at. */
  plainTitle: string;
  shortTitle: string;
  genre: string;
  number: string;
  authors: Person[];
  editors: Person[];
  issued: DateSpan | undefined;
  accessed: DateSpan | undefined;
  publisher: string;
  place: string;
  container: RichText;
  volume: string;
  issue: string;
  /** With an en dash between the first and the last page. */
  pages: string;
  firstPage: string;
  url: string;
  doi: string;
  language: string;
  details: SourceDetails;
}

function kindOf(
  type: string,
  { genre, number, id, title, container }: Record<'genre' | 'number' | 'id' | 'title' | 'container', string>,
): SourceKind {
  const symbol = number === '' ? id : number;
  switch (type) {
    case 'article-journal':
    case 'article':
    case 'review':
    case 'review-book':
      return 'journal-article';
    case 'article-newspaper':
    case 'article-magazine':
      return 'news-article';
    case 'book':
    case 'collection':
      return 'book';
    case 'chapter':
    case 'entry-encyclopedia':
    case 'entry-dictionary':
      return 'chapter';
    case 'paper-conference':
      return 'conference-paper';
    case 'post-weblog':
    case 'post':
      return 'blog-post';
    case 'thesis':
    case 'speech':
      return type;
  }
  if (/^I\.? ?C\.? ?J\.? Rep/i.test(container)) return 'court-decision';
  if (/^(?:UN|United Nations) Charter$|^Charter of the United Nations\b/i.test(title)) return 'charter';
  if (type === 'treaty') return 'treaty';
  const isOfficialDocument =
    (number !== '' && /\bdoc(?:ument)?\b\.?/i.test(genre)) ||
    ((type === 'report' || type === 'document' || type === 'legislation' || type === '') &&
      isUnitedNationsSymbol(symbol));
  if (isOfficialDocument) return 'official-document';
  if (type === 'webpage') return 'web-page';
  if (type === 'report' || type === 'legislation') return type;
  if (type === 'bill' || type === 'regulation') return 'legislation';
  return 'other';
}

/** Reads every field that a style may use. */
export function readSource(source: Source): SourceFields {
  const id = cleanText(source.id);
  const genre = cleanText(source.genre);
  const number = cleanText(source.number);
  const details: SourceDetails =
    typeof source.custom === 'object' && source.custom !== null ? source.custom : ({} as SourceDetails);
  const authors = readPersons(source.author);
  const container = cleanText(source['container-title']);
  // Of a source that says nothing at all, its key is what a reader can search for.
  const isBlank = number === '' && container === '' && authors.length === 0;
  const title = fromCslText(cleanText(source.title) || (isBlank && !isUnitedNationsSymbol(id) ? id : ''));
  const plainTitle = title.map((piece) => piece.text).join('');
  const pages = cleanText(source.page).replace(/(?<=\w)\s*[-–—]+\s*(?=\w)/g, '–');
  return {
    id,
    kind: kindOf(cleanText(source.type), { genre, number, id, title: plainTitle, container }),
    title,
    plainTitle,
    shortTitle: cleanText(details['short-title']),
    genre,
    number,
    authors,
    editors: readPersons(source.editor),
    issued: readCslDate(source.issued),
    accessed: readCslDate(source.accessed),
    publisher: cleanText(source.publisher),
    place: cleanText(source['publisher-place']),
    container: fromCslText(container),
    volume: cleanText(source.volume),
    issue: cleanText(source.issue),
    pages,
    firstPage: /^[^\s–,;]+/.exec(pages)?.[0] ?? '',
    url: cleanText(source.URL),
    doi: cleanText(source.DOI).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''),
    language: cleanText(source.language),
    details,
  };
}

/** The publisher, unless the author already says it. */
export function distinctPublisher(fields: SourceFields): string {
  const isAuthor = fields.authors.some((author) => author.literal?.toLowerCase() === fields.publisher.toLowerCase());
  return isAuthor ? '' : fields.publisher;
}

/** The address at which the source is to be found for good: the DOI where there is one. */
export function bestAddress(fields: SourceFields): string {
  return fields.doi === '' ? fields.url : `https://doi.org/${fields.doi}`;
}

/** Where in an official journal an act stands; since 2023 those of the European Union stand under their own number. */
export function placeInJournal(fields: SourceFields): string {
  if (isEmpty(fields.container)) return '';
  const place = [fields.volume, fields.firstPage].filter((part) => part !== '').join('/');
  return place === '' ? fields.number : place;
}

/** `Working Paper No. 12`, with the style's own word before a bare number. */
export function reportNumber(fields: SourceFields, numberWord: 'No ' | 'No. ' | 'no. '): string {
  const { genre, number } = fields;
  // `UN Doc` without its symbol says nothing.
  if (number === '') return /\bdoc(?:ument)?\b/i.test(genre) ? '' : genre;
  const isBareNumber = /^\d/.test(number);
  return `${genre} ${isBareNumber ? numberWord : ''}${number}`.trim();
}
