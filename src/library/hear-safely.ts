import type { CheckListener } from '../report/report.js';

/** A listener of the host program, and its failure. */
export interface SafeListener {
  listener: CheckListener;
  /** @throws what an asynchronous listener was rejected with */
  throwIfRejected: () => void;
}

/**
 * A listener whose promise may be rejected. Nobody waits for it, and a rejection that nobody takes ends the whole process in Node:
 * it fails the check instead, at the next event or at the end, like an exception of the listener.
 */
export function hearSafely(onEvent: CheckListener): SafeListener {
  let rejection: { reason: unknown } | undefined;
  const throwIfRejected = () => {
    if (rejection) throw rejection.reason;
  };
  const listener: CheckListener = (event) => {
    throwIfRejected();
    Promise.resolve(onEvent(event) as unknown).catch((reason: unknown) => {
      rejection ??= { reason };
    });
  };
  return { listener, throwIfRejected };
}
