import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

async function found(text: string) {
  return (await explain([text])).findings.map(({ cause, reply }) => [cause, reply?.text]);
}

describe('a reply that a person quotes', () => {
  it.each([
    ['shown error "550 Authentication require" as below -', '550 Authentication require'],
    ['it says `550 Authentication required` when the app sends', '550 Authentication required'],
    ['it says “550 Authentication required” and stops', '550 Authentication required'],
    ["the server's '550 Authentication required' came back", '550 Authentication required'],
    ["error: '550 Authentication isn't done, required'", "550 Authentication isn't done, required"],
  ])('ends with the quotation: %s', async (text, reply) => {
    expect(await found(text)).toEqual([['auth-required', reply]]);
  });

  it('keeps the quotations inside of it', async () => {
    expect(await found('550 5.1.1 User "bob" unknown')).toEqual([
      ['recipient-unknown', '550 5.1.1 User "bob" unknown'],
    ]);
  });
});

describe('a number that a program writes behind its name', () => {
  it.each([
    '2017-07-31T19:31:10.154432+00:00 relay postfix/smtp[537]: 4AB12C: Cannot start it',
    'Jul 31 19:31:10 relay postfix/smtp[537]: 4AB12C: Cannot start it',
    'postfix/smtp[550]: error: open database /etc/postfix/a.db',
  ])('is no reply: %s', async (text) => {
    expect((await explain([text])).findings.map(({ reply }) => reply?.code ?? null)).not.toContain(
      550,
    );
    expect((await found(text)).flat()).not.toContain('auth-needs-tls');
  });
});
