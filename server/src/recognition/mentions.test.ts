import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readMarkedText } from '../../../test/support/marked-text.ts';
import { smallField } from '../../../test/support/small-field.ts';
import { Draft } from '../draft/draft.ts';
import { headCount } from './heads.ts';
import { foldedWords } from './names.ts';

const field = smallField();
const { knowledge, recogniser } = field;

const idOf = (record: number, symbol: string | undefined): string =>
  record < 0 ? `? ${symbol}` : knowledge.id(record);

function found(text: string): { start: number; end: number; label: string }[] {
  return recogniser
    .mentions(Draft.open(text))
    .map(({ start, end, record, symbol }) => ({ start, end, label: idOf(record, symbol) }));
}

/** Checks that a text has exactly the mentions that its lines of carets mark. */
function check(marked: string): void {
  const { text, ranges } = readMarkedText(marked);
  assert.deepEqual(found(text), ranges, text);
}

/** Checks the words that are recognised, for texts whose mentions run over lines. */
function checkWords(text: string, ...expected: [string, string][]): void {
  const list = found(text).map(({ start, end, label }) => [text.slice(start, end), label]);
  assert.deepEqual(list, expected, text);
}

/** The places where terms stand that a text defines for something of the field. */
const definedIn = (text: string): string[] =>
  recogniser
    .mentions(Draft.open(text))
    .filter(({ via }) => via === 'definition')
    .map(({ start, end }) => text.slice(start, end));

