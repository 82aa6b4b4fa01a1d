/** The libraries of the open drafts: which files each uses, shared between them, and kept up to date. */
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  bibliographiesOfProject,
  frontMatter,
  inlineReferences,
  namedBibliographies,
} from '../library/bibliography-file.ts';
import { asFolder, fileAddress, folderOf, foldersAbove, oneAddress } from '../library/file-address.ts';
import { joinLibrary } from '../library/joined-library.ts';
import type { Library, LibraryProblem } from '../library/library.ts';
import { finished, type LibraryFile, readLibraryFile } from '../library/library-file.ts';
import { libraryFormat, referenceReader } from '../library/reference-reader.ts';
import { decodeText } from '../library/text-encoding.ts';
import { type FileAccess, SharedFile } from './shared-file.ts';

export interface LibraryContext {
  /** Without it, a draft's library is what stands in its own front matter. */
  files: FileAccess | undefined;
  /** Addresses of the workspace's folders. */
  roots: () => readonly string[];
  /** The files that the setting names for a draft. */
  setting: (draft: string) => readonly string[];
  publish: (uri: string, diagnostics: Diagnostic[]) => void;
  /** Told all files whose changes matter, when they are others than before. */
  watch: (uris: readonly string[]) => void;
  failed: (error: unknown) => void;
}

/** How often files are looked at without having been told of a change, at most; milliseconds. */
const leastInterval = 1000;
/** How long a draft rests after an edit before its front matter is looked at. */
const restAfterEdit = 300;
const mostProblems = 100;

/** A draft as far as its library goes. */
interface DraftLibrary {
  uri: string;
  text: () => string;
  /** Its front matter when it was last looked at. */
  head: string | undefined;
  inline: LibraryFile | undefined;
  files: SharedFile[];
  problems: LibraryProblem[];
  hasPlan: boolean;
  looked: number;
  looking: Promise<void> | undefined;
  isStale: boolean;
  rest?: ReturnType<typeof setTimeout>;
}

const noItem = (): never => {
  throw new Error('References in YAML are not converted.');
};

export class Libraries {
  private readonly context: LibraryContext;
  private readonly drafts = new Map<string, DraftLibrary>();
  private readonly shared = new Map<string, SharedFile>();
  private readonly published = new Map<string, string>();
  private watched = '';
  /** Files that say which bibliographies there are, as far as they were looked for. */
  private projectFiles = new Set<string>();

  private readonly verdicts = new Map<string, { state: string; verdict: boolean }>();

  constructor(context: LibraryContext) {
    this.context = context;
  }

  /** @param text gives the draft's text as it stands when it is asked for */
  open(uri: string, text: () => string): void {
    const draft: DraftLibrary = {
      ...{ uri, text, head: undefined, inline: undefined, files: [], problems: [] },
      ...{ hasPlan: false, looked: 0, looking: undefined, isStale: false },
    };
    this.drafts.set(uri, draft);
    this.readHead(draft);
    this.look(draft);
  }

  /** To be told of each edit. */
  edited(uri: string): void {
    const draft = this.drafts.get(uri);
    if (draft === undefined) return;
    clearTimeout(draft.rest);
    draft.rest = setTimeout(() => {
      if (this.readHead(draft)) this.look(draft);
    }, restAfterEdit);
  }

  close(uri: string): void {
    const draft = this.drafts.get(uri);
    if (draft === undefined) return;
    clearTimeout(draft.rest);
    this.drafts.delete(uri);
    for (const file of draft.files) this.leave(draft, file);
    this.publish();
    this.watch();
  }

  /** What the client says has changed; a folder's files are those of its address and below. */
  filesChanged(uris: readonly string[]): void {
    const changed = new Set(uris.map(oneAddress));
    for (const draft of this.drafts.values()) {
      if ([...changed].some((uri) => !this.shared.has(uri))) this.look(draft);
    }
    for (const file of this.shared.values()) if (changed.has(file.uri)) void file.refresh();
  }

