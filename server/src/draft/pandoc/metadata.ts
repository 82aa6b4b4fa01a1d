/**
 * The texts in a draft's metadata: pandoc reads each string of a YAML metadata block as Markdown (pandoc's manual, "Extension:
 * yaml_metadata_block"). Offsets are UTF-16 units.
 */
import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import { isBlankLine, matchAt, nextLine } from './lines.ts';
import { Excerpt, type Source } from './source.ts';

const fence = /(?:---|\.\.\.) *(?:\n|$)/y;

/** Where a metadata block that begins at an offset has its YAML, and where it ends. */
export function metadataBlock(text: string, at: number): { from: number; to: number; end: number } | undefined {
  if (!text.startsWith('---', at) || !isBlankLine(text, at + 3)) return undefined;
  const from = nextLine(text, at);
  if (isBlankLine(text, from)) return undefined;
  for (let line = from; line < text.length; line = nextLine(text, line))
    if (matchAt(fence, text, line) !== null) return { from, to: line, end: nextLine(text, line) };
  return undefined;
}

/** A scalar's value, with the place of each of its units in `text`, where the YAML begins at `base`. */
function sourceOf(text: string, { value, range, type }: Scalar, base: number): Source | undefined {
  if (typeof value !== 'string' || range === undefined || range === null || !/@|\[\^/.test(value)) return undefined;
  const excerpt = new Excerpt();
  const to = base + range[1];
  let at = base + range[0];
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') at = nextLine(text, at);
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  if (isQuoted) at++;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charAt(i);
    if (unit === ' ' || unit === '\n') {
      excerpt.put(unit, Math.min(at, to - 1));
      // Folding makes one space of a line's end and the indent behind it.
      if (text.charAt(at) === unit) at++;
      continue;
    }
    // Whatever the value does not have is indent, folding or an escape.
    const found = text.indexOf(unit, at);
    if (found >= 0 && found < to && (found === at || /^[\s\\'"]*$/.test(text.slice(at, found)))) at = found;
    excerpt.take(text, at, at + 1);
    if (text.charAt(at) !== unit) return undefined;
    at++;
  }
  return excerpt.source;
}

/** The strings of a metadata block, in the order of the text; what is no YAML has none. */
export function metadataTexts(text: string, from: number, to: number): Source[] {
  const yaml = text.slice(from, to);
  if (!/@|\[\^/.test(yaml)) return [];
  const sources: Source[] = [];
  const visit = (node: unknown): void => {
    if (isScalar(node)) {
      const source = sourceOf(text, node, from);
      if (source !== undefined) sources.push(source);
    } else if (isSeq(node)) node.items.forEach(visit);
    else if (isMap(node)) {
      for (const pair of node.items) {
        // Fields whose names end with an underscore are comments.
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        if (!name.endsWith('_')) visit(pair.value);
      }
    }
  };
  visit(parseDocument(yaml, { logLevel: 'silent', strict: false, uniqueKeys: false }).contents);
  return sources;
}
