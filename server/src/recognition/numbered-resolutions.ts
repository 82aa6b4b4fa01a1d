/**
 * Resolutions and decisions of United Nations organs as prose names them: by number, with the organ before, behind or left
 * to the context (`resolution 74/247`, `UNSC Res 1373 (2001)`, `résolution 73/27`, `резолюция 74/247`, `القرار 74/247`,
 * `第74/247号决议`).
 *
 * Forms of number: `73/27` is the Assembly's since its session 31 (1976) and the Human Rights Council's since 2006; a serial
 * number with a year in brackets is the Security Council's, with a Roman session the Assembly's before 1976, or that of the
 * Economic and Social Council before 1978. Source: the symbol guide of the Dag Hammarskjöld Library
 * (https://research.un.org/en/docs/symbols).
 */

import { allMatches } from './all-matches.ts';
import { isArabic } from './inflection.ts';
import {
  mayBeOfAssembly,
  mayBeOfRightsCouncil,
  mayBeOfSecurityCouncil,
  yearOfSecurityCouncil,
} from './resolution-years.ts';

/** A place that names a resolution or decision; offsets in the text, in UTF-16 units, end exclusive. */
export interface NumberedResolution {
  start: number;
  end: number;
  /** The symbols that the place can stand for, likeliest first. */
  symbols: readonly string[];
  /** Whether it counts only where a symbol is known. */
  isLoose: boolean;
}

type Organ = 'assembly' | 'rights' | 'security' | 'economic' | 'council';

const organs: readonly [Organ, string][] = [
  [
    'rights',
    "(?:un |united nations )?human rights council|unhrc|hrc|h\\.\\s?r\\.\\s?c\\.|conseil des droits de l[’']homme|consejo de derechos humanos|совет\\p{L}* по правам человека|\\p{L}{0,2}مجلس حقوق الإنسان|人权理事会|人權理事會",
  ],
  [
    'assembly',
    '(?:un |united nations )?general assembly|unga|ga|g\\.\\s?a\\.|assemblée générale|asamblea general|генеральн\\p{L}+ ассамбле\\p{L}+(?: оон)?|га(?: оон)?|генассамбле\\p{L}+|\\p{L}{0,2}الجمعية العامة|للجمعية العامة|(?:联合国)?大会|(?:聯合國)?大會|联大|聯大',
  ],
  [
    'security',
    '(?:un |united nations )?security council|unsc|sc|s\\.\\s?c\\.|conseil de sécurité|consejo de seguridad|совет\\p{L}* безопасности(?: оон)?|совбез\\p{L}{0,2}|сб(?: оон)?|\\p{L}{0,2}مجلس الأمن|安全理事会|安理会|安全理事會|安理會',
  ],
  ['economic', 'economic and social council|ecosoc|conseil économique et social|consejo económico y social'],
  ['council', 'council'],
];
/** What a writer may put behind an organ's name: whose organ it is, an acronym in brackets. */
const ofTheNations =
  "\\s+(?:оон|организации об[ъь]един[её]нных наций|des nations unies|de l[’']onu|de las naciones unidas|de la onu|(?:التابعة )?للأمم المتحدة)";
const acronymInBrackets = '\\s*\\(\\p{L}{2,6}\\)';
const organBefore = organs.map(
  ([organ, words]) =>
    [
      organ,
      new RegExp(`(?<![\\p{L}\\d])(?:${words})(?:[’']s)?(?:${ofTheNations})?(?:${acronymInBrackets})?\\s*$`, 'iu'),
    ] as const,
);
const organBehind = organs.map(
  ([organ, words]) =>
    [
      organ,
      new RegExp(
        `^\\s*(?:(?:of|de l[’']|de la|du|del)\\s*)?(?:the\\s+)?(?:(?:un|united nations)\\s+)?(?:${words})(?![\\p{L}\\d])`,
        'iu',
      ),
    ] as const,
);

/**
 * The organ between the word and the number (`قرار الجمعية العامة 65/224`, `la resolución de la Asamblea General 65/230`),
 * in languages that put it there.
 */
