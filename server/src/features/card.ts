/** Cards: the readable page on a concept, on a source, or on a UN document that the dataset does not have. */
import { cleanText } from '../citing/clean-text.ts';
import { type CitationStyle, formatReference } from '../citing/style.ts';
import { writtenKey } from '../draft/citation-key.ts';
import { readableCslDate, readableDate } from '../knowledge/dates.ts';
import {
  type Checked,
  type Concept,
  type Disputed,
  documentsOf,
  languages,
  type Misnomer,
  type Names,
  type Pinpoint,
  type Source,
  type Vote,
} from '../knowledge/record.ts';
import { symbolFault } from '../recognition/symbol-meaning.ts';
import { writtenDocument } from '../recognition/written-document.ts';
import type { Citable } from './citable.ts';
import { abstractText, referenceText } from './citable-text.ts';
import type { Field } from './field.ts';
import { codeSpan, escapeMarkdown, link } from './markdown-text.ts';

/** Where the card of a record is to be found, or undefined where cards have no address. */
export type CardAddress = (record: number) => string | undefined;
export const noAddress: CardAddress = () => undefined;

const languageNames = {
  en: 'English',
  fr: 'French',
  es: 'Spanish',
  ru: 'Russian',
  zh: 'Chinese',
  ar: 'Arabic',
} as const;
const kindNames: Readonly<Record<Concept['kind'], string>> = {
  body: 'Body',
  mechanism: 'Mechanism',
  treaty: 'Treaty',
  process: 'Process',
  agenda: 'Agenda',
  challenge: 'Challenge',
  event: 'Event',
  norm: 'Norm',
  actor: 'Actor',
  document: 'Document',
  term: 'Term',
};

const nameOf = (name: string | { name: string }): string => (typeof name === 'string' ? name : name.name);

/** The shortest name that tells a concept from others: its short name, else its preferred one. */
export function shortName(concept: Concept): string {
  return concept.names.en.short ?? concept.names.en.preferred;
}

/** The name of a record as a list shows it. */
export function recordName(field: Field, record: number): string {
  const { knowledge } = field;
  if (knowledge.isConcept(record)) return shortName(knowledge.concept(record));
  const source = knowledge.source(record);
  return source.custom?.['short-title'] ?? source.title;
}

/** What kind of thing a record is, in a word. */
export function recordKind(field: Field, record: number): string {
  const { knowledge } = field;
  return knowledge.isConcept(record) ? kindNames[knowledge.kind(record)] : 'Source';
}

/** The preferred name, with the acronym that readers know it by. */
function heading(concept: Concept): string {
  const { preferred, short, acronyms } = concept.names.en;
  const first = acronyms?.[0];
  const inBrackets = [first === undefined ? undefined : nameOf(first), short].filter(
    (name, index, all) => name !== undefined && all.indexOf(name) === index,
  );
  return inBrackets.length === 0 ? preferred : `${preferred} (${inBrackets.join('; ')})`;
}

/** `recalled` facts say so; for others the page that was read is linked. Where another page disagrees, it is named. */
function checkMark({ checked, disputed }: { checked: Checked; disputed?: Disputed }): string {
  const mark =
    checked === 'recalled' ? ' — *recalled, not yet checked against a page*' : ` — ${link('checked', checked.seen)}`;
  return disputed === undefined ? mark : `${mark}; ${disputedText(disputed)}`;
}

function disputedText({ says, seen }: Disputed): string {
  return `**disputed:** ${escapeMarkdown(says)} (${link('another page', seen)})`;
}

/** `119 for, 46 against, 14 abstaining`. */
function voteText(vote: Vote): string {
  return vote === 'without a vote'
    ? 'adopted without a vote'
    : `${vote.for} for, ${vote.against} against, ${vote.abstaining} abstaining`;
}

/** How a card calls a source: a UN document by its symbol, another by its name. */
function sourceLabel(source: Source): string {
  if (source.genre === 'UN Doc') return source.id;
  const name = source.custom?.['short-title'] ?? source.title;
  return name.length > 70 ? `${name.slice(0, 69).trimEnd()}…` : name;
}

function pinpoint(field: Field, point: Pinpoint): string {
  const source = field.knowledge.sourceByKey(point.source);
  if (source === undefined) return escapeMarkdown(point.source);
  const label = sourceLabel(source);
  return link(point.at === undefined ? label : `${label}, ${point.at}`, source.URL);
}

function documentLine(field: Field, key: string, address: CardAddress): string {
  const { knowledge } = field;
  const index = knowledge.sourceIndex(key);
  if (index < 0) return escapeMarkdown(key);
  const source = knowledge.source(index);
  const date = readableCslDate(source.issued);
  const label = sourceLabel(source);
  const title = source.custom?.['short-title'] ?? source.title;
  const cardAddress = address(index);
  return [
    link(label, cardAddress ?? source.URL),
    ...(title === label ? [] : [`, *${escapeMarkdown(title)}*`]),
    ...(date === undefined ? [] : [` (${date})`]),
    ...(cardAddress === undefined || source.URL === undefined ? [] : [`, ${link('open', source.URL)}`]),
  ].join('');
}

