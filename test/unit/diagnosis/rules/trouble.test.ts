import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../src/diagnosis/diagnose.js';
import { parseReply } from '../../../../src/diagnosis/reply.js';

describe('the diagnosis', () => {
  it.each([
    ['mail-from', '530 5.7.0 Authentication required', 'sender-mismatch'],
    ['rcpt-to', '550 5.7.1 You must authenticate first', 'relay-denied'],
  ] as const)('asks nobody who has logged in at %s for a login', (step, reply, cause) => {
    const evidence = { step, reply: parseReply(reply) };
    expect(diagnose(evidence).cause).toBe('auth-required');
    expect(diagnose({ ...evidence, isAuthenticated: true }).cause).toBe(cause);
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
