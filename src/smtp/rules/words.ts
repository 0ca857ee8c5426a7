import type { Cause } from '../../report/causes.js';
import type { StepName } from '../../report/report.js';
import type { Evidence } from '../evidence.js';

/** Words of a reply that say more than its codes do. */
interface WordRule {
  /** The steps at which the words mean this; at any step where none is named. */
  steps?: readonly StepName[];
  words: RegExp;
  cause: Cause;
}

// Servers of several makes give their verdict on the client and on the sender only at RCPT TO
// (Postfix: smtpd_delay_reject), where the codes alone would blame the recipient.
const WORD_RULES: readonly WordRule[] = [
  { words: /\b(helo|ehlo) command rejected/i, cause: 'helo-rejected' },
  { words: /\bclient host (\S+ )?(rejected|blocked)/i, cause: 'ip-blocked' },
  { words: /\bsender address rejected: not owned by/i, cause: 'sender-mismatch' },
  { words: /\bsender address rejected: not logged in/i, cause: 'auth-required' },
  { words: /\bsender address rejected/i, cause: 'sender-rejected' },
  {
    steps: ['mail-from', 'rcpt-to', 'data'],
    words: /\brelay(ing)? (access )?(is )?(denied|not permitted|not allowed)/i,
    cause: 'relay-denied',
  },
  { steps: ['rcpt-to', 'data'], words: /\bgr[ea]y-?list/i, cause: 'greylisted' },
  {
    steps: ['auth', 'mail-from', 'rcpt-to', 'data'],
    words: /\bstarttls (command )?(first|is required)/i,
    cause: 'starttls-required',
  },
];

/** The cause that the server's own words name, if they name one. */
export function causeOfWords({ step, reply }: Evidence): Cause | undefined {
  if (!reply) return undefined;
  return WORD_RULES.find(
    ({ steps, words }) => (!steps || steps.includes(step)) && words.test(reply.text),
  )?.cause;
}
