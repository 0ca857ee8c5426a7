import { setTimeout as delay } from 'node:timers/promises';
import { followSignal } from '../../deadline.js';
import { StepFailure } from '../../diagnosis/evidence.js';
import type { AddressAttempt } from '../../report/report.js';
import { isIpv6 } from '../../safety/is-ip.js';
import type { Recorder } from '../recorder.js';
import { connectTo, errorOf, type OpenSocket } from './connect-to.js';

// The most addresses. No host that a person runs has a hundred.
const MOST_PROBES = 8;
const LONGEST_PROBE_MS = 5000;
/** How long each address may take to answer, in milliseconds, even if the rest takes longer. */
const LEAST_PATIENCE_MS = 450;
const MOST_PATIENCE_MS = 1000;
/** The factor by which an address may be slower than the one that answered. */
const TIMES_AS_LONG = 4;
/** When a second SYN goes out, in milliseconds. The first may have been lost. */
const SECOND_SYN_MS = 150;

/** The addresses of a host, and the one in use. */
export interface Addresses
  extends Pick<OpenSocket, 'address' | 'port' | 'failed' | 'connectMs' | 'silentMs'> {
  addresses: readonly string[];
}

/** The check of the other addresses of a host, which runs beside the session. */
export interface AddressCheck {
  /** Records how each address took a connection, and warns of those that took none. */
  report(recorder: Recorder): Promise<void>;
}

/**
 * Tests, beside the session, whether the other addresses of a host take connections. Nothing is sent over them. Tailchat's
 * nodemailer takes any IPv4 address at random, and an IPv6 one only where the host has no other.
 */
export function checkAddresses(
  { addresses, address: used, port, failed, connectMs, silentMs }: Addresses,
  signal: AbortSignal,
): AddressCheck {
  const controller = followSignal(signal);
  const either = controller.signal;
  const isOther = (one: string) => one !== used && !failed.some(({ address }) => address === one);
  const others = addresses.filter(isOther).slice(0, MOST_PROBES);
  const probes = Promise.all(others.map((address) => probe(address, port, either)));
  const patience = Math.max(TIMES_AS_LONG * connectMs, LEAST_PATIENCE_MS - silentMs);
  const end = performance.now() + Math.min(patience, MOST_PATIENCE_MS);
  return {
    async report(recorder) {
      const leftMs = Math.max(0, end - performance.now());
      await Promise.race([probes, delay(leftMs, undefined, { signal: either }).catch(() => {})]);
      controller.abort();
      const attempts = [...failed, { address: used, error: null }, ...(await probes)];
      recorder.amend('connect', { attempts });
      warn(attempts, recorder);
    },
  };
}

async function probe(address: string, port: number, signal: AbortSignal): Promise<AddressAttempt> {
  const controller = followSignal(signal);
  const either = controller.signal;
  const connect = async () => {
    (await connectTo(address, port, LONGEST_PROBE_MS, either)).destroy();
    return { address, error: null };
  };
  const again = async () => {
    await delay(SECOND_SYN_MS, undefined, { signal: either });
    return await connect();
  };
  try {
    const first = connect();
    // Any answer counts. A second try is only for silence.
    const second = again().catch(() => first);
    return await Promise.race([first, second]);
  } catch (error) {
    return { address, error: error instanceof StepFailure ? errorOf(error) : 'ETIMEDOUT' };
  } finally {
    controller.abort();
  }
}

function warn(attempts: readonly AddressAttempt[], recorder: Recorder): void {
  const dead = attempts.flatMap(({ address, error }) => (error === null ? [] : [address]));
  const live = attempts.flatMap(({ address, error }) => (error === null ? [address] : []));
  const ofIpv4 = dead.filter((address) => !isIpv6(address));
  const ofIpv6 = dead.filter(isIpv6);
  const isIpv4Alive = live.some((address) => !isIpv6(address));
  if (ofIpv4.length > 0) {
    recorder.warn({ code: 'address-unreachable', addresses: ofIpv4, others: live });
  }
  if (ofIpv6.length > 0 && isIpv4Alive) {
    recorder.warn({ code: 'ipv6-unreachable', addresses: ofIpv6 });
  }
}
