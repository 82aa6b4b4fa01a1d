/** Citing in the editor: what the features make of the user's library beside the dataset. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readMarkedText } from '../../../test/support/marked-text.ts';
import { libraryUri, memoryLibrary } from '../../../test/support/memory-library.ts';
import { smallField } from '../../../test/support/small-field.ts';
import { citationKeyEnd, writtenKey } from '../draft/citation-key.ts';
import { findCitations } from '../draft/citations.ts';
import { Draft } from '../draft/draft.ts';
import { emptyLibrary, type Library } from '../library/library.ts';
import { attachmentAddress } from './attachment.ts';
import { citedSources, writtenBibliography } from './bibliography.ts';
import { noAddress } from './card.ts';
import { citable, searchCitable, symbolOfItem } from './citable.ts';
import { complete } from './completion.ts';
import { declaration, definition } from './definition.ts';
import { footnoteCitation } from './footnote.ts';
import { hover } from './hover.ts';
import { documentLinks } from './links.ts';
import { nearestKeys } from './lookup.ts';
import { entryKeyAt, newKeyFault, renamable, renamedCitations, renamedEntry, type TextChange } from './rename.ts';
import { citationTarget } from './target.ts';

const field = smallField();
const { knowledge } = field;

const { library, text: libraryText } = memoryLibrary([
  {
    key: 'segal2016',
    item: {
      type: 'book',
      title: 'The Hacked World Order: Tunis and after',
      author: [{ family: 'Segal', given: 'Adam' }],
      issued: { 'date-parts': [[2016]] },
      DOI: 'https://doi.org/10.1234/Hacked(World)',
      abstract: `<jats:p>How <i>nations</i> fight. ${'A long tale of many words. '.repeat(40)}</jats:p>`,
    },
    attachments: ['/home/me/Zotero/storage/AB/Segal 2016.pdf', '//server/share/evil.pdf', 'evil.exe'],
  },
  {
    key: 'GA:73/27?',
    item: {
      type: 'report',
      title: 'Developments in the field of information',
      number: 'A/RES/73/27',
      issued: { 'date-parts': [[2018, 12, 5]] },
    },
  },
  { key: 'weiss', item: { title: 'Rules of the Road', DOI: '10.5555/ROAD' } },
  { key: '法律2020', item: { title: '网络空间的国际法', URL: 'https://example.org/法律' } },
]);

function at(marked: string): { draft: Draft; cursor: number; text: string } {
  const { text, cursor } = readMarkedText(marked);
  return { draft: Draft.open(text), cursor, text };
}

/** What each item makes of the text; `¦` is where a snippet leaves the cursor. */
function results(marked: string, snippets = false, own: Library = library): string[] {
  const { draft, cursor, text } = at(marked);
  return complete(field, own, draft, cursor, { names: true, citations: true, snippets }).map((item) => {
    const inserted = item.isSnippet === true ? item.text.replace('$0', '¦').replace(/\\([\\$}])/g, '$1') : item.text;
    return text.slice(0, item.start) + inserted + text.slice(item.end);
  });
}

