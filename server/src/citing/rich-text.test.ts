import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, enclose, fromCslText, italic, join, link, type Part, quoted, render } from './rich-text.ts';

function plain(...parts: Part[]): string {
  return render(concat(...parts), 'plain');
}

function markdown(...parts: Part[]): string {
  return render(concat(...parts), 'markdown');
}

test('empty parts leave neither separators nor brackets', () => {
  assert.equal(plain(join(', ', 'a', '', undefined, [], 'b')), 'a, b');
  assert.equal(plain('a ', enclose('(', '', ')'), 'b'), 'a b');
});

const untidy: [written: string, tidied: string][] = [
  ['a , b', 'a, b'],
  ['a,, b', 'a, b'],
  ['a  b', 'a b'],
  ['a. .', 'a.'],
  ['Yahoo!.', 'Yahoo!'],
  ['"Why?".', '"Why?"'],
  ['(Ltd.).', '(Ltd.).'],
  ['a () b', 'a b'],
  ['a ( b, ) c', 'a (b) c'],
  ['Inc., b', 'Inc., b'],
  ['a:.', 'a.'],
  ['.NET and .org', '.NET and .org'],
  [', a', 'a'],
  ['a, ', 'a'],
];
for (const [written, tidied] of untidy) {
  test(`${JSON.stringify(written)} is tidied to ${JSON.stringify(tidied)}`, () => assert.equal(plain(written), tidied));
}

test('punctuation is tidied across italics', () => {
  assert.equal(markdown(italic('What next?'), '.'), '*What next?*');
  assert.equal(markdown(italic('a '), 'b'), '*a* b');
});

test('an address is left as it is', () => {
  assert.equal(plain(link('https://x.org/a..b,,c'), '.'), 'https://x.org/a..b,,c.');
  assert.equal(markdown(link('https://x.org/a_b*c'), '.'), '<https://x.org/a_b*c>.');
  assert.equal(markdown(link('https://x.org/a b>')), '<https://x.org/a%20b%3E>');
});

test('an address is not read as HTML', () => {
  assert.equal(markdown(link('https://x.org/?a&b=en')), '<https://x.org/?a&b=en>');
  assert.equal(markdown(link('https://x.org/?a_b&copy')), 'https://x.org/?a\\_b&copy');
  assert.equal(markdown(link('https://x.org/?a&copy;')), 'https://x.org/?a\\&copy;');
});

test('only a web address becomes a link', () => {
  assert.equal(markdown(link('javascript:alert(1)')), 'javascript:alert(1)');
});

test('quotation marks within quotation marks are of the other kind', () => {
  assert.equal(plain(quoted('The “norms” question', "'")), `'The "norms" question'`);
  assert.equal(plain(quoted('The “norms” question', '"')), `"The 'norms' question"`);
  assert.equal(plain(quoted('The States’ ‘norms’', "'")), `'The States’ "norms"'`);
});

test('italics in a title are turned upright within italics', () => {
  const title = fromCslText('On <i>jus ad bellum</i> and H<sub>2</sub>O <span class="nocase">iOS</span>');
  assert.equal(markdown(title), 'On *jus ad bellum* and H2O iOS');
  assert.equal(markdown(italic(title)), '*On* jus ad bellum *and H2O iOS*');
});

const lineStarts: [written: string, escaped: string][] = [
  ['1. Committee', '1\\. Committee'],
  ['(a) Committee', '(a\\) Committee'],
  ['# Committee', '\\# Committee'],
  ['- Committee', '\\- Committee'],
  ['A. B. Smith', 'A\\. B. Smith'],
  ['2030 Agenda', '2030 Agenda'],
  ['G.A. Res.', 'G.A. Res.'],
];
for (const [written, escaped] of lineStarts) {
  test(`${JSON.stringify(written)} begins no list or heading`, () => assert.equal(markdown(written), escaped));
}