  /** Settings or the workspace's folders are others: for one draft or for all. */
  placesChanged(uri?: string): void {
    for (const draft of this.drafts.values()) if (uri === undefined || draft.uri === uri) this.look(draft);
  }

  /** The library of an open draft, as far as it has been read. */
  libraryOf(uri: string): Library | undefined {
    const draft = this.drafts.get(uri);
    if (draft === undefined) return undefined;
    const hasOtherHead = this.readHead(draft);
    if (hasOtherHead || performance.now() - draft.looked > leastInterval) this.look(draft);
    const files = [...(draft.inline === undefined ? [] : [draft.inline]), ...draft.files.flatMap(({ shown }) => shown)];
    return joinLibrary(files, !draft.hasPlan || draft.files.some(({ isLoaded }) => !isLoaded));
  }

  /** Places in a bibliography file that was read; undefined in any other. */
  rangeIn(uri: string, { start, end }: { start: number; end: number }): Range | undefined {
    const text = this.shared.get(uri)?.text ?? this.drafts.get(uri)?.text();
    if (text === undefined) return undefined;
    const document = TextDocument.create(uri, 'plaintext', 0, text);
    return { start: document.positionAt(start), end: document.positionAt(end) };
  }

  /** Waits until all is read that was asked for. */
  async settled(): Promise<void> {
    for (;;) {
      const work = [...this.drafts.values()].map(({ looking }) => looking);
      const reading = [...this.shared.values()].map((file) => file.reading);
      const busy = [...work, ...reading].filter((one) => one !== undefined);
      if (busy.length === 0) return;
      await Promise.all(busy);
    }
  }

  /** Reads the references that the draft itself holds, if its front matter is another; gives whether it is. */
  private readHead(draft: DraftLibrary): boolean {
    const text = draft.text();
    const within = frontMatter(text);
    const head = within === undefined ? '' : `${text.slice(0, within.end)}---\n`;
    if (head === draft.head) return false;
    draft.head = head;
    const references = inlineReferences(text);
    if (references === undefined) draft.inline = undefined;
    else {
      const reader = referenceReader(head, 'csl-yaml', noItem, references);
      const former = draft.inline === undefined ? [] : [draft.inline];
      draft.inline = finished(readLibraryFile(draft.uri, reader, former));
    }
    return true;
  }

  /** Finds out which files the draft uses, and reads those that have changed. */
  private look(draft: DraftLibrary): void {
    draft.looked = performance.now();
    if (draft.looking !== undefined) {
      draft.isStale = true;
      return;
    }
    draft.looking = this.plan(draft)
      .catch((error: unknown) => this.context.failed(error))
      .finally(() => {
        draft.looking = undefined;
        if (draft.isStale && this.drafts.get(draft.uri) === draft) {
          draft.isStale = false;
          this.look(draft);
        }
      });
  }

  private async plan(draft: DraftLibrary): Promise<void> {
    // Whatever was asked for meanwhile is answered first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { addresses, problems } = await this.addressesOf(draft);
    if (this.drafts.get(draft.uri) !== draft) return;
    const files = addresses.map((uri) => this.join(draft, uri));
    for (const file of draft.files) if (!files.includes(file)) this.leave(draft, file);
    draft.files = files;
    draft.problems = problems;
    draft.hasPlan = true;
    this.watch();
    await Promise.all(files.map((file) => file.refresh()));
    this.publish();
  }

  private join(draft: DraftLibrary, uri: string): SharedFile {
    let file = this.shared.get(uri);
    if (file === undefined) {
      const { files, failed } = this.context;
      file = new SharedFile(
        uri,
        libraryFormat(uri) ?? 'bibtex',
        files!,
        (changed) => this.fileChanged(changed),
        failed,
      );
      this.shared.set(uri, file);
    }
    file.users.add(draft.uri);
    return file;
  }

