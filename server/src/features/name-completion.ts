/** Completion of names while a word is typed. */
import type { Draft } from '../draft/draft.ts';
import type { ReadableText } from '../draft/draft-text.ts';
import type { NameKind } from '../recognition/names.ts';
import { proseLanguage } from '../recognition/prose-language.ts';
import { recordKind } from './card.ts';
import { type CompletionItem, mostItems } from './completion.ts';
import type { Field } from './field.ts';

/** Which names of a record come first. */
const kindRank: Readonly<Record<NameKind, number>> = {
  acronym: 0,
  short: 1,
  preferred: 2,
  variant: 3,
  title: 4,
  misnomer: 9,
  'look-alike': 9,
  state: 9,
};

const isUpperStart = (text: string): boolean => {
  const first = text.charAt(0);
  return first !== first.toLowerCase() || /[\p{N}\p{Lo}]/u.test(first);
};

/** Names that begin with the words before the cursor. */
export function completeName(field: Field, draft: Draft, offset: number, before: string): CompletionItem[] {
  const { lexicon } = field;
  const language = draft.language ?? proseLanguage(proseBefore(draft.content, offset)) ?? 'en';
  const lastWord = /[\p{L}\p{N}\p{M}]+$/u.exec(before)?.[0];
  if (lastWord === undefined) return [];
  const items = new Map<string, CompletionItem & { rank: number }>();
  /** Things of which a regular name is offered: their variants are left out. */
  const regular = new Set<number>();
  // Every run of words before the cursor may be the beginning of a name: the longest one that is counts most.
  const words = [...before.matchAll(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]/gu)]
    .map((match) => match.index)
    .slice(-12);
  for (const [place, from] of words.entries()) {
    const prefix = before.slice(from);
    // In an address or a path nothing is named.
    if (prefix.length < 2 || /[@/\\._#]/.test(before.charAt(from - 1))) continue;
    const found = lexicon.withPrefix(prefix, 300);
    if (found.some((name) => lexicon.name(name).length === prefix.length)) {
      // What is typed is a whole name already: pressing Enter must end the line, not prolong the name.
      return [];
    }
    const hasCapital = isUpperStart(prefix);
    // One word in lower case that begins an ordinary one is that word, as far as one can tell.
    if (!hasCapital && !/[\s-]/.test(prefix) && lexicon.beginsOrdinary(prefix)) continue;
    // Names are offered in the draft's language, unless letters of another script than Latin say which is meant:
    // digits say nothing (`2019` begins names in Chinese).
    const isPlain = /^\P{L}*(?:\p{Script=Latin}|$)/u.test(prefix);
    for (const name of found) {
      const text = lexicon.name(name);
      if (text.toLowerCase() === prefix.toLowerCase()) continue;
      const kind = lexicon.kind(name);
      if (kind === 'title' || lexicon.onlyNear(name) === 'near') continue;
      if (
        isPlain &&
        lexicon.language(name) !== language &&
        !(kind === 'acronym' && language !== 'en' && lexicon.language(name) === 'en')
      )
        continue;
      if (!hasCapital && !isMeantInLowerCase(field, name, prefix)) continue;
      const record = lexicon.record(name);
      if (kindRank[kind] < kindRank.variant) regular.add(record);
      if (items.has(text)) continue;
      items.set(text, {
        kind: 'name',
        label: text,
        detail: describe(field, name, record),
        text: hasCapital || text.charAt(0) !== text.charAt(0).toLowerCase() ? text : prefix + text.slice(prefix.length),
        start: offset - prefix.length,
        end: offset,
        filter: prefix + text.slice(prefix.length),
        record,
        rank: place * 100 + kindRank[kind] * 10 + Math.min(9, text.length / 20),
      });
    }
  }
  const isRegular = ({ rank }: { rank: number }): boolean => Math.floor((rank % 100) / 10) < kindRank.variant;
  const ranked = [...items.values()].sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
  return ranked
    .filter((item) => isRegular(item) || !regular.has(item.record))
    .slice(0, mostItems)
    .map(({ rank: _, ...item }) => item);
}

/** How much of the prose before the cursor its language is told by. */
const farthestProse = 1500;

const proseBefore = (text: ReadableText, offset: number): string =>
  text.slice(Math.max(0, offset - farthestProse), offset);

/** In lower case a name is meant where its first word is none of the ordinary ones, or where more than that is typed. */
function isMeantInLowerCase(field: Field, name: number, prefix: string): boolean {
  if (prefix.length < 3) return false;
  // `the inter` is an article before something: titles that begin with one are written with its capital.
  if (/^(?:the|an?)\s/.test(prefix)) return false;
  if (/[\s-]\S/.test(prefix)) return prefix.length >= 6;
  return !field.lexicon.startsOrdinary(name);
}

function describe(field: Field, name: number, record: number): string {
  const kind = recordKind(field, record).toLowerCase();
  if (!field.knowledge.isConcept(record)) return kind;
  const { preferred, short } = field.knowledge.concept(record).names.en;
  const text = field.lexicon.name(name);
  const other = text === preferred ? (short ?? '') : preferred;
  return other === '' ? kind : `${kind} · ${other}`;
}
