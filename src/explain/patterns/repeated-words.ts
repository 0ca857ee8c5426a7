import type { Pattern } from './pattern.js';

/** Words of servers that people repeat in reports of their own, and hardly use otherwise. Only a few pasted lines are searched. */
export const REPEATED_WORDS: readonly Pattern[] = [
  {
    words: /\b(?:not logged in as (?:the )?owner|sender address rejected: not owned by)\b/i,
    step: 'mail-from',
    cause: 'sender-mismatch',
    weight: 'generic',
  },
  {
    words: /\b(?:sender|client host|(?:sender|recipient) address) rejected: not logged in\b/i,
    step: 'mail-from',
    cause: 'auth-required',
    weight: 'generic',
  },
  {
    words: /\bsender verif(?:y|ication) fail(?:ed|ure)?\b/i,
    step: 'mail-from',
    cause: 'sender-rejected',
    weight: 'generic',
  },
  {
    // Letters of local delivery programs name an address, and have no code.
    words: /\b(?:maildir|mail ?box|mail ?folder) (?:is )?over (?:its |the )?quota\b/i,
    step: 'rcpt-to',
    cause: 'mailbox-full',
    weight: 'generic',
  },
  {
    words:
      /\brelay(?:ing)?(?: access)? (?:is )?(?:denied|disallowed|not (?:allowed|permitted)|prohibited)\b|\bno relaying\b/i,
    step: 'rcpt-to',
    cause: 'relay-denied',
    weight: 'generic',
  },
  {
    words:
      /\b(?:user unknown|unknown user|no such (?:user|mailbox|recipient)|mailbox (?:not found|does not exist))\b/i,
    step: 'rcpt-to',
    cause: 'recipient-unknown',
    weight: 'generic',
  },
  // ClamAV (clamd) has found something.
  {
    words: /\bstream(?:\([^)]{0,80}\))?: \S{1,200} FOUND$/,
    step: 'data',
    cause: 'content-rejected',
  },
  {
    words: /\bmailbox (?:is )?full\b/i,
    step: 'rcpt-to',
    cause: 'mailbox-full',
    weight: 'generic',
  },
  {
    words: /\bmust issue a STARTTLS command first\b/i,
    step: 'mail-from',
    cause: 'starttls-required',
    weight: 'generic',
  },
  {
    words: /\b(?:application-specific|app(?:lication)?) password (?:is )?required\b/i,
    step: 'auth',
    cause: 'app-password-required',
    weight: 'generic',
  },
  {
    words: /\bSmtpClientAuthentication is disabled\b|\bbasic authentication is disabled\b/i,
    step: 'auth',
    cause: 'auth-disabled',
    weight: 'generic',
  },
  {
    words:
      /\b(?:username and password not accepted|incorrect authentication data|invalid (?:login|credentials|authentication)\b|(?:bad|wrong|invalid|incorrect) (?:user ?name|login|user) (?:or|and|\/) ?password|smtp auth\w{0,12} (?:error|failure))\b|\bauthentication (?:failed|unsuccessful)(?:$|[^\w ]| [^o\s])/i,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'generic',
  },
  {
    words:
      /\bsend ?as denied\b|\bnot owned by (?:\w{1,20} )?user\b|\bnot allowed to send (?:mail |e-?mail )?(?:as|from)\b/i,
    step: 'mail-from',
    cause: 'sender-mismatch',
    weight: 'generic',
  },
  {
    words:
      /(?:发件人|发信人|mail ?from|from 地址).{0,12}(?:必须|要|需|须|应).{0,20}(?:相同|一致|一样)|(?:发件人|发信人|mail ?from).{0,24}不(?:一致|相同|匹配|符)/i,
    step: 'mail-from',
    cause: 'sender-mismatch',
    weight: 'generic',
  },
  {
    words:
      /\bidentities failed the check\b|verified sender identity|\b(?:sender|from address|sending domain) (?:is |was |has )?not (?:been )?verified\b/i,
    step: 'data',
    cause: 'sender-unverified',
    weight: 'generic',
  },
  {
    words: /\bsandbox (?:sub)?domains? are for test/i,
    step: 'data',
    cause: 'sandbox-restricted',
    weight: 'generic',
  },
  {
    words:
      /\b(?:daily|monthly|hourly) (?:user |message |e-?mail )?(?:sending )?(?:quota|limit) (?:is |was |has been )?(?:exceeded|reached)\b|\bmaximum credits exceeded\b/i,
    step: 'data',
    cause: 'quota-exceeded',
    weight: 'generic',
  },
  {
    words: /\b(?:e?mail |smtp )?account (?:is |was |has been )?(?:suspended|locked|blocked)\b/i,
    step: 'auth',
    cause: 'account-suspended',
    weight: 'generic',
  },
  {
    words:
      /(?:用户名|账号|帳號|邮箱)(?:或|和|\/)?密[码碼](?:不正确|错误|錯誤)|(?:认证|身份验证|登录|登入)失败/,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'generic',
  },
  {
    words: /\bgreylist(?:ed|ing)\b/i,
    step: 'rcpt-to',
    cause: 'greylisted',
    weight: 'generic',
  },
  {
    words:
      /\b(?:blocked using|listed (?:in|at|on|by) \S{0,20}(?:spamhaus|spamcop|barracuda|sorbs|dnsbl|rbl))/i,
    step: 'greeting',
    cause: 'ip-blocked',
    weight: 'generic',
  },
];
