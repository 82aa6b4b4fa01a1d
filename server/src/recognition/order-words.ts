/** Words beside a name with two bearers that say which of them in time is meant: `the previous OEWG`, `нынешняя РГОС`, `上一届工作组`. */

/** Before a name and behind it, in UTF-16 units. */
export const orderReach = 24;

const before = {
  earlier:
    /(?:^|[^\p{L}])(?:previous|former|preceding|predecessor|prior|earlier|précédent[es]?|ancien(?:ne)?|anterior|previ[oa]|предыдущ\p{L}{1,3}|предшествующ\p{L}{1,3}|прежн\p{L}{1,3})[ \u00a0\n]$|(?:上一?[届屆任个個]|前一[届屆个個]|前[届屆任])$/iu,
  later:
    /(?:^|[^\p{L}])(?:current|present|ongoing|new|newly[ -]established|actuel(?:le)?|nouve(?:au|lle)|présent|actual|nuev[oa]|нынешн\p{L}{1,3}|действующ\p{L}{1,3}|текущ\p{L}{1,3}|нов(?:ая|ой|ую|ый|ого))[ \u00a0\n]$|(?:本[届屆]|[现現][届屆任]|新一?[届屆个個])$/iu,
};
const behind = {
  earlier: /^[ \u00a0\n](?:précédent[es]?|anterior|previ[oa]|السابقة?)(?!\p{L})/u,
  later: /^[ \u00a0\n](?:actuel(?:le)?|actual|الحالية?|الجديدة?)(?!\p{L})/u,
};

/**
 * Which of two is meant, the earlier one or the later one; undefined where nothing says so.
 *
 * @param textBefore what stands before the name, `orderReach` units at least or as much as there is; likewise `textBehind`
 */
export function orderBeside(textBefore: string, textBehind: string): 'earlier' | 'later' | undefined {
  if (before.earlier.test(textBefore) || behind.earlier.test(textBehind)) return 'earlier';
  return before.later.test(textBefore) || behind.later.test(textBehind) ? 'later' : undefined;
}

/** How far back, in UTF-16 units, an earlier one sets off the later one: `the previous OEWG …, and the current OEWG`. */
export const contrastReach = 300;
const earlierOne =
  /(?:^|[^\p{L}])(?:(?:previous|former|preceding|first)(?!\p{L})|précédent[es]?|premi(?:er|ère)|anterior|primer[ao]?|предыдущ|перв(?:ая|ой|ую|ый|ого))|[上前]一?[届屆个個]|السابق|الأول/iu;

/** Whether a text speaks of an earlier one. */
export const speaksOfEarlier = (text: string): boolean => earlierOne.test(text);
