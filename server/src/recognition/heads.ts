/**
 * The head of a name, by which prose goes on speaking of what it named in full: `the Panel`, `this Convention`,
 * `le Comité`, `la Convención`, `Группа`. Chinese ones, which are no words of their own in a text, are found in
 * `chinese-heads.ts`.
 */
import type { Language } from '../knowledge/record.ts';
import { valueOfOrdinalWord } from './foreign-ordinals.ts';
import { isArabic } from './inflection.ts';
import { foldedWords } from './names.ts';

/**
 * The words that are heads of names; the place of one, and one more, is its number. In small letters they are words: of some 115 that
 * stand alone behind `the`, `this` or `that` in annotated texts readers took 4 for names, and of 90 in French, Spanish and
 * Russian 3. Of Arabic ones only bodies and treaties count; `المنظمة` is mostly the United Nations, whose name has no such head.
 */
export const headWords: readonly string[] = (
  'Accord Act Agency Agenda Agreement Alliance Arrangement Assembly Association Bank Board Call Campaign Center Centre Charter ' +
  'Coalition Code Commission Committee Compact Conference Convention Corporation Council Court Covenant Declaration ' +
  'Department Dialogue Directive Forum Foundation Framework Fund Group Guidelines Initiative Institute League Manual Mechanism Memorandum Ministry Movement ' +
  'Network Office Organization Organisation Pact Panel Partnership Plan Platform Principles Process Programme Project Protocol ' +
  'Rapporteur Recommendation Regulation Report Resolution Roadmap Secretariat Statement Statute Strategy Summit Treaty ' +
  'Tribunal Union ' +
  'Agence Appel Assemblée Bureau Campagne Charte Comité Conférence Conseil Cour Déclaration Groupe Mécanisme Mouvement Pacte Programme ' +
  'Protocole Rapport Règlement Résolution Secrétariat Sommet Stratégie Traité ' +
  'Agencia Acuerdo Alianza Asamblea Campaña Carta Comisión Conferencia Consejo Convención Convenio Corte Declaración Foro Grupo ' +
  'Mecanismo Movimiento Oficina Organización Pacto Programa Protocolo Informe Reglamento Resolución Secretaría Cumbre Estrategia ' +
  'Tratado Unión ' +
  'Ассамблея Группа Движение Декларация Договор Доктрина Кампания Комиссия Комитет Конвенция Конференция Концепция Механизм Основы Пакт Протокол ' +
  'Рекомендация Совет Стратегия Суд Устав Форум Хартия ' +
  'الفريق اللجنة المجلس المحكمة المنتدى الحركة الاتفاقية المعاهدة البروتوكول الاتحاد القمة المفوضية ' +
  '理事会 委员会 特设委员会 特委会 专家组 工作组 领导小组 咨询小组 论坛 办事处 秘书处 峰会 公约 契约 条约 协定 议定书 宪章 宣言 ' +
  '理事會 委員會 特設委員會 特委會 專家組 工作組 領導小組 諮詢小組 論壇 辦事處 秘書處 峰會 公約 契約 條約 協定 議定書 憲章'
)
  .split(' ')
  .filter((word, index, all) => all.indexOf(word) === index);

/** Heads with a word before them without which they would say less: `the Working Group`. Their numbers follow those of the words. */
export const compoundHeads: readonly string[] = [
  'Working Group',
  'Expert Group',
  'Study Group',
  'Advisory Group',
  'Coordination Group',
  'Monitoring Group',
  'Friends Group',
  'Special Rapporteur',
  'Advisory Committee',
  'Steering Committee',
  'Standing Committee',
  'Executive Committee',
  'Advisory Board',
  'Oversight Board',
  'Executive Board',
  'Governing Council',
  'Advisory Panel',
  'Leadership Panel',
  'Scientific Panel',
  'Parliamentary Assembly',
  'General Conference',
  'Review Conference',
  'Additional Protocol',
  'Framework Convention',
  'Joint Statement',
  'Guiding Principles',
  'Advisory Body',
  'Task Force',
  'Working Party',
  'Action Plan',
  'General Comment',
  'Model Law',
];

/** How many numbers of heads there are. */
export const headCount = headWords.length + compoundHeads.length;

const numberOfCompound = new Map(
  compoundHeads.map((compound, index) => [foldedWords(compound).join(' '), headWords.length + index + 1]),
);
/** The number of two folded words as a head; 0 for most. */
const compoundNumber = (words: readonly string[]): number => numberOfCompound.get(words.join(' ')) ?? 0;

/** The number of the compound that a whole name is; 0 for most. */
export const compoundOf = (name: string): number => compoundNumber(foldedWords(name));

const numberOfWord = new Map(headWords.map((word, index) => [foldedWords(word).join(''), index + 1]));

