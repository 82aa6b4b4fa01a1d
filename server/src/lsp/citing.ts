/** The handlers of citations: where a key leads, where it is cited, renaming it, and writing references into a draft. */
import {
  AnnotatedTextEdit,
  type CancellationToken,
  type ChangeAnnotation,
  type Connection,
  type Location,
  LSPErrorCodes,
  type Position,
  type Range,
  ResponseError,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CitationStyle } from '../citing/style.ts';
import { writtenKey } from '../draft/citation-key.ts';
import { citationAt } from '../draft/citations.ts';
import { Draft } from '../draft/draft.ts';
import {
  type BibliographyPlace,
  bibliographyPlace,
  bibliographyWith,
  lacksEntry,
  type WrittenBibliography,
  writtenBibliography,
} from '../features/bibliography.ts';
import { type Citable, citable, searchCitable } from '../features/citable.ts';
import type { Field } from '../features/field.ts';
import { footnoteCitation } from '../features/footnote.ts';
import { citationsOf, citationsOfEntry, references } from '../features/references.ts';
import {
  entryKeyAt,
  newKeyFault,
  renamable,
  renamedCitations,
  renamedEntry,
  type TextChange,
} from '../features/rename.ts';
import { addressOfSource, citationTarget } from '../features/target.ts';
import { fileAddress, folderOf, oneAddress } from '../library/file-address.ts';
import { emptyLibrary, type Library, type LibraryEntry } from '../library/library.ts';
import { cardUri } from './card-address.ts';
import type { OpenBibliography } from './open-bibliography.ts';
import type { OpenDraft } from './open-drafts.ts';
import {
  type AddEntry,
  addEntryRequest,
  type BibliographyPlaceAnswer,
  bibliographyPlaceRequest,
  type FootnoteCitation,
  type FootnoteCitationAnswer,
  footnoteCitationRequest,
  type LacksEntry,
  lacksEntryRequest,
  type SearchAnswer,
  type SearchSources,
  searchSourcesRequest,
  type WriteBibliography,
  type WriteBibliographyAnswer,
  writeBibliographyRequest,
} from './requests.ts';

/** A draft on the disk that the editor does not have open. */
export interface ClosedDraft {
  uri: string;
  text: string;
}

/** What the handlers have in common: the open documents, what is known, and how a feature is run. */
export interface Serving {
  field(): Field;
  drafts: ReadonlyMap<string, OpenDraft>;
  /** By their addresses as `oneAddress` writes them. */
  bibliographies: ReadonlyMap<string, OpenBibliography>;
  /** The library of a draft, by its address. */
  libraryOf(uri: string): Library;
  style(): CitationStyle;
  /** What is cited, in the style of CSL that user or draft ask for, as Markdown; undefined where none is asked for or to be had. */
  styled(open: OpenDraft, cited: Citable): Promise<string | undefined> | undefined;
  /** What the editor understands of edits to several documents. */
  edits(): { documentChanges: boolean; annotations: boolean };
  /** The range of offsets in a bibliography file as it was read; undefined in any other file. */
  rangeIn(uri: string, range: { start: number; end: number }): Range | undefined;
  /** The text of a bibliography file that is not open; undefined where it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** The drafts of the workspace that are not open, have the bibliography file of an entry, and contain its key. */
  draftsSharing(entry: LibraryEntry): Promise<readonly ClosedDraft[]>;
  answer<T>(name: string, token: CancellationToken | undefined, empty: T, feature: () => T): T | ResponseError<void>;
  at<T>(
    name: string,
    params: { textDocument: { uri: string }; position: Position },
    token: CancellationToken,
    empty: T,
    feature: (open: OpenDraft, offset: number) => T,
  ): T | ResponseError<void>;
}

interface Place {
  textDocument: { uri: string };
  position: Position;
}

/** A user's entry that is asked for from a citation or from its own file, with the range of the key there. */
interface AskedEntry {
  entry: LibraryEntry;
  range: Range;
}

