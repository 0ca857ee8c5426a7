/** The steps of a check, in the order in which they happen. */
export const STEP_NAMES = [
  'settings',
  'dns',
  'connect',
  'tls',
  'greeting',
  'ehlo',
  'starttls',
  'auth',
  'mail-from',
  'rcpt-to',
  'data',
] as const;

/** The name of a step. */
export type StepName = (typeof STEP_NAMES)[number];

/** What the server's certificate says, as far as a person needs it to recognise it. */
export interface CertificateInfo {
  subject: string;
  issuer: string;
  /** The DNS names and addresses it is made out to (RFC 9525). */
  names: string[];
  /** Its end, as an ISO 8601 date and time. */
  validTo: string;
  /** SHA-256 fingerprint, hexadecimal with colons. */
  sha256: string;
}

/** What a TLS handshake settled. */
export interface TlsInfo {
  protocol: string;
  cipher: string;
  certificate: CertificateInfo | null;
}

/** A connection that was tried. */
export interface AddressAttempt {
  address: string;
  /** The system's code, such as `ENETUNREACH`; null where the address takes connections. */
  error: string | null;
}

/** What a step showed; which of them are there depends on the step. */
export interface StepDetails extends Partial<TlsInfo> {
  addresses?: string[];
  address?: string;
  port?: number;
  /** Of a host with several addresses: how each of them took a connection. */
  attempts?: AddressAttempt[];
  reply?: string;
  extensions?: string[];
  /** The name given in EHLO (RFC 5321 section 4.1.1.1). */
  clientName?: string;
  /** The SASL mechanism of the login (RFC 4954). */
  mechanism?: string;
}

/** Why a step was skipped. */
export type SkipReason =
  | 'address'
  | 'offline'
  | 'elsewhere'
  | 'starttlsNotOffered'
  | 'starttlsIgnored'
  | 'starttlsRefused'
  | 'noCredentials'
  | 'authNotOffered'
  | 'noSender';

/** One step of a check. */
export interface Step extends StepDetails {
  name: StepName;
  status: 'ok' | 'failed' | 'skipped';
  /** How long it took, in milliseconds. */
  ms: number;
  /** Why it was skipped. */
  why?: string;
}