describe('documents that the user has, too', () => {
  test('are told by number, address, or the beginning or end of a title', () => {
    const symbol = (item: object): string | undefined => symbolOfItem({ id: 'x', type: 'report', title: '', ...item });
    assert.equal(symbol({ number: 'A/RES/73/27' }), 'A/RES/73/27');
    assert.equal(symbol({ number: 'UN Doc. A/RES/73/27', type: 'article-journal' }), 'A/RES/73/27');
    assert.equal(symbol({ URL: 'https://docs.un.org/en/A/RES/73/27' }), 'A/RES/73/27');
    assert.equal(symbol({ URL: 'https://undocs.org/S/RES/2341(2017)' }), 'S/RES/2341(2017)');
    assert.equal(symbol({ URL: 'http://www.un.org/ga/search/view_doc.asp?symbol=A%2F76%2F135' }), 'A/76/135');
    assert.equal(symbol({ title: 'Developments in the field (A/RES/73/27)' }), 'A/RES/73/27');
    assert.equal(symbol({ title: 'A/76/135: Report of the group' }), 'A/76/135');
    assert.equal(symbol({ title: 'Threats to peace, S/RES/2341(2017)' }), 'S/RES/2341(2017)');
  });
  test('but not by a title that writes about one', () => {
    for (const item of [
      { type: 'article-journal', title: 'After A/RES/73/27' },
      { type: 'article-journal', URL: 'https://docs.un.org/en/A/RES/73/27', title: 'A comment' },
      { type: 'report', title: 'What A/RES/73/27 means for States' },
      { type: 'report', title: 'and/or', number: '12/3' },
      { type: 'report', title: 7, number: null, URL: ['x'] },
      { type: 'webpage', title: 'x', URL: 'https://docs.un.org/en/%E0%A4%A' },
    ])
      assert.equal(symbolOfItem({ id: 'x', ...item } as never), undefined, JSON.stringify(item));
  });
  test('are found once, under the user’s key, by words that only the dataset knows', () => {
    const found = searchCitable(field, library, 'oewg 2018', 10);
    assert.deepEqual(
      found.map(({ key, record }) => [key, knowledge.id(record)]),
      [['GA:73/27?', 'A/RES/73/27']],
    );
    const sameDoi = memoryLibrary([{ key: 'mine', item: { title: 'x', DOI: 'doi:10.5555/x' } }]).library;
    assert.equal(citable(field, sameDoi, 'mine')?.record, -1);
  });
});

