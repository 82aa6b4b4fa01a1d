/**
 * The shape of a record: what one YAML file under `data/` says, and what the server hands to its features.
 * The JSON Schemas in `data/schema/` say the same for editors and for the build; `data/README.md` says it for people.
 */

export const conceptKinds = [
  'body',
  'mechanism',
  'treaty',
  'process',
  'agenda',
  'challenge',
  'event',
  'norm',
  'actor',
  'document',
  'term',
] as const;
export type ConceptKind = (typeof conceptKinds)[number];

/** BCP 47 primary tags of the six official languages of the United Nations. */
export const languages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const;
export type Language = (typeof languages)[number];

/**
 * How strictly a name's capitals bind the text.
 * - `any`: letters may be of either case.
 * - `capitals`: a word that the name writes with a capital must have one in the text.
 * - `exact`: every word is matched as written (a plural or possessive ending aside).
 */
export type CaseRule = 'any' | 'capitals' | 'exact';

export interface WrittenName {
  name: string;
  case?: CaseRule;
  /**
   * `true`: recognised only near a mention of this concept, or of one linked with it, under a name that stands alone.
   * `draft`: recognised only in a draft that names something else of the field.
   */
  'only-near'?: true | 'draft';
  /** Whether the name is that of a place, too, for which it is taken where prose speaks of places: `in Budapest`. */
  'also-a-place'?: true;
  /**
   * Whether the name is a phrase of general law or politics, by which the concept is shown to who asks about it, but not counted
   * among the names of the field: `sovereignty`, of what is called sovereignty in cyberspace in full.
   */
  background?: true;
}

export interface Misnomer extends WrittenName {
  /** What to write instead. */
  use: string;
  /** Why the name is wrong. */
  why: string;
}

export interface Names {
  preferred: string;
  /** The case rule of the preferred name, where it is not that of its length. */
  'preferred-case'?: CaseRule;
  short?: string;
  /** The company that the preferred or the short name needs, where it is too general to stand alone; see `WrittenName`. */
  'preferred-only-near'?: true | 'draft';
  'short-only-near'?: true | 'draft';
  acronyms?: (string | WrittenName)[];
  variants?: (string | WrittenName)[];
  misnomers?: Misnomer[];
  /** Names that each State has one of, with `{state}` where it stands: `{state} IGF`. */
  'of-each-state'?: string[];
}

/** A date as exact as it is known: `2018`, `2018-12`, `2018-12-05`. */
export type RecordDate = string;

/** `recalled`, or the address of the page that was read. */
export type Checked = 'recalled' | { seen: string };

export interface Pinpoint {
  /** The key of a source. */
  source: string;
  /** Paragraph, article or page, as it is cited: `para. 8`. */
  at?: string;
}

/** What another public page says instead, and its address. */
export interface Disputed {
  says: string;
  seen: string;
}

export interface Fact extends Pinpoint {
  says: string;
  checked: Checked;
  disputed?: Disputed;
}

export interface TimelineEntry extends Pinpoint {
  /** A date, or two joined by `/`. */
  date: string;
  what: string;
  checked: Checked;
  disputed?: Disputed;
}

export interface Office {
  role: string;
  name: string;
  /** The State or organization from which the person comes. */
  of?: string;
  from?: RecordDate;
  to?: RecordDate;
  source: string;
  checked: Checked;
  disputed?: Disputed;
}

/** A number that changes, one entry for each date at which it is known. */
export interface Figure {
  what: string;
  values: { 'as-of': RecordDate; value: number; source: string; checked: Checked; disputed?: Disputed }[];
}

