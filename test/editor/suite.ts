// The suite that runs inside the editor's extension host, beside the extension. run.ts bundles it into one CommonJS
// file per host, since that is what the extension hosts load, and fills in the constants below.
import * as vscode from 'vscode';
import { type Check, equal, eventually, matches, ok, pause, runChecks, within } from './checks.ts';

/** Which host this bundle is for; see hosts.ts. */
declare const HOST: 'development' | 'installed' | 'restricted' | 'web';
/** The folder from which the extension must have been loaded, or the one in which it must have been installed. */
declare const EXTENSION_HOME: string;

const extensionId = 'rapporteur.rapporteur';

// What the suite expects of the dataset.
const oewgText = /Open-ended Working Group/i;
const oewgCard = /^\/card\/oewg-2019-2021/;
const budapestText = /Budapest Convention|Convention on Cybercrime/i;
const resolution = 'A/RES/73/27';

/** Called by the editor. */
export async function run(): Promise<void> {
  await runChecks(checks);
}

async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'a folder is open');
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

const openDraft = () => open('draft.md');

/** The range of the nth occurrence of a text in a document, counted from 0. */
function rangeOf(document: vscode.TextDocument, text: string, nth = 0): vscode.Range {
  let at = -1;
  for (let count = 0; count <= nth; count++) {
    at = document.getText().indexOf(text, at + 1);
    ok(at >= 0, `${document.uri} holds ${JSON.stringify(text)} ${nth + 1} times`);
  }
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** A position well inside a range. */
function inside(range: vscode.Range): vscode.Position {
  return range.start.translate(0, 2);
}

async function ask<T>(command: string, ...rest: unknown[]): Promise<T[]> {
  return (await vscode.commands.executeCommand<T[] | undefined>(command, ...rest)) ?? [];
}

async function hoversAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover[]> {
  return ask<vscode.Hover>('vscode.executeHoverProvider', document.uri, position);
}

function hoverText(hover: vscode.Hover): string {
  return hover.contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

async function checkHover(document: vscode.TextDocument, expected: vscode.Range, text: RegExp): Promise<void> {
  const hovers = await hoversAt(document, inside(expected));
  equal(hovers.length, 1, 'number of hovers');
  const hover = hovers[0]!;
  equal(hover.range && document.getText(hover.range), document.getText(expected), 'text under the hover');
  equal(hover.range, expected, 'range of the hover');
  matches(hoverText(hover), text, 'text of the hover');
}

interface Place {
  uri: vscode.Uri;
  /** What the place was asked from, where the provider says it. */
  origin: vscode.Range | undefined;
}

function placesOf(answers: (vscode.Location | vscode.LocationLink)[]): Place[] {
  return answers.map((answer) =>
    'targetUri' in answer
      ? { uri: answer.targetUri, origin: answer.originSelectionRange }
      : { uri: answer.uri, origin: undefined },
  );
}

/** The card that a provider leads to: it must open and have text. */
async function checkCard(place: Place | undefined, path: RegExp, text: RegExp): Promise<void> {
  ok(place, 'leads somewhere');
  equal(place.uri.scheme, 'rapporteur', `scheme of ${place.uri}`);
  matches(place.uri.path, path, 'path of the card');
  const card = await vscode.workspace.openTextDocument(place.uri);
  matches(card.getText(), text, 'text of the card');
}

async function completionsAtEndOf(document: vscode.TextDocument, line: string, trigger?: string, resolveCount = 0) {
  return vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    rangeOf(document, line).end,
    trigger,
    resolveCount,
  );
}

const labelOf = (item: vscode.CompletionItem) => (typeof item.label === 'string' ? item.label : item.label.label);

/** The text that a line becomes when an item is accepted. */
function accepted(document: vscode.TextDocument, at: vscode.Position, item: vscode.CompletionItem): string {
  const line = document.lineAt(at.line).text;
  const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
  const text = typeof item.insertText === 'string' ? item.insertText : (item.insertText?.value ?? labelOf(item));
  const word = document.getWordRangeAtPosition(at) ?? new vscode.Range(at, at);
  const { start, end } = range ?? word;
  return line.slice(0, start.character) + text + line.slice(end.character);
}

/** Takes out what a check has put in. Undoing would not do: the editor may have saved it. */
async function remove(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.delete(document.uri, rangeOf(document, text));
  ok(await vscode.workspace.applyEdit(edit), 'the edit is applied');
}

async function showDraftAt(range: vscode.Range): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await openDraft());
  const at = inside(range);
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

