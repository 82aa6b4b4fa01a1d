/** The names by which a record is recognised, with the rules under which each of them counts. */

import {
  type CaseRule,
  type Concept,
  type Language,
  languages,
  type Names,
  type Source,
  type StateNames,
  type WrittenName,
} from '../knowledge/record.ts';
import { textOfUnits } from '../knowledge/utf16.ts';
import { allCapitals, capitalInitial, punctuation, unitsOf, Words } from './words.ts';

/**
 * `title`: the title of a work that is cited; names inside it are recognised besides.
 * `look-alike`: a name of something else, in which nothing is recognised.
 * `state`: what a State is called, or what is its: no mention, but it tells whose body or law is meant.
 */
export const nameKinds = [
  'preferred',
  'short',
  'acronym',
  'variant',
  'misnomer',
  'title',
  'look-alike',
  'state',
] as const;
export type NameKind = (typeof nameKinds)[number];

/** Whether names of a kind are of something that is no record. */
export const namesNoRecord = (kind: NameKind): boolean => kind === 'look-alike' || kind === 'state';
/** Whether names of a kind are offered to who writes: no wrong ones, and none of other things. */
export const isOffered = (kind: NameKind): boolean => kind !== 'misnomer' && !namesNoRecord(kind);

export const caseRules: readonly CaseRule[] = ['any', 'capitals', 'exact'];

export interface NameEntry {
  name: string;
  kind: NameKind;
  language: Language;
  caseRule: CaseRule;
  onlyNear: false | 'near' | 'draft';
  /** Whether it is the name of a place, too. */
  isPlace?: boolean;
  /** Whether it is a phrase of general law or politics: see `WrittenName`. */
  isBackground?: boolean;
}

const words = new Words();

/** The words of a name as they are compared: folded, without possessives. */
export function foldedWords(name: string): string[] {
  words.cut(unitsOf(name), name.length);
  const result: string[] = [];
  for (let i = 0; i < words.count; i++) {
    words.fold(i);
    const start = words.foldedStart[i]!;
    result.push(textOfUnits(words.folded, start, start + words.foldedLength[i]!));
  }
  return result;
}

/** The words of a name as they are written. */
export function writtenWords(name: string): string[] {
  words.cut(unitsOf(name), name.length);
  const result: string[] = [];
  for (let i = 0; i < words.count; i++) result.push(name.slice(words.start[i]!, words.end[i]!));
  return result;
}

/** A bit for each of the first 31 words that starts with a capital. */
export function capitalsOf(name: string): number {
  words.cut(unitsOf(name), name.length);
  let bits = 0;
  for (let i = 0; i < Math.min(words.count, 31); i++) if ((words.shape[i]! & capitalInitial) !== 0) bits |= 1 << i;
  return bits;
}

/** Folded words of a text that stand in it without any capital: the ordinary words, which no acronym may take for itself. */
export function ordinaryWords(text: string): string[] {
  words.cut(unitsOf(text), text.length);
  const result: string[] = [];
  for (let i = 0; i < words.count; i++) {
    if ((words.shape[i]! & (capitalInitial | allCapitals | punctuation)) !== 0) continue;
    // `ccNSO` is an acronym.
    if (/\p{Lu}/u.test(text.slice(words.start[i]!, words.end[i]!))) continue;
    // `.eu` and `eu-LISA` are names.
    if (text.charAt(words.start[i]! - 1) === '.' || /^-\p{Lu}/u.test(text.slice(words.end[i]!))) continue;
    words.fold(i);
    const start = words.foldedStart[i]!;
    result.push(textOfUnits(words.folded, start, start + words.foldedLength[i]!));
  }
  return result;
}

/** The rule that a name has where its record gives none; see data/README.md. */
function defaultCaseRule(name: string, kind: NameKind): CaseRule {
  // Arabic has no capitals, and writers leave hamzas out.
  if (kind === 'acronym' && /^\p{Script=Arabic}+$/u.test(name)) return 'any';
  if (kind === 'acronym' || /^[\p{Lu}\d][\p{Lu}\d.&/-]+$/u.test(name)) return 'exact';
  const count = foldedWords(name).length;
  if (kind === 'misnomer' && count === 1) return 'exact';
  return count <= 2 ? 'capitals' : 'any';
}

const nearness = (rule: true | 'draft' | undefined): NameEntry['onlyNear'] =>
  rule === undefined ? false : rule === 'draft' ? 'draft' : 'near';

