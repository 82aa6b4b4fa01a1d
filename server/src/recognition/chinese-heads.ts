/**
 * Heads by which Chinese prose goes on speaking of what it named in full: `理事会`, `该委员会`, `《公约》`. There is nothing
 * between words by which they could be told, so that what stands beside a head says whether it stands alone.
 */
import { chineseHeads, headNumber } from './heads.ts';
import type { HeadMatch } from './lexicon.ts';
import { foldedWords } from './names.ts';

const heads = new RegExp(chineseHeads.join('|'), 'gu');
const numberOf = new Map(chineseHeads.map((head) => [head, headNumber(foldedWords(head).join(''))]));

/** Determiners, and what joins a noun to its sentence: behind these a head begins a word. */
const beginning = new Set([
  ...'该此本各由向对在与和及于为当但而因据按依使让请经是并且以將将對與於為當據請經並且從从到至持加邀迎賀贺谢謝同助促求责責请讓供用沿被顾顧申励勵谨謹',
]).add('\n');
/** Heads that are also words of general speech (`制定公约`) count only behind a determiner or in the marks of a title. */
const ofDocuments = /^(?:公约|公約|契约|契約|条约|條約|协定|協定|议定书|議定書|宪章|憲章|宣言|峰会|峰會|论坛|論壇)$/u;
const determiner = new Set([...'该此本該']);
/** Behind these a head is something that is only being made, and tells nothing: `成立专家组`. */
const founding = new Set([...'立设設置建组組办辦召开開新个個一']);
const punctuation = /[\p{P}\s]/u;
const quotation = /[“"「]/u;
/** Behind these a head is the first part of another word: `委员会制`, `公约国`. */
const goesOn = /^[制国國化式类類型史法学學]/u;

/** Whether a text may hold one: a cheap look. */
export const mayHoldChineseHeads = (text: string): boolean => /[会會组組坛壇处處约約书書章言定]/u.test(text);

/**
 * @param text the prose of a block
 * @returns the heads in it, in order, as `Lexicon.match` gives those of other languages; offsets in UTF-16 units, end exclusive
 */
export function chineseHeadsIn(text: string): HeadMatch[] {
  const found: HeadMatch[] = [];
  for (const { index, 0: written } of text.matchAll(heads)) {
    const before = index === 0 ? '\n' : text.charAt(index - 1);
    const behind = text.slice(index + written.length, index + written.length + 1);
    const head = numberOf.get(written)!;
    const end = index + written.length;
    if (before === '《' && behind === '》') {
      found.push({ start: index - 1, end: end + 1, head, isBare: true });
      continue;
    }
    const isDetermined = determiner.has(before);
    const isAlone = ofDocuments.test(written)
      ? isDetermined
      : beginning.has(before) || (punctuation.test(before) && !quotation.test(before));
    if (isAlone && !goesOn.test(behind)) found.push({ start: index, end, head, isBare: true });
    // Part of a name that is not known, it seems; `一项公约` and `制定公约` are none.
    else if (/\p{Script=Han}/u.test(before) && !founding.has(before) && !ofDocuments.test(written))
      found.push({ start: index, end, head, isBare: false });
  }
  return found;
}
