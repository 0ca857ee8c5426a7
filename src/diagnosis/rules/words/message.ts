import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';
import { ENVELOPE } from './steps.js';

/** What the sender's domain says of itself (RFC 7208, RFC 6376, RFC 7489). */
export const policyRules: readonly ReplyRule[] = [
  {
    steps: ['greeting', 'ehlo', ...ENVELOPE],
    words: says(
      '(spf|openspf|dkim|dmarc|sender policy framework|domainkeys|sender id|domain owner discourages|purported responsible address)',
      'unauthenticated .. (security risk|policy)',
      'authentication .{0,8}(checks?|results?|polic(y|ies)|requirements?)',
      'domain .. authenticat(ion|ed) .. (fail*|required*|not)',
    ),
    cause: 'auth-policy-rejected',
  },
  {
    // RFC 7372 and the registry of RFC 5248: codes of these checks and of no others.
    steps: ENVELOPE,
    codes: ['5.7.20', '5.7.21', '5.7.22', '5.7.23', '5.7.24', '5.7.26'],
    words: says('(un)?authenticat*'),
    cause: 'auth-policy-rejected',
  },
];

/** Words about what a filter found in the message. They outweigh anything else in the sentence: limits, accounts, lists. */
export const filterRules: readonly ReplyRule[] = [
  {
    steps: ['data'],
    words: says('(?<!command )lines? .{0,12}too long'),
    cause: 'content-rejected',
  },
  {
    steps: ENVELOPE,
    words: says(
      'spam[ -]?(score|level|points|probability|rating|index)',
      '(hits|score|points|required) ?[=:] ?-?\\d',
      'password[- ]protected (zip|archive|file|attachment)*',
      '(line ending|not cr ?lf|crlf terminated)',
      'mime.{0,12}(defect|errors?|violation|reject*|invalid)',
      '(more than one|multiple|several|duplicate*) .{0,20}headers?',
      '(virus|malware|trojan|worm) .. (found|detected)',
      '(contain*|infected (with|by)|carr(y|ies)) .{0,12}(virus*|malware|trojan|worm)',
      '(urls?|uris?|links?|attachments?) .. (listed|blocked|blacklisted|surbl|uribl|not allowed)',
      '(blocked|blacklisted) (urls?|uris?|links?|attachments?)',
    ),
    cause: 'content-rejected',
  },
];

/** How large the message is. */
export const sizeRules: readonly ReplyRule[] = [
  {
    steps: ENVELOPE,
    words: says(
      '(excessive|too much) .. data',
      '(message|mail|email|size|headers?|attachments?|data|content|body|邮件|附件|信件) .. (too (large|big|long(?<!queue too long))|larger than|exceed*.{0,30}(size|length|bytes|mb|kb))',
      '{mails} .. (zbyt (dług|duż)*|za duż*|troppo (grand|lung)*|demasiado (grande|larg)*|muito grande|te groot|příliš (velk|dlouh)*|çok (büyük|uzun)|大きすぎ|너무 (크|큽|커))',
      '(邮件|附件|信件|message|mail) .. (过大|太大|超过|zu gro(ß|ss)|trop (gros|volumineux)|слишком (большо|велик))',
      '((message|mail|email|file|attachment|maximum|data|header) (size|length)|length of (the )?(data|message|content|mail)|databytes|大小) <> {exceeded}',
      '(?<!mailbox )size (limit|of) <> {exceeded}',
    ),
    cause: 'message-too-large',
  },
];