function entry(written: string | WrittenName, kind: NameKind, language: Language): NameEntry {
  const { name, ...rules } = typeof written === 'string' ? { name: written } : written;
  return {
    name,
    kind,
    language,
    caseRule: ('case' in rules ? rules.case : undefined) ?? defaultCaseRule(name, kind),
    onlyNear: nearness('only-near' in rules ? rules['only-near'] : undefined),
    ...('also-a-place' in rules ? { isPlace: true } : {}),
    ...('background' in rules ? { isBackground: true } : {}),
  };
}

function shortName(name: string, company: true | 'draft' | undefined, language: Language): NameEntry {
  return entry(company === undefined ? name : { name, 'only-near': company }, 'short', language);
}

function namesIn(names: Names, language: Language): NameEntry[] {
  return [
    entry(
      {
        name: names.preferred,
        ...(names['preferred-case'] === undefined ? {} : { case: names['preferred-case'] }),
        ...(names['preferred-only-near'] === undefined ? {} : { 'only-near': names['preferred-only-near'] }),
      },
      'preferred',
      language,
    ),
    ...(names.short === undefined ? [] : [shortName(names.short, names['short-only-near'], language)]),
    ...(names.acronyms ?? []).map((name) => entry(name, 'acronym', language)),
    ...(names.variants ?? []).map((name) => entry(name, 'variant', language)),
    ...(names.misnomers ?? []).map((name) => entry(name, 'misnomer', language)),
  ];
}

/** What a State is called, for matching. */
export function namesOfState(names: StateNames): NameEntry[] {
  return languages.flatMap((language) => (names[language] ?? []).map((name) => entry(name, 'state', language)));
}

/** All names of a concept, the first of those that are matched alike only: `секретариат ОДКБ` matches more than `Секретариат ОДКБ`. */
export function namesOfConcept(concept: Concept, sources: ReadonlyMap<string, Source>): NameEntry[] {
  const isWork = concept.kind === 'document' && isLiterature(sources.get(concept.text?.source ?? ''));
  // What is only explained to who asks hides no name that counts: `semana de alto nivel de la Asamblea General`.
  const isTitle = (name: string): boolean =>
    (isWork && isTitleLong(name)) || (concept.background === true && foldedWords(name).length > wordsOfTerms);
  // Companies and associations are written with capitals in English: `check my ads` is advice, `Check My Ads` an association.
  const byCapitals = (name: NameEntry): NameEntry =>
    concept.kind === 'actor' &&
    name.language === 'en' &&
    name.caseRule === 'any' &&
    capitalsOf(name.name) !== 0 &&
    // Of shorter names the record says so.
    foldedWords(name.name).length > 2
      ? { ...name, caseRule: 'capitals' }
      : name;
  const seen = new Set<string>();
  return languages
    .flatMap((language) => (concept.names[language] === undefined ? [] : namesIn(concept.names[language], language)))
    .map(byCapitals)
    .filter((name) => {
      // `the OECD's AI Principles` is one name only where the record says so.
      const isOwned = /['’]s(?![\p{L}])/u.test(name.name);
      const key = `${foldedWords(name.name).join(' ')}|${isOwned}|${name.caseRule === 'exact' ? name.name : name.caseRule === 'capitals' ? capitalsOf(name.name) : name.caseRule}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map((name) => (isTitle(name.name) ? { ...name, kind: 'title' as const } : name));
}

/** More words than these may hold a name. */
const wordsOfTerms = 2;

/** Whether a name of a work is its title rather than what it is called for short; a Han character is half a word. */
function isTitleLong(name: string): boolean {
  const words = foldedWords(name);
  return words.length - words.filter((word) => /^\p{Script=Han}$/u.test(word)).length / 2 >= 5;
}

/** Kinds of works whose titles are names of their own; the title of a web page is mostly the name of what it is about. */
const literature = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'chapter',
  'paper-conference',
  'thesis',
]);

function isLiterature(source: Source | undefined): boolean {
  return source !== undefined && literature.has(source.type);
}

/** The title under which a source is recognised, where it is long enough to stand for nothing else. */
export function titleOfSource(source: Source): NameEntry | undefined {
  if (!isLiterature(source) || foldedWords(source.title).length < 5) return undefined;
  return { name: source.title, kind: 'title', language: 'en', caseRule: 'any', onlyNear: false };
}

/**
 * The title under which a UN document is recognised. It often is a phrase as well (`the right to privacy in the digital age`),
 * and so needs its capitals.
 */
export function titleOfDocument(source: Source): NameEntry | undefined {
  if (source.genre !== 'UN Doc' || foldedWords(source.title).length < 6) return undefined;
  return { name: source.title, kind: 'title', language: 'en', caseRule: 'capitals', onlyNear: false };
}
