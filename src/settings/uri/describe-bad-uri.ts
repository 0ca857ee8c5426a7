import type { BadUriFacts } from '../../report/facts.js';
import type { ReaderName } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import { type Raw, reveal, type Secret } from '../../safety/secret.js';
import { formatEnvLine, holdersOf } from '../env-files/env-line.js';
import { repairUri } from './repair-uri.js';
import { readAsServer } from './server-reading.js';
import { maskSmtpUri, parseSmtpUri } from './smtp-uri.js';
import { SCHEME, splitUri } from './split-uri.js';

/**
 * What there is to say about an `SMTP_URI` that cannot be used: which character is at fault, where it
 * stands, what Tailchat's server would do with the value, and the line that was likely meant. No part of
 * the password is among it.
 *
 * @param raw the variable's value, unchanged
 * @param showSecrets put the password into the line
 * @param reader who reads the env file that the line is for
 */
export function describeBadUri(raw: Raw, showSecrets: boolean, reader?: ReaderName): BadUriFacts {
  const value = reveal(raw);
  const repaired = repairUri(value);
  const shown = repaired && (showSecrets ? repaired.reveal() : maskSmtpUri(repaired));
  const line = shown && formatEnvLine('SMTP_URI', stripToLine(shown), reader);
  return {
    ...findCharacter(value),
    ...whatServerDoes(value, repaired),
    ...(line ? { envLine: line, holders: holdersOf(line, reader) } : {}),
    isMasked: shown !== repaired?.reveal(),
  };
}

/** The character that ends the authority too early, or the bare percent sign. */
function findCharacter(value: string): Pick<BadUriFacts, 'character' | 'part'> {
  const rest = value.trim().replace(SCHEME, '');
  const { authority } = splitUri(rest);
  const bare = /%(?![\da-f]{2})/i.exec(authority)?.index;
  const end = bare ?? authority.length;
  const character = rest[end];
  if (character === undefined || !rest.slice(end).includes('@')) return {};
  return { character, part: authority.slice(0, end).includes(':') ? 'password' : 'user' };
}

/** A host that the server would take out of the login is told only where it is no part of the password. */
function whatServerDoes(
  value: string,
  repaired: Secret | undefined,
): Pick<BadUriFacts, 'serverDoes' | 'serverHost'> {
  const reading = readAsServer(value);
  if (reading.does !== 'connects') return { serverDoes: reading.does };
  const { host } = reading;
  const meant = repaired === undefined ? undefined : parseSmtpUri(repaired).uri;
  const asksForHost = { serverDoes: 'asks-for-host', serverHost: stripToLine(host) } as const;
  if (!SCHEME.test(value.trim())) {
    // Two words with a colon between them may be a login: then the second is told nobody.
    if (host === meant?.host || /^\d{1,5}$/.test(host)) return asksForHost;
    return { serverDoes: 'asks-for-password' };
  }
  if (meant?.host === host) return { serverDoes: 'reads-it' };
  const { authority } = splitUri(value.trim().replace(SCHEME, ''));
  const colon = authority.indexOf(':');
  const at = authority.lastIndexOf('@');
  const isOfPassword = at >= 0 && colon >= 0 && colon < at;
  if (meant === undefined || host.startsWith(meant.host)) {
    const isTelling = isOfPassword && meant === undefined;
    return isTelling ? { serverDoes: 'asks-for-password' } : asksForHost;
  }
  if (isOfPassword) return { serverDoes: 'asks-for-password' };
  return { serverDoes: 'asks-for-user', serverHost: stripToLine(host) };
}
