/**
 * Makes a dataset of any size for the benchmarks: copies of the real records under other ids and names, so that their
 * lengths, their names in six languages and their links are those of real ones.
 */
import type { Concept, Names, Source, WrittenName } from '../server/src/knowledge/record.ts';

const onsets = ['b', 'ch', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou'];

/** A word for a number, pronounceable, with a capital: 0 is `Baba`, each number another. */
export function wordFor(number: number): string {
  let rest = number;
  let word = '';
  do {
    word += onsets[rest % onsets.length]!;
    rest = Math.floor(rest / onsets.length);
    word += vowels[rest % vowels.length]!;
    rest = Math.floor(rest / vowels.length);
  } while (rest > 0);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function renamed(name: string | WrittenName, word: string): string | WrittenName {
  return typeof name === 'string' ? `${name} ${word}` : { ...name, name: `${name.name} ${word}` };
}

function renamedNames(names: Names, word: string): Names {
  return {
    ...names,
    preferred: `${names.preferred} ${word}`,
    ...(names.short === undefined ? {} : { short: `${names.short} ${word}` }),
    ...(names.acronyms === undefined ? {} : { acronyms: names.acronyms.map((name) => renamed(name, word)) }),
    ...(names.variants === undefined ? {} : { variants: names.variants.map((name) => renamed(name, word)) }),
    ...(names.misnomers === undefined
      ? {}
      : { misnomers: names.misnomers.map((one) => ({ ...one, name: `${one.name} ${word}` })) }),
  };
}

/**
 * @param size how many records, concepts and sources together, in the proportion of the models
 * @param models the real records
 */
export function generateRecords(
  size: number,
  models: { concepts: readonly Concept[]; sources: readonly Source[] },
): { concepts: Concept[]; sources: Source[] } {
  const { concepts, sources } = models;
  const rounds = Math.ceil(size / (concepts.length + sources.length));
  const made = { concepts: [] as Concept[], sources: [] as Source[] };
  for (let round = 0; round < rounds; round++) {
    const word = wordFor(round);
    const idOf = (id: string): string => `${id}-${round}`;
    const keyOf = (key: string): string => `${key}/${round}`;
    const keysOf = (keys: readonly string[]): string[] => keys.map(keyOf);
    for (const source of sources) {
      made.sources.push({
        ...source,
        id: keyOf(source.id),
        title: `${source.title} ${word}`,
        ...(source.number === undefined ? {} : { number: keyOf(source.number) }),
      });
    }
    for (const concept of concepts) {
      const { names } = concept;
      const copy: Concept = {
        ...concept,
        id: idOf(concept.id),
        names: Object.fromEntries(
          Object.entries(names).map(([language, own]) => [language, renamedNames(own, word)]),
        ) as unknown as Concept['names'],
      };
      for (const field of ['part-of', 'preceded-by', 'followed-by'] as const) {
        if (concept[field] !== undefined) copy[field] = idOf(concept[field]);
      }
      if (concept.related) copy.related = concept.related.map((link) => ({ ...link, to: idOf(link.to) }));
      if (concept.text) copy.text = { ...concept.text, source: keyOf(concept.text.source) };
      if (concept.mandate) copy.mandate = keysOf(concept.mandate);
      if (concept.outcome) copy.outcome = keysOf(concept.outcome);
      made.concepts.push(copy);
    }
  }
  // Cut to the size asked for, at the last round's sources.
  made.sources.length -= Math.min(made.sources.length, made.concepts.length + made.sources.length - size);
  return made;
}
