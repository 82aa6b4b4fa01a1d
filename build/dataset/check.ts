/** What the records must agree on among themselves: the checks that one record's schema cannot make. */
import { dayNumber } from '../../server/src/knowledge/knowledge.ts';
import { type Concept, daySpan, type Pinpoint } from '../../server/src/knowledge/record.ts';
import { foldedWords, namesOfConcept } from '../../server/src/recognition/names.ts';
import { parseSymbol } from '../../server/src/recognition/symbol.ts';
import type { Dataset, Located, Problem } from './read.ts';

/** Every place at which a concept points to a source, with the path to it. */
function pinpointsOf(concept: Concept): { key: string; path: (string | number)[] }[] {
  const list: { key: string; path: (string | number)[] }[] = [];
  const add = (key: string, ...path: (string | number)[]): void => void list.push({ key, path });
  if (concept.text) add(concept.text.source, 'text', 'source');
  for (const field of ['mandate', 'outcome'] as const) {
    concept[field]?.forEach((key, index) => {
      add(key, field, index);
    });
  }
  for (const field of ['people', 'timeline', 'facts'] as const) {
    concept[field]?.forEach((item: Pinpoint, index: number) => {
      add(item.source, field, index, 'source');
    });
  }
  concept.figures?.forEach((figure, index) => {
    figure.values.forEach((value, at) => {
      add(value.source, 'figures', index, 'values', at, 'source');
    });
  });
  return list;
}

/** Every date of a concept, with the path to it. */
function datesOf(concept: Concept): { date: string; path: (string | number)[] }[] {
  const list: { date: string; path: (string | number)[] }[] = [];
  const add = (date: string | undefined, ...path: (string | number)[]): void => {
    if (date !== undefined) list.push({ date, path });
  };
  add(concept.period?.from, 'period', 'from');
  add(concept.period?.to, 'period', 'to');
  add(concept.status?.['as-of'], 'status', 'as-of');
  concept.people?.forEach((office, index) => {
    add(office.from, 'people', index, 'from');
    add(office.to, 'people', index, 'to');
  });
  concept.timeline?.forEach((entry, index) => {
    add(entry.date, 'timeline', index, 'date');
  });
  concept.figures?.forEach((figure, index) => {
    figure.values.forEach((value, at) => {
      add(value['as-of'], 'figures', index, 'values', at, 'as-of');
    });
  });
  return list;
}

const isCalendarDay = (day: string): boolean =>
  !Number.isNaN(dayNumber(day)) && new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;

