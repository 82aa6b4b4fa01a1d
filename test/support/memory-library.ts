/** A user's library of a few entries, for tests of what stands on it; its file reads as the entries' ranges say. */
import { searchWords } from '../../server/src/knowledge/source-search.ts';
import { documentIdentifiers } from '../../server/src/library/document-identifiers.ts';
import type { Library, LibraryEntry, LibraryItem } from '../../server/src/library/library.ts';

export interface MemoryEntry {
  key: string;
  item: Partial<LibraryItem>;
  attachments?: readonly string[];
}

export const libraryUri = 'file:///home/me/paper/references.bib';

/** The file's text and the library that it holds. */
export function memoryLibrary(written: readonly MemoryEntry[], uri = libraryUri): { text: string; library: Library } {
  let text = '% 😀 الأمم المتحدة 联合国\n';
  const entries = written.map(({ key, item, attachments = [] }): LibraryEntry => {
    const start = text.length;
    const keyStart = start + '@misc{'.length;
    text += `@misc{${key},\n  title = {${item.title ?? ''}}\n}\n\n`;
    return {
      key,
      item: { id: key, type: 'article-journal', title: '', ...item },
      uri,
      start,
      end: text.length - 2,
      keyStart,
      keyEnd: keyStart + key.length,
      attachments,
      searchFields: {
        title: `${item.title ?? ''}`,
        shortTitle: '',
        persons: Array.isArray(item.author)
          ? item.author.map((one) => `${one?.family ?? ''} ${one?.given ?? ''} ${one?.literal ?? ''}`).join(' ')
          : '',
        year: `${item.issued?.['date-parts']?.[0]?.[0] ?? ''}`,
        number: `${item.number ?? ''}`,
      },
    };
  });
  const wordsOf = ({ key, searchFields: { title, persons, year, number } }: LibraryEntry): string[] =>
    searchWords(`${key} ${title} ${persons} ${year} ${number}`);
  const library: Library = {
    size: entries.length,
    entry: (key) => entries.find((one) => one.key === key),
    search: (query, limit) =>
      entries
        .filter((entry) => searchWords(query).every((word) => wordsOf(entry).some((own) => own.startsWith(word))))
        .slice(0, limit),
    keys: () => entries.map(({ key }) => key),
    ofDocument: (identifier) =>
      entries.find(({ item: { type, number, title, URL: url, DOI: doi } }) =>
        documentIdentifiers({ type, number, title, url, doi }).includes(identifier),
      ),
    problems: [],
  };
  return { text, library };
}
