/** Citing over the protocol, with bibliography files on the disk: positions, edits to several documents, refusals. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DocumentLinkRequest,
  HoverRequest,
  InsertTextFormat,
  type LocationLink,
  type MarkupContent,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FootnoteCitationAnswer, SearchAnswer, WriteBibliographyAnswer } from '../../server/src/lsp/requests.ts';
import { citingCapabilities, fullCapabilities, type Session, startSession } from '../support/language-client.ts';
import { readMarkedText } from '../support/marked-text.ts';

const bibliography = `% 😀 الأمم المتحدة 联合国
@book{segal2016,
  title = {The Hacked World Order},
  author = {Segal, Adam},
  year = {2016},
  doi = {10.1234/hacked},
  file = {Full Text:files/segal.pdf:application/pdf}
}

% 😀 法律
@techreport{ga7327, title = {Developments in the field of information (A/RES/73/27)}, year = {2018}}
@incollection{chapter1, crossref = {segal2016}, title = {A Chapter}, author = {Other, Ann}}
`;
const items = '[{"id":"weiss","type":"article-journal","title":"Rules"}]\n';

let folder: string;
let session: Session;
let documents = 0;
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-citing-'));
  mkdirSync(join(folder, 'files'));
  writeFileSync(join(folder, 'refs.bib'), bibliography);
  writeFileSync(join(folder, 'items.json'), items);
  writeFileSync(join(folder, 'closed.md'), '---\nbibliography: refs.bib\n---\n\n😀 [see @segal2016].\n');
  writeFileSync(join(folder, 'other.md'), '---\nbibliography: items.json\n---\n\n@segal2016 is another one here.\n');
  session = await startSession('stdio', citingCapabilities, {}, [pathToFileURL(folder).href]);
});
after(async () => {
  await session.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  uri: string;
  document: TextDocument;
  position: Position;
  textDocument: { uri: string };
}

/** Opens a draft with `|` as cursor whose front matter names `refs.bib`, and waits until that is read. */
async function openDraft(marked: string, file = 'refs.bib', known = 'segal2016'): Promise<Opened> {
  const { text, cursor } = readMarkedText(`---\nbibliography: ${file}\n---\n\n${marked}`);
  const uri = uriOf(`draft-${documents++}.md`);
  session.open(uri, text);
  const document = TextDocument.create(uri, 'markdown', 1, text);
  for (let tries = 0; tries < 100; tries++) {
    const found = await session.connection.sendRequest<SearchAnswer[]>('rapporteur/searchSources', {
      query: known,
      uri,
    });
    if (found.some(({ label }) => label === known)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { uri, document, position: document.positionAt(Math.max(0, cursor)), textDocument: { uri } };
}

async function close({ uri }: Opened): Promise<void> {
  await session.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
}

async function completions(opened: Opened): Promise<CompletionItem[]> {
  const { textDocument, position } = opened;
  const list = await session.connection.sendRequest(CompletionRequest.type, { textDocument, position });
  assert.ok(list !== null && !Array.isArray(list));
  return list.items;
}

function accepted({ document }: Opened, item: CompletionItem | undefined): string {
  assert.ok(item?.textEdit !== undefined && 'range' in item.textEdit);
  return TextDocument.applyEdits(document, [item.textEdit]).split('\n').at(-1)!;
}

const bib = TextDocument.create('x', 'bibtex', 0, bibliography);
const bibText = (range: Range | undefined): string => (range === undefined ? '' : bib.getText(range));

/** What a workspace edit makes of texts, by their addresses. */
function applied(edits: readonly TextDocumentEdit[], texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    edits.map(({ textDocument: { uri }, edits: changes }) => [
      uri,
      TextDocument.applyEdits(TextDocument.create(uri, '', 0, texts[uri] ?? ''), changes as never),
    ]),
  );
}

describe('citing with a bibliography on the disk', () => {
  test('completion: the user’s key with a snippet, and what is said of it when it is looked at', async () => {
    const opened = await openDraft('联合国 😀 it was shown @segal|');
    const [item] = await completions(opened);
    assert.equal(accepted(opened, item), '联合国 😀 it was shown [@segal2016$0]');
    assert.equal(item?.insertTextFormat, InsertTextFormat.Snippet);
    const { documentation } = await session.connection.sendRequest(CompletionResolveRequest.type, item);
    const { value } = documentation as MarkupContent;
    assert.match(value, /Adam Segal, \*The Hacked World Order\*/);
    assert.match(value, /In refs\.bib$/);
    await close(opened);
  });

  test('completion: `cite` behind a name, once, under the user’s key', async () => {
    const opened = await openDraft('the first OEWG cite|');
    const found = await completions(opened);
    assert.equal(accepted(opened, found[0]), 'the first OEWG [@ga7327$0]');
    assert.ok(!found.some(({ label }) => label === 'A/RES/73/27'));
    assert.ok(found.length > 1);
    await close(opened);
  });

  test('without snippets, plain text', async () => {
    const plain = await startSession('stdio', fullCapabilities);
    plain.open('file:///p.md', 'It was shown @A/RES/73/27');
    const list = await plain.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: 'file:///p.md' },
      position: { line: 0, character: 25 },
    });
    assert.ok(list !== null && !Array.isArray(list));
    const edit = list.items[0]?.textEdit;
    assert.ok(edit !== undefined && 'range' in edit);
    assert.deepEqual([edit.newText, list.items[0]?.insertTextFormat], ['A/RES/73/27', undefined]);
    await plain.close();
  });

  test('hover on the key, with what opens it', async () => {
    const opened = await openDraft('الأمم 😀 [see @segal|2016, p. 3] and @segal2016');
    const hover = await session.connection.sendRequest(HoverRequest.type, opened);
    assert.ok(hover !== null);
    assert.equal(opened.document.getText(hover.range), '@segal2016');
    const { value } = hover.contents as MarkupContent;
    assert.match(value, /Cited 2 times: line 5/);
    assert.match(value, /\(https:\/\/doi\.org\/10\.1234\/hacked\)/);
    assert.ok(value.includes(`(${uriOf('files/segal.pdf')})`), value);
    const links = await session.connection.sendRequest(DocumentLinkRequest.type, opened);
    assert.deepEqual(
      links?.map(({ target }) => target),
      Array(2).fill('https://doi.org/10.1234/hacked'),
    );
    await close(opened);
  });

  test('definition leads to the entry, with exact ranges', async () => {
    const opened = await openDraft('[@ga73|27]');
    const [link] = (await session.connection.sendRequest(DefinitionRequest.type, opened)) as LocationLink[];
    assert.equal(link?.targetUri, uriOf('refs.bib'));
    assert.equal(bibText(link.targetSelectionRange), 'ga7327');
    assert.match(bibText(link.targetRange), /^@techreport\{ga7327,[^\n]*\}\}$/);
    assert.equal(opened.document.getText(link.originSelectionRange), '@ga7327');
    await close(opened);
  });

  test('references: all open drafts and the entry, from a draft and from the open file', async () => {
    const one = await openDraft('[@segal|2016]');
    const two = await openDraft('😀 @segal2016; [@segal2016, p. 2]');
    const unrelated = await openDraft('@segal2016', 'items.json', 'weiss');
    const where = async (at: { textDocument: { uri: string }; position: Position }): Promise<string[]> => {
      const context = { includeDeclaration: true };
      const found = await session.connection.sendRequest(ReferencesRequest.type, { ...at, context });
      return (found ?? []).map(({ uri }) => uri);
    };
    const expected = [uriOf('refs.bib'), one.uri, two.uri, two.uri];
    assert.deepEqual(await where(one), expected);
    session.open(uriOf('refs.bib'), bibliography, 'bibtex');
    const textDocument = { uri: uriOf('refs.bib') };
    assert.deepEqual(await where({ textDocument, position: { line: 1, character: 8 } }), expected);
    assert.deepEqual(await where({ textDocument, position: { line: 2, character: 8 } }), []);
    await session.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    for (const opened of [one, two, unrelated]) await close(opened);
  });

  test('rename: citations in all drafts that share the file, and the key in it', async () => {
    const one = await openDraft('الأمم 😀 [@segal|2016, p. 3]; @{segal2016}');
    const two = await openDraft('Nothing of it.');
    const prepared = await session.connection.sendRequest(PrepareRenameRequest.type, one);
    assert.ok(prepared !== null && 'placeholder' in prepared);
    assert.equal(one.document.getText(prepared.range), 'segal2016');
    const edit = await session.connection.sendRequest(RenameRequest.type, { ...one, newName: 'Segal(2016)' });
    const changes = edit?.documentChanges as TextDocumentEdit[];
    const closed = uriOf('closed.md');
    const texts = applied(changes, {
      [uriOf('refs.bib')]: bibliography,
      [one.uri]: one.document.getText(),
      [closed]: '---\nbibliography: refs.bib\n---\n\n😀 [see @segal2016].\n',
    });
    assert.deepEqual(texts, {
      [uriOf('refs.bib')]: bibliography
        .replace('@book{segal2016', '@book{Segal(2016)')
        .replace('crossref = {segal2016}', 'crossref = {Segal(2016)}'),
      [one.uri]: one.document
        .getText()
        .replaceAll('@segal2016', '@{Segal(2016)}')
        .replace('@{segal2016}', '@{Segal(2016)}'),
      [closed]: '---\nbibliography: refs.bib\n---\n\n😀 [see @{Segal(2016)}].\n',
    });
    const versions = changes.map(({ textDocument: { uri, version } }) => [uri, version]);
    assert.deepEqual(versions, [
      [uriOf('refs.bib'), null],
      [one.uri, 1],
      [closed, null],
    ]);
    const annotated = changes.filter(({ edits }) => edits.some((change) => 'annotationId' in change));
    assert.deepEqual(
      annotated.map(({ textDocument: { uri } }) => uri),
      [closed],
    );
    assert.equal(Object.values(edit?.changeAnnotations ?? {})[0]?.needsConfirmation, true);
    for (const opened of [one, two]) await close(opened);
  });

  test('rename works on what stands in an open file, saved or not', async () => {
    const opened = await openDraft('[@segal|2016]');
    const uri = uriOf('refs.bib');
    session.open(uri, bibliography, 'bibtex');
    await session.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '% new\n' },
      ],
    });
    const edit = await session.connection.sendRequest(RenameRequest.type, { ...opened, newName: 'segal' });
    const changes = edit?.documentChanges as TextDocumentEdit[];
    assert.equal(changes[0]?.textDocument.version, 2);
    const written = applied([changes[0]!], { [uri]: `% new\n${bibliography}` })[uri];
    assert.match(written ?? '', /^% new\n[^\n]*\n@book\{segal,/);
    await session.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    await close(opened);
  });

  test('what is typed into an open bibliography counts before it is saved, and no more when it is closed', async () => {
    const uri = uriOf('refs.bib');
    session.open(uri, `@misc{fresh, title = {Fresh from the keyboard}}\n${bibliography}`, 'bibtex');
    const opened = await openDraft('[@fresh|]', 'refs.bib', 'fresh');
    const [link] = (await session.connection.sendRequest(DefinitionRequest.type, opened)) as LocationLink[];
    assert.deepEqual(link?.targetSelectionRange.start, { line: 0, character: 6 });
    await session.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 0, character: 6 }, end: { line: 0, character: 11 } }, text: 'typed' }],
    });
    const typed = await openDraft('[@typed|]', 'refs.bib', 'typed');
    assert.equal(accepted(typed, (await completions(typed))[0]), '[@typed]');
    await session.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    for (const one of [opened, typed]) await close(one);
  });

  test('an entry in the draft’s own front matter is renamed where it stands', async () => {
    const { text, cursor } = readMarkedText(
      '---\nreferences:\n- id: mine\n  title: Own\n---\n\n😀 [@mi|ne] and @mine.',
    );
    const uri = uriOf('inline.md');
    session.open(uri, text);
    const document = TextDocument.create(uri, 'markdown', 1, text);
    const at = { textDocument: { uri }, position: document.positionAt(cursor) };
    const [link] = (await session.connection.sendRequest(DefinitionRequest.type, at)) as LocationLink[];
    assert.equal(document.getText(link?.targetSelectionRange), 'mine');
    const edit = await session.connection.sendRequest(RenameRequest.type, { ...at, newName: 'yours' });
    assert.deepEqual(applied(edit?.documentChanges as TextDocumentEdit[], { [uri]: text }), {
      [uri]: text.replaceAll('mine', 'yours'),
    });
    await session.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  });

  test('rename refuses keys of the dataset, and new names that are taken or no keys', async () => {
    const ours = await openDraft('[@A/RES/73/2|66]');
    const refused = (promise: Promise<unknown>, message: RegExp): Promise<void> => assert.rejects(promise, message);
    const { connection } = session;
    await refused(
      connection.sendRequest(PrepareRenameRequest.type, ours),
      /A\/RES\/73\/266 is the symbol of a UN document; it cannot be renamed\./,
    );
    await refused(connection.sendRequest(RenameRequest.type, { ...ours, newName: 'x' }), /cannot be renamed/);
    const theirs = await openDraft('[@segal2016|]');
    for (const [newName, message] of [
      ['ga7327', /key of another entry/],
      ['A/RES/73/27', /dataset already/],
      ['a b', /no citation key/],
    ] as const)
      await refused(connection.sendRequest(RenameRequest.type, { ...theirs, newName }), message);
    const name = await openDraft('the OE|WG');
    assert.equal(await connection.sendRequest(PrepareRenameRequest.type, name), null);
    for (const opened of [ours, theirs, name]) await close(opened);
  });

  test('search, footnote and bibliography know the user’s entries', async () => {
    const opened = await openDraft('x| [@segal2016; @ga7327; @A/RES/73/266; @nobody]');
    const { connection } = session;
    const { uri, position } = opened;
    const note = await connection.sendRequest<FootnoteCitationAnswer>('rapporteur/footnoteCitation', {
      ...{ uri, position },
      key: 'segal2016',
    });
    assert.match(note?.[1]?.inserted ?? '', /Adam Segal, \*The Hacked World Order\*/);
    const written = await connection.sendRequest<WriteBibliographyAnswer>('rapporteur/writeBibliography', {
      uri,
      existing: bibliography,
    });
    assert.ok('added' in written);
    assert.deepEqual([written.added, written.unknown], [['A/RES/73/266'], ['nobody']]);
    assert.ok(written.text.startsWith(bibliography));
    await close(opened);
  });
});
