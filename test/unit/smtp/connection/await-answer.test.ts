import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeadlineReached } from '../../../../src/deadline.js';
import { StepFailure } from '../../../../src/diagnosis/evidence.js';
import { awaitAnswer, type Waiting } from '../../../../src/smtp/connection/await-answer.js';
import type { EarlyLook, Neighbour } from '../../../../src/smtp/cure.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

// The promises of node:timers are no fake ones: everything is given by this stand-in.
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number, value: unknown, { signal }: { signal?: AbortSignal } = {}) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(value), ms);
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop);
    }),
}));

/** An attempt that takes so long, in milliseconds; never where nothing is given. */
function answering(ms?: number) {
  return (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      if (ms !== undefined) setTimeout(() => resolve('answer'), ms);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
}

interface Case {
  answersAfter?: number;
  /** When the neighbour answers, from the beginning of the look; never where nothing is given. */
  neighbourAfter?: number;
  step?: Waiting<string>['step'];
  isLooking?: boolean;
}

function start({ answersAfter, neighbourAfter, step = 'connect', isLooking = true }: Case) {
  const controller = new AbortController();
  const begun = performance.now();
  const seen = { looks: [] as number[], further: [] as number[], end: 0 };
  const now = () => Math.round(performance.now() - begun);
  const beginLook = async (): Promise<EarlyLook> => {
    seen.looks.push(now());
    return {
      neighbour: new Promise<Neighbour | undefined>((resolve) => {
        if (neighbourAfter !== undefined)
          setTimeout(() => resolve({ port: 587, ms: 30 }), neighbourAfter);
      }),
      lookFurther: () => seen.further.push(now()),
      search: async () => ({}),
      end: () => {},
    };
  };
  const result = awaitAnswer({
    attempt: answering(answersAfter),
    ...{ step, port: 465, signal: controller.signal, details: () => ({}) },
    beginLook: isLooking ? beginLook : undefined,
  })
    .catch((error: unknown) => error)
    .finally(() => {
      seen.end = now();
    });
  return { result, seen, controller };
}

describe('awaitAnswer', () => {
  it('looks at nobody where the answer comes soon', async () => {
    const { result, seen } = start({ answersAfter: 1400 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await result).toBe('answer');
    expect(seen).toEqual({ looks: [], further: [], end: 1400 });
  });

  it('decides after three SYNs where a neighbour answers', async () => {
    const { result, seen } = start({ neighbourAfter: 30 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await result).toMatchObject({
      evidence: {
        ...{ step: 'connect', isTimedOut: true, port: 465 },
        neighbour: { port: 587, ms: 30 },
      },
    });
    expect(seen).toMatchObject({ looks: [1500], further: [3060] });
    expect(seen.end).toBeCloseTo(3060, -1);
  });

  it('decides when a neighbour answers later', async () => {
    const { result, seen } = start({ neighbourAfter: 3000 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await result).toBeInstanceOf(StepFailure);
    expect(seen.end).toBeCloseTo(4500, -1);
  });

  it('decides after four SYNs where nobody answers, and names no neighbour', async () => {
    const { result, seen } = start({});
    await vi.advanceTimersByTimeAsync(10_000);
    const error = await result;
    expect(error).toMatchObject({
      evidence: { step: 'connect', waitedMs: expect.closeTo(7500, -1) },
    });
    expect((error as StepFailure).evidence).not.toHaveProperty('neighbour');
    expect(seen.end).toBeCloseTo(7500, -1);
  });

  it.each([
    ['between the look and the verdict', 2900, 30],
    ['where no neighbour answers', 7400, undefined],
  ])('takes an answer that comes late: %s', async (_name, answersAfter, neighbourAfter) => {
    const { result, seen } = start({
      answersAfter,
      ...(neighbourAfter === undefined ? {} : { neighbourAfter }),
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await result).toBe('answer');
    expect(seen.end).toBe(answersAfter);
  });

  it('lets no neighbour hasten a server that took the connection', async () => {
    const { result, seen } = start({ step: 'tls', neighbourAfter: 30 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await result).toMatchObject({
      evidence: { step: 'tls', waitedMs: expect.closeTo(7000, -1) },
    });
    expect(seen.end).toBeCloseTo(7000, -1);
  });

  it('has nothing but patience where nobody may look', async () => {
    const { result, controller, seen } = start({ isLooking: false });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.end).toBe(0);
    controller.abort(new DeadlineReached());
    expect(await result).toBeInstanceOf(DeadlineReached);
  });

  it.each([1000, 2000, 5000])('ends with the time that is allowed, after %d ms', async (ms) => {
    const { result, controller } = start({});
    await vi.advanceTimersByTimeAsync(ms);
    controller.abort(new DeadlineReached());
    expect(await result).toBeInstanceOf(DeadlineReached);
  });
});
