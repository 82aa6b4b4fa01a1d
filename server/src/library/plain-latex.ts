/** LaTeX as plain text, quick and never at a loss: for searching, for the words of paths, and for what no parser can read. */

const letters: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ng: 'ŋ',
  NG: 'Ŋ',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  textbackslash: '\\',
  backslash: '\\',
  textunderscore: '_',
  textasciitilde: '~',
  textasciicircum: '^',
  textbar: '|',
  ldots: '…',
  dots: '…',
  S: '§',
};

const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

const accented = /\\(?:(["'`^~=.])|([uvHckbdr])(?![A-Za-z]))\s*\{?\s*(?:\\([ij])(?![A-Za-z])|([A-Za-z]))(?:\s*\})?/g;
const command = /\\([A-Za-z]+)[ ]*(?:\{\})?|\\(.)/gs;

/** The letters of a LaTeX text; commands that are not known leave what they are about. */
export function plainLatex(latex: string): string {
  if (!/[\\{}$~]|--|``|''/.test(latex)) return latex;
  return (latex.includes('\\') ? withoutCommands(latex) : latex)
    .replace(/[{}$]+/g, '')
    .replace(/~/g, '\u00a0')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”');
}

const withoutCommands = (latex: string): string =>
  latex
    .replace(accented, (_, sign: string | undefined, letter: string | undefined, dotless: string, base: string) =>
      `${dotless ?? base}${accents[(sign ?? letter)!]}`.normalize('NFC'),
    )
    .replace(command, (_, name: string | undefined, sign: string | undefined) => {
      if (name === undefined) return /[&%$#_{} ~^]/.test(sign!) ? sign! : '';
      return Object.hasOwn(letters, name) ? letters[name]! : '';
    });