const organInside = [
  'الجمعية العامة',
  'مجلس الأمن(?: الدولي)?',
  'مجلس حقوق الإنسان',
  'ГА',
  'Генеральной Ассамблеи',
  'Генассамблеи',
  'СБ',
  'Совета Безопасности',
  'Совбеза',
  'СПЧ',
  'Совета по правам человека',
  "de l[’']Assemblée générale",
  'du Conseil de sécurité',
  "du Conseil des droits de l[’']homme",
  'de la Asamblea General',
  'del Consejo de Seguridad',
  'del Consejo de Derechos Humanos',
].join('|');
/** The word, with all its forms; `d` tells a decision from a resolution. */
const word = new RegExp(
  // Particles before an Arabic word are no part of it: `وقراره`, `بالقرار`.
  '(?:(?<![\\p{L}\\d])|(?<=(?<![\\p{L}\\d])(?:[وف][بك]?|[بك])))(?:(?<resolution>resolutions?|res(?:s?\\.|(?=\\s+\\d))|résolutions?|rés\\.|resolución|resoluciones|резолюци\\p{L}{1,3}|(?:ال|لل?)?قرار\\p{L}{0,2})|(?<decision>decisions?|décisions?|decisión|decisiones))' +
    `(?<organ>\\s+(?:${organInside})(?:${ofTheNations})?)?` +
    // `Security Council resolution (UNSCR) 1373`
    '(?:\\s*\\((?:UN)?(?:GA|SC|HRC)?R(?:es)?\\.?\\))?' +
    '(?:\\s*(?:no|nos|nº|n°|№|رقم)\\.?)?(?=\\s*(?:\\d|(?<=رقم\\s?)\\(\\d{1,4}(?:\\/\\d{1,4})?\\)))',
  'giu',
);
const hasWord = /res(?:ol|s?[.\s]|\/)|r[ée]s(?:ol|\.)|резолюц|قرار|[号號](?:决议|決議|决定|決定)|d[eé]cisi/iu;

