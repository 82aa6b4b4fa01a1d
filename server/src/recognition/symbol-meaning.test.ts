import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSymbol } from './symbol.ts';
import { explainSymbol, symbolFault } from './symbol-meaning.ts';

test('symbols in words', () => {
  for (const [symbol, words] of [
    ['A/RES/73/27', 'General Assembly, 73rd session, resolution 27'],
    ['A/ES-11/1', 'General Assembly, 11th emergency special session, document 1'],
    ['A/68/156/Add.1', 'General Assembly, 68th session, document 156, addendum 1'],
    [
      'A/C.1/73/L.27/Rev.1',
      'General Assembly, First Committee (disarmament and international security), 73rd session, draft (limited distribution) 27, revision 1',
    ],
    ['A/HRC/RES/47/16', 'General Assembly, Human Rights Council, 47th session, resolution 16'],
    ['S/RES/1373(2001)', 'Security Council, resolution 1373, of 2001'],
    ['A/RES/217(III)A', 'General Assembly, resolution 217A, session III'],
    ['CCPR/C/GC/34', 'Human Rights Committee, general comment, document 34'],
    [
      'E/CN.16/2024/2',
      'Economic and Social Council, Commission on Science and Technology for Development, 2024, document 2',
    ],
    ['A/AC.999/2/Corr.1', 'General Assembly, ad hoc committee 999, document 2, corrigendum 1'],
    ['A/68/98*', 'General Assembly, 68th session, document 98, re-issued for technical reasons'],
    ['A/76/135-S/2021/456', 'General Assembly, 76th session, document 135; also Security Council, 2021, document 456'],
  ] as const)
    assert.equal(explainSymbol(parseSymbol(symbol)!), words, symbol);
});

test('what is wrong with one that nearly is', () => {
  for (const [text, fault] of [
    ['A/RES/73-27', /stands a slash\. Did you mean A\/RES\/73\/27\?/],
    ['A/RES/73', /a session and a number/],
    ['A/RES//73/27', /single slashes.*Did you mean A\/RES\/73\/27\?/],
    ['A / RES / 73 / 27', /without spaces.*Did you mean A\/RES\/73\/27\?/],
    ['S/RES/1373', /carries its year/],
    ['X/RES/73/27', /No United Nations series begins with X/],
    ['A/RES/73/27/', /breaks off/],
    ['A/XYZ.1/73/27', /“XYZ\.1” is no part/],
    ['A\\RES\\73\\27', /single slashes.*Did you mean A\/RES\/73\/27\?/],
  ] as const)
    assert.match(symbolFault(text) ?? 'nothing', fault, text);
  for (const text of [
    'A/RES/73/27',
    'and/or',
    'and/or 2',
    'UN. In 2019',
    'TCP/IP4',
    'hello',
    '',
    'The OEWG',
    '24/7',
    'https://un.org',
  ])
    assert.equal(symbolFault(text), undefined, text);
});

test('any text is explained, faulted or left', () => {
  const part = fc.constantFrom(
    'A',
    'S',
    'RES',
    'HRC',
    'C.1',
    '73',
    '27',
    'Add.1',
    '2341(2017)',
    '',
    'x',
    '-',
    ' ',
    '*',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part, { maxLength: 7 }).map((parts) => parts.join('/')),
        fc.string(),
      ),
      (text) => {
        const parsed = parseSymbol(text);
        if (parsed === undefined) assert.notEqual(symbolFault(text), '');
        else {
          assert.doesNotMatch(explainSymbol(parsed), /undefined|NaN/);
          assert.equal(symbolFault(text), undefined);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
