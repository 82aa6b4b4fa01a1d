/** Compiles names into the arrays that `Lexicon` matches with. Pure; the dataset's are compiled when it is built. */
import { narrowed, packStrings, type Section } from '../knowledge/container.ts';
import { indexTable } from '../knowledge/encode.ts';
import { languages } from '../knowledge/record.ts';
import { headCount, headNumber, headsOf } from './heads.ts';
import { addHash, compareFolded, hashOfPair, nameBits, ordinaryWord, pairSetSize, wordSetSize } from './lexicon.ts';
import { capitalsOf, caseRules, foldedWords, isOffered, type NameEntry, nameKinds, namesNoRecord } from './names.ts';
import { hashOf, unitsOf } from './words.ts';

/**
 * @param names each with the record index of what bears it (any for a look-alike, the number of the State for a State's)
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

  const wordHeads = Uint8Array.from(wordList, headNumber);
  const headed = Array.from({ length: headCount }, () => new Set<number>());
  for (const { entry, record } of names) {
    if (entry.kind !== 'preferred' && entry.kind !== 'short') continue;
    for (const head of headsOf(entry.name, entry.language)) headed[head - 1]!.add(record);
  }
  const headStarts = new Uint32Array(headed.length + 1);
  headed.forEach((records, index) => {
    headStarts[index + 1] = headStarts[index]! + records.size;
  });

  const wordStrings = packStrings(wordList);
  const hashes = wordList.map((word) => hashOf(unitsOf(word), 0, word.length));
  const wordTable = indexTable(hashes);
  const wordFlags = new Uint8Array(wordList.length);
  for (const word of ordinary) {
    const id = wordIds.get(word);
    if (id !== undefined) wordFlags[id]! |= ordinaryWord;
  }

  // Nodes are numbered level by level, so that the children of one follow each other: the child at the end of an edge is
  // the edge's own number and one, and need not be kept.
  const order = [0];
  const edgeWords: number[] = [];
  const edgeStarts = new Uint32Array(children.length + 1);
  for (let place = 0; place < order.length; place++) {
    for (const [word, child] of [...children[order[place]!]!].sort(([a], [b]) => a - b)) {
      edgeWords.push(word);
      order.push(child);
    }
    edgeStarts[place + 1] = edgeWords.length;
  }
  const firstNodes = new Int32Array(wordList.length);
  for (let edge = 0; edge < edgeStarts[1]!; edge++) firstNodes[edgeWords[edge]!] = edge + 1;

  const wholeNames = new Int32Array(wordSetSize);
  const beginnings = new Int32Array(wordSetSize);
  const firstPairs = new Int32Array(pairSetSize);
  hashes.forEach((hash, word) => {
    const node = firstNodes[word]!;
    if (wordHeads[word] !== 0 || (node !== 0 && namesAt[order[node]!]!.length > 0)) addHash(wholeNames, hash);
    if (node === 0) return;
    addHash(beginnings, hash);
    for (let edge = edgeStarts[node]!; edge < edgeStarts[node + 1]!; edge++)
      addHash(firstPairs, hashOfPair(hash, hashes[edgeWords[edge]!]!));
  });

  const nodeNameStarts = new Uint32Array(order.length + 1);
  const nodeNames: number[] = [];
  order.forEach((node, place) => {
    nodeNames.push(...namesAt[node]!);
    nodeNameStarts[place + 1] = nodeNames.length;
  });
  const nameStrings = packStrings(names.map(({ entry }) => entry.name));
  const sorted = names.map((_, index) => index).filter((index) => isOffered(names[index]!.entry.kind));
  sorted.sort((a, b) => compareFolded(names[a]!.entry.name, names[b]!.entry.name) || a - b);
  return {
    wordUnits: wordStrings.units,
    wordStarts: wordStrings.starts,
    wordTable,
    wordFlags,
    wordHeads,
    headStarts,
    headRecords: Int32Array.from(headed.flatMap((records) => [...records])),
    wholeNames,
    beginnings,
    firstPairs,
    firstNodes: narrowed(firstNodes),
    edgeStarts,
    edgeWords: narrowed(edgeWords),
    nodeNameStarts,
    nodeNames: Int32Array.from(nodeNames),
    nameUnits: nameStrings.units,
    nameStarts: nameStrings.starts,
    nameRecords: narrowed(names.map(({ record }) => record)),
    nameRules: Uint16Array.from(
      names.map(({ entry }) =>
        nameBits(
          nameKinds.indexOf(entry.kind),
          languages.indexOf(entry.language),
          caseRules.indexOf(entry.caseRule),
          entry,
        ),
      ),
    ),
    nameCapitals: Int32Array.from(
      names.map(({ entry }) => {
        const capitals = capitalsOf(entry.name);
        // `Budapest convention`: where the first word is a name already, writers are free with the others.
        const isNamed = /^\p{Lu}\p{Ll}/u.test(entry.name) && !ordinary.has(foldedWords(entry.name)[0]!);
        return isNamed && !namesNoRecord(entry.kind) ? 1 : capitals;
      }),
    ),
    sortedNames: Int32Array.from(sorted),
  };
}
