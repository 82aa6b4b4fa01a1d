/** Where the files are that a draft, a project or a setting names. Addresses are URIs; a folder's ends with a slash. */

/** The folder of a file or folder. */
export const folderOf = (uri: string): string =>
  uri.slice(0, uri.lastIndexOf('/', uri.length - (uri.endsWith('/') ? 2 : 1)) + 1);

export const asFolder = (uri: string): string => (uri.endsWith('/') ? uri : `${uri}/`);

/** Addresses of one file written in several ways become one: `file:///c%3A/a.bib` and `file:///C:/a.bib`. */
export function oneAddress(uri: string): string {
  try {
    const { href } = new URL(uri);
    return href.replace(
      /^(file:\/\/\/)([a-z])(?::|%3a)/i,
      (_, start: string, drive: string) => `${start}${drive.toUpperCase()}:`,
    );
  } catch {
    return uri;
  }
}

/**
 * The address of a file.
 *
 * @param name as it is written: relative, or absolute, on Windows with either slash; `~` is a name like any other
 * @param folder that it is relative to
 * @returns undefined for a file on another machine, which is never asked for, and where there is no such address
 */
export function fileAddress(name: string, folder: string): string | undefined {
  const isWindows = /^file:\/\/\/[A-Za-z](?::|%3A)/i.test(folder);
  const path = isWindows ? name.replaceAll('\\', '/') : name;
  const isDrive = /^[A-Za-z]:\//.test(path);
  if (/^[/\\]{2}/.test(name) || (!isDrive && /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path))) return undefined;
  try {
    const segments = path
      .split('/')
      .map((segment, index) => (isDrive && index === 0 ? segment : encodeURIComponent(segment)));
    const address = new URL(isDrive ? `file:///${segments.join('/')}` : segments.join('/'), folder);
    return address.host === new URL(folder).host ? oneAddress(address.href) : undefined;
  } catch {
    return undefined;
  }
}

/** The folder of a file and those above it, up to `root` or, without one, to the top. */
export function foldersAbove(uri: string, root?: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(uri); folder.length > 0 && /:\/\/[^/]*\/./.test(folder); folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === root || folders.length > 64) break;
  }
  return folders;
}
