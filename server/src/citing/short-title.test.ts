import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromCslText, plain } from './rich-text.ts';
import { shortenedTitle } from './short-title.ts';

const short = (title: string): string => plain(shortenedTitle(fromCslText(title)));

test('without the article, the subtitle and what goes on too long', () => {
  for (const [title, expected] of [
    ['The Hacked World Order', 'Hacked World Order'],
    ['The emergence of “cyber” norms: what next?', 'Emergence of “cyber” norms'],
    ['Why Do States Agree? A Study', 'Why Do States Agree?'],
    ['On the Law of the Wires', 'On the Law of the Wires'],
    [
      'Report of the Group of Governmental Experts on Advancing Responsible State Behaviour',
      'Report of the Group of Governmental Experts',
    ],
    [
      'Legal Consequences of the Construction of a Wall in the Occupied Palestinian Territory',
      'Legal Consequences of the Construction of a Wall',
    ],
    ['One two three four five six seven', 'One two three four five'],
    ['Norms (of the road, and of the sea) nobody keeps today', 'Norms of the road'],
    ['<i>Stuxnet</i> – Cyberwar', 'Stuxnet'],
    ['网络空间国际法的新发展', '网络空间国际法的新发展'],
    ['The', 'The'],
    ['', ''],
  ] as const)
    assert.equal(short(title), expected, title);
});

test('of any title a part, in its order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (title) => {
      const shortened = short(title).toLowerCase();
      let at = 0;
      for (const character of shortened) {
        const found = title.toLowerCase().indexOf(character, at);
        assert.ok(found >= at, `${title} → ${shortened}`);
        at = found;
      }
    }),
  );
});
