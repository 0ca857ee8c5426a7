import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryWhileFailing } from '../../../src/smtp/retry.js';

// Fake timers leave node:timers/promises alone: this one goes by the global ones, which they replace.
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number, value: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(value), ms);
      const stop = () => {
        clearTimeout(timer);
        reject(new DOMException('aborted', 'AbortError'));
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    }),
}));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Plan {
  waitMs: number;
  /** Attempts fail until this one. */
  succeedsAt?: number;
  takesMs?: number;
  isWorthRetrying?: boolean;
  signal?: AbortSignal;
  /** After so long it can be seen from outside that it is worth trying. */
  upAfterMs?: number;
}

/** Runs a check that fails, and notes when the attempts began and how long the pauses were said to be. */
function start({
  waitMs,
  succeedsAt = Infinity,
  takesMs = 0,
  isWorthRetrying = true,
  signal,
  upAfterMs,
}: Plan) {
  const begin = Date.now();
  const starts: number[] = [];
  const pauses: number[] = [];
  const outcome = retryWhileFailing({
    waitMs,
    signal: signal ?? new AbortController().signal,
    run: async () => {
      starts.push(Date.now() - begin);
      if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
      return starts.length >= succeedsAt ? 'passed' : `failed ${starts.length}`;
    },
    isWorthRetrying: (result) => result !== 'passed' && isWorthRetrying,
    onRetry: (_result, delayMs) => pauses.push(Math.round(delayMs)),
    ...(upAfterMs === undefined
      ? {}
      : { untilUp: () => new Promise<void>((resolve) => setTimeout(resolve, upAfterMs)) }),
  });
  outcome.catch(() => {});
  return { outcome, starts, pauses };
}

describe('retryWhileFailing', () => {
  it('tries once where no waiting is wanted', async () => {
    const { outcome, starts, pauses } = start({ waitMs: 0 });
    expect(await outcome).toBe('failed 1');
    expect(starts).toEqual([0]);
    expect(pauses).toEqual([]);
  });

  it('tries once where it is of no use', async () => {
    const { outcome, starts } = start({ waitMs: 60_000, isWorthRetrying: false });
    expect(await outcome).toBe('failed 1');
    expect(starts).toHaveLength(1);
  });

  it('stops as soon as it works', async () => {
    const { outcome, starts } = start({ waitMs: 60_000, succeedsAt: 3 });
    await vi.runAllTimersAsync();
    expect(await outcome).toBe('passed');
    expect(starts).toEqual([0, 1000, 3000]);
  });

  it('waits twice as long each time, up to ten seconds', async () => {
    const { outcome, starts, pauses } = start({ waitMs: 60_000, succeedsAt: 7 });
    await vi.runAllTimersAsync();
    expect(await outcome).toBe('passed');
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000]);
    expect(starts).toEqual([0, 1000, 3000, 7000, 15_000, 25_000, 35_000]);
  });

  it('begins no attempt after the time is up, and gives the last result', async () => {
    const { outcome, starts, pauses } = start({ waitMs: 5000 });
    await vi.runAllTimersAsync();
    expect(await outcome).toBe('failed 4');
    expect(pauses).toEqual([1000, 2000, 2000]);
    expect(starts).toEqual([0, 1000, 3000, 5000]);
  });

  it('counts the time that the attempts take', async () => {
    const { outcome, starts } = start({ waitMs: 5000, takesMs: 4500 });
    await vi.runAllTimersAsync();
    expect(await outcome).toBe('failed 2');
    expect(starts).toEqual([0, 5000]);
  });

  it('is ended in a pause, with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const { outcome, starts } = start({ waitMs: 60_000, signal: controller.signal });
    await vi.advanceTimersByTimeAsync(500);
    controller.abort(reason);
    await expect(outcome).rejects.toBe(reason);
    await vi.runAllTimersAsync();
    expect(starts).toEqual([0]);
  });

  it('tries when the server is seen to be up, and not before', async () => {
    const { outcome, starts, pauses } = start({ waitMs: 60_000, upAfterMs: 7300, succeedsAt: 2 });
    await vi.runAllTimersAsync();
    expect(await outcome).toBe('passed');
    expect(starts).toEqual([0, 7300]);
    expect(pauses).toEqual([60_000]);
  });

  it('tries a last time where it was never seen to be up', async () => {
    const { outcome, starts } = start({ waitMs: 5000, upAfterMs: 7300 });
    await vi.runAllTimersAsync();
    expect(await outcome).toBe('failed 2');
    expect(starts).toEqual([0, 5000]);
  });

  it('is not hurried by what is up all the while, and fails', async () => {
    const { outcome, starts } = start({ waitMs: 8000, upAfterMs: 100 });
    await vi.runAllTimersAsync();
    expect(await outcome).toMatch(/^failed/);
    expect(starts).toEqual([
      0, 100, 200, 1200, 1300, 1400, 3400, 3500, 3600, 7600, 7700, 7800, 8000,
    ]);
  });
});
