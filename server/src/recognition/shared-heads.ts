/**
 * Names that share words in an enumeration: `the 2013, 2015 and 2021 GGE reports`, `the First and Third Committees`, `the
 * Geneva Declaration and Plan of Action`. The last name (or the first) is written out; of the others only the part stands
 * there that is their own.
 */
import type { Lexicon } from './lexicon.ts';
import { namesOf } from './number-lists.ts';

/** A name of which only a part is written; offsets of that part in the text, in UTF-16 units, end exclusive. */
export interface SharedHead {
  start: number;
  end: number;
  names: readonly number[];
}

const conjunction = /(?:,\s*|,?\s+(?:and|or|et|ou|y|e|и|или)\s+(?:the\s+)?|\s*[&/]\s*)$/u;
const anyConjunction = /[\s,](?:and|or|et|ou|y|и|или|&)\s/u;
const lastWord = /(?<![\p{L}\d])[\p{Lu}\d][\p{L}\d–-]*$|(?<![\p{L}\d])(?:first|second|third|fourth|fifth|sixth)$/u;
const ordinalWord = /^(?:first|second|third|fourth|fifth|sixth)$/;
const conjunctionBehind = /^\s+(?:and|or|et|y|и)\s+(?=\p{Lu})/u;
/** How many words a name may have of its own behind the conjunction. */
const mostWords = 6;

const yearLength = 4;
const yearAtEnd = /(?<![\d/–-])(?:19|20)\d\d$/;
const nextYear =
  /^(?:\s*,\s*(?:and |et |y |и )?|\s+(?:and|et|y|e|и|&)\s+(?:de |del |of )?|\s+و\s?|،\s*و?)(?<year>(?:19|20)\d\d)(?![\d/]|\s?[–-]\s?\d)/u;
const chineseYear = /^(?:19|20)\d\d年/u;
const yearBefore = /(?<year>(?:19|20)\d\d年?)(?:[、,，]|[和及与與]|以及)$/u;

/** Years on end where no word stands between that has spaces on both sides. */
const enumeratedYears = /\d年?(?:[、,，和及与與]|以及)(?:19|20)\d\d年|\d(?:\s|، ?)و\s?(?:19|20)\d\d/u;

/** Whether a text may hold such an enumeration. */
export const mayShareHeads = (text: string): boolean => anyConjunction.test(text) || enumeratedYears.test(text);

/** The names that years stand for which go on behind a name that ends in one, or before a Chinese name that begins with one. */
function sharedYears(
  lexicon: Lexicon,
  text: string,
  { start, end }: { start: number; end: number },
  isFree: (start: number, end: number) => boolean,
): SharedHead[] {
  const found: SharedHead[] = [];
  const written = text.slice(start, end);
  if (yearAtEnd.test(written)) {
    for (let at = end; ; ) {
      const next = nextYear.exec(text.slice(at, at + 16));
      if (next === null) break;
      at += next[0].length;
      const names = lexicon.accepted(written.slice(0, -yearLength) + next.groups!.year);
      if (names.length === 0 || !isFree(at - yearLength, at)) break;
      found.push({ start: at - yearLength, end: at, names });
    }
  }
  const own = chineseYear.exec(written)?.[0];
  if (own !== undefined) {
    for (let at = start; ; ) {
      const last = yearBefore.exec(text.slice(Math.max(0, at - 8), at));
      if (last === null) break;
      const { year = '' } = last.groups!;
      at -= last[0].length;
      const names = lexicon.accepted(year.slice(0, yearLength) + written.slice(yearLength));
      if (names.length === 0 || !isFree(at, at + year.length)) break;
      found.push({ start: at, end: at + year.length, names });
    }
  }
  return found;
}

/**
 * The names that are written in part only.
 *
 * @param matches the names that are written out, in order
 */
export function sharedHeads(
  lexicon: Lexicon,
  text: string,
  matches: readonly { start: number; end: number; names: readonly number[] }[],
): SharedHead[] {
  const found: SharedHead[] = [];
  const isFree = (start: number, end: number): boolean =>
    matches.every((other) => other.end <= start || end <= other.start);
  for (const match of matches) {
    const written = text.slice(match.start, match.end);
    found.push(...sharedYears(lexicon, text, match, isFree));
    const ownWord = /^[\p{L}\d–-]+(?=\s)/u.exec(written)?.[0];
    if (ownWord !== undefined) {
      // Backwards: what stands before the conjunction in the place of the name's first word.
      const rest = written.slice(ownWord.length);
      let at = match.start;
      for (;;) {
        const joint = conjunction.exec(text.slice(Math.max(0, at - 16), at))?.[0];
        if (joint === undefined) break;
        const end = at - joint.length;
        const word = lastWord.exec(text.slice(Math.max(0, end - 24), end))?.[0];
        if (word === undefined || !isFree(end - word.length, end)) break;
        // `the 2013 and 2015 reports`: both need company, or neither.
        const isDoubtful = (/^\d/.test(word) || ordinalWord.test(word)) && lexicon.outright(match.names).length === 0;
        const names = namesOf(lexicon, `${word}${rest}`, isDoubtful);
        if (names.length === 0) break;
        found.push({ start: end - word.length, end, names });
        at = end - word.length;
      }
    }
    const joint = conjunctionBehind.exec(text.slice(match.end, match.end + 12))?.[0];
    if (joint === undefined) continue;
    // Forwards: the name's first words hold for what follows the conjunction, too.
    const start = match.end + joint.length;
    const following = [...text.slice(start, start + 80).matchAll(/[\p{L}\d–-]+/gu)].slice(0, mostWords);
    const heads = [...written.matchAll(/[\p{L}\d–-]+\s+(?=[\p{L}\d])/gu)].map(({ index, 0: head }) =>
      written.slice(0, index + head.length),
    );
    const longest = following
      .map((word) => start + word.index + word[0].length)
      .toReversed()
      .flatMap((end) =>
        isFree(start, end)
          ? heads.map((head) => ({ end, names: lexicon.accepted(`${head}${text.slice(start, end)}`) }))
          : [],
      )
      .find(({ names }) => names.length > 0);
    if (longest !== undefined) found.push({ start, ...longest });
  }
  return found.sort((a, b) => a.start - b.start);
}
