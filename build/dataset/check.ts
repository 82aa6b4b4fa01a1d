/** What the records must agree on among themselves: the checks that one record's schema cannot make. */
import { dayNumber } from '../../server/src/knowledge/knowledge.ts';
import { type Concept, daySpan, type Pinpoint } from '../../server/src/knowledge/record.ts';
import { foldedWords, namesOfConcept } from '../../server/src/recognition/names.ts';
import { parseSymbol, symbolUrl } from '../../server/src/recognition/symbol.ts';
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

/** Words that are true on the day of writing only. */
const undatedWords = /\b(?:currently|recently|nowadays|at present|to date|as of now|up to now)\b/i;

/** What announces a thing that had not happened when it was written down. */
const announced =
  /\b(?:planned|scheduled|due|expected|foreseen|envisaged|set (?:for|to)|to be|to (?:meet|open|convene|begin|start|review|report|take)|will|ends?|expires?|until|deadline|clos(?:es|ing))\b/i;

/** The last day of which this edition of the dataset can know: the end of the latest month that a status names. */
function lastKnownDay(concepts: readonly Located<Concept>[]): string {
  const months = concepts.map(({ record }) => record.status?.['as-of'] ?? '').filter((month) => month !== '');
  return daySpan(months.toSorted().at(-1) ?? '9999').last;
}

/** The days between which a symbol allows a resolution of the General Assembly or of the Security Council to be adopted. */
function daysOfSymbol(symbol: string): { first: string; last: string; why: string } | undefined {
  const assembly = /^A\/(?:RES|DEC)\/(\d+)\//.exec(symbol);
  if (assembly !== null) {
    // A session opens in September and ends on the eve of the next, a year later.
    const opens = 1945 + Number(assembly[1]);
    return { first: `${opens}-09-01`, last: `${opens + 1}-09-30`, why: `belongs to session ${assembly[1]}` };
  }
  const council = /^S\/RES\/\d+\((\d{4})\)$/.exec(symbol);
  if (council !== null) {
    return { first: `${council[1]}-01-01`, last: `${council[1]}-12-31`, why: `is of the year ${council[1]}` };
  }
  return undefined;
}

/** Every count of three numbers that a text gives: `119 votes to 46, with 14 abstentions`. */
function votesIn(text: string): { for: number; against: number; abstaining: number }[] {
  const counts =
    /(\d{1,3})(?: votes?)?(?: in favou?r| for)?(?:,| to| -|–|-) ?(\d{1,3})(?: votes?)? ?(?:against)?(?:,| and|,? with|–|-)+ ?(\d{1,3}) abst/g;
  return [...text.matchAll(counts)].map(([, infavour, against, abstaining]) => ({
    for: Number(infavour),
    against: Number(against),
    abstaining: Number(abstaining),
  }));
}

/** `Global Privacy Assembly (GPA)`: a name with its abbreviation behind it. */
const withAbbreviation = /^(.+?)\s*[(（]([^()（）\s]{2,20})[)）]$/;
/** The members of the United Nations since 2011: no count of votes is higher. */
const memberStates = 193;

const isCalendarDay = (day: string): boolean =>
  !Number.isNaN(dayNumber(day)) && new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;

