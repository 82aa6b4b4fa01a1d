import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type BibTeXBlock, months, scanBibTeX, valueText } from './bibtex-scan.ts';

const scan = (text: string): BibTeXBlock[] => [...scanBibTeX(text)];
/** Keys, each with its fault where it has one. */
const keys = (text: string): (string | [string, string])[] =>
  scan(text).map(({ key, fault }) => (fault === undefined ? key : [key, fault.message]));
const fields = (text: string): Record<string, string> =>
  Object.fromEntries(scan(text)[0]!.fields.map((field) => [field.name, valueText(text, field, months)]));

describe('entries', () => {
  test('in braces and parentheses, with any space, after each other', () => {
    assert.deepEqual(keys('@book{a,title={x}}@BOOK { b , }\n@misc(c, title = "y")\n@misc{d}'), ['a', 'b', 'c', 'd']);
  });
  test('what stands between them is passed over', () => {
    assert.deepEqual(keys('mail a@b.org or @nobody\n% @book{no, title={x}}\n@book{a,} % see @misc{b,}\n@misc{c,}'), [
      'a',
      'c',
    ]);
    assert.deepEqual(keys('@comment{@book{no,}}\n@Comment jabref @x\n@preamble{"\\def{@}" # {x}}\n@book{a,}'), ['a']);
  });
  test('keys as people write them', () => {
    for (const key of [
      'A/RES/73/27',
      'S/RES/2341(2017)',
      'müller_2020',
      'a:b.c+d&e',
      '2016',
      'DBLP:conf/x/Y',
      'a=b',
      '联合国',
    ])
      assert.deepEqual(keys(`@misc{${key},\n title = {x}}`), [key]);
  });
  test('the places are exact', () => {
    const text = '\ufeff  @book{ key , title = {T} }rest';
    const [block] = scan(text);
    assert.equal(text.slice(block!.start, block!.end), '@book{ key , title = {T} }');
    assert.equal(text.slice(block!.keyStart, block!.keyEnd), 'key');
  });
});

describe('values', () => {
  test('texts, numbers, macros, and all joined', () => {
    assert.deepEqual(
      fields('@misc{a, A={x {y} "z"}, b = "x {"} y", c=2020, d = jan, e = "a" # " b" # mar, f = unknown, g = {}}'),
      { a: 'x {y} "z"', b: 'x {"} y', c: '2020', d: '1', e: 'a b3', f: 'unknown', g: '' },
    );
  });
  test('escaped braces do not count where that makes sense of them', () => {
    assert.deepEqual(fields('@misc{a, t={one \\{ brace}, u={x}}'), { t: 'one \\{ brace', u: 'x' });
    assert.deepEqual(fields('@misc{a, f={C:\\\\dir\\}, u={x}}').u, 'x');
    assert.deepEqual(fields('@misc{a, t="M\\"uller", u={x}}').u, 'x');
  });
  test('an entry that an abstract quotes is part of it', () => {
    assert.deepEqual(keys('@misc{a, abstract={cite as\n@misc{no, title={x}}\n thanks}, year=2000}\n@misc{b,}'), [
      'a',
      'b',
    ]);
  });
});

