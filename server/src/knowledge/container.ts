/**
 * The compiled dataset's file: named typed arrays, one after the other, used as they lie in memory.
 *
 * Layout: the eight bytes of `magic`, the length of the directory as a little-endian Uint32, the directory as JSON
 * (`{name: [type, byteOffset, elementCount]}`, offsets from the end of the directory, padded to eight bytes), the arrays.
 *
 * A section whose name ends in `Starts` holds where each of a row of things begins, and one number more. It is kept as
 * what each adds to the one before, which packs into a fifth of the room, and summed up when the file is opened.
 *
 * The section `records` is the last and the largest. It is no array in memory: its parts are read when they are asked for.
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

/** The section that is read in parts. */
const partlyRead = 'records';

/** Writes sections into one file. Their order is kept, so that equal input gives equal bytes; `records` comes last. */
export function packSections(sectionsGiven: Sections): Uint8Array {
  const directory: Record<string, [ArrayType, number, number]> = {};
  const sections: Record<string, Section> = {};
  let size = 0;
  const inOrder = Object.entries(sectionsGiven).sort(([a], [b]) => Number(a === partlyRead) - Number(b === partlyRead));
  for (const [name, given] of inOrder) {
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

/** The sections of a file, and where in it the records lie: a range of bytes, end exclusive, empty where it has none. */
export interface OpenedFile {
  sections: Sections;
  records: { start: number; end: number };
}

/**
 * Views the sections of a file without copying them (bytes that are not aligned to eight are copied once). The records are left
 * where they are.
 *
 * @throws Error where the file is not a compiled dataset of this version, or cannot be read
 */
export function openSections(file: DatasetFile): OpenedFile {
  const start = file.read(0, Math.min(magic.length + 4, file.size));
  if (start.length < magic.length + 4 || new TextDecoder().decode(start.subarray(0, magic.length)) !== magic)
    throw new Error('The dataset file is not one of this version of Rapporteur.');
  const headerLength = new DataView(start.buffer, start.byteOffset).getUint32(magic.length, true);
  const headerEnd = magic.length + 4 + headerLength;
  const directory = directoryIn(file.read(magic.length + 4, Math.min(headerEnd, file.size)));
  const base = padded(headerEnd);
  const records = { start: file.size, end: file.size };
  let end = base;
  for (const [name, [type, offset, count]] of Object.entries(directory)) {
    const section = arrayTypes[type];
    const sectionEnd = base + offset + count * (section?.BYTES_PER_ELEMENT ?? Number.NaN);
    if (!(sectionEnd <= file.size)) throw cutShort();
    if (name === partlyRead) Object.assign(records, { start: base + offset, end: sectionEnd });
    else end = Math.max(end, sectionEnd);
  }
  const bytes = file.read(0, end);
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const sections: Record<string, Section> = {};
  for (const [name, [type, offset, count]] of Object.entries(directory)) {
    if (name === partlyRead) continue;
    const stored = new arrayTypes[type](aligned.buffer as ArrayBuffer, aligned.byteOffset + base + offset, count);
    sections[name] = type.startsWith('steps') ? startsOf(stored) : stored;
  }
  return { sections, records };
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
