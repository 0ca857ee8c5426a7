import { startDeadline, throwIfInterrupted } from '../deadline.js';
import { createNodeResolver } from '../dns/node-resolver.js';
import type { DnsResolver } from '../dns/resolver.js';
import { ExitCode } from '../exit-codes.js';
import { findFreeMailOwner } from '../providers/free-mail.js';
import { foreignOwnerIdOf, loadProviderOfHost } from '../providers/known-hosts.js';
import type { ReportSettings } from '../report/report.js';
import { createRedactor, type Redact } from '../safety/redactor.js';
import { MASK } from '../safety/secret.js';
import { isNearby } from '../settings/addresses/is-nearby.js';
import { parseSender } from '../settings/addresses/mail-address.js';
import type { FoundValues } from '../settings/found-values.js';
import { describeSettings } from '../settings/settings.js';
import { checkDomainOf, type DomainView } from './check-domain.js';
import { checkOffline } from './check-offline.js';
import { organizationOfList } from './dmarc/check-dmarc.js';
import { dnsNameOf } from './dns-name-of.js';
import type { GivenSelector } from './domain-fault.js';
import { exitCodeOfDomain } from './exit-code-of-domain.js';
import { isOwnServer } from './is-own-server.js';
import { addressNumber, expandedAddress } from './networks.js';
import type { DomainQuestion } from './question.js';

/** How to check a domain. */
export interface DomainRunOptions {
  /** The domain, or an address in it; without it that of `SMTP_SENDER`. */
  name?: string | undefined;
  values: FoundValues;
  selectors: readonly GivenSelector[];
  /** A recipient, or its domain. */
  recipient?: string | undefined;
  /** The address that mail leaves from, where the server is the user's own. */
  ip?: string | undefined;
  /** DNS servers in place of the system's. */
  dnsServers?: readonly string[] | undefined;
  asksBlocklists: boolean;
  isOffline: boolean;
  /** Bound on the whole, in milliseconds. */
  timeoutMs: number;
  showSecrets: boolean;
  signal: AbortSignal;
}

/** What was found, before it is put into words. */
export interface FoundDomain {
  /** Null where neither a domain nor a sender was given. */
  domain: string | null;
  settings: ReportSettings;
  view: DomainView;
  exitCode: ExitCode;
  ms: number;
  /** Cleans what DNS says of the login, which may stand anywhere. */
  redact: Redact;
}

