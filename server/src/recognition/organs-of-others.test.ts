import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOfAnother, mayBeOfOthers } from './organs-of-others.ts';

/** Of a text with a name between bars, whether the name is that of an organ of somebody else. */
function ofAnother(text: string): boolean {
  const [before = '', name = '', after = ''] = text.split('|');
  return mayBeOfOthers(name) && isOfAnother(name, before, after);
}

test('organs of others, in the languages that say the owner behind or before', () => {
  for (const text of [
    'the |Secretary-General| of NATO said',
    'the |Secretary General| of the OECD',
    'the |Security Council| of Ukraine',
    'the |General Assembly| of ICANN',
    'NATO |Secretary General| Jens Stoltenberg',
    'the OECD’s |Secretary-General|',
    '|Secretary General| Henry Puna',
    'la |Secretaria General| Doreen Bogdan-Martin',
    'le |Secrétaire général| de l’OTAN',
    'le |Secrétaire général| de l’Organisation internationale de la Francophonie',
    'l’|Assemblee generale| de l’ICANN',
    'la |Asamblea General| de la OEA',
    'el |Consejo de Seguridad| de Ucrania',
    'la |Asamblea General| de la Organización de los Estados Americanos',
    '|Совета Безопасности| Российской Федерации',
    '|Генеральный секретарь| НАТО',
    '|الأمين العام| لجامعة الدول العربية',
    '|الأمانة العامة| لمجلس التعاون',
    '第五次审议|大会|',
    '世界|大會|',
  ])
    assert.ok(ofAnother(text), text);
});

test('the United Nations’ own', () => {
  for (const text of [
    'the |Secretary-General| of the United Nations',
    'the |Secretary-General| of the UN',
    'the |Secretary-General| of the Organization shall',
    'the |General Assembly| of December 2018',
    'the |Security Council| of 2004',
    'UN |Secretary-General|',
    'THE |SECRETARY-GENERAL| AND MEMBERS',
    'the |General Assembly| of States',
    'l’|Assemblée générale| des Nations Unies',
    'le |Secrétaire général| de l’ONU',
    'la |Asamblea General| de las Naciones Unidas',
    'la |Secretaría| de Nueva York',
    'el |Secretario General| de la Organización,',
    '|Генеральный секретарь| Антониу Гутерриш',
    '|Генеральная Ассамблея| Организации Объединенных Наций',
    '|Совет Безопасности| ООН',
    '|الأمين العام| للأمم المتحدة',
    '|الأمين العام| لعقد اجتماع',
    '联合国|大会|',
    '提请|大会|注意',
    '决议，|大会|决定',
    'the |Group of Governmental Experts| of Ukraine',
  ])
    assert.ok(!ofAnother(text), text);
});

test('any text is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      assert.equal(typeof isOfAnother('Security Council', before, after), 'boolean');
    }),
  );
});
