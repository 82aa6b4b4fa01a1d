/** What the desktop and the web client share: which documents are served, and the commands. */
import {
  commands,
  type ExtensionContext,
  env,
  FileSystemError,
  type Hover,
  type LogOutputChannel,
  languages,
  MarkdownString,
  Position,
  type QuickPickItem,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  type BibliographyPlaceAnswer,
  bibliographyPlaceRequest,
  type ConceptAnswer,
  cardScheme,
  explainRequest,
  type FootnoteCitation,
  type FootnoteCitationAnswer,
  footnoteCitationRequest,
  listConceptsRequest,
  type Place,
  type PlaceAnswer,
  placeRequest,
  type SearchAnswer,
  type SearchSources,
  searchSourcesRequest,
  trustedNotification,
  type WriteBibliography,
  type WriteBibliographyAnswer,
  writeBibliographyRequest,
} from '../../server/src/lsp/requests.ts';

/** Drafts of any scheme: saved files, untitled ones, remote ones, and cards themselves. */
export const servedLanguages = ['markdown', 'quarto'];

/** Bibliographies, so that what is changed in them and not saved yet counts, and references can be asked for there. */
const bibliographies = [{ language: 'bibtex' }, { pattern: '**/*.{bib,bibtex}' }];

export function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [...servedLanguages.map((language) => ({ language })), ...bibliographies],
    outputChannel: log,
    // The server asks for the settings; `synchronize` tells it when.
    synchronize: { configurationSection: 'rapporteur' },
    initializationOptions: { isTrusted: workspace.isTrusted },
    markdown: { supportHtml: false },
    middleware: {
      provideHover: async (document, position, token, next) => withCommandLinks(await next(document, position, token)),
      provideRenameEdits: async (document, position, newName, token, next) => {
        const edit = await next(document, position, newName, token);
        const unsaved = edit === undefined || edit === null ? undefined : unseenChanges(edit);
        if (unsaved !== undefined)
          throw new Error(`Save ${workspace.asRelativePath(unsaved)} first: the key is written there, too.`);
        return edit;
      },
    },
  };
}

/** A file that an edit touches and that has changes which neither the disk nor the server has. */
function unseenChanges(edit: WorkspaceEdit): Uri | undefined {
  const touched = new Set(edit.entries().map(([uri]) => uri.toString()));
  return workspace.textDocuments.find(
    (document) =>
      document.isDirty &&
      touched.has(document.uri.toString()) &&
      !isServed(document.languageId) &&
      languages.match(bibliographies, document) === 0,
  )?.uri;
}

/**
 * VS Code follows no link to a card or to Zotero from a hover, but commands: Show Card, which opens cards and nothing else,
 * and one that opens items of Zotero and nothing else.
 */
function withCommandLinks(hover: Hover | null | undefined): Hover | null | undefined {
  for (const content of hover?.contents ?? []) {
    if (!(content instanceof MarkdownString)) continue;
    content.value = content.value.replace(/\]\(((?:rapporteur|zotero):[^)\s]+)\)/g, (_, address: string) => {
      const command = address.startsWith('zotero:') ? 'showInZotero' : 'showCard';
      return `](command:rapporteur.${command}?${encodeURIComponent(JSON.stringify([address]))})`;
    });
    content.isTrusted = { enabledCommands: ['rapporteur.showCard', 'rapporteur.showInZotero'] };
  }
  return hover;
}

const isServed = (languageId: string | undefined): boolean =>
  languageId !== undefined && servedLanguages.includes(languageId);

interface Choice extends QuickPickItem {
  card?: string;
  address?: string;
  citation?: string;
}

