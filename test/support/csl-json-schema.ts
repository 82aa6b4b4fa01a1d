/**
 * CSL-JSON 1.0.2 as a JSON Schema: the variables that the CSL specification names, each with the type that the input
 * model gives it, and no others.
 * Source: https://docs.citationstyles.org/en/stable/specification.html (appendices III and IV).
 */

const types = [
  ...['article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter'],
  ...['classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event'],
  ...['figure', 'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture'],
  ...['musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication'],
  ...['post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard'],
  ...['thesis', 'treaty', 'webpage'],
];
const numbers = [
  ...['chapter-number', 'citation-number', 'collection-number', 'edition', 'issue', 'locator', 'number', 'part'],
  ...['number-of-pages', 'number-of-volumes', 'page', 'page-first', 'printing', 'supplement', 'volume'],
];
const texts = [
  ...['abstract', 'annote', 'archive', 'archive_collection', 'archive_location', 'archive-place', 'authority'],
  ...['call-number', 'collection-title', 'container-title', 'container-title-short', 'dimensions', 'division', 'DOI'],
  ...['event-title', 'event-place', 'genre', 'ISBN', 'ISSN', 'jurisdiction', 'keyword', 'language', 'medium', 'note'],
  ...['original-publisher', 'original-publisher-place', 'original-title', 'part-title', 'PMCID', 'PMID', 'publisher'],
  ...['publisher-place', 'references', 'reviewed-title', 'scale', 'section', 'source', 'status', 'title'],
  ...['title-short', 'URL', 'version', 'volume-title', 'year-suffix'],
];
const persons = [
  ...['author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor', 'director'],
  ...['editor', 'editorial-director', 'interviewer', 'illustrator', 'original-author', 'recipient', 'reviewed-author'],
  ...['script-writer', 'translator'],
];
const dates = ['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted'];

const text = { type: 'string' };
const person = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: Object.fromEntries(
    ['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'literal'].map((name) => [name, text]),
  ),
};
const date = {
  type: 'object',
  additionalProperties: false,
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } },
    },
    literal: text,
    raw: text,
  },
};
const all = <Schema>(names: readonly string[], schema: Schema): Record<string, Schema> =>
  Object.fromEntries(names.map((name) => [name, schema]));

export const cslJsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'type'],
    properties: {
      id: text,
      type: { enum: types },
      ...all(numbers, { type: ['string', 'number'] }),
      ...all(texts, text),
      ...all(persons, { type: 'array', items: person }),
      ...all(dates, date),
      custom: { type: 'object' },
    },
  },
};
