/** The language server: the only folder that knows the protocol. Features answer in offsets; here they become positions. */
import {
  type CancellationToken,
  type Connection,
  type DefinitionLink,
  DidChangeWorkspaceFoldersNotification,
  type DocumentHighlight,
  type DocumentLink,
  ErrorCodes,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Location,
  LSPErrorCodes,
  MarkupKind,
  type Position,
  ResponseError,
  TextDocumentContentRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { toCslJson } from '../citing/export.ts';
import { type CitationStyle, citationStyles } from '../citing/style.ts';
import { prepareCitations } from '../draft/citations.ts';
import { type CardAddress, card, noAddress, recordName } from '../features/card.ts';
import type { CompletionOptions } from '../features/completion.ts';
import { declaration, definition, type Jump } from '../features/definition.ts';
import { explain } from '../features/explain.ts';
import type { Field } from '../features/field.ts';
import { hover } from '../features/hover.ts';
import { documentLinks } from '../features/links.ts';
import { allConcepts } from '../features/lookup.ts';
import { references } from '../features/references.ts';
import { addressOfKey, addressOfMention, citationTarget } from '../features/target.ts';
import { namedStyle } from '../library/bibliography-file.ts';
import { oneAddress } from '../library/file-address.ts';
import { emptyLibrary, type Library, type LibraryEntry } from '../library/library.ts';
import { cardFileName, cardUri, recordOfCardUri } from './card-address.ts';
import { type ClosedDraft, placeOfEntry, type Serving, serveCitations } from './citing.ts';
import { serveCompletion } from './completing.ts';
import { Libraries } from './libraries.ts';
import { isBibliography, OpenBibliography, withOpenFiles } from './open-bibliography.ts';
import { OpenDraft } from './open-drafts.ts';
import { Preparation } from './preparation.ts';
import {
  type ConceptAnswer,
  cardScheme,
  explainRequest,
  listConceptsRequest,
  type Place,
  type PlaceAnswer,
  placeRequest,
  trustedNotification,
} from './requests.ts';
import type { FileAccess } from './shared-file.ts';
import { type PandocHost, StyledReferences } from './styled-references.ts';
import { Watching } from './watching.ts';

/** What the place that the server runs in lends it. */
export interface Host {
  /** The version that the client is told. */
  version: string;
  openField(): Field;
  /** Writes a card to a file for editors that cannot show one otherwise, and gives the file's address. */
  writeCard?: (fileName: string, text: string) => string;
  /** Files of the machine; without them a draft's library is what its own front matter holds. */
  files?: FileAccess;
  /** The Markdown drafts in folders and below them that contain a word; hidden folders, and those of packages, are left out. */
  /** Starts the user's pandoc; `folderOf` is the place of a draft among files, undefined where it has none. */
  pandoc?: PandocHost & { folderOf(uri: string): string | undefined };
  draftsIn?: (folders: readonly string[], word: string) => Promise<ClosedDraft[]>;
}

interface Settings extends Omit<CompletionOptions, 'snippets'> {
  style: CitationStyle;
  bibliography: readonly string[];
  /** A style of CSL by its path or name, before that of the draft's front matter; empty for none. */
  cslStyle: string;
  pandocPath: string;
}

interface WrittenSettings {
  completion?: { names?: unknown; citations?: unknown };
  citationStyle?: unknown;
  bibliography?: unknown;
  cslStyle?: unknown;
  pandocPath?: unknown;
}

const textsIn = (written: unknown): string[] =>
  Array.isArray(written) ? written.filter((one) => typeof one === 'string' && one.trim() !== '') : [];

function readSettings(written: unknown): Settings {
  const { completion, citationStyle, bibliography, cslStyle, pandocPath } = (written ?? {}) as WrittenSettings;
  return {
    names: completion?.names !== false,
    citations: completion?.citations !== false,
    style: citationStyles.find((style) => style === citationStyle) ?? 'oscola',
    bibliography: textsIn(bibliography),
    cslStyle: typeof cslStyle === 'string' ? cslStyle.trim() : '',
    pandocPath: typeof pandocPath === 'string' && pandocPath.trim() !== '' ? pandocPath.trim() : 'pandoc',
  };
}

/** How long a bibliography that is edited rests before it is read again, in milliseconds. */
const restAfterEdit = 300;

/** Wires a connection to the features. The connection is not yet listening. */
export function serve(connection: Connection, host: Host): void {
  const drafts = new Map<string, OpenDraft>();
  const bibliographies = new Map<string, OpenBibliography>();
  let field: Field | undefined;
  let settings = readSettings(undefined);
  // Only VS Code tells that its user trusts a workspace; elsewhere no program is started.
  let isTrusted = false;
  let hasContentRequest = false;
  let hasDefinitionLinks = false;
  let hasConfiguration = false;
  let snippets = false;
  let workspaceEdits = { documentChanges: false, annotations: false };

  let roots: readonly string[] = [];
  /** What the setting names for each open draft, where the client tells it for each. */
  const ownBibliographies = new Map<string, readonly string[]>();
  const watching = new Watching(connection, () => roots);
  const libraries = new Libraries({
    files: host.files === undefined ? undefined : withOpenFiles(host.files, bibliographies),
    roots: () => roots,
    setting: (uri) => ownBibliographies.get(uri) ?? settings.bibliography,
    publish: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
    watch: (uris) => watching.watch(uris),
    failed: (error) => connection.console.error(`A bibliography could not be read: ${String(error)}`),
  });
  /** What an open draft may cite of the user's own, as far as it has been read. */
  const libraryOf = (uri: string): Library => libraries.libraryOf(uri) ?? emptyLibrary;
  /** Drafts on the disk that cite the key of an entry and have the entry's file; their libraries are worked out for that. */
  const draftsSharing = async (entry: LibraryEntry): Promise<ClosedDraft[]> => {
    const open = new Set([...drafts.keys()].map(oneAddress));
    const citing = ((await host.draftsIn?.(roots, entry.key)) ?? []).filter(({ uri }) => !open.has(oneAddress(uri)));
    for (const { uri, text } of citing) libraries.open(uri, () => text);
    await libraries.settled();
    const sharing = citing.filter(({ uri }) => libraryOf(uri).entry(entry.key)?.uri === entry.uri);
    for (const { uri } of citing) if (!drafts.has(uri)) libraries.close(uri);
    return sharing;
  };

  const theField = (): Field => {
    field ??= host.openField();
    return field;
  };
  const preparation = new Preparation(
    {
      *steps(draft) {
        yield* theField().recogniser.prepare(draft);
        yield* prepareCitations(draft);
      },
      block: (draft, offset) => theField().recogniser.prepareBlock(draft, offset),
    },
    (error) => connection.console.error(`The draft could not be prepared: ${String(error)}`),
  );
  const address: CardAddress = (record) => (hasContentRequest ? cardUri(theField().knowledge, record) : undefined);

  /** Runs a feature; what goes wrong is logged and answered with `empty`, so that one bad request never ends the server. */
  const answer = <T>(
    name: string,
    token: CancellationToken | undefined,
    empty: T,
    feature: () => T,
  ): T | ResponseError<void> => {
    if (token?.isCancellationRequested === true) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    try {
      return feature();
    } catch (error) {
      connection.console.error(
        `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return empty;
    }
  };
  /** Runs a feature at a place of an open draft; in a document that is not open there is nothing. */
  const at = <T>(
    name: string,
    params: { textDocument: { uri: string }; position: Position },
    token: CancellationToken,
    empty: T,
    feature: (open: OpenDraft, offset: number) => T,
  ): T | ResponseError<void> => {
    const open = drafts.get(params.textDocument.uri);
    if (open === undefined) return empty;
    return answer(name, token, empty, () => {
      const offset = open.offsetAt(params.position);
      if (!Number.isInteger(offset)) throw new Error('The request names no position.');
      preparation.answered(open);
      return feature(open, offset);
    });
  };

  const styledReferences = new StyledReferences(host.pandoc, (line) => connection.console.info(line));
  const styled: Serving['styled'] = (open, { source, entry }) => {
    const style = settings.cslStyle === '' ? namedStyle(open.frontMatter) : settings.cslStyle;
    if (style === undefined) return undefined;
    // An entry of the user's is CSL already, as their pandoc will read it.
    const item = entry === undefined ? toCslJson([source])[0]! : source;
    const folder = host.pandoc?.folderOf(open.uri);
    return styledReferences.reference(item, style, { program: settings.pandocPath, folder, isTrusted });
  };

  const serving: Serving = {
    field: theField,
    drafts,
    bibliographies,
    libraryOf,
    style: () => settings.style,
    styled,
    edits: () => workspaceEdits,
    rangeIn: (uri, range) => libraries.rangeIn(uri, range),
    readText: (uri) => libraries.readText(uri),
    draftsSharing,
    answer,
    at,
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { textDocument, workspace } = params.capabilities;
    hasContentRequest = workspace?.textDocumentContent !== undefined;
    hasDefinitionLinks = textDocument?.definition?.linkSupport === true;
    hasConfiguration = workspace?.configuration === true;
    snippets = textDocument?.completion?.completionItem?.snippetSupport === true;
    workspaceEdits = {
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    };
    settings = readSettings(params.initializationOptions);
    isTrusted = (params.initializationOptions as { isTrusted?: unknown } | undefined)?.isTrusted === true;
    watching.initialize(params.capabilities);
    roots = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri === null ? [] : [params.rootUri]);
    return {
      serverInfo: { name: 'Rapporteur', version: host.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        definitionProvider: true,
        declarationProvider: true,
        referencesProvider: true,
        renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
        documentHighlightProvider: true,
        documentLinkProvider: { resolveProvider: false },
        completionProvider: { triggerCharacters: ['@', '/', '{', '^', ';', ','], resolveProvider: true },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          ...(hasContentRequest ? { textDocumentContent: { schemes: [cardScheme] } } : {}),
        },
      },
    };
  });

  const pullSettings = async (): Promise<void> => {
    if (!hasConfiguration) return;
    try {
      settings = readSettings(await connection.workspace.getConfiguration('rapporteur'));
    } catch (error) {
      connection.console.warn(`The settings could not be read: ${String(error)}`);
    }
  };
  connection.onInitialized(() => {
    void pullSettings();
    try {
      const { knowledge, lexicon } = theField();
      connection.console.info(
        `Rapporteur ${host.version}: ${knowledge.conceptCount} concepts under ${lexicon.nameCount} names, ${knowledge.sourceCount} sources.`,
      );
    } catch (error) {
      connection.console.error(`The dataset could not be opened: ${String(error)}`);
      void connection.window.showErrorMessage('Rapporteur cannot open its dataset. Reinstall the extension.');
    }
  });
  const pullBibliography = async (uri: string): Promise<void> => {
    if (!hasConfiguration) return;
    try {
      const written = await connection.workspace.getConfiguration({
        scopeUri: uri,
        section: 'rapporteur.bibliography',
      });
      if (!drafts.has(uri)) return;
      ownBibliographies.set(uri, textsIn(written));
      libraries.placesChanged(uri);
    } catch (error) {
      connection.console.warn(`The setting of the bibliography could not be read: ${String(error)}`);
    }
  };
  connection.onNotification(trustedNotification, () => {
    isTrusted = true;
    styledReferences.forget();
  });
  connection.onDidChangeConfiguration(({ settings: written }) => {
    styledReferences.forget();
    if (hasConfiguration) {
      void pullSettings();
      for (const uri of drafts.keys()) void pullBibliography(uri);
    } else {
      settings = readSettings((written as { rapporteur?: unknown } | null)?.rapporteur);
      libraries.placesChanged();
    }
  });
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
    const gone = new Set(removed.map(({ uri }) => uri));
    roots = [...roots.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    libraries.placesChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => libraries.filesChanged(changes.map(({ uri }) => uri)));

  const resting = new Map<string, ReturnType<typeof setTimeout>>();
  /** A bibliography is read again when nobody has typed in it for a moment. */
  const bibliographyRests = (uri: string): void => {
    clearTimeout(resting.get(uri));
    resting.set(
      uri,
      setTimeout(() => {
        resting.delete(uri);
        libraries.filesChanged([uri]);
      }, restAfterEdit),
    );
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (isBibliography(uri, languageId)) {
      bibliographies.set(oneAddress(uri), new OpenBibliography(uri, languageId, version, text));
      libraries.filesChanged([uri]);
      return;
    }
    const open = new OpenDraft(uri, version, text);
    drafts.set(uri, open);
    preparation.schedule(open);
    libraries.open(
      uri,
      () => open.text,
      () => open.frontMatter,
    );
    void pullBibliography(uri);
    if (open.isTooLong)
      connection.console.warn(`${uri} is too long: nothing is recognised in drafts of more than 8 million characters.`);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const bibliography = bibliographies.get(oneAddress(uri));
    if (bibliography !== undefined) {
      bibliography.change(contentChanges, version);
      bibliographyRests(uri);
    }
    const open = drafts.get(uri);
    if (open === undefined) return;
    open.change(contentChanges, version);
    preparation.schedule(open);
    libraries.edited(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const open = drafts.get(uri);
    if (open !== undefined) preparation.forget(open);
    drafts.delete(uri);
    ownBibliographies.delete(uri);
    libraries.close(uri);
    if (bibliographies.delete(oneAddress(uri))) libraries.filesChanged([uri]);
  });

  connection.onHover((params, token) => {
    const answered = (reference?: string): Hover | null | ResponseError<void> =>
      at<Hover | null>('hover', params, token, null, (open, offset) => {
        const found = hover(theField(), libraryOf(open.uri), open.draft, offset, settings.style, address, reference);
        return found === undefined
          ? null
          : { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: open.rangeOf(found) };
      });
    const made = at<Promise<string | undefined> | undefined>('hover', params, token, undefined, (open, offset) => {
      const cited = citationTarget(theField(), libraryOf(open.uri), open.draft, offset)?.cited;
      return cited === undefined ? undefined : styled(open, cited);
    });
    return made instanceof Promise ? made.then(answered) : answered();
  });

  /** The address of the card of a record, which is written to a file where the editor cannot ask for its text. */
  const openableCard = (record: number): string | undefined => {
    const known = theField();
    return hasContentRequest
      ? cardUri(known.knowledge, record)
      : host.writeCard?.(cardFileName(known.knowledge.id(record)), card(known, record, noAddress));
  };
  const jump = (open: OpenDraft, found: Jump | undefined): DefinitionLink[] | Location[] => {
    if (found === undefined) return [];
    const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const origin = open.rangeOf(found);
    const { entry } = found;
    if (entry !== undefined) {
      const { whole, key } = placeOfEntry(serving, entry);
      return hasDefinitionLinks
        ? [{ originSelectionRange: origin, targetUri: entry.uri, targetRange: whole, targetSelectionRange: key }]
        : [{ uri: entry.uri, range: key }];
    }
    const uris = found.targets.map(openableCard).filter((uri) => uri !== undefined);
    return hasDefinitionLinks
      ? uris.map((uri) => ({
          originSelectionRange: origin,
          targetUri: uri,
          targetRange: start,
          targetSelectionRange: start,
        }))
      : uris.map((uri) => ({ uri, range: start }));
  };
  connection.onDefinition((params, token) =>
    at('definition', params, token, [], (open, offset) =>
      jump(open, definition(theField(), libraryOf(open.uri), open.draft, offset)),
    ),
  );
  connection.onDeclaration((params, token) =>
    at('declaration', params, token, [], (open, offset) =>
      jump(open, declaration(theField(), libraryOf(open.uri), open.draft, offset)),
    ),
  );
  connection.onDocumentHighlight((params, token) =>
    at<DocumentHighlight[]>('document highlight', params, token, [], (open, offset) =>
      references(theField(), open.draft, offset).map((range) => ({ range: open.rangeOf(range) })),
    ),
  );
  connection.onDocumentLinks((params, token) => {
    const open = drafts.get(params.textDocument.uri);
    if (open === undefined) return [];
    return answer<DocumentLink[]>('document links', token, [], () =>
      documentLinks(theField(), libraryOf(open.uri), open.draft).map(({ target, tooltip, ...range }) => ({
        range: open.rangeOf(range),
        target,
        tooltip,
      })),
    );
  });

  serveCompletion(connection, serving, () => ({ ...settings, snippets }));
  connection.onRequest(TextDocumentContentRequest.type, ({ uri }, token) => {
    const known = theField();
    const record = recordOfCardUri(known.knowledge, uri);
    if (record < 0) return new ResponseError(ErrorCodes.InvalidParams, `Rapporteur has no card at ${uri}.`);
    return answer('card', token, { text: '' }, () => ({ text: card(known, record, address) }));
  });
  connection.onRequest(placeRequest, ({ uri, position }: Place, token) =>
    at<PlaceAnswer | null>('place', { textDocument: { uri }, position }, token, null, (open, offset) => {
      const known = theField();
      const library = libraryOf(uri);
      const cited = citationTarget(known, library, open.draft, offset);
      if (cited !== undefined) {
        const official = addressOfKey(known, library, cited.citation.key);
        return {
          label: cited.citation.key,
          ...(cited.record < 0 ? {} : { card: cardUri(known.knowledge, cited.record) }),
          ...(official === undefined ? {} : { address: official }),
        };
      }
      const mention = known.recogniser.mentionAt(open.draft, offset);
      if (mention === undefined) return null;
      const official = addressOfMention(known, mention);
      return {
        label: mention.record < 0 ? (mention.symbol ?? '') : recordName(known, mention.record),
        ...(mention.record < 0 ? {} : { card: cardUri(known.knowledge, mention.record) }),
        ...(official === undefined ? {} : { address: official }),
      };
    }),
  );
  connection.onRequest(listConceptsRequest, (token: CancellationToken) =>
    answer<ConceptAnswer[]>('list of concepts', token, [], () =>
      allConcepts(theField()).map(({ record, label, description }) => ({
        label,
        description,
        card: cardUri(theField().knowledge, record),
      })),
    ),
  );
  serveCitations(connection, serving);
  connection.onRequest(explainRequest, ({ uri, position }: Place, token) => {
    const open = drafts.get(uri);
    if (open === undefined)
      return ['The language server does not have this document open: its language mode must be Markdown or Quarto.'];
    return answer<string[]>('explain', token, [], () =>
      open.isTooLong
        ? ['This draft is longer than 8 million characters: nothing is recognised in it.']
        : explain(theField(), libraryOf(uri), open.draft, open.offsetAt(position)),
    );
  });
}
