import { describe, expect, it } from 'vitest';
import { CAUSES, type Cause, diagnosisOf } from '../../../src/report/causes.js';

/** What scripts may rely on: exit code and whether the same again may work later, by cause. */
const CONTRACT: Record<string, [exitCode: number, retryable: boolean]> = {
  // settings
  'uri-missing': [78, false],
  'uri-invalid': [78, false],
  'uri-placeholder': [78, false],
  'uri-damaged': [78, false],
  'credentials-missing': [78, false],
  'sender-missing': [78, false],
  'recipient-missing': [64, false],
  'sender-invalid': [78, false],
  'env-file-unreadable': [66, false],
  'env-file-invalid': [78, false],
  // network
  'host-not-found': [68, false],
  'dns-unavailable': [75, true],
  'connection-refused': [69, true],
  'connection-timeout': [69, true],
  'network-unreachable': [69, true],
  'server-silent': [69, true],
  'connection-closed': [69, true],
  timeout: [69, true],
  // encryption
  'tls-on-plain-port': [76, false],
  'plain-on-tls-port': [76, false],
  'certificate-untrusted': [76, false],
  'certificate-expired': [76, false],
  'certificate-hostname': [76, false],
  'tls-version': [76, false],
  'tls-failed': [76, false],
  'starttls-unavailable': [76, false],
  'starttls-required': [76, false],
  'not-smtp': [76, false],
  // before login
  'server-busy': [75, true],
  'ip-blocked': [77, false],
  'helo-rejected': [76, false],
  // login
  'auth-failed': [77, false],
  'app-password-required': [77, false],
  'auth-disabled': [77, false],
  'oauth-required': [77, false],
  'auth-mechanism-unsupported': [77, false],
  'auth-needs-tls': [77, false],
  'auth-required': [77, false],
  'auth-throttled': [75, true],
  'account-suspended': [77, false],
  // sender
  'sender-mismatch': [77, false],
  'sender-unverified': [77, false],
  'sender-syntax': [65, false],
  'sender-rejected': [77, false],
  // recipient
  'recipient-unknown': [67, false],
  'recipient-syntax': [65, false],
  'recipient-rejected': [67, false],
  'relay-denied': [77, false],
  'mailbox-full': [75, true],
  'delivery-expired': [75, true],
  'mail-loop': [69, false],
  greylisted: [75, true],
  // message
  'message-too-large': [65, false],
  'content-rejected': [65, false],
  'auth-policy-rejected': [77, false],
  'rate-limited': [75, true],
  'quota-exceeded': [75, true],
  'sandbox-restricted': [77, false],
  // other
  'server-error': [69, false],
  'protocol-error': [76, false],
  'strict-warnings': [78, false],
  'not-arrived': [75, true],
  'arrived-in-spam': [77, false],
  unknown: [69, false],
};

describe('CAUSES', () => {
  it('names the causes of the contract and no others', () => {
    expect(Object.keys(CAUSES).sort()).toEqual(Object.keys(CONTRACT).sort());
  });

  it.each(Object.entries(CONTRACT))('%s ends with %j', (cause, [exitCode, retryable]) => {
    expect(CAUSES[cause as Cause]).toMatchObject({ exitCode, retryable });
    expect(diagnosisOf(cause as Cause)).toEqual({ cause, exitCode, retryable });
  });

  it.each(Object.entries(CONTRACT).filter(([cause]) => cause !== 'server-error'))(
    '%s is the same after a temporary reply',
    (cause, [exitCode, retryable]) => {
      expect(diagnosisOf(cause as Cause, true)).toEqual({ cause, exitCode, retryable });
    },
  );

  it('server-error is temporary after a temporary reply', () => {
    expect(diagnosisOf('server-error', true)).toEqual({
      cause: 'server-error',
      exitCode: 75,
      retryable: true,
    });
  });
});
