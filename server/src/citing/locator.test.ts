import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatReference } from './style.ts';

const report = { id: 'A/70/174', type: 'report', genre: 'UN Doc', number: 'A/70/174', title: 'Report' };

/** Each writing and what OSCOLA, Bluebook, Chicago, the United Nations and APA make of it. */
const locators: [written: string, oscola: string, bluebook: string, chicago: string, un: string, apa: string][] = [
  ['para. 71', 'para 71', '¶ 71', 'para. 71', 'para. 71', 'para. 71'],
  ['para 71', 'para 71', '¶ 71', 'para. 71', 'para. 71', 'para. 71'],
  ['¶ 71', 'para 71', '¶ 71', 'para. 71', 'para. 71', 'para. 71'],
  ['¶71', 'para 71', '¶ 71', 'para. 71', 'para. 71', 'para. 71'],
  ['Paragraph 71', 'para 71', '¶ 71', 'para. 71', 'para. 71', 'para. 71'],
  ['[71]', 'para 71', '¶ 71', 'para. 71', 'para. 71', 'para. 71'],
  ['at para. 71', 'para 71', '¶ 71', 'para. 71', 'para. 71', 'para. 71'],
  ['paras. 5-7', 'paras 5–7', '¶¶ 5–7', 'paras. 5–7', 'paras. 5–7', 'paras. 5–7'],
  ['para. 5–7', 'paras 5–7', '¶¶ 5–7', 'paras. 5–7', 'paras. 5–7', 'paras. 5–7'],
  [
    'paras. 5, 7 and 9',
    'paras 5, 7 and 9',
    '¶¶ 5, 7 and 9',
    'paras. 5, 7 and 9',
    'paras. 5, 7 and 9',
    'paras. 5, 7 and 9',
  ],
  ['paras 5', 'para 5', '¶ 5', 'para. 5', 'para. 5', 'para. 5'],
  ['para. 13 (a)-(c)', 'para 13(a)–(c)', '¶ 13(a)–(c)', 'para. 13(a)–(c)', 'para. 13 (a)–(c)', 'para. 13(a)–(c)'],
  ['p. 3', '3', 'at 3', '3', 'p. 3', 'p. 3'],
  ['pp. 33–35', '33–35', 'at 33–35', '33–35', 'pp. 33–35', 'pp. 33–35'],
  ['pp 33--35', '33–35', 'at 33–35', '33–35', 'pp. 33–35', 'pp. 33–35'],
  ['33', '33', 'at 33', '33', 'p. 33', 'p. 33'],
  ['xii-xiv', 'xii–xiv', 'at xii–xiv', 'xii–xiv', 'pp. xii–xiv', 'pp. xii–xiv'],
  ['art. 2(4)', 'art 2(4)', 'art. 2(4)', 'art. 2(4)', 'art. 2 (4)', 'art. 2(4)'],
  ['Articles 2 & 4', 'arts 2 and 4', 'arts. 2 and 4', 'arts. 2 and 4', 'arts. 2 and 4', 'arts. 2 and 4'],
  ['art. 2, para. 4', 'art 2, para 4', 'art. 2, ¶ 4', 'art. 2, para. 4', 'art. 2, para. 4', 'art. 2, para. 4'],
  ['norm 13 (f)', 'norm 13(f)', 'norm 13(f)', 'norm 13(f)', 'norm 13 (f)', 'norm 13(f)'],
  ['§ 5', 's 5', '§ 5', 'sec. 5', 'sect. 5', 'Section 5'],
  ['§§ 5-6', 'ss 5–6', '§§ 5–6', 'secs. 5–6', 'sects. 5–6', 'Sections 5–6'],
  ['sect. V', 's V', '§ V', 'sec. V', 'sect. V', 'Section V'],
  ['chap. IV', 'ch IV', 'ch. IV', 'chap. IV', 'chap. IV', 'Chapter IV'],
  ['part II', 'pt II', 'pt. II', 'pt. II', 'part II', 'Part II'],
  ['annex', 'annex', 'annex', 'annex', 'annex', 'Annex'],
  ['annex I, para. 3', 'annex I, para 3', 'annex I, ¶ 3', 'annex I, para. 3', 'annex I, para. 3', 'Annex I, para. 3'],
  ['preamble', 'preamble', 'pmbl.', 'preamble', 'preamble', 'preamble'],
  [
    'preambular para. 3',
    'preamble para 3',
    'pmbl. ¶ 3',
    'preamble, para. 3',
    'preambular para. 3',
    'preambular para. 3',
  ],
  ['PP3', 'preamble para 3', 'pmbl. ¶ 3', 'preamble, para. 3', 'preambular para. 3', 'preambular para. 3'],
  ['OP5', 'para 5', '¶ 5', 'para. 5', 'para. 5', 'para. 5'],
  ['op. para. 5', 'para 5', '¶ 5', 'para. 5', 'para. 5', 'para. 5'],
  ['footnote 12', 'fn 12', 'n.12', 'n12', 'footnote 12', 'Footnote 12'],
  ['p. 9, fn. 6', '9 fn 6', 'at 9 n.6', '9n6', 'p. 9, footnote 6', 'p. 9, Footnote 6'],
  ['pp. 135-136', '135–36', 'at 135–36', '135–36', 'pp. 135–136', 'pp. 135–136'],
  ['pp. 201-203', '201–203', 'at 201–03', '201–3', 'pp. 201–203', 'pp. 201–203'],
  ['pp. 1782-1783', '1782–83', 'at 1782–83', '1782–83', 'pp. 1782–1783', 'pp. 1782–1783'],
  ['pp. 100-104', '100–104', 'at 100–04', '100–104', 'pp. 100–104', 'pp. 100–104'],
  ['paras. 120-123', 'paras 120–123', '¶¶ 120–123', 'paras. 120–123', 'paras. 120–123', 'paras. 120–123'],
  ['cl. 6', 'cl 6', 'cl. 6', 'cl. 6', 'clause 6', 'Clause 6'],
  ['schedule 1', 'sch 1', 'sched. 1', 'sched. 1', 'schedule 1', 'Schedule 1'],
  ['Preamble', 'preamble', 'pmbl.', 'preamble', 'preamble', 'preamble'],
  ['figure 2', 'fig 2', 'fig.2', 'fig. 2', 'figure 2', 'Figure 2'],
  [
    'part of the annex',
    'part of the annex',
    'part of the annex',
    'part of the annex',
    'part of the annex',
    'part of the annex',
  ],
  ['*passim*', '*passim*', '*passim*', '*passim*', '*passim*', '*passim*'],
];

for (const [written, ...expected] of locators) {
  test(written, () => {
    const [oscola, bluebook, chicago, un, apa] = expected;
    const format = (style: Parameters<typeof formatReference>[1]): string =>
      formatReference(report, style, { locator: written });
    assert.equal(format('oscola'), `UNGA 'Report' UN Doc A/70/174, ${oscola}`);
    assert.equal(format('bluebook'), `U.N. General Assembly, Report, ${bluebook}, U.N. Doc. A/70/174`);
    assert.equal(format('chicago'), `UN General Assembly, Report, A/70/174, ${chicago}.`);
    assert.equal(format('un'), `A/70/174, ${un}.`);
    assert.equal(format('apa'), `United Nations General Assembly. (n.d.). Report (A/70/174, ${apa}).`);
  });
}
