/** Telling whether the text of a footnote is a reference to a source that this program wrote there, full or shortened. */

import type { CitableItem } from '../knowledge/record.ts';
import { familyName } from './persons.ts';
import { creators } from './short-form.ts';
import { readSource } from './source-fields.ts';
import { type CitationStyle, formatReference, formatSubsequent } from './style.ts';

/** How a note refers to a source: to it and nothing else, or to it among other things. */
export type NoteReference = 'alone' | 'among others';

/** Numbers that no reference has, to see where the style puts a pinpoint and the number of a note. */
const pinpointNumber = '987651';
const noteNumber = 987652;
const locators = ['', `para. ${pinpointNumber}`, `p. ${pinpointNumber}`, `art. ${pinpointNumber}`];

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A unit of a pinpoint: none that begins the name of a person or document, but the words with which pinpoints begin. */
const pinpointUnit =
  '(?!(?!Ann?ex|Append|Articles?|Chapter|Clause|Column|Figure|Footnote|Part|Schedule|Section|Table|Vol)\\p{Lu}\\p{L}|https?:)[^;\\n]';
/** A pinpoint within a reference, and one behind it. */
const pinpointWithin = `(?:[\\s,([\\\\](?:${pinpointUnit}){0,60}?)??`;
const pinpointBehind = `(?:(?:,? |,? ?\\\\?[[(¶§])(?:${pinpointUnit}){1,40})?`;

/** A reference as a pattern: any number for that of the note, any pinpoint for the pinpoint. */
function pattern(written: string): string {
  const at = written.indexOf(pinpointNumber);
  const literal = (text: string): string => escaped(text).replaceAll(String(noteNumber), '\\d+');
  if (at < 0) return literal(written.replace(/\.$/, ''));
  const head = written
    .slice(0, at)
    .replace(/(?:preamble |paras?\.? |¶+ |arts?\.? |pp?\.? |at )$/, '')
    .replace(/[\s,(]*(?:\\?\[)?$/, '');
  const tail = written
    .slice(at + pinpointNumber.length)
    .replace(/^\\?\]/, '')
    .replace(/\.$/, '');
  return `${literal(head)}${pinpointWithin}${literal(tail)}`;
}

/** One form of a reference: as the whole text of a note, perhaps with a pinpoint behind it, and as a part of it. */
interface FormPattern {
  whole: RegExp;
  part: RegExp;
}

export interface ReferencePatterns {
  full: readonly FormPattern[];
  short: readonly FormPattern[];
}

function compile(forms: readonly string[]): FormPattern[] {
  return [...new Set(forms.map(pattern))]
    .filter((form) => form.length > 4)
    .map((form) => ({
      whole: new RegExp(`^${form}${pinpointBehind}$`, 'u'),
      // `Resolution 73/27` is not in `Resolution 73/271`.
      part: new RegExp(`(?<![\\p{L}\\p{N}/])${form}(?![\\p{L}\\p{N}/])`, 'u'),
    }));
}

/** The forms that a source takes in the notes of a draft in this style. */
export function referencePatterns(item: CitableItem, style: CitationStyle): ReferencePatterns {
  const full = locators.flatMap((locator) =>
    [false, true].map((introducesShortTitle) =>
      formatReference(item, style, { locator, markup: 'markdown', introducesShortTitle }),
    ),
  );
  const short = locators.flatMap((locator) =>
    [undefined, noteNumber].flatMap((firstNote) =>
      [false, true].map((needsTitle) =>
        formatSubsequent(item, style, {
          locator,
          markup: 'markdown',
          needsTitle,
          ...(firstNote === undefined ? {} : { firstNote }),
        }),
      ),
    ),
  );
  return { full: compile(full), short: compile(short) };
}

const introduction = /^(?:(?:But )?See(?: also| eg| generally)?,? |Cf\.? |eg |Compare )/i;

/** What the text of a note, in Markdown, has to do with a source of these forms; undefined where it does not refer to it. */
export function referenceIn(
  note: string,
  { full, short }: ReferencePatterns,
): { how: NoteReference; isFull: boolean } | undefined {
  const text = note.trim().replace(introduction, '').replace(/\.$/, '');
  const isWhole = ({ whole }: FormPattern): boolean => whole.test(text);
  const isPart = ({ part }: FormPattern): boolean => part.test(text);
  if (full.some(isWhole)) return { how: 'alone', isFull: true };
  if (short.some(isWhole)) return { how: 'alone', isFull: false };
  if (full.some(isPart)) return { how: 'among others', isFull: true };
  return short.some(isPart) ? { how: 'among others', isFull: false } : undefined;
}

/** `ibid`, `*Id.*`, `Ibid.`: the note says the same as the one before it. */
export function repeatsPreviousNote(note: string): boolean {
  return /^(?:ibid\b|\*?id\.)/i.test(note.trim().replace(introduction, ''));
}

/** The names by which a short form names a source's authors; a note that has one of them may cite another work of theirs. */
export function authorNames(item: CitableItem): string[] {
  return creators(readSource(item))
    .map(familyName)
    .filter((name) => name.length > 2);
}
