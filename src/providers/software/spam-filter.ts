import type { Provider } from '../provider.js';

/** Filters that stand before or behind a mail server, and speak in its place. */
export const spamFilter: Provider = {
  id: 'spam-filter',
  kind: 'software',
  name: { en: 'a spam filter', 'zh-CN': '垃圾邮件过滤器' },
  checked: '2026-11-23',
  servers: [],
  replies: [
    // amavis: "Reject, id=20025-09 - SPAM".
    { words: /\bid=[\w-]+ - OVERSIZED/i, cause: 'message-too-large' },
    {
      words: /\bid=[\w-]+ - (?:SPAM|INFECTED|VIRUS|BANNED|BAD[ -]?HEADER)/i,
      cause: 'content-rejected',
    },
    // SpamAssassin, with its milter, Exim or MIMEDefang.
    {
      words: /blocked by spamassassin|classified as spam|scored [\d.]+ (?:spam )?points/i,
      cause: 'content-rejected',
    },

    // Proofpoint. A delayed message is let in when the address has behaved for a while.
    {
      words: /message delayed.{0,20}ipcheck\.proofpoint\.com/i,
      cause: 'ip-blocked',
      retryable: true,
    },
    { words: /ipcheck\.proofpoint\.com/i, cause: 'ip-blocked' },

    // Mimecast, whose 451 are mostly not temporary.
    { words: /open relay not allowed/i, cause: 'relay-denied' },
    {
      words: /account (?:out|in)bounds disabled/i,
      cause: 'account-suspended',
    },
    { words: /anti-spoofing (?:header )?(?:policy|lockout)/i, cause: 'sender-rejected' },
    {
      words: /header-based (?:manually )?blocked senders|envelope (?:blocked|rejected -)/i,
      cause: 'sender-rejected',
    },
    { words: /local CT IP reputation/i, cause: 'ip-blocked' },
    { words: /ip temporarily blacklisted/i, cause: 'ip-blocked', retryable: true },
    { words: /(?:SPF|DKIM|DMARC) sender invalid/i, cause: 'auth-policy-rejected' },
    {
      words: /rejected due to security policies|content examination policy/i,
      cause: 'content-rejected',
    },
    { words: /exceeding outbound thread limit/i, cause: 'rate-limited' },
    { words: /submitter failed to (?:authenticate|disabled)/i, cause: 'auth-failed' },
    { words: /this route requires encryption/i, cause: 'starttls-required' },
    {
      words: /this route requires (?:TLS version|high-strength ciphers)/i,
      cause: 'tls-version',
    },

    // Barracuda.
    {
      steps: ['data'],
      words: /permanent failure for one or more recipients \([^)]{0,320}:(?:blocked|quarantined)/i,
      cause: 'content-rejected',
    },

    // Cisco IronPort (Secure Email), whose reputation is that of Talos.
    {
      words:
        /sending MTA's poor reputation|access to (?:this mail system|submit messages)[\w -]{0,40} has been rejected/i,
      cause: 'ip-blocked',
    },
    { words: /too many recipients received this hour/i, cause: 'rate-limited' },
    { words: /#5\.1\.0 address rejected/i, cause: 'recipient-unknown' },

    // Trend Micro.
    { words: /blocked using trend micro/i, cause: 'ip-blocked' },

    // Symantec Email Security.cloud, once MessageLabs.
    { words: /connection rejected by policy \[/i, cause: 'ip-blocked' },
    {
      words: /SPF \(sender policy framework\) domain authentication/i,
      cause: 'auth-policy-rejected',
    },
    { words: /^message filtered\b/i, cause: 'content-rejected' },
  ],
};
