/** Several bibliography files as the one library of a draft. */
import { searchWords } from '../knowledge/source-search.ts';
import type { Library, LibraryEntry, LibraryProblem } from './library.ts';
import type { LibraryFile } from './library-file.ts';

class JoinedLibrary implements Library {
  private readonly files: readonly LibraryFile[];
  readonly isLoading: boolean;
  private count: number | undefined;

  constructor(files: readonly LibraryFile[], isLoading: boolean) {
    this.files = files;
    this.isLoading = isLoading;
  }

  get size(): number {
    if (this.count === undefined) {
      const [only] = this.files;
      this.count =
        this.files.length === 1
          ? only!.entries.length
          : new Set(this.files.flatMap(({ entries }) => entries.map(({ key }) => key))).size;
    }
    return this.count;
  }

  get problems(): readonly LibraryProblem[] {
    return this.files.flatMap(({ problems }) => problems);
  }

  entry(key: string): LibraryEntry | undefined {
    for (const { byKey } of this.files) {
      const found = byKey.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether the entry is hidden by one of the same key in an earlier file. */
  private isHidden(file: number, key: string): boolean {
    for (let earlier = 0; earlier < file; earlier++) if (this.files[earlier]!.byKey.get(key)?.key === key) return true;
    return false;
  }

  *keys(): Generator<string> {
    for (const [place, { entries }] of this.files.entries())
      for (const { key } of entries) if (!this.isHidden(place, key)) yield key;
  }

  ofDocument(identifier: string): LibraryEntry | undefined {
    for (const [place, { byDocument }] of this.files.entries()) {
      const found = byDocument.get(identifier);
      if (found !== undefined && !this.isHidden(place, found.key)) return found;
    }
    return undefined;
  }

  search(query: string, limit: number): LibraryEntry[] {
    const words = searchWords(query);
    // By score; entries of one score stay in their order.
    const byScore: LibraryEntry[][] = [];
    for (const [place, { entries, index }] of this.files.entries()) {
      const scores = words.length === 0 ? undefined : index.scores(words);
      for (let number = 0; number < entries.length; number++) {
        const score = scores === undefined ? 1 : scores[number]!;
        if (score === 0) continue;
        const found = byScore[score];
        if (found !== undefined && found.length >= limit) {
          if (scores === undefined) break;
          continue;
        }
        const entry = entries[number]!;
        if (this.isHidden(place, entry.key)) continue;
        if (found === undefined) byScore[score] = [entry];
        else found.push(entry);
      }
    }
    const best: LibraryEntry[] = [];
    for (let score = byScore.length - 1; score > 0 && best.length < limit; score--)
      if (byScore[score] !== undefined) best.push(...byScore[score]!);
    return best.slice(0, Math.max(0, limit));
  }
}

/** @param files in their order: of two entries with one key the first counts */
export function joinLibrary(files: readonly LibraryFile[], isLoading = false): Library {
  return new JoinedLibrary(files, isLoading);
}
