/**
 * Cuts a list of CSL items in YAML, as Zotero, pandoc and a draft's front matter write it, into its items with their exact
 * places. Items are told apart by their indentation and read one by one: a broken one costs only itself.
 */
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type Fault, faultAt } from './fault.ts';

export interface YamlItem {
  start: number;
  end: number;
  /** The id without quotation marks; both 0 where there is none. */
  keyStart: number;
  keyEnd: number;
  key: string;
  fault?: Fault;
  /** The item as plain data. */
  data: () => unknown;
}

interface Range {
  start: number;
  end: number;
}

const isBlank = (line: string): boolean => /^[ \t]*(?:#.*)?\r?$/.test(line);
const indentation = (line: string): number => /^ */.exec(line)![0].length;

/** The lines of a range with their places, without line feeds. */
function* linesOf(text: string, { start, end }: Range): Generator<Range & { line: string }> {
  for (let from = start; from < end; ) {
    const feed = text.indexOf('\n', from);
    const to = feed < 0 || feed >= end ? end : feed;
    yield { start: from, end: to, line: text.slice(from, to) };
    from = to + 1;
  }
}

const keyLine = /^(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_][^:]*):(?:[ \t]+(.*?))?[ \t]*\r?$/u;
const itemLine = /^-(?:[ \t]|\r?$)/;

/**
 * The lines of a mapping's key, from its name to the next key, in a mapping that begins at the left margin; however broken
 * the rest is. A key with a value behind which the list goes on is a line that has lost its indentation.
 */
