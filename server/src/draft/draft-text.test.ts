import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { DraftText } from './draft-text.ts';

const units = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\t', 'ع'), maxLength: 40 });
const edits = fc.array(fc.record({ from: fc.nat(), length: fc.nat({ max: 30 }), inserted: units }), { maxLength: 6 });

/** A text of several pieces, and what some edits make of it. */
const edited = fc
  .record({ text: units, times: fc.integer({ min: 1, max: 800 }), edits })
  .map(({ text, times, edits: list }) => {
    const before = DraftText.of(text.repeat(times));
    let after = before;
    for (const { from, length, inserted } of list) {
      const start = from % (after.length + 1);
      after = after.replaced(start, Math.min(after.length, start + length), inserted);
    }
    return { before, after, count: list.length };
  });

describe('the text of a draft', () => {
  test('what two texts share is the same in both, in order, and leaves out no more than edits came near to', () => {
    fc.assert(
      fc.property(edited, ({ before, after, count }) => {
        let end = 0;
        let otherEnd = 0;
        let shared = 0;
        for (const { at, otherAt, length } of after.sharedWith(before)) {
          assert.ok(at >= end && otherAt >= otherEnd && length > 0);
          assert.equal(after.slice(at, at + length), before.slice(otherAt, otherAt + length));
          end = at + length;
          otherEnd = otherAt + length;
          shared += length;
        }
        assert.ok(end <= after.length && otherEnd <= before.length);
        // A piece has some 2,000 units, and takes one that is too short along.
        assert.ok(shared >= before.length - count * 8000);
      }),
      { numRuns: 300 },
    );
  });

  test('an edit amid a long text leaves out what it replaces', () => {
    const before = DraftText.of('A line of text.\n'.repeat(2000));
    const after = before.replaced(16_000, 16_001, 'The');
    assert.deepEqual(after.sharedWith(before), [
      { at: 0, otherAt: 0, length: 16_000 },
      { at: 16_003, otherAt: 16_001, length: 32_000 - 16_001 },
    ]);
    assert.deepEqual(before.sharedWith(before), [{ at: 0, otherAt: 0, length: 32_000 }]);
    assert.deepEqual(DraftText.of('').sharedWith(DraftText.of('')), []);
  });

  test('lines begin and end behind line feeds', () => {
    fc.assert(
      fc.property(edited, fc.nat(), ({ after }, place) => {
        const text = after.toString();
        const at = place % (text.length + 1);
        assert.equal(after.lineStart(at), at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
        const feed = text.indexOf('\n', at);
        assert.equal(after.lineEnd(at), feed < 0 ? text.length : feed + 1);
      }),
      { numRuns: 300 },
    );
  });
});
