import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';

/** That it went round in circles. */
export const loopRules: readonly ReplyRule[] = [
  {
    words: says(
      '(mail|message|routing|forwarding|delivery|possible)[ -]?loop*',
      'loop(ing)? detected',
      '(too many hops|hop ?count|hops exceeded|maximum hops|too many .{0,12}received)',
      'loops? back to',
      '(邮件循环|зацикл|boucle de|mail-?schleife)',
    ),
    cause: 'mail-loop',
  },
];

/**
 * What a server says that gave a letter back: of what it met further on, where no code tells it. They hold
 * for reports only: in a conversation the same words are about the server that one speaks to.
 */
export const bounceRules: readonly ReplyRule[] = [
  {
    words: says(
      '(no such|unknown|invalid|non-?existent) (domain|host)(?! ?name rejected)',
      "(domain|host)( name)?( [^ ]{1,60})? .. (unknown|not found(?!.{0,5} try)|does not exist|doesn[’']?t exist|couldn[’']?t be found|could not be found|is invalid)",
      "(couldn[’']?t|could not|cannot|can[’']?t|unable to) (find|locate|resolve|look up) .. (host|domain|mx|mail exchanger|ip address)",
      '(nxdomain|unroute?able (mail )?domain|illegal host|bad destination (host|system))',
      'no (valid )?(mx|mail exchanger)s?( records?| hosts?)? .. (found|exist*|for|available|list*)',
      'null ?mx',
      "(host|domain|system) .. (not|n[’']t) (accept|receive) .. (e-?mail|mail)",
      '(域名不存在|域名.{0,8}(错误|无效)|找不到.{0,8}域名|domaine.{0,20}(introuvable|inexistant)|домен.{0,20}не (найден|существует))',
    ),
    cause: 'recipient-unknown',
  },
  {
    words: says(
      '(name ?server|name service|dns|host name lookup|mx lookup|domain lookup) .. (errors?|fail*|unexpected|time ?-?out|timed out|problem|servfail)',
      '(host|domain).{0,12} not found.{0,5} try again',
    ),
    cause: 'dns-unavailable',
    retryable: true,
  },
  {
    words: says(
      'connection (was |been )?refused',
      '(actively refused|10061)',
      '(refus*|not accept) .. (a connection|connections?|(our )?requests? to connect)',
      '(连接被拒绝|соединение отклонено|connexion refusée)',
    ),
    cause: 'connection-refused',
    retryable: true,
  },
  {
    words: says(
      'network (is )?unreachable',
      'no route to (host|destination)',
      'host (is )?unreachable',
    ),
    cause: 'network-unreachable',
    retryable: true,
  },
  {
    words: says(
      '(connection|operation|connect|connecting|connect\\(\\)|session|conversation|socket|smtp) .. (timed[ -]out|time ?-?out)',
      '(timed[ -]out|time ?-?out) .. (connect*|waiting|while|greeting|response|remote|reading)',
      "(couldn[’']?t|could not|cannot|can[’']?t|unable to|fail(ed|ure)? to|wasn[’']?t able to) (establish|open|make)? ?(an? |any )?(smtp )?(connect(ion)?|reach|contact) .. (host|server|system|domain|smtp|to)",
      'not respond*',
      '(连接超时|连接.{0,8}(失败|超时)|время ожидания)',
    ),
    cause: 'connection-timeout',
    retryable: true,
  },
  {
    words: says(
      '(connection|connexion) .. (reset|lost|closed|dropped|broken|aborted|terminated|interrupted)',
      'lost connection',
      '(remote (host|server|mta|end)|peer) .. (closed|dropped|hung up)',
      '(socket error|broken pipe|连接(中断|断开|被关闭))',
    ),
    cause: 'connection-closed',
    retryable: true,
  },
];

/** That it was tried for long and given up: the reason, where one is said, is another rule's. */
export const expiryRules: readonly ReplyRule[] = [
  {
    words: says(
      '(retry|queue|delivery|retries) .. (time ?-?out|time|period|lifetime|limit|attempts) .. (exceeded|expired|exhausted|reached)',
      '(message|mail|envelope|delivery|queue|retry|delivery time|time) (has )?(been )?expired',
      "(couldn[’']?t|could not|cannot|unable to|not|wasn[’']?t) (be )?deliver* .. (for|in|within|after|over|during) .. \\d+ ?(hours?|days?|minutes?|seconds?|h|d)",
      '(queue|queued) .. too long',
      'too long .. (queue|waiting)',
      '(giving|given|gave) up',
      'retry time not reached',
      '(last|for the (past|last)) .. \\d+ (hours?|days?|minutes?|seconds?)',
      '(will|message) (be )?deleted from queue',
      'expired .. (after|unable|could not|delivery)',
      '(多次尝试|重试.{0,12}(失败|超时|超过)|投递超时|超过.{0,10}(时间|期限))',
      '(истек|истекло) .{0,30}(врем|срок)',
    ),
    cause: 'delivery-expired',
    retryable: true,
  },
];

