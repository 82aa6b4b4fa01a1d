/** Files of the user's that belong to an entry of their library, as links. */
import { fileAddress, folderOf } from '../library/file-address.ts';

/** Kinds of files that are read, and not run, when they are opened. */
const readable = /\.(?:pdf|epub|djvu|docx?|odt|rtf|txt|md|html?|ps)$/i;

/**
 * The address of an attachment, or undefined where it is no file on this machine that is for reading.
 *
 * @param library address of the bibliography file, to whose folder a relative path belongs
 * @param written the path as the entry writes it: `/home/me/a.pdf`, `C:\papers\a.pdf`, `files/12/a.pdf`, `file:///…`
 */
export function attachmentAddress(library: string, written: string): string | undefined {
  const path = written.trim();
  if (!readable.test(path) || /[\p{Cc}<>"|]/u.test(path)) return undefined;
  const address = /^file:\/\/\/(?!\/)/i.test(path) ? path : fileAddress(path.toWellFormed(), folderOf(library));
  return address !== undefined && /^file:\/\/\//i.test(address) ? address : undefined;
}
