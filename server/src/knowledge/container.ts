/**
 * The compiled dataset's file: named typed arrays, one after the other, used as they lie in memory, each read when it is first
 * asked for.
 *
 * Layout: the eight bytes of `magic`, the length of the directory as a little-endian Uint32, the directory as JSON
 * (`{name: [type, byteOffset, elementCount]}`, offsets from the end of the directory, padded to eight bytes), the arrays.
 *
 * A section whose name ends in `Starts` holds where each of a row of things begins, and one number more. It is kept as
 * what each adds to the one before, which packs into a fifth of the room, and summed up when the file is opened.
 *
 * The sections `records` and `nameUnits` are two thirds of the file. They are no arrays in memory: of them parts are read, by
 * `rangeOf` (`StringsInFile` for names).
 */
import { textOfUnits } from './utf16.ts';

const magic = 'RAPPORT2';

const arrayTypes = {
  i32: Int32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
  /** The differences of a row of starts. */
  steps32: Uint32Array,
  steps16: Uint16Array,
} as const;
type ArrayType = keyof typeof arrayTypes;

export type Section = Int32Array | Uint32Array | Uint16Array | Uint8Array;
export type Sections = Readonly<Record<string, Section>>;

const padded = (bytes: number): number => (bytes + 7) & ~7;

function typeOf(section: Section): ArrayType {
  if (section instanceof Int32Array) return 'i32';
  if (section instanceof Uint32Array) return 'u32';
  if (section instanceof Uint16Array) return 'u16';
  return 'u8';
}

/** What each start adds to the one before. */
function stepsOf(starts: Section): Section {
  const steps = starts.map((start, index) => start - (index === 0 ? 0 : starts[index - 1]!));
  return steps.every((step) => step < 0x10000) ? Uint16Array.from(steps) : Uint32Array.from(steps);
}

function startsOf(steps: Section): Uint32Array {
  const starts = new Uint32Array(steps.length);
  let sum = 0;
  for (let i = 0; i < steps.length; i++) {
    sum += steps[i]!;
    starts[i] = sum;
  }
  return starts;
}

/** A compiled dataset that lies somewhere: in memory, or on the disk. */
export interface DatasetFile {
  /** In bytes. */
  readonly size: number;
  /**
   * The bytes from `start` to `end` (exclusive).
   *
   * @throws Error where they cannot be read
   */
  read(start: number, end: number): Uint8Array;
}

/** A compiled dataset that lies in memory. */
export const inMemory = (bytes: Uint8Array): DatasetFile => ({
  size: bytes.length,
  read: (start, end) => bytes.subarray(start, end),
});

/** Numbers from 0 on, in two bytes each where none needs more. */
export const narrowed = (numbers: ArrayLike<number>): Uint16Array | Int32Array =>
  Array.prototype.every.call(numbers, (number: number) => number >= 0 && number < 0x10000)
    ? Uint16Array.from(numbers)
    : Int32Array.from(numbers);

/** Writes sections into one file. Their order is kept, so that equal input gives equal bytes. */
export function packSections(sectionsGiven: Sections): Uint8Array {
  const directory: Record<string, [ArrayType, number, number]> = {};
  const sections: Record<string, Section> = {};
  let size = 0;
  for (const [name, given] of Object.entries(sectionsGiven)) {
    const isStarts = name.endsWith('Starts');
    const section = isStarts ? stepsOf(given) : given;
    const type = isStarts ? (section instanceof Uint16Array ? 'steps16' : 'steps32') : typeOf(section);
    sections[name] = section;
    directory[name] = [type, size, section.length];
    size += padded(section.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify(directory));
  const start = padded(magic.length + 4 + header.length);
  const bytes = new Uint8Array(start + size);
  bytes.set(new TextEncoder().encode(magic));
  new DataView(bytes.buffer).setUint32(magic.length, header.length, true);
  bytes.set(header, magic.length + 4);
  for (const [name, section] of Object.entries(sections)) {
    const [, offset] = directory[name]!;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), start + offset);
  }
  return bytes;
}

/** A file whose directory was read. */
export interface OpenedFile {
  /**
   * The section of a name, undefined where the file has none; read when it is first asked for.
   *
   * @throws Error where it cannot be read
   */
  section(name: string): Section | undefined;
  /** Where in the file a section lies: a range of bytes, end exclusive, empty where the file has none of that name. */
  rangeOf(name: string): { start: number; end: number };
}

/**
 * Reads the directory of a file. A section is then viewed without copying it (one that is not aligned is copied once).
 *
 * @throws Error where the file is not a compiled dataset of this version, is shorter than its directory says, or cannot be read
 */
