/**
 * UN document symbols: reading one, and finding where one ends in running text.
 *
 * A symbol is parts joined by `/`: an organ or series (`A`, `S`, `CCPR`), then in order a subsidiary body (`AC.290`, `C.1`,
 * `HRC`), a session or year (`73`, `S-10`, `2021`), the nature of the document (`RES`, `L.14`), a serial number, and
 * modifiers (`Add.1`, `Corr.1`). Source for the parts and their meaning: the symbol guide of the Dag Hammarskjöld Library
 * (https://research.un.org/en/docs/symbols).
 */
import { textOfUnits } from '../knowledge/utf16.ts';

/** A symbol taken apart. All fields but `symbol` and `series` are absent where the symbol does not have them. */
export interface UnSymbol {
  /** The symbol in its usual spelling: `A/Res/73/27` is read as `A/RES/73/27`. */
  symbol: string;
  /** The first part: the organ (`A`, `S`, `E`, `ST`, `T`) or the series (`CCPR`, `TD`). */
  series: string;
  /** Subsidiary bodies, outermost first: `['HRC', 'WG.2']`. */
  bodies: string[];
  /** `73`, `S-10`, `ES-11`. */
  session?: string;
  /** `2021`. */
  year?: string;
  /** `RES`, `DEC`, `L`, `CRP`. */
  nature?: string;
  /** `27`, `3314(XXIX)`, `2341(2017)`. */
  serial?: string;
  /** `['Add.1', 'Corr.2']`. */
  modifiers: string[];
  /** How often the document was re-issued for technical reasons: the number of asterisks. */
  reissues?: number;
  /** The second symbol of a document that has two: `S/2021/456` in `A/76/135-S/2021/456`. */
  joined?: UnSymbol;
}

/** Organs and series that open a symbol, with the issuing body; from the library's list of series. */
const seriesNames: Readonly<Record<string, string>> = {
  A: 'General Assembly',
  APLC: 'Anti-Personnel Mine Ban Convention',
  ATT: 'Arms Trade Treaty',
  BWC: 'Biological Weapons Convention',
  S: 'Security Council',
  E: 'Economic and Social Council',
  T: 'Trusteeship Council',
  ST: 'Secretariat',
  SG: 'Secretary-General',
  CAC: 'Conference of the States Parties to the Convention against Corruption',
  CAT: 'Committee against Torture',
  CCPR: 'Human Rights Committee',
  CCW: 'Convention on Certain Conventional Weapons',
  CD: 'Conference on Disarmament',
  CEB: 'Chief Executives Board for Coordination',
  CED: 'Committee on Enforced Disappearances',
  CEDAW: 'Committee on the Elimination of Discrimination against Women',
  CERD: 'Committee on the Elimination of Racial Discrimination',
  CMW: 'Committee on Migrant Workers',
  CRC: 'Committee on the Rights of the Child',
  CRPD: 'Committee on the Rights of Persons with Disabilities',
  CTOC: 'Conference of the Parties to the Convention against Transnational Organized Crime',
  DP: 'United Nations Development Programme',
  ECE: 'Economic Commission for Europe',
  ESCAP: 'Economic and Social Commission for Asia and the Pacific',
  FCCC: 'Framework Convention on Climate Change',
  HRI: 'International Human Rights Instruments',
  JIU: 'Joint Inspection Unit',
  LC: 'Economic Commission for Latin America and the Caribbean',
  NPT: 'Treaty on the Non-Proliferation of Nuclear Weapons',
  TD: 'United Nations Conference on Trade and Development',
  UNCTAD: 'United Nations Conference on Trade and Development',
  UNEP: 'United Nations Environment Programme',
  UNODC: 'United Nations Office on Drugs and Crime',
  UNW: 'UN-Women',
  'WSIS-03': 'World Summit on the Information Society',
  'WSIS-05': 'World Summit on the Information Society',
};

const hasOnly = (text: string, allowed: (code: number) => boolean): boolean => {
  for (let i = 0; i < text.length; i++) if (!allowed(text.charCodeAt(i))) return false;
  return text.length > 0;
};
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;
const isLower = (code: number): boolean => code >= 97 && code <= 122;
const isNumber = (text: string): boolean => hasOnly(text, isDigit);

