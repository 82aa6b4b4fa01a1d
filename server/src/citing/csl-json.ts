/** Sources as CSL-JSON 1.0.2, which pandoc, Zotero and every CSL processor read. */

import type { CslDate, Source } from '../knowledge/record.ts';
import { readCslDate } from './dates.ts';

/** A CSL date that the schema allows: one date or two, each a year and what is known of month and day. */
function toCslDate(date: CslDate | undefined): CslDate | undefined {
  const span = readCslDate(date);
  if (span === undefined) return undefined;
  const dates = span.to === undefined ? [span.from] : [span.from, span.to];
  return {
    'date-parts': dates.map(({ year, month, day }) =>
      [year, month, day].filter((part): part is number => part !== undefined),
    ),
  };
}

/** `value` without properties that are `undefined`, copied, so that a caller may change what it gets. */
function copyOf<Value>(value: Value): Value {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

/**
 * One item a source, under the same key. What records say beyond CSL stays together under `custom`, which the schema
 * allows and processors pass over.
 */
export function toCslJson(sources: readonly Source[]): object[] {
  return sources.map((source) => {
    const { issued, accessed, author, editor, custom, ...rest } = source;
    const names = (list: Source['author']): Source['author'] => (list?.length ? list : undefined);
    const text = Object.fromEntries(Object.entries(rest).filter(([name, value]) => value !== '' || name === 'id'));
    return copyOf({
      ...text,
      author: names(author),
      editor: names(editor),
      issued: toCslDate(issued),
      accessed: toCslDate(accessed),
      custom: custom !== undefined && Object.keys(custom).length > 0 ? custom : undefined,
    });
  });
}
