import { followSignal } from '../../deadline.js';
import { StepFailure } from '../../diagnosis/evidence.js';
import type { AddressAttempt } from '../../report/report.js';
import { connectTo, errorOf, type OpenSocket } from './connect-to.js';

/** How long an address may be silent before the next one is tried beside it (RFC 8305 section 5). */
const STAGGER_MS = 200;

/**
 * Opens a TCP connection to the first of several addresses that takes one. The next address is tried when the last has failed or
 * is silent. No attempt is given up before another succeeds.
 *
 * @param options.timeoutMs bound on each, in milliseconds
 * @param options.failed gets each that failed, as it fails
 * @throws StepFailure of the first that failed, when all have; or the signal's reason
 */
export function raceAddresses(
  addresses: readonly string[],
  port: number,
  options: { signal: AbortSignal; timeoutMs: number; failed: AddressAttempt[] },
): Promise<OpenSocket> {
  const { signal, timeoutMs, failed } = options;
  const controller = followSignal(signal);
  return new Promise<OpenSocket>((resolve, reject) => {
    const begun = performance.now();
    let next = 0;
    let isWon = false;
    let first: unknown;
    let timer: NodeJS.Timeout | undefined;
    const begin = () => {
      clearTimeout(timer);
      const address = addresses[next];
      if (address === undefined) return;
      next += 1;
      if (next < addresses.length) timer = setTimeout(begin, STAGGER_MS);
      const start = performance.now();
      connectTo(address, port, timeoutMs, controller.signal).then(
        (socket) => {
          if (isWon) {
            socket.destroy();
            return;
          }
          isWon = true;
          clearTimeout(timer);
          const now = performance.now();
          const silentMs = start - begun;
          resolve({ socket, address, port, failed: [...failed], connectMs: now - start, silentMs });
          controller.abort();
        },
        (error: unknown) => {
          if (isWon) return;
          clearTimeout(timer);
          if (!(error instanceof StepFailure)) return reject(error);
          first ??= error;
          failed.push({ address, error: errorOf(error) });
          if (failed.length === addresses.length) reject(first);
          else begin();
        },
      );
    };
    begin();
  }).finally(() => controller.abort());
}
