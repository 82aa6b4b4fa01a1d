/** Why nothing is recognised at a place: the question of a user who sees nothing, answered with what the server sees. */
import type { Draft } from '../draft/draft.ts';
import type { Library } from '../library/library.ts';
import { symbolFault } from '../recognition/symbol-meaning.ts';
import type { Field } from './field.ts';
import { lookUp, nearestNames } from './lookup.ts';
import { citationTarget } from './target.ts';

const placeNames: Readonly<Record<string, string>> = {
  FencedCode: 'a code block',
  CodeBlock: 'a code block (the line is indented by four spaces or a tab)',
  InlineCode: 'code',
  URL: 'an address',
  LinkReference: 'the definition of a link',
  LinkLabel: 'the label of a link',
  LinkTitle: 'the title of a link',
  Comment: 'a comment',
  CommentBlock: 'a comment',
  HTMLTag: 'an HTML tag',
  Math: 'a formula',
  Attributes: 'attributes in braces',
  FootnoteReference: 'the label of a footnote',
  ProcessingInstruction: 'a processing instruction',
};

/** The answer in plain sentences, one a line. */
export function explain(field: Field, library: Library, draft: Draft, offset: number): string[] {
  const lines: string[] = [];
  const mentions = field.recogniser.mentions(draft);
  const cited = citationTarget(field, library, draft, offset);
  const here = field.recogniser.mentionAt(draft, offset);
  if (cited !== undefined) {
    lines.push(
      cited.cited !== undefined
        ? `The cursor stands on the citation ${cited.citation.key}, which ${cited.cited.entry === undefined ? 'the dataset' : 'the draft’s bibliography'} knows.`
        : `The cursor stands on the citation key ${cited.citation.key}, which neither the draft’s bibliography nor the dataset knows. Names are not looked for inside citation keys.`,
    );
  } else if (here !== undefined) {
    lines.push(
      `“${draft.content.slice(here.start, here.end)}” is recognised here: ${here.record < 0 ? 'a UN document that the dataset does not have' : field.knowledge.id(here.record)}.`,
    );
  } else {
    const place = placeOf(draft, offset);
    if (place !== undefined) lines.push(`The cursor stands in ${place}. Names are recognised in prose only.`);
    const word = wordsAround(draft, offset);
    const fault = symbolFault(word);
    if (fault !== undefined) {
      lines.push(`“${word}” is no well-formed symbol of a UN document. ${fault}`);
    } else if (word !== '') {
      const known = lookUp(field, word);
      if (known.length > 0) {
        lines.push(
          `“${word}” is a name of ${known.map((record) => field.knowledge.id(record)).join(', ')}, but is not recognised as it is written here: acronyms and names of one or two words need their capitals, and names marked as general count only near their subject.`,
        );
      } else {
        const near = nearestNames(field, word, 4);
        lines.push(
          `No name of the dataset is written here. ${near.length === 0 ? `“${word}” is like none of them.` : `Nearest to “${word}”: ${near.join('; ')}.`}`,
        );
      }
    }
  }
  lines.push(
    mentions.length === 0
      ? 'Nothing is recognised in this draft.'
      : `In this draft ${mentions.length} ${mentions.length === 1 ? 'place is' : 'places are'} recognised.`,
    `The dataset has ${field.knowledge.conceptCount} concepts under ${field.lexicon.nameCount} names, and ${field.knowledge.sourceCount} sources.`,
  );
  return lines;
}

function placeOf(draft: Draft, offset: number): string | undefined {
  for (const { name } of draft.nodesAt(offset, -1)) {
    const place = placeNames[name];
    if (place !== undefined) return place;
    if (name === 'FrontMatter') return 'front matter (only its title, abstract and keywords are read)';
  }
  return undefined;
}

/** The words around an offset, up to three on each side within the sentence. */
function wordsAround(draft: Draft, offset: number): string {
  const before = /[\p{L}\p{N}'’-]*$/u.exec(draft.content.slice(Math.max(0, offset - 80), offset))?.[0] ?? '';
  const after = /^[\p{L}\p{N}'’-]*/u.exec(draft.content.slice(offset, offset + 80))?.[0] ?? '';
  return before + after;
}
