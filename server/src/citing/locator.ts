/**
 * Pinpoints: `para. 71`, `pp. 33–35`, `art. 2(4)`, `§ 5`, `annex I, para. 3`, in whatever way a writer puts them, read
 * into label and number and written in a style's own way.
 */

import { cleanText } from './clean-text.ts';

export type LocatorLabel =
  | 'page'
  | 'paragraph'
  | 'preambular-paragraph'
  | 'preamble'
  | 'article'
  | 'section'
  | 'chapter'
  | 'part'
  | 'annex'
  | 'appendix'
  | 'volume'
  | 'note'
  | 'column'
  | 'figure'
  | 'table'
  | 'line'
  | 'clause'
  | 'schedule';

export interface LocatorPart {
  /** `undefined` for a word that styles do not abbreviate (`norm 13`, `goal 9`), which stands in `value` with it. */
  label: LocatorLabel | undefined;
  /** More than one is meant: `paras. 5–7`. */
  plural: boolean;
  /** `71`, `5–7`, `2(4)`; empty for `preamble` or `annex` alone. */
  value: string;
}

/** In the order in which they are tried; each ends where a number, a space, a full stop or nothing follows. */
const labelPatterns: readonly (readonly [LocatorLabel, string])[] = [
  ['preambular-paragraph', '(?:preambular|preamble|pmbl\\.?) (?:paragraphs?|paras?\\.?|¶¶?)'],
  ['preamble', 'preamble|pmbl\\.?'],
  ['paragraph', '(?:operative|op\\.?) (?:paragraphs?|paras?\\.?)|paragraphs?|paras?\\.?|pars?\\.|¶¶?'],
  ['page', 'pages?|pp?\\.?|pgs?\\.?'],
  ['article', 'articles?|arts?\\.?'],
  ['section', 'sections?|sects?\\.?|secs?\\.?|ss?\\.?|§§?'],
  ['chapter', 'chapters?|chaps?\\.?|chs?\\.?'],
  ['part', 'parts?|pts?\\.?'],
  ['annex', 'annex(?:es)?'],
  ['appendix', 'appendix|appendices|apps?\\.?'],
  ['volume', 'volumes?|vols?\\.?'],
  ['note', 'footnotes?|notes?|fns?\\.?|nn?\\.?'],
  ['column', 'columns?|cols?\\.?'],
  ['figure', 'figures?|figs?\\.?'],
  ['table', 'tables?|tbls?\\.?'],
  ['line', 'lines?|ll?\\.'],
  ['clause', 'clauses?|cls?\\.?'],
  ['schedule', 'schedules?|scheds?\\.?|schs?\\.?'],
];

const readers = labelPatterns.map(
  ([label, pattern]) => [label, new RegExp(`^(?:${pattern})(?=[\\s\\d(]|$)\\s*(.*)$`, 'i')] as const,
);

/** A number, a Roman numeral or a bracketed letter: what goes on from the label before. */
const goesOn = /^(?:\d|[ivxlc]+\b|\([\da-z]+\))/i;

