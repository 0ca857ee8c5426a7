import dns, { promises } from 'node:dns';
import { isIP } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { abortable } from '../../deadline.js';
import { StepFailure } from '../../diagnosis/evidence.js';
import { errorCodeOf } from '../../errors.js';

// Tailchat's server asks for IPv6 addresses only where there is no IPv4 one, so a resolver that is
// slow about them must not hold up what works.
const IPV6_GRACE_MS = 500;
const QUERY_TIMEOUT_MS = 5000;

/** Answers of c-ares after which nodemailer 6.7.8 asks the system, which knows the hosts file. */
const GOES_ON: ReadonlySet<string> = new Set([
  'ENODATA',
  'ENOTFOUND',
  'ENOTIMP',
  'ESERVFAIL',
  'ECONNREFUSED',
  'EAI_AGAIN',
]);

/**
 * The addresses of a host, IPv4 first. As Tailchat's nodemailer does it, the DNS servers are asked
 * directly, and the system's own way (which knows the hosts file) only where they know no address.
 *
 * @param host a name in its ASCII form, or an address
 * @param signal ends the search
 * @throws StepFailure with the resolver's code: `ENOTFOUND`, `ETIMEOUT`, `EAI_AGAIN` and others
 */
export async function resolveHost(host: string, signal: AbortSignal): Promise<string[]> {
  if (isIP(host)) return [host];
  const code = isLocalhost(host) ? 'ENOTFOUND' : undefined;
  const direct = code ? { addresses: [], code } : await askServers(host, signal);
  if (direct.addresses.length > 0) return direct.addresses;
  // With any other answer Tailchat's nodemailer gives up, even where the hosts file knows the name; and
  // after none in time the system would ask the same servers again.
  if (!GOES_ON.has(direct.code)) throw notResolved(direct.code);
  try {
    const found = await abortable(promises.lookup(host, { all: true }), signal);
    return found.sort((a, b) => a.family - b.family).map(({ address }) => address);
  } catch (error) {
    signal.throwIfAborted();
    // A server that answered says more than the system: that there is no such name, or that it is
    // itself in trouble.
    const isAnswered = direct.code === 'ENOTFOUND' || direct.code === 'ESERVFAIL';
    throw notResolved(isAnswered ? direct.code : (errorCodeOf(error) ?? 'ENOTFOUND'));
  }
}

/** RFC 6761 section 6.3: such names are not for DNS servers. */
function isLocalhost(name: string): boolean {
  return /(^|\.)localhost\.?$/i.test(name);
}

async function askServers(name: string, signal: AbortSignal) {
  signal.throwIfAborted();
  const resolver = new promises.Resolver({ timeout: QUERY_TIMEOUT_MS, tries: 2 });
  // A host program may have set its own servers: a new resolver would not know of them, nor would
  // `getServers` if it were imported by name.
  resolver.setServers(dns.getServers());
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const ask = (query: Promise<string[]>) =>
    query.then(
      (addresses) => ({ addresses, code: '' }),
      (error: unknown) => ({ addresses: [] as string[], code: errorCodeOf(error) ?? 'ENOTFOUND' }),
    );
  try {
    const queryV6 = ask(resolver.resolve6(name));
    const v4 = await ask(resolver.resolve4(name));
    const v6 = await (v4.addresses.length > 0
      ? Promise.race([queryV6, delay(IPV6_GRACE_MS, { addresses: [], code: '' }, { ref: false })])
      : queryV6);
    signal.throwIfAborted();
    const code =
      v4.addresses.length > 0 || !GOES_ON.has(v4.code) ? v4.code : worse(v4.code, v6.code);
    return { addresses: [...v4.addresses, ...v6.addresses], code };
  } finally {
    signal.removeEventListener('abort', cancel);
    resolver.cancel();
  }
}

/** What ends the search of the two; of two answers that do not, that about IPv4. */
function worse(v4: string, v6: string): string {
  return v6 === '' || GOES_ON.has(v6) ? v4 : v6;
}

function notResolved(errorCode: string): StepFailure {
  return new StepFailure({ step: 'dns', errorCode });
}
