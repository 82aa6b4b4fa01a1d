import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { mayHoldSpacedSymbols, parseSymbol, spacedSymbols, symbolAround, symbolsOf, symbolUrl } from './symbol.ts';
import { unitsOf } from './words.ts';

describe('reading a symbol', () => {
  test('its parts', () => {
    assert.deepEqual(parseSymbol('A/RES/73/27'), {
      symbol: 'A/RES/73/27',
      series: 'A',
      bodies: [],
      modifiers: [],
      nature: 'RES',
      session: '73',
      serial: '27',
    });
    assert.deepEqual(parseSymbol('A/C.1/73/L.27/Rev.1'), {
      symbol: 'A/C.1/73/L.27/Rev.1',
      series: 'A',
      bodies: ['C.1'],
      modifiers: ['Rev.1'],
      session: '73',
      nature: 'L',
      serial: '27',
    });
    assert.deepEqual(parseSymbol('UNODC/CCPCJ/EG.4/2013/2'), {
      symbol: 'UNODC/CCPCJ/EG.4/2013/2',
      series: 'UNODC',
      bodies: ['CCPCJ', 'EG.4'],
      modifiers: [],
      year: '2013',
      serial: '2',
    });
    assert.equal(parseSymbol('A/ES-11/1')?.session, 'ES-11');
    assert.deepEqual(parseSymbol('A/68/156/add.1/corr.2')?.modifiers, ['Add.1', 'Corr.2']);
  });
  test('joint documents and re-issues', () => {
    const joint = parseSymbol('A/76/135-S/2021/456');
    assert.equal(joint?.joined?.symbol, 'S/2021/456');
    assert.equal(joint?.session, '76');
    assert.deepEqual(symbolsOf(joint!), ['A/76/135-S/2021/456', 'A/76/135', 'S/2021/456']);
    assert.equal(parseSymbol('A/68/98*')?.symbol, 'A/68/98');
    assert.equal(parseSymbol('A/68/98**')?.reissues, 2);
    assert.equal(parseSymbol('S/RES/2341 (2017)')?.symbol, 'S/RES/2341(2017)');
    assert.equal(parseSymbol('A/RES/48/16 A')?.symbol, 'A/RES/48/16A');
  });
  test('loose spellings become the usual one', () => {
    assert.equal(parseSymbol('a/res/73/27')?.symbol, 'A/RES/73/27');
    assert.equal(parseSymbol('A/Res/73/27')?.symbol, 'A/RES/73/27');
    assert.equal(parseSymbol('HRC/RES/20/8')?.symbol, 'A/HRC/RES/20/8');
    assert.equal(parseSymbol('UNGA/RES/73/27')?.symbol, 'A/RES/73/27');
    assert.equal(parseSymbol('SC/RES/2341(2017)')?.symbol, 'S/RES/2341(2017)');
    assert.equal(parseSymbol('A/C.1/73/L.27.Rev.1')?.symbol, 'A/C.1/73/L.27/Rev.1');
  });
  test('well-formed ones of many kinds', () => {
    for (const symbol of [
      'ESCAP/75/20',
      'ESCAP/RES/75/7',
      'ESCAP/CICTSTI/2024/1',
      'LC/CMSI.8/5',
      'LC/TS.2021/43',
      'E/ECA/CM/53/1',
      'ECE/TRADE/C/CEFACT/2023/1',
      'TD/B/C.I/CLP/55',
      'TD/B/EDE/4/3',
      'CAC/COSP/2021/1',
      'S/RES/2341(2017)',
      'A/RES/3314(XXIX)',
      'A/RES/217(III)',
      'A/76/135',
      'A/HRC/RES/20/8',
      'A/HRC/32/L.20',
      'A/C.3/72/12',
      'A/AC.290/2021/CRP.2',
      'E/CN.15/2011/19',
      'E/RES/2011/33',
      'E/2011/33',
      'ST/SGB/2003/13',
      'S/PRST/2013/1',
      'S/24111',
      'A/810',
      'A/S-10/2',
      'A/RES/S-10/2',
      'CCW/GGE.1/2019/3',
      'CCW/MSP/2019/9',
      'CCW/CONF.V/10',
      'CCPR/C/GC/34',
      'A/CONF.234/16',
      'TD/B/C.4/3',
      'WSIS-05/TUNIS/DOC/6(Rev.1)',
      'A/60/252/Add.1',
      'A/RES/48/16A',
      'A/76/135-S/2021/456',
      'A/HRC/WG.6/45/ARE/1',
      'ECE/TRANS/WP.29/2020/81',
      'NPT/CONF.2020/1',
      'BWC/CONF.IX/9',
      'CD/1864',
      'CD/PV.1500',
      'HRI/GEN/1/Rev.9',
      'FCCC/CP/2015/10/Add.1',
      'UNEP/EA.5/Res.14',
    ]) {
      assert.equal(parseSymbol(symbol)?.symbol, symbol, symbol);
    }
  });
  test('what only looks like one', () => {
    for (const text of [
      'A/B',
      'A/1',
      'and/or',
      'X/RES/1/2',
      'A/',
      '/A',
      'A//1',
      'A/RES',
      'A/RES/',
      'A/RES/x',
      'A/73/27/99',
      'S/4HANA',
      'A',
      '',
      'E/mail',
      'T/F',
    ]) {
      assert.equal(parseSymbol(text), undefined, text);
    }
  });
  test('any text is read or refused, and what is read is read again alike', () => {
    const part = fc.oneof(
      fc.constantFrom('A', 'S', 'RES', 'HRC', 'C.1', '73', '27', 'Add.1', 'L.5', '2017', '2341(2017)', '', 'x'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
        const parsed = parseSymbol(parts.join('/'));
        if (parsed !== undefined) assert.deepEqual(parseSymbol(parsed.symbol), parsed);
      }),
    );
  });
});

