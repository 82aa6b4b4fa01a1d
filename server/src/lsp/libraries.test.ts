import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Diagnostic } from 'vscode-languageserver';
import type { Library } from '../library/library.ts';
import { Libraries } from './libraries.ts';
import type { FileAccess } from './shared-file.ts';

/** A disk in memory: paths below `file:///`, each with its text and the time of its last change. */
class Disk implements FileAccess {
  private readonly contents = new Map<string, { bytes: Uint8Array; modified: number }>();
  private clock = 0;
  reads = 0;

  constructor(files: Record<string, string> = {}) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }
  write(path: string, text: string | Uint8Array): void {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    this.contents.set(`file:///${path}`, { bytes, modified: ++this.clock });
  }
  remove(path: string): void {
    this.contents.delete(`file:///${path}`);
  }
  async stat(uri: string): Promise<{ size: number; modified: number } | undefined> {
    const found = this.contents.get(uri);
    return found === undefined ? undefined : { size: found.bytes.length, modified: found.modified };
  }
  async read(uri: string): Promise<Uint8Array> {
    this.reads++;
    return this.contents.get(uri)!.bytes;
  }
  async list(folder: string): Promise<string[]> {
    return [...this.contents.keys()]
      .filter((uri) => uri.startsWith(folder) && !uri.slice(folder.length).includes('/'))
      .map((uri) => decodeURIComponent(uri.slice(folder.length)));
  }
}

class Desk {
  readonly disk: Disk;
  readonly libraries: Libraries;
  readonly texts = new Map<string, string>();
  readonly diagnostics = new Map<string, Diagnostic[]>();
  watched: readonly string[] = [];
  setting: string[] = [];
  roots = ['file:///w'];

  constructor(files: Record<string, string>, access = true) {
    this.disk = new Disk(files);
    this.libraries = new Libraries({
      files: access ? this.disk : undefined,
      roots: () => this.roots,
      setting: () => this.setting,
      publish: (uri, diagnostics) => void this.diagnostics.set(uri, diagnostics),
      watch: (uris) => {
        this.watched = uris;
      },
      failed: (error) => {
        throw error;
      },
    });
  }
  async open(text: string, uri = 'file:///w/d/draft.md'): Promise<Library> {
    this.texts.set(uri, text);
    this.libraries.open(uri, () => this.texts.get(uri)!);
    await this.libraries.settled();
    return this.library(uri);
  }
  library(uri = 'file:///w/d/draft.md'): Library {
    const library = this.libraries.libraryOf(uri);
    assert.ok(library !== undefined);
    return library;
  }
  /** Titles by key, as drafts see them now. */
  titles(uri?: string): Record<string, string> {
    return Object.fromEntries(
      this.library(uri)
        .search('', 99)
        .map(({ key, item }) => [key, item.title]),
    );
  }
  async change(path: string, text: string): Promise<void> {
    this.disk.write(path, text);
    this.libraries.filesChanged([`file:///${path}`]);
    await this.libraries.settled();
  }
  messages(uri: string): string[] {
    return (this.diagnostics.get(uri) ?? []).map(({ message, range: { start } }) => `${start.line + 1}: ${message}`);
  }
}