/** The number of a folded word as a head; 0 for most. */
export const headNumber = (folded: string): number => numberOfWord.get(folded) ?? 0;

const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);
/** The Chinese heads, longest first: `特设委员会` before `委员会`. */
export const chineseHeads: readonly string[] = headWords.filter(isHan).sort((a, b) => b.length - a.length);

/** Arabic and Chinese have no capitals: a head in them stands for what was named shortly before, and for nothing else. */
const withoutCapitals = new Set(
  headWords.flatMap((word, index) => (isArabic(word.charCodeAt(0)) || isHan(word) ? [index + 1] : [])),
);
export const isOfLastOnly = (head: number): boolean => withoutCapitals.has(head);

/** The head that a compound ends in; of a word, its own number. */
export const lastWordOfHead = (head: number): number =>
  head <= headWords.length ? head : headNumber(foldedWords(compoundHeads[head - headWords.length - 1]!).at(-1)!);

/**
 * Heads of which an organization has one: who speaks of it need not name its `Charter` or `Assembly` in full, nor who speaks of
 * the European Court of Human Rights its `Convention`.
 */
const ofOrganization = new Set(
  [
    'Charter',
    'Charte',
    'Carta',
    'Устав',
    'Assembly',
    'Assemblée',
    'Asamblea',
    'Board',
    'Convención',
    'Convenio',
    'Convention',
    'Covenant',
    'Secretariat',
    'Union',
    'Unión',
    'Конвенция',
  ].map((word) => headNumber(foldedWords(word).join(''))),
);
export const isOfOrganization = (head: number): boolean => ofOrganization.has(head);

/** What ends the part of an English name in which its head stands: `Convention | on Cybercrime`. */
const endOfHead = new Set('of on for to in against with between under by concerning regarding at and from'.split(' '));

/** First words of the names of parts and acts: `artículo 18 del Convenio` is no Convenio, and `قرار مجلس الأمن` no Council. */
const partsAndActs = new Set(
  (
    'article paragraphe objectif règle décision artículo párrafo objetivo regla decisión ' +
    'статья ст пункт п цель правило решение المادة الفقرة الهدف قرار'
  )
    .split(' ')
    .map((word) => foldedWords(word).join('')),
);

/** What a body has, and is called after it: `седьмая сессия Рабочей группы` is no group. */
const ofBodies = new Set(
  foldedWords(
    'session réunion décision sesión período reunión decisión сессия заседание решение доклад отчёт секретариат председатель резолюция ' +
      'الدورة دورة اجتماع تقرير',
  ),
);

const drafts = new Set(foldedWords('projet proyecto проект'));

/** Behind these a name says what it is on: `кибербезопасность в Совете Безопасности` is no council. */
const foreignPrepositions = new Set(
  foldedWords('в на по о об при для sur pour contre en dans sobre para por contra de del du des في من على'),
);

const titleMarkAtEnd = /[》」』]+$/u;

/** The numbers of the heads of a name, of a Chinese one those that it ends in. In English its head is the last word before a preposition, elsewhere the first. */
export function headsOf(name: string, language: Language): number[] {
  if (language === 'zh') {
    const bare = name.replace(titleMarkAtEnd, '');
    return chineseHeads
      .filter((head) => bare.length > head.length && bare.endsWith(head))
      .map((head) => headNumber(foldedWords(head).join('')))
      .slice(0, 2);
  }
  const words = foldedWords(name);
  if (language !== 'en' && partsAndActs.has(words[0] ?? '')) return [];
  if (language !== 'en') {
    // A draft is called as what it is to be.
    const beginning = words.slice(drafts.has(words[0] ?? '') ? (words[1] === 'de' ? 2 : 1) : 0).slice(0, 4);
    const first = beginning.findIndex(
      (word) => headNumber(word) > 0 || ofBodies.has(word) || foreignPrepositions.has(word),
    );
    const head = first < 0 ? 0 : headNumber(beginning[first]!);
    return head === 0 ? [] : [head];
  }
  // `Shreya Singhal v Union of India` is no Union.
  if (words.includes('v') || words.includes('vs')) return [];
  // `Economic and Social | Council`: what stands before such an `and` is no head.
  const end = words.findIndex(
    (word, index) => endOfHead.has(word) && (word !== 'and' || headNumber(words[index - 1] ?? '') > 0),
  );
  // `Security Council and cyber threats` is no council.
  if (words[end] === 'and' && /\sand\s\p{Ll}/u.test(name)) return [];
  const before = words.slice(0, end < 0 ? undefined : end);
  // `General Comment No. 25`, `resolution 73/27`, `Tallinn Manual 2.0`, `Convention 108+`.
  while (/^(?:\d+|no|[.+])$/.test(before.at(-1) ?? '')) before.pop();
  // What is called no more than `Special Rapporteur` stands for all of them.
  const compound = words.length > 2 ? compoundNumber(before.slice(-2)) : 0;
  return [headNumber(before.at(-1) ?? ''), compound].filter((head) => head > 0);
}

