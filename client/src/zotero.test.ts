import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { insertedCitation } from './citation-insertion.ts';
import { Zotero, ZoteroFault } from './zotero.ts';

/** What Better BibTeX gives for `item.search`: CSL items with their keys. */
const found = [
  {
    id: 'http://zotero.org/users/1/items/ABCD2345',
    type: 'article-journal',
    title: 'Norms for <i>cyberspace</i>\nand beyond',
    author: [{ family: 'Ruhl', given: 'Christian' }, { literal: 'CFR' }],
    issued: { 'date-parts': [[2020, 2, 26]] },
    'container-title': 'Journal',
    citekey: 'ruhl2020',
    library: 'My Library',
  },
  {
    type: 'book',
    title: 'A book',
    editor: [{ family: 'Weiß' }],
    issued: { raw: 'c. 1999' },
    'citation-key': 'weiß:99',
  },
  { type: 'book', title: 'Without a key' },
  { citekey: 'a] evil [@b', title: 'A key that is none' },
  null,
  { citekey: 7, title: {} },
];

type Handler = (request: IncomingMessage, body: string, response: ServerResponse) => void;

/** A server that answers as Zotero does; each test says how to the calls. */
class PretendedZotero {
  rpc: Handler = (_request, _body, response) => response.writeHead(404).end('No endpoint found\n');
  api: Handler = (_request, _body, response) => response.writeHead(403).end('Local API is not enabled');
  isZotero = true;
  readonly calls: { path: string; body: string; headers: IncomingMessage['headers'] }[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        const path = request.url ?? '';
        this.calls.push({ path, body, headers: request.headers });
        if (this.isZotero) response.setHeader('X-Zotero-Version', '7.0.11');
        if (path === '/better-bibtex/json-rpc') this.rpc(request, body, response);
        else if (path.startsWith('/api/')) this.api(request, body, response);
        else if (path === '/connector/ping' && this.isZotero)
          response
            .writeHead(200, { 'content-type': 'text/html' })
            .end('<!DOCTYPE html><html><body>Zotero is running</body></html>');
        else response.writeHead(404).end('no');
      });
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Answers calls with a result for each method. */
  results(byMethod: Readonly<Record<string, unknown>>): void {
    this.rpc = (_request, body, response) => {
      const { method, id } = JSON.parse(body) as { method: string; id: number };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ jsonrpc: '2.0', result: byMethod[method], id }));
    };
  }
}

const faultOf = async (promise: Promise<unknown>): Promise<ZoteroFault> => {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof ZoteroFault, String(error));
    return error;
  }
  throw new Error('There was no fault.');
};

