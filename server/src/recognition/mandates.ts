/**
 * Special Rapporteurs by the subject of their mandate, which writers word as they like: `Special Rapporteur on the freedoms of
 * assembly and association`, `Relatoría Especial de la ONU para los Derechos Culturales`. The mandate meant is the one whose
 * names share most words with the subject, such words counting most as no other mandate has.
 */
import type { Language } from '../knowledge/record.ts';
import type { Lexicon } from './lexicon.ts';
import { foldedWords } from './names.ts';
import type { ListedName } from './number-lists.ts';
import { overlap, type Range } from './range.ts';

/** Who holds a mandate, as names of their language begin; what stands before its subject; and what tells nothing of it. */
interface Office {
  language: Language;
  /** The beginnings of the names. */
  names: readonly string[];
  /** The office in a text. */
  written: string;
  /** What stands between the office and the subject. */
  on: string;
  /** Words before an owner. */
  of: string;
  small: string;
}

const offices: readonly Office[] = [
  {
    language: 'en',
    names: ['Special Rapporteur ', 'Independent Expert '],
    written: String.raw`(?:(?:UN|U\.N\.|United Nations)\s+)?(?:[Ss]pecial [Rr]apporteur|[Ii]ndependent [Ee]xpert)`,
    on: String.raw`\s+(?:on|for|in the field of)\s+`,
    of: String.raw`\s+(?:of|at|from)\s+`,
    small: 'a an the of on for in to and or its his her their with by field',
  },
  {
    language: 'fr',
    names: ['Rapporteur spécial ', 'Rapporteuse spéciale '],
    written: String.raw`[Rr]apporteu(?:r\s[Ss]pécial|se\s[Ss]péciale)`,
    on: String.raw`\s+(?:sur|pour|dans le domaine)\s+`,
    of: String.raw`\s+(?:du|des|de)\s?`,
    small: 'le la les l d de des du un une à au aux en et ou sur dans par pour domaine',
  },
  {
    language: 'es',
    names: ['Relator Especial ', 'Relatora Especial ', 'Relatoría Especial '],
    written: String.raw`[Rr]elator(?:a|ía)?\s[Ee]special`,
    on: String.raw`\s+(?:sobre|para|por|en la esfera)\s+`,
    of: String.raw`\s+(?:del|de)\s`,
    small: 'el la los las lo un una de del a al en y e o u su sus por para sobre esfera',
  },
  {
    language: 'ru',
    names: ['Специальный докладчик '],
    written: String.raw`[Сс]пециальн\p{Ll}{2,3}\s+докладчик\p{Ll}{0,2}`,
    on: String.raw`\s+(?:по|в области)\s+`,
    of: String.raw`\s+`,
    small: 'в во о об на и или по с со к их его ее вопрос вопросу вопросам область области',
  },
  {
    language: 'ar',
    names: ['المقرر الخاص ', 'المقررة الخاصة '],
    written: String.raw`(?:[وف]?[بك]?ال|[وف]?لل)مقرر\p{L}?\s+الخاص\p{L}?`,
    on: String.raw`\s+المعني\p{L}?\s+(?=ب)`,
    of: String.raw`\s+`,
    small: 'في من على عن إلى و أو',
  },
];

