/** Texts in which a reader has marked what they name: `the ⟦second OEWG|oewg-2021-2025⟧ met`. */

export interface Mark {
  /** Offsets in the text without its marks, in UTF-16 units, end exclusive. */
  start: number;
  end: number;
  /** Ids of concepts or keys of sources, of which any is right; empty where the dataset has nothing for it. */
  ids: readonly string[];
  /** Whether it is a term of art rather than a name (`~` for an id): it may be recognised or not. */
  isTerm?: boolean;
}

export interface AnnotatedText {
  text: string;
  marks: Mark[];
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/**
 * Takes the marks out of a text.
 *
 * @throws Error where marks are nested, not closed or without an id; it names the line
 */
export function readAnnotated(annotated: string): AnnotatedText {
  const marks: Mark[] = [];
  let text = '';
  let at = 0;
  const fail = (offset: number, what: string): never => {
    throw new Error(`line ${lineOf(annotated, offset)}: ${what}`);
  };
  for (const { 0: whole, index } of annotated.matchAll(/⟦[^⟦⟧]*⟧|[⟦⟧]/gu)) {
    if (whole.length === 1)
      fail(index, whole === '⟦' ? 'a mark is nested or not closed' : 'a mark ends that did not begin');
    const bar = whole.lastIndexOf('|');
    if (bar < 0) fail(index, `the mark ${whole} has no id`);
    const words = whole.slice(1, bar);
    const ids = whole.slice(bar + 1, -1).trim();
    if (words === '' || ids === '') fail(index, `the mark ${whole} is empty`);
    text += annotated.slice(at, index);
    const range = { start: text.length, end: text.length + words.length };
    marks.push(ids === '~' ? { ...range, ids: [], isTerm: true } : { ...range, ids: ids === '?' ? [] : idsOf(ids) });
    text += words;
    at = index + whole.length;
  }
  return { text: text + annotated.slice(at), marks };
}

/** Several ids are parted by ` or `: the keys of UN documents have slashes in them. */
const idsOf = (written: string): string[] => written.split(/\s+or\s+/);

export interface Score {
  /** Marks, and how many of them a mention overlaps, has the very range of, and gives the right bearer to. */
  marks: number;
  found: number;
  exact: number;
  right: number;
  /** Mentions, and how many of them overlap no mark. */
  mentions: number;
  alarms: number;
}

export interface Finding {
  kind: 'missed' | 'range' | 'bearer' | 'alarm';
  start: number;
  end: number;
  /** What should be there, and what is. */
  expected: string;
  given: string;
}

export interface GivenMention {
  start: number;
  end: number;
  ids: readonly string[];
  /** Whether it is a document that the dataset does not have. */
  isUnknown?: boolean;
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Compares what a reader marked with what was recognised. */
export function compare(
  { text, marks: all }: AnnotatedText,
  given: readonly GivenMention[],
): { score: Score; findings: Finding[] } {
  const marks = all.filter(({ isTerm }) => isTerm !== true);
  // What stands on terms alone is neither right nor wrong.
  const mentions = given.filter(
    (mention) => marks.some((mark) => overlap(mark, mention) > 0) || !all.some((mark) => overlap(mark, mention) > 0),
  );
  const score: Score = { marks: marks.length, found: 0, exact: 0, right: 0, mentions: mentions.length, alarms: 0 };
  const findings: Finding[] = [];
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end).replace(/\s+/g, ' ');
  for (const mark of marks) {
    // Of several that overlap a mark (titles enclose names), that which shares most with it and has least besides.
    const [best] = mentions
      .filter((mention) => overlap(mark, mention) > 0)
      .sort((a, b) => overlap(mark, b) - overlap(mark, a) || a.end - a.start - (b.end - b.start));
    const expected = `${words(mark)} → ${mark.ids.join(' or ') || '(not in the dataset)'}`;
    if (best === undefined) {
      findings.push({ kind: 'missed', start: mark.start, end: mark.end, expected, given: '' });
      continue;
    }
    // Who sees that a document is one, though the dataset has nothing for it, is right.
    const isRight = mark.ids.length === 0 ? best.isUnknown === true : best.ids.some((id) => mark.ids.includes(id));
    const isExact = best.start === mark.start && best.end === mark.end;
    score.found++;
    if (isExact) score.exact++;
    if (isRight) score.right++;
    const kind = isRight ? (isExact ? undefined : 'range') : 'bearer';
    if (kind !== undefined)
      findings.push({
        kind,
        start: mark.start,
        end: mark.end,
        expected,
        given: `${words(best)} → ${best.ids.join(' or ')}`,
      });
  }
  for (const mention of mentions) {
    if (marks.some((mark) => overlap(mark, mention) > 0)) continue;
    score.alarms++;
    findings.push({
      kind: 'alarm',
      start: mention.start,
      end: mention.end,
      expected: '',
      given: `${words(mention)} → ${mention.ids.join(' or ')}`,
    });
  }
  return { score, findings: findings.sort((a, b) => a.start - b.start) };
}