/** Places that a report sends one to, and which tell what it is about in whatever language. */
export const placeRules: readonly ReplyRule[] = [
  { words: /\bgroups\.google\.com\/support/i, cause: 'recipient-rejected' },
];

/** What happened to a recipient, in words that no code goes with. */
export const uncodedRules: readonly ReplyRule[] = [
  {
    words: says('use .. (smtp|mail|outgoing)? ?(server|relay|smart ?host) .. (isp|provider)'),
    cause: 'ip-blocked',
  },
  {
    words: says(
      '(mailbox|inbox|quota|disk|storage|user|account) .. (is full|full|over ?quota|exceed*|over (its|the|their) (quota|limit)|out of (space|storage))',
      '(mailbox|inbox) is full',
      '(over ?-?quota|quota (has been )?exceed*|quota violation|disk quota)',
      '(容量|空间).{0,8}(不足|已满|超)',
      '(邮箱|信箱).{0,8}(已满|满了|爆满)',
      '(переполнен|容量を超|いっぱい|bo[iî]te .{0,20}pleine|postfach .{0,20}voll)',
    ),
    cause: 'mailbox-full',
  },
  {
    words: says(
      '(message|mail|size|letter) .. (too (large|big|long)|exceed* .{0,30}(size|limit|maximum)|larger than)',
      '(邮件|信件).{0,10}(过大|太大|超过.{0,8}大小)',
    ),
    cause: 'message-too-large',
  },
  {
    words: says(
      '(spam|virus|viruses|malware|phish*|unsolicited|junk|infected|bulk e?-?mail filter|content (filter*|rejected))',
      '(blocked|rejected|refused|filtered|stopped|quarantined) .. (filter|content|policy|attachment*)',
      '(headers?|media|mime|format|content) .. errors?',
      '(垃圾邮件|病毒|敏感|违规|спам|вирус|内容.{0,8}(拒|不允许))',
    ),
    cause: 'content-rejected',
  },
  {
    steps: ['rcpt-to'],
    words: says('{refused} .. polic*', 'polic* .. {refused}'),
    cause: 'recipient-rejected',
  },
  {
    words: says(
      '(account|mailbox|user|address|recipient) .. (disabled|discontinued|deactivated|inactive|suspended|locked|restricted|closed|not accepting|not active|no longer (active|valid|in use|available))',
      "(not|n[’']t) .. (permission|allowed|authori[sz]ed|permitted) .. (post|send|write|deliver)",
      '(rejected|refused|blocked|denied) .. (by )?.. (recipient|addressee|user|owner)',
      'recipient .. (rejected|refused|not accepted)',
      '(拒收|被收件人拒|帐号.{0,8}(停用|禁用|冻结)|账号.{0,8}(停用|禁用|冻结)|用户.{0,8}(停用|禁用|冻结|锁定))',
    ),
    cause: 'recipient-rejected',
  },
  {
    words: says(
      '(unknown|invalid|no such|unroute?able|undeliverable|bad|non-?existent|unlisted) .{0,24}(user(id)?|recipient|address*|mail ?box|account|alias|local[ -]?part|person|name)',
      "(user(id)?|recipients?|address*|mail ?box|account|alias|local[ -]?part|person|name|<address>) .. (unknown|not (be )?(found|exist*|known|listed|valid|recogni[sz]ed|on (this )?server)|unroute?able|undeliverable|does not exist|doesn[’']?t exist|do not exist|invalid|no longer)",
      "(does not|doesn[’']?t|do not) have .{0,40}(account|mailbox)",
      "(could not|couldn[’']?t|cannot|can[’']?t) be (found|located)",
      'not (found|listed|recogni[sz]ed) .. (directory|server|address book|name|system)',
      'not our customer',
      '(不存在|无此用户|没有(这个|此)(用户|邮箱|账号)|查无此|收件人.{0,10}(错误|无效|找不到)|地址.{0,6}(错误|有误|无效))',
      '(存在しま|存在いたしま|見つかりま|不明なユーザ|宛先.{0,10}不明)',
      "(unbekannt|existiert nicht|nicht gefunden|introuvable|n[’']existe pas|inconnue?|desconocid[oa]|no existe|inexistente)",
      '(не (найден|существует)|неизвест|нет такого|несуществу)',
    ),
    cause: 'recipient-unknown',
  },
  {
    words: says(
      '(temporary|local|system|internal|mailer|configuration|delivery agent|service) .. (failure|error|problem|unavailable)',
      '(lock|pipe|procmail|maildrop|command output|output file|spool|child|script|program) .. (fail*|error*|to|generated|lock*)',
      '(insufficient permission|permission denied|read-?only file system|no space left)',
      "(can[’']t|cannot|could not|failed to|error while) (create|open|write|writing|read|lock)",
    ),
    cause: 'server-error',
  },
];
