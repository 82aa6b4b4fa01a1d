/**
 * A bibliography file that open drafts use, read again when it changes. While another program writes it, entries that have
 * gone are kept for a moment, and of an entry that is half written the last good state is.
 */
import type { LibraryProblem } from '../library/library.ts';
import { type LibraryFile, readLibraryFile } from '../library/library-file.ts';
import { type BibTeXToItem, type LibraryFormat, referenceReader } from '../library/reference-reader.ts';
import { decodeText } from '../library/text-encoding.ts';

/** What a place that can read files lends the server; addresses are URIs. */
export interface FileAccess {
  /** Size in bytes and time of the last change in milliseconds; undefined where there is no such regular file. */
  stat(uri: string): Promise<{ size: number; modified: number } | undefined>;
  /** @throws Error where the file cannot be read */
  read(uri: string): Promise<Uint8Array>;
  /** Names of the regular files in a folder; none where there is no such folder. */
  list(folder: string): Promise<string[]>;
}

/** How long entries are kept after the last change of a file that has them no more, in milliseconds. */
const longestAbsence = 2000;
/** How long reading goes on before it lets requests through, in milliseconds. */
const longestStep = 5;
/** The longest file that is read, in bytes. */
export const longestFile = 128 * 1024 * 1024;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Does steps with rests between them. */
async function inSteps<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + longestStep;
    while (performance.now() < end) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
    await nextTurn();
  }
}

/** The converter of BibTeX entries is large: it is loaded with the first file that needs it. */
async function converter(format: LibraryFormat): Promise<{ toItem?: BibTeXToItem }> {
  return format === 'bibtex' ? { toItem: (await import('../library/bibtex-item.ts')).bibtexItem } : {};
}

export class SharedFile {
  readonly uri: string;
  /** The drafts that use it. */
  readonly users = new Set<string>();
  /** The file's text as it was last read. */
  text = '';
  isMissing = false;
  isLoaded = false;
  private readonly format: LibraryFormat;
  private readonly files: FileAccess;
  private readonly changed: (file: SharedFile) => void;
  private readonly failed: (error: unknown) => void;
  /** What drafts see: the last reading, and behind it, for a moment, the one before it that had more. */
  private readings: LibraryFile[] = [];
  private seen = '';
  private work: Promise<void> | undefined;
  private isStale = false;
  private isDisposed = false;
  private absence: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param changed told when drafts see something else in it
   * @param failed told what went wrong that is not the file's own fault
   */
  constructor(
    uri: string,
    format: LibraryFormat,
    files: FileAccess,
    changed: (file: SharedFile) => void,
    failed: (error: unknown) => void,
  ) {
    this.failed = failed;
    this.uri = uri;
    this.format = format;
    this.files = files;
    this.changed = changed;
  }

  get shown(): readonly LibraryFile[] {
    return this.readings;
  }

  get problems(): readonly LibraryProblem[] {
    return this.readings[0]?.problems ?? [];
  }

  /** Reads the file if it has changed; a call while it is being read has it looked at once more. Never rejects. */
  refresh(): Promise<void> {
    this.isStale = true;
    this.work ??= this.readWhileStale().finally(() => {
      this.work = undefined;
    });
    return this.work;
  }

  /** The reading that is under way. */
  get reading(): Promise<void> | undefined {
    return this.work;
  }

  private async readWhileStale(): Promise<void> {
    while (this.isStale && !this.isDisposed) {
      this.isStale = false;
      try {
        await this.read();
      } catch (error) {
        this.failed(error);
      }
    }
  }

  /** Nobody uses it any more. */
  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.absence);
  }

  private async read(): Promise<void> {
    const found = await this.files.stat(this.uri);
    const state = found === undefined ? 'missing' : `${found.size} ${found.modified}`;
    if (state === this.seen) return;
    this.seen = state;
    this.isMissing = found === undefined;
    const { text, problem } = found === undefined ? { text: '' } : await this.load(found.size);
    await nextTurn();
    const conversion = await converter(this.format);
    await nextTurn();
    const reader = referenceReader(text, this.format, conversion);
    const reading = await inSteps(readLibraryFile(this.uri, reader, this.readings));
    if (this.isDisposed) return;
    this.text = text;
    this.isLoaded = true;
    this.show(problem === undefined ? reading : { ...reading, problems: [problem, ...reading.problems] });
  }

  private async load(size: number): Promise<{ text: string; problem?: LibraryProblem }> {
    const wrong = (message: string): LibraryProblem => ({ uri: this.uri, start: 0, end: 0, message });
    if (size > longestFile) return { text: '', problem: wrong('This file is longer than 128 MB, and is not read.') };
    try {
      const decoded = decodeText(await this.files.read(this.uri));
      if ('fault' in decoded) return { text: '', problem: wrong(decoded.fault) };
      return {
        text: decoded.text,
        ...(decoded.warning === undefined ? {} : { problem: wrong(decoded.warning) }),
      };
    } catch (error) {
      return { text: '', problem: wrong(`This file cannot be read: ${String(error)}.`) };
    }
  }

  private show(reading: LibraryFile): void {
    clearTimeout(this.absence);
    const before = this.readings.at(-1);
    const isLess = before?.entries.some(({ key }) => !reading.byKey.has(key)) === true;
    this.readings = isLess ? [reading, before!] : [reading];
    if (isLess) {
      this.absence = setTimeout(() => {
        this.readings = this.readings.slice(0, 1);
        this.changed(this);
      }, longestAbsence);
    }
    this.changed(this);
  }
}
