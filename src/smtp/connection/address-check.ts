import { isIPv6 } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { followSignal } from '../../deadline.js';
import { StepFailure } from '../../diagnosis/evidence.js';
import type { AddressAttempt } from '../../report/report.js';
import type { Recorder } from '../recorder.js';
import { connectTo, errorOf, type OpenSocket } from './open-socket.js';

// A host of a hundred addresses is none that a person runs.
const MOST_PROBES = 8;
const LONGEST_PROBE_MS = 5000;
/** How long the verdict waits for addresses that have not answered until then. */
const GRACE_MS = 1000;

/** The addresses of a host, and the one that is spoken to. */
export interface Addresses extends Pick<OpenSocket, 'address' | 'port' | 'failed'> {
  addresses: readonly string[];
}

/** The other addresses of a host, as they are tried beside the session. */
export interface AddressCheck {
  /** Writes down how each address took a connection, and warns of those that took none. */
  report(recorder: Recorder): Promise<void>;
}

/**
 * Looks, beside the session, whether the other addresses of a host take connections: nothing is said
 * over them. Tailchat's nodemailer takes any IPv4 address at random, and an IPv6 one only where the host
 * has no other.
 */
export function checkAddresses(
  { addresses, address: used, port, failed }: Addresses,
  signal: AbortSignal,
): AddressCheck {
  const controller = followSignal(signal);
  const either = controller.signal;
  const isOther = (one: string) => one !== used && !failed.some(({ address }) => address === one);
  const others = addresses.filter(isOther).slice(0, MOST_PROBES);
  const probes = Promise.all(others.map((address) => probe(address, port, either)));
  return {
    async report(recorder) {
      await Promise.race([probes, delay(GRACE_MS, undefined, { signal: either }).catch(() => {})]);
      controller.abort();
      const attempts = [...failed, { address: used, error: null }, ...(await probes)];
      recorder.amend('connect', { attempts });
      warn(attempts, recorder);
    },
  };
}

async function probe(address: string, port: number, signal: AbortSignal): Promise<AddressAttempt> {
  try {
    (await connectTo(address, port, LONGEST_PROBE_MS, signal)).destroy();
    return { address, error: null };
  } catch (error) {
    return { address, error: error instanceof StepFailure ? errorOf(error) : 'ETIMEDOUT' };
  }
}

function warn(attempts: readonly AddressAttempt[], recorder: Recorder): void {
  const dead = attempts.flatMap(({ address, error }) => (error === null ? [] : [address]));
  const live = attempts.flatMap(({ address, error }) => (error === null ? [address] : []));
  const ofIpv4 = dead.filter((address) => !isIPv6(address));
  const ofIpv6 = dead.filter(isIPv6);
  const isIpv4Alive = live.some((address) => !isIPv6(address));
  if (ofIpv4.length > 0) {
    recorder.warn({ code: 'address-unreachable', addresses: ofIpv4, others: live });
  }
  if (ofIpv6.length > 0 && isIpv4Alive) {
    recorder.warn({ code: 'ipv6-unreachable', addresses: ofIpv6 });
  }
}
