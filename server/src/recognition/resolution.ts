/** Which thing each name of a draft means: the pass over its blocks in order, with all that the draft says to go by. */
import type { Draft } from '../draft/draft.ts';
import { kindOfPlace } from './bare-places.ts';
import { type BlockMatch, orNone, placeOfState } from './block-matches.ts';
import { beginsWithInitials, type Definition, type Occurrence } from './definitions.ts';
import {
  type Acquaintance,
  countedDistance,
  Evidence,
  firstYear,
  foreignDocument,
  foreignHead,
  type Ground,
  lastYear,
  type Passed,
  paragraph,
  place,
  type Rests,
  roughly,
  type Tally,
  unknownDocument,
} from './evidence.ts';
import { valueOfOrdinalWord } from './foreign-ordinals.ts';
import { endsInDeterminer, isOfLastOnly, isOfOrganization } from './heads.ts';
import type { HeadMatch } from './lexicon.ts';
import { foldedWords } from './names.ts';
import type { BarePlace, BlockGround, Mention, Naming } from './naming.ts';
import type { BareSession } from './numbered-sessions.ts';
import { contrastReach, orderBeside, orderReach, speaksOfEarlier } from './order-words.ts';
import { overlap, type Range } from './range.ts';
import { namesByCount, ownYear, yearReach } from './series-names.ts';
import { sessionOfBody } from './sessions-of-bodies.ts';

/** How much `previous` and `current` tell: more than what was named before; much less than dates do. */
const ofEarlier = 60;
const ofLater = 30;
/** How much it tells for the later one that the sentence has set it off from the earlier one. */
const ofContrast = 150;

