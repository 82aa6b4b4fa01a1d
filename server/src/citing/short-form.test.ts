/** Sources cited again, after the guides that `short-form.ts` names. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CitableItem } from '../knowledge/record.ts';
import { sampleItems } from './sample-items.ts';
import { sampleSources } from './sample-sources.ts';
import { type CitationStyle, citationStyles, formatReference, formatSubsequent } from './style.ts';

type Expected = Record<Exclude<CitationStyle, 'oscola5'>, string> & { oscola5?: string };

/** The item, its pinpoint, and what note 40 says of it after note 12 gave it in full. */
const later: [name: string, item: CitableItem, locator: string, expected: Expected][] = [
  [
    'a resolution',
    sampleSources.assemblyResolution,
    'para. 5',
    {
      oscola: 'UNGA Res 73/27 (n 12) para 5',
      bluebook: 'G.A. Res. 73/27, *supra* note 12, ¶ 5',
      chicago: 'UN General Assembly, Resolution 73/27, para. 5.',
      un: 'Resolution 73/27, para. 5.',
      apa: '(United Nations General Assembly, 2018, para. 5)',
    },
  ],
  [
    'a resolution of the Security Council',
    sampleSources.councilResolution,
    'OP3',
    {
      oscola: 'UNSC Res 2341 (n 12) para 3',
      bluebook: 'S.C. Res. 2341, *supra* note 12, ¶ 3',
      chicago: 'UN Security Council, Resolution 2341, para. 3.',
      un: 'Security Council resolution 2341 (2017), para. 3.',
      apa: '(United Nations Security Council, 2017, para. 3)',
    },
  ],
  [
    'a declaration',
    sampleSources.declaration,
    'art. 19',
    {
      oscola: 'UDHR (n 12) art 19',
      bluebook: 'UDHR, *supra* note 12, art. 19',
      chicago: 'UN General Assembly, Resolution 217 A (III), art. 19.',
      un: 'Resolution 217 A (III), art. 19.',
      apa: '(United Nations General Assembly, 1948, art. 19)',
    },
  ],
  [
    'a report with a symbol',
    sampleSources.expertsReport,
    'para. 71 (b)',
    {
      oscola: 'UN Doc A/76/135 (n 12) para 71(b)',
      bluebook: 'U.N. Doc. A/76/135, *supra* note 12, ¶ 71(b)',
      chicago: 'UN General Assembly, *Report of the Group of Governmental Experts*, A/76/135, para. 71(b).',
      un: 'A/76/135, para. 71 (b).',
      apa: '(United Nations General Assembly, 2021, para. 71(b))',
    },
  ],
  [
    'a report by a person',
    sampleSources.rapporteursReport,
    'paras. 5-7',
    {
      oscola: 'La Rue (n 12) paras 5–7',
      bluebook: 'La Rue, *supra* note 12, ¶¶ 5–7',
      chicago: 'La Rue, *Report of the Special Rapporteur*, A/HRC/17/27, paras. 5–7.',
      un: 'A/HRC/17/27, paras. 5–7.',
      apa: '(La Rue, 2011, paras. 5–7)',
    },
  ],
  [
    'a treaty with a short title',
    sampleSources.treaty,
    'art. 32',
    {
      oscola: 'Budapest Convention, art 32',
      bluebook: 'Budapest Convention, *supra* note 12, art. 32',
      chicago: 'Convention on Cybercrime, art. 32.',
      un: 'United Nations, *Treaty Series*, vol. 2296, No. 40916, art. 32.',
      apa: '(Convention on Cybercrime, 2001, art. 32)',
    },
  ],
  [
    'the Charter',
    sampleSources.charter,
    'art. 2(4)',
    {
      oscola: 'UN Charter, art 2(4)',
      bluebook: 'U.N. Charter art. 2, ¶ 4',
      chicago: 'Charter of the United Nations, art. 2(4).',
      un: 'Charter of the United Nations, Article 2 (4).',
      apa: '(U.N. Charter art. 2, para. 4)',
    },
  ],
  [
    'an advisory opinion',
    sampleSources.advisoryOpinion,
    'para. 88',
    {
      oscola: '*Legal Consequences of the Construction of a Wall* (n 12) para 88',
      oscola5: '*Legal Consequences of the Construction of a Wall* (n 12) \\[88\\]',
      bluebook: '*Legal Consequences of the Construction of a Wall*, 2004 I.C.J. 136, ¶ 88',
      chicago: '*Legal Consequences of the Construction of a Wall*, para. 88.',
      un: '*Legal Consequences of the Construction of a Wall*, para. 88.',
      apa: '(*Legal Consequences of the Construction of a Wall in the Occupied Palestinian Territory*, 2004, para. 88)',
    },
  ],
  [
    'a case of a national court',
    sampleItems.nationalCase,
    'paras. 34, 39',
    {
      oscola: '*Corr* (n 12) \\[34\\], \\[39\\]',
      bluebook: '*Corr*, \\[2008\\] UKHL 13, ¶¶ 34, 39',
      chicago: '*Corr*, paras. 34, 39.',
      un: '*Corr*, paras. 34, 39.',
      apa: '(*Corr v. IBC Vehicles Ltd.*, 2008, paras. 34, 39)',
    },
  ],
  [
    'an American case',
    sampleItems.americanCase,
    'p. 1652',
    {
      oscola: '*Van Buren* (n 12) 1652',
      bluebook: '*Van Buren*, 141 S. Ct. at 1652',
      chicago: '*Van Buren*, 1652.',
      un: '*Van Buren*, p. 1652.',
      apa: '(*Van Buren v. United States*, 2021, p. 1652)',
    },
  ],
  [
    'a book',
    sampleSources.book,
    '110',
    {
      oscola: 'Segal (n 12) 110',
      bluebook: 'Segal, *supra* note 12, at 110',
      chicago: 'Segal, *Hacked World Order*, 110.',
      un: 'Segal, *Hacked World Order*, p. 110.',
      apa: '(Segal, 2016, p. 110)',
    },
  ],
  [
    'an article by three',
    sampleSources.journalArticle,
    'pp. 135-136',
    {
      oscola: 'Maurer, Qu and Wang (n 12) 135–36',
      bluebook: 'Maurer et al., *supra* note 12, at 135–36',
      chicago: 'Maurer, Qu, and Wang, "Emergence of \'Cyber\' Norms," 135–36.',
      un: 'Maurer, Qu and Wang, "Emergence of \'cyber\' norms", pp. 135–136.',
      apa: '(Maurer et al., 2017, pp. 135–136)',
    },
  ],
  [
    'an act of the Union',
    sampleSources.legislation,
    'art. 5',
    {
      oscola: 'Regulation (EU) 2024/1689, art 5',
      bluebook: 'Regulation (EU) 2024/1689, *supra* note 12, art. 5',
      chicago: 'Regulation (EU) 2024/1689, art. 5.',
      un: 'Regulation (EU) 2024/1689, art. 5.',
      apa: '(Regulation (EU) 2024/1689, art. 5)',
    },
  ],
  [
    'a section of a code',
    sampleItems.codifiedAct,
    '§ 1030(e)',
    {
      oscola: 'Computer Fraud and Abuse Act of 1986, s 1030(e)',
      bluebook: '18 U.S.C. § 1030(e)',
      chicago: 'Computer Fraud and Abuse Act of 1986, sec. 1030(e).',
      un: 'Computer Fraud and Abuse Act of 1986, sect. 1030 (e).',
      apa: '(Computer Fraud and Abuse Act of 1986, Section 1030(e))',
    },
  ],
  [
    'a page that nobody signed',
    sampleItems.unsignedEntry,
    '',
    {
      oscola: "'Cyberspace' (n 12)",
      bluebook: '*Cyberspace*, *supra* note 12',
      chicago: '"Cyberspace."',
      un: '"Cyberspace".',
      apa: '("Cyberspace", n.d.)',
    },
  ],
  [
    'a letter',
    sampleItems.letter,
    '',
    {
      oscola: 'Letter from Brown (n 12)',
      bluebook: 'Letter from Brown, *supra* note 12',
      chicago: 'Brown, letter.',
      un: 'Brown, letter.',
      apa: '(G\\. Brown, personal communication, November 20, 2009)',
    },
  ],
];

