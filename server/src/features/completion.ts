/** Completion: names while a word is typed, citation keys after `@`, locators behind a key, labels of footnotes after `[^`. */
import type { Draft } from '../draft/draft.ts';
import type { Library } from '../library/library.ts';
import {
  completeCitation,
  completeCite,
  completeLocator,
  typedCitation,
  typedCite,
  typedLocator,
} from './citation-completion.ts';
import type { Field } from './field.ts';
import { completeName } from './name-completion.ts';

export interface CompletionItem {
  kind: 'name' | 'citation' | 'locator' | 'footnote';
  label: string;
  /** Behind the label: the year and kind of a source, the full name of an acronym. */
  detail: string;
  /** What replaces `[start, end)` of the draft. */
  text: string;
  /** Whether `text` is a snippet, whose `$0` is where the cursor goes; absent where it is plain text. */
  isSnippet?: true;
  start: number;
  end: number;
  /** What an editor compares with the typed text: it begins with it, for the ranking is done here. */
  filter: string;
  /** The record whose card explains the item, read when the item is looked at; -1 where none does. */
  record: number;
  /** The citation key that the item writes, by which the user's entry is found. */
  key?: string;
}

export interface CompletionOptions {
  names: boolean;
  citations: boolean;
  /** Whether the editor can put the cursor inside of what it inserts. */
  snippets: boolean;
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
export function complete(
  field: Field,
  library: Library,
  draft: Draft,
  offset: number,
  options: CompletionOptions,
): CompletionItem[] {
  const lineStart = draft.content.lineStart(offset);
  const before = draft.content.slice(Math.max(lineStart, offset - 200), offset);
  const label = /\[\^([^\]\s]*)$/.exec(before)?.[1];
  if (label !== undefined)
    return options.citations && !isOutsideProse(draft, offset, 'FootnoteReference')
      ? completeFootnote(draft, offset, label)
      : [];
  if (isOutsideProse(draft, offset)) return [];
  if (options.citations) {
    const cite = typedCite(before);
    const documents = cite === undefined ? [] : completeCite(field, library, draft, offset, cite, options.snippets);
    if (documents.length > 0) return documents;
  }
  const place = typedLocator(before);
  if (place !== undefined) return options.citations ? completeLocator(field, library, offset, place) : [];
  const citation = typedCitation(before);
  if (citation !== undefined)
    return options.citations ? completeCitation(field, library, draft, offset, before, citation, options.snippets) : [];
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
  const isClosed = draft.content.charAt(offset) === ']';
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
