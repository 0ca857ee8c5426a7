import { domainToASCII } from 'node:url';
import { decodePercent } from '../safety/decode-percent.js';
import { type Raw, reveal, Secret } from '../safety/secret.js';
import { maskedHost, type ShownHost } from '../safety/shown-host.js';
import { isDoubtfulHost } from '../settings/uri/shown-host.js';
import { SCHEME, splitAuthority, splitLogin, splitUri } from '../settings/uri/split-uri.js';

/** The mailbox to read, and the login for it. */
export interface ImapUri {
  host: string;
  /** The host as it may be told: it may be the end of the password. */
  shownHost: ShownHost;
  port: number;
  /** `tls`: from the first byte on (RFC 8314); `starttls`: demanded after the greeting. */
  security: 'tls' | 'starttls';
  user: string;
  password: Secret;
}

const PORTS = { tls: 993, starttls: 143 } as const;

/**
 * Reads `imaps://user:password@host[:port]/` or `imap://…` (RFC 5092 section 3), user and password percent-encoded
 * where they hold `@`, `:`, `/`, `?`, `#` or `%`.
 *
 * @returns undefined where it is none, or has no login
 */
export function parseImapUri(raw: Raw): ImapUri | undefined {
  const value = reveal(raw).trim();
  const scheme = SCHEME.exec(value)?.[0] ?? '';
  const name = scheme.toLowerCase();
  if (name !== 'imap://' && name !== 'imaps://') return undefined;
  const { login, server } = splitAuthority(splitUri(value.slice(scheme.length)).authority);
  if (login === undefined) return undefined;
  const { user, password } = splitLogin(login);
  const security = name === 'imaps://' ? 'tls' : 'starttls';
  const place = /^(\[[\da-f:.]+\]|[^:[\]\s]+)(?::(\d{1,5}))?$/i.exec(server);
  const host = place?.[1]?.startsWith('[')
    ? place[1].slice(1, -1)
    : domainToASCII(place?.[1] ?? '');
  const port = Number(place?.[2] ?? PORTS[security]);
  const decoded = [decodePercent(user), decodePercent(password ?? '')] as const;
  if (!host || !decoded[0] || !decoded[1] || port < 1 || port > 65_535) return undefined;
  // A line end inside a value would start another command.
  if (decoded.some((word) => word === undefined || /[\r\n\0]/.test(word))) return undefined;
  const around = { hasLogin: true, hasPort: place?.[2] !== undefined };
  const isDoubtful = isDoubtfulHost(place?.[1]?.replace(/^\[|\]$/g, '') ?? '', around);
  const shownHost = maskedHost(host, isDoubtful);
  return { host, shownHost, port, security, user: decoded[0], password: new Secret(decoded[1]) };
}
