/** Encodes records for `Knowledge`. Runs when the dataset is built, not in the server. */
import { packStrings, type Section } from './container.ts';
import { dayNumber, hashOfId, openDay, pinKey } from './knowledge.ts';
import { type Concept, conceptKinds, daySpan, documentsOf, type Source } from './record.ts';

/** An open-addressing table from hash to record index + 1, at most half full. */
export function indexTable(hashes: readonly number[]): Int32Array {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const table = new Int32Array(size);
  hashes.forEach((hash, index) => {
    let slot = (hash >>> 0) & (size - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
    table[slot] = index + 1;
  });
  return table;
}

/** Lists of numbers as one section and one of their starts. */
function packLists(lists: readonly (readonly number[])[]): { values: Int32Array; starts: Uint32Array } {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, index) => {
    starts[index + 1] = starts[index]! + list.length;
  });
  return { values: Int32Array.from(lists.flat()), starts };
}

/** Concepts linked with each concept, by index; for siblings only those of a family of at most 40. */
function linksBetween(concepts: readonly Concept[]): number[][] {
  const indexOf = new Map(concepts.map((concept, index) => [concept.id, index]));
  const links = concepts.map(() => new Set<number>());
  const join = (a: number, b: number | undefined): void => {
    if (b === undefined || a === b) return;
    links[a]!.add(b);
    links[b]!.add(a);
  };
  const families = new Map<string, number[]>();
  concepts.forEach((concept, index) => {
    join(index, indexOf.get(concept['part-of'] ?? ''));
    join(index, indexOf.get(concept['preceded-by'] ?? ''));
    join(index, indexOf.get(concept['followed-by'] ?? ''));
    for (const { to } of concept.related ?? []) join(index, indexOf.get(to));
    const parent = concept['part-of'];
    if (parent === undefined) return;
    const family = families.get(parent);
    if (family === undefined) families.set(parent, [index]);
    else family.push(index);
  });
  for (const family of families.values()) {
    if (family.length > 40) continue;
    for (const a of family) for (const b of family) join(a, b);
  }
  return links.map((set) => [...set].sort((a, b) => a - b));
}

/**
 * The concepts that are one place of a document which is a concept, too: Article 51 of the Charter. Sorted by their key, the
 * record index of the document and the place, for they are searched by halving.
 */
function pinnedConcepts(concepts: readonly Concept[]): [key: string, concept: number][] {
  const indexOf = new Map(concepts.map((concept, index) => [concept.id, index]));
  const pins: [string, number][] = [];
  concepts.forEach((concept, index) => {
    const owner = concept['part-of'];
    if (owner === undefined || concept.text?.at === undefined) return;
    // What is a part of another thing, though it stands in the same document, is not a place of that thing.
    if (concepts[indexOf.get(owner) ?? -1]?.text?.source !== concept.text.source) return;
    pins.push([pinKey(indexOf.get(owner)!, concept.text.at), index]);
  });
  return pins.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `S/RES/2341` for `S/RES/2341(2017)`: the Security Council counts its resolutions through, and writers leave the year out. */
const withoutYear = (symbol: string): string[] => {
  const council = /^(S\/RES\/\d+)\(\d{4}\)$/.exec(symbol);
  return council === null ? [] : [council[1]!];
};

/**
 * The sections of the records.
 *
 * @param concepts in order of id
 * @param sources in order of key
 * @param states the codes of the States that concepts may be of, at most 255
 */
export function encodeRecords(
  concepts: readonly Concept[],
  sources: readonly Source[],
  states: readonly string[],
): Record<string, Section> {
  const encoder = new TextEncoder();
  const encoded = [...concepts, ...sources].map((record) => encoder.encode(JSON.stringify(record)));
  const recordStarts = new Uint32Array(encoded.length + 1);
  encoded.forEach((bytes, index) => {
    recordStarts[index + 1] = recordStarts[index]! + bytes.length;
  });
  const records = new Uint8Array(recordStarts[encoded.length]!);
  encoded.forEach((bytes, index) => {
    records.set(bytes, recordStarts[index]!);
  });

  const ids = [...concepts.map((concept) => concept.id), ...sources.map((source) => source.id)];
  const idStrings = packStrings(ids);
  const sourceIndex = new Map(sources.map((source, index) => [source.id, index]));
  const conceptOfSource = new Int32Array(sources.length).fill(-1);
  const conceptsOfSource: number[][] = sources.map(() => []);
  concepts.forEach((concept, index) => {
    // The document itself, not a passage of it, is what the symbol of the source names.
    const own =
      concept.text !== undefined && concept.text.at === undefined ? sourceIndex.get(concept.text.source) : undefined;
    if (own !== undefined && conceptOfSource[own] === -1) conceptOfSource[own] = index;
    for (const key of documentsOf(concept)) {
      const source = sourceIndex.get(key);
      if (source !== undefined) conceptsOfSource[source]!.push(index);
    }
  });
  const sourceConcepts = packLists(conceptsOfSource);
  const links = packLists(linksBetween(concepts));
  // Sorted, for they are searched by halving.
  const aliases = sources
    .flatMap((source, index) =>
      [...(source.custom?.['also-issued-as'] ?? []), ...withoutYear(source.id)].map((symbol): [string, number] => [
        symbol,
        concepts.length + index,
      ]),
    )
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const aliasStrings = packStrings(aliases.map(([symbol]) => symbol));
  const periods = new Int32Array(concepts.length * 2).fill(openDay);
  concepts.forEach((concept, index) => {
    if (concept.period?.from !== undefined) periods[index * 2] = dayNumber(daySpan(concept.period.from).first);
    if (concept.period?.to !== undefined) periods[index * 2 + 1] = dayNumber(lastDay(daySpan(concept.period.to).last));
  });
  const pins = pinnedConcepts(concepts);
  const pinStrings = packStrings(pins.map(([key]) => key));
  return {
    counts: Uint32Array.of(concepts.length, sources.length),
    records,
    recordStarts,
    idUnits: idStrings.units,
    idStarts: idStrings.starts,
    idTable: indexTable(ids.map(hashOfId)),
    kinds: Uint8Array.from(concepts.map((concept) => conceptKinds.indexOf(concept.kind))),
    background: Uint8Array.from(concepts.map((concept) => Number(concept.background === true))),
    states: Uint8Array.from(concepts.map(({ state }) => (state === undefined ? 0 : states.indexOf(state) + 1))),
    conceptOfSource,
    sourceConcepts: sourceConcepts.values,
    sourceConceptStarts: sourceConcepts.starts,
    links: links.values,
    linkStarts: links.starts,
    periods,
    pins: Int32Array.from(pins.map(([, index]) => index)),
    pinUnits: pinStrings.units,
    pinStarts: pinStrings.starts,
    aliases: Int32Array.from(aliases.map(([, index]) => index)),
    aliasUnits: aliasStrings.units,
    aliasStarts: aliasStrings.starts,
  };
}

/** `2018-02-31`, which stands for the end of the month, as a day that the calendar has. */
function lastDay(day: string): string {
  if (!Number.isNaN(dayNumber(day))) return day;
  return lastDay(`${day.slice(0, 8)}${Number(day.slice(8)) - 1}`);
}