/** `S-10`, `ES-11`: special and emergency special sessions. */
const specialSession = /^(?:E?S)-\d{1,2}$/;
/** Bodies and natures with a number of their own: `AC.290`, `C.1`, `CONF.234`, `L.14`, `PV.5`. */
const numbered = /^([A-Za-z]{1,5})\.(\d{1,4}[A-Za-z]?|[IVX]{1,5})$/;
const bodyPrefixes = new Set([
  'AC',
  'C',
  'CN',
  'COM',
  'CONF',
  'CP',
  'COP',
  'EA',
  'EG',
  'GC',
  'GGE',
  'MC',
  'MSP',
  'PC',
  'SC',
  'SUB',
  'WG',
  'TWG',
]);
const naturePrefixes = new Set([
  'CRP',
  'DEC',
  'INF',
  'L',
  'NGO',
  'PET',
  'PRST',
  'PV',
  'RES',
  'SR',
  'WP',
  'MIN',
  'RT',
  'BP',
  'IDC',
  'PM',
]);
const plainBodies = new Set([
  'B',
  'C',
  'CO',
  'GC',
  'DOC',
  'GENEVA',
  'TUNIS',
  'HRC',
  'BUR',
  'CPC',
  'UPR',
  'CCPCJ',
  'CND',
  'IGO',
  'LEG',
  'ECA',
  'ESCAP',
  'CONF',
  'SGB',
  'AI',
  'IC',
  'CTBT',
  'MSP',
  'SPACE',
  'SPC',
  'COP',
  'CP',
  'CMA',
  'GEN',
  'TRANS',
  'ENV',
  'TDR',
  'DER',
  'WEB',
  'ESCWA',
  'ECLAC',
  'ECE',
  'ICEF',
  'FPA',
  'NGO',
  'OHCHR',
  'POL',
]);
/** Series of which every body has letters of its own: `ESCAP/CICTSTI/2024/1`, `TD/B/EDE/4/3`. */
const ofManyBodies = new Set(['CAC', 'ECE', 'ESCAP', 'TD']);
/** The regional commissions that are bodies of the Economic and Social Council, whose documents are like those. */
const commissions = new Set(['ECA', 'ECE', 'ESCAP', 'ESCWA']);
/** Documents of the Economic Commission for Latin America and the Caribbean by kind and meeting: `LC/CMSI.8/5`, `LC/TS.2021/43`. */
const latinAmerican = /^(?:CMSI|SES|CRM|CEA|FDS|TS|PUB|MDM|BRS|L|G|W|R)\.\d{1,4}$/;

/** Whether a part is a body, though none whose letters are known. */
const isOwnBody = (part: string, { series, bodies }: UnSymbol): boolean =>
  series === 'LC'
    ? latinAmerican.test(part)
    : (ofManyBodies.has(series) || (series === 'E' && commissions.has(bodies[0] ?? ''))) &&
      /^[A-Z]{2,10}(?:\.\d{1,3})?$/.test(part);

const plainNatures = new Set([
  'RES',
  'DEC',
  'PRST',
  'INF',
  'NGO',
  'PV',
  'SR',
  'L',
  'WP',
  'CRP',
  'RT',
  'REP',
  'AGENDA',
  'AGENDUM',
  'LETTERS',
]);
const modifier = /^(?:ADD|CORR|REV|AMEND|EXPL|SUMMARY)(?:\.\d{1,3})?$/i;
/** `27`, `27A`, `3314(XXIX)`, `2341(2017)`, `6(Rev.1)`, `PC`. */
const serialNumber =
  /^\d{1,5}(?:-[IVX]{1,5})?[A-Z]?(?:\((?:[IVXLC]+|\d{4}|[ES]{1,2}-[IVX]+|Rev\.\d|[IVXLC]+\)?)\)[A-Z]?)?$/;

const properModifier = (part: string): string => {
  const [word = '', number] = part.split('.');
  const spelled = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  return number === undefined ? spelled : `${spelled}.${number}`;
};

