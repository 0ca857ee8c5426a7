import { setTimeout as delay } from 'node:timers/promises';

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 10_000;

/** What to repeat, and for how long. */
export interface RetryOptions<T> {
  /** No new attempt begins later than this after the first, in milliseconds. */
  waitMs: number;
  signal: AbortSignal;
  run: () => Promise<T>;
  isWorthRetrying: (result: T) => boolean;
  onRetry: (result: T, delayMs: number) => void;
}

/**
 * Repeats a check while its failure may go away by itself: after one second, then after twice as
 * long each time, up to ten.
 *
 * @returns the last result
 * @throws the signal's reason, when it is aborted during a pause
 */
export async function retryWhileFailing<T>(options: RetryOptions<T>): Promise<T> {
  const { waitMs, signal, run, isWorthRetrying, onRetry } = options;
  const end = performance.now() + waitMs;
  let pause = FIRST_DELAY_MS;
  for (;;) {
    const result = await run();
    const left = end - performance.now();
    if (left <= 0 || !isWorthRetrying(result)) return result;
    const delayMs = Math.min(pause, left);
    onRetry(result, delayMs);
    await delay(delayMs, undefined, { signal }).catch((error: unknown) => {
      throw signal.aborted ? signal.reason : error;
    });
    pause = Math.min(pause * 2, LONGEST_DELAY_MS);
  }
}
