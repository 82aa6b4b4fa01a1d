/**
 * The footnotes of a draft, numbered as pandoc numbers them: by the order of their references in the text, one that is
 * referred to twice counting twice. What stands within a note refers to no note of its own.
 */
import type { Draft } from './draft.ts';

/** Offsets in UTF-16 units of the draft, end exclusive. */
export interface Footnote {
  number: number;
  /** The mark in the text: `[^1]`, or the whole of an inline note. */
  start: number;
  end: number;
  /** What the note says, in Markdown, from `textStart` to `textEnd`; the two are equal where the note is not defined. */
  textStart: number;
  textEnd: number;
}

/** Longest inline note that is looked for, in UTF-16 units. */
const longestInlineNote = 5000;

const opaque = new Set([
  'InlineCode',
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'HTMLTag',
  'Comment',
  'CommentBlock',
  'URL',
  'LinkTitle',
  'Math',
  'FrontMatter',
  'Escape',
  'FootnoteDefinition',
]);

const footnotesOfDraft = new WeakMap<Draft, readonly Footnote[]>();

/** Where each label is defined: the range of what is said, without the label. Of two definitions the last counts, as with pandoc. */
function definitions(draft: Draft): Map<string, { start: number; end: number }> {
  const found = new Map<string, { start: number; end: number }>();
  for (const match of draft.text.matchAll(/^[ ]{0,3}\[\^([^\]\s]+)\]:/gm)) {
    const label = match[1]!;
    const start = match.index + match[0].length;
    const nodes = draft.nodesAt(start, -1);
    const definition = nodes.find(({ name }) => name === 'FootnoteDefinition');
    if (definition === undefined) continue;
    const said = draft.content.slice(start, definition.end);
    const end = start + said.trimEnd().length;
    found.set(label, { start: Math.min(end, start + said.length - said.trimStart().length), end });
  }
  return found;
}

/** The end of `^[…]` behind its closing bracket; -1 where it is never closed within its paragraph. */
function inlineNoteEnd(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + longestInlineNote);
  for (let at = open; at < limit; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at + 1;
    else if (character === '\n' && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 80))) return -1;
  }
  return -1;
}

/** All footnotes of a draft, in the order of their numbers. */
export function footnotesOf(draft: Draft): readonly Footnote[] {
  const known = footnotesOfDraft.get(draft);
  if (known !== undefined) return known;
  const { text } = draft;
  const notes: Footnote[] = [];
  const defined = definitions(draft);
  let inlineEnd = 0;
  for (const match of text.matchAll(/\[\^([^\]\s]+)\](?!:)|\[\^([^\]\s]+)\]:|(?<!\[)\^\[/g)) {
    const start = match.index;
    // A mark within an inline note is the note's own.
    if (start < inlineEnd || draft.nodesAt(start, 1).some(({ name }) => opaque.has(name))) continue;
    const label = match[1] ?? match[2];
    if (label === undefined) {
      const end = inlineNoteEnd(text, start + 1);
      if (end < 0) continue;
      inlineEnd = end;
      notes.push({ number: notes.length + 1, start, end, textStart: start + 2, textEnd: end - 1 });
      continue;
    }
    const definition = defined.get(label);
    // pandoc leaves a mark without a note in the text as it stands.
    if (definition === undefined) continue;
    const end = start + label.length + 3;
    notes.push({ number: notes.length + 1, start, end, textStart: definition.start, textEnd: definition.end });
  }
  footnotesOfDraft.set(draft, notes);
  return notes;
}