/** Up to two numbers of heads in one, a byte each (a test holds that there are so few); 0 for none. */
export const packHeads = ([one = 0, other = 0]: readonly number[]): number => one | (other << 8);

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const determiners = words(
  'the this that said such la le les l cette cet ce du au ladite ledit dudit audit el los las esta este esa ese dicha dicho del al',
);
/** What may stand between a determiner and the head without making it another thing. */
const passedOver = words(
  'new draft future proposed present same entire whole nouvelle nouveau nueva nuevo presente présent présente citada citado mencionada mencionado referida referido',
);
const prepositions = words('of on for against de des du d sur contre pour sobre contra para о об по против');
/** Words before a name in French and Spanish, whose heads come first: `la Commission Nationale`. */
const romance = words(
  'le la les l un une des du de d au aux cette ce ladite el los las una uno del al esta este y et par por à a en',
);
/** Attributes in small letters that make a head in French and Spanish another thing: `la Cour suprême`, `el Consejo federal`. */
const romanceAttribute =
  /^(?:f[ée]d[ée]ral|supr[êe]m|constitu[ct]ion|r[ée]gional|na[ct]ional|municipal|europ[ée]e|milita[ir]|g[ée]n[ée]ral|[ée]con[oó]mi|interna[ct]ional|interminist[ée]ri|mixt|permanent|sp[ée]cial|especial|dire[ct]+[eiou]|rector|ex[ée]cuti|ejecutiv|scientifi|cient[íi]fic|t[ée]c?h?ni|consult|administrat|d[ée]partement|provincial|estatal|p[ée]nal|civil|sectori|strat[ée]giqu|estrat[ée]gic|judicia|l[ée]gislati|[ée]thique|fiscal)\p{L}*$/u;
const romanceOf = words('de des du d del');
const infinitive = /(?:er|ir|re|ar|erse|arse|irse)$/;

/** Whether a head behind a Romance determiner goes on into a name in small letters: `Conseil des ministres`, `Comité de pilotage`. */
function goesOnInSmallLetters(lower: (place: number) => string, next: number): boolean {
  if (romanceAttribute.test(lower(next))) return true;
  if (!romanceOf.has(lower(next))) return false;
  const noun = lower(articles.has(lower(next + 1)) ? next + 2 : next + 1);
  return /^\p{L}{3,}$/u.test(noun) && !infinitive.test(noun);
}

const articles = words('the la le les l el los las');
/** Behind a head these go on a name that is not written in capitals: `Договор о принципах`, `la Convention sur la protection`. */
const prepositionsOfNames = words('sur contre relative relatif sobre contra relativa relativo о об против по при');
/** Words before a head in Russian that are parts of no name, by their stems: `Действующая Группа`, at the head of a sentence. */
const russianDeterminers = new Set(
  foldedWords(
    'этот эта это эти данный данная настоящий настоящая указанный упомянутый действующий нынешний новый сам сама вся весь',
  ),
);

/**
 * Endings of the Russian genitive, in which a head goes on into a name in small letters: `Совет министров`, `Комитет
 * постоянных представителей`.
 */
const russianGenitive = /(?:[оеё]в|ств|ей|[ыи]х|[ое]го|[цк]ии|ства|[ае]ния|ости)$/u;

/** What a body’s short name may stand before without a determiner: `Council members`, `Committee deliberations`. */
const ofMembers = words(
  'members member membership resolution resolutions decision decisions meeting meetings session sessions mandate mandates debate debates deliberations negotiations report reports leaders secretariat chair',
);
const bodies = new Set(
  ['Council', 'Committee', 'Commission', 'Assembly', 'Forum', 'Alliance', 'Conference', 'Board', 'Group', 'Panel'].map(
    (word) => headNumber(foldedWords(word).join('')),
  ),
);

/** A word of a text, as it is written, and how. */
export interface TextWord {
  written: string;
  isCapital: boolean;
  isShouted: boolean;
  isPunctuation: boolean;
  /** Whether an apostrophe stands behind it: `the Council’s 47th session`. */
  isOwner: boolean;
}

/** How a capitalised head stands in prose: alone, as `the Panel`, or as part of a name that is not known. */
export interface HeadUse {
  head: number;
  /** The place of its first word. */
  first: number;
  isBare: boolean;
}

/** What stands behind a head and a preposition without being part of a name: `the Summit on November 16`. */
const days = words(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday',
);

const isNumber = (written: string | undefined): boolean => written !== undefined && /^\d/.test(written);

/**
 * @param at the word's place
 * @param head its number
 * @param word the word at another place, undefined beyond the ends of the text
 * @returns undefined where it stands in another way
 */
