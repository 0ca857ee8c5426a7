import { isIP } from 'node:net';
import { startDeadline, throwIfInterrupted } from '../deadline.js';
import { findProviderOfHost } from '../providers/index.js';
import type { Suggestion } from '../report/report.js';
import { Secret } from '../safety/secret.js';
import { changeUri } from '../settings/change-uri.js';
import type { Settings } from '../settings/settings.js';
import type { Cure, CureRequest } from '../smtp/cure.js';
import { resolveHost } from '../smtp/resolve-host.js';
import { type Candidate, isCurableByServer, planServers } from './plan.js';
import { look, type Trial, tryServer } from './try-server.js';

/** The search takes no longer, in milliseconds, and leaves the proof as much. */
const LONGEST_SEARCH_MS = 5000;
const LEAST_MS = 300;
/** Of each family as many addresses are tried. */
const MOST_ADDRESSES = 2;

/** Whom to ask at which port; for tests, which cannot have the usual ones. */
export interface SearchOptions {
  ports?: readonly number[];
}

/**
 * Looks for the settings that work in place of those that failed, and proves them: first with connections
 * side by side over which nothing secret goes, then, once, with the login, and only over TLS whose
 * certificate verifies.
 *
 * @returns undefined where nothing is found that works
 * @throws the outer signal's reason, when it is interrupted
 */
export async function findCure(
  request: CureRequest,
  { ports }: SearchOptions = {},
): Promise<Cure | undefined> {
  const { cause, settings, deadline } = request;
  if (deadline.remaining() < LEAST_MS) return undefined;
  if (cause === 'sender-mismatch') return cureSender(settings);
  if (cause === 'auth-failed') return await cureUser(request);
  if (!isCurableByServer(cause)) return undefined;
  return await cureServer(request, ports);
}

/** The provider takes the login's own address only: with the name that was given. */
function cureSender({ uri: { user }, sender }: Settings): Cure | undefined {
  const isKnown = user !== undefined && /^[^@\s]+@[^@\s]+$/.test(user);
  if (!sender || !isKnown || sender.address === user) return undefined;
  const name = sender.name.replace(/["\\]/g, '').trim();
  const wanted = name === '' ? user : `"${name}" <${user}>`;
  return { sender: wanted, changes: [`sender ${sender.address} -> ${user}`], proof: 'none' };
}

/**
 * A user without the domain where the provider wants the whole address: it is the only change that is
 * tried with a second login, for it is another user's.
 */
async function cureUser(request: CureRequest): Promise<Cure | undefined> {
  const { settings, uri, deadline } = request;
  const { host, port, user, security } = settings.uri;
  const form = findProviderOfHost(host)?.user?.form;
  const domain = settings.sender?.address.split('@').at(-1);
  if (!user || !domain || form !== 'address' || user.includes('@')) return undefined;
  const whole = `${user}@${domain}`;
  const trial = await tryServer({
    ...request,
    settings: { ...settings, uri: { ...settings.uri, user: whole, security: insisting(security) } },
    deadline,
  });
  if (!trial.isOk || !trial.isSecure) return undefined;
  const isTlsFirst = security === 'tls';
  const requiresTls = security === 'starttls';
  const changed = changeUri(uri, { host, port, isTlsFirst, requiresTls, user: whole });
  return { uri: new Secret(changed), changes: [`user ${user} -> ${whole}`], proof: 'auth' };
}

/** A login must not go out in plain text, whatever the server offers at that moment. */
function insisting(security: Settings['uri']['security']): Settings['uri']['security'] {
  return security === 'tls' ? 'tls' : 'starttls';
}

async function cureServer(
  request: CureRequest,
  ports: readonly number[] | undefined,
): Promise<Cure | undefined> {
  const { settings, cause, certificate, deadline } = request;
  const candidates = planServers({
    uri: settings.uri,
    cause,
    certificateNames: certificate?.names ?? [],
    ...(ports ? { ports } : {}),
  });
  const controller = new AbortController();
  const outer = AbortSignal.any([deadline.signal, controller.signal]);
  const search = startDeadline(Math.min(LONGEST_SEARCH_MS, deadline.remaining() * 0.7), outer);
  try {
    const hosts = new Map<string, Promise<readonly string[]>>();
    const addressesOf = (host: string) => {
      const known = hosts.get(host) ?? findAddresses(host, request, search.signal);
      hosts.set(host, known);
      return known;
    };
    const trials = candidates.map(async (candidate): Promise<Trial | undefined> => {
      const addresses = await addressesOf(candidate.host);
      if (addresses.length === 0) return undefined;
      const uri = { ...settings.uri, ...candidate };
      return await look({
        ...request,
        settings: { ...settings, uri },
        addresses,
        deadline: search,
      });
    });
    // Whoever is not waited for any more fails unheard.
    const answers = trials.map((trial) => trial.catch(() => undefined));
    for (const [index, candidate] of candidates.entries()) {
      const trial = await answers[index];
      throwIfInterrupted(deadline.signal);
      if (!trial?.isOk || !isGoodEnough(trial, settings)) continue;
      return await prove(candidate, trial, request, await addressesOf(candidate.host));
    }
    return undefined;
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
  const changed = changeUri(request.uri, { ...candidate, isTlsFirst, requiresTls });
  const cure = { uri: new Secret(changed), changes: changesOf(candidate, uri) };
  const mayLogIn = trial.isSecure && uri.user !== undefined && !request.hasLoggedIn;
  const proof: Suggestion['proof'] = trial.isSecure ? 'tls' : 'greeting';
  if (!mayLogIn || deadline.remaining() < LEAST_MS) return { ...cure, proof };
  const security = insisting(candidate.security);
  const whole = await tryServer({
    ...request,
    settings: { ...settings, uri: { ...uri, ...candidate, security } },
    addresses,
  });
  const isLoggedIn = whole.outcome.situation.isAuthenticated ?? false;
  return { ...cure, proof: isLoggedIn ? 'auth' : proof };
}

function changesOf(candidate: Candidate, uri: Settings['uri']): string[] {
  const schemeOf = (security: string) => (security === 'tls' ? 'smtps' : 'smtp');
  const [before, after] = [schemeOf(uri.security), schemeOf(candidate.security)];
  return [
    ...(candidate.host === uri.host ? [] : [`host ${uri.host} -> ${candidate.host}`]),
    ...(candidate.port === uri.port ? [] : [`port ${uri.port} -> ${candidate.port}`]),
    ...(before === after ? [] : [`${before} -> ${after}`]),
  ];
}