/** Where an entry stands in its file: as a whole, and its key. */
export function placeOfEntry(serving: Serving, entry: LibraryEntry): { whole: Range; key: Range } {
  const whole = { start: entry.start, end: entry.end };
  const key = { start: entry.keyStart, end: entry.keyEnd };
  const open = serving.bibliographies.get(entry.uri) ?? serving.drafts.get(entry.uri);
  const rangeIn = (range: { start: number; end: number }): Range =>
    open?.rangeOf(range) ?? serving.rangeIn(entry.uri, range) ?? nowhere;
  return { whole: rangeIn(whole), key: rangeIn(key) };
}

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The open drafts in whose library an entry stands. */
function draftsWith(serving: Serving, entry: LibraryEntry): OpenDraft[] {
  return [...serving.drafts.values()].filter(({ uri }) => serving.libraryOf(uri).entry(entry.key)?.uri === entry.uri);
}

/** The entry whose key stands at a place of an open bibliography file. */
function entryInFile(serving: Serving, { textDocument: { uri }, position }: Place): AskedEntry | undefined {
  const open = serving.bibliographies.get(oneAddress(uri));
  if (open === undefined) return undefined;
  for (const draft of serving.drafts.keys()) {
    const found = entryKeyAt(serving.libraryOf(draft), oneAddress(uri), open.text, open.offsetAt(position));
    if (found !== undefined) return { entry: found.entry, range: open.rangeOf(found) };
  }
  return undefined;
}

/** All citations of an entry in the open drafts that have it, and the entry itself. */
function entryReferences(serving: Serving, entry: LibraryEntry, withEntry: boolean): Location[] {
  const sharing = draftsWith(serving, entry);
  return [
    ...(withEntry ? [{ uri: entry.uri, range: placeOfEntry(serving, entry).key }] : []),
    ...sharing.flatMap((open) =>
      citationsOfEntry(open.draft, serving.libraryOf(open.uri), entry).map((range) => ({
        uri: open.uri,
        range: open.rangeOf(range),
      })),
    ),
  ];
}

function findReferences(serving: Serving, open: OpenDraft, offset: number, withEntry: boolean): Location[] {
  const field = serving.field();
  const cited = citationAt(open.draft, offset);
  if (cited === undefined)
    return references(field, open.draft, offset).map((range) => ({ uri: open.uri, range: open.rangeOf(range) }));
  const entry = serving.libraryOf(open.uri).entry(cited.key);
  if (entry !== undefined) return entryReferences(serving, entry, withEntry);
  return [...serving.drafts.values()]
    .filter(({ uri }) => serving.libraryOf(uri).entry(cited.key) === undefined)
    .flatMap((draft) =>
      citationsOf(draft.draft, cited.key).map((range) => ({ uri: draft.uri, range: draft.rangeOf(range) })),
    );
}

const refusal = (message: string): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestFailed, message);

/** What a rename would change, or why there is none; undefined where no key stands at the place. */
function renameTarget(serving: Serving, place: Place): AskedEntry | ResponseError<void> | undefined {
  const inFile = entryInFile(serving, place);
  if (inFile !== undefined) return inFile;
  const open = serving.drafts.get(place.textDocument.uri);
  if (open === undefined) return undefined;
  const field = serving.field();
  const library = serving.libraryOf(open.uri);
  const target = citationTarget(field, library, open.draft, open.offsetAt(place.position));
  if (target === undefined) return undefined;
  const { fault, ...range } = renamable(field, library, target);
  if (fault !== undefined) return refusal(fault);
  return { entry: target.cited!.entry!, range: open.rangeOf(range) };
}

/** The changes to one document. */
interface DocumentChanges {
  uri: string;
  /** The version of an open document; null for a file. */
  version: number | null;
  edits: TextEdit[];
}

const closedDrafts = 'closed-drafts';
const annotations: Record<string, ChangeAnnotation> = {
  [closedDrafts]: {
    label: 'Drafts that are not open',
    description: 'They name the same bibliography and cite the key.',
    needsConfirmation: true,
  },
};

