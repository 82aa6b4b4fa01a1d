import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { Draft } from './draft.ts';
import { footnotesOf } from './footnotes.ts';

const read = (text: string): [mark: string, said: string][] =>
  footnotesOf(Draft.open(text)).map(({ start, end, textStart, textEnd }) => [
    text.slice(start, end),
    text.slice(textStart, textEnd),
  ]);

test('notes are numbered by their marks, whatever their labels and the order of their texts', () => {
  assert.deepEqual(read('A[^b] and B[^a].\n\n# C[^b]\n\n[^a]: one\n[^b]: two\n\n    more\n'), [
    ['[^b]', 'two\n\n    more'],
    ['[^a]', 'one'],
    ['[^b]', 'two\n\n    more'],
  ]);
  assert.deepEqual(
    footnotesOf(Draft.open('A[^b] B[^a]\n\n[^a]: 1\n[^b]: 2\n')).map(({ number }) => number),
    [1, 2],
  );
});

test('inline notes are among them', () => {
  assert.deepEqual(read('A^[see [@k, p. 3] and [x](y)] and B[^1]: so.\n\n[^1]: one\n'), [
    ['^[see [@k, p. 3] and [x](y)]', 'see [@k, p. 3] and [x](y)'],
    ['[^1]', 'one'],
  ]);
});

test('what is no note', () => {
  for (const text of [
    'A[^1] without a text',
    'A^[never closed\n\nB]',
    '`A[^1]`\n\n[^1]: one\n',
    '    A[^1]\n\n[^1]: one\n',
    'A\\[^1]\n\n[^1]: one\n',
    '$x^[1]$',
    '[^1]: one [^1]\n',
  ])
    assert.deepEqual(read(text), [], text);
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
test('pandoc numbers them so', { skip: hasPandoc ? false : 'pandoc is not installed' }, () => {
  const piece = fc.constantFrom(
    'word',
    'A[^1]',
    'B[^2]',
    'C[^x]',
    'D^[inline]',
    '*e[^1]*',
    '`[^1]`',
    '\n\n',
    '\n\n# H[^2]\n\n',
  );
  const body = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(' ').trim());
  for (const text of fc.sample(body, 12)) {
    const draft = `${text}\n\n[^1]: one\n\n[^2]: two\n\n[^x]: three\n`;
    const { stdout } = spawnSync('pandoc', ['-f', 'markdown', '-t', 'plain', '--wrap=none'], {
      input: draft,
      encoding: 'utf8',
    });
    const printed = [...stdout.matchAll(/^\[\d+\] (.*)$/gm)].map((match) => match[1]);
    assert.deepEqual(
      read(draft).map(([, said]) => said),
      printed,
      draft,
    );
  }
});

test('any text at all', () => {
  const piece = fc.constantFrom(
    '[^1]',
    '[^',
    '^[',
    ']',
    ':',
    '\n',
    '\n\n',
    '[^1]: ',
    '`',
    '    ',
    'a',
    '\\',
    '> ',
    '- ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      for (const note of footnotesOf(Draft.open(text))) {
        assert.match(text.slice(note.start, note.end), /^(?:\[\^[^\]\s]+\]|\^\[.*\])$/s);
        assert.ok(note.textStart <= note.textEnd && note.textEnd <= text.length);
      }
    }),
  );
});
