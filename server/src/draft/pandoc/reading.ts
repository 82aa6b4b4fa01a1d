/**
 * What a whole draft cites, as pandoc reads it. A draft is read block by block at its top level; what a block is depends on its
 * own text and on what was looked at behind it, so after an edit all other blocks stay as they were read.
 */
import { detached } from '../detached.ts';
import type { DraftText, SharedStretch } from '../draft-text.ts';
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

const moved = (section: Section, by: number): Section => ({
  ...section,
  start: section.start + by,
  end: section.end + by,
  farthest: section.farthest + by,
});

/** A key where it was read: its offsets count from `base`, an offset of the text that pandoc reads. */
interface KeyInSection {
  cited: CitedKey;
  base: number;
  isUnused: boolean;
}

const nowhere = { isInList: false, divisions: 0, element: undefined };

const noFindings: BlockFindings = { found: [], notes: [], examples: [], references: [] };

/** What was found, to be kept longer than the text: with places that count from `base`. */
const kept = (found: readonly Found[], base: number): Found[] =>
  found.map((one) =>
    one.what === 'note'
      ? { ...one, id: detached(one.id) }
      : {
          ...one,
          start: one.start - base,
          end: one.end - base,
          key: detached(one.key),
          prefix: detached(one.prefix),
          suffix: detached(one.suffix),
          ...(one.reference === undefined ? {} : { reference: detached(one.reference) }),
        },
  );

const isEmpty = ({ found, notes, examples, references }: BlockFindings): boolean =>
  found.length + notes.length + examples.length + references.length === 0;

/** How much is read in one step, in UTF-16 units. */
const readAtOnce = 30_000;

/** The citations of a draft at one moment. */
export class Reading {
  private readonly draft: DraftText;
  private readonly source: Source;
  private sections: readonly Section[] = [];
  /** How many blocks were read anew. */
  blocksRead = 0;
  private all: readonly KeyInSection[] | undefined;

  private constructor(draft: DraftText) {
    this.draft = draft;
    this.source = wholeSource(draft);
  }

