import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';

/**
 * Words that mean another thing in a report than in a conversation with one's own provider. There a quota is the sender's, here
 * the recipient's. They come before all others.
 */
export const remoteRules: readonly ReplyRule[] = [
  // Words of Postfix and OpenSMTPD about the next server come before those that any server says of a login or of TLS.
  {
    words: says(
      '(tls|starttls|encryption) .. (required|mandatory) .. (not (offered|supported|available)|unavailable)',
      'not offered .. (tls|starttls)',
    ),
    cause: 'starttls-unavailable',
  },
  { words: says('certificate (is )?not trusted'), cause: 'certificate-untrusted' },
  { words: says('certificate (is )?not verified'), cause: 'certificate-hostname' },
  {
    words: says(
      'no mechanism available',
      'no (compatible|supported|common) (auth|authentication) (mechanisms?|methods?)',
    ),
    cause: 'auth-mechanism-unsupported',
  },
  { words: says('cannot authenticate to server'), cause: 'auth-failed' },
  {
    // The score of a filter is no statement about an address.
    words: says(
      'fail* .. anti-?spam (checks?|filters?|tests?)',
      'spam (pattern|contents?|signature|profile)',
      '(spam|junk) (level|score|threshold) .. exceed*',
      '(content|spam) (reject|denied)(ed)?',
      'reject* by .{0,24}(spam|junk|filter)',
      'match* .{0,20}filter( rule)?',
      'inappropriate (words|content)',
      'too many .{0,20}headers',
      'nature of (the|its) content',
      '(反垃圾|垃圾邮件|垃圾郵件|违规|違規|敏感).{0,20}(拒|拦截|攔截|无法|無法|信息|内容)?',
      '(detected|identified|classified|marked|flagged) as .{0,12}(spam|junk|bulk|phish*)',
    ),
    steps: ['mail-from', 'rcpt-to', 'data'],
    cause: 'content-rejected',
  },
  {
    words: says("reputation of (the |your )?(sending|sender|from)( |’s |'s )domain"),
    cause: 'sender-rejected',
  },
  {
    words: says('(?<!非)(发件人|发信人|寄件者).{0,8}(被|遭).{0,12}(拒|屏蔽)'),
    cause: 'sender-rejected',
  },
  {
    // The words mean a host that may not send for a domain, which is what SPF says.
    words: says(
      '(\\[ip\\]|<host>|ip|host|server) .. (is )?not (allowed|permitted|authori[sz]ed|designated) .. (send|sender|deliver) .. (from|for|mail)',
    ),
    cause: 'auth-policy-rejected',
  },
  {
    words: says(
      "(?<!message |queue |sending )(mail|e-?mail|mail ?box|disk|disk ?space|user(’s|'s)?|domain ?disk|user ?disk|account|inbox) (usage )?quota .. (exceed*|reached|over|full|usage)",
      '(full|overfull) (mail ?box|inbox)',
      '(mail ?folder|mail ?box|inbox|maildrop) (is )?(currently )?(over)?full',
      '(too many|too much) (messages|mails?|e-?mails|mail stored) .. (on the server|in .{0,12}(mail ?box|inbox|folder))',
      'over .{0,12}allowed quota',
      'quota (has been )?exceed*',
      '(收件箱|邮箱|信箱|郵箱|空间|空間|容量).{0,8}(已满|已滿|满了|不足|爆满|用完|超限|不够)',
      '(邮箱|信箱|郵箱|收件箱).{0,8}(无|没有|無|沒有).{0,6}(空间|容量|空間)',
      '(not (have )?(enough|sufficient)|insufficient|no (more |free )?|out of) ?(storage |disk |mail |free ){0,3}(space|room|storage) .{0,20}(mail ?box|user|account|recipient|inbox)',
      "(mail ?box|user|account|recipient|inbox)(’s|'s)? .{0,20}(not (have )?enough|insufficient|no (more|free)?|out of) ?(storage |disk |free ){0,3}(space|room)",
      '(mail ?box|inbox|user|account|recipient)[^.]{0,24} (space|room|storage) .{0,12}(not enough|insufficient|used up|exhausted)',
    ),
    cause: 'mailbox-full',
  },
  {
    // The words name the recipient and nothing else.
    steps: ['rcpt-to'],
    words: says('^(denied|rejected)[ .!]{0,9}$'),
    cause: 'recipient-rejected',
  },
  {
    words: says(
      'no (such )?(mail ?box|user|account|one|recipient|person|address) .. (here|(by|with|of) (that|this) name|at (this|that) (address|location|domain|site))',
      '(用户|用戶|使用者|邮箱|信箱|账号|帐号|地址|收件人).{0,8}(不存在|未找到|找不到|未开通|未開通)',
      '(找不到|查无|查無|没有|沒有|无|無)(此|该|該|这个|這個)?.{0,2}(收件人|用户|使用者|邮箱|信箱|账号|帐号|地址)(?!.{0,6}(权限|權限))',
      '(account|mail ?box|user|address) or domain may not exist',
      '(mail ?box|user|account|recipient|address|userid) .. (no longer|not) (on|at|in) (this |the |our )?(server|system|domain|host)',
    ),
    cause: 'recipient-unknown',
  },
  {
    words: says(
      'not reachable within .. queue',
      'too many failures',
      '(after|past) .. (multiple|numerous|several|many) (retries|attempts|tries)',
      '(multiple|numerous) (retries|attempts) .. (fail*|deliver*)',
      '(maximum|max) (number of )?(delivery|retry) attempts',
    ),
    cause: 'delivery-expired',
    retryable: true,
  },
];
