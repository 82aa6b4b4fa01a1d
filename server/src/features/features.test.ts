import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compileDataset } from '../../../build/dataset/compile.ts';
import { readMarkedText } from '../../../test/support/marked-text.ts';
import { smallField } from '../../../test/support/small-field.ts';
import type { CitationStyle } from '../citing/style.ts';
import { Draft } from '../draft/draft.ts';
import { emptyLibrary } from '../library/library.ts';
import { bibliographyPlace, citedSources, writtenBibliography } from './bibliography.ts';
import { card, noAddress } from './card.ts';
import { complete, mostItems } from './completion.ts';
import { declaration, definition } from './definition.ts';
import { explain } from './explain.ts';
import { openField } from './field.ts';
import { footnoteCitation } from './footnote.ts';
import { hover } from './hover.ts';
import { documentLinks } from './links.ts';
import { lookUp, nearestNames } from './lookup.ts';
import { codeSpan, escapeMarkdown, link } from './markdown-text.ts';
import { references } from './references.ts';

const field = smallField();
const { knowledge } = field;
const everything = { names: true, citations: true, snippets: false };

function at(marked: string): { draft: Draft; cursor: number; text: string } {
  const { text, cursor } = readMarkedText(marked);
  return { draft: Draft.open(text), cursor, text };
}

const ids = (records: readonly number[] | undefined): string[] | undefined =>
  records?.map((record) => knowledge.id(record));

describe('hover', () => {
  const hoverAt = (marked: string): { words: string; markdown: string } | undefined => {
    const { draft, cursor, text } = at(marked);
    const found = hover(
      field,
      emptyLibrary,
      draft,
      cursor,
      'oscola',
      (record) => `rapporteur:/card/${knowledge.id(record)}.md`,
    );
    return found === undefined ? undefined : { words: text.slice(found.start, found.end), markdown: found.markdown };
  };
  test('the whole name, at its first and behind its last letter', () => {
    assert.equal(hoverAt('the |Tunis Agenda.')?.words, 'Tunis Agenda');
    assert.equal(hoverAt('the Tunis Agenda|.')?.words, 'Tunis Agenda');
    assert.equal(hoverAt('th|e Tunis Agenda.'), undefined);
  });
  test('the inner name of a title', () => {
    assert.equal(hoverAt('The Rules of the Road under the Unit|ed Nations')?.words, 'United Nations');
    assert.equal(
      hoverAt('The Rules of the Ro|ad under the United Nations')?.words,
      'The Rules of the Road under the United Nations',
    );
  });
  test('what else bears the name, and what to write instead of a wrong one', () => {
    assert.match(hoverAt('The OE|WG')?.markdown ?? '', /also borne by: \[first OEWG\]/);
    assert.match(
      hoverAt('The UNOE|WG')?.markdown ?? '',
      /^Write \*\*OEWG\*\*: The United Nations does not use this form\./,
    );
  });
});

describe('definition and declaration', () => {
  const jump = (marked: string): [string[] | undefined, string[] | undefined] => {
    const { draft, cursor } = at(marked);
    return [
      ids(definition(field, emptyLibrary, draft, cursor)?.targets),
      ids(declaration(field, emptyLibrary, draft, cursor)?.targets),
    ];
  };
  test('the concept, and the document that it rests on', () => {
    assert.deepEqual(jump('In 2019 the OE|WG'), [['oewg-1'], ['A/RES/73/27']]);
    assert.deepEqual(jump('the Budapest Con|vention'), [['budapest-convention'], ['ets-185']]);
    assert.deepEqual(jump('[@A/RES/73/2|7]'), [['A/RES/73/27'], ['A/RES/73/27']]);
    assert.deepEqual(jump('a co|w'), [undefined, undefined]);
    assert.deepEqual(jump('A/RES/99/|1'), [undefined, undefined]);
  });
});

test('references are the same thing under any of its names', () => {
  const { draft, cursor, text } = at('The U|N, the United Nations, 联合国, the CCW.');
  assert.deepEqual(
    references(field, draft, cursor).map(({ start, end }) => text.slice(start, end)),
    ['UN', 'United Nations', '联合国'],
  );
  const cited = at('[@A/RES/73/2|7; @ets-185] and @A/RES/73/27');
  assert.equal(references(field, cited.draft, cited.cursor).length, 2);
});

