/** Reads the records under `data/`, and says of what it cannot read which file and line is meant. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import {
  type Concept,
  type CslDate,
  languages,
  type Source,
  type StateNames,
} from '../../server/src/knowledge/record.ts';

export interface Problem {
  /** Path below the dataset's folder. */
  file: string;
  /** Counted from 1. */
  line: number;
  message: string;
}

/** A record with the means to say where in its file a part of it stands. */
export interface Located<T> {
  record: T;
  file: string;
  /** The line of the part that a path of keys and indexes leads to, or of the nearest part above it that exists. */
  lineOf(...path: (string | number)[]): number;
}

export interface Dataset {
  concepts: Located<Concept>[];
  sources: Located<Source>[];
  /** Names that several concepts bear on purpose, each with its bearers, likeliest first. */
  sharedNames: Map<string, string[]>;
  /** Names of other things that hold a name of the dataset. */
  lookAlikes: string[];
  /** By code: what a State is called, and what is its. */
  states: Map<string, StateNames>;
  /** Sites that show copies of the pages of others. */
  copies: string[];
  problems: Problem[];
}

/** Keys whose values are not text; all others are read as text, so that `2018` stays a date and `no` a word. */
const numbers = new Set(['value', 'for', 'against', 'abstaining']);
/** Keys whose only value is true. */
const marks = new Set(['only-near', 'preferred-only-near', 'short-only-near', 'also-a-place', 'background']);

function typed(value: unknown, key: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => typed(item, key));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, typed(inner, name)]));
  }
  if (typeof value !== 'string') return value;
  if (key !== undefined && numbers.has(key) && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (key !== undefined && marks.has(key) && value === 'true') return true;
  return value;
}

function lineAt(document: Document.Parsed, counter: LineCounter, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = isNode(node) && node.range ? node.range[0] : 0;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === String(step));
      if (pair !== undefined && isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      next = pair?.value;
    } else if (isSeq(node)) {
      next = node.items[Number(step)];
      if (isNode(next) && next.range) offset = next.range[0];
    }
    if (next === undefined || next === null) break;
    node = next;
  }
  return counter.linePos(offset).line;
}

function explain(error: ErrorObject): string {
  const place = error.instancePath === '' ? 'the record' : `"${error.instancePath.slice(1).replaceAll('/', '.')}"`;
  if (error.keyword === 'additionalProperties') {
    return `${place} has an unknown field "${error.params.additionalProperty}". Remove it, or see data/README.md for its right name.`;
  }
  if (error.keyword === 'required') return `${place} lacks the field "${error.params.missingProperty}". Add it.`;
  if (error.keyword === 'enum')
    return `${place} must be one of: ${(error.params.allowedValues as string[]).join(', ')}.`;
  if (error.keyword === 'pattern')
    return `${place} is not written as it must be (${error.params.pattern}). See data/README.md.`;
  return `${place} ${error.message ?? 'is not as the schema asks'}. See data/README.md.`;
}

const yamlFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

function cslDate(text: string): CslDate {
  return { 'date-parts': [text.split('-').map(Number)] };
}

function isStateNames(names: unknown): names is StateNames {
  return (
    typeof names === 'object' &&
    names !== null &&
    Object.entries(names).every(
      ([language, list]) =>
        (languages as readonly string[]).includes(language) &&
        Array.isArray(list) &&
        list.every((name) => typeof name === 'string' && name !== ''),
    )
  );
}

/**
 * Reads every record. A file that cannot be read or a record that breaks its schema becomes a problem and is left out.
 *
 * @param folder the dataset's folder: `data`
 */