export function topLevelBlock(text: string, within: Range, key: string): Range | undefined {
  const isKey = new RegExp(`^(["']?)${key}\\1[ \\t]*:(?:[ \\t\\r]|$)`);
  let start = -1;
  let next: number | undefined;
  for (const { line, start: from } of linesOf(text, within)) {
    if (start < 0) {
      if (isKey.test(line)) start = from;
      continue;
    }
    if (/^[\s#]/.test(line) || line === '') continue;
    if (itemLine.test(line)) {
      next = undefined;
      continue;
    }
    const found = keyLine.exec(line);
    if (found === null && !/^(?:---|\.\.\.)/.test(line)) continue;
    if (next !== undefined) break;
    next = from;
    if ((found?.[1] ?? '').replace(/(?:^|[ \t])#.*$/, '') === '') break;
  }
  return start < 0 ? undefined : { start, end: next ?? within.end };
}

/** Reads YAML without a word to the console; what is wrong stands in the document's errors. */
const parseYaml = (text: string): ReturnType<typeof parseDocument> =>
  parseDocument(text, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false, strict: false });

export interface WrittenText {
  text: string;
  start: number;
  end: number;
}

/** The texts that a key at the left margin has: one, or a list of them. */
export function textsOfKey(text: string, within: Range, key: string): WrittenText[] {
  const block = topLevelBlock(text, within, key);
  if (block === undefined) return [];
  let value: unknown;
  try {
    const { contents } = parseYaml(text.slice(block.start, block.end));
    value = isMap(contents) ? contents.get(key, true) : undefined;
  } catch {
    return [];
  }
  return (isSeq(value) ? value.items : [value]).flatMap((node): WrittenText[] => {
    if (!isScalar(node) || !node.range) return [];
    const written =
      typeof node.value === 'string' ? node.value : typeof node.value === 'number' ? node.source : undefined;
    if (written === undefined || written.trim() === '') return [];
    return [{ text: written.trim(), start: block.start + node.range[0], end: block.start + node.range[1] }];
  });
}

/** A fault from the beginning of a range to the end of its first line. */
const faultIn = (text: string, { start, end }: Range, message: string): Fault => faultAt(text, start, message, end);

interface ParsedItem {
  document?: ReturnType<typeof parseDocument>;
  fault?: Fault;
  /** How far a place in the parsed text is from its place in the file. */
  shift: number;
}

/** The item whose hyphen stands at the beginning of a range. */
function parseItem(text: string, { start, end }: Range): ParsedItem {
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const shift = start - column;
  try {
    const document = parseYaml(`${' '.repeat(column + 1)}${text.slice(start + 1, end)}`);
    const [error] = document.errors;
    if (error === undefined) return { document, shift };
    const from = Math.min(Math.max(start, error.pos[0] + shift), Math.max(start, end - 1));
    return { document, shift, fault: faultIn(text, { start: from, end }, noYaml(error)) };
  } catch (error) {
    return { shift, fault: faultIn(text, { start, end }, noYaml(error)) };
  }
}

const noYaml = (error: unknown): string =>
  `This cannot be read as YAML: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]!.replace(/[.:]?$/, '.')}`;

/** Where an id stands in the file, and what it says. */
function keyOf(map: YAMLMap, shift: number): Pick<YamlItem, 'key' | 'keyStart' | 'keyEnd'> | undefined {
  const id = map.get('id', true) as unknown;
  if (!isScalar(id) || !id.range || id.value === null) return undefined;
  const isQuoted = id.type === 'QUOTE_DOUBLE' || id.type === 'QUOTE_SINGLE';
  // A number is a key as it is written: 0012, not 12.
  const key = typeof id.value === 'string' ? id.value : (id.source ?? String(id.value));
  const inset = isQuoted ? 1 : 0;
  return key === '' ? undefined : { key, keyStart: id.range[0] + shift + inset, keyEnd: id.range[1] + shift - inset };
}

function asItem(text: string, range: Range, map: unknown, shift: number, data: () => unknown, fault?: Fault): YamlItem {
  const found = isMap(map) ? keyOf(map, shift) : undefined;
  const wrong =
    fault ??
    (!isMap(map)
      ? faultIn(text, range, 'This is no CSL item.')
      : found === undefined
        ? faultIn(text, range, 'This item has no id.')
        : undefined);
  return {
    ...range,
    data,
    ...(found ?? { key: '', keyStart: 0, keyEnd: 0 }),
    ...(wrong === undefined ? {} : { fault: wrong }),
  };
}

/** The ranges of the items of a list in lines, from hyphen to the end of the last line; the others are faults. */
function* itemRanges(text: string, within: Range): Generator<Range | { fault: Fault }> {
  let column = -1;
  let current: Range | undefined;
  for (const { line, start, end } of linesOf(text, within)) {
    if (isBlank(line)) continue;
    const indent = indentation(line);
    const isItem = /^ *-(?:[ \t]|\r?$)/.test(line);
    if (column < 0 && isItem) column = indent;
    if (isItem && indent === column) {
      if (current !== undefined) yield current;
      current = { start: start + indent, end };
    } else if (indent > column && current !== undefined) current.end = end;
    else {
      if (current !== undefined) yield current;
      current = undefined;
      yield { fault: faultIn(text, { start: start + indent, end }, 'This belongs to no item of the list.') };
    }
    if (current !== undefined && text.charCodeAt(current.end - 1) === 13) current.end--;
  }
  if (current !== undefined) yield current;
}

/** The items of a list that is not written one item a line: `[{id: a}, {id: b}]`. */
function* flowItems(text: string, within: Range, key: string | undefined): Generator<YamlItem | { fault: Fault }> {
  const document = parseYaml(text.slice(within.start, within.end));
  const [error] = document.errors;
  if (error !== undefined) {
    const start = Math.min(within.start + error.pos[0], within.end);
    yield { fault: faultIn(text, { start, end: within.end }, noYaml(error)) };
  }
  const list = key !== undefined && isMap(document.contents) ? document.contents.get(key, true) : document.contents;
  if (!isSeq(list)) {
    if (error === undefined && !(isScalar(list) && list.value === null) && list !== null)
      yield { fault: faultIn(text, within, 'This is no list of CSL items.') };
    return;
  }
  for (const node of list.items as Node[]) {
    if (!node.range) continue;
    const own = { start: within.start + node.range[0], end: Math.min(within.start + node.range[1], within.end) };
    if (own.end <= own.start) continue;
    yield asItem(text, own, node, within.start, () => yamlItemData(text, own));
  }
}

/** The part of a file that the list is in, and whether it is the value of `references`. */
function listRange(text: string, within: Range): { range: Range; isValue: boolean } | undefined {
  const block = topLevelBlock(text, within, 'references');
  if (block !== undefined) return { range: block, isValue: true };
  for (const { line, start } of linesOf(text, within)) {
    if (isBlank(line) || /^(?:---|%)/.test(line)) continue;
    return /^ *[-[]/.test(line) ? { range: { start, end: within.end }, isValue: false } : undefined;
  }
  return undefined;
}

/**
 * The items of a `references` list, or of a file that is a list, in their order.
 *
 * @param within the part of the text to read, such as a draft's front matter
 */
export function* scanCslYaml(
  text: string,
  within: Range = { start: 0, end: text.length },
): Generator<YamlItem | { fault: Fault }> {
  const found = listRange(text, within);
  if (found === undefined) {
    const isEmpty = text
      .slice(within.start, within.end)
      .split('\n')
      .every((line) => isBlank(line) || /^---|^\.\.\./.test(line));
    if (!isEmpty) yield { fault: faultIn(text, within, 'This file holds no list of CSL items.') };
    return;
  }
  const { range, isValue } = found;
  const firstLine = text.indexOf('\n', range.start);
  const head = isValue ? text.slice(range.start, firstLine < 0 || firstLine > range.end ? range.end : firstLine) : '';
  const value = head
    .replace(/^[^:]*:/, '')
    .replace(/\s+#.*$/, '')
    .trim();
  const lines = isValue ? { start: Math.min(range.start + head.length + 1, range.end), end: range.end } : range;
  if (value !== '' || /^\s*\[/.test(text.slice(lines.start, lines.end))) {
    yield* flowItems(text, range, isValue ? 'references' : undefined);
    return;
  }
  for (const item of itemRanges(text, { start: lines.start, end: endOfDocument(text, lines) })) {
    if ('fault' in item) yield item;
    else {
      const { document, fault, shift } = parseItem(text, item);
      yield asItem(text, item, document?.contents, shift, () => document?.toJS(), fault);
    }
  }
}

/** A line `---` or `...` ends the document. */
function endOfDocument(text: string, { start, end }: Range): number {
  const mark = /^(?:---|\.\.\.)[ \t]*\r?$/m;
  const found = mark.exec(text.slice(start, end));
  return found === null ? end : start + found.index;
}

/** The item of a range that the scan gave, as plain data; undefined where it cannot be read. */
export function yamlItemData(text: string, range: Range): unknown {
  const isListItem = text.charCodeAt(range.start) === 45;
  try {
    return isListItem ? parseItem(text, range).document?.toJS() : parseYaml(text.slice(range.start, range.end)).toJS();
  } catch {
    return undefined;
  }
}
