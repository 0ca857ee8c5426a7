import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.js';

const said = (text: string) =>
  diagnose({ step: 'rcpt-to', reply: { code: 554, enhanced: '5.7.1', text } }).cause;
const BEGINS = '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using';

describe("a block list's answer to the server that asks", () => {
  it.each([
    `${BEGINS} zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/8.8.8.8/`,
    `${BEGINS} dbl.example; Error: public resolver`,
    `${BEGINS} zen.spamhaus.org; Error: excessive number of queries; https://check.spamhaus.org/returnc/vol/192.0.2.2/`,
    `${BEGINS} bl.example; too many queries`,
  ])('lists nobody: %s', (text) => {
    expect(said(text)).toBe('server-error');
  });

  it.each([
    `${BEGINS} zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1`,
    '554 5.7.1 Client host blocked: your host is an open relay',
  ])('is a listing otherwise: %s', (text) => {
    expect(said(text)).toBe('ip-blocked');
  });
});
