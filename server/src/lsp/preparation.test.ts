import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Draft } from '../draft/draft.ts';
import { OpenDraft } from './open-drafts.ts';
import { type AheadWork, Preparation } from './preparation.ts';

const inSteps = (steps: AheadWork['steps']): AheadWork => ({ steps, block: () => assert.fail() });

describe('preparing drafts while nothing is asked', () => {
  const letter = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'e' };

  test('begins when a draft has rested, and only with its last state', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const prepared: string[] = [];
    const preparation = new Preparation(
      inSteps(function* (draft: Draft) {
        prepared.push(draft.text);
        yield;
      }),
      () => assert.fail(),
    );
    const open = new OpenDraft('file:///a.md', 1, 'text');
    preparation.schedule(open);
    context.mock.timers.tick(200);
    open.change([letter], 2);
    preparation.schedule(open);
    context.mock.timers.tick(200);
    assert.deepEqual(prepared, []);
    context.mock.timers.tick(100);
    assert.deepEqual(prepared, ['etext']);
    preparation.schedule(open);
    preparation.forget(open);
    context.mock.timers.tick(1000);
    assert.deepEqual(prepared, ['etext']);
  });

  test('lets requests through between the steps, and stops at an edit', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    let steps = 0;
    const preparation = new Preparation(
      inSteps(function* () {
        for (;;) {
          const end = performance.now() + 10;
          while (performance.now() < end);
          steps++;
          yield;
        }
      }),
      () => assert.fail(),
    );
    const open = new OpenDraft('file:///a.md', 1, 'text');
    preparation.schedule(open);
    context.mock.timers.tick(250);
    assert.equal(steps, 1);
    context.mock.timers.tick(1);
    assert.equal(steps, 2);
    preparation.schedule(open);
    context.mock.timers.tick(1);
    assert.equal(steps, 2);
  });

  test('what goes wrong is told, and ends nothing else', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const errors: unknown[] = [];
    const broken = new Error('broken');
    const preparation = new Preparation(
      // biome-ignore lint/correctness/useYield: it fails before its first step
      inSteps(function* () {
        throw broken;
      }),
      (error) => errors.push(error),
    );
    preparation.schedule(new OpenDraft('file:///a.md', 1, 'text'));
    context.mock.timers.tick(1000);
    assert.deepEqual(errors, [broken]);
  });

  test('the block that was edited last is worked out when its question is answered', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout', 'setImmediate'] });
    const prepared: [text: string, offset: number][] = [];
    const preparation = new Preparation(
      {
        steps: () => assert.fail(),
        block: (draft, offset) => void prepared.push([draft.text, offset]),
      },
      () => assert.fail(),
    );
    const open = new OpenDraft('file:///a.md', 1, 'text');
    preparation.answered(open);
    context.mock.timers.tick(1);
    assert.deepEqual(prepared, []);
    open.change([letter], 2);
    preparation.answered(open);
    preparation.answered(open);
    assert.deepEqual(prepared, []);
    context.mock.timers.tick(1);
    assert.deepEqual(prepared, [['etext', 0]]);
    // What has been edited again since comes with its own question.
    open.change([letter], 3);
    preparation.answered(open);
    open.change([letter], 4);
    context.mock.timers.tick(1);
    assert.equal(prepared.length, 1);
  });
});
