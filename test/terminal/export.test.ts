/** What others get: the whole dataset in each format, read back by the programs that will read it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import jsonld from 'jsonld';
import { readDataset } from '../../build/dataset/read.ts';
import type { Concept, Source } from '../../server/src/knowledge/record.ts';
import { cslJsonSchema } from '../support/csl-json-schema.ts';
import { distFile } from '../support/language-client.ts';

const dataset = readDataset(fileURLToPath(new URL('../../data', import.meta.url)));
const concepts = dataset.concepts.map(({ record }) => record);
const sources = dataset.sources.map(({ record }) => record);

function exported(format: string): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [distFile('rapporteur.js'), 'export', '--format', format],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  assert.equal(status, 0, stderr);
  return stdout;
}

const byId = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

test('JSON is every record, whole', () => {
  const all = JSON.parse(exported('json')) as { concepts: Concept[]; sources: Source[] };
  assert.deepEqual(byId(all.concepts), byId(concepts));
  assert.deepEqual(byId(all.sources), byId(sources));
});

test('CSL-JSON is valid, item by item', () => {
  const items = JSON.parse(exported('csl-json')) as { id: string }[];
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(cslJsonSchema);
  validate(items);
  assert.deepEqual(validate.errors ?? [], []);
  assert.deepEqual(items.map(({ id }) => id).toSorted(), sources.map(({ id }) => id).toSorted());
  assert.equal(validate([{ id: 'x', type: 'resolution' }]), false, 'the schema refuses what is no type');
  assert.equal(validate([{ id: 'x', type: 'report', symbol: 'A/RES/73/27' }]), false, 'and what is no variable');
});

test('BibTeX is read by pandoc, every key of it', () => {
  const { status, stdout, stderr } = spawnSync('pandoc', ['-f', 'biblatex', '-t', 'csljson'], {
    input: exported('bibtex'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, stderr);
  const read = JSON.parse(stdout) as { id: string; title: string }[];
  assert.deepEqual(new Set(read.map(({ id }) => id)), new Set(sources.map(({ id }) => id)));
});

describe('JSON-LD, by a stock processor without a network', () => {
  const offline = {
    safe: true,
    documentLoader: (url: string) => Promise.reject(new Error(`nothing is to be loaded: ${url}`)),
  };
  const skos = 'http://www.w3.org/2004/02/skos/core#';
  let document: object;
  let nodes: Map<string, Record<string, unknown>>;
  before(async () => {
    document = JSON.parse(exported('jsonld'));
    // In safe mode a term without a meaning is an error; else it would be dropped without a word.
    const expanded = await jsonld.expand(document, offline);
    nodes = new Map(expanded.map((node) => [node['@id'] as string, node]));
  });

  test('every concept is a skos:Concept with its labels in their languages', () => {
    const found = [...nodes.values()].filter((node) => (node['@type'] as string[]).includes(`${skos}Concept`));
    assert.equal(found.length, concepts.length);
    for (const concept of concepts) {
      const node = nodes.get(`urn:rapporteur:concept:${concept.id}`);
      assert.ok(node, concept.id);
      const labels = node[`${skos}prefLabel`] as { '@value': string; '@language': string }[];
      assert.deepEqual(
        new Set(labels.map((label) => label['@language'])),
        new Set(Object.keys(concept.names)),
        concept.id,
      );
      assert.equal((node[`${skos}definition`] as unknown[]).length, 1, concept.id);
      assert.equal(((node[`${skos}note`] ?? []) as unknown[]).length, concept.facts?.length ?? 0, concept.id);
      const above = (node[`${skos}broader`] ?? []) as { '@id': string }[];
      assert.deepEqual(
        above.map((one) => one['@id']),
        concept['part-of'] === undefined ? [] : [`urn:rapporteur:concept:${concept['part-of']}`],
      );
    }
  });

  test('every source is there with its title, and every link leads to a node', () => {
    const resources = [...nodes.values()].filter((node) =>
      (node['@type'] as string[]).includes('http://purl.org/dc/terms/BibliographicResource'),
    );
    assert.equal(resources.length, sources.length);
    for (const resource of resources) assert.ok(resource['http://purl.org/dc/terms/title'], resource['@id'] as string);
    const links = [...nodes.values()].flatMap((node) =>
      Object.values(node)
        .filter(Array.isArray)
        .flat()
        .map((value: { '@id'?: string }) => value['@id'] ?? '')
        .filter((id) => id.startsWith('urn:rapporteur:')),
    );
    assert.ok(links.length > concepts.length);
    assert.deepEqual(
      links.filter((id) => !nodes.has(id)),
      [],
    );
  });

  test('it makes RDF', async () => {
    const quads = await jsonld.toRDF(document, { ...offline, format: 'application/n-quads' });
    assert.ok(quads.includes(`<urn:rapporteur:concept:un-gge> <${skos}prefLabel> "`));
    assert.ok(quads.split('\n').length > 10 * concepts.length);
  });
});
