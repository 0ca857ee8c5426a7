import type { DomainFault } from '../domain/domain-fault.js';
import { loadDomainTexts } from '../language/index.js';
import type { DomainReport } from '../report/domain-report.js';
import { findValues } from '../settings/values.js';
import { givenValues } from './given-values.js';
import { refuseLanguage, refuseTimeout } from './refuse-options.js';
import { refuseTypes } from './refuse-types.js';
import type { VerifyOptions } from './verify-options.js';

/** What `checkDomain` takes. Everything may be left out. */
export interface CheckDomainOptions
  extends Pick<
    VerifyOptions,
    'uri' | 'sender' | 'env' | 'envFiles' | 'envFormat' | 'cwd' | 'showSecrets' | 'lang' | 'signal'
  > {
  /** The domain, or an address in it. Default: that of `SMTP_SENDER`. */
  domain?: string | undefined;
  /** DKIM selectors to look at; also as `s1._domainkey.example.com`, the name of the record. */
  selectors?: readonly string[] | undefined;
  /** A recipient whose domain is looked at as well. */
  recipient?: string | undefined;
  /** The address that mail leaves from, where the server is the user's own. */
  ip?: string | undefined;
  /** DNS servers in place of the system's: `address` or `address:port`. */
  dnsServers?: readonly string[] | undefined;
  /** Ask block lists, which are third parties. Default: false. */
  blocklists?: boolean | undefined;
  /** Say what the settings alone tell, touch no network. Default: false. */
  offline?: boolean | undefined;
  /** Bound on the whole check, in seconds. Default: 5. */
  timeout?: number | undefined;
}

/** The value is never repeated, since it may be a misplaced setting. */
const FAULTS: Readonly<Record<DomainFault['kind'], string>> = {
  'not-a-domain': 'is no domain, and no address in one',
  'not-an-address': 'is no IP address',
  'not-public': 'is an address of a local network',
  'not-a-selector': 'has something that is no DKIM selector',
};

/**
 * What DNS says about mail from a domain. Sends nothing, prints nothing, and asks nobody but the resolver.
 *
 * @returns the same document as `tailchat smtp domain --json`
 * @throws the signal's reason, when it is aborted; RangeError or TypeError for an impossible option
 */
export async function checkDomain(options: CheckDomainOptions = {}): Promise<DomainReport> {
  refuseTypes(options);
  const { lang = 'en', timeout = 5, env = {}, envFiles = [], envFormat, cwd = '.' } = options;
  const { signal = new AbortController().signal, domain: name } = options;
  signal.throwIfAborted();
  refuseTimeout(timeout);
  refuseLanguage(lang);
  const [
    { foreignSelector, runDomainCheck },
    { describeDomain },
    { domainFault, selectorOf },
    texts,
  ] = await Promise.all([
    import('../domain/run-domain-check.js'),
    import('../words/describe-domain.js'),
    import('../domain/domain-fault.js'),
    loadDomainTexts(lang),
  ]);
  const given = givenValues(options);
  const fault = domainFault(options);
  if (fault) throw new RangeError(`${fault.option} ${FAULTS[fault.kind]}`);
  const values = { ...given, recipients: [], env, envFiles, envFormat, cwd, signal };
  const asked = {
    name,
    values: await findValues(values),
    selectors: (options.selectors ?? []).flatMap((one) => selectorOf(one) ?? []),
  };
  if (await foreignSelector(asked))
    throw new RangeError('selectors has the record of another domain');
  const found = await runDomainCheck({
    ...asked,
    ...{ signal, recipient: options.recipient, ip: options.ip },
    dnsServers: options.dnsServers,
    asksBlocklists: options.blocklists ?? false,
    isOffline: options.offline ?? false,
    timeoutMs: timeout * 1000,
    showSecrets: options.showSecrets ?? false,
  });
  return describeDomain(found, texts, lang);
}
