/** Works drafts out ahead while nobody asks for anything, so that questions about long ones do not wait. */
import type { Draft } from '../draft/draft.ts';
import type { OpenDraft } from './open-drafts.ts';

/** How long after the last edit the work begins, and how long it goes on before it lets requests through; milliseconds. */
const restBefore = 250;
const longestStep = 8;

/** As soon as what has come in is answered; in a browser's worker a millisecond later. */
const soon: (work: () => void) => void =
  typeof setImmediate === 'function' ? (work) => setImmediate(work) : (work) => setTimeout(work, 0);

/** What can be worked out ahead. */
export interface AheadWork {
  /** All of a draft, cut into short steps. */
  steps(draft: Draft): Iterator<void>;
  /** The block at an offset; a fraction of a millisecond. */
  block(draft: Draft, offset: number): void;
}

export class Preparation {
  private readonly ahead: AheadWork;
  private readonly failed: (error: unknown) => void;
  private readonly waiting = new Map<OpenDraft, ReturnType<typeof setTimeout>>();

  /**
   * @param failed told what a step throws; the draft is then left alone until its next edit
   */
  constructor(ahead: AheadWork, failed: (error: unknown) => void) {
    this.ahead = ahead;
    this.failed = failed;
  }

  /**
   * A question on a draft is being answered; then there is time for the block that was edited last. Otherwise a question that
   * needs all blocks would wait for those of all the edits since the last such question.
   */
  answered(open: OpenDraft): void {
    const { edited } = open;
    if (edited === undefined) return;
    open.edited = undefined;
    const { version } = open;
    soon(() => {
      if (open.version !== version) return;
      try {
        this.ahead.block(open.draft, edited);
      } catch (error) {
        this.failed(error);
      }
    });
  }

  /** Begins with a draft once it has rested; an edit before that begins the rest anew, one after it stops the work. */
  schedule(open: OpenDraft): void {
    clearTimeout(this.waiting.get(open));
    const timer = setTimeout(() => {
      this.waiting.delete(open);
      this.work(open, this.ahead.steps(open.draft));
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
