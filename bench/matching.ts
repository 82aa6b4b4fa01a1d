/**
 * Matching alone: finding all names in a text of 1 MB, beside what else there is for the job. All are measured in turns, in
 * one process; a pass that only reads every unit is the unit of measure.
 */
import { globSync, readFileSync } from 'node:fs';
import AhoCorasick from 'ahocorasick';
import ModernAhoCorasick from 'modern-ahocorasick';
import { inMemory, packSections } from '../server/src/knowledge/container.ts';
import { encodeRecords } from '../server/src/knowledge/encode.ts';
import { Knowledge } from '../server/src/knowledge/knowledge.ts';
import { Lexicon } from '../server/src/recognition/lexicon.ts';
import { compileLexicon } from '../server/src/recognition/lexicon-compile.ts';
import { wordFor } from './generate.ts';

/** The least of several times, in milliseconds, of tasks that are run in turns: what the machine's other work adds is left out. */
export function leastInTurns(rounds: number, tasks: Record<string, () => unknown>): Record<string, number> {
  const times = new Map(Object.keys(tasks).map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const begun = performance.now();
      task();
      times.set(name, Math.min(times.get(name)!, performance.now() - begun));
    }
  }
  return Object.fromEntries(times);
}

/** Real English Markdown of 1 MB, the drafts of the examples among the readme files of the packages that are installed. */
export function englishMarkdown(root: string): string {
  const example = readFileSync(`${root}/examples/draft.md`, 'utf8');
  let text = '';
  for (const path of globSync(`${root}/node_modules/{*,@*/*}/README.md`).toSorted()) {
    text += `${readFileSync(path, 'utf8')}\n\n`;
    if (text.length > 1_000_000) break;
    if (text.length % 7 === 0) text += `${example}\n\n`;
  }
  while (text.length < 1_000_000) text += `${example}\n\n`;
  return text.slice(0, 1_000_000);
}

/** So many names, real ones first, then real ones with a word behind them that makes them others. */
export function manyNames(real: readonly string[], count: number): string[] {
  const names = real.slice(0, count);
  for (let round = 0; names.length < count; round++)
    for (const name of real.slice(0, count - names.length)) names.push(`${name} ${wordFor(round)}`);
  return names;
}

function lexiconOf(names: readonly string[]): Lexicon {
  const entries = names.map((name) => ({
    entry: { name, kind: 'variant', language: 'en', caseRule: 'any', onlyNear: false } as const,
    record: 0,
  }));
  return new Lexicon(
    new Knowledge(inMemory(packSections({ ...encodeRecords([], [], []), ...compileLexicon(entries, new Set()) }))),
  );
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * Milliseconds of each matcher, and how many names those found that know words; `pass` is one `charCodeAt` pass over the text.
 *
 * @param real names of the dataset, in English
 */
export function measureMatching(
  text: string,
  real: readonly string[],
): { times: Record<string, number>; found: { names: number; alternation: number } } {
  const five = manyNames(real, 5_000);
  const units = Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const lexicons = {
    1: lexiconOf(manyNames(real, 1_000)),
    5: lexiconOf(five),
    100: lexiconOf(manyNames(real, 100_000)),
  };
  const longestFirst = five.toSorted((a, b) => b.length - a.length);
  const alternation = new RegExp(`\\b(?:${longestFirst.map(escaped).join('|')})\\b`, 'gi');
  const lower = text.toLowerCase();
  const lowerNames = five.map((name) => name.toLowerCase());
  const automaton = new AhoCorasick(lowerNames);
  const modern = new ModernAhoCorasick(lowerNames);
  const slow = leastInTurns(3, {
    ahocorasick: () => automaton.search(lower),
    'modern-ahocorasick': () => modern.search(lower),
  });
  const fast = leastInTurns(15, {
    pass: () => {
      let sum = 0;
      for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
      return sum;
    },
    'RegExp alternation': () => text.match(alternation),
    'names 1,000': () => lexicons[1].match(units, units.length),
    'names 5,000': () => lexicons[5].match(units, units.length),
    'names 100,000': () => lexicons[100].match(units, units.length),
  });
  const found = {
    names: lexicons[5].match(units, units.length).length,
    alternation: text.match(alternation)?.length ?? 0,
  };
  return { times: { ...fast, ...slow }, found };
}
