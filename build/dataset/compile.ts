/** Makes of the records the one file that the server loads. */
import { packSections } from '../../server/src/knowledge/container.ts';
import { encodeRecords } from '../../server/src/knowledge/encode.ts';
import type { Concept, Source, StateNames } from '../../server/src/knowledge/record.ts';
import { compileSourceSearch } from '../../server/src/knowledge/source-search.ts';
import { compileLexicon } from '../../server/src/recognition/lexicon-compile.ts';
import {
  foldedWords,
  type NameEntry,
  namesOfConcept,
  namesOfState,
  ordinaryWords,
  titleOfDocument,
  titleOfSource,
} from '../../server/src/recognition/names.ts';
import { namesOfEachState } from './national-names.ts';
import { withOtherWordings } from './other-wordings.ts';
import { withShortened } from './shortened-names.ts';
import { inTraditionalCharacters } from './traditional-chinese.ts';

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Chinese names count in traditional characters, too. */
function withTraditional(entries: readonly NameEntry[]): NameEntry[] {
  const written = new Set(entries.map(({ name }) => name));
  return entries.flatMap((entry) => {
    if (entry.language !== 'zh') return [entry];
    const others = inTraditionalCharacters(entry.name).filter((name) => !written.has(name));
    for (const name of others) written.add(name);
    return [
      entry,
      ...others.map((name): NameEntry => ({ ...entry, name, kind: entry.kind === 'state' ? 'state' : 'variant' })),
    ];
  });
}

/** Acronyms that are words or names of places in French or Spanish when they are written like these. */
const otherWords = new Set([
  'Acta',
  'Aide',
  'Alba',
  'Cica',
  'Dario',
  'Diana',
  'Dora',
  'Echelon',
  'Fara',
  'Gant',
  'Impact',
  'Juri',
  'Lapin',
  'Laws',
  'Libe',
  'Pace',
  'Pilon',
  'Sala',
  'Siena',
  'Sopa',
  'Swift',
  'Tian',
  'Tice',
]);

/** French and Spanish papers write acronyms that can be spoken as words: `la Cnil`, `la Cepal`, `l’Unesco`. */
function withSpokenAcronyms({ names }: Concept, entries: readonly NameEntry[]): NameEntry[] {
  const spoken = (['fr', 'es'] as const).flatMap((language) =>
    names[language] === undefined
      ? []
      : entries
          .filter(({ kind, language: own }) => kind === 'acronym' && (own === language || own === 'en'))
          .filter(({ name }) => /^(?=.*[AEIOUY])(?!.*[^AEIOUY]{4})[A-Z]{4,}$/.test(name))
          .map(
            (entry): NameEntry => ({
              ...entry,
              name: `${entry.name.charAt(0)}${entry.name.slice(1).toLowerCase()}`,
              language,
              caseRule: 'exact',
            }),
          ),
  );
  const written = new Set(entries.map(({ name, language }) => `${language} ${name}`));
  return [
    ...entries,
    ...spoken.filter(({ name, language }) => !otherWords.has(name) && !written.has(`${language} ${name}`)),
  ];
}

/** Words of two letters are ordinary ones where so many texts have them. */
const oftenEnough = 3;

/** The ordinary words of some texts. A short one that few of them have may well be a slip, or a part of a name. */
function* commonWords(texts: readonly string[]): Generator<string> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(ordinaryWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) if (word.length > 2 || count >= oftenEnough) yield word;
}

/**
 * The compiled dataset: equal records give equal bytes.
 *
 * @param lookAlikes names of other things, in which nothing is recognised
 * @param sharedNames names with several bearers, each with their ids, likeliest first
 * @param states what States are called, by their codes
 */
