/**
 * The prose of one block: what a reader reads, without its markup, with the place of every unit in the draft. Names broken
 * by emphasis, by a line's end or by a soft hyphen are whole here; code, links' destinations, math, comments, tags and
 * citation keys leave a barrier that no name crosses.
 */
import type { Tree, TreeCursor } from '@lezer/common';
import { characterOf, entityPattern } from './entities.ts';

/** The unit that stands for text that no name may cross. */
export const barrier = 0;

/** Only the first `length` units and offsets are filled. Offsets are relative to the block. */
export interface Prose {
  units: Uint16Array;
  offsets: Int32Array;
  length: number;
  /** By offset: how much of the draft a unit takes that is written as several, as `&amp;` is. */
  widths: Map<number, number>;
  /** Whether it is the block's text as it is written. */
  isPlain: boolean;
}

/** Where the unit before `index` ends, relative to the block. */
export function endOf({ offsets, widths }: Prose, index: number): number {
  const offset = offsets[index - 1]!;
  return offset + (widths.size === 0 ? 1 : (widths.get(offset) ?? 1));
}

/** Marks that a reader does not see. */
const transparent = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'HeaderMark',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'SuperscriptMark',
  'SubscriptMark',
]);

/** What no name is in, and none goes across. */
const opaque = new Set([
  'InlineCode',
  'CodeText',
  'CodeMark',
  'URL',
  'LinkLabel',
  'LinkTitle',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'CitationKey',
  'FootnoteReference',
  'FootnoteLabel',
  'Math',
  'Attributes',
  'TableDelimiter',
]);

const htmlElements = new Set(
  (
    'a abbr address article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col colgroup data ' +
    'datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head ' +
    'header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol ' +
    'optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small source span ' +
    'strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var ' +
    'video wbr'
  ).split(' '),
);
/** Elements whose tags do not part the words around them. */
const phrasingElements = new Set(
  'a abbr b bdi bdo cite del dfn em font i ins mark q s small span strike strong sub sup u wbr'.split(' '),
);
/** Elements whose content is not prose. */
const rawElements = new Set([
  'script',
  'style',
  'pre',
  'code',
  'textarea',
  'kbd',
  'samp',
  'svg',
  'template',
  'noscript',
  'title',
]);

const elementName = (tag: string): string => /^<\/?([A-Za-z][\w-]*)/.exec(tag)?.[1]?.toLowerCase() ?? '';

/** Whether what CommonMark takes for a tag is one: `<Comprehensive report>` is words in angle brackets. */
const isHtml = (name: string): boolean => htmlElements.has(name) || name.includes('-');

const scratch: Prose = {
  units: new Uint16Array(4096),
  offsets: new Int32Array(4096),
  length: 0,
  widths: new Map(),
  isPlain: false,
};

function reserve(more: number): void {
  const needed = scratch.length + more + 1;
  if (needed <= scratch.units.length) return;
  const units = new Uint16Array(needed * 2);
  units.set(scratch.units);
  scratch.units = units;
  const offsets = new Int32Array(needed * 2);
  offsets.set(scratch.offsets);
  scratch.offsets = offsets;
}

function push(code: number, offset: number): void {
  scratch.units[scratch.length] = code;
  scratch.offsets[scratch.length++] = offset;
}

/** Adds `text[from, to)` as prose; offsets are counted from `base`. */
function pushText(text: string, from: number, to: number, base: number): void {
  reserve(to - from);
  const { units, offsets } = scratch;
  let { length } = scratch;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xad || code === barrier) {
      // Soft hyphens, zero-width marks and the byte order mark are not seen.
      if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) continue;
      if (code >= 0x300 && code < 0x370 && length > 0) {
        const composed = String.fromCharCode(units[length - 1]!, code).normalize('NFC');
        if (composed.length === 1) {
          units[length - 1] = composed.charCodeAt(0);
          const first = offsets[length - 1]!;
          scratch.widths.set(first, at + 1 - base - first);
          continue;
        }
      }
    }
    units[length] = code === barrier ? 0x20 : code;
    offsets[length++] = at - base;
  }
  scratch.length = length;
}

function pushBarrier(offset: number): void {
  reserve(1);
  push(barrier, offset);
}

/** Adds the character reference `text[from, to)` as what it stands for. */
function pushEntity(text: string, from: number, to: number, base: number): void {
  const character = characterOf(text.slice(from, to));
  reserve(2);
  if (character === undefined) {
    push(barrier, from - base);
    return;
  }
  for (let i = 0; i < character.length; i++) push(character.charCodeAt(i), from - base);
  if (character !== '') scratch.widths.set(from - base, to - from);
}

/** Adds `text[from, to)`, in which character references stand, as prose. */
function pushTextOfHtml(text: string, from: number, to: number, base: number): void {
  let at = from;
  for (let open = text.indexOf('&', from); open >= 0 && open < to; open = text.indexOf('&', open + 1)) {
    entityPattern.lastIndex = open;
    const found = entityPattern.exec(text);
    if (found === null) continue;
    const end = open + found[0].length;
    if (end > to) break;
    pushText(text, at, open, base);
    pushEntity(text, open, end, base);
    at = end;
  }
  pushText(text, at, to, base);
}

