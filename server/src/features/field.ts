/** The field as the features see it: the records, their names, and what recognises them. */
import { Knowledge } from '../knowledge/knowledge.ts';
import { Lexicon } from '../recognition/lexicon.ts';
import { Recogniser } from '../recognition/mentions.ts';

export interface Field {
  knowledge: Knowledge;
  lexicon: Lexicon;
  recogniser: Recogniser;
}

/**
 * @param dataset the compiled dataset
 * @throws Error where the bytes are not a compiled dataset of this version
 */
export function openField(dataset: Uint8Array): Field {
  const knowledge = new Knowledge(dataset);
  const lexicon = new Lexicon(knowledge);
  return { knowledge, lexicon, recogniser: new Recogniser(knowledge, lexicon) };
}
