/** What pandoc makes of the sources: each must come out of the common styles with all that identifies it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toCslJson } from '../../server/src/citing/export.ts';
import type { Source } from '../../server/src/knowledge/record.ts';
import type { Dataset, Problem } from './read.ts';

/** Where Debian's package `citation-style-language-styles` puts the styles. */
const stylesFolder = '/usr/share/citation-style-language/styles';

export const renderedStyles = ['oscola', 'chicago-fullnote-bibliography', 'apa'] as const;
export type RenderedStyle = (typeof renderedStyles)[number];

/** Whether this machine can render: it has pandoc and the styles. */
export function canRender(): boolean {
  return (
    spawnSync('pandoc', ['--version']).status === 0 &&
    renderedStyles.every((style) => existsSync(join(stylesFolder, `${style}.csl`)))
  );
}

/** A node of pandoc's document model, as far as text is concerned. */
interface PandocNode {
  t?: string;
  c?: unknown;
}

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (node === null || typeof node !== 'object') return '';
  const { t, c } = node as PandocNode;
  switch (t) {
    case 'Str':
      return c as string;
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Quoted':
      return `“${textOf((c as unknown[])[1])}”`;
    case 'Link':
    case 'Span':
    case 'Div':
      return textOf((c as unknown[])[1]);
    case 'Code':
    case 'Math':
    case 'RawInline':
      return (c as string[])[1] ?? '';
    default:
      return textOf(c);
  }
}

/**
 * The bibliography that pandoc prints of the sources, as plain text by key.
 *
 * @throws Error where pandoc fails, or warns
 */
export function renderBibliography(sources: readonly Source[], style: RenderedStyle): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-render-'));
  try {
    const bibliography = join(folder, 'sources.json');
    writeFileSync(bibliography, JSON.stringify(toCslJson(sources)));
    const { status, stdout, stderr, error } = spawnSync(
      'pandoc',
      [
        '--citeproc',
        ...['--from', 'markdown', '--to', 'json'],
        ...['--bibliography', bibliography, '--csl', join(stylesFolder, `${style}.csl`)],
      ],
      { input: '---\nnocite: "@*"\n---\n', encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    if (error !== undefined) throw error;
    if (status !== 0 || stderr.trim() !== '') throw new Error(`pandoc: ${stderr.trim()}`);
    const entries = new Map<string, string>();
    const collect = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(collect);
      else if (node !== null && typeof node === 'object') {
        const { t, c } = node as PandocNode;
        const id = t === 'Div' ? ((c as [[string]])[0][0] ?? '') : '';
        if (id.startsWith('ref-')) entries.set(id.slice('ref-'.length), textOf(node).trim());
        else collect(c ?? Object.values(node));
      }
    };
    collect((JSON.parse(stdout) as { blocks: unknown[] }).blocks);
    return entries;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Letters and digits only: styles change the case of a title, its quotation marks and its dashes. */
const essence = (text: string): string =>
  text
    .replace(/<\/?\w+[^>]*>/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** What no reference may hold: an act of Congress, an empty bracket, a doubled word or mark, a value that got lost. */
const nonsense =
  /Pub\. L\.|No\. (?:No\.|[A-Z]{2,6} No\.)|\(\s*\)|\[\s*\]|,\s*,|(?<!\.)\.\.(?!\.)|\bundefined\b|\bNaN\b/;

/** What is wrong with each source as pandoc renders it; the key and a sentence. */
export function faultsOfRendering(
  sources: readonly Source[],
  render: (sources: readonly Source[], style: RenderedStyle) => Map<string, string> = renderBibliography,
): { key: string; message: string }[] {
  const faults: { key: string; message: string }[] = [];
  for (const style of renderedStyles) {
    const entries = render(sources, style);
    for (const source of sources) {
      const entry = entries.get(source.id);
      const fault = (what: string): void => {
        faults.push({ key: source.id, message: `pandoc renders it wrongly in ${style}: ${what}` });
      };
      if (entry === undefined) {
        fault('it does not appear. Mend its type and fields.');
        continue;
      }
      const shown = essence(entry);
      if (!shown.includes(essence(source.title))) fault(`the title is missing: “${entry}”.`);
      const year = source.issued?.['date-parts'][0]?.[0];
      if (year !== undefined && !entry.includes(String(year))) fault(`the year ${year} is missing: “${entry}”.`);
      // Chicago prints no number of a report: there only the address can show the symbol.
      if (
        source.genre === 'UN Doc' &&
        style !== 'chicago-fullnote-bibliography' &&
        !shown.includes(essence(source.id))
      ) {
        fault(`the symbol is missing: “${entry}”.`);
      }
      const nonsensical = nonsense.exec(entry.replace(/https?:\S+/g, ''));
      if (nonsensical !== null) fault(`it holds “${nonsensical[0]}”: “${entry}”.`);
    }
  }
  return faults;
}

/** The same as problems of a dataset, each at the line of its source. */
export function problemsOfRendering(dataset: Dataset, render = renderBibliography): Problem[] {
  const byKey = new Map(dataset.sources.map((located) => [located.record.id, located]));
  const all = [...byKey.values()].map(({ record }) => record);
  return faultsOfRendering(all, render).map(({ key, message }) => {
    const located = byKey.get(key)!;
    return { file: located.file, line: located.lineOf(), message: `${key}: ${message}` };
  });
}
