/**
 * Names of authors and editors: given name first, or family name and initials; how many are named before `et al.`
 * is each style's own affair.
 */

import type { PersonName } from '../knowledge/record.ts';
import { cleanText } from './clean-text.ts';

/** CSL's name parts that records do not use but a user's own library may. */
interface CslName extends PersonName {
  'dropping-particle'?: string;
  'non-dropping-particle'?: string;
  suffix?: string;
}

export interface Person {
  /** An institution, or a name that is written as it stands. */
  literal?: string;
  family: string;
  given: string;
  suffix: string;
}

/** The names that say anything. */
export function readPersons(names: unknown): Person[] {
  if (!Array.isArray(names)) return [];
  return names.flatMap((name: CslName | null | undefined): Person[] => {
    const literal = cleanText(name?.literal);
    if (literal !== '') return [{ literal, family: '', given: '', suffix: '' }];
    const words = (...parts: (string | undefined)[]): string => cleanText(parts.map(cleanText).join(' '));
    const family = words(name?.['dropping-particle'], name?.['non-dropping-particle'], name?.family);
    const given = cleanText(name?.given);
    if (family === '' && given === '') return [];
    if (family === '') return [{ literal: given, family: '', given: '', suffix: '' }];
    return [{ family, given, suffix: cleanText(name?.suffix) }];
  });
}

const eastAsian = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}々・]+$/u;

/** `王小明`: a name in East Asian script has the family first and no space; undefined for any other. */
function eastAsianName({ family, given }: Person): string | undefined {
  return family !== '' && eastAsian.test(family + given) ? family + given : undefined;
}

/** `Adam Segal`, `UN General Assembly`. */
export function naturalName(person: Person): string {
  if (person.literal !== undefined) return person.literal;
  return eastAsianName(person) ?? [person.given, person.family, person.suffix].filter((part) => part !== '').join(' ');
}

/** `William N. Eskridge, Jr.`: the Bluebook sets a comma before `Jr.` and `Sr.` */
export function nameWithSuffixComma(person: Person): string {
  return /^[JS]r\b/i.test(person.suffix) && person.literal === undefined
    ? `${naturalName({ ...person, suffix: '' })}, ${person.suffix}`
    : naturalName(person);
}

/** `Michael N Schmitt`, `HLA Hart`, `US Department of State`: initials without full stops, and together. */
export function nameWithoutStops(person: Person): string {
  return naturalName(person)
    .replace(/(?<!\p{L})(\p{Lu})\.(?=$|[\s,-]|\p{Lu}\.)/gu, '$1')
    .replace(/(?<=(?<!\p{L})\p{Lu}) (?=\p{Lu}(?: |$))/gu, person.literal === undefined ? '' : ' ')
    .replace(/(?<= [JS]r)\.$/, '');
}

/** `Segal`, `de Souza Dias`, `王小明`, and an institution in full: what a shortened reference says. */
export function familyName(person: Person): string {
  return person.literal ?? eastAsianName(person) ?? person.family;
}

/** `Segal, A.`, with the initials of every given name: `Ratner, S. R.`, `Liu, J.-Q.` */
export function invertedName(person: Person): string {
  const whole = person.literal ?? eastAsianName(person);
  if (whole !== undefined) return whole;
  const initials = person.given
    .replace(/(?<=\p{L}\.)(?=\p{L})/gu, ' ')
    .split(/\s+/)
    .map((word) =>
      word
        .split('-')
        .filter((part) => part !== '')
        .map((part) => (/^\p{L}/u.test(part) ? `${Array.from(part)[0]!.toLocaleUpperCase('en')}.` : part))
        .join('-'),
    )
    .join(' ');
  return [person.family, initials, person.suffix].filter((part) => part !== '').join(', ');
}

/**
 * The names in a row.
 * @param last what stands before the last name: ` and `, `, and `, ` & `
 * @param most how many are all named; of more, the first `shown` are, followed by `others`
 */
export function nameList(
  names: readonly string[],
  { last, most, shown = 1, others }: { last: string; most: number; shown?: number; others: string },
): string {
  if (names.length > most) return names.slice(0, shown).join(', ') + others;
  if (names.length < 2) return names[0] ?? '';
  // `A and B` has no comma where `A, B, and C` has one.
  const beforeLast = names.length === 2 ? last.replace(/^, (?=and )/, ' ') : last;
  return names.slice(0, -1).join(', ') + beforeLast + names.at(-1);
}
