import { describe, expect, it } from 'vitest';
import { tlsReasonOf } from '../../../src/report/tls-reason.js';

describe('tlsReasonOf', () => {
  it.each([
    ['ERR_SSL_DH_KEY_TOO_SMALL', '', 'dh-too-small'],
    ['ERR_SSL_EE_KEY_TOO_SMALL', '', 'key-too-small'],
    ['UNSPECIFIED', 'EE certificate key too weak', 'key-too-small'],
    ['UNSPECIFIED', 'CA certificate key too weak', 'key-too-small'],
    ['UNSPECIFIED', 'CA signature digest algorithm too weak', 'weak-hash'],
    ['UNSPECIFIED', 'permitted subtree violation', 'name-constraint'],
    ['INVALID_PURPOSE', 'unsuitable certificate purpose', 'purpose'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', '', 'client-certificate'],
    ['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', '', 'unrecognized-name'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', '', 'handshake-ended'],
    ['UNSPECIFIED', 'invalid or inconsistent certificate extension', undefined],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', undefined],
    [undefined, '', undefined],
  ] as const)('%s (%s) is %s', (code, words, reason) => {
    expect(tlsReasonOf(code, words)).toBe(reason);
  });
});
