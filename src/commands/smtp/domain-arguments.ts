import { isIP } from 'node:net';
import { domainOf } from '../../domain/domain-of.js';
import { UsageError } from '../../errors.js';
import type { CommandLineTexts } from '../../language/interface-texts.js';
import { SHORTEST_TIMEOUT } from '../../limits.js';
import type { EnvFormat } from '../../settings/env-files/env-format.js';
import {
  isSet,
  optional,
  type RawArguments,
  readList,
  readSeconds,
  readSingle,
} from './arguments.js';

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
  const single = (name: string) => readSingle(raw, name, usage);
  single('lang');
  const name = single('name');
  if (name !== undefined && domainOf(name) === undefined) {
    throw new UsageError(usage.notADomain('domain'));
  }
  const recipient = single('recipient');
  if (recipient !== undefined && domainOf(recipient) === undefined) {
    throw new UsageError(usage.notADomain('--recipient'));
  }
  const ip = single('ip');
  if (ip !== undefined && isIP(ip) === 0) throw new UsageError(usage.notAnAddress('--ip'));
  const server = single('dns');
  if (server !== undefined && !isDnsServer(server)) {
    throw new UsageError(usage.notAnAddress('--dns'));
  }
  const selectors = readList(raw, 'selector', usage) ?? [];
  if (!selectors.every((selector) => SELECTOR.test(selector))) {
    throw new UsageError(usage.blank('--selector'));
  }
  return {
    ...optional('name', name),
    ...optional('uri', single('uri')),
    ...optional('sender', single('sender')),
    ...optional('envFiles', readList(raw, 'settings', usage)),
    ...optional('envFormat', single('env-format') as EnvFormat | undefined),
    ...optional('service', single('service')),
    ...optional('recipient', recipient),
    ...optional('ip', ip),
    ...optional('dnsServers', server === undefined ? undefined : [server]),
    selectors,
    asksBlocklists: isSet(raw, 'blocklists'),
    isOffline: isSet(raw, 'offline'),
    timeoutMs: readSeconds(raw, 'timeout', SHORTEST_TIMEOUT, usage) * 1000,
    isJson: isSet(raw, 'json'),
    isQuiet: isSet(raw, 'quiet'),
    showsSecrets: isSet(raw, 'show-secrets'),
    isColorWanted: !isSet(raw, 'no-color'),
  };
}

/** `address`, `address:port` or `[address]:port`. */
function isDnsServer(text: string): boolean {
  if (isIP(text)) return true;
  const [, six, four, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const isPort = port === undefined || (Number(port) > 0 && Number(port) < 65_536);
  return isPort && (isIP(six ?? '') === 6 || isIP(four ?? '') === 4);
}
