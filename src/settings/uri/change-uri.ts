import { type Raw, reveal, Secret } from '../../safety/secret.js';
import { formatHostPort } from './host-port.js';
import { SCHEME, splitAuthority, splitUri } from './split-uri.js';

/** What to change in an `SMTP_URI`. What is left out stays as it is written. */
export interface UriChanges {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps`), or plain text first (`smtp`). */
  isTlsFirst: boolean;
  /** Insist on STARTTLS (RFC 3207). */
  requiresTls: boolean;
  /** Another user than the one that is written. */
  user?: string;
}

/**
 * An `SMTP_URI` with another server, and maybe another user, in it; password and other options stay as
 * they are written.
 *
 * @param raw a URI that can be used
 */
export function changeUri(raw: Raw, changes: UriChanges): Secret {
  const { authority, path, query } = splitUri(reveal(raw).replace(SCHEME, ''));
  const { login } = splitAuthority(authority);
  const changed = login === undefined ? '' : `${withUser(login, changes.user)}@`;
  const options = query
    .split('&')
    .filter((option) => option !== '' && !/^(?:requireTLS|ignoreTLS|port)=/.test(option));
  if (changes.requiresTls && !changes.isTlsFirst) options.push('requireTLS=true');
  const scheme = changes.isTlsFirst ? 'smtps' : 'smtp';
  const server = formatHostPort(changes.host, changes.port);
  const end = options.length > 0 ? `${path || '/'}?${options.join('&')}` : path;
  return new Secret(`${scheme}://${changed}${server}${end}`);
}

function withUser(login: string, user: string | undefined): string {
  return user === undefined ? login : login.replace(/^[^:]*/, encodeURIComponent(user));
}
