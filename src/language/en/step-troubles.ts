import type { StepTroubles } from '../interface-texts.js';

/** Why a step failed, in a few words. */
export const TROUBLES: StepTroubles = {
  'host-not-found': 'there is no such host',
  'dns-unavailable': 'no answer from DNS',
  'connection-refused': 'refused',
  'connection-timeout': 'no answer',
  'network-unreachable': 'no route to it',
  'server-silent': 'the server says nothing',
  'connection-closed': 'the server hung up',
  timeout: 'no further answer',
  'tls-on-plain-port': 'does not use TLS from the start',
  'plain-on-tls-port': 'the port begins with TLS',
  'certificate-untrusted': 'not trusted',
  'certificate-expired': 'not valid today',
  'certificate-hostname': 'issued for another name',
  'tls-version': 'no TLS version or cipher in common',
  'tls-failed': 'the handshake failed',
  'starttls-unavailable': 'not offered',
  'not-smtp': 'no mail server answers',
  'protocol-error': 'the conversation failed',
  'credentials-missing': 'user or password missing',
  'oauth-required': 'no login with a password',
  'auth-mechanism-unsupported': 'no login method in common',
  unknown: 'failed',
};
