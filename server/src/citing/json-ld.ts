/**
 * Concepts and sources as linked data: SKOS for concepts, Dublin Core for sources, in JSON-LD whose context is part of
 * the document, so that a processor expands it without the network.
 */

import type { Concept, Language, Names, Pinpoint, Source, WrittenName } from '../knowledge/record.ts';
import { cleanText } from './clean-text.ts';
import { type CalendarDate, readCslDate } from './dates.ts';
import { naturalName, readPersons } from './persons.ts';
import { formatReference } from './style.ts';

const scheme = 'urn:rapporteur:concept-scheme';

/** Each term that the nodes below use; `id`-typed ones hold addresses. */
const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  vocabulary: 'urn:rapporteur:vocabulary:',
  id: '@id',
  type: '@type',
  ConceptScheme: 'skos:ConceptScheme',
  Concept: 'skos:Concept',
  BibliographicResource: 'dcterms:BibliographicResource',
  prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
  altLabel: { '@id': 'skos:altLabel', '@container': '@language' },
  hiddenLabel: { '@id': 'skos:hiddenLabel', '@container': '@language' },
  definition: { '@id': 'skos:definition', '@container': '@language' },
  note: { '@id': 'skos:note', '@container': '@language' },
  historyNote: { '@id': 'skos:historyNote', '@container': '@language' },
  notation: 'skos:notation',
  inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
  hasTopConcept: { '@id': 'skos:hasTopConcept', '@type': '@id' },
  topConceptOf: { '@id': 'skos:topConceptOf', '@type': '@id' },
  broader: { '@id': 'skos:broader', '@type': '@id' },
  related: { '@id': 'skos:related', '@type': '@id' },
  kind: 'vocabulary:kind',
  precededBy: { '@id': 'vocabulary:preceded-by', '@type': '@id' },
  followedBy: { '@id': 'vocabulary:followed-by', '@type': '@id' },
  mandate: { '@id': 'vocabulary:mandate', '@type': '@id' },
  outcome: { '@id': 'vocabulary:outcome', '@type': '@id' },
  text: { '@id': 'vocabulary:text', '@type': '@id' },
  source: { '@id': 'dcterms:source', '@type': '@id' },
  seeAlso: { '@id': 'rdfs:seeAlso', '@type': '@id' },
  schemeTitle: { '@id': 'dcterms:title', '@container': '@language' },
  license: { '@id': 'dcterms:license', '@type': '@id' },
  temporal: 'dcterms:temporal',
  title: 'dcterms:title',
  identifier: 'dcterms:identifier',
  creator: 'dcterms:creator',
  publisher: 'dcterms:publisher',
  issued: 'dcterms:issued',
  abstract: 'dcterms:abstract',
  language: 'dcterms:language',
  genre: 'dcterms:type',
  bibliographicCitation: 'dcterms:bibliographicCitation',
} as const;

/** The key as part of a URN: what RFC 8141 does not allow there is percent-encoded. */
function urn(namespace: 'concept' | 'source', key: string): string {
  const encoded = encodeURIComponent(key.toWellFormed()).replace(
    /%(?:2F|3A|40|26|3D|2B|24|2C|3B)/g,
    decodeURIComponent,
  );
  return `urn:rapporteur:${namespace}:${encoded}`;
}

type Labels = Partial<Record<Language, string[]>>;

function addLabel(labels: Labels, language: Language, taken: Set<string>, written: string): void {
  const label = cleanText(written);
  if (label === '' || taken.has(label)) return;
  taken.add(label);
  labels[language] = [...(labels[language] ?? []), label];
}

function nameOf(written: string | WrittenName): string {
  return typeof written === 'string' ? written : written.name;
}

/**
 * The labels of a concept. SKOS allows no label to be of two kinds in one language. Wrong names, and names that are too
 * general to stand for the concept alone, are hidden: to be found by, not to be shown.
 */
function labelsOf(names: Concept['names']): { prefLabel: object; altLabel: Labels; hiddenLabel: Labels } {
  const prefLabel: Partial<Record<Language, string>> = {};
  const altLabel: Labels = {};
  const hiddenLabel: Labels = {};
  for (const [language, written] of Object.entries(names) as [Language, Names][]) {
    const preferred = cleanText(written.preferred);
    const taken = new Set([preferred]);
    if (preferred !== '') prefLabel[language] = preferred;
    const others = [...(written.acronyms ?? []), ...(written.variants ?? [])];
    const standsAlone = (name: string | WrittenName): boolean => typeof name === 'string' || name['only-near'] !== true;
    if (written.short !== undefined) addLabel(altLabel, language, taken, written.short);
    for (const name of others.filter(standsAlone)) addLabel(altLabel, language, taken, nameOf(name));
    for (const name of others.filter((name) => !standsAlone(name))) {
      addLabel(hiddenLabel, language, taken, nameOf(name));
    }
    for (const misnomer of written.misnomers ?? []) addLabel(hiddenLabel, language, taken, misnomer.name);
  }
  return { prefLabel, altLabel, hiddenLabel };
}

