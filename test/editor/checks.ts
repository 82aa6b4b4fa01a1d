// The small test runner of the suite that runs inside the editor. It has no imports, so that it runs in Node's
// extension host and in the browser's alike, and reports each check as a line that run.ts reads from the console.

/** What a suite tells run.ts about one check; `failure` is absent where it passed. */
export interface CheckReport {
  name: string;
  failure?: string;
  milliseconds: number;
}

/** Marks the lines of the editor's console that are meant for run.ts. */
export const reportMark = '@@rapporteur-check ';

export type Check = readonly [name: string, run: () => Promise<void>];

const limitMilliseconds = 30_000;

/** Runs the checks one after the other, and throws at the end if any failed. */
export async function runChecks(checks: readonly Check[]): Promise<void> {
  let failed = 0;
  for (const [name, run] of checks) {
    const began = Date.now();
    let failure: string | undefined;
    try {
      await within(limitMilliseconds, name, run());
    } catch (error) {
      failure = describe(error);
      failed++;
    }
    const report: CheckReport = { name, milliseconds: Date.now() - began, ...(failure !== undefined && { failure }) };
    console.log(reportMark + JSON.stringify(report));
  }
  if (checks.length === 0) throw new Error('There was no check to run.');
  if (failed > 0) throw new Error(`${failed} of ${checks.length} checks failed.`);
}

function describe(error: unknown): string {
  if (error instanceof Failure) return error.message;
  // The first calls tell where it happened; the rest are the editor's own.
  return error instanceof Error ? String(error.stack).split('\n').slice(0, 6).join('\n') : String(error);
}

class Failure extends Error {}

export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Failure(what);
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Failure(`${what}: expected ${should}, got ${is}`);
}

export function matches(actual: string, pattern: RegExp, what: string): void {
  if (!pattern.test(actual))
    throw new Failure(`${what}: expected ${pattern}, got ${JSON.stringify(actual.slice(0, 600))}`);
}

/** The promise's value, or a failure if it takes too long. */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Failure(`${what}: no end within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks again and again until there is an answer; an editor shows things in its own time. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  milliseconds = 10_000,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Failure(`${what}: did not happen within ${milliseconds / 1000} s`);
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