  private fileChanged(file: SharedFile): void {
    this.publish();
    // A file that has gone may lie elsewhere now, and the draft is told that it has gone.
    if (file.isMissing) for (const user of file.users) this.look(this.drafts.get(user)!);
  }

  private leave(draft: DraftLibrary, file: SharedFile): void {
    file.users.delete(draft.uri);
    if (file.users.size > 0) return;
    file.dispose();
    this.shared.delete(file.uri);
  }

  /** The workspace's folder that a draft lies in: of several the nearest. */
  private rootOf(uri: string): string | undefined {
    const roots = this.context.roots().map((root) => asFolder(oneAddress(root)));
    return roots.filter((root) => uri.startsWith(root)).sort((a, b) => b.length - a.length)[0];
  }

  /** The files that a draft uses, in their order, and what is wrong with their names. */
  private async addressesOf(draft: DraftLibrary): Promise<{ addresses: string[]; problems: LibraryProblem[] }> {
    const { files } = this.context;
    if (files === undefined) return { addresses: [], problems: [] };
    const uri = oneAddress(draft.uri);
    const isFile = uri.startsWith('file:');
    const [firstRoot] = this.context.roots().map((root) => asFolder(oneAddress(root)));
    const root = isFile ? this.rootOf(uri) : firstRoot;
    const folder = isFile ? folderOf(uri) : root;
    const named: string[] = [];
    const problems: LibraryProblem[] = [];
    for (const { text, start, end } of namedBibliographies(draft.head ?? '')) {
      const found = await this.namedFile(files, text, folder, root);
      if ('address' in found) named.push(found.address);
      else problems.push({ uri: draft.uri, start, end, message: found.fault });
    }
    if (isFile) named.push(...(await this.ofProject(files, uri, root)));
    const base = root ?? firstRoot ?? folder;
    for (const name of this.context.setting(draft.uri)) {
      const address = base === undefined ? undefined : fileAddress(name, base);
      if (address !== undefined && libraryFormat(name) !== undefined) named.push(address);
    }
    if (named.length === 0 && problems.length === 0 && root !== undefined)
      named.push(...(await this.onlyOne(files, root)));
    return { addresses: [...new Set(named)], problems };
  }

  /** The file that a draft's front matter names: in the draft's folder, else in the workspace's. */
  private async namedFile(
    files: FileAccess,
    name: string,
    folder: string | undefined,
    root: string | undefined,
  ): Promise<{ address: string } | { fault: string }> {
    if (libraryFormat(name) === undefined)
      return { fault: `${name} is no bibliography that can be read: .bib, .json (CSL-JSON) and .yaml are.` };
    const places = [folder, root].filter((place) => place !== undefined);
    if (places.length === 0) return { fault: `Save the draft, so that ${name} can be found.` };
    const addresses = places.map((place) => fileAddress(name, place)).filter((address) => address !== undefined);
    for (const address of addresses) if ((await files.stat(address)) !== undefined) return { address };
    const [first] = addresses;
    if (first === undefined) return { fault: `${name} is not on this machine, and is not read.` };
    this.projectFiles.add(first);
    // What has just been read is being written anew: it stays for a moment.
    const known = this.shared.get(first);
    return known?.shown.some(({ entries }) => entries.length > 0)
      ? { address: first }
      : { fault: `There is no file ${name}.` };
  }

  /** What Quarto's files above a draft name, the nearest first. */
  private async ofProject(files: FileAccess, uri: string, root: string | undefined): Promise<string[]> {
    const named: string[] = [];
    for (const folder of foldersAbove(uri, root)) {
      for (const name of ['_metadata.yml', '_quarto.yml']) {
        const address = `${folder}${name}`;
        if (root !== undefined) this.projectFiles.add(address);
        const found = await files.stat(address);
        if (found === undefined || found.size > 1_000_000) continue;
        const decoded = decodeText(await files.read(address));
        if ('fault' in decoded) continue;
        for (const one of bibliographiesOfProject(decoded.text)) {
          const target = fileAddress(one, folder);
          if (target !== undefined && libraryFormat(one) !== undefined) named.push(target);
        }
        if (name === '_quarto.yml') return named;
      }
    }
    return named;
  }

