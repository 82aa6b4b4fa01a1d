/** The user's library as an editor meets it: files on the disk that change while a draft is open. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesRegistrationOptions,
  DidCloseTextDocumentNotification,
  FileChangeType,
  PublishDiagnosticsNotification,
  type Registration,
  RegistrationRequest,
  UnregistrationRequest,
} from 'vscode-languageserver-protocol/node';
import { writeBibliographyRequest } from '../../server/src/lsp/requests.ts';
import { fullCapabilities, type Session, startSession } from '../support/language-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur library ü-'));
after(() => rmSync(folder, { recursive: true }));

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
function write(name: string, text: string): string {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
  return uriOf(name);
}

/** Asks again until it holds; the server reads files in its own time. */
async function eventually(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 8000; Date.now() < end; await rest(25)) if (await holds()) return;
  assert.fail(what);
}

interface Editor {
  session: Session;
  diagnostics: Map<string, Diagnostic[]>;
  registrations: Map<string, Registration>;
  settings: { bibliography: string[] };
  messages: (uri: string) => string[];
  /** Of these keys, those that neither the dataset nor the draft's library has. */
  unknown: (uri: string) => Promise<readonly string[]>;
}

async function startEditor(watches: boolean): Promise<Editor> {
  const session = await startSession('stdio', {
    ...fullCapabilities,
    workspace: {
      ...fullCapabilities.workspace,
      configuration: true,
      ...(watches ? { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } } : {}),
    },
  });
  const diagnostics = new Map<string, Diagnostic[]>();
  const registrations = new Map<string, Registration>();
  const settings: { bibliography: string[] } = { bibliography: [] };
  const { connection } = session;
  connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
    diagnostics.set(published.uri, published.diagnostics);
  });
  connection.onRequest(RegistrationRequest.type, (params) => {
    for (const one of params.registrations) registrations.set(one.id, one);
  });
  connection.onRequest(UnregistrationRequest.type, (params) => {
    for (const { id } of params.unregisterations) registrations.delete(id);
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }) => (section === 'rapporteur.bibliography' ? settings.bibliography : settings)),
  );
  return {
    ...{ session, diagnostics, registrations, settings },
    messages: (uri) => (diagnostics.get(uri) ?? []).map(({ message, range }) => `${range.start.line}: ${message}`),
    async unknown(uri) {
      const answer = await connection.sendRequest<{ unknown: string[] }>(writeBibliographyRequest, { uri });
      return answer.unknown;
    },
  };
}

const book = (key: string): string => `@book{${key},\n  title = {T}\n}\n`;

describe('a bibliography on the disk', () => {
  test('is read, watched where the client can, and read again when it changes', async () => {
    const editor = await startEditor(true);
    const { session, registrations } = editor;
    const file = write('a/refs.bib', book('one'));
    const draft = write('a/draft.md', '');
    session.open(draft, '---\nbibliography: refs.bib\n---\n\n@one, @two and @three.\n');
    await eventually('read', async () => (await editor.unknown(draft)).join() === 'two,three');
    const watched = (): unknown[] =>
      [...registrations.values()].flatMap(({ registerOptions }) =>
        (registerOptions as DidChangeWatchedFilesRegistrationOptions).watchers.map(({ globPattern }) => globPattern),
      );
    await eventually('watched', () => watched().length > 0);
    assert.deepEqual(watched()[0], { baseUri: uriOf('a'), pattern: 'refs.bib' });

    write('a/refs.bib', `${book('one')}@book{two,\n  title = {Half\n}\n`);
    const tell = (): Promise<void> =>
      session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: file, type: FileChangeType.Changed }],
      });
    await tell();
    await eventually('told', () => editor.messages(file).join() === '3: This entry is not closed.');
    write('a/refs.bib', `${book('one')}${book('two')}`);
    await tell();
    await eventually('mended', () => editor.messages(file).length === 0);
    assert.deepEqual(await editor.unknown(draft), ['three']);

    await session.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: draft } });
    await eventually('let go', () => watched().length === 0);
    await session.close();
  });

  test('is looked at when it is asked for, where the client does not watch', async () => {
    const editor = await startEditor(false);
    write('b/refs.json', '[{"id":"one","type":"book"}]');
    const draft = write('b/draft.md', '');
    editor.session.open(draft, '---\nbibliography: refs.json\n---\n\n@one and @two.\n');
    await eventually('read', async () => (await editor.unknown(draft)).join() === 'two');
    write('b/refs.json', '[{"id":"one","type":"book"},{"id":"two","type":"book"}]');
    await eventually('read again', async () => (await editor.unknown(draft)).length === 0);
    assert.equal(editor.registrations.size, 0);
    await editor.session.close();
  });

  test('may be named by a setting, and by a draft that has it not', async () => {
    const editor = await startEditor(false);
    const file = write('c/mine.yaml', 'references:\n- id: mine\n  title: "half\n- id: other\n');
    const draft = write('c/draft.md', '');
    editor.session.open(draft, '---\nbibliography: none.bib\n---\n\n@mine and @other.\n');
    await eventually('missing', () => editor.messages(draft).join() === '1: There is no file none.bib.');
    editor.settings.bibliography = [join(folder, 'c/mine.yaml')];
    await editor.session.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await eventually('read', async () => (await editor.unknown(draft)).join() === 'mine');
    await eventually('told', () => editor.messages(file).length === 1);
    await editor.session.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: draft },
    });
    await eventually('cleared', () => editor.messages(file).length === 0 && editor.messages(draft).length === 0);
    await editor.session.close();
  });
});
