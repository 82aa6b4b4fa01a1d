/** Completion of citations: keys, documents of what is named before the cursor, and places in a source. */
import { writtenKey } from '../draft/citation-key.ts';
import type { Draft } from '../draft/draft.ts';
import { documentsOf } from '../knowledge/record.ts';
import type { Library } from '../library/library.ts';
import type { Mention } from '../recognition/mentions.ts';
import { type Citable, citable, citableRecord, searchCitable, symbolOfItem } from './citable.ts';
import { sourceLine } from './citable-text.ts';
import { type CompletionItem, mostItems } from './completion.ts';
import type { Field } from './field.ts';

/** A locator's label that is being typed: behind a key and a comma, or in the brackets behind a key of the sentence. */
export interface TypedLocator {
  key: string;
  typed: string;
  /** Whether nothing stands between the comma and what is typed. */
  isTight: boolean;
}

/** `[@A/RES/73/27, pa`, `@A/RES/73/27 [pa`. */
export function typedLocator(before: string): TypedLocator | undefined {
  const inList = /\[[^\]]*@(?:\{([^\s{}]+)\}|([^\s\];,{}]+))\s*,(\s*)(\p{L}*)$/u.exec(before);
  if (inList !== null)
    return { key: inList[1] ?? inList[2]!, typed: inList[4]!, isTight: inList[3] === '' && inList[4] === '' };
  const behind = /(?<![\p{L}\p{N}])@(?:\{([^\s{}]+)\}|([^\s[\];,{}]+)) \[(\p{L}*)$/u.exec(before);
  return behind === null ? undefined : { key: behind[1] ?? behind[2]!, typed: behind[3]!, isTight: false };
}

/** Labels of places as every style reads them, those first that the kind of source is cited by. */
const locatorLabels = {
  treaty: ['art. ', 'arts. ', 'para. ', 'preamble', 'annex ', 'p. ', 'pp. '],
  document: ['para. ', 'paras. ', 'preamble', 'annex ', 'p. ', 'pp. ', 'art. '],
  other: ['p. ', 'pp. ', 'chap. ', 'sect. ', 'para. ', 'paras. ', 'art. ', 'n. '],
} as const;

function kindOfPlaces(cited: Citable | undefined): keyof typeof locatorLabels {
  if (cited === undefined) return 'other';
  const { source, entry } = cited;
  if (source.type === 'treaty' || source.type === 'legislation') {
    // Exports of reference managers know resolutions as legislation.
    return entry !== undefined && symbolOfItem(entry.item) !== undefined ? 'document' : 'treaty';
  }
  const isDocument = source.genre === 'UN Doc' || (entry !== undefined && symbolOfItem(entry.item) !== undefined);
  return isDocument ? 'document' : 'other';
}

export function completeLocator(
  field: Field,
  library: Library,
  offset: number,
  { key, typed, isTight }: TypedLocator,
): CompletionItem[] {
  return locatorLabels[kindOfPlaces(citable(field, library, key))]
    .filter((label) => label.startsWith(typed.toLowerCase()))
    .map((label) => ({
      kind: 'locator',
      label: label.trim(),
      detail: 'place in the source',
      text: isTight ? ` ${label}` : label,
      start: offset - typed.length,
      end: offset,
      filter: label,
      record: -1,
    }));
}

/** A citation that is being typed: what is searched for, and where what is replaced begins. */
export interface TypedCitation {
  query: string;
  /** How many units before the cursor are replaced: the query, a brace before it, not the `@`. */
  length: number;
  /** Whether the `@` is typed; in a list of citations it need not be. */
  hasMark: boolean;
  isInBrackets: boolean;
}

const isBracketOpen = (text: string): boolean => text.lastIndexOf('[') > text.lastIndexOf(']');

