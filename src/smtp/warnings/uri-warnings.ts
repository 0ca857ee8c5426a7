import type { FoundWarning } from '../../diagnosis/found-warning.js';
import { homeOfLogin } from '../../providers/known-hosts.js';
import { nearestServers } from '../../providers/nearest-servers.js';
import type { Provider } from '../../providers/provider.js';
import type { ValueSource } from '../../report/report.js';
import { stripToLine } from '../../safety/control-characters.js';
import { type Raw, reveal } from '../../safety/secret.js';
import { fileAndLine } from '../../settings/settings.js';
import { shownHost } from '../../settings/uri/shown-host.js';
import type { SmtpUri } from '../../settings/uri/smtp-uri.js';
import { SCHEME, splitAuthority, splitLogin, splitUri } from '../../settings/uri/split-uri.js';
import { findTextBehind } from '../../settings/uri/text-behind.js';
import { findOddOptions } from '../../settings/uri/uri-options.js';

/** Escapes that hardly anybody writes: of letters and figures, which never need one (RFC 3986 section 2.3), and of controls. */
const UNLIKELY = /%(?:3\d|[46][1-9a-f]|[57][\da]|0[0-8bcef]|1[\da-f]|7f)/i;

/** What a URI that can be used has in it that was hardly meant so. */
export function warnOfUri(value: Raw, source: ValueSource, uri: SmtpUri): FoundWarning[] {
  const place = fileAndLine(source);
  const options = findOddOptions(value).map(({ option, meant, isFor }): FoundWarning => {
    const variable = stripToLine(option);
    return { code: 'misspelt-variable', isOption: true, variable, meant, isFor, ...place };
  });
  const text = reveal(value);
  const unencoded = (what: 'percent' | 'entity'): FoundWarning => ({
    code: 'not-percent-encoded',
    what,
    ...place,
  });
  const rest = text.trim().replace(SCHEME, '');
  // Behind the authority, in an option or a fragment, an `@` separates nothing.
  const isWithin = splitAuthority(splitUri(rest).authority).login?.includes('@');
  const isSecond = isWithin === true && findTextBehind(rest)?.isSure === false;
  return [
    ...options,
    ...(isDecodedByChance(text) ? [unencoded('percent')] : []),
    ...(ENTITY.test(splitUri(text.replace(SCHEME, '')).authority) ? [unencoded('entity')] : []),
    ...(isSecond
      ? [
          {
            code: 'not-percent-encoded',
            what: 'second-server',
            host: shownHost(uri),
            ...place,
          } as const,
        ]
      : []),
  ];
}

/**
 * A host by whose name mail is fetched, and what the one for sending is called: by the provider, or as mostly. Or a host with which
 * the address of the login is not at home.
 */
export function warnOfHost(
  uri: SmtpUri,
  source: ValueSource,
  provider: Provider | undefined,
): FoundWarning[] {
  const { host, user = '' } = uri;
  const isFetched = FETCHES.test(host) || provider?.webmail?.includes(host) === true;
  const hosts = provider?.servers.map((server) => server.host) ?? [];
  const home = homeOfLogin(user, host);
  if (home && home.kind !== 'business') {
    const { host: meant, domain } = home;
    return [{ code: 'host-unlikely', host: shownHost(uri), meant, domain, ...fileAndLine(source) }];
  }
  if (!isFetched || hosts.includes(host)) return [];
  // A provider may have servers for several domains.
  const usual = `smtp.${host.slice(host.indexOf('.') + 1)}`;
  const meant = nearestServers(provider?.servers ?? [], host)[0]?.host ?? usual;
  return [{ code: 'host-unlikely', host: shownHost(uri), meant, ...fileAndLine(source) }];
}

/** Names of servers that mail is fetched from, before a domain. */
const FETCHES = /^(?:imaps?\d?|pop3?s?)\.(?=[^.]+\.)/i;

/** Characters as HTML writes them. */
const ENTITY = /&(?:amp|lt|gt|quot|apos|#\d{2,4}|#x[\da-f]{2,4});/i;

/**
 * Whoever encodes letters encodes them all. Beside one that is not encoded, a `%` with the digits of a letter or a figure behind it
 * is likely part of the password, and the server decodes it.
 */
function isDecodedByChance(value: string): boolean {
  const { authority } = splitUri(value.replace(SCHEME, ''));
  const { password = '' } = splitLogin(splitAuthority(authority).login ?? '');
  return UNLIKELY.test(password) && /[^%]/.test(password.replace(/%[\da-f]{2}/gi, ''));
}
