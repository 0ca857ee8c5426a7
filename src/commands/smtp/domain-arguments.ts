import {
  type DomainFault,
  domainFault,
  type GivenSelector,
  selectorOf,
} from '../../domain/domain-fault.js';
import { UsageError } from '../../errors.js';
import type { UsageTexts } from '../../language/command-line-texts.js';
import type { CommandLineTexts } from '../../language/interface-texts.js';
import type { ReportFile } from '../../output/report-format.js';
import { maskedWords } from '../../safety/shown-word.js';
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
  selectors: GivenSelector[];
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
  const dnsServers = server === undefined ? undefined : [server];
  const fault = domainFault({ domain: name, recipient, ip, dnsServers, selectors });
  if (fault) throw new UsageError(faultWords(fault, usage));
  return {
    ...optional('name', name),
    ...optional('uri', given.uri),
    ...optional('sender', given.sender),
    ...optional('envFiles', given.settings.length > 0 ? given.settings : undefined),
    ...optional('envFormat', given['env-format']),
    ...optional('service', given.service),
    ...optional('recipient', recipient),
    ...optional('ip', ip),
    ...optional('dnsServers', dnsServers),
    selectors: selectors.flatMap((one) => selectorOf(one) ?? []),
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

const FLAGS = {
  domain: 'domain',
  recipient: '--recipient',
  ip: '--ip',
  dnsServers: '--dns',
  selectors: '--selector',
} as const;

function faultWords(fault: DomainFault, usage: UsageTexts): string {
  const flag = FLAGS[fault.option];
  switch (fault.kind) {
    case 'not-a-domain':
      return usage.notADomain(flag);
    case 'not-an-address':
      return usage.notAnAddress(flag);
    case 'not-public':
      return usage.notPublic(fault.ip);
    case 'not-a-selector':
      return usage.notASelector(flag);
  }
}
