/** What a source is, as far as the way it is cited goes: told by its CSL type, and by what a UN document or a judgment looks like. */

import { naturalName, type Person } from './persons.ts';
import { isUnitedNationsSymbol } from './un-document.ts';

export type SourceKind =
  | 'official-document'
  | 'treaty'
  | 'charter'
  | 'journal-article'
  | 'news-article'
  | 'book'
  | 'chapter'
  | 'entry'
  | 'conference-paper'
  | 'web-page'
  | 'blog-post'
  | 'thesis'
  | 'speech'
  | 'interview'
  | 'letter'
  | 'report'
  | 'working-paper'
  | 'legislation'
  | 'court-decision'
  | 'dataset'
  | 'software'
  | 'recording'
  | 'manuscript'
  | 'other';

/** CSL's types that say all. */
const kindsByType: Readonly<Record<string, SourceKind>> = {
  'article-journal': 'journal-article',
  review: 'journal-article',
  'review-book': 'journal-article',
  'article-newspaper': 'news-article',
  'article-magazine': 'news-article',
  book: 'book',
  classic: 'book',
  collection: 'book',
  musical_score: 'book',
  pamphlet: 'book',
  periodical: 'book',
  chapter: 'chapter',
  entry: 'entry',
  'entry-dictionary': 'entry',
  'entry-encyclopedia': 'entry',
  'paper-conference': 'conference-paper',
  post: 'blog-post',
  'post-weblog': 'blog-post',
  thesis: 'thesis',
  speech: 'speech',
  event: 'speech',
  performance: 'speech',
  interview: 'interview',
  personal_communication: 'letter',
  'personal-communication': 'letter',
  dataset: 'dataset',
  software: 'software',
  broadcast: 'recording',
  motion_picture: 'recording',
  song: 'recording',
  manuscript: 'manuscript',
  legal_case: 'court-decision',
};

/** Types that a style tells apart only where nothing about them is more special. */
const generalKinds: Readonly<Record<string, SourceKind>> = {
  webpage: 'web-page',
  report: 'report',
  standard: 'report',
  patent: 'report',
  hearing: 'report',
  legislation: 'legislation',
  bill: 'legislation',
  regulation: 'legislation',
  treaty: 'treaty',
};

const reports = /^(?:I\.? ?C\.? ?J\.? Rep|P\.? ?C\.? ?I\.? ?J\b|Reports of International Arbitral Awards)/i;

interface Traits {
  genre: string;
  number: string;
  id: string;
  title: string;
  container: string;
  url: string;
  authors: readonly Person[];
}

/** A judgment that a library keeps as a document: it stands in a court's reports, or a court gives it a case's number. */
function isDecision({ number, title, container, authors }: Traits): boolean {
  if (reports.test(container) || /\bI\. ?C\. ?J\. Reports \d{4}, p\. \d+$/.test(title)) return true;
  const isByCourt = authors.some((author) => /\b(?:Court|Tribunal)\b/.test(naturalName(author)));
  return isByCourt && /^(?:(?:joined )?cases? |applications? nos?\b)/i.test(number);
}

/** The kind of a source of this CSL type with these traits. */
export function kindOf(type: string, traits: Traits): SourceKind {
  const { genre, number, id, title, container } = traits;
  const special = Object.hasOwn(kindsByType, type) ? kindsByType[type] : undefined;
  if (special !== undefined) return special;
  // A preprint has no journal, but the name of its series or archive.
  if (type === 'article') return container === '' ? 'working-paper' : 'journal-article';
  if (isDecision(traits)) return 'court-decision';
  if (type !== 'webpage' && /^(?:(?:UN|United Nations) Charter|Charter of the United Nations)$/i.test(title))
    return 'charter';
  if (type === 'treaty') return 'treaty';
  const symbol = number === '' ? id : number;
  const isOfficialDocument =
    (number !== '' && /\bdoc(?:ument)?\b\.?/i.test(genre)) ||
    (/^(?:report|document|legislation|)$/.test(type) && isUnitedNationsSymbol(symbol));
  if (isOfficialDocument) return 'official-document';
  if (type === 'report' && /\b(?:working|discussion|research|occasional) paper\b|\bpreprint\b/i.test(genre))
    return 'working-paper';
  // BibTeX's `misc` has no type; with an address it is a page.
  if (type === '' && traits.url !== '') return 'web-page';
  return (Object.hasOwn(generalKinds, type) ? generalKinds[type] : undefined) ?? 'other';
}
