import { stripToLine } from '../../safety/control-characters.js';
import { decodePercent } from '../../safety/decode-percent.js';
import { isIP } from '../../safety/is-ip.js';
import { MASK, type Raw, reveal } from '../../safety/secret.js';
import { looksRandom } from '../../safety/shown-word.js';
import { looksLikePassword, mayBeSwapped } from '../../safety/swapped.js';
import { withoutEnds } from './server-reading.js';
import { parseSmtpUri, type SmtpUri, type SmtpUriResult } from './smtp-uri.js';
import { SCHEME, splitAuthority, splitUri, type UriSections } from './split-uri.js';

/** The form of an option's value: a name, or a number. */
const NAME = /^[\p{L}\p{N}._-]{0,100}$/u;
const SWITCH = /^(?:true|false|\d{0,9})$/;

/** The options that may be shown, and the form of their values. Any other may be a secret in a wrong place. */
const SHOWABLE: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [/^(?:use_?)?(?:ssl|tls|starttls)$/i, SWITCH],
  [/^(?:pool|secure|\w{0,20}TLS|port|max\w{1,20}|\w{1,20}Timeout)$/, SWITCH],
  [/^tls\.(?:rejectUnauthorized|minDHSize|honorCipherOrder)$/, SWITCH],
  [/^(?:name|authMethod|tls\.servername)$/, NAME],
  [/^tls\.(?:min|max)Version$/, /^TLSv1(?:\.[0-3])?$/],
  [/^tls\.(?:ciphers|ecdhCurve|sigalgs|secureProtocol)$/, /^[A-Z\d:!@+=_-]{0,200}$/i],
];

/**
 * A URI with its password masked. A value that is no URI is masked as a whole, since any part of it may be the password. A login
 * without its other half is masked as well.
 */
export function maskSmtpUri(raw: Raw): string {
  return maskReadUri(raw, parseSmtpUri(raw));
}

/** The same for a URI that was read. */
export function maskReadUri(raw: Raw, read: SmtpUriResult): string {
  const whole = reveal(raw);
  const value = withoutEnds(whole);
  if (!read.uri) return MASK;
  const scheme = SCHEME.exec(value)?.[0] ?? '';
  const sections = splitUri(value.slice(scheme.length));
  const { login, server } = splitAuthority(sections.authority);
  const masked = login === undefined ? '' : `${maskLogin(login, read)}@`;
  // The server does not read the text behind a semicolon, so it may be anything.
  const end = server.replace(/;.+$/s, `;${MASK}`);
  const shownServer = read.uri.isHostDoubtful ? end.replace(/^[^:;]+/, MASK) : end;
  const shown = `${scheme}${masked}${shownServer}${maskEnd(sections, read.uri)}`;
  return whole.replace(value, () => shown);
}

function maskLogin(login: string, read: SmtpUriResult): string {
  // A URI that is masked already stays as it is.
  const colon = login.indexOf(':');
  const isMasked = !read.ok && read.detail === 'hidden' && colon >= 0;
  const isWhole = isMasked || (read.ok && read.uri.user !== undefined);
  if (!isWhole) return login === '' || login === ':' ? login : MASK;
  // Behind an encoded colon the password begins.
  const isUserCut = /%3a/i.test(colon < 0 ? login : login.slice(0, colon));
  return `${isUserCut || isUserSecret(login) ? MASK : login.slice(0, colon)}:${MASK}`;
}

/** Whether the user may be secret. Some providers give out one word for both user and password. */
function isUserSecret(login: string): boolean {
  const [user, password] = login.split(/:(.*)/s, 2).map((part) => decodePercent(part) ?? part);
  return !user || !password || isSecret(user, password);
}

function maskEnd(
  { path, query, fragment }: UriSections,
  { host, isHostDoubtful }: SmtpUri,
): string {
  const options = query.split('&').map((option) => {
    const [name = '', value = ''] = option.split(/=(.*)/s, 2);
    const [, form] =
      SHOWABLE.find(([names, values]) => names.test(name) && values.test(value)) ?? [];
    const isHidden = isHostDoubtful && value.toLowerCase().includes(host);
    const isShown = form === NAME ? !isHidden && !looksLikePassword(value) : form !== undefined;
    return isShown || option === '' ? option : MASK;
  });
  return [
    path === '' || path === '/' ? path : `/${MASK}`,
    query === '' ? '' : `?${options.join('&')}`,
    fragment === '' ? '' : `#${MASK}`,
  ].join('');
}

/** The user of a URI as it may be shown. It is masked where it is also the password, or looks like one. */
export function shownUser(user: string, password: Raw): string {
  return isSecret(user, reveal(password)) ? MASK : stripToLine(user);
}

/** Whether the user is also the password, or may stand in its place. */
function isSecret(user: string, password: string): boolean {
  const isPassword = password !== '' && user.toLowerCase().includes(password.toLowerCase());
  return isPassword || mayBeSwapped(user, password) || looksLikePassword(user);
}

// A host in a value that was not understood is certain only if it looks like nothing else: letters of one case, with the name of
// a top-level domain.
const SURE_HOST = /^(?:[a-z\d-]{1,63}\.){1,8}(?:[a-z]{2,24}|xn--[a-z\d-]{1,59})\.?$/;
const SERVICE_NAME = /^[a-z]+(?:-[a-z]+)*$/;
const SURE_USER = /^[a-z]{1,20}$/;
const SURE_MAILBOX = /^[\p{L}\d._+-]{1,64}$/u;

/**
 * The same for a URI that was guessed from a damaged value. The end of the password may stand in the place of the host, and its
 * beginning in that of the user. Both are shown only where they look like nothing else.
 *
 * @returns undefined where not even the host is certain
 */
export function maskGuessedUri(raw: Raw): string | undefined {
  const read = parseSmtpUri(raw);
  if (!read.ok) return undefined;
  const { scheme, login, server, end } = takeApart(maskReadUri(raw, read));
  const host = server.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  const isNamed = SURE_HOST.test(oneCase(host)) || isIP(host) !== 0;
  const isService = SERVICE_NAME.test(host) && (login === '' || /:\d+$/.test(server));
  if (!isNamed && !isService) return undefined;
  const { user } = read.uri;
  if (user === undefined || SURE_USER.test(user) || isSureAddress(user))
    return `${scheme}${login}${server}${end}`;
  return `${scheme}${MASK}:${MASK}@${server}${end}`;
}

/** Whether a text from a damaged value can be nothing but a mail address. */
export function isSureAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  const mailbox = text.slice(0, Math.max(at, 0));
  const isMailbox = SURE_MAILBOX.test(mailbox) && !looksRandom(mailbox);
  return isMailbox && SURE_HOST.test(oneCase(text.slice(at + 1)));
}

function takeApart(uri: string) {
  const scheme = SCHEME.exec(uri)?.[0] ?? '';
  const { authority } = splitUri(uri.slice(scheme.length));
  const { login, server } = splitAuthority(authority);
  return {
    scheme,
    login: login === undefined ? '' : `${login}@`,
    server,
    end: uri.slice(scheme.length + authority.length),
  };
}

/** The text in small letters, if all its letters are capitals. */
function oneCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text;
}

/** A text with all of its URIs masked. Each is masked up to the end of the text, since a password may contain spaces. */
export function maskUrisIn(text: string): string {
  return text.replace(/[a-z][a-z0-9+.-]{0,30}:\/\/.*/is, maskSmtpUri);
}
