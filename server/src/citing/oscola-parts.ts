/** What all references in OSCOLA are made with: pinpoints, names, short titles. The guides are named in `oscola.ts`. */

import { formatLocator, type LocatorPart, type LocatorStyle } from './locator.ts';
import { nameList, nameWithoutStops, type Person } from './persons.ts';
import { enclose, join, plain, quoted, type RichText } from './rich-text.ts';

export type OscolaEdition = 4 | 5;

export const oscolaLocators: LocatorStyle = {
  pageRanges: 'two-digits',
  beforeNote: ' ',
  forms: {
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
    clause: ['cl ', 'cls '],
    schedule: ['sch ', 'schs '],
  },
};

/** Of more than three the first (3.1.1). */
export function names(persons: readonly Person[]): string {
  return nameList(persons.map(nameWithoutStops), { last: ' and ', most: 3, others: ' and others' });
}

/** `[88]`: paragraphs of judgments (2.1.6; in the fifth edition also 4.3.1 and 4.4.2); no range is shortened. */
function bracketedParagraphs(locator: readonly LocatorPart[]): string | undefined {
  if (locator.length === 0 || locator.some(({ label }) => label !== 'paragraph')) return undefined;
  return locator.map(({ value }) => value.replace(/\d+/g, '[$&]')).join(', ');
}

/** The pinpoint after a comma, which a closing bracket makes needless (2.1.6, and the supplement's `(UDHR) art 5`). */
export function withPinpoint(reference: RichText, locator: readonly LocatorPart[], hasParagraphs: boolean): RichText {
  const paragraphs = hasParagraphs ? bracketedParagraphs(locator) : undefined;
  if (paragraphs !== undefined) return join(' ', reference, paragraphs);
  const pinpoint = formatLocator(locator, oscolaLocators);
  return join(endsInBrackets(plain(reference)) ? ' ' : ', ', reference, pinpoint);
}

/** The last words stand in brackets: `… (UDHR)`, but not those of a symbol, `A/RES/1714(XVI)`. */
function endsInBrackets(text: string): boolean {
  if (!text.endsWith(')')) return false;
  let depth = 0;
  let at = text.length - 1;
  for (; at >= 0; at -= 1) {
    if (text[at] === ')') depth += 1;
    if (text[at] === '(' && --depth === 0) break;
  }
  return at <= 0 || text[at - 1] === ' ';
}

/** The short title as it is introduced: in the fifth edition in quotation marks (1.2.1). */
export function introduced(shortTitle: string, edition: OscolaEdition): RichText {
  return enclose('(', edition === 5 ? quoted(shortTitle, "'") : shortTitle, ')');
}