/** The prose of raw HTML: what stands between its tags. */
function pushHtml(text: string, from: number, to: number, base: number): void {
  let at = from;
  let raw = '';
  while (at < to) {
    const open = text.indexOf('<', at);
    const end = open < 0 || open >= to ? to : open;
    if (raw === '') pushTextOfHtml(text, at, end, base);
    if (end === to) return;
    const isComment = text.startsWith('<!--', open);
    const closing = isComment ? text.indexOf('-->', open) : text.indexOf('>', open);
    const close = closing < 0 || closing >= to ? to : closing + (isComment ? 3 : 1);
    const tag = text.slice(open, close);
    const name = elementName(tag);
    if (isComment || name === '' || isHtml(name)) {
      const isNoteMark = name === 'sup' && /^[\d(*[†‡]/.test(text.charAt(close));
      if (raw === '' && (isNoteMark || !phrasingElements.has(name))) pushBarrier(open - base);
      if (rawElements.has(name))
        raw = tag.startsWith('</') ? (raw === name ? '' : raw) : raw === '' && !tag.endsWith('/>') ? name : raw;
    } else if (raw === '') {
      pushBarrier(open - base);
      pushText(text, open + 1, close - 1, base);
      pushBarrier(close - 1 - base);
    }
    at = close;
  }
}

/** Front-matter fields that a reader reads; the date tells of which time the draft speaks. */
const proseFields = /^(title|subtitle|shorttitle|abstract|description|summary|thanks|date)[ \t]*:/;

/** The prose of YAML front matter: its title, abstract and the like. */
function pushFrontMatter(text: string, from: number, to: number, base: number): void {
  let isProse = false;
  for (let at = from; at < to; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 || newline >= to ? to : newline + 1;
    const line = text.slice(at, end);
    const field = proseFields.exec(line);
    if (field !== null) {
      isProse = true;
      pushBarrier(at - base);
      pushText(text, at + field[0].length, end, base);
    } else if (/^[^\s#-]/.test(line)) isProse = false;
    else if (isProse && /^[\s-]/.test(line) && !line.startsWith('---')) pushText(text, at, end, base);
    at = end;
  }
}

/** Blocks that hold prose, each by itself: a name does not go from one into the next. */
export const proseBlocks: ReadonlySet<string> = new Set([
  'Paragraph',
  'ATXHeading1',
  'ATXHeading2',
  'ATXHeading3',
  'ATXHeading4',
  'ATXHeading5',
  'ATXHeading6',
  'SetextHeading1',
  'SetextHeading2',
  'Table',
  'Task',
  'HTMLBlock',
  'FrontMatter',
]);

/**
 * The prose of a block. The result is overwritten by the next call.
 *
 * @param block the tree of a node whose type is in `proseBlocks`
 * @param start where the block begins in `text`
 */
export function proseOf(text: string, block: Tree, start: number): Prose {
  scratch.length = 0;
  if (scratch.widths.size > 0) scratch.widths.clear();
  scratch.isPlain = false;
  const end = start + block.length;
  if (block.type.name === 'HTMLBlock') pushHtml(text, start, end, start);
  else if (block.type.name === 'FrontMatter') pushFrontMatter(text, start, end, start);
  else pushInline(text, block.cursor(), start, end);
  // Whoever reads one unit too far finds nothing of the block before.
  reserve(1);
  scratch.units[scratch.length] = barrier;
  return scratch;
}

function pushInline(text: string, cursor: TreeCursor, start: number, blockEnd: number): void {
  let at = start;
  let inside = cursor.firstChild();
  while (inside) {
    const name = cursor.name;
    const from = start + cursor.from;
    const to = start + cursor.to;
    let isHandled = true;
    if (transparent.has(name)) {
      pushText(text, at, from, start);
    } else if (opaque.has(name)) {
      pushText(text, at, from, start);
      pushBarrier(from - start);
    } else if (name === 'LinkMark') {
      pushText(text, at, from, start);
      // `OEWG[1]`: brackets that lead nowhere are read as brackets.
      const link = cursor.node.parent;
      if (link?.name === 'Link' && link.getChild('URL') === null && link.getChild('LinkLabel') === null)
        pushText(text, from, to, start);
    } else if (name === 'Escape') {
      pushText(text, at, from, start);
      pushText(text, from + 1, to, start);
    } else if (name === 'HardBreak') {
      pushText(text, at, from, start);
      reserve(1);
      push(0x20, from - start);
    } else if (name === 'Entity') {
      pushText(text, at, from, start);
      pushEntity(text, from, to, start);
    } else if (name === 'HTMLTag') {
      pushText(text, at, from, start);
      pushHtml(text, from, to, start);
    } else {
      isHandled = false;
    }
    if (isHandled) {
      at = to;
    } else if (cursor.firstChild()) {
      continue;
    }
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) {
        inside = false;
        break;
      }
    }
  }
  pushText(text, at, blockEnd, start);
  // What nothing was left out of, and no other space stands in place of.
  scratch.isPlain = at === start && scratch.length === blockEnd - start && !text.includes('\0');
}
