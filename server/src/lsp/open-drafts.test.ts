import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDraft } from './open-drafts.ts';

describe('the text of an open draft', () => {
  const pieces = fc.constantFrom(
    'a',
    'word ',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    'é',
    '😀',
    '',
    'x'.repeat(1100),
    'line\n'.repeat(300),
  );
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
  const places = fc.record({ line: fc.integer({ min: -1, max: 700 }), character: fc.integer({ min: -1, max: 1300 }) });

  test('is after any edits what the protocol’s own document is, and so are its places', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.record({ start: places, end: places, text: texts }), { maxLength: 8 }),
        fc.array(places, { maxLength: 8 }),
        (text, edits, asked) => {
          const document = TextDocument.create('file:///a.md', 'markdown', 1, text);
          const open = new OpenDraft('file:///a.md', 1, text);
          for (const [index, edit] of edits.entries()) {
            // The protocol's document changes places that are out of order in its own way.
            const isInOrder = document.offsetAt(edit.start) <= document.offsetAt(edit.end);
            const change = {
              range: isInOrder ? { start: edit.start, end: edit.end } : { start: edit.end, end: edit.start },
              text: edit.text,
            };
            const range = {
              start: document.positionAt(document.offsetAt(change.range.start)),
              end: document.positionAt(document.offsetAt(change.range.end)),
            };
            TextDocument.update(document, [{ ...change, range }], index + 2);
            open.change([change], index + 2);
            const whole = document.getText();
            const { content } = open.draft;
            assert.equal(open.draft.text, whole);
            assert.equal(content.lineCount, document.lineCount);
            for (const { line, character } of asked) {
              const offset = document.offsetAt({ line, character });
              assert.equal(open.offsetAt({ line, character }), offset);
              assert.deepEqual(open.positionAt(offset), document.positionAt(offset));
              assert.equal(content.slice(offset, offset + 2500), whole.slice(offset, offset + 2500));
              assert.equal(content.charCodeAt(offset), whole.charCodeAt(offset));
              assert.equal(content.lineStart(offset), whole.slice(0, offset).lastIndexOf('\n') + 1);
              if (offset === whole.length) continue;
              const rest = /^[^\n]*/.exec(whole.slice(offset))![0];
              assert.equal(content.chunk(offset), rest === '' ? '\n' : rest);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('an edit of a long draft leaves all but what it touches as it was', () => {
    const { content } = new OpenDraft('file:///a.md', 1, 'A line of a draft that is long.\n'.repeat(30_000)).draft;
    const piecesOf = (text: typeof content): readonly object[] => Reflect.get(text, 'pieces');
    const before = new Set(piecesOf(content));
    const after = piecesOf(content.replaced(500_000, 500_000, 'e'));
    assert.ok(before.size > 300);
    assert.equal(after.filter((piece) => !before.has(piece)).length, 1);
  });

  test('what names no position changes nothing', () => {
    const open = new OpenDraft('file:///a.md', 1, 'text');
    const nowhere = { line: 0 } as { line: number; character: number };
    assert.throws(() => open.change([{ range: { start: nowhere, end: nowhere }, text: 'e' }], 2), /names no position/);
    assert.equal(open.draft.text, 'text');
  });
});
