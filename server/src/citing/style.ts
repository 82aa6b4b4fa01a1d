/**
 * References in the styles that journals of international law ask for. Pure functions: the same source gives the same
 * text, in Node and in a browser's worker.
 *
 * A style is one function from a source and a locator to text with italics; its file says which guide it follows and
 * where the guide is silent. What the styles share lies in the modules named for it: dates, persons, locators, United
 * Nations documents, treaties, rich text.
 */

import type { CitableItem } from '../knowledge/record.ts';
import { apaReference } from './apa.ts';
import { bluebookReference } from './bluebook.ts';
import { chicagoReference } from './chicago.ts';
import { withHeadlineCapitals } from './headline-case.ts';
import { type LocatorPart, parseLocator } from './locator.ts';
import { oscolaReference } from './oscola.ts';
import { enclose, join, type Markup, type RichText, render } from './rich-text.ts';
import {
  apaInText,
  bluebookAgain,
  chicagoAgain,
  type EarlierCitation,
  oscolaAgain,
  unEditorialAgain,
} from './short-form.ts';
import { readSource, type SourceFields } from './source-fields.ts';
import { unEditorialReference } from './un-editorial.ts';

/** `oscola` is the fourth edition, by which most journals still go. */
export const citationStyles = ['oscola', 'oscola5', 'bluebook', 'chicago', 'un', 'apa'] as const;
export type CitationStyle = (typeof citationStyles)[number];

export interface ReferenceOptions {
  /** A pinpoint in any common writing: `para. 71`, `pp. 33-35`, `art. 2(4)`. */
  locator?: string;
  /**
   * The source will be cited again by its short title, which Bluebook introduces at the end: `[hereinafter Budapest
   * Convention]`. OSCOLA gives it in any case, the others never.
   */
  introducesShortTitle?: boolean;
  /** Plain text by default; Markdown carries italics and links, and escapes everything else. */
  markup?: Markup;
}

const references: Record<CitationStyle, (fields: SourceFields, locator: readonly LocatorPart[]) => RichText> = {
  oscola: (fields, locator) => oscolaReference(withHeadlineCapitals(fields), locator, 4),
  oscola5: (fields, locator) => oscolaReference(withHeadlineCapitals(fields), locator, 5),
  bluebook: (fields, locator) => bluebookReference(withHeadlineCapitals(fields), locator),
  chicago: (fields, locator) => chicagoReference(withHeadlineCapitals(fields), locator),
  un: unEditorialReference,
  apa: apaReference,
};

/**
 * A source, or an item of the user's, as the style cites it for the first time. Absent fields leave no trace; a source of which nothing is known
 * is given by its key. OSCOLA and Bluebook end without a full stop, which the sentence of the footnote brings.
 */
export function formatReference(item: CitableItem, style: CitationStyle, options: ReferenceOptions = {}): string {
  const markup = options.markup ?? 'plain';
  const fields = readSource(item);
  const reference = references[style](fields, parseLocator(options.locator));
  return render(
    style === 'bluebook' && options.introducesShortTitle === true
      ? join(' ', reference, enclose('[hereinafter ', introducedTitle(fields), ']'))
      : reference,
    markup,
  );
}

/** The short title of an instrument that Bluebook would name by it. */
function introducedTitle(fields: SourceFields): string {
  const isInstrument = ['treaty', 'official-document', 'legislation'].includes(fields.kind);
  return isInstrument && fields.shortTitle !== fields.plainTitle ? fields.shortTitle : '';
}

export interface SubsequentOptions extends EarlierCitation {
  /** As in `ReferenceOptions`. */
  locator?: string;
  markup?: Markup;
}

const shortForms: Record<
  CitationStyle,
  (fields: SourceFields, locator: readonly LocatorPart[], earlier: EarlierCitation) => RichText
> = {
  oscola: (fields, locator, earlier) => oscolaAgain(withHeadlineCapitals(fields), locator, earlier, 4),
  oscola5: (fields, locator, earlier) => oscolaAgain(withHeadlineCapitals(fields), locator, earlier, 5),
  bluebook: (fields, locator, earlier) => bluebookAgain(withHeadlineCapitals(fields), locator, earlier),
  chicago: (fields, locator) => chicagoAgain(withHeadlineCapitals(fields), locator),
  un: unEditorialAgain,
  apa: apaInText,
};

/**
 * A source as the style cites it again: `Segal (n 12) 33`, `*Id.* ¶ 5`, `Ibid., para. 5.`; in APA the citation in the text.
 * Ends with a full stop where the style's first reference does.
 */
export function formatSubsequent(item: CitableItem, style: CitationStyle, options: SubsequentOptions = {}): string {
  const { locator, markup, ...earlier } = options;
  return render(shortForms[style](readSource(item), parseLocator(locator), earlier), markup ?? 'plain');
}
