/** What a draft cites, made ready for its bibliography file. */
import { toBibTeX, toCslJson } from '../citing/export.ts';
import { findCitations } from '../draft/citations.ts';
import type { Draft } from '../draft/draft.ts';
import type { Source } from '../knowledge/record.ts';
import {
  type BibliographyFormat,
  bibliographyFiles,
  bibliographyLine,
  defaultBibliography,
  formatOfFile,
  keysIn,
  withEntries,
} from '../library/bibliography-file.ts';
import type { Library } from '../library/library.ts';
import { sourceOfKey } from './citable.ts';
import type { Field } from './field.ts';
import { isCrossReference } from './target.ts';

/**
 * The sources of the dataset that a draft cites, each once under the key that it is cited by, and the keys that nobody knows.
 * What the user's own library has is neither.
 */
export function citedSources(
  field: Field,
  library: Library,
  draft: Draft,
): { sources: Source[]; others: { key: string; start: number }[] } {
  const sources = new Map<string, Source>();
  const others = new Map<string, number>();
  for (const { key, start } of findCitations(draft)) {
    if (sources.has(key) || others.has(key) || isCrossReference(key) || library.entry(key) !== undefined) continue;
    const record = sourceOfKey(field, key);
    // The key may be another symbol of the same document.
    if (record >= 0) sources.set(key, { ...field.knowledge.source(record), id: key });
    else others.set(key, start);
  }
  return { sources: [...sources.values()], others: [...others].map(([key, start]) => ({ key, start })) };
}

export interface BibliographyPlace {
  /** Relative to the draft. */
  file: string;
  format: BibliographyFormat;
  /** Whether the front matter names it already. */
  isNamed: boolean;
}

/** The file that a draft's sources go into: the first that its front matter names and that can be added to. */
export function bibliographyPlace(draft: Draft): BibliographyPlace | { fault: string } {
  const files = bibliographyFiles(draft.text);
  for (const file of files) {
    const format = formatOfFile(file);
    if (format !== undefined) return { file, format, isNamed: true };
  }
  if (files.length > 0)
    return { fault: `Rapporteur adds to .json and .bib files; the front matter names ${files.join(', ')}.` };
  return { file: defaultBibliography, format: 'csl-json', isNamed: false };
}

export interface WrittenBibliography {
  /** The whole file. */
  text: string;
  added: readonly string[];
  /** Keys that neither the dataset nor the file nor the rest of the user's library has. */
  unknown: readonly string[];
  /** The line that makes pandoc read the file, where the draft lacks it; offset in UTF-16 units. */
  line?: { offset: number; inserted: string };
}

/**
 * The draft's bibliography file with what it cites and the file lacks.
 *
 * @param existing the file's text; undefined where there is none yet
 */
export function writtenBibliography(
  field: Field,
  library: Library,
  draft: Draft,
  { file, format, isNamed }: BibliographyPlace,
  existing: string | undefined,
): WrittenBibliography | { fault: string } {
  const { sources, others } = citedSources(field, library, draft);
  const entries = sources.map((source) => ({
    key: source.id,
    text: format === 'bibtex' ? toBibTeX([source]) : JSON.stringify(toCslJson([source])[0], null, 1),
  }));
  const result = withEntries(existing, format, entries);
  if ('fault' in result) return { fault: `${file} was left alone: ${result.fault}.` };
  const known = keysIn(existing, format);
  return {
    ...result,
    unknown: others.map(({ key }) => key).filter((key) => !known.has(key)),
    ...(isNamed ? {} : { line: bibliographyLine(draft.text, file) }),
  };
}
