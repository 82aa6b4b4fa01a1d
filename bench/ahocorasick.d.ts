declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** Pairs of the last unit of a match and the keywords that end there. */
    search(text: string): [number, string[]][];
  }
}
