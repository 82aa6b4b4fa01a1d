/** Compiles names into the arrays that `Lexicon` matches with. Pure; the dataset's are compiled when it is built. */
import { packStrings, type Section } from '../knowledge/container.ts';
import { indexTable } from '../knowledge/encode.ts';
import { languages } from '../knowledge/record.ts';
import { compareFolded, edgeSlot, nameBits, ordinaryWord, startsName } from './lexicon.ts';
import { capitalsOf, caseRules, foldedWords, type NameEntry, nameKinds } from './names.ts';
import { hashOf, unitsOf } from './words.ts';

/**
 * @param names each with the record index of what bears it (any for a look-alike)
 * @param ordinary folded words that are written without capitals in ordinary prose
 */
export function compileLexicon(
  names: readonly { entry: NameEntry; record: number }[],
  ordinary: ReadonlySet<string>,
): Record<string, Section> {
  const wordIds = new Map<string, number>();
  const wordList: string[] = [''];
  const children: Map<number, number>[] = [new Map()];
  const namesAt: number[][] = [[]];
  names.forEach(({ entry }, index) => {
    let node = 0;
    for (const word of foldedWords(entry.name)) {
      let id = wordIds.get(word);
      if (id === undefined) {
        id = wordList.length;
        wordIds.set(word, id);
        wordList.push(word);
      }
      let child = children[node]!.get(id);
      if (child === undefined) {
        child = children.length;
        children.push(new Map());
        namesAt.push([]);
        children[node]!.set(id, child);
      }
      node = child;
    }
    if (node !== 0) namesAt[node]!.push(index);
  });

  const wordStrings = packStrings(wordList);
  const wordTable = indexTable(wordList.map((word) => hashOf(unitsOf(word), 0, word.length)));
  const wordFlags = new Uint8Array(wordList.length);
  for (const id of children[0]!.keys()) wordFlags[id]! |= startsName;
  for (const word of ordinary) {
    const id = wordIds.get(word);
    if (id !== undefined) wordFlags[id]! |= ordinaryWord;
  }

  const edgeCount = children.reduce((sum, edges) => sum + edges.size, 0);
  let size = 16;
  while (size < edgeCount * 2) size *= 2;
  const edges = new Int32Array(size * 3);
  children.forEach((byWord, node) => {
    for (const [word, child] of byWord) {
      let slot = edgeSlot(node, word) & (size - 1);
      while (edges[slot * 3 + 2] !== 0) slot = (slot + 1) & (size - 1);
      edges.set([node, word, child], slot * 3);
    }
  });

  const nodeNameStarts = new Uint32Array(children.length + 1);
  namesAt.forEach((list, node) => {
    nodeNameStarts[node + 1] = nodeNameStarts[node]! + list.length;
  });
  const nameStrings = packStrings(names.map(({ entry }) => entry.name));
  const order = names
    .map((_, index) => index)
    .filter((index) => !['misnomer', 'look-alike'].includes(names[index]!.entry.kind));
  order.sort((a, b) => compareFolded(names[a]!.entry.name, names[b]!.entry.name) || a - b);
  return {
    wordUnits: wordStrings.units,
    wordStarts: wordStrings.starts,
    wordTable,
    wordFlags,
    edges,
    nodeNameStarts,
    nodeNames: Int32Array.from(namesAt.flat()),
    nameUnits: nameStrings.units,
    nameStarts: nameStrings.starts,
    nameRecords: Int32Array.from(names.map(({ record }) => record)),
    nameRules: Uint16Array.from(
      names.map(({ entry }) =>
        nameBits(
          nameKinds.indexOf(entry.kind),
          languages.indexOf(entry.language),
          caseRules.indexOf(entry.caseRule),
          entry.onlyNear,
        ),
      ),
    ),
    nameCapitals: Int32Array.from(names.map(({ entry }) => capitalsOf(entry.name))),
    sortedNames: Int32Array.from(order),
  };
}
