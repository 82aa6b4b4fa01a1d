/**
 * Names whose words are abbreviated as footnotes of law journals do: `Int'l Law Comm'n`, `Rep. of the Grp. of Governmental
 * Experts on Devs. in the Field of Info. & Telecomms.`, `Hum. Rts. Council`. The words are those of the Bluebook's table T6
 * (from memory, as the table is not public).
 */
import type { Lexicon, NameMatch } from './lexicon.ts';
import { unitsOf } from './words.ts';

/** What an abbreviation stands for, without its full stop and in small letters; plurals add an `s`. */
const wholeWords: ReadonlyMap<string, string> = new Map(
  (
    "admin Administration|adv Advisory|afr African|agric Agriculture|am American|ass'n Association|comm Committee|comm'n Commission|" +
    "comm'r Commissioner|commc'n Communication|conf Conference|cong Congress|const Constitution|coop Cooperation|" +
    "couns Council|crim Criminal|ctr Center|ct Court|def Defense|dep't Department|dev Development|econ Economic|" +
    "educ Educational|env't Environment|eur European|fed Federal|fed'n Federation|found Foundation|gen General|" +
    "gov't Government|governmental Governmental|grp Group|hum Human|indus Industry|info Information|inst Institute|int'l International|" +
    "just Justice|mgmt Management|min Ministry|nat'l National|off Office|org Organization|pol Political|priv Privacy|prot Protection|" +
    "reg'l Regional|rel Relations|rep Report|res Research|rts Rights|sci Science|sec Security|sec'y Secretary|soc Social|" +
    'spec Special|tech Technology|telecomm Telecommunication|transp Transportation|univ University'
  )
    .split('|')
    .map((pair) => {
      const space = pair.indexOf(' ');
      return [pair.slice(0, space), pair.slice(space + 1)];
    }),
);

/** A cheap look for the abbreviations that begin most such names or stand in them. */
const cue =
  /\p{L}[’'](?:ns?|rs?|l|t|y)(?![\p{L}\d])|(?:Grps?|Devs?|Telecomms?|Info|Rts|Econ|Hum|Sec|Dev|Org|Reg|Sci|Tech|Educ|Fed)\.\s/u;
export const mayAbbreviateWords = (text: string): boolean => cue.test(text);

/** An ampersand stands for `and` among such words. */
const abbreviated =
  /(?<=\s)&(?=\s)|(?<![\p{L}\d.’'])(?<word>\p{Lu}\p{Ll}+(?:[’'](?=[nrlty]))?\p{Ll}*)(?<stop>\.?)(?![\p{L}\d’'])/gu;

interface Expansion {
  /** Offsets in the text and of what stands there in the expanded text, end exclusive. */
  from: number;
  to: number;
  start: number;
  end: number;
}

/** The text with its words in full, and what was changed. */
function inFull(text: string): { whole: string; expansions: Expansion[] } {
  const expansions: Expansion[] = [];
  let whole = '';
  let at = 0;
  for (const match of text.matchAll(abbreviated)) {
    const { word = '&', stop = '' } = match.groups!;
    const key = word.toLowerCase().replace('’', "'");
    // A word without an apostrophe is an abbreviation only by its full stop.
    if (word !== '&' && stop === '' && !key.includes("'")) continue;
    const full =
      word === '&'
        ? 'and'
        : (wholeWords.get(key) ?? (key.endsWith('s') ? wholeWords.get(key.slice(0, -1)) : undefined));
    if (full === undefined) continue;
    // The full stop behind `Int'l.` is that of the sentence.
    const length = word.length + (key.includes("'") ? 0 : stop.length);
    whole += text.slice(at, match.index);
    expansions.push({
      from: match.index,
      to: match.index + length,
      start: whole.length,
      end: whole.length + full.length,
    });
    whole += full;
    at = match.index + length;
  }
  return { whole: whole + text.slice(at), expansions };
}

/** The names of a text that have an abbreviated word in them; offsets in the text, in UTF-16 units, end exclusive. */
export function namesInShortWords(lexicon: Lexicon, text: string): NameMatch[] {
  const { whole, expansions } = inFull(text);
  if (expansions.length === 0) return [];
  /** Where the unit at an offset of the expanded text stands; of what was expanded, its first or, as an end, its last. */
  const placeOf = (offset: number, isEnd: boolean): number => {
    let moved = 0;
    for (const { from, to, start, end } of expansions) {
      if (isEnd ? offset <= start : offset < start) break;
      if (isEnd ? offset <= end : offset < end) return isEnd ? to : from;
      moved = to - end;
    }
    return offset + moved;
  };
  return lexicon
    .match(unitsOf(whole), whole.length)
    .filter(({ start, end }) => expansions.some((one) => one.start < end && start < one.end))
    .flatMap(({ start, end, names }) => {
      const outright = lexicon.outright(names);
      // An abbreviation alone is none of these: `Sec.`, `Comm.`.
      if (outright.length === 0 || !/\s/.test(whole.slice(start, end))) return [];
      return [{ start: placeOf(start, false), end: placeOf(end, true), names: outright }];
    });
}
