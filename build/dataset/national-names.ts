/**
 * Names of which each State has one: `{state} IGF` is the Kenya IGF and the Kenyan IGF, and some two hundred more. What a record
 * gives under `of-each-state` becomes a name for each State of `schema/states.yaml`, but where another record has that name.
 */
import type { Concept, Language, Names, StateNames } from '../../server/src/knowledge/record.ts';
import { foldedWords, type NameEntry, namesOfState } from '../../server/src/recognition/names.ts';

/** Where the State stands in a name. */
export const statePlace = '{state}';

/**
 * @param isOthers whether a name stands for another record, or this one, anyway
 * @returns the names that a concept has for each State
 */
export function namesOfEachState(
  concept: Concept,
  states: ReadonlyMap<string, StateNames>,
  isOthers: (name: string) => boolean,
): NameEntry[] {
  const written = new Set<string>();
  return (Object.entries(concept.names) as [Language, Names][]).flatMap(([language, names]) =>
    (names['of-each-state'] ?? []).flatMap((template) =>
      [...states.values()]
        .flatMap(namesOfState)
        .filter((state) => state.language === language)
        .flatMap((state): NameEntry[] => {
          const name = template.replace(statePlace, state.name);
          const folded = foldedWords(name).join(' ');
          if (written.has(folded) || isOthers(name)) return [];
          written.add(folded);
          return [{ name, kind: 'variant', language, caseRule: 'capitals', onlyNear: false }];
        }),
    ),
  );
}