describe('broken entries cost only themselves', () => {
  const good = '@book{good,\n title={x}\n}\n';
  const cases: [string, string, string][] = [
    ['@book{bad,\n title={x\n year={2000}\n}\n', 'bad', 'This entry is not closed.'],
    ['@book{bad,\n title={{x\n year={2000}\n}\n', 'bad', 'The value of “title” is not closed.'],
    ['@book{bad,\n title="x,\n year=2000\n}\n', 'bad', 'The value of “title” is not closed.'],
    ['@book{bad,\n title={x}\n year={2000}\n}\n', 'bad', 'A comma is missing behind the value of “title”.'],
    ['@book{bad,\n title {x},\n year={2000}\n}\n', 'bad', '“=” is missing behind “title”.'],
    ['@book{bad,\n title=,\n year={2000}\n}\n', 'bad', '“title” has no value.'],
    ['@book{bad,\n title={x}} y},\n year={2000}\n}\n', '', ''],
    ['@book{bad,\n title={x},\n "year"={2000}\n}\n', 'bad', '“"” is not expected here.'],
    ['@book{bad key,\n title={x}\n}\n', 'bad', 'A comma is missing behind the key, which has no spaces.'],
    ['@book{title={x}\n}\n', '', 'This entry has no key.'],
    ['@book{bad\n\n', 'bad', 'This entry is not closed.'],
    ['@book{\n\n', '', 'This entry has no key.'],
  ];
  for (const [broken, key, message] of cases) {
    test(JSON.stringify(broken), () => {
      const text = `${good}${broken}${good.replace('good', 'other')}`;
      const found = keys(text);
      assert.equal(found[0], 'good');
      assert.equal(found.at(-1), 'other');
      if (message === '') return;
      assert.deepEqual(found.slice(1, -1), [[key, message]]);
      const { start, end, fault } = scan(text)[1]!;
      assert.ok(fault!.start >= start && fault!.end <= Math.max(end, fault!.start + 1) + 40);
      assert.ok(end <= text.indexOf('@book{other'));
    });
  }
  test('a file that is cut off anywhere keeps every entry before the cut', () => {
    const text = Array.from({ length: 5 }, (_, i) => `@book{k${i},\n title={T "${i}" {x}},\n note="a # b"\n}\n\n`).join(
      '',
    );
    for (let cut = 0; cut <= text.length; cut++) {
      const whole = scan(text).filter(({ end }) => end <= cut);
      assert.deepEqual(
        scan(text.slice(0, cut))
          .filter(({ fault }) => fault === undefined)
          .map(({ key }) => key),
        whole.map(({ key }) => key),
        String(cut),
      );
    }
  });
});

/** Everything that holds of whatever a file holds. */
function holds(text: string): void {
  let before = 0;
  for (const block of scan(text)) {
    assert.ok(block.start >= before && block.end > block.start && block.end <= text.length);
    assert.equal(text[block.start], '@');
    assert.equal(text.slice(block.keyStart, block.keyEnd), block.key);
    assert.ok(block.keyStart >= block.start && block.keyEnd <= block.end);
    if (block.fault !== undefined)
      assert.ok(block.fault.start >= 0 && block.fault.end > block.fault.start && block.fault.end <= text.length);
    for (const field of block.fields) {
      assert.ok(field.valueStart >= block.keyEnd && field.valueEnd <= text.length && field.valueEnd > field.valueStart);
      valueText(text, field, months);
    }
    before = block.end;
  }
}

const pieces = fc.array(
  fc.constantFrom(
    '@',
    'book',
    '{',
    '}',
    '(',
    ')',
    '"',
    ',',
    '=',
    '#',
    '%',
    '\n',
    '\\',
    ' ',
    'key',
    'title',
    '@string{',
    'é',
  ),
  { maxLength: 60 },
);
test('any text at all', () => {
  fc.assert(
    fc.property(
      pieces.map((list) => list.join('')),
      holds,
    ),
    { numRuns: 3000 },
  );
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), holds));
});
test('signs put anywhere into one entry leave those that are far from it', () => {
  const entries = Array.from(
    { length: 7 },
    (_, i) => `@book{k${i},\n  title = {Title of {${i}}},\n  year = 200${i}\n}\n\n`,
  );
  const middle = entries.slice(0, 3).join('').length;
  fc.assert(
    fc.property(fc.nat(entries[3]!.length - 1), fc.string({ maxLength: 8 }), (at, put) => {
      // A brace or a quotation that is opened or closed too often is the one entry's affair.
      const text = entries.join('');
      const changed = text.slice(0, middle + at) + put + text.slice(middle + at);
      holds(changed);
      const found = scan(changed).filter(({ fault }) => fault === undefined);
      for (const i of [0, 1, 2, 4, 5, 6])
        assert.ok(
          found.some(({ key }) => key === `k${i}`),
          `k${i} after ${JSON.stringify(put)} at ${at}`,
        );
    }),
    { numRuns: 2000 },
  );
});
test('the time is about that of the length, whatever is open', () => {
  const begun = performance.now();
  for (const piece of ['@book{a,\n', '@book{a, t={\n', '@book{a, t="\n', '@a{b, c={@d{e,\n', '% @\n', '@', '{', '"'])
    scan(piece.repeat(20_000));
  assert.ok(performance.now() - begun < 8000, `${performance.now() - begun} ms`);
});
