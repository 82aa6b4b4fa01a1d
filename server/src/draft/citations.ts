/** The citations of a draft: what it cites, how and where, as pandoc's reader understands it. */
import type { Tree } from '@lezer/common';
import { type CitationMode, citedKeys } from './citation-grammar.ts';
import { keyOfCitation } from './citation-key.ts';
import { detached } from './detached.ts';
import type { Draft } from './draft.ts';

export type { CitationMode } from './citation-grammar.ts';

/** One `@key`; the range (UTF-16 units, end exclusive) takes in the `@` and braces. */
export interface Citation {
  start: number;
  end: number;
  key: string;
  mode: CitationMode;
  /** What stands before the `@` and behind the key within their brackets, as plain text: `see`, `, para. 5`. */
  prefix: string;
  suffix: string;
}

const noCitations: readonly Citation[] = [];
const citationsIn = new WeakMap<Tree, readonly Citation[]>();
const citationsOf = new WeakMap<Draft, readonly Citation[]>();

/** Markdown as the reader of the page sees it: without emphasis, marks of code and of quotations, on one line. */
const plainText = (markdown: string): string =>
  markdown
    .replace(/\n[ \t]*>[ \t]?/g, '\n')
    .replace(/\\([^\p{L}\d\s])/gu, '$1')
    .replace(/[*`]|~~|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** The citations of a block, with ranges relative to it. */
export function citationsOfBlock(text: string, tree: Tree, start: number): readonly Citation[] {
  const own = text.slice(start, start + tree.length);
  if (!own.includes('@')) return noCitations;
  let found = citationsIn.get(tree);
  if (found === undefined) {
    found = citedKeys(own, tree).map(
      ({ start: from, end, mode, prefix, suffix }): Citation => ({
        start: from,
        end,
        key: detached(keyOfCitation(own.slice(from, end))),
        mode,
        prefix: detached(plainText(own.slice(...prefix))),
        suffix: detached(plainText(own.slice(...suffix))),
      }),
    );
    citationsIn.set(tree, found);
  }
  return found;
}

/** All citations of a draft, in order. */
export function findCitations(draft: Draft): readonly Citation[] {
  let citations = citationsOf.get(draft);
  if (citations === undefined) {
    citations = draft.blocks.flatMap(({ tree, start }) =>
      citationsOfBlock(draft.text, tree, start).map((citation) => ({
        ...citation,
        start: citation.start + start,
        end: citation.end + start,
      })),
    );
    citationsOf.set(draft, citations);
  }
  return citations;
}

/** Whether an `@` stands in the unbroken run of text around an offset: a key has no spaces. */
function mayCite(text: string, offset: number): boolean {
  for (let at = offset; at < text.length && text.charCodeAt(at) > 0x20; at++)
    if (text.charCodeAt(at) === 0x40) return true;
  for (let at = offset - 1; at >= 0 && text.charCodeAt(at) > 0x20; at--) if (text.charCodeAt(at) === 0x40) return true;
  return false;
}

/** The citation whose key an offset touches. */
export function citationAt(draft: Draft, offset: number): Citation | undefined {
  if (!mayCite(draft.text, offset)) return undefined;
  const block = draft.blockAt(offset);
  if (block === undefined) return undefined;
  const { tree, start } = block;
  const found = citationsOfBlock(draft.text, tree, start).find(
    (one) => one.start + start <= offset && offset <= one.end + start,
  );
  return found === undefined ? undefined : { ...found, start: found.start + start, end: found.end + start };
}
