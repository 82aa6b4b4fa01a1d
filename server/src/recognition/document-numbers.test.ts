import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentNumbers, mayNumberDocuments, parseDocumentNumber } from './document-numbers.ts';

/** What writers write, the usual spelling, a part of what it says, its address. */
const numbers: readonly [written: string, number: string, says: string, address?: string][] = [
  ['RFC 8446', 'RFC 8446', 'Requests for Comments', 'https://www.rfc-editor.org/rfc/rfc8446'],
  ['RFC2119', 'RFC 2119', 'Requests for Comments', 'https://www.rfc-editor.org/rfc/rfc2119'],
  ['BCP 47', 'BCP 47', 'Best Current Practices', 'https://www.rfc-editor.org/info/bcp47'],
  [
    'draft-ietf-diem-requirements',
    'draft-ietf-diem-requirements',
    'Internet-Draft',
    'https://datatracker.ietf.org/doc/draft-ietf-diem-requirements/',
  ],
  ['ISO/IEC 27001:2022', 'ISO/IEC 27001:2022', 'Electrotechnical Commission'],
  ['ISO 22301', 'ISO 22301', 'Standardization'],
  ['IEC 62443-3-3', 'IEC 62443-3-3', 'Electrotechnical Commission'],
  ['ISO/IEC TR 24028', 'ISO/IEC TR 24028', 'standard 24028'],
  ['ITU-T Recommendation X.509', 'ITU-T X.509', 'standardization sector', 'https://www.itu.int/rec/T-REC-X.509'],
  ['Recommendation ITU-R M.2083', 'ITU-R M.2083', 'radiocommunication', 'https://www.itu.int/rec/R-REC-M.2083'],
  ['Resolution 139 (Rev. Bucharest, 2022)', 'Resolution 139 (Bucharest, 2022)', 'Plenipotentiary Conference'],
  ['Résolution 139 (Rév. Bucarest, 2022)', 'Resolution 139 (Bucharest, 2022)', 'Plenipotentiary Conference'],
  ['Резолюция 139 (Пересм. Бухарест, 2022 г.)', 'Resolution 139 (Bucharest, 2022)', 'Plenipotentiary Conference'],
  ['第139号决议（2022年，布加勒斯特，修订版）', 'Resolution 139 (Bucharest, 2022)', 'Plenipotentiary Conference'],
  ['Resolution 101 (New Delhi, 2024)', 'Resolution 101 (New Delhi, 2024)', 'Standardization Assembly'],
  ['Resolution 45 (Rev. Dubai, 2014)', 'Resolution 45 (Dubai, 2014)', 'Development Conference'],
  ['WTSA-20 Resolution 50', 'WTSA Resolution 50', 'Standardization Assembly'],
  ['Recommendation CM/Rec (2018) 2', 'CM/Rec(2018)2', 'recommendation 2 of 2018 of the Committee of Ministers'],
  ['Rec(2001)8', 'Rec(2001)8', 'recommendation 8 of 2001'],
  ['Recommendation No. R (87) 15', 'R(87)15', 'recommendation 15 of 1987'],
  ['GA/DIS/3725', 'GA/DIS/3725', 'press release 3725 of the United Nations on the First Committee'],
  ['SC/14445', 'SC/14445', 'press release 14445 of the United Nations on the Security Council'],
  ['HR/PUB/11/04', 'HR/PUB/11/04', 'publication 4 of 2011'],
  ['ECW/CCJ/JUD/09/20', 'ECW/CCJ/JUD/09/20', 'judgment 9 of 2020'],
  ['T-CY (2013) 17rev', 'T-CY(2013)17rev', 'Cybercrime Convention Committee'],
  [
    'CETS No. 223',
    'CETS No. 223',
    'Council of Europe',
    'https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=223',
  ],
  [
    'Directive (EU) 2022/2555',
    'Directive (EU) 2022/2555',
    'directive 2555 of 2022',
    'https://eur-lex.europa.eu/eli/dir/2022/2555/oj',
  ],
  [
    'règlement (UE) 2016/679',
    'Regulation (UE) 2016/679',
    'regulation 679 of 2016',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj',
  ],
  [
    'Council Decision (CFSP) 2019/797',
    'Decision (CFSP) 2019/797',
    'decision 797 of 2019',
    'https://eur-lex.europa.eu/eli/dec/2019/797/oj',
  ],
  [
    'Regulation (EC) No 460/2004',
    'Regulation (EC) No 460/2004',
    'regulation 460 of 2004',
    'https://eur-lex.europa.eu/eli/reg/2004/460/oj',
  ],
  ['Directive 95/46/EC', 'Directive 95/46/EC', 'directive 46 of 1995', 'https://eur-lex.europa.eu/eli/dir/1995/46/oj'],
  [
    'Implementing Regulation (EU) 2020/1125',
    'Implementing regulation (EU) 2020/1125',
    'regulation 1125 of 2020',
    'https://eur-lex.europa.eu/eli/reg_impl/2020/1125/oj',
  ],
  ['2005/222/JHA', '2005/222/JHA', 'act 222 of 2005'],
  [
    'COM(2021) 206 final',
    'COM(2021) 206',
    'number 206 of 2021',
    'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:2021:206:FIN',
  ],
  ['Case C-362/14', 'C-362/14', 'Court of Justice', 'https://curia.europa.eu/juris/liste.jsf?num=C-362/14'],
  ['PC.DEC/1106', 'PC.DEC/1106', 'Permanent Council'],
  ['OSCE Ministerial Council Decision No. 5/16', 'MC.DEC/5/16', 'Ministerial Council'],
  ['Decision No. 1106 of the Permanent Council of the OSCE', 'PC.DEC/1106', 'Permanent Council'],
  ['AG/RES. 2959 (L-O/20)', 'AG/RES. 2959 (L-O/20)', 'General Assembly of the Organization of American States'],
  ['CJI/doc. 648/21', 'CJI/doc. 648/21', 'Inter-American Juridical Committee'],
  ['Assembly/AU/Dec.533 (XXIII)', 'Assembly/AU/Dec.533(XXIII)', 'African Union'],
  ['PSC/PR/COMM.1196 (2024)', 'PSC/PR/COMM.1196 (2024)', 'Peace and Security Council'],
  ['ACHPR/Res. 473 (EXT.OS/ XXXI) 2021', 'ACHPR/Res.473(EXT.OS/XXXI)2021', 'Human and Peoples’ Rights'],
  [
    'OECD/LEGAL/0449',
    'OECD/LEGAL/0449',
    'instrument 0449',
    'https://legalinstruments.oecd.org/en/instruments/OECD-LEGAL-0449',
  ],
  ['41 C/Resolution 15', '41 C/Resolution 15', '41st session of the General Conference of UNESCO'],
  ['WT/MIN(98)/DEC/2', 'WT/MIN(98)/DEC/2', 'World Trade Organization'],
  ['SP 800-161 Rev. 1', 'NIST SP 800-161 Rev. 1', 'National Institute of Standards'],
  ['ETSI EN 303 645', 'ETSI EN 303 645', 'European Telecommunications Standards Institute'],
  ['SAC 101', 'SAC101', 'Security and Stability Advisory Committee'],
  [
    'E.O. 13800',
    'Executive Order 13800',
    'President of the United States',
    'https://www.federalregister.gov/executive-order/13800',
  ],
  ['Pub. L. No. 116-283', 'Public Law 116-283', '116th Congress', 'https://www.govinfo.gov/link/plaw/116/public/283'],
  ['18 U.S.C. § 1030', '18 U.S.C. § 1030', 'title 18', 'https://www.govinfo.gov/link/uscode/18/1030'],
  ['Федеральным законом от 27.07.2006 № 152-ФЗ', '152-ФЗ', 'Russian Federation'],
];

