/** What is said of a source in lists and hovers. */
import { cleanText } from '../citing/clean-text.ts';
import { type CitationStyle, formatReference } from '../citing/style.ts';
import type { Citable } from './citable.ts';
import { escapeMarkdown } from './markdown-text.ts';

/** The date and the name of a source, for the row of a list. */
export const sourceLine = ({ date, title }: Citable): string => [date, title].filter((part) => part !== '').join(' · ');

/** A source as the style cites it, in Markdown. */
export const referenceText = ({ source }: Citable, style: CitationStyle): string =>
  formatReference(source, style, { markup: 'markdown' });

/** How many units of an abstract a hover shows. */
const longestAbstract = 400;

/** The beginning of a source's abstract in Markdown, to the end of a sentence or word; empty where it has none. */
export function abstractText({ source }: Citable): string {
  const text = cleanText(source.abstract)
    .replace(/<\/?[a-z][^<>]{0,80}>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= longestAbstract) return escapeMarkdown(text);
  const cut = text.slice(0, longestAbstract);
  const sentence = /^.*[.!?。؟](?=\s)/su.exec(cut)?.[0];
  const whole = sentence !== undefined && sentence.length > longestAbstract / 2 ? sentence : cut.replace(/\s*\S*$/, '');
  return `${escapeMarkdown(whole === '' ? cut.replace(/[\uD800-\uDBFF]$/, '') : whole)} …`;
}

/** The name of a file without its folders, from its address. */
export function fileName(uri: string): string {
  const name = uri.replace(/[?#].*$/, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
