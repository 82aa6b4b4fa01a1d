/** The dataset for other programs: CSL-JSON and BibTeX for bibliographies, JSON-LD for linked data. */

export { toBibTeX } from './bibtex.ts';
export { toCslJson } from './csl-json.ts';
export { toJsonLd } from './json-ld.ts';