const item =
  /(?<!(?!و)\p{L}|[\d/.])(?:(?<session>\d{1,4})\/(?:(?<=\d\/)\s(?=\d{2}(?!\d)))?(?<number>\d{1,4})(?![\d/])(?:\s(?<part>[A-Z])(?![\p{L}\d.]))?|(?<serial>\d{1,4})(?:\s?(?<letter>[A-Z]))?\s?\((?<when>(?:19|20)\d\d|(?:S-)?[IVXLC]+)\)(?:\s?(?<letterBehind>[A-Z])(?![\p{L}\d.]))?|(?<plain>\d{3,4})(?![\d/.]\d|[\d/(]|\s(?:год|г\.)|\s?\((?!(?:\d{1,2}\s)?\p{L}{3,9}\.?\s(?:\d{1,2},\s)?(?:19|20)\d\d\))))/uy;
const separator =
  /(?:\s*[,;]\s*(?:(?:and|or|et|ou|y|и|или|و)\s*)?|\s+(?:and|or|to|et|ou|y|o|a|и|или|و)\s+|\s+و|\s*[–-]\s*|[、和及与與])/uy;
const date =
  /(?:,?\s+(?:(?:of|adopted on|du|adoptée le|de|от)\s+)?\d{1,2}(?:er)?\s+(?:de\s+)?\p{L}{3,9}\.?\s+(?:de\s+)?(?<year>\d{4})(?:\s+(?:года|г\.))?|\s?\((?:\d{1,2}\s+)?(?:\p{L}{3,9}\.?\s+(?:\d{1,2},\s+)?)?(?<inBrackets>(?:19|20)\d\d)\))/uy;

/** A number of a Chinese list, with its sign. */
const chineseItem = String.raw`(?:第\s*)?(?:\d{1,4}\/\d{1,4}|\d{1,4}\s*[(（](?:(?:19|20)\d\d|[IVXLC]+)[)）])`;
/** `第74/247号决议`, `第73/27号和第73/266号决议`: Chinese puts the numbers first. */
const chinese = new RegExp(
  `${chineseItem}(?:\\s*[号號]?\\s*(?:、|以?及|和|与|與)\\s*${chineseItem})*\\s*[号號](?:(?<resolution>决议|決議)|决定|決定)`,
  'gu',
);
const chineseNumber =
  /(?:第\s*)?(?:(?<session>\d{1,4})\/(?<number>\d{1,4})|(?<serial>\d{1,4})\s*[(（](?<when>(?:19|20)\d\d|[IVXLC]+)[)）])/gu;

/** A symbol with which a list may begin: `A/RES/70/237, 73/27 and 73/266`. */
const symbolFirst = /(?<![\p{L}\d/])A\/(?<rights>HRC\/)?(?<nature>RES|DEC)\/\d{1,4}\/\d{1,4}(?![\d/])/gu;

/** Sessions of the Assembly whose resolutions carry them in Arabic digits began with 31; of the Council there is none above 70 yet. */
const firstAssemblySession = 31;
const lastCouncilSession = 70;

function sessionSymbols(session: string, number: string, organ: Organ | undefined, isDecision: boolean): string[] {
  const nature = isDecision ? 'DEC' : 'RES';
  const assembly = `A/${nature}/${session}/${number}`;
  const rights = `A/HRC/${nature}/${session}/${number}`;
  // `in its resolution 2006/46`: whose, a known symbol tells.
  if (session.length === 4)
    return organ === 'economic' || organ === 'council' || organ === undefined
      ? [`E/${nature}/${session}/${number}`]
      : [];
  if (organ === 'assembly') return [assembly];
  const count = Number(session);
  // `resolutions 34/7, 37/2 and 75/176`: a list of one organ's goes on with another's.
  if (organ === 'rights' || organ === 'council') return [count <= lastCouncilSession ? rights : assembly];
  if (organ !== undefined) return [];
  return [...(count >= firstAssemblySession ? [assembly] : []), ...(count <= lastCouncilSession ? [rights] : [])];
}

/** Whether a number may be none of the organ's that is named: the Council of the European Union decides, too. */
function isUncertain(
  { plain, session }: Readonly<Record<string, string | undefined>>,
  organ: Organ | undefined,
): boolean {
  if (plain !== undefined) return organ !== 'security' || yearOfSecurityCouncil(Number(plain)) === undefined;
  return organ === 'council' && session?.length === 4;
}

/** The symbol of the Security Council's resolution of a number, with the year that it needs, where that is known. */
function securityCouncilSymbol(number: string): string {
  const year = yearOfSecurityCouncil(Number(number));
  return year === undefined ? `S/RES/${number}` : `S/RES/${number}(${year})`;
}

/** The Assembly's sessions that may be written behind the number: those since it deals with the field. */
const mayBeTurned = (number: string): boolean => Number(number) >= firstSessionOnField && Number(number) <= 99;
/** No body has had so many sessions that number their resolutions. */
const mostSessions = 99;

/**
 * The symbols with session and number turned round, as lines from right to left may show them: `قرار الجمعية العامة 247/74`; first
 * where there is no such session, else behind the others.
 */
function withTurned(symbols: string[], { session, number }: Readonly<Record<string, string | undefined>>): string[] {
  if (session === undefined || number === undefined || session === number || !mayBeTurned(number)) return symbols;
  const turned = `A/RES/${number}/${session}`;
  return Number(session) > mostSessions ? [turned] : [...symbols, turned];
}

function symbolsOf(
  groups: Readonly<Record<string, string | undefined>>,
  organ: Organ | undefined,
  isDecision: boolean,
): string[] {
  const { session, number, part, serial, when, plain } = groups;
  if (session !== undefined && number !== undefined) {
    const whole = sessionSymbols(session, number, organ, isDecision);
    return part === undefined ? whole : [...whole.map((symbol) => `${symbol}${part}`), ...whole];
  }
  if (serial !== undefined && when !== undefined) {
    if (isDecision) return [];
    if (/^\d/.test(when)) {
      const isCouncil = organ === undefined || organ === 'security' || organ === 'council';
      return isCouncil && mayBeOfSecurityCouncil(Number(serial), Number(when)) ? [`S/RES/${serial}(${when})`] : [];
    }
    if (organ === 'economic') return [`E/RES/${serial}(${when})`];
    if (organ !== undefined && organ !== 'assembly') return [];
    const letter = groups.letter ?? groups.letterBehind;
    return [`A/RES/${serial}(${when})`, ...(letter === undefined ? [] : [`A/RES/${serial}(${when})${letter}`])];
  }
  if (plain !== undefined && !isDecision && (organ === 'security' || organ === 'council' || plain.length === 4))
    return [securityCouncilSymbol(plain)];
  return [];
}

/** Of the symbols of a number those that the year behind it allows; all, where the writer names the organ and has the year wrong. */
function inYear(symbols: string[], organ: Organ | undefined, year: string | undefined): string[] {
  if (year === undefined) return symbols;
  const possible = symbols.filter((symbol) => {
    const [, rights, session] = /^A\/(HRC\/)?(?:RES|DEC)\/(\d+)\//.exec(symbol) ?? [];
    if (session === undefined) return true;
    return (rights === undefined ? mayBeOfAssembly : mayBeOfRightsCouncil)(Number(session), Number(year));
  });
  return possible.length > 0 || organ === undefined ? possible : symbols;
}

const lastMatch = (patterns: typeof organBefore, text: string): Organ | undefined =>
  patterns.find(([, pattern]) => pattern.test(text))?.[0];

/** How much of a text's end names an organ as the first part of a resolution's name; 0 for `the Assembly’s`. */
function organLength(organ: Organ, text: string): number {
  const written = organBefore.find(([one]) => one === organ)?.[1].exec(text)?.[0] ?? '';
  return /[’']s\s*$/.test(written) ? 0 : written.length;
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

interface ListedNumber {
  item: RegExpExecArray;
  /** The year that is written behind it. */
  year: string | undefined;
}

/** The numbers of a list that begins at an offset, and where it ends. */
function readList(text: string, offset: number): { items: ListedNumber[]; end: number } {
  const items: ListedNumber[] = [];
  let at = offset;
  for (let next = exec(item, text, at); next !== null; ) {
    at = next.index + next[0].length;
    const dated = exec(date, text, at);
    items.push({ item: next, year: dated?.groups?.year ?? dated?.groups?.inBrackets });
    if (dated !== null) at += dated[0].length;
    const between = exec(separator, text, at);
    next = between === null ? null : exec(item, text, at + between[0].length);
  }
  return { items, end: at };
}

/**
 * A session of the Assembly since 1998, when it first dealt with the field, and a number; of earlier sessions, and of those of the
 * Human Rights Council, only with the date behind it, for `50/50` and `45/95` may be shares.
 */
const bareNumber =
  /(?<![\d/.,:–-])(5[3-9]|[6-9]\d|(?:[1-4]?\d|5[0-2])(?=\/\d{1,3}[,\s]+(?:of|du|de|от)\s\d{1,2}\s\p{L}))\/(\d{1,3})(?![\d/%]|[.,–-]\d)/gu;

/**
 * Numbers of resolutions without the word, as tables have them: `74/247`. They count only where the symbol is known.
 */
export function bareResolutions(text: string): NumberedResolution[] {
  return [...text.matchAll(bareNumber)].map(({ 0: written, 1: session = '', 2: number = '', index }) => ({
    start: index,
    end: index + written.length,
    symbols: symbolsWithoutBody(session, number),
    isLoose: true,
  }));
}

/** `28/16. The right to privacy in the digital age`: so resolutions begin. The Human Rights Council has had 62 sessions. */
const numberOfTitle = /^\s*(\d{1,2})\/(\d{1,3})(?:[.．]\s*|\s+)(?=["“«《]?[\p{Lu}\p{Script=Han}\p{Script=Arabic}])/u;
const mostSessionsOfCouncil = 62;
const firstSessionOnField = 53;
/** The Council's before the Assembly's, but for sessions of the latter since it deals with the field. */
function symbolsWithoutBody(session: string, number: string): string[] {
  const ofAssembly = `A/RES/${session}/${number}`;
  const ofCouncil = `A/HRC/RES/${session}/${number}`;
  if (Number(session) > mostSessionsOfCouncil) return [ofAssembly];
  return Number(session) < firstSessionOnField ? [ofCouncil, ofAssembly] : [ofAssembly, ofCouncil];
}

/** The number before the title of a resolution at the head of a block. It counts only where the symbol is known. */
export function titledResolution(text: string): NumberedResolution | undefined {
  const match = numberOfTitle.exec(text);
  if (match === null) return undefined;
  const [, session = '', number = ''] = match;
  const start = match[0].indexOf(session);
  return {
    start,
    end: start + `${session}/${number}`.length,
    symbols: symbolsWithoutBody(session, number),
    isLoose: true,
  };
}

const resolutionBefore =
  /(?:^|[^\p{L}])(?:resolution|résolution|resolución|резолюци\p{L}{1,2}|[وب]?ال?قرار)\s$|(?:决议|決議)\s?$/iu;

/** Whether a text ends in the word for a resolution. */
export const endsInResolution = (text: string): boolean => resolutionBefore.test(text);

/** The resolution that writers mean by `resolution A/79/325`, of which they leave out a part; none for other symbols. */
export function asResolution(symbol: string): string[] {
  return /^A\/[4-9]\d\/\d{1,3}$/.test(symbol) ? [symbol.replace('A/', 'A/RES/')] : [];
}

/** Whether a text may name a resolution by number: a cheap look, so that other text is not searched. */
export function mayNumberResolutions(text: string): boolean {
  return hasWord.test(text);
}

/** All places of a text that name a resolution or decision by number, in order. */
export function numberedResolutions(text: string): NumberedResolution[] {
  const found: NumberedResolution[] = [];
  for (const match of allMatches(word, text)) {
    const isDecision = match.groups?.decision !== undefined;
    const isPlural = /(?:ions|iones|ين|ات)$/i.test((match.groups?.resolution ?? match.groups?.decision)!);
    // Arabic may name the organ between the word and the number.
    const inside = match.groups?.organ;
    const before = inside ?? text.slice(Math.max(0, match.index - 50), match.index);
    let organ = lastMatch(organBefore, before);
    // English puts the organ first; elsewhere it is rather what did something with the resolution.
    const isEnglish = inside === undefined && /^(?:res|decision)/i.test(match[0]);
    const start = isEnglish && organ !== undefined ? match.index - organLength(organ, before) : match.index;
    let at = match.index + match[0].length;
    while (text.charCodeAt(at) <= 0x20 && at < text.length) at++;
    // `القرار رقم (73/27)`.
    const isInBrackets = text.charAt(at) === '(';
    if (isInBrackets) at++;
    const { items, end } = readList(text, at);
    organ ??= lastMatch(organBehind, text.slice(end, end + 60));
    for (const [index, { item: one, year }] of items.entries()) {
      const all = symbolsOf(one.groups!, organ, isDecision);
      const mayTurn = isArabic(match[0].charCodeAt(0)) && (organ === undefined || organ === 'assembly');
      const symbols = inYear(mayTurn ? withTurned(all, one.groups!) : all, organ, year);
      if (symbols.length === 0) continue;
      found.push({
        // `General Assembly resolution 73/27` is one expression; of several each number stands for itself.
        start: index === 0 && !isPlural ? start : one.index,
        end: one.index + one[0].length + (isInBrackets && index === 0 ? 1 : 0),
        symbols,
        isLoose: organ === undefined || isUncertain(one.groups!, organ),
      });
    }
  }
  for (const match of allMatches(symbolFirst, text)) {
    const { rights, nature } = match.groups!;
    const at = match.index + match[0].length;
    const between = exec(separator, text, at + (exec(date, text, at)?.[0].length ?? 0));
    if (between === null) continue;
    const organ = rights === undefined ? 'assembly' : 'rights';
    for (const { item: one } of readList(text, between.index + between[0].length).items) {
      // Only what is numbered alike goes on.
      if (one.groups!.session === undefined || one.groups!.session.length > 2) break;
      const symbols = symbolsOf(one.groups!, organ, nature === 'DEC');
      found.push({ start: one.index, end: one.index + one[0].length, symbols, isLoose: true });
    }
  }
  for (const match of allMatches(chinese, text)) {
    const organ = lastMatch(organBefore, text.slice(Math.max(0, match.index - 16), match.index));
    const numbers = [...match[0].matchAll(chineseNumber)];
    for (const one of numbers) {
      const symbols = symbolsOf(one.groups!, organ, match.groups!.resolution === undefined);
      const at = match.index + one.index;
      // `第73/27号决议` is one expression; of several each number stands for itself: `第68/167号和第69/166号`.
      const start = numbers.length > 1 && text[at - 1] === '第' ? at - 1 : at;
      const behind = at + one[0].length;
      const ofEach = behind + (/[号號]/u.test(text.charAt(behind)) ? 1 : 0);
      const end = numbers.length === 1 ? match.index + match[0].length : ofEach;
      if (symbols.length > 0) found.push({ start, end, symbols, isLoose: organ === undefined });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
