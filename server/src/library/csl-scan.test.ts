/** The readers of CSL items in JSON and in YAML. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { inlineReferences } from './bibliography-file.ts';
import { scanCslJson } from './csl-json-scan.ts';
import { scanCslYaml } from './csl-yaml-scan.ts';
import { type LibraryFormat, type Reference, referenceReader } from './reference-reader.ts';

/** Keys; a fault as its words and what it stands on, cut at twenty units. */
function read(text: string, format: LibraryFormat = 'csl-json', within?: { start: number; end: number }): unknown[] {
  return [...referenceReader(text, format, within === undefined ? {} : { within }).references()].map((found) => {
    if (found.fault !== undefined)
      return [found.fault.message, text.slice(found.fault.start, found.fault.end).slice(0, 20)];
    return (found as Reference).key;
  });
}

describe('CSL-JSON', () => {
  test('items with their places', () => {
    const text = ' [ {"id" : "a\\u00e9", "x": [{"id": 1}], "y": {"id": 2}} ,\n{"id":7},{"type":"book","id":"c"}]\n';
    assert.deepEqual(read(text), ['aé', '7', 'c']);
    const items = [...scanCslJson(text)].filter((found) => 'start' in found);
    assert.deepEqual(
      items.map(({ start, end, keyStart, keyEnd }) => [text.slice(start, end).length, text.slice(keyStart, keyEnd)]),
      [
        [52, 'a\\u00e9'],
        [8, '7'],
        [24, 'c'],
      ],
    );
  });
  test('nothing, an empty list, and no list', () => {
    assert.deepEqual(read(''), []);
    assert.deepEqual(read(' \n'), []);
    assert.deepEqual(read('[]'), []);
    const message = 'This file holds no list of CSL-JSON items.';
    assert.deepEqual(read('{"items": []}'), [[message, '{"items": []}']]);
    assert.deepEqual(read('hello'), [[message, 'hello']]);
  });
  test('what is broken costs only itself', () => {
    const around = (broken: string): unknown[] =>
      read(`[\n{"id":"a"},\n${broken},\n{"id":"z","author":[{"family":"x"}]}\n]`);
    assert.deepEqual(around('{"id":"b" "x":1}'), ['a', ['A comma is missing before this.', '"x":1},'], 'z']);
    assert.deepEqual(around('{"id":"b","author":[{"family":"x"},{"family":"y"}}'), [
      'a',
      ['A comma is missing before this.', '},'],
      'z',
    ]);
    assert.deepEqual(around('{"id":"b","title":"x\n"}'), [
      'a',
      ['This text is not closed with a quotation mark in its line.', '"x'],
      'z',
    ]);
    assert.deepEqual(around('{"id":"b","title":x}'), ['a', ['“x” is not expected here.', 'x},'], 'z']);
    assert.deepEqual(around('{"type":"book"}'), ['a', ['This item has no id.', '{"type":"book"},'], 'z']);
    assert.deepEqual(around('17'), ['a', ['This is no CSL-JSON item.', '17,'], 'z']);
    assert.deepEqual(around('{"id":"b",'), [
      'a',
      ['“,” is not expected here: the name of a variable in quotation marks is.', ','],
      'z',
    ]);
    assert.deepEqual(around(''), ['a', ['There is no item behind this comma.', ','], 'z']);
  });
  test('a list without its commas or its end', () => {
    assert.deepEqual(read('[{"id":"a"} {"id":"b"}'), [
      'a',
      ['A comma is missing behind this item.', '} {"id":"b"}'],
      'b',
      ['The list of items is not closed.', '}'],
    ]);
    assert.deepEqual(read('[{"id":"a"},]'), ['a', ['There is no item behind this comma.', ',]']]);
    assert.deepEqual(read('[{"id":"a"}] x'), ['a', ['The list of items has ended before this.', 'x']]);
    assert.deepEqual(read('[{"id":"a"},{"id":"half","ti'), [
      'a',
      ['This item is not finished.', '{"id":"half","ti'],
      ['The list of items is not closed.', 'i'],
    ]);
  });
  test('cut off anywhere, every item before the cut is there', () => {
    const text = JSON.stringify(
      Array.from({ length: 5 }, (_, i) => ({ id: `k${i}`, title: `"T" [${i}] {x}`, author: [{ family: 'x' }] })),
      null,
      1,
    );
    const all = [...scanCslJson(text)].filter((found) => 'start' in found);
    for (let cut = 0; cut <= text.length; cut++) {
      const whole = all.filter(({ end }) => end <= cut).map(({ keyStart, keyEnd }) => text.slice(keyStart, keyEnd));
      const found = read(text.slice(0, cut)).filter((one) => typeof one === 'string');
      assert.deepEqual(found, whole, String(cut));
    }
  });
  const items = fc.array(
    fc.record({ id: fc.string(), title: fc.string(), author: fc.array(fc.record({ family: fc.string() })) }),
    { maxLength: 6 },
  );
  test('what JSON.parse reads, we read', () => {
    fc.assert(
      fc.property(items, fc.constantFrom(0, 1, '\t'), (list, space) => {
        const wanted = list.map(({ id }) => id).filter((id) => id !== '');
        const found = read(JSON.stringify(list, null, space)).filter((one) => typeof one === 'string');
        assert.deepEqual(found, [...wanted]);
      }),
    );
  });
  const pieces = fc.array(
    fc.constantFrom('[', ']', '{', '}', '"', ':', ',', '"id"', '"a"', '1', '\n', ' ', '\\', 'é'),
    {
      maxLength: 50,
    },
  );
  test('any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((list) => `[${list.join('')}`),
          fc.string(),
          fc.json(),
        ),
        (text) => {
          let before = 0;
          for (const found of scanCslJson(text)) {
            const { fault } = found;
            if (fault !== undefined) assert.ok(fault.start >= 0 && fault.start < fault.end && fault.end <= text.length);
            if (!('start' in found)) continue;
            assert.ok(found.start >= before && found.end > found.start && found.end <= text.length, 'in order');
            assert.ok(found.keyEnd === 0 || (found.keyStart > found.start && found.keyEnd <= found.end));
            if (fault === undefined) JSON.parse(text.slice(found.start, found.end));
            before = found.end;
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
  test('the time is about that of the length', () => {
    const begun = performance.now();
    for (const piece of [
      '[',
      '{"id":"a",',
      '[{"id":"a","b":',
      '{"id":"a"',
      '{"a":[',
      '{"',
      '[{"id":"a","b":[{"c":1},\n',
    ])
      read(`[${piece.repeat(4000)}`);
    assert.ok(performance.now() - begun < 8000, `${performance.now() - begun} ms`);
  });
});

const yaml = (text: string): unknown[] => read(text, 'csl-yaml');

describe('CSL-YAML', () => {
  test('as the value of references, and as a bare list', () => {
    assert.deepEqual(yaml('references:\n- id: a\n  type: book\n- type: book\n  id: "b c"\nother: 1\n'), ['a', 'b c']);
    assert.deepEqual(yaml('---\nreferences:\n  - id: a\n\n  # between\n  - id: 0012\n...\n'), ['a', '0012']);
    assert.deepEqual(yaml('- id: a\n- id: b\n'), ['a', 'b']);
    assert.deepEqual(yaml("references: [{id: a}, {id: 'b'}]\n"), ['a', 'b']);
    assert.deepEqual(yaml('references:\r\n- id: a\r\n  title: x\r\n- id: b\r\n'), ['a', 'b']);
    assert.deepEqual(yaml(''), []);
    assert.deepEqual(yaml('references:\n'), []);
    assert.deepEqual(yaml('references: []\n'), []);
    assert.deepEqual(yaml('title: x\n'), [['This file holds no list of CSL items.', 'title: x']]);
  });
  test('places', () => {
    const text = 'references:\n  - type: book\n    id: "a b"\n    title: |\n      - id: no\n\n  - id: c # note\n';
    const items = [...scanCslYaml(text)].filter((found) => 'start' in found);
    assert.deepEqual(
      items.map(({ start, end, keyStart, keyEnd }) => [text.slice(start, end), text.slice(keyStart, keyEnd)]),
      [
        ['- type: book\n    id: "a b"\n    title: |\n      - id: no', 'a b'],
        ['- id: c # note', 'c'],
      ],
    );
  });
  test('what is broken costs only itself', () => {
    const found = yaml('references:\n- id: a\n- id: b\n  title: "x\n- id: c\n  [\n- type: book\n- word\n- id: z\n');
    assert.deepEqual(
      found.map((one) => (typeof one === 'string' ? one : (one as string[])[0]!.slice(0, 28))),
      [
        'a',
        'This cannot be read as YAML:',
        'This cannot be read as YAML:',
        'This item has no id.',
        'This is no CSL item.',
        'z',
      ],
    );
  });
  test('a line that has lost its indentation', () => {
    const found = yaml(
      'references:\n- id: a\n  title: A\n- id: b\ntitle: B\n  type: book\n-id: c\n- id: d\nlang: en\n- id: no\n',
    );
    assert.deepEqual(
      found.map((one) => (typeof one === 'string' ? one : (one as string[]).join(': '))),
      [
        'a',
        'b',
        'This belongs to no item of the list.: title: B',
        'This belongs to no item of the list.:   type: book'.replace('  type', 'type'),
        'This belongs to no item of the list.: -id: c',
        'd',
        'This belongs to no item of the list.: lang: en',
        'no',
      ],
    );
    assert.deepEqual(yaml('references:\n- id: a\nbibliography:\n- id: no\n'), ['a']);
    assert.deepEqual(yaml('references:\n- id: a\nlang: en\n'), ['a']);
  });
  test('the references of a draft, at their places in it', () => {
    const text = '---\ntitle: "half\nreferences:\n- id: a\n  title: T\n- id: b\nlang: en\n---\n\n- id: no\n';
    assert.deepEqual(read(text, 'csl-yaml', inlineReferences(text)), ['a', 'b']);
    assert.equal(inlineReferences('- id: a\n'), undefined);
    assert.equal(inlineReferences('---\ntitle: T\n---\nreferences:\n- id: a\n'), undefined);
    const [first] = scanCslYaml(text, inlineReferences(text));
    assert.ok(first !== undefined && 'start' in first);
    assert.equal(text.slice(first.start, first.end), '- id: a\n  title: T');
    assert.equal(text.slice(first.keyStart, first.keyEnd), 'a');
  });
  test('signs put anywhere into one item leave the others', () => {
    const items = Array.from({ length: 5 }, (_, i) => `- id: k${i}\n  title: Title ${i}\n  author:\n  - family: F\n`);
    const before = `references:\n${items.slice(0, 2).join('')}`.length;
    fc.assert(
      fc.property(fc.nat(items[2]!.length - 2), fc.string({ maxLength: 6 }), (at, put) => {
        // A line that begins at the left margin may be a key of the mapping around.
        fc.pre(!/[\r\n]/.test(put) && items[2]![at] !== '\n');
        const text = `references:\n${items.join('')}`;
        const found = yaml(text.slice(0, before + 1 + at) + put + text.slice(before + 1 + at));
        for (const i of [0, 1, 3, 4]) assert.ok(found.includes(`k${i}`), `k${i} after ${JSON.stringify(put)} at ${at}`);
      }),
      { numRuns: 500 },
    );
  });
  const pieces = fc.array(
    fc.constantFrom(
      'references:',
      '\n',
      '- ',
      '  ',
      'id: ',
      'a',
      '"',
      "'",
      '[',
      '{',
      ':',
      '|',
      '*a',
      '&a',
      '<<: ',
      '#',
      '---',
      '\t',
      '? ',
    ),
    { maxLength: 40 },
  );
  test('any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((list) => list.join('')),
          fc.string(),
        ),
        (text) => {
          for (const found of scanCslYaml(text)) {
            const { fault } = found;
            if (fault !== undefined)
              assert.ok(fault.start >= 0 && fault.start <= fault.end && fault.end <= text.length);
            if (!('start' in found)) continue;
            assert.ok(found.start < found.end && found.end <= text.length);
            assert.ok(found.keyStart <= found.keyEnd && found.keyEnd <= text.length);
          }
          const reader = referenceReader(text, 'csl-yaml');
          for (const found of [...reader.references()]) if ('key' in found) reader.item(found);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
