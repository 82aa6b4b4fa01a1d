/**
 * Articles and paragraphs that a draft names without their document: `Article 8(1)`, `According to paragraph 70`, `para. 13 of
 * the report`. They are of the document that was named last and has such places, so far as the words plainly refer to one,
 * and no document that is not known came between.
 */
import { allMatches } from './all-matches.ts';
import { headNumber } from './heads.ts';
import { foldedWords } from './names.ts';
import { isBare, type Pinpoint } from './pinpoints.ts';

/** What the places of a document are; a treaty has articles, a resolution or report has paragraphs. */
export type PlaceKind = 'articles' | 'paragraphs';

/** Of what kind a pinpoint is; undefined for what documents of either kind have, and for the sections of statutes. */
export const kindOfPlace = (at: string): PlaceKind | undefined =>
  /^arts?\./.test(at) ? 'articles' : /^paras?\./.test(at) ? 'paragraphs' : undefined;

/** What a document is called in general, in prose and in its own names. */
const documentNouns: readonly string[] = [
  'reports?|rapports?|informes?',
  'resolutions?|résolutions?|resoluci[oó]n|resoluciones',
  'conventions?|convenci[oó]n|convenios?',
  'treaty|traité|tratado',
  'agreement|accord|acuerdo',
  'covenant|pact|pacte|pacto',
  'protocol|protocole|protocolo',
  'charter|charte|carta',
  'declaration|déclaration|declaración',
  'agenda',
  'compact',
  'regulation|règlement|reglamento',
  'directive|directiva',
  'statute|statut|estatuto',
];
const nounBehind = new RegExp(
  `^\\s+(?:of (?:the|that|the (?:same|said))|du|de la|de l[’']|de ladite|dudit|del|de los|de dich[ao]|de la citada|del citado)\\s*(?:${documentNouns.map((forms, index) => `(?<n${index}>${forms})`).join('|')})(?![\\p{L}-]|\\s+(?:of|on|by|from|for|sur|des?|du|del|sobre|para)\\s)`,
  'u',
);
const nounsInNames = documentNouns.map((forms) => new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'iu'));

/** Whether a document may be spoken of by one of `documentNouns`, of which the number is the place and one more. */
export const isCalled = (noun: number, names: string): boolean => noun === 0 || nounsInNames[noun - 1]!.test(names);

/** The number of the noun by which the document of a pinpoint is named behind it: `para. 13 of the report`; 0 for none. */
function nounOf({ end }: Pinpoint, text: string): number {
  const groups = nounBehind.exec(text.slice(end, end + 40))?.groups;
  return groups === undefined ? 0 : documentNouns.findIndex((_, index) => groups[`n${index}`] !== undefined) + 1;
}

/** What says that a place is one of the text itself, or of another. */
const elsewhere =
  /^[\s,]*(?:below|above|infra|supra|hereof|herein|ci-(?:dessous|dessus|après|avant)|más (?:abajo|arriba)|anterior|siguiente|supra|выше|ниже|настоящ|أعلاه|أدناه|以上|以下|上述)/iu;
/** What goes on behind a number as a title or a list of its own does: `Article 5. Definitions`. */
const likeTitle = /^[*_]*\s*(?:[.:–—-]|$|[*_]*\s+\p{Lu})/u;
/** Words before which no known document is meant: notes, pages, drafts. */
const ofOthers = new Set(
  'ibid id supra infra note notes n nn fn footnote page pages p pp chapter draft annex appendix section cit al projet proyecto там см проект'.split(
    ' ',
  ),
);
/** Words with which a sentence may begin that goes on with a place. */
const beginsSentence = new Set(
  'under in per both while although though as by with to and but where when if unlike like of from the selon dans aux en à l d el los según conforme в во согласно по статья и но однако если'.split(
    ' ',
  ),
);
const sentenceEnd = /[.!?:;…。；：！？؟؛][\s"”»’)*_\]]*$/u;
const abbreviation = /(?<!\p{L})(?:ibid|id|cf|see|supra|no|n|cit|al|v|res|doc|p|pp|ch|ст|см|там)\.$/iu;
/** `Also, Article 11`: a word or two at the head of a sentence. */
const openingComma = /(?:^|[.!?]\s+)\p{Lu}\p{Ll}+(?:\s\p{Ll}+){0,3}[,،]$/u;
const chineseBehind =
  /^(?:第|规定|規定|的|，|。|；|、|）|\)|和|与|與|及|中|所|要求|明确|明確|禁止|保障|保护|保護|适用|適用|指出|还|還|则|則)/u;

/** Whether a Chinese article is one, and not the second clue (`第二条线索`). */
function isChineseReference({ start, end }: Pinpoint, text: string): boolean {
  const behind = text.slice(end, end + 2);
  return start === 0 ? /^(?:规定|規定|要求|禁止|保障)/u.test(behind) : chineseBehind.test(behind);
}