/**
 * Reads one symbol, or two joined ones of one document.
 *
 * @param text the symbol alone, in any case of letters (`a/res/73/27` too); a space before a bracket or a last letter is
 * passed over (`S/RES/2341 (2017)`), asterisks of a re-issue are counted
 * @returns its parts, or undefined where it is not a well-formed symbol
 */
export function parseSymbol(text: string): UnSymbol | undefined {
  if (text.length > 80) return undefined;
  const asterisks = /\*{1,4}$/.exec(text)?.[0].length ?? 0;
  const bare = (asterisks === 0 ? text : text.slice(0, -asterisks)).replace(/(\d)\s(?=\([^()]*\)$|[A-Z]$)/, '$1');
  const seam = /[^-]-(?=[A-Z]{1,6}\/)/i.exec(bare);
  if (seam !== null) {
    const first = parseOne(bare.slice(0, seam.index + 1));
    const second = parseOne(bare.slice(seam.index + 2));
    if (first !== undefined && second !== undefined)
      return {
        ...first,
        symbol: `${first.symbol}-${second.symbol}`,
        joined: second,
        ...(asterisks === 0 ? {} : { reissues: asterisks }),
      };
  }
  const parsed = parseOne(bare);
  return parsed === undefined || asterisks === 0 ? parsed : { ...parsed, reissues: asterisks };
}

/** Organs that writers call by their acronyms: `HRC/RES/20/8`, `UNGA/RES/73/27`. */
const calledOrgans: Readonly<Record<string, { symbol: string; isOfResolutions?: boolean }>> = {
  HRC: { symbol: 'A/HRC' },
  UNHRC: { symbol: 'A/HRC' },
  GA: { symbol: 'A', isOfResolutions: true },
  UNGA: { symbol: 'A', isOfResolutions: true },
  SC: { symbol: 'S', isOfResolutions: true },
  UNSC: { symbol: 'S', isOfResolutions: true },
};

function parseOne(text: string): UnSymbol | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const organ = text.slice(0, slash).toUpperCase();
  const called = calledOrgans[organ];
  if (called === undefined && seriesNames[organ] === undefined) return undefined;
  if (called?.isOfResolutions === true && !/^RES\//i.test(text.slice(slash + 1))) return undefined;
  // `L.27.Rev.1` is `L.27/Rev.1`.
  const rest = text.slice(slash).replace(/(\d)\.(?=(?:Rev|Add|Corr)\.\d)/gi, '$1/');
  const parts = `${called?.symbol ?? organ}${rest}`.split('/');
  const series = parts[0]!;
  const result: UnSymbol = { symbol: '', series, bodies: [], modifiers: [] };
  const spelled = [series];
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i] ?? '';
    const upper = part.toUpperCase();
    const withNumber = numbered.exec(part);
    const prefix = withNumber?.[1]?.toUpperCase();
    const isLast = i === parts.length - 1;
    if (result.serial !== undefined || (isLast && i > 1 && modifier.test(part))) {
      // After the serial number only modifiers follow, or the nature of a part (`/L.1`, `/WP.2`).
      if (modifier.test(part)) {
        result.modifiers.push(properModifier(part));
        spelled.push(properModifier(part));
        continue;
      }
    }
    if (series === 'LC' && i === 1 && isOwnBody(part, result)) {
      result.bodies.push(part);
      spelled.push(part);
    } else if (prefix !== undefined && bodyPrefixes.has(prefix)) {
      const name = `${prefix === 'SUB' ? 'Sub' : prefix}.${withNumber?.[2] ?? ''}`;
      result.bodies.push(name);
      spelled.push(name);
    } else if (prefix === 'WP' && !isLast && !modifier.test(parts[i + 1] ?? '')) {
      // A working party rather than a working paper: documents of its own follow.
      result.bodies.push(`WP.${withNumber?.[2] ?? ''}`);
      spelled.push(`WP.${withNumber?.[2] ?? ''}`);
    } else if (prefix !== undefined && naturePrefixes.has(prefix)) {
      result.nature = prefix;
      result.serial = withNumber?.[2] ?? '';
      spelled.push(`${prefix === 'RES' ? 'Res' : prefix}.${result.serial}`);
    } else if (plainNatures.has(upper)) {
      result.nature = upper;
      spelled.push(upper);
    } else if (plainBodies.has(upper) || isReviewedState(part, result) || isOwnBody(part, result)) {
      result.bodies.push(upper);
      spelled.push(upper);
    } else if (specialSession.test(upper)) {
      if (result.session !== undefined) return undefined;
      result.session = upper;
      spelled.push(upper);
    } else if (modifier.test(part)) {
      result.modifiers.push(properModifier(part));
      spelled.push(properModifier(part));
    } else if (serialNumber.test(part)) {
      const rest = parts.slice(i + 1).some((later) => later !== '' && !modifier.test(later));
      if (
        rest &&
        isNumber(part) &&
        part.length === 4 &&
        result.year === undefined &&
        (series !== 'A' || part > '1900')
      ) {
        result.year = part;
      } else if (rest && isNumber(part) && part.length <= 3 && result.session === undefined) {
        result.session = part;
      } else if (!rest && result.serial === undefined) {
        result.serial = part;
      } else {
        return undefined;
      }
      spelled.push(part);
    } else {
      return undefined;
    }
  }
  if (result.serial === undefined && result.session === undefined) return undefined;
  // `A/1` and the like are rather options in a list than documents; the early documents have three digits and more.
  const isEarly = (series.length === 1 || series === 'CD') && /^\d{3,5}/.test(result.serial ?? '');
  if (spelled.length === 2 && !isEarly && !(series === 'CD' && result.nature !== undefined)) return undefined;
  if (result.nature !== undefined && result.serial === undefined) return undefined;
  // Resolutions are counted within a session or year; where neither is a part of its own, it stands in brackets.
  const isCounted = result.session !== undefined || result.year !== undefined || result.serial?.includes('(') === true;
  if ((result.nature === 'RES' || result.nature === 'DEC') && 'ASE'.includes(series) && !isCounted) return undefined;
  result.symbol = spelled.join('/');
  return result;
}

