/**
 * A reference in a style of CSL, as pandoc makes it: the document that pandoc is given, and what it makes of it. Nothing here
 * starts pandoc.
 */
import { concat, italic, link, type RichText, render } from './rich-text.ts';

/** pandoc reads the strings of metadata as Markdown: marks are escaped, and CSL's own italics written as such. */
const asMarkdown = (text: string): string =>
  text
    .replace(/<\/?(?:i|em)>/g, '\uE000')
    .replace(/<[^<>]*>/g, '')
    .replace(/[\\`*_{}[\]<>()#+!|~$^@.:&-]/g, '\\$&')
    .replaceAll('\uE000', '*');

function escaped(value: unknown): unknown {
  if (typeof value === 'string') return asMarkdown(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, escaped(one)]));
}

/** A draft for pandoc that cites one item of CSL-JSON and has nothing else. */
export function documentFor(item: object): string {
  const { type } = item as { type?: unknown };
  const references = [{ ...(escaped(item) as object), id: 'source', type: String(type) }];
  return `---\nreferences: ${JSON.stringify(references)}\n---\n\n[@source]\n`;
}

interface Node {
  t?: unknown;
  c?: unknown;
}

/** The nodes of a kind, those in others first. */
function nodesOf(node: unknown, kind: string): Node[] {
  if (Array.isArray(node)) return node.flatMap((one) => nodesOf(one, kind));
  if (typeof node !== 'object' || node === null) return [];
  const { t, c } = node as Node;
  return t === kind ? [node as Node] : nodesOf(c, kind);
}

/** The text of pandoc's inlines. */
function textOf(nodes: unknown): RichText {
  if (!Array.isArray(nodes)) return [];
  return nodes.reduce<RichText>((text, node: Node) => concat(text, inline(node)), []);
}

function inline({ t, c }: Node): RichText {
  const parts = Array.isArray(c) ? (c as unknown[]) : [];
  switch (t) {
    case 'Str':
      return typeof c === 'string' ? [{ text: c }] : [];
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return [{ text: ' ' }];
    case 'Emph':
      return italic(textOf(c));
    case 'Quoted': {
      const isDouble = (parts[0] as Node | undefined)?.t === 'DoubleQuote';
      return concat(isDouble ? '“' : '‘', textOf(parts[1]), isDouble ? '”' : '’');
    }
    case 'Link': {
      const address = Array.isArray(parts[2]) ? String(parts[2][0]) : '';
      const written = textOf(parts[1]);
      return written.map(({ text }) => text).join('') === address && /^https?:/.test(address) ? link(address) : written;
    }
    case 'Span':
    case 'Cite':
      return textOf(parts[1]);
    case 'Strong':
    case 'SmallCaps':
    case 'Superscript':
    case 'Subscript':
    case 'Underline':
    case 'Strikeout':
      return textOf(c);
    case 'Code':
    case 'Math':
      return typeof parts[1] === 'string' ? [{ text: parts[1] }] : [];
    default:
      return [];
  }
}

/** The text of blocks, those of an entry that stand in columns without the number in front. */
function blocksText(blocks: unknown): RichText {
  const paragraphs = [...nodesOf(blocks, 'Para'), ...nodesOf(blocks, 'Plain')];
  return paragraphs.reduce<RichText>((text, { c }) => {
    const columns = Array.isArray(c) ? (c as Node[]).filter(({ t, c: of }) => t === 'Span' && isRightColumn(of)) : [];
    return concat(text, text.length === 0 ? '' : ' ', columns.length > 0 ? textOf(columns) : textOf(c));
  }, []);
}

const isRightColumn = (content: unknown): boolean => JSON.stringify(content)?.includes('csl-right-inline') === true;

const isReferences = ({ c }: Node): boolean => Array.isArray(c) && Array.isArray(c[0]) && c[0][0] === 'refs';

/**
 * The reference in what pandoc made of `documentFor`: the footnote of a style that has them, else the entry of the bibliography.
 *
 * @param json the document as pandoc's JSON
 * @returns Markdown; undefined where there is no reference in it
 */
export function referenceIn(json: string): string | undefined {
  let document: { blocks?: unknown };
  try {
    document = JSON.parse(json) as { blocks?: unknown };
  } catch {
    return undefined;
  }
  const [note] = nodesOf(document?.blocks, 'Note');
  const references = nodesOf(document?.blocks, 'Div').find(isReferences);
  const found = note ?? references;
  if (found === undefined) return undefined;
  const content = note === undefined ? (found.c as unknown[])[1] : found.c;
  const text = render(blocksText(note === undefined ? entryBlocks(content) : content), 'markdown').trim();
  return text === '' || text.includes('???') ? undefined : text;
}

/** The blocks of the entries in the list of references. */
const entryBlocks = (content: unknown): unknown[] =>
  nodesOf(content, 'Div').flatMap(({ c }) => (Array.isArray(c) ? (c[1] as unknown[]) : []));
