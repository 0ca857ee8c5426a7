import net from 'node:net';
import { StepFailure } from '../../diagnosis/evidence.js';
import type { AddressAttempt } from '../../report/report.js';

/** An open connection, and its target. */
export interface OpenSocket {
  socket: net.Socket;
  address: string;
  port: number;
  /** The addresses that were tried before, and failed. */
  failed: AddressAttempt[];
  /** The time to connect, in milliseconds. */
  connectMs: number;
  /** How long addresses that were tried earlier had been silent by then, in milliseconds. */
  silentMs: number;
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
      // An error without a listener ends the process, and between two steps there may be none.
      socket.on('error', () => {});
      resolve(socket);
    });
  });
}
