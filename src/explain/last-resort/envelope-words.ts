import { says } from '../../diagnosis/rules/words/says.js';
import type { FreeWords } from './free-words-type.js';
import { CANNOT } from './stems.js';

/** What people and programs make of a refused login, sender, recipient or message. The surest first. */
export const ENVELOPE_WORDS: readonly FreeWords[] = [
  {
    words: says('(set(ting)?|add(ing)?) .. (recipients?|receivers?) .. fail*'),
    step: 'rcpt-to',
    cause: 'recipient-rejected',
  },
  {
    words: says('sender .. reject* .. not (logged in as|owned by)'),
    step: 'mail-from',
    cause: 'sender-mismatch',
  },
  {
    words: says('sender .. reject* .. not (logged in|authenticated)'),
    step: 'mail-from',
    cause: 'auth-required',
  },
  {
    words: says(
      '(set(ting)?|add(ing)?) .. sender .. fail*',
      'sender .. reject*',
      'sender verif* fail*',
    ),
    step: 'mail-from',
    cause: 'sender-rejected',
  },
  {
    // The answers of a login of several steps (RFC 5802), of which one is none.
    words: says(
      '(scram*|nonce|server-first*|server-final*|digest-md5|challenge) .. (does not (start|begin|match)|malformed|invalid|unexpected|missing|mis-?match*)',
      '(malformed|invalid|unexpected|missing) .. (scram*|nonce|server-first*|server-final*|challenge)',
    ),
    step: 'auth',
    cause: 'protocol-error',
  },
  {
    words: says(
      '(auth*|sasl|log ?in) .. (not (be )?(supported|available|advertised|offered|enabled)|unsupported|unavailable)',
      '(unsupported|no supported|no common|unknown) .. (auth*|sasl|log ?in) (mechanism*|method*|type)',
      "does ?n[o'’]t (support|offer|advertise) .. (auth*|sasl|log ?in)",
    ),
    step: 'auth',
    cause: 'auth-mechanism-unsupported',
    isOfPrograms: true,
  },
  {
    words: says(
      '(auth*|log ?in) (is )?(required|needed)',
      '(requires?|needs?|must|please) (be )?(auth*|log(ged)? ?in)',
      '(not|un)[ -]?authenticated',
    ),
    step: 'mail-from',
    cause: 'auth-required',
    isOfPrograms: true,
  },
  {
    words: says(
      '(bad|wrong|invalid|incorrect) .{0,12}(password|credentials?|login|username)',
      '(password|credentials?|username) (is |are |was |were |or .{0,12})?(incorrect|wrong|invalid|rejected|not (accepted|valid|correct))',
      `${CANNOT} (to )?(authenticat*|log ?(in|on))|(auth*|log ?in) (is |was )?(not possible|impossible)`,
    ),
    step: 'auth',
    cause: 'auth-failed',
    isOfPrograms: true,
  },
  {
    words: says(
      '(message|e?-?mail|attachment|file)s? .{0,12}(is |are )?too (large|big)',
      '(message|e?-?mail|attachment)s?.{0,6} size .{0,12}exceed*',
      '(message|e?-?mail|attachment)s? exceeds? .{0,30}size',
    ),
    step: 'data',
    cause: 'message-too-large',
    isOfPrograms: true,
  },
  {
    words: says(
      'too many (concurrent |open |simultaneous )?(connections|sessions)',
      'service not available, closing',
    ),
    step: 'greeting',
    cause: 'server-busy',
    isOfPrograms: true,
  },
  {
    words: says(
      '(rate|sending) limit .{0,12}(exceed*|reached|hit)',
      'too many (e?-?mails?|messages|recipients|requests)',
    ),
    step: 'data',
    cause: 'rate-limited',
    isOfPrograms: true,
  },
  {
    words: says('ip( address)? (is |was |has been )?(blocked|black-?listed|banned|listed)'),
    step: 'greeting',
    cause: 'ip-blocked',
    isOfPrograms: true,
  },
  {
    words: says(
      '(unable|not allowed|refus*|den(ied|ies)) (to )?relay*',
      'relay access (error|fail*)',
    ),
    step: 'rcpt-to',
    cause: 'relay-denied',
    isOfPrograms: true,
  },
  {
    words: says('(all )?recipients? (were |was |is |are |has been )?(refused|rejected)'),
    step: 'rcpt-to',
    cause: 'recipient-rejected',
    isOfPrograms: true,
  },
];
