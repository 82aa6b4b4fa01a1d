import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { documentIdentifiers, doiOf } from './document-identifiers.ts';

const of = (fields: object): string[] =>
  documentIdentifiers({ type: 'report', number: '', title: '', url: '', doi: '', ...fields });

describe('by what a document is known', () => {
  test('its DOI, however it is written', () => {
    for (const doi of [
      '10.1234/Ab(c)',
      'doi:10.1234/Ab(c)',
      'https://doi.org/10.1234/Ab(c)',
      'http://dx.doi.org/10.1234/Ab(c) ',
    ])
      assert.equal(doiOf(doi), '10.1234/Ab(c)');
    for (const doi of ['', '10.12/x', 'abc', 7, undefined]) assert.equal(doiOf(doi), undefined);
    assert.deepEqual(of({ doi: '10.1234/AB', type: 'article' }), ['10.1234/ab']);
  });
  test('the symbol in number, address and title, each once, without braces and spaces', () => {
    assert.deepEqual(of({ number: '{A/RES/73/27}', title: '{{A/RES/73/27}}: Developments' }), ['a/res/73/27']);
    assert.deepEqual(of({ number: 'S/RES/2341 (2017)' }), ['s/res/2341(2017)']);
    assert.deepEqual(of({ url: 'https://undocs.org/en/A/76/135', title: 'Report (A/75/816)' }), [
      'a/76/135',
      'a/75/816',
    ]);
  });
  test('of an article only its number and DOI', () => {
    for (const type of ['article', 'article-journal', 'inbook', 'book', 'chapter', 'thesis'])
      assert.deepEqual(of({ type, title: 'After A/RES/73/27', url: 'https://docs.un.org/en/A/RES/73/27' }), []);
  });
  test('of any fields at all something or nothing, soon', () => {
    const field = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.constant(null),
      fc.integer(),
      fc.constant('A/'.repeat(300)),
    );
    fc.assert(
      fc.property(fc.record({ type: field, number: field, title: field, url: field, doi: field }), (fields) => {
        for (const identifier of documentIdentifiers(fields)) assert.equal(identifier, identifier.toLowerCase());
      }),
    );
    const begun = performance.now();
    documentIdentifiers({
      type: '',
      number: '(A/'.repeat(1e5),
      title: '(A/'.repeat(1e5),
      url: '',
      doi: '10.1234/'.repeat(1e5),
    });
    assert.ok(performance.now() - begun < 500);
  });
});
