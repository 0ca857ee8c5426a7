import { describe, expect, it } from 'vitest';
import { learnSecrets } from '../../../../src/explain/secrets/learned-secrets.js';
import { explain } from '../../../../src/index.js';
import { expectNoSecret, plantPassword } from '../../../helpers/run-bin.js';

/** Lines of a paste in which a password has its name. */
const NAMED: readonly ((password: string) => string)[] = [
  (password) => `mail.smtp.password = ${password}`,
  (password) => `SMTP_PASS: ${password}`,
  (password) => `swaks --auth-user me --auth-password ${password} --server mail.example.com`,
  (password) => `密码：${password}`,
  (password) => `machine mail.example.com login me password ${password}`,
  (password) => `$mail->Password = "${password}";`,
  (password) => `<password>${password}</password>`,
  (password) => `  auth: { user: "me", pass: "${password}" },`,
  (password) => `SMTP_URI=smtps://me:${encodeURIComponent(password)}@mail.example.com:465`,
  (password) => `AUTH PLAIN ${Buffer.from(`\0me\0${password}`).toString('base64')}`,
];

describe('a password that a paste names', () => {
  it.each(NAMED)('is shown nowhere else in what is said of it: %s', async (named) => {
    const password = plantPassword();
    const reply = `535 5.7.8 bad ${password}`;
    const asked = `Error: getaddrinfo ENOTFOUND ${password}`;
    for (const lines of [
      [named(password), reply],
      [reply, named(password)],
      [named(password), asked],
      [named(password), `${asked}@mail.example.com`],
    ]) {
      const explanation = await explain(`${lines.join('\n')}\n`);
      expect(explanation.findings).toHaveLength(1);
      expectNoSecret({ stdout: JSON.stringify(explanation), stderr: '' }, password);
    }
  });

  it.each([
    'SMTP_URI=smtps://me:mail%20server%20access%20denied@mail.example.com:465',
    "auth: { user: 'me', pass: 'mail server access denied' }",
    'SMTP_PASS="mail server access denied"',
  ])('is hidden as a whole where it is a sentence of known words: %s', async (named) => {
    const { findings } = await explain(`${named}\n550 5.7.1 mail server access denied by us\n`);
    expect(findings[0]?.reply?.text).toBe('550 5.7.1 *** by us');
    // One of its words, or two, tell nothing.
    const other = await explain(`${named}\n550 5.7.1 the mail server says: access denied\n`);
    expect(other.findings[0]?.reply?.text).toBe('550 5.7.1 the mail server says: access denied');
  });

  it('is hidden where it is a plain word, and in no other word', async () => {
    const { findings } = await explain(
      'SMTP_PASS=bound\n550 5.7.1 bad bound, no inbound is known\n',
    );
    expect(findings[0]?.reply?.text).toBe('550 5.7.1 bad ***, no inbound is known');
  });

  it.each([
    'password: required',
    'password = null',
    'pass: true',
    'password: incorrect',
    'Password: Authentication failed',
    'SMTP_PASS=5.7.8',
    'SMTP_PASS=********',
  ])('is no word that replies have: %s', async (line) => {
    const reply = '535 5.7.8 wrong password for me@example.com, login required: null true';
    expect(learnSecrets(line)).toEqual([]);
    const { findings } = await explain(`${line}\n${reply}\n`);
    expect(findings[0]?.reply?.text).toBe(reply);
  });
});

describe('a name that DNS was asked for', () => {
  it('shows nothing of a login before it', async () => {
    const { findings } = await explain('getaddrinfo ENOTFOUND hunter2x@mail.example.com');
    expect(findings[0]?.title).toContain('***@mail.example.com');
    expect(JSON.stringify(findings)).not.toContain('hunter2x');
  });
});
