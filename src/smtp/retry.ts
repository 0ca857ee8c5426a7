import { setTimeout as delay } from 'node:timers/promises';
import { followSignal } from '../deadline.js';

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 10_000;
/** A server that answers so soon after a failure may have been up the whole time. */
const AT_ONCE_MS = 500;
const MOST_AT_ONCE = 2;

/** What to repeat, and for how long. */
export interface RetryOptions<T> {
  /** The time after which no new attempt begins, in milliseconds from the first. */
  waitMs: number;
  signal: AbortSignal;
  run: () => Promise<T>;
  isWorthRetrying: (result: T) => boolean;
  onRetry: (result: T, delayMs: number) => void;
  /** Settles when a new attempt makes sense, where that can be seen from outside. Nothing is tried before. */
  untilUp?: (result: T, signal: AbortSignal) => Promise<void> | undefined;
}

/**
 * Repeats a check while its failure may go away by itself. A new attempt begins as soon as that can be seen. Otherwise the pause
 * is one second, doubled each time up to ten.
 *
 * @returns the last result
 * @throws the signal's reason, when it is aborted during a pause
 */
export async function retryWhileFailing<T>(options: RetryOptions<T>): Promise<T> {
  const { waitMs, signal, run, isWorthRetrying, onRetry } = options;
  const end = performance.now() + waitMs;
  let pause = FIRST_DELAY_MS;
  let atOnce = 0;
  for (;;) {
    const result = await run();
    const left = end - performance.now();
    if (left <= 0 || !isWorthRetrying(result)) return result;
    const controller = followSignal(signal);
    const since = performance.now();
    const up = atOnce < MOST_AT_ONCE ? options.untilUp?.(result, controller.signal) : undefined;
    const delayMs = up ? left : Math.min(pause, left);
    onRetry(result, delayMs);
    try {
      await Promise.race([delay(delayMs, undefined, { signal: controller.signal }), up ?? never()]);
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    } finally {
      controller.abort();
    }
    atOnce = up && performance.now() - since < AT_ONCE_MS ? atOnce + 1 : 0;
    if (!up) pause = Math.min(pause * 2, LONGEST_DELAY_MS);
  }
}

function never(): Promise<never> {
  return new Promise(() => {});
}