/** Whether prose plainly refers to a place, rather than counts its own, or goes on with what stands before it. */
export function isReference(pinpoint: Pinpoint, text: string): boolean {
  const { start, end } = pinpoint;
  const behind = text.slice(end, end + 24);
  if (elsewhere.test(behind)) return false;
  const label = text.slice(start, start + 16);
  if (label.startsWith('第')) return isChineseReference(pinpoint, text);
  const isAbbreviated = /^\p{L}+\.|^[¶§]/u.test(label);
  const before = text.slice(Math.max(0, start - 60), start);
  const lead = before.replace(/[\s*_"“«‘([>]+$/u, '');
  if (lead === '') return start < 60 && !isAbbreviated && !likeTitle.test(behind);
  if (sentenceEnd.test(lead)) {
    if (abbreviation.test(lead) || likeTitle.test(behind)) return false;
    return !isAbbreviated && !/^\p{Ll}/u.test(label);
  }
  // Chinese prose parts its clauses by commas.
  if (/[，、]$/u.test(lead)) return !/[》」）][，、]$/u.test(lead);
  if (/[,،]$/u.test(lead)) return !isAbbreviated && openingComma.test(lead);
  const [elided = '', word = ''] = /(\p{L}+)[’']?$/u.exec(lead) ?? [];
  if (word === '' || ofOthers.has(word.toLowerCase())) return false;
  if (!/^\p{Lu}/u.test(word)) return true;
  const isFirst = lead.length === elided.length ? start < 60 : sentenceEnd.test(lead.slice(0, -elided.length));
  return isFirst && beginsSentence.has(word.toLowerCase());
}

/** What says which document a pinpoint is of that no document is named beside. */
export interface BareReference {
  kind: PlaceKind;
  /** The number of the noun that names the document; 0 for none. */
  noun: number;
}

/** How the document of each pinpoint may be found that has none beside it; undefined where it may not. In order, lists as one. */
export function bareReferences(pinpoints: readonly Pinpoint[], text: string): (BareReference | undefined)[] {
  const references = pinpoints.map((): BareReference | undefined => undefined);
  // A heading counts its own places.
  if (/^\s*#/.test(text)) return references;
  let isInArticle = false;
  for (let first = 0; first < pinpoints.length; ) {
    let last = first;
    while (pinpoints[last]!.goesOn === true && last + 1 < pinpoints.length) last++;
    const kind = kindOfPlace(pinpoints[first]!.at);
    const whole = { ...pinpoints[first]!, end: pinpoints[last]!.end };
    const noun = kind === undefined ? 0 : nounOf(whole, text);
    if (kind === 'articles') isInArticle = true;
    // Where articles are spoken of, a paragraph is rather one of theirs.
    const mayBe = kind !== undefined && (noun > 0 || (isBare(whole, text) && (kind === 'articles' || !isInArticle)));
    if (mayBe && isReference(whole, text)) references.fill({ kind, noun }, first, last + 1);
    first = last + 1;
  }
  return references;
}

const lawWords =
  /(?<!\p{L})(?:Acts?|Laws?|Bills?|Code|Constitutions?|Ordinances?|Decrees?|Loi|Décret|Ley|Código|Constitución|Decreto|[Зз]акон(?:а|у|ом|е|ы|ов|ами?|ах|опроект\p{L}*)?|[Кк]онституци\p{L}{1,3}|[Кк]одекс\p{L}{0,3})(?!\p{L})|《|(?:قانون|القانون|دستور|الدستور)(?! الدولي)|憲法|宪法/gu;
const internationalLaw = /(?:International|Humanitarian|Rights|Criminal|Public)\s$/;
const documentHeads: ReadonlySet<number> = new Set(
  (
    'Accord Act Agreement Arrangement Charter Code Compact Convention Covenant Declaration Directive Guidelines Memorandum Pact ' +
    'Protocol Recommendation Regulation Report Resolution Statement Statute Treaty Charte Déclaration Pacte Protocole Rapport ' +
    'Règlement Résolution Traité Acuerdo Carta Convención Convenio Declaración Pacto Protocolo Informe Reglamento Resolución ' +
    'Tratado Декларация Договор Конвенция Пакт Протокол Устав Хартия'
  )
    .split(' ')
    .map((word) => headNumber(foldedWords(word).join(''))),
);

/** Whether a head is that of a document's name. */
export const isHeadOfDocument = (head: number): boolean => documentHeads.has(head);

/** Where a text names laws; offsets in it, in order. */
export function lawsIn(text: string): number[] {
  const found: number[] = [];
  for (const { index, 0: word } of allMatches(lawWords, text))
    if (!word.startsWith('Law') || !internationalLaw.test(text.slice(Math.max(0, index - 16), index)))
      found.push(index);
  return found;
}
