/** Editions of books, in whatever way a library writes them: `2`, `2nd ed.`, `Second Edition`, `rev. edn`. */

const ordinalWords = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** The number of an edition, or its own words without `edition`. */
export type Edition = { number: number } | { words: string };

/** Reads an edition; `undefined` where there is none to speak of: nobody cites a first edition as such. */
export function readEdition(text: string): Edition | undefined {
  const bare = text.replace(/[\s,]*\b(?:editions?|edn|eds?)\b\.?$/i, '').trim();
  const counted = /^(\d{1,3})(?:st|nd|rd|th|d)?\.?$/i.exec(bare);
  const number = counted === null ? ordinalWords.indexOf(bare.toLowerCase()) + 1 : Number(counted[1]);
  if (number === 1 || bare === '') return undefined;
  return number > 1 ? { number } : { words: bare };
}

function ordinal(number: number, second: 'nd' | 'd', third: 'rd' | 'd'): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  const ending = isTeen ? 'th' : ({ 1: 'st', 2: second, 3: third }[number % 10] ?? 'th');
  return `${number}${ending}`;
}

/** `2nd ed.`, `rev. ed.` (Chicago, United Nations, APA), `2d ed.` (Bluebook) or `2nd edn`, `rev edn` (OSCOLA). */
export function writeEdition(edition: Edition | undefined, form: 'ed.' | '2d ed.' | 'edn'): string {
  if (edition === undefined) return '';
  const word = form === 'edn' ? 'edn' : 'ed.';
  if ('number' in edition)
    return `${form === '2d ed.' ? ordinal(edition.number, 'd', 'd') : ordinal(edition.number, 'nd', 'rd')} ${word}`;
  return `${form === 'edn' ? edition.words.replace(/\.$/, '') : edition.words} ${word}`;
}
