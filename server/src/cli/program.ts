/** The terminal program: parses a command line, runs one command, gives its exit code. */
import { renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { toBibTeX, toCslJson, toJsonLd } from '../citing/export.ts';
import { parseLocator } from '../citing/locator.ts';
import { type CitationStyle, citationStyles, formatReference, formatSubsequent } from '../citing/style.ts';
import { type Citation, findCitations } from '../draft/citations.ts';
import { Draft } from '../draft/draft.ts';
import { citedSources } from '../features/bibliography.ts';
import { card, noAddress, recordName } from '../features/card.ts';
import { keyInBraces, sourceOfKey } from '../features/citable.ts';
import type { Field } from '../features/field.ts';
import { misnomerOf } from '../features/hover.ts';
import { lookUp, nearestNames } from '../features/lookup.ts';
import { foundingDocument, isCrossReference, namesNoSource } from '../features/target.ts';
import type { Source } from '../knowledge/record.ts';
import { searchSources } from '../knowledge/source-search.ts';
import { emptyLibrary } from '../library/library.ts';
import type { Mention } from '../recognition/mentions.ts';
import { symbolFault } from '../recognition/symbol-meaning.ts';
import { writtenDocument } from '../recognition/written-document.ts';
import { keysOfLibrary } from './draft-library.ts';
import { readDraft, UnreadableInput } from './read-draft.ts';

/** What the program prints to, so that it can be tested without a process. */
export interface Terminal {
  out: (text: string) => void;
  error: (line: string) => void;
}

interface Command {
  usage: string;
  help: string;
  run: (args: string[], terminal: Terminal, openField: () => Field) => number;
}

class BadUsage extends Error {}

const usageOf = (name: string): string => `rapporteur ${name} ${commands[name]?.usage ?? ''}`.trimEnd();

/** Parses what follows a command's name; `--help` is answered before. `flags` are the options without a value that are given. */
function parse(
  name: string,
  args: string[],
  options: Record<string, { type: 'string' | 'boolean'; short?: string }>,
): { values: Record<string, string | undefined>; flags: ReadonlySet<string>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    const given = Object.entries(values);
    return {
      values: Object.fromEntries(given.filter((one): one is [string, string] => typeof one[1] === 'string')),
      flags: new Set(given.flatMap(([option, value]) => (value === true ? [option] : []))),
      positionals,
    };
  } catch (error) {
    throw new BadUsage(`${(error as Error).message.split('\n')[0]} Usage: ${usageOf(name)}`);
  }
}

function oneOf<T extends string>(name: string, option: string, value: string | undefined, allowed: readonly T[]): T {
  const chosen = value ?? allowed[0]!;
  const found = allowed.find((one) => one === chosen);
  if (found === undefined)
    throw new BadUsage(`--${option} must be one of ${allowed.join(', ')}, not “${chosen}”. Usage: ${usageOf(name)}`);
  return found;
}

function lineAndColumn(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return `${line}:${offset - lineStart + 1}`;
}

/** One line of `mentions --format jsonl`; the fields are an interface for scripts. */
function mentionRecord(field: Field, file: string, text: string, mention: Mention): object {
  const { knowledge, lexicon, recogniser } = field;
  const { start, end, record, name, symbol, term, pinpoint, via, candidates } = mention;
  return {
    file,
    start,
    end,
    text: text.slice(start, end),
    id: record < 0 ? (symbol ?? '') : knowledge.id(record),
    // A place of a document is named by the document's name and its own number.
    name:
      name < 0
        ? (symbol ?? term ?? recordName(field, record))
        : lexicon.record(name) === record
          ? lexicon.name(name)
          : recordName(field, record),
    kind: record >= 0 && knowledge.isConcept(record) ? knowledge.kind(record) : 'document',
    language: recogniser.languageOf(mention) ?? null,
    via,
    candidates: candidates.map((candidate) => knowledge.id(candidate)),
    ...(pinpoint === undefined ? {} : { at: pinpoint }),
  };
}

