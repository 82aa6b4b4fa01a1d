/**
 * Addresses of cards: `rapporteur:/card/oewg-2019-2021.md` of a concept, `rapporteur:/source/A-RES-73-27.md?A%2FRES%2F73%2F27`
 * of a source. Where the id is no file name, a readable form of it stands in the path and the id itself in the query.
 */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { cardScheme } from './requests.ts';

/** The name of the file that a card looks like, without its folder. */
export function cardFileName(id: string): string {
  return `${id.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '')}.md`;
}

export function cardUri(knowledge: Knowledge, record: number): string {
  const id = knowledge.id(record);
  const name = cardFileName(id);
  const query = name === `${id}.md` ? '' : `?${encodeURIComponent(id)}`;
  return `${cardScheme}:/${knowledge.isConcept(record) ? 'card' : 'source'}/${name}${query}`;
}

/** The record index of the card at an address, or -1 where there is none. */
export function recordOfCardUri(knowledge: Knowledge, uri: string): number {
  const parts = /^rapporteur:\/{1,3}(card|source)\/([^?#]*)\.md(?:\?([^#]*))?(?:#.*)?$/.exec(uri);
  if (parts === null) return -1;
  const [, kind, name = '', query] = parts;
  try {
    const id = decodeURIComponent(query === undefined || query === '' ? name : query);
    return kind === 'card' ? knowledge.conceptIndex(id) : knowledge.sourceIndex(id);
  } catch {
    return -1;
  }
}
