import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { proseLanguage } from './prose-language.ts';

test('English, French and Spanish are told by their small words', () => {
  assert.equal(proseLanguage('The Assembly took note of the report of the group in its resolution.'), 'en');
  assert.equal(proseLanguage('PAM is a library for signing in.'), 'en');
  assert.equal(proseLanguage("L'Assemblée a pris note du rapport du groupe dans sa résolution."), 'fr');
  assert.equal(proseLanguage('La Asamblea tomó nota del informe del grupo en su resolución.'), 'es');
  assert.equal(proseLanguage('ONU, OIT, OMS'), undefined);
  assert.equal(proseLanguage('联合国大会'), undefined);
});

test('no text is too much for it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.ok([undefined, 'en', 'fr', 'es'].includes(proseLanguage(text)));
    }),
  );
});
