import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import type { Evidence } from '../diagnosis/evidence.js';
import { parseMechanisms } from '../diagnosis/reply.js';
import type { Cause } from '../report/causes.js';
import type { OptionFault } from '../report/option-fault.js';
import type { CertificateInfo } from '../report/report.js';
import { isIP } from '../safety/is-ip.js';
import { namesForHost } from '../settings/uri/names-for-host.js';
import type { SmtpUri } from '../settings/uri/smtp-uri.js';
import { TLS_PREFIX } from '../settings/uri/tls-options.js';
import { PASSWORD_MECHANISMS } from './session/sasl-mechanism.js';

/** The option that ends a wait, by the cause that it makes. */
const WAITS: Partial<Record<Cause, readonly (keyof SmtpUri['waits'])[]>> = {
  'connection-timeout': ['connectionTimeout'],
  'server-silent': ['greetingTimeout', 'socketTimeout', 'connectionTimeout'],
  timeout: ['greetingTimeout', 'socketTimeout'],
};

/** Waits do not end to the millisecond. */
const LATEST_MS = 500;

/**
 * The options of the URI that a failure comes from.
 *
 * @returns undefined where no option has a hand in it
 */
export function optionFaultOf(
  cause: Cause,
  evidence: Evidence,
  uri: SmtpUri,
  certificate: CertificateInfo | undefined,
): OptionFault | undefined {
  switch (cause) {
    case 'certificate-hostname':
      return nameFault(uri, certificate);
    case 'tls-version':
    case 'tls-failed':
      return encryptionFault(uri);
    case 'auth-failed':
      return challengeFault(evidence, uri);
    case 'auth-mechanism-unsupported':
    case 'oauth-required':
    case 'protocol-error':
      return evidence.step === 'auth' ? loginFault(evidence, uri) : undefined;
    default:
      return waitFault(WAITS[cause] ?? [], evidence, uri);
  }
}

function nameFault(
  { host, tls }: SmtpUri,
  certificate: CertificateInfo | undefined,
): OptionFault | undefined {
  const { servername } = tls;
  if (!certificate || typeof servername !== 'string' || servername === '') return undefined;
  if (servername.toLowerCase() === host) return undefined;
  const { names } = certificate;
  const isForHost = isCertificateFor(host, names);
  const fitting = isForHost ? [] : namesForHost(names, servername);
  return { kind: 'certificate-name', value: servername, isForHost, fitting };
}

/** Options that leave the handshake as Tailchat's Node 18 makes it, or that allow more. */
const UNLIMITED =
  /^(?:rejectUnauthorized|servername)=|^minVersion=TLSv1(?:\.[12])?$|^maxVersion=TLSv1\.3$/;

/** Options that limit a handshake, which can do without. */
function encryptionFault({ tls }: SmtpUri): OptionFault | undefined {
  const options = Object.entries(tls)
    .filter(([name, value]) => !UNLIMITED.test(`${name}=${value}`))
    .map(([name]) => TLS_PREFIX + name);
  return options.length === 0 ? undefined : { kind: 'encryption', options };
}

function loginFault(
  { extensions = [] }: Evidence,
  { authMethod }: SmtpUri,
): OptionFault | undefined {
  if (!authMethod || authMethod === 'XOAUTH2') return undefined;
  if (!PASSWORD_MECHANISMS.includes(authMethod))
    return { kind: 'unknown-login', value: authMethod };
  return parseMechanisms(extensions).includes(authMethod)
    ? undefined
    : { kind: 'login', value: authMethod };
}

/**
 * CRAM-MD5 (RFC 2195 section 2) cannot be checked against a hash of the password, and servers offer it all the same. Without the
 * option, nodemailer takes another method.
 */
function challengeFault(
  { extensions = [] }: Evidence,
  { authMethod }: SmtpUri,
): OptionFault | undefined {
  const others = parseMechanisms(extensions).filter((name) => name === 'PLAIN' || name === 'LOGIN');
  return authMethod === 'CRAM-MD5' && others.length > 0
    ? { kind: 'challenge', value: authMethod, others }
    : undefined;
}

function waitFault(
  names: readonly (keyof SmtpUri['waits'])[],
  { silentMs }: Evidence,
  { waits }: SmtpUri,
): OptionFault | undefined {
  if (silentMs === undefined) return undefined;
  const option = names.find((name) => {
    const ms = waits[name];
    return ms !== undefined && ms <= silentMs + LATEST_MS && silentMs <= ms + LATEST_MS;
  });
  return option && { kind: 'wait', option, ms: waits[option] ?? 0 };
}

/** Whether a certificate of these names is one for the host (RFC 6125). */
function isCertificateFor(host: string, names: readonly string[]): boolean {
  const subjectaltname = names
    .map((name) => `${isIP(name) ? 'IP Address' : 'DNS'}:${name}`)
    .join(', ');
  return !checkServerIdentity(host, { subject: {}, subjectaltname } as PeerCertificate);
}
