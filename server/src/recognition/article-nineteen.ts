/**
 * The organization ARTICLE 19, which others write like the article that it is called after: `Access Now, Article 19 and EFF`,
 * `Article 19’s report`. An article stands in no list of organizations and says nothing.
 */
import type { Lexicon, NameMatch } from './lexicon.ts';
import type { ListedName } from './number-lists.ts';

const written = /(?<![\p{L}\d])Article 19(?![\d(]|[.,]\d|\s?\(\d|\s(?:of|to|in|read|de|du|del)\s|,?\s(?:and|or)\s\d)/gu;
const speaks =
  /^(?:[’']s\s|\s(?:said|says|argue[sd]?|note[sd]?|warn(?:s|ed)|call(?:s|ed)|welcome[sd]?|urge[sd]?|publishe[sd]|report(?:s|ed)|has|have|was one|et al|\(\d{4}\)|also)(?![\p{L}]))/u;
const joinsBefore = /^\s*(?:,|&|,?\s(?:and|et|y)|\/)\s*$/u;
const farthest = 8;

/** Whether a text may name it so: a cheap look. */
export const mayNameArticleNineteen = (text: string): boolean => text.includes('Article 19');

/** @param matches the names that are written out, in order */
export function articleNineteen(lexicon: Lexicon, text: string, matches: readonly NameMatch[]): ListedName[] {
  const own = lexicon.outright(lexicon.named('ARTICLE 19'));
  if (own.length === 0) return [];
  const isOrganization = ({ names }: NameMatch): boolean => lexicon.kindOfRecord(lexicon.record(names[0]!)) === 'actor';
  const isListed = (start: number, end: number): boolean =>
    matches.some(
      (match) =>
        isOrganization(match) &&
        ((match.end <= start && start - match.end <= farthest && joinsBefore.test(text.slice(match.end, start))) ||
          (match.start >= end && match.start - end <= farthest && joinsBefore.test(text.slice(end, match.start)))),
    );
  return [...text.matchAll(written)].flatMap(({ index, 0: name }) => {
    const end = index + name.length;
    return speaks.test(text.slice(end, end + 20)) || isListed(index, end) ? [{ start: index, end, names: own }] : [];
  });
}
