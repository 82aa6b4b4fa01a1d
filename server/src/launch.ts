/**
 * Entry point in Node: runs the program beside it with what V8 compiled of it in earlier runs, which halves the time that
 * the program itself takes to start. Node's own `enableCompileCache` keeps what the first run compiled and no more, so that a
 * window that was opened and closed again would leave every later one slow; VS Code's Node may not have it, either.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { cacheFolder } from './node-cache-folder.ts';

/** Of the program's text, put in by the bundler: V8 itself would take code of another text of the same length. */
declare const programHash: string;

const path = join(__dirname, 'program.js');
const folder = join(cacheFolder(), 'rapporteur', 'compiled');
const fileName = `${programHash}-${process.versions.v8}-${process.arch}.bin`;

/** What earlier runs compiled. The last four bytes are a sum of the rest: V8 checks none, and ends where its code is damaged. */
function readCompiled(): Buffer | undefined {
  try {
    const file = readFileSync(join(folder, fileName));
    const compiled = file.subarray(0, -4);
    return file.readUInt32LE(compiled.length) === crc32(compiled) ? compiled : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what this run compiled; whatever prevents that only makes the next start slower. */
function writeCompiled(compiled: Buffer): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const temporary = join(folder, `${fileName}.${process.pid}`);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(compiled));
    writeFileSync(temporary, Buffer.concat([compiled, sum]), { mode: 0o600 });
    renameSync(temporary, join(folder, fileName));
    // What earlier versions left.
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.bin') && !name.startsWith(programHash)) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // A full disk, or a home that may not be written to.
  }
}

// What a keystroke leaves behind is garbage at once: a young generation that does not grow keeps memory small, and an old one
// that is collected when it has grown by three fifths, not when it is several times as large. V8 takes compiled code only
// where it was made under the same flags: these come first, and never change.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=60');

const cachedData = readCompiled();
const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'latin1')}\n})`;
const script = new Script(text, { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
const known = script.cachedDataRejected === false ? cachedData!.length : 0;

process.on('exit', () => {
  const compiled = script.createCachedData();
  // Functions are compiled when they are first called: a run that did more leaves more.
  if (compiled.length > known * 1.05) writeCompiled(compiled);
});
// An editor may end its server by a signal, of which Node tells no one.
for (const [signal, number] of [
  ['SIGTERM', 15],
  ['SIGINT', 2],
  ['SIGHUP', 1],
] as const) {
  process.once(signal, () => process.exit(128 + number));
}

const program = { exports: {} };
const run = script.runInThisContext() as (...values: unknown[]) => void;
run(program.exports, createRequire(path), program, path, __dirname);
