import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { smallField } from '../../../test/support/small-field.ts';
import { Draft } from '../draft/draft.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What is in use after garbage is gone, in bytes. */
function bytesInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test('no old version of a draft stays in memory for what is known of its blocks', () => {
  const { recogniser } = smallField();
  const paragraph =
    'The Tunis Agenda [@WSIS-05/TUNIS/DOC/6(Rev.1), para. 72] of the World Summit on the Information Society (the “Information Summit”), resolution 73/27 and Article 32 of the Budapest Convention.\n\n';
  const length = 1_000_000;
  let text = paragraph.repeat(length / paragraph.length);
  let draft = Draft.open(text);
  recogniser.mentions(draft);
  const before = bytesInUse();
  const edits = 60;
  for (let edit = 0; edit < edits; edit++) {
    const at = edit * 50 * paragraph.length + 4;
    text = `${text.slice(0, at)}e${text.slice(at)}`;
    draft = draft.edited(text, [{ from: at, to: at, inserted: 1 }]);
    recogniser.mentions(draft);
  }
  const kept = bytesInUse() - before;
  // Each version that stayed would take a megabyte.
  assert.ok(kept < (edits * length) / 5, `${Math.round(kept / 1e6)} MB more after ${edits} edits`);
});