/**
 * Runs a command that may wait for the user for ever: it must not fail within a while, unless by a failure that is
 * expected. The promise it hands back is that of the command itself.
 */
async function startCommand(name: string, expected?: RegExp): Promise<{ ended: Promise<unknown> }> {
  const ended = Promise.resolve(vscode.commands.executeCommand(name));
  let failure: unknown;
  ended.catch((error: unknown) => {
    failure = error;
  });
  await pause(1_000);
  if (failure !== undefined && !expected?.test(String(failure))) throw failure;
  return { ended };
}

const checks: Check[] = [
  [
    'the extension is the one meant, and activates',
    async () => {
      const extension = vscode.extensions.getExtension(extensionId);
      ok(extension, `${extensionId} is known to the editor`);
      const { path } = extension.extensionUri;
      if (HOST === 'development') equal(path, EXTENSION_HOME, 'folder of the extension');
      else if (HOST === 'web') matches(extension.extensionUri.scheme, /^https?$/, 'scheme of its address');
      else ok(path.startsWith(`${EXTENSION_HOME}/`), `${path} is in ${EXTENSION_HOME}`);
      equal(vscode.workspace.isTrusted, HOST !== 'restricted', 'whether the folder is trusted');
      equal(typeof process === 'undefined' || !process.versions?.node, HOST === 'web', 'whether the host is a browser');
      await openDraft();
      await within(20_000, 'activation', Promise.resolve(extension.activate()));
      ok(extension.isActive, 'the extension is active');
    },
  ],
  [
    'hover: an acronym',
    async () => {
      const draft = await openDraft();
      await checkHover(draft, rangeOf(draft, 'OEWG'), oewgText);
    },
  ],
  [
    'hover: a possessive',
    async () => {
      const draft = await openDraft();
      const [hover] = await hoversAt(draft, inside(rangeOf(draft, "OEWG's")));
      ok(hover?.range, 'there is a hover with a range');
      equal(hover.range.start, rangeOf(draft, "OEWG's").start, 'start of the hover');
      matches(draft.getText(hover.range), /^OEWG('s)?$/, 'text under the hover');
    },
  ],
  [
    'hover: a name broken across lines',
    async () => {
      const draft = await openDraft();
      await checkHover(draft, rangeOf(draft, 'Open-ended\nWorking Group'), oewgText);
    },
  ],
  [
    'hover: a name broken by emphasis',
    async () => {
      const draft = await openDraft();
      await checkHover(draft, rangeOf(draft, 'Budapest** Convention'), budapestText);
    },
  ],
  [
    'hover: nothing in code, in the target of a link, and between names',
    async () => {
      const draft = await openDraft();
      for (const text of ['OEWG`', 'OEWG).', 'was created']) {
        const hovers = await hoversAt(draft, inside(rangeOf(draft, text)));
        // The editor's own Markdown support may have something to say on a link; the draft's names are not in it.
        ok(!hovers.some((hover) => oewgText.test(hoverText(hover))), `no hover on ${text}`);
      }
    },
  ],
  [
    'definition: the card of the concept',
    async () => {
      const draft = await openDraft();
      const at = rangeOf(draft, 'OEWG');
      const places = placesOf(await ask('vscode.executeDefinitionProvider', draft.uri, inside(at)));
      await checkCard(places[0], oewgCard, oewgText);
      if (places[0]?.origin) equal(places[0].origin, at, 'range that the link is shown on');
    },
  ],
  [
    'declaration: the card of the founding document',
    async () => {
      const draft = await openDraft();
      const places = placesOf(
        await ask('vscode.executeDeclarationProvider', draft.uri, inside(rangeOf(draft, 'OEWG'))),
      );
      await checkCard(places[0], /A\/RES\/73\/27|A_RES_73_27|A%2FRES%2F73%2F27|a-res-73-27/i, /A\/RES\/73\/27/);
    },
  ],
  [
    'references and highlights: every place of the draft that names the concept',
    async () => {
      const draft = await openDraft();
      const at = inside(rangeOf(draft, 'OEWG'));
      const starts = [
        rangeOf(draft, 'OEWG'),
        rangeOf(draft, "OEWG's"),
        rangeOf(draft, 'Open-ended\nWorking Group'),
      ].map((range) => range.start);
      const references = await ask<vscode.Location>('vscode.executeReferenceProvider', draft.uri, at);
      const inDraft = references.filter((reference) => reference.uri.toString() === draft.uri.toString());
      equal(
        inDraft.map((reference) => reference.range.start).sort((a, b) => a.compareTo(b)),
        starts,
        'references',
      );
      const highlights = await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights', draft.uri, at);
      equal(
        highlights.map((highlight) => highlight.range.start).sort((a, b) => a.compareTo(b)),
        starts,
        'highlights',
      );
    },
  ],
  [
    'completion: a name',
    async () => {
      const document = await open('typing.md');
      const line = 'In 2019 the Open-en';
      const list = await completionsAtEndOf(document, line, undefined, 50);
      const item = list.items.find((one) => /^Open-ended Working Group/i.test(labelOf(one)));
      ok(item, `a name is offered among ${JSON.stringify(list.items.map(labelOf).slice(0, 20))}`);
      matches(
        accepted(document, rangeOf(document, line).end, item),
        /^In 2019 the Open-ended Working Group/i,
        'line after accepting',
      );
    },
  ],
  [
    'completion: the key of a citation, with its details',
    async () => {
      const document = await open('typing.md');
      const line = 'This was decided at once [@A/RES/73/';
      const list = await completionsAtEndOf(document, line, '/', 50);
      const labels = list.items.map(labelOf);
      const item = list.items.find((one) => labelOf(one).includes(resolution));
      ok(item, `${resolution} is offered among ${JSON.stringify(labels.slice(0, 20))}`);
      ok(list.items.filter((one) => labelOf(one).includes('A/RES/')).length <= 50, 'at most 50 are offered');
      const after = accepted(document, rangeOf(document, line).end, item);
      ok(after.startsWith(`This was decided at once [@${resolution}`), `line after accepting: ${after}`);
      ok(item.documentation || item.detail, 'it has details once resolved');
    },
  ],
  [
    'the library that a draft names: hover, definition, completion, renaming, what is wrong in it',
    async () => {
      // A browser has no files of its own.
      if (HOST === 'web') return;
      const draft = await open('library/cited.md');
      const bibliography = await open('library/works.bib');
      const key = rangeOf(draft, '@segal2016hacked');
      await eventually('a hover on the key shows the entry', async () => {
        const [hover] = await hoversAt(draft, inside(key));
        return hover !== undefined && /The Hacked World Order/.test(hoverText(hover)) ? true : undefined;
      });
      await checkHover(draft, key, /Cited 2 times/);
      const [place] = await ask<vscode.Location | vscode.LocationLink>(
        'vscode.executeDefinitionProvider',
        draft.uri,
        inside(key),
      );
      ok(place, 'the definition leads somewhere');
      const [uri, range] = 'targetUri' in place ? [place.targetUri, place.targetRange] : [place.uri, place.range];
      equal(uri.toString(), bibliography.uri.toString(), 'file of the entry');
      equal(range.start.line, 0, 'line of the entry');
      const list = await completionsAtEndOf(draft, '[@hack', '@');
      ok(
        list.items.some((item) => labelOf(item) === 'segal2016hacked'),
        `the entry is offered among ${JSON.stringify(list.items.map(labelOf).slice(0, 10))}`,
      );
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        draft.uri,
        inside(key),
        'segal2016',
      );
      equal(edit.get(draft.uri).length, 2, 'citations that are renamed');
      equal(edit.get(bibliography.uri).length, 1, 'entries that are renamed');
      const problems = await eventually('the broken entry is reported', () => {
        const all = vscode.languages.getDiagnostics(bibliography.uri);
        return all.length > 0 ? all : undefined;
      });
      equal(problems[0]?.range.start.line, 9, 'line in which the broken entry is left open');
    },
  ],
  [
    'document links: a symbol of the United Nations, and a citation',
    async () => {
      const draft = await openDraft();
      const links = await ask<vscode.DocumentLink>('vscode.executeLinkProvider', draft.uri, 50);
      for (const [text, nth] of [
        [resolution, 0],
        [resolution, 1],
      ] as const) {
        const expected = rangeOf(draft, text, nth);
        const link = links.find((one) => one.range.contains(expected));
        ok(link, `a link on ${text} at line ${expected.start.line + 1}, of ${JSON.stringify(links)}`);
        matches(link.target?.toString(true) ?? '', /A\/RES\/73\/27/i, 'target of the link');
      }
      ok(!links.some((link) => link.range.contains(rangeOf(draft, 'OEWG`'))), 'no link in code');
    },
  ],
  [
    'an edit that is not saved is seen',
    async () => {
      const draft = await openDraft();
      const text = 'Later, the OEWG met again.\n\n';
      const at = new vscode.Position(4, 0);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(draft.uri, at, text);
      ok(await vscode.workspace.applyEdit(edit), 'the edit is applied');
      await checkHover(draft, rangeOf(draft, 'OEWG', 0), oewgText);
      await checkHover(draft, rangeOf(draft, 'OEWG', 1), oewgText);
      await remove(draft, text);
      await checkHover(draft, rangeOf(draft, 'OEWG', 0), oewgText);
    },
  ],
  [
    'an untitled document',
    async () => {
      const content = 'The **Budapest** Convention was opened in 2001.\n';
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      equal(document.uri.scheme, 'untitled', 'scheme');
      await checkHover(document, rangeOf(document, 'Budapest** Convention'), budapestText);
    },
  ],
  [
    'a plain text file gets nothing',
    async () => {
      const notes = await open('notes.txt');
      const at = inside(rangeOf(notes, 'OEWG'));
      equal((await hoversAt(notes, at)).length, 0, 'number of hovers');
      equal((await ask('vscode.executeDefinitionProvider', notes.uri, at)).length, 0, 'number of definitions');
      equal((await ask('vscode.executeLinkProvider', notes.uri)).length, 0, 'number of links');
      const { items } = await completionsAtEndOf(notes, 'In 2019 the Open-en');
      ok(!items.some((item) => /Open-ended Working/.test(labelOf(item))), 'no name is offered');
    },
  ],
  [
    'every command is there',
    async () => {
      const all = await vscode.commands.getCommands(true);
      const wanted = [
        'openSource',
        'showCard',
        'insertCitation',
        'insertFootnoteCitation',
        'writeBibliography',
        'showLog',
        'whyNothing',
      ];
      for (const name of wanted) ok(all.includes(`rapporteur.${name}`), `rapporteur.${name} is registered`);
    },
  ],
  [
    'Show Card',
    async () => {
      const draft = await openDraft();
      await showDraftAt(rangeOf(draft, 'OEWG'));
      await vscode.commands.executeCommand('rapporteur.showCard');
      const editor = await eventually('a card is shown', () => {
        const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
        const uri = tab?.input instanceof vscode.TabInputText ? tab.input.uri : undefined;
        const active = vscode.window.activeTextEditor;
        if (active?.document.uri.scheme === 'rapporteur') return active.document.uri;
        if (uri?.scheme === 'rapporteur') return uri;
        // A preview of the card is as good as its text.
        if (tab?.input instanceof vscode.TabInputWebview) return vscode.Uri.parse('rapporteur:/card/oewg-2019-2021');
        return undefined;
      });
      matches(editor.path, oewgCard, 'card');
    },
  ],
  [
    'Insert Citation',
    async () => {
      const draft = await openDraft();
      const end = rangeOf(draft, 'Convention.').end;
      const editor = await vscode.window.showTextDocument(draft);
      editor.selection = new vscode.Selection(end, end);
      const { ended } = await startCommand('rapporteur.insertCitation');
      // It asks which source; the first that is offered will do.
      await eventually('a citation is inserted', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await pause(200);
        return /Convention\.\s?\[@[^\]\s]+\]/.test(draft.getText()) ? true : undefined;
      });
      await within(5_000, 'the command', ended);
      await remove(
        draft,
        draft
          .getText()
          .slice(draft.offsetAt(end))
          .match(/^\s?\[@[^\]]*\]/)?.[0] ?? '',
      );
    },
  ],
  [
    'Insert Footnote Citation',
    async () => {
      const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content: 'It began.\n' });
      const editor = await vscode.window.showTextDocument(draft);
      const end = draft.positionAt('It began.'.length);
      editor.selection = new vscode.Selection(end, end);
      const { ended } = await startCommand('rapporteur.insertFootnoteCitation');
      await eventually('a footnote is inserted', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await pause(200);
        return /^It began\.\[\^1\]\n\n\[\^1\]: \S.+\.\n$/.test(draft.getText()) ? true : undefined;
      });
      await within(5_000, 'the command', ended);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    },
  ],
  [
    'Write Bibliography',
    async () => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      ok(folder, 'a folder is open');
      const uri = vscode.Uri.joinPath(folder, 'cites.md');
      const file = vscode.Uri.joinPath(folder, 'references.json');
      await vscode.workspace.fs.writeFile(
        uri,
        new TextEncoder().encode('See [@A/RES/73/27, para. 5] and @nobody-1900.\n'),
      );
      try {
        const draft = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(draft);
        const summary = await eventually('the bibliography is written', async () => {
          const said = await vscode.commands.executeCommand<string>('rapporteur.writeBibliography');
          return said.startsWith('Added') ? said : undefined;
        });
        matches(summary, /^Added 1 source to references\.json\. .*nobody-1900/, 'what is said');
        const read = async (): Promise<{ id: string }[]> =>
          JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as { id: string }[];
        equal(
          (await read()).map(({ id }) => id),
          ['A/RES/73/27'],
          'the file',
        );
        matches(draft.getText(), /^---\nbibliography: references\.json\n---\n\nSee /, 'the draft names the file');
        // What is the user's stays, and a second time nothing is added.
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('[{"id":"nobody-1900","title":"Mine"}]'));
        matches(
          (await vscode.commands.executeCommand<string>('rapporteur.writeBibliography')) ?? '',
          /^Added 1 source to references\.json\.$/,
          'the second time',
        );
        equal(
          (await read()).map(({ id }) => id),
          ['nobody-1900', 'A/RES/73/27'],
          'the file',
        );
        await draft.save();
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        for (const made of [uri, file]) await vscode.workspace.fs.delete(made).then(undefined, () => undefined);
      }
    },
  ],
  [
    'Show Log',
    async () => {
      await startCommand('rapporteur.showLog');
      await eventually('the log is open', () =>
        vscode.window.visibleTextEditors.some((editor) => editor.document.uri.scheme === 'output') ? true : undefined,
      );
      await vscode.commands.executeCommand('workbench.action.closePanel');
    },
  ],
  [
    'Why Is Nothing Recognised Here?',
    async () => {
      const draft = await openDraft();
      await showDraftAt(rangeOf(draft, 'was created'));
      await startCommand('rapporteur.whyNothing');
      await vscode.commands.executeCommand('notifications.clearAll');
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    },
  ],
  [
    'Open Source',
    async () => {
      // The editor would now ask whether to open the address, but shows no dialog while a suite runs. What the dialog
      // says is looked at in keyboard.ts.
      const draft = await openDraft();
      await showDraftAt(rangeOf(draft, resolution));
      await startCommand('rapporteur.openSource', /refused to show dialog in tests.*external website/s);
    },
  ],
];
