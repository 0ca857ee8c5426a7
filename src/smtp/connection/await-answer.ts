import { setTimeout as delay } from 'node:timers/promises';
import { followSignal } from '../../deadline.js';
import { type Evidence, StepFailure } from '../../diagnosis/evidence.js';
import type { StepDetails } from '../../report/report.js';
import type { EarlyLook, Neighbour } from '../cure.js';

// In milliseconds. A SYN that is not answered goes out again after 1, 3 and 7 seconds (RFC 6298 section 2).
/** How long an answer may take before the other ports of the host are looked at. */
const LOOK_MS = 1500;
/** The time after which three SYNs have gone out. If a neighbour answers, their silence says enough. */
const THREE_SYNS_MS = 3060;
/** The time after which four SYNs have gone out, and as many to each neighbour. */
const LAST_MS = 7500;
/**
 * How long a server that took the connection may be silent. No SYN is awaited then. Servers that greet after six seconds are
 * slow, but healthy.
 */
const LAST_OF_TAKEN_MS = 7000;

/** An attempt to wait for, and what may be done meanwhile. */
export interface Waiting<T> {
  /** Makes the attempt; rejects at once when its signal is aborted. */
  attempt: (signal: AbortSignal) => Promise<T>;
  step: Evidence['step'] & ('connect' | 'tls');
  port: number;
  signal: AbortSignal;
  /** Begins the look at the other ports. Without it, this only waits. */
  beginLook: (() => Promise<EarlyLook>) | undefined;
  /** The facts of the step for its failure. */
  details: () => StepDetails;
}

/**
 * Waits for a server's answer, no longer than the evidence allows. After a while the neighbour ports of the host are looked at,
 * while the attempt goes on (as RFC 8305 does it with addresses). A port that ignores three SYNs while a neighbour answers at
 * once is closed by somebody. So is a port that ignores four. An earlier answer always counts.
 *
 * @throws what the attempt throws; StepFailure where nothing came
 */
export async function awaitAnswer<T>(waiting: Waiting<T>): Promise<T> {
  const { attempt, signal: outer, beginLook, step, port, details } = waiting;
  if (!beginLook) return await attempt(outer);
  const controller = followSignal(outer);
  const { signal } = controller;
  const start = performance.now();
  const opening = attempt(signal);
  const until = (ms: number): Promise<undefined> => {
    const left = Math.max(0, start + ms - performance.now());
    return delay(left, undefined, { signal }).catch(() => undefined);
  };
  const giveUp = (neighbour?: Neighbour) => {
    const waitedMs = Math.round(performance.now() - start);
    const seen = { waitedMs, ...(neighbour ? { neighbour } : {}) };
    return new StepFailure({ step, isTimedOut: true, port, ...seen }, details());
  };
  const last = step === 'connect' ? LAST_MS : LAST_OF_TAKEN_MS;
  const decide = async (): Promise<T> => {
    await until(LOOK_MS);
    if (signal.aborted) return await opening;
    const early = await beginLook();
    await until(THREE_SYNS_MS);
    if (signal.aborted) return await opening;
    early.lookFurther();
    // A server that took the connection is alive, so only its own silence counts.
    const neighbour =
      step === 'connect' ? await Promise.race([early.neighbour, until(last)]) : undefined;
    if (!neighbour) await until(last);
    if (signal.aborted) return await opening;
    throw giveUp(neighbour);
  };
  try {
    return await Promise.race([opening, decide()]);
  } catch (error) {
    controller.abort(error);
    // An answer at the last moment wins. Otherwise this promise rejects during the clean-up.
    return await opening.catch(() => {
      throw error;
    });
  } finally {
    controller.abort();
  }
}