/** What is typed of a citation before the cursor: after `@`, `@{`, `[@key; `, or, inside brackets, with spaces between words. */
export function typedCitation(before: string): TypedCitation | undefined {
  const next = /\[[^\][]*@[^\][@]*;\s*([^\s@;,[\]"`]*)$/.exec(before)?.[1];
  if (next !== undefined)
    return wordsBeforeKeys.has(next.toLowerCase())
      ? undefined
      : { query: next, length: next.length, hasMark: false, isInBrackets: true };
  const at = before.lastIndexOf('@');
  if (at < 0 || (at > 0 && /[\p{L}\p{N}\\]/u.test(before.charAt(at - 1)))) return undefined;
  const typed = before.slice(at + 1);
  const query = typed.startsWith('{') ? typed.slice(1) : typed;
  if (/[\]}[;,"`]/.test(query)) return undefined;
  const isInBrackets = isBracketOpen(before.slice(0, at));
  // `[@segal norms`: words to search by, as long as the bracket is open and it is no key with a remark behind it.
  if (/\s/.test(query) && (!isInBrackets || /\s$|\s{2}/.test(query) || query.split(/\s+/).length > 5)) return undefined;
  return { query, length: typed.length, hasMark: true, isInBrackets };
}

/** What writers put before a further key in a list. */
const wordsBeforeKeys = new Set(['s', 'se', 'see', 'cf', 'cf.', 'also', 'but', 'and', 'e.g.', 'i.e.', 'voir', 'siehe']);

/** Behind these words, or where a sentence begins, `@key` stands for its author: "As @segal2016 argues". */
const wordsBeforeAuthors = new Set(
  `as by in see to of from with per and or than both cf against following after for on at like unlike via versus says
  selon par dans voir de à et chez comme contre según por en véase a y o con contra согласно в см и по с у`.split(
    /\s+/,
  ),
);

function mayBeAuthor(before: string): boolean {
  const text = before.trimEnd();
  if (text === '' || /[.!?:;,(–—“"‘'>|*_#-]$|[\p{Script=Han}\p{Script=Arabic}]$/u.test(text)) return true;
  return wordsBeforeAuthors.has(/\p{L}+$/u.exec(text)?.[0].toLowerCase() ?? '');
}

/** Text as a snippet gives it, with the cursor where a locator goes. */
const bracketed = (written: string): string => `[${written.replace(/[\\$}]/g, '\\$&')}$0]`;

export function completeCitation(
  field: Field,
  library: Library,
  draft: Draft,
  offset: number,
  before: string,
  { query, length, hasMark, isInBrackets }: TypedCitation,
  snippets: boolean,
): CompletionItem[] {
  const firstWord = query.split(/\s/)[0] ?? '';
  if (/\s/.test(query) && citable(field, library, firstWord) !== undefined) return [];
  const keyStart = offset - length;
  const behindName = query === '' && hasMark ? documentsOfName(field, draft, keyStart - 1) : [];
  const named = behindName.map(({ record }) => citableRecord(field, library, record));
  const found = new Map<string, Citable>();
  for (const one of [...named, ...searchCitable(field, library, query, mostItems)])
    if (!found.has(one.key)) found.set(one.key, one);
  const isBracketed =
    snippets &&
    hasMark &&
    !isInBrackets &&
    (mentionBefore(field, draft, keyStart - 1) !== undefined || !mayBeAuthor(before.slice(0, -length - 1)));
  // Braces that the editor closed by itself belong to what is replaced.
  const isBraced = draft.content.charAt(keyStart) === '{';
  const end = isBraced && draft.content.charAt(offset) === '}' ? offset + 1 : offset;
  const start = isBracketed ? keyStart - 1 : keyStart;
  const written = draft.content.slice(start, offset);
  const gap = draft.content.charAt(start - 1) === ';' ? ' ' : '';
  return [...found.values()].slice(0, mostItems).map((one) => ({
    ...itemOf(one),
    text: isBracketed ? bracketed(writtenKey(one.key)) : hasMark ? markless(one.key) : `${gap}${writtenKey(one.key)}`,
    ...(isBracketed ? { isSnippet: true } : {}),
    start,
    end,
    filter: written === '' ? one.key : `${written} ${one.key} ${one.title}`,
  }));
}

/** A key as it is written behind an `@` that stands there already. */
const markless = (key: string): string => writtenKey(key).slice(1);

const itemOf = (one: Citable): Pick<CompletionItem, 'kind' | 'label' | 'detail' | 'record' | 'key'> => ({
  kind: 'citation',
  label: one.key,
  detail: sourceLine(one),
  record: -1,
  key: one.key,
});

/** The word `cite` that is typed right behind a name: what of it is written. */
export function typedCite(before: string): string | undefined {
  return /[\p{L}\p{N}\p{M})”"’*_][ \u00a0]+(cite?)$/u.exec(before)?.[1];
}

/**
 * `the GGE cite` becomes `the GGE [@A/RES/73/27]`, with the documents of what is named to choose from, and the place where a
 * place is named: `Article 32 of the Budapest Convention cite` becomes `… [@ets-185, art. 32]`.
 */
export function completeCite(
  field: Field,
  library: Library,
  draft: Draft,
  offset: number,
  typed: string,
  snippets: boolean,
): CompletionItem[] {
  const start = offset - typed.length;
  const found = new Map<string, { one: Citable; at?: string }>();
  for (const { record, ...place } of documentsOfName(field, draft, start)) {
    const one = citableRecord(field, library, record);
    if (!found.has(one.key)) found.set(one.key, { one, ...place });
  }
  return [...found.values()].slice(0, mostItems).map(({ one, at }) => {
    const written = at === undefined ? writtenKey(one.key) : `${writtenKey(one.key)}, ${at}`;
    return {
      ...itemOf(one),
      label: at === undefined ? one.key : `${one.key}, ${at}`,
      text: snippets ? bracketed(written) : `[${written}]`,
      ...(snippets ? { isSnippet: true as const } : {}),
      start,
      end: offset,
      filter: `${typed} ${one.key} ${one.title}`,
    };
  });
}

/** Where the name ends that stands before an offset with no more than a few marks in between; -1 where there is too much. */
function endOfName(draft: Draft, at: number): number {
  let end = at;
  while (end > 0 && /[\s[(,;.*_]/.test(draft.content.charAt(end - 1))) end--;
  return at - end > 4 ? -1 : end;
}

/** The mention that ends where a name ends before an offset. */
function mentionBefore(field: Field, draft: Draft, at: number): Mention | undefined {
  const end = endOfName(draft, at);
  const mention = end < 0 ? undefined : field.recogniser.mentionAt(draft, end);
  return mention?.end === end && mention.record >= 0 ? mention : undefined;
}

/** A document of what is named, and the place in it that is meant. */
interface NamedDocument {
  record: number;
  /** As a locator is written: `art. 32`. */
  at?: string;
}

const locator = /^(?:arts?|paras?|pp?|chap|sect)\. \d|^(?:preamble|annex)/;

/** The documents of the thing that is named right before an offset: its text, what founded it, what came out of it. */
function documentsOfName(field: Field, draft: Draft, offset: number): NamedDocument[] {
  const mention = mentionBefore(field, draft, offset);
  if (mention === undefined) return [];
  const { knowledge } = field;
  const { record, pinpoint } = mention;
  const place = (at: string | undefined): { at?: string } => (at !== undefined && locator.test(at) ? { at } : {});
  if (!knowledge.isConcept(record)) return [{ record, ...place(pinpoint) }];
  const concept = knowledge.concept(record);
  return documentsOf(concept)
    .map((key) => ({
      record: knowledge.sourceIndex(key),
      ...(key === concept.text?.source ? place(pinpoint ?? concept.text.at) : {}),
    }))
    .filter((one) => one.record >= 0);
}