/** The edit that gives an entry a new key, in its file and in all drafts of the workspace that have the file. */
async function renamed(
  serving: Serving,
  entry: LibraryEntry,
  newKey: string,
): Promise<WorkspaceEdit | ResponseError<void>> {
  const fault = draftsWith(serving, entry)
    .map(({ uri }) => newKeyFault(serving.field(), serving.libraryOf(uri), entry, newKey))
    .find((found) => found !== undefined);
  if (fault !== undefined) return refusal(fault);
  const [inFolders, onDisk] = await Promise.all([serving.draftsSharing(entry), serving.readText(entry.uri)]);
  // From here on nothing waits: what is read of open documents is of one moment.
  const own = serving.bibliographies.get(entry.uri) ?? serving.drafts.get(entry.uri);
  const ownText = own?.text ?? onDisk;
  const ownChanges = ownText === undefined ? undefined : renamedEntry(ownText, entry, newKey);
  if (ownText === undefined || ownChanges === undefined)
    return refusal(`The entry ${entry.key} was not found in ${entry.uri} as it is now: nothing was renamed.`);
  const changes = [editsOf(entry.uri, own ?? new TextOfFile(entry.uri, ownText), ownChanges)];
  for (const open of draftsWith(serving, entry)) {
    const cited = editsOf(open.uri, open, renamedCitations(open.draft, entry.key, newKey));
    if (open.uri === entry.uri) changes[0]!.edits.push(...cited.edits);
    else changes.push(cited);
  }
  const closed = new Set<string>();
  for (const { uri, text } of inFolders) {
    if (serving.drafts.has(uri)) continue;
    closed.add(uri);
    changes.push(editsOf(uri, new TextOfFile(uri, text), renamedCitations(Draft.open(text), entry.key, newKey)));
  }
  return asWorkspaceEdit(
    changes.filter(({ edits }) => edits.length > 0),
    closed,
    serving.edits(),
  );
}

const editsOf = (
  uri: string,
  document: { version: number | null; rangeOf(range: { start: number; end: number }): Range },
  changes: readonly TextChange[],
): DocumentChanges => ({
  uri,
  version: document.version,
  edits: changes.map((change) => TextEdit.replace(document.rangeOf(change), change.text)),
});

/** A file that the editor does not have open. */
class TextOfFile {
  readonly version = null;
  private readonly document: TextDocument;

  constructor(uri: string, text: string) {
    this.document = TextDocument.create(uri, '', 0, text);
  }

  rangeOf({ start, end }: { start: number; end: number }): Range {
    return { start: this.document.positionAt(start), end: this.document.positionAt(end) };
  }
}

function asWorkspaceEdit(
  changes: readonly DocumentChanges[],
  closed: ReadonlySet<string>,
  can: { documentChanges: boolean; annotations: boolean },
): WorkspaceEdit {
  if (!can.documentChanges) return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, edits])) };
  const isAnnotated = can.annotations && closed.size > 0;
  return {
    documentChanges: changes.map(({ uri, version, edits }) =>
      TextDocumentEdit.create(
        { uri, version },
        isAnnotated && closed.has(uri)
          ? edits.map(({ range, newText }) => AnnotatedTextEdit.replace(range, newText, closedDrafts))
          : edits,
      ),
    ),
    ...(isAnnotated ? { changeAnnotations: annotations } : {}),
  };
}

/** What can be cited, as rows of a list. */
function searchRows(serving: Serving, { query, uri }: SearchSources): SearchAnswer[] {
  const field = serving.field();
  const library = uri === undefined ? emptyLibrary : serving.libraryOf(uri);
  return searchCitable(field, library, query, mostRows).map((cited) => {
    const address = addressOfSource(field, cited);
    return {
      citation: writtenKey(cited.key),
      label: cited.key,
      description: cited.date,
      detail: cited.title,
      ...(cited.record < 0 ? {} : { card: cardUri(field.knowledge, cited.record) }),
      ...(address === undefined ? {} : { address }),
    };
  });
}

const mostRows = 100;
const noDraft = { fault: 'The language server does not have this draft open.' };

/** The bibliography file of an open draft as a feature makes it, with the place of the line that names it. */
function bibliographyOf(
  serving: Serving,
  uri: string,
  feature: (open: OpenDraft, place: BibliographyPlace) => WrittenBibliography | { fault: string },
): WriteBibliographyAnswer {
  const open = serving.drafts.get(uri);
  if (open === undefined) return noDraft;
  const place = bibliographyPlace(open.draft);
  if ('fault' in place) return place;
  const result = feature(open, place);
  if ('fault' in result) return result;
  const { line, ...rest } = result;
  if (line === undefined) return rest;
  return { ...rest, line: { position: open.positionAt(line.offset), inserted: line.inserted } };
}

