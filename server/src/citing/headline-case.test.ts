import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headlineCase } from './headline-case.ts';
import { fromCslText } from './rich-text.ts';

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
