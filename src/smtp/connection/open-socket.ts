import type net from 'node:net';
import type { Deadline } from '../../deadline.js';
import { type Evidence, StepFailure } from '../../diagnosis/evidence.js';
import type { AddressAttempt } from '../../report/report.js';
import { connectTo, errorOf, type OpenSocket } from './connect-to.js';

/** How to try the addresses of a host. */
export interface OpenOptions {
  deadline: Pick<Deadline, 'signal' | 'remaining'>;
  /** Bound on one connection, in milliseconds. */
  longestMs?: number | undefined;
  /** Several addresses may be tried side by side. Otherwise each waits for the one before it to fail. */
  isRace?: boolean | undefined;
  /** Gets each address that failed, as it fails. */
  failed?: AddressAttempt[];
}

// One of several addresses may be dead. The others must still get their turn within the check's time.
const LONGEST_ATTEMPT_MS = 10_000;

/**
 * Opens a TCP connection to the first of the addresses that takes one.
 *
 * @throws StepFailure of the step `connect`: the code of the first address's failure, and of all where
 *   there are several
 */
export async function openSocket(
  addresses: readonly string[],
  port: number,
  options: OpenOptions,
): Promise<OpenSocket> {
  const { isRace, failed = [], ...by } = options;
  try {
    if (!isRace || addresses.length < 2) return await inTurn(addresses, port, { ...by, failed });
    const { deadline, longestMs = Number.POSITIVE_INFINITY } = by;
    const timeoutMs = Math.min(deadline.remaining(), longestMs);
    const { raceAddresses } = await import('./race-addresses.js');
    return await raceAddresses(addresses, port, { signal: deadline.signal, timeoutMs, failed });
  } catch (error) {
    if (!(error instanceof StepFailure) || failed.length < 2) throw error;
    throw new StepFailure(error.evidence, { ...error.details, attempts: failed });
  }
}

async function inTurn(
  addresses: readonly string[],
  port: number,
  {
    deadline,
    longestMs = Number.POSITIVE_INFINITY,
    failed,
  }: Required<Pick<OpenOptions, 'failed'>> & Omit<OpenOptions, 'isRace'>,
): Promise<OpenSocket> {
  let first: StepFailure | undefined;
  for (const [index, address] of addresses.entries()) {
    deadline.signal.throwIfAborted();
    const left = addresses.length - index;
    const share = Math.min(deadline.remaining() / left, LONGEST_ATTEMPT_MS);
    const timeoutMs = Math.min(left === 1 ? deadline.remaining() : share, longestMs);
    const start = performance.now();
    try {
      const socket = await connectTo(address, port, timeoutMs, deadline.signal);
      return { socket, address, port, failed, connectMs: performance.now() - start, silentMs: 0 };
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      first ??= error;
      failed.push({ address, error: errorOf(error) });
    }
  }
  throw first ?? new StepFailure({ step: 'connect', errorCode: 'EADDRNOTAVAIL' });
}

/** The evidence of a connection that was lost before anybody listened to it. */
export function lossOf(socket: net.Socket): Evidence {
  const errorCode = (socket.errored as NodeJS.ErrnoException | null)?.code;
  return { step: 'greeting', ...(errorCode === undefined ? { isClosed: true } : { errorCode }) };
}
