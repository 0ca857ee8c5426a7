import { closed, type Pattern, timedOut } from './pattern.js';

/**
 * What Postfix 3.9 (util/msg, global/dict_*, smtpd, master), Dovecot 2.3 and Exim 4.98 log of trouble of their own: a helper, a
 * table, a socket or a file that they need and that fails. Neither the client nor the mail is at fault.
 */
export const OWN_TROUBLE: readonly Pattern[] = [
  // Postfix (xsasl_cyrus_client.c): its own SASL library has none of the offered mechanisms, or may use none. Nodemailer has no such library.
  {
    words: /\bcannot authenticate to server \S{1,300}: no mechanism available/,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    evidence: { isPassedOn: true },
    weight: 'sure',
  },
  {
    words: /\bNo worthy mechs found\b/,
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    evidence: { isPassedOn: true },
    weight: 'hint',
  },
  // Amavis and ClamAV: a scanner that does not run.
  {
    words: /\bav-scanner FAILED\b|\bALL VIRUS SCANNERS FAILED\b|\bTROUBLE in check_mail\b/,
    step: 'data',
    cause: 'server-error',
    weight: 'sure',
  },
  // OpenDKIM: the key of a signature is not in DNS.
  {
    words: /\bkey retrieval failed \(s=/,
    step: 'data',
    cause: 'auth-policy-rejected',
    weight: 'hint',
  },
  {
    words:
      /\bwarning: (?:connect to (?:Milter service|transport|mysql server|pgsql server|\S{1,120}: Connection refused)|problem talking to (?:server|service))|\bwarning: \S{1,40} socket: malformed response/,
    step: 'data',
    cause: 'server-error',
    weight: 'sure',
  },
  {
    words:
      /\b(?:mysql|pgsql|ldap|hash|btree|lmdb|texthash|cdb|sqlite|memcache|tcp|unix|socketmap):\S{1,200} (?:lookup error for|is unavailable)|\b(?:error|fatal|warning): (?:unable to )?open(?: of)? (?:database|lock file|file) /,
    step: 'data',
    cause: 'server-error',
    weight: 'sure',
  },
  {
    words:
      /\bbad command startup -- throttling|\bfatal: .{0,60}(?:smtpd_|smtp_|postfix|\.cf\b|parameter)|\bunknown mail transport error|\brelayhost configuration problem|\(mail transport unavailable|\(temporary failure\. Command output:|\bqueue file write error\b/,
    step: 'data',
    cause: 'server-error',
    weight: 'sure',
  },
  {
    // A socket in the file system, where the mail was to be handed over.
    words: /\bconnect to \S{1,300}\[[\w./-]{0,100}\/[\w./-]{1,100}\]: /,
    step: 'data',
    cause: 'server-error',
    weight: 'sure',
  },
  {
    words:
      /\bcannot update mailbox .{1,300}File too large|\bQuota exceeded \(mailbox for user is full\)/,
    step: 'rcpt-to',
    cause: 'mailbox-full',
    weight: 'sure',
  },
  // Dovecot's own client, and what Pigeonhole sums up of it.
  {
    words: /\bsmtp-client: conn .{1,200} failed: Connection refused/,
    step: 'connect',
    evidence: { errorCode: 'ECONNREFUSED' },
    weight: 'sure',
  },
  {
    words: /\bsieve: .{1,600}(?:failed to redirect message|aborted due to temporary failure)/,
    step: 'data',
    cause: 'server-error',
    weight: 'summary',
  },
  {
    words:
      /\bcannot get \w{2,5} (?:certificate|private key) from file .{0,300}disabling TLS support/,
    step: 'starttls',
    cause: 'starttls-unavailable',
    weight: 'sure',
  },
  // Exim's daemon: another program has the port.
  {
    words: /\bsocket bind\(\) to port \d/,
    step: 'greeting',
    cause: 'server-error',
    weight: 'sure',
  },
  // Exim, as a client.
  {
    words: /\bauthentication required but no authentication attempted/,
    step: 'auth',
    cause: 'auth-required',
    weight: 'sure',
  },
  {
    words: /\bTLS session is required, but an attempt to start TLS failed/,
    step: 'starttls',
    cause: 'tls-failed',
    weight: 'sure',
  },
  {
    words: /\bTLS session is required, but the server did not offer TLS/,
    step: 'starttls',
    cause: 'starttls-unavailable',
    weight: 'sure',
  },
  {
    words: /\bSMTP timeout while connected to /,
    step: 'data',
    evidence: timedOut,
    weight: 'sure',
  },
  {
    words: /\bremote domains not supported\b/,
    step: 'rcpt-to',
    cause: 'relay-denied',
    weight: 'sure',
  },
  // Haraka 3 (outbound/hmail.js).
  {
    words: /\bclosed connection while we were processing mail\b/,
    step: 'data',
    evidence: closed,
    weight: 'sure',
  },
];

/** Dovecot: any other error of the programs that put mail into mailboxes. A reason that another pattern knows comes first. */
export const OTHER_TROUBLE: readonly Pattern[] = [
  {
    words: /\b(?:lmtp|lda|submission)(?:\([^)]{0,300}\)\S{0,80})?: (?:Error|Fatal|Panic): /,
    step: 'data',
    cause: 'server-error',
    weight: 'summary',
  },
];
