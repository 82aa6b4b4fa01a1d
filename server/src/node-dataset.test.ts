import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { onDisk } from './node-dataset.ts';

test('ranges of a file are read, and one that is cut short meanwhile is told by its name', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'dataset-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'dataset.bin');
  writeFileSync(path, Uint8Array.of(0, 1, 2, 3, 4, 5));
  const file = onDisk(path);
  assert.equal(file.size, 6);
  assert.deepEqual([...file.read(2, 5)], [2, 3, 4]);
  assert.deepEqual([...file.read(6, 6)], []);
  assert.equal(file.read(1, 3).byteOffset, 0);
  truncateSync(path, 3);
  assert.throws(() => file.read(2, 5), /dataset\.bin is cut short/);
  assert.throws(() => onDisk(join(folder, 'none.bin')), /ENOENT/);
});