test('numbers of other organizations are explained and lead to their own pages', () => {
  const here = at('See Directive (EU) 2022/25|55 and CM/Rec(2018)2.');
  const text = hover(field, emptyLibrary, here.draft, here.cursor, 'oscola', noAddress)?.markdown ?? '';
  assert.match(text, /directive 2555 of 2022 of the European Union/i);
  assert.match(text, /Not in the dataset/);
  const address = 'https://eur-lex.europa.eu/eli/dir/2022/2555/oj';
  assert.ok(text.includes(address));
  // No address follows from the other number.
  assert.deepEqual(
    documentLinks(field, emptyLibrary, here.draft).map(({ target }) => target),
    [address],
  );
});

test('links lead to official addresses only', () => {
  const { draft } = at('A/RES/73/27, A/RES/99/1, [@ets-185], [@nobody], [@{S/RES/2341(2017)}]');
  assert.deepEqual(
    documentLinks(field, emptyLibrary, draft).map(({ target }) => target),
    [
      'https://docs.un.org/en/A/RES/73/27',
      'https://docs.un.org/en/A/RES/99/1',
      'https://www.coe.int/185',
      'https://docs.un.org/en/S/RES/2341(2017)',
    ],
  );
});

describe('completion', () => {
  const results = (marked: string): string[] => {
    const { draft, cursor, text } = at(marked);
    return complete(field, emptyLibrary, draft, cursor, everything).map(
      (item) => text.slice(0, item.start) + item.text + text.slice(item.end),
    );
  };
  test('names of several words, from any of their words on the way', () => {
    assert.deepEqual(results('a Tun|'), [
      'a Tunis Agenda',
      'a Tunis Commitment',
      'a Tunis Agenda for the Information Society',
    ]);
    assert.deepEqual(results('a Tunis Agenda for|'), ['a Tunis Agenda for the Information Society']);
    assert.deepEqual(results('an Open ended Working Group 2019|'), ['an Open-ended Working Group 2019–2021']);
    assert.deepEqual(results('in 2019|'), [], 'digits are of no script: not the names in Chinese');
  });
  test('in the language of the draft', () => {
    assert.deepEqual(results('Organisation d|'), []);
    assert.deepEqual(results('---\nlang: fr\n---\n\nOrganisation d|').slice(0, 1), [
      '---\nlang: fr\n---\n\nOrganisation des Nations Unies',
    ]);
    const french = "Le rapport du groupe est dans les annexes de l'Organisation d";
    assert.deepEqual(results(`${french}|`).slice(0, 1), [`${french}es Nations Unies`], 'told by its small words');
    assert.deepEqual(results('联合|'), ['联合国', '联合国大会']);
  });
  test('nothing for ordinary words in lower case, nor after a whole name', () => {
    assert.deepEqual(results('the gener|'), []);
    assert.deepEqual(results('the conven|'), []);
    assert.deepEqual(results('the UN|'), []);
    assert.deepEqual(results('budap|'), ['Budapest Convention', 'Budapest Cybercrime Convention'].slice(0, 1));
  });
  test('behind a name, its documents come first', () => {
    assert.deepEqual(results('the first OEWG [@|').slice(0, 2), [
      'the first OEWG [@A/RES/73/27',
      'the first OEWG [@A/75/816',
    ]);
    assert.equal(results('the Tunis Agenda, @|')[0], 'the Tunis Agenda, @{WSIS-05/TUNIS/DOC/6(Rev.1)}');
    assert.notEqual(results('the first OEWG then had it [@|')[0], 'the first OEWG then had it [@A/RES/73/27');
  });
  test('places behind a key, those first that its kind is cited by', () => {
    assert.equal(results('[@A/RES/73/27, |]')[0], '[@A/RES/73/27, para. ]');
    assert.equal(results('[see @x; @ets-185, |')[0], '[see @x; @ets-185, art. ');
    assert.deepEqual(results('[@ets-185, pa|'), ['[@ets-185, para. ']);
    assert.deepEqual(results('[@{S/RES/2341(2017)}, pre|'), ['[@{S/RES/2341(2017)}, preamble']);
    assert.deepEqual(results('@A/RES/73/27, pa|'), []);
    assert.deepEqual(results('[@A/RES/73/27, para. 5, with p|'), []);
  });
  test('labels of footnotes', () => {
    assert.deepEqual(results('a[^|\n\n[^note]: x\n\n[^2]: y'), [
      'a[^note]\n\n[^note]: x\n\n[^2]: y',
      'a[^2]\n\n[^note]: x\n\n[^2]: y',
    ]);
    assert.deepEqual(results('a[^n|]\n\n[^note]: x'), ['a[^note]\n\n[^note]: x']);
    assert.deepEqual(results('`[^|`\n\n[^note]: x'), []);
  });
  test('citations: braces where a key needs them, and those that the editor closed are replaced', () => {
    assert.deepEqual(results('[@2341|]'), ['[@{S/RES/2341(2017)}]']);
    assert.deepEqual(results('[@{2341|}]'), ['[@{S/RES/2341(2017)}]']);
    assert.deepEqual(results('[@Weiss|]'), []);
    assert.deepEqual(results('[@zoe|]'), ['[@shared]']);
    assert.deepEqual(results('mail me@tunis|'), []);
  });
  test('off means off', () => {
    const { draft, cursor } = at('a Tun|');
    assert.deepEqual(complete(field, emptyLibrary, draft, cursor, { ...everything, names: false }), []);
    const cited = at('[@tun|');
    assert.deepEqual(complete(field, emptyLibrary, cited.draft, cited.cursor, { ...everything, citations: false }), []);
  });
  test('for any text: at most fifty, each replacing what stands before the cursor in its line', () => {
    const pieces = fc.constantFrom(
      '@',
      '[',
      ']',
      '{',
      '}',
      'A/RES',
      '/7',
      'Tun',
      'is ',
      'UN',
      '\n',
      '`',
      ' ',
      'oe',
      '😀',
      ';',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), fc.nat(), (parts, place) => {
        const text = parts.join('');
        const offset = text.length === 0 ? 0 : place % (text.length + 1);
        const items = complete(field, emptyLibrary, Draft.open(text), offset, everything);
        assert.ok(items.length <= mostItems);
        for (const { start, end } of items) {
          assert.ok(start <= offset && end >= offset && end <= text.length);
          assert.ok(!text.slice(start, end).includes('\n'));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('the bibliography of a draft', () => {
  const text = 'See [@A/RES/73/27; @A/AC.290/2021/CRP.2], @nobody, @fig-x and @A/RES/73/27.';
  test('each source once, under the key that the draft uses', () => {
    const { sources, others } = citedSources(field, emptyLibrary, Draft.open(text));
    assert.deepEqual(
      sources.map(({ id }) => id),
      ['A/RES/73/27', 'A/AC.290/2021/CRP.2'],
    );
    assert.deepEqual(
      others.map(({ key }) => key),
      ['nobody'],
    );
  });
  test('goes into the file that the front matter names, else into one of ours', () => {
    assert.deepEqual(bibliographyPlace(Draft.open(text)), {
      file: 'references.json',
      format: 'csl-json',
      isNamed: false,
    });
    assert.deepEqual(bibliographyPlace(Draft.open('---\nbibliography: [a.yaml, b.bib]\n---\n')), {
      file: 'b.bib',
      format: 'bibtex',
      isNamed: true,
    });
    assert.ok('fault' in bibliographyPlace(Draft.open('---\nbibliography: a.yaml\n---\n')));
  });
  test('with what the file lacks, and the line that the draft lacks', () => {
    const draft = Draft.open(text);
    const place = bibliographyPlace(draft);
    assert.ok(!('fault' in place));
    const result = writtenBibliography(
      field,
      emptyLibrary,
      draft,
      place,
      '[{"id":"nobody"},{"id":"A/RES/73/27","title":"mine"}]',
    );
    assert.ok(!('fault' in result));
    assert.deepEqual(result.added, ['A/AC.290/2021/CRP.2']);
    assert.deepEqual(result.unknown, []);
    assert.equal(result.line?.inserted, '---\nbibliography: references.json\n---\n\n');
    assert.match(result.text, /"title":"mine"/);
    assert.ok('fault' in writtenBibliography(field, emptyLibrary, draft, place, '{'));
  });
});

test('a footnote that cites: the mark at the cursor, the note at the end', () => {
  const cited = (marked: string): string | undefined => {
    const { draft, cursor, text } = at(marked);
    return footnoteCitation(field, emptyLibrary, draft, cursor, 'A/RES/73/27', 'oscola')
      ?.toReversed()
      .reduce((all, { offset, inserted }) => all.slice(0, offset) + inserted + all.slice(offset), text);
  };
  const note = 'UNGA Res 73/27 (5 December 2018) UN Doc A/RES/73/27.';
  assert.equal(cited('It began.|\n'), `It began.[^1]\n\n[^1]: ${note}\n`);
  assert.equal(cited('It began|.'), `It began[^1].\n\n[^1]: ${note}\n`);
  assert.equal(cited('A[^1] and B.|\n\n[^1]: x\n'), `A[^1] and B.[^2]\n\n[^1]: x\n[^2]: ${note}\n`);
  assert.equal(cited('|'), `[^1]\n\n[^1]: ${note}\n`);
  assert.equal(footnoteCitation(field, emptyLibrary, Draft.open('x'), 0, 'nobody', 'oscola'), undefined);
});

describe('a footnote that cites what an earlier one cites', () => {
  const note = (marked: string, style: CitationStyle = 'oscola', key = 'A/RES/73/27'): string | undefined => {
    const { draft, cursor } = at(marked);
    return footnoteCitation(field, emptyLibrary, draft, cursor, key, style)?.[1]
      .inserted.trim()
      .replace(/^\[\^\w+\]: /, '');
  };
  const full = 'UNGA Res 73/27 (5 December 2018) UN Doc A/RES/73/27.';
  test('says it in short, with the number of the first', () => {
    const earlier = `A[^a] B[^b] C.|\n\n[^b]: See the news.\n[^a]: See ${full.replace('.', ', para 5.')}\n`;
    assert.equal(note(earlier), 'UNGA Res 73/27 (n 1).');
    assert.equal(note(`X[^b] ${earlier}`), 'UNGA Res 73/27 (n 2).');
  });
  test('says ibid only right behind a note that cites nothing else', () => {
    assert.equal(note(`A[^1] B|\n\n[^1]: ${full}\n`), 'ibid.');
    assert.equal(note(`A[^1] B[^2] C|\n\n[^1]: ${full}\n[^2]: ibid para 7.\n`), 'ibid.');
    assert.equal(note(`A[^1] B|\n\n[^1]: ${full} See also another thing entirely.\n`), 'UNGA Res 73/27 (n 1).');
    assert.equal(note(`A[^1] B[^2] C|\n\n[^1]: ${full}\n[^2]: Something else.\n`), 'UNGA Res 73/27 (n 1).');
    assert.equal(note(`A[^1] B|\n\n[^1]: ${full}\n`, 'oscola5'), 'UNGA Res 73/27 (n 1).');
  });
  test('knows a note that cites by the key', () => {
    assert.equal(note('A[^1] B|\n\n[^1]: [@A/RES/73/27, para. 5]\n'), 'ibid.');
    assert.equal(note('A^[See @A/RES/73/27 and @ets-185.] B|\n'), 'UNGA Res 73/27 (n 1).');
  });
  test('says it in full where the cursor stands before that note, or the note is of another style', () => {
    assert.equal(note(`A| B[^1]\n\n[^1]: ${full}\n`), full);
    assert.equal(note('A[^1] B|\n\n[^1]: A word on UNGA Res 73/27.\n'), full);
  });
  test('in the words of each style', () => {
    const bluebook = 'G.A. Res. 73/27, ¶ 5, U.N. Doc. A/RES/73/27 (Dec. 5, 2018).';
    assert.equal(note(`A[^1] B|\n\n[^1]: ${bluebook}\n`, 'bluebook'), '*Id.*');
    assert.equal(
      note(`A[^1] B[^2] C|\n\n[^1]: ${bluebook}\n[^2]: x\n`, 'bluebook'),
      'G.A. Res. 73/27, *supra* note 1.',
    );
    assert.equal(note('A[^1] B|\n\n[^1]: Resolution 73/27, para. 5.\n', 'un'), 'Ibid.');
  });
});

describe('looking up', () => {
  test('by id, key, symbol and name in any case', () => {
    for (const [asked, id] of [
      ['oewg-1', 'oewg-1'],
      ['the Tunis Agenda', 'tunis-agenda'],
      ['tunis agenda', 'tunis-agenda'],
      ['a/ac.290/2021/crp.2', 'A/75/816'],
      ['unoewg', 'oewg-1'],
      ['oewg', 'oewg-2'],
    ] as const) {
      assert.equal(knowledge.id(lookUp(field, asked)[0] ?? -1), id, asked);
    }
    assert.deepEqual(lookUp(field, 'nothing such'), []);
  });
  test('the nearest names of a misspelt one', () => {
    assert.equal(nearestNames(field, 'Budapst Convention', 3)[0], 'Budapest Convention');
  });
});

test('explaining why nothing is recognised', () => {
  const lines = (marked: string): string => {
    const { draft, cursor } = at(marked);
    return explain(field, emptyLibrary, draft, cursor).join(' ');
  };
  assert.match(lines('```\nthe OE|WG\n```'), /in a code block/);
  assert.match(lines('the oe|wg'), /but is not recognised as it is written here/);
  assert.match(lines('the Budapst| Convention'), /Nearest to “Budapst”: .*Budapest/);
  assert.match(lines('the OE|WG'), /is recognised here: oewg-2/);
  assert.match(lines('[@nob|ody]'), /neither the draft’s bibliography nor the dataset knows/);
});

describe('text that enters Markdown', () => {
  test('cannot become markup', () => {
    assert.equal(
      escapeMarkdown('<b>*a*</b> [x](y) `c` _d_ & e'),
      '&lt;b\\>\\*a\\*&lt;/b\\> \\[x\\](y) \\`c\\` \\_d\\_ &amp; e',
    );
    assert.equal(codeSpan('a`b'), '``a`b``');
    assert.equal(link('x', 'javascript:alert(1)'), 'x');
    assert.equal(link('x', 'command:evil'), 'x');
    assert.equal(link('a]b', 'https://e.org/(x) y'), '[a\\]b](https://e.org/%28x%29%20y)');
  });
  test('whatever a draft holds, its hover holds no link or tag of the draft’s own', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const escaped = escapeMarkdown(text);
        assert.ok(!/(^|[^\\])[<[`*_]/.test(escaped.replace(/\\\\/g, '')));
        assert.ok(!/\n/.test(escaped));
      }),
    );
  });
});

test('a card says how a resolution was adopted, who a person speaks for, and where two pages disagree', () => {
  const own = openField(
    compileDataset(
      [
        {
          id: 'group',
          kind: 'mechanism',
          names: { en: { preferred: 'Group of the Tests' } },
          summary: 'A group that exists in the tests only.',
          mandate: ['A/RES/73/27'],
          people: [
            { role: 'chair', name: 'Ada Test', of: 'Norway', from: '2018', source: 'A/RES/73/27', checked: 'recalled' },
          ],
          facts: [
            {
              says: 'It has 20 members.',
              source: 'A/RES/73/27',
              checked: { seen: 'https://example.org/a' },
              disputed: { says: 'It has <25> members.', seen: 'https://example.org/b' },
            },
          ],
        },
      ],
      [
        {
          id: 'A/RES/73/27',
          type: 'report',
          genre: 'UN Doc',
          number: 'A/RES/73/27',
          title: 'Developments',
          custom: {
            vote: { for: 119, against: 46, abstaining: 14 },
            'committee-vote': 'without a vote',
            draft: 'A/C.1/73/L.27/Rev.1',
            'introduced-by': ['Russian Federation'],
          },
        },
      ],
      new Map(),
    ),
  );
  const concept = card(own, own.knowledge.conceptIndex('group'), noAddress);
  assert.match(concept, /Ada Test \(Norway\), chair, from 2018/);
  assert.match(
    concept,
    /It has 20 members\. .*\*\*disputed:\*\* It has &lt;25\\> members\. \(\[another page\]\(https:\/\/example\.org\/b\)\)/,
  );
  const source = card(own, own.knowledge.sourceIndex('A/RES/73/27'), noAddress);
  assert.match(source, /\*\*Vote:\*\* 119 for, 46 against, 14 abstaining/);
  assert.match(source, /\*\*Vote in the committee:\*\* adopted without a vote/);
  assert.match(source, /\*\*Draft:\*\* A\/C\.1\/73\/L\.27\/Rev\.1/);
  assert.match(source, /\*\*Introduced by:\*\* Russian Federation/);
});

test('every record has a card without gaps', () => {
  for (let record = 0; record < knowledge.conceptCount + knowledge.sourceCount; record++) {
    const text = card(field, record, noAddress);
    assert.match(text, /^# \S/);
    assert.doesNotMatch(text, /undefined|null|NaN|\[object/);
  }
});