/** How much may be sent. */
export const amountRules: readonly ReplyRule[] = [
  {
    steps: ['greeting', 'ehlo'],
    words: says(
      'rate .. (limit*|exceed*|over ?-?limit|too (high|fast))',
      '(too? (fast|quick*|often|frequent*)|slow down|throttl*|reconnect* .{0,12}fast)',
      '(over ?-?limit|frequency limit*)',
      '{tooMany} .. {mails}',
    ),
    cause: 'rate-limited',
  },
  {
    steps: ['auth', ...ENVELOPE],
    words: says(
      '{perDay} <> ({exceeded}|allowance)',
      '(send(ing)?|message).{0,12} quota .. (exceed*|reached|over)',
      '(limit|quota|allowance) <> (exhausted|used up|depleted)',
      '(insufficient|not enough|no|out of|zero) .. (credits?|balance)',
    ),
    cause: 'quota-exceeded',
  },
  {
    // At RCPT TO it is the recipient's.
    steps: ['auth', 'mail-from', 'data'],
    words: says('(mail|email|account|user).{0,12} quota .. (exceed*|reached|over)'),
    cause: 'quota-exceeded',
  },
  {
    steps: ENVELOPE,
    words: says(
      '{perHour} <> {exceeded}',
      '{tooMany} .. {mails}',
      '{mails} .. {tooMany}',
      'queue quota',
      '{tooMany} .{0,12}(bad|invalid|unknown|failed) recipients',
      '(over ?-?limit|throttl*) .. (later|\\d ?/ ?\\d{0,3} ?(s|m|h|d|min|sec|hours?|days?|minutes?)( |$))',
      'number of (messages|mails|e-?mails|recipients) <> {exceeded}',
      '(accumulated|total) (message |mail )?size <> {exceeded}',
      'quota .. {perHour}',
      '(send(ing)?|throttl*|session|transfer) .{0,12}quota .. exceed*',
      'excessive (e-?mails?|messages?|volume|sending)',
      'too (many|much) .. (messages?|mails?|letters?|e-?mails?|requests?|transactions?|submissions?)',
      '(too (fast|quick*|often|frequent*)|slow down|rate[- ]?limit*|unusual rate|throttl(ed|ing)|unexpected volume)',
      '(频率|过于频繁|发送.{0,10}(频繁|超限|过快))',
      '(exceed*|reached|maximum|limit) .. (messages?|mails?|e-?mails?|sending|outgoing) .. (limit|rate|allowed|threshold|per|exceed*|reached)',
      '(messag*|mails?|send(er|ing)?|outgoing|outbound|submission)\\b.{0,20} limits? <> (exceed*|reached|hit|over)',
      '(mails?|messages?|senders?.{0,20}) per session',
      'more than one (sender|message|mail) .. per (session|connection)',
      '(messages?|mails?) .{0,12}\\d .. exceed* \\d{1,9}.{0,12}',
    ),
    cause: 'rate-limited',
  },
];

/** What the message is. */
export const messageRules: readonly ReplyRule[] = [
  {
    steps: ENVELOPE,
    words: says(
      '(스팸|迷惑メール|indesejad|no deseado)',
      '(spam(my|assassin|-like|score)?|virus*|malware|phish*|unsolicited|junk|suspicious|infected|trojan)',
      'suspect(ed)? (content|messages?|mails?|attachments?|spam)',
      '(恶意|钓鱼|木马|违禁|不良信息|非法.{0,4}(内容|链接|网址)|广告邮件)',
      '(垃圾|病毒|敏感|违规|反垃圾|spamverdacht|unerw(ü|ue)nscht*|pourriel|indésirable|спам|вирус)',
      '(content|attachments?|内容|inhalt|contenu|содержим) <> ({refused}|filter*|security|policy|不允许|拦截)',
      '(message|mail) <> (local policy|policy reasons?|content (filter|polic)*|blocked by|filter*|security policy)',
      '(8-?bit|non-?ascii|bare (lf|cr|line-?feeds?|newlines?|carriage)|rfc ?-?(2?822|5322|2047)|surbl|uribl|dbl)',
      'missing (from|date|message-?id|header|subject)*',
      'headers? .. (missing|invalid|malformed|duplicate*|multiple|required|syntax|not (allowed|valid|compliant))',
      '(missing|invalid|malformed|duplicate*|multiple|no valid|bad|illegal|errors? (in|of)).{0,15} headers?',
      'headers? errors?',
      "(message|mail) .{0,12}(not|n[’']t) (conform*|comply|compliant)",
    ),
    cause: 'content-rejected',
  },
  {
    steps: ['data'],
    words: says('(message|mail|邮件) .. ({refused}|拦截)', 'bounce attacks?'),
    codes: [550, 551, 552, 553, 554, 571],
    cause: 'content-rejected',
  },
];
