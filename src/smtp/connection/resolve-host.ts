import { promises } from 'node:dns';
import { setTimeout as delay } from 'node:timers/promises';
import { abortable, followSignal } from '../../deadline.js';
import { StepFailure } from '../../diagnosis/evidence.js';
import { createCAres, systemServers } from '../../dns/c-ares.js';
import { errorCodeOf } from '../../errors.js';
import { isIP } from '../../safety/is-ip.js';

// Tailchat's server asks for IPv6 addresses only where there is no IPv4 one. A resolver that is slow about them must not delay
// what works.
const IPV6_GRACE_MS = 500;
const QUERY = { timeoutMs: 5000, tries: 1 };
/** How long silence may last before the next DNS server is asked, or the same one again. */
const STAGGER_MS = 1500;
const LEAST_TURNS = 2;
const MOST_TURNS = 3;
/** How long a DNS server may be silent before it counts as dead. */
const LONGEST_MS = 5300;

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
  // At any other answer Tailchat's nodemailer gives up, even where the hosts file knows the name. After silence the system would
  // ask the same servers again.
  if (!GOES_ON.has(direct.code)) throw notResolved(direct.code);
  try {
    const found = await abortable(promises.lookup(host, { all: true }), signal);
    return found.sort((a, b) => a.family - b.family).map(({ address }) => address);
  } catch (error) {
    signal.throwIfAborted();
    // The answer of a server tells more than the system's: the name does not exist, or the server itself is in trouble.
    const isAnswered = direct.code === 'ENOTFOUND' || direct.code === 'ESERVFAIL';
    throw notResolved(isAnswered ? direct.code : (errorCodeOf(error) ?? 'ENOTFOUND'));
  }
}

/** Whether a name is for the machine itself. DNS servers are not asked for such names (RFC 6761 section 6.3). */
function isLocalhost(name: string): boolean {
  return /(^|\.)localhost\.?$/i.test(name);
}

async function askServers(name: string, signal: AbortSignal) {
  signal.throwIfAborted();
  const servers = systemServers();
  const [v4, v6] = await askStaggered(servers, signal, (resolver) => askBoth(resolver, name));
  signal.throwIfAborted();
  const code = v4.addresses.length > 0 || !GOES_ON.has(v4.code) ? v4.code : worse(v4.code, v6.code);
  return { addresses: [...v4.addresses, ...v6.addresses], code };
}

interface Answer {
  addresses: string[];
  code: string;
}

async function askBoth(resolver: promises.Resolver, name: string): Promise<Both> {
  const ask = (query: Promise<string[]>): Promise<Answer> =>
    query.then(
      (addresses) => ({ addresses, code: '' }),
      (error: unknown) => ({ addresses: [], code: errorCodeOf(error) ?? 'ENOTFOUND' }),
    );
  const queryV6 = ask(resolver.resolve6(name));
  const v4 = await ask(resolver.resolve4(name));
  const v6 = await (v4.addresses.length > 0
    ? Promise.race([queryV6, delay(IPV6_GRACE_MS, { addresses: [], code: '' }, { ref: false })])
    : queryV6);
  return [v4, v6];
}

type Both = readonly [v4: Answer, v6: Answer];

/** The result of silence. */
const SILENCE: Both = [
  { addresses: [], code: 'ETIMEOUT' },
  { addresses: [], code: 'ETIMEOUT' },
];

/**
 * Asks as Tailchat's server does, but without its patience of a minute: it gives each DNS server five seconds, one after the
 * other. Here a second one is asked beside a silent first, or the same one again. Addresses are taken from any server. Refusals
 * count in the order of the servers.
 */
async function askStaggered(
  servers: readonly string[],
  signal: AbortSignal,
  ask: (resolver: promises.Resolver) => Promise<Both>,
): Promise<Both> {
  const controller = followSignal(signal);
  const resolvers: promises.Resolver[] = [];
  const pause = (ms: number) =>
    delay(ms, undefined, { signal: controller.signal }).catch(() => undefined);
  const answers: (Both | undefined)[] = [];
  const begin = async (index: number): Promise<Both> => {
    await pause(index * STAGGER_MS);
    if (controller.signal.aborted) return SILENCE;
    const by = index % Math.max(servers.length, 1);
    const turned = [...servers.slice(by), ...servers.slice(0, by)];
    const resolver = createCAres({ ...QUERY, servers: turned });
    resolvers.push(resolver);
    const answer = await ask(resolver);
    answers[index] = answer;
    return answer;
  };
  const count = Math.min(Math.max(servers.length, LEAST_TURNS), MOST_TURNS);
  const turns = Array.from({ length: count }, (_, index) => begin(index));
  const found = turns.map(async (turn) => {
    const both = await turn;
    if (!isFound(both)) throw new Error('nothing found');
    return both;
  });
  // Tailchat's server would get the first server's answer, unless that is silence.
  const first = turns[0]?.then((both) => (isSilent(both) ? new Promise<never>(() => {}) : both));
  const all = Promise.all(turns).then((list) => list.find((both) => !isSilent(both)) ?? SILENCE);
  const bound = pause(LONGEST_MS).then(
    () => answers.find((both) => both && !isSilent(both)) ?? SILENCE,
  );
  try {
    const any = Promise.any(found).catch(() => all);
    return await Promise.race([any, ...(first ? [first] : []), all, bound]);
  } finally {
    controller.abort();
    for (const resolver of resolvers) resolver.cancel();
  }
}

function isFound([v4, v6]: Both): boolean {
  return v4.addresses.length > 0 || v6.addresses.length > 0;
}

function isSilent([v4]: Both): boolean {
  return v4.code === 'ETIMEOUT' || v4.code === 'ECANCELLED';
}

/** The answer that ends the search. If neither of the two does, the one about IPv4. */
function worse(v4: string, v6: string): string {
  return v6 === '' || GOES_ON.has(v6) ? v4 : v6;
}

function notResolved(errorCode: string): StepFailure {
  return new StepFailure({ step: 'dns', errorCode });
}