/** Every concept above one, by `part-of`. */
function ancestorsOf(concept: Concept, concepts: ReadonlyMap<string, Concept>): Set<string> {
  const ancestors = new Set<string>();
  for (let parent = concept['part-of']; parent !== undefined && !ancestors.has(parent); ) {
    ancestors.add(parent);
    parent = concepts.get(parent)?.['part-of'];
  }
  return ancestors;
}

/** A node without the properties that are absent or empty. */
function node(properties: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => {
      if (value === undefined || value === '') return false;
      return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
    }),
  );
}

/** The keys of every source on which the record rests. */
function sourcesOf(concept: Concept): string[] {
  const keys = [
    concept.text?.source,
    ...(concept.mandate ?? []),
    ...(concept.outcome ?? []),
    ...(concept.facts ?? []).map((fact) => fact.source),
    ...(concept.timeline ?? []).map((entry) => entry.source),
    ...(concept.people ?? []).map((office) => office.source),
    ...(concept.figures ?? []).flatMap((figure) => figure.values.map((value) => value.source)),
  ];
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** A statement with the document on which it rests: `It met twice. (A/75/816, para. 8)`. */
function withSource(text: string, { source, at }: Pinpoint): string {
  return cleanText(`${text} (${[source, at].filter((part) => part !== undefined).join(', ')})`);
}

function notes(texts: readonly string[]): { en: readonly string[] } | undefined {
  return texts.length === 0 ? undefined : { en: texts };
}

function conceptNode(concept: Concept, concepts: ReadonlyMap<string, Concept>): object {
  const above = ancestorsOf(concept, concepts);
  // SKOS: what is broader, at whatever distance, is not also related.
  const related = (concept.related ?? [])
    .map(({ to }) => to)
    .filter((to) => {
      const other = concepts.get(to);
      return to !== concept.id && !above.has(to) && !(other && ancestorsOf(other, concepts).has(concept.id));
    });
  const uris = (keys: readonly string[] | undefined, namespace: 'concept' | 'source'): string[] =>
    [...new Set(keys ?? [])].map((key) => urn(namespace, key));
  const uri = (key: string | undefined): string | undefined => key && urn('concept', key);
  return node({
    id: urn('concept', concept.id),
    type: 'Concept',
    inScheme: scheme,
    topConceptOf: concept['part-of'] === undefined ? scheme : undefined,
    notation: concept.id,
    kind: concept.kind,
    ...labelsOf(concept.names),
    definition: { en: cleanText(concept.summary) },
    note: notes((concept.facts ?? []).map((fact) => withSource(fact.says, fact))),
    historyNote: notes((concept.timeline ?? []).map((entry) => withSource(`${entry.date}: ${entry.what}`, entry))),
    broader: uri(concept['part-of']),
    related: uris(related, 'concept'),
    precededBy: uri(concept['preceded-by']),
    followedBy: uri(concept['followed-by']),
    temporal: concept.period && `${concept.period.from ?? '..'}/${concept.period.to ?? '..'}`,
    text: concept.text && urn('source', concept.text.source),
    mandate: uris(concept.mandate, 'source'),
    outcome: uris(concept.outcome, 'source'),
    source: uris(sourcesOf(concept), 'source'),
    seeAlso: concept.url,
  });
}

/** A date as the XML Schema type that is as exact as it is; of a span, its beginning. */
function typedDate(date: Source['issued']): object | undefined {
  const span = readCslDate(date);
  if (span === undefined) return undefined;
  const { year, month, day }: CalendarDate = span.from;
  const two = (part: number): string => String(part).padStart(2, '0');
  const value = [String(year).padStart(4, '0'), month && two(month), day && two(day)].filter(Boolean).join('-');
  const type = day !== undefined ? 'xsd:date' : month !== undefined ? 'xsd:gYearMonth' : 'xsd:gYear';
  return { '@value': value, '@type': type };
}

function sourceNode(source: Source): object {
  return node({
    id: urn('source', source.id),
    type: 'BibliographicResource',
    identifier: [...new Set([source.id, source.number, source.DOI && `doi:${source.DOI}`].filter(Boolean))],
    title: cleanText(source.title),
    creator: readPersons(source.author).map(naturalName),
    issued: typedDate(source.issued),
    publisher: cleanText(source.publisher),
    genre: source.type,
    language: source.language,
    abstract: cleanText(source.abstract),
    bibliographicCitation: formatReference(source, 'oscola'),
    seeAlso: source.URL,
  });
}

/** The dataset as one JSON-LD document. */
export function toJsonLd(concepts: readonly Concept[], sources: readonly Source[]): object {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const top = concepts.filter((concept) => concept['part-of'] === undefined);
  return {
    '@context': context,
    '@graph': [
      node({
        id: scheme,
        type: 'ConceptScheme',
        schemeTitle: { en: 'Rapporteur: how the United Nations governs cyberspace' },
        license: 'https://creativecommons.org/licenses/by/4.0/',
        hasTopConcept: top.map((concept) => urn('concept', concept.id)),
      }),
      ...concepts.map((concept) => conceptNode(concept, byId)),
      ...sources.map(sourceNode),
    ],
  };
}