function mentionLine(field: Field, file: string, text: string, mention: Mention): string {
  const { knowledge } = field;
  const id = mention.record < 0 ? 'a UN document that the dataset does not have' : knowledge.id(mention.record);
  const misnomer = misnomerOf(field, mention);
  const remark =
    misnomer !== undefined
      ? `  (write: ${misnomer.use})`
      : mention.candidates.length > 1
        ? `  (or: ${mention.candidates
            .slice(1)
            .map((other) => knowledge.id(other))
            .join(', ')})`
        : '';
  const at = mention.pinpoint === undefined ? '' : `, ${mention.pinpoint}`;
  return `${file}:${lineAndColumn(text, mention.start)}  ${text.slice(mention.start, mention.end).replace(/\s+/g, ' ')}  →  ${id}${at}${remark}`;
}

/** One line of `citations --format jsonl`; the fields are an interface for scripts. */
function citationRecord(field: Field, file: string, citation: Citation, library: ReadonlySet<string>): object {
  const { start, end, key, mode, prefix, suffix } = citation;
  const [place] = parseLocator(suffix.replace(/^,\s*/, ''));
  const hasPlace = place?.label !== undefined;
  return {
    file,
    start,
    end,
    key,
    mode,
    prefix,
    suffix,
    locator: hasPlace ? place.value : '',
    label: hasPlace ? place.label : '',
    known: namesNoSource(key) || library.has(key) || sourceOfKey(field, key) >= 0,
  };
}

function citationLine(
  field: Field,
  file: string,
  text: string,
  { start, key }: Citation,
  library: ReadonlySet<string>,
): string {
  const record = sourceOfKey(field, key);
  const what = isCrossReference(key)
    ? 'a cross-reference'
    : key === '*'
      ? 'all of the bibliography'
      : record >= 0
        ? recordName(field, record)
        : library.has(key)
          ? 'in the draft’s own bibliography'
          : 'neither the dataset nor the draft’s bibliography has it';
  return `${file}:${lineAndColumn(text, start)}  ${key}  →  ${what}`;
}

function requireDraft(name: string, files: readonly string[]): void {
  if (files.length === 0) throw new BadUsage(`Name a Markdown file. Usage: ${usageOf(name)}`);
}

/** The arguments of a command that prints a line for each thing that it finds in drafts; `more` are options of its own. */
function draftsAndFormat(
  name: string,
  args: string[],
  more: Record<string, { type: 'boolean' }> = {},
): { files: readonly string[]; format: 'jsonl' | 'text'; flags: ReadonlySet<string> } {
  const { values, flags, positionals: files } = parse(name, args, { format: { type: 'string' }, ...more });
  const format = oneOf(name, 'format', values.format, ['jsonl', 'text'] as const);
  requireDraft(name, files);
  return { files, format, flags };
}

/** Prints the lines that each draft gives; a file that cannot be read is told, and the others are still done. */
function eachDraft(
  files: readonly string[],
  terminal: Terminal,
  linesOf: (file: string, text: string) => string[],
): number {
  let exitCode = 0;
  for (const file of files) {
    try {
      const lines = linesOf(file, readDraft(file, terminal.error));
      if (lines.length > 0) terminal.out(`${lines.join('\n')}\n`);
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      terminal.error(error.message);
      exitCode = 2;
    }
  }
  return exitCode;
}

/** Writes through a temporary file and a rename: a file is whole or not there. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.part`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    throw new UnreadableInput(
      `${path}: cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
    );
  }
}

/** The sources of keys, symbols or names; for a concept its text, else its founding document. */
function sourceFor(field: Field, key: string): number {
  const known = sourceOfKey(field, key);
  if (known >= 0) return known;
  for (const record of lookUp(field, key)) {
    const document = foundingDocument(field, record);
    if (document >= 0) return document;
  }
  return -1;
}

