import net from 'node:net';
import type { Deadline } from '../../deadline.js';
import { type Evidence, StepFailure } from '../../diagnosis/evidence.js';
import type { AddressAttempt } from '../../report/report.js';

// Of several addresses one may be dead: the others must still get their turn within the check's time.
const LONGEST_ATTEMPT_MS = 10_000;

/** An open connection, and where it leads. */
export interface OpenSocket {
  socket: net.Socket;
  address: string;
  port: number;
  /** The addresses that were tried before. */
  failed: AddressAttempt[];
}

/**
 * Opens a TCP connection to the first of the addresses that takes one.
 *
 * @param options.longestMs bound on one connection, in milliseconds
 * @throws StepFailure of the step `connect`: the code of the first address's failure, and of all where
 *   there are several
 */
export async function openSocket(
  addresses: readonly string[],
  port: number,
  {
    deadline,
    longestMs = Number.POSITIVE_INFINITY,
  }: { deadline: Deadline; longestMs?: number | undefined },
): Promise<OpenSocket> {
  let first: StepFailure | undefined;
  const failed: AddressAttempt[] = [];
  for (const [index, address] of addresses.entries()) {
    deadline.signal.throwIfAborted();
    const left = addresses.length - index;
    const share = Math.min(deadline.remaining() / left, LONGEST_ATTEMPT_MS);
    const timeoutMs = Math.min(left === 1 ? deadline.remaining() : share, longestMs);
    try {
      const socket = await connectTo(address, port, timeoutMs, deadline.signal);
      return { socket, address, port, failed };
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      first ??= error;
      failed.push({ address, error: errorOf(error) });
    }
  }
  if (first && failed.length > 1) {
    throw new StepFailure(first.evidence, { ...first.details, attempts: failed });
  }
  throw first ?? new StepFailure({ step: 'connect', errorCode: 'EADDRNOTAVAIL' });
}

/** Why a connection was not made. */
export function errorOf({ evidence }: StepFailure): string {
  return evidence.errorCode ?? 'ETIMEDOUT';
}

/**
 * Opens a TCP connection to one address.
 *
 * @throws StepFailure of the step `connect`, or the signal's reason
 */
export function connectTo(address: string, port: number, timeoutMs: number, signal: AbortSignal) {
  return new Promise<net.Socket>((resolve, reject) => {
    const socket = net.connect({ host: address, port });
    const details = { address, port };
    const end = (error: unknown) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(
      () => end(new StepFailure({ step: 'connect', isTimedOut: true, port }, details)),
      timeoutMs,
    );
    const stop = () => end(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    const fail = (error: NodeJS.ErrnoException) =>
      end(new StepFailure({ step: 'connect', errorCode: error.code ?? 'EIO', port }, details));
    socket.once('error', fail);
    socket.once('connect', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.off('error', fail);
      // Nobody may be listening between two steps, and an error that nobody hears ends the process.
      socket.on('error', () => {});
      resolve(socket);
    });
  });
}

/** What is known of a connection that was lost before anybody listened to it. */
export function lossOf(socket: net.Socket): Evidence {
  const errorCode = (socket.errored as NodeJS.ErrnoException | null)?.code;
  return { step: 'greeting', ...(errorCode === undefined ? { isClosed: true } : { errorCode }) };
}
