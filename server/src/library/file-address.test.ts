import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fileAddress, folderOf, foldersAbove, oneAddress } from './file-address.ts';

test('files are found from a folder', () => {
  const from = (name: string): string | undefined => fileAddress(name, 'file:///home/ada/draft%20s/');
  assert.equal(from('refs.bib'), 'file:///home/ada/draft%20s/refs.bib');
  assert.equal(from('../my refs/ü #1?.bib'), 'file:///home/ada/my%20refs/%C3%BC%20%231%3F.bib');
  assert.equal(from('/etc/refs.bib'), 'file:///etc/refs.bib');
  assert.equal(from('~/refs.bib'), 'file:///home/ada/draft%20s/~/refs.bib');
  assert.equal(from('a\\b.bib'), 'file:///home/ada/draft%20s/a%5Cb.bib', 'a name with a backslash in it');
});
test('on Windows', () => {
  const from = (name: string): string | undefined => fileAddress(name, 'file:///c%3A/Users/ada/');
  assert.equal(from('sub\\refs.bib'), 'file:///C:/Users/ada/sub/refs.bib');
  assert.equal(from('D:\\lib\\refs.bib'), 'file:///D:/lib/refs.bib');
  assert.equal(from('d:/lib/refs.bib'), 'file:///D:/lib/refs.bib');
});
test('never on another machine', () => {
  for (const name of [
    'https://example.org/a.bib',
    '//server/share/a.bib',
    '\\\\server\\share\\a.bib',
    'file://server/a.bib',
    'ftp:a.bib',
  ])
    assert.equal(fileAddress(name, 'file:///home/'), undefined, name);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: fc.constantFrom('\ud800', '/', '\\', '.', 'a', ':') }),
        fc.webUrl(),
        fc.constantFrom('/\\x/y', '\\/x', '/\t/x/y', '///x'),
      ),
      (name) => {
        for (const folder of ['file:///home/ada/', 'file:///C:/ada/']) {
          const address = fileAddress(name, folder);
          if (address !== undefined) assert.equal(new URL(address).host, '', name);
        }
      },
    ),
  );
});
test('one file has one address', () => {
  assert.equal(oneAddress('file:///c%3A/a%20b.bib'), oneAddress('file:///C:/a b.bib'));
  assert.equal(oneAddress('no address'), 'no address');
});
test('folders', () => {
  assert.equal(folderOf('file:///a/b/c.md'), 'file:///a/b/');
  assert.equal(folderOf('file:///a/b/'), 'file:///a/');
  assert.deepEqual(foldersAbove('file:///a/b/c.md'), ['file:///a/b/', 'file:///a/']);
  assert.deepEqual(foldersAbove('file:///a/b/c/d.md', 'file:///a/b/'), ['file:///a/b/c/', 'file:///a/b/']);
  assert.deepEqual(foldersAbove('untitled:Untitled-1'), []);
});
