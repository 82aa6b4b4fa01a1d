/** The compiled dataset as a file on the disk. */
import { fstatSync, openSync, readSync } from 'node:fs';
import type { DatasetFile } from './features/field.ts';

/**
 * A dataset on the disk. It stays open, so that what is read later is of the same version, whatever is installed meanwhile.
 *
 * @throws Error where there is no such file
 */
export function onDisk(path: string): DatasetFile {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);
  const read = (start: number, end: number): Uint8Array => {
    // A buffer of its own, not a part of Node's pool: arrays are viewed in it, which must be aligned.
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, end - start));
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(descriptor, bytes, at, bytes.length - at, start + at);
      if (count === 0) throw new Error(`${path} is cut short.`);
      at += count;
    }
    return bytes;
  };
  return { size, read };
}
