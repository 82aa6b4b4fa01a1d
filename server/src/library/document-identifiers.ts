/** By what an entry says which document it is, so that the same document is known in another bibliography. */

/** What an entry says, as it is written; the type is CSL's or BibTeX's. */
export interface DocumentFields {
  type: unknown;
  number: unknown;
  title: unknown;
  url: unknown;
  doi: unknown;
}

/** Kinds of texts that write about documents: a symbol in their title or address is not their own. */
const writtenAbout =
  /^(?:article|book|in(?:book|collection|proceedings)|chapter|collection|conference|entry|legal_case|paper-conference|periodical|phdthesis|mastersthesis|post|proceedings|review|speech|supp|thesis)/i;

const officialAddress =
  /^https?:\/\/(?:docs\.un\.org\/(?:[a-z]{2}\/)?|undocs\.org\/(?:[a-z]{2}\/)?|(?:www\.)?un\.org\/[^?#]{0,200}\?(?:[^#]{0,200}&)?symbol=)([^?#&]{1,120})/i;

const longestTitle = 600;
/** Without BibTeX's braces. */
const asText = (value: unknown): string => (typeof value === 'string' ? value.replace(/[{}]/g, '').trim() : '');

/** A DOI without what is written before it; undefined where there is none. */
export function doiOf(value: unknown): string | undefined {
  const doi = asText(value).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/**
 * The DOI and what may be the symbol of a UN document: the number, the symbol in the address, the beginning and the end of the
 * title. In lower case, without spaces; whether it is a symbol is for the reader to say.
 */
export function documentIdentifiers({ type, number, title, url, doi }: DocumentFields): string[] {
  const found: string[] = [];
  const add = (symbol: string | undefined): void => {
    const folded = symbol?.replace(/\s+|\*+$/g, '').toLowerCase() ?? '';
    if (/^[a-z][a-z0-9.]*\/./.test(folded) && folded.length <= 80 && !found.includes(folded)) found.push(folded);
  };
  const ownDoi = doiOf(doi)?.toLowerCase();
  if (ownDoi !== undefined) found.push(ownDoi);
  add(asText(number).replace(/^UN(?:ited Nations)?,? Doc(?:ument|\.)?:?\s+/i, ''));
  if (writtenAbout.test(asText(type))) return found;
  add(decoded(officialAddress.exec(asText(url))?.[1] ?? ''));
  const words = asText(title);
  if (words.length > longestTitle || !words.includes('/')) return found;
  add(/^[[(]?([A-Z][\w.]*\/[^\s,;:]*[\w)*])(?=[\s,:;\])]|$)/.exec(words)?.[1]);
  const last = /(?:^|[\s[(])([A-Z][\w.]*\/[^\s,;:]*[\w)*])\.?$/.exec(words.replace(/\]\.?$/, ''))?.[1];
  // A bracket that opens before the symbol closes behind it.
  add(last?.includes('(') === false ? last.replace(/\)$/, '') : last);
  return found;
}
