import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headNumber, headsOf, useOfHead } from './heads.ts';
import { foldedWords, writtenWords } from './names.ts';

/** Whether the first head in a text stands for what was named before; undefined where there is no use of it. */
function isBare(text: string): boolean | undefined {
  const words = writtenWords(text).map((written) => ({
    written,
    isCapital: /^\p{Lu}/u.test(written),
    isShouted: written === written.toUpperCase() && written.length > 1,
    isPunctuation: !/[\p{L}\d]/u.test(written),
    isOwner: false,
  }));
  const at = words.findIndex(({ written, isCapital }) => isCapital && headNumber(foldedWords(written).join('')) > 0);
  return useOfHead(at, headNumber(foldedWords(words[at]!.written).join('')), (place) => words[place])?.isBare;
}

test('a French or Spanish head that goes on in small letters is of something else', () => {
  for (const text of [
    'le Conseil des ministres',
    'le Conseil fédéral',
    'la Cour suprême',
    'le Conseil d’administration',
    'el Consejo de ministros',
    'la Corte constitucional',
    'le Comité de pilotage',
  ])
    assert.equal(isBare(text), false, text);
});

test('one that stands alone is what was named before', () => {
  for (const text of [
    'le Conseil a décidé',
    'prie le Conseil de poursuivre',
    'le Conseil, puis',
    'el Consejo pidió',
    'al Consejo de adoptar',
    'the Council of course',
    'the Council decided',
    'the third Group failed',
    'el tercer Grupo',
    'le Secrétariat',
  ])
    assert.equal(isBare(text), true, text);
});

test('a part or an act of something has not the head of the whole', () => {
  for (const [name, language] of [
    ['artículo 18 del Convenio de Budapest', 'es'],
    ['article 19 du Pacte international relatif aux droits civils et politiques', 'fr'],
    ['статья 15 Конвенции о киберпреступности', 'ru'],
    ['Décision n° 1202 du Conseil permanent de l’OSCE', 'fr'],
    ['قرار مجلس حقوق الإنسان 50/15', 'ar'],
  ] as const)
    assert.deepEqual(headsOf(name, language), [], name);
  assert.equal(headsOf('Convenio de Budapest', 'es').length, 1);
  assert.deepEqual(headsOf('Tallinn Manual 2.0', 'en'), [headNumber('manual')]);
  assert.deepEqual(headsOf('Convention 108+', 'en'), [headNumber('convention')]);
});