export interface Concept {
  id: string;
  kind: ConceptKind;
  names: { en: Names } & Partial<Record<Language, Names>>;
  summary: string;
  /**
   * A person, a gang of criminals, a phrase of general law or politics: shown to who asks about it, but not counted among the
   * names of the field.
   */
  background?: true;
  /** ISO 3166-1 alpha-2 code of the State whose body, law or act it is; the codes are those of schema/states.yaml. */
  state?: string;
  'part-of'?: string;
  'preceded-by'?: string;
  'followed-by'?: string;
  related?: { to: string; as: string }[];
  /** The document this concept is, where it is one, or where its words stand. */
  text?: Pinpoint;
  /** The documents that founded it, by source key. */
  mandate?: string[];
  /** The documents it produced, by source key. */
  outcome?: string[];
  period?: { from?: RecordDate; to?: RecordDate };
  status?: { is: string; 'as-of': RecordDate };
  people?: Office[];
  figures?: Figure[];
  timeline?: TimelineEntry[];
  facts?: Fact[];
  url?: string;
}

/** What a State is called, and what is its, by language. */
export type StateNames = Partial<Record<Language, string[]>>;

export interface PersonName {
  family?: string;
  given?: string;
  literal?: string;
}

export interface CslDate {
  'date-parts': number[][];
}

/** How a body decided: the votes that were recorded, or that none was taken. */
export type Vote = 'without a vote' | { for: number; against: number; abstaining: number };

/** What a record says of a source beyond CSL's own variables; kept under CSL's `custom`. */
export interface SourceDetails {
  checked?: Checked;
  /** Date of adoption of a treaty or resolution, where it differs from `issued`. */
  adopted?: RecordDate;
  /** Date on which a treaty was signed that did not lie open for signature. */
  signed?: RecordDate;
  /** Date on which a treaty was opened for signature. */
  opened?: RecordDate;
  /** Date on which a treaty entered into force. */
  'in-force'?: RecordDate;
  /** `ETS No. 185`, `2296 UNTS 167`: in the order in which they are cited. */
  series?: string[];
  /** How the body that adopted it decided: for a resolution of the Assembly, in the plenary. */
  vote?: Vote;
  /** How the Main Committee decided before. */
  'committee-vote'?: Vote;
  /** The symbol of the draft that was adopted. */
  draft?: string;
  /** The States that put the draft forward. */
  'introduced-by'?: string[];
  /** The name it is known by: `Budapest Convention`. */
  'short-title'?: string;
  /** Other symbols under which the same document was issued. */
  'also-issued-as'?: string[];
  disputed?: Disputed;
  note?: string;
}

/** A CSL-JSON item. The id is the citation key; for a UN document it is the symbol. */
export interface Source {
  id: string;
  type: string;
  title: string;
  genre?: string;
  number?: string;
  author?: PersonName[];
  editor?: PersonName[];
  issued?: CslDate;
  URL?: string;
  DOI?: string;
  publisher?: string;
  'publisher-place'?: string;
  'container-title'?: string;
  volume?: string;
  issue?: string;
  page?: string;
  language?: string;
  accessed?: CslDate;
  abstract?: string;
  custom?: SourceDetails;
}

/** A CSL-JSON item of the user's own, as their file gives it: any of CSL's variables, and nothing checked but these two. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [variable: string]: unknown;
}

/** What can be cited: a source of the dataset, or an item of the user's. */
export type CitableItem = Source | CslItem;

/** The earliest and latest day, as `YYYY-MM-DD`, that a date of a record (or the range `a/b`) can mean. */
export function daySpan(date: string): { first: string; last: string } {
  const [start = '', end] = date.split('/');
  // `2019-09-09/13` shortens the second date to what differs.
  const close = end === undefined ? start : start.slice(0, Math.max(0, start.length - end.length)) + end;
  const first = start.length === 4 ? `${start}-01-01` : start.length === 7 ? `${start}-01` : start;
  const last = close.length === 4 ? `${close}-12-31` : close.length === 7 ? `${close}-31` : close;
  return { first, last };
}

/** The documents that a concept is, was founded by or produced. */
export function documentsOf(concept: Concept): string[] {
  return [
    ...new Set([
      ...(concept.text ? [concept.text.source] : []),
      ...(concept.mandate ?? []),
      ...(concept.outcome ?? []),
    ]),
  ];
}
