import { StepFailure } from '../../diagnosis/evidence.js';
import type { AddressAttempt } from '../../report/report.js';
import { isIpv6 } from '../../safety/is-ip.js';
import { isLoopback } from '../../settings/addresses/is-loopback.js';
import { shownHost } from '../../settings/uri/shown-host.js';
import type { AttemptOptions } from '../attempt-options.js';
import { asServerPicks, lackedFamily } from '../connection/as-server-picks.js';
import { awaitAnswer } from '../connection/await-answer.js';
import type { OpenSocket } from '../connection/connect-to.js';
import { openSocket } from '../connection/open-socket.js';
import { ownFamilies } from '../connection/own-families.js';
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

  const tried = asServerPicks(addresses, ownFamilies);
  if (tried.every(isIpv6) && !isLoopback(host)) {
    const kind = tried.length === addresses.length ? 'ipv6-only' : 'ipv4-lacking';
    recorder.warn({ code: 'server-differs', host: shownHost(settings.uri), difference: { kind } });
  }
  recorder.start('connect');
  // The server's container has networks of its own, and what `localhost` means is told elsewhere.
  const isName = addresses[0] !== host && !isLoopback(host);
  const lacked =
    isName && !settings.isForContainer ? lackedFamily(tried, ownFamilies()) : undefined;
  if (lacked) {
    throw new StepFailure(
      { step: 'connect', errorCode: 'ENETUNREACH', isCodeInferred: true, lackedFamily: lacked },
      { address: tried[0] ?? '', port },
    );
  }
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

/** How each of several addresses failed: what has not, when a verdict is made, is silent. */
function attemptsOf(tried: readonly string[], failed: readonly AddressAttempt[]) {
  const attempts = tried.map(
    (address) => failed.find((one) => one.address === address) ?? { address, error: 'ETIMEDOUT' },
  );
  return tried.length > 1 ? { attempts } : {};
}
