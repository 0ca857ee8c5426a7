import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const TRACE = '[MXtdwvAbC+/9w== IP: 203.0.113.5]';
const causesIn = async (text: string) =>
  (await explain([text])).findings.map(({ cause, step }) => [cause, step]);

describe('an address that a refusal names', () => {
  it.each([
    '550 Mail is rejected by recipients',
    '550 Mailbox unavailable or access denied',
    '550 Mail content denied.',
    '550 User not found',
    '550 Ip frequency limited',
    '554 Message rejected as spam',
  ])('as a trace is not the reason: %s', async (words) => {
    const expected = await causesIn(words);
    expect(expected.flat()).not.toContain('ip-blocked');
    expect(await causesIn(`${words} ${TRACE}`)).toEqual(expected);
    expect(await causesIn(`${words} (client ip=203.0.113.5)`)).toEqual(expected);
  });

  it.each(['550 Mail is rejected by recipients', '550 Mailbox unavailable or access denied'])(
    'as a trace is not the reason further on: %s',
    async (words) => {
      const line = `host mx3.qq.com[203.0.113.9] said: ${words} ${TRACE} (in reply to RCPT TO command)`;
      expect((await causesIn(line)).flat()).not.toContain('ip-blocked');
    },
  );

  it.each([
    '554 rejected, message from ip 203.0.113.5 contains a virus',
    '550 mail from 203.0.113.5 was infected with a trojan, rejected',
  ])('is not the reason beside a reason: %s', async (words) => {
    expect(await causesIn(words)).toEqual([['content-rejected', expect.any(String)]]);
  });

  it.each([
    '550 IP 203.0.113.5 is in blacklist',
    '550 Connection from 203.0.113.5 denied',
    '550 Access denied [ip: 203.0.113.5]',
  ])('is the reason where it is what is refused: %s', async (words) => {
    expect((await causesIn(words)).flat()).toContain('ip-blocked');
  });
});
