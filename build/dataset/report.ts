/** What there is in a dataset, in a page: how much of what kind, in which languages, and how well it is checked. */
import { type Checked, type Concept, conceptKinds, documentsOf, languages } from '../../server/src/knowledge/record.ts';
import type { Dataset } from './read.ts';

const isSeen = (checked: Checked | undefined): boolean => checked !== undefined && checked !== 'recalled';

const share = (seen: number, all: number): string =>
  `${seen} of ${all} (${all === 0 ? 0 : Math.round((seen / all) * 100)} %)`;

/** How each statement of a concept was checked. */
function marksOf(concept: Concept): Checked[] {
  return [
    ...(concept.facts ?? []),
    ...(concept.timeline ?? []),
    ...(concept.people ?? []),
    ...(concept.figures ?? []).flatMap((figure) => figure.values),
  ].map(({ checked }) => checked);
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => `${key} ${count}`)
    .join(', ');
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : `${ids.length}: ${ids.toSorted().join(', ')}`;
}

/**
 * The report that `npm run data:check` prints. A *dead end* is a concept from which a reader gets nowhere: it is part of
 * nothing, linked with nothing, and leads to no document and no official page.
 */
export function reportOn(dataset: Dataset): string {
  const concepts = dataset.concepts.map(({ record }) => record);
  const sources = dataset.sources.map(({ record }) => record);
  const marks = concepts.flatMap(marksOf);
  const byKind = conceptKinds.map((kind) => `${kind} ${concepts.filter((concept) => concept.kind === kind).length}`);
  const linked = new Set(
    concepts.flatMap((concept) => [
      concept['part-of'],
      concept['preceded-by'],
      concept['followed-by'],
      ...(concept.related ?? []).map(({ to }) => to),
    ]),
  );
  const isDeadEnd = (concept: Concept): boolean =>
    concept['part-of'] === undefined &&
    concept.related === undefined &&
    concept.url === undefined &&
    documentsOf(concept).length === 0 &&
    !linked.has(concept.id);
  const cited = new Set(
    concepts.flatMap((concept) => [
      ...documentsOf(concept),
      ...[...(concept.facts ?? []), ...(concept.timeline ?? []), ...(concept.people ?? [])].map(({ source }) => source),
      ...(concept.figures ?? []).flatMap((figure) => figure.values.map(({ source }) => source)),
    ]),
  );
  const shareByKind = conceptKinds.flatMap((kind) => {
    const own = concepts.filter((concept) => concept.kind === kind).flatMap(marksOf);
    return own.length === 0 ? [] : [`${kind} ${Math.round((own.filter(isSeen).length / own.length) * 100)} %`];
  });
  const votes = sources.filter(({ custom }) => custom?.vote !== undefined || custom?.['committee-vote'] !== undefined);
  const disputed = concepts.flatMap((concept) =>
    [...(concept.facts ?? []), ...(concept.timeline ?? []), ...(concept.people ?? [])].filter(
      (item) => item.disputed !== undefined,
    ),
  );
  return [
    `concepts   ${concepts.length}: ${byKind.join(', ')}`,
    `languages  ${languages.map((language) => `${language} ${concepts.filter(({ names }) => names[language] !== undefined).length}`).join(', ')}; all six: ${concepts.filter(({ names }) => languages.every((language) => names[language] !== undefined)).length}`,
    `facts      ${marks.length}; ${share(marks.filter(isSeen).length, marks.length)} seen on a page, the others recalled`,
    `  by kind  ${shareByKind.join(', ')}`,
    `disputed   ${disputed.length} where two pages disagree`,
    `sources    ${sources.length}: ${countBy(sources, ({ type, genre }) => (genre === 'UN Doc' ? 'UN document' : type))}`,
    `  seen     ${share(sources.filter(({ custom }) => isSeen(custom?.checked)).length, sources.length)}`,
    `  votes    ${votes.length} with how they were adopted`,
    `  unnamed  ${sources.filter(({ id }) => !cited.has(id)).length} that no concept names`,
    `no facts   ${list(concepts.filter((concept) => marksOf(concept).length === 0).map(({ id }) => id))}`,
    `dead ends  ${list(concepts.filter(isDeadEnd).map(({ id }) => id))}`,
  ].join('\n');
}