/** `ARE` in `A/HRC/WG.6/1/ARE/1`: the State whose universal periodic review it is. */
const isReviewedState = (part: string, { bodies, session }: UnSymbol): boolean =>
  /^[A-Z]{3}$/.test(part) && bodies.at(-1) === 'WG.6' && session !== undefined;

/** The symbols under which a document may be known: of a joint one both together and each. */
export function symbolsOf({ symbol, joined }: UnSymbol): string[] {
  return joined === undefined ? [symbol] : [symbol, symbol.slice(0, -joined.symbol.length - 1), joined.symbol];
}

/** The issuing organ of a symbol's series, in words. */
export function seriesName(symbol: UnSymbol): string {
  return seriesNames[symbol.series] ?? symbol.series;
}

/** The official address of a UN document. */
export function symbolUrl(symbol: string): string {
  return `https://docs.un.org/en/${symbol.split('/').map(encodeURIComponent).join('/')}`;
}

const isSeriesUnit = (code: number): boolean => isUpper(code) || isLower(code) || isDigit(code) || code === 0x2d;
const isSymbolUnit = (code: number): boolean =>
  isDigit(code) ||
  isUpper(code) ||
  isLower(code) ||
  code === 0x2f ||
  code === 0x2e ||
  code === 0x2d ||
  code === 0x28 ||
  code === 0x29;

/**
 * Finds the symbol whose first `/` stands at `slash`.
 *
 * @param units the UTF-16 units of the text
 * @param slash index of the first `/` of the candidate
 * @returns the symbol and its range in `units` (end exclusive), or undefined
 */
