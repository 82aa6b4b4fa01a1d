import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  bareResolutions,
  mayNumberResolutions,
  numberedResolutions,
  titledResolution,
} from './numbered-resolutions.ts';
import { parseSymbol } from './symbol.ts';

/** What is found in a text: the words, and the symbols that they can stand for. */
const found = (text: string): [string, string][] =>
  numberedResolutions(text).map(({ start, end, symbols }) => [text.slice(start, end), symbols.join(' ')]);

test('the organ stands before, behind, or is open', () => {
  assert.deepEqual(found('HRC res 20/8'), [['HRC res 20/8', 'A/HRC/RES/20/8']]);
  assert.deepEqual(found('Human Rights Council resolutions 20/8 and 26/13'), [
    ['20/8', 'A/HRC/RES/20/8'],
    ['26/13', 'A/HRC/RES/26/13'],
  ]);
  assert.deepEqual(found('G.A. Res. 53/144'), [['G.A. Res. 53/144', 'A/RES/53/144']]);
  // A date in brackets is none of the number's.
  assert.deepEqual(found('S.C. Res. 2341 (Feb. 13, 2017); UNSC Res 1373 (28 September 2001)'), [
    ['S.C. Res. 2341', 'S/RES/2341(2017)'],
    ['UNSC Res 1373', 'S/RES/1373(2001)'],
  ]);
  assert.deepEqual(found('H.R.C. Res. 20/8, G.A. Res. 53/70 (Dec. 4, 1998)'), [
    ['H.R.C. Res. 20/8', 'A/HRC/RES/20/8'],
    ['G.A. Res. 53/70', 'A/RES/53/70'],
  ]);
  assert.deepEqual(found('resolution 48/141 of the UN General Assembly'), [['resolution 48/141', 'A/RES/48/141']]);
  assert.deepEqual(found('the General Assembly’s resolution 73/27'), [['resolution 73/27', 'A/RES/73/27']]);
  assert.deepEqual(found('UN General Assembly resolution 73/27'), [
    ['UN General Assembly resolution 73/27', 'A/RES/73/27'],
  ]);
  assert.deepEqual(found('резолюцией ГА ООН 74/247'), [['резолюцией ГА ООН 74/247', 'A/RES/74/247']]);
  assert.deepEqual(found('resolution 34/7'), [['resolution 34/7', 'A/RES/34/7 A/HRC/RES/34/7']]);
  // The Assembly has no resolution 20/8: its numbers began with session 31.
  assert.deepEqual(found('resolution 20/8'), [['resolution 20/8', 'A/HRC/RES/20/8']]);
  assert.deepEqual(found('decision 75/564 of the General Assembly'), [['decision 75/564', 'A/DEC/75/564']]);
});

test('an acronym in brackets, whose organ it is, and an organ in between', () => {
  assert.deepEqual(found('Security Council resolution (UNSCR) 1373'), [
    ['Security Council resolution (UNSCR) 1373', 'S/RES/1373(2001)'],
  ]);
  assert.deepEqual(found('UN Security Council (UNSC) Resolution 1874'), [
    ['UN Security Council (UNSC) Resolution 1874', 'S/RES/1874(2009)'],
  ]);
  assert.deepEqual(found('резолюция Генеральной Ассамблеи Организации Объединенных Наций 75/240'), [
    ['резолюция Генеральной Ассамблеи Организации Объединенных Наций 75/240', 'A/RES/75/240'],
  ]);
  assert.deepEqual(found('резолюции Генассамблеи ООН 75/240'), [['резолюции Генассамблеи ООН 75/240', 'A/RES/75/240']]);
  assert.deepEqual(found('قرار الجمعية العامة للأمم المتحدة رقم 65/224'), [
    ['قرار الجمعية العامة للأمم المتحدة رقم 65/224', 'A/RES/65/224'],
  ]);
  assert.deepEqual(found('la resolución de la Asamblea General 65/230'), [
    ['resolución de la Asamblea General 65/230', 'A/RES/65/230'],
  ]);
  assert.deepEqual(found("la résolution de l'Assemblée générale des Nations Unies 73/27"), [
    ["résolution de l'Assemblée générale des Nations Unies 73/27", 'A/RES/73/27'],
  ]);
  assert.deepEqual(
    found('Human Rights Council resolutions 34/7, 37/2 and 75/176').map(([, symbol]) => symbol),
    ['A/HRC/RES/34/7', 'A/HRC/RES/37/2', 'A/RES/75/176'],
  );
});

