import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headlineCase, withHeadlineCapitals } from './headline-case.ts';
import { fromCslText, plain } from './rich-text.ts';
import { readSource } from './source-fields.ts';

const titles: [written: string, headline: string][] = [
  ['The emergence of “cyber” norms: what next?', 'The Emergence of “Cyber” Norms: What Next?'],
  ['a state of the art', 'A State of the Art'],
  ['conventions against crime', 'Conventions against Crime'],
  ['on eBay, iOS and dig.watch in 2020s', 'On eBay, iOS and dig.watch in 2020s'],
  ['an open-ended working group', 'An Open-ended Working Group'],
  ['états généraux d’affaires', 'États Généraux d’affaires'],
  ['norms – and after? the end', 'Norms – and after? The End'],
  ['the states’ own', 'The States’ Own'],
  ['on <i>jus cogens</i> today', 'On Jus Cogens Today'],
];
for (const [written, headline] of titles) {
  test(written, () => {
    assert.equal(
      headlineCase(fromCslText(written))
        .map(({ text }) => text)
        .join(''),
      headline,
    );
  });
}

test('titles in other languages keep their letters, whether the item says the language or not', () => {
  const titled = (title: string, language?: string): string =>
    plain(
      withHeadlineCapitals(
        readSource({ id: 'x', type: 'book', title, ...(language === undefined ? {} : { language }) }),
      ).title,
    );
  for (const title of [
    'Das Recht des Cyberraums und die Staaten',
    'La gouvernance des données dans les Nations Unies',
    'El derecho internacional y los ciberataques',
  ])
    assert.equal(titled(title), title);
  assert.equal(titled('Cyber norms', 'fr'), 'Cyber norms');
  assert.equal(titled('Cyber norms', 'en-GB'), 'Cyber Norms');
  assert.equal(titled('The law of the Los Angeles docks'), 'The Law of the Los Angeles Docks');
});
