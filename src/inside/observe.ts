import { promises as dns } from 'node:dns';
import { access } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { abortable, startDeadline } from '../deadline.js';
import { systemServers } from '../dns/c-ares.js';
import { errorCodeOf } from '../errors.js';
import type { ComparedVariable } from '../report/container.js';
import { openPorts } from '../search/open-ports.js';
import type { FoundValues } from '../settings/found-values.js';
import { outsideAddresses } from '../smtp/connection/own-families.js';
import { fingerprint } from './fingerprint.js';

/** The surroundings of a check, as far as two places can differ in them, as texts for a table. */
export interface Observations {
  node: string;
  openssl: string;
  /** The name servers that are asked. */
  nameServers: string;
  /** The mail server's addresses, or the resolver's code. Absent where no name was looked up. */
  ipv4?: string;
  ipv6?: string;
  /** The mail server's addresses as the system resolves them, its hosts file included. */
  system?: string;
  /** The families of the machine's addresses besides its own loopback. */
  families: string;
  /** The mail server's ports that take a connection. Absent where none was tried. */
  ports?: string;
  /** The number of authorities that Node brings, and a hash of them. */
  authorities: string;
  /** Variables that decide about mail. Those that may contain a secret are shown as a hash. */
  environment: Record<ComparedVariable, string>;
}

/** The place and the purpose of an observation. */
export interface ObserveOptions {
  /** The mail server; null where the settings name none. */
  host: string | null;
  port: number | null;
  /** Nothing is asked of the network. */
  isOffline: boolean;
  /** Connections are opened besides that of the check. */
  mayConnectAgain: boolean;
  /** The settings of the place. */
  values: Pick<FoundValues, 'uri' | 'sender'>;
  env: Readonly<Record<string, string | undefined>>;
  /** The versions of Node and its parts. */
  versions: Readonly<Record<string, string | undefined>>;
  /** A key that makes hashes of secrets comparable between two places, and with nothing else. */
  salt: string;
  signal: AbortSignal;
}

const USUAL_PORTS = [25, 465, 587, 2525];
const PATIENCE_MS = 3000;
const OPEN_VARIABLES = [
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_OPTIONS',
] as const;

/** Observes the surroundings of a check. It connects to the mail server, but sends nothing. */
export async function observe(options: ObserveOptions): Promise<Observations> {
  const { host, port, values, env, versions, salt, signal } = options;
  const [names, open] = await Promise.all(
    host === null || port === null || options.isOffline
      ? []
      : [lookUp(host, signal), options.mayConnectAgain ? knock(host, port, signal) : undefined],
  );
  const { uri, sender } = values;
  const secrets = [
    ['SMTP_URI', fingerprint(uri?.value, salt)],
    ['SMTP_SENDER', fingerprint(sender?.value, salt)],
  ] as const;
  const others = OPEN_VARIABLES.map(async (name) => [name, await shown(name, env[name])] as const);
  return {
    node: `v${versions.node}`,
    openssl: `${versions.openssl}`,
    nameServers: systemServers().join(', '),
    ...names,
    families: families(),
    ...(open === undefined ? {} : { ports: open }),
    authorities: `${rootCertificates.length} ${fingerprint(rootCertificates.join(), '')}`,
    environment: Object.fromEntries([
      ...secrets,
      ...(await Promise.all(others)),
    ]) as Observations['environment'],
  };
}

async function lookUp(host: string, signal: AbortSignal) {
  const deadline = startDeadline(PATIENCE_MS, signal);
  const answer = async (query: Promise<string[]>): Promise<string> => {
    try {
      return (await abortable(query, deadline.signal)).sort().join(', ');
    } catch (error) {
      signal.throwIfAborted();
      return deadline.signal.aborted ? 'ETIMEOUT' : (errorCodeOf(error) ?? 'ENOTFOUND');
    }
  };
  try {
    const [ipv4, ipv6, system] = await Promise.all([
      answer(dns.resolve4(host)),
      answer(dns.resolve6(host)),
      answer(dns.lookup(host, { all: true }).then((all) => all.map(({ address }) => address))),
    ]);
    return { ipv4, ipv6, system };
  } finally {
    deadline.clear();
  }
}

async function knock(host: string, port: number, signal: AbortSignal): Promise<string> {
  const ports = [...new Set([...USUAL_PORTS, port])].sort((a, b) => a - b);
  const deadline = startDeadline(PATIENCE_MS, signal);
  try {
    const { open = [] } = await openPorts(host, ports, deadline);
    return open.join(', ');
  } finally {
    deadline.clear();
  }
}

function families(): string {
  const outer = outsideAddresses().filter(({ address }) => !address.startsWith('fe80:'));
  return [...new Set(outer.map(({ family }) => family))].sort().join(', ');
}

async function shown(name: string, value: string | undefined): Promise<string> {
  if (value === undefined) return '';
  if (name !== 'NODE_EXTRA_CA_CERTS') return value;
  const isReadable = await access(value).then(
    () => true,
    () => false,
  );
  return isReadable ? value : `${value} (ENOENT)`;
}
