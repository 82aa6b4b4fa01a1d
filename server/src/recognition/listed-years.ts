/**
 * Several of a kind by their years, behind what they are called together: `the UN GGE reports (2013, 2015 and 2021)`, `the GGE's
 * consensus reports from 2013 and 2015`. The records have the name of each with its year (`GGE report of 2013`).
 */
import type { Lexicon } from './lexicon.ts';
import { type ListedName, namesOf } from './number-lists.ts';

const year = String.raw`(?:19|20)\d\d`;
const separator = String.raw`(?:\s*[,;]\s*(?:(?:and|or|et|ou|y|o)\s)?|\s(?:and|or|&|et|ou|y|o)\s)(?:(?:of|from|de|du|del)\s)?`;
/** Years in brackets or behind a preposition; of one year alone prepositions that names have (`of`) are left to these. */
const listedYears = new RegExp(
  String.raw`(?<=[\p{L}\p{M}’'])(?:\s\((?:(?:of|from|de)\s)?(?<inBrackets>${year}(?:${separator}${year})*)(?=\))|,?\s(?:of|from|for|in|de|du|del)\s(?<several>${year}(?:${separator}${year})+)|\sfrom\s(?<one>${year}))(?![\d/]|\s?[–—-]\s?\d)`,
  'gu',
);
const mayBeListed = new RegExp(String.raw`(?:\((?:(?:of|from|de)\s)?|\s(?:of|from|for|in|de|du|del)\s)${year}`, 'u');
/** What is several, or one, by its year: `in 2013 and 2015` says of other things when something happened. */
const document = /(?:reports?|resolutions?|rapports?|résolutions?|informes?|resoluciones|APRs?)$/iu;
/** How far before the years their name may begin, in UTF-16 units and in words. */
const farthest = 120;
const mostWords = 12;

/** Whether a text may hold such years: a cheap look. */
export const mayListYears = (text: string): boolean => mayBeListed.test(text);

/** The names of what is called so, of a year: none that are of any year. */
function ofYear(lexicon: Lexicon, called: string, one: string): readonly number[] {
  const plain = called.replace(/[’']s?(?=\s)/gu, '');
  for (const name of [
    `${called} of ${one}`,
    `${plain} of ${one}`,
    `${one} ${called}`,
    `${one} ${plain}`,
    `${plain} ${one}`,
  ]) {
    const names = namesOf(lexicon, name, false);
    if (names.length > 0) return names;
  }
  return [];
}

/** The names of which the years stand in lists, each with its year; the first one with the words before it. */
export function yearlyNames(lexicon: Lexicon, text: string): ListedName[] {
  const found: ListedName[] = [];
  for (const match of text.matchAll(listedYears)) {
    const { inBrackets, several, one } = match.groups!;
    const years = (inBrackets ?? several ?? one)!;
    const from = match.index + match[0].lastIndexOf(years);
    const before = text.slice(Math.max(0, match.index - farthest), match.index);
    const sentence = /[^.;:!?()\n]*$/u.exec(before)![0];
    if (/\s(?:in|for)\s$/.test(text.slice(match.index, from)) && !document.test(sentence)) continue;
    // A single year in brackets behind a body is that of its member, which is found elsewhere.
    if (several === undefined && !/[,;\s]/.test(years) && !document.test(sentence)) continue;
    const starts = [...sentence.matchAll(/(?<![\p{L}\p{M}\d’'-])[\p{L}\d]/gu)]
      .map(({ index }) => index)
      .slice(-mostWords);
    const list = [...years.matchAll(/\d{4}/g)].map(({ index, 0: written }) => ({ start: from + index, written }));
    for (const start of starts) {
      const called = sentence.slice(start);
      const places = list.map((place) => ({ ...place, names: ofYear(lexicon, called, place.written) }));
      if (places[0]!.names.length === 0) continue;
      for (const [index, { start: at, written, names }] of places.entries())
        if (names.length > 0)
          found.push({ start: index === 0 ? match.index - called.length : at, end: at + written.length, names });
      break;
    }
  }
  return found;
}
