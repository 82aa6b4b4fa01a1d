/**
 * Dates as references write them: `5 December 2018` (OSCOLA, United Nations), `December 5, 2018` (Chicago, APA),
 * `Dec. 5, 2018` (Bluebook), each as exact as the date is known.
 */

import { monthNames } from '../knowledge/dates.ts';
import type { RecordDate } from '../knowledge/record.ts';

export interface CalendarDate {
  year: number;
  month?: number;
  day?: number;
}

/** One day, month or year, or a span between two. */
export interface DateSpan {
  from: CalendarDate;
  to?: CalendarDate;
}

/** Bluebook's table T12. */
const shortMonthNames = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
] as const;

function isWithin(value: unknown, least: number, greatest: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= greatest;
}

function calendarDate(parts: readonly unknown[]): CalendarDate | undefined {
  const [year, month, day] = parts.map((part) =>
    typeof part === 'string' && /^\d+$/.test(part) ? Number(part) : part,
  );
  if (!isWithin(year, 1, 9999)) return undefined;
  if (!isWithin(month, 1, 12)) return { year };
  return isWithin(day, 1, 31) ? { year, month, day } : { year, month };
}

/** `2018`, `2018-12`, `2018-12-05T10:00`, `2018-12-05/2018-12-07`, and a year within words. */
function readWrittenDate(text: string): DateSpan | undefined {
  const [from, to] = text
    .split('/')
    .map((part) => /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)/.exec(part))
    .map((match) => (match === null ? undefined : calendarDate(match.slice(1).filter((part) => part !== undefined))));
  if (from !== undefined) return to === undefined ? { from } : { from, to };
  const year = /\b\d{4}\b/.exec(text);
  return year === null ? undefined : { from: { year: Number(year[0]) } };
}

/**
 * Reads a CSL date: its `date-parts`, else what it says in words (`raw`, `literal`, or text in its place); `undefined`
 * where it holds no year. What is not a month or a day is passed over.
 */
export function readCslDate(date: unknown): DateSpan | undefined {
  if (typeof date === 'string' || typeof date === 'number') return readWrittenDate(String(date));
  if (typeof date !== 'object' || date === null) return undefined;
  const written: { 'date-parts'?: unknown; raw?: unknown; literal?: unknown } = date;
  const parts: unknown = written['date-parts'];
  const [from, to] = Array.isArray(parts)
    ? parts.map((part: unknown) => (Array.isArray(part) ? calendarDate(part) : undefined))
    : [];
  if (from !== undefined) return to === undefined ? { from } : { from, to };
  const words = written.raw ?? written.literal;
  return typeof words === 'string' ? readWrittenDate(words) : undefined;
}

/** Reads a date of a record: `2018`, `2018-12` or `2018-12-05`. */
export function readRecordDate(date: RecordDate | undefined): DateSpan | undefined {
  if (typeof date !== 'string' || !/^\d{4}(-\d{2}){0,2}$/.test(date)) return undefined;
  const from = calendarDate(date.split('-').map(Number));
  return from === undefined ? undefined : { from };
}

/** A month or a day is known too. */
export function isExact(date: DateSpan | undefined): boolean {
  return date?.from.month !== undefined;
}

export function yearOf(date: DateSpan | undefined): string {
  return date === undefined ? '' : String(date.from.year);
}

/** `5 December 2018`, `December 2018`, `2018`; `9–13 September 2019` for a span. */
export function dayMonthYear(date: DateSpan | undefined): string {
  if (date === undefined) return '';
  const { from, to } = date;
  const write = ({ year, month, day }: CalendarDate): string =>
    [day, month && monthNames[month - 1], year].filter((part) => part !== undefined).join(' ');
  if (to === undefined) return write(from);
  if (from.day !== undefined && to.day !== undefined && from.year === to.year) {
    const start = from.month === to.month ? String(from.day) : `${from.day} ${monthNames[from.month! - 1]}`;
    return from.month === to.month ? `${start}–${write(to)}` : `${start} – ${write(to)}`;
  }
  return from.month === undefined && to.month === undefined
    ? `${write(from)}–${write(to)}`
    : `${write(from)} – ${write(to)}`;
}

/** `December 5, 2018`, `December 2018`, `2018`; with Bluebook's months, `Dec. 5, 2018`. */
export function monthDayYear(date: DateSpan | undefined, months: 'full' | 'short' = 'full'): string {
  if (date === undefined) return '';
  const names = months === 'full' ? monthNames : shortMonthNames;
  const { from, to } = date;
  const write = ({ year, month, day }: CalendarDate): string => {
    if (month === undefined) return String(year);
    return day === undefined ? `${names[month - 1]} ${year}` : `${names[month - 1]} ${day}, ${year}`;
  };
  if (to === undefined) return write(from);
  if (from.day !== undefined && to.day !== undefined && from.year === to.year) {
    const end = from.month === to.month ? `${to.day}` : `${names[to.month! - 1]} ${to.day}`;
    return `${names[from.month! - 1]} ${from.day}–${end}, ${to.year}`;
  }
  return `${write(from)}–${write(to)}`;
}

/** `2018, December 5`, as APA writes the date after an author. */
export function yearMonthDay(date: DateSpan | undefined): string {
  if (date === undefined) return '';
  const { from, to } = date;
  const monthAndDay = ({ month, day }: CalendarDate): string =>
    month === undefined ? '' : day === undefined ? monthNames[month - 1]! : `${monthNames[month - 1]} ${day}`;
  const start = [String(from.year), monthAndDay(from)].filter((part) => part !== '').join(', ');
  if (to === undefined) return start;
  if (from.year !== to.year) return `${from.year}–${to.year}`;
  if (to.month === undefined) return start;
  return from.month === to.month && to.day !== undefined ? `${start}–${to.day}` : `${start}–${monthAndDay(to)}`;
}
