import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { distFile } from '../support/language-client.ts';

/** Where Debian's package of the styles puts it. */
const oscola = '/usr/share/citation-style-language/styles/oscola.csl';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
after(() => rmSync(folder, { recursive: true }));

function rapporteur(args: string[], input = ''): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [distFile('rapporteur.js'), ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, out: stdout, error: stderr };
}

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Line {
  file: string;
  start: number;
  end: number;
  text: string;
  id: string;
  via: string;
  [field: string]: unknown;
}

const lines = (out: string): Line[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

describe('mentions', () => {
  test('prints exactly the fields of the interface', () => {
    const path = fileWith('a.md', 'The **Budapest**\nConvention and A/RES/73/27.');
    const { status, out, error } = rapporteur(['mentions', path]);
    assert.equal(error, '');
    assert.equal(status, 0);
    const [first, second] = lines(out);
    assert.deepEqual(first, {
      file: path,
      start: 6,
      end: 27,
      text: 'Budapest**\nConvention',
      id: 'budapest-convention',
      name: 'Budapest Convention',
      kind: 'treaty',
      language: 'en',
      via: 'name',
      candidates: ['budapest-convention'],
    });
    assert.equal(second?.via, 'symbol');
    assert.deepEqual(Object.keys(second), [
      'file',
      'start',
      'end',
      'text',
      'id',
      'name',
      'kind',
      'language',
      'via',
      'candidates',
    ]);
  });

  test('every range is what it claims to be, in the example too', () => {
    const path = fileURLToPath(new URL('../../examples/draft.md', import.meta.url));
    const text = readFileSync(path, 'utf8');
    const found = lines(rapporteur(['mentions', path]).out);
    assert.ok(found.length > 70, `${found.length} mentions`);
    for (const line of found) assert.equal(text.slice(line.start, line.end), line.text);
  });

  test('standard input, text for people, several files', () => {
    const { out } = rapporteur(['mentions', '-', '--format', 'text'], 'The UN.\n\nThe UNOEWG.');
    assert.match(out, /-:1:5 {2}UN {2}→ {2}united-nations/);
    assert.match(out, /\(write: OEWG\)/);
    assert.match(out, /2 mentions of 2 things/);
    const both = rapporteur(['mentions', fileWith('b.md', 'UN'), fileWith('c.md', 'ITU')]);
    assert.deepEqual(
      lines(both.out).map(({ id }) => id),
      ['united-nations', 'itu'],
    );
  });

  test('what is no name of the field is left out unless it is asked for', () => {
    const text = 'The OEWG met under Burhan Gafoor, and Kofi Annan before.';
    const ids = (...options: string[]): unknown[] =>
      lines(rapporteur(['mentions', '-', ...options], text).out).map(({ id }) => id);
    assert.deepEqual(ids(), ['oewg-2021-2025']);
    assert.deepEqual(ids('--background'), ['oewg-2021-2025', 'burhan-gafoor', 'kofi-annan']);
    assert.match(rapporteur(['mentions', '-', '--background=1'], text).error, /Usage: rapporteur mentions/);
    // A phrase of general law is a name of what is called otherwise in full.
    const law = 'The OEWG met at the UN. Countermeasures in cyberspace: countermeasures are a matter of law.';
    const named = (...options: string[]): unknown[] =>
      lines(rapporteur(['mentions', '-', ...options], law).out).map((line) => line.text);
    assert.deepEqual(named().slice(-1), ['Countermeasures in cyberspace']);
    assert.deepEqual(named('--background').slice(-2), ['Countermeasures in cyberspace', 'countermeasures']);
  });

  test('bad input gets one clear line each and exit code 2; the other files are done', () => {
    const good = fileWith('good.md', 'UN');
    const { status, out, error } = rapporteur([
      'mentions',
      join(folder, 'missing.md'),
      folder,
      fileWith('image.png', Uint8Array.of(0x89, 0x50, 0, 1)),
      good,
    ]);
    assert.equal(status, 2);
    assert.equal(lines(out).length, 1);
    const [missing, directory, binary] = error.trim().split('\n');
    assert.match(missing ?? '', /missing\.md: no such file/);
    assert.match(directory ?? '', /is a folder/);
    assert.match(binary ?? '', /image\.png: is not a text file/);
  });

  test('an unreadable file', { skip: process.getuid?.() === 0 ? 'root may read everything' : false }, () => {
    const path = fileWith('secret.md', 'UN');
    chmodSync(path, 0);
    const { status, error } = rapporteur(['mentions', path]);
    assert.equal(status, 2);
    assert.match(error, /no permission/);
  });

  test('empty file, CRLF, byte order mark, UTF-16', () => {
    assert.deepEqual(rapporteur(['mentions', fileWith('empty.md', '')]), { status: 0, out: '', error: '' });
    const crlf = 'The Budapest\r\nConvention.\r\n';
    assert.equal(lines(rapporteur(['mentions', fileWith('crlf.md', crlf)]).out)[0]?.text, 'Budapest\r\nConvention');
    const [marked] = lines(rapporteur(['mentions', fileWith('bom.md', '\ufeffUN')]).out);
    assert.equal('\ufeffUN'.slice(marked?.start, marked?.end), 'UN');
    const [wide] = lines(rapporteur(['mentions', fileWith('wide.md', Buffer.from('\ufeffThe UN', 'utf16le'))]).out);
    assert.equal(wide?.text, 'UN');
  });

  test('invalid UTF-8 is told with its line, and read as well as it can be', () => {
    const { status, out, error } = rapporteur([
      'mentions',
      fileWith('latin.md', Buffer.from('The UN.\nCaf\xe9 UN\n', 'latin1')),
    ]);
    assert.equal(status, 0);
    assert.equal(lines(out).length, 2);
    assert.match(error, /latin\.md:2: not valid UTF-8/);
  });

  test('a line of 50 MB is refused, one of 5 MB is read', () => {
    const huge = rapporteur(['mentions', fileWith('huge.md', 'UN '.repeat(17_000_000))]);
    assert.equal(huge.status, 2);
    assert.match(huge.error, /too long/);
    const long = rapporteur(['mentions', fileWith('long.md', `${'word '.repeat(1_000_000)}UN`)]);
    assert.equal(lines(long.out).length, 1);
  });

  test('marks without end do not slow it down', () => {
    for (const mark of ['@', '$', '[', '*', '_', '`', '<', '![', '{', '[^', '> ', '- ', '\\', '&', 'A/', '(', '|']) {
      const { status } = rapporteur(['mentions', fileWith('marks.md', `${mark.repeat(20_000)} UN`)]);
      assert.equal(status, 0, mark);
    }
  });
});

describe('card', () => {
  test('by name, id and symbol, in any case', () => {
    for (const asked of [
      'Budapest Convention',
      'budapest-convention',
      'the Convention on Cybercrime',
      'BUDAPEST CONVENTION',
    ]) {
      const { status, out } = rapporteur(['card', asked]);
      assert.equal(status, 0, asked);
      assert.match(out, /^# Convention on Cybercrime/);
    }
    assert.match(rapporteur(['card', 'a/res/73/27']).out, /UN document A\/RES\/73\/27/);
    assert.equal((JSON.parse(rapporteur(['card', 'itu', '--format', 'json']).out) as { id: string }).id, 'itu');
  });
  test('says what it does not know and what is nearest', () => {
    const { status, out, error } = rapporteur(['card', 'Budapst Convention']);
    assert.equal(status, 1);
    assert.equal(out, '');
    assert.match(error, /Nearest: .*Budapest Convention/);
    assert.match(rapporteur(['card', 'A/RES/99/999']).error, /99th session, resolution 999/);
  });
});

describe('cite', () => {
  test('in each style', () => {
    const cited = (style: string): string => rapporteur(['cite', 'A/RES/73/27', '--style', style]).out.trim();
    assert.equal(cited('oscola'), 'UNGA Res 73/27 (5 December 2018) UN Doc A/RES/73/27');
    for (const style of ['oscola5', 'bluebook', 'chicago', 'un', 'apa']) assert.match(cited(style), /73\/27/);
  });
  test('with a pinpoint, and again', () => {
    const cited = (...options: string[]): string => rapporteur(['cite', 'A/RES/73/27', ...options]).out.trim();
    assert.equal(cited('--at', 'para. 5'), 'UNGA Res 73/27 (5 December 2018) UN Doc A/RES/73/27, para 5');
    assert.equal(cited('--at', 'para. 5', '--again', '12'), 'UNGA Res 73/27 (n 12) para 5');
    assert.equal(rapporteur(['cite', 'A/RES/73/27', '--again', 'x']).status, 2);
  });
  test('a key that is also the id of a concept, and a name', () => {
    assert.match(rapporteur(['cite', 'un-charter']).out, /Charter of the United Nations/);
    assert.match(rapporteur(['cite', 'Budapest Convention']).out, /2296 UNTS 167/);
  });
  test('unknown keys are told, known ones printed', () => {
    const { status, out, error } = rapporteur(['cite', 'A/RES/73/27', 'nobody-1900']);
    assert.equal(status, 1);
    assert.equal(out.trim().split('\n').length, 1);
    assert.match(error, /nobody-1900/);
  });
});

describe('citations and bibliography', () => {
  const draft =
    '---\nnocite: "@un-charter"\n---\n\nSee [see @A/RES/73/27, para. 5; -@nobody-1900] and @A/RES/73/27 [p. 3]; @fig-map, [@{S/RES/2341(2017)}].\n';
  test('what is cited, as pandoc reads it', () => {
    const { status, out } = rapporteur(['citations', '-'], draft);
    assert.equal(status, 0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const { start, end, key } of lines)
      assert.match(draft.slice(start as number, end as number), /^@/, `${String(key)} begins with its @`);
    assert.deepEqual(
      lines.map(({ key, mode, prefix, suffix, locator, label, known }) => [
        key,
        mode,
        prefix,
        suffix,
        locator,
        label,
        known,
      ]),
      [
        ['un-charter', 'AuthorInText', '', '', '', '', true],
        ['A/RES/73/27', 'NormalCitation', 'see', ', para. 5', '5', 'paragraph', true],
        ['nobody-1900', 'SuppressAuthor', '', '', '', '', false],
        ['A/RES/73/27', 'AuthorInText', '', 'p. 3', '3', 'page', true],
        ['fig-map', 'AuthorInText', '', '', '', '', true],
        ['S/RES/2341(2017)', 'NormalCitation', '', '', '', '', true],
      ],
    );
    assert.match(rapporteur(['citations', '-', '--format', 'text'], draft).out, /-:5:10 {2}A\/RES\/73\/27 {2}→/);
  });
  test('the bibliography has each source once, under the key that the draft uses', () => {
    const { status, out, error } = rapporteur(['bibliography', '-'], draft);
    assert.equal(status, 1);
    assert.match(error, /^-:5:\d+: neither the dataset nor the draft’s bibliography has the key nobody-1900\.\n$/);
    assert.deepEqual(
      (JSON.parse(out) as { id: string }[]).map(({ id }) => id),
      ['un-charter', 'A/RES/73/27', 'S/RES/2341(2017)'],
    );
    assert.match(
      rapporteur(['bibliography', '-', '--format', 'text', '--style', 'oscola'], draft).out,
      /^UNGA Res 73\/27 \(5 December 2018\) UN Doc A\/RES\/73\/27$/m,
    );
    assert.equal(rapporteur(['bibliography', '-', '--format', 'bibtex'], draft).out.match(/^@\w+\{/gm)?.length, 3);
    assert.equal(rapporteur(['bibliography', '-', '--style', 'apa'], draft).status, 2);
  });
  test('the draft’s own library is known, too', () => {
    fileWith('mine.bib', '@book{nobody-1900,\n title={Mine}\n}\n');
    const path = fileWith(
      'own.md',
      `---\nbibliography: [mine.bib, missing.json]\nreferences:\n- id: inline\n---\n\n@nobody-1900, @inline and @else.\n`,
    );
    const { out, error } = rapporteur(['citations', path]);
    assert.deepEqual(
      out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { known: boolean }).known),
      [true, true, false],
    );
    assert.match(error, /the bibliography missing\.json is not there/);
  });
  test('in BibLaTeX, YAML and a Quarto project; what cannot be read is told with file and line', () => {
    mkdirSync(join(folder, 'project/texts'), { recursive: true });
    fileWith('project/_quarto.yml', 'project: {type: book}\nbibliography:\n  - all.bib\n');
    fileWith(
      'project/all.bib',
      '@online{kaljulaid2019, title={Statement}, date={2019-05-29}, ids={old}}\n@xdata{press, publisher={P}}\n@book{half,\n  title={x}\n  year=2000\n}\n@book{last, xdata={press}}\n',
    );
    fileWith('project/texts/more.yaml', 'references:\n- id: "A/X/1"\n  type: report\n- type: book\n');
    fileWith('project/texts/latin.bib', Buffer.from('@book{m\xfcller, title={M}}\n', 'latin1'));
    const path = fileWith(
      'project/texts/draft.md',
      "---\ntitle: \"half\nbibliography: # mine\n- more.yaml\n- 'latin.bib'\n---\n\n@kaljulaid2019 @old @press @half @last [@A/X/1] @müller.\n",
    );
    const { out, error, status } = rapporteur(['citations', path]);
    assert.equal(status, 0);
    assert.deepEqual(Object.fromEntries(lines(out).map(({ key, known }) => [key, known])), {
      kaljulaid2019: true,
      old: true,
      press: false,
      half: false,
      last: true,
      'A/X/1': true,
      müller: true,
    });
    assert.deepEqual(
      error
        .trim()
        .split('\n')
        .map((line) => line.replace(folder, '')),
      [
        '/project/texts/more.yaml:4: This item has no id.',
        '/project/texts/latin.bib:1: This file is not valid UTF-8: it was read as Windows-1252. Save it as UTF-8, which pandoc needs.',
        '/project/all.bib:5: A comma is missing behind the value of “title”.',
      ],
    );
  });
  test('ten documents of the United Nations become a Word file in OSCOLA', {
    skip: spawnSync('pandoc', ['--version']).status !== 0 || !existsSync(oscola),
  }, () => {
    const keys = [
      ...['A/RES/53/70', 'A/RES/73/27', 'A/RES/73/266', 'A/RES/75/240', 'A/RES/74/247', 'A/RES/79/243', 'A/RES/68/167'],
      ...['A/70/174', 'A/76/135', 'A/75/816', 'S/RES/2341(2017)'],
    ];
    const cited = keys.map(
      (key) => `It was said.[^${key.replace(/\W/g, '')}]\n\n[^${key.replace(/\W/g, '')}]: @{${key}}.\n`,
    );
    const path = fileWith('ten.md', `---\nbibliography: ten.json\n---\n\n${cited.join('\n')}`);
    assert.equal(rapporteur(['bibliography', path, '-o', join(folder, 'ten.json')]).status, 0);
    const convert = (...more: string[]): { status: number | null; stdout: string; stderr: string } =>
      spawnSync('pandoc', ['--citeproc', '--csl', oscola, 'ten.md', ...more], { cwd: folder, encoding: 'utf8' });
    const { status, stderr } = convert('-o', 'ten.docx');
    assert.deepEqual([status, stderr], [0, '']);
    const read = spawnSync('pandoc', ['-t', 'plain', '--wrap=none', 'ten.docx'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
    for (const key of keys) assert.ok(read.includes(key), `${key} in the Word file`);
    assert.deepEqual(convert('-o', 'ten.html').stderr.replace(/.*title.*\n?/g, ''), '');
  });
  test('pandoc finds everything that the dataset has', {
    skip: spawnSync('pandoc', ['--version']).status !== 0,
  }, () => {
    const path = join(folder, 'cited.json');
    rapporteur(['bibliography', '-', '-o', path], draft);
    const { stderr } = spawnSync('pandoc', ['-f', 'markdown', '--citeproc', '--bibliography', path, '-t', 'plain'], {
      input: draft,
      encoding: 'utf8',
    });
    assert.deepEqual([...stderr.matchAll(/citation (\S+) not found/g)].map(([, key]) => key).sort(), [
      'fig-map',
      'nobody-1900',
    ]);
  });
});

describe('export', () => {
  test('every format holds every source', () => {
    const { concepts, sources } = JSON.parse(rapporteur(['export', '--format', 'json']).out) as {
      concepts: { id: string }[];
      sources: { id: string }[];
    };
    assert.ok(concepts.length >= 100 && sources.length >= 100);
    const csl = JSON.parse(rapporteur(['export', '--format', 'csl-json']).out) as { id: string }[];
    assert.deepEqual(
      csl.map(({ id }) => id),
      sources.map(({ id }) => id),
    );
    const bibtex = rapporteur(['export', '--format', 'bibtex']).out;
    assert.equal(bibtex.match(/^@\w+\{/gm)?.length, sources.length);
    const graph = JSON.parse(rapporteur(['export', '--format', 'jsonld']).out) as Record<string, unknown>;
    assert.ok('@context' in graph);
  });
  test('-o writes the whole file and leaves nothing else', () => {
    const path = join(folder, 'out.bib');
    assert.equal(rapporteur(['export', '--format', 'bibtex', '-o', path]).status, 0);
    assert.equal(readFileSync(path, 'utf8'), rapporteur(['export', '--format', 'bibtex']).out);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes('part')),
      [],
    );
    const failed = rapporteur(['export', '-o', join(folder, 'no', 'such', 'folder.json')]);
    assert.equal(failed.status, 2);
    assert.match(failed.error, /cannot be written/);
  });
});

describe('usage', () => {
  test('help for all, bad usage is exit code 2', () => {
    for (const command of ['mentions', 'card', 'cite', 'export', 'lsp']) {
      const { status, out } = rapporteur([command, '--help']);
      assert.equal(status, 0);
      assert.match(out, new RegExp(`^Usage: rapporteur ${command}`));
    }
    for (const args of [
      [],
      ['fly'],
      ['mentions'],
      ['mentions', 'x', '--format', 'xml'],
      ['cite', 'x', '--colour'],
      ['export', 'x'],
      ['lsp'],
      ['constructor'],
    ]) {
      const { status, out, error } = rapporteur(args);
      assert.equal(status, 2, args.join(' '));
      assert.ok(`${out}${error}`.length > 20);
    }
    assert.match(rapporteur(['--version']).out, /^\d+\.\d+\.\d+\n$/);
  });
});
