/**
 * Organs and offices of the United Nations whose names others have, too: the Security Council of Ukraine, NATO's
 * Secretary-General, la Asamblea General de la OEA. Who owns one is said right behind it, or right before.
 */

/** Names of organs and offices without their owner, in the languages that say the owner behind a preposition. */
const organ = new RegExp(
  `^(?:${[
    'general assembl(?:y|ies)|security council|(?:deputy |under-|assistant )?secretar(?:y|ies)[- ]general|secretariat',
    '(?:first|second|third|fourth|fifth|sixth) committee|human rights (?:commission|council)|economic and social council',
    'commission on human rights|general committee',
    'assembl[ée]e g[ée]n[ée]rale|conseil de s[ée]curit[ée]|secr[ée]taires? g[ée]n[ée]ra(?:le?s?|ux)|secr[ée]tariat(?: g[ée]n[ée]ral)?',
    "conseil [ée]conomique et social|(?:conseil|commission) des droits de l[’']homme",
    'asamblea general|consejo de seguridad|secretari[oa]s? general(?:es)?|secretar[ií]a(?: general)?|consejo econ[óo]mico y social',
    '(?:consejo|comisi[óo]n) de derechos humanos',
  ].join('|')})$`,
  'iu',
);

/** What may stand behind the preposition without being another owner. */
const noOwner = new RegExp(
  `^(?:${[
    'United\\s+Nations|UN|U\\.\\s?N\\.|UNO|(?:World\\s+)?Organization(?!\\s+(?:of|for)\\s+(?!the\\s+United))|Member|States?|Parties|Governments?',
    'Nations[\\s-]+[Uu]nies|ONU|O\\.N\\.U\\.|Organisation(?:\\s+des\\s+Nations|\\s*(?:[,.;:)]|$))|États|Etats|Parties',
    'Naciones\\s+[Uu]nidas|Organizaci[óo]n(?:\\s+de\\s+(?:las\\s+)?Naciones|\\s*(?:[,.;:)]|$))|Estados?(?!\\s+Unidos)|Partes',
    'New\\s+York|Nueva\\s+York|Geneva|Genève|Ginebra|Vienna|Vienne|Viena|Nairobi',
    '(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\\p{L})',
  ].join('|')})(?!\\p{L})`,
  'u',
);
const preposition =
  /^\s+(?:of(?:\s+the)?\s+|de\s+l[’']\s?|de\s+la\s+|de\s+los\s+|de\s+las\s+|del\s+|de\s+el\s+|du\s+|des\s+|d[’']\s?|de\s+)(?=\p{Lu})/u;
/** `NATO Secretary-General`, `the OECD’s Secretary-General`. */
const acronymBefore =
  /(?:^|[^\p{L}\d])(?!(?:UN|ONU|UNO|UNGA|UNSC|UNHRC|THE|AND)(?![\p{L}\d]))\p{Lu}{3,}\d?(?:[’']s)?\s+$/u;

const russianOrgan =
  /^(?:Генеральн\p{L}+ (Ассамбле\p{L}+|секретар\p{L}+)|Совет\p{L}* [Бб]езопасности|Секретариат\p{L}*)$/iu;
/** What goes on behind a Russian name in the genitive. */
const russianOwner =
  /^\s+(?:Росси\p{L}+(?:\s+Федерации)?|РФ|СССР|США|Украины|Республики|Беларуси|Белоруссии|Казахстана|Армении|Грузии|Ирана|Сербии|СНГ|ОДКБ|ШОС|НАТО|ОБСЕ|Союза|Лиги|Содружества|Организации(?!\s+Объедин[её]нных)|Шанхайской|Североатлантического|Международного|Совета|Интерпола|АСЕАН|МСЭ|ОАГ|ОЭСР|ОИС|ЛАГ|ССАГПЗ)(?!\p{L})/u;

const arabicOrgan = /^(?:[وفبكل]?ال[أا]مين العام|[وفبكل]?ال[أا]مانة العامة|[وفبكل]?الجمعية العامة)$/u;
const arabicOwner =
  /^\s+ل(?:لاتحاد|جامعة|مجلس|لمجلس|حلف|منظمة|لمنظمة|رابطة|وزارة|حزب|لناتو|هيئة|لهيئة|مركز|لإنتربول|لانتربول)(?!\p{L})/u;

const chineseOrgan = /^大[会會]$/u;
/** What may stand before `大会` where it is the General Assembly; behind other characters it is some congress: `审议大会`. */
const chineseBefore =
  /(?:^|[^\p{Script=Han}]|联合国|聯合國|回[顾顧]|重申|鼓[励勵]|建[议議]|[在向经經由请請对對与與和及或于於从從为為是受使让讓给給据據按本该該到将將把])$/u;

/** Whether a name may be that of an organ that others have, too: a cheap look at it. */
export const mayBeOfOthers = (name: string): boolean =>
  organ.test(name) || russianOrgan.test(name) || arabicOrgan.test(name) || chineseOrgan.test(name);

/** Secretaries-General of other organizations, who are named behind their title; the last ones, and who is known for long. */
const othersInOffice =
  /^\s+(?:[\p{Lu}][\p{L}.-]+\s+){0,3}(?:Stoltenberg|Rutte|Bogdan-Martin|Houlin|Touré|Cormann|Gurría|Jürgen\s+Stock|Urquiza|Scotland|Botchwey|Almagro|Ramdin|Kim\s+Hourn|Jock\s+Hoi|Albudaiwi|Aboul\s+Gheit|Puna|Waqa|Imangali|Tasmagambetov|Zas|Lebedev|Norov|Yermekbayev|Sinirlioğlu)(?!\p{L})/u;
const generalSecretary = /^secretar(?:y|io|ia)[- ]general$|^secrétaire général(?:e)?$/iu;

/** How much text on either side of a name is looked at, in UTF-16 units. */
export const ownerReach = 48;

/**
 * Whether what is written is an organ or office of somebody else than the United Nations.
 *
 * @param written the name, without its owner
 * @param before what stands before it, at least `ownerReach` units where there are so many
 * @param after what stands behind it, likewise
 */
export function isOfAnother(written: string, before: string, after: string): boolean {
  if (russianOrgan.test(written)) return russianOwner.test(after);
  if (arabicOrgan.test(written)) return arabicOwner.test(after);
  if (chineseOrgan.test(written)) return !chineseBefore.test(before);
  if (!organ.test(written)) return false;
  if (written !== written.toUpperCase() && acronymBefore.test(before)) return true;
  if (generalSecretary.test(written) && othersInOffice.test(after)) return true;
  const connected = preposition.exec(after)?.[0];
  return connected !== undefined && !noOwner.test(after.slice(connected.length));
}
