/**
 * Words without which no line says anything of a failure: each pattern of the known errors, of a logged
 * reply and of a client's command holds at least one, in whatever case. To look for plain words is many
 * times as fast as the patterns are, and of a long log nearly every line is about something else.
 */
const WORDS = [
  // A reply without a code of its own, and what nodemailer puts before one.
  ...['response', 'invalid', 'ehlo', 'helo', 'starttls', 'terminates connection', 'recipients'],
  ...['mail from', 'rcpt to'],
  // What went wrong, in whatever program.
  ...['error', 'fail', 'unable', 'could not', "couldn't", 'cannot', 'problem', 'exception'],
  // Nodemailer's own words, other clients' and Tailchat's.
  ...[
    'greeting',
    'timeout',
    'credentials',
    'authentication me',
    'smtp ',
    'smtp-auth',
    'support auth',
  ],
  ...[
    'curl: (',
    'gettoken',
    'size larger',
    'transporter',
    'missing_requirement',
    'login denied',
    'unencrypted',
  ],
  ...['* ok', '* preauth', '+ok', 'ssh-', 'http/', 'malformed', 'unexpected', 'interpolation'],
  // Mail servers' logs.
  ...['reject', 'sasl', 'password mismatch', 'dropped by', 'plaintext auth', 'badlogin'],
  ...['can not use', 'socks module', '邮件发送失败'],
  // Other stacks' clients.
  ...['run connect', 'was not found', 'be specified', 'no from', 'sender address', 'mailer dsn'],
  ...[
    'host undefined',
    'weird',
    'unexpectedly',
    'resource temp',
    'not resolve',
    'provide at least',
  ],
  ...[
    'requested but missing',
    'not comply',
    'autodiscover',
    'establish an',
    '失败EOF',
    'returned nothing',
  ],
  ...[
    'not connected',
    'no supported',
    'recipient',
    'accepted',
    'remote name',
    'login denied',
    'not support',
    'parse status',
  ],
  // TLS.
  ...[
    'wrong',
    'handshake',
    'ssl',
    'packet',
    'unsupported',
    'alert',
    'no protocols',
    'no_protocols',
  ],
  ...['appropriate', 'too low', 'too_low', 'cipher', 'too small', 'too_small', 'insufficient'],
  ...[
    'certificate',
    'cert_',
    "cert's",
    'hostname',
    'host name',
    'self',
    'pkix',
    'issuer',
    'unknown',
    'secure tls',
  ],
  // The network.
  ...[
    'enotfound',
    'not known',
    'no such host',
    'nodename',
    'resolve',
    'resolution',
    'eai_again',
    'nxdomain',
  ],
  ...[
    'getaddrinfo',
    'errno',
    'no address',
    'query',
    'misbehaving',
    'refused',
    'unreach',
    'eaddrnotavail',
  ],
  ...[
    'no route',
    'timed',
    'execution expired',
    'reset',
    'epipe',
    'closed',
    'socket',
    'broken pipe',
    'eof',
  ],
];

/** A pattern of words by what they begin with alike, which is found faster than one word after the other. */
function anyOf(words: readonly string[]): string {
  if (words.includes('')) return '';
  const starts = [...new Set(words.map((word) => word[0] ?? ''))];
  const ways = starts.map((start) => {
    const rests = words.filter((word) => word.startsWith(start)).map((word) => word.slice(1));
    return start.replace(/[*+.()]/, '\\$&') + anyOf(rests);
  });
  return ways.length === 1 ? (ways[0] ?? '') : `(?:${ways.join('|')})`;
}

const ANY_WORD = new RegExp(anyOf(WORDS), 'i');

/** A client's commands that are everyday words unless they are written as such. */
const COMMAND = /AUTH|DATA/;

/** What may be the code of a refusal: RFC 5321 section 4.2.1. */
const CODE = /(?<![\d.])(?:4[2-7]|5[0-7])\d(?![\w.:/])/;

/**
 * Whether a line may say something of a failure. Where it does, this is true; where it is false, the
 * line need not be looked at, unless it goes on with an error that began before it.
 *
 * @param line as it stands in the log
 */
export function mayTellOfFailure(line: string): boolean {
  // In JSON, what is escaped could hide a word.
  if (CODE.test(line) || line.includes('\\u')) return true;
  return COMMAND.test(line) || ANY_WORD.test(line);
}
