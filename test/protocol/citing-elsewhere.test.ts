/** What other programs of the user give, over the protocol: references that pandoc makes, entries that Zotero gives. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  DidChangeConfigurationNotification,
  HoverRequest,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
import {
  addEntryRequest,
  type FootnoteCitationAnswer,
  footnoteCitationRequest,
  lacksEntryRequest,
  trustedNotification,
  type WriteBibliographyAnswer,
} from '../../server/src/lsp/requests.ts';
import { type Session, startSession } from '../support/language-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-elsewhere-'));
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

/** A style of CSL that prints a document's title alone, in angle quotes. */
const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-GB">
  <info><title>Titles</title><id>titles</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout prefix="«" suffix="»"><text variable="title"/></layout></bibliography>
</style>
`;

describe('other programs', { skip: process.platform === 'win32' }, () => {
  let session: Session;
  const starts = join(folder, 'starts');
  before(async () => {
    session = await startSession();
    writeFileSync(join(folder, 'titles.csl'), style);
    // Says that it was started, and is the pandoc of this computer.
    writeFileSync(join(folder, 'pandoc.sh'), `#!/bin/sh\necho started >> ${starts}\nexec pandoc "$@"\n`);
    chmodSync(join(folder, 'pandoc.sh'), 0o755);
  });
  after(async () => {
    await session.close();
    rmSync(folder, { recursive: true });
  });

  test('a style of CSL, once the workspace is trusted', { skip: !hasPandoc }, async () => {
    const uri = pathToFileURL(join(folder, 'draft.md')).href;
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { rapporteur: { pandocPath: join(folder, 'pandoc.sh') } },
    });
    session.open(uri, '---\ncsl: titles.csl\n---\n\nAs [@A/RES/73/27] says.\n');
    const place = { textDocument: { uri }, position: { line: 4, character: 8 } };
    const hovered = async (): Promise<string> =>
      ((await session.connection.sendRequest(HoverRequest.type, place))!.contents as MarkupContent).value;
    assert.match(await hovered(), /UNGA Res 73\/27/);
    assert.equal(spawnSync('cat', [starts]).status, 1, 'A program was started.');
    assert.ok(session.log.some((line) => /titles\.csl is not used: the workspace is not trusted/.test(line)));
    await session.connection.sendNotification(trustedNotification);
    assert.match(await hovered(), /«Developments in the field of information and telecommunications/);
    assert.match(await hovered(), /«Developments/);
    const footnote = await session.connection.sendRequest<FootnoteCitationAnswer>(footnoteCitationRequest, {
      uri,
      position: { line: 4, character: 24 },
      key: 'A/RES/73/27',
    });
    assert.match(footnote![1]!.inserted, /\[\^1\]: «Developments/);
    assert.equal(spawnSync('cat', [starts], { encoding: 'utf8' }).stdout, 'started\n');
  });

  test('an entry of Zotero, into the file that the draft names', async () => {
    const uri = pathToFileURL(join(folder, 'other.md')).href;
    session.open(uri, '---\nbibliography: mine.bib\n---\n\n[@ruhl2020]\n');
    const existing = '@book{mine,\n  title = {Mine}\n}\n';
    const lacks = (key: string): Promise<boolean> =>
      session.connection.sendRequest(lacksEntryRequest, { uri, key, existing });
    assert.deepEqual([await lacks('ruhl2020'), await lacks('mine'), await lacks('A/RES/73/27')], [true, false, false]);
    const add = (text: string): Promise<WriteBibliographyAnswer> =>
      session.connection.sendRequest(addEntryRequest, { uri, key: 'ruhl2020', existing, text });
    const added = await add('@article{ruhl2020,\n  title = {Norms}\n}\n');
    assert.ok('text' in added);
    assert.equal(added.text, `${existing}\n@article{ruhl2020,\n  title = {Norms}\n}\n`);
    assert.ok('fault' in (await add('<html>')));
  });
});
