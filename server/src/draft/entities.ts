/**
 * Character references of HTML, which Markdown has, too: `&amp;`, `&#38;`, `&#x26;`, `&eacute;`. Named ones are those of Latin
 * letters and of typography; of mathematics and the like no name is made.
 */

/** The references of U+00A0 to U+00FF, in order. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
  'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
  'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
  'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const others: Readonly<Record<string, string>> = {
  amp: '&',
  AMP: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  hyphen: '-',
  dash: '-',
  ndash: '–',
  mdash: '—',
  horbar: '―',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  bull: '•',
  euro: '€',
  trade: '™',
  numero: '№',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Zcaron: 'Ž',
  zcaron: 'ž',
  Ccaron: 'Č',
  ccaron: 'č',
  Yuml: 'Ÿ',
  num: '#',
  sol: '/',
  colon: ':',
  comma: ',',
  period: '.',
  lpar: '(',
  rpar: ')',
};
const named = new Map([
  ...latin.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ...Object.entries(others),
]);

/** A character reference in a text, at `lastIndex`. */
export const entityPattern = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/iy;

/** What a reader does not see: soft hyphens, zero-width marks, the byte order mark. */
const unseen = (code: number): boolean =>
  code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;

/** The character that a reference stands for: nothing for one that is not seen, undefined for one that is not known. */
export function characterOf(entity: string): string | undefined {
  const numeric = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(entity);
  if (numeric === null) {
    const character = named.get(entity.slice(1, -1));
    return character === '\u00ad' ? '' : character;
  }
  const code = Number.parseInt(numeric[1] ?? numeric[2]!, numeric[1] === undefined ? 10 : 16);
  if (unseen(code)) return '';
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
