import type { Security } from '../../report/report.js';
import { Secret } from '../../safety/secret.js';
import { formatHostPort } from './host-port.js';

/** The parts of an `SMTP_URI`. */
export interface UriParts {
  host: string;
  port: number;
  security: Security;
  user: string;
  password: string;
}

const OPTIONS: Record<Security, string> = {
  tls: '',
  'starttls-if-offered': '',
  starttls: '?requireTLS=true',
  none: '?ignoreTLS=true',
};

/**
 * Writes an `SMTP_URI` in the form that Tailchat's documentation shows, but for `pool=true`, with which each mail
 * would leave a connection open. User and password are percent-encoded, so that no character of theirs can
 * cut it short.
 */
export function buildUri({ host, port, security, user, password }: UriParts): Secret {
  const scheme = security === 'tls' ? 'smtps' : 'smtp';
  const login = formatLogin(user, password);
  const server = formatHostPort(host, port);
  return new Secret(`${scheme}://${login}${server}/${OPTIONS[security]}`);
}

/** The login in front of the host, percent-encoded: user, password, and the `@`. Empty without a user. */
export function formatLogin(user: string, password: string): string {
  return user === '' ? '' : `${encode(user)}:${encode(password)}@`;
}

// A single quote needs no escape in a URI, but it would end the quotes of an env file.
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
