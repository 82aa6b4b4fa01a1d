/**
 * A BibTeX or BibLaTeX entry as a CSL item, by citation-js, one entry at a time: its parser of a whole file gives up the
 * file for one bad entry. This module is large; it is loaded when the first such file is.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { cslItem } from './csl-item.ts';
import type { LibraryItem } from './library.ts';
import { plainLatex } from './plain-latex.ts';

/** An entry's fields in LaTeX, under their names in lower case. */
export interface BibTeXEntry {
  type: string;
  key: string;
  fields: ReadonlyMap<string, string>;
}

interface CitationEntry {
  type: string;
  label: string;
  properties: Record<string, string>;
}

interface BibTeXConstants {
  diacritics: object;
  commands: object;
  mathCommands: object;
  formattingEnvs: object;
  formattingCommands: object;
  argumentCommands: object;
  mathScriptFormatting: object;
}

const { constants } = plugins.config.get('@bibtex') as unknown as { constants: BibTeXConstants };
const knownCommands: readonly object[] = [
  constants.diacritics,
  constants.commands,
  constants.mathCommands,
  constants.formattingEnvs,
  constants.formattingCommands,
  constants.argumentCommands,
  constants.mathScriptFormatting,
];
const isKnownCommand = (name: string): boolean =>
  /^(?:begin|end)$/.test(name) || knownCommands.some((commands) => Object.hasOwn(commands, name));

/** BibLaTeX's names of the languages that drafts of the field are in, as CSL writes them; others stay as they are. */
const languageTags: Readonly<Record<string, string>> = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  french: 'fr',
  francais: 'fr',
  german: 'de',
  ngerman: 'de',
  spanish: 'es',
  russian: 'ru',
  arabic: 'ar',
  chinese: 'zh',
};

const verbatim = new Set(['url', 'doi', 'eprint', 'pmid', 'pmcid']);
/** What BibTeX's types of theses and reports are called. */
const genres: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
  mastersthesis: 'Master’s thesis',
  bathesis: 'Bachelor’s thesis',
  candthesis: 'Candidate thesis',
  techreport: 'Technical report',
  resreport: 'Research report',
};
/** Fields that are no variable of CSL and can be long. */
const unused = new Set(['file', 'ids', 'xdata', 'owner', 'timestamp', 'groups', 'mendeley-groups', 'mendeley-tags']);

/** Commands that citation-js would print as they are go; what they are about stays. */
const withoutUnknownCommands = (latex: string): string =>
  latex
    .replace(/\\(?:textcolor|foreignlanguage|hyperref)\s*(?:\[[^\]]*\])?\{[^{}]*\}/g, '')
    .replace(/\\([A-Za-z]+)[ ]*(?:\{\})?/g, (written, name: string) =>
      isKnownCommand(name) ? written : plainLatex(written),
    );