/** Runs every check over a dataset that has been read. */
export function checkDataset(dataset: Dataset): Problem[] {
  const problems: Problem[] = [];
  const say = (located: Located<unknown>, path: (string | number)[], message: string): void => {
    problems.push({ file: located.file, line: located.lineOf(...path), message });
  };
  const concepts = new Map<string, Located<Concept>>();
  for (const located of dataset.concepts) {
    const first = concepts.get(located.record.id);
    if (first === undefined) concepts.set(located.record.id, located);
    else say(located, ['id'], `the id "${located.record.id}" is taken by ${first.file}. Choose another.`);
  }
  const sources = new Map<string, Located<(typeof dataset.sources)[number]['record']>>();
  for (const located of dataset.sources) {
    const first = sources.get(located.record.id);
    if (first === undefined) sources.set(located.record.id, located);
    else say(located, ['id'], `the key "${located.record.id}" is taken in ${first.file}. Keep one of the two.`);
    if (concepts.has(located.record.id)) {
      const concept = concepts.get(located.record.id)?.record;
      // A concept may share its id with the source that it is the text of, and with no other.
      if (concept?.text?.source !== located.record.id) {
        say(located, ['id'], `the key "${located.record.id}" is also the id of a concept. Choose another.`);
      }
    }
  }

  for (const located of dataset.concepts) {
    const { record } = located;
    for (const field of ['part-of', 'preceded-by', 'followed-by'] as const) {
      const id = record[field];
      if (id !== undefined && !concepts.has(id))
        say(located, [field], `"${field}" names "${id}", which no concept has as its id.`);
    }
    record.related?.forEach(({ to }, index) => {
      if (!concepts.has(to))
        say(located, ['related', index, 'to'], `"related" names "${to}", which no concept has as its id.`);
      if (to === record.id)
        say(located, ['related', index, 'to'], 'a concept cannot be related to itself. Remove the entry.');
    });
    for (const { key, path } of pinpointsOf(record)) {
      if (!sources.has(key))
        say(located, path, `no source has the key "${key}". Add it to a file in data/sources, or mend the key.`);
    }
    const above = new Set([record.id]);
    for (let parent = record['part-of']; parent !== undefined; parent = concepts.get(parent)?.record['part-of']) {
      if (above.has(parent)) {
        say(located, ['part-of'], `"part-of" runs in a circle through "${parent}". Break it.`);
        break;
      }
      above.add(parent);
    }
    for (const { date, path } of datesOf(record)) {
      const { first, last } = daySpan(date);
      const days = [first, date.length >= 10 || date.includes('/') ? last : first];
      if (!days.every((day) => isCalendarDay(day.replace(/-31$/, '-28')) || isCalendarDay(day)) || first > last) {
        say(located, path, `"${date}" is not a date of the calendar, or ends before it begins.`);
      }
    }
    const { from, to } = record.period ?? {};
    if (from !== undefined && to !== undefined && daySpan(from).first > daySpan(to).last) {
      say(located, ['period', 'to'], `it ended (${to}) before it began (${from}).`);
    }
    record.people?.forEach((office, index) => {
      if (
        office.from !== undefined &&
        office.to !== undefined &&
        daySpan(office.from).first > daySpan(office.to).last
      ) {
        say(
          located,
          ['people', index, 'to'],
          `${office.name} left office (${office.to}) before taking it (${office.from}).`,
        );
      }
    });
    const issuedLast = (key: string): string | undefined => {
      const parts = sources.get(key)?.record.issued?.['date-parts'][0];
      return parts === undefined
        ? undefined
        : daySpan(parts.map((part) => String(part).padStart(2, '0')).join('-')).last;
    };
    const mandates = (record.mandate ?? []).map(issuedLast).filter((date) => date !== undefined);
    record.outcome?.forEach((key, index) => {
      const outcome = issuedLast(key);
      const earliest = mandates.toSorted()[0];
      if (outcome !== undefined && earliest !== undefined && outcome < earliest.slice(0, 7)) {
        say(
          located,
          ['outcome', index],
          `its outcome ${key} (${outcome.slice(0, 7)}) is older than its mandate (${earliest.slice(0, 7)}).`,
        );
      }
    });
    if (record.summary.split(/\s+/).length < 15)
      say(located, ['summary'], 'the summary is too short to tell what this is. Write 40 to 90 words.');
  }

  for (const located of dataset.sources) {
    const { record } = located;
    if (record.genre === 'UN Doc') {
      if (record.type !== 'report')
        say(located, ['type'], 'a UN document must be of type "report"; other types are cited wrongly.');
      if (record.number !== record.id)
        say(located, ['number'], 'the key and the "number" of a UN document must both be its symbol.');
      const parsed = parseSymbol(record.id);
      if (parsed === undefined) say(located, ['id'], `"${record.id}" is not a well-formed UN symbol. Mend it.`);
      else if (parsed.symbol !== record.id) say(located, ['id'], `write the symbol as "${parsed.symbol}".`);
      if (record.author === undefined)
        say(
          located,
          ['author'],
          'a UN document needs its issuing body as author: author: [{literal: UN General Assembly}].',
        );
    }
    if (record.custom?.checked === undefined)
      say(located, [], `the source "${record.id}" does not say how it was checked. Add custom.checked.`);
    const { opened, adopted } = record.custom ?? {};
    const inForce = record.custom?.['in-force'];
    const began = opened ?? adopted;
    if (began !== undefined && inForce !== undefined && daySpan(inForce).last < daySpan(began).first) {
      say(located, ['custom', 'in-force'], `it entered into force (${inForce}) before it was made (${began}).`);
    }
  }

  const shared = new Map([...dataset.sharedNames].map(([name, ids]) => [foldedWords(name).join(' '), ids]));
  const bearers = new Map<string, { located: Located<Concept>; name: string }>();
  const records = new Map([...sources].map(([key, { record }]) => [key, record]));
  for (const located of concepts.values()) {
    for (const entry of namesOfConcept(located.record, records)) {
      const folded = foldedWords(entry.name).join(' ');
      if (folded === '') {
        say(located, ['names', entry.language], `the name "${entry.name}" has no word in it.`);
        continue;
      }
      if (/^(the|a|an)\s/i.test(entry.name) && foldedWords(entry.name).length <= 3) {
        say(
          located,
          ['names', entry.language],
          `the name "${entry.name}" begins with an article, which would be part of its range. Leave the article out.`,
        );
      }
      if (entry.onlyNear === 'near') continue;
      if (shared.has(folded)) {
        if (!shared.get(folded)!.includes(located.record.id)) {
          const message = `the name "${entry.name}" is shared, but schema/shared-names.yaml does not list "${located.record.id}" among its bearers. Add it.`;
          say(located, ['names', entry.language], message);
        }
        continue;
      }
      const key = entry.caseRule === 'exact' ? entry.name : folded;
      const first = bearers.get(key);
      if (first === undefined) bearers.set(key, { located, name: entry.name });
      else if (first.located.record.id !== located.record.id) {
        say(
          located,
          ['names', entry.language],
          `the name "${entry.name}" is also borne by "${first.located.record.id}". Drop it from one, or list it in schema/shared-names.yaml.`,
        );
      }
    }
  }
  return problems;
}
