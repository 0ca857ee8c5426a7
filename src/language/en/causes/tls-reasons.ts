import type { Facts } from '../../../report/facts.js';
import type { TlsReason } from '../../../report/tls-reason.js';
import { known } from '../../plans/plan.js';
import { code } from '../phrases.js';

const NEW_CERTIFICATE =
  'Get a new certificate for the mail server: RSA with at least 2048 bits, or ECDSA, signed with SHA-256';

/** What two sides without TLS lack. */
export const NO_TLS = {
  version: 'have no TLS version in common',
  any: 'could not agree on how to encrypt',
};

export const USUAL_CIPHERS =
  'Switch on ECDHE with AES-GCM, X25519 or P-256, and an RSA or P-256 key at the server, if the cipher was missing';

/** What a TLS library's reason means, without a full stop, and what helps. */
const REASONS: Record<TlsReason, { why: string; step: string }> = {
  'key-too-small': {
    why: 'The key of the certificate, or of its authority, is too short to be safe',
    step: NEW_CERTIFICATE,
  },
  'weak-hash': {
    why: 'The certificate, or one above it, is signed with SHA-1 or MD5, which is no longer accepted',
    step: NEW_CERTIFICATE,
  },
  'name-constraint': {
    why: 'An authority above the certificate may only issue for certain names, and this name is not among them',
    step: 'Get a certificate from an authority that may issue for this name, or use a name that this one may issue for',
  },
  purpose: {
    why: 'The certificate, or one above it, is not marked for use by servers, or for issuing certificates',
    step: 'Install a certificate made for TLS servers (extended key usage serverAuth), with its own chain',
  },
  'client-certificate': {
    why: 'The server wants a certificate from whoever connects, and Tailchat has none to show',
    step: 'Use the port or server for logins with user and password, or have the server stop asking for client certificates (Postfix: smtpd_tls_req_ccert)',
  },
  'handshake-ended': {
    why: 'The server ended the handshake with alert 40: either the two sides have no TLS version, cipher or curve in common, or it wants a client certificate, which Tailchat does not have',
    step: "Look into the mail server's own log: it says whether a cipher or a client certificate was missing",
  },
  'dh-too-small': {
    why: 'The server uses Diffie-Hellman numbers that are too short to be safe',
    step: 'Give the mail server Diffie-Hellman parameters of at least 2048 bits, or have it use ECDHE only',
  },
  'unrecognized-name': {
    why: 'The server does not know the name in SMTP_URI',
    step: "Write the server's name as your mail provider gives it in SMTP_URI: not an alias, or the name of a proxy in between",
  },
};

/** What was found wrong, as a sentence with the library's code or words. */
export function tlsReason(facts: Facts): string {
  const { tlsReason: reason, tlsWords } = facts;
  const alone = known(tlsWords, (words) => `The TLS library says: ${words}.`);
  return known(reason, (one) => `${REASONS[one].why}${codeOrWords(facts)}.`, alone);
}

function codeOrWords(facts: Facts): string {
  return known(facts.tlsWords, (words) => ` (${words})`, code(facts));
}

/** The step that helps against what was found wrong. */
export function tlsReasonStep({ tlsReason: reason }: Facts): string {
  return known(reason, (one) => REASONS[one].step);
}