  /** The one bibliography at the workspace's root, where there is exactly one. */
  private async onlyOne(files: FileAccess, root: string): Promise<string[]> {
    const candidates: string[] = [];
    for (const name of (await files.list(root)).sort()) {
      const format = libraryFormat(name);
      const address = format === undefined ? undefined : fileAddress(name, root);
      if (address !== undefined && (format === 'bibtex' || (await this.isBibliography(files, address))))
        candidates.push(address);
    }
    return candidates.length === 1 ? candidates : [];
  }

  /** Whether a .json or .yaml file that nobody named holds CSL items; looked into once as long as it stays the same. */
  private async isBibliography(files: FileAccess, uri: string): Promise<boolean> {
    const found = await files.stat(uri);
    if (found === undefined || found.size > 32 * 1024 * 1024) return false;
    const state = `${found.size} ${found.modified}`;
    const before = this.verdicts.get(uri);
    if (before?.state === state) return before.verdict;
    const verdict = await looksLikeBibliography(files, uri);
    this.verdicts.set(uri, { state, verdict });
    return verdict;
  }

  private watch(): void {
    if (this.drafts.size === 0) this.projectFiles.clear();
    const uris = [...new Set([...this.shared.keys(), ...this.projectFiles])].sort();
    const all = uris.join('\n');
    if (all === this.watched) return;
    this.watched = all;
    this.context.watch(uris);
  }

  /** Publishes what is wrong in the files and front matters of the open drafts, where it differs from before. */
  private publish(): void {
    const problems = new Map<string, { text: string; found: readonly LibraryProblem[] }>();
    for (const { uri, text, problems: found } of this.shared.values()) problems.set(uri, { text, found });
    for (const { uri, head, inline, problems: own } of this.drafts.values())
      problems.set(uri, { text: head ?? '', found: [...own, ...(inline?.problems ?? [])] });
    for (const uri of this.published.keys()) if (!problems.has(uri)) problems.set(uri, { text: '', found: [] });
    for (const [uri, { text, found }] of problems) {
      const diagnostics = diagnosticsOf(uri, text, found);
      const written = JSON.stringify(diagnostics);
      if (written === (this.published.get(uri) ?? '[]')) continue;
      if (diagnostics.length === 0) this.published.delete(uri);
      else this.published.set(uri, written);
      this.context.publish(uri, diagnostics);
    }
  }
}

const diagnosticsOfProblems = new WeakMap<readonly LibraryProblem[], Diagnostic[]>();

/** Worked out once for a list of problems: lines of a long file are slow to count. */
function diagnosticsOf(uri: string, text: string, problems: readonly LibraryProblem[]): Diagnostic[] {
  if (problems.length === 0) return [];
  let diagnostics = diagnosticsOfProblems.get(problems);
  if (diagnostics === undefined) {
    diagnostics = asDiagnostics(TextDocument.create(uri, 'plaintext', 0, text), problems);
    diagnosticsOfProblems.set(problems, diagnostics);
  }
  return diagnostics;
}

function asDiagnostics(document: TextDocument, problems: readonly LibraryProblem[]): Diagnostic[] {
  return problems.slice(0, mostProblems).map(({ start, end, message }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    severity: DiagnosticSeverity.Warning,
    source: 'Rapporteur',
    message,
  }));
}

/** Whether the first item of a file is a CSL item: settings and data of other programs have no type of CSL's. */
async function looksLikeBibliography(files: FileAccess, uri: string): Promise<boolean> {
  try {
    const decoded = decodeText(await files.read(uri));
    if ('fault' in decoded) return false;
    const reader = referenceReader(decoded.text, libraryFormat(uri)!, noItem);
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
