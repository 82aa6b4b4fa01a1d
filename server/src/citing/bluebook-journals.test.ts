import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { abbreviateJournal } from './bluebook-journals.ts';

test('journals as law reviews cite them', () => {
  for (const [name, expected] of [
    ['American Journal of International Law', "Am. J. Int'l L."],
    ['European Journal of International Law', "Eur. J. Int'l L."],
    ['Harvard International Law Journal', "Harv. Int'l L.J."],
    ['Yale Law Journal', 'Yale L.J.'],
    ['Law Quarterly Review', 'L.Q. Rev.'],
    ['Stanford Law Review', 'Stan. L. Rev.'],
    ['The Journal of Conflict and Security Law', 'J. Conflict & Sec. L.'],
    ['Journal of Cyber Policy', "J. Cyber Pol'y"],
    ['Journal of Cybersecurity', 'J. Cybersecurity'],
    ['Journal on Telecommunications and High Technology Law', 'J. on Telecomm. & High Tech. L.'],
    ['Journal of Shantou University (Humanities and Social Sciences)', 'J. Shantou U. (Humanities & Soc. Scis.)'],
    ['Max Planck Yearbook of United Nations Law', 'Max Planck Y.B. U.N. L.'],
    ['Daedalus', 'Daedalus'],
    ['Review', 'Review'],
    ['国际法研究', '国际法研究'],
    ['Revue générale de droit', 'Revue générale de droit'],
  ] as const)
    assert.equal(abbreviateJournal(name), expected, name);
});

test('any name at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      assert.equal(typeof abbreviateJournal(name), 'string');
    }),
  );
});
