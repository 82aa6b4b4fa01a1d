/** Words and where they stand, for finding entries by beginnings of words. Built in short steps. */
import { searchWords } from '../knowledge/source-search.ts';

/** How many places of one beginning are looked at where the query has no other word. */
const mostPlaces = 10_000;

/** What is kept while an index is built: for each place of a word its number, the entry and the weight. */
export class WordIndexBuilder {
  private readonly numbers = new Map<string, number>();
  private readonly places: number[] = [];
  private readonly entries: number[] = [];
  private readonly weights: number[] = [];

  /** @param weight 1 to 15: how much a word counts there */
  add(entry: number, text: string, weight: number): void {
    for (const word of searchWords(text)) {
      let number = this.numbers.get(word);
      if (number === undefined) {
        number = this.numbers.size;
        this.numbers.set(word, number);
      }
      this.places.push(number);
      this.entries.push(entry);
      this.weights.push(weight);
    }
  }

  *build(entryCount: number): Generator<void, WordIndex> {
    const groups = new Map<string, string[]>();
    let turn = 0;
    for (const word of this.numbers.keys()) {
      const beginning = word.slice(0, 2);
      const group = groups.get(beginning);
      if (group === undefined) groups.set(beginning, [word]);
      else group.push(word);
      if (++turn % 4096 === 0) yield;
    }
    const words: string[] = [];
    for (const beginning of [...groups.keys()].sort()) {
      for (const word of groups.get(beginning)!.sort()) words.push(word);
      yield;
    }
    // The places of each word lie one behind the other, word by word in their order.
    const rank = new Uint32Array(words.length);
    for (const [index, word] of words.entries()) {
      rank[this.numbers.get(word)!] = index;
      if (index % 4096 === 4095) yield;
    }
    const starts = new Uint32Array(words.length + 1);
    for (let place = 0; place < this.places.length; place++) {
      starts[rank[this.places[place]!]! + 1]!++;
      if (place % 65536 === 65535) yield;
    }
    for (let index = 0; index < words.length; index++) starts[index + 1]! += starts[index]!;
    yield;
    const next = starts.slice();
    const entries = new Uint32Array(this.places.length);
    const weights = new Uint8Array(this.places.length);
    for (let place = 0; place < this.places.length; place++) {
      const slot = next[rank[this.places[place]!]!]!++;
      entries[slot] = this.entries[place]!;
      weights[slot] = this.weights[place]!;
      if (place % 65536 === 65535) yield;
    }
    return new WordIndex(entryCount, words, starts, entries, weights);
  }
}

export class WordIndex {
  private readonly entryCount: number;
  private readonly words: readonly string[];
  private readonly starts: Uint32Array;
  private readonly entries: Uint32Array;
  private readonly weights: Uint8Array;

  constructor(
    entryCount: number,
    words: readonly string[],
    starts: Uint32Array,
    entries: Uint32Array,
    weights: Uint8Array,
  ) {
    this.entryCount = entryCount;
    this.words = words;
    this.starts = starts;
    this.entries = entries;
    this.weights = weights;
  }

  /** Index of the first word that is not before `word`. */
  private lowerBound(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * How well each entry fits, 0 for not at all: each word of the query must begin a word of the entry, and counts by the
   * weight of the best, more where it is the whole word. Of one beginning that is in tens of thousands of places only the
   * first are looked at: whoever has typed a letter types another.
   */
  scores(query: readonly string[]): Uint16Array {
    const total = new Uint16Array(this.entryCount);
    for (const [turn, word] of query.entries()) {
      const best = turn === 0 ? total : new Uint16Array(this.entryCount);
      const first = this.lowerBound(word);
      // U+FFFF is no letter: it comes behind all words that begin so.
      const behind = this.lowerBound(`${word}\uffff`);
      const exact = this.words[first] === word ? this.starts[first + 1]! : 0;
      const from = this.starts[first]!;
      const to = this.starts[behind]!;
      this.collect(best, from, query.length === 1 ? Math.min(to, from + mostPlaces) : to, exact);
      if (best !== total)
        for (let entry = 0; entry < total.length; entry++)
          total[entry] = total[entry] === 0 || best[entry] === 0 ? 0 : total[entry]! + best[entry]!;
    }
    return total;
  }

  /** Gives each entry the score of its best place in a range. */
  private collect(best: Uint16Array, from: number, to: number, exact: number): void {
    const { entries, weights } = this;
    for (let place = from; place < to; place++) {
      const entry = entries[place]!;
      const score = weights[place]! * 2 + (place < exact ? 1 : 0);
      if (score > best[entry]!) best[entry] = score;
    }
  }
}
