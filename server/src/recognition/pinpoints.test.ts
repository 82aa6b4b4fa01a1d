import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findPinpoints, pinpointsOf } from './pinpoints.ts';

const found = (text: string): string[] => findPinpoints(text).map(({ at }) => at);

test('forms of pinpoint', () => {
  assert.deepEqual(found('Article 51, art. 2(4), Arts. 2 (4), articles 19'), [
    'art. 51',
    'art. 2(4)',
    'art. 2(4)',
    'art. 19',
  ]);
  assert.deepEqual(found('paras. 69–71, paragraph 13 (a), para. 28(f)'), [
    'paras. 69–71',
    'para. 13(a)',
    'para. 28(f)',
  ]);
  assert.deepEqual(found('artículo 51, статья 51, статьи 2, المادة 51, الفقرة 72'), [
    'art. 51',
    'art. 51',
    'art. 2',
    'art. 51',
    'para. 72',
  ]);
  assert.deepEqual(found('第五十一条，第51條，第二十二条，第七十二段，第一百零三条'), [
    'art. 51',
    'art. 51',
    'art. 22',
    'para. 72',
    'art. 103',
  ]);
  assert.deepEqual(found('“article 5”, (para.\u00a072), ¶ 3, §\u202f4'), ['art. 5', 'para. 72', 'para. 3', 'sect. 4']);
  assert.deepEqual(found('article, party 5, a start 5, smart. 3'), []);
});

test('a paragraph of an article is a place in it', () => {
  assert.deepEqual(found('Charter art. 2, para. 4; Article 17 paragraph 1 and article 5'), [
    'art. 2(4)',
    'art. 17(1)',
    'art. 5',
  ]);
});

test('particles before an Arabic word are no part of the place', () => {
  const text = 'ميثاق الأمم المتحدة والمادة 51';
  assert.deepEqual(
    findPinpoints(text).map(({ start, end }) => text.slice(start, end)),
    ['المادة 51'],
  );
});

test('operative paragraphs, and letters behind a bracket', () => {
  const text = 'operative paragraph 72 of the Agenda; Article 15(1)b of the Covenant';
  assert.deepEqual(
    findPinpoints(text).map(({ start, end, at }) => [text.slice(start, end), at]),
    [
      ['operative paragraph 72', 'para. 72'],
      ['Article 15(1)b', 'art. 15(1)b'],
    ],
  );
});

test('ranges, also in lists', () => {
  assert.deepEqual(found('Articles 22 and 49 to 54, 57–59 and 60 of the Act; paragraphs 5 through 7'), [
    'art. 22',
    'arts. 49–54',
    'arts. 57–59',
    'art. 60',
    'paras. 5–7',
  ]);
});

test('each pinpoint belongs to the name behind it, else to the one before it', () => {
  const text = 'Article 51 of the Charter, paragraph 72 of the Agenda, art. 5, A/70/174, para. 13';
  const names = ['Charter', 'Agenda', 'A/70/174'].map((name) => ({
    start: text.indexOf(name),
    end: text.indexOf(name) + name.length,
  }));
  assert.deepEqual(
    pinpointsOf(findPinpoints(text), names, text).map((one) => one?.at),
    ['art. 51', 'para. 72', 'para. 13'],
  );
});

test('any text gives pinpoints in order and inside it', () => {
  const piece = fc.constantFrom('art. ', 'para. ', '72', '(a)', '第', '五十一', '条', ' of the ', 'статья ', '–', ' ');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      fc.nat(),
      fc.nat(),
      (text, a, b) => {
        const pinpoints = findPinpoints(text);
        let last = 0;
        for (const { start, end, at } of pinpoints) {
          assert.ok(start >= last && end > start && end <= text.length && at !== '');
          last = start;
        }
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const [own] = pinpointsOf(pinpoints, [{ start, end }], text);
        if (own !== undefined) assert.ok(own.end <= start || own.start >= end);
      },
    ),
  );
});

test('a paragraph of an article is one place, in six languages', () => {
  const at = (text: string): string[] =>
    findPinpoints(text).map((one) => `${text.slice(one.start, one.end)} = ${one.at}`);
  assert.deepEqual(at('Paragraph 4 of Article 2 of the Charter'), ['Paragraph 4 of Article 2 = art. 2(4)']);
  assert.deepEqual(at('le paragraphe 4 de l’article 2'), ['paragraphe 4 de l’article 2 = art. 2(4)']);
  assert.deepEqual(at('el párrafo 4 del artículo 2'), ['párrafo 4 del artículo 2 = art. 2(4)']);
  assert.deepEqual(at('пункт 4 статьи 2'), ['пункт 4 статьи 2 = art. 2(4)']);
  assert.deepEqual(at('п. 4 и 7 ст. 2'), ['п. 4 = art. 2(4)', '7 ст. 2 = art. 2(7)']);
  assert.deepEqual(at('الفقرة 4 من المادة 2'), ['الفقرة 4 من المادة 2 = art. 2(4)']);
  assert.deepEqual(at('第2条第4款'), ['第2条第4款 = art. 2(4)']);
  assert.deepEqual(at('paragraph 4, and Article 2'), ['paragraph 4 = para. 4', 'Article 2 = art. 2']);
});
