import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  CancellationTokenSource,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DeclarationRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  type Hover,
  HoverRequest,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type MarkupContent,
  type Position,
  type Range,
  ReferencesRequest,
  TextDocumentContentRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Session, startSession } from '../support/language-client.ts';
import { readMarkedText } from '../support/marked-text.ts';

const uri = 'untitled:Untitled-1';
let session: Session;
let documents = 0;

before(async () => {
  session = await startSession();
});
after(async () => {
  await session.close();
});

/** Opens a text with `|` as cursor in a document of its own. */
function openMarked(marked: string): {
  uri: string;
  text: string;
  position: Position;
  rangeText: (range: Range | undefined) => string;
} {
  const { text, cursor } = readMarkedText(marked);
  const own = `file:///draft-${documents++}.md`;
  session.open(own, text);
  const document = TextDocument.create(own, 'markdown', 1, text);
  return {
    uri: own,
    text,
    position: document.positionAt(Math.max(0, cursor)),
    rangeText: (range) => (range === undefined ? '' : document.getText(range)),
  };
}

const markdownOf = (hover: Hover | null): string => (hover === null ? '' : (hover.contents as MarkupContent).value);

async function hoverAt(marked: string): Promise<{ words: string; markdown: string } | null> {
  const { uri: own, position, rangeText } = openMarked(marked);
  const hover = await session.connection.sendRequest(HoverRequest.type, { textDocument: { uri: own }, position });
  return hover === null ? null : { words: rangeText(hover.range), markdown: (hover.contents as MarkupContent).value };
}

async function completionsAt(marked: string): Promise<{ items: CompletionItem[]; text: string; uri: string }> {
  const { uri: own, position, text } = openMarked(marked);
  const list = await session.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: own }, position });
  assert.ok(list !== null && !Array.isArray(list));
  return { items: list.items, text, uri: own };
}

/** The text that a completion item leaves behind. */
function accepted(text: string, item: CompletionItem): string {
  assert.ok(item.textEdit !== undefined && 'range' in item.textEdit);
  return TextDocument.applyEdits(TextDocument.create('file:///x', 'markdown', 1, text), [item.textEdit]);
}

