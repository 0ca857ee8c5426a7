import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';
import { AFTER_SENDER, ENVELOPE } from './steps.js';

/** Greylisting: a first refusal that is meant to pass (RFC 6647). */
export const greylistRules: readonly ReplyRule[] = [
  {
    // The exact words of a filter that makes a client wait.
    steps: AFTER_SENDER,
    words: says('^(please )?(try again later|retry later|come back later|defer(red)?)[.! ]{0,9}$'),
    codes: ['4.7.0', '4.7.1'],
    cause: 'greylisted',
  },
  {
    steps: AFTER_SENDER,
    words: says(
      'not .{0,12}white-?listed .. later',
      '(split transaction|first time sender) .. (retry|later)',
    ),
    cause: 'greylisted',
  },
  {
    steps: ENVELOPE,
    words: says(
      '(liste grise|lista (gris|cinza|grigia)|сер(ый|ого) списо?к|szara lista|grijze lijst|gri liste|graue liste|グレーリスト|그레이리스트)',
      '(gr[ea]y[- ]?list*|postgrey|灰名单|graulist*)',
      'gr[ea]ylist(ing)?\\.',
      'not yet authori[sz]ed to deliver',
      'intentional policy rejection',
      '(blocked|delayed|rejected) for \\d+ ?(s|sec*|m|min*)',
      'wait .. \\d+ ?(s|sec*|m|min*)',
      '(try again|retry|come back|wait|deferred) .. (in|after|for) .. (\\d+ ?(s|sec*|m|min*)|\\d\\d:\\d\\d)',
    ),
    codes: [421, 450, 451, 452, 471],
    cause: 'greylisted',
  },
];

/** Whether the server passes mail on. */
export const relayRules: readonly ReplyRule[] = [
  {
    steps: ENVELOPE,
    words: says('(accept*|block*|list*|reject*) .. from (an )?open relay'),
    cause: 'ip-blocked',
  },
  {
    steps: ENVELOPE,
    words: says(
      'not relay*',
      '(not |n[o’.]t )(be )?(accept*|tak(e|ing)) (e-?mails?|messages?) for .{0,20}domain',
      '(allowed|permitted) to (be relayed|relay)',
      '(unauthori[sz]ed|illegal|forbidden) relay*',
      'i cannot deliver mail for',
      "relay* .. ({refused}|not (permitted|allowed|authori[sz]ed|enabled)|[a-z]*n[’']t allow*|disabled|disallowed|restricted|verboten|interdit|запрещ|fail*)",
      "(unable|refuse|not (allowed|permitted|configured|authori[sz]ed)|can(not|'t)|do(es)?(n't| not)|wo(n't|uld not)|will not|no|without permission|den(y|ies|ied)) .. (relay*|open relay)",
      'as a relay',
      'relay* only',
      '(our|local|these) (own )?domains? only',
      'only .{0,24}(our|local) (own )?domains?',
      'forwarding to (a |an )?(remote|other|external|outside) .. (disabled|{refused})',
      'select another host',
      'specified domain is not allowed',
      '(forward-?path|destination|rcpt|recipient) (domain|host) .. {refused}',
      '(domain|host) of (the )?(forward-?path|recipient|destination) .. {refused}',
      '{relaying} .. {refused}',
      '(rcpthosts|not a (gateway|relay)|we do not (relay|accept mail for)|not (a )?local (domain|host)|not handled here|(not|isn.t) in my (control|list))',
      '(中继|中转|转发.{0,10}(拒绝|禁止)|(拒绝|禁止|不允许|不支持|无权|没有权限).{0,8}转发)',
    ),
    cause: 'relay-denied',
  },
];

