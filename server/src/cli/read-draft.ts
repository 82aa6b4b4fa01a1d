/** Reads a draft for the terminal program: any file a person may name by mistake gives one clear line. */
import { readFileSync, statSync } from 'node:fs';
import { longestDraft } from '../draft/draft.ts';

/** What is wrong with an input, in one line that names the file. */
export class UnreadableInput extends Error {}

/** Line of a byte offset, counted from 1. */
function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 0x0a) line++;
  return line;
}

/** Offset of the first byte that is not UTF-8, or -1. */
function firstInvalidByte(bytes: Uint8Array): number {
  const isValid = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  if (isValid(bytes.length)) return bytes.length === 0 ? -1 : incompleteEnd(bytes);
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isValid(middle + 1)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A text cut off in the middle of a letter is invalid at its end only. */
function incompleteEnd(bytes: Uint8Array): number {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return -1;
  } catch {
    return bytes.length - 1;
  }
}

/**
 * The text of a draft. A byte order mark is kept, so that offsets are those of the file.
 *
 * @param path of the file, or `-` for standard input
 * @param warn told of what was mended on the way
 * @throws UnreadableInput in one line
 */
export function readDraft(path: string, warn: (message: string) => void): string {
  const shown = path === '-' ? 'standard input' : path;
  let bytes: Uint8Array;
  try {
    if (path !== '-' && statSync(path).isDirectory())
      throw new UnreadableInput(`${shown}: is a folder. Name a Markdown file in it.`);
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    if (error instanceof UnreadableInput) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UnreadableInput(`${shown}: no such file. Check the spelling and the folder.`);
    if (code === 'EACCES' || code === 'EPERM')
      throw new UnreadableInput(`${shown}: you have no permission to read this file.`);
    if (code === 'EISDIR') throw new UnreadableInput(`${shown}: is a folder. Name a Markdown file in it.`);
    if (code === 'EOF' || code === 'EAGAIN') bytes = new Uint8Array();
    else throw new UnreadableInput(`${shown}: cannot be read (${code ?? String(error)}).`);
  }
  if (bytes.length > longestDraft * 4) throw new UnreadableInput(tooLong(shown, bytes.length));
  let text: string;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', { ignoreBOM: true }).decode(bytes);
  } else {
    const zero = bytes.indexOf(0);
    if (zero >= 0)
      throw new UnreadableInput(
        `${shown}: is not a text file (a zero byte in line ${lineOfByte(bytes, zero)}). Name a Markdown file.`,
      );
    const invalid = firstInvalidByte(bytes);
    if (invalid >= 0)
      warn(
        `${shown}:${lineOfByte(bytes, invalid)}: not valid UTF-8; letters that cannot be read are taken for “\ufffd”. Save the file as UTF-8.`,
      );
    text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }
  if (text.length > longestDraft) throw new UnreadableInput(tooLong(shown, text.length));
  return text;
}

const tooLong = (shown: string, length: number): string =>
  `${shown}: is too long (${Math.round(length / 1_000_000)} million characters). Drafts of up to ${longestDraft / 1024 / 1024} million characters are read.`;
