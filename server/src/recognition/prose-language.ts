/** Whether prose is English, by the small words that every sentence has. */
import { textOfUnits } from '../knowledge/utf16.ts';

const english = new Set(
  'the of and to in is for that with on as by was were are an its this these from at which has have be it or not'.split(
    ' ',
  ),
);
/** Those of French and Spanish, the languages whose acronyms are written in the same letters. */
const romance = new Set(
  'le la les de des du et un une que qui pour dans par sur est au aux ce cette sont ne pas el los las y del con por para se su sus al lo como más'.split(
    ' ',
  ),
);

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x17f);

/**
 * @param units UTF-16 units of prose
 * @param length how many of them count
 * @returns false where neither language can be told: in a heading, a list of names, another script
 */
export function isEnglish(units: Uint16Array, length: number): boolean {
  let balance = 0;
  for (let at = 0; at < length; at++) {
    if (!isLetter(units[at]!)) continue;
    const start = at;
    while (at < length && isLetter(units[at]!)) at++;
    if (at - start > 5) continue;
    const word = textOfUnits(units, start, at).toLowerCase();
    if (english.has(word)) balance++;
    else if (romance.has(word)) balance--;
  }
  return balance > 0;
}
