import { setTimeout as delay } from 'node:timers/promises';
import { followSignal } from '../../deadline.js';
import { type Evidence, StepFailure } from '../../diagnosis/evidence.js';
import type { StepDetails } from '../../report/report.js';
import type { EarlyLook, Neighbour } from '../cure.js';

// In milliseconds. A SYN that is not answered goes out again after 1, 3 and 7 seconds (RFC 6298 section 2).
/** The other ports of the host are looked at after so long without an answer. */
const LOOK_MS = 1500;
/** Three SYNs have gone out: with a neighbour that answers, their silence says enough. */
const THREE_SYNS_MS = 3060;
/** Four have gone out, and as many to each neighbour. */
const LAST_MS = 7500;
/** No SYN is awaited from who took the connection. Servers that greet after six seconds are slow, and healthy. */
const LAST_OF_TAKEN_MS = 7000;

/** What is waited for, and what may be done meanwhile. */
export interface Waiting<T> {
  /** Makes the attempt; rejects at once when its signal is aborted. */
  attempt: (signal: AbortSignal) => Promise<T>;
  step: Evidence['step'] & ('connect' | 'tls');
  port: number;
  signal: AbortSignal;
  /** Begins the look at the other ports; without it there is nothing but patience. */
  beginLook: (() => Promise<EarlyLook>) | undefined;
  /** What the step shows when it has failed. */
  details: () => StepDetails;
}

/**
 * Waits for a server's answer, no longer than the evidence allows: after a while the neighbour ports of
 * the host are looked at, beside the attempt, which goes on (as RFC 8305 does it with addresses). A port
 * that lets three SYNs pass while a neighbour answers at once is closed by somebody; so is one that lets
 * four pass. An answer that comes before that is taken, whatever the neighbours say.
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
    // A server that took the connection is alive: only its own silence counts.
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
    // An answer at the last moment wins. Otherwise this rejects, as everything is taken down.
    return await opening.catch(() => {
      throw error;
    });
  } finally {
    controller.abort();
  }
}