test('numbers of other organizations are read, and read again in their usual spelling', () => {
  for (const [written, number, says, address] of numbers) {
    const read = parseDocumentNumber(written);
    assert.equal(read?.number, number, written);
    assert.ok(read.says.includes(says), `${written}: ${read.says}`);
    assert.equal(read.address, address, written);
    const again = parseDocumentNumber(number);
    assert.equal(again?.number, number, `${number} read again`);
    assert.equal(again.says, read.says, `${number} read again`);
    assert.ok(mayNumberDocuments(written), written);
  }
});

test('what only looks like a number of theirs is none', () => {
  for (const text of [
    'the ISO 2022',
    'ISO 9',
    'in 18 USC games',
    'Resolution 12 (Paris, 2024)',
    'Resolution 139 (Bucharest, 2018)',
    'R (20) 5',
    'COM 2021',
    'C-4/20x',
    'the 41 C/ line',
    'draft-horse',
    'E.O. 5',
    'Directive 12/34',
    'xRFC 8446',
    'RFC 8446b',
    'Res (2004) 12',
    'IEEE 2020',
  ]) {
    assert.deepEqual(documentNumbers(text), [], text);
  }
});

test('any text gives numbers that are in it, apart from each other, and whose spelling is read again', () => {
  const pieces = fc.constantFrom(
    ...numbers.flatMap(([written]) => written.split(/(?=[\s/.(])/)),
    ...numbers.map(([written]) => written),
    ' ',
    ', ',
    ' and ',
    '(',
    ')',
    '/',
    '2021',
    '😀',
    'ة',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      let end = 0;
      for (const found of documentNumbers(text)) {
        assert.ok(found.start >= end && found.end > found.start && found.end <= text.length);
        assert.ok(found.endOfNumber > found.start && found.endOfNumber <= found.end);
        assert.ok(mayNumberDocuments(text), text);
        if (found.read.number !== '') assert.equal(parseDocumentNumber(found.read.number)?.number, found.read.number);
        else assert.ok(found.read.called !== undefined);
        end = found.end;
      }
    }),
    { numRuns: 2000 },
  );
});