export function openSections(file: DatasetFile): OpenedFile {
  const start = file.read(0, Math.min(magic.length + 4, file.size));
  if (start.length < magic.length + 4 || new TextDecoder().decode(start.subarray(0, magic.length)) !== magic)
    throw new Error('The dataset file is not one of this version of Rapporteur.');
  const headerLength = new DataView(start.buffer, start.byteOffset).getUint32(magic.length, true);
  const headerEnd = magic.length + 4 + headerLength;
  const directory = directoryIn(file.read(magic.length + 4, Math.min(headerEnd, file.size)));
  const base = padded(headerEnd);
  const places = new Map<string, { type: ArrayType; start: number; end: number }>();
  for (const [name, [type, offset, count]] of Object.entries(directory)) {
    const end = base + offset + count * (arrayTypes[type]?.BYTES_PER_ELEMENT ?? Number.NaN);
    if (!(end <= file.size)) throw cutShort();
    places.set(name, { type, start: base + offset, end });
  }
  const sections = new Map<string, Section>();
  const readSection = (type: ArrayType, from: number, to: number): Section => {
    const { BYTES_PER_ELEMENT: size } = arrayTypes[type];
    const { buffer, byteOffset, length } = aligned(file.read(from, to), size);
    const stored = new arrayTypes[type](buffer, byteOffset, length / size);
    return type.startsWith('steps') ? startsOf(stored) : stored;
  };
  return {
    section(name) {
      let section = sections.get(name);
      const place = places.get(name);
      if (section === undefined && place !== undefined) {
        section = readSection(place.type, place.start, place.end);
        sections.set(name, section);
      }
      return section;
    },
    rangeOf: (name) => places.get(name) ?? { start: file.size, end: file.size },
  };
}

/** Bytes from where an array of elements of a size may be viewed; copied where they lie elsewhere. */
function aligned(bytes: Uint8Array, elementSize: number): Uint8Array<ArrayBuffer> {
  return (bytes.byteOffset % elementSize === 0 ? bytes : bytes.slice()) as Uint8Array<ArrayBuffer>;
}

const cutShort = (): Error => new Error('The dataset file is cut short.');

function directoryIn(header: Uint8Array): Record<string, [ArrayType, number, number]> {
  try {
    return JSON.parse(new TextDecoder().decode(header));
  } catch {
    throw cutShort();
  }
}

/** Strings as one section of UTF-16 units and one of their starts (one more than there are strings). */
export function packStrings(strings: readonly string[]): { units: Uint16Array; starts: Uint32Array } {
  const starts = new Uint32Array(strings.length + 1);
  let size = 0;
  strings.forEach((text, index) => {
    size += text.length;
    starts[index + 1] = size;
  });
  const units = new Uint16Array(size);
  strings.forEach((text, index) => {
    const from = starts[index]!;
    for (let i = 0; i < text.length; i++) units[from + i] = text.charCodeAt(i);
  });
  return { units, starts };
}

/** The string at `index` of what `packStrings` made. */
export function stringAt(units: Uint16Array, starts: Uint32Array, index: number): string {
  return textOfUnits(units, starts[index]!, starts[index + 1]!);
}

/** How many strings are read at once. */
const inRun = 256;

/** Strings of a file of which few are ever asked for: they are read in runs, when one of a run is. */
export class StringsInFile {
  /** Of all strings, in the file. */
  readonly byteLength: number;
  private readonly file: DatasetFile;
  private readonly fileStart: number;
  private readonly starts: Uint32Array;
  private readonly runs: (Uint16Array | undefined)[];

  /**
   * @param range where the units lie in the file that `packStrings` made
   * @param starts the starts that it made
   */
  constructor(file: DatasetFile, range: { start: number; end: number }, starts: Uint32Array) {
    this.file = file;
    this.fileStart = range.start;
    this.byteLength = range.end - range.start;
    this.starts = starts;
    this.runs = new Array(Math.ceil(starts.length / inRun)).fill(undefined);
  }

  at(index: number): string {
    const place = this.placeOf(index);
    return textOfUnits(this.unitsAround(index), place, place + this.lengthOf(index));
  }

  /** How many units a string has. */
  lengthOf(index: number): number {
    return this.starts[index + 1]! - this.starts[index]!;
  }

  /** The units of the run that a string is in, from `placeOf` on. */
  unitsAround(index: number): Uint16Array {
    const run = Math.floor(index / inRun);
    this.runs[run] ??= this.readRun(run);
    return this.runs[run];
  }

  /** Where in `unitsAround` a string begins. */
  placeOf(index: number): number {
    return this.starts[index]! - this.starts[index - (index % inRun)]!;
  }

  private readRun(run: number): Uint16Array {
    const { file, fileStart, starts } = this;
    const first = run * inRun;
    const behind = Math.min(first + inRun, starts.length - 1);
    const bytes = aligned(file.read(fileStart + starts[first]! * 2, fileStart + starts[behind]! * 2), 2);
    return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  }
}