export function useOfHead(
  at: number,
  head: number,
  word: (place: number) => TextWord | undefined,
): HeadUse | undefined {
  const lower = (place: number): string => word(place)?.written.toLowerCase() ?? '';
  const isNameLike = (place: number): boolean => {
    const one = word(place);
    return one?.isCapital === true && !one.isPunctuation;
  };
  const own = word(at)!;
  if (own.isShouted || !isWrittenAsHead(own.written)) return undefined;
  if (isArabic(own.written.charCodeAt(0)))
    return { head, first: at, isBare: isArabicHeadAlone(own.written, word(at + 1)?.written ?? '') };
  const compound = isNameLike(at - 1) ? compoundOf(`${word(at - 1)!.written} ${own.written}`) : 0;
  const use = (isBare: boolean): HeadUse =>
    compound > 0 ? { head: compound, first: at - 1, isBare } : { head, first: at, isBare };
  // `Council Decision`: in English the head of a name comes last, and this says whose decision it is.
  if (
    isNameLike(at + 1) &&
    !own.isOwner &&
    !isNameLike(at - 1) &&
    !romance.has(lower(at - 1)) &&
    !isCyrillic(own.written)
  )
    return undefined;
  const isFollowed =
    (!own.isOwner && (isNameLike(at + 1) || isNumber(word(at + 1)?.written))) ||
    // `Regulation (EU) 2019/796`.
    (word(at + 1)?.written === '(' && /^E[CU]$/.test(word(at + 2)?.written ?? '')) ||
    prepositionsOfNames.has(lower(at + 1)) ||
    // `Group of 5`.
    (lower(at + 1) === 'of' && isNumber(word(at + 2)?.written)) ||
    (prepositions.has(lower(at + 1)) &&
      !days.has(lower(at + 2)) &&
      isNameLike(articles.has(lower(at + 2)) ? at + 3 : at + 2));
  if (isFollowed) return use(false);
  const { first } = use(true);
  // `the Political Declaration on … (Declaration)`.
  if (word(first - 1)?.written === '(' && word(at + 1)?.written === ')') return use(true);
  if (isCyrillic(own.written) && russianDeterminers.has(foldedWords(lower(first - 1))[0] ?? '')) return use(true);
  const isCounted = !isCyrillic(own.written) && valueOfOrdinalWord(lower(first - 1)) !== undefined;
  const before = isCounted || passedOver.has(lower(first - 1)) ? first - 2 : first - 1;
  if (determiners.has(lower(before))) return use(!(romance.has(lower(before)) && goesOnInSmallLetters(lower, at + 1)));
  if (isNameLike(first - 1)) return use(false);
  if (bodies.has(head) && ofMembers.has(lower(at + 1))) return use(true);
  // Russian has no articles.
  return isCyrillic(own.written)
    ? use(word(at + 1)?.isCapital !== false || !russianGenitive.test(lower(at + 1)))
    : undefined;
}

/** What is said of the word before it: `اللجنة التي …`, `اللجنة الاقتصادية`. */
const arabicAttribute = /^(?:ال\p{L}+|لل\p{L}+|ذات|ذو)$/u;
/**
 * Whether an Arabic head has its article and no attribute: `اللجنة` is then what was named, `لجنة`, `اللجنة الاقتصادية` and
 * `اللجنة التي …` something else.
 */
const isArabicHeadAlone = (written: string, next: string): boolean =>
  /^ال/u.test(written) && !arabicAttribute.test(next);

/** Whether a text ends in what makes the thing that follows a certain one. */
export const endsInDeterminer = (text: string): boolean =>
  determiners.has(/([\p{L}]+)[’'\s]+$/u.exec(text)?.[1]?.toLowerCase() ?? '');

const isCyrillic = (written: string): boolean => /\p{Script=Cyrillic}/u.test(written);

const spelled = new Set(headWords.map((word) => word.toLowerCase()));
/** `Conventions` are several; of Russian words every case will do. */
const isWrittenAsHead = (written: string): boolean =>
  isCyrillic(written) || isArabic(written.charCodeAt(0)) || spelled.has(written.toLowerCase());

/** Words in which titles end that have a general term before them. */
const titleEnds =
  'Act Bill Law Regulations Rules Ordinance Guidance Index Day Week Fellowship Award Atlas Lab Handbook Toolkit Journal Review ' +
  'Bulletin Quarterly Society Programme Program';
const titleHead = new RegExp(
  `^\\s+(?:&|and\\s)?\\s*(?:\\p{Lu}[\\p{L}-]+\\s+){0,2}(?:${titleEnds.replaceAll(' ', '|')})(?![\\p{L}\\d])`,
  'u',
);

/** Whether a text goes on with the head of a title: `Personal Data Protection | Act`. */
export const beginsWithTitleHead = (text: string): boolean => titleHead.test(text);

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