/** A lock on the account that a message was meant for, whatever step the server said it at. */
export const lockedRecipientRules: readonly ReplyRule[] = [
  {
    // RFC 3463 section 3.3: the mailbox that the message is for takes none.
    steps: AFTER_SENDER,
    codes: ['5.2.1'],
    words: says(
      '(this|recipient|the|addressee) .{0,12}(account|mail ?box|user) .. {locked}',
      '{locked} .{0,12}(mail ?box|recipient)',
    ),
    cause: 'recipient-rejected',
  },
  {
    steps: AFTER_SENDER,
    words: says(
      '(message|mail|e-?mail|delivery) (to|for) .. (can ?not|could ?n[o’]t|not|n[’.]t) be (delivered|accepted) .. {locked}',
      '(message|mail|e-?mail|delivery) (to|for) (this|that|the) (account|mailbox|user|address) .. {locked}',
    ),
    cause: 'recipient-rejected',
  },
  {
    steps: ['rcpt-to'],
    words: says('(user|account|mailbox) .{0,12}not (yet )?(been )?(activated|active|enabled)'),
    cause: 'recipient-rejected',
  },
];

/** A mailbox's own room, which may be part of a plan. */
export const storageRules: readonly ReplyRule[] = [
  {
    // RFC 3463 section 3.3: the mailbox is full, whoever's quota the words name.
    steps: AFTER_SENDER,
    codes: ['5.2.2', '4.2.2'],
    words: says('(quota|full|storage|space|{exceeded})'),
    cause: 'mailbox-full',
  },
  {
    steps: AFTER_SENDER,
    words: says(
      '{mailbox} .. (storage|disk) .. {exceeded}',
      '{mailbox} .. {exceeded} .. (storage|disk)',
    ),
    cause: 'mailbox-full',
  },
];

/** Mailboxes that have no room; how much a sender may send is another matter. */
export const fullRules: readonly ReplyRule[] = [
  {
    steps: AFTER_SENDER,
    words: says(
      '({mailbox}|inbox|folder) .. (full|over ?-?quota|over (its quota|(the )?(storage|disk))|quota (is )?(exceeded|full)|out of space|no space|storage)',
      '({mailbox}|inbox|folder) .. (满|容量|空间|переполнен|voll|plein)',
      '(pełn*|przepełn*|pien[ao]|llen[ao]|chei[ao]|plná|dolu|いっぱい|가득) <> ({mailbox}|inbox|folder)',
      '({exceeded}|brak|sin|sem|esaurit[oa]|nedostatek|geen|yetersiz) <> (miejsca|espacio|espaço|spazio|místa|ruimte|depolama|容量|용량)',
      '(over ?-?quota|quota exceeded|quota violation|mailbox full|mailbox size limit|exceeded storage)',
      'exceed* ([a-z]+ )?(storage|disk|mailbox|its) (quota|allocation|limit|space)',
      '(insufficient (mailbox )?(storage|space) for|not enough (storage|space))',
    ),
    cause: 'mailbox-full',
  },
];

/** Addresses that are longer than RFC 5321 section 4.5.3.1 has them. */
export const addressLengthRules: readonly ReplyRule[] = [
  {
    steps: ['rcpt-to'],
    words: says('(address|local[ -]?part|path) .{0,12}(length|too long)'),
    cause: 'recipient-syntax',
  },
  {
    steps: ['mail-from'],
    words: says('(address|local[ -]?part|path) .{0,12}(length|too long)'),
    cause: 'sender-syntax',
  },
];

/** How many recipients at once. */
export const tooManyRecipientsRules: readonly ReplyRule[] = [
  {
    steps: AFTER_SENDER,
    words: says(
      '(too (many|much)|exceeds?|maximum|limit|out of) .. (recipients?|rcpts?|收件人)',
      '(recipients?|rcpts?) .. {exceeded}',
      '收件人.{0,4}数.{0,8}(超|过多|限|上限)',
    ),
    cause: 'rate-limited',
  },
];

