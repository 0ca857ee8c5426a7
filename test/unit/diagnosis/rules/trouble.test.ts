import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../src/diagnosis/diagnose.js';
import { parseReply } from '../../../../src/diagnosis/reply.js';

describe('the diagnosis', () => {
  it.each([
    ['mail-from', '530 5.7.0 Authentication required', 'server-error'],
    ['rcpt-to', '550 5.7.1 You must authenticate first', 'relay-denied'],
  ] as const)('asks nobody who has logged in at %s for a login', (step, reply, cause) => {
    const evidence = { step, reply: parseReply(reply) };
    expect(diagnose(evidence).cause).toBe('auth-required');
    expect(diagnose({ ...evidence, isAuthenticated: true }).cause).toBe(cause);
  });

  it.each([
    '554',
    '550 Failed',
    '554 Transaction failed',
    '550 Requested action not taken',
    '554 x7Kq2',
  ])('of %j after DATA is that nobody knows', (reply) => {
    expect(diagnose({ step: 'data', reply: parseReply(reply) }).cause).toBe('unknown');
  });

  it.each([
    '550 The Date header is too old',
    '554 Message not taken: see our rules',
    '550 5.1.0 Naruszenie zasad',
    '550 邮件被退回',
  ])('of %j is what it says of the message', (reply) => {
    expect(diagnose({ step: 'data', reply: parseReply(reply) }).cause).toBe('content-rejected');
  });

  it.each([
    ['auth', '535 5.7.8 Username and Password not accepted', 'auth-failed'],
    ['auth', '535 5.7.0 (#AUTH) Too many bad auth attempts', undefined],
    ['auth', '421 Too many bad auth attempts', 'auth-throttled'],
    ['mail-from', '550 Request failed; Mailbox unavailable', 'sender-rejected'],
    ['data', '550 Request failed; Mailbox unavailable', 'recipient-unknown'],
  ] as const)('at %s of %j is no provider’s own at a stranger’s host', (step, text, cause) => {
    const reply = parseReply(text);
    const found = diagnose({ step, reply, host: 'mail.example.org' }).cause;
    expect(found).not.toBe('app-password-required');
    expect(found).not.toBe('sender-mismatch');
    if (cause) expect(found).toBe(cause);
  });

  it('takes the last line of a greeting that changes its mind', () => {
    const reply = parseReply('220-mx.example.com ESMTP\n521 5.3.2 Service currently unavailable');
    expect(reply).toMatchObject({ code: 521, enhanced: '5.3.2' });
    expect(diagnose({ step: 'greeting', reply }).cause).toBe('ip-blocked');
  });

  it('knows LMTP by its greeting, and by what it wants', () => {
    const reply = parseReply('500 5.5.1 Unknown command');
    const greeting = '220 mx.example.com LMTP server ready';
    expect(diagnose({ step: 'ehlo', reply, greeting }).cause).toBe('not-smtp');
    const wants = parseReply('500 5.5.1 Invalid command: LHLO expected.');
    expect(diagnose({ step: 'ehlo', reply: wants }).cause).toBe('not-smtp');
  });
});
