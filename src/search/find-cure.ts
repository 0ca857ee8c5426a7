import { findUriOddities } from '../diagnosis/credential-oddities.js';
import { domainOf } from '../domain-of.js';
import { findHomeOfLogin, findProviderOfHost } from '../providers/find.js';
import { causeInfo, type Remedy } from '../report/causes.js';
import { changesOfPool, changeUri } from '../settings/uri/change-uri.js';
import { shownUser } from '../settings/uri/mask-uri.js';
import type { Cure, CureRequest, SearchResult } from '../smtp/cure.js';
import { changesOf, searchServers } from './search-servers.js';
import { insisting, tryServer } from './try-server.js';
import { loginAsSender, withProof } from './with-proof.js';

/** The least time that a search needs, in milliseconds. */
const LEAST_MS = 300;

/**
 * Looks for the settings that work in place of those that failed, and proves them. First it opens connections side by side, over
 * which no secret goes. Then it logs in once, and only over TLS with a certificate that verifies.
 *
 * @returns the cure, if one is found; else the facts about the server's ports
 * @throws the outer signal's reason, when it is interrupted
 */
export async function findCure(request: CureRequest): Promise<SearchResult> {
  const { cause, deadline } = request;
  if (deadline.remaining() < LEAST_MS) return {};
  const { cures } = causeInfo(cause);
  const isOfSender =
    cures.includes('login-as-sender') ||
    (cures.includes('login-as-sender-if-taken') && request.takesLoginAsSender);
  if (isOfSender) return { cure: cureSender(request) };
  if (cures.includes('user')) return { cure: cureHome(request) ?? (await cureUser(request)) };
  const isOfServer = OF_SERVER.some((remedy) => cures.includes(remedy));
  if (!isOfServer || lacksOnlyLogin(request)) return {};
  return request.early ? await request.early.search(request) : await searchServers(request);
}

/** Whether the server wants a login that no other port would have, either: the settings have none, or it went well. */
function lacksOnlyLogin({ cause, settings, hasLoggedIn }: CureRequest): boolean {
  const isOfLogin = cause === 'auth-required' || cause === 'relay-denied';
  return isOfLogin && (settings.uri.user === undefined || hasLoggedIn);
}

/** Remedies that need another server, or another way to it. */
const OF_SERVER: readonly Remedy[] = ['name', 'port', 'host', 'repair'];

/** The address of the login as the sender. Nothing where the server has refused that, too. */
function cureSender({ settings, takesLoginAsSender }: CureRequest): Cure | undefined {
  const change = takesLoginAsSender === false ? undefined : loginAsSender(settings);
  return change && { ...change, proof: takesLoginAsSender ? 'auth' : 'none' };
}

/**
 * The server at which the address of the login is at home, where the password looks like one of there. It is not tried: a password
 * goes to nobody for whom it was not written down.
 */
function cureHome({ settings: { uri: settings }, uri }: CureRequest): Cure | undefined {
  const home = settings.user && findHomeOfLogin(settings.user, settings.host);
  if (!home || home.kind === 'business') return undefined;
  const { provider } = home;
  const isOfThere = provider.password?.shape && findUriOddities(settings, provider).length === 0;
  if (home.kind === 'elsewhere' && !isOfThere) return undefined;
  const { host, port, security } = home.server;
  const isTlsFirst = security === 'tls';
  const changed = changeUri(uri, { host, port, isTlsFirst, requiresTls: !isTlsFirst });
  return { uri: changed, changes: changesOf(home.server, settings), proof: 'none' };
}

/**
 * Another form of the user, where the provider is known to want it: the whole address, or a word that is the same for everybody.
 * It is the only change that is tried with a second login, since that login is another user's.
 */
async function cureUser(request: CureRequest): Promise<Cure | undefined> {
  const { settings, uri } = request;
  const { host, port, user, security } = settings.uri;
  const wanted = wantedUser(request);
  if (user === undefined || wanted === undefined || wanted === user) return undefined;
  const tried = {
    ...settings,
    uri: { ...settings.uri, user: wanted, security: insisting(security) },
  };
  const trial = await tryServer({ ...request, settings: tried });
  const isLoggedIn = trial.outcome.situation.isAuthenticated ?? false;
  if (!isLoggedIn || !trial.isSecure) return undefined;
  const isTlsFirst = security === 'tls';
  const requiresTls = security === 'starttls';
  const changed = changeUri(uri, { host, port, isTlsFirst, requiresTls, user: wanted });
  const shown = shownUser(user, settings.uri.password ?? '');
  const shownWanted = shownUser(wanted, settings.uri.password ?? '');
  const changes = [`user ${shown} -> ${shownWanted}`, ...changesOfPool(settings.uri)];
  return withProof({ uri: changed, changes, proof: 'tls' }, trial, tried);
}

function wantedUser({ settings: { uri, sender } }: CureRequest): string | undefined {
  const { form, value } = findProviderOfHost(uri.host)?.user ?? {};
  if (form === 'fixed') return value;
  const domain = sender && domainOf(sender.address);
  const isBare = uri.user !== undefined && !uri.user.includes('@');
  return form === 'address' && isBare && domain ? `${uri.user}@${domain}` : undefined;
}