  /**
   * @param draft the draft's text
   * @param before the reading of an earlier text of the same draft
   */
  static of(draft: DraftText, before?: Reading): Reading {
    const steps = Reading.inSteps(draft, before);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same in steps of a few milliseconds. */
  static *inSteps(draft: DraftText, before?: Reading): Generator<void, Reading> {
    const reading = new Reading(draft);
    // Whether `@label` cites depends on the examples defined before it, so nothing can be kept where there are some.
    const mayKeep = before !== undefined && reading.source.text.charCodeAt(0) !== 0x25 && !before.hasExamples;
    yield* reading.read(mayKeep ? before : undefined);
    if (mayKeep && reading.hasExamples) yield* reading.read(undefined);
    return reading;
  }

  private get hasExamples(): boolean {
    return this.sections.some(({ findings }) => findings.examples.length > 0);
  }

  private *read(before: Reading | undefined): Generator<void> {
    const { text } = this.source;
    const sections: Section[] = [];
    const examples = new Set<string>();
    const old = before?.sections ?? [];
    const stretches = before === undefined ? [] : this.sharedWith(before);
    let within = 0;
    let next = 0;
    let stepEnd = readAtOnce;
    this.sections = sections;
    this.blocksRead = 0;
    for (let at = 0; at < text.length; ) {
      if (at >= stepEnd) {
        stepEnd = at + readAtOnce;
        yield;
      }
      while (within < stretches.length && stretches[within]!.at + stretches[within]!.length <= at) within++;
      const stretch = stretches[within];
      const shift = stretch === undefined || stretch.at > at ? undefined : stretch.at - stretch.otherAt;
      if (shift !== undefined) {
        while (next < old.length && old[next]!.start + shift < at) next++;
        const last = old[next];
        const isSame = last?.start === at - shift && last.farthest < stretch!.otherAt + stretch!.length;
        if (isSame) {
          sections.push(shift === 0 ? last : moved(last, shift));
          at = last.end + shift;
          continue;
        }
      }
      const findings: BlockFindings = { found: [], notes: [], examples: [], references: [] };
      const reader = new BlockReader(this.source, findings, examples, nowhere);
      const from = at === 0 ? reader.titleBlock() : at;
      const end = from > at ? from : reader.block(at);
      this.blocksRead++;
      const behind = nextLine(text, nextLine(text, skipBlankLines(text, end)));
      sections.push({
        start: at,
        end,
        farthest: Math.max(behind, reader.farthest),
        findings: isEmpty(findings)
          ? noFindings
          : {
              found: kept(findings.found, at),
              notes: findings.notes.map(({ id, found }) => ({ id: detached(id), found: kept(found, at) })),
              examples: findings.examples.map(detached),
              references: findings.references.map(detached),
            },
      });
      at = end;
    }
  }

  /** What the text that is read shares with that of an earlier reading; what is behind its end, too. */
  private sharedWith(before: Reading): SharedStretch[] {
    const { source, draft } = this;
    const { source: oldSource, draft: oldDraft } = before;
    const stretches: SharedStretch[] = [];
    for (const { at, otherAt, length } of draft.sharedWith(oldDraft)) {
      const isToEnd = at + length === draft.length && otherAt + length === oldDraft.length;
      // Where a tab leads depends on what stands before it in its line.
      const isWhole = source.isPlain && oldSource.isPlain;
      const from = isWhole || (at === 0 && otherAt === 0) ? 0 : draft.lineEnd(at) - at;
      const to = isWhole || isToEnd ? length : draft.lineStart(at + length) - at;
      if (from >= to) continue;
      const start = source.inner(at + from);
      const end = isToEnd ? source.text.length + 1 : source.inner(at + to);
      stretches.push({ at: start, otherAt: oldSource.inner(otherAt + from), length: end - start });
    }
    return stretches;
  }

  /** All keys that stand in the draft as citations, in order. */
  get citations(): readonly CitationRead[] {
    return this.keys.map((one) => this.placed(one));
  }

  /** The citation whose key an offset touches; one that pandoc leaves out only where no other does. */
  citationAt(offset: number): CitationRead | undefined {
    let unused: CitationRead | undefined;
    for (const one of this.keys) {
      const { start, end } = this.place(one);
      if (start > offset || offset > end) continue;
      if (!one.isUnused) return this.placed(one);
      unused ??= this.placed(one);
    }
    return unused;
  }

  /** Where a key is cited, in order; not in footnotes that nothing refers to. */
  startsOf(key: string): number[] {
    return this.keys
      .filter(({ cited, isUnused }) => !isUnused && cited.key === key)
      .map((one) => this.place(one).start);
  }

  private place({ cited, base }: KeyInSection): { start: number; end: number } {
    const { source } = this;
    return { start: source.outer(base + cited.start), end: source.outer(base + cited.end - 1) + 1 };
  }

  private placed(one: KeyInSection): CitationRead {
    return { ...one.cited, isUnused: one.isUnused, ...this.place(one) };
  }

  private get keys(): readonly KeyInSection[] {
    this.all ??= this.collect();
    return this.all;
  }

  private collect(): KeyInSection[] {
    const keys: KeyInSection[] = [];
    const referred = new Set<string>();
    // A later footnote of the same name replaces an earlier one.
    const notes = new Map<string, { found: readonly Found[]; base: number }>();
    const examples = new Set<string>();
    const references = new Set<string>();
    const add = (found: readonly Found[], base: number, isUnused: boolean): void => {
      for (const one of found) if (one.what === 'key') keys.push({ cited: one, base, isUnused });
    };
    for (const { start, findings } of this.sections) {
      if (findings === noFindings) continue;
      add(findings.found, start, false);
      for (const one of findings.found) if (one.what === 'note') referred.add(one.id);
      for (const { id, found } of findings.notes) {
        const replaced = notes.get(id);
        if (replaced !== undefined) add(replaced.found, replaced.base, true);
        notes.set(id, { found, base: start });
      }
      for (const one of findings.examples) examples.add(one);
      for (const one of findings.references) references.add(one);
    }
    for (const [id, { found, base }] of notes) add(found, base, !referred.has(id));
    return keys
      .filter(
        ({ cited: { mayBeExample, key, reference } }) =>
          !(mayBeExample && examples.has(key)) && !(reference !== undefined && references.has(reference)),
      )
      .sort((a, b) => a.base + a.cited.start - (b.base + b.cited.start));
  }
}