for (const [name, item, locator, expected] of later) {
  describe(`${name}, again`, () => {
    for (const style of citationStyles) {
      test(style, () => {
        assert.equal(
          formatSubsequent(item, style, { locator, markup: 'markdown', firstNote: 12 }),
          expected[style] ?? expected.oscola,
        );
      });
    }
  });
}

describe('right after a note that cites it alone', () => {
  const again = (item: CitableItem, style: CitationStyle, locator = ''): string =>
    formatSubsequent(item, style, { locator, markup: 'markdown', firstNote: 12, isPrevious: true });
  test('OSCOLA: ibid in small letters, which the fifth edition gave up (1.2.1, 1.2.3)', () => {
    assert.equal(again(sampleSources.book, 'oscola', '271-278'), 'ibid 271–78');
    assert.equal(again(sampleSources.assemblyResolution, 'oscola', 'para. 5'), 'ibid para 5');
    assert.equal(again(sampleSources.book, 'oscola5', '271-278'), 'Segal (n 12) 271–78');
  });
  test('Bluebook: Id., with `at` only before pages (rule 4.1)', () => {
    assert.equal(again(sampleSources.book, 'bluebook'), '*Id.*');
    assert.equal(again(sampleSources.book, 'bluebook', '100'), '*Id.* at 100');
    assert.equal(again(sampleSources.treaty, 'bluebook', 'art. 32'), '*Id.* art. 32');
    assert.equal(again(sampleSources.charter, 'bluebook', 'art. 51'), 'U.N. Charter art. 51');
  });
  test('United Nations: Ibid.', () => {
    assert.equal(again(sampleSources.assemblyResolution, 'un', 'para. 5'), 'Ibid., para. 5.');
    assert.equal(again(sampleSources.book, 'un'), 'Ibid.');
  });
  test('Chicago: no ibid. (14.34)', () => {
    assert.equal(again(sampleSources.book, 'chicago', '18'), 'Segal, *Hacked World Order*, 18.');
  });
});

