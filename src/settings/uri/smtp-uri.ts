import type { Cause } from '../../report/causes.js';
import type { Security } from '../../report/report.js';
import type { SettingProblem } from '../../report/setting-problem.js';
import { hasControls } from '../../safety/control-characters.js';
import { decodePercent } from '../../safety/decode-percent.js';
import { type Raw, reveal, Secret } from '../../safety/secret.js';
import { hasWideAt } from '../addresses/has-wide-at.js';
import { ENDS_WITHOUT_LOGIN, isCutShort, isWithOptions } from './cut-short.js';
import { findImpossible } from './impossible-options.js';
import { SUBMISSION_PORT, SUBMISSIONS_PORT } from './mail-ports.js';
import { readUriOptions, type TlsValues, type Waits } from './read-uri-options.js';
import { findServerProblem, withoutBrackets } from './server-problem.js';
import { asciiHost, withoutEnds } from './server-reading.js';
import { isDoubtfulHost } from './shown-host.js';
import { SCHEME, splitAuthority, splitLogin, splitUri } from './split-uri.js';
import { findTextBehind } from './text-behind.js';
import { TLS_PREFIX } from './tls-options.js';
import { leadsElsewhere } from './unchecked-options.js';

/** Ports that nodemailer uses where the URI names none (RFC 8314 section 3.3, RFC 6409). */
const DEFAULT_PORT = { smtps: SUBMISSIONS_PORT, smtp: SUBMISSION_PORT } as const;

/** The settings in an `SMTP_URI`, as Tailchat's server takes them from it. */
export interface SmtpUri {
  host: string;
  /** The host may be the end of a password. `shownHost` tells what may be shown of it. */
  isHostDoubtful?: true;
  port: number;
  security: Security;
  user?: string;
  password?: Secret;
  /** The password has only unreserved characters (RFC 3986 section 2.3): no reader takes it for anything else. */
  isPasswordPlain?: boolean;
  /** The name to give in EHLO, from `?name=`. */
  clientName?: string;
  /** The SASL mechanism to use, from `?authMethod=`. */
  authMethod?: string;
  /** Go on without encryption if STARTTLS is refused, from `?opportunisticTLS=true`. */
  opportunisticTls: boolean;
  /** Options for `tls.connect`, from `?tls.NAME=`. */
  tls: TlsValues;
  /** An option for TLS that makes each mail fail as soon as the server offers STARTTLS. Without an offer nobody reads it. */
  impossibleTls?: string;
  /** The user ends at a percent-encoded colon, since the server decodes before it splits user and password. */
  isUserCut?: boolean;
  /** Only a colon stands before the `@`. The server logs in with nothing, and fails, where a login is offered. */
  isLoginEmpty?: boolean;
  /** A question mark with options stands at the end already. */
  hasOptions?: boolean;
  /** Mail takes another way that a check cannot follow, such as a proxy. */
  isElsewhere: boolean;
  /** Each mail leaves a connection open, from `?pool=true`. */
  isPooled: boolean;
  /** Log in even if the server does not offer it, from `?forceAuth=true`. */
  forcesLogin: boolean;
  /** How long nodemailer waits, in milliseconds, where the URI says so. */
  waits: Waits;
}

/** The outcome of reading an `SMTP_URI`. */
export type SmtpUriResult =
  | { ok: true; uri: SmtpUri }
  | {
      ok: false;
      cause: Cause;
      detail?: SettingProblem;
      /** The option at fault. */
      about?: string;
      /** The settings without the login, where only the login is incomplete. Its one half may be the password. */
      uri?: SmtpUri;
    };

// Zero-width characters and marks of direction, which come with pasted text.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
/** A word of the documentation, or a name that the program behind the value should have filled in. */
const PLACEHOLDER =
  /^(?:<[^<>@]*>|\[(?:PASSWORD|[A-Z]{2,20}(?:[ _-][A-Z]{2,20}){1,5})\]|\$\{[A-Za-z_]\w{0,60}(?::?[-?+=][^{}]{0,100})?\}|\{\{[^{}]{1,100}\}\})$/;
