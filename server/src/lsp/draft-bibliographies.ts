/** Which bibliography files a draft uses; docs/CITATIONS.md has the same as a table. */
import { bibliographiesOfProject, namedBibliographies } from '../library/bibliography-file.ts';
import { asFolder, fileAddress, folderOf, foldersAbove, oneAddress } from '../library/file-address.ts';
import type { LibraryProblem } from '../library/library.ts';
import { libraryFormat, referenceReader } from '../library/reference-reader.ts';
import { decodeText } from '../library/text-encoding.ts';
import type { FileAccess } from './shared-file.ts';

export interface FoundBibliographies {
  /** The files in their order, each once. Those of a setting or of Quarto's need not be there. */
  addresses: string[];
  /** What is wrong with the names in the draft's front matter, at their places in it. */
  problems: LibraryProblem[];
  /** Other files that would change the answer. */
  asked: string[];
}

export interface BibliographyPlaces {
  files: FileAccess;
  /** Addresses of the workspace's folders. */
  roots: () => readonly string[];
  /** The files that the setting names for a draft. */
  setting: (draft: string) => readonly string[];
  /** Whether a file that is not there counts as if it were, because another program is writing it. */
  isKept: (uri: string) => boolean;
}

/** The longest of Quarto's files, and of files that nobody named, that is looked into; bytes. */
const longestProjectFile = 1_000_000;
const longestUnnamedFile = 32 * 1024 * 1024;

/** Where one draft's files are looked for; folders end with a slash. */
interface Surroundings {
  uri: string;
  isFile: boolean;
  folder: string | undefined;
  root: string | undefined;
}

export class DraftBibliographies {
  private readonly places: BibliographyPlaces;
  private readonly verdicts = new Map<string, { state: string; verdict: boolean }>();

  constructor(places: BibliographyPlaces) {
    this.places = places;
  }

  /** @param head the draft's text to the end of its front matter */
  async find(draft: string, head: string): Promise<FoundBibliographies> {
    const around = this.surroundings(draft);
    const found: FoundBibliographies = { addresses: [], problems: [], asked: [] };
    for (const { text, start, end } of namedBibliographies(head)) {
      const named = await this.namedFile(text, around, found.asked);
      if ('address' in named) found.addresses.push(named.address);
      else found.problems.push({ uri: draft, start, end, message: named.fault });
    }
    if (around.isFile) found.addresses.push(...(await this.ofProject(around, found.asked)));
    found.addresses.push(...this.ofSetting(draft, around));
    if (found.addresses.length === 0 && found.problems.length === 0 && around.root !== undefined)
      found.addresses.push(...(await this.onlyOne(around.root)));
    return { ...found, addresses: [...new Set(found.addresses)] };
  }

  /** The draft's folder, and the workspace's folder that it lies in: of several the nearest. */
  private surroundings(draft: string): Surroundings {
    const uri = oneAddress(draft);
    const isFile = uri.startsWith('file:');
    const roots = this.places.roots().map((root) => asFolder(oneAddress(root)));
    const around = roots.filter((root) => uri.startsWith(root)).sort((a, b) => b.length - a.length);
    const root = isFile ? around[0] : roots[0];
    return { uri, isFile, root, folder: isFile ? folderOf(uri) : root };
  }

  /** The file that a draft's front matter names: in the draft's folder, else in the workspace's. */
  private async namedFile(
    name: string,
    { folder, root }: Surroundings,
    asked: string[],
  ): Promise<{ address: string } | { fault: string }> {
    if (libraryFormat(name) === undefined)
      return { fault: `${name} is no bibliography that can be read: .bib, .json (CSL-JSON) and .yaml are.` };
    const folders = [folder, root].filter((place) => place !== undefined);
    if (folders.length === 0) return { fault: `Save the draft, so that ${name} can be found.` };
    const addresses = folders.map((place) => fileAddress(name, place)).filter((address) => address !== undefined);
    for (const address of addresses) if ((await this.places.files.stat(address)) !== undefined) return { address };
    const [first] = addresses;
    if (first === undefined) return { fault: `${name} is not on this machine, and is not read.` };
    asked.push(first);
    return this.places.isKept(first) ? { address: first } : { fault: `There is no file ${name}.` };
  }