/** Registers the commands; they work on the active editor. */
export function registerCommands(context: ExtensionContext, client: BaseLanguageClient, log: LogOutputChannel): void {
  const register = (name: string, run: (argument: unknown) => Promise<unknown>): void => {
    context.subscriptions.push(
      commands.registerCommand(`rapporteur.${name}`, async (argument: unknown) => {
        try {
          return await run(argument);
        } catch (error) {
          log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
          void window.showErrorMessage(`Rapporteur: this did not work. “Rapporteur: Show Log” says why.`);
          return undefined;
        }
      }),
    );
  };

  register('openSource', async () => {
    const here = await placeAtCursor(client);
    if (here !== undefined && here !== null && here.address === undefined) {
      void window.showInformationMessage(`Rapporteur knows no address for ${here.label}.`);
      return undefined;
    }
    const address = here?.address ?? (await pickSource(client, 'Open which document?'))?.address;
    if (address === undefined) return undefined;
    await env.openExternal(Uri.parse(address, true));
    return address;
  });

  register('showCard', async (argument) => {
    if (typeof argument === 'string' && argument.startsWith(`${cardScheme}:`)) {
      await showCard(argument);
      return argument;
    }
    const here = await placeAtCursor(client);
    const card = here?.card ?? (await pickCard(client));
    if (card === undefined) return undefined;
    await showCard(card);
    return card;
  });

  // No entry in the palette: it follows the links of hovers.
  register('showInZotero', async (argument) => {
    if (typeof argument !== 'string' || !argument.startsWith('zotero://select/')) return undefined;
    await env.openExternal(Uri.parse(argument, true));
    return argument;
  });

  register('insertCitation', async () => {
    const editor = draftEditor('Open a Markdown draft first, and set the cursor where the citation belongs.');
    if (editor === undefined) return undefined;
    const source = await pickSource(client, 'Cite which document?');
    if (source?.citation === undefined) return undefined;
    const { citation } = source;
    const line = editor.document.lineAt(editor.selection.active.line).text;
    const before = line.slice(0, editor.selection.start.character);
    const space = before === '' || /[\s([;-]$/.test(before) ? '' : ' ';
    const text = isInsideCitation(line, editor.selection.active.character) ? citation : `${space}[${citation}]`;
    await editor.edit((edit) => {
      edit.replace(editor.selection, text);
    });
    return text;
  });

  register('insertFootnoteCitation', async () => {
    const editor = draftEditor('Open a Markdown draft first, and set the cursor where the footnote belongs.');
    if (editor === undefined) return undefined;
    const source = await pickSource(client, 'Cite which document in a footnote?');
    if (source === undefined) return undefined;
    const place = placeOf(client, editor.document.uri, editor.selection.end);
    const insertions = await client.sendRequest<FootnoteCitationAnswer>(footnoteCitationRequest, {
      ...place,
      key: source.label,
    } satisfies FootnoteCitation);
    if (insertions === null) return undefined;
    await editor.edit((edit) => {
      for (const { position, inserted } of insertions)
        edit.insert(new Position(position.line, position.character), inserted);
    });
    return source.label;
  });

  register('writeBibliography', async () => {
    const document = draftEditor('Open the Markdown draft first whose bibliography is to be written.')?.document;
    if (document === undefined) return undefined;
    if (document.isUntitled) {
      void window.showInformationMessage('Save the draft first: its bibliography is written beside it.');
      return undefined;
    }
    const summary = await writeBibliography(client, document);
    void window.showInformationMessage(summary);
    return summary;
  });

  context.subscriptions.push(
    workspace.onDidSaveTextDocument(async (document) => {
      const isWanted = workspace.getConfiguration('rapporteur', document.uri).get('keepBibliographyUpToDate') === true;
      if (!isWanted || !isServed(document.languageId) || !client.isRunning()) return;
      try {
        log.info(`${document.uri.path}: ${await writeBibliography(client, document, true)}`);
      } catch (error) {
        log.error(`The bibliography of ${document.uri.path} was not written: ${String(error)}`);
      }
    }),
  );

  context.subscriptions.push(
    workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(trustedNotification)),
  );

  register('showLog', async () => {
    log.show(true);
  });

  register('whyNothing', async () => {
    const lines = await explanation(client);
    log.info(lines.join('\n'));
    void window
      .showInformationMessage(lines[0] ?? '', { modal: false, detail: lines.join('\n') }, 'Show All')
      .then((chosen) => {
        if (chosen !== undefined) log.show(true);
      });
    return lines;
  });
}

/** The active editor if it has a draft; else the user is told what to do first. */
export function draftEditor(advice: string): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor !== undefined && isServed(editor.document.languageId)) return editor;
  void window.showInformationMessage(advice);
  return undefined;
}

/** Whether a place in a line lies in an open citation: after `[@key; `. */
function isInsideCitation(line: string, character: number): boolean {
  const before = line.slice(0, character);
  const open = before.lastIndexOf('[');
  return open >= 0 && !before.slice(open).includes(']') && before.slice(open).includes('@');
}

/** What the server finds under the cursor: null where nothing is named there, undefined where there is no draft. */
async function placeAtCursor(client: BaseLanguageClient): Promise<PlaceAnswer | null | undefined> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isServed(editor.document.languageId)) return undefined;
  return client.sendRequest<PlaceAnswer | null>(
    placeRequest,
    placeOf(client, editor.document.uri, editor.selection.active),
  );
}

function placeOf(client: BaseLanguageClient, uri: Uri, position: Position): Place {
  return {
    uri: client.code2ProtocolConverter.asUri(uri),
    position: { line: position.line, character: position.character },
  };
}

/**
 * Adds what a draft cites to its bibliography file, and to the draft the line that names it; gives what was done.
 *
 * @param onlyNamed whether nothing is done for a draft whose front matter names no file
 */
async function writeBibliography(
  client: BaseLanguageClient,
  document: TextDocument,
  onlyNamed = false,
): Promise<string> {
  const place = await bibliographyFile(client, document);
  if ('fault' in place) return place.fault;
  const { existing } = place;
  const answer = await client.sendRequest<WriteBibliographyAnswer>(writeBibliographyRequest, {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    ...(existing === undefined ? {} : { existing }),
  } satisfies WriteBibliography);
  if ('fault' in answer) return answer.fault;
  const { added, unknown, line } = answer;
  if (line !== undefined && onlyNamed) return 'Its front matter names no bibliography.';
  await saveBibliography(document, place, answer);
  const what = added.length === 1 ? '1 source' : `${added.length} sources`;
  const rest = unknown.length === 0 ? '' : ` Neither it nor the dataset has: ${unknown.join(', ')}.`;
  return `${added.length === 0 ? 'Nothing was missing in' : `Added ${what} to`} ${place.file}.${rest}`;
}

