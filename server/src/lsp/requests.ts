/** The requests beyond the protocol's own that the client's commands make; types and names only, shared with the client. */

export interface Place {
  uri: string;
  position: { line: number; character: number };
}

/** What stands at a place: the card of it and the official address, where there are any. */
export interface PlaceAnswer {
  label: string;
  card?: string;
  address?: string;
}

export interface SearchAnswer {
  /** The citation as it is written between brackets: `@A/RES/73/27`. */
  citation: string;
  label: string;
  description: string;
  detail: string;
  card: string;
  address?: string;
}

export interface ConceptAnswer {
  label: string;
  description: string;
  card: string;
}

export const placeRequest = 'rapporteur/place';
export const searchSourcesRequest = 'rapporteur/searchSources';
export const listConceptsRequest = 'rapporteur/listConcepts';
export const explainRequest = 'rapporteur/explain';

export const cardScheme = 'rapporteur';
