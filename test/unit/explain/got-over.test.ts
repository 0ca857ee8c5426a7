import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

/** A conversation, line by line; each reply begins with its number. */
const LOGIN_AT_LAST = [
  ...['220 mx.example.com ESMTP', 'EHLO me', '250-mx.example.com', '250 AUTH PLAIN CRAM-MD5'],
  ...['AUTH CRAM-MD5', '334 PDEyMz4=', 'bWU=', '535 5.7.8 Error: authentication failed'],
  ...['AUTH PLAIN ****', '235 2.7.0 Authentication successful'],
];
const HELLO_AT_LAST = [
  ...['220 mx.example.com ESMTP', 'EHLO me', '502 5.5.2 Error: command not recognized'],
  ...['HELO me', '250 mx.example.com'],
];
const TLS_AT_LAST = [
  ...['220 mx.example.com ESMTP', 'EHLO me', '250 STARTTLS'],
  ...['STARTTLS', '454 4.7.0 TLS not available due to local problem'],
  ...['STARTTLS', '220 2.0.0 Ready to start TLS', 'EHLO me', '250 mx.example.com'],
];
const WITHOUT_TLS = [
  ...['220 mx.example.com ESMTP', 'EHLO me', '250 STARTTLS'],
  ...['STARTTLS', '454 4.7.0 TLS not available', 'MAIL FROM:<me@example.com>', '250 2.1.0 Ok'],
];
const GREYLISTED = [
  ...['220 mx.example.com ESMTP', 'EHLO me', '250 mx.example.com'],
  ...['MAIL FROM:<me@example.com>', '250 2.1.0 Ok'],
  ...['RCPT TO:<you@example.org>', '450 4.2.0 Greylisted, try again'],
  ...['RCPT TO:<you@example.org>', '250 2.1.5 Ok', 'DATA', '354 go on'],
  ...['250 2.0.0 Ok: queued as 1', 'QUIT', '221 bye'],
];
const REFUSED_BODY = [
  ...['220 mx.example.com ESMTP', 'EHLO me', '250 mx.example.com', 'DATA', '354 go on'],
  ...['451 4.3.0 Error: queue file write error', 'DATA', '354 go on', '250 2.0.0 Ok: queued as 1'],
];

const isReply = (line: string) => /^\d{3}/.test(line);

/** The ways in which programs show a conversation. */
const FORMS: [string, (line: string) => string][] = [
  ['bare', (line) => line],
  ['with letters', (line) => `${isReply(line) ? 'S' : 'C'}: ${line}`],
  [
    "of nodemailer's",
    (line) => `[2026-11-28 10:00:00] DEBUG [ab12] ${isReply(line) ? 'S' : 'C'}: ${line}`,
  ],
  [
    'of swaks',
    (line) => (isReply(line) ? `<${/^[45]/.test(line) ? '**' : '- '} ${line}` : ` -> ${line}`),
  ],
  ['of a library', (line) => `${isReply(line) ? '<<' : '>>'} ${line}`],
];

const told = async (lines: readonly string[]) =>
  (await explain(lines.join('\n'))).findings.map(({ cause }) => cause);

describe.each(FORMS)('a conversation %s', (_, form) => {
  it.each([
    ['a login by another method', LOGIN_AT_LAST, 'auth-failed'],
    ['HELO in place of EHLO', HELLO_AT_LAST, 'protocol-error'],
    ['STARTTLS that succeeds later', TLS_AT_LAST, 'starttls-unavailable'],
    ['a mail without TLS', WITHOUT_TLS, 'starttls-unavailable'],
    ['a recipient who is accepted later', GREYLISTED, 'greylisted'],
    ['a mail that is accepted later', REFUSED_BODY, 'server-error'],
  ])('gets over a refusal: %s', async (_name, lines, cause) => {
    const shown = lines.map(form);
    const refused = lines.findIndex((line) => /^[45]/.test(line)) + 1;
    expect(await told(shown.slice(0, refused))).toEqual([cause]);
    const { gotOver, findings, ok } = await explain(shown.join('\n'));
    expect({ gotOver, findings, ok }).toEqual({ gotOver: true, findings: [], ok: false });
  });

  it('fails for what it does not get over', async () => {
    const lines = [...LOGIN_AT_LAST, 'MAIL FROM:<me@example.com>', '553 5.7.1 Sender rejected'];
    expect(await told(lines.map(form))).toEqual(['sender-rejected']);
  });

  it.each([
    ['another recipient', ['RCPT TO:<other@example.org>', '250 2.1.5 Ok']],
    ['the end of the conversation', ['QUIT', '221 2.0.0 Bye']],
    ['another command', ['RSET', '250 2.0.0 Ok']],
    [
      'another conversation',
      ['220 mx.example.com ESMTP', 'RCPT TO:<you@example.org>', '250 2.1.5 Ok'],
    ],
    ['the answer of a challenge', ['AUTH LOGIN', '334 VXNlcm5hbWU6']],
  ])('does not get over a refusal by %s', async (_name, rest) => {
    const lines = [...GREYLISTED.slice(0, 7), ...rest];
    expect(await told(lines.map(form))).toEqual(['greylisted']);
  });
});

it('keeps an error that a program has made of it', async () => {
  const lines = LOGIN_AT_LAST.map((line) => `${isReply(line) ? 'S' : 'C'}: ${line}`);
  const error = 'Error: Invalid login: 535 5.7.8 Error: authentication failed';
  expect(await told([...lines, error])).toEqual(['auth-failed']);
});

it('answers pipelined commands in their order', async () => {
  const lines = [
    ...['S: 220 mx', 'C: EHLO me', 'S: 250 PIPELINING'],
    ...['C: MAIL FROM:<a@example.com>', 'C: RCPT TO:<b@example.org>', 'C: DATA'],
    ...['S: 250 Ok', 'S: 450 4.2.0 Greylisted', 'S: 503 5.5.1 need RCPT'],
  ];
  expect(await told(lines)).toEqual(['greylisted']);
  const again = ['C: RCPT TO:<b@example.org>', 'C: DATA', 'S: 250 Ok', 'S: 354 go on', 'S: 250 Ok'];
  expect(await told([...lines, ...again])).toEqual([]);
});
