import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { documentFor, referenceIn } from './citing/pandoc-reference.ts';
import { namedStyle } from './library/bibliography-file.ts';
import { StyledReferences } from './lsp/styled-references.ts';
import { runPandoc, styleFile } from './node-pandoc.ts';

const styles = '/usr/share/citation-style-language/styles';
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0 && existsSync(join(styles, 'nature.csl'));
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-styles-'));
after(() => rmSync(folder, { recursive: true }));

const source = {
  id: 'ruhl2020',
  type: 'article-journal',
  title: 'Norms *for* <i>cyberspace</i> @home [x] "said"',
  author: [{ family: 'Ruhl', given: 'Christian' }],
  issued: { 'date-parts': [[2020, 2, 26]] },
  'container-title': 'Journal & Co',
  volume: '3',
  page: '1-20',
};

/** A program that does what a script of the shell says. */
function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('styles through pandoc', () => {
  test('as the style says, with the source’s marks as text', { skip: !hasPandoc }, async () => {
    const made = async (style: string): Promise<string | undefined> =>
      referenceIn(await runPandoc('pandoc', styleFile(style, undefined), documentFor(source)));
    assert.equal(
      await made('nature'),
      'Ruhl, C. Norms \\*for\\* *cyberspace* \\@home \\[x\\] ‘said’. *Journal & Co* 3, 1–20 (2020).',
    );
    assert.match((await made('chicago-author-date'))!, /^Ruhl, Christian\. 2020\. “Norms .*” \*Journal & Co\* 3 \(/);
    // A style of notes gives the note: the given name comes first.
    assert.match((await made('chicago-fullnote-bibliography'))!, /^Christian Ruhl, “Norms/);
    // Numbers in a column of their own are left out.
    assert.match((await made('ieee'))!, /^C\\?\. Ruhl, /);
    const dependent = join(styles, 'dependent', 'ieee-women-in-engineering-magazine.csl');
    if (existsSync(dependent)) assert.equal(styleFile(dependent, undefined), join(styles, 'ieee.csl'));
  });

  test('only files on this computer are styles', () => {
    writeFileSync(join(folder, 'mine.csl'), '<style></style>');
    writeFileSync(
      join(folder, 'dependent.csl'),
      '<style><info><link href="http://www.zotero.org/styles/that-nobody-has" rel="independent-parent"/></info></style>',
    );
    assert.equal(styleFile('mine', folder), join(folder, 'mine.csl'));
    assert.equal(styleFile('./mine.csl', folder), join(folder, 'mine.csl'));
    assert.throws(() => styleFile('dependent', folder), /depends on the style that-nobody-has/);
    for (const address of ['https://example.org/a.csl', 'file:///a.csl', '//server/a.csl', '\\\\server\\a.csl'])
      assert.throws(() => styleFile(address, folder), /never fetched/, address);
    mkdirSync(join(folder, 'dir.csl'));
    for (const missing of ['nothing-like-it', 'dir', join(folder, 'dir.csl')])
      assert.throws(() => styleFile(missing, folder), /there is no style/);
  });

  test('what goes wrong is said in a line', async () => {
    const faultOf = async (path: string): Promise<string> => {
      try {
        return await runPandoc(path, '/x.csl', 'text');
      } catch (error) {
        return (error as Error).message;
      }
    };
    assert.match(await faultOf(join(folder, 'none')), /there is no program/);
    assert.match(await faultOf(program('old', 'echo "Unknown option --sandbox." >&2; exit 6')), /older than 2\.15/);
    assert.match(await faultOf(program('broken', 'echo "no style" >&2; exit 1')), /failed: no style/);
    assert.match(await faultOf(program('deaf', 'exec <&-; exit 3')), /failed/);
    assert.match(await faultOf(program('endless', 'exec yes')), /too much/);
    assert.equal(
      await faultOf(program('args', 'cat > /dev/null; echo "$@"')),
      '--sandbox --citeproc --csl=/x.csl --from=markdown --to=json\n',
    );
    for (const wrong of [
      '',
      'null',
      '{}',
      '[]',
      '{"blocks": 3}',
      '{"blocks": [{"t": "Div", "c": 1}]}',
      '{"blocks":[{"t":"Note","c":{}}]}',
    ])
      assert.equal(referenceIn(wrong), undefined, wrong);
  });

  test('pandoc is asked once, in a trusted workspace only, and each reason is told once', async () => {
    const lines: string[] = [];
    const runs: string[] = [];
    const host = {
      styleFile: (name: string) => {
        if (name === 'missing') throw new Error('there is no style missing');
        return `/${name}.csl`;
      },
      runPandoc: async (used: string, style: string) => {
        runs.push(`${used} ${style}`);
        return JSON.stringify({ blocks: [{ t: 'Note', c: [{ t: 'Para', c: [{ t: 'Str', c: 'Made.' }] }] }] });
      },
    };
    const references = new StyledReferences(host, (line) => lines.push(line));
    const where = { program: 'pandoc', folder: undefined, isTrusted: true };
    assert.equal(await references.reference(source, 'nature', { ...where, isTrusted: false }), undefined);
    assert.equal(await references.reference(source, 'nature', { ...where, isTrusted: false }), undefined);
    assert.match(
      lines.join(),
      /^The style nature is not used: the workspace is not trusted[^,]*, so pandoc is not started\./,
    );
    assert.deepEqual([runs, lines.length], [[], 1]);
    assert.equal(await references.reference(source, 'nature', where), 'Made.');
    assert.equal(await references.reference(source, 'nature', where), 'Made.');
    assert.deepEqual(runs, ['pandoc /nature.csl']);
    assert.equal(await references.reference(source, 'missing', where), undefined);
    assert.match(lines[1]!, /there is no style missing/);
    references.forget();
    await references.reference(source, 'nature', where);
    assert.equal(runs.length, 2);
    assert.equal(
      await new StyledReferences(undefined, (line) => lines.push(line)).reference(source, 'x', where),
      undefined,
    );
  });

  test('the draft’s own style', () => {
    assert.equal(namedStyle('---\ntitle: x\ncsl: a/nature.csl # mine\n---\n'), 'a/nature.csl');
    assert.equal(namedStyle('---\r\ncsl: "my style.csl"\r\n---\r\n'), 'my style.csl');
    assert.equal(namedStyle("---\ncsl: 'x.csl'\n...\n"), 'x.csl');
    for (const none of ['csl: a\n', '---\ncsl:\n---\n', '---\ncsl: ""\n---\n', '---\nx: y\n---\ncsl: a\n', ''])
      assert.equal(namedStyle(none), undefined, none);
  });
});
