/** Completion: names while a word is typed, citation keys after `@`, locators behind a key, labels of footnotes after `[^`. */

import { writtenKey } from '../draft/citation-key.ts';
import type { Draft } from '../draft/draft.ts';
import { readableCslDate } from '../knowledge/dates.ts';
import { searchSources } from '../knowledge/source-search.ts';
import type { NameKind } from '../recognition/names.ts';
import { proseLanguage } from '../recognition/prose-language.ts';
import { recordKind } from './card.ts';
import type { Field } from './field.ts';
import { sourceOfKey } from './target.ts';

export interface CompletionItem {
  kind: 'name' | 'citation' | 'locator' | 'footnote';
  label: string;
  /** Behind the label: the year and kind of a source, the full name of an acronym. */
  detail: string;
  /** What replaces `[start, end)` of the draft. */
  text: string;
  start: number;
  end: number;
  /** What an editor compares with the typed text: it begins with it, for the ranking is done here. */
  filter: string;
  /** The record whose card explains the item, read when the item is looked at; -1 where none does. */
  record: number;
}

export interface CompletionOptions {
  names: boolean;
  citations: boolean;
}

export const mostItems = 50;

/** Nodes in which nothing is completed. */
const notProse = new Set([
  'InlineCode',
  'FencedCode',
  'CodeBlock',
  'CodeText',
  'URL',
  'Math',
  'Comment',
  'CommentBlock',
  'HTMLTag',
  'Attributes',
  'LinkReference',
  'FootnoteReference',
]);

/** What can be completed at an offset, best first, at most `mostItems`. */
export function complete(field: Field, draft: Draft, offset: number, options: CompletionOptions): CompletionItem[] {
  const lineStart = draft.text.lastIndexOf('\n', offset - 1) + 1;
  const before = draft.text.slice(Math.max(lineStart, offset - 200), offset);
  const label = /\[\^([^\]\s]*)$/.exec(before)?.[1];
  if (label !== undefined)
    return options.citations && !isOutsideProse(draft, offset, 'FootnoteReference')
      ? completeFootnote(draft, offset, label)
      : [];
  if (isOutsideProse(draft, offset)) return [];
  const place = typedLocator(before);
  if (place !== undefined) return options.citations ? completeLocator(field, offset, place) : [];
  const citation = typedCitation(before);
  if (citation !== undefined) return options.citations ? completeCitation(field, draft, offset, citation) : [];
  return options.names ? completeName(field, draft, offset, before) : [];
}

function isOutsideProse(draft: Draft, offset: number, exceptIn?: string): boolean {
  for (const { name, end } of draft.nodesAt(offset, -1)) {
    if (!notProse.has(name) || name === exceptIn) continue;
    // At the very end of code or of an address the cursor is outside it again.
    const isClosed =
      name !== 'FencedCode' && name !== 'CodeBlock' && name !== 'URL' && name !== 'CommentBlock' && offset === end;
    if (!isClosed) return true;
  }
  return false;
}

/** The labels of the draft's footnotes, in their order. */
function completeFootnote(draft: Draft, offset: number, typed: string): CompletionItem[] {
  const labels = new Set([...draft.text.matchAll(/^[ ]{0,3}\[\^([^\]\s]+)\]:/gm)].map((match) => match[1]!));
  const isClosed = draft.text.charAt(offset) === ']';
  return [...labels]
    .filter((label) => label.startsWith(typed))
    .slice(0, mostItems)
    .map((label) => ({
      kind: 'footnote',
      label,
      detail: 'footnote',
      text: isClosed ? label : `${label}]`,
      start: offset - typed.length,
      end: offset,
      filter: label,
      record: -1,
    }));
}

/** The letters of a locator's label that are typed behind a key and a comma: `[@A/RES/73/27, pa`. */
function typedLocator(before: string): { key: string; typed: string } | undefined {
  const match = /\[[^\]]*@(?:\{([^\s{}]+)\}|([^\s\];,{}]+))\s*,\s*(\p{L}*)$/u.exec(before);
  const key = match?.[1] ?? match?.[2];
  return match === null || key === undefined ? undefined : { key, typed: match[3]! };
}

/** Labels of places as every style reads them, those first that the kind of source is cited by. */
const locatorLabels = {
  treaty: ['art. ', 'arts. ', 'para. ', 'preamble', 'annex ', 'p. ', 'pp. '],
  document: ['para. ', 'paras. ', 'preamble', 'annex ', 'p. ', 'pp. ', 'art. '],
  other: ['p. ', 'pp. ', 'chap. ', 'sect. ', 'para. ', 'paras. ', 'art. ', 'n. '],
} as const;