test('two works of one author are told apart by title (OSCOLA 1.2.1, Bluebook 15.10)', () => {
  const options = { locator: '73', markup: 'markdown', firstNote: 27, needsTitle: true } as const;
  assert.equal(formatSubsequent(sampleSources.book, 'oscola', options), 'Segal, *Hacked World Order* (n 27) 73');
  assert.equal(
    formatSubsequent(sampleSources.blogPost, 'oscola', options),
    "Segal, 'UN's Group of Governmental Experts' (n 27) 73",
  );
  assert.equal(
    formatSubsequent(sampleSources.book, 'bluebook', options),
    'Segal, *Hacked World Order*, *supra* note 27, at 73',
  );
});

test('without the number of a note, name and title have to do', () => {
  assert.equal(formatSubsequent(sampleSources.book, 'oscola', { locator: '73' }), 'Segal, Hacked World Order, 73');
  assert.equal(formatSubsequent(sampleSources.book, 'bluebook', { locator: '73' }), 'Segal, Hacked World Order, at 73');
  assert.equal(formatSubsequent(sampleSources.treaty, 'oscola', { locator: 'art 32' }), 'Budapest Convention, art 32');
  assert.equal(
    formatSubsequent(sampleSources.treaty, 'bluebook', { locator: 'art 32' }),
    'Budapest Convention, art. 32',
  );
});

test('Bluebook introduces the short title by which it will be cited (rule 4.2(b))', () => {
  const options = { introducesShortTitle: true };
  assert.equal(
    formatReference(sampleSources.treaty, 'bluebook', options),
    'Convention on Cybercrime, Nov. 23, 2001, E.T.S. No. 185, 2296 U.N.T.S. 167 [hereinafter Budapest Convention]',
  );
  for (const source of [sampleSources.book, sampleSources.treatyInNoSeries])
    assert.equal(formatReference(source, 'bluebook', options), formatReference(source, 'bluebook'));
});