/** The addresses of the pages that a record says were seen, with their paths in it. */
function* pagesSeen(
  value: unknown,
  path: (string | number)[] = [],
): Generator<{ page: string; path: (string | number)[] }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'seen' && typeof inner === 'string') yield { page: inner, path: at };
    else yield* pagesSeen(inner, at);
  }
}

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

  for (const located of [...dataset.concepts, ...dataset.sources])
    for (const { page, path } of pagesSeen(located.record)) {
      const host = /^https?:\/\/([^/:]+)/.exec(page)?.[1] ?? '';
      const copy = dataset.copies.find((site) => host === site || host.endsWith(`.${site}`));
      if (copy !== undefined)
        say(located, path, `${copy} shows copies of other sites. Read the page itself, or write "checked: recalled".`);
    }
  const lastDay = lastKnownDay(dataset.concepts);
  for (const located of dataset.concepts) {
    const { record } = located;
    if (record.state !== undefined && !dataset.states.has(record.state))
      say(located, ['state'], `schema/states.yaml has no State with the code "${record.state}". Mend the code.`);
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
    const words = record.summary.split(/\s+/).length;
    // Of what stands at the edge of the field few words may tell all that a reader asks.
    const fewest = record.kind === 'actor' ? 4 : 9;
    if (words < fewest)
      say(located, ['summary'], 'the summary is too short to tell what this is. Write 40 to 90 words.');
    if (words > 120)
      say(located, ['summary'], `the summary has ${words} words. Write 40 to 90; move facts to "facts".`);
    for (const [field, texts] of [
      ['facts', (record.facts ?? []).map((fact) => fact.says)],
      ['timeline', (record.timeline ?? []).map((entry) => entry.what)],
    ] as const) {
      texts.forEach((text, index) => {
        const word = undatedWords.exec(text)?.[0];
        if (word !== undefined) say(located, [field, index], `"${word}" will not stay true. Say as of when.`);
        const source = sources.get(record[field]![index]!.source)?.record;
        const recorded = [source?.custom?.vote, source?.custom?.['committee-vote']].filter(
          (vote) => vote !== undefined && vote !== 'without a vote',
        );
        for (const vote of recorded.length === 0 ? [] : votesIn(text)) {
          const agrees = recorded.some(
            (one) => one.for === vote.for && one.against === vote.against && one.abstaining === vote.abstaining,
          );
          if (!agrees) {
            say(
              located,
              [field, index],
              `it counts ${vote.for}-${vote.against}-${vote.abstaining} votes, but the source ${source?.id} has ${recorded.map((one) => `${one.for}-${one.against}-${one.abstaining}`).join(' and ')}. Mend the one that is wrong; the committee's vote belongs in "committee-vote".`,
            );
          }
        }
      });
    }
    record.timeline?.forEach((entry, index) => {
      if (daySpan(entry.date).first > lastDay && !announced.test(entry.what)) {
        say(
          located,
          ['timeline', index],
          `${entry.date} is still to come. Say that it is planned, or take the entry out.`,
        );
      }
    });
    record.people?.forEach((office, index) => {
      if (/[()]/.test(office.name)) {
        say(located, ['people', index], `write the State of ${office.name.split(' (')[0]} in "of", not with the name.`);
      }
    });
    record.figures?.forEach((figure, index) => {
      const days = figure.values.map((value) => value['as-of']);
      const twice = days.find((day, at) => days.indexOf(day) !== at);
      if (twice !== undefined) {
        say(
          located,
          ['figures', index],
          `"${figure.what}" has two values as of ${twice}. Keep one, and put the other into its "disputed".`,
        );
      }
    });
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
    const days = daysOfSymbol(record.id);
    const issuedOn = record.issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-');
    if (days !== undefined && issuedOn !== undefined) {
      const issued = daySpan(issuedOn);
      if (issued.last < days.first || issued.first > days.last)
        say(located, ['issued'], `${record.id} ${days.why}, so it cannot be of ${issuedOn}.`);
    }
    if (record.genre === 'UN Doc' && record.URL?.startsWith('https://docs.un.org/') === true) {
      const address = symbolUrl(record.id);
      if (record.URL !== address) say(located, ['URL'], `the address of ${record.id} is ${address}.`);
    }
    for (const field of ['vote', 'committee-vote'] as const) {
      const vote = record.custom?.[field];
      if (vote === undefined || vote === 'without a vote') continue;
      const all = vote.for + vote.against + vote.abstaining;
      if (all > memberStates) {
        say(located, ['custom', field], `${all} votes are more than the United Nations has members (${memberStates}).`);
      }
    }
    if (record.custom?.checked === undefined)
      say(located, [], `the source "${record.id}" does not say how it was checked. Add custom.checked.`);
    const { opened, signed, adopted } = record.custom ?? {};
    const inForce = record.custom?.['in-force'];
    const began = opened ?? signed ?? adopted;
    if (began !== undefined && inForce !== undefined && daySpan(inForce).last < daySpan(began).first) {
      say(located, ['custom', 'in-force'], `it entered into force (${inForce}) before it was made (${began}).`);
    }
  }

  const shared = new Map([...dataset.sharedNames].map(([name, ids]) => [foldedWords(name).join(' '), ids]));
  const lookAlikes = new Set(dataset.lookAlikes.map((name) => foldedWords(name).join(' ')));
  const bearers = new Map<string, { located: Located<Concept>; name: string }>();
  const records = new Map([...sources].map(([key, { record }]) => [key, record]));
  for (const located of concepts.values()) {
    const entries = namesOfConcept(located.record, records).map((entry) => ({
      entry,
      folded: foldedWords(entry.name).join(' '),
    }));
    const own = new Set(entries.map(({ folded }) => folded));
    for (const { entry, folded } of entries) {
      const [, long = '', short = ''] = (entry.kind === 'variant' && withAbbreviation.exec(entry.name)) || [];
      if (long !== '' && own.has(foldedWords(long).join(' ')) && own.has(foldedWords(short).join(' '))) {
        say(
          located,
          ['names', entry.language],
          `the name "${entry.name}" is two of its names, one in brackets. Leave it out: both are found where they stand so.`,
        );
      }
      if (folded === '') {
        say(located, ['names', entry.language], `the name "${entry.name}" has no word in it.`);
        continue;
      }
      if (/^[\d\s.]+$/.test(folded))
        say(
          located,
          ['names', entry.language],
          `the name "${entry.name}" is a number and its sign, which are written for many things. Add what it is the number of, or leave it out.`,
        );
      if (/^(the|a|an)\s/i.test(entry.name) && foldedWords(entry.name).length <= 3) {
        say(
          located,
          ['names', entry.language],
          `the name "${entry.name}" begins with an article, which would be part of its range. Leave the article out.`,
        );
      }
      if (lookAlikes.has(folded)) {
        const message = `the name "${entry.name}" is also in schema/look-alikes.yaml, where nothing is recognised. Take it out there, or here.`;
        say(located, ['names', entry.language], message);
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