function conceptLink(field: Field, id: string, address: CardAddress): string {
  const index = field.knowledge.conceptIndex(id);
  return index < 0 ? escapeMarkdown(id) : link(recordName(field, index), address(index));
}

function periodText(concept: Concept): string | undefined {
  const { from, to } = concept.period ?? {};
  if (from !== undefined && to !== undefined) {
    return from === to ? readableDate(from) : `${readableDate(from)} – ${readableDate(to)}`;
  }
  if (from !== undefined)
    return concept.kind === 'event' || concept.kind === 'document' ? readableDate(from) : `since ${readableDate(from)}`;
  return to === undefined ? undefined : `until ${readableDate(to)}`;
}

/** The lines that say what a concept rests on and where it stands; in the hover as on the card. */
function keyFacts(field: Field, concept: Concept, address: CardAddress): string[] {
  const lines: string[] = [];
  const period = periodText(concept);
  if (period !== undefined) lines.push(`**When:** ${period}`);
  if (concept.status !== undefined) {
    lines.push(`**Status:** ${escapeMarkdown(concept.status.is)} (as of ${readableDate(concept.status['as-of'])})`);
  }
  if (concept.text !== undefined) {
    const at = concept.text.at === undefined ? '' : `, ${escapeMarkdown(concept.text.at)}`;
    lines.push(`**Text:** ${documentLine(field, concept.text.source, address)}${at}`);
  }
  const documents = (label: string, keys: readonly string[] | undefined): void => {
    if (keys === undefined) return;
    if (keys.length === 1) lines.push(`**${label}:** ${documentLine(field, keys[0]!, address)}`);
    else lines.push(`**${label}:**`, ...keys.map((key) => `  - ${documentLine(field, key, address)}`));
  };
  documents('Mandate', concept.mandate);
  documents('Outcome', concept.outcome);
  return lines;
}

const asList = (lines: readonly string[]): string =>
  lines.map((line) => (line.startsWith('  - ') ? line : `- ${line}`)).join('\n');

/** The names that a reader is to know: the preferred one, the short one, acronyms. */
const mainNames = ({ preferred, short, acronyms = [] }: Names): string[] => [
  ...new Set([preferred, ...(short === undefined ? [] : [short]), ...acronyms.map(nameOf)]),
];

/** How many further spellings of a language a card lists, and how long they may be together; how many reasons against names. */
const mostSpellings = 8;
const longestSpellings = 300;
const mostMisnomers = 6;

/** What else is recognised in a language, without what differs by capitals and hyphens only. */
function otherSpellings(names: Names): string | undefined {
  const folded = (name: string): string => name.toLowerCase().replace(/[\s-]+/g, ' ');
  const known = new Set(mainNames(names).map(folded));
  const others: string[] = [];
  for (const name of (names.variants ?? []).map(nameOf)) {
    if (!known.has(folded(name))) others.push(name);
    known.add(folded(name));
  }
  if (others.length === 0) return undefined;
  const shown: string[] = [];
  let length = 0;
  for (const name of others.slice(0, mostSpellings)) {
    length += name.length;
    if (length <= longestSpellings || shown.length === 0) shown.push(name);
  }
  const rest = others.length - shown.length;
  return listed(shown) + (rest > 0 ? ` and ${rest} more` : '');
}

const listed = (texts: readonly string[]): string => texts.map(escapeMarkdown).join('; ');

/** Wrong names with what to write instead; those that are wrong for the same reason share a line. */
function misnomerLines(misnomers: readonly Misnomer[]): string[] {
  const byReason = new Map<string, { use: string; wrong: string[] }>();
  for (const { name, use, why } of misnomers) {
    const group = byReason.get(why) ?? { use, wrong: [] };
    group.wrong.push(name);
    byReason.set(why, group);
  }
  const lines = [...byReason].map(
    ([why, { use, wrong }]) => `**Not** ${listed(wrong)}, **but** ${escapeMarkdown(use)}: ${escapeMarkdown(why)}`,
  );
  const rest = lines.length - mostMisnomers;
  return rest > 0 ? [...lines.slice(0, mostMisnomers), `and ${rest} more, which the hover corrects`] : lines;
}

