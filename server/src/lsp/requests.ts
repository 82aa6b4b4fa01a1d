/** The requests beyond the protocol's own that the client's commands make; types and names only, shared with the client. */

export interface Place {
  uri: string;
  position: { line: number; character: number };
}

/** A footnote that cites a source, asked for at a place. */
export interface FootnoteCitation extends Place {
  key: string;
}

/** Texts to put into the draft, each at a place of the draft as it is; null where the source is not known. */
export type FootnoteCitationAnswer = { position: { line: number; character: number }; inserted: string }[] | null;

/** What stands at a place: the card of it and the official address, where there are any. */
export interface PlaceAnswer {
  label: string;
  card?: string;
  address?: string;
}

export interface SearchAnswer {
  /** The citation as it is written between brackets: `@A/RES/73/27`. */
  citation: string;
  /** The key alone. */
  label: string;
  description: string;
  detail: string;
  /** Absent where the dataset does not have the document. */
  card?: string;
  address?: string;
}

/** A search for what can be cited, in the library of a draft where one is named, and in the dataset. */
export interface SearchSources {
  query: string;
  uri?: string;
}

export interface ConceptAnswer {
  label: string;
  description: string;
  card: string;
}

/** Where a draft's bibliography is, relative to it; or why it cannot be written. */
export type BibliographyPlaceAnswer = { file: string; format: 'csl-json' | 'bibtex' } | { fault: string };

export interface WriteBibliography {
  uri: string;
  /** The file's text; absent where there is no file yet. */
  existing?: string;
}

/** The whole file, and what belongs into the draft; or why the file is left alone. */
export type WriteBibliographyAnswer =
  | {
      text: string;
      added: readonly string[];
      unknown: readonly string[];
      line?: { position: { line: number; character: number }; inserted: string };
    }
  | { fault: string };

/** Whether a draft lacks an entry for a key; null where nothing can be added for it. */
export interface LacksEntry {
  uri: string;
  key: string;
  existing?: string;
}

/** An entry from elsewhere for a draft's bibliography file, in the file's format. */
export interface AddEntry extends LacksEntry {
  text: string;
}

/** Told when the user comes to trust the workspace: programs may be started from then on. */
export const trustedNotification = 'rapporteur/trusted';

export const placeRequest = 'rapporteur/place';
export const searchSourcesRequest = 'rapporteur/searchSources';
export const listConceptsRequest = 'rapporteur/listConcepts';
export const bibliographyPlaceRequest = 'rapporteur/bibliographyPlace';
export const writeBibliographyRequest = 'rapporteur/writeBibliography';
export const lacksEntryRequest = 'rapporteur/lacksEntry';
export const addEntryRequest = 'rapporteur/addEntry';
export const footnoteCitationRequest = 'rapporteur/footnoteCitation';
export const explainRequest = 'rapporteur/explain';

export const cardScheme = 'rapporteur';