/** What can follow a label: `part II`, `annex A`, but not `part of the annex`. */
const labelled = /^(?:$|[\d([¶§]|[ivxlcdm]+\b|[a-z]\b|[a-z]?[-.]\d)/i;

function splitAtCommas(text: string): string[] {
  const segments: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
    if ((character === ',' || character === ';') && depth === 0) segments.push('');
    else segments[segments.length - 1] += character;
  }
  return segments.map((segment) => segment.trim()).filter((segment) => segment !== '');
}

/** En dashes in ranges, no space before a bracket. */
function tightValue(value: string): string {
  return value
    .replace(/(?<=[\w)\]])\s*(?:--?|[–—])\s*(?=[\w(])/g, (dash, at: number, whole: string) => {
      // `II-3` and `9-bis` are one number, not a range.
      const before = /[^\s]*$/.exec(whole.slice(0, at))![0];
      const after = /^[^\s,]*/.exec(whole.slice(at + dash.length))![0];
      const isRange =
        (/\d$/.test(before) && /^\d/.test(after)) ||
        (/\)$/.test(before) && /^[\d(]/.test(after)) ||
        (/^[ivxlc]+$/i.test(before) && /^[ivxlc]+$/i.test(after)) ||
        (/\d$/.test(before) && /^\(/.test(after));
      return isRange || dash.includes('–') || dash.includes('—') ? '–' : dash.trim();
    })
    .replace(/(?<=[\w)])\s+(?=\()/g, '')
    .replace(/\s+&\s+/g, ' and ')
    .replace(/[\s.:]+$/, '')
    .replace(/^[\s.:]+/, '');
}

function isPlural(value: string): boolean {
  return /[–,]| and /.test(value.replace(/\([^()]*\)(?:\s*–\s*\([^()]*\))*/g, ''));
}

function readLabel(words: string): LocatorPart | undefined {
  for (const [label, reader] of readers) {
    const match = reader.exec(words);
    if (match === null || !labelled.test(match[1]!)) continue;
    const value = tightValue(match[1]!);
    return { label, plural: isPlural(value), value };
  }
  // `[71]`, as courts number their paragraphs.
  const bracketed = /^\[(\d+)\](?:\s*[-–—]\s*\[(\d+)\])?$/.exec(words);
  if (bracketed === null) return undefined;
  const [, first = '', last] = bracketed;
  return last === undefined
    ? { label: 'paragraph', plural: false, value: first }
    : { label: 'paragraph', plural: true, value: `${first}–${last}` };
}

/** Reads a locator; a bare number is a page, as pandoc takes it. */
export function parseLocator(locator: string | undefined): LocatorPart[] {
  const parts: LocatorPart[] = [];
  for (const segment of splitAtCommas(cleanText(locator).replace(/^(?:at|see)\s+/i, ''))) {
    const previous = parts.at(-1);
    const words = segment.replace(/^(?:and|at)\s+/i, '');
    // `OP5` and `PP3`, as delegates write operative and preambular paragraphs; `pp. 3` are pages.
    const delegates = /^(OP|PP)\s?(\d.*)$/.exec(words);
    if (delegates !== null && !(delegates[1] === 'PP' && /^PP\s/.test(words))) {
      const value = tightValue(delegates[2]!);
      parts.push({
        label: delegates[1] === 'OP' ? 'paragraph' : 'preambular-paragraph',
        plural: isPlural(value),
        value,
      });
      continue;
    }
    const read = readLabel(words);
    if (read !== undefined) {
      parts.push(read);
    } else if (goesOn.test(words) && previous !== undefined && previous.value !== '') {
      const separator = /^and\s/i.test(segment) ? ' and ' : ', ';
      parts[parts.length - 1] = { ...previous, plural: true, value: previous.value + separator + tightValue(words) };
    } else if (/^\d/.test(words) || /^[ivxlc]+(?:\s*[-–—]+\s*[ivxlc]+)?$/i.test(words)) {
      const value = tightValue(words);
      parts.push({ label: 'page', plural: isPlural(value), value });
    } else {
      const value = tightValue(words);
      if (value !== '') parts.push({ label: undefined, plural: false, value });
    }
  }
  return parts;
}

/** How a style writes each label: singular and plural, with the space that follows. */
export type LocatorForms = Readonly<Record<LocatorLabel, readonly [singular: string, plural: string]>>;

export interface LocatorStyle {
  forms: LocatorForms;
  /** `spaced` sets bracketed subdivisions off, as the United Nations does: `13 (f)`. */
  spacing?: 'tight' | 'spaced';
  /** How many digits the last page of a range keeps; all of them by default. */
  pageRanges?: PageRanges;
  /** What stands between a page and a note on it (`9 fn 6`, `9n6`); a comma by default. */
  beforeNote?: string;
}

/**
 * - `two-digits`: as few as possible, but two, and no nought first: `135–36`, `201–203` (OSCOLA, 1.3.2)
 * - `last-two`: always the last two: `135–36`, `201–03` (Bluebook, rule 3.2(a))
 * - `changed`: the part that changes after a first number like `101`, two digits else, all after a round hundred:
 *   `101–8`, `321–28`, `100–104` (Chicago, 9.61)
 */
export type PageRanges = 'two-digits' | 'last-two' | 'changed';

/** Shortens the second number of each range of pages. */
export function shortenPageRanges(pages: string, ranges: PageRanges | undefined): string {
  if (ranges === undefined) return pages;
  return pages.replace(/(?<![\w.])(\d{3,5})–(\d{3,5})(?![\w.])/g, (whole, first: string, last: string) => {
    if (first.length !== last.length || Number(first) >= Number(last)) return whole;
    let same = 0;
    while (first[same] === last[same]) same += 1;
    const two = last.slice(Math.min(same, last.length - 2));
    if (ranges === 'two-digits') return two.startsWith('0') ? whole : `${first}–${two}`;
    if (ranges === 'last-two') return `${first}–${two}`;
    if (first.endsWith('00')) return whole;
    return `${first}–${first.at(-2) === '0' ? last.slice(same) : two}`;
  });
}

/** Writes one part. */
function formatLocatorPart(part: LocatorPart, style: LocatorStyle): string {
  const spaced = style.spacing === 'spaced' ? part.value.replace(/(?<=[\w)])\(/g, ' (') : part.value;
  const value = part.label === 'page' ? shortenPageRanges(spaced, style.pageRanges) : spaced;
  if (part.label === undefined) return value;
  const [singular, plural] = style.forms[part.label];
  return ((part.plural ? plural : singular) + value).trim();
}

/** Writes a locator in a style's own way; empty where there is none. */
export function formatLocator(parts: readonly LocatorPart[], style: LocatorStyle): string {
  return parts
    .map((part, index) => {
      const isNoteOnPage = part.label === 'note' && parts[index - 1]?.label === 'page';
      const separator = index === 0 ? '' : isNoteOnPage ? (style.beforeNote ?? ', ') : ', ';
      return separator + formatLocatorPart(part, style);
    })
    .join('');
}
