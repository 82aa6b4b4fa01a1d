import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isEnglish } from './prose-language.ts';
import { unitsOf } from './words.ts';

const ask = (text: string): boolean => isEnglish(unitsOf(text), text.length);

test('English is told from French and Spanish by its small words', () => {
  assert.ok(ask('The Assembly took note of the report of the group in its resolution.'));
  assert.ok(ask('PAM is a library for signing in.'));
  assert.equal(ask("L'Assemblée a pris note du rapport du groupe dans sa résolution."), false);
  assert.equal(ask('La Asamblea tomó nota del informe del grupo en su resolución.'), false);
  assert.equal(ask('ONU, OIT, OMS'), false, 'nothing can be told');
  assert.equal(ask('联合国大会'), false);
});

test('no text is too much for it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(typeof ask(text), 'boolean');
    }),
  );
});