/** The card of a concept. */
export function conceptCard(field: Field, record: number, address: CardAddress): string {
  const { knowledge } = field;
  const concept = knowledge.concept(record);
  const partOf = concept['part-of'];
  const sections: string[] = [
    `# ${escapeMarkdown(heading(concept))}`,
    `*${kindNames[concept.kind]}*${partOf === undefined ? '' : `, part of ${conceptLink(field, partOf, address)}`}`,
    escapeMarkdown(concept.summary),
    asList([
      ...keyFacts(field, concept, address),
      ...(concept['preceded-by'] === undefined
        ? []
        : [`**Preceded by:** ${conceptLink(field, concept['preceded-by'], address)}`]),
      ...(concept['followed-by'] === undefined
        ? []
        : [`**Followed by:** ${conceptLink(field, concept['followed-by'], address)}`]),
      ...(concept.url === undefined ? [] : [`**Official page:** ${link(concept.url, concept.url)}`]),
    ]),
  ];
  const section = (title: string, lines: readonly string[]): void => {
    if (lines.length > 0) sections.push(`## ${title}`, asList(lines));
  };
  section(
    'People',
    (concept.people ?? []).map((office) => {
      const { role, name, of, from, to } = office;
      const term =
        from !== undefined && to !== undefined
          ? `${readableDate(from)} – ${readableDate(to)}`
          : from !== undefined
            ? `from ${readableDate(from)}`
            : to !== undefined
              ? `until ${readableDate(to)}`
              : '';
      const person = of === undefined ? name : `${name} (${of})`;
      return `${escapeMarkdown(person)}, ${escapeMarkdown(role)}${term === '' ? '' : `, ${term}`} (${pinpoint(field, office)})${checkMark(office)}`;
    }),
  );
  section(
    'Figures',
    (concept.figures ?? []).flatMap((figure) =>
      figure.values
        .toSorted((a, b) => (a['as-of'] < b['as-of'] ? 1 : -1))
        .map(
          (value) =>
            `${escapeMarkdown(figure.what)}: ${value.value} (${readableDate(value['as-of'])}; ${pinpoint(field, value)})${checkMark(value)}`,
        ),
    ),
  );
  section(
    'Timeline',
    (concept.timeline ?? [])
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))
      .map(
        (entry) =>
          `${readableDate(entry.date)}: ${escapeMarkdown(entry.what)} (${pinpoint(field, entry)})${checkMark(entry)}`,
      ),
  );
  section(
    'Facts',
    (concept.facts ?? []).map((fact) => `${escapeMarkdown(fact.says)} (${pinpoint(field, fact)})${checkMark(fact)}`),
  );
  const children = [...knowledge.linked(record)].filter((other) => knowledge.concept(other)['part-of'] === concept.id);
  section(
    'Parts',
    children.map((other) => link(recordName(field, other), address(other))),
  );
  section(
    'Related',
    (concept.related ?? []).map(({ to, as }) => `${escapeMarkdown(as)}: ${conceptLink(field, to, address)}`),
  );
  const inLanguages = (text: (names: Names) => string | undefined): string[] =>
    languages.flatMap((language) => {
      const own = concept.names[language];
      const line = own === undefined ? undefined : text(own);
      return line === undefined ? [] : [`**${languageNames[language]}:** ${line}`];
    });
  section('Names', [
    ...inLanguages((names) => listed(mainNames(names))),
    ...misnomerLines(languages.flatMap((language) => concept.names[language]?.misnomers ?? [])),
  ]);
  section(
    'Cite',
    documentsOf(concept).map((key) => codeSpan(`[${writtenKey(key)}]`)),
  );
  section('Other spellings', inLanguages(otherSpellings));
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

