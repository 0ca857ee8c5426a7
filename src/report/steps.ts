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

/** A step of a check. */
export type StepName = (typeof STEP_NAMES)[number];

/** What the server's certificate says, as far as a person needs it to recognise it. */
export interface CertificateInfo {
  subject: string;
  issuer: string;
  /** The DNS names and addresses that the certificate is made out to (RFC 9525). */
  names: string[];
  /** The end of the certificate, as an ISO 8601 date and time. */
  validTo: string;
  /** The SHA-256 fingerprint, hexadecimal with colons. */
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
  /** The system's code, such as `ENETUNREACH`; null if the address takes connections. */
  error: string | null;
}

/** What a step showed. Which fields are present depends on the step. */
export interface StepDetails extends Partial<TlsInfo> {
  addresses?: string[];
  address?: string;
  port?: number;
  /** The connections that were tried. Present only if the host has several addresses. */
  attempts?: AddressAttempt[];
  reply?: string;
  extensions?: string[];
  /** The name given in EHLO (RFC 5321 section 4.1.1.1). */
  clientName?: string;
  /** The SASL mechanism of the login (RFC 4954). */
  mechanism?: string;
}

/** Why a step was not done. */
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

/** How a step ended. */
export interface Step extends StepDetails {
  name: StepName;
  status: 'ok' | 'failed' | 'skipped';
  /** How long the step took, in milliseconds. */
  ms: number;
  /** The reason for a skip. */
  why?: string;
}
