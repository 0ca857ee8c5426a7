import { type Raw, reveal, Secret } from '../../safety/secret.js';
import { formatLogin } from './build-uri.js';
import { formatHostPort } from './host-port.js';
import { withoutEnds } from './server-reading.js';
import type { SmtpUri } from './smtp-uri.js';
import { plainPath, SCHEME, splitAuthority, splitUri } from './split-uri.js';
import { OF_SCHEME } from './uri-options.js';

/** What to change in an `SMTP_URI`. What is left out stays as it is written. */
export interface UriChanges {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps`), or plain text first (`smtp`). */
  isTlsFirst: boolean;
  /** Insist on STARTTLS (RFC 3207). */
  requiresTls: boolean;
  /** Ignore a STARTTLS that is offered. */
  ignoresTls?: boolean;
  /** The new user. */
  user?: string;
  /** The name for SNI (RFC 6066 section 3), where it has to be given. */
  servername?: string | undefined;
}

/** Options that keep connections open, or have no meaning without those. */
const OF_POOL = /^(?:pool|maxConnections|maxMessages|rateDelta|rateLimit)=/;

/**
 * An `SMTP_URI` with another server, and maybe another user, in it; password and other options stay as
 * they are written, but for `pool`, with which each mail would leave a connection open, and for
 * names such as `secure`, which have no effect.
 *
 * @param raw a URI that can be used
 */
export function changeUri(raw: Raw, changes: UriChanges): Secret {
  const sections = splitUri(withoutEnds(reveal(raw)).replace(SCHEME, ''));
  const { authority, query } = sections;
  const path = plainPath(sections.path);
  const { login } = splitAuthority(authority);
  const changed = login === undefined ? '' : `${withUser(login, changes.user)}@`;
  const options = query
    .split('&')
    .filter((option) => option !== '' && !/^(?:requireTLS|ignoreTLS|port)=/.test(option))
    .filter((option) => !OF_POOL.test(option) && !OF_SCHEME.test(option.replace(/=.*/, '')));
  if (changes.servername) options.push(`tls.servername=${changes.servername}`);
  if (changes.requiresTls && !changes.isTlsFirst) options.push('requireTLS=true');
  if (changes.ignoresTls && !changes.isTlsFirst) options.push('ignoreTLS=true');
  const scheme = changes.isTlsFirst ? 'smtps' : 'smtp';
  const server = formatHostPort(changes.host, changes.port);
  const end = options.length > 0 ? `${path || '/'}?${options.join('&')}` : path;
  return new Secret(`${scheme}://${changed}${server}${end}`);
}

/**
 * An `SMTP_URI` with another login, which gets percent-encoded, or with none if there is no user. The rest stays as it is
 * written.
 */
export function changeLogin(raw: Raw, user: string, password: Raw): Secret {
  const value = withoutEnds(reveal(raw));
  const scheme = SCHEME.exec(value)?.[0] ?? '';
  const { authority, path, query } = splitUri(value.slice(scheme.length));
  const { server } = splitAuthority(authority);
  const end = query === '' ? plainPath(path) : `${plainPath(path) || '/'}?${query}`;
  return new Secret(`${scheme}${formatLogin(user, reveal(password))}${server}${end}`);
}

/** The options that `changeUri` leaves out, in words. */
export function changesOfPool({ isPooled }: Pick<SmtpUri, 'isPooled'>): string[] {
  return isPooled ? ['pool=true removed'] : [];
}

/** The same URI without options that keep connections open. */
export function withoutPool(raw: Raw): Secret {
  const text = reveal(raw);
  const at = text.indexOf('?', text.lastIndexOf('@') + 1);
  if (at < 0) return new Secret(text);
  const options = text.slice(at + 1).split('&');
  const others = options.filter((option) => !OF_POOL.test(option));
  if (others.length === options.length) return new Secret(text);
  return new Secret(text.slice(0, at) + (others.length > 0 ? `?${others.join('&')}` : ''));
}

function withUser(login: string, user: string | undefined): string {
  return user === undefined ? login : login.replace(/^[^:]*/, encodeURIComponent(user));
}