const head = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\n\nText.\n`;
const book = (key: string, title = key): string => `@book{${key},\n title={${title}}\n}\n`;

describe('which files', () => {
  test('those that the front matter names, from the draft’s folder, else the workspace’s', async () => {
    const desk = new Desk({ 'w/d/a.bib': book('a'), 'w/b.json': '[{"id":"b","title":"B"}]', 'w/a.bib': book('no') });
    await desk.open(
      head('bibliography:', '  - a.bib', '  - "b.json"', '  - none.bib', '  - x.txt', '  - https://x.org/y.bib'),
    );
    assert.deepEqual(desk.titles(), { a: 'a', b: 'B' });
    assert.deepEqual(desk.messages('file:///w/d/draft.md'), [
      '5: There is no file none.bib.',
      '6: x.txt is no bibliography that can be read: .bib, .json (CSL-JSON) and .yaml are.',
      '7: https://x.org/y.bib is not on this machine, and is not read.',
    ]);
  });
  test('the draft’s own references come first', async () => {
    const desk = new Desk({ 'w/d/a.bib': book('a', 'In the file') + book('b') });
    await desk.open(head('bibliography: a.bib', 'references:', '- id: a', '  title: In the draft'));
    assert.deepEqual(desk.titles(), { a: 'In the draft', b: 'b' });
    assert.equal(desk.library().entry('a')?.uri, 'file:///w/d/draft.md');
  });
  test('Quarto’s files up to the project’s, and no higher', async () => {
    const desk = new Desk({
      'w/d/_metadata.yml': 'bibliography: meta.bib\n',
      'w/d/meta.bib': book('meta'),
      'w/_quarto.yml': 'project:\n  type: book\nbibliography:\n  - refs/all.bib\n',
      'w/refs/all.bib': book('all'),
      '_quarto.yml': 'bibliography: w/no.bib\n',
      'w/no.bib': book('no'),
    });
    await desk.open('No front matter.\n');
    assert.deepEqual(Object.keys(desk.titles()), ['meta', 'all']);
  });
  test('those of the setting, from the workspace’s folder', async () => {
    const desk = new Desk({ 'w/lib/mine.bib': book('mine'), 'home/other.yaml': '- id: other\n' });
    desk.setting = ['lib/mine.bib', '/home/other.yaml', 'lib/none.bib'];
    await desk.open('Text.\n');
    assert.deepEqual(Object.keys(desk.titles()), ['mine', 'other']);
  });
  test('a single bibliography at the root, where nothing is named', async () => {
    const others = { 'w/package.json': '{"name":"x"}', 'w/data.json': '[{"id":1}]', 'w/ci.yml': 'on: push\n' };
    const desk = new Desk({ ...others, 'w/references.json': '[{"id":"a","type":"book"}]' });
    assert.equal((await desk.open('Text.\n')).size, 1);
    const two = new Desk({ ...others, 'w/a.bib': book('a'), 'w/b.bib': book('b') });
    assert.equal((await two.open('Text.\n')).size, 0);
    const named = new Desk({ 'w/a.bib': book('a') });
    assert.equal((await named.open(head('bibliography: none.bib'))).size, 0, 'not where another is named');
  });
  test('a draft without a file, and a server without files', async () => {
    const desk = new Desk({ 'w/a.bib': book('a') });
    await desk.open(head('bibliography: a.bib'), 'untitled:Untitled-1');
    assert.deepEqual(Object.keys(desk.titles('untitled:Untitled-1')), ['a']);
    const blind = new Desk({ 'w/d/a.bib': book('a') }, false);
    await blind.open(head('bibliography: a.bib', 'references: [{id: own, title: O}]'));
    assert.deepEqual(blind.titles(), { own: 'O' });
    assert.equal(blind.libraries.libraryOf('file:///w/d/other.md'), undefined);
  });
  test('a front matter that is half written', async () => {
    const desk = new Desk({ 'w/d/a.bib': book('a') });
    for (const line of ['title: "half', 'title: [a', '  : x', 'author:\n  - name: "', '? ', '\t- x', '*x: &y'])
      for (const lines of [
        [line, 'bibliography: a.bib'],
        ['bibliography: [a.bib', line],
        ['bibliography: a.bib', line],
      ]) {
        const library = await desk.open(head(...lines));
        if (lines[0] !== 'bibliography: [a.bib') assert.equal(library.size, 1, lines.join(' | '));
      }
  });
});

describe('files that change', () => {
  test('are shared, watched, read again when they change, and let go', async () => {
    const desk = new Desk({ 'w/d/a.bib': book('a') });
    await desk.open(head('bibliography: a.bib'));
    await desk.open(head('bibliography: ../d/a.bib'), 'file:///w/e/other.md');
    assert.equal(desk.disk.reads, 1);
    assert.ok(desk.watched.includes('file:///w/d/a.bib'));
    await desk.change('w/d/a.bib', book('a') + book('b'));
    assert.deepEqual(desk.titles(), { a: 'a', b: 'b' });
    assert.deepEqual(desk.titles('file:///w/e/other.md'), { a: 'a', b: 'b' });
    desk.libraries.close('file:///w/d/draft.md');
    assert.ok(desk.watched.includes('file:///w/d/a.bib'));
    desk.libraries.close('file:///w/e/other.md');
    assert.deepEqual(desk.watched, []);
    assert.equal(desk.libraries.libraryOf('file:///w/d/draft.md'), undefined);
  });

  test('without being told, at most once a second', async () => {
    const desk = new Desk({ 'w/d/a.bib': book('a') });
    await desk.open(head('bibliography: a.bib'));
    const soon = performance.now() + 900;
    const clock = mock.method(performance, 'now', () => soon);
    desk.disk.write('w/d/a.bib', book('a') + book('b'));
    desk.library();
    clock.mock.restore();
    await desk.libraries.settled();
    assert.equal(desk.library().size, 1, 'not yet');
    const later = performance.now() + 1100;
    const again = mock.method(performance, 'now', () => later);
    desk.library();
    again.mock.restore();
    await desk.libraries.settled();
    assert.equal(desk.library().size, 2);
  });

  test('problems are published while a draft that uses the file is open', async () => {
    const desk = new Desk({ 'w/d/a.bib': `${book('a')}@book{b,\n title={x}\n year=2000}\n${book('a')}` });
    await desk.open(head('bibliography: a.bib'));
    assert.deepEqual(desk.messages('file:///w/d/a.bib'), [
      '6: A comma is missing behind the value of “title”.',
      '7: Another entry has the key a already, and counts.',
    ]);
    await desk.change('w/d/a.bib', book('a'));
    assert.deepEqual(desk.messages('file:///w/d/a.bib'), []);
    await desk.change('w/d/a.bib', '@book{'.repeat(1));
    assert.equal(desk.messages('file:///w/d/a.bib').length, 1);
    desk.libraries.close('file:///w/d/draft.md');
    assert.deepEqual(desk.messages('file:///w/d/a.bib'), []);
    const many = new Desk({ 'w/d/a.bib': book('a').repeat(300) });
    await many.open(head('bibliography: a.bib'));
    assert.equal(many.messages('file:///w/d/a.bib').length, 100);
  });

  test('in Windows-1252, and no text at all', async () => {
    const desk = new Desk({});
    desk.disk.write('w/d/a.bib', Buffer.from(book('a', 'M\xfcller'), 'latin1'));
    desk.disk.write('w/d/b.bib', Uint8Array.of(80, 75, 0, 1));
    await desk.open(head('bibliography: [a.bib, b.bib]'));
    assert.deepEqual(desk.titles(), { a: 'Müller' });
    assert.match(desk.messages('file:///w/d/a.bib')[0]!, /^1: This file is not valid UTF-8/);
    assert.match(desk.messages('file:///w/d/b.bib')[0]!, /^1: This is not a text file/);
  });

  test('an entry that is half written keeps its last good state', async () => {
    const desk = new Desk({ 'w/d/a.bib': book('a', 'One') + book('b', 'Two') });
    await desk.open(head('bibliography: a.bib'));
    await desk.change('w/d/a.bib', `@book{a,\n title={Half\n}\n${book('b', 'Two')}`);
    assert.deepEqual(desk.titles(), { b: 'Two', a: 'One' });
    assert.deepEqual(desk.messages('file:///w/d/a.bib'), ['1: This entry is not closed.']);
    await desk.change('w/d/a.bib', book('a', 'New') + book('b', 'Two'));
    assert.deepEqual(desk.titles(), { a: 'New', b: 'Two' });
  });

  test('what a program is about to write again stays for two seconds', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const settle = async (desk: Desk): Promise<void> => {
      // The steps of reading rest on timers, too.
      for (let i = 0; i < 20; i++) {
        await turn();
        mock.timers.tick(1);
      }
      await turn();
      assert.ok(desk);
    };
    const desk = new Desk({ 'w/d/a.bib': book('a') + book('b') + book('c') });
    void desk.open(head('bibliography: a.bib'));
    await settle(desk);
    const write = async (text: string): Promise<void> => {
      desk.disk.write('w/d/a.bib', text);
      desk.libraries.filesChanged(['file:///w/d/a.bib']);
      await settle(desk);
    };
    await write('');
    assert.equal(desk.library().size, 3, 'emptied');
    assert.deepEqual(
      desk
        .library()
        .search('', 9)
        .map(({ key }) => key),
      ['a', 'b', 'c'],
    );
    mock.timers.tick(1500);
    await write(book('a', 'New'));
    assert.equal(desk.library().size, 3, 'half of it written');
    assert.equal(desk.library().entry('a')?.item.title, 'New');
    desk.disk.remove('w/d/a.bib');
    desk.libraries.filesChanged(['file:///w/d/a.bib']);
    await settle(desk);
    assert.equal(desk.library().size, 3, 'removed, to be put back');
    await write(book('a', 'New') + book('b'));
    assert.equal(desk.library().size, 3);
    mock.timers.tick(2500);
    await settle(desk);
    assert.deepEqual(desk.titles(), { a: 'New', b: 'b' }, 'now the file is believed');
    desk.disk.remove('w/d/a.bib');
    desk.libraries.filesChanged(['file:///w/d/a.bib']);
    await settle(desk);
    mock.timers.tick(2500);
    await settle(desk);
    assert.equal(desk.library().size, 0);
    assert.deepEqual(desk.messages('file:///w/d/draft.md'), ['2: There is no file a.bib.']);
    mock.timers.reset();
  });

  test('an edit of the front matter names other files', async () => {
    const desk = new Desk({ 'w/d/a.bib': book('a'), 'w/d/b.bib': book('b') });
    await desk.open(head('bibliography: a.bib'));
    desk.texts.set('file:///w/d/draft.md', head('bibliography: b.bib'));
    desk.library();
    await desk.libraries.settled();
    assert.deepEqual(Object.keys(desk.titles()), ['b']);
  });

  test('places in a file are given as the editor counts', async () => {
    const desk = new Desk({ 'w/d/a.bib': `\ufeff${book('a')}\r\n${book('b')}` });
    const { keyStart: start, keyEnd: end } = (await desk.open(head('bibliography: a.bib'))).entry('b')!;
    assert.deepEqual(desk.libraries.rangeIn('file:///w/d/a.bib', { start, end }), {
      start: { line: 4, character: 6 },
      end: { line: 4, character: 7 },
    });
  });
});
