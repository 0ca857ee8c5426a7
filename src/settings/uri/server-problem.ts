import type { SettingProblem } from '../../report/setting-problem.js';
import { forText } from '../../safety/any-script.js';
import { isIP } from '../../safety/is-ip.js';

/** A URI as it was split. Nothing is decoded. */
interface ServerParts {
  authority: string;
  /** What stands behind the login. */
  server: string;
  /** The host that counts, which may come from `?host=`. */
  host: string;
  /** The port that counts, which may come from `?port=`; empty where none is written. */
  portText: string;
  path: string;
  /** A user stands before the `@`, and no colon. */
  isUserAlone: boolean;
}

/** An address with a zone (RFC 6874), at which the server fails. */
const ZONE = /^\[.*%/;

/** Names of servers, which are no domains of addresses. */
const OF_SERVER =
  /^(?:[\w-]{0,30}smtp|e?mail|mx|imap|pop|out|relay|send)[\w-]{0,60}\.[^.]{0,63}\./i;

/** A label of a host's name, in any script. */
const LABEL = /^[\p{L}\p{N}\p{M}_-]{1,63}$/u;

/**
 * What is wrong with the host and the port of an `SMTP_URI` (RFC 3986 section 3.2).
 *
 * @param parts the URI, as it was split
 * @returns the problem, or `undefined` where a server is named
 */
export function findServerProblem(parts: ServerParts): SettingProblem | undefined {
  const { server, host, path, portText } = parts;
  // RFC 3986 section 3.2.2: without brackets, the colons of an address separate nothing.
  if (isIP(server) === 6 || isIP(server.replace(/:\d+$/, '')) === 6) return 'no-brackets';
  if (host === '') return 'no-host';
  // A scheme in the place of the host: `smtps://me:password@https://mail.example.com`.
  if (/^(?:https?|smtps?|imaps?|pop3?s?|ssl|tls)$/i.test(host) && path.startsWith('//'))
    return 'scheme-as-host';
  if (!isHost(withoutBrackets(host)) || ZONE.test(host)) return 'bad-host';
  const isPort = portText === '' || (/^\d*$/.test(portText) && isPortNumber(Number(portText)));
  return isPort ? undefined : portProblem(parts);
}

/** The host in the brackets of an address (RFC 3986 section 3.2.2), or the host itself. */
export function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/s, '$1');
}

/** What stands in the place of the port. */
function portProblem({ authority, host, portText, isUserAlone }: ServerParts): SettingProblem {
  const isLogin = !/[.\d]|^localhost$/i.test(host) && /^\D|\D.*\D/.test(portText);
  // A user and a password, at which the URI ends.
  if (!authority.includes('@') && isLogin) return 'no-host';
  if (isUserAlone && /\w\.\D/.test(host) && !OF_SERVER.test(host)) return 'server-left-out';
  return /^\d{1,5}\s/.test(portText) ? 'text-behind-port' : 'bad-port';
}

function isPortNumber(port: number): boolean {
  return port >= 1 && port <= 65535;
}

function isHost(host: string): boolean {
  if (isIP(host)) return true;
  const labels = host.replace(/[.。．｡]$/u, '').split(/[.。．｡]/u);
  return host.length <= 253 && labels.every((label) => forText(LABEL, label).test(label));
}
