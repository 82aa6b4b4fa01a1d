/**
 * What a whole draft cites, as pandoc reads it. A draft is read block by block at its top level; what a block is depends on its
 * own text and on what was looked at behind it, so after an edit all other blocks stay as they were read.
 */
import { type BlockFindings, BlockReader } from './blocks.ts';
import type { CitedKey, Found } from './inlines.ts';
import { nextLine, skipBlankLines } from './lines.ts';
import { type Source, wholeSource } from './source.ts';

/** A block of the top level; the offsets of what it cites count from its start. */
interface Section {
  start: number;
  end: number;
  /** What stands from here on does not matter to it. */
  farthest: number;
  findings: BlockFindings;
}

/** A citation with its place in the draft. */
export interface CitationRead extends CitedKey {
  /** It stands in a footnote that nothing refers to, which pandoc leaves out. */
  isUnused: boolean;
}

const nowhere = { isInList: false, divisions: 0, element: undefined };

const noFindings: BlockFindings = { found: [], notes: [], examples: [], references: [] };

const movedBy = (found: readonly Found[], shift: number): Found[] =>
  found.map((one) => (one.what === 'note' ? one : { ...one, start: one.start + shift, end: one.end + shift }));

const isEmpty = ({ found, notes, examples, references }: BlockFindings): boolean =>
  found.length + notes.length + examples.length + references.length === 0;

const stretch = 4096;

/** How many units two texts share at their starts, and at their ends. */
function shared(one: string, other: string): [before: number, behind: number] {
  const most = Math.min(one.length, other.length);
  let before = 0;
  let behind = 0;
  // Long stretches are compared at once.
  const same = (from: number, otherFrom: number): boolean =>
    one.slice(from, from + stretch) === other.slice(otherFrom, otherFrom + stretch);
  while (before + stretch <= most && same(before, before)) before += stretch;
  while (before < most && one.charCodeAt(before) === other.charCodeAt(before)) before++;
  while (behind + stretch <= most - before && same(one.length - behind - stretch, other.length - behind - stretch))
    behind += stretch;
  while (
    behind < most - before &&
    one.charCodeAt(one.length - 1 - behind) === other.charCodeAt(other.length - 1 - behind)
  )
    behind++;
  return [before, behind];
}

/** The citations of a draft at one moment. */
export class Reading {
  private readonly source: Source;
  private readonly sections: readonly Section[];
  /** How many blocks were read anew. */
  readonly blocksRead: number;
  private all: readonly CitationRead[] | undefined;

  /**
   * @param draft the draft's text
   * @param before the reading of an earlier text of the same draft
   */
  constructor(draft: string, before?: Reading) {
    this.source = wholeSource(draft);
    const { text } = this.source;
    // Whether `@label` cites depends on the examples defined before it, so nothing can be kept where there are some.
    const mayKeep = before !== undefined && text.charCodeAt(0) !== 0x25 && !before.hasExamples;
    let read = this.read(text, mayKeep ? before : undefined);
    if (mayKeep && read.sections.some(({ findings }) => findings.examples.length > 0))
      read = this.read(text, undefined);
    this.sections = read.sections;
    this.blocksRead = read.count;
  }

  private get hasExamples(): boolean {
    return this.sections.some(({ findings }) => findings.examples.length > 0);
  }

  private read(text: string, before: Reading | undefined): { sections: Section[]; count: number } {
    const sections: Section[] = [];
    const examples = new Set<string>();
    const old = before?.sections ?? [];
    const oldText = before?.source.text ?? '';
    const [same, sameBehind] = before === undefined ? [0, 0] : shared(oldText, text);
    const shift = text.length - oldText.length;
    let next = 0;
    let count = 0;
    for (let at = 0; at < text.length; ) {
      const isBehind = at >= text.length - sameBehind;
      const oldAt = isBehind ? at - shift : at;
      while (next < old.length && old[next]!.start < oldAt) next++;
      const kept = old[next];
      if (kept?.start === oldAt && (isBehind || kept.farthest < same)) {
        const moved = isBehind ? shift : 0;
        sections.push(
          moved === 0 ? kept : { ...kept, start: at, end: kept.end + moved, farthest: kept.farthest + moved },
        );
        at = kept.end + moved;
        continue;
      }
      const findings: BlockFindings = { found: [], notes: [], examples: [], references: [] };
      const reader = new BlockReader(this.source, findings, examples, nowhere);
      const from = at === 0 ? reader.titleBlock() : at;
      const end = from > at ? from : reader.block(at);
      count++;
      const behind = nextLine(text, nextLine(text, skipBlankLines(text, end)));
      sections.push({
        start: at,
        end,
        farthest: Math.max(behind, reader.farthest),
        findings: isEmpty(findings)
          ? noFindings
          : {
              ...findings,
              found: movedBy(findings.found, -at),
              notes: findings.notes.map(({ id, found }) => ({ id, found: movedBy(found, -at) })),
            },
      });
      at = end;
    }
    return { sections, count };
  }

  /** All keys that stand in the draft as citations, in order. */
  get citations(): readonly CitationRead[] {
    this.all ??= this.collect();
    return this.all;
  }

  private collect(): CitationRead[] {
    const { source } = this;
    const cited: CitedKey[] = [];
    const unused: CitedKey[] = [];
    const referred = new Set<string>();
    // A later footnote of the same name replaces an earlier one.
    const notes = new Map<string, Found[]>();
    const examples = new Set<string>();
    const references = new Set<string>();
    const keysOf = (found: readonly Found[], into: CitedKey[], mayRefer: boolean): void => {
      for (const one of found) {
        if (one.what === 'key') into.push(one);
        else if (mayRefer) referred.add(one.id);
      }
    };
    for (const { start, findings } of this.sections) {
      if (findings === noFindings) continue;
      keysOf(movedBy(findings.found, start), cited, true);
      for (const { id, found } of findings.notes) {
        const replaced = notes.get(id);
        if (replaced !== undefined) keysOf(replaced, unused, false);
        notes.set(id, movedBy(found, start));
      }
      for (const one of findings.examples) examples.add(one);
      for (const one of findings.references) references.add(one);
    }
    for (const [id, found] of notes) keysOf(found, referred.has(id) ? cited : unused, false);
    const isCitation = ({ mayBeExample, key, reference }: CitedKey): boolean =>
      !(mayBeExample && examples.has(key)) && !(reference !== undefined && references.has(reference));
    const placed = (one: CitedKey, isUnused: boolean): CitationRead => ({
      ...one,
      isUnused,
      start: source.outer(one.start),
      end: source.outer(one.end - 1) + 1,
    });
    return [
      ...cited.filter(isCitation).map((one) => placed(one, false)),
      ...unused.filter(isCitation).map((one) => placed(one, true)),
    ].sort((a, b) => a.start - b.start);
  }
}
