/** A CSL item as files write it, made to what the features expect: texts are strings, persons lists, dates `date-parts`. */
import type { CslDate, PersonName } from '../knowledge/record.ts';
import type { LibraryItem } from './library.ts';

const persons = new Set([
  ...['author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor', 'curator'],
  ...['director', 'editor', 'editorial-director', 'executive-producer', 'guest', 'host', 'illustrator', 'interviewer'],
  ...['narrator', 'organizer', 'original-author', 'performer', 'producer', 'recipient', 'reviewed-author'],
  ...['script-writer', 'series-creator', 'translator'],
]);
const dates = new Set(['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted']);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** A year, and what is known of month (or season, from 21) and day. */
function dateParts(written: unknown): number[] | undefined {
  if (!Array.isArray(written)) return undefined;
  const [year, month, day] = written.map((part) => (part === '' || part === null ? Number.NaN : Number(part)));
  if (year === undefined || !Number.isInteger(year) || year === 0 || Math.abs(year) > 9999) return undefined;
  const isMonth = Number.isInteger(month) && ((month! >= 1 && month! <= 12) || (month! >= 21 && month! <= 24));
  if (!isMonth) return [year];
  return Number.isInteger(day) && day! >= 1 && day! <= 31 && month! <= 12 ? [year, month!, day!] : [year, month!];
}

const monthNumbers: Readonly<Record<string, number>> = Object.fromEntries(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    name,
    index + 1,
  ]),
);

/** `2019`, `2019-05-03`, `2019-05-03T10:00Z`, `2019~`, `May 2019`, `3 May 2019`, `May 3, 2019`. */
function partsOfText(text: string): number[] | undefined {
  const iso = /^(-?\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:T[\d:.,Z+-]*)?[?~%]?$/.exec(text.trim());
  if (iso !== null) return dateParts(iso.slice(1).filter((part) => part !== undefined));
  const words = /^(?:(\d{1,2})\.?\s+)?(\p{L}{3})\p{L}*\.?\s+(?:(\d{1,2}),\s*)?(\d{4})$/u.exec(text.trim());
  const month = words === null ? undefined : monthNumbers[words[2]!.toLowerCase()];
  return month === undefined ? undefined : dateParts([words![4], month, words![1] ?? words![3] ?? '']);
}

/** One date or two joined by `/`; an open end is left out. */
function dateOfText(text: string): number[][] | undefined {
  const ends = text.split('/');
  if (ends.length === 2 && /^-?\d{4}/.test(text)) {
    const from = partsOfText(ends[0]!);
    const to = partsOfText(ends[1]!);
    if (from !== undefined && (to !== undefined || /^(?:\.\.)?$/.test(ends[1]!.trim())))
      return to === undefined ? [from] : [from, to];
  }
  const parts = partsOfText(text);
  return parts === undefined ? undefined : [parts];
}

function allParts(written: unknown): number[][] | undefined {
  const list = Array.isArray(written) ? written : [];
  const parts = (Array.isArray(list[0]) ? list : [list]).map(dateParts);
  return parts[0] === undefined ? undefined : parts.filter((one) => one !== undefined);
}

/** A date in any of the shapes that CSL-JSON, Zotero and pandoc's YAML give it. */
export function cslDate(written: unknown): CslDate | undefined {
  const single = textOf(written);
  if (single !== undefined) {
    const parts = dateOfText(single);
    return parts === undefined ? literal(single) : { 'date-parts': parts };
  }
  if (Array.isArray(written)) {
    const ends = written.map((end) =>
      isFields(end) ? dateParts([end.year, end.month ?? '', end.day ?? '']) : undefined,
    );
    const parts = ends[0] === undefined ? allParts(written) : ends.filter((one) => one !== undefined);
    return parts === undefined ? undefined : { 'date-parts': parts };
  }
  if (!isFields(written)) return undefined;
  const parts =
    allParts(written['date-parts']) ??
    (written.year === undefined ? undefined : allParts([[written.year, written.month ?? '', written.day ?? '']])) ??
    dateOfText(textOf(written.raw) ?? textOf(written.literal) ?? '');
  if (parts !== undefined) return { ...written, 'date-parts': parts };
  return literal(textOf(written.literal) ?? textOf(written.raw) ?? '');
}

/** A date that is not one, such as “n.d.” or “forthcoming”: no parts, but its words. */
const literal = (text: string): CslDate | undefined =>
  text.trim() === '' ? undefined : ({ 'date-parts': [], literal: text } as CslDate);

function person(written: unknown): PersonName | undefined {
  const whole = textOf(written)?.trim();
  if (whole !== undefined) return whole === '' ? undefined : { literal: whole };
  if (!isFields(written)) return undefined;
  const name = Object.fromEntries(
    Object.entries(written).filter(([, value]) => typeof value === 'string' && value !== ''),
  ) as PersonName & { name?: string };
  if (name.family !== undefined || name.given !== undefined || name.literal !== undefined) return name;
  return name.name === undefined ? undefined : { literal: name.name };
}

/** @param written an object whose `id` is the citation key */
export function cslItem(written: Fields): LibraryItem {
  const item: Record<string, unknown> = {};
  for (const [variable, value] of Object.entries(written)) {
    // Records of the dataset keep under `custom` what features believe of them.
    if (variable === '__proto__' || variable === 'custom' || value === null || value === undefined) continue;
    if (persons.has(variable)) {
      const names = (Array.isArray(value) ? value : [value]).map(person).filter((name) => name !== undefined);
      if (names.length > 0) item[variable] = names;
    } else if (dates.has(variable)) {
      const date = cslDate(value);
      if (date !== undefined) item[variable] = date;
    } else item[variable] = textOf(value) ?? (variable === 'categories' ? value : undefined);
    if (item[variable] === undefined) delete item[variable];
  }
  const id = textOf(written.id) ?? '';
  return { ...item, id, type: textOf(written.type) ?? 'document', title: textOf(written.title) ?? '' } as LibraryItem;
}