describe('Zotero', () => {
  const pretended = new PretendedZotero();
  let port = 0;
  before(async () => {
    port = await pretended.listen();
  });
  after(() => pretended.close());
  const zotero = (limits = { timeout: 500, size: 50_000 }): Zotero => new Zotero(port, limits);

  test('finds items by Better BibTeX, and takes only fields that are what they should be', async () => {
    pretended.results({ 'item.search': found });
    assert.deepEqual(await zotero().search('cyber “norms”'), [
      {
        key: 'ruhl2020',
        title: 'Norms for cyberspace and beyond',
        authors: 'Ruhl, CFR',
        year: '2020',
        library: 'My Library',
      },
      { key: 'weiß:99', title: 'A book', authors: 'Weiß', year: '1999', library: '' },
    ]);
    const { body, headers } = pretended.calls.at(-1)!;
    assert.deepEqual(JSON.parse(body), {
      jsonrpc: '2.0',
      id: 1,
      method: 'item.search',
      params: ['cyber “norms”'],
    });
    assert.equal(headers['zotero-allowed-request'], '1');
    assert.equal(headers.host, `127.0.0.1:${port}`);
  });

  test('gives entries for the bibliography file', async () => {
    const item = { key: 'ruhl2020', title: '', authors: '', year: '', library: '' };
    pretended.results({ 'item.export': '@article{ruhl2020,\n  title = {Norms}\n}\n' });
    assert.match(await zotero().entry(item, 'bibtex'), /^@article\{ruhl2020/);
    assert.deepEqual(JSON.parse(pretended.calls.at(-1)!.body).params, [['ruhl2020'], 'Better BibTeX']);
    pretended.results({ 'item.export': [200, 'text/plain', '[{"id":"ruhl2020"}]'] });
    assert.equal(await zotero().entry(item, 'csl-json'), '[{"id":"ruhl2020"}]');
    pretended.results({ 'item.export': { no: 'text' } });
    assert.equal((await faultOf(zotero().entry(item, 'bibtex'))).kind, 'unreadable');
  });

  test('says what is wrong', async () => {
    pretended.results({ 'item.search': 'no list' });
    assert.equal((await faultOf(zotero().search('x'))).kind, 'unreadable');
    pretended.rpc = (_request, _body, response) => response.writeHead(200).end('{"jsonrpc": "2.0", "resu');
    assert.equal((await faultOf(zotero().search('x'))).kind, 'unreadable');
    pretended.rpc = (_request, _body, response) => response.writeHead(200).end('<html>hello</html>');
    assert.equal((await faultOf(zotero().search('x'))).kind, 'unreadable');
    pretended.rpc = (_request, _body, response) =>
      response.writeHead(200).end(JSON.stringify({ error: { code: -32000, message: 'library\nlocked' } }));
    assert.equal((await faultOf(zotero().search('x'))).message, 'Better BibTeX answers: library locked');
    pretended.rpc = (_request, _body, response) => response.writeHead(500).end('oops');
    assert.equal((await faultOf(zotero().search('x'))).kind, 'unreadable');
    pretended.rpc = (_request, _body, response) => response.writeHead(403).end('Forbidden');
    assert.equal((await faultOf(zotero().search('x'))).kind, 'refused');
    pretended.rpc = (_request, _body, response) => response.writeHead(200).end('x'.repeat(60_000));
    assert.match((await faultOf(zotero().search('x'))).message, /too much/);
    pretended.rpc = (_request, _body, response) => {
      response.writeHead(200).write('{"jsonrpc"');
      setTimeout(() => response.destroy(), 20);
    };
    assert.match((await faultOf(zotero().search('x'))).message, /broke off/);
    pretended.rpc = () => undefined;
    assert.equal((await faultOf(zotero({ timeout: 60, size: 1000 }).search('x'))).kind, 'slow');
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 20);
    assert.equal((await faultOf(zotero().search('x', abort.signal))).kind, 'cancelled');
    assert.equal((await faultOf(zotero().search('x', AbortSignal.abort()))).kind, 'cancelled');
  });

  test('without Better BibTeX the local API may have the keys', async () => {
    pretended.rpc = (_request, _body, response) => response.writeHead(404).end('No endpoint found\n');
    const items = [
      {
        key: 'ABCD2345',
        version: 3,
        library: { type: 'user', id: 1, name: 'My Library' },
        data: {
          key: 'ABCD2345',
          itemType: 'journalArticle',
          title: 'Norms',
          creators: [{ creatorType: 'author', firstName: 'Christian', lastName: 'Ruhl' }],
          date: '2020-02-26',
          extra: 'DOI: 10.1/x\nCitation Key: ruhl2020\n',
        },
      },
      { key: 'EFGH2345', data: { itemType: 'attachment', title: 'PDF' } },
      { key: '../../etc', data: { itemType: 'book', citationKey: 'evil' } },
    ];
    pretended.api = (request, _body, response) =>
      response.writeHead(200).end(request.url!.includes('format=csljson') ? '{"items":[]}' : JSON.stringify(items));
    const [item, ...others] = await zotero().search('norms & more');
    assert.deepEqual(item, {
      key: 'ruhl2020',
      title: 'Norms',
      authors: 'Ruhl',
      year: '2020',
      library: 'My Library',
      itemKey: 'ABCD2345',
    });
    assert.equal(others.length, 0);
    assert.match(pretended.calls.at(-1)!.path, /q=norms%20%26%20more/);
    assert.equal(await zotero().entry(item!, 'csl-json'), '{"items":[]}');
    assert.match(pretended.calls.at(-1)!.path, /itemKey=ABCD2345/);
    items[0]!.data.extra = '';
    assert.match((await faultOf(zotero().search('norms'))).message, /Better BibTeX/);
    pretended.api = (_request, _body, response) => response.writeHead(403).end('Local API is not enabled');
    assert.equal((await faultOf(zotero().search('norms'))).kind, 'no-keys');
  });

  test('another program on the port, no program, no port', async () => {
    pretended.isZotero = false;
    pretended.rpc = (_request, _body, response) => response.writeHead(404).end('nothing here');
    assert.equal((await faultOf(zotero().check())).kind, 'not-zotero');
    assert.match((await faultOf(zotero().search('x'))).message, /is not Zotero. Check the setting/);
    pretended.isZotero = true;
    await zotero().check();
    const other = new PretendedZotero();
    const free = await other.listen();
    other.close();
    assert.match((await faultOf(new Zotero(free).search('x'))).message, /^Zotero does not answer on this computer/);
    for (const wrong of [0, -1, 65536, 1.5, '23119', undefined, NaN])
      assert.throws(() => new Zotero(wrong), /rapporteur\.zotero\.port/);
  });
});

test('a citation is written as its place asks', () => {
  const at = (marked: string, key = 'k1'): string => {
    const [before, behind] = marked.split('‸') as [string, string];
    return before + insertedCitation(key, before, behind) + behind;
  };
  assert.equal(at('See ‸.'), 'See [@k1].');
  assert.equal(at('See‸.'), 'See [@k1].');
  assert.equal(at('‸'), '[@k1]');
  assert.equal(at('As [@a, p. 3‸] says'), 'As [@a, p. 3; @k1] says');
  assert.equal(at('As [@a; ‸] says'), 'As [@a; @k1] says');
  assert.equal(at('As [@a;‸] says'), 'As [@a; @k1] says');
  assert.equal(at('As [‸@a] says'), 'As [@k1; @a] says');
  assert.equal(at('As [see ‸@a] says'), 'As [see @k1; @a] says');
  assert.equal(at('As [‸] says'), 'As [@k1] says');
  assert.equal(at('As @‸ says'), 'As @k1 says');
  assert.equal(at('As [@‸] says'), 'As [@k1] says');
  assert.equal(at('[@a] and ‸'), '[@a] and [@k1]');
  assert.equal(at('A [link](u) and ‸ x'), 'A [link](u) and [@k1] x');
  assert.equal(at('See ‸', 'a(b)'), 'See [@{a(b)}]');
  assert.equal(at('See @‸', 'a(b)'), 'See @{a(b)}');
});