test('forms of number', () => {
  assert.deepEqual(found('resolution 217 A (III)'), [['resolution 217 A (III)', 'A/RES/217(III) A/RES/217(III)A']]);
  assert.deepEqual(found('resolution 3201 (S-VI)'), [['resolution 3201 (S-VI)', 'A/RES/3201(S-VI)']]);
  assert.deepEqual(found('ECOSOC resolution 1503 (XLVIII)'), [
    ['ECOSOC resolution 1503 (XLVIII)', 'E/RES/1503(XLVIII)'],
  ]);
  assert.deepEqual(found('UNSC Resolutions 1373 (2001), 2178 (2014) and 2396'), [
    ['1373 (2001)', 'S/RES/1373(2001)'],
    ['2178 (2014)', 'S/RES/2178(2014)'],
    ['2396', 'S/RES/2396(2017)'],
  ]);
  assert.deepEqual(found('resolutions 53/70 of 4 December 1998 and 54/49 of 1 December 1999'), [
    ['53/70', 'A/RES/53/70'],
    ['54/49', 'A/RES/54/49'],
  ]);
});

test('Arabic numbers may be turned round', () => {
  assert.deepEqual(found('قرار الجمعية العامة 247/74'), [['قرار الجمعية العامة 247/74', 'A/RES/74/247']]);
  assert.deepEqual(found('قرار الجمعية العامة رقم 37/ 77'), [
    ['قرار الجمعية العامة رقم 37/ 77', 'A/RES/37/77 A/RES/77/37'],
  ]);
  assert.deepEqual(found('القرارات 73/27 و73/266'), [
    ['73/27', 'A/RES/73/27'],
    ['73/266', 'A/RES/73/266'],
  ]);
  assert.deepEqual(found('قرار مجلس الأمن الدولي رقم (2341) لعام 2017'), [
    ['قرار مجلس الأمن الدولي رقم (2341)', 'S/RES/2341(2017)'],
  ]);
  assert.deepEqual(found('القرار رقم (73/27)'), [['القرار رقم (73/27)', 'A/RES/73/27']]);
  assert.deepEqual(found('قرار مجلس حقوق الإنسان 42/15'), [['قرار مجلس حقوق الإنسان 42/15', 'A/HRC/RES/42/15']]);
});

test('the year must fit the number', () => {
  assert.deepEqual(found('резолюция 2021 года 76/19'), []);
  assert.deepEqual(found('Resolution 2485 (2023) and resolution 2485 (2019)'), [
    ['resolution 2485 (2019)', 'S/RES/2485(2019)'],
  ]);
  assert.deepEqual(found('UNSC resolution 1373 (2011)'), []);
  assert.deepEqual(found('resolution 1738 (2006), resolution 1739 (2007), resolution 2790 (2025)').length, 3);
  assert.deepEqual(found('resolution 34/7 (2017), resolution 34/7 of 30 November 1979'), [
    ['resolution 34/7', 'A/HRC/RES/34/7'],
    ['resolution 34/7', 'A/RES/34/7'],
  ]);
  assert.deepEqual(found('resolution 34/7 (1999)'), []);
  // The organ says more than a year that is wrong.
  assert.deepEqual(found('General Assembly resolution 73/27 (2016)'), [
    ['General Assembly resolution 73/27', 'A/RES/73/27'],
  ]);
});

test('lists go on behind a symbol, and in Chinese before the word', () => {
  assert.deepEqual(
    found('resolutions A/RES/70/237 of 23 December 2015, 73/27 and 73/266; A/RES/73/27, 2018 and 40/100 %'),
    [
      ['73/27', 'A/RES/73/27'],
      ['73/266', 'A/RES/73/266'],
    ],
  );
  assert.deepEqual(found('resolutions 57/239 (2002), 58/199 (2004)'), [
    ['57/239', 'A/RES/57/239'],
    ['58/199', 'A/RES/58/199'],
  ]);
  assert.deepEqual(found('大会第73/27号和第73/266号决议，第74/28、74/247号决议'), [
    ['第73/27号', 'A/RES/73/27'],
    ['第73/266号', 'A/RES/73/266'],
    ['第74/28', 'A/RES/74/28'],
    ['74/247号', 'A/RES/74/247'],
  ]);
});