  /** What Quarto's files above a draft name, the nearest first, up to the project's. */
  private async ofProject({ uri, root }: Surroundings, asked: string[]): Promise<string[]> {
    const named: string[] = [];
    for (const folder of foldersAbove(uri, root)) {
      for (const name of ['_metadata.yml', '_quarto.yml']) {
        const address = `${folder}${name}`;
        // Without a workspace the folders go up to the top: nobody is asked to watch those.
        if (root !== undefined) asked.push(address);
        const text = await this.shortText(address);
        if (text === undefined) continue;
        for (const one of bibliographiesOfProject(text)) {
          const target = fileAddress(one, folder);
          if (target !== undefined && libraryFormat(one) !== undefined) named.push(target);
        }
        if (name === '_quarto.yml') return named;
      }
    }
    return named;
  }

  private async shortText(uri: string): Promise<string | undefined> {
    const { files } = this.places;
    const found = await files.stat(uri);
    if (found === undefined || found.size > longestProjectFile) return undefined;
    try {
      const decoded = decodeText(await files.read(uri));
      return 'text' in decoded ? decoded.text : undefined;
    } catch {
      // It has gone meanwhile.
      return undefined;
    }
  }

  private ofSetting(draft: string, { folder, root }: Surroundings): string[] {
    const [firstRoot] = this.places.roots();
    const base = root ?? (firstRoot === undefined ? folder : asFolder(oneAddress(firstRoot)));
    if (base === undefined) return [];
    return this.places
      .setting(draft)
      .filter((name) => libraryFormat(name) !== undefined)
      .map((name) => fileAddress(name, base))
      .filter((address) => address !== undefined);
  }

  /** The one bibliography in a folder, where there is exactly one. */
  private async onlyOne(folder: string): Promise<string[]> {
    const candidates: string[] = [];
    for (const name of (await this.places.files.list(folder)).sort()) {
      const format = libraryFormat(name);
      const address = format === undefined ? undefined : fileAddress(name, folder);
      if (address !== undefined && (format === 'bibtex' || (await this.isBibliography(address))))
        candidates.push(address);
    }
    return candidates.length === 1 ? candidates : [];
  }

  /** Whether a .json or .yaml file that nobody named holds CSL items; looked into once as long as it stays the same. */
  private async isBibliography(uri: string): Promise<boolean> {
    const { files } = this.places;
    const found = await files.stat(uri);
    if (found === undefined || found.size > longestUnnamedFile) return false;
    const state = `${found.size} ${found.modified}`;
    const before = this.verdicts.get(uri);
    if (before?.state === state) return before.verdict;
    const verdict = await looksLikeBibliography(files, uri);
    this.verdicts.set(uri, { state, verdict });
    return verdict;
  }
}

/** Whether the first item of a file is a CSL item: settings and data of other programs have no type of CSL's. */
async function looksLikeBibliography(files: FileAccess, uri: string): Promise<boolean> {
  try {
    const decoded = decodeText(await files.read(uri));
    if ('fault' in decoded) return false;
    const reader = referenceReader(decoded.text, libraryFormat(uri)!);
    const [first] = reader.references();
    if (first === undefined || !('key' in first) || first.fault !== undefined) return false;
    return /\btype["']?\s*:/.test(reader.source(first) ?? '') && isCslType(reader.item(first).type);
  } catch {
    return false;
  }
}

const isCslType = (type: string): boolean =>
  /^(?:article|bill|book|broadcast|chapter|classic|collection|dataset|document|entry|event|figure|graphic|hearing|interview|legal|legislation|manuscript|map|motion|musical|pamphlet|paper|patent|performance|periodical|personal|post|regulation|report|review|software|song|speech|standard|thesis|treaty|webpage)(?:[-_]|$)/.test(
    type,
  );