/** The card of a source. */
export function sourceCard(field: Field, record: number, address: CardAddress): string {
  const { knowledge } = field;
  const source = knowledge.source(record);
  const details = source.custom ?? {};
  const lines: string[] = [];
  const date = readableCslDate(source.issued);
  if (source.author !== undefined) lines.push(`**Author:** ${escapeMarkdown(authors(source))}`);
  if (date !== undefined) lines.push(`**Date:** ${date}`);
  if (details.adopted !== undefined) lines.push(`**Adopted:** ${readableDate(details.adopted)}`);
  if (details.signed !== undefined) lines.push(`**Signed:** ${readableDate(details.signed)}`);
  if (details.opened !== undefined) lines.push(`**Opened for signature:** ${readableDate(details.opened)}`);
  if (details['in-force'] !== undefined) lines.push(`**In force:** ${readableDate(details['in-force'])}`);
  if (details.series !== undefined) lines.push(`**Series:** ${escapeMarkdown(details.series.join('; '))}`);
  if (details.vote !== undefined) lines.push(`**Vote:** ${voteText(details.vote)}`);
  const inCommittee = details['committee-vote'];
  if (inCommittee !== undefined) lines.push(`**Vote in the committee:** ${voteText(inCommittee)}`);
  if (details.draft !== undefined) lines.push(`**Draft:** ${escapeMarkdown(details.draft)}`);
  if (details['introduced-by'] !== undefined) {
    lines.push(`**Introduced by:** ${escapeMarkdown(details['introduced-by'].join(', '))}`);
  }
  if (details.disputed !== undefined) lines.push(disputedText(details.disputed));
  if (details['also-issued-as'] !== undefined)
    lines.push(`**Also issued as:** ${escapeMarkdown(details['also-issued-as'].join('; '))}`);
  if (source['container-title'] !== undefined) lines.push(`**In:** ${escapeMarkdown(source['container-title'])}`);
  if (source.URL !== undefined) lines.push(`**Open:** ${link(source.URL, source.URL)}`);
  if (source.DOI !== undefined) lines.push(`**DOI:** ${link(source.DOI, `https://doi.org/${source.DOI}`)}`);
  if (details.checked !== undefined) {
    lines.push(
      `**Checked:** ${details.checked === 'recalled' ? '*recalled, not yet checked against a page*' : link(details.checked.seen, details.checked.seen)}`,
    );
  }
  if (details.note !== undefined) lines.push(`**Note:** ${escapeMarkdown(details.note)}`);
  const concepts = [...knowledge.conceptsOfSource(record)].map((concept) => {
    const { text, mandate, outcome } = knowledge.concept(concept);
    const role =
      text?.source === source.id
        ? 'text of'
        : mandate?.includes(source.id) === true
          ? 'mandate of'
          : outcome?.includes(source.id) === true
            ? 'outcome of'
            : 'cited for';
    return `- ${role} ${link(recordName(field, concept), address(concept))}`;
  });
  const short = details['short-title'];
  return `${[
    `# ${escapeMarkdown(source.title)}${short === undefined ? '' : ` (${escapeMarkdown(short)})`}`,
    `*${source.genre === 'UN Doc' ? `UN document ${escapeMarkdown(source.id)}` : 'Source'}*`,
    ...(source.abstract === undefined ? [] : [escapeMarkdown(source.abstract)]),
    asList(lines),
    ...(concepts.length === 0 ? [] : ['## What it belongs to', concepts.join('\n')]),
    '## Cite',
    `- in a draft: ${codeSpan(`[${writtenKey(source.id)}]`)}\n- OSCOLA: ${formatReference(source, 'oscola', { markup: 'markdown' })}`,
  ].join('\n\n')}\n`;
}

function authors(source: Source): string {
  return (source.author ?? [])
    .map(({ literal, given, family }) => literal ?? [given, family].filter((part) => part !== undefined).join(' '))
    .join(', ');
}

/** The card of any record. */
export function card(field: Field, record: number, address: CardAddress): string {
  return field.knowledge.isConcept(record) ? conceptCard(field, record, address) : sourceCard(field, record, address);
}

/** What can be said of a document that the dataset does not have, by its symbol or number. */
export function unknownDocument(written: string): string {
  const document = writtenDocument(written);
  if (document === undefined) {
    const fault = symbolFault(written);
    return fault === undefined
      ? escapeMarkdown(written)
      : `${escapeMarkdown(written)} is no well-formed symbol of a UN document. ${escapeMarkdown(fault)}`;
  }
  const { number, says, address, isSymbol } = document;
  const opening =
    address === undefined ? '' : link(`Open it at ${new URL(address).host.replace(/^www\./, '')}`, address);
  return [
    `**${isSymbol ? 'UN document ' : ''}${escapeMarkdown(number)}**`,
    `${escapeMarkdown(says.charAt(0).toUpperCase() + says.slice(1))}.`,
    `Not in the dataset: what the ${isSymbol ? 'symbol' : 'number'} says is read from its form. ${opening}`.trimEnd(),
  ].join('\n\n');
}

/** The beginning of a card, for a hover: what it is, where it stands, what it rests on. */
export function conceptSummary(field: Field, record: number, address: CardAddress): string {
  const concept = field.knowledge.concept(record);
  return [
    `**${escapeMarkdown(heading(concept))}** · ${kindNames[concept.kind].toLowerCase()}`,
    escapeMarkdown(concept.summary),
    asList(keyFacts(field, concept, address)),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** A source in a hover or beside a list: its reference, what it says, what it belongs to. */
export function sourceSummary(
  field: Field,
  cited: Citable,
  style: CitationStyle,
  address: CardAddress,
  reference = referenceText(cited, style),
): string {
  const { knowledge } = field;
  const { source, record } = cited;
  const title = cleanText(source.title);
  const concepts = (record < 0 ? [] : [...knowledge.conceptsOfSource(record)])
    .slice(0, 6)
    .map((concept) => link(recordName(field, concept), address(concept)));
  return [
    ...(title === '' ? [] : [`**${escapeMarkdown(title)}**`]),
    reference,
    abstractText(cited),
    ...(concepts.length === 0 ? [] : [`Belongs to: ${concepts.join(', ')}`]),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}