/** A draft's bibliography file as it is now; `existing` is its text, undefined where there is no file yet. */
export interface BibliographyFile {
  file: string;
  format: 'csl-json' | 'bibtex';
  target: Uri;
  existing: string | undefined;
}

export async function bibliographyFile(
  client: BaseLanguageClient,
  document: TextDocument,
): Promise<BibliographyFile | { fault: string }> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const place = await client.sendRequest<BibliographyPlaceAnswer>(bibliographyPlaceRequest, uri);
  if ('fault' in place) return place;
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/.test(place.file);
  // A draft from elsewhere must not have files written outside of its folder.
  if ((isAbsolute || place.file.split(/[/\\]/).includes('..')) && !workspace.isTrusted)
    return { fault: `${place.file} is outside of the draft's folder: trust the workspace first.` };
  const target = isAbsolute ? document.uri.with({ path: place.file }) : Uri.joinPath(document.uri, '..', place.file);
  return { ...place, target, existing: await textOf(target) };
}

/** Writes what the server made of a draft's bibliography file, and puts the line that names it into the draft. */
export async function saveBibliography(
  document: TextDocument,
  { target, existing }: BibliographyFile,
  { text, added, line }: Exclude<WriteBibliographyAnswer, { fault: string }>,
): Promise<void> {
  if (added.length > 0 || existing === undefined) {
    // Through a second file and a rename, so that pandoc and Zotero never read half of one.
    const part = target.with({ path: `${target.path}.part` });
    await workspace.fs.writeFile(part, new TextEncoder().encode(text));
    await workspace.fs.rename(part, target, { overwrite: true });
  }
  if (line === undefined) return;
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(line.position.line, line.position.character), line.inserted);
  await workspace.applyEdit(edit);
}

/** A file's text, or undefined where there is no file. Anything else that goes wrong is an error: the file is left alone. */
async function textOf(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** Cards open in the Markdown preview where VS Code has it, else as their text. */
async function showCard(card: string): Promise<void> {
  const uri = Uri.parse(card, true);
  if ((await commands.getCommands(true)).includes('markdown.showPreview'))
    // Locked: it stays with this card when another document becomes active.
    await commands.executeCommand('markdown.showPreview', uri, [uri], { locked: true });
  else await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
}

async function pickCard(client: BaseLanguageClient): Promise<string | undefined> {
  const concepts = await client.sendRequest<ConceptAnswer[]>(listConceptsRequest);
  const choice = await window.showQuickPick<Choice>(
    concepts.map(({ label, description, card }) => ({ label, description, card })),
    { placeHolder: 'Show the card of …', matchOnDescription: true },
  );
  return choice?.card;
}

/** A list that is searched by symbol, title, author, year and the names of what a document belongs to. */
async function pickSource(client: BaseLanguageClient, title: string): Promise<Choice | undefined> {
  const list = window.createQuickPick<Choice>();
  list.title = title;
  list.placeholder = 'Search by symbol, title, author, year or name';
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  const active = window.activeTextEditor?.document;
  const draft = isServed(active?.languageId) ? active : undefined;
  let latest = 0;
  const search = async (query: string): Promise<void> => {
    const turn = ++latest;
    list.busy = true;
    const found = await client.sendRequest<SearchAnswer[]>(searchSourcesRequest, {
      query,
      ...(draft === undefined ? {} : { uri: client.code2ProtocolConverter.asUri(draft.uri) }),
    } satisfies SearchSources);
    if (turn !== latest) return;
    // The server has searched and ranked: what is typed is repeated in each row so that the list keeps them all.
    list.items = found.map((source) => ({ ...source, alwaysShow: true }));
    list.busy = false;
  };
  list.onDidChangeValue((query) => void search(query).catch(() => list.hide()));
  const chosen = new Promise<Choice | undefined>((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => resolve(undefined));
  });
  list.show();
  await search('');
  const choice = await chosen;
  list.dispose();
  return choice;
}

/** Why nothing is recognised at the cursor, in sentences. */
async function explanation(client: BaseLanguageClient): Promise<string[]> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return ['No document is open. Rapporteur works in Markdown and Quarto documents.'];
  const { document, selection } = editor;
  if (document.uri.scheme === cardScheme) return ['This is a card of Rapporteur.'];
  if (!isServed(document.languageId)) {
    return [
      `This document's language mode is “${document.languageId}”. Rapporteur works in Markdown and Quarto documents: change the mode at the right of the status bar.`,
    ];
  }
  if (!client.isRunning())
    return [
      'The language server is not running. “Developer: Reload Window” starts it anew; “Rapporteur: Show Log” says what happened.',
    ];
  return client.sendRequest<string[]>(
    explainRequest,
    placeOf(client, document.uri, new Position(selection.active.line, selection.active.character)),
  );
}
