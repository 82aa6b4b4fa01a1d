/** The citations of a draft: where it cites what, by pandoc's grammar of keys. */
import type { Tree } from '@lezer/common';
import { keyOfCitation } from './citation-key.ts';
import { detached } from './detached.ts';
import type { Draft } from './draft.ts';

/** One `@key`; the range (UTF-16 units, end exclusive) takes in the `@` and braces. */
export interface Citation {
  start: number;
  end: number;
  key: string;
}

const citationsIn = new WeakMap<Tree, readonly Citation[]>();
const citationsOf = new WeakMap<Draft, readonly Citation[]>();

/** The citations of a block, with ranges relative to it. */
export function citationsOfBlock(text: string, tree: Tree, start: number): readonly Citation[] {
  let found = citationsIn.get(tree);
  if (found === undefined) {
    const list: Citation[] = [];
    tree.iterate({
      enter(node) {
        if (node.name !== 'CitationKey') return;
        list.push({
          start: node.from,
          end: node.to,
          key: detached(keyOfCitation(text.slice(start + node.from, start + node.to))),
        });
      },
    });
    found = list;
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
