import type { Cause } from './causes.js';

/** What may be wrong between a mail server and the relay that it sends through. */
export type RelayTrouble =
  | 'sender-rejected'
  | 'ip-blocked'
  | 'content-rejected'
  | 'rate-limited'
  | 'server-busy'
  | 'server-error'
  | 'unencrypted'
  | 'unreached';

/** The trouble with a relay that a cause means. Other causes mean the same as with any server further on. */
const TROUBLES: Partial<Record<Cause, RelayTrouble>> = {
  'sender-rejected': 'sender-rejected',
  'ip-blocked': 'ip-blocked',
  'content-rejected': 'content-rejected',
  'rate-limited': 'rate-limited',
  'server-busy': 'server-busy',
  'server-error': 'server-error',
  'tls-failed': 'unencrypted',
  'tls-version': 'unencrypted',
  'certificate-untrusted': 'unencrypted',
  'certificate-expired': 'unencrypted',
  'certificate-hostname': 'unencrypted',
  'starttls-unavailable': 'unencrypted',
  'starttls-required': 'unencrypted',
  'dns-unavailable': 'unreached',
  'host-not-found': 'unreached',
  'server-silent': 'unreached',
  'connection-refused': 'unreached',
  'connection-timeout': 'unreached',
  'network-unreachable': 'unreached',
  'connection-closed': 'unreached',
  timeout: 'unreached',
};

/** What a cause means of a relay; `undefined` where it means nothing of its own. */
export const relayTrouble = (cause: Cause): RelayTrouble | undefined => TROUBLES[cause];