/** An address as it is, without the escapes that some programs put even there. */
const withoutEscapes = (latex: string): string =>
  latex.replace(
    /\{\\([_&%#$~])\}|\\([_&%#$~])(?:\{\})?/g,
    (_, braced: string | undefined, bare: string) => braced ?? bare,
  );

/** A sum in dollars is more common in titles than formulas are: a sign without a partner is no formula. */
const withoutLoneDollar = (latex: string): string =>
  (latex.match(/(?<!\\)(?:\\\\)*\$/g)?.length ?? 0) % 2 === 1 ? latex.replace(/(?<!\\)\$/g, '\\$') : latex;

function readable(name: string, latex: string): string {
  if (!/[\\$]/.test(latex)) return latex;
  if (verbatim.has(name)) return withoutEscapes(latex);
  return withoutLoneDollar(withoutUnknownCommands(latex));
}

/** A text with nothing in it that LaTeX could stumble over. */
const escaped = (latex: string): string => plainLatex(latex).replace(/[\\{}$%&#_~^]/g, ' ');

function citationEntry({ type, key, fields }: BibTeXEntry): CitationEntry {
  const properties: Record<string, string> = Object.create(null);
  for (const [name, latex] of fields) if (!unused.has(name)) properties[name] = readable(name, latex);
  if (properties.language === undefined && properties.langid !== undefined) properties.language = properties.langid;
  return { type, label: key, properties };
}

// The types say what goes in and nothing of what comes out.
const toItems = plugins.input.data as unknown as (
  entries: readonly CitationEntry[],
  type: '@biblatex/entries+list',
) => Record<string, unknown>[];

function converted(entries: readonly CitationEntry[]): Record<string, unknown> {
  const [item] = toItems(entries, '@biblatex/entries+list');
  if (item === undefined) throw new Error('no item');
  return item;
}

/** The entry with those fields as plain text, or without them, that citation-js cannot read. */
function mended(entry: CitationEntry): CitationEntry {
  const properties: Record<string, string> = Object.create(null);
  const isReadable = (name: string, latex: string): boolean => {
    try {
      converted([{ ...entry, properties: { [name]: latex } }]);
      return true;
    } catch {
      return false;
    }
  };
  for (const [name, latex] of Object.entries(entry.properties)) {
    const choice = [latex, escaped(latex)].find((text) => isReadable(name, text));
    if (choice !== undefined) properties[name] = choice;
  }
  return { ...entry, properties };
}

/** Fields that an entry takes from the `@xdata` entries it names; its own come first. */
function withXdata(entry: BibTeXEntry, find: FindEntry, seen: ReadonlySet<string>): BibTeXEntry {
  const named = entry.fields.get('xdata')?.split(',') ?? [];
  if (named.length === 0) return entry;
  const fields = new Map(entry.fields);
  for (const name of named.map((one) => one.trim())) {
    const data = seen.has(name) ? undefined : find(name);
    if (data === undefined) continue;
    for (const [field, latex] of withXdata(data, find, new Set([...seen, name])).fields)
      if (!fields.has(field)) fields.set(field, latex);
  }
  return { ...entry, fields };
}

export type FindEntry = (key: string) => BibTeXEntry | undefined;

/** The entry and those that it inherits from by `crossref`, nearest first; a circle is cut. */
function withParents(entry: BibTeXEntry, find: FindEntry): BibTeXEntry[] {
  const chain = [withXdata(entry, find, new Set([entry.key]))];
  const seen = new Set([entry.key]);
  for (;;) {
    const last = chain.at(-1)!;
    const name = last.fields.get('crossref')?.trim();
    if (name === undefined) return chain;
    const parent = seen.has(name) ? undefined : find(name);
    const fields = new Map(last.fields);
    if (parent === undefined) fields.delete('crossref');
    else fields.set('crossref', name);
    chain[chain.length - 1] = { ...last, fields };
    if (parent === undefined) return chain;
    seen.add(name);
    chain.push(withXdata(parent, find, seen));
  }
}

/** A letter without its dot carries an accent like any other. */
const dotted = (text: string): string =>
  text.replace(/[ıȷ](?=\p{M})/gu, (letter) => (letter === 'ı' ? 'i' : 'j')).normalize('NFC');

function mendedText(value: unknown): unknown {
  if (typeof value === 'string') return /[ıȷ]\p{M}/u.test(value) ? dotted(value) : value;
  if (Array.isArray(value)) return value.map(mendedText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mendedText(inner)]));
}

/** A name of one piece is an institution's, or one that is written as it stands. */
function asInstitution(name: unknown): unknown {
  const { family, ...rest } = (name ?? {}) as { family?: unknown };
  return typeof family === 'string' && Object.keys(rest).length === 0 ? { literal: family } : name;
}

/**
 * An entry as a CSL item; whatever cannot be read of a field is left out of it, or stays as plain text.
 *
 * @param find another entry of the library, for `crossref` and `xdata`
 */
export function bibtexItem(entry: BibTeXEntry, find: FindEntry): LibraryItem {
  const entries = withParents(entry, find).map(citationEntry);
  let item: Record<string, unknown>;
  try {
    item = converted(entries);
  } catch {
    try {
      item = converted(entries.map(mended));
    } catch {
      item = { type: 'document', title: plainLatex(entry.fields.get('title') ?? '') };
    }
  }
  const { 'citation-key': _key, _graph, ...variables } = mendedText(item) as Record<string, unknown>;
  const language = variables.language;
  if (typeof language === 'string') variables.language = languageTags[language.toLowerCase()] ?? language;
  if (typeof variables.genre === 'string') variables.genre = genres[variables.genre] ?? variables.genre;
  for (const [variable, names] of Object.entries(variables))
    if (Array.isArray(names)) variables[variable] = names.map(asInstitution);
  return cslItem({ ...variables, id: entry.key });
}
