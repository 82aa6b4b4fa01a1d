/**
 * What a UN document symbol says, and what is wrong with one that nearly is.
 *
 * Names of subsidiary bodies by their symbols: the symbol guide of the Dag Hammarskjöld Library
 * (https://research.un.org/en/docs/symbols) and the bodies' own documents.
 */
import { ordinalInDigits } from './ordinals.ts';
import { parseSymbol, seriesName, type UnSymbol } from './symbol.ts';

const mainCommittees: Readonly<Record<string, string>> = {
  'C.1': 'First Committee (disarmament and international security)',
  'C.2': 'Second Committee (economic and financial)',
  'C.3': 'Third Committee (social, humanitarian and cultural)',
  'C.4': 'Fourth Committee (special political and decolonization)',
  'C.5': 'Fifth Committee (administrative and budgetary)',
  'C.6': 'Sixth Committee (legal)',
};

/** Bodies by series and symbol; of those with numbers that go on, only the ones that are certain. */
const bodyNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  A: {
    ...mainCommittees,
    HRC: 'Human Rights Council',
    SPC: 'Special Political Committee',
    BUR: 'General Committee',
    'CN.4': 'International Law Commission',
    'CN.9': 'United Nations Commission on International Trade Law',
    'CN.10': 'Disarmament Commission',
    'AC.105': 'Committee on the Peaceful Uses of Outer Space',
    'AC.252': 'Ad Hoc Committee established by resolution 51/210 (international terrorism)',
    'AC.290': 'Open-ended Working Group on information and telecommunications 2019–2021',
    'AC.291': 'Ad Hoc Committee on a convention on cybercrime',
    'AC.292': 'Open-ended working group on information and communications technologies 2021–2025',
    'CONF.151': 'United Nations Conference on Environment and Development (1992)',
    'CONF.183': 'Conference of Plenipotentiaries on an International Criminal Court (1998)',
    'CONF.222': 'Thirteenth United Nations Congress on Crime Prevention and Criminal Justice (2015)',
    'CONF.234': 'Fourteenth United Nations Congress on Crime Prevention and Criminal Justice (2021)',
  },
  E: {
    'CN.4': 'Commission on Human Rights',
    'CN.5': 'Commission for Social Development',
    'CN.6': 'Commission on the Status of Women',
    'CN.7': 'Commission on Narcotic Drugs',
    'CN.15': 'Commission on Crime Prevention and Criminal Justice',
    'CN.16': 'Commission on Science and Technology for Development',
    'C.12': 'Committee on Economic, Social and Cultural Rights',
    ESCAP: 'Economic and Social Commission for Asia and the Pacific',
    ECA: 'Economic Commission for Africa',
    ECE: 'Economic Commission for Europe',
    ESCWA: 'Economic and Social Commission for Western Asia',
    ICEF: 'United Nations Children’s Fund',
  },
  ST: { SGB: 'Secretary-General’s bulletin', AI: 'administrative instruction', IC: 'information circular' },
  UNODC: { CCPCJ: 'Commission on Crime Prevention and Criminal Justice', CND: 'Commission on Narcotic Drugs' },
};

/** Parts that mean the same in every series. */
const commonBodies: Readonly<Record<string, string>> = {
  GC: 'general comment',
  'WG.6': 'Working Group on the Universal Periodic Review',
  COP: 'Conference of the Parties',
  MSP: 'Meeting of States Parties',
  DOC: 'document',
};

/** The first word of a numbered body: `AC.290` is the ad hoc committee 290. */
const bodyKinds: Readonly<Record<string, string>> = {
  AC: 'ad hoc committee',
  C: 'committee',
  CN: 'commission',
  CONF: 'conference',
  EA: 'Environment Assembly, session',
  EG: 'expert group',
  GC: 'governing council',
  GGE: 'group of governmental experts',
  MSP: 'Meeting of States Parties',
  SC: 'subcommittee',
  Sub: 'sub-commission',
  WG: 'working group',
  WP: 'working party',
};

const natures: Readonly<Record<string, string>> = {
  RES: 'resolution',
  DEC: 'decision',
  PRST: 'presidential statement',
  PV: 'verbatim record of meeting',
  SR: 'summary record of meeting',
  L: 'draft (limited distribution)',
  CRP: 'conference room paper',
  WP: 'working paper',
  INF: 'information document',
  NGO: 'statement by a non-governmental organization',
};

const modifierKinds: Readonly<Record<string, string>> = {
  Add: 'addendum',
  Corr: 'corrigendum',
  Rev: 'revision',
  Amend: 'amendment',
  Expl: 'explanation',
  Summary: 'summary',
};

function bodyName(series: string, body: string, bodies: readonly string[]): string {
  const known = bodyNames[series]?.[body] ?? commonBodies[body];
  // The treaty bodies' own documents carry a bare C, `/C/`: it is the committee of the series.
  if (known !== undefined) return known;
  if (bodies.includes('WG.6') && /^[A-Z]{3}$/.test(body)) return `on the State with the code ${body}`;
  const numbered = /^([A-Za-z]+)\.(.+)$/.exec(body);
  const kind = numbered === null ? undefined : bodyKinds[numbered[1]!];
  return kind === undefined ? body : `${kind} ${numbered![2]}`;
}

