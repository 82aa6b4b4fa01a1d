/**
 * Sources as BibTeX with the entry types and fields of BibLaTeX, which pandoc reads too.
 *
 * Keys stay as they are wherever pandoc can read them, because drafts cite by them: `S/RES/2341(2017)` keeps its
 * brackets. Biber alone, without pandoc, rejects brackets in a key.
 */

import type { PersonName, Source } from '../knowledge/record.ts';
import { cleanText } from './clean-text.ts';
import { type CalendarDate, readCslDate } from './dates.ts';
import { readPersons } from './persons.ts';

/** What pandoc reads in a key besides letters and digits. A comma, a space, a brace or a `#` would end it. */
const keyCharacters = "!$&'()*+-./:;=?@[]_`";

/** A key that can be written: each character that cannot becomes a hyphen. */
export function bibtexKey(id: string): string {
  const key = Array.from(id, (character) =>
    /[\p{L}\p{Nd}]/u.test(character) || keyCharacters.includes(character) ? character : '-',
  ).join('');
  return key === '' ? 'source' : key;
}

const latexForms: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '‘',
  // A hyphen before another; two or three in a row would be read as a dash.
  '-': '-{}',
};

/** CSL's inline tags and the LaTeX commands that pandoc turns back into them. */
const latexCommands: Readonly<Record<string, string>> = {
  i: '\\textit{',
  em: '\\textit{',
  b: '\\textbf{',
  strong: '\\textbf{',
  sup: '\\textsuperscript{',
  sub: '\\textsubscript{',
  sc: '\\textsc{',
  span: '{',
};

