import { HALVES_OF_LOGIN } from './halves-of-login.js';
import { closed, type Pattern, timedOut } from './pattern.js';
import { OWN_TROUBLE } from './server-trouble.js';

/** Failures in mail servers' logs that come without a reply. */
export const SERVER_PATTERNS: readonly Pattern[] = [
  ...OWN_TROUBLE,
  {
    // Postfix's queue manager. The reason stands in an earlier line.
    words: /\bstatus=(?:force-)?expired, returned to sender/,
    step: 'rcpt-to',
    cause: 'delivery-expired',
    weight: 'summary',
  },
  // Postfix, as a client.
  {
    words: /\bconversation with \S{1,300} timed out while receiving the initial server greeting/,
    step: 'greeting',
    evidence: timedOut,
    weight: 'sure',
  },
  {
    words: /\bconversation with \S{1,300} timed out while /,
    step: 'data',
    evidence: timedOut,
    weight: 'sure',
  },
  {
    words: /\blost connection with \S{1,300} while /,
    step: 'greeting',
    evidence: closed,
    weight: 'sure',
  },
  {
    words: /\bcertificate verification failed for \S{1,300}: (?:untrusted issuer|num=\d)/,
    step: 'starttls',
    cause: 'certificate-untrusted',
    weight: 'sure',
  },
  {
    words:
      /\bSSL_(?:connect|accept) error (?:to|from) \S{1,300}: (?:lost connection|Connection|Operation|-?\d)/,
    step: 'starttls',
    cause: 'tls-failed',
    weight: 'sure',
  },
  // Postal; Mailu's nginx.
  {
    words: /\bNo SMTP servers were available for \S{1,255} No hosts to try/,
    step: 'dns',
    cause: 'host-not-found',
    weight: 'sure',
  },
  {
    words: /\bNo SMTP servers were available for \S{1,255} Tried /,
    step: 'connect',
    cause: 'connection-timeout',
    weight: 'summary',
  },
  {
    words: /\bclient login failed: "[^"]{0,60}\(rate-limit\)/,
    step: 'auth',
    cause: 'auth-throttled',
    weight: 'sure',
  },
  {
    // nginx (mail/ngx_mail_smtp_handler.c), in front of the server: the client goes on without a login.
    words: /\bclient was rejected: "MAIL .{0,600} while in auth state/,
    step: 'mail-from',
    cause: 'auth-required',
    weight: 'sure',
  },
  // Haraka 3 (outbound/hmail.js).
  {
    words: /\bMX \S{1,255} is local, skipping\b/,
    step: 'dns',
    cause: 'server-error',
    weight: 'sure',
  },
  {
    words: /\[outbound\].{0,300} Temp fail for: Tried all MXs/,
    step: 'connect',
    cause: 'unknown',
    weight: 'summary',
  },
  // cPanel's limits (enforce_mail_permissions), which Exim states in its log and in its letters.
  {
    words: /\bhas exceeded the max (?:defers and failures|emails) per hour\b/,
    step: 'rcpt-to',
    cause: 'rate-limited',
    weight: 'sure',
  },
  // Exim.
  {
    words: /\bSMTP connection from .{1,300} lost while reading message data/,
    step: 'data',
    evidence: closed,
    weight: 'sure',
  },
  {
    words: /\bsender verify fail for </,
    step: 'mail-from',
    cause: 'sender-rejected',
    weight: 'sure',
  },
  // The first bytes of a TLS record, as Exim and Postfix write them: the client did not wait for the greeting.
  {
    words:
      /(?:synchronization error|command pipelining|PREGREET \d|unrecognized command|non-SMTP command).{0,300}\\(?:026\\003|x16\\x03)/,
    step: 'tls',
    cause: 'tls-on-plain-port',
    weight: 'sure',
  },
  {
    words: /SMTP protocol synchronization error|due to pre-greeting traffic/,
    step: 'ehlo',
    cause: 'protocol-error',
    weight: 'sure',
  },
  {
    words:
      /\bdropped: too many (?:nonmail|syntax or protocol|unrecognized) |\bSMTP syntax error in "/,
    step: 'ehlo',
    cause: 'protocol-error',
    weight: 'sure',
  },
  // Postfix (smtpd, anvil).
  {
    words: /\btoo many errors after AUTH from /,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'sure',
  },
  {
    words: /\btoo many errors after [A-Z-]{4,20} from /,
    step: 'ehlo',
    cause: 'protocol-error',
    weight: 'sure',
  },
  {
    words: /\bConnection concurrency limit exceeded: \d{1,9} from /,
    step: 'greeting',
    cause: 'server-busy',
    weight: 'sure',
  },
  {
    words:
      /\b(?:Connection|Message delivery request|Recipient address|New TLS session|AUTH command) rate limit exceeded: \d{1,9} from /,
    step: 'mail-from',
    cause: 'rate-limited',
    weight: 'sure',
  },
  // OpenSMTPD; maddy; Kerio Connect; XMail.
  {
    words:
      /\bsmtp authentication user=\S{1,320} .{0,600}\bresult=(?:permfail|tempfail)\b|\b(?:submission|smtp): authentication failed\b|\bFailed SMTP login from |\bAUTH=EFAIL\b/,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'sure',
  },
  // MailEnable; XMail.
  {
    words: /\bME-[EI]\d{4}: .{0,40}Relay Denied\b|\bRCPT=ERELAY\b/,
    step: 'rcpt-to',
    cause: 'relay-denied',
    weight: 'sure',
  },
  // XMail 1.27 (docs/Readme).
  {
    words: /\bSNDRIP=(?:EIPSPAM|EIPMAP|ERDNS|EIPBAN)\b/,
    step: 'greeting',
    cause: 'ip-blocked',
    weight: 'sure',
  },
  {
    words: /\bSNDR=(?:EEMPTY|ENODNS|ESPAM|ESYNTAX)\b/,
    step: 'mail-from',
    cause: 'sender-rejected',
    weight: 'sure',
  },
  {
    words: /\bRCPT=(?:EAVAIL|EACCESS|EDSBL)\b/,
    step: 'rcpt-to',
    cause: 'recipient-unknown',
    weight: 'sure',
  },
  { words: /\bRCPT=EFULL\b/, step: 'rcpt-to', cause: 'mailbox-full', weight: 'sure' },
  // Amavis 2.13; rspamd 3; Kerio Connect; XMail.
  {
    words:
      /\bBlocked (?:SPAM|SPAMMY|INFECTED|BANNED|BAD-HEADER-\d)\b|\(default: [TF] \(reject\): \[|\brejected by spam filter: score |\bFound virus in mail from |\bDATA=EFILTER\b/,
    step: 'data',
    cause: 'content-rejected',
    weight: 'sure',
  },
  // Kerio Connect.
  {
    words: /^(?:\[[^\]]{1,40}\] )?Relay attempt from IP address .{1,600} rejected$/,
    step: 'rcpt-to',
    cause: 'relay-denied',
    weight: 'sure',
  },
  {
    words:
      /\bIP address \S{3,45} (?:found in DNS blacklist|has no reverse DNS entry).{1,600} rejected\b/,
    step: 'greeting',
    cause: 'ip-blocked',
    weight: 'sure',
  },
  {
    words: /\brejected: sender domain does not exist/,
    step: 'mail-from',
    cause: 'sender-rejected',
    weight: 'sure',
  },
  // Dovecot: a password in plain text before TLS.
  {
    words: /\btried to use disa(?:bl|llow)ed plaintext auth\b/,
    step: 'auth',
    cause: 'auth-needs-tls',
    weight: 'sure',
  },
  {
    words:
      /SASL: Connect to \S{1,200} failed|\bauth\S{0,20}: (?:Error|Fatal): (?:LDAP|ldap|sql|mysql|pgsql)\b|\bTemporary authentication failure\b|authentication failed: Connection lost|no SASL authentication mechanisms|cannot connect to saslauthd/i,
    step: 'auth',
    cause: 'server-error',
    weight: 'sure',
  },
  {
    // Cyrus SASL: the client broke its login off, or sent what is none. The password was not looked at.
    words: /SASL \S{1,30} authentication failed: bad protocol/,
    step: 'auth',
    cause: 'protocol-error',
    weight: 'sure',
  },
  ...HALVES_OF_LOGIN,
  {
    words:
      /SASL \S{1,30} authentication failed:? |\bAUTH failure \(\S{1,20}\): |\bbadlogin: |\bLOGIN FAILED, (?:user|method)=|\b(?:pam|sql|ldap|passwd-file|static|lua)\([^)]{1,300}\): invalid credentials|\bauth failed, \d+ attempts|\bpassword mismatch\b|pam_authenticate\(\) failed|,<[^>]{4,40}>\): (?:unknown user|invalid credentials)|\bclient login failed: "Auth/i,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'sure',
  },
];
