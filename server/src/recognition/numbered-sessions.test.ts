import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallField } from '../../../test/support/small-field.ts';
import { bareSessions, mayNumberSessions, numberedSessions } from './numbered-sessions.ts';
import { unitsOf } from './words.ts';

const { knowledge, lexicon } = smallField();

const found = (text: string): [string, string][] =>
  numberedSessions(lexicon, text, lexicon.match(unitsOf(text), text.length)).map(({ start, end, names }) => [
    text.slice(start, end),
    knowledge.id(lexicon.record(names[0]!)),
  ]);

test('a body that goes on into the number of its session, in six ways', () => {
  assert.deepEqual(
    found(
      'The 52nd regular session of the United Nations, the UN’s 1196th meeting, a 41st UN session and the second and final session of the CCW.',
    ),
    [
      ['52nd regular session of the United Nations', 'united-nations'],
      ['UN’s 1196th meeting', 'united-nations'],
      ['41st UN session', 'united-nations'],
      ['second and final session of the CCW', 'ccw'],
    ],
  );
  assert.deepEqual(found('La quinzième session de l’ONU.'), [['quinzième session de l’ONU', 'united-nations']]);
  assert.deepEqual(found('На двадцать пятой сессии Организации Объединённых Наций.'), [
    ['двадцать пятой сессии Организации Объединённых Наций', 'united-nations'],
  ]);
  assert.deepEqual(found('联合国第二十七届会议'), [['联合国第二十七届会议', 'united-nations']]);
});

test('none where nothing is counted, and none of what is a session itself', () => {
  assert.deepEqual(
    found('Two sessions of the UN, a session of the CCW, the UN session of 2019, the first yearly report.'),
    [],
  );
  assert.deepEqual(found('The third session of the General Assembly.'), []);
});

test('sessions without a body, in six languages', () => {
  const bare = (text: string): [string, number, boolean][] =>
    bareSessions(text).map(({ start, end, value, isOwn }) => [text.slice(start, end), value, isOwn]);
  assert.deepEqual(bare('At its twenty-eighth session and at the 47th session it met.'), [
    ['twenty-eighth session', 28, true],
    ['47th session', 47, false],
  ]);
  assert.deepEqual(bare('À sa 53e session ; la troisième et dernière session de fond'), [
    ['53e session', 53, true],
    ['troisième et dernière session de fond', 3, false],
  ]);
  assert.deepEqual(bare('en su XX sesión; el trigésimo cuarto período de sesiones'), [
    ['XX sesión', 20, true],
    ['trigésimo cuarto período de sesiones', 34, false],
  ]);
  assert.deepEqual(bare('на своей пятьдесят третьей сессии'), [['пятьдесят третьей сессии', 53, true]]);
  assert.deepEqual(bare('في دورته التاسعة والخمسين'), [['دورته التاسعة والخمسين', 59, true]]);
  assert.deepEqual(bare('在其第二十八届会议上'), [['第二十八届会议', 28, true]]);
  assert.deepEqual(
    bare(
      'Шесть сессий прошло; пять сессий. The 47th session of the UN, the UN’s 47th session, sessions, la 3e session du Conseil, пятой сессии Группы',
    ),
    [],
  );
});

test('whatever stands around, what is found holds the body, in order and apart', () => {
  const pieces = fc.constantFrom(
    ...[
      'the ',
      'UN',
      'CCW',
      '’s ',
      '1st ',
      'twenty-second ',
      'session',
      ' session',
      ' meeting',
      ' of ',
      'the ',
      'ONU',
      ' de l’',
      'première ',
    ],
    ...[
      'sexto período de sesiones de la ',
      'пятой сессии ',
      '联合国',
      '第7届',
      '会议',
      '😀',
      '\n',
      '(',
      ')',
      ' ',
      '2019',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      const matches = lexicon.match(unitsOf(text), text.length);
      let end = 0;
      for (const one of numberedSessions(lexicon, text, matches)) {
        assert.ok(one.start >= end && one.end <= text.length);
        assert.ok(matches.some((match) => one.start <= match.start && match.end <= one.end));
        assert.ok(mayNumberSessions(text.slice(one.start, one.end)), text);
        end = one.end;
      }
    }),
    { numRuns: 1000 },
  );
});

test('the places of bare sessions are in the text, in order', () => {
  const pieces = fc.constantFrom(
    ...[
      'its ',
      'twenty-',
      'first ',
      '3rd ',
      'session',
      ' of ',
      'XX ',
      'sesión ',
      'сессии ',
      'пятой ',
      '第',
      '三',
      '届会议',
      '其',
      'دورته ',
      'الثالثة',
      '😀',
      '\n',
      '’s ',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      for (const { start, end, value } of bareSessions(text)) {
        assert.ok(start >= 0 && start < end && end <= text.length && Number.isInteger(value));
        assert.ok(mayNumberSessions(text.slice(start, end)), text);
      }
    }),
  );
});