test('the number before the title of a resolution', () => {
  const symbols = (text: string): readonly string[] | undefined => titledResolution(text)?.symbols;
  assert.deepEqual(symbols('34/7. The right to privacy in the digital age'), ['A/HRC/RES/34/7', 'A/RES/34/7']);
  assert.deepEqual(symbols('73/27. Developments in the field'), ['A/RES/73/27']);
  assert.deepEqual(symbols('28/16．数字时代的隐私权'), ['A/HRC/RES/28/16', 'A/RES/28/16']);
  assert.equal(symbols('1/2 of the States, 50/50'), undefined);
  assert.equal(symbols('See 34/7. The end'), undefined);
});

test('numbers alone', () => {
  assert.deepEqual(
    bareResolutions('| 74/247 | 75/240, 76/19; 1/2, 50/50, 12/24/2019, 60/100 % of 70/30.5, A/70/174').map(
      ({ symbols }) => symbols,
    ),
    [['A/RES/74/247'], ['A/RES/75/240'], ['A/RES/76/19'], ['A/RES/60/100', 'A/HRC/RES/60/100']],
  );
  assert.deepEqual(
    bareResolutions('and 28/16 of 26 March 2015, 34/7 of the, 3/4 of 5 States and 5/6 of 9 May').map(
      ({ symbols }) => symbols,
    ),
    [
      ['A/HRC/RES/28/16', 'A/RES/28/16'],
      ['A/HRC/RES/3/4', 'A/RES/3/4'],
      ['A/HRC/RES/5/6', 'A/RES/5/6'],
    ],
  );
});

test('six languages', () => {
  assert.deepEqual(found('les résolutions 73/27 et 73/266 de l’Assemblée générale'), [
    ['73/27', 'A/RES/73/27'],
    ['73/266', 'A/RES/73/266'],
  ]);
  assert.deepEqual(found('las resoluciones 68/167 y 69/166 de la Asamblea General'), [
    ['68/167', 'A/RES/68/167'],
    ['69/166', 'A/RES/69/166'],
  ]);
  assert.deepEqual(found('резолюции 1373 (2001) Совета Безопасности'), [['резолюции 1373 (2001)', 'S/RES/1373(2001)']]);
  assert.deepEqual(found('قرار الجمعية العامة رقم 74/247'), [['قرار الجمعية العامة رقم 74/247', 'A/RES/74/247']]);
  assert.deepEqual(found('اعتمدت الجمعية العامة القرار 74/247'), [['القرار 74/247', 'A/RES/74/247']]);
  assert.deepEqual(found('安全理事会第2341(2017)号决议，人权理事会第47/16号决议'), [
    ['第2341(2017)号决议', 'S/RES/2341(2017)'],
    ['第47/16号决议', 'A/HRC/RES/47/16'],
  ]);
});

test('any text gives places in order, inside it, with symbols that are well-formed', () => {
  const piece = fc.constantFrom(
    'resolution ',
    'Resolutions ',
    'résolution ',
    'резолюции ',
    'القرار ',
    '第',
    '号决议',
    '73/27',
    '1373 (2001)',
    '217 A (III)',
    'A/RES/70/237',
    '和',
    ' (2018)',
    '2341',
    ' and ',
    ', ',
    ' of 5 December 2018',
    'General Assembly ',
    'UNSC ',
    'HRC ',
    '(',
    '/',
    '\n',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      (text) => {
        const places = numberedResolutions(text);
        if (places.length > 0) assert.ok(mayNumberResolutions(text), text);
        let last = 0;
        for (const { start, end, symbols, isLoose } of places) {
          assert.ok(start >= last && end > start && end <= text.length, text);
          last = start;
          for (const symbol of symbols)
            assert.ok(parseSymbol(symbol) !== undefined || /[A-Z]$/.test(symbol) || isLoose, `${symbol} in ${text}`);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
