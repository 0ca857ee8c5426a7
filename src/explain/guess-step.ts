import { plainWords, wordsOf } from '../diagnosis/rules/reply-words.js';
import { says } from '../diagnosis/rules/words/says.js';
import type { Reply, StepName } from '../report/report.js';

type Clue = readonly [StepName, Pick<RegExp, 'test'>];

/** Codes that belong to one step: RFC 4954 section 6, RFC 3463 section 3, RFC 5248. */
const CODES: readonly Clue[] = [
  [
    'auth',
    /^(?:432|53[5-8]|525|526)\b(?! authentication required)|^534\b(?!.*[Ss](?:ize|IZE))|^(?:\d{3}[ -])?\d\.7\.(?:8|9|10|11|12|13|139)\b/,
  ],
  ['rcpt-to', /^\d{3}[ -]\d\.1\.[07]\b.{0,80}(?:mailbox unavailable|\bTo:|recipient)/i],
  ['mail-from', /^\d{3}[ -]\d\.(?:1\.[078]|7\.60)\b/],
  ['rcpt-to', /^\d{3}[ -]\d\.(?:1\.(?:[1-6]|10)|2\.[12])\b/],
  ['data', /^354\b|^\d{3}[ -]\d\.(?:3\.4|6\.\d|7\.2[0-9])\b/],
];

const WORDS: readonly Clue[] = [
  // Words of what a message holds. They come before those of a login, for an attachment may have a password.
  ['data', says('(attachments?|(zip|archive|executable) files?|file (extension|type)s?)')],
  [
    'auth',
    says('{login} .. (mechanism|input|exchange|method)s?', 'base ?64', '^unknown mechanism'),
  ],
  // Postfix gives all of these at RCPT TO.
  [
    'rcpt-to',
    says(
      '(sender address|recipient address|client host|helo command) rejected',
      'relay* .. ({login}|denied|not (permitted|allowed))',
      '{login} .. (relay|rcpthosts)',
      '(not deliverable|undeliverable|forwarding to)',
      'no mailbox',
    ),
  ],
  [
    'auth',
    says(
      '{login} .. (not (supported|available|allowed|offered|enabled|advertised)|un(supported|available))',
    ),
  ],
  [
    'starttls',
    says(
      '(start)?tls .. (not (offered|available|supported)|unavailable)',
      'initiali[sz]ing tls',
      '(tls|ssl) (negotiation|handshake)',
      '^handshake',
      '(start)?tls failed',
      '(commands?|pipelin*) .. after (start)?tls',
    ),
  ],
  [
    'mail-from',
    says(
      '(originating|coming|mail) from .{0,12}domain',
      'does not send (e-?)?mail',
      'your e?-?(mail )?address',
      '(fully[- ]qualified )?domain name required',
    ),
  ],
  [
    'greeting',
    says(
      'your ip <> {listed}',
      '(sender address blocked|^block (temporarily|permanently))',
      '(reasonable|valid|no|missing) ptr',
      '(you are|is) not welcome',
      '^blocked',
      'country',
      '(process|accept) .{0,12}connection',
    ),
  ],
  [
    'rcpt-to',
    says(
      '(first|before|prior to) .. (check|fetch|collect|retrieve) .{0,20}e?-?mail',
      'pop .. before',
    ),
  ],
  [
    'data',
    says('(spf|dkim|dmarc|spam|virus|content|message size|bounce attacks?|邮件内容|垃圾邮件|病毒)'),
  ],
  [
    'mail-from',
    says(
      'before mail',
      'mail (command|path)',
      'need mail',
      '(helo|ehlo) .. first',
      '(send|say|need|must use) .. (helo|ehlo)',
    ),
  ],
  [
    'ehlo',
    says('(helo|ehlo|lhlo|lmtp)', 'host ?name', 'introduce yourself', '^invalid domain name'),
  ],
  [
    'greeting',
    says(
      '(too many (concurrent )?connect*|ptr record|reverse dns|closing transmission|service not available)',
      '(to connect|accepting connections|black ip)',
    ),
  ],
  [
    'mail-from',
    says(
      '{login} .. (require*|must|first|needed)',
      '(turn on|switch on|enable|use) .{0,5}smtp[ -]?auth*',
      '(necessita|requer|exige|requiere|necesita|richiede|erfordert) .. {login}',
    ),
  ],
  ['auth', says('{login} <> ({wrong}|attempts?|mechanism*|not permitted)')],
  ['mail-from', says('{login} <> (require*|must|first|not|need*)', '{sender}')],
  ['auth', says('{login}', '{credentials}')],
  ['rcpt-to', says('(recipients?|groups?|lists?|receiv*|收件人|收信|接收) <> {noPermission}')],
  ['mail-from', says('{noPermission} .. (as|behalf|代发)')],
  // What an account may do is said to the one who logs in with it.
  ['auth', says('{account} .. {noPermission}')],
  ['mail-from', says('(with|to|by|of|for) your (account|subscription|plan)')],
  ['rcpt-to', says('{mailbox}', 'relay*', 'local[- ]part', 'bounces?')],
];

/** Codes that more than one step has, and the likeliest of them. */
const LIKELY_CODES: readonly Clue[] = [
  ['mail-from', /^5(?:30|53|55)\b/],
  ['rcpt-to', /^45[01][ -]4\.7\.1\b/],
];

/** The likeliest step of a reply without context: by its codes, else by its words. */
export function guessStep(reply: Reply): StepName {
  if (reply.code === null && !reply.enhanced) return 'greeting';
  const words = plainWords(wordsOf(reply));
  return (
    findStep(CODES, reply.text) ??
    findStep(WORDS, words) ??
    findStep(LIKELY_CODES, reply.text) ??
    'data'
  );
}

/** The step at which such words are given, where they tell. */
export function stepOfWords(words: string): StepName | undefined {
  return findStep(WORDS, words);
}

function findStep(clues: readonly Clue[], text: string): StepName | undefined {
  return clues.find(([, pattern]) => pattern.test(text))?.[0];
}
