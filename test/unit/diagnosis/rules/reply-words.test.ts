import { describe, expect, it } from 'vitest';
import { plainWords, wordsOf } from '../../../../src/diagnosis/rules/reply-words.js';

const words = (text: string) => wordsOf({ text });

describe('the words of a reply', () => {
  it.each([
    ['535 Login fail', 'Login fail'],
    ['535 5.7.8 Login fail', 'Login fail'],
    [
      '535-5.7.8 Username and\n535 5.7.8  Password  not accepted',
      'Username and Password not accepted',
    ],
    ['550', ''],
    ['+OK POP3', '+OK POP3'],
    ['550 5.7.1: no', ': no'],
    ['550 1.2.3.4 is blocked', '1.2.3.4 is blocked'],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('are read as far as a reply may go, and no further', () => {
    expect(words(`550 ${'x '.repeat(100_000)}`).length).toBeLessThan(5000);
  });
});

describe('the plain words', () => {
  it.each([
    ['see https://support.example.com/mail/?p=BadCredentials now', 'see <host> now'],
    ['at smtp-blocked.auth-limit.example now', 'at <host> now'],
    ['using dbl.spamhaus.org', 'using dbl.spamhaus.org'],
    ['no mx.in-addr.arpa', 'no mx.in-addr.arpa'],
    ['5.7.1 refused.see below', '5.7.1 refused.see below'],
    ['<spam@example.com>: user unknown', '<address>: user unknown'],
    ['no spam@example.com here', 'no <address> here'],
    ['host [192.0.2.1] blocked', 'host [ip] blocked'],
    ['host 192.0.2.1 blocked', 'host [ip] blocked'],
    ['host [IPv6:2001:db8::1] blocked', 'host [ip] blocked'],
  ])('of %j are %j', (text, expected) => {
    expect(plainWords(text)).toBe(expected);
  });
});