function completeLocator(
  field: Field,
  offset: number,
  { key, typed }: { key: string; typed: string },
): CompletionItem[] {
  const record = sourceOfKey(field, key);
  const source = record < 0 ? undefined : field.knowledge.source(record);
  const isTreaty = source?.type === 'treaty' || source?.type === 'legislation';
  const labels = locatorLabels[isTreaty ? 'treaty' : source?.genre === 'UN Doc' ? 'document' : 'other'];
  return labels
    .filter((label) => label.startsWith(typed.toLowerCase()))
    .map((label) => ({
      kind: 'locator',
      label: label.trim(),
      detail: 'place in the source',
      text: label,
      start: offset - typed.length,
      end: offset,
      filter: label,
      record: -1,
    }));
}

/** What is typed of a citation before the cursor: after `@`, `@{`, or, inside brackets, with spaces between words. */
function typedCitation(before: string): { query: string; length: number } | undefined {
  const at = before.lastIndexOf('@');
  if (at < 0 || (at > 0 && /[\p{L}\p{N}\\]/u.test(before.charAt(at - 1)))) return undefined;
  const typed = before.slice(at + 1);
  const query = typed.startsWith('{') ? typed.slice(1) : typed;
  if (/[\]}[;,"`]/.test(query)) return undefined;
  if (/\s/.test(query)) {
    // `[@segal norms`: words to search by, as long as the bracket is open and it is no key with a remark behind it.
    const open = before.lastIndexOf('[', at);
    if (open < 0 || before.slice(open, at).includes(']') || /\s$|\s{2}/.test(query) || query.split(/\s+/).length > 5)
      return undefined;
  }
  return { query, length: typed.length };
}

function completeCitation(
  field: Field,
  draft: Draft,
  offset: number,
  typed: { query: string; length: number },
): CompletionItem[] {
  const { knowledge } = field;
  const { query, length } = typed;
  const firstWord = query.split(/\s/)[0] ?? '';
  if (/\s/.test(query) && knowledge.sourceIndex(firstWord) >= 0) return [];
  const start = offset - length;
  // Braces that the editor closed by itself belong to what is replaced.
  const isBraced = draft.text.charAt(start) === '{';
  const end = isBraced && draft.text.charAt(offset) === '}' ? offset + 1 : offset;
  const written = draft.text.slice(start, offset);
  const named = query === '' ? documentsOfName(field, draft, start - 1) : [];
  const records = [...new Set([...named, ...searchSources(knowledge, query, mostItems)])].slice(0, mostItems);
  return records.map((record) => {
    const source = knowledge.source(record);
    const text = writtenKey(source.id).slice(1);
    return {
      kind: 'citation',
      label: source.id,
      detail: [readableCslDate(source.issued), source.custom?.['short-title'] ?? source.title]
        .filter((part) => part !== undefined)
        .join(' · '),
      text,
      start,
      end,
      filter: written === '' ? source.id : `${written} ${source.id} ${source.title}`,
      record,
    };
  });
}

/** The documents of the thing that is named right before a citation: its text, what founded it, what came out of it. */
function documentsOfName(field: Field, draft: Draft, at: number): number[] {
  let end = at;
  while (end > 0 && /[\s[(,;.]/.test(draft.text.charAt(end - 1))) end--;
  if (at - end > 4) return [];
  const mention = field.recogniser.mentionAt(draft, end);
  if (mention === undefined || mention.end !== end || mention.record < 0) return [];
  const { knowledge } = field;
  if (!knowledge.isConcept(mention.record)) return [mention.record];
  const { text, mandate = [], outcome = [] } = knowledge.concept(mention.record);
  const keys = [...(text === undefined ? [] : [text.source]), ...mandate, ...outcome];
  return keys.map((key) => knowledge.sourceIndex(key)).filter((record) => record >= 0);
}

/** Which names of a record come first. */
const kindRank: Readonly<Record<NameKind, number>> = {
  acronym: 0,
  short: 1,
  preferred: 2,
  variant: 3,
  title: 4,
  misnomer: 9,
  'look-alike': 9,
};

const isUpperStart = (text: string): boolean => {
  const first = text.charAt(0);
  return first !== first.toLowerCase() || /[\p{N}\p{Lo}]/u.test(first);
};

function completeName(field: Field, draft: Draft, offset: number, before: string): CompletionItem[] {
  const { lexicon } = field;
  const language = draft.language ?? proseLanguage(proseBefore(draft.text, offset)) ?? 'en';
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
    // Names in Latin letters are offered in the draft's language; another script says by itself which is meant.
    const isPlain = /^\p{Script=Latin}/u.test(prefix);
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

const proseBefore = (text: string, offset: number): string => text.slice(Math.max(0, offset - farthestProse), offset);

/** In lower case a name is meant where its first word is none of the ordinary ones, or where more than that is typed. */
function isMeantInLowerCase(field: Field, name: number, prefix: string): boolean {
  if (prefix.length < 3) return false;
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