describe('the protocol', () => {
  test('says what it can do', () => {
    const { capabilities, serverInfo } = session.initialized;
    assert.equal(serverInfo?.name, 'Rapporteur');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.workspace?.textDocumentContent, { schemes: ['rapporteur'] });
  });

  test('hover with the exact range of the name', async () => {
    const hover = await hoverAt('The second **Budapest**\nConv|ention applies.');
    assert.equal(hover?.words, 'Budapest**\nConvention');
    assert.match(hover.markdown, /Convention on Cybercrime/);
    assert.equal(await hoverAt('Noth|ing is named.'), null);
    assert.equal(await hoverAt('`OE|WG`'), null);
  });

  test('positions count UTF-16 units', async () => {
    for (const lead of ['😀😀 ', 'الأمم ', '联合国大会 ', 'e\u0301 ']) {
      const hover = await hoverAt(`${lead}the Budapest Con|vention`);
      assert.equal(hover?.words, 'Budapest Convention', lead);
    }
  });

  test('hover on a citation is on its key only', async () => {
    const hover = await hoverAt('As agreed [see @A/RES/|73/27, para. 5].');
    assert.equal(hover?.words, '@A/RES/73/27');
    assert.match(hover.markdown, /UNGA Res 73\/27 \(5 December 2018\)/);
    assert.equal(await hoverAt('As agreed [see @A/RES/73/27, par|a. 5].'), null);
  });

  test('hover explains a UN symbol that the dataset does not have', async () => {
    const hover = await hoverAt('See A/RES/74/|999.');
    assert.match(hover?.markdown ?? '', /74th session, resolution 999/);
  });

  test('a misnomer is corrected', async () => {
    const hover = await hoverAt('The UNOE|WG met in 2019.');
    assert.match(hover?.markdown ?? '', /Write \*\*/);
  });

  test('definition leads to the card, declaration to the founding document', async () => {
    const { uri: own, position, rangeText } = openMarked('In 2019 the OE|WG met.');
    const at = { textDocument: { uri: own }, position };
    const [definition] = (await session.connection.sendRequest(DefinitionRequest.type, at)) as LocationLink[];
    assert.equal(rangeText(definition?.originSelectionRange), 'OEWG');
    assert.equal(definition?.targetUri, 'rapporteur:/card/oewg-2019-2021.md');
    const card = await session.connection.sendRequest(TextDocumentContentRequest.type, { uri: definition.targetUri });
    assert.match(card.text, /^# Open-ended Working Group/);
    const [declaration] = (await session.connection.sendRequest(DeclarationRequest.type, at)) as LocationLink[];
    assert.equal(declaration?.targetUri, 'rapporteur:/source/A-RES-73-27.md?A%2FRES%2F73%2F27');
    const source = await session.connection.sendRequest(TextDocumentContentRequest.type, {
      uri: declaration.targetUri,
    });
    assert.match(source.text, /UN document A\/RES\/73\/27/);
  });

  test('an address that is no card is an error, not an end', async () => {
    await assert.rejects(
      session.connection.sendRequest(TextDocumentContentRequest.type, { uri: 'rapporteur:/card/none.md' }),
      /no card/,
    );
    await assert.rejects(
      session.connection.sendRequest(TextDocumentContentRequest.type, { uri: 'rapporteur:/card/%E0%A4%A.md' }),
      /no card/,
    );
  });

  test('references and highlights are all places that name the same', async () => {
    const {
      uri: own,
      position,
      rangeText,
    } = openMarked('The Budapest Con|vention; the Convention on Cybercrime; a convention.');
    const textDocument = { uri: own };
    const references = await session.connection.sendRequest(ReferencesRequest.type, {
      textDocument,
      position,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references?.map(({ range }) => rangeText(range)),
      ['Budapest Convention', 'Convention on Cybercrime'],
    );
    const highlights = await session.connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position });
    assert.deepEqual(
      highlights?.map(({ range }) => rangeText(range)),
      ['Budapest Convention', 'Convention on Cybercrime'],
    );
  });

  test('links on symbols and citations', async () => {
    const { uri: own, rangeText } = openMarked('See A/RES/73/27 and [@A/RES/73/27]; [@unknown] and `A/RES/73/27`.');
    const links = await session.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: own } });
    assert.deepEqual(
      links?.map(({ range, target }) => [rangeText(range), target]),
      [
        ['A/RES/73/27', 'https://docs.un.org/en/A/RES/73/27'],
        ['@A/RES/73/27', 'https://docs.un.org/en/A/RES/73/27'],
      ],
    );
  });

  test('completes names while a word is typed', async () => {
    const { items, text } = await completionsAt('Under the Budap|');
    const item = items.find(({ label }) => label === 'Budapest Convention');
    assert.ok(item);
    assert.equal(accepted(text, item), 'Under the Budapest Convention');
    const several = await completionsAt('the Internet Governance For|');
    assert.equal(several.items[0]?.label, 'Internet Governance Forum');
    assert.equal(accepted(several.text, several.items[0]), 'the Internet Governance Forum');
    assert.deepEqual((await completionsAt('the inter|')).items, []);
    assert.deepEqual((await completionsAt('the OEWG|')).items, [], 'a whole name is not prolonged');
    assert.deepEqual((await completionsAt('`Budap|`')).items, []);
  });

  test('completes citations by symbol, title, author, year and name', async () => {
    for (const [typed, key] of [
      ['[@A/RES/73/2|', 'A/RES/73/27'],
      ['@A/RES/73/27|', 'A/RES/73/27'],
      ['[see @A/RES/70/1; @oewg 2018|', 'A/RES/73/27'],
      ['[@Budapest|', 'ets-185'],
      ['[@Maurer|', 'maurer-2017'],
    ] as const) {
      const { items, text } = await completionsAt(typed);
      const item = items.find(({ label }) => label === key);
      assert.ok(item, `${key} for ${typed}: ${items.map(({ label }) => label).join(' ')}`);
      assert.equal(accepted(text, item), typed.replace(/@[^@]*\|$/, `@${key}`));
      assert.ok(items.length <= 50);
      assert.equal(item.documentation, undefined, 'details come by resolve');
      const resolved = await session.connection.sendRequest(CompletionResolveRequest.type, item);
      assert.match((resolved.documentation as MarkupContent).value, /Belongs to:|docs\.un\.org|Maurer/);
    }
  });

  test('the editor keeps all items of a search by words: what is typed begins their filter text', async () => {
    const { items } = await completionsAt('[@tunis agenda|');
    assert.ok(items.length > 0);
    for (const { filterText } of items) assert.ok(filterText?.startsWith('tunis agenda'));
  });

  test('edits are followed, also in one message', async () => {
    const { uri: own } = openMarked('First line.\n\nThe OEWG met.\n');
    await session.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: own, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '😀 New\n\n' },
        { range: { start: { line: 4, character: 4 }, end: { line: 4, character: 8 } }, text: 'Tunis Agenda' },
      ],
    });
    const hover = await session.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: own },
      position: { line: 4, character: 6 },
    });
    assert.deepEqual(hover?.range, { start: { line: 4, character: 4 }, end: { line: 4, character: 16 } });
    await session.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: own, version: 3 },
      contentChanges: [{ text: 'The UN.' }],
    });
    const whole = await session.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: own },
      position: { line: 0, character: 5 },
    });
    assert.deepEqual(whole?.range, { start: { line: 0, character: 4 }, end: { line: 0, character: 6 } });
  });

  test('documents that are not open, and places outside, have no answer and do no harm', async () => {
    const textDocument = { uri: 'file:///not-open.md' };
    const position = { line: 5, character: 5 };
    assert.equal(await session.connection.sendRequest(HoverRequest.type, { textDocument, position }), null);
    session.open(uri, 'The UN.');
    assert.equal(
      await session.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { line: 99, character: 99 },
      }),
      null,
    );
    await session.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    assert.equal(
      await session.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { line: 0, character: 5 },
      }),
      null,
    );
  });

  test('a malformed request is answered empty and logged, and the server lives on', async () => {
    const own = openMarked('The UN.').uri;
    const malformed = { textDocument: { uri: own }, position: { line: 'x' } } as unknown as {
      textDocument: { uri: string };
      position: Position;
    };
    const answer = await session.connection
      .sendRequest(HoverRequest.type, malformed)
      .catch((error: Error) => error.message);
    assert.ok(answer === null || typeof answer === 'string');
    const hover = await session.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: own },
      position: { line: 0, character: 5 },
    });
    assert.notEqual(hover, null);
  });

  test('cancelled requests are not worked on', async () => {
    const own = openMarked('The UN. '.repeat(20_000)).uri;
    const source = new CancellationTokenSource();
    const first = session.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: own } });
    const cancelled = session.connection.sendRequest(
      HoverRequest.type,
      { textDocument: { uri: own }, position: { line: 0, character: 5 } },
      source.token,
    );
    source.cancel();
    await assert.rejects(cancelled, (error: { code?: number }) => error.code === LSPErrorCodes.RequestCancelled);
    await first;
  });

  test('a draft beyond the limit is left alone', async () => {
    const own = openMarked(`The UN ${'x'.repeat(9 * 1024 * 1024)}`).uri;
    assert.equal(
      await session.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: own },
        position: { line: 0, character: 5 },
      }),
      null,
    );
  });
});

describe('other ways to run', () => {
  test('over node-ipc', async () => {
    const other = await startSession('ipc');
    other.open('file:///a.md', 'The UN.');
    const hover = await other.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: 'file:///a.md' },
      position: { line: 0, character: 5 },
    });
    assert.match(markdownOf(hover), /United Nations/);
    await other.close();
  });

  test('an editor without virtual documents gets cards as files of a cache folder', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
    const other = await startSession('stdio', {}, { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache });
    other.open('file:///a.md', 'The UN.');
    const [location] = (await other.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: 'file:///a.md' },
      position: { line: 0, character: 5 },
    })) as Location[];
    assert.ok(location !== undefined && existsSync(fileURLToPath(location.uri)));
    assert.match(readFileSync(fileURLToPath(location.uri), 'utf8'), /^# United Nations/);
    const hover = await other.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: 'file:///a.md' },
      position: { line: 0, character: 5 },
    });
    assert.doesNotMatch(markdownOf(hover), /rapporteur:/);
    await other.close();
    rmSync(cache, { recursive: true });
  });
});
