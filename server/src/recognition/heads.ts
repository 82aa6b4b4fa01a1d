/**
 * The head of a name, by which prose goes on speaking of what it named in full: `the Panel`, `this Convention`,
 * `le Comité`, `la Convención`, `Группа`.
 */
import type { Language } from '../knowledge/record.ts';
import { foldedWords } from './names.ts';

/** The words that are heads of names; the place of one, and one more, is its number. */
export const headWords: readonly string[] = (
  'Accord Act Agency Agenda Agreement Alliance Arrangement Assembly Association Bank Board Call Center Centre Charter ' +
  'Coalition Code Commission Committee Compact Conference Convention Corporation Council Court Covenant Declaration ' +
  'Dialogue Directive Forum Foundation Framework Fund Group Guidelines Initiative Institute Manual Mechanism Memorandum ' +
  'Network Office Organization Pact Panel Partnership Plan Platform Principles Process Programme Project Protocol ' +
  'Rapporteur Recommendation Regulation Report Resolution Roadmap Secretariat Statement Statute Strategy Summit Treaty ' +
  'Tribunal Union ' +
  'Agence Appel Assemblée Bureau Charte Comité Conférence Conseil Cour Déclaration Groupe Mécanisme Pacte Programme ' +
  'Protocole Rapport Règlement Résolution Secrétariat Sommet Stratégie Traité ' +
  'Agencia Acuerdo Alianza Asamblea Carta Comisión Conferencia Consejo Convención Convenio Corte Declaración Foro Grupo ' +
  'Mecanismo Oficina Organización Pacto Programa Protocolo Informe Reglamento Resolución Secretaría Cumbre Estrategia ' +
  'Tratado Unión ' +
  'Ассамблея Группа Декларация Договор Комиссия Комитет Конвенция Конференция Механизм Пакт Протокол Рекомендация Совет Суд Устав Форум Хартия'
)
  .split(' ')
  .filter((word, index, all) => all.indexOf(word) === index);

const numberOfWord = new Map(headWords.map((word, index) => [foldedWords(word).join(''), index + 1]));

/** The number of a folded word as a head; 0 for most. */
export const headNumber = (folded: string): number => numberOfWord.get(folded) ?? 0;

/** Heads of which an organization has one: who speaks of it need not name its `Charter` or `Assembly` in full. */
const ofOrganization = new Set(
  ['Charter', 'Charte', 'Carta', 'Устав', 'Assembly', 'Assemblée', 'Asamblea', 'Board', 'Covenant', 'Secretariat'].map(
    (word) => headNumber(foldedWords(word).join('')),
  ),
);
export const isOfOrganization = (head: number): boolean => ofOrganization.has(head);

/** What ends the part of an English name in which its head stands: `Convention | on Cybercrime`. */
const endOfHead = new Set('of on for to in against with between under by concerning regarding at and from'.split(' '));

/** The number of the head of a name, or 0. In English it is the last word before a preposition, elsewhere the first. */
export function headOf(name: string, language: Language): number {
  const words = foldedWords(name);
  if (language !== 'en')
    return (
      words
        .slice(0, 4)
        .map(headNumber)
        .find((head) => head > 0) ?? 0
    );
  const end = words.findIndex((word) => endOfHead.has(word));
  return headNumber(words.slice(0, end < 0 ? undefined : end).at(-1) ?? '');
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const determiners = words(
  'the this that said such la le les l cette ce du au ladite ledit el los las esta este dicha dicho del al',
);
/** What may stand between a determiner and the head without making it another thing. */
const passedOver = words(
  'new draft future proposed present same entire whole nouvelle nouveau nueva nuevo presente présente',
);
const prepositions = words('of on for against de des du d sur contre pour sobre contra para о об по против');
const articles = words('the la le les l el los las');

/** A word of a text, as it is written, and how. */
export interface TextWord {
  written: string;
  isCapital: boolean;
  isShouted: boolean;
  isPunctuation: boolean;
}

/** How a capitalised head stands in prose: as `the Panel`, as part of a name that is not known, or neither. */
export type HeadUse = 'bare' | 'foreign' | 'other';

/**
 * @param at the word's place
 * @param word the word at another place, undefined beyond the ends of the text
 */
export function useOfHead(at: number, word: (place: number) => TextWord | undefined): HeadUse {
  const lower = (place: number): string => word(place)?.written.toLowerCase() ?? '';
  const isNameLike = (place: number): boolean => {
    const one = word(place);
    return one?.isCapital === true && !one.isPunctuation;
  };
  const own = word(at)!;
  if (own.isShouted || !isWrittenAsHead(own.written)) return 'other';
  const isFollowed =
    isNameLike(at + 1) ||
    (prepositions.has(lower(at + 1)) && isNameLike(articles.has(lower(at + 2)) ? at + 3 : at + 2));
  if (isFollowed) return 'foreign';
  const before = passedOver.has(lower(at - 1)) ? at - 2 : at - 1;
  if (determiners.has(lower(before))) return 'bare';
  if (isNameLike(at - 1)) return 'foreign';
  // Russian has no articles.
  return isCyrillic(own.written) ? 'bare' : 'other';
}

const isCyrillic = (written: string): boolean => /\p{Script=Cyrillic}/u.test(written);

const spelled = new Set(headWords.map((word) => word.toLowerCase()));
/** `Conventions` are several; of Russian words every case will do. */
const isWrittenAsHead = (written: string): boolean => isCyrillic(written) || spelled.has(written.toLowerCase());

/** What joins the words of a title. */
const joining = words(
  'of on for to in against and the with between from by de du des la le les l et sur y del los las',
);
const titleReach = 120;

/**
 * Whether a text ends in the midst of a title in capitals that has a head: `the European Convention on Mutual Assistance in`.
 * What goes on there with a general term is part of the title.
 */
export function endsInTitle(text: string): boolean {
  const before = text
    .slice(-titleReach)
    .split(/[.,;:!?()[\]{}|\n"“”«»]/)
    .at(-1)!;
  if (!/\s$/.test(before)) return false;
  const written = before.trim().split(/\s+/);
  if (!joining.has(written.at(-1)!.toLowerCase())) return false;
  for (const word of written.toReversed()) {
    const isCapital = /^\p{Lu}/u.test(word);
    if (isCapital && spelled.has(word.toLowerCase())) return true;
    if (!isCapital && !joining.has(word)) return false;
  }
  return false;
}
