/** Works drafts out ahead while nobody asks for anything, so that the first question about a long one does not wait. */
import type { Draft } from '../draft/draft.ts';
import type { OpenDraft } from './open-drafts.ts';

/** How long after the last edit the work begins, and how long it goes on before it lets requests through; milliseconds. */
const restBefore = 250;
const longestStep = 8;

export class Preparation {
  private readonly steps: (draft: Draft) => Iterator<void>;
  private readonly failed: (error: unknown) => void;
  private readonly waiting = new Map<OpenDraft, ReturnType<typeof setTimeout>>();

  /**
   * @param steps the work on a draft, cut into short steps
   * @param failed told what a step throws; the draft is then left alone until its next edit
   */
  constructor(steps: (draft: Draft) => Iterator<void>, failed: (error: unknown) => void) {
    this.steps = steps;
    this.failed = failed;
  }

  /** Begins with a draft once it has rested; an edit before that begins the rest anew, one after it stops the work. */
  schedule(open: OpenDraft): void {
    clearTimeout(this.waiting.get(open));
    const timer = setTimeout(() => {
      this.waiting.delete(open);
      this.work(open, this.steps(open.draft));
    }, restBefore);
    this.waiting.set(open, timer);
  }

  /** Lets a draft be that is open no more. */
  forget(open: OpenDraft): void {
    clearTimeout(this.waiting.get(open));
    this.waiting.delete(open);
  }

  private work(open: OpenDraft, steps: Iterator<void>): void {
    // What was edited since is worked out when it has rested in turn.
    if (this.waiting.has(open)) return;
    try {
      const end = performance.now() + longestStep;
      while (performance.now() < end) if (steps.next().done === true) return;
    } catch (error) {
      this.failed(error);
      return;
    }
    setTimeout(() => this.work(open, steps), 1);
  }
}
