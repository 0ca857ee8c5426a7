import { isIP } from 'node:net';
import { startDeadline, throwIfInterrupted } from '../deadline.js';
import { createNodeResolver } from '../dns/node-resolver.js';
import type { DnsResolver } from '../dns/resolver.js';
import { ExitCode } from '../exit-codes.js';
import type { DomainTexts } from '../language/domain-texts.js';
import type { Language } from '../language-codes.js';
import { findFreeMailOwner } from '../providers/free-mail.js';
import { foreignOwnerIdOf, loadProviderOfHost } from '../providers/known-hosts.js';
import type { Provider } from '../providers/provider.js';
import type { DomainReport } from '../report/domain-report.js';
import type { ReportSettings } from '../report/report.js';
import { isNearby } from '../settings/addresses/is-nearby.js';
import type { FoundValues } from '../settings/found-values.js';
import { describeSettings } from '../settings/settings.js';
import { checkDomainOf } from './check-domain.js';
import { checkOffline } from './check-offline.js';
import { describeDomain } from './describe-domain.js';
import { domainOf } from './domain-of.js';
import type { DomainQuestion } from './question.js';

/** How to check a domain. */
export interface DomainRunOptions {
  /** The domain, or an address in it; without it that of `SMTP_SENDER`. */
  name?: string | undefined;
  values: FoundValues;
  selectors: readonly string[];
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
  texts: DomainTexts;
  language: Language;
  signal: AbortSignal;
}

/**
 * Says what DNS knows about mail from a domain through the provider of the settings. Sends nothing, prints
 * nothing, and asks nobody but the resolver unless block lists are wanted.
 *
 * @throws the signal's reason when the run is interrupted; everything else is in the report
 */
export async function runDomainCheck(options: DomainRunOptions): Promise<DomainReport> {
  const { values, texts, timeoutMs, signal } = options;
  const start = performance.now();
  const settings = describeSettings(values, options.showSecrets);
  const domain = domainOf(options.name ?? settings.senderAddress ?? '');
  if (domain === undefined) return withoutDomain(settings, texts);
  const about = { domain, settings };
  const elapsed = () => Math.round(performance.now() - start);
  if (options.isOffline) {
    const question = await offlineQuestion(options, domain, settings);
    return describeDomain(checkOffline(question), { ...about, ms: elapsed() }, texts);
  }
  const deadline = startDeadline(timeoutMs, signal);
  try {
    const servers = options.dnsServers;
    const resolver = createNodeResolver({
      ...(servers ? { servers } : {}),
      signal: deadline.signal,
    });
    const question = await onlineQuestion(options, domain, settings, resolver);
    const view = await checkDomainOf(question, resolver);
    return describeDomain(view, { ...about, ms: elapsed() }, texts);
  } finally {
    deadline.clear();
    throwIfInterrupted(signal);
  }
}

async function offlineQuestion(
  { language, selectors }: DomainRunOptions,
  domain: string,
  { host }: ReportSettings,
): Promise<DomainQuestion> {
  const provider = host === null ? undefined : await loadProviderOfHost(host);
  const freeMailOwner = await findFreeMailOwner(domain);
  return {
    ...{ domain, provider, providerName: nameOf(provider, language), selectors },
    ...{ addresses: [], asksBlocklists: false },
    ...(freeMailOwner ? { freeMailOwner, freeMailOwnerName: freeMailOwner.name[language] } : {}),
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
  const isOwn = question.provider === undefined || question.provider.kind === 'software';
  const host = isOwn ? settings.host : null;
  const addresses =
    ip !== undefined ? [ip] : host === null ? [] : await addressesOf(host, resolver);
  const recipientDomain = recipient === undefined ? undefined : domainOf(recipient);
  return {
    ...question,
    ...{ addresses, asksBlocklists },
    ...(host !== null && !isIP(host) ? { helo: host } : {}),
    ...(recipientDomain === undefined ? {} : { recipientDomain }),
  };
}

/** The addresses of the user's own server: mail leaves from one of them, as a rule. */
async function addressesOf(host: string, resolver: DnsResolver): Promise<string[]> {
  if (isIP(host)) return [host];
  const [four, six] = await Promise.all([resolver.ask('A', host), resolver.ask('AAAA', host)]);
  return [four, six].flatMap((answer) => (answer.status === 'found' ? answer.records : []));
}

function nameOf(provider: Provider | undefined, language: Language): string | null {
  return provider?.name[language] ?? null;
}

function withoutDomain(settings: ReportSettings, { noDomain }: DomainTexts): DomainReport {
  return {
    ...{ schemaVersion: 1, command: 'domain', ok: false, exitCode: ExitCode.config },
    ...{ domain: null, settings, checks: [], ms: 0 },
    alignment: {
      spf: 'unknown',
      dkim: 'unknown',
      dmarc: 'unknown',
      policy: null,
      receiversDiffer: [],
    },
    failure: { cause: 'sender-missing', ...noDomain },
  };
}
