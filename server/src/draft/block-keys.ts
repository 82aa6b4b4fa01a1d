/** The keys that one block cites, for those who may look at no other block: see `citations.ts` for all that pandoc knows. */
import type { Tree } from '@lezer/common';
import { keyOfCitation } from './citation-key.ts';
import { detached } from './detached.ts';
import { DraftText } from './draft-text.ts';
import { Reading } from './pandoc/reading.ts';

/** `start` is an offset in the block, of the `@`. */
export interface BlockKey {
  key: string;
  start: number;
}

const noKeys: readonly BlockKey[] = [];

/** @param source the block as it is written */
export function keysOfBlock(source: string, block: Tree): readonly BlockKey[] {
  if (!source.includes('@')) return noKeys;
  if (block.type.name === 'FrontMatter')
    return Reading.of(DraftText.of(source)).citations.map(({ key, start }) => ({ key: detached(key), start }));
  const keys: BlockKey[] = [];
  block.iterate({
    enter({ name, from, to }) {
      if (name === 'CitationKey') keys.push({ key: detached(keyOfCitation(source.slice(from, to))), start: from });
    },
  });
  return keys;
}