/** A symbol in words: `General Assembly, First Committee (…), 73rd session, draft (limited distribution) 27, revision 1`. */
export function explainSymbol(symbol: UnSymbol): string {
  const parts = [seriesName(symbol)];
  for (const body of symbol.bodies) if (body !== 'C') parts.push(bodyName(symbol.series, body, symbol.bodies));
  if (symbol.session !== undefined) {
    parts.push(
      symbol.session.startsWith('ES-')
        ? `${ordinalInDigits(symbol.session.slice(3))} emergency special session`
        : symbol.session.startsWith('S-')
          ? `${ordinalInDigits(symbol.session.slice(2))} special session`
          : `${ordinalInDigits(symbol.session)} session`,
    );
  }
  if (symbol.year !== undefined) parts.push(symbol.year);
  if (symbol.serial !== undefined) {
    const written = /^(\d+[A-Z]?)\((\d{4}|(?:S-|ES-)?[IVXLC]+)\)([A-Z]?)$/.exec(symbol.serial);
    const nature = symbol.nature === undefined ? 'document' : (natures[symbol.nature] ?? symbol.nature);
    if (written === null) parts.push(`${nature} ${symbol.serial}`);
    else {
      const [, number, when, letter] = written;
      parts.push(`${nature} ${number}${letter}`, /^\d/.test(when!) ? `of ${when}` : `session ${when}`);
    }
  }
  for (const modifier of symbol.modifiers) {
    const [word = '', number] = modifier.split('.');
    parts.push(`${modifierKinds[word] ?? modifier}${number === undefined ? '' : ` ${number}`}`);
  }
  if (symbol.reissues !== undefined)
    parts.push(symbol.reissues === 1 ? 're-issued for technical reasons' : `re-issued ${symbol.reissues} times`);
  const own = parts.join(', ');
  return symbol.joined === undefined ? own : `${own}; also ${explainSymbol(symbol.joined)}`;
}

/** Whether a text looks as if it were meant for a symbol: an organ or series, and figures behind a slash. */
const looksLikeSymbol = /^[A-Za-z]{1,7}(?:-\d\d)?(?:\s?[/\\]{1,2}\s?|\.(?=RES|DEC|HRC|C\.\d))[A-Za-z\d].*\d/;

/**
 * What is malformed about a symbol that nearly is one, as a sentence; undefined where it is well-formed, or nothing like one.
 *
 * @param text the symbol alone
 */
export function symbolFault(text: string): string | undefined {
  if (parseSymbol(text) !== undefined || !looksLikeSymbol.test(text) || text.length > 80) return undefined;
  const suggestion = (mended: string): string => {
    const parsed = parseSymbol(mended);
    return parsed === undefined ? '' : ` Did you mean ${parsed.symbol}?`;
  };
  if (/[–—‐‑\\]|\/\s|\s\//.test(text) || /\/\//.test(text)) {
    const mended = text
      .replace(/\\/g, '/')
      .replace(/\s*\/\s*/g, '/')
      .replace(/\/{2,}/g, '/')
      .replace(/[–—‐‑]/g, '-');
    return `The parts of a symbol are joined by single slashes, without spaces.${suggestion(mended)}`;
  }
  const parts = text.split('/');
  const [series = ''] = parts;
  if (series.includes('.'))
    return `The parts of a symbol are joined by slashes.${suggestion(text.replace(/\.(?=[A-Z\d])/g, '/'))}`;
  if (parseSymbol(`${series}/RES/1/1`) === undefined)
    // Words joined by one slash are words.
    return parts.length < 3 || series !== series.toUpperCase()
      ? undefined
      : `No United Nations series begins with ${series}/.`;
  if (/[/.,;:(-]$/.test(text)) return `It breaks off at its end.${suggestion(text.replace(/[/.,;:(-]+$/, ''))}`;
  const resolution = /^([AE]|A\/HRC)\/(RES|DEC)\/(\d+)(?:([-–.])(\d+))?$/i.exec(text);
  if (resolution !== null) {
    const [, organ, nature, session, , number] = resolution;
    if (number !== undefined)
      return `Between the session and the number of a resolution stands a slash.${suggestion(`${organ}/${nature}/${session}/${number}`)}`;
    return `A resolution of this organ has a session and a number (A/RES/73/27), or a number with a session in Roman figures (A/RES/217(III)); ${session} is only one of them.`;
  }
  if (/^S\/RES\/\d+$/i.test(text)) return 'A resolution of the Security Council carries its year: S/RES/1373(2001).';
  const unread = parts.slice(1).find((part, index) => {
    const rest = [series, ...parts.slice(1, index + 1), part];
    return parseSymbol([...rest, '1'].join('/')) === undefined && parseSymbol(rest.join('/')) === undefined;
  });
  return unread === undefined
    ? 'A symbol ends with the number of the document.'
    : `“${unread}” is no part that a symbol of this series has at that place.`;
}
