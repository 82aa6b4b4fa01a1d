/**
 * Addresses of cards: `rapporteur:/card/oewg-2019-2021.md`. Of an id that is no file name, a readable form stands in the
 * path and the id itself in the query: `rapporteur:/card/A-RES-73-27.md?A%2FRES%2F73%2F27`.
 */
import { cardScheme } from './requests.ts';

/** The name of the file that a card looks like, without its folder. */
export function cardFileName(id: string): string {
  return `${id.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '')}.md`;
}

export function cardUri(id: string): string {
  const name = cardFileName(id);
  const query = name === `${id}.md` ? '' : `?${encodeURIComponent(id)}`;
  return `${cardScheme}:/card/${name}${query}`;
}

/** The id that an address of a card names, or undefined for any other address. */
export function idOfCardUri(uri: string): string | undefined {
  const parts = /^rapporteur:\/{1,3}card\/([^?#]*)\.md(?:\?([^#]*))?(?:#.*)?$/.exec(uri);
  if (parts === null) return undefined;
  const [, name = '', query] = parts;
  try {
    return decodeURIComponent(query === undefined || query === '' ? name : query);
  } catch {
    return undefined;
  }
}