const NOTHING_KNOWN: DomainView = {
  findings: [],
  alignment: { spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' },
  policy: null,
  receiversDiffer: [],
};

/**
 * What DNS knows about mail from a domain through the provider of the settings. Sends nothing, prints nothing,
 * and asks nobody but the resolver unless block lists are wanted.
 *
 * @throws the signal's reason when the run is interrupted; everything else is in what it returns
 */
export async function runDomainCheck(options: DomainRunOptions): Promise<FoundDomain> {
  const start = performance.now();
  const settings = describeSettings(options.values, options.showSecrets);
  const redact = createRedactor(options.values.uri?.read.uri ?? {});
  const domain = askedDomain(options, settings);
  if (domain === undefined) {
    return {
      domain: null,
      settings,
      view: NOTHING_KNOWN,
      exitCode: ExitCode.config,
      ms: 0,
      redact,
    };
  }
  const view = await viewOf(options, domain, settings);
  const ms = Math.round(performance.now() - start);
  return { domain, settings, view, exitCode: exitCodeOfDomain(view.findings), ms, redact };
}

/** A selector whose record another organisation's domain has: a signature of there says nothing of the sender. */
export async function foreignSelector(
  options: Pick<DomainRunOptions, 'name' | 'values' | 'selectors'>,
): Promise<{ domain: string; other: string } | undefined> {
  const domain = askedDomain(options, describeSettings(options.values, false));
  if (domain === undefined) return undefined;
  for (const { domain: other = domain } of options.selectors) {
    const [own, its] = await Promise.all([organizationOfList(domain), organizationOfList(other)]);
    if (own !== its) return { domain, other };
  }
  return undefined;
}

function askedDomain(
  { name, values }: Pick<DomainRunOptions, 'name' | 'values'>,
  settings: ReportSettings,
): string | undefined {
  return dnsNameOf(name ?? addressIn(values, settings));
}

/** The sender's address as it is: what is shown of it may have the password cut out. */
function addressIn({ sender }: FoundValues, { senderAddress }: ReportSettings): string {
  const read = sender && parseSender(sender.value);
  return read?.ok && senderAddress !== MASK ? read.mailbox.address : '';
}

async function viewOf(
  options: DomainRunOptions,
  domain: string,
  settings: ReportSettings,
): Promise<DomainView> {
  const { timeoutMs, signal, dnsServers: servers } = options;
  if (options.isOffline) return checkOffline(await offlineQuestion(options, domain, settings));
  const deadline = startDeadline(timeoutMs, signal);
  try {
    const resolver = createNodeResolver({
      ...(servers ? { servers } : {}),
      signal: deadline.signal,
    });
    const question = await onlineQuestion(options, domain, settings, resolver);
    return await checkDomainOf(question, resolver);
  } finally {
    deadline.clear();
    throwIfInterrupted(signal);
  }
}

async function offlineQuestion(
  { selectors }: DomainRunOptions,
  domain: string,
  { host, user }: ReportSettings,
): Promise<DomainQuestion> {
  const provider = host === null ? undefined : await loadProviderOfHost(host);
  const freeMailOwner = await findFreeMailOwner(domain);
  const loginDomain = user?.includes('@') ? dnsNameOf(user) : undefined;
  const isBound =
    loginDomain !== undefined &&
    loginDomain !== domain &&
    provider?.sender === 'login' &&
    (await findFreeMailOwner(loginDomain))?.id === provider.id;
  return {
    ...{ domain, provider, selectors },
    ...{ addresses: [], asksBlocklists: false },
    ...(freeMailOwner ? { freeMailOwner } : {}),
    ...(isBound ? { loginDomain } : {}),
    isThroughStranger:
      host !== null && !isNearby(host) && foreignOwnerIdOf(domain, host) !== undefined,
  };
}

async function onlineQuestion(
  options: DomainRunOptions,
  domain: string,
  settings: ReportSettings,
  resolver: DnsResolver,
): Promise<DomainQuestion> {
  const question = await offlineQuestion(options, domain, settings);
  const { ip, recipient, asksBlocklists } = options;
  const isProviders = question.provider !== undefined && question.provider.kind !== 'software';
  const unknown = isProviders ? null : settings.host;
  const isOwn = unknown !== null && (await isOwnServer(unknown, domain, resolver));
  const host = isOwn ? unknown : null;
  const addresses =
    ip !== undefined ? [usualAddress(ip)] : host === null ? [] : await addressesOf(host, resolver);
  const { senderAddress } = settings;
  const recipientDomain = recipient === undefined ? undefined : dnsNameOf(recipient);
  return {
    ...question,
    ...{ addresses, asksBlocklists },
    isUriUnread: isUriUnread(options.values),
    ...(host === null ? {} : { helo: host }),
    ...(senderAddress !== null && dnsNameOf(senderAddress) === domain
      ? { sender: senderAddress }
      : {}),
    ...(recipientDomain === undefined ? {} : { recipientDomain }),
  };
}

/** Whether `SMTP_URI` is there and says nothing, or may stand in a file that cannot be read. */
function isUriUnread({ uri, problem }: FoundValues): boolean {
  return uri ? !uri.read.ok : problem !== undefined;
}

/** The address that others see: `::ffff:192.0.2.1`, as Node and nginx write a peer, is IPv4 (RFC 4291 section 2.5.5.2). */
function usualAddress(ip: string): string {
  return addressNumber(ip)?.family === 4 ? expandedAddress(ip) : ip;
}

/** The addresses of the user's own server: mail leaves from one of them, as a rule. */
async function addressesOf(host: string, resolver: DnsResolver): Promise<string[]> {
  const [four, six] = await Promise.all([resolver.ask('A', host), resolver.ask('AAAA', host)]);
  const found = [four, six].flatMap((answer) => (answer.status === 'found' ? answer.records : []));
  return found.filter((address) => !isNearby(address));
}
