import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallField } from '../../../test/support/small-field.ts';
import { Draft } from '../draft/draft.ts';

const { knowledge, recogniser } = smallField();

/** The mandates that a text names, as `words → record`. */
const named = (text: string): string[] =>
  recogniser
    .mentions(Draft.open(text))
    .filter(({ record }) => /rapporteur/.test(knowledge.id(record)))
    .map(({ start, end, record }) => `${text.slice(start, end)} → ${knowledge.id(record)}`);

test('a mandate is known by the words of its subject, whatever stands between them', () => {
  assert.deepEqual(named('The Special Rapporteur on the freedoms of assembly and association said so.'), [
    'Special Rapporteur on the freedoms of assembly and association → rapporteur-on-assembly',
  ]);
  assert.deepEqual(named('A U.N. special rapporteur for freedom of opinion, who had been asked, came.'), [
    'U.N. special rapporteur for freedom of opinion → rapporteur-on-expression',
  ]);
  assert.deepEqual(named('Специального докладчика ООН по свободе собраний спросили.'), [
    'Специального докладчика ООН по свободе собраний → rapporteur-on-assembly',
  ]);
  assert.deepEqual(
    named('La Relatora Especial de las Naciones Unidas (ONU) para la Libertad de Opinión dijo que no.'),
    ['Relatora Especial de las Naciones Unidas (ONU) para la Libertad de Opinión → rapporteur-on-expression'],
  );
});

test('the owner tells mandates on one subject apart', () => {
  assert.deepEqual(named('La Relatora Especial de la OEA para la Libertad de Expresión dijo que no.'), [
    'Relatora Especial de la OEA para la Libertad de Expresión → american-rapporteur',
  ]);
  assert.deepEqual(named('The Special Rapporteur of the Inter-American Commission on freedom of expression.'), [
    'Special Rapporteur of the Inter-American Commission on freedom of expression → american-rapporteur',
  ]);
});

test('a subject or an owner that is not known is nobody’s mandate', () => {
  const generic = ['Special Rapporteur → special-rapporteur'];
  for (const text of [
    'The OEWG asked the Special Rapporteur on water and sanitation.',
    'The OEWG asked the Special Rapporteur of the Salt Union on freedom of expression.',
    'The OEWG asked the Special Rapporteur on freedom.',
  ])
    assert.deepEqual(
      named(text).filter((one) => !generic.includes(one)),
      [],
      text,
    );
});