describe('names in prose', () => {
  test('several words, plural, possessive, hyphens and dashes', () => {
    check(`
The Groups of Governmental Experts on Information Security and the UN's reports.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ un-gge
                                                                   ^^ united-nations`);
    check(`
Both GGEs, the UN GGE’s work, and a UN-mandated body.
     ^^^^ un-gge
               ^^^^^^ un-gge
                                    ^^ united-nations`);
    check(`
The Open ended working group 2019-2021 met.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ oewg-1`);
  });

  test('what a name owns is another name, unless a year says what it is', () => {
    check(`
The UN's Convention on Cybercrime, the UN Convention on Cybercrime.
    ^^ united-nations
         ^^^^^^^^^^^^^^^^^^^^^^^^ budapest-convention
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ budapest-convention`);
    check(`
The OEWG's 2021 report.
    ^^^^^^^^^^^^^^^^^^ oewg-report`);
  });

  test('a general term within the title of something that is not known is no name', () => {
    check(`
The Helsinki Convention on Digital Divide; on the digital divide; The Digital Divide.
                                                  ^^^^^^^^^^^^^^ digital-divide
                                                                      ^^^^^^^^^^^^^^ digital-divide`);
  });

  test('a longer name that lacks its company hides no shorter one that has its own', () => {
    check(`
The Budapest Convention and the Convention Committee Panels.
    ^^^^^^^^^^^^^^^^^^^ budapest-convention
                                ^^^^^^^^^^^^^^^^^^^^ t-cy`);
    check(`
The Panel on Certain Weapons and the Convention Committee Panels.
    ^^^^^^^^^^^^^^^^^^^^^^^^ weapons-panel
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ panels-committee`);
  });

  test('a name in company that goes on to say what it is on is that of another thing', () => {
    check(`
The Budapest Convention and the Convention Committee on Salt; the Convention Committee on Cybercrime.
    ^^^^^^^^^^^^^^^^^^^ budapest-convention
                                                                  ^^^^^^^^^^^^^^^^^^^^ t-cy`);
  });

  test('the square brackets of who quotes part no name', () => {
    check(`
The Group of [Governmental Experts] on Information Security; [the UN].
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ un-gge
                                                                  ^^ united-nations`);
  });

  test('a label of machines is no name', () => {
    check(`
Tags: group-of-governmental-experts, and the Group-of-Governmental-Experts.
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ un-gge`);
  });

  test('one acronym alone in a long draft is of another field', () => {
    const race = 'The swimmers of the CCW came first again, and that was that. ';
    checkWords(race, ['CCW', 'ccw']);
    checkWords(race.repeat(30));
    assert.equal(recogniser.mentionAt(Draft.open(race.repeat(30)), race.indexOf('CCW') + 1), undefined);
    assert.equal(found(`${race.repeat(30)}The UN.`).length, 31);
  });

  test('the United Nations in the midst of a name', () => {
    check(`
The Group of UN Governmental Experts on Information Security, the Group of UN officials.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ un-gge
                                                                           ^^ united-nations`);
  });

  test('an organization before a part of it', () => {
    check(`
The UN Group of Governmental Experts and UN General Assembly.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ un-gge
                                         ^^^^^^^^^^^^^^^^^^^ general-assembly`);
  });

  test('a name that is a place’s, too, does not count where prose speaks of places', () => {
    check(`
The Budapest Convention: parties to Budapest, as Budapest says; in Budapest, Budapest, Hungary, the Budapest Process.
    ^^^^^^^^^^^^^^^^^^^ budapest-convention
                                    ^^^^^^^^ budapest-convention
                                                 ^^^^^^^^ budapest-convention`);
    check(`
Budapest, as always, is fine.`);
  });

  test('an acronym with the number of a session', () => {
    check(`
At UNGA80, UNGA802, XUNGA80 and UNGA80x.
   ^^^^^^ general-assembly`);
    check(`
At PP22, PP23 and XPP22.
   ^^^^ pp-2022`);
  });

  test('the longest name wins, and names do not overlap', () => {
    check(`
The Budapest Cybercrime Convention Committee
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ budapest-convention`);
  });

  test('acronyms are matched as written', () => {
    check(`
The oewg, the Un and the UN.
                         ^^ united-nations`);
    check(`
The laws of war, the LAWS debate, THE LAWS OF WAR.
                     ^^^^ laws`);
    check(`
The U.N. and the u.n. today.
    ^^^^ united-nations`);
  });

  test('what an acronym is joined with may be another name', () => {
    check(`
The UN-I and UN-2 peptides, UN-II; a UN-led and a UN-style body.
                                     ^^ united-nations
                                                  ^^ united-nations`);
  });

  test('names whose accents are left out', () => {
    check(`
La Resolution 101 de la Conférence, la RÉSOLUTION 102 de la Conference et la résolution 101 de la conférencê.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolution-101
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolution-102
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resolution-101`);
  });

  test('a State that is named tells whose law is meant, and is no mention', () => {
    check(`
The Privacy Act of Chile. The Chilean Privacy Act is older than Kenya's Privacy Act.
    ^^^^^^^^^^^ chile-privacy-act
                                      ^^^^^^^^^^^ chile-privacy-act
                                                                        ^^^^^^^^^^^ kenya-privacy-act`);
    check(`
The Secret Council of Chile, chile, the chileno.
    ^^^^^^^^^^^^^^ chile-privacy-act`);
    check(`
The Secret Council of Kenya.`);
    check(`
Chile has agreed with the Secret Council of Kenya.`);
  });

  test('acronyms that French and Spanish papers write as words, in their prose only', () => {
    check(`
La Cnuced et l’Onu ont publié un rapport sur le commerce avec les États, et la CNUCED le dit.
   ^^^^^^ trade-conference
                                                                               ^^^^^^ trade-conference`);
    check(`
The Cnuced and the Care of the house, and what the people of the town say. The CARE says so.
                                                                               ^^^^ trade-conference`);
  });

  test('signs of numbers, and brackets of full width', () => {
    const written = [
      'Law 24-2019',
      'law no 24-2019',
      'Law N.º 24-2019',
      'Law n°24-2019',
      'law №24-2019',
      'Law Núm. 24-2019',
    ];
    checkWords(
      `${written.join(', ')}; there is no 24-2019 law, and the Privacy（Kenya）Act.`,
      ...[...written, 'Privacy（Kenya）Act'].map((words): [string, string] => [words, 'kenya-privacy-act']),
    );
  });

  test('acronyms of French and Spanish do not count in English prose', () => {
    check(`
The ONU is what others write of the body in this sentence.`);
    check(`
L’ONU a pris note du rapport sur les travaux du groupe.
  ^^^ united-nations`);
    check(`
ONU
^^^ united-nations`);
  });

  test('names of two words keep their capitals', () => {
    check(`
The general assembly of the firm; the General Assembly; the digital divide; The Digital Divide.
                                      ^^^^^^^^^^^^^^^^ general-assembly
                                                            ^^^^^^^^^^^^^^ digital-divide
                                                                                ^^^^^^^^^^^^^^ digital-divide`);
  });

  test('British and American spelling are one', () => {
    for (const [one, other] of [
      ['Organisation for Programmes on Behaviour', 'Organization for Programs on Behavior'],
      ['Defence Centre of recognised Labour', 'Defense Center of recognized Labor'],
      ['Behavioural Licences', 'Behavioral License'],
    ] as const)
      assert.deepEqual(foldedWords(one), foldedWords(other));
    assert.notDeepEqual(foldedWords('four more'), foldedWords('for more'));
  });

  test('but for the words behind a first one that is a name by itself', () => {
    check(`
The Budapest convention, the budapest Convention and the general Assembly.
    ^^^^^^^^^^^^^^^^^^^ budapest-convention`);
  });

  test('broken by lines, emphasis, soft hyphens and other spaces', () => {
    checkWords('the Budapest\nConvention', ['Budapest\nConvention', 'budapest-convention']);
    checkWords('the Budapest\r\nConvention', ['Budapest\r\nConvention', 'budapest-convention']);
    checkWords('> the Budapest\n> Convention', ['Budapest\n> Convention', 'budapest-convention']);
    checkWords('the **Budapest** Convention', ['Budapest** Convention', 'budapest-convention']);
    checkWords('the B*uda*pest Convention', ['B*uda*pest Convention', 'budapest-convention']);
    checkWords('the Buda\u00adpest\u00a0Convention', ['Buda\u00adpest\u00a0Convention', 'budapest-convention']);
    checkWords('the Budapest&nbsp;Convention', ['Budapest&nbsp;Convention', 'budapest-convention']);
    checkWords('- the Budapest\n  Convention', ['Budapest\n  Convention', 'budapest-convention']);
  });

  test('in headings, tables, footnotes, link text, alt text and front matter', () => {
    checkWords('# The OEWG\n\nThe Tunis Agenda\n===', ['OEWG', 'oewg-2'], ['Tunis Agenda', 'tunis-agenda']);
    checkWords('| a | b |\n|---|---|\n| Tunis | Agenda |\n| Tunis Agenda | x |', ['Tunis Agenda', 'tunis-agenda']);
    checkWords('x[^1]\n\n[^1]: The Tunis Agenda.\n', ['Tunis Agenda', 'tunis-agenda']);
    checkWords(
      '[the Tunis Agenda](http://x.org/UN) ![UN](UN.png)',
      ['Tunis Agenda', 'tunis-agenda'],
      ['UN', 'united-nations'],
    );
    checkWords('---\ntitle: The UN\nauthor: UN Women\n---\n', ['UN', 'united-nations']);
  });

  test('behind a word, the number of a note that has lost its raising', () => {
    checkWords(
      'the Tunis Agenda1 and the Tunis Agenda12, too',
      ['Tunis Agenda', 'tunis-agenda'],
      ['Tunis Agenda', 'tunis-agenda'],
    );
    // Longer numbers, and letters behind them, belong to the word.
    assert.deepEqual(found('the Tunis Agenda2005 and the Tunis Agenda2go'), []);
  });

  test('with character references, which a range takes in whole', () => {
    checkWords(
      'The Tunis&nbsp;Agenda and Acts &amp; Council &#38; Co&eacute;; Budapest&#x20;Convention.',
      ['Tunis&nbsp;Agenda', 'tunis-agenda'],
      ['Acts &amp; Council &#38; Co&eacute;', 'acts-and-council'],
      ['Budapest&#x20;Convention', 'budapest-convention'],
    );
    checkWords(
      '<p>Acts &amp; Council & Coé, and & UN &nosuch; OEWG.</p>',
      ['Acts &amp; Council & Coé', 'acts-and-council'],
      ['UN', 'united-nations'],
      ['OEWG', 'oewg-2'],
    );
    checkWords('Acts & Council & Coe\u0301.', ['Acts & Council & Coe\u0301', 'acts-and-council']);
    checkWords('Acts and Council &amp; Coé.', ['Acts and Council &amp; Coé', 'acts-and-council']);
    checkWords('Research &amp; Growth (R&amp;G) is fine; R&amp;G.');
  });

  test('never in code, addresses, comments, tags, math, keys and attributes', () => {
    for (const text of [
      '`UN`',
      '```\nUN\n```',
      '    UN',
      '<!-- UN -->',
      '<a href="UN">x</a>',
      '<https://example.org/UN>',
      'https://example.org/UN',
      'see (www.example.org/UN).',
      'write to info@UN.example.org',
      'a_b@UN.org',
      'example.org.UN UN.org',
      '$UN$',
      '[@UN]',
      '@{UN}',
      '[x]{.UN}',
      '[x][UN]',
      '[UN]: http://x.org',
      '[^UN]',
      '<script>\nUN\n</script>',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  test('words in angle brackets that are no tag are prose', () => {
    check(`
See <Tunis Agenda> there.
     ^^^^^^^^^^^^ tunis-agenda`);
  });

  test('titles of works hold other names', () => {
    check(`
The Rules of the Road under the United Nations
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ shared
                                ^^^^^^^^^^^^^^ united-nations`);
  });

  test('other scripts, and text outside the basic plane before a name', () => {
    checkWords('联合国的作用', ['联合国', 'united-nations']);
    checkWords(
      '😀 L’ONU et l’Organisation des Nations Unies',
      ['ONU', 'united-nations'],
      ['Organisation des Nations Unies', 'united-nations'],
    );
    checkWords('Роль Организации; Организация Объединённых Наций', [
      'Организация Объединённых Наций',
      'united-nations',
    ]);
    checkWords('دور الأمم المتحدة', ['الأمم المتحدة', 'united-nations']);
    checkWords('the Ｕ\uff2e', ['Ｕ\uff2e', 'united-nations']);
  });

  test('Russian in all its cases', () => {
    for (const form of [
      'Организация Объединённых Наций',
      'Организации Объединенных Наций',
      'Организацией Объединенных Наций',
      'ОРГАНИЗАЦИЮ ОБЪЕДИНЁННЫХ НАЦИЙ',
    ])
      checkWords(`В рамках ${form} это решено.`, [form, 'united-nations']);
    checkWords('Объединённых наций много.');
  });

  test('Arabic with its particles and spellings', () => {
    check(`
وقررت الأمم المتحدة ذلك.
      ^^^^^^^^^^^^^ united-nations`);
    checkWords('بالأمم المتحدة', ['الأمم المتحدة', 'united-nations']);
    checkWords('والأمم المتحدة', ['الأمم المتحدة', 'united-nations']);
    checkWords('وبالامم المتحدة', ['الامم المتحدة', 'united-nations']);
    checkWords('للأمم المتحدة', ['للأمم المتحدة', 'united-nations']);
    checkWords(
      'كـالأمم المتحدة وَالأُمم المتحدة',
      ['الأمم المتحدة', 'united-nations'],
      ['الأُمم المتحدة', 'united-nations'],
    );
    checkWords('الأُمَمُ المُتَّحِدَة', ['الأُمَمُ المُتَّحِدَة', 'united-nations']);
  });

  test('Chinese in simplified and traditional characters, with book-title marks', () => {
    checkWords('《联合国》和聯合國', ['联合国', 'united-nations'], ['聯合國', 'united-nations']);
  });

  test('names of other things are left alone, with what they hold', () => {
    checkWords('the OAS General Assembly and UN Women');
    checkWords('the General Assembly and UN women', ['General Assembly', 'general-assembly'], ['UN', 'united-nations']);
  });

  test('misnomers are recognised as such', () => {
    const [mention] = recogniser.mentions(Draft.open('the UNOEWG'));
    assert.equal(mention?.via, 'misnomer');
    assert.equal(knowledge.id(mention.record), 'oewg-1');
  });
});

describe('which one is meant', () => {
  const first = (text: string, words: string): string => {
    const draft = Draft.open(text);
    const mention = recogniser.mentions(draft).find(({ start, end }) => text.slice(start, end) === words);
    assert.ok(mention, `${words} in: ${text}`);
    assert.equal(mention.candidates[0], mention.record);
    return knowledge.id(mention.record);
  };

  test('without evidence the dataset’s order decides, and all candidates are given', () => {
    const [mention] = recogniser.mentions(Draft.open('The OEWG met.'));
    assert.deepEqual(
      mention?.candidates.map((record) => knowledge.id(record)),
      ['oewg-2', 'oewg-1'],
    );
  });
  test('a head at the beginning of a draft is the only such thing that the draft names', () => {
    checkWords(
      'The Panel met. Later the Panel on Certain Weapons agreed.',
      ['Panel', 'weapons-panel'],
      ['Panel on Certain Weapons', 'weapons-panel'],
    );
  });
  test('a head of what is linked with something named, if nothing with that head is', () => {
    checkWords(
      'The Panel on Certain Weapons read the Convention.',
      ['Panel on Certain Weapons', 'weapons-panel'],
      ['Convention', 'ccw'],
    );
  });
  test('dates near the name', () => {
    assert.equal(first('In September 2019 the OEWG met.', 'OEWG'), 'oewg-1');
    assert.equal(first('In 2024 the OEWG met.', 'OEWG'), 'oewg-2');
    // Its own year goes before what was spoken of last.
    assert.equal(first('The first OEWG met. It was long.\n\nThe OEWG of 2024 was longer.', 'OEWG'), 'oewg-2');
    assert.equal(first('The first OEWG met.\n\nLe OEWG (2024) agreed.', 'OEWG'), 'oewg-2');
  });
  test('the full name before it', () => {
    assert.equal(
      first(
        'The Group of Governmental Experts on Lethal Autonomous Weapons Systems (GGE) met.\n\nThe GGE agreed.',
        'GGE',
      ),
      'gge-on-laws',
    );
  });
  test('its company', () => {
    assert.equal(first('Under the CCW, the GGE met.', 'GGE'), 'gge-on-laws');
    assert.equal(first('The GGE met.', 'GGE'), 'un-gge');
  });
  test('the documents that are named or cited beside it', () => {
    assert.equal(first('By resolution 73/27 the OEWG was convened.', 'OEWG'), 'oewg-1');
    assert.equal(first('The OEWG reported [@A/75/816].', 'OEWG'), 'oewg-1');
    assert.equal(first('The OEWG reported [@A/75/816]. A second OEWG followed.', 'OEWG'), 'oewg-1');
  });
  test('what was named before counts more than what comes after', () => {
    assert.equal(first('The first OEWG met. The OEWG agreed. A second OEWG followed.', 'OEWG'), 'oewg-1');
    assert.equal(first('The second OEWG met. The OEWG agreed. The first OEWG was shorter.', 'OEWG'), 'oewg-2');
  });
  test('a general name counts only near its subject', () => {
    checkWords('The Convention Committee met.');
    checkWords(
      'The Budapest Convention has a Convention Committee.',
      ['Budapest Convention', 'budapest-convention'],
      ['Convention Committee', 't-cy'],
    );
    checkWords('The GGE.\n\nA.\n\nB.\n\nAn expert group.', ['GGE', 'un-gge'], ['expert group', 'un-gge']);
    checkWords('The UN GGE.\n\nA.\n\nB.\n\nC.\n\nAn expert group.', ['UN GGE', 'un-gge']);
  });
  test('a proper one of several words in all of a draft on its subject', () => {
    checkWords(
      'The Budapest Convention.\n\nA.\n\nB.\n\nC.\n\nThe Convention Committee.',
      ['Budapest Convention', 'budapest-convention'],
      ['Convention Committee', 't-cy'],
    );
  });
});

describe('names that count only in company', () => {
  test('do not hide what stands alone', () => {
    // `Convention Committee` counts near the Budapest Convention only; the longer name around it always does.
    checkWords('the Cybercrime Convention Committee', ['Cybercrime Convention Committee', 't-cy']);
    checkWords(
      'an expert group; the UN expert group',
      ['expert group', 'un-gge'],
      ['UN', 'united-nations'],
      ['expert group', 'un-gge'],
    );
    checkWords('The UN Committee of the Parties met.', ['UN', 'united-nations']);
    checkWords(
      'The UN Committee of the Parties to the Budapest Convention',
      ['UN Committee of the Parties', 't-cy'],
      ['Budapest Convention', 'budapest-convention'],
    );
    checkWords('The OEWG report. The OEWG too.', ['OEWG report', 'oewg-report'], ['OEWG', 'oewg-2']);
  });
  test('of a draft on the field', () => {
    checkWords('The Assembly Hall of our club.');
    checkWords('The Assembly Hall of the UN.', ['Assembly Hall', 'general-assembly'], ['UN', 'united-nations']);
  });
});

describe('which one is meant, again', () => {
  const bearer = (text: string, words: string): string => {
    const mention = recogniser
      .mentions(Draft.open(text))
      .findLast(({ start, end }) => text.slice(start, end) === words);
    assert.ok(mention, `${words} in: ${text}`);
    return knowledge.id(mention.record);
  };
  test('months', () => {
    assert.equal(bearer('In July 2020 the OEWG met.', 'OEWG'), 'oewg-1');
    assert.equal(bearer('It missed its date of March 2021; the OEWG was late.', 'OEWG'), 'oewg-1');
    assert.equal(bearer('In December 2021 the OEWG met.', 'OEWG'), 'oewg-2');
    for (const march of ['en mars 2021', 'en marzo de 2021', 'в марте 2021 года', '2021年3月', 'في مارس 2021'])
      assert.equal(bearer(`OEWG, ${march}.`, 'OEWG'), 'oewg-1', march);
  });
  test('in brackets behind a name', () => {
    assert.equal(bearer('In 2019 came the second OEWG (OEWG).', 'OEWG'), 'oewg-2');
  });
  test('in brackets behind a name whose first words have those initials', () => {
    checkWords(
      'The Tunis Agenda for the Information Society (TuA) stands. So does the TuA, (RoR).',
      ['Tunis Agenda for the Information Society', 'tunis-agenda'],
      ['TuA', 'tunis-agenda'],
      ['TuA', 'tunis-agenda'],
    );
  });
  test('a symbol that is called a resolution and lacks a part', () => {
    checkWords('The resolution A/73/27 and A/73/27.', ['A/73/27', 'A/RES/73/27'], ['A/73/27', '? A/73/27']);
  });
  test('years do not speak for what the draft does not name', () => {
    assert.equal(
      bearer('The Group of Governmental Experts on Information Security met. In 2026 the GGE was history.', 'GGE'),
      'un-gge',
    );
  });
});

describe('names that share words', () => {
  test('before the name that is written out', () => {
    check(`
The first and second OEWGs met.
    ^^^^^ oewg-1
              ^^^^^^^^^^^^ oewg-2`);
    checkWords('first and second thoughts on the OEWG', ['OEWG', 'oewg-2']);
  });
  test('behind it', () => {
    check(`
The Tunis Agenda and Commitment; the United Nations and Convention on Cybercrime.
    ^^^^^^^^^^^^ tunis-agenda
                     ^^^^^^^^^^ tunis-commitment
                                     ^^^^^^^^^^^^^^ united-nations
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^ budapest-convention`);
  });
  test('by their years', () => {
    checkWords(
      'RPF 2019 and 2022; RPF 2022, 2024.',
      ['RPF 2019', 'rope-forum-2019'],
      ['2022', 'rope-forum-2022'],
      ['RPF 2022', 'rope-forum-2022'],
    );
    checkWords('2019年和2022年绳索论坛', ['2019年', 'rope-forum-2019'], ['2022年绳索论坛', 'rope-forum-2022']);
    checkWords(
      'RPF 2019 and 2022–2023; 2018年和2022年绳索论坛',
      ['RPF 2019', 'rope-forum-2019'],
      ['2022年绳索论坛', 'rope-forum-2022'],
    );
  });
});

describe('places within a document', () => {
  const pinned = (text: string): (string | undefined)[][] =>
    recogniser
      .mentions(Draft.open(text))
      .map(({ start, end, record, pinpoint }) => [text.slice(start, end), knowledge.id(record), pinpoint]);
  test('before and behind the name', () => {
    for (const text of [
      'paragraph 72 of the Tunis Agenda',
      'para. 72 Tunis Agenda',
      'Tunis Agenda, para 72',
      'Tunis Agenda (paragraph 72)',
      'paragraph 72 of the **Tunis Agenda**',
    ]) {
      const [mention, ...more] = pinned(text.replace('para 72', 'para. 72'));
      assert.deepEqual(mention, ['Tunis Agenda', 'tunis-agenda', 'para. 72'], text);
      assert.deepEqual(more, []);
    }
    assert.deepEqual(pinned('Paragraph 72 is long. The Tunis Agenda was adopted.'), [
      ['Tunis Agenda', 'tunis-agenda', undefined],
    ]);
    assert.deepEqual(pinned('rule 4 and the Tunis Agenda'), [['Tunis Agenda', 'tunis-agenda', undefined]]);
  });
  test('that are things of their own', () => {
    for (const text of [
      'Article 32 of the Budapest Convention',
      'Art. 32 Budapest Convention',
      'Budapest Convention, art. 32',
      'article 32 of the *Budapest Convention*',
    ]) {
      const list = pinned(`See ${text}, and more.`);
      assert.equal(list.length, 1, text);
      assert.deepEqual(list[0]!.slice(1), ['budapest-article-32', undefined], text);
      assert.equal(list[0]![0]!.replace(/\*$/, ''), text.replace(/\*$/, ''));
    }
    assert.equal(pinned('Article 35 of the Budapest Convention')[0]![1], 'budapest-convention');
  });
});

describe('what bore a name before', () => {
  const far = '\n\nWords.'.repeat(6);
  test('bears it on, far from what it goes with', () => {
    checkWords(
      `Under the CCW, the PXW met.${far}\n\nThe PXW met.`,
      ['CCW', 'ccw'],
      ['PXW', 'weapons-panel'],
      ['PXW', 'weapons-panel'],
    );
    checkWords(`Under the CCW.${far}\n\nThe PXW met.`, ['CCW', 'ccw'], ['PXW', 'paper-works']);
  });
});

describe('a series and its members', () => {
  test('a member that was named is what goes on under the series’ acronym', () => {
    checkWords(
      'The UN GGE met. The GGE left. The fifth GGE met, and the GGE failed.',
      ['UN GGE', 'un-gge'],
      ['GGE', 'un-gge'],
      ['fifth GGE', 'gge-five'],
      ['GGE', 'gge-five'],
    );
  });
  test('also where the draft defines the acronym as that of the series', () => {
    checkWords(
      'The Group of Governmental Experts on Information Security (GGE) met. The GGE left. The fifth GGE met, and the GGE failed.',
      ['Group of Governmental Experts on Information Security', 'un-gge'],
      ['GGE', 'un-gge'],
      ['GGE', 'un-gge'],
      ['fifth GGE', 'gge-five'],
      ['GGE', 'gge-five'],
    );
  });
});

describe('heads of names that go on for what was named in full', () => {
  test('the last thing with such a head is meant', () => {
    check(`
The Cybercrime Convention Committee met. The Committee's report pleased this Committee, and the new Committee.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ t-cy
                                             ^^^^^^^^^ t-cy
                                                                             ^^^^^^^^^ t-cy
                                                                                                    ^^^^^^^^^ t-cy`);
    check(`
The Tunis Commitment and the General Assembly: the Assembly decides.
    ^^^^^^^^^^^^^^^^ tunis-commitment
                             ^^^^^^^^^^^^^^^^ general-assembly
                                                   ^^^^^^^^ general-assembly`);
  });

  test('a name that is not known comes between', () => {
    check(`
The General Assembly, the French Assembly: the Assembly decides.
    ^^^^^^^^^^^^^^^^ general-assembly`);
    check(`
The General Assembly, the Assembly of Saints, the Assembly decides.
    ^^^^^^^^^^^^^^^^ general-assembly`);
  });

  test('a head before another word says whose thing that is', () => {
    check(`
The General Assembly calls Assembly Resolution AB old: the Assembly decides.
    ^^^^^^^^^^^^^^^^ general-assembly
                                                           ^^^^^^^^ general-assembly`);
    check(`
The General Assembly, la Assembly Generale: the Assembly decides.
    ^^^^^^^^^^^^^^^^ general-assembly`);
  });

  test('without a determiner, in small letters, in the plural or of nothing that is named it is a word', () => {
    check(`
The General Assembly, the assembly, an Assembly, both Assemblies, THE ASSEMBLY.
    ^^^^^^^^^^^^^^^^ general-assembly`);
    checkWords('The Assembly met.');
  });

  test('a number of a head fits into a byte', () => {
    assert.ok(headCount < 256, `${headCount} heads`);
  });

  test('heads of two words', () => {
    check(`
The Advisory Committee on Cables met. The Advisory Committee left, and so did the Foo Committee.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cable-committee
                                          ^^^^^^^^^^^^^^^^^^ cable-committee`);
    check(`
The Advisory Committee on Cables and the Advisory Committee on Foo: the Advisory Committee left.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cable-committee`);
    check(`
The Cybercrime Convention Committee met before the Advisory Committee.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ t-cy`);
  });

  test('what is called by them alone is the one that was named, unless it is any or several', () => {
    check(`
The Special Rapporteur on Privacy spoke. The Special Rapporteur left; a Special Rapporteur, the Special Rapporteurs.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ rapporteur-on-privacy
                                             ^^^^^^^^^^^^^^^^^^ rapporteur-on-privacy
                                                                        ^^^^^^^^^^^^^^^^^^ special-rapporteur
                                                                                                ^^^^^^^^^^^^^^^^^^^ special-rapporteur`);
  });

  test('one of which the text goes on to say which is another', () => {
    checkWords(
      'The Special Rapporteur on Privacy spoke. The Special Rapporteur on Foo left before the Special Rapporteur of the UN on Bar.',
      ['Special Rapporteur on Privacy', 'rapporteur-on-privacy'],
      ['Special Rapporteur', 'special-rapporteur'],
      ['Special Rapporteur', 'special-rapporteur'],
      ['UN', 'united-nations'],
    );
  });

  test('in Arabic with its article, without an attribute, shortly behind the name', () => {
    const name: [string, string] = ['لجنة الكابلات البحرية', 'cable-committee'];
    checkWords('لجنة الكابلات البحرية اجتمعت. وأقرت اللجنة تقريرا.', name, ['اللجنة', 'cable-committee']);
    checkWords('لجنة الكابلات البحرية. اللجنة الاقتصادية، اللجنة التي أقرت، لجنة أخرى.', name);
    checkWords('لجنة الكابلات البحرية. واجتمعت لجنة الشاي. وأقرت اللجنة تقريرا.', name);
    checkWords('وأقرت اللجنة تقريرا. لجنة الكابلات البحرية اجتمعت.', name);
  });

  test('in Chinese where they stand alone, shortly behind the name', () => {
    const name: [string, string] = ['海底电缆委员会', 'cable-committee'];
    checkWords(
      '海底电缆委员会开会。委员会决定，该委员会认为，由委员会提出。',
      name,
      ['委员会', 'cable-committee'],
      ['委员会', 'cable-committee'],
      ['委员会', 'cable-committee'],
    );
    // Of another body, before the name, in a longer word, of another kind.
    checkWords('海底电缆委员会开会。茶叶委员会开会。委员会决定。', name);
    checkWords('委员会决定。海底电缆委员会开会，委员会制很好，工作组决定。', name);
    const convention: [string, string] = ['网络犯罪公约', 'budapest-convention'];
    checkWords('网络犯罪公约生效。该公约规定，一项公约、制定公约和公约国。', convention, [
      '公约',
      'budapest-convention',
    ]);
  });

  test('in Russian behind an adjective at the head of a sentence; a name goes on in small letters', () => {
    checkWords(
      'Конвенция о проводах 2001. Действующая Конвенция важна. Конвенция о принципах чая. Конвенция важна.',
      ['Конвенция о проводах', 'wire-convention'],
      ['Конвенция', 'wire-convention'],
    );
    checkWords('Конвенция о проводах. La Convention sur la pêche et la Convention.', [
      'Конвенция о проводах',
      'wire-convention',
    ]);
  });

  test('a term that the draft defines goes before', () => {
    check(`
An oil treaty (the “Convention”): the Convention on Cybercrime is not the Convention.
                                      ^^^^^^^^^^^^^^^^^^^^^^^^ budapest-convention`);
  });
});

describe('articles that are named without their document', () => {
  test('belong to the one that was named before', () => {
    checkWords(
      'The Budapest Convention was drawn up. Under Article 32, and by art. 32 again, data may be had.\n\nArticle 32 is disputed.',
      ['Budapest Convention', 'budapest-convention'],
      ['Article 32', 'budapest-article-32'],
      ['art. 32', 'budapest-article-32'],
      ['Article 32', 'budapest-article-32'],
    );
  });
  test('and what is a part of them', () => {
    checkWords('Article 32(b) of the Budapest Convention.', [
      'Article 32(b) of the Budapest Convention',
      'budapest-article-32',
    ]);
  });
  test('in a list', () => {
    checkWords(
      'Articles 30 and 32 of the Budapest Convention; then Articles 31, 32 and 33 in turn.',
      ['Articles 30', 'budapest-convention'],
      ['32 of the Budapest Convention', 'budapest-article-32'],
      ['Articles 31', 'budapest-convention'],
      ['32', 'budapest-article-32'],
      ['33', 'budapest-convention'],
    );
    checkWords(
      'Articles 32 and 33 of the Budapest Convention.',
      ['Articles 32', 'budapest-article-32'],
      ['Budapest Convention', 'budapest-convention'],
    );
  });
  test('but not where nothing was named, where another follows, or long after', () => {
    checkWords('Article 32 is disputed.');
    for (const other of ['Article 32 TFEU', 'Article 32 of the Regulation', 'GDPR, Article 32'])
      checkWords(`The Budapest Convention and ${other}.`, ['Budapest Convention', 'budapest-convention']);
    checkWords(`The Budapest Convention.\n\n${'Words and more of them.\n\n'.repeat(300)}Article 32.`, [
      'Budapest Convention',
      'budapest-convention',
    ]);
  });
});

describe('one of a series', () => {
  test('by its number before the head of the series', () => {
    checkWords(
      'The Group of Governmental Experts met. The fifth Group failed; the third Group did not.',
      ['Group of Governmental Experts', 'un-gge'],
      ['fifth Group', 'gge-five'],
    );
  });
  test('a session is that of the body whose it is said to be', () => {
    checkWords(
      'The first OEWG met. The Panel on Certain Weapons’s first session; the first OEWG’s first session.',
      ['first OEWG', 'oewg-1'],
      ['Panel on Certain Weapons', 'weapons-panel'],
      ['first session', 'panel-session-22'],
      ['first OEWG', 'oewg-1'],
      ['first session', 'oewg-session'],
    );
  });
  test('several of them are the series, also where one was defined', () => {
    checkWords(
      'The fifth GGE (the “GGE”) met. Six GGEs have met.',
      ['fifth GGE', 'gge-five'],
      ['GGE', 'gge-five'],
      ['GGEs', 'un-gge'],
    );
  });
});

describe('names that share all but their numbers', () => {
  test('places of a list before their document, with paragraphs, and where each counts in company only', () => {
    checkWords(
      'Articles 37(2) and 36 of the Convention on Cybercrime. Articles 37(2) and 36 of the Pact.',
      ['Articles 37(2)', 'budapest-article-37-2'],
      ['36 of the Convention on Cybercrime', 'budapest-article-36'],
      ['Articles 37(2)', 'budapest-article-37-2'],
      ['36 of the Pact', 'budapest-article-36'],
    );
    checkWords('Articles 31 and 36 of the Pact.');
    checkWords(
      'The Budapest Convention: under Article 37.2 one may.',
      ['Budapest Convention', 'budapest-convention'],
      ['Article 37.2', 'budapest-article-37-2'],
    );
  });
  test('each number of a list is a name of its own', () => {
    checkWords(
      'PP Resolutions 101, 103 and 102; PP Resolutions 102 (Rev. Bucharest, 2022) and 101 (Rev. Dubai).',
      ['PP Resolutions 101', 'resolution-101'],
      ['102', 'resolution-102'],
      ['PP Resolutions 102 (Rev. Bucharest, 2022)', 'resolution-102'],
      ['101', 'resolution-101'],
    );
    checkWords(
      'Les résolutions 101 et 102 de la Conférence.',
      ['résolutions 101', 'resolution-101'],
      ['102 de la Conférence', 'resolution-102'],
    );
  });
  test('that counts only in company where the first does', () => {
    checkWords('Resolutions 101 and 102.');
    checkWords(
      'The CCW and Resolutions 101 and 102.',
      ['CCW', 'ccw'],
      ['Resolutions 101', 'resolution-101'],
      ['102', 'resolution-102'],
    );
  });
  test('one thing before a number that counts others is one', () => {
    checkWords(
      'PP Resolution 101, 102 people; PP Resolutions 101, 102% and 1021.',
      ['PP Resolution 101', 'resolution-101'],
      ['PP Resolutions 101', 'resolution-101'],
    );
  });
});

describe('ordinals in digits', () => {
  test('are the same as in words', () => {
    checkWords(
      'The 5th GGE, the 1st OEWG and the 6th GGE; the 5th Budapest Convention.',
      ['5th GGE', 'gge-five'],
      ['1st OEWG', 'oewg-1'],
      ['GGE', 'gge-five'],
      ['Budapest Convention', 'budapest-convention'],
    );
    // Where the whole counts only in company, its part stands for itself.
    checkWords(
      'The 22nd session and the 3rd yearly report, of the 22nd Budapest Convention.',
      ['3rd yearly report', 'yearly-report-2024'],
      ['Budapest Convention', 'budapest-convention'],
    );
    checkWords(
      'The third and final yearly report, the 3rd and last yearly report, and the third and other reports.',
      ['third and final yearly report', 'yearly-report-2024'],
      ['3rd and last yearly report', 'yearly-report-2024'],
    );
  });
});

describe('documents of one series', () => {
  test('are told apart by the date when they came, though they hold since', () => {
    const reports = 'The CCW is known. The yearly report';
    checkWords(`${reports} of July 2022 came.`, ['CCW', 'ccw'], ['yearly report', 'yearly-report-2022']);
    checkWords(`${reports} of July 2024 came.`, ['CCW', 'ccw'], ['yearly report', 'yearly-report-2024']);
    checkWords(`${reports} (2024) came, not that of 2022.`, ['CCW', 'ccw'], ['yearly report', 'yearly-report-2024']);
  });
});

describe('targets of the goals', () => {
  test('are what the number says, or what that is a part of', () => {
    checkWords(
      'SDG 9.c, SDG 9.c.1 and SDG 8.2; targets 9.c and 8.2; Target 9.c of the Goals; SDG 7.1, target 6.1.',
      ['SDG 9.c', 'target-9-c'],
      ['SDG 9.c.1', 'target-9-c'],
      ['SDG 8.2', 'goal-8'],
      ['targets 9.c', 'target-9-c'],
      ['8.2', 'goal-8'],
      ['Target 9.c of the Goals', 'target-9-c'],
      ['SDG', 'goals'],
    );
  });
  test('not of some plan', () => {
    checkWords('The UN has a plan. It has target 8.2 and met indicator 8.3.', ['UN', 'united-nations']);
    checkWords('Growth of SDG 8.2 %.', ['SDG 8', 'goal-8']);
  });
});

describe('an organization with its abbreviation before a part of it', () => {
  test('is one name with it', () => {
    checkWords(
      'The United Nations (UN) General Assembly met; the UN and United Nations (UN) Women; the United Nations (UN). General Assembly.',
      ['United Nations (UN) General Assembly', 'general-assembly'],
      ['UN', 'united-nations'],
      ['United Nations', 'united-nations'],
      ['UN', 'united-nations'],
      ['United Nations', 'united-nations'],
      ['UN', 'united-nations'],
      ['General Assembly', 'general-assembly'],
    );
    checkWords(
      'The Convention on Certain Conventional Weapons (CCW) General Assembly.',
      ['Convention on Certain Conventional Weapons', 'ccw'],
      ['CCW', 'ccw'],
      ['General Assembly', 'general-assembly'],
    );
    checkWords('The Budapest (BCC) Cybercrime Convention.', [
      'Budapest (BCC) Cybercrime Convention',
      'budapest-convention',
    ]);
  });
});

describe('places without a concept of their own, named without their document', () => {
  /** The words that are recognised after a first sentence, each with what is meant and the place in it. */
  const places = (text: string): [string, string, string | undefined][] =>
    recogniser
      .mentions(Draft.open(text))
      .slice(1)
      .map(({ start, end, record, symbol, pinpoint }) => [text.slice(start, end), idOf(record, symbol), pinpoint]);
  const treaty = 'The Budapest Convention was drawn up.';
  const agenda = 'Paragraph 69 of the Tunis Agenda is short.';

  test('an article is the treaty’s that was named last, with the pinpoint kept', () => {
    assert.deepEqual(
      places(`${treaty} As outlined in Article 8(1), it is.\n\nArticle 9 says so; under article 10, too.`),
      [
        ['Article 8(1)', 'budapest-convention', 'art. 8(1)'],
        ['Article 9', 'budapest-convention', 'art. 9'],
        ['article 10', 'budapest-convention', 'art. 10'],
      ],
    );
    assert.deepEqual(places(`${treaty} Also, Articles 11, 13 and 16 to 19 say so.`), [
      ['Articles 11', 'budapest-convention', 'art. 11'],
      ['13', 'budapest-convention', 'art. 13'],
      ['16 to 19', 'budapest-convention', 'arts. 16–19'],
    ]);
  });

  test('in six languages', () => {
    for (const [sentence, words] of [
      ['Согласно статье 5, это так.', 'статье 5'],
      ['C’est ce que dit l’article 5.', 'article 5'],
      ['Según el artículo 5, es así.', 'artículo 5'],
      ['因此第五条规定如下。', '第五条'],
      ['وفق المادة 5 كذلك.', 'المادة 5'],
    ] as const)
      assert.deepEqual(places(`${treaty} ${sentence}`), [[words, 'budapest-convention', 'art. 5']], sentence);
  });

  test('a paragraph is of the document of which one was named, or that stands in the same sentence', () => {
    assert.deepEqual(places(`${agenda}\n\nAccording to Paragraph 70, it is. Paragraph 71 goes on.`), [
      ['Paragraph 70', 'tunis-agenda', 'para. 70'],
      ['Paragraph 71', 'tunis-agenda', 'para. 71'],
    ]);
    assert.deepEqual(places('The Tunis Agenda says so in paragraph 70.'), [
      ['paragraph 70', 'tunis-agenda', 'para. 70'],
    ]);
    assert.deepEqual(places('The Tunis Agenda is long. It goes on in paragraph 70.'), []);
  });

  test('a list behind the name of its document', () => {
    assert.deepEqual(
      places('So it is. The UN. Budapest Convention arts. 4, 32 and 49–54; the Tunis Agenda.').slice(0, 4),
      [
        ['Budapest Convention', 'budapest-convention', 'art. 4'],
        ['32', 'budapest-article-32', undefined],
        ['49–54', 'budapest-convention', 'arts. 49–54'],
        ['Tunis Agenda', 'tunis-agenda', undefined],
      ],
    );
    assert.deepEqual(places('The UN. So say Article 18 and Article 32 of the Budapest Convention.').slice(0, 2), [
      ['Article 18', 'budapest-convention', 'art. 18'],
      ['Article 32 of the Budapest Convention', 'budapest-article-32', undefined],
    ]);
    assert.deepEqual(places('The UN. Budapest Convention Article 18 and Article 19 say so.'), [
      ['Budapest Convention', 'budapest-convention', 'art. 18'],
      ['Article 19', 'budapest-convention', 'art. 19'],
    ]);
  });

  test('of what is called so', () => {
    assert.deepEqual(places(`${treaty} The Tunis Agenda is another. As article 8 of the convention says.`), [
      ['Tunis Agenda', 'tunis-agenda', undefined],
      ['article 8', 'budapest-convention', 'art. 8'],
    ]);
    assert.deepEqual(places(`${agenda} See para. 8 of the report, and para. 9 of the agenda of the day.`), []);
  });

  test('but not where the words refer to something else', () => {
    for (const other of [
      'See paragraph 3 below.',
      'So says paragraph 3 of this paper.',
      'Article 5 of the Act says so.',
      'Under Section 3, it is.',
      'In draft article 5, it is.',
      'Smith, art. 5, says so.',
      'Ibid art 5.',
      'Smith (2017) article 5.',
      '\n\n## Article 5',
      '\n\nArticle 5. Definitions',
      '\n\n| One | Two |\n|---|---|\n| Article 5 | x |',
      '其次是第五条线索。',
    ])
      assert.deepEqual(places(`${treaty} ${other}`), [], other);
    assert.deepEqual(places(`${agenda} Under Article 5, it is.`), []);
    assert.deepEqual(places(`${treaty} By article 5, paragraph 2, it is; so paragraph 3 says.`), [
      ['article 5, paragraph 2', 'budapest-convention', 'art. 5(2)'],
    ]);
  });

  test('nor where a law or a document that is not known was named since, or long after', () => {
    for (const between of [
      'The Data Act 2019 came.',
      'Then the Constitution.',
      'The Salt Convention came.',
      'Закон принят.',
    ])
      assert.deepEqual(places(`${treaty} ${between}\n\nUnder Article 5, it is.`), [], between);
    assert.deepEqual(places(`${treaty}\n\n${'Words and more of them.\n\n'.repeat(150)}Under Article 5, it is.`), []);
    assert.deepEqual(places(`${agenda} Resolution A/RES/99/999 came.\n\nUnder paragraph 5, it is.`), [
      ['A/RES/99/999', '? A/RES/99/999', undefined],
    ]);
  });
});

describe('sessions with what they are of', () => {
  test('are one name, in whatever words the parent is written', () => {
    checkWords(
      'The first session of the Open-ended Working Group 2019–2021 met, then the first session of the OEWG; the first session of the CCW.',
      ['first session of the Open-ended Working Group 2019–2021', 'oewg-session'],
      ['first session of the OEWG', 'oewg-session'],
      // The OEWG's is meant by `first session` alone, but not where another body follows.
      ['first session of the CCW', 'ccw'],
    );
  });
  test('of another body that has one of that number', () => {
    checkWords(
      'The UN met; the twenty-second session of the CCW, then the twenty-second session; the twenty-second session of the GGE.',
      ['UN', 'united-nations'],
      ['twenty-second session of the CCW', 'ccw-session-22'],
      ['twenty-second session', 'panel-session-22'],
      ['twenty-second session of the GGE', 'gge-on-laws'],
    );
  });
  test('of a body that has none of its own are the body’s', () => {
    checkWords(
      'The 52nd session of the United Nations, the UN’s 1196th meeting, the Weapons Panel; the 41st UN session; two sessions of the UN.',
      ['52nd session of the United Nations', 'united-nations'],
      ['UN’s 1196th meeting', 'united-nations'],
      ['41st UN session', 'united-nations'],
      ['UN', 'united-nations'],
    );
    checkWords(
      'The CCW’s thirty-second session; the thirty-first session of the CCW.',
      ['CCW’s thirty-second session', 'ccw'],
      ['thirty-first session of the CCW', 'ccw'],
    );
    checkWords('联合国第二十七届会议通过了。', ['联合国第二十七届会议', 'united-nations']);
    checkWords('На пятой сессии Организации Объединённых Наций.', [
      'пятой сессии Организации Объединённых Наций',
      'united-nations',
    ]);
  });
  test('with the ordinal before a session in general', () => {
    checkWords('At the 71st session of the General Assembly.', [
      '71st session of the General Assembly',
      'assembly-session',
    ]);
    checkWords(
      'The seventy-third session of the UN General Assembly, a session of the General Assembly; la 71e session de l’Assemblée.',
      ['seventy-third session of the UN General Assembly', 'assembly-session'],
      ['session of the General Assembly', 'assembly-session'],
      ['71e session de l’Assemblée', 'assembly-session'],
    );
    checkWords('联合国和第78届联合国大会。', ['联合国', 'united-nations'], ['第78届联合国大会', 'assembly-session']);
  });
});

test('Chinese words for “and” are one, and a name does not end within a word', () => {
  const name = (written: string): [string, string] => [written, 'paper-works'];
  checkWords(
    '北方纸张和印刷部、北方纸张及印刷部、北方紙張與印刷部。',
    name('北方纸张和印刷部'),
    name('北方纸张及印刷部'),
    name('北方紙張與印刷部'),
  );
  checkWords('北方纸张与印刷部门，北方纸张印刷部。');
});

test('a Russian name of one word is not that of what goes on to say what it is on', () => {
  const committee = (written: string): [string, string] => [written, 'cable-committee'];
  checkWords(
    'Кабельный комитет собрался. Комитет принял доклад.',
    committee('Кабельный комитет'),
    committee('Комитет'),
  );
  checkWords('Кабельный комитет собрался. Комитет по правам рыб принял доклад.', committee('Кабельный комитет'));
});

test('a name that a record has with and without a capital counts without it', () => {
  checkWords(
    'The Wire Convention and the wire Convention; the Brass Summit, not the brass Summit.',
    ['Wire Convention', 'wire-convention'],
    ['wire Convention', 'wire-convention'],
    ['Brass Summit', 'brass-summit-2021'],
  );
});

test('an ordinal of several words is no other one', () => {
  checkWords(
    'The first yearly report and the third yearly report.',
    ['first yearly report', 'yearly-report-2022'],
    ['third yearly report', 'yearly-report-2024'],
  );
  checkWords('The twenty-first yearly report, the seventy-third yearly report.');
});

test('an event is not that of another year', () => {
  const summit: [string, string] = ['Brass Summit', 'brass-summit-2021'];
  checkWords('The 2018 Brass Summit, the Brass Summit (2024) and the Brass Summit in July 2014.');
  checkWords(
    'The Brass Summit of 2021, the 2021 Brass Summit, the Brass Summit; in 2018 the Brass Summit.',
    summit,
    summit,
    summit,
    summit,
  );
});

test('a resolution by its abbreviated number, in company', () => {
  checkWords(
    'The CCW adopted Res 101 and Res. 102, not Res 103.',
    ['CCW', 'ccw'],
    ['Res 101', 'resolution-101'],
    ['Res. 102', 'resolution-102'],
  );
  checkWords('It adopted Res 101.');
});

describe('numbers of other organizations’ documents', () => {
  test('stand for the document, known or not, and for nothing in them', () => {
    checkWords(
      'The CCW and RFC 8446, Directive (EU) 2022/2555 and CM/Rec (2018) 2; the UN and 41 C/Resolution 15.',
      ['CCW', 'ccw'],
      ['RFC 8446', '? RFC 8446'],
      ['Directive (EU) 2022/2555', '? Directive (EU) 2022/2555'],
      ['CM/Rec (2018) 2', '? CM/Rec(2018)2'],
      ['UN', 'united-nations'],
      ['41 C/Resolution 15', '? 41 C/Resolution 15'],
    );
  });
  test('of a conference that another’s record has the number of', () => {
    checkWords(
      'PP Resolution 101 and Resolution 101 (Rev. Bucharest, 2022), but Resolution 101 (New Delhi, 2024) and Resolution 101 (Paris, 2024).',
      ['PP Resolution 101', 'resolution-101'],
      ['Resolution 101 (Rev. Bucharest, 2022)', 'resolution-101'],
      ['Resolution 101 (New Delhi, 2024)', '? Resolution 101 (New Delhi, 2024)'],
      // There was no such conference.
      ['Resolution 101', 'resolution-101'],
    );
  });
});

describe('names with their abbreviation inside', () => {
  test('are one name', () => {
    checkWords(
      'The Group of Governmental Experts (GGE) on Information Security met; the Group of Governmental Experts (GGE) in 2015.',
      ['Group of Governmental Experts (GGE) on Information Security', 'un-gge'],
      ['Group of Governmental Experts', 'un-gge'],
      ['GGE', 'un-gge'],
    );
  });
});

describe('terms that the draft defines', () => {
  test('of the field, by quotation marks or in so many words', () => {
    check(`
The Convention on Cybercrime (hereinafter “the Convention”) is open. The Convention's reach grew.
    ^^^^^^^^^^^^^^^^^^^^^^^^ budapest-convention
                                               ^^^^^^^^^^ budapest-convention
                                                                         ^^^^^^^^^^ budapest-convention`);
    check(`
The GGE (the "Group") met. Each Group reports; a Contact Group, the Group of Friends and a group do not.
    ^^^ un-gge
              ^^^^^ un-gge
                                ^^^^^ un-gge`);
    check(`
La Convention on Cybercrime (ci-après « la Convention ») lie les Parties à la Convention.
   ^^^^^^^^^^^^^^^^^^^^^^^^ budapest-convention
                                           ^^^^^^^^^^ budapest-convention
                                                                              ^^^^^^^^^^ budapest-convention`);
  });

  test('as writers announce them in six languages', () => {
    const announced: [text: string, ...terms: string[]][] = [
      ['Организация Объединённых Наций (далее — Организация). Доклад Организации.', 'Организация', 'Организации'],
      ['Организация Объединённых Наций (далее также «Организация») и Организацией.', 'Организация', 'Организацией'],
      ['Организация Объединённых Наций (в дальнейшем — Организация). В Организации.', 'Организация', 'Организации'],
      ['Организация Объединённых Наций, далее — Организация, и Организация.', 'Организация', 'Организация'],
      ['Организация Объединённых Наций (далее — ООН, Форум): ООН.', 'ООН', 'Форум', 'ООН'],
      ['联合国（下文简称“总组织”）成立。总组织指出。', '总组织', '总组织'],
      ['联合国（ABC，下称总组织）成立。总组织指出。', '总组织', '总组织'],
      ['联合国（以下統稱「總組織」）成立。', '總組織'],
      ['联合国，以下简称“总组织”，成立。总组织指出。', '总组织', '总组织'],
      ['الأمم المتحدة (المشار إليها فيما بعد بـ"المنظمة") قالت. وأعلنت المنظمة.', 'المنظمة', 'المنظمة'],
      [
        'الأمم المتحدة (يشار إليها فيما يلي باسم «المنظمة») قالت. ووفقا للمنظمة وبالمنظمة.',
        'المنظمة',
        'للمنظمة',
        'المنظمة',
      ],
      ['الأمم المتحدة، المشار إليها فيما بعد بالمنظمة، قالت. منظمة أخرى.', 'المنظمة'],
      ['L’Organisation des Nations Unies (l’« Organisation ») et l’Organisation.', 'Organisation', 'Organisation'],
      [
        'L’Organisation des Nations Unies (ci-après l’ORG ou l’Organisation) : l’Organisation.',
        'ORG',
        'Organisation',
        'Organisation',
      ],
      [
        'L’Organisation des Nations Unies, ci-après l’« Organisation », et l’Organisation.',
        'Organisation',
        'Organisation',
      ],
      [
        'The United Nations (de aquí en adelante, la Organización) dice. La Organización.',
        'Organización',
        'Organización',
      ],
      ['The United Nations (en adelante "la Organización" o "UNO"): UNO.', 'Organización', 'UNO', 'UNO'],
      [
        'The United Nations, hereinafter “the Organization”, met. The Organization agreed.',
        'Organization',
        'Organization',
      ],
    ];
    for (const [text, ...terms] of announced) assert.deepEqual(definedIn(text), terms, text);
  });
  test('but not by what only says how else a thing is called, nor by what follows a comma', () => {
    checkWords('The Salt Group, known as GGE, met before the GGE.', ['GGE', 'un-gge'], ['GGE', 'un-gge']);
    checkWords('The CCW (hereinafter the Convention, Geneva) is of Geneva.', ['CCW', 'ccw'], ['Convention', 'ccw']);
  });
  test('an acronym is not cut where it begins like an announcement', () => {
    assert.deepEqual(definedIn('The Tunis Agenda for All Seas (ASTA) is ASTA.'), []);
    checkWords('The Alliance for Saving Gulls and Geese Everywhere (ASGGE): GGE is not theirs.', ['GGE', 'un-gge']);
    checkWords('The All Seas GGE (AS GGE) and the GGE.', ['GGE', 'un-gge'], ['GGE', 'un-gge'], ['GGE', 'un-gge']);
  });
  test('expressly, though what is so called has several bearers', () => {
    checkWords(
      'The first OEWG (hereinafter the Open Group) met. Another five hundred words on 2024 and 2025. The Open Group agreed.',
      ['first OEWG', 'oewg-1'],
      ['Open Group', 'oewg-1'],
      ['Open Group', 'oewg-1'],
    );
    checkWords(
      'The OEWG (hereinafter the Open Group) met. The Open Group of 2019 and the Open Group.',
      ['OEWG', 'oewg-1'],
      ['Open Group', 'oewg-1'],
      ['Open Group', 'oewg-1'],
      ['Open Group', 'oewg-1'],
    );
  });

  test('acronyms that the dataset does not have', () => {
    check(`
The Tunis Agenda for the Information Society (TAIS) was adopted. TAIS has 122 paragraphs.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tunis-agenda
                                              ^^^^ tunis-agenda
                                                                 ^^^^ tunis-agenda`);
  });

  test('of what the named one is a part of', () => {
    checkWords(
      'Article 32 of the Convention on Cybercrime (the “Budapest Convention”). The Budapest Convention binds.',
      ['Article 32 of the Convention on Cybercrime', 'budapest-article-32'],
      ['Budapest Convention', 'budapest-convention'],
      ['Budapest Convention', 'budapest-convention'],
    );
  });
  test('in the plural', () => {
    checkWords('Gut growth effects (GGE’s) rise, and GGEs fall; GGE falls.');
  });
  test('of something else', () => {
    check(`
The GGE met. Gene growth enhancers (GGE) are proteins; a GGE (Gene Growth Enhancer) acts on cells. The GGEs act.
    ^^^ un-gge`);
    check(`
The CCW (Cold Cut Wheel) turns, and the Salt Treaty (the “Tunis Agenda”) is not the CCW.
                                                          ^^^^^^^^^^^^ tunis-agenda`);
  });

  test('of what stands at the end of a name only', () => {
    checkWords('The Convention on Certain Conventional Weapons (CW). CW is a channel.', [
      'Convention on Certain Conventional Weapons',
      'ccw',
    ]);
  });

  test('is in Chinese no part of another thing that ends alike', () => {
    checkWords(
      '联合国（以下简称“总组织”）。该总组织、国际总组织、一个新的总组织、另一总组织。批准总组织。',
      ['联合国', 'united-nations'],
      ['总组织', 'united-nations'],
      ['总组织', 'united-nations'],
      ['总组织', 'united-nations'],
    );
  });

  test('goes before a general name in marks', () => {
    checkWords(
      '联合国（以下简称“公约”）和《网络犯罪公约》。《公约》',
      ['联合国', 'united-nations'],
      ['公约', 'united-nations'],
      ['网络犯罪公约', 'budapest-convention'],
      ['公约', 'united-nations'],
    );
    checkWords('《网络犯罪公约》。《公约》', ['网络犯罪公约', 'budapest-convention'], ['公约', 'budapest-convention']);
  });

  test('of another thing whose name is much like one of ours', () => {
    checkWords('The Convention on Certain Culinary Wares (CCW). The CCW agreed.');
  });

  test('a name with a slip is still the name', () => {
    checkWords('The Group of Government Experts (GGE) met. The GGE agreed.', ['GGE', 'un-gge'], ['GGE', 'un-gge']);
  });

  test('what has several bearers is not settled by an abbreviation of all of them', () => {
    checkWords(
      'The second OEWG met. The first OEWG 2019 text. The Open-ended Working Group 2019–2021 (OEWG) was first.',
      ['second OEWG', 'oewg-2'],
      ['first OEWG', 'oewg-1'],
      ['Open-ended Working Group 2019–2021', 'oewg-1'],
      ['OEWG', 'oewg-1'],
    );
  });

  test('remarks in brackets define nothing', () => {
    checkWords(
      'The United Nations (New York) and the CCW (see the UN).',
      ['United Nations', 'united-nations'],
      ['CCW', 'ccw'],
      ['UN', 'united-nations'],
    );
    checkWords(
      'China (UN) and the General Assembly (GGE).',
      ['UN', 'united-nations'],
      ['General Assembly', 'general-assembly'],
      ['GGE', 'un-gge'],
    );
  });
});

test('brackets that lead nowhere are brackets', () => {
  checkWords('the OEWG[1] and resolution 73/27[2]', ['OEWG', 'oewg-1'], ['resolution 73/27', 'A/RES/73/27']);
});

test('a place alone in a table counts where the table names its document and no other treaty', () => {
  const table = (head: string): string[] =>
    found(`The Budapest Convention.\n\n| ${head} | x |\n|---|---|\n| data | Article 32 |\n`)
      .slice(1)
      .map(({ label }) => label);
  assert.deepEqual(table('Budapest Convention'), ['budapest-convention', 'budapest-article-32']);
  assert.deepEqual(table('Budapest Convention and Wire Convention'), ['budapest-convention', 'wire-convention']);
  assert.deepEqual(table('Place'), []);
});

describe('UN symbols', () => {
  test('known and unknown, loosely written', () => {
    check(`
See A/RES/73/27, a/res/73/27 and (A/RES/99/1).
    ^^^^^^^^^^^ A/RES/73/27
                 ^^^^^^^^^^^ A/RES/73/27
                                  ^^^^^^^^^^ ? A/RES/99/1`);
    check(`
In S/RES/2341(2017), A/AC.290/2021/CRP.2 and WSIS-05/TUNIS/DOC/6(Rev.1).
   ^^^^^^^^^^^^^^^^ S/RES/2341(2017)
                     ^^^^^^^^^^^^^^^^^^^ A/75/816
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ tunis-agenda`);
  });
  test('resolutions by number', () => {
    check(`
By resolution 73/27 and General Assembly resolution 75/240, resolutions 73/27 and 73/266.
   ^^^^^^^^^^^^^^^^ A/RES/73/27
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ? A/RES/75/240
                                                                        ^^^^^ A/RES/73/27
                                                                                  ^^^^^^ A/RES/73/266`);
  });
  test('numbers alone in a table', () => {
    check(`
| Session | Adopted |
|---|---|
| 73 | 73/27 and 73/99 |
       ^^^^^ A/RES/73/27`);
  });
  test('resolutions in six languages', () => {
    for (const text of [
      'By GA Res. 73/27, UNGA resolution',
      'la résolution 73/27 de l’Assemblée générale',
      'la resolución 73/27',
      'в резолюции 73/27 Генеральной Ассамблеи',
      'وبالقرار 73/27',
      '联合国大会第73/27号决议',
      '第73/27號決議',
      'resolution No. 73/27',
    ]) {
      const list = found(text).filter(({ label }) => label === 'A/RES/73/27');
      assert.equal(list.length, 1, text);
    }
  });

  test('resolutions that are not known, in a draft that names their organ', () => {
    check(`
The UN: resolution 1612 (2005) and resolution 65/224.
    ^^ united-nations
        ^^^^^^^^^^^^^^^^^^^^^^ ? S/RES/1612(2005)
                                   ^^^^^^^^^^^^^^^^^ ? A/RES/65/224`);
    check(`
The club: resolution 1612 (2005) and resolution 65/224.`);
  });

  test('resolutions of the Security Council, and of the Assembly before 1976', () => {
    check(`
Resolution 2341 (2017), UNSC resolution 2341, Security Council resolution 1373 (2001), resolution 1373.
^^^^^^^^^^^^^^^^^^^^^^ S/RES/2341(2017)
                        ^^^^^^^^^^^^^^^^^^^^ S/RES/2341(2017)
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ? S/RES/1373(2001)`);
    check(`
GA resolution 2625 (XXV) and resolution 217 A (III); ECOSOC resolution 2006/46; Council resolution 47/16 and 2020.
^^^^^^^^^^^^^^^^^^^^^^^^ ? A/RES/2625(XXV)
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ ? E/RES/2006/46
                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^ ? A/HRC/RES/47/16`);
  });

  test('numbers that are no resolutions', () => {
    for (const text of [
      'a resolution of 24/7 support',
      'Resolution 1024 × 768',
      'high resolution 300 dpi',
      'decision 9/11',
      'His resolution 20/20',
    ])
      assert.deepEqual(found(text), [], text);
  });

  test('resolutions in a list with their dates', () => {
    checkWords(
      'resolutions 73/27 of 5 December 2018, 73/266 of 22 December 2018 and A/75/816',
      ['73/27', 'A/RES/73/27'],
      ['73/266', 'A/RES/73/266'],
      ['A/75/816', 'A/75/816'],
    );
    checkWords(
      'Two resolutions were adopted: the first, 73/27, by Russia; the second, 73/266, by others.',
      ['73/27', 'A/RES/73/27'],
      ['73/266', 'A/RES/73/266'],
    );
  });
  test('look-alikes are left alone', () => {
    for (const text of [
      'and/or',
      'A/B testing',
      'S/4HANA',
      '1/2',
      'resolution 1/2 of the committee',
      'docs.un.org/en/A/RES/73/27',
      'the ratio 73/27',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'UN',
    'OEWG',
    'the ',
    'Budapest',
    ' ',
    '\n',
    '\n\n',
    'Convention',
    '**',
    '*',
    '`',
    '```\n',
    '> ',
    '- ',
    '# ',
    '[',
    ']',
    '(',
    ')',
    '@A/RES/73/27',
    'A/RES/73/27',
    '|',
    '---\n',
    'title: ',
    '😀',
    '联合国',
    'é',
    'e\u0301',
    '<',
    '>',
    '<!--',
    '-->',
    '$',
    '{#a}',
    '\t',
    '\r\n',
    '\u00ad',
    "'s",
    '’',
    'resolution 73/27',
    'Convention on Cybercrime (the “Convention”)',
    'Gene growth enhancer (GGE)',
    ' (OEWG)',
    ' GGE ',
    'Article 32 of the ',
    ' in Article 8, ',
    'United Nations (UN) General Assembly',
    ' (UN) ',
    'first session of the OEWG',
    'the first ',
    'SDG 8.2 and 9.c',
    ' target 8.2 ',
    ' 71st ',
    'session of the General Assembly',
    'twenty-second session of the ',
    ' CCW ',
    'PP Resolutions 101 and 102',
    ', 102',
    'Paragraph 69 of the Tunis Agenda ',
    ' in paragraph 70 ',
    ' para. 3 of the agenda ',
    ' Tunis Agenda ',
    ' the Data Act ',
    '. ',
    'Budapest Convention',
    ' this Convention ',
    ' General Assembly ',
    ' the Assembly ',
    ' French Assembly ',
    '联合国 General Assembly ',
    ' UN   General Assembly ',
    ' Budapest ',
    ' 2019 ',
    'Chile',
    " Kenya's ",
    'Privacy Act',
    ' Secret Council of ',
    ' Law No. 24-2019, and ',
    '.1United Nations',
    '[^1]',
    '[^1]: ',
    '\\',
    '&nbsp;',
    '&amp;',
    '&#38;',
    'Acts &amp; Council & Co&eacute;',
    'Research &amp; Growth (R&amp;G)',
    '    ',
  );
  const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));

  test('ranges are in order, inside the text, and never split a surrogate pair', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        let last = 0;
        for (const { start, end } of found(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = start;
          assert.ok(
            !/^[\udc00-\udfff]/.test(text.slice(start, end)) && !/[\ud800-\udbff]$/.test(text.slice(start, end)),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test('after edits the same mentions are found as in a fresh reading', () => {
    // Long enough that a question about one place leaves the rest unread.
    const long = fc
      .constantFrom('The UN and the OEWG. ', 'word ', '- UN\n', '> UN\n\n', 'UN\n\n')
      .map((piece) => piece.repeat(Math.ceil(3000 / piece.length)));
    const edits = fc.array(fc.record({ at: fc.nat(), remove: fc.nat({ max: 30 }), insert: fc.oneof(pieces, texts) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: texts }, { weight: 1, arbitrary: long }), {
          minLength: 1,
          maxLength: 8,
        }),
        edits,
        (paragraphs, changes) => {
          let text = paragraphs.join('\n\n');
          let draft = Draft.open(text);
          for (const { at, remove, insert } of changes) {
            const from = text.length === 0 ? 0 : at % (text.length + 1);
            const to = Math.min(text.length, from + remove);
            text = text.slice(0, from) + insert + text.slice(to);
            draft = draft.edited(text, [{ from, to, inserted: insert.length }]);
            // A question about one place works out a part of the structure only; what follows must build on it rightly.
            if (at % 2 === 0) recogniser.mentionAt(draft, from);
            if (at % 5 === 0) recogniser.mentionAt(draft, 0);
            if (at % 3 !== 0) continue;
            assert.deepEqual(recogniser.mentions(draft), recogniser.mentions(Draft.open(text)), JSON.stringify(text));
          }
          assert.deepEqual(recogniser.mentions(draft), recogniser.mentions(Draft.open(text)), JSON.stringify(text));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a single place has the mention that the whole draft has there', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, place) => {
        const offset = text.length === 0 ? 0 : place % text.length;
        const all = recogniser.mentions(Draft.open(text)).filter(({ start, end }) => start <= offset && offset < end);
        const innermost = all.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
        const one = recogniser.mentionAt(Draft.open(text), offset);
        if (innermost !== undefined) assert.deepEqual(one, innermost);
        else assert.ok(one === undefined || one.end === offset);
      }),
      { numRuns: 500 },
    );
  });

  test('the language that the front matter says counts for all blocks, from the edit on that says it', () => {
    const body = 'GGE\n\nUNOEWG';
    const before = Draft.open(`---\nlang: en\n---\n\n${body}`);
    recogniser.mentions(before);
    const text = before.text.replace('lang: en', 'lang: fr');
    const after = before.edited(text, [{ from: 10, to: 12, inserted: 2 }]);
    assert.equal(after.language, 'fr');
    assert.deepEqual(recogniser.mentions(after), recogniser.mentions(Draft.open(text)));
    const kept = new Set(recogniser.blockMentions(before));
    assert.ok(recogniser.blockMentions(after).every((mentions) => mentions.length === 0 || !kept.has(mentions)));
  });

  test('an edit leaves the blocks that it does not touch as they were', () => {
    const paragraph = 'The OEWG met in 2019 under the United Nations, and the Budapest Convention was named. ';
    const text = Array.from({ length: 400 }, (_, i) => `${paragraph.repeat(3)}${i}`).join('\n\n');
    const before = Draft.open(text);
    const kept = new Set(before.blocks.map(({ tree }) => tree));
    const at = Math.floor(text.length / 2);
    const after = before.edited(`${text.slice(0, at)}x${text.slice(at)}`, [{ from: at, to: at, inserted: 1 }]);
    const reused = after.blocks.filter(({ tree }) => kept.has(tree)).length;
    assert.ok(reused >= 395, `${reused} of 400 blocks kept`);
    const judged = new Set(recogniser.blockMentions(before));
    const same = recogniser.blockMentions(after).filter((mentions) => judged.has(mentions)).length;
    assert.ok(same >= 390, `${same} of 400 blocks not judged again`);
  });

  test('so do many edits all over a draft between two questions', () => {
    let text = Array.from({ length: 400 }, (_, i) => `The OEWG met in 2019, and so on: ${i}`).join('\n\n');
    let draft = Draft.open(text);
    const kept = new Set(draft.blocks.map(({ tree }) => tree));
    for (const share of [0.5, 0.9, 0.1, 0.6, 0.3, 0.8, 0.2, 0.7, 0.4]) {
      const at = Math.floor(text.length * share);
      text = `${text.slice(0, at)}x${text.slice(at)}`;
      draft = draft.edited(text, [{ from: at, to: at, inserted: 1 }]);
      recogniser.mentionAt(draft, at);
    }
    const reused = draft.blocks.filter(({ tree }) => kept.has(tree)).length;
    assert.ok(reused >= 380, `${reused} of 400 blocks kept`);
  });
});
