/** The field as the features see it: the records, their names, and what recognises them. */
import { type DatasetFile, inMemory } from '../knowledge/container.ts';
import { Knowledge } from '../knowledge/knowledge.ts';
import { Lexicon } from '../recognition/lexicon.ts';
import { Recogniser } from '../recognition/mentions.ts';

export type { DatasetFile };

export interface Field {
  knowledge: Knowledge;
  lexicon: Lexicon;
  recogniser: Recogniser;
}

/**
 * @param dataset the compiled dataset, whole or as a file whose records are read when they are asked for
 * @throws Error where it is not a compiled dataset of this version
 */
export function openField(dataset: Uint8Array | DatasetFile): Field {
  const knowledge = new Knowledge(dataset instanceof Uint8Array ? inMemory(dataset) : dataset);
  const lexicon = new Lexicon(knowledge);
  return { knowledge, lexicon, recogniser: new Recogniser(knowledge, lexicon) };
}