/** What stands in the place of a secret that was not to be shown. */
const HIDDEN = /^[*•●]{3,}$/u;
/** Hosts of examples: RFC 2606 section 3, and the word itself. */
const OF_EXAMPLES = /^(?:(?:[\w-]+\.)*example\.(?:com|net|org)|host)$/i;
const QUOTES = /^["'`\u2018\u2019\u201c\u201d]|["'`\u2018\u2019\u201c\u201d]$/u;
const CURLY = /^[\u2018\u2019\u201c\u201d]|[\u2018\u2019\u201c\u201d]$/u;
/** Full-width signs of an input method where the scheme ends. */
const WIDE_SCHEME = /^\s*smtps?(?:：|:／|:\/／)/iu;

/**
 * Reads an `SMTP_URI` (`smtps://user:password@host:port/?option=value`) the way nodemailer's
 * connection URL is read: the scheme alone decides between TLS first and plain text first.
 *
 * @param raw the variable's value, unchanged
 * @returns the settings, or the cause that names what is wrong
 */
export function parseSmtpUri(raw: Raw): SmtpUriResult {
  const value = withoutEnds(reveal(raw));
  const result = parseValue(value);
  if (result.ok) return result;
  const { authority } = splitUri(value.replace(SCHEME, ''));
  const { login = '', server } = splitAuthority(authority);
  if (result.detail === 'user-without-password' && login.includes('：') && !login.includes(':'))
    return { ok: false, cause: 'uri-invalid', detail: 'wide-signs' };
  const isWide =
    result.cause === 'uri-invalid' &&
    (WIDE_SCHEME.test(value) || hasWideAt(value) || /[：／？]/u.test(server));
  return isWide ? { ...result, detail: 'wide-signs' } : result;
}

function parseValue(value: string): SmtpUriResult {
  const damage = findDamage(value);
  if (damage) return damage;
  const [beginning = '', ofSlashes, bare] = SCHEME.exec(value) ?? [];
  const scheme = (ofSlashes ?? bare)?.toLowerCase();
  if (/^<[^<>]*>:/.test(value) || PLACEHOLDER.test(value.trim())) {
    return { ok: false, cause: 'uri-placeholder' };
  }
  if (HIDDEN.test(value.trim())) return { ok: false, cause: 'uri-placeholder', detail: 'hidden' };
  if (!scheme) return { ok: false, cause: 'uri-invalid', detail: 'no-scheme' };
  if (scheme !== 'smtp' && scheme !== 'smtps') {
    return { ok: false, cause: 'uri-invalid', detail: 'wrong-scheme' };
  }
  return parseParts(scheme, value.slice(beginning.length));
}

/** A value that continues on the next line, where its reader did not look. */
export const CUT_IN_QUOTES = /^\s*(["'`])(?!.*\1)[a-z]+:\/\/[^@.:]*$/is;

/** The damage that a value took on its way here. It is looked for before the value is read as a URI. */
function findDamage(value: string): SmtpUriResult | undefined {
  if (CUT_IN_QUOTES.test(value)) return damaged('cut-in-quotes');
  if (QUOTES.test(value.trim())) {
    return damaged(CURLY.test(value.trim()) ? 'curly-quotes' : 'quotes-kept');
  }
  const { authority, path, query, fragment } = splitUri(value.replace(SCHEME, ''));
  // The path does not count, since the server reads no further than the slash.
  const counted = path === '' ? value : value.slice(0, value.lastIndexOf(path)) + query + fragment;
  if (counted !== counted.trim()) return damaged('white-space-kept');
  if (hasControls(value) || INVISIBLE.test(counted)) {
    const isSecond = findTextBehind(value.replace(SCHEME, ''))?.isSure;
    return damaged(isSecond ? 'text-behind-uri' : 'control-character');
  }
  // The server ignores a semicolon, and keeps a comma.
  return path === '' && /,$/.test(authority) ? damaged('trailing-punctuation') : undefined;
}

function damaged(detail: SettingProblem): SmtpUriResult {
  return { ok: false, cause: 'uri-damaged', detail };
}

function parseParts(scheme: 'smtp' | 'smtps', text: string): SmtpUriResult {
  if (SECOND_SCHEME.test(text)) return { ok: false, cause: 'uri-invalid', detail: 'two-schemes' };
  const { authority, path, query, fragment } = splitUri(text);
  const { login = '', server } = splitAuthority(authority);
  const isCut = isCutShort(path, query, fragment) && !isWithOptions(text, query);
  if (isCut && ENDS_WITHOUT_LOGIN.test(text)) return damaged('text-behind-uri');
  const isOneLogin = !authority.slice(0, authority.lastIndexOf('@')).includes('@');
  // Only where the following text has an `@`. The server ignores the rest of the path.
  if ((isCut || !isOneLogin) && findTextBehind(text)?.isSure) return damaged('text-behind-uri');
  if (isCut) return damaged('cut-short');
  // The server reads no further than a semicolon.
  const hostPort = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(server.replace(/;.*$/s, ''));
  const optionsOfUri = new URLSearchParams(`?${query}`);
  // The options for host and port count only where the URI has none.
  const host = hostPort?.[1] || optionsOfUri.get('host') || '';
  const portText = hostPort?.[2] || optionsOfUri.get('port') || '';
  const { user: rawUser, password: rawPassword } = splitLogin(login);

  const parts = [rawUser, rawPassword ?? '', host, portText, path.slice(1)].map(decodePercent);
  if (parts.some((part) => part !== undefined && PLACEHOLDER.test(part))) {
    return { ok: false, cause: 'uri-placeholder' };
  }
  const [wholeUser, lastPart] = parts;
  if (wholeUser === undefined || lastPart === undefined) return damaged('bare-percent');
  // The server decodes user and password together, and then splits them.
  const [user = '', ...rest] = wholeUser.split(':');
  const isUserCut = rest.length > 0;
  const password = [...rest, ...(isUserCut && rawPassword === undefined ? [] : [lastPart])].join(
    ':',
  );

  const isUserAlone = rawUser !== '' && rawPassword === undefined;
  const detail = findServerProblem({ authority, server, host, portText, path, isUserAlone });
  if (detail) return { ok: false, cause: 'uri-invalid', detail };

  const options = readUriOptions(scheme, optionsOfUri);
  const about = findImpossible(optionsOfUri, scheme);
  const isOfStarttls = about?.startsWith(TLS_PREFIX) && options.security === 'starttls-if-offered';
  if (about && !isOfStarttls)
    return { ok: false, cause: 'uri-invalid', detail: 'bad-option', about };
  const around = { hasLogin: authority.includes('@'), hasPort: portText !== '' };
  const isDoubtful = isDoubtfulHost(withoutBrackets(host), around);
  const uri: SmtpUri = {
    host: asciiHost(withoutBrackets(host)),
    ...(isDoubtful ? { isHostDoubtful: true } : {}),
    port: portText === '' ? DEFAULT_PORT[scheme] : Number(portText),
    ...options,
    ...(isUserCut ? { isUserCut } : {}),
    ...(about ? { impossibleTls: about } : {}),
    isElsewhere: leadsElsewhere(query),
  };
  const problem = findLoginProblem(host, user, password);
  if (problem) return { ok: false, ...problem, uri };
  if (user === '') return { ok: true, uri: login === '' ? uri : { ...uri, isLoginEmpty: true } };
  const isPasswordPlain = /^[\w.~-]+$/.test(rawPassword ?? '');
  return { ok: true, uri: { ...uri, user, password: new Secret(password), isPasswordPlain } };
}

/** What is missing from the login, or was never filled in. */
function findLoginProblem(host: string, user: string, password: string) {
  if (password === 'password' && OF_EXAMPLES.test(host))
    return { cause: 'uri-placeholder', detail: 'example' } as const;
  if (HIDDEN.test(user) || HIDDEN.test(password))
    return { cause: 'uri-placeholder', detail: 'hidden' } as const;
  if (user !== '' && password === '')
    return { cause: 'credentials-missing', detail: 'user-without-password' } as const;
  if (user === '' && password !== '')
    return { cause: 'credentials-missing', detail: 'password-without-user' } as const;
  return undefined;
}

/** A scheme behind the first one. */
export const SECOND_SCHEME = /^(?:https?|smtps?|imaps?|pop3?s?|ssl|tls):\/\//i;
