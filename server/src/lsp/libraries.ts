/** The libraries of the open drafts: which files each uses, shared between them, and kept up to date. */
import type { Diagnostic, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { frontMatter, inlineReferences } from '../library/bibliography-file.ts';
import { oneAddress } from '../library/file-address.ts';
import { joinLibrary } from '../library/joined-library.ts';
import type { Library, LibraryProblem } from '../library/library.ts';
import { finished, type LibraryFile, readLibraryFile } from '../library/library-file.ts';
import { libraryFormat, referenceReader } from '../library/reference-reader.ts';
import { decodeText } from '../library/text-encoding.ts';
import { DraftBibliographies } from './draft-bibliographies.ts';
import { diagnosticsOf } from './library-diagnostics.ts';
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

/** A draft as far as its library goes. */
interface DraftLibrary {
  uri: string;
  text: () => string;
  /** Its text up to the end of its front matter, or more. */
  begin: () => string;
  /** Its front matter when it was last looked at. */
  head: string | undefined;
  inline: LibraryFile | undefined;
  files: SharedFile[];
  problems: LibraryProblem[];
  /** Files that would change which files it uses. */
  asked: string[];
  hasPlan: boolean;
  looked: number;
  looking: Promise<void> | undefined;
  isStale: boolean;
  rest?: ReturnType<typeof setTimeout>;
}

export class Libraries {
  private readonly context: LibraryContext;
  private readonly drafts = new Map<string, DraftLibrary>();
  private readonly shared = new Map<string, SharedFile>();
  private readonly published = new Map<string, string>();
  private watched = '';
  private readonly bibliographies: DraftBibliographies | undefined;

  constructor(context: LibraryContext) {
    this.context = context;
    const { files, roots, setting } = context;
    // What has just been read and has gone is being written anew: it stays for a moment.
    const isKept = (uri: string): boolean =>
      this.shared.get(uri)?.shown.some(({ entries }) => entries.length > 0) === true;
    this.bibliographies = files === undefined ? undefined : new DraftBibliographies({ files, roots, setting, isKept });
  }

  /**
   * @param text gives the draft's text as it stands when it is asked for
   * @param begin gives it up to the end of its front matter at least, which is asked for often
   */
  open(uri: string, text: () => string, begin: () => string = text): void {
    const draft: DraftLibrary = {
      ...{ uri, text, begin, head: undefined, inline: undefined, files: [], problems: [] },
      ...{ asked: [], hasPlan: false, looked: 0, looking: undefined, isStale: false },
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

  /** The text of a bibliography file as it stands on the disk now; undefined where it cannot be read. */
  async readText(uri: string): Promise<string | undefined> {
    const { files } = this.context;
    if (files === undefined) return undefined;
    try {
      const decoded = decodeText(await files.read(uri));
      return 'fault' in decoded ? undefined : decoded.text;
    } catch {
      return undefined;
    }
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
    const text = draft.begin();
    const within = frontMatter(text);
    const head = within === undefined ? '' : `${text.slice(0, within.end)}---\n`;
    if (head === draft.head) return false;
    draft.head = head;
    const references = inlineReferences(text);
    if (references === undefined) draft.inline = undefined;
    else {
      const reader = referenceReader(head, 'csl-yaml', { within: references });
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
    const found = await this.bibliographies?.find(draft.uri, draft.head ?? '');
    if (this.drafts.get(draft.uri) !== draft) return;
    const files = (found?.addresses ?? []).map((uri) => this.join(draft, uri));
    for (const file of draft.files) if (!files.includes(file)) this.leave(draft, file);
    draft.files = files;
    draft.problems = found?.problems ?? [];
    draft.asked = found?.asked ?? [];
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

  private watch(): void {
    const asked = [...this.drafts.values()].flatMap((draft) => draft.asked);
    const uris = [...new Set([...this.shared.keys(), ...asked])].sort();
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
