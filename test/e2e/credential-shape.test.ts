import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import type { Script } from '../helpers/scripted-server.js';
import { closeAtEnd, type JsonRun, run, runJson, startScript, uriOf } from './support.js';

const USER = 'zwiebel@gmail.com';
const GMAIL = { scheme: 'smtps', host: 'smtp.gmail.com', user: USER } as const;
const OUTLOOK = {
  ...({ scheme: 'smtp', host: 'smtp-mail.outlook.com' } as const),
  user: 'zwiebel@hotmail.com',
};
const PORT = { port: 465 };

const SHAPE = /16 letters|16 个字母/;
const GOOGLES_PAGE = 'https://support.google.com/accounts/answer/185833';

/** An app password of Google's that nobody else has. */
function plantAppPassword(): string {
  return Array.from(randomBytes(16), (octet) => String.fromCharCode(97 + (octet % 26))).join('');
}

const inGroups = (password: string) => password.match(/.{4}/g)?.join(' ') ?? '';

/** The variables for a server that is never reached, and a DNS server that is never asked. */
async function settings(uri: string) {
  const dns = await startDnsServer({ 'smtp.gmail.com': { a: ['127.0.0.1'] } });
  closeAtEnd(() => dns.close());
  const env = { SMTP_URI: uri, SMTP_SENDER: USER, TEST_DNS_SERVER: dns.address };
  return { dns, options: { env, preload: [DNS_PRELOAD] } };
}

/** Greets and refuses as Gmail does. */
const REFUSAL: Script = {
  greeting: '220 smtp.gmail.com ESMTP x62sm16538695wmf.13 - gsmtp',
  replies: {
    AUTH: [
      '535-5.7.8 Username and Password not accepted. For more information, go to',
      '535 5.7.8  https://support.google.com/mail/?p=BadCredentials x62sm16538695wmf.13 - gsmtp',
    ].join('\r\n'),
  },
};

function warningOf({ report }: JsonRun): string | undefined {
  return report.warnings.find(({ code }) => code === 'credentials-unlikely')?.message;
}

describe.concurrent('a password of another shape, offline', () => {
  const VERIFY = ['verify', '--offline'];

  it('is warned of where no password works', async () => {
    const password = plantPassword();
    const uri = uriOf({ port: 587 }, { ...OUTLOOK, password });
    const result = await runJson(VERIFY, { env: { SMTP_URI: uri, SMTP_SENDER: OUTLOOK.user } });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(warningOf(result)).toMatch(/^At Outlook\.com no password works .* another provider/);
    expectNoSecret(result, password);
  });

  it('is warned of in the report, and the check passes', async () => {
    const password = plantPassword();
    const { dns, options } = await settings(uriOf(PORT, { ...GMAIL, password }));
    const result = await runJson(VERIFY, options);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report).toMatchObject({ ok: true, failure: null });
    expect(result.report.settings).toMatchObject({ provider: 'gmail' });
    expect(warningOf(result)).toMatch(SHAPE);
    expect(warningOf(result)).toContain('App password');
    expect(warningOf(result)).toContain(`${password.length} characters`);
    expect(dns.queries).toEqual([]);
    expectNoSecret(result, password, USER);
  });

  it.each([
    ['en_US.UTF-8', 'Warning: '],
    ['zh_CN.UTF-8', '警告：'],
  ])('is warned of in words, in %s', async (locale, word) => {
    const password = plantPassword();
    const { options } = await settings(uriOf(PORT, { ...GMAIL, password }));
    const result = await run(VERIFY, { ...options, env: { ...options.env, LC_ALL: locale } });
    expect(result.code).toBe(0);
    const lines = result.stdout.split('\n').filter((line) => line.includes('credentials-unlikely'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(word);
    expect(lines[0]).toMatch(SHAPE);
    expectNoSecret(result, password, USER);
  });

  it('fails with --strict, which says why', async () => {
    const password = plantPassword();
    const { options } = await settings(uriOf(PORT, { ...GMAIL, password }));
    const result = await runJson([...VERIFY, '--strict'], options);
    expect(result.code).toBe(78);
    expect(result.report.ok).toBe(false);
    expect(result.report.failure?.cause).toBe('strict-warnings');
    expect(result.report.failure?.title).toContain('credentials-unlikely');
    expect(warningOf(result)).toMatch(SHAPE);
    expectNoSecret(result, password, USER);
    const people = await run([...VERIFY, '--strict'], options);
    expect(people.code).toBe(78);
    expect(people.stdout).toMatch(SHAPE);
    expectNoSecret(people, password, USER);
  });

  it.each([
    ['as Google shows it', inGroups],
    ['without the spaces', (password: string) => password],
    ['in capitals', (password: string) => password.toUpperCase()],
  ])('is not found in an app password %s', async (_name, written) => {
    const password = written(plantAppPassword());
    const { options } = await settings(uriOf(PORT, { ...GMAIL, password }));
    const result = await runJson([...VERIFY, '--strict'], options);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.warnings).toEqual([]);
    expectNoSecret(result, password, USER);
    const people = await run(VERIFY, options);
    expect(people.stdout).not.toContain('credentials-unlikely');
    expectNoSecret(people, password, USER);
  });

  it('is nothing that a host nobody knows could be blamed for', async () => {
    const password = plantPassword();
    const host = 'smtp.gmail.com.evil.example';
    const { options } = await settings(uriOf(PORT, { ...GMAIL, host, password }));
    const result = await runJson(VERIFY, options);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.settings).toMatchObject({ provider: null });
    expect(warningOf(result)).toBeUndefined();
    expectNoSecret(result, password, USER);
  });

  it.each([
    ['a space before it', (password: string) => ` ${password}`],
    ['a line feed after it', (password: string) => `${password}\n`],
    ['a no-break space after it', (password: string) => `${password}\u00a0`],
  ])('is white space at any host: %s', async (_name, written) => {
    const password = plantPassword();
    const login = { ...GMAIL, host: 'mail.kraut.example', password: written(password) };
    const { options } = await settings(uriOf(PORT, login));
    const result = await runJson(VERIFY, options);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(warningOf(result)).toMatch(/^The password begins or ends with a space/);
    expectNoSecret(result, password, USER);
    expectNoSecret(result, written(password), USER);
  });

  it('may be that of another key, and the user one that is the same for all', async () => {
    const password = randomBytes(30).toString('base64');
    const ses = { ...GMAIL, host: 'email-smtp.eu-west-1.amazonaws.com', password };
    const { options } = await settings(uriOf(PORT, { ...ses, user: 'AKIAQWERTZUIOPASDFGH' }));
    const result = await runJson(VERIFY, options);
    expect(warningOf(result)).toContain('secret access key');
    expectNoSecret(result, password, 'AKIAQWERTZUIOPASDFGH');

    const sendgrid = { ...GMAIL, host: 'smtp.sendgrid.net', password };
    const other = await runJson(VERIFY, (await settings(uriOf(PORT, sendgrid))).options);
    expect(warningOf(other)).toContain('apikey');
    expectNoSecret(other, password, USER);
  });
});

