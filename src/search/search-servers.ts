import { setTimeout as delay } from 'node:timers/promises';
import { followSignal, startDeadline, throwIfInterrupted } from '../deadline.js';
import { causeInfo } from '../report/causes.js';
import type { Suggestion } from '../report/report.js';
import type { Settings } from '../settings/settings.js';
import { changesOfPool, changeUri } from '../settings/uri/change-uri.js';
import { shownHost } from '../settings/uri/shown-host.js';
import type { Cure, CureRequest, SearchResult } from '../smtp/cure.js';
import { offersPassword } from '../smtp/session/sasl-mechanism.js';
import { Looks } from './looks.js';
import { openPorts } from './open-ports.js';
import { type Candidate, planServers, portsToTry } from './plan.js';
import { answeredOf, type Look, seenOf } from './seen-of.js';
import { insisting, type Trial, tryServer } from './try-server.js';
import { withProof } from './with-proof.js';

/** The longest search, in milliseconds. It leaves the proof a part of the remaining time. */
const LONGEST_SEARCH_MS = 5000;
const SHARE_OF_SEARCH = 0.7;
/** A proof needs as much time, in milliseconds. */
const LEAST_MS = 300;
/**
 * How long a better server may stay silent, in milliseconds, before one that has answered is preferred. Three SYNs go out
 * meanwhile.
 */
const LONGEST_SILENCE_MS = 3100;
/** How long a host outside may take to answer, in milliseconds, where the server's own ports were looked at before. */
const CONTROL_MS = 2000;

/**
 * Looks for another server, port or way of encryption. First it looks side by side, without anything secret. Then it tries the
 * best of those that answer as a whole.
 *
 * @returns the cure; without one, and where nothing answers at all, what was tried
 * @throws the outer signal's reason, when it is interrupted
 */
export async function searchServers(
  request: CureRequest,
  looks: Looks = newLooks(request),
): Promise<SearchResult> {
  const { settings, cause, certificate, deadline, controlHost } = request;
  const { uri } = settings;
  const candidates = planServers({
    ...{ uri, cause, isWayKnown: request.hasSpoken },
    certificateNames: certificate?.names ?? [],
  });
  const isReachable = !causeInfo(cause).isUnreachable;
  const tried = isReachable ? undefined : portsToTry(uri);
  const control =
    controlHost !== undefined && tried ? startControl(controlHost, tried, request) : undefined;
  try {
    const seen: Look[] = [];
    const trials = candidates.map(async (candidate) => {
      const trial = await looks.at(candidate);
      if (trial) seen.push({ candidate, trial });
      return trial;
    });
    const isGood = (trial: Trial | undefined) => trial?.isOk && isGoodEnough(trial, settings);
    const anyGood = Promise.any(
      trials.map(async (trial) => {
        if (!isGood(await trial)) throw new Error('no cure');
      }),
    ).catch(() => new Promise<void>(() => {}));
    const untilImpatient = anyGood.then(() =>
      delay(Math.max(0, LONGEST_SILENCE_MS - looks.ageMs), undefined, { ref: false }),
    );
    let isAnybodyThere = false;
    for (const [index, candidate] of candidates.entries()) {
      const trial = await Promise.race([trials[index], untilImpatient]);
      throwIfInterrupted(deadline.signal);
      if (trial && trial.outcome.evidence?.step !== 'connect') isAnybodyThere = true;
      if (!trial || !isGood(trial)) continue;
      const addresses = await looks.addressesOf(candidate.host);
      const cure = await prove(candidate, trial, request, addresses);
      return { cure, seen: seenOf(seen, uri) };
    }
    return tried && !isAnybodyThere
      ? { tried, control: await control?.answer }
      : { seen: { ...seenOf(seen, uri), answered: answeredOf(seen, uri) } };
  } finally {
    control?.end();
    looks.end();
  }
}

function newLooks(request: CureRequest): Looks {
  const { deadline } = request;
  return new Looks(request, Math.min(LONGEST_SEARCH_MS, deadline.remaining() * SHARE_OF_SEARCH));
}

function startControl(host: string, ports: readonly number[], request: CureRequest) {
  const { deadline, early } = request;
  const longest = early ? CONTROL_MS : LONGEST_SEARCH_MS;
  const controller = followSignal(deadline.signal);
  const share = deadline.remaining() * SHARE_OF_SEARCH;
  const bound = startDeadline(Math.min(longest, share), controller.signal);
  const end = () => {
    controller.abort();
    bound.clear();
  };
  const answer = openPorts(host, ports, bound);
  // Nobody waits for the answer once a cure is found.
  answer.catch(() => {});
  return { answer, end };
}

/**
 * Whether a trial protects enough, and offers what is wanted: no plain text where TLS was wanted, and none for a login; a login
 * with a password, where the settings have one.
 */
function isGoodEnough({ isSecure, outcome }: Trial, { uri }: Settings): boolean {
  const isWanted = uri.security === 'tls' || uri.security === 'starttls';
  if (uri.user === undefined) return isSecure || !isWanted;
  return isSecure && offersPassword(outcome.situation.extensions ?? []);
}

/** Tries the best candidate as a whole, where that takes no second login. */
async function prove(
  candidate: Candidate,
  trial: Trial,
  request: CureRequest,
  addresses: readonly string[],
): Promise<Cure> {
  const { settings, deadline } = request;
  const { uri } = settings;
  const isTlsFirst = candidate.security === 'tls';
  // A connection that begins in plain text must not lose TLS, if there was TLS before.
  const requiresTls =
    uri.security === 'starttls' || (uri.security === 'tls' && candidate.security !== 'tls');
  const changed = changeUri(request.uri, {
    ...candidate,
    ...(candidate.tls ? { servername: candidate.host } : {}),
    isTlsFirst,
    requiresTls,
  });
  const cure = { uri: changed, changes: changesOf(candidate, uri) };
  const isWithoutLogin = uri.user === undefined;
  const mayBeTried = isWithoutLogin ? settings.sender : trial.isSecure && !request.hasLoggedIn;
  const proof: Suggestion['proof'] = trial.isSecure ? 'tls' : 'greeting';
  if (!mayBeTried || deadline.remaining() < LEAST_MS)
    return { ...cure, proof, warnings: trial.warnings };
  const security = isWithoutLogin ? candidate.security : insisting(candidate.security);
  const tried = { ...settings, uri: { ...uri, ...candidate, security } };
  const whole = await tryServer({ ...request, settings: tried, addresses });
  return withProof({ ...cure, proof }, whole, tried);
}

/** What a candidate changes in a URI, in words. */
export function changesOf(candidate: Candidate, uri: Settings['uri']): string[] {
  const schemeOf = (security: string) => (security === 'tls' ? 'smtps' : 'smtp');
  const [before, after] = [schemeOf(uri.security), schemeOf(candidate.security)];
  return [
    ...(candidate.host === uri.host ? [] : [`host ${shownHost(uri)} -> ${candidate.host}`]),
    ...(candidate.port === uri.port ? [] : [`port ${uri.port} -> ${candidate.port}`]),
    ...(before === after ? [] : [`${before} -> ${after}`]),
    ...(candidate.tls ? [`tls.servername=${shownHost(uri)}`] : []),
    ...changesOfPool(uri),
  ];
}
