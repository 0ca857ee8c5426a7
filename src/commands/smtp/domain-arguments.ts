import { dnsNameOf } from '../../domain/dns-name-of.js';
import { UsageError } from '../../errors.js';
import type { CommandLineTexts } from '../../language/interface-texts.js';
import type { ReportFile } from '../../output/report-format.js';
import { isIP } from '../../safety/is-ip.js';
import { maskedWords } from '../../safety/shown-word.js';
import { isNearby } from '../../settings/addresses/is-nearby.js';
import type { EnvFormat } from '../../settings/env-files/env-format.js';
import { optional, type RawArguments, readOptions, readSingle, readWords } from './read-options.js';
import { readReports } from './read-reports.js';

/** What `domain` is asked for, checked and typed. */
export interface DomainArguments {
  /** The domain, or an address in it. */
  name?: string;
  uri?: string;
  sender?: string;
  envFiles?: string[];
  envFormat?: EnvFormat;
  service?: string;
  selectors: string[];
  recipient?: string;
  ip?: string;
  /** One server, as `node:dns` takes it. */
  dnsServers?: string[];
  asksBlocklists: boolean;
  isOffline: boolean;
  timeoutMs: number;
  /** Further reports, for other programs. */
  reports: ReportFile[];
  isJson: boolean;
  isQuiet: boolean;
  showsSecrets: boolean;
  isColorWanted: boolean;
}

/** RFC 6376 section 3.1: labels with dots between them. */
const SELECTOR = /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)*$/i;

/**
 * Checks what yargs lets pass.
 *
 * @throws UsageError naming the option
 */
export function readDomainArguments(
  raw: RawArguments,
  { usage }: CommandLineTexts,
): DomainArguments {
  const given = readOptions(['domain'], raw, usage);
  const { recipient, ip, dns: server, selector: selectors } = given;
  const [word, ...others] = readWords(raw, 'name');
  if (others.length > 0) throw new UsageError(usage.noWords(maskedWords(others.join(' '))));
  const name = readSingle(word, 'domain', usage);
  if (name !== undefined && dnsNameOf(name) === undefined) {
    throw new UsageError(usage.notADomain('domain'));
  }
  if (recipient !== undefined && dnsNameOf(recipient) === undefined) {
    throw new UsageError(usage.notADomain('--recipient'));
  }
  if (ip !== undefined && isIP(ip) === 0) throw new UsageError(usage.notAnAddress('--ip'));
  if (ip !== undefined && isNearby(ip)) throw new UsageError(usage.notPublic(ip));
  if (server !== undefined && !isDnsServer(server)) {
    throw new UsageError(usage.notAnAddress('--dns'));
  }
  if (!selectors.every((selector) => SELECTOR.test(selector))) {
    throw new UsageError(usage.blank('--selector'));
  }
  return {
    ...optional('name', name),
    ...optional('uri', given.uri),
    ...optional('sender', given.sender),
    ...optional('envFiles', given.settings.length > 0 ? given.settings : undefined),
    ...optional('envFormat', given['env-format']),
    ...optional('service', given.service),
    ...optional('recipient', recipient),
    ...optional('ip', ip),
    ...optional('dnsServers', server === undefined ? undefined : [server]),
    selectors,
    asksBlocklists: given.blocklists,
    isOffline: given.offline,
    timeoutMs: given.timeout * 1000,
    reports: readReports(given.report, given.json, usage),
    isJson: given.json,
    isQuiet: given.quiet,
    showsSecrets: given['show-secrets'],
    isColorWanted: !given['no-color'],
  };
}

/** `address`, `address:port` or `[address]:port`. */
function isDnsServer(text: string): boolean {
  if (isIP(text)) return true;
  const [, six, four, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const isPort = port === undefined || (Number(port) > 0 && Number(port) < 65_536);
  return isPort && (isIP(six ?? '') === 6 || isIP(four ?? '') === 4);
}