describe('completion', () => {
  test('lists both, the user’s first where they fit alike', () => {
    // The word stands in our key.
    assert.deepEqual(results('[@tunis|]'), ['[@{WSIS-05/TUNIS/DOC/6(Rev.1)}]', '[@segal2016]']);
    assert.deepEqual(results('[@rules road|]'), ['[@weiss]', '[@shared]']);
    assert.equal(results('[@weis|]')[0], '[@weiss]');
    assert.deepEqual(results('[@A/RES/73/2|]'), ['[@A/RES/73/266]', '[@{GA:73/27?}]']);
    assert.deepEqual(results('[@网络|]'), ['[@法律2020]', '[@ets-185]']);
    assert.deepEqual(results('[@法律2|]'), ['[@法律2020]']);
  });
  test('before and behind other scripts on the line', () => {
    for (const lead of ['😀😀 ', 'الأمم المتحدة ', '联合国 '])
      assert.deepEqual(results(`${lead}[@segal|] 😀`), [`${lead}[@segal2016] 😀`]);
  });
  test('goes on behind a semicolon without a mark, but not with words that stand before a key', () => {
    assert.deepEqual(results('[@x; seg|]'), ['[@x; @segal2016]']);
    assert.deepEqual(results('[@x;seg|]'), ['[@x; @segal2016]']);
    assert.deepEqual(results('[see @x, p. 3; |]').length > 3, true);
    assert.deepEqual(results('[@x; see|]'), []);
    assert.deepEqual(results('a; seg|'), []);
  });
  test('places behind a user’s key, as its kind is cited by', () => {
    assert.equal(results('[@segal2016, |]')[0], '[@segal2016, p. ]');
    assert.equal(results('[@segal2016,|]')[0], '[@segal2016, p. ]');
    assert.equal(results('[@{GA:73/27?}, |]')[0], '[@{GA:73/27?}, para. ]');
    assert.equal(results('@segal2016 [|]')[0], '@segal2016 [p. ]');
    assert.deepEqual(results('[@segal2016, ch|]'), ['[@segal2016, chap. ]']);
  });
  test('leaves the cursor where a locator goes, where the editor can', () => {
    assert.deepEqual(results('It was shown @segal|', true), ['It was shown [@segal2016¦]']);
    assert.equal(results('the first OEWG @|', true)[0], 'the first OEWG [@{GA:73/27?}¦]');
    assert.equal(results('the first OEWG @{|}', true)[0], 'the first OEWG [@{GA:73/27?}¦]');
    assert.deepEqual(results('It was shown @segal|'), ['It was shown @segal2016']);
    assert.deepEqual(results('[@segal|]', true), ['[@segal2016]']);
  });
  test('a key that stands for its author stays in the sentence', () => {
    for (const lead of ['', 'As ', 'It ended. ', 'So says, according to '])
      assert.deepEqual(results(`${lead}@segal|`, true), [`${lead}@segal2016`]);
  });
  test('`cite` behind a name becomes its documents', () => {
    assert.deepEqual(results('the first OEWG cite|', false, emptyLibrary), [
      'the first OEWG [@A/RES/73/27]',
      'the first OEWG [@A/75/816]',
    ]);
    assert.deepEqual(results('联合国, the first OEWG cit| then', true), [
      '联合国, the first OEWG [@{GA:73/27?}¦] then',
      '联合国, the first OEWG [@A/75/816¦] then',
    ]);
    assert.deepEqual(results('Article 32 of the Convention on Cybercrime cite|'), [
      'Article 32 of the Convention on Cybercrime [@ets-185, art. 32]',
    ]);
    assert.deepEqual(results('we cite|'), []);
    assert.deepEqual(results('the first OEWG then cite|'), []);
    assert.deepEqual(results('`the first OEWG cite|`'), []);
  });
  test('the dataset keeps its share of a long list', () => {
    const many = memoryLibrary(
      Array.from({ length: 80 }, (_, n) => ({ key: `tunis${n}`, item: { title: `Tunis ${n}` } })),
    ).library;
    const keys = searchCitable(field, many, 'tunis', 50).map(({ key }) => key);
    assert.equal(keys.length, 50);
    assert.ok(keys.includes('WSIS-05/TUNIS/DOC/6(Rev.1)'));
  });
  test('for any text: what is written is a whole citation, at a place that holds the cursor', () => {
    const pieces = fc.constantFrom(
      '@',
      '[',
      ']',
      '{',
      '}',
      ';',
      ', ',
      'segal',
      '法',
      'cite',
      'the UN ',
      '\n',
      '😀',
      '`',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 16 }), fc.nat(), fc.boolean(), (parts, place, snippets) => {
        const text = parts.join('');
        const offset = place % (text.length + 1);
        for (const item of complete(field, library, Draft.open(text), offset, {
          names: true,
          citations: true,
          snippets,
        })) {
          assert.ok(item.start <= offset && offset <= item.end && item.end <= text.length);
          assert.ok(!text.slice(item.start, item.end).includes('\n'));
          assert.ok(item.filter.startsWith(text.slice(item.start, offset)) || item.kind !== 'citation');
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('hover', () => {
  const hoverAt = (marked: string, own = library): { words: string; markdown: string } | undefined => {
    const { draft, cursor, text } = at(marked);
    const found = hover(field, own, draft, cursor, 'oscola', noAddress);
    return found === undefined ? undefined : { words: text.slice(found.start, found.end), markdown: found.markdown };
  };
  test('on the key alone: reference, abstract, where it is cited, how to open it', () => {
    const found = hoverAt('😀 الأمم 联合国 [see @segal|2016, p. 3].\n\n@segal2016 and @segal2016.\n\nNot @weiss.');
    assert.equal(found?.words, '@segal2016');
    assert.match(found.markdown, /Adam Segal, \*The Hacked World Order: Tunis and after\*/);
    assert.match(found.markdown, /How nations fight\./);
    assert.ok(found.markdown.length < 1200);
    assert.match(found.markdown, /Cited 3 times: lines 1, 3$/);
    assert.match(found.markdown, /\(https:\/\/doi\.org\/10\.1234\/Hacked%28World%29\)/);
    assert.match(found.markdown, /\(file:\/\/\/home\/me\/Zotero\/storage\/AB\/Segal%202016\.pdf\)/);
    assert.match(found.markdown, /\(zotero:\/\/select\/items\/@segal2016\)/);
    assert.doesNotMatch(found.markdown, /evil/);
    assert.equal(hoverAt('[see @segal2016, p|. 3]'), undefined);
  });
  test('on a document that both have: the user’s key, the official address', () => {
    const { markdown } = hoverAt('[@{GA:73/27?|}]') ?? { markdown: '' };
    assert.match(markdown, /Belongs to: first OEWG/);
    assert.match(markdown, /\[Open the document\]\(https:\/\/docs\.un\.org\/en\/A\/RES\/73\/27\)/);
    assert.match(markdown, /Cited once: line 1$/);
  });
  test('on a key that nobody knows: that, and what is nearly written so', () => {
    const { markdown } = hoverAt('[@sgeal2016|]') ?? { markdown: '' };
    assert.match(markdown, /neither the draft’s bibliography \(4 entries\) nor the dataset has it/);
    assert.match(markdown, /Nearest: `@segal2016`/);
    const symbol = hoverAt('[@A/RES/74/9|99]')?.markdown ?? '';
    assert.match(symbol, /^\*\*UN document A\/RES\/74\/999\*\*/);
    assert.match(symbol, /does not have it either/);
    assert.doesNotMatch(symbol, /Nearest/);
    assert.match(hoverAt('[@nobody-at-all|]', emptyLibrary)?.markdown ?? '', /no bibliography of this draft is read/);
    assert.equal(hoverAt('@fig-ma|p'), undefined);
  });
  test('whatever an item holds, its hover is made and holds nothing of it as markup', () => {
    const junk = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 }));
    const item = fc.record(
      { title: junk, author: junk, issued: junk, URL: junk, DOI: junk, abstract: junk, number: junk, type: junk },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(item, fc.array(fc.string(), { maxLength: 3 }), (fields, attachments) => {
        const own = memoryLibrary([{ key: 'k', item: fields as never, attachments }]).library;
        const { draft, cursor } = at('[@|k]');
        const { markdown } = hover(field, own, draft, cursor, 'oscola', noAddress)!;
        assert.doesNotMatch(markdown, /(?<!\\)<(?!https?:\/\/[^<>\s]*>)|(?<!\\)\]\((?!https?:|file:\/\/\/|zotero:)/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('definition', () => {
  test('leads to the user’s entry, else to the card; declaration to the card of the document', () => {
    const here = at('[@{GA:73/27?|}]');
    const jump = definition(field, library, here.draft, here.cursor);
    assert.equal(jump?.entry?.key, 'GA:73/27?');
    assert.equal(libraryText.slice(jump.entry.keyStart, jump.entry.keyEnd), 'GA:73/27?');
    const founding = declaration(field, library, here.draft, here.cursor);
    assert.deepEqual(
      founding?.targets.map((record) => knowledge.id(record)),
      ['A/RES/73/27'],
    );
    assert.equal(founding?.entry, undefined);
    const own = at('[@weiss|]');
    assert.equal(declaration(field, library, own.draft, own.cursor)?.entry?.key, 'weiss');
    const ours = at('[@ets-185|]');
    assert.equal(definition(field, library, ours.draft, ours.cursor)?.entry, undefined);
  });
});

test('a key that ends at its bracket says how it has to be written', () => {
  const { draft } = at('See [@S/RES/2341(2017)], and [@S/RES/9999(2017)?].');
  const told = (key: string): string =>
    hover(field, library, draft, draft.text.indexOf(key) + 3, 'oscola', () => undefined)?.markdown ?? '';
  assert.match(told('@S/RES/2341'), /^Write `@\{S\/RES\/2341\(2017\)\}`/);
  assert.doesNotMatch(told('@S/RES/9999'), /Write `/);
});

test('links lead to the official document, the DOI or the page', () => {
  const { draft } = at('@{GA:73/27?} @segal2016 @weiss @法律2020');
  assert.deepEqual(
    documentLinks(field, library, draft).map(({ target }) => target),
    [
      'https://docs.un.org/en/A/RES/73/27',
      'https://doi.org/10.1234/Hacked(World)',
      'https://doi.org/10.5555/ROAD',
      'https://example.org/法律',
    ],
  );
});

test('attachments are files of this machine that are for reading', () => {
  const address = (written: string): string | undefined => attachmentAddress(libraryUri, written);
  assert.equal(address('files/12/a b.pdf'), 'file:///home/me/paper/files/12/a%20b.pdf');
  assert.equal(address('../../x.epub'), 'file:///home/x.epub');
  const onWindows = attachmentAddress('file:///c%3A/lib/r.bib', 'C:\\papers\\ä.pdf');
  assert.equal(onWindows, 'file:///C:/papers/%C3%A4.pdf');
  assert.equal(address('file:///a.pdf'), 'file:///a.pdf');
  for (const written of [
    '\\\\host\\a.pdf',
    '//host/a.pdf',
    'file://host/a.pdf',
    'http://x/a.pdf',
    'a.exe',
    'a.pdf.sh',
    '',
  ])
    assert.equal(address(written), undefined, written);
  assert.equal(attachmentAddress('untitled:x', 'a.pdf'), undefined);
});

test('the nearest keys', () => {
  assert.deepEqual(nearestKeys(field, library, 'SEGAL2016', 3), ['segal2016']);
  assert.deepEqual(nearestKeys(field, library, 'A/RES/73/2', 1), ['A/RES/73/27']);
  assert.deepEqual(nearestKeys(field, library, 'nothing-like-it', 3), []);
});

describe('bibliography and footnote', () => {
  test('what the user has is known, and never written anew', () => {
    const draft = Draft.open('[@segal2016; @{GA:73/27?}; @ets-185; @nobody]');
    const { sources, others } = citedSources(field, library, draft);
    assert.deepEqual(
      sources.map(({ id }) => id),
      ['ets-185'],
    );
    assert.deepEqual(
      others.map(({ key }) => key),
      ['nobody'],
    );
    const own = memoryLibrary([{ key: 'ets-185', item: { title: 'mine' } }]).library;
    const place = { file: 'r.bib', format: 'bibtex', isNamed: true } as const;
    const written = writtenBibliography(field, own, Draft.open('@ets-185'), place, undefined);
    assert.deepEqual('added' in written && [written.added, written.unknown], [[], []]);
    // What the library still remembers of a file that has lost it meanwhile does not count.
    const { uri } = own.entry('ets-185')!;
    const again = writtenBibliography(field, own, Draft.open('@ets-185'), place, '', uri);
    assert.deepEqual('added' in again && again.added, ['ets-185']);
  });
  test('a footnote cites the user’s entry', () => {
    const both = footnoteCitation(field, library, Draft.open('x'), 1, 'segal2016', 'oscola');
    assert.match(both?.[1].inserted ?? '', /^\n\n\[\^1\]: Adam Segal, \*The Hacked World Order/);
  });
});

describe('renaming', () => {
  const applied = (text: string, changes: readonly TextChange[]): string =>
    changes
      .toSorted((a, b) => b.start - a.start)
      .reduce((all, { start, end, text: written }) => all.slice(0, start) + written + all.slice(end), text);
  const fault = (marked: string): string | undefined => {
    const { draft, cursor } = at(marked);
    return renamable(field, library, citationTarget(field, library, draft, cursor)!).fault;
  };
  test('the key without its marks', () => {
    for (const marked of ['😀 @segal|2016', '[-@{segal2016|}]']) {
      const { draft, cursor, text } = at(marked);
      const { start, end } = renamable(field, library, citationTarget(field, library, draft, cursor)!);
      assert.equal(text.slice(start, end), 'segal2016');
    }
  });
  test('keys of the dataset, cross-references and unknown ones are refused', () => {
    assert.equal(fault('[@A/RES/73/2|7]'), 'A/RES/73/27 is the symbol of a UN document; it cannot be renamed.');
    assert.match(fault('[@ets-18|5]') ?? '', /a key of Rapporteur’s dataset/);
    assert.match(fault('@fig-|x') ?? '', /cross-reference/);
    assert.match(fault('@nobod|y') ?? '', /nothing to rename/);
    assert.equal(fault('@wei|ss'), undefined);
  });
  test('new names that are no keys, or that are taken, are refused', () => {
    const entry = library.entry('weiss')!;
    for (const bad of ['', 'a b', 'a{b', 'a@b', 'fig-x', 'segal2016', 'ets-185', 'a,b', 'a%b'])
      assert.notEqual(newKeyFault(field, library, entry, bad), undefined, bad);
    for (const good of ['weiss2021', 'weiss', 'S/x(1)', '法律', 'a:b'])
      assert.equal(newKeyFault(field, library, entry, good), undefined, good);
  });
  test('all citations, with braces where they are needed', () => {
    const text =
      '---\nnocite: |\n  @weiss\n---\n\nالأمم 联合国 😀 [@weiss, p. 3; see @{weiss}]. `@weiss` @weiss2 -@{weiss}b';
    const renamed = (key: string): string => applied(text, renamedCitations(Draft.open(text), 'weiss', key));
    assert.equal(
      renamed('road'),
      '---\nnocite: |\n  @road\n---\n\nالأمم 联合国 😀 [@road, p. 3; see @road]. `@weiss` @weiss2 -@{road}b',
    );
    assert.match(renamed('S/x(1)'), /\[@\{S\/x\(1\)\}, p\. 3; see @\{S\/x\(1\)\}\]/);
  });
  test('for any text, the citations of the old key are those of the new one afterwards', () => {
    const pieces = fc.constantFrom(
      '@weiss',
      '@{weiss}',
      '[',
      ']',
      ' ',
      ';',
      'a',
      '.',
      '-',
      ':',
      '\n\n',
      '😀',
      '@other',
      '`',
    );
    const keys = fc.constantFrom('road', 'a:b', 'S/x(1)', '法律', 'x.');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), keys, (parts, key) => {
        const text = parts.join('');
        const draft = Draft.open(text);
        const before = findCitations(draft).map((one) => (one.key === 'weiss' ? key : one.key));
        const after = findCitations(Draft.open(applied(text, renamedCitations(draft, 'weiss', key))));
        assert.deepEqual(
          after.map((one) => one.key),
          before,
          text,
        );
      }),
      { numRuns: 500 },
    );
  });
  test('the entry in its file, and where other entries name it', () => {
    const own = library.entry('weiss')!;
    const file = `${libraryText}@inbook{other,\n  crossref = {weiss},\n  related = {a, weiss},\n  title = {weiss}\n}\n`;
    const renamed = applied(file, renamedEntry(file, own, 'road')!);
    assert.equal(
      renamed,
      file
        .replace('@misc{weiss,', '@misc{road,')
        .replace('crossref = {weiss}', 'crossref = {road}')
        .replace('a, weiss', 'a, road'),
    );
  });
  test('a file that has changed since: the key where it is now, or nothing', () => {
    const own = library.entry('weiss')!;
    const moved = `% new\n\n${libraryText}`;
    assert.equal(applied(moved, renamedEntry(moved, own, 'road')!), moved.replace('@misc{weiss,', '@misc{road,'));
    assert.equal(renamedEntry('% empty\n', own, 'road'), undefined);
    assert.equal(renamedEntry(`%\n${libraryText}${libraryText}`, own, 'road'), undefined);
  });
  test('JSON and YAML, in the marks that they need', () => {
    const entryIn = (uri: string, text: string, key: string, written = key): ReturnType<Library['entry']> => ({
      ...library.entry('weiss')!,
      key,
      uri,
      keyStart: text.indexOf(written),
      keyEnd: text.indexOf(written) + written.length,
    });
    const renamed = (uri: string, text: string, key: string, newKey: string, written?: string): string =>
      applied(text, renamedEntry(text, entryIn(uri, text, key, written)!, newKey)!);
    assert.equal(renamed('file:///r.json', '[{"id":"old"}]', 'old', 'A/1'), '[{"id":"A/1"}]');
    assert.equal(renamed('file:///r.json', '[{"id": 7}]', '7', 'x'), '[{"id": "x"}]');
    assert.equal(renamed('file:///r.json', '[{"id":"A\\/1"}]', 'A/1', 'x', 'A\\/1'), '[{"id":"x"}]');
    assert.equal(renamed('file:///r.yaml', '- id: old\n', 'old', 'new'), '- id: new\n');
    assert.equal(renamed('file:///r.yaml', '- id: old\n', 'old', '2020'), '- id: "2020"\n');
    assert.equal(renamed('file:///r.yaml', "- id: 'old'\n", 'old', 'yes'), "- id: 'yes'\n");
  });
  test('the key under the cursor in the file itself', () => {
    const place = libraryText.indexOf('{weiss') + 3;
    assert.equal(entryKeyAt(library, libraryUri, libraryText, place)?.entry.key, 'weiss');
    assert.equal(entryKeyAt(library, libraryUri, libraryText, libraryText.indexOf('Rules')), undefined);
    assert.equal(entryKeyAt(library, 'file:///other.bib', libraryText, place), undefined);
  });
});

test('every written key is read back whole', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 12 }), (key) => {
      if (newKeyFault(field, library, library.entry('weiss')!, key) !== undefined) return;
      const written = writtenKey(key);
      assert.equal(citationKeyEnd(written, 0), written.length);
    }),
  );
});