/** Answers what is asked about citations. */
export function serveCitations(connection: Connection, serving: Serving): void {
  const { answer, at } = serving;
  connection.onReferences((params, token) => {
    const withEntry = params.context.includeDeclaration;
    const inFile = answer('references', token, undefined, () => entryInFile(serving, params));
    if (inFile instanceof ResponseError) return inFile;
    if (inFile !== undefined)
      return answer<Location[]>('references', token, [], () => entryReferences(serving, inFile.entry, withEntry));
    return at<Location[]>('references', params, token, [], (open, offset) =>
      findReferences(serving, open, offset, withEntry),
    );
  });
  connection.onPrepareRename((params, token) =>
    answer<{ range: Range; placeholder: string } | ResponseError<void> | null>('prepare rename', token, null, () => {
      const target = renameTarget(serving, params);
      if (target === undefined || target instanceof ResponseError) return target ?? null;
      return { range: target.range, placeholder: target.entry.key };
    }),
  );
  connection.onRenameRequest(async (params, token) => {
    try {
      const target = answer('rename', token, undefined, () => renameTarget(serving, params));
      if (target instanceof ResponseError) return target;
      if (target === undefined) return refusal('Only citation keys can be renamed.');
      return await renamed(serving, target.entry, params.newName.trim());
    } catch (error) {
      connection.console.error(
        `rename failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return refusal('This could not be renamed; the log says why.');
    }
  });

  connection.onRequest(searchSourcesRequest, (search: SearchSources, token) =>
    answer<SearchAnswer[]>('search', token, [], () => searchRows(serving, search)),
  );
  connection.onRequest<FootnoteCitationAnswer, void>(
    footnoteCitationRequest,
    async ({ uri, position, key }: FootnoteCitation, token: CancellationToken) => {
      const place = { textDocument: { uri }, position };
      const styled = at('footnote', place, token, undefined, (open) => {
        const cited = citable(serving.field(), serving.libraryOf(uri), key);
        return cited === undefined ? undefined : serving.styled(open, cited);
      });
      const made = styled instanceof ResponseError ? undefined : await styled;
      return at<FootnoteCitationAnswer>('footnote', place, token, null, (open, offset) => {
        const library = serving.libraryOf(uri);
        const both = footnoteCitation(serving.field(), library, open.draft, offset, key, serving.style(), made);
        if (both === undefined) return null;
        return both.map(({ offset: to, inserted }) => ({ position: open.positionAt(to), inserted }));
      });
    },
  );
  connection.onRequest<BibliographyPlaceAnswer, void>(
    bibliographyPlaceRequest,
    (uri: string, token: CancellationToken): BibliographyPlaceAnswer | ResponseError<void> =>
      answer<BibliographyPlaceAnswer>('bibliography', token, noDraft, () => {
        const open = serving.drafts.get(uri);
        return open === undefined ? noDraft : bibliographyPlace(open.draft);
      }),
  );
  connection.onRequest<WriteBibliographyAnswer, void>(
    writeBibliographyRequest,
    ({ uri, existing }: WriteBibliography, token: CancellationToken): WriteBibliographyAnswer | ResponseError<void> =>
      answer<WriteBibliographyAnswer>('bibliography', token, noDraft, () =>
        bibliographyOf(serving, uri, ({ draft }, place) =>
          writtenBibliography(
            serving.field(),
            serving.libraryOf(uri),
            draft,
            place,
            existing,
            fileAddress(place.file, folderOf(oneAddress(uri))),
          ),
        ),
      ),
  );
  connection.onRequest<WriteBibliographyAnswer, void>(
    addEntryRequest,
    ({ uri, existing, key, text }: AddEntry, token: CancellationToken): WriteBibliographyAnswer | ResponseError<void> =>
      answer<WriteBibliographyAnswer>('bibliography', token, noDraft, () =>
        bibliographyOf(serving, uri, ({ draft }, place) => bibliographyWith(draft, place, existing, { key, text })),
      ),
  );
  connection.onRequest<boolean, void>(
    lacksEntryRequest,
    ({ uri, existing, key }: LacksEntry, token: CancellationToken): boolean | ResponseError<void> =>
      answer('bibliography', token, false, () => {
        const open = serving.drafts.get(uri);
        const place = open === undefined ? noDraft : bibliographyPlace(open.draft);
        return !('fault' in place) && lacksEntry(serving.field(), serving.libraryOf(uri), key, place, existing);
      }),
  );
}
