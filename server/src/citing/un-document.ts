/**
 * What a citation says of a United Nations document beyond its title: the organ, and the number of a resolution or
 * decision, both read from the symbol. Only the forms that are cited by number are taken apart here.
 */

export type Organ =
  | 'general-assembly'
  | 'security-council'
  | 'economic-and-social-council'
  | 'human-rights-council'
  | 'commission-on-human-rights'
  | 'secretary-general';

export interface Resolution {
  organ: Organ;
  act: 'resolution' | 'decision';
  /** `73/27`, `217 A (III)`, `2341`, `2011/33`, `S-9/1`. */
  number: string;
  /** The year that belongs to the number: Security Council resolutions are numbered through. */
  year?: string;
  /** The symbol without that year: `S/RES/2341`. */
  symbol: string;
}

/**
 * `A/RES/73/27`, `A/HRC/RES/20/8`, `E/RES/2011/33`: session or year, number, and the letter of one resolution among
 * several that share it.
 */
const numberedBySession =
  /^(A|A\/HRC|E|E\/CN\.4)\/(RES|DEC)\/((?:S-|ES-)?\d+(?:\/\d+)?) ?([A-Z](?:-[A-Z])?)?(?:\(([A-Z])\))?$/;
/** `A/RES/217(III)`, `A/RES/217(III)[A]`, `A/RES/2200A(XXI)`: the sessions before 1976 are Roman. */
const numberedByRomanSession =
  /^(A|E)\/(RES|DEC)\/(\d+) ?([A-Z])? ?\((S-|ES-)?([IVXLC]+)\)(?: ?\[?([A-Z](?:-[A-Z])?)\]?)?$/;
/** `S/RES/2341(2017)`, `S/RES/1373`. */
const numberedThrough = /^S\/RES\/(\d+)(?: ?\((\d{4})\))?$/;

const organOfPrefix: Record<string, Organ> = {
  A: 'general-assembly',
  'A/HRC': 'human-rights-council',
  E: 'economic-and-social-council',
  'E/CN.4': 'commission-on-human-rights',
};

/** The resolution or decision that a symbol stands for; `undefined` for any other document. */
export function resolutionOf(symbol: string): Resolution | undefined {
  const council = numberedThrough.exec(symbol);
  if (council !== null) {
    const [, number = '', year] = council;
    const resolution: Resolution = {
      organ: 'security-council',
      act: 'resolution',
      number,
      symbol: `S/RES/${number}`,
    };
    return year === undefined ? resolution : { ...resolution, year };
  }
  const roman = numberedByRomanSession.exec(symbol);
  if (roman !== null) {
    const [, prefix = '', act, serial = '', before, special = '', session = '', after] = roman;
    const letter = before ?? after;
    const number = `${serial}${letter === undefined ? '' : ` ${letter}`} (${special}${session})`;
    return { organ: organOfPrefix[prefix]!, act: act === 'RES' ? 'resolution' : 'decision', number, symbol };
  }
  const session = numberedBySession.exec(symbol);
  if (session !== null) {
    const [, prefix = '', act, serial = '', letter = session[5]] = session;
    const number = letter === undefined ? serial : `${serial} ${letter}`;
    return { organ: organOfPrefix[prefix]!, act: act === 'RES' ? 'resolution' : 'decision', number, symbol };
  }
  return undefined;
}

const series =
  'A|S|E|ST|T|TD|DP|ID|AT|CAT|CAC|CBD|CCPR|CCW|CED|CEDAW|CERD|CMW|CRC|CRPD|CTOC|FCCC|HRI|HSP|LC|LOS|NPT|UNEP|WSIS-\\d+';
const symbolShape = new RegExp(`^(?:${series})/\\S*\\d\\S*$`);

/** The text has the shape of a United Nations symbol. */
export function isUnitedNationsSymbol(text: string): boolean {
  return symbolShape.test(text);
}

/** The organ whose documents a symbol belongs to, where it is one that stands as their author. */
export function organOfSymbol(symbol: string): Organ | undefined {
  if (/^A\/HRC\//.test(symbol)) return 'human-rights-council';
  // A conference and its secretariat issue their own documents.
  if (/^A\/(?!CONF\.)/.test(symbol)) return 'general-assembly';
  if (/^S\//.test(symbol)) return 'security-council';
  if (/^E\/CN\.4\//.test(symbol)) return 'commission-on-human-rights';
  if (/^E\//.test(symbol)) return 'economic-and-social-council';
  return undefined;
}

/** The names of organs without `UN` or `United Nations`. */
export const organNames: Record<Organ, string> = {
  'general-assembly': 'General Assembly',
  'security-council': 'Security Council',
  'economic-and-social-council': 'Economic and Social Council',
  'human-rights-council': 'Human Rights Council',
  'commission-on-human-rights': 'Commission on Human Rights',
  'secretary-general': 'Secretary-General',
};

const organByName = new Map(
  Object.entries(organNames).map(([organ, name]) => [name.toLowerCase(), organ as Organ] as const),
);

/** The organ that an author's name names: `UN General Assembly`, `United Nations Security Council`, `ECOSOC`. */
export function organNamed(name: string): Organ | undefined {
  const bare = name
    .toLowerCase()
    .replace(/^(?:the )?(?:united nations |un |u\.n\. )?/, '')
    .replace(/^(?:the )/, '');
  const acronyms: Record<string, Organ> = {
    unga: 'general-assembly',
    unsc: 'security-council',
    ecosoc: 'economic-and-social-council',
    hrc: 'human-rights-council',
    unhrc: 'human-rights-council',
  };
  return organByName.get(bare) ?? (Object.hasOwn(acronyms, bare) ? acronyms[bare] : undefined);
}

/**
 * The title says whose text it is (`Report of the …`, `Letter dated …`), so that the organ it was submitted to is not
 * its author.
 */
export function namesItsAuthor(title: string): boolean {
  return /^(?:(?:Final|Interim|Annual|Second|Third|Progress) )*(?:Reports?|Notes?|Letters?|Identical letters|Notes? verbales?|Summary) (?:of|by|dated|from|on the (?:meeting|session|work))\b/i.test(
    title,
  );
}

/** The title of a Security Council resolution in most catalogues: only its number again. */
export function isOnlyNumber(title: string, resolution: Resolution): boolean {
  const bare = title.replace(
    /^(?:UN |United Nations )?(?:Security Council |General Assembly |Human Rights Council )?/i,
    '',
  );
  return new RegExp(`^resolution ${resolution.number.replace(/[()]/g, '\\$&')}(?: \\(\\d{4}\\))?$`, 'i').test(bare);
}
