/** Dates of records as they are read: `2018-12-05` as `5 December 2018`. */
import { daySpan } from './record.ts';

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function readable(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : monthNames[Number(month) - 1];
  if (name === undefined) return year ?? date;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** A date or a range (`2019-09-09/13`) in words. */
export function readableDate(date: string): string {
  const [start = '', end] = date.split('/');
  if (end === undefined) return readable(start);
  const { last } = daySpan(date);
  const close = last.slice(0, start.length);
  const [year, month] = start.split('-');
  const [closeYear, closeMonth] = close.split('-');
  if (year !== closeYear) return `${readable(start)} – ${readable(close)}`;
  const withoutYear = readable(start).replace(/ \d{4}$/, '');
  if (month === closeMonth && start.length === 10) return `${Number(start.slice(8))}–${readable(close)}`;
  return start.length === 4 ? readable(start) : `${withoutYear} – ${readable(close)}`;
}

/** The date of a CSL item in words, or undefined where it has none. */
export function readableCslDate(date: { 'date-parts': number[][] } | undefined): string | undefined {
  const parts = date?.['date-parts'][0];
  if (parts === undefined || parts.length === 0) return undefined;
  return readable(parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'));
}