export function compileDataset(
  conceptsRead: readonly Concept[],
  sourcesRead: readonly Source[],
  sharedNames: ReadonlyMap<string, readonly string[]>,
  lookAlikes: readonly string[] = [],
  states: ReadonlyMap<string, StateNames> = new Map(),
): Uint8Array {
  const concepts = conceptsRead.toSorted((a, b) => byCodeUnits(a.id, b.id));
  const sources = sourcesRead.toSorted((a, b) => byCodeUnits(a.id, b.id));
  const sourceByKey = new Map(sources.map((source) => [source.id, source]));
  // Ordinary words are those that the records write in lower case, and a few that the United Nations writes with a capital.
  const ordinary = new Set([
    'internet',
    'united',
    'nation',
    'secretariat',
    'charter',
    ...commonWords(concepts.map(({ summary, facts = [] }) => [summary, ...facts.map(({ says }) => says)].join('\n'))),
  ]);
  const ofConcepts = concepts.map((concept) => namesOfConcept(concept, sourceByKey));
  const others = new Set(
    [
      ...ofConcepts.flat().filter(({ onlyNear }) => onlyNear === false),
      ...[...states.values()].flatMap(namesOfState),
    ].map(({ name }) => foldedWords(name).join(' ')),
  );
  const isOthers = (name: string): boolean => others.has(foldedWords(name).join(' '));
  const titled = new Set(concepts.map((concept) => concept.text?.source));
  const names = [
    ...concepts.flatMap((concept, record) =>
      withSpokenAcronyms(
        concept,
        withTraditional([
          ...withShortened(concept, withOtherWordings(ofConcepts[record]!, isOthers), isOthers),
          ...namesOfEachState(concept, states, isOthers),
        ]),
      ).map((entry) => ({
        entry,
        record,
      })),
    ),
    ...sources.flatMap((source, index) => {
      const entry = titled.has(source.id) ? undefined : titleOfSource(source);
      return entry === undefined ? [] : [{ entry, record: concepts.length + index }];
    }),
  ];
  const standsAlone = names.filter(({ entry }) => entry.onlyNear === false);
  const known = new Set(standsAlone.map(({ entry }) => foldedWords(entry.name).join(' ')));
  const conceptOfText = new Map(
    concepts.flatMap(({ text }, index) => (text === undefined || text.at !== undefined ? [] : [[text.source, index]])),
  );
  // Of documents with one title, resolutions are meant rather than reports on them, and the later ones.
  const isResolution = ({ id }: Source): boolean => id.includes('/RES/');
  const titles = sources
    .map((source, index) => ({ source, index }))
    .sort((a, b) => Number(isResolution(b.source)) - Number(isResolution(a.source)) || b.index - a.index)
    .flatMap(({ source, index }) => {
      const entry = titleOfDocument(source);
      // What is the name of something else is not read as a title.
      if (entry === undefined || known.has(foldedWords(entry.name).join(' '))) return [];
      return [{ entry, record: conceptOfText.get(source.id) ?? concepts.length + index }];
    });
  names.push(...titles);
  const alike = lookAlikes.map((name) => ({
    entry: { name, kind: 'look-alike', language: 'en', caseRule: 'capitals', onlyNear: false } as const,
    record: 0,
  }));
  const codes = [...states.keys()].toSorted(byCodeUnits);
  const ofStates = codes.flatMap((code, index) =>
    withTraditional(namesOfState(states.get(code)!)).map((entry) => ({ entry, record: index + 1 })),
  );
  // Of the bearers of a shared name the likeliest stands first, where nothing in a draft speaks for another.
  const ranks = new Map([...sharedNames].map(([name, ids]) => [foldedWords(name).join(' '), ids]));
  const rank = ({ entry, record }: (typeof names)[number]): number => {
    const bearers = ranks.get(foldedWords(entry.name).join(' '));
    const place = bearers?.indexOf(concepts[record]?.id ?? '') ?? -1;
    return place < 0 ? 1000 : place;
  };
  const ranked = names.map((name) => ({ name, rank: rank(name) })).toSorted((a, b) => a.rank - b.rank);
  return packSections({
    ...encodeRecords(concepts, sources, codes),
    ...compileLexicon([...ranked.map(({ name }) => name), ...alike, ...ofStates], ordinary),
    ...compileSourceSearch(concepts, sources),
  });
}