/** `the GGEs`, `successive Groups of Governmental Experts`: the series is meant, and none of it. */
/** What makes the name behind it that of something which the one before it has. */
const possessive = /^[*_]*[’']s?\s+$/;
const severalOfSeries = /(?:^|[\s*_])[Gg](?:roups|roupes|rupos)(?!\p{L})|^\P{Ll}*\p{Lu}s$/u;
const ofSeveral = 150;
const severalReports = /(?:^|\s)(?:reports|rapports|informes)(?!\p{L})/iu;

/** A word, or an ordinal in digits, with the space behind it. */
const wordAtEnd = /(?<![\p{L}\d-])[\p{L}\d]{2,}\s$/u;
const longestOrdinal = 20;

/** How far behind its document an article may be named alone, in UTF-16 units. */
const bareReach = 6000;

/** What may stand between a name and the bracket behind it. */
const bracketBehind = /^["”»*_’'》」』]*\s*[([（［]["“'‘「《*_]*$/;
const besideName = /^[\s"“”’'»*_)\]》」』]*$/;

/** The end of a sentence, not of an abbreviation: `1981 г. (далее – Конвенция)`. */
const endOfSentence = /[.!?]\s+(?![(\p{Ll}\d])|[。！？؟]/u;

/** `Zero Draft | of the`: what is called so is named in full. */
const goesOnInTitle = /^\s+(?:of|for|on|to|de|du|del|des|sur|sobre|para|pour)\s/u;
/** How much of a title is looked at before the name that it ends in, in UTF-16 units. */
const longTitle = 160;

/** What stands between a session and the body whose own it is: `at its 47th session, the | Council`. */
const beforeBody = /^[,，،]?\s?(?:the|el|la|le|les|los|l[’'])?\s?$/iu;

/** `the `, and the like in other languages. */
const longestArticle = 4;

/** How far before its definition, within the sentence, the name of a thing may stand that is called `the “Convention”`. */
const sentenceReach = 300;

/** What a name goes on with that is called by its head alone before: `Special Rapporteur | of the United Nations on …`. */
const goesOn =
  /^(?:\s+(?:ООН|of the (?:UN|United Nations)|de las Naciones Unidas|de la ONU|des Nations [Uu]nies|de l[’']ONU)(?:\s*\([^()]{2,8}\))?)?\s+(?:on|for(?=\s+\p{Lu})|по|о|об|sur|pour|sobre|para)\s/u;
/** How much of the text behind is looked at for that, in UTF-16 units. */
const ownName = 48;

/**
 * With what a name goes on, behind it, that makes another thing of it: `the Programme of Action | on Small Arms`, `el Plan de Acción
 * | sobre Transformación Digital`, `Совет | по правам ребёнка`.
 */
const complement =
  /^[ \u00a0\n](?:(?:(?:on|against|concerning|sur|contre|sobre|contra)[ \u00a0\n](?:(?:the|la|le|les|el|los|las)[ \u00a0\n]|l[’'])?)(?<word>\p{Lu}[\p{L}\p{M}-]+)|по[ \u00a0\n](?<goesOn>\p{L}{3,}))/u;
/** A Russian name of one word, which says nothing of what it is on. */
const oneRussianWord = /^\p{Script=Cyrillic}+$/u;
const complementReach = 60;

/** What was found out of a block in doubt, for as long as what it rests on is so. */
export interface Verdict {
  near: readonly (Ground | undefined)[];
  terms: readonly Occurrence[];
  rests: Readonly<Rests>;
  /** What was asked of the bearers before the block, and answered: name, record or -1, distance. */
  bearersBefore: readonly number[];
  /** What terms meant before the block; undefined: nothing yet. */
  definedBefore: readonly (readonly [term: string, record: number | undefined])[];
  mentions: readonly Mention[];
  /** What it means for what follows: what was named, who bore names last, what terms mean; places in the block. */
  passed: Passed;
  bearers: readonly { name: number; record: number; at: number }[];
  defined: readonly (readonly [term: string, record: number])[];
}

/** A block of a draft, with what was found out of it. */
export interface BlockCase {
  readonly ground: BlockGround;
  /** The places of the terms that the draft defines. */
  readonly occurrences: readonly Occurrence[];
  /** What the last resolution found out. */
  verdict: Verdict | undefined;
}

/** The organ whose document a symbol is. */
function organOf(symbol: string): string {
  if (symbol.startsWith('A/HRC/')) return 'human-rights-council';
  if (symbol.startsWith('S/')) return 'security-council';
  return symbol.startsWith('E/') ? 'economic-and-social-council' : 'general-assembly';
}

/** Whether a mention is of a paragraph of its document. */
const isByParagraph = ({ start, pinpoint }: Mention, { withParagraphs }: BlockGround): boolean =>
  withParagraphs.includes(start) || (pinpoint !== undefined && kindOfPlace(pinpoint) === 'paragraphs');

export class Resolution {
  private readonly naming: Naming;
  private readonly acquaintance: Acquaintance;
  private readonly draft: Draft;
  private readonly evidence: Evidence;
  /** A name with several bearers → who bore it last, where something spoke for that. */
  private readonly lastBearers = new Map<number, { record: number; at: number }>();
  /** What each term means from here on; -1: something that is no concern of the dataset. */
  private readonly defined = new Map<string, number>();
  /** The mentions of each block, relative to its start. */
  readonly mentions: readonly (readonly Mention[])[];
  /** How many blocks in doubt were judged anew; the others were taken over. */
  judged = 0;

  /**
   * @param cases the draft's blocks, or the first of them; verdicts that still hold are used, others renewed
   * @param grounds those of all blocks
   * @param tally what the grounds say together
   */
  constructor(
    naming: Naming,
    acquaintance: Acquaintance,
    draft: Draft,
    cases: readonly BlockCase[],
    grounds: readonly BlockGround[],
    tally: Tally,
  ) {
    this.naming = naming;
    this.acquaintance = acquaintance;
    this.draft = draft;
    this.evidence = new Evidence(acquaintance, grounds, tally, (head) => naming.lexicon.recordsOfHead(head));
    const { blocks } = draft;
    const mentions: (readonly Mention[])[] = new Array(cases.length);
    // An edit leaves nearly all blocks as they were: this goes over thousands of them with each letter.
    for (let i = 0; i < mentions.length; i++) {
      const one = cases[i]!;
      const { ground } = one;
      const base = blocks[i]!.start;
      if (ground.settled === undefined || one.occurrences.length > 0 || ground.definitions.length > 0) {
        mentions[i] = this.resolve(one, i, base);
        continue;
      }
      const passed = ground.passed ?? this.packPassed(ground.places, ground.settled, ground);
      ground.passed = passed;
      if (passed.length > 0) this.evidence.replay(passed, base);
      mentions[i] = ground.settled;
    }
    this.mentions = mentions;
  }

  /** What a block names and mentions, with its documents and its heads of names that are not known, as `Evidence.replay` reads it. */
  private packPassed(
    places: readonly { record: number; at: number }[],
    mentions: readonly Mention[],
    ground: BlockGround,
  ): Passed {
    const passed: number[] = [];
    for (const { record, at } of places) passed.push(place, record, at);
    for (const mention of mentions) {
      const { record, name, start } = mention;
      if (record < 0) passed.push(unknownDocument, 0, start);
      else passed.push(this.evidence.packMention(record, this.naming.headsOfName(name)), record, start);
      if (record >= 0 && isByParagraph(mention, ground)) passed.push(paragraph, record, start);
    }
    for (const at of ground.foreignDocuments) passed.push(foreignDocument, 0, at);
    for (const { head, start, isBare } of ground.heads) if (!isBare) passed.push(foreignHead, head, start);
    return orNone(passed);
  }

  private passMention(mention: Mention, ground: BlockGround, base: number): void {
    const { record, name, start } = mention;
    if (record < 0) {
      this.evidence.passUnknownDocument(base + start);
      return;
    }
    this.evidence.passMention(record, base + start, this.evidence.packMention(record, this.naming.headsOfName(name)));
    if (isByParagraph(mention, ground)) this.evidence.passParagraph(record, base + start);
  }

  private resolve(one: BlockCase, index: number, base: number): readonly Mention[] {
    const { ground, occurrences: terms, verdict: known } = one;
    if (known !== undefined && this.stillHolds(known, index, base, terms)) {
      if (known.bearers.length > 0)
        for (const { name, record, at } of known.bearers) this.noteBearer(name, record, base + at);
      if (known.defined.length > 0) for (const [term, record] of known.defined) this.defined.set(term, record);
      this.evidence.replay(known.passed, base);
      return known.mentions;
    }
    this.judged++;
    const block = new OpenBlock(ground, index, base);
    this.evidence.begin(base, block.rests);
    this.judge(block, terms);
    one.verdict = {
      near: orNone(this.evidence.neighbours(index)),
      terms,
      rests: orNone(block.rests),
      bearersBefore: orNone(block.bearersBefore),
      definedBefore: orNone([...block.definedBefore]),
      mentions: orNone(block.mentions),
      passed: this.packPassed(block.places, block.mentions, ground),
      bearers: orNone(block.bearers),
      defined: orNone([...block.defined]),
    };
    return one.verdict.mentions;
  }

  private stillHolds(verdict: Verdict, index: number, base: number, terms: readonly Occurrence[]): boolean {
    const { near, terms: sameTerms, rests, bearersBefore, definedBefore } = verdict;
    if (sameTerms !== terms || !this.evidence.hasNeighbours(index, near)) return false;
    if (!this.evidence.stillHolds(rests, base)) return false;
    for (let i = 0; i < bearersBefore.length; i += 3) {
      const last = this.lastBearers.get(bearersBefore[i]!);
      if ((last?.record ?? -1) !== bearersBefore[i + 1]) return false;
      if (last !== undefined && roughly(base - last.at) !== bearersBefore[i + 2]) return false;
    }
    return definedBefore.every(([term, record]) => this.defined.get(term) === record);
  }

  private judge(block: OpenBlock, terms: readonly Occurrence[]): void {
    let next = 0;
    const { bare, heads, sessions } = block.ground;
    let nextBare = 0;
    let nextHead = 0;
    let nextSession = 0;
    const addBetween = (before: number): void => {
      for (;;) {
        const place = bare[nextBare]?.start ?? Number.POSITIVE_INFINITY;
        const head = heads[nextHead]?.start ?? Number.POSITIVE_INFINITY;
        const session = sessions[nextSession]?.start ?? Number.POSITIVE_INFINITY;
        if (Math.min(place, head, session) >= before) return;
        if (session < Math.min(place, head)) this.addSession(sessions[nextSession++]!, block);
        else if (place < head) this.addBare(bare[nextBare++]!, block);
        else this.addHead(heads[nextHead++]!, block, terms);
      }
    };
    for (const { match, mention } of block.ground.parts) {
      addBetween(match.start);
      while (next < terms.length && terms[next]!.start <= match.start) {
        const term = terms[next++]!;
        // A longer name that begins with the term goes before it.
        if (match.start === term.start && match.end > term.end && this.counts(match, mention, block)) continue;
        this.addTerm(term, block);
      }
      if (match.start < block.taken || this.isTermInMarks(match, mention, terms[next], block)) continue;
      this.passTo(block, match.start);
      this.add(match, mention, block);
    }
    addBetween(Number.POSITIVE_INFINITY);
    while (next < terms.length) this.addTerm(terms[next++]!, block);
    this.passTo(block, Number.POSITIVE_INFINITY);
    this.noteMentions(block, Number.POSITIVE_INFINITY);
    this.noteForeignDocuments(block, Number.POSITIVE_INFINITY);
  }

  /** `《公约》` where the draft has defined `公约`: the term goes before the general name in marks. */
  private isTermInMarks(
    match: BlockMatch,
    mention: Mention | undefined,
    term: Occurrence | undefined,
    block: OpenBlock,
  ): boolean {
    if (mention !== undefined || term === undefined || term.start <= match.start || term.end >= match.end) return false;
    const text = this.draft.content;
    const around =
      text.slice(block.base + match.start, block.base + term.start) +
      text.slice(block.base + term.end, block.base + match.end);
    return /^[\p{P}\s]*$/u.test(around) && this.meaningBefore(term.term, block) !== undefined;
  }

  /** What a term means so far. */
  private meaningBefore(term: string, block: OpenBlock): number | undefined {
    const record = this.defined.get(term);
    if (!block.defined.has(term)) block.definedBefore.set(term, record);
    return record;
  }

  /** Takes note of the mentions of a block before an offset. */
  private noteMentions(block: OpenBlock, before: number): void {
    while (block.noted < block.mentions.length && block.mentions[block.noted]!.start < before)
      this.passMention(block.mentions[block.noted++]!, block.ground, block.base);
  }

  /** Takes note of the documents that are not known before an offset of a block. */
  private noteForeignDocuments(block: OpenBlock, before: number): void {
    const { foreignDocuments } = block.ground;
    while (block.foreignNoted < foreignDocuments.length && foreignDocuments[block.foreignNoted]! < before)
      this.evidence.passForeignDocument(block.base + foreignDocuments[block.foreignNoted++]!);
  }

  private passTo(block: OpenBlock, at: number): void {
    const { places } = block.ground;
    while (block.passed < places.length && places[block.passed]!.at < at) {
      const place = places[block.passed++]!;
      this.pass(block, place.record, place.at);
    }
  }

  private pass(block: OpenBlock, record: number, at: number): void {
    block.places.push({ record, at });
    this.evidence.pass(record, block.base + at);
  }

  private counts(match: BlockMatch, mention: Mention | undefined, block: OpenBlock): boolean {
    return mention !== undefined || (match.names.length > 0 && this.bearersIn(match, block).size > 0);
  }

  private bearersIn(match: BlockMatch, block: OpenBlock): Map<number, number> {
    const { lexicon } = this.naming;
    const end = block.base + match.end;
    const written = this.draft.content.slice(block.base + match.start, end);
    const behind = complement.exec(this.draft.content.slice(end, end + complementReach));
    return this.naming.bearers(match, (record, nearness, name) => {
      if (behind !== null && this.isOfAnotherThing(record, behind, match, block)) return false;
      if (nearness === 'draft') return this.evidence.isInDraftOnTheField(record);
      return (
        this.evidence.isNear(record, block.index, lexicon.isProper(name, written), match) ||
        // What bore the name before need not be near again.
        (match.names.length > 1 && this.lastBearer(match.names[0]!, block)?.record === record)
      );
    });
  }

  /**
   * Whether what stands behind a name makes it that of another thing than a record: it is neither in the record's names, nor a
   * State, nor something that goes with the record.
   */
  private isOfAnotherThing(
    record: number,
    behind: RegExpExecArray,
    { start, end }: BlockMatch,
    block: OpenBlock,
  ): boolean {
    // What is called no more than `Special Rapporteur` stands for all of them.
    if (this.naming.compoundOf(record) > 0) return false;
    const { word = behind.groups!.goesOn!, goesOn } = behind.groups as Record<string, string | undefined>;
    const name = this.draft.content.slice(block.base + start, block.base + end);
    if (goesOn !== undefined && !oneRussianWord.test(name)) return false;
    const [folded] = foldedWords(word);
    if (folded === undefined || this.naming.wordsOf(record).has(folded)) return false;
    const last = end + behind[0].length;
    const from = last - word.length;
    if (block.ground.states.some((state) => placeOfState(state) >= end && placeOfState(state) < last)) return false;
    const next = block.ground.parts.find(({ match }) => match.start >= end && match.start <= from && match.end >= last);
    if (next === undefined) return true;
    const linked = this.acquaintance.linked(record);
    return !next.match.names.some((name) => {
      const one = this.naming.lexicon.record(name);
      return one === record || linked.has(one) || this.acquaintance.parentOf(one) === record;
    });
  }

  private add(match: BlockMatch, known: Mention | undefined, block: OpenBlock): void {
    if (known !== undefined) block.mentions.push(known);
    if (known !== undefined) return;
    if (match.names.length === 0) {
      this.addUnknownDocument(match, block);
      return;
    }
    const specific = this.specificOf(match, block);
    if (specific !== undefined) {
      block.mentions.push(specific);
      return;
    }
    const bearers = this.bearersIn(match, block);
    if (bearers.size === 0 || this.isOfSeveralDocuments(match, bearers, block)) {
      for (const hidden of match.instead ?? []) this.add(hidden, this.naming.certainMention(hidden), block);
      return;
    }
    let candidates = [...bearers.keys()];
    if (candidates.length > 1) candidates = this.ranked(match, candidates, block);
    const record = candidates[0]!;
    const name = bearers.get(record)!;
    block.mentions.push({
      start: match.start,
      end: match.end,
      record,
      name,
      via: this.naming.viaOf(name),
      candidates,
    });
  }

  /** `the GGE reports`, where several reports are called so: none of them is meant. */
  private isOfSeveralDocuments({ start, end }: Range, bearers: ReadonlyMap<number, number>, block: OpenBlock): boolean {
    return (
      bearers.size > 1 &&
      severalReports.test(this.draft.content.slice(block.base + start, block.base + end)) &&
      [...bearers.keys()].every((record) => this.acquaintance.isDocument(record))
    );
  }

  /** `the Special Rapporteur`, where the draft speaks of one of them. */
  private specificOf({ start, end, names }: BlockMatch, block: OpenBlock): Mention | undefined {
    const { lexicon } = this.naming;
    const generic = lexicon.record(names[0]!);
    const compound = this.naming.compoundOf(generic);
    if (compound === 0) return undefined;
    const text = this.draft.content;
    const place = block.base + start;
    // Several of them are none in particular.
    if (/s$/i.test(text.slice(place, block.base + end))) return undefined;
    // `Relator Especial de las Naciones Unidas para …`: one of them that is not known.
    if (goesOn.test(text.slice(block.base + end, block.base + end + ownName))) return undefined;
    const hasArticles = ['en', 'fr', 'es'].includes(lexicon.language(names[0]!));
    if (hasArticles && !endsInDeterminer(text.slice(Math.max(0, place - 24), place))) return undefined;
    this.noteMentions(block, start);
    const record = this.headed(compound, block);
    if (record < 0) return undefined;
    return { start, end, record, name: names[0]!, via: 'name', candidates: [record, generic] };
  }

  /**
   * `resolution 1612 (2005)` is the Security Council's where the draft names it: the Parliamentary Assembly of the Council of
   * Europe numbers its resolutions so, too.
   */
  private addUnknownDocument({ start, end, symbols }: BlockMatch, block: OpenBlock): void {
    const { knowledge } = this.naming;
    const isNamed = (id: string): boolean => {
      const record = knowledge.conceptIndex(id);
      return record >= 0 && this.evidence.isNamed(record);
    };
    const organ = symbols?.find((symbol) => isNamed(organOf(symbol)));
    const symbol = organ ?? (isNamed('united-nations') && !isNamed('council-of-europe') ? symbols?.[0] : undefined);
    if (symbol !== undefined)
      block.mentions.push({ start, end, record: -1, name: -1, symbol, via: 'symbol', candidates: [] });
  }

  /** `Article 51` alone is of the document with such an article that was named last, if that was not long ago. */
  private addBare(bare: BarePlace, block: OpenBlock): void {
    const { start, end, places, document, reference } = bare;
    if (start < block.taken) return;
    this.passTo(block, start);
    let nearest = document < 0 ? undefined : places.find((place) => place.document === document);
    if (document < 0 && reference?.kind === 'articles') {
      // Who names articles of a treaty goes on with others of it: `Article 17 of the Covenant, Article 19`.
      this.noteMentions(block, start);
      this.noteForeignDocuments(block, start);
      const last = this.evidence.lastDocument(reference);
      nearest = places.find((place) => place.document === last);
    }
    if (document < 0 && nearest === undefined) {
      let least = bareReach;
      for (const place of places) {
        const distance = this.evidence.lastNamed(place.document, block.base + start);
        if (distance >= least) continue;
        least = distance;
        nearest = place;
      }
    }
    if (nearest === undefined || (document < 0 && this.isOtherNamedLast(nearest.document, bare, block))) {
      this.addPlaceOfDocument(bare, block);
      return;
    }
    const record = nearest.concept;
    this.pass(block, record, start);
    // Who goes on speaking of its articles goes on speaking of the document.
    if (document < 0) this.pass(block, nearest.document, start);
    block.mentions.push({ start, end, record, name: -1, via: 'name', candidates: [record] });
  }

  /** Whether a treaty that has no concept of such an article was named after the document that has one. */
  private isOtherNamedLast(document: number, { start, reference }: BarePlace, block: OpenBlock): boolean {
    if (reference?.kind !== 'articles') return false;
    this.noteMentions(block, start);
    this.noteForeignDocuments(block, start);
    const last = this.evidence.lastDocument(reference);
    return (
      last >= 0 &&
      last !== document &&
      this.evidence.lastNamed(last, block.base + start) < this.evidence.lastNamed(document, block.base + start)
    );
  }

  /** `Article 8(1)`, where there is no concept of that article, is the treaty that was named last, with the pinpoint. */
  private addPlaceOfDocument({ start, end, at, reference, document }: BarePlace, block: OpenBlock): void {
    if (document >= 0) {
      block.mentions.push({
        start,
        end,
        record: document,
        name: -1,
        pinpoint: at,
        via: 'name',
        candidates: [document],
      });
      return;
    }
    if (reference === undefined) return;
    this.noteMentions(block, start);
    this.noteForeignDocuments(block, start);
    const record = this.evidence.lastDocument(reference);
    if (record < 0) return;
    if (reference.kind === 'articles' ? this.isOfCompany(record, block) : !this.goesOnIn(record, start, block)) return;
    this.pass(block, record, start);
    block.mentions.push({ start, end, record, name: -1, pinpoint: at, via: 'name', candidates: [record] });
  }

  /** Whether the draft speaks of a document by its paragraphs, or names it in the same sentence. */
  private goesOnIn(document: number, start: number, block: OpenBlock): boolean {
    if (this.evidence.isNamedByParagraphs(document)) return true;
    const named = block.mentions.findLast(({ record }) => record === document);
    if (named === undefined) return false;
    return !endOfSentence.test(this.draft.content.slice(block.base + named.end, block.base + start));
  }

  /** Whether what was named just before goes with another treaty: `the European Court of Human Rights found that article 8`. */
  private isOfCompany(document: number, block: OpenBlock): boolean {
    const before = block.mentions.at(-1)?.record ?? -1;
    if (before < 0 || before === document) return false;
    const linked = [...this.acquaintance.linked(before)];
    if (linked.includes(document) || this.acquaintance.documentAt(before) === document) return false;
    return linked.some((one) => this.acquaintance.placesOf(one) === 'articles');
  }

  /** `the Panel` is what has such a name and was mentioned last. */
  private addHead(head: HeadMatch, block: OpenBlock, terms: readonly Occurrence[]): void {
    if (head.start < block.taken || terms.some((term) => overlap(term, head))) return;
    const last = block.mentions.at(-1);
    if (last !== undefined && last.end > head.start) return;
    this.noteMentions(block, head.start);
    if (!head.isBare) {
      this.evidence.passForeign(head.head, block.base + head.start);
      return;
    }
    const headed = this.headed(head.head, block);
    const ordinal = this.ordinalBefore(head.start, block);
    // `the third Group`, of those that were spoken of: none where there is no such one.
    const record = ordinal === undefined || headed < 0 ? headed : this.memberOfCount(headed, ordinal.value);
    if (record < 0) return;
    const start = head.start - (ordinal?.length ?? 0);
    block.mentions.push({ start, end: head.end, record, name: -1, via: 'name', candidates: [record] });
  }

  /** The ordinal that stands before an offset of a block, and how much of the text it takes. */
  private ordinalBefore(offset: number, { base }: OpenBlock): { value: number; length: number } | undefined {
    const before = this.draft.content.slice(Math.max(base, base + offset - longestOrdinal), base + offset);
    const written = wordAtEnd.exec(before)?.[0];
    const value = written === undefined ? undefined : valueOfOrdinalWord(written.trimEnd());
    return written === undefined || value === undefined ? undefined : { value, length: written.length };
  }

  /** The one of a series that has a number in it, by the series or another one of it; -1 where there is none. */
  private memberOfCount(record: number, count: number): number {
    const { lexicon } = this.naming;
    for (const series of [record, this.acquaintance.parentOf(record)]) {
      if (series < 0) continue;
      const [name] = namesByCount(lexicon, series, count);
      if (name !== undefined) return lexicon.record(name);
    }
    return -1;
  }

  /** `at its 47th session`, `la vingt-huitième session`: of the body that the sentence names, or that was mentioned last. */
  private addSession({ start, end, value, isOwn, isMeeting }: BareSession, block: OpenBlock): void {
    if (start < block.taken || (block.mentions.at(-1)?.end ?? 0) > start) return;
    this.noteMentions(block, start);
    const body = isOwn ? this.bodyInSentence(start, end, block) : this.evidence.lastHolder();
    if (body < 0) return;
    const session = isMeeting ? -1 : sessionOfBody(this.naming.knowledge, body, value);
    const record = session >= 0 ? session : isOwn || isMeeting ? body : -1;
    if (record < 0) return;
    block.mentions.push({ start, end, record, name: -1, via: 'name', candidates: [record] });
  }

  /** The body that a sentence names before a session of its own, or right behind it; -1 for none. */
  private bodyInSentence(start: number, end: number, block: OpenBlock): number {
    const text = this.draft.content;
    const { base } = block;
    // Who speaks of one session of a body goes on to the next.
    const bodyOf = (record: number): number =>
      [record, record < 0 ? -1 : this.acquaintance.parentOf(record)].find((one) => this.evidence.isHolder(one)) ?? -1;
    const next = block.ground.parts.find(({ match }) => match.start >= end);
    const isBeside =
      next !== undefined && beforeBody.test(text.slice(base + end, Math.min(base + next.match.start, base + end + 24)));
    if (isBeside && next.match.start - end < 24) {
      const body = bodyOf(next.mention?.record ?? -1);
      if (body >= 0) return body;
    }
    const named = block.mentions.findLast(({ record }) => bodyOf(record) >= 0);
    if (named === undefined || endOfSentence.test(text.slice(base + named.end, base + start))) return -1;
    return bodyOf(named.record);
  }

  /** What has a head and was mentioned last; else what alone of all with it is named in the draft, or goes with what is. */
  private headed(head: number, block: OpenBlock): number {
    const last = this.evidence.lastHeaded(head);
    if (last !== undefined || isOfLastOnly(head)) return last ?? -1;
    const only = this.evidence.theOnlyHeaded(head);
    return only >= 0 || !isOfOrganization(head) ? only : this.evidence.nearHeaded(head, block.index);
  }

  /** The bearers of a name, likeliest first. */
  private ranked(match: BlockMatch, candidates: number[], block: OpenBlock): number[] {
    const { lexicon } = this.naming;
    const { evidence } = this;
    const at = block.base + match.start;
    const previous = block.mentions.at(-1);
    if (previous !== undefined && candidates.includes(previous.record)) {
      const end = block.base + previous.end;
      if (bracketBehind.test(this.draft.content.slice(end, Math.min(at, end + 8)))) {
        // `Open-ended Working Group 2019–2021 (OEWG)`: what stands in brackets behind a name is the same thing.
        if (previous.candidates.length === 1) this.pass(block, previous.record, match.start);
        return [previous.record, ...candidates.filter((record) => record !== previous.record)];
      }
    }
    // `the Ad Hoc Committee’s fifth session`.
    if (previous !== undefined && previous.record >= 0 && candidates.length > 1) {
      const between = this.draft.content.slice(block.base + previous.end, at);
      const own = possessive.test(between)
        ? candidates.find((record) => this.acquaintance.parentOf(record) === previous.record)
        : undefined;
      if (own !== undefined) return [own, ...candidates.filter((record) => record !== own)];
    }
    // A general name means now this, now that; what bears a proper one is mostly borne on.
    const [name] = match.names as [number];
    const isGeneral = lexicon.onlyNear(name) !== false;
    const last = isGeneral ? undefined : this.lastBearer(name, block);
    this.noteMentions(block, match.start);
    const scores = evidence.scores(candidates, block.index, match, this.yearOf(match, block));
    const known = last === undefined ? undefined : scores.get(last.record);
    if (last !== undefined && known !== undefined)
      scores.set(last.record, known + 20 / (1 + countedDistance(last.at, at, block.base) / 3000));
    const ordered = this.orderedOf(match, candidates, block);
    if (ordered !== undefined) scores.set(ordered.record, scores.get(ordered.record)! + ordered.weight);
    const written = this.draft.content.slice(at, block.base + match.end);
    if (severalOfSeries.test(written)) {
      const series = candidates.find((record) =>
        candidates.some((other) => this.acquaintance.parentOf(other) === record),
      );
      if (series !== undefined) scores.set(series, scores.get(series)! + ofSeveral);
    }
    // The sort is stable: without evidence the dataset's order decides.
    const ranked = candidates.sort((a, b) => scores.get(b)! - scores.get(a)!);
    if (scores.get(ranked[0]!)! > 0) {
      this.noteBearer(name, ranked[0]!, at);
      block.bearers.push({ name, record: ranked[0]!, at: match.start });
    }
    return ranked;
  }

  /** Which of two bearers is meant by a word on their order beside the name, and how much that tells. */
  private orderedOf(
    { start, end }: Range,
    candidates: readonly number[],
    { base }: OpenBlock,
  ): { record: number; weight: number } | undefined {
    const ofTheirTime = candidates.filter((record) => this.acquaintance.isOfItsTime(record));
    const [one, other] = ofTheirTime;
    if (one === undefined || other === undefined || ofTheirTime.length > 2) return undefined;
    const text = this.draft.content;
    const order = orderBeside(
      text.slice(Math.max(base, base + start - orderReach), base + start),
      text.slice(base + end, base + end + orderReach),
    );
    if (order === undefined) return undefined;
    const [earlier, later] =
      this.acquaintance.beginningOf(one) < this.acquaintance.beginningOf(other) ? [one, other] : [other, one];
    if (order === 'earlier') return { record: earlier, weight: ofEarlier };
    // A draft of its time calls the earlier one the current one, too.
    if (this.evidence.isOfItsYears(earlier, later)) return undefined;
    const isSetOff = speaksOfEarlier(text.slice(Math.max(base, base + start - contrastReach), base + start));
    return { record: later, weight: isSetOff ? ofContrast : ofLater };
  }

  /** The year that is a part of a name. */
  private yearOf({ start, end }: Range, { base }: OpenBlock): number | undefined {
    const from = Math.max(0, base + start - yearReach);
    const text = this.draft.content.slice(from, base + end + yearReach);
    const year = ownYear(text, base + start - from, base + end - from)?.year;
    // The months by which the dates are counted begin and end somewhere.
    return year !== undefined && year >= firstYear && year <= lastYear ? year : undefined;
  }

  private noteBearer(name: number, record: number, at: number): void {
    const last = this.lastBearers.get(name);
    if (last === undefined) this.lastBearers.set(name, { record, at });
    else {
      last.record = record;
      last.at = at;
    }
  }

  private lastBearer(name: number, { base, bearersBefore }: OpenBlock): { record: number; at: number } | undefined {
    const last = this.lastBearers.get(name);
    // What the block itself says is no news from outside.
    if (last === undefined) bearersBefore.push(name, -1, 0);
    else if (last.at < base) bearersBefore.push(name, last.record, roughly(base - last.at));
    return last;
  }

  /** A place where a term stands that the draft defines, here or elsewhere. */
  private addTerm(place: Occurrence, block: OpenBlock): void {
    if (place.start < block.taken) return;
    const definition = block.ground.definitions.find(({ start, end }) => start === place.start && end === place.end);
    if (definition !== undefined) {
      this.passTo(block, place.start);
      const meant = this.meaningOf(definition, block);
      if (meant !== undefined) {
        this.defined.set(definition.term, meant);
        block.defined.set(definition.term, meant);
      }
    }
    const record = this.meaningBefore(place.term, block);
    if (record === undefined) return;
    // The names that begin before the term and reach into it go before it.
    const last = block.mentions.at(-1);
    if (last !== undefined && last.end > place.start) return;
    block.taken = place.end;
    if (record < 0) return;
    this.passTo(block, place.start);
    const candidates = definition === undefined ? this.memberMeant(record, place, block) : [record];
    this.pass(block, candidates[0]!, place.start);
    block.mentions.push({
      start: place.start,
      end: place.end,
      record: candidates[0]!,
      name: -1,
      term: place.term,
      via: 'definition',
      candidates,
    });
  }

  /** Where a draft defines `GGE` as the series of them: that of the series which it speaks of, if it names one. */
  private memberMeant(series: number, place: Occurrence, block: OpenBlock): readonly number[] {
    const whole = this.acquaintance.parentOf(series);
    const { start, end } = place;
    // Where it defines `GGE` as one of them, `six GGEs` are yet the series.
    if (whole >= 0 && severalOfSeries.test(this.draft.content.slice(block.base + start, block.base + end)))
      if (this.bearersOf(place.term).includes(whole)) return [whole, series];
    // Most things are no series, and names need not be looked up for them.
    if (this.acquaintance.seriesOf(series).length === 1) return [series];
    const members = this.bearersOf(place.term).filter((record) => this.acquaintance.parentOf(record) === series);
    if (members.length === 0) return [series];
    const candidates = [series, ...members];
    this.noteMentions(block, place.start);
    const scores = this.evidence.scores(candidates, block.index, place, this.yearOf(place, block));
    return candidates.sort((one, other) => scores.get(other)! - scores.get(one)!);
  }

  /** The record that a definition gives its term to, -1 for something else, undefined where it defines nothing. */
  private meaningOf(definition: Definition, block: OpenBlock): number | undefined {
    const { term, start, longEnd, longStart, isExpress } = definition;
    const bearers = this.bearersOf(term);
    const named = this.namedAt(longEnd, block);
    if (named !== undefined) {
      // `Open-ended Working Group (OEWG)`: where both have several bearers, the definition does not say which.
      // What is announced as the `Working Group` in so many words is that one.
      const isAcronym = /^[\p{Lu}\d]{2,}s?$/u.test(term);
      if (named.candidates.length > 1 && bearers.includes(named.record) && bearers.length > 1)
        return isExpress && !isAcronym ? named.record : undefined;
      // `the UN 11th Internet Governance Forum (IGF)`, `Article 51 of the UN Charter (the “Charter”)`: what bears the term is
      // what the named one is a part of.
      const linked = this.acquaintance.linked(named.record);
      const whole = bearers.includes(named.record) ? undefined : bearers.find((bearer) => linked.has(bearer));
      if (whole !== undefined) return isExpress ? whole : undefined;
      // `High-level Body on Artificial Intelligence (AI)`: the term is short for what stands at the name's end.
      const isOfItsEnd = longStart !== undefined && longStart > named.start + longestArticle;
      if (isOfItsEnd && !bearers.includes(named.record)) return bearers.length > 0 ? undefined : -1;
      // `the Zero Draft of the Review of WSIS (“Zero Draft”)`: the term is short for what begins before the name at the end.
      if (isExpress && !bearers.includes(named.record) && this.beginsBefore(term, named, block))
        return bearers.length > 0 ? undefined : -1;
      const written = this.draft.content.slice(block.base + named.start, block.base + named.end);
      const isItsName =
        isExpress || bearers.includes(named.record) || longStart !== undefined || beginsWithInitials(written, term);
      return isItsName && named.record >= 0 ? named.record : undefined;
    }
    if (longStart !== undefined) {
      // A name that the dataset has otherwise is known by its words.
      const long = this.draft.content.slice(block.base + longStart, block.base + longEnd);
      return bearers.find((record) => this.sharesWords(record, long)) ?? -1;
    }
    if (!isExpress) return undefined;
    const before = this.draft.content.slice(
      Math.max(block.base, block.base + start - sentenceReach),
      block.base + start,
    );
    const sentence =
      start -
      (before.length -
        (Math.max(...[...before.matchAll(new RegExp(endOfSentence, 'gu'))].map(({ index }) => index), -2) + 2));
    const head = foldedWords(term).at(-1)!;
    const meant = block.mentions.findLast(
      (mention) =>
        mention.start >= sentence &&
        mention.record >= 0 &&
        (bearers.includes(mention.record) ||
          foldedWords(this.draft.content.slice(block.base + mention.start, block.base + mention.end)).includes(head)),
    );
    return meant?.record ?? (this.isProperName(term) ? undefined : -1);
  }

  /** Whether a term stands in the same sentence before the name that its definition is behind. */
  private beginsBefore(term: string, named: Mention, { base }: OpenBlock): boolean {
    const end = base + named.start;
    const before = this.draft.content.slice(Math.max(base, end - longTitle), end);
    const sentence = before.split(endOfSentence).at(-1)!;
    const at = sentence.indexOf(term);
    return at >= 0 && goesOnInTitle.test(sentence.slice(at + term.length));
  }

  /** The mention that ends where a definition's own words end. */
  private namedAt(longEnd: number, block: OpenBlock): Mention | undefined {
    const mention = block.mentions.findLast(({ end }) => end <= longEnd);
    if (mention === undefined) return undefined;
    const between = this.draft.content.slice(block.base + mention.end, block.base + longEnd);
    return besideName.test(between) ? mention : undefined;
  }

  /** Whether a term is a name that needs no definition: `the Salt Treaty (the “Tunis Agenda”)` says nothing on either. */
  private isProperName(term: string): boolean {
    const { lexicon } = this.naming;
    return lexicon.named(term).some((name) => lexicon.onlyNear(name) === false && lexicon.kind(name) !== 'acronym');
  }

  private bearersOf(term: string): number[] {
    const { lexicon } = this.naming;
    return [...new Set(lexicon.named(term).map((name) => lexicon.record(name)))];
  }

  /** Whether at least three of four of the longer words of a text stand in the names of a record. */
  private sharesWords(record: number, text: string): boolean {
    const own = this.naming.wordsOf(record);
    const words = foldedWords(text).filter((word) => word.length > 3);
    // One word of three makes another thing of it: the International Triathlon Union.
    // `Government` for `Governmental` is a slip.
    const isOwn = (word: string): boolean =>
      own.has(word) || (word.length > 6 && [...own].some((one) => one.startsWith(word.slice(0, 6))));
    return words.length > 0 && words.filter(isOwn).length * 4 >= words.length * 3;
  }
}

/** A block whose mentions are being worked out. */
class OpenBlock {
  readonly ground: BlockGround;
  readonly index: number;
  readonly base: number;
  readonly mentions: Mention[] = [];
  readonly rests: Rests = [];
  readonly bearersBefore: number[] = [];
  readonly definedBefore = new Map<string, number | undefined>();
  readonly places: { record: number; at: number }[] = [];
  readonly bearers: { name: number; record: number; at: number }[] = [];
  readonly defined = new Map<string, number>();
  /** How many of its places, and of its mentions, the evidence was told of. */
  passed = 0;
  noted = 0;
  foreignNoted = 0;
  /** Up to where a defined term has taken the text. */
  taken = 0;

  constructor(ground: BlockGround, index: number, base: number) {
    this.ground = ground;
    this.index = index;
    this.base = base;
  }
}