/** Whom the mail goes to. */
export const recipientRules: readonly ReplyRule[] = [
  {
    // RFC 3463 section 3.2: the syntax of an address.
    steps: ['rcpt-to'],
    codes: ['5.1.3'],
    words: says('(invalid|bad|illegal) .{0,24}(address|route|recipient)'),
    cause: 'recipient-syntax',
  },
  {
    steps: AFTER_SENDER,
    words: says(
      '(recipients?|rcpt|address|<address>|收件) <> (syntax*|malformed|need fully-?\\s?qualified|bad (format|characters?)|not a valid rfc|(missing|without|must contain|lacks) a domain|illegal char*|格式|语法)',
      '(invalid|malformed) (rcpt to|rcpt|recipient) address',
      'parse (to|rcpt|recipients?|the)? ?address',
      '(smtputf8|non-?ascii|internationali[sz]ed)',
      '8-?bit char* .. (address|mailbox)',
      '(restricted|illegal|invalid|forbidden|bad|unusual) char* .. (address|local|recipient|domain)',
      '((sender-specified|source) rout*|route address)',
    ),
    cause: 'recipient-syntax',
  },
  {
    steps: AFTER_SENDER,
    words: says(
      '(rejected|refused|blocked|denied|not wanted) .. by .. (the )?(recipients?|user|addressee)',
      '(permission*|allowed|authori[sz]ed) .. (post|submit) .. to',
      '(mail(ing)? ?list|maillist|group) .. (null|empty|no members)',
      'only .{3,60} (recipients?|addresses|mailboxes|domains?) .{0,12}(accepted|allowed|permitted)',
      '(bounces?|null sender|empty sender) .. (more than one|multiple|several|single) recipients?',
      '{mailbox} .. (on|in) .{0,20}(black|block|deny)[ -]?list*',
      '{mailbox} .. not .{0,12}(white|allow)[ -]?list*',
      '(tried to reach|trying to (reach|contact)|recipients?|mailbox*|收件人) .. {locked}',
      '(邮箱|收件人|对方|用户|帐号|账号|地址).{0,8}(停用|禁用|冻结|锁定|关闭|休眠|过期|到期|欠费)',
      '(没有|无|未获).{0,4}权限?.{0,12}(向|给|投递|发(信|送)到)',
      '(收件人|对方|收信方).{0,8}(拒收|拒绝|屏蔽|黑名单|过滤)',
      '(user|account|mailbox|recipient) .. (disabled|inactive|suspended|deactivated|locked|not accepting|restricted|closed)',
    ),
    cause: 'recipient-rejected',
  },
  {
    steps: AFTER_SENDER,
    words: says(
      '{mailbox} <> {missing}',
      '{mailbox} .. not on (this|our) (server|system)',
      '(unroute?able|unresolvable|undeliverable|bad destination|no mailbox|mailbox unavailable|no such|null ?mx)',
      '(host|domain|system) (unknown|not found|does not exist)',
      'non-?existent ?domain',
      '(invalid|bad|wrong) recipients?',
      'not have an? .{0,30}(account|mailbox)',
      '{mailbox} (can ?not|could ?not) be verified',
      '(domain|host) .. (un|not )recogni[sz]ed',
      '(no idea|never heard|know nothing) .. {mailbox}',
      '(does not accept mail|not our (customer|user)|unknown .{0,10}(alias|local))',
    ),
    cause: 'recipient-unknown',
  },
  {
    steps: ['rcpt-to'],
    words: says(
      '{mailbox} .. {refused}',
      '{mailbox} <> {locked}',
      '{refused} .. recipients?',
      '(policy (violation|reasons?|restrictions?)|administrative(ly)? prohib*)',
    ),
    cause: 'recipient-rejected',
  },
];

/** A refusal at RCPT TO that gives no reason. The recipient was not let through, and may well exist. */
export const refusedRecipientRules: readonly ReplyRule[] = [
  {
    steps: ['rcpt-to'],
    words: says('({refused}|refusing|unauthori[sz]ed|disabled)', 'does not (accept|take|want)'),
    codes: [550, 551, 553, 554, 571],
    cause: 'recipient-rejected',
  },
];
