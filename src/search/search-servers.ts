import { isIP } from 'node:net';
import { followSignal, startDeadline, throwIfInterrupted } from '../deadline.js';
import { causeInfo } from '../report/causes.js';
import type { Suggestion } from '../report/report.js';
import type { Settings } from '../settings/settings.js';
import { changesOfPool, changeUri } from '../settings/uri/change-uri.js';
import { resolveHost } from '../smtp/connection/resolve-host.js';
import type { Cure, CureRequest, SearchResult } from '../smtp/cure.js';
import { openPorts } from './open-ports.js';
import { type Candidate, planServers, portsToTry } from './plan.js';
import { insisting, look, type Trial, tryServer } from './try-server.js';
import { withProof } from './with-proof.js';

/** The search takes no longer, in milliseconds, and leaves the proof a part of what there is. */
const LONGEST_SEARCH_MS = 5000;
const SHARE_OF_SEARCH = 0.7;
/** With less time left nothing is proved, in milliseconds. */
const LEAST_MS = 300;
/** Of each family as many addresses are tried. */
const MOST_ADDRESSES = 2;

/**
 * Looks for another server, port or way of encryption: first side by side and without anything secret,
 * then the best of those that answer, whole.
 *
 * @returns the cure; without one, and where nothing answers at all, what was tried
 * @throws the outer signal's reason, when it is interrupted
 */
export async function searchServers(request: CureRequest): Promise<SearchResult> {
  const { settings, cause, certificate, deadline, controlHost } = request;
  const { uri } = settings;
  const candidates = planServers({ uri, cause, certificateNames: certificate?.names ?? [] });
  const controller = followSignal(deadline.signal);
  const longest = Math.min(LONGEST_SEARCH_MS, deadline.remaining() * SHARE_OF_SEARCH);
  const search = startDeadline(longest, controller.signal);
  try {
    const tried = causeInfo(cause).isUnreachable ? portsToTry(uri) : undefined;
    const control =
      controlHost !== undefined && tried ? openPorts(controlHost, tried, search) : undefined;
    const hosts = new Map<string, Promise<readonly string[]>>();
    const addressesOf = (host: string) => {
      const known = hosts.get(host) ?? findAddresses(host, request, search.signal);
      hosts.set(host, known);
      return known;
    };
    const trials = candidates.map(async (candidate): Promise<Trial | undefined> => {
      const addresses = await addressesOf(candidate.host);
      if (addresses.length === 0) return undefined;
      const options = { ...request, settings: { ...settings, uri: { ...uri, ...candidate } } };
      return await look({ ...options, addresses, deadline: search });
    });
    // Whoever is not waited for any more fails unheard.
    const answers = trials.map((trial) => trial.catch(() => undefined));
    let isAnybodyThere = false;
    for (const [index, candidate] of candidates.entries()) {
      const trial = await answers[index];
      throwIfInterrupted(deadline.signal);
      if (trial && trial.outcome.evidence?.step !== 'connect') isAnybodyThere = true;
      if (!trial?.isOk || !isGoodEnough(trial, settings)) continue;
      return { cure: await prove(candidate, trial, request, await addressesOf(candidate.host)) };
    }
    return tried && !isAnybodyThere ? { tried, control: await control } : {};
  } finally {
    controller.abort();
    search.clear();
  }
}

/** No plain text where TLS was wanted, and none for a login. */
function isGoodEnough({ isSecure }: Trial, { uri }: Settings): boolean {
  const isWanted = uri.security === 'tls' || uri.security === 'starttls';
  return isSecure || (!isWanted && uri.user === undefined);
}

/**
 * The addresses to try. A name that only a certificate has told must lead to the same machine: nobody
 * else is asked.
 */
async function findAddresses(
  host: string,
  { settings, certificate, addresses }: CureRequest,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (host === settings.uri.host && addresses.length > 0) return some(addresses);
  const found = await resolveHost(host, signal).catch((): string[] => []);
  const isOfCertificate = certificate?.names.includes(host) ?? false;
  const isSame = found.some((address) => addresses.includes(address));
  return isOfCertificate && !isSame ? [] : some(found);
}

function some(addresses: readonly string[]): readonly string[] {
  const family = (number: number) => addresses.filter((address) => isIP(address) === number);
  return [4, 6].flatMap((number) => family(number).slice(0, MOST_ADDRESSES));
}

/** Tries the best candidate whole, where that takes no second login. */
async function prove(
  candidate: Candidate,
  trial: Trial,
  request: CureRequest,
  addresses: readonly string[],
): Promise<Cure> {
  const { settings, deadline } = request;
  const { uri } = settings;
  const isTlsFirst = candidate.security === 'tls';
  // What begins in plain text must not be talked out of TLS, where there was TLS before.
  const requiresTls =
    uri.security === 'starttls' || (uri.security === 'tls' && candidate.security !== 'tls');
  const changed = changeUri(request.uri, {
    ...candidate,
    ...(candidate.tls ? { servername: candidate.host } : {}),
    isTlsFirst,
    requiresTls,
  });
  const cure = { uri: changed, changes: changesOf(candidate, uri) };
  const mayLogIn = trial.isSecure && uri.user !== undefined && !request.hasLoggedIn;
  const proof: Suggestion['proof'] = trial.isSecure ? 'tls' : 'greeting';
  if (!mayLogIn || deadline.remaining() < LEAST_MS) return { ...cure, proof };
  const security = insisting(candidate.security);
  const tried = { ...settings, uri: { ...uri, ...candidate, security } };
  const whole = await tryServer({ ...request, settings: tried, addresses });
  return withProof({ ...cure, proof }, whole, tried);
}

function changesOf(candidate: Candidate, uri: Settings['uri']): string[] {
  const schemeOf = (security: string) => (security === 'tls' ? 'smtps' : 'smtp');
  const [before, after] = [schemeOf(uri.security), schemeOf(candidate.security)];
  return [
    ...(candidate.host === uri.host ? [] : [`host ${uri.host} -> ${candidate.host}`]),
    ...(candidate.port === uri.port ? [] : [`port ${uri.port} -> ${candidate.port}`]),
    ...(before === after ? [] : [`${before} -> ${after}`]),
    ...(candidate.tls ? [`tls.servername=${candidate.host}`] : []),
    ...changesOfPool(uri),
  ];
}