function escapePlain(text: string): string {
  let quotes = 0;
  return text
    .replace(/-(?=-)|[\\{}&%#_$~^`]/g, (character) => latexForms[character]!)
    .replace(/"/g, () => (quotes++ % 2 === 0 ? '“' : '”'));
}

/** Escapes what LaTeX would take for its own; accented and non-Latin letters stay as they are. */
export function escapeLatex(value: string): string {
  const text = cleanText(value);
  const open = [...text].filter((character) => character === '{').length;
  const close = [...text].filter((character) => character === '}').length;
  // BibTeX counts escaped braces too, so a single one has to be a command.
  const balanced = open === close ? text : text.replace(/[{}]/g, (brace) => (brace === '{' ? '\uE000' : '\uE001'));
  let latex = '';
  let from = 0;
  const openTags: string[] = [];
  for (const tag of balanced.matchAll(/<(\/?)(i|em|b|strong|sup|sub|sc|span)(?:\s[^<>]*)?>/gi)) {
    const name = tag[2]!.toLowerCase();
    latex += escapePlain(balanced.slice(from, tag.index));
    from = tag.index + tag[0].length;
    if (tag[1] === '') {
      latex += latexCommands[name]!;
      openTags.push(name);
    } else if (openTags.at(-1) === name) {
      latex += '}';
      openTags.pop();
    }
  }
  latex += escapePlain(balanced.slice(from)) + '}'.repeat(openTags.length);
  return latex.replaceAll('\uE000', '\\textbraceleft{}').replaceAll('\uE001', '\\textbraceright{}');
}

/** An address is read verbatim, so it is not escaped; what could end the field is percent-encoded. */
function verbatimAddress(address: string): string {
  return address.replace(/[\s{}\\<>^`|"]/g, (character) => encodeURIComponent(character));
}

function entryType(source: Source): string {
  switch (source.type) {
    case 'article':
    case 'article-journal':
    case 'article-newspaper':
    case 'article-magazine':
    case 'review':
      return 'article';
    case 'book':
      return source.author?.length || !source.editor?.length ? 'book' : 'collection';
    case 'chapter':
    case 'entry-encyclopedia':
    case 'entry-dictionary':
      return 'incollection';
    case 'paper-conference':
      return 'inproceedings';
    case 'webpage':
    case 'post':
    case 'post-weblog':
      return 'online';
    case 'report':
      return 'report';
    case 'thesis':
      return 'thesis';
    // BibLaTeX prints both as @misc; pandoc knows them.
    case 'treaty':
      return 'legal';
    case 'legislation':
      return 'legislation';
    case 'speech':
      return 'unpublished';
    default:
      return 'misc';
  }
}

/** `{{UN General Assembly}} and Segal, Adam`: an institution in braces of its own is not taken for a person. */
function nameField(names: readonly PersonName[] | undefined): string {
  // A comma, an `and` or a lower-case first word would be read as the grammar of names.
  const part = (name: string): string =>
    /,|\band\b/i.test(name) || /^\p{Ll}/u.test(name) ? `{${escapeLatex(name)}}` : escapeLatex(name);
  return readPersons(names)
    .map((person) => {
      if (person.literal !== undefined) return `{${escapeLatex(person.literal)}}`;
      return [person.family, person.suffix, person.given]
        .filter((name) => name !== '')
        .map(part)
        .join(', ');
    })
    .join(' and ');
}

function isoDate(date: Source['issued']): string {
  const span = readCslDate(date);
  if (span === undefined) return '';
  const write = ({ year, month, day }: CalendarDate): string =>
    [String(year).padStart(4, '0'), month, day]
      .filter((part) => part !== undefined)
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  return span.to === undefined ? write(span.from) : `${write(span.from)}/${write(span.to)}`;
}

const languageNames: Readonly<Record<string, string>> = {
  en: 'english',
  fr: 'french',
  es: 'spanish',
  ru: 'russian',
  zh: 'chinese',
  ar: 'arabic',
  de: 'german',
};

/** The field that names what a source appeared in. */
function containerField(type: string): string {
  if (type === 'incollection' || type === 'inproceedings') return 'booktitle';
  return type === 'unpublished' ? 'eventtitle' : 'journaltitle';
}

function publisherField(type: string): string {
  if (type === 'report' || type === 'thesis') return 'institution';
  return type === 'online' ? 'organization' : 'publisher';
}

function toEntry(source: Source, key: string): string {
  const type = entryType(source);
  const fields: [name: string, value: string][] = [];
  const add = (name: string, value: string): void => {
    if (value !== '') fields.push([name, value]);
  };
  const escaped = (value: unknown): string => escapeLatex(cleanText(value));
  // In double braces no style changes the capitals of a title.
  const guarded = (value: unknown): string => (cleanText(value) === '' ? '' : `{${escaped(value)}}`);
  add('author', nameField(source.author));
  add('editor', nameField(source.editor));
  add('title', guarded(source.title));
  add('shorttitle', guarded(source.custom?.['short-title']));
  add(containerField(type), guarded(source['container-title']));
  if (source.type === 'article-newspaper') add('entrysubtype', 'newspaper');
  if (source.type === 'article-magazine') add('entrysubtype', 'magazine');
  add('type', escaped(source.genre));
  add('volume', escaped(source.volume));
  add('number', escaped(type === 'article' && source.issue !== undefined ? source.issue : source.number));
  add('pages', escaped(source.page).replace(/(?<=\w)\s*(?:-\{\}-|[-–—])\s*(?=\w)/g, '--'));
  add(publisherField(type), guarded(source.publisher));
  add(type === 'unpublished' ? 'venue' : 'location', guarded(source['publisher-place']));
  add('date', isoDate(source.issued));
  add('doi', verbatimAddress(cleanText(source.DOI)));
  add('url', verbatimAddress(cleanText(source.URL)));
  // By the day of its event pandoc knows a speech.
  if (type === 'unpublished') add('eventdate', isoDate(source.issued));
  add('urldate', isoDate(source.accessed));
  add('langid', languageNames[cleanText(source.language).slice(0, 2).toLowerCase()] ?? '');
  add('abstract', escaped(source.abstract));
  return `@${type}{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

/** One entry a source. Where two keys would be written alike, the second gets a number. */
export function toBibTeX(sources: readonly Source[]): string {
  const taken = new Set<string>();
  return sources
    .map((source) => {
      const wanted = bibtexKey(cleanText(source.id));
      let key = wanted;
      for (let number = 2; taken.has(key); number += 1) key = `${wanted}-${number}`;
      taken.add(key);
      return toEntry(source, key);
    })
    .join('\n');
}