export function symbolAround(
  units: Uint16Array,
  length: number,
  slash: number,
): { start: number; end: number; parsed: UnSymbol } | undefined {
  let start = slash;
  while (start > 0 && isSeriesUnit(units[start - 1]!)) start--;
  if (start === slash || slash - start > 8) return undefined;
  const before = start > 0 ? units[start - 1]! : 0x20;
  // `by consensus.2A/75/816`: the number of a footnote, out of a file that has lost its superscripts.
  const mark = start;
  while (start - mark < 3 && isDigit(units[start]!)) start++;
  // Inside a longer word, a path or an address there is no symbol.
  if (
    before === 0x2f ||
    (before === 0x2e && start === mark) ||
    before === 0x40 ||
    before === 0x5f ||
    (before > 0xbf && before < 0x2000)
  ) {
    return undefined;
  }
  let end = slash;
  let depth = 0;
  while (end < length && isSymbolUnit(units[end]!)) {
    const code = units[end]!;
    if (code === 0x28) depth++;
    if (code === 0x29 && --depth < 0) break;
    end++;
  }
  if (end - start > 80) return undefined;
  const found = longestReading(textOfUnits(units, start, end));
  if (found !== undefined) return { start, end: start + found.length, parsed: found.parsed };
  // `A/RES/ 75/240`: a space that a typesetter or an extraction left behind a stroke.
  const isBroken = units[end - 1] === 0x2f && isSpace(units[end]) && isDigit(units[end + 1] ?? 0);
  if (!isBroken || !/^[AES]\/(?:[A-Z]{1,5}\/)?$/.test(textOfUnits(units, start, end))) return undefined;
  let behind = end + 1;
  while (behind < length && behind - start < 80 && isSymbolUnit(units[behind]!)) behind++;
  const whole = longestReading(textOfUnits(units, start, end) + textOfUnits(units, end + 1, behind));
  // One that ends before the space, or has nothing but a number behind it, may be anything.
  if (whole === undefined || start + whole.length <= end || whole.parsed.session === undefined) return undefined;
  return { start, end: start + whole.length + 1, parsed: whole.parsed };
}

/** `A/ RES/ 74/ 247`, `A / C. 3/ 74/ L. 11`: a symbol of the main organs, with spaces beside its strokes. */
const spaced =
  /(?<![\p{L}\d/])[AES] ?\/ ?(?:[A-Z]{1,4}(?:\. ?\d{1,3})? ?\/ ?){0,2}(?:\d{1,4} ?\/ ?){0,2}(?:[A-Z]{1,4}\. ?)?\d{1,4}(?: ?\/ ?(?:Rev|Add|Corr)\. ?\d{1,2})?(?![\d/])/gu;

/** Whether a text may hold a symbol with spaces in it: a cheap look. */
export const mayHoldSpacedSymbols = (text: string): boolean => /[A-Z\d](?: \/ ?|\/ )[A-Z\d]/.test(text);

/**
 * Symbols that a typesetter, or who took a text out of a file, has put spaces into.
 *
 * @returns those that have a session or year and a serial number; offsets in the text, in UTF-16 units, end exclusive
 */
export function spacedSymbols(text: string): { start: number; end: number; parsed: UnSymbol }[] {
  return [...text.matchAll(spaced)].flatMap(({ index, 0: written }) => {
    if (!written.includes(' ')) return [];
    const parsed = parseSymbol(written.replaceAll(' ', ''));
    const isWhole =
      parsed?.serial !== undefined &&
      (parsed.session !== undefined || parsed.year !== undefined) &&
      (parsed.nature !== undefined || parsed.bodies.length > 0);
    return isWhole ? [{ start: index, end: index + written.length, parsed }] : [];
  });
}

const isSpace = (code: number | undefined): boolean => code === 0x20 || code === 0xa0 || code === 0x0a;

/** The longest beginning of a text that is a symbol: without trailing punctuation, then without a joined second symbol. */
function longestReading(written: string): { length: number; parsed: UnSymbol } | undefined {
  let text = written;
  for (;;) {
    const parsed = parseSymbol(text);
    if (parsed !== undefined) return { length: text.length, parsed };
    const hyphen = text.lastIndexOf('-');
    const last = text.charCodeAt(text.length - 1);
    if (last === 0x2e || last === 0x2d || last === 0x2f || last === 0x28) text = text.slice(0, -1);
    else if (hyphen > 0 && !isDigit(text.charCodeAt(hyphen + 1))) text = text.slice(0, hyphen);
    else if (text.lastIndexOf('(') > 0) text = text.slice(0, text.lastIndexOf('('));
    else return undefined;
  }
}
