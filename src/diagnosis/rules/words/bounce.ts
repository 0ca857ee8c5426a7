import type { ReplyRule } from '../../../providers/provider.js';
import { says } from './says.js';

/** Words about mail that went round in circles. */
export const loopRules: readonly ReplyRule[] = [
  {
    words: says(
      '(mail|message|routing|forwarding|delivery|possible|alias|aliasing/forwarding)[ -]?loop*',
      'loop(ing)? detected',
      '(too many hops|hop ?count|hops exceeded|maximum hops|too many (?!messages|mails|e-?mails|letters).{0,12}received)',
      '(loops?|points?) back to',
      '(looping|circular) (mail|message|letter)',
      'loop (was )?(found|detected|encountered)',
      'exceed* .{0,12}hops',
      '(message is looping|already has my delivered-to)',
      'listed as a best-preference mx',
      'lowest numbered mx .. local host',
      'host address is the local host',
      '(邮件循环|循环|环路|зацикл|boucle de|mail-?schleife)',
    ),
    cause: 'mail-loop',
  },
];

/** Words about giving up after many tries. The reason, where one is given, is another rule's. */
export const expiryRules: readonly ReplyRule[] = [
  {
    words: says(
      '(retry|queue|delivery|retries) .. (time ?-?out|time|period|lifetime|limit|attempts) .. (exceeded|expired|exhausted|reached)',
      '(message|mail|envelope|delivery|queue|retry|delivery time|time|lifetime) (has )?(been )?expired',
      "(couldn[’']?t|could not|cannot|unable to|not|wasn[’']?t) (be )?deliver* .. (for|in|within|after|over|during) .. (\\d+ ?(hours?|days?|minutes?|seconds?|h|d)|too long)",
      '(queue|queued) .. too long',
      'too long .. (queue|waiting)',
      '(giving|given|gave) up',
      'not (been )?(collected|picked up|retrieved) (after|within|for|in)',
      '(connection|delivery|message|mail) (expired|time ?-?out|timed out|delayed)',
      'aborted after .{0,12}(hours?|days?)',
      '(more than|over) \\d+ (hours?|days?)',
      'allowed queue period',
      'retry time not reached',
      'fail* .. \\d+ (attempts|times|tries)',
      'failing for a long time',
      'long failure period',
      '(last|for the (past|last)) .. \\d+ (hours?|days?|minutes?|seconds?)',
      '(will|message) (be )?deleted from queue',
      '(stopped|no longer|not) (trying|try) .. (deliver*|send*|again)',
      'expired .. (after|unable|could not|delivery)',
      '(超过.{0,6}(天|小时|小時)|队列.{0,12}(超时|过期)|多次尝试|重试.{0,12}(失败|超时|超过)|投递超时|超过.{0,10}(时间|期限))',
      '(истек|истекло) .{0,30}(врем|срок)',
    ),
    cause: 'delivery-expired',
    retryable: true,
  },
];

/** Help pages that a report points to. Their address tells the reason in any language. */
export const placeRules: readonly ReplyRule[] = [
  { words: /\bgroups\.google\.com\/support/i, cause: 'recipient-rejected' },
];