describe.concurrent('a login that Gmail refuses', () => {
  it('is explained with the shape, known by the greeting alone', async () => {
    const password = plantPassword();
    const server = await startScript(REFUSAL);
    const { options } = await settings(uriOf(server, { user: USER, password }));
    const result = await runJson(['verify'], options);
    expect(result).toMatchObject({ code: 77, stderr: '' });
    expect(warningOf(result)).toBeUndefined();
    const { cause, step, explanation, nextSteps = [] } = result.report.failure ?? {};
    expect({ cause, step }).toEqual({ cause: 'app-password-required', step: 'auth' });
    expect(explanation).toMatch(SHAPE);
    expect(explanation).toContain('Gmail');
    expect(nextSteps.some((each) => each.includes('App password'))).toBe(true);
    expect(nextSteps.at(-1)).toContain(GOOGLES_PAGE);
    expectNoSecret(result, password, USER);

    const people = await run(['verify', '-v'], options);
    expect(people.code).toBe(77);
    for (const words of ['16 letters', 'App password', GOOGLES_PAGE]) {
      expect(people.stdout.replace(/\s+/g, ' ')).toContain(words);
    }
    expect(people.stderr).toContain('gsmtp');
    expectNoSecret(people, password, USER);
  });

  it('is warned of before, where the host is known, and in Chinese too', async () => {
    const password = plantPassword();
    const server = await startScript(REFUSAL);
    const { dns, options } = await settings(
      uriOf(server, { ...GMAIL, scheme: 'smtp', password, query: 'ignoreTLS=true' }),
    );
    const env = { ...options.env, LC_ALL: 'zh_CN.UTF-8' };
    const result = await runJson(['verify'], { ...options, env });
    expect(result).toMatchObject({ code: 77, stderr: '' });
    expect(dns.queries).toContain('smtp.gmail.com A');
    expect(result.report.settings).toMatchObject({ provider: 'gmail' });
    expect(warningOf(result)).toMatch(SHAPE);
    const { cause, explanation, nextSteps = [] } = result.report.failure ?? {};
    expect(cause).toBe('app-password-required');
    expect(explanation).toMatch(SHAPE);
    expect(nextSteps.join('\n')).toContain('应用专用密码');
    expect(nextSteps.at(-1)).toContain(GOOGLES_PAGE);
    expectNoSecret(result, password, USER);
  });

  it('blames no shape where the password has the right one', async () => {
    const password = inGroups(plantAppPassword());
    const server = await startScript(REFUSAL);
    const { options } = await settings(uriOf(server, { user: USER, password }));
    const result = await runJson(['verify'], options);
    expect(result).toMatchObject({ code: 77, stderr: '' });
    const { explanation, nextSteps = [] } = result.report.failure ?? {};
    expect(explanation).not.toMatch(SHAPE);
    // Nobody knows that it is the password of the website.
    expect(explanation).toMatch(/^The password in SMTP_URI has the form of one\./);
    expect(nextSteps.at(-1)).toContain(GOOGLES_PAGE);
    expectNoSecret(result, password, USER);
    const people = await run(['verify', '-v'], options);
    expectNoSecret(people, password, USER);
  });

  it('tells nothing of a password that the refusal repeats', async () => {
    const password = plantPassword();
    const repeated = `535 5.7.8 Username and Password not accepted: ${password} - gsmtp`;
    const server = await startScript({ ...REFUSAL, replies: { AUTH: repeated } });
    const { options } = await settings(uriOf(server, { user: USER, password }));
    const result = await runJson(['verify'], options);
    expect(result.report.failure).toMatchObject({ cause: 'app-password-required' });
    expect(result.report.failure?.reply?.text).toContain('***');
    expect(result.report.failure?.explanation).toMatch(SHAPE);
    expectNoSecret(result, password, USER);
  });
});
