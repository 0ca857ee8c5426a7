import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';

/** Commands in the wrong order (RFC 5321 section 4.1.4). */
export const orderRules: readonly ReplyRule[] = [
  {
    // A server that did not understand DATA takes each line of the mail for a command.
    steps: ['data'],
    codes: [500, 502, '5.5.1', '5.5.2'],
    words: says(
      '(unknown|un ?recogni[sz]ed|not recogni[sz]ed|invalid|bad) .{0,12}(from|to|subject|date|message-id|mime-version|content-type):',
    ),
    cause: 'protocol-error',
  },
  {
    // RFC 5321 section 4.2.2: a parameter of the command is not recognized.
    steps: ['mail-from', 'rcpt-to'],
    codes: [555],
    words: says('(unsupported|not supported|not implemented)'),
    cause: 'protocol-error',
  },
  {
    // RFC 5321 section 3.3: the answer to DATA where no recipient was accepted. Behind "Error:" it is Postfix's, of the order.
    steps: ['rcpt-to', 'data'],
    codes: [554],
    words: says('^no valid recipients?'),
    cause: 'recipient-rejected',
  },
  {
    words: says(
      '(bad sequence|out of (sequence|order)|need (mail|rcpt|data)|nested mail|sender already)',
      'no (valid (recipients?|sender)|(recipients?|sender) (specified|given|yet))',
      '(bad|invalid|unknown|unrecogni[sz]ed) commands',
      'http requests?',
      '(already|duplicate) .{0,12}(helo|ehlo|lhlo|mail from|from)',
      '(helo|ehlo) .{0,12}already',
      '(not|n[o’.]t) (permitted|allowed) (now|here|yet|during|inside|while|at this (point|stage|time))',
    ),
    codes: [421, 500, 501, 502, 503, 554],
    cause: 'protocol-error',
  },
  {
    words: says(
      'too many (errors|(bad|invalid|unknown|unrecogni[sz]ed|junk|non-?mail|(syntax or )?protocol|syntax) (commands|errors))',
    ),
    codes: [500, 501, 502, 503, 550, 554],
    cause: 'protocol-error',
  },
];

/** Lines of a command that are longer than the server takes. */
export const lengthRules: readonly ReplyRule[] = [
  {
    steps: ['ehlo', 'starttls', 'auth', 'mail-from', 'rcpt-to'],
    words: says('(line|command|response) .{0,12}(too long|limit exceeded)'),
    codes: [421, 500, 501, 502, 503, 521],
    cause: 'protocol-error',
  },
];

/** Servers that have too much to do. */
export const busyRules: readonly ReplyRule[] = [
  {
    words: says(
      '(too many|maximum|concurrent|simultaneous|exceed*|limit) .. (connect(ions?)?|sessions|processes|连接)',
      '(connect(ions?)?|sessions|连接) .. (limit|too many|exceed*|maximum|过多|超过)',
      '(too many|maximum) .{0,12}concurrent',
      '(server|system|service|relay|mailer|too) (is )?(too |currently |temporarily )?(busy|overloaded)',
      '(unable|cannot|not able) to (process|accept|take|handle) .{0,12}connections? .{0,20}(time|moment|now)',
      '(shutting down|going down|load average|(system|server) load|high load|load (is )?too high|too much load|系统繁忙|服务器繁忙|服务器忙)',
    ),
    codes: [421, 430, 432, 450, 451, 452, 454, 471, 500, 535, 550, 554],
    cause: 'server-busy',
  },
];

/** Commands that were not understood, and trouble of the server's own. */
export const serverRules: readonly ReplyRule[] = [
  {
    words: says('(message|mail|queue|delivery( time)?) (has )?(been )?expired'),
    cause: 'delivery-expired',
    retryable: true,
  },
  {
    words: says(
      '(timed?[ -]?out|idle for too long|got no data)',
      'délai.{0,24}(dépassé|expiré)',
      '(zeitüberschreitung|tiempo de espera|tempo limite|tempo esgotado|время ожидания|超时|タイムアウト|시간 ?초과)',
    ),
    codes: [421, 451],
    cause: 'timeout',
  },
  {
    steps: ['greeting', 'ehlo', 'auth', 'mail-from', 'rcpt-to', 'data'],
    words: says(
      '(protocol|synchroni[sz]ation) (error|deviation|violation|synchroni[sz]ation)',
      '(break|violat)(s|es|ed|ing)? .{0,12}(rules|protocol|smtp)',
      '(unsupported|unknown|unrecogni[sz]ed|invalid|bad) (mail |rcpt |esmtp )?(option|parameter|attribute|keyword|body type)',
      '(dsn|chunking|binarymime|extension) .{0,12}(not supported|unsupported|disabled)',
      'syntax error .. (parameters?|arguments?|command)',
      '{unknownCommand}',
      '(improper command|invalid input|(bad|wrong) protocol|non-(ssl|tls) (socket|port|connection))',
      'pipelin* <> (error|not|without|improper)',
      '(must|need|send) .. (helo|ehlo|mail from|rcpt to) .. first',
    ),
    codes: [421, 451, 500, 501, 502, 503, 521, 550, 554, 555],
    cause: 'protocol-error',
  },
  {
    words: says(
      '(insufficient (system|disk|storage)|disk (is )?(full|space)|queue file|no space left|out of memory|system resources)',
      '(internal (server )?error|server (error|failure|configuration|misconfigur*)|system (error|problem|failure)|upstream error)',
      '(local (error|problem|configuration)|(?<!(name|mx|dns|domain) )lookup (failure|error)|configuration (error|problem|exception)|backend|系统错误|内部错误)',
      'connect(ion|ing)? to .. (refused|failed|timed out|lost)',
      'temporar* .. (error|problem|failure|lookup|issue)',
      '(problems?|trouble|failure) with .. (remote|next|upstream) (server|host|hop)',
      '(forwarding|relaying) failed',
      "(can(not|['’]t)|could not|unable to) reach",
      "(can(not|['’]t)|could not|unable to) forward",
    ),
    codes: [421, 432, 450, 451, 452, 454, 455, 550, 554],
    cause: 'server-error',
  },
];