test('finding one in running text', () => {
  const found = (text: string): string | undefined => {
    const range = symbolAround(unitsOf(text), text.length, text.indexOf('/'));
    return range === undefined ? undefined : text.slice(range.start, range.end);
  };
  assert.equal(found('see A/RES/73/27.'), 'A/RES/73/27');
  assert.equal(found('(A/76/135)'), 'A/76/135');
  assert.equal(found('A/RES/3314(XXIX)).'), 'A/RES/3314(XXIX)');
  assert.equal(found('A/63/72-E/2008/48,'), 'A/63/72-E/2008/48');
  assert.equal(found('A/76/135-based'), 'A/76/135');
  assert.equal(found('docs.un.org/en/A/RES/73/27'), undefined);
  assert.equal(found('HA/RES/73/27'), undefined);
  // The number of a footnote, out of a file that has lost its superscripts.
  assert.equal(found('agreed by consensus.12A/75/816, and'), 'A/75/816');
  assert.equal(found('v1.2A/75/816/x'), undefined);
  // A space that was left behind a stroke.
  assert.equal(found('A/RES/ 75/240, para. 1'), 'A/RES/ 75/240');
  assert.equal(found('A/ 70/174.'), 'A/ 70/174');
  assert.equal(found('options A/ 3 and B'), undefined);
  assert.equal(found('and/ 70/174'), undefined);
});

test('addresses are escaped', () => {
  assert.equal(symbolUrl('A/RES/73/27'), 'https://docs.un.org/en/A/RES/73/27');
  assert.equal(symbolUrl('A/RES/48/16 A'), 'https://docs.un.org/en/A/RES/48/16%20A');
});

test('symbols with spaces beside their strokes', () => {
  const text = 'A/ RES/ 74/ 247, A / C. 3/ 74/ L. 11, A/RES/ 73/27/Rev.1 and either A / B or 3 / 4 of A / 5.';
  const found = spacedSymbols(text).map(({ start, end, parsed }) => [text.slice(start, end), parsed.symbol]);
  assert.deepEqual(found, [
    ['A/ RES/ 74/ 247', 'A/RES/74/247'],
    ['A / C. 3/ 74/ L. 11', 'A/C.3/74/L.11'],
    ['A/RES/ 73/27/Rev.1', 'A/RES/73/27/Rev.1'],
  ]);
  assert.ok(mayHoldSpacedSymbols(text));
});

test('whatever spaces a symbol has, it is read without them', () => {
  const parts = fc.constantFrom(
    'A/RES/74/247',
    'A/C.3/74/L.11',
    'A/HRC/RES/20/8',
    'A/AC.290/2021/CRP.2',
    'E/RES/2016/22',
  );
  fc.assert(
    fc.property(parts, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (symbol, gaps) => {
      let place = 0;
      const written = symbol.replace(/[/.]/g, (mark) => (gaps[place++] ? `${mark} ` : mark));
      const [found] = spacedSymbols(`See ${written}, and so on.`);
      if (written === symbol) assert.equal(found, undefined);
      else {
        assert.equal(found?.parsed.symbol, symbol, written);
        assert.equal(found.end - found.start, written.length);
        assert.ok(mayHoldSpacedSymbols(written) || !written.includes('/ '));
      }
    }),
  );
});