const commands: Record<string, Command> = {
  mentions: {
    usage: 'FILE… [--format jsonl|text] [--background]',
    help: `Prints what drafts name: one line for each mention, in the order of the text.

FILE is a Markdown file, or - for standard input.

  --format jsonl   one JSON object a line (the default), with the fields
                   file start end text id name kind language via candidates
                   start and end: UTF-16 units into the file's text, end exclusive
                   (a byte order mark counts as one unit)
                   via: name, acronym, misnomer, symbol or definition
                   at, where the draft names a place of the document beside it: "para. 72"
  --format text    a line for people: file:line:column, the words, what they name
  --background     also persons and phrases of general law and politics that the dataset explains
                   to who hovers over them, though they are no names of the field

Exit code: 0; 2 where a file cannot be read (the others are still done).`,
    run(args, terminal, openField) {
      const { files, format, flags } = draftsAndFormat('mentions', args, { background: { type: 'boolean' } });
      const field = openField();
      return eachDraft(files, terminal, (file, text) => {
        const mentions = field.recogniser
          .mentions(Draft.open(text))
          .filter((mention) => flags.has('background') || field.recogniser.isCounted(mention));
        if (format === 'jsonl')
          return mentions.map((mention) => JSON.stringify(mentionRecord(field, file, text, mention)));
        const things = new Set(mentions.map(({ record, symbol }) => (record < 0 ? symbol : record))).size;
        return [
          ...mentions.map((mention) => mentionLine(field, file, text, mention)),
          `${file}: ${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'} of ${things} ${things === 1 ? 'thing' : 'things'}.`,
        ];
      });
    },
  },
  citations: {
    usage: 'FILE… [--format jsonl|text]',
    help: `Prints what drafts cite, as pandoc reads it: one line for each key, in the order of the text.

FILE is a Markdown file, or - for standard input.

  --format jsonl   one JSON object a line (the default), with the fields
                   file start end key mode prefix suffix locator label known
                   start and end: UTF-16 units of the key with its @, end exclusive
                   mode: AuthorInText (@key), NormalCitation ([@key]), SuppressAuthor ([-@key])
                   prefix, suffix: what stands beside the key in its brackets, as plain text
                   locator, label: the place that the suffix begins with, "71" and "paragraph"
                   known: whether the dataset or the draft's bibliography has the source;
                   true for Quarto's cross-references, and for * in nocite
                   The bibliography is what the front matter and Quarto's files above the draft name;
                   entries in it that cannot be read are told on standard error, with file and line.
  --format text    a line for people: file:line:column, the key, its source

Exit code: 0; 2 where a file cannot be read (the others are still done).`,
    run(args, terminal, openField) {
      const { files, format } = draftsAndFormat('citations', args);
      const field = openField();
      return eachDraft(files, terminal, (file, text) => {
        const library = keysOfLibrary(file, text, terminal.error);
        return findCitations(Draft.open(text)).map((citation) =>
          format === 'jsonl'
            ? JSON.stringify(citationRecord(field, file, citation, library))
            : citationLine(field, file, text, citation, library),
        );
      });
    },
  },
  card: {
    usage: 'NAME|ID|SYMBOL [--format markdown|json]',
    help: `Prints the card of one concept or source.

NAME is any name of it in any language (“Budapest Convention”, OEWG), ID its id, SYMBOL a UN document symbol.

  --format markdown   the page that the editor shows (the default)
  --format json       the record as it stands in the dataset

Exit code: 0; 1 where nothing is known by that name (the nearest names are printed).`,
    run(args, terminal, openField) {
      const { values, positionals } = parse('card', args, { format: { type: 'string' } });
      const format = oneOf('card', 'format', values.format, ['markdown', 'json']);
      const asked = positionals.join(' ').trim();
      if (asked === '') throw new BadUsage(`Say what the card is to be on. Usage: ${usageOf('card')}`);
      const field = openField();
      const { knowledge } = field;
      const found = lookUp(field, asked);
      const [record, ...others] = found;
      if (record === undefined) {
        const document = writtenDocument(asked);
        if (document !== undefined)
          terminal.error(`${document.number}: ${document.says}. The dataset does not have this document.`);
        const fault = document === undefined ? symbolFault(asked) : undefined;
        if (fault !== undefined) terminal.error(`${asked} is no well-formed symbol of a UN document. ${fault}`);
        const near = nearestNames(field, asked, 5);
        terminal.error(
          `Nothing is known by the name “${asked}”.${near.length === 0 ? '' : ` Nearest: ${near.join('; ')}.`}`,
        );
        return 1;
      }
      if (others.length > 0) {
        terminal.error(
          `“${asked}” is also borne by ${others.map((other) => `${recordName(field, other)} (${knowledge.id(other)})`).join(', ')}.`,
        );
      }
      const json = knowledge.isConcept(record) ? knowledge.concept(record) : knowledge.source(record);
      terminal.out(format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : card(field, record, noAddress));
      return 0;
    },
  },
  cite: {
    usage: `KEY… [--style ${citationStyles.join('|')}] [--at LOCATOR] [--again NOTE]`,
    help: `Prints formatted references, one a line.

KEY is a citation key (for a UN document its symbol), or a name: then its text or founding document is cited.

  --style   ${citationStyles.join(', ')} (the default is ${citationStyles[0]}, the fourth edition)
  --at      a pinpoint: "para. 5", "art. 2(4)", "annex, para. 3"
  --again   in the short form of a later note; NOTE is the number of the note that gave it in full
            (in APA, the citation in the text)

Exit code: 0; 1 where a key is not known (the others are still printed).`,
    run(args, terminal, openField) {
      const { values, positionals } = parse('cite', args, {
        style: { type: 'string' },
        at: { type: 'string' },
        again: { type: 'string' },
      });
      const style: CitationStyle = oneOf('cite', 'style', values.style, citationStyles);
      const at = values.at === undefined ? {} : { locator: values.at };
      if (values.again !== undefined && !/^[1-9]\d{0,5}$/.test(values.again))
        throw new BadUsage(`--again takes the number of a note. Usage: ${usageOf('cite')}`);
      if (positionals.length === 0) throw new BadUsage(`Name at least one key. Usage: ${usageOf('cite')}`);
      const field = openField();
      const { knowledge } = field;
      let exitCode = 0;
      for (const key of positionals) {
        const record = sourceFor(field, key);
        if (record < 0) {
          const near = searchSources(knowledge, key, 4).map((one) => knowledge.id(one));
          terminal.error(
            `${key}: no source of the dataset has this key.${near.length === 0 ? '' : ` Nearest: ${near.join(', ')}.`}`,
          );
          exitCode = 1;
        } else {
          const source = knowledge.source(record);
          const reference =
            values.again === undefined
              ? formatReference(source, style, at)
              : formatSubsequent(source, style, { ...at, firstNote: Number(values.again) });
          terminal.out(`${reference}\n`);
        }
      }
      return exitCode;
    },
  },
  bibliography: {
    usage: 'FILE… [--format csl-json|bibtex|text] [--style S] [-o OUT]',
    help: `Prints what drafts cite and the dataset has, each source once under the key that it is cited by.

FILE is a Markdown file, or - for standard input.

  --format csl-json   for pandoc, Quarto and Zotero (the default)
  --format bibtex     for BibLaTeX and pandoc
  --format text       formatted references, one a line, in the order of the alphabet
  --style             of the text: ${citationStyles.join(', ')} (the default is ${citationStyles[0]})
  -o OUT              writes to a file instead

Exit code: 0; 1 where neither the dataset nor the draft's own bibliography has a key (the others
are still printed); 2 where a file cannot be read.`,
    run(args, terminal, openField) {
      const { values, positionals } = parse('bibliography', args, {
        format: { type: 'string' },
        style: { type: 'string' },
        output: { type: 'string', short: 'o' },
      });
      const format = oneOf('bibliography', 'format', values.format, ['csl-json', 'bibtex', 'text']);
      const style: CitationStyle = oneOf('bibliography', 'style', values.style, citationStyles);
      if (values.style !== undefined && format !== 'text')
        throw new BadUsage(`--style goes with --format text only. Usage: ${usageOf('bibliography')}`);
      requireDraft('bibliography', positionals);
      const field = openField();
      const sources = new Map<string, Source>();
      const unknown = new Set<string>();
      const exitCode = eachDraft(positionals, terminal, (file, text) => {
        const cited = citedSources(field, emptyLibrary, Draft.open(text));
        for (const source of cited.sources) if (!sources.has(source.id)) sources.set(source.id, source);
        const library = keysOfLibrary(file, text, terminal.error);
        for (const { key, start } of cited.others) {
          if (unknown.has(key) || library.has(key)) continue;
          unknown.add(key);
          const meant = keyInBraces(field, text, start, key);
          terminal.error(
            `${file}:${lineAndColumn(text, start)}: neither the dataset nor the draft’s bibliography has the key ${key}.${meant === undefined ? '' : ` Write ${meant}: a key with brackets needs braces.`}`,
          );
        }
        return [];
      });
      const cited = [...sources.values()];
      const printed =
        format === 'csl-json'
          ? `${JSON.stringify(toCslJson(cited), null, 1)}\n`
          : format === 'bibtex'
            ? toBibTeX(cited)
            : cited
                .map((source) => `${formatReference(source, style)}\n`)
                .sort((a, b) => a.localeCompare(b, 'en'))
                .join('');
      if (values.output === undefined) terminal.out(printed);
      else writeWhole(values.output, printed);
      return Math.max(exitCode, unknown.size > 0 ? 1 : 0);
    },
  },
  export: {
    usage: '--format json|csl-json|bibtex|jsonld [-o OUT]',
    help: `Prints the whole dataset.

  --format json       concepts and sources as they are recorded (the default)
  --format csl-json   the sources, for Zotero and pandoc
  --format bibtex     the sources, for BibLaTeX and pandoc
  --format jsonld     the concepts as SKOS and the sources, as JSON-LD
  -o OUT              writes to a file instead`,
    run(args, terminal, openField) {
      const { values, positionals } = parse('export', args, {
        format: { type: 'string' },
        output: { type: 'string', short: 'o' },
      });
      const format = oneOf('export', 'format', values.format, ['json', 'csl-json', 'bibtex', 'jsonld']);
      if (positionals.length > 0)
        throw new BadUsage(`“${positionals[0]}” is not expected here. Usage: ${usageOf('export')}`);
      const { knowledge } = openField();
      const concepts = Array.from({ length: knowledge.conceptCount }, (_, index) => knowledge.concept(index));
      const sources = Array.from({ length: knowledge.sourceCount }, (_, index) =>
        knowledge.source(knowledge.conceptCount + index),
      );
      const pretty = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
      const text =
        format === 'json'
          ? pretty({ concepts, sources })
          : format === 'csl-json'
            ? pretty(toCslJson(sources))
            : format === 'bibtex'
              ? toBibTeX(sources)
              : pretty(toJsonLd(concepts, sources));
      if (values.output === undefined) terminal.out(text);
      else writeWhole(values.output, text);
      return 0;
    },
  },
  lsp: {
    usage: '--stdio',
    help: 'Runs the language server over standard input and output, for any editor that speaks the Language Server Protocol.',
    run() {
      throw new Error('The language server is started by the entry point.');
    },
  },
};

const overview = `Rapporteur knows how the United Nations governs cyberspace.

Usage: rapporteur COMMAND …

  mentions   what drafts name
  card       the page on one concept or source
  cite       formatted references
  export     the whole dataset
  lsp        the language server

“rapporteur COMMAND --help” tells more.
`;

/**
 * Runs the program.
 *
 * @param args the command line after the program's name; `lsp` is not among its commands
 * @returns the exit code: 0, 1 as the command says, 2 for bad usage or unreadable input
 */
export function run(args: readonly string[], version: string, terminal: Terminal, openField: () => Field): number {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(`${version}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    terminal.error(`There is no command “${name}”. The commands are ${Object.keys(commands).join(', ')}.`);
    return 2;
  }
  const end = rest.indexOf('--');
  if ((end < 0 ? rest : rest.slice(0, end)).some((arg) => arg === '--help' || arg === '-h')) {
    terminal.out(`Usage: ${usageOf(name)}\n\n${command.help}\n`);
    return 0;
  }
  try {
    return command.run(rest, terminal, openField);
  } catch (error) {
    if (error instanceof BadUsage || error instanceof UnreadableInput) {
      terminal.error(error.message);
      return 2;
    }
    throw error;
  }
}
