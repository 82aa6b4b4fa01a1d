import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUnitedNationsSymbol, namesItsAuthor, organNamed, organOfSymbol, resolutionOf } from './un-document.ts';

const numbers: [symbol: string, expected: string | undefined][] = [
  ['A/RES/73/27', 'general-assembly resolution 73/27'],
  ['A/RES/31/16 A', 'general-assembly resolution 31/16 A'],
  ['A/RES/46/36L', 'general-assembly resolution 46/36 L'],
  ['A/RES/S-10/2', 'general-assembly resolution S-10/2'],
  ['A/RES/ES-11/1', 'general-assembly resolution ES-11/1'],
  ['A/RES/217(III)', 'general-assembly resolution 217 (III)'],
  ['A/RES/217(III)[A]', 'general-assembly resolution 217 A (III)'],
  ['A/RES/2200A(XXI)', 'general-assembly resolution 2200 A (XXI)'],
  ['A/RES/2200 (XXI)', 'general-assembly resolution 2200 (XXI)'],
  ['A/RES/3201(S-VI)', 'general-assembly resolution 3201 (S-VI)'],
  ['A/DEC/73/402', 'general-assembly decision 73/402'],
  ['S/RES/2341(2017)', 'security-council resolution 2341'],
  ['S/RES/1373 (2001)', 'security-council resolution 1373'],
  ['S/RES/1373', 'security-council resolution 1373'],
  ['E/RES/2011/33', 'economic-and-social-council resolution 2011/33'],
  ['E/RES/1503(XLVIII)', 'economic-and-social-council resolution 1503 (XLVIII)'],
  ['A/HRC/RES/20/8', 'human-rights-council resolution 20/8'],
  ['A/HRC/RES/S-9/1', 'human-rights-council resolution S-9/1'],
  ['A/RES/73/27/Corr.1', undefined],
  ['A/76/135', undefined],
  ['S/PRST/2018/3', undefined],
  ['A/C.3/65/L.12', undefined],
];
for (const [symbol, expected] of numbers) {
  test(`${symbol} is ${expected ?? 'cited by its symbol'}`, () => {
    const resolution = resolutionOf(symbol);
    assert.equal(resolution && `${resolution.organ} ${resolution.act} ${resolution.number}`, expected);
  });
}

test('the year of a Security Council resolution is no part of its number', () => {
  assert.equal(resolutionOf('S/RES/2341(2017)')?.year, '2017');
  assert.equal(resolutionOf('S/RES/2341(2017)')?.symbol, 'S/RES/2341');
});

test('symbols are told from other keys', () => {
  for (const symbol of [
    'A/76/135',
    'CCW/GGE.1/2019/3',
    'E/CN.15/2002/8',
    'A/AC.292/2025/CRP.1',
    'WSIS-03/GENEVA/DOC/4-E',
  ]) {
    assert.ok(isUnitedNationsSymbol(symbol), symbol);
  }
  for (const key of ['segal-2016', 'A/B testing', 'ets-185', 'A/B', 'https://x.org/1']) {
    assert.ok(!isUnitedNationsSymbol(key), key);
  }
});

test('the organ of a symbol', () => {
  assert.equal(organOfSymbol('A/HRC/17/27'), 'human-rights-council');
  assert.equal(organOfSymbol('E/CN.4/2000/5'), 'commission-on-human-rights');
  assert.equal(organOfSymbol('A/CONF.234/11'), undefined);
  assert.equal(organOfSymbol('CCW/GGE.1/2019/3'), undefined);
});

test('the organ that an author names', () => {
  assert.equal(organNamed('UN General Assembly'), 'general-assembly');
  assert.equal(organNamed('United Nations Security Council'), 'security-council');
  assert.equal(organNamed('ECOSOC'), 'economic-and-social-council');
  assert.equal(organNamed('toString'), undefined);
  assert.equal(organNamed('ITU Council'), undefined);
});

test('titles that name their author', () => {
  assert.ok(namesItsAuthor('Report of the Group of Governmental Experts on …'));
  assert.ok(namesItsAuthor('Final report of the Open-ended Working Group'));
  assert.ok(namesItsAuthor('Letter dated 11 October 2017 from the Permanent Representative of the Russian Federation'));
  assert.ok(!namesItsAuthor('Reporting on developments'));
});
