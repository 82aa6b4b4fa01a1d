/** The library of a draft for the terminal program: the keys that it knows, and what is wrong with its files. */
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  bibliographiesOfProject,
  bibliographyFiles,
  inlineReferences,
  lineOf,
  readKeys,
} from '../library/bibliography-file.ts';
import { fileAddress, folderOf, foldersAbove } from '../library/file-address.ts';
import { libraryFormat } from '../library/reference-reader.ts';
import { decodeText } from '../library/text-encoding.ts';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The text of a file, or undefined where it cannot be read, which is told. */
function textOf(path: string, shown: string, warn: (line: string) => void): string | undefined {
  try {
    const decoded = decodeText(readFileSync(path));
    if ('fault' in decoded) {
      warn(`${shown}: ${decoded.fault}`);
      return undefined;
    }
    if (decoded.warning !== undefined) warn(`${shown}:1: ${decoded.warning}`);
    return decoded.text;
  } catch (error) {
    warn(`${shown}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
    return undefined;
  }
}

interface NamedFile {
  /** As it is written, for messages. */
  name: string;
  path: string;
}

/** Addresses of files as paths; undefined for what is no file of this machine. */
function pathOf(address: string | undefined): string | undefined {
  try {
    return address === undefined ? undefined : fileURLToPath(address);
  } catch {
    return undefined;
  }
}

/** What Quarto's files above a draft name: those of its folder up to the folder of `_quarto.yml`. */
function projectFiles(draft: string, warn: (line: string) => void): NamedFile[] {
  const folders = foldersAbove(draft);
  const project = folders.findIndex((folder) => isFile(pathOf(`${folder}_quarto.yml`) ?? ''));
  return folders.slice(0, project + 1).flatMap((folder) =>
    ['_metadata.yml', '_quarto.yml'].flatMap((name) => {
      const path = pathOf(`${folder}${name}`);
      if (path === undefined || !isFile(path)) return [];
      return bibliographiesOfProject(textOf(path, path, warn) ?? '').flatMap((named): NamedFile[] => {
        const target = pathOf(fileAddress(named, folder));
        return target === undefined ? [] : [{ name: named, path: target }];
      });
    }),
  );
}

/**
 * The keys of a draft's own library: of its front matter's `references`, and of the files that `bibliography` names there
 * or in Quarto's files above it.
 *
 * @param file the draft's path, or `-`: then paths are relative to the working folder
 * @param warn told of each file and entry that cannot be read, with file and line
 */
export function keysOfLibrary(file: string, text: string, warn: (line: string) => void): ReadonlySet<string> {
  const keys = new Set<string>();
  const take = (shown: string, own: string, found: ReturnType<typeof readKeys>): void => {
    for (const key of found.keys) keys.add(key);
    for (const { start, message } of found.faults) warn(`${shown}:${lineOf(own, start)}: ${message}`);
  };
  const inline = inlineReferences(text);
  if (inline !== undefined) take(file, text, readKeys(text, 'csl-yaml', inline));
  const draft = pathToFileURL(resolve(file === '-' ? 'draft.md' : file)).href;
  const working = pathToFileURL(`${process.cwd()}/`).href;
  const named: NamedFile[] = [];
  for (const name of bibliographyFiles(text)) {
    const [own, other] = [folderOf(draft), working].map((folder) => pathOf(fileAddress(name, folder)));
    const path = [own, other].find((one) => one !== undefined && isFile(one));
    if (libraryFormat(name) === undefined)
      warn(`${file}: the bibliography ${name} is of no kind that is read (.json, .bib, .yaml).`);
    else if (own === undefined) warn(`${file}: the bibliography ${name} is not on this machine.`);
    else if (path === undefined) warn(`${file}: the bibliography ${name} is not there.`);
    else named.push({ name, path });
  }
  if (file !== '-') named.push(...projectFiles(draft, warn).filter(({ path }) => isFile(path)));
  for (const path of new Set(named.map((one) => one.path))) {
    const format = libraryFormat(path);
    const shown = isAbsolute(file) ? path : relative('', path);
    const own = format === undefined ? undefined : textOf(path, shown, warn);
    if (own !== undefined) take(shown, own, readKeys(own, format!));
  }
  return keys;
}
