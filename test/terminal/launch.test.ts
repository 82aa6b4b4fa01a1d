import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { distFile } from '../support/language-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
after(() => rmSync(folder, { recursive: true }));

function named(cacheFolder: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [distFile('rapporteur.js'), 'mentions', '-'], {
    input: 'The Tunis Agenda is long.',
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cacheFolder },
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout;
}

describe('the program that starts with what earlier runs compiled', () => {
  const cacheFolder = join(folder, 'cache');
  const compiledFolder = join(cacheFolder, 'rapporteur', 'compiled');
  const expected = named(cacheFolder);
  const [fileName, ...others] = readdirSync(compiledFolder);

  test('keeps one file, and takes it', () => {
    assert.match(expected, /Tunis Agenda/);
    assert.deepEqual(others, []);
    const before = readFileSync(join(compiledFolder, fileName!));
    assert.equal(named(cacheFolder), expected);
    // A run that compiled no more leaves the file alone: it was taken.
    assert.deepEqual(readFileSync(join(compiledFolder, fileName!)), before);
  });

  test('replaces a file that is damaged', () => {
    const whole = readFileSync(join(compiledFolder, fileName!));
    const changed = [64, whole.length >> 1, whole.length - 1].map((at) => {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 0x55;
      return bytes;
    });
    for (const damaged of [Buffer.alloc(0), Buffer.from('no code'), whole.subarray(0, 100_000), ...changed]) {
      writeFileSync(join(compiledFolder, fileName!), damaged);
      assert.equal(named(cacheFolder), expected);
      const replaced = readFileSync(join(compiledFolder, fileName!));
      assert.notDeepEqual(replaced, damaged);
      assert.ok(replaced.length > 0.9 * whole.length);
    }
  });

  test('removes what another version left', () => {
    writeFileSync(join(compiledFolder, 'another.bin'), 'old');
    rmSync(join(compiledFolder, fileName!));
    named(cacheFolder);
    assert.deepEqual(readdirSync(compiledFolder), [fileName]);
  });

  test('does without, where nothing can be kept', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    assert.equal(named(file), expected);
  });
});