export function readDataset(folder: string): Dataset {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  const schema = (name: string): ValidateFunction =>
    ajv.compile(JSON.parse(readFileSync(join(folder, 'schema', name), 'utf8')));
  const isConcept = schema('concept.schema.json');
  const isSources = schema('source.schema.json');
  const dataset: Dataset = {
    concepts: [],
    sources: [],
    sharedNames: new Map(),
    lookAlikes: [],
    states: new Map(),
    copies: [],
    problems: [],
  };

  const read = (path: string): { value: unknown; lineOf: Located<unknown>['lineOf']; file: string } | undefined => {
    const file = relative(folder, path).replaceAll('\\', '/');
    const counter = new LineCounter();
    const document = parseDocument(readFileSync(path, 'utf8'), {
      lineCounter: counter,
      schema: 'failsafe',
      uniqueKeys: true,
    });
    for (const error of document.errors) {
      dataset.problems.push({
        file,
        line: error.linePos?.[0].line ?? 1,
        message: `not valid YAML: ${error.message.split('\n')[0]} Mend the line (quote a text that contains ": ").`,
      });
    }
    if (document.errors.length > 0) return undefined;
    let value: unknown;
    try {
      value = document.toJS();
    } catch (error) {
      // An alias without an anchor, or aliases that multiply without end.
      dataset.problems.push({
        file,
        line: 1,
        message: `not readable: ${(error as Error).message} Write the value out.`,
      });
      return undefined;
    }
    return { value: typed(value, undefined), lineOf: (...steps) => lineAt(document, counter, steps), file };
  };
  const validate = (
    check: ValidateFunction,
    value: unknown,
    file: string,
    lineOf: Located<unknown>['lineOf'],
  ): boolean => {
    if (check(value)) return true;
    for (const error of check.errors ?? []) {
      // The branches of a `oneOf` each report; the last report names the field itself.
      if (error.schemaPath.includes('/oneOf/')) continue;
      const path = error.instancePath.split('/').slice(1);
      dataset.problems.push({ file, line: lineOf(...path), message: explain(error) });
    }
    return false;
  };

  for (const path of yamlFiles(join(folder, 'concepts'))) {
    const content = read(path);
    if (content === undefined || !validate(isConcept, content.value, content.file, content.lineOf)) continue;
    const record = content.value as Concept;
    dataset.concepts.push({ record, file: content.file, lineOf: content.lineOf });
    if (content.file !== `concepts/${record.kind}/${record.id}.yaml`) {
      dataset.problems.push({
        file: content.file,
        line: content.lineOf('id'),
        message: `a ${record.kind} with the id "${record.id}" belongs in concepts/${record.kind}/${record.id}.yaml. Move the file, or mend id or kind.`,
      });
    }
  }
  for (const path of yamlFiles(join(folder, 'sources'))) {
    const content = read(path);
    if (content === undefined || !validate(isSources, content.value, content.file, content.lineOf)) continue;
    (content.value as (Source & { issued?: string; accessed?: string })[]).forEach((item, index) => {
      const { issued, accessed, ...rest } = item as unknown as Record<string, string>;
      const record = {
        ...rest,
        ...(issued === undefined ? {} : { issued: cslDate(issued) }),
        ...(accessed === undefined ? {} : { accessed: cslDate(accessed) }),
      } as unknown as Source;
      dataset.sources.push({ record, file: content.file, lineOf: (...steps) => content.lineOf(index, ...steps) });
    });
  }
  const listIn = (name: string, what: string): string[] => {
    const path = join(folder, 'schema', name);
    const list = existsSync(path) ? read(path) : undefined;
    if (Array.isArray(list?.value) && list.value.every((one) => typeof one === 'string')) return list.value;
    if (list !== undefined) {
      const message = `must be a list of ${what}. Begin each line with "- ".`;
      dataset.problems.push({ file: list.file, line: 1, message });
    }
    return [];
  };
  dataset.lookAlikes = listIn('look-alikes.yaml', 'names');
  dataset.copies = listIn('copies.yaml', 'sites');
  const states = join(folder, 'schema', 'states.yaml');
  const ofStates = existsSync(states) ? read(states) : undefined;
  for (const [code, names] of Object.entries((ofStates?.value ?? {}) as Record<string, unknown>)) {
    if (/^[A-Z]{2}$/.test(code) && isStateNames(names)) dataset.states.set(code, names);
    else {
      const message = `"${code}" must be a code of two capitals, followed by lists of names by language: {en: [Chile, Chilean]}.`;
      dataset.problems.push({ file: ofStates!.file, line: ofStates!.lineOf(code), message });
    }
  }
  const shared = read(join(folder, 'schema', 'shared-names.yaml'));
  if (shared !== undefined) {
    for (const [name, bearers] of Object.entries(shared.value as Record<string, unknown>)) {
      if (Array.isArray(bearers) && bearers.every((id) => typeof id === 'string'))
        dataset.sharedNames.set(name, bearers);
      else {
        const message = `the name "${name}" must be followed by the list of its bearers: [un-gge, gge-on-laws].`;
        dataset.problems.push({ file: shared.file, line: shared.lineOf(name), message });
      }
    }
  }
  return dataset;
}
