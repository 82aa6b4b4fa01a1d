/** The command that picks an entry of the user's Zotero in a list and cites it; on the desktop only. */
import {
  commands,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  type QuickPickItem,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type AddEntry,
  addEntryRequest,
  type LacksEntry,
  lacksEntryRequest,
  type WriteBibliographyAnswer,
} from '../../server/src/lsp/requests.ts';
import { insertedCitation } from './citation-insertion.ts';
import { bibliographyFile, draftEditor, saveBibliography } from './client.ts';
import { Zotero, ZoteroFault, type ZoteroItem } from './zotero.ts';

/** How long typing must rest before Zotero is asked, in milliseconds. */
const rest = 250;

interface Row extends QuickPickItem {
  item: ZoteroItem;
}

export function registerZoteroCommand(
  context: ExtensionContext,
  client: BaseLanguageClient,
  log: LogOutputChannel,
): void {
  context.subscriptions.push(
    commands.registerCommand('rapporteur.insertZoteroCitation', async () => {
      try {
        return await insertZoteroCitation(client);
      } catch (error) {
        log.error(`insertZoteroCitation: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        void window.showErrorMessage(
          error instanceof ZoteroFault
            ? messageOf(error)
            : `Rapporteur: this did not work. “Rapporteur: Show Log” says why.`,
        );
        return undefined;
      }
    }),
  );
}

/** What the user can do about a fault; a remote workspace asks the computer that it is on. */
function messageOf(fault: ZoteroFault): string {
  const isElsewhere = env.remoteName !== undefined && (fault.kind === 'not-running' || fault.kind === 'not-zotero');
  return isElsewhere
    ? `${fault.message} Rapporteur runs where this workspace is (${env.remoteName}), and asks for Zotero there: open the folder on your own computer to cite from its Zotero.`
    : fault.message;
}

async function insertZoteroCitation(client: BaseLanguageClient): Promise<string | undefined> {
  const editor = draftEditor('Open a Markdown draft first, and set the cursor where the citation belongs.');
  if (editor === undefined) return undefined;
  const zotero = new Zotero(workspace.getConfiguration('rapporteur').get('zotero.port'));
  const item = await pickItem(zotero);
  if (item === undefined) return undefined;
  await cite(editor, item.key);
  void offerEntry(client, zotero, editor.document, item).catch((error: unknown) =>
    window.showErrorMessage(error instanceof ZoteroFault ? messageOf(error) : String(error)),
  );
  return item.key;
}

/** Puts the citation at each cursor. */
async function cite(editor: TextEditor, key: string): Promise<void> {
  const { document, selections } = editor;
  await editor.edit((builder) => {
    for (const selection of selections) {
      const before = document.lineAt(selection.start.line).text.slice(0, selection.start.character);
      const behind = document.lineAt(selection.end.line).text.slice(selection.end.character);
      builder.replace(selection, insertedCitation(key, before, behind));
    }
  });
}

/** A list that Zotero itself searches while the user types; a fault of the first search ends it. */
async function pickItem(zotero: Zotero): Promise<ZoteroItem | undefined> {
  const list = window.createQuickPick<Row>();
  list.title = 'Cite which entry of Zotero?';
  list.placeholder = 'Search by title, author or year';
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  try {
    return await new Promise<ZoteroItem | undefined>((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let running: AbortController | undefined;
      const search = async (query: string): Promise<void> => {
        running?.abort();
        const turn = new AbortController();
        running = turn;
        list.busy = true;
        try {
          // With nothing to search for, whether Zotero is there is all that is asked.
          const items = query.trim() === '' ? [] : await zotero.search(query, turn.signal);
          if (query.trim() === '') await zotero.check(turn.signal);
          if (turn !== running) return;
          list.items = items.map((item) => ({
            label: item.title,
            description: [item.authors, item.year].filter((part) => part !== '').join(', '),
            detail: [`@${item.key}`, item.library].filter((part) => part !== '').join(' · '),
            alwaysShow: true,
            item,
          }));
          list.placeholder =
            items.length === 0 && query !== ''
              ? 'Zotero finds nothing by these words'
              : 'Search by title, author or year';
        } catch (error) {
          if (turn === running) reject(error);
        } finally {
          if (turn === running) list.busy = false;
        }
      };
      list.onDidChangeValue((query) => {
        clearTimeout(timer);
        timer = setTimeout(() => void search(query), rest);
      });
      list.onDidAccept(() => {
        const [row] = list.selectedItems;
        if (row !== undefined) resolve(row.item);
      });
      list.onDidHide(() => {
        clearTimeout(timer);
        running?.abort();
        resolve(undefined);
      });
      list.show();
      void search('');
    });
  } finally {
    list.dispose();
  }
}

/** Offers to add the entry to the draft's bibliography file where that lacks it. */
async function offerEntry(
  client: BaseLanguageClient,
  zotero: Zotero,
  document: TextDocument,
  item: ZoteroItem,
): Promise<void> {
  if (document.isUntitled) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const place = await bibliographyFile(client, document);
  if ('fault' in place) return;
  const asked = { uri, key: item.key, ...(place.existing === undefined ? {} : { existing: place.existing }) };
  if (!(await client.sendRequest<boolean>(lacksEntryRequest, asked satisfies LacksEntry))) return;
  const add = `Add to ${place.file}`;
  if ((await window.showInformationMessage(`The bibliography does not have ${item.key} yet.`, add)) !== add) return;
  const text = await zotero.entry(item, place.format);
  // The file may have changed while the question stood open.
  const now = await bibliographyFile(client, document);
  if ('fault' in now) return;
  const answer = await client.sendRequest<WriteBibliographyAnswer>(addEntryRequest, {
    uri,
    key: item.key,
    text,
    ...(now.existing === undefined ? {} : { existing: now.existing }),
  } satisfies AddEntry);
  if ('fault' in answer) void window.showErrorMessage(answer.fault);
  else await saveBibliography(document, now, answer);
}
