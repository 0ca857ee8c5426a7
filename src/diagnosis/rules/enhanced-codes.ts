import { CAUSES, type Cause } from '../../report/causes.js';
import type { StepName } from '../../report/report.js';
import type { Evidence } from '../evidence.js';
import { parseMechanisms, replyClass } from '../reply.js';

type Codes = Record<string, Cause>;

/**
 * Enhanced status codes (RFC 3463, RFC 7372, RFC 7505 and the IANA registry of RFC 5248) by the
 * step at which they were given: subject and detail, without the class. What stands under `any`
 * means the same wherever it is said.
 */
const ENHANCED_CODES: Record<'any', Codes> & Partial<Record<StepName, Codes>> = {
  any: {
    '1.7': 'sender-syntax',
    '1.8': 'sender-rejected',
    '2.2': 'mailbox-full',
    '2.3': 'message-too-large',
    '3.4': 'message-too-large',
    '3.2': 'server-error',
    '3.5': 'server-error',
    '7.10': 'starttls-required',
    '7.11': 'starttls-required',
    '7.20': 'auth-policy-rejected',
    '7.21': 'auth-policy-rejected',
    '7.22': 'auth-policy-rejected',
    '7.23': 'auth-policy-rejected',
    '7.24': 'auth-policy-rejected',
    '7.25': 'ip-blocked',
    '7.26': 'auth-policy-rejected',
    '7.27': 'sender-rejected',
    '4.5': 'rate-limited',
    '4.6': 'mail-loop',
    '4.7': 'delivery-expired',
    '5.3': 'rate-limited',
    '7.28': 'rate-limited',
    '7.29': 'auth-policy-rejected',
  },
  greeting: { '7.0': 'ip-blocked', '7.1': 'ip-blocked' },
  ehlo: { '5.2': 'helo-rejected', '5.4': 'helo-rejected', '7.1': 'ip-blocked' },
  auth: {
    '5.4': 'auth-mechanism-unsupported',
    '7.4': 'auth-mechanism-unsupported',
    '7.8': 'auth-failed',
    // RFC 4954 section 6: the mechanism is too weak for this user.
    '7.9': 'auth-mechanism-unsupported',
    '7.10': 'auth-needs-tls',
    '7.11': 'auth-needs-tls',
    '7.13': 'account-suspended',
  },
  'mail-from': {
    '1.0': 'sender-rejected',
    '1.1': 'sender-rejected',
    '1.3': 'sender-syntax',
    '7.1': 'sender-rejected',
  },
  'rcpt-to': {
    '1.1': 'recipient-unknown',
    '1.2': 'recipient-unknown',
    '1.3': 'recipient-syntax',
    '1.6': 'recipient-unknown',
    '1.10': 'recipient-unknown',
    '2.1': 'recipient-rejected',
    '4.4': 'recipient-unknown',
    '7.1': 'recipient-rejected',
    '7.13': 'recipient-rejected',
    '7.17': 'recipient-rejected',
  },
  data: {
    '1.1': 'recipient-unknown',
    '6.0': 'content-rejected',
    '7.0': 'content-rejected',
    '7.1': 'content-rejected',
  },
};

/** RFC 6647: greylisting answers RCPT TO with a temporary "not authorized". */
const TEMPORARY_CODES: Partial<Record<StepName, Codes>> = { 'rcpt-to': { '7.1': 'greylisted' } };

/** The cause that the reply's enhanced code supports at this step, if it supports one. */
export function causeOfEnhancedCode(evidence: Evidence): Cause | undefined {
  const { step, reply } = evidence;
  if (!reply?.enhanced || reply.enhanced.startsWith('2')) return undefined;
  const detail = reply.enhanced.slice(2);
  if (isWantingLogin(evidence, detail)) return 'auth-required';
  const cause = ENHANCED_CODES[step]?.[detail] ?? ENHANCED_CODES.any[detail];
  if (replyClass(reply) === 5) return cause;
  // A temporary reply is not final, so a permanent cause would say too much.
  const temporary = TEMPORARY_CODES[step]?.[detail];
  return temporary ?? (cause && CAUSES[cause].retryable ? cause : undefined);
}

// "Not authorized" to a client that could have logged in and did not means that the login is missing.
function isWantingLogin({ step, isAuthenticated, extensions }: Evidence, detail: string): boolean {
  if (detail !== '7.1' || isAuthenticated || (step !== 'mail-from' && step !== 'rcpt-to'))
    return false;
  return parseMechanisms(extensions ?? []).length > 0;
}
