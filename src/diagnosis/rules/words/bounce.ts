import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';

/** That it went round in circles. */
export const loopRules: readonly ReplyRule[] = [
  {
    words: says(
      '(mail|message|routing|forwarding|delivery|possible|aliasing/forwarding)[ -]?loop*',
      'loop(ing)? detected',
      '(too many hops|hop ?count|hops exceeded|maximum hops|too many .{0,12}received)',
      '(loops?|points?) back to',
      '(message is looping|already has my delivered-to)',
      'listed as a best-preference mx',
      'lowest numbered mx .. local host',
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
      '(ldap|database|sql|mysql|backend|directory service) .. (server|service|errors?|fail*|unavailable)',
      '(contact|connect|reach) .. (ldap|database|sql|mysql|backend|directory service)',
    ),
    cause: 'server-error',
  },
  {
    words: says(
      '(no such|unknown|invalid|non-?existent) (mail )?(domain|host)(?! ?name rejected)',
      "(domain|host)( name)?( [^ ]{1,60})? .. (unknown|not found(?!.{0,5} try)|does not exist|doesn[’']?t exist|couldn[’']?t be found|could not be found|is invalid)",
      "(couldn[’']?t|could not|cannot|can[’']?t|unable to) (find|locate|resolve|look up) .. (host|domain|mx|mail exchanger|ip address)",
      '(nxdomain|nonexistentdomain|unroute?able (mail )?domain|illegal host|bad destination (host|system))',
      'no (valid )?(mx|mail exchanger)s?( records?| hosts?)? .. (found|exist*|for|available|list*)',
      'mx .. (non-?existent hosts?|no smtp service)',
      'host address lookups failed permanently',
      'null ?mx',
      "(host|domain|system) .. (not|n[’']t) (accept|receive) .. (e-?mail|mail)",
      'no route found to domain',
      '(域名不存在|域名.{0,8}(错误|无效|解析失败)|找不到.{0,8}域名|domaine.{0,20}(introuvable|inexistant)|домен.{0,20}не (найден|существует))',
    ),
    cause: 'recipient-unknown',
  },
  {
    words: says(
      '(name ?server|name service|(?<!r)dns|host name lookup|mx lookup|domain lookup|cname lookup) .. (errors?|fail*|unexpected|time ?-?out|timed out|problem|servfail)',
      '(host|domain).{0,12} not found.{0,5} try again',
    ),
    cause: 'dns-unavailable',
    retryable: true,
  },
  {
    words: says(
      '(connection|operation|connect|connecting|connect\\(\\)|session|conversation|socket|smtp|\\[ip\\]|<host>) .. (timed[ -]out|time ?-?out)',
      '(timed[ -]out|time ?-?out) .. (connect*|waiting|while|greeting|response|remote|reading)',
      '(^| )timed out',
      "(couldn[’']?t|could not|cannot|can[’']?t|unable to|fail(ed|ure)? to|wasn[’']?t able to|did not|not) (establish|open|make|accept)? ?(an? |any |our )?(smtp |requests? to )?(connect(ion)?|reach|contact) .. (host|server|system|domain|smtp|to|mx|destination)",
      'establish .. connection',
      '(failed to connect|unable to connect|10060|could not connect)',
      'not accept our requests to connect',
      'not respond*',
      '(domain|host|server|system) .. (not|un) ?reachable',
      '(连接超时|连接.{0,8}(失败|超时)|время ожидания)',
    ),
    cause: 'connection-timeout',
    retryable: true,
  },
  {
    words: says(
      'connection (was |been )?refused',
      '(actively refused|10061)',
      'refus* .. (a connection|connections?|to connect)',
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
      '(connection|connexion) .. (reset|lost|closed|dropped|broken|aborted|terminated|interrupted|died)',
      'lost connection',
      '(remote (host|server|mta|end)|peer) .. (closed|dropped|hung up)',
      '(socket error|broken pipe|remote protocol error|communication (problem|failure)|连接(中断|断开|被关闭))',
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
      '(message|mail|envelope|delivery|queue|retry|delivery time|time|lifetime) (has )?(been )?expired',
      "(couldn[’']?t|could not|cannot|unable to|not|wasn[’']?t) (be )?deliver* .. (for|in|within|after|over|during) .. (\\d+ ?(hours?|days?|minutes?|seconds?|h|d)|too long)",
      '(queue|queued) .. too long',
      'too long .. (queue|waiting)',
      '(giving|given|gave) up',
      'retry time not reached',
      'fail* .. \\d+ (attempts|times|tries)',
      'failing for a long time',
      'long failure period',
      '(last|for the (past|last)) .. \\d+ (hours?|days?|minutes?|seconds?)',
      '(will|message) (be )?deleted from queue',
      '(stopped|no longer|not) (trying|try) .. (deliver*|send*|again)',
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
  { words: says('too many recipients'), cause: 'rate-limited' },
  {
    words: says(
      '(tls|starttls|encryption) .. (required|mandatory) .. not offered',
      'not offered .. (tls|starttls)',
    ),
    cause: 'starttls-unavailable',
  },
  {
    words: says('use .. (smtp|mail|outgoing)? ?(server|relay|smart ?host) .. (isp|provider)'),
    cause: 'ip-blocked',
  },
  {
    words: says(
      '(different address or alias|send(ing)? (mail )?as) .. (misconfigured|settings|not (allowed|permitted)|permission*)',
    ),
    cause: 'sender-mismatch',
  },
  {
    words: says(
      '(mailbox|inbox|quota|disk|storage|user|account|maildir) .. (is full|full|over ?quota|exceed*|over (its|the|their) (quota|limit)|out of (space|storage))',
      '(over ?-?quota|quota (has been )?exceed*|quota violation|disk quota|overquota)',
      '(容量|空间).{0,8}(不足|已满|超)',
      '(邮箱|信箱).{0,8}(已满|满了|爆满)',
      '(переполнен|容量を超|いっぱい|bo[iî]te .{0,20}pleine|postfach .{0,20}voll|buz[oó]n .{0,20}lleno)',
    ),
    cause: 'mailbox-full',
  },
  {
    words: says(
      '(message|mail|file|letter|attachment) .. (too (large|big)|exceed* .{0,30}(size|limit|maximum)|larger than)',
      '(size|length) .. (exceed*|larger than) .. (limit|maximum|size)',
      '(recipsizelimit|sendsizelimit)',
      '(邮件|信件).{0,10}(过大|太大|超过.{0,8}大小)',
    ),
    cause: 'message-too-large',
  },
  {
    words: says(
      '(spam|virus|viruses|malware|phish*|unsolicited|junk|infected|bulk e?-?mail filter|content (filter*|rejected))',
      '(blocked|rejected|refused|filtered|stopped|quarantined) .. (filter|content|attachment*)',
      '(headers?|media|mime|data format|content) .. errors?',
      'duplicate* message-?id',
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
      '(malformed|incorrectly constructed|unqualified|illegal|bad|syntax*) .. address (syntax|format)?',
      'address .. (malformed|incorrectly constructed|syntax error|may not follow|missing or malformed)',
    ),
    cause: 'recipient-syntax',
  },
  {
    words: says(
      '(account|mailbox|user|address|recipient) .. (disabled|discontinued|deactivated|inactive|suspended|locked|restricted|closed|not accepting|not active|no longer (active|valid|in use|available))',
      "(not|n[’']t) .. (permission*|allowed|authori[sz]ed|permitted) .. (post|send|write|deliver*)",
      'delivery to this address is not permitted',
      'delivery not authori[sz]ed',
      "(not|n[’']t) (a |an )?(list )?(member|subscri*)",
      '(members?|subscribers?)[ -]only',
      'only .. (members|subscribers) .. (post|send|write)',
      '(notauthorized|authrequired|access control)',
      '(rejected|refused|blocked|denied) .. (by )?.. (recipient|addressee|user|owner)',
      'recipient .. (rejected|refused|not accepted)',
      '(拒收|被收件人拒|(帐号|账号|用户|邮箱).{0,8}(停用|禁用|冻结|锁定|注销))',
    ),
    cause: 'recipient-rejected',
  },
  {
    words: says(
      '(unknown|invalid|no such|unroute?able|undeliverable|bad|non-?existent|unlisted) .{0,24}(user(id)?|recipient|address*|mail ?box|account|alias|local[ -]?part|person|name)',
      "(user(id)?|recipients?|address*|mail ?box|account|alias|local[ -]?part|person|name|<address>) .. (unknown|not (be )?(found|exist*|known|listed|valid|recogni[sz]ed|on (this )?server)|unroute?able|undeliverable|does not exist|doesn[’']?t exist|do not exist|invalid|no longer)",
      'recipnotfound',
      "(does not|doesn[’']?t|do not) have .{0,40}(account|mailbox)",
      'no (mail ?box|user|account|one) .. (here|by that name|with that name)',
      "(could not|couldn[’']?t|cannot|can[’']?t) be (found|located)",
      'not (found|listed|recogni[sz]ed) .. (directory|server|address book|name|system)',
      'not our customer',
      'mailbox unavailable',
      'address .. incorrect',
      '(不存在|无此用户|没有(这个|此)(用户|邮箱|账号)|查无此|收件人.{0,10}(错误|无效|找不到)|地址.{0,6}(错误|有误|无效))',
      '(存在しま|存在いたしま|見つかりま|不明なユーザ|宛先.{0,10}不明)',
      "(unbekannt|existiert nicht|nicht gefunden|introuvable|n[’']existe pas|inconnue?|desconocid[oa]|no existe|inexistente)",
      '(не (найден|существует)|неизвест|нет такого|несуществу)',
    ),
    cause: 'recipient-unknown',
  },
  {
    words: says(
      '(temporary|local|system|internal|mailer|i/o|configuration|config|delivery agent|service|operating system) .. (failure|errors?|problem|unavailable)',
      '(lock|pipe|procmail|maildrop|command output|output file|spool|child|script|program|command) .. (fail*|errors?|to|generated|lock*|died|time limit|exit*)',
      '(insufficient permission|permission denied|read-?only file system|no space left|disk full)',
      "(can[’']t|cannot|could not|failed to|error while|unable to) (create|open|write|writing|read|lock|switch|chdir|update)",
    ),
    cause: 'server-error',
  },
];