/** The United Nations as the owner of a mandate. */
const unitedNations =
  /^(?:the |la |las |l[’'])?(?:UN|U\.N\.|United Nations|ONU|Organización de las Naciones Unidas|Naciones Unidas|Nations [Uu]nies|ООН|Организации Объедин[её]нных Наций|(?:التابع )?للأمم المتحدة)(?:\s*\([^()]{2,10}\))?$/u;

/** Others that have such offices, as they stand in the names of those and around them in a text. */
const others: readonly RegExp[] = [
  /\bOEA\b|\bOAS\b|\bCIDH\b|\bIACHR\b|Inter-?american|Interaméricain|American States|Estados Americanos|États américains|Межамерикан|Американских государств|الأمريكية/iu,
  /\bACHPR\b|\bCADHP\b|Africa(?!n?\s+descent)|Африк|[أا]فريقي/iu,
];
const ownerOf = (text: string): number => others.findIndex((owner) => owner.test(text));
const noOwner = -1;

/** How far the subject goes at most, in UTF-16 units, and in words that say something. */
const longestSubject = 160;
const mostWords = 9;

interface Mandate {
  record: number;
  /** A name of it. */
  name: number;
  owner: number;
  /** What its names say of its subject, folded. */
  words: Set<string>;
}

interface Mandates {
  /** The words that tell nothing of a subject, folded. */
  small: ReadonlySet<string>;
  all: readonly Mandate[];
  /** By word, how many mandates have it. */
  frequency: ReadonlyMap<string, number>;
}

const mandatesOfLexicons = new WeakMap<Lexicon, Map<Language, Mandates>>();

function mandatesIn(lexicon: Lexicon, office: Office): Mandates {
  let byLanguage = mandatesOfLexicons.get(lexicon);
  if (byLanguage === undefined) {
    byLanguage = new Map();
    mandatesOfLexicons.set(lexicon, byLanguage);
  }
  let mandates = byLanguage.get(office.language);
  if (mandates === undefined) {
    mandates = readMandates(lexicon, office);
    byLanguage.set(office.language, mandates);
  }
  return mandates;
}

function readMandates(lexicon: Lexicon, office: Office): Mandates {
  const small = new Set(office.small.split(' ').flatMap(foldedWords));
  const byRecord = new Map<number, Mandate>();
  for (const beginning of office.names) {
    for (const name of lexicon.withPrefix(beginning.toLowerCase(), 1000)) {
      if (lexicon.language(name) !== office.language || lexicon.kind(name) === 'title') continue;
      const record = lexicon.record(name);
      const text = lexicon.name(name);
      let mandate = byRecord.get(record);
      if (mandate === undefined) {
        mandate = { record, name, owner: noOwner, words: new Set() };
        byRecord.set(record, mandate);
      }
      if (mandate.owner === noOwner) mandate.owner = ownerOf(text);
      for (const word of foldedWords(text.slice(beginning.length))) if (isTelling(word, small)) mandate.words.add(word);
    }
  }
  const all = [...byRecord.values()];
  const frequency = new Map<string, number>();
  for (const { words } of all) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return { small, all, frequency };
}

const isTelling = (word: string, small: ReadonlySet<string>): boolean => !small.has(word) && /[\p{L}]{2}/u.test(word);

const anyOffice =
  /apporteu(?:r|se)\s[Ss]p|pecial [Rr]apporteur|ndependent [Ee]xpert|elator(?:a|ía)?\s[Ee]special|докладчик|مقرر/u;

/** Whether a text may name such an office: a cheap look. */
export const mayNameMandates = (text: string): boolean => anyOffice.test(text);

const patterns = offices.map(
  ({ written, on, of }) =>
    new RegExp(
      String.raw`(?<![\p{L}\d])${written}(?:${of}(?<owner>[^.;:!?()]{2,70}?)(?:\s*\([^()]{2,10}\))?)?${on}`,
      'gu',
    ),
);

/** Where a subject ends for certain. */
const endOfSubject =
  /[.;:!?()[\]"“”«»\n،]|,\s+(?:who|which|whose|qui|que|quien|котор\p{L}*|[A-ZА-Я]\p{L}+\s+[A-ZА-Я])/u;

/** @param matches the names that are written as in the records, of which longer ones go before */
export function mandates(lexicon: Lexicon, text: string, matches: readonly Range[]): ListedName[] {
  const found: ListedName[] = [];
  offices.forEach((office, index) => {
    for (const match of text.matchAll(patterns[index]!)) {
      const one = mandateAt(lexicon, office, text, match);
      if (one === undefined) continue;
      const range = { start: one.start, end: lastOfOwner(text, one.end, matches) };
      // A name that is written as in the records, or reaches beyond, goes before.
      if (matches.some((other) => overlap(other, range) && (other.start < range.start || other.end > range.end)))
        continue;
      if (matches.some((other) => other.start === range.start && other.end === range.end)) continue;
      found.push({ ...range, names: one.names });
    }
  });
  return found;
}

/** The end of a name that an owner behind it makes longer: `… Libertad de Expresión | de la Comisión Interamericana`. */
function lastOfOwner(text: string, end: number, matches: readonly Range[]): number {
  const behind = /^\s+(?:of the|of|de la|del|de|des|du|de l[’'])\s?/u.exec(text.slice(end, end + 12))?.[0];
  if (behind === undefined) return end;
  const owner = matches.find(({ start }) => start >= end + behind.length && start <= end + behind.length + 4);
  return owner !== undefined && ownerOf(text.slice(owner.start, owner.end)) !== noOwner ? owner.end : end;
}

function mandateAt(lexicon: Lexicon, office: Office, text: string, match: RegExpExecArray): ListedName | undefined {
  const start = match.index;
  const from = start + match[0].length;
  let behind = text.slice(from, from + longestSubject);
  behind = behind.slice(0, endOfSubject.exec(behind)?.index);
  const { owner: written } = match.groups!;
  let owner = noOwner;
  if (written !== undefined && !unitedNations.test(written.trim())) {
    owner = ownerOf(written);
    if (owner === noOwner) return undefined;
  }
  if (owner === noOwner) owner = ownerOf(behind);
  const known = mandatesIn(lexicon, office);
  const subject = subjectOf(behind, known);
  const telling = new Set(subject.map(({ folded }) => folded));
  let best: Mandate | undefined;
  let most = 0;
  let next = 0;
  for (const mandate of known.all) {
    if (mandate.owner !== owner) continue;
    let score = 0;
    for (const word of telling) if (mandate.words.has(word)) score += 1 / known.frequency.get(word)!;
    if (score > most) {
      next = most;
      most = score;
      best = mandate;
    } else if (score > next) next = score;
  }
  if (best === undefined || most < least || most - next < least / 2) return undefined;
  let end = 0;
  for (const { folded, end: wordEnd } of subject) {
    if (!best.words.has(folded)) break;
    end = wordEnd;
  }
  return end === 0 ? undefined : { start, end: from + end, names: [best.name] };
}

/** What the words in common must count at least: a word that three mandates have, and no more. */
const least = 1 / 3;

/** The words of a subject that say something, up to the first that no mandate has. */
function subjectOf(behind: string, { small, frequency }: Mandates): { folded: string; end: number }[] {
  const words: { folded: string; end: number }[] = [];
  for (const { 0: written, index } of behind.matchAll(/[\p{L}\p{M}\d]+/gu)) {
    const [folded] = foldedWords(written);
    if (folded === undefined || !isTelling(folded, small)) continue;
    if (!frequency.has(folded) || words.length === mostWords) break;
    words.push({ folded, end: index + written.length });
  }
  return words;
}
