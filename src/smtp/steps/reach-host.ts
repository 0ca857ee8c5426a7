import { isIPv4 } from 'node:net';
import type { AddressAttempt } from '../../report/report.js';
import { isIpv6 } from '../../safety/is-ip.js';
import { isLoopback } from '../../settings/addresses/is-loopback.js';
import type { AttemptOptions } from '../attempt-options.js';
import { awaitAnswer } from '../connection/await-answer.js';
import type { OpenSocket } from '../connection/connect-to.js';
import { openSocket } from '../connection/open-socket.js';
import { resolveHost } from '../connection/resolve-host.js';
import type { EarlyLook } from '../cure.js';

/** What hears of a host while it is looked for. */
export interface Reaching {
  /** Told the addresses as soon as they are known. */
  onAddresses: (addresses: string[]) => void;
  /** Begins the look at the other ports; absent where no further connection is allowed. */
  beginLook: (() => Promise<EarlyLook>) | undefined;
}

/**
 * The steps dns and connect.
 *
 * @returns the open connection
 * @throws StepFailure of either step, or the signal's reason
 */
export async function reachHost(
  options: AttemptOptions,
  { onAddresses, beginLook }: Reaching,
): Promise<OpenSocket> {
  const { recorder, deadline, settings, mayRaceAddresses, addresses: known } = options;
  const { host, port } = settings.uri;
  recorder.start('dns');
  const addresses = known ? [...known] : await resolveHost(host, deadline.signal);
  onAddresses(addresses);
  if (addresses[0] === host) {
    recorder.skipped('dns', 'address', { addresses });
  } else recorder.ok('dns', { addresses });

  if (addresses.every(isIpv6) && !isLoopback(host)) {
    recorder.warn({ code: 'server-differs', host, difference: { kind: 'ipv6-only' } });
  }
  recorder.start('connect');
  const tried = asServerPicks(addresses);
  const failed: AddressAttempt[] = [];
  const opened = await awaitAnswer({
    attempt: (signal) =>
      openSocket(tried, port, {
        deadline: { ...deadline, signal },
        longestMs: settings.uri.waits.connectionTimeout,
        isRace: mayRaceAddresses,
        failed,
      }),
    step: 'connect',
    port,
    signal: deadline.signal,
    beginLook,
    details: () => ({ address: tried[0] ?? '', port, ...attemptsOf(tried, failed) }),
  });
  recorder.ok('connect', { address: opened.address, port });
  return opened;
}

/** Tailchat's nodemailer takes an IPv6 address only where the host has no other. */
function asServerPicks(addresses: readonly string[]): readonly string[] {
  const ofIpv4 = addresses.filter(isIPv4);
  return ofIpv4.length > 0 ? ofIpv4 : addresses;
}

/** How each of several addresses failed: what has not, when a verdict is made, is silent. */
function attemptsOf(tried: readonly string[], failed: readonly AddressAttempt[]) {
  const attempts = tried.map(
    (address) => failed.find((one) => one.address === address) ?? { address, error: 'ETIMEDOUT' },
  );
  return tried.length > 1 ? { attempts } : {};
}
