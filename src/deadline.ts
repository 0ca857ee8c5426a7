import { setMaxListeners } from 'node:events';

/** The reason of a check that ended itself: its time was up. */
export class DeadlineReached extends Error {
  override name = 'DeadlineReached';
}

/** The bound on one check, and how much of it is left. */
export interface Deadline {
  /** Aborted with `DeadlineReached` when the time is up, or with the outer signal's reason. */
  signal: AbortSignal;
  /** Milliseconds until then. */
  remaining: () => number;
  /** Stops the clock, which would otherwise keep the process alive. */
  clear: () => void;
}

/**
 * Starts the clock of one check.
 *
 * @param timeoutMs how long it may take, in milliseconds
 * @param outer ends it earlier
 */
export function startDeadline(timeoutMs: number, outer: AbortSignal): Deadline {
  const controller = new AbortController();
  // A search opens one connection for each server it tries. That is no leak, though Node would warn of one.
  setMaxListeners(0, controller.signal);
  const end = performance.now() + timeoutMs;
  const timer = setTimeout(() => controller.abort(new DeadlineReached()), timeoutMs);
  const follow = () => controller.abort(outer.reason);
  if (outer.aborted) follow();
  else outer.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    remaining: () => Math.max(0, end - performance.now()),
    clear: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', follow);
    },
  };
}

/**
 * A controller whose signal is aborted with the outer one, too. Abort it in the end: only then does the outer signal forget it.
 */
export function followSignal(outer: AbortSignal): AbortController {
  const controller = new AbortController();
  const { signal } = controller;
  const follow = () => controller.abort(outer.reason);
  if (outer.aborted) follow();
  else outer.addEventListener('abort', follow, { once: true, signal });
  return controller;
}

/** Throws the signal's reason if it was aborted, but not if the time is merely up. */
export function throwIfInterrupted(signal: AbortSignal): void {
  if (signal.aborted && !(signal.reason instanceof DeadlineReached)) throw signal.reason;
}

/** The promise's outcome, or a rejection with the signal's reason as soon as it is aborted. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
