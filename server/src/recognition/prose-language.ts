/** The language of prose in Latin letters, by the small words that every sentence has. */

export type ProseLanguage = 'en' | 'fr' | 'es';

const smallWords: Record<ProseLanguage, ReadonlySet<string>> = {
  en: new Set(
    'the of and to in is for that with on as by was were are an its this these from at which has have be it or not'.split(
      ' ',
    ),
  ),
  fr: new Set('le les des du et une qui dans par sur est au aux ce cette sont ne pas pour où leur été à'.split(' ')),
  es: new Set('el los las y del con por para su sus al lo como más entre una fue han ha no'.split(' ')),
};
/** What French and Spanish share tells either from English. */
const romance = new Set('la de un que se en'.split(' '));

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x17f);

/** @returns undefined where the language cannot be told: in a heading, a list of names, another script */
export function proseLanguage(text: string): ProseLanguage | undefined {
  const { length } = text;
  let en = 0;
  let fr = 0;
  let es = 0;
  let either = 0;
  for (let at = 0; at < length; at++) {
    if (!isLetter(text.charCodeAt(at))) continue;
    const start = at;
    while (at < length && isLetter(text.charCodeAt(at))) at++;
    if (at - start > 5) continue;
    const word = text.slice(start, at).toLowerCase();
    if (smallWords.en.has(word)) en++;
    if (smallWords.fr.has(word)) fr++;
    if (smallWords.es.has(word)) es++;
    if (romance.has(word)) either++;
  }
  if (en > fr + es + either) return 'en';
  if (fr === es || en >= fr + es + either) return undefined;
  return fr > es ? 'fr' : 'es';
}
