import type { BadUriFacts, ServerDeed } from '../../report/bad-uri-facts.js';
import { decodePercent } from '../../safety/decode-percent.js';
import { type Raw, reveal } from '../../safety/secret.js';
import { readPasted } from '../pasted-settings.js';
import { type LineOptions, shownLine } from '../shown-settings.js';
import { withoutPool } from './change-uri.js';
import { fitScheme } from './fit-scheme.js';
import { SUBMISSION_PORT, SUBMISSIONS_PORT } from './mail-ports.js';
import { repairUri } from './repair-uri.js';
import { readAsServer } from './server-reading.js';
import { SECOND_SCHEME, type SmtpUri } from './smtp-uri.js';
import { SCHEME, splitAuthority, splitUri } from './split-uri.js';
import { findTextBehind } from './text-behind.js';

/**
 * What there is to say about an `SMTP_URI` that cannot be used: which character is at fault, where it
 * stands, what Tailchat's server would do with the value, and the line that was likely meant. No part of
 * the password is among it.
 *
 * @param raw the variable's value, unchanged
 * @param options whether the line shows the password, and for which place it is; the value as it is written
 */
export function describeBadUri(
  raw: Raw,
  {
    meant = raw,
    ...options
  }: Pick<LineOptions, 'showSecrets' | 'reader' | 'spot'> & { meant?: Raw | undefined },
): BadUriFacts {
  const value = reveal(raw);
  const pasted = readPasted(reveal(meant));
  const whole = repairUri(pasted?.uri ?? meant);
  // The advised line must not cause a warning itself.
  const fitted = whole && (fitScheme(whole.value, whole.read.uri) ?? whole.value);
  const repaired = fitted && withoutPool(fitted);
  const line = repaired && shownLine('SMTP_URI', repaired, { ...options, isGuess: true });
  return {
    ...(pasted ? { pasted: pasted.form } : findCharacter(value)),
    ...whatServerDoes(value, whole?.read.uri),
    ...(line
      ? {
          ...{ envLine: line.line, holders: line.holders, isMasked: line.isMasked },
          ...{ envPlace: line.place, below: line.below },
        }
      : {}),
  };
}

/** The text behind the `@`, in lower case, where a URI has a user alone before it. It may be a part of the password. */
export function endOfAddress(raw: Raw): string | undefined {
  const { authority } = splitUri(reveal(raw).trim().replace(SCHEME, ''));
  const { login, server } = splitAuthority(authority);
  return login && !/[:@]/.test(login) ? server.replace(/:.*$/s, '').toLowerCase() : undefined;
}

/** The character that ends the authority too early, or the bare percent sign. */
function findCharacter(value: string): Pick<BadUriFacts, 'character' | 'part'> {
  const rest = value.trim().replace(SCHEME, '');
  const { authority } = splitUri(rest);
  const bare = /%(?![\da-f]{2})/i.exec(authority)?.index;
  const end = bare ?? authority.length;
  const character = rest[end];
  if (character === undefined || !rest.slice(end).includes('@')) return {};
  // The password may go on there, and nobody can tell.
  if (bare === undefined && findTextBehind(rest)) return {};
  return { character, part: authority.slice(0, end).includes(':') ? 'password' : 'user' };
}

/** A scheme and a mail address, which holds no password. */
const ADDRESS_ALONE = /^\s*(?:mailto|smtps?|https?):[^:@/]*@[^:@/]*$/i;

/** What the server would do, and the kind of the host it would use. The host's name is left out, since it may be no host. */
function whatServerDoes(
  value: string,
  meant: SmtpUri | undefined,
): Pick<BadUriFacts, 'serverDoes'> {
  const reading = readAsServer(value);
  if (reading.does !== 'connects') return { serverDoes: reading.does };
  const { host } = reading;
  if (!SCHEME.test(value.trim())) {
    // Two words with a colon between them may be a login, whose second word is the password.
    if (ADDRESS_ALONE.test(value)) return { serverDoes: 'asks-for-host' };
    const isHost = host === meant?.host || /^\d{1,5}$/.test(host) || isBeside(host, meant);
    return { serverDoes: isHost ? 'asks-for-host' : 'asks-for-password' };
  }
  const rest = value.trim().replace(SCHEME, '');
  if (meant?.host === host) {
    const isOtherLogin = loginOf(rest) !== `${meant.user ?? ''}:${meant.password?.reveal() ?? ''}`;
    return { serverDoes: isOtherLogin ? 'damages-login' : whatOfPort(reading.port, value, meant) };
  }
  if (SECOND_SCHEME.test(rest)) return { serverDoes: 'asks-for-host' };
  const { authority } = splitUri(rest);
  const { login } = splitAuthority(authority);
  // If the login ends before the fault, the server finds the host behind it.
  const isCut = rest.slice(authority.length).includes('@');
  if (meant === undefined && login !== undefined && !isCut) {
    return { serverDoes: (reading.port ?? 0) > 65535 ? 'refuses-port' : 'asks-for-host' };
  }
  if (findTextBehind(rest)?.isSure && isBeside(host, meant)) return { serverDoes: 'asks-for-host' };
  // A second scheme stands for the host there.
  if (rest.toLowerCase().includes(`@${host}://`) && isBeside(host, meant)) {
    return { serverDoes: 'asks-for-host' };
  }
  const isOfPassword = login?.includes(':') ?? false;
  if (meant === undefined || host.startsWith(meant.host)) {
    const isTelling = isOfPassword && meant === undefined;
    return { serverDoes: isTelling ? 'asks-for-password' : 'asks-for-host' };
  }
  return { serverDoes: isOfPassword ? 'asks-for-password' : 'asks-for-user' };
}

/** User and password as the server splits them: white space that ends a line is dropped anywhere. */
function loginOf(rest: string): string {
  const { login } = splitAuthority(splitUri(rest.replace(/[\t\r\n]/g, '')).authority);
  const text = decodePercent(login ?? '') ?? '';
  return text.includes(':') ? text : `${text}:`;
}

/** What the server does with the port, where the host is right. */
function whatOfPort(
  read: number | undefined,
  value: string,
  { port, security }: SmtpUri,
): ServerDeed {
  if (read !== undefined && read > 65535) return 'refuses-port';
  const isTls = security === 'tls';
  // With a scheme that the server does not know, port 465 alone begins with TLS, and 587 is the usual port.
  const isKnown = /^\s*smtps?:/i.test(value);
  if (!isKnown && isTls !== (read === SUBMISSIONS_PORT)) return 'asks-for-host';
  const used = read ?? (isKnown && isTls ? SUBMISSIONS_PORT : SUBMISSION_PORT);
  return used === port ? 'reads-it' : 'takes-usual-port';
}

/** Whether a text stands in the value, but surely not in the password. */
function isBeside(host: string, meant: SmtpUri | undefined): boolean {
  const password = meant?.password?.reveal().toLowerCase();
  return password !== undefined && !password.includes(host);
}
