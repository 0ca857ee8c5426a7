import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import type { Script } from '../helpers/scripted-server.js';
import { type CauseCase, expectCause } from './cause-case.js';
import { envOf, run, runJson, startScript, startSmtp, USER } from './support.js';

/** Answers AUTH with this, whatever the mechanism. */
function login(reply: string): Script {
  return { replies: { AUTH: reply } };
}

/** Offers these mechanisms, and nothing else. */
function offer(mechanisms: string): Script {
  return { replies: { EHLO: `250-scripted.example\r\n250 AUTH ${mechanisms}` } };
}

/** The same, and whatever is tried all the same is unknown there. */
function refusing({ replies }: Script): Script {
  return { replies: { ...replies, AUTH: '504 5.5.4 Unrecognized authentication type' } };
}

const AUTH = { step: 'auth', exitCode: 77 } as const;

const CASES: CauseCase[] = [
  {
    name: '535 5.7.8',
    script: login('535 5.7.8 Authentication credentials invalid'),
    cause: 'auth-failed',
    ...AUTH,
  },
  {
    name: '535 without more',
    script: login('535 No'),
    cause: 'auth-failed',
    ...AUTH,
  },
  {
    // RFC 4954 section 6: with this code, the mechanism is too weak.
    name: '534 5.7.9',
    script: login('534 5.7.9 Authentication mechanism is too weak'),
    cause: 'auth-mechanism-unsupported',
    ...AUTH,
  },
  {
    name: '538',
    script: login('538 5.7.11 Encryption required for requested authentication mechanism'),
    cause: 'auth-needs-tls',
    ...AUTH,
  },
  {
    name: '504',
    script: login('504 5.5.4 Unrecognized authentication type'),
    cause: 'auth-mechanism-unsupported',
    ...AUTH,
  },
  {
    name: 'XOAUTH2 only',
    script: offer('XOAUTH2'),
    cause: 'oauth-required',
    never: /^AUTH/,
    ...AUTH,
  },
  {
    name: 'XOAUTH2 and OAUTHBEARER only',
    script: offer('XOAUTH2 OAUTHBEARER'),
    cause: 'oauth-required',
    never: /^AUTH/,
    ...AUTH,
  },
  {
    name: 'GSSAPI and NTLM only',
    // Tailchat's server tries PLAIN all the same.
    script: refusing(offer('GSSAPI NTLM')),
    cause: 'auth-mechanism-unsupported',
    never: /^AUTH (?!PLAIN )/,
    ...AUTH,
  },
  {
    name: '454 4.7.0 at the login',
    script: login('454 4.7.0 Temporary authentication failure'),
    cause: 'server-error',
    step: 'auth',
    exitCode: 75,
    retryable: true,
  },
  {
    name: '421 at the login',
    script: login('421 4.7.0 Too many errors'),
    cause: 'server-busy',
    step: 'auth',
    exitCode: 75,
    retryable: true,
  },
  {
    name: '530 at the login, STARTTLS offered and not used',
    script: { ...login('530 5.7.0 Must issue STARTTLS'), tls: certificates.trusted },
    uri: { query: 'ignoreTLS=true' },
    cause: 'starttls-required',
    step: 'auth',
    exitCode: 76,
  },
  {
    name: 'a hang-up at the login',
    script: { replies: { AUTH: 'close' } },
    cause: 'connection-closed',
    step: 'auth',
    exitCode: 69,
    retryable: true,
  },
  {
    name: 'silence at the login',
    script: { replies: { AUTH: 'silence' } },
    args: ['--timeout', '1'],
    cause: 'timeout',
    step: 'auth',
    exitCode: 69,
    retryable: true,
  },
  {
    name: 'garbage at the login',
    script: login('what?'),
    cause: 'protocol-error',
    step: 'auth',
    exitCode: 76,
  },
  {
    name: 'a hang-up after the user name',
    script: { replies: { ...offer('LOGIN').replies, '*AUTH': 'close' } },
    cause: 'connection-closed',
    step: 'auth',
    exitCode: 69,
    retryable: true,
  },
  {
    name: '535 after the password, with AUTH LOGIN',
    script: {
      replies: {
        ...offer('LOGIN').replies,
        '*AUTH': (line) => (line === base64(USER) ? '334 UGFzc3dvcmQ6' : '535 5.7.8 No'),
      },
    },
    cause: 'auth-failed',
    ...AUTH,
  },
  {
    name: '530 to MAIL without a login',
    anonymous: true,
    script: { replies: { MAIL: '530 5.7.0 Authentication required' } },
    cause: 'auth-required',
    step: 'mail-from',
    exitCode: 77,
  },
];

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

describe.concurrent('causes of the login', () => {
  it.each(CASES)('$name → $cause', async (test) => {
    await expectCause(test);
  });

  it.each([
    ['XOAUTH2', 'oauth-required', true],
    ['GSSAPI XOAUTH2', 'auth-mechanism-unsupported', true],
    ['GSSAPI NTLM', 'auth-mechanism-unsupported', false],
    ['OAUTHBEARER', 'oauth-required', false],
  ] as const)('tells what Tailchat does of %s alone', async (mechanisms, cause, isFatal) => {
    const script = refusing(offer(mechanisms));
    // Of what it knows none of, the server tries PLAIN all the same.
    const never = isFatal ? /^AUTH/ : /^AUTH (?!PLAIN )/;
    const test = { name: '', script, never, cause, ...AUTH };
    const { report } = await expectCause(test);
    const isSaid = report.failure?.explanation.includes("it crashes Tailchat's server");
    expect(isSaid).toBe(isFatal);
  });

  it.each([
    ['plain', (password: string) => password],
    ['percent-encoded', (password: string) => encodeURIComponent(password)],
    ['in base64', (password: string) => base64(`\0${USER}\0${password}`)],
  ])('masks the password that a reply repeats (%s)', async (_name, form) => {
    const script = (password: string) => login(`535 5.7.8 Wrong: "${form(password)}" is no good`);
    const test = { name: '', script, cause: 'auth-failed', ...AUTH } as const;
    const { report } = await expectCause(test);
    expect(report.failure?.reply?.text).toBe('535 5.7.8 Wrong: "***" is no good');

    const password = plantPassword();
    const server = await startScript(script(password));
    const result = await run(['verify', '-v'], { env: envOf(server, { password }) });
    expect(result.code).toBe(77);
    expect(result.stdout).toContain('"***" is no good');
    expect(result.stderr).toContain('"***" is no good');
    expectNoSecret(result, password, USER);
  });

  it('masks the password that the greeting, EHLO and the last reply repeat', async () => {
    const password = plantPassword();
    const server = await startScript({
      greeting: `220 ${password} ESMTP`,
      replies: {
        EHLO: `250-${encodeURIComponent(password)}\r\n250-XPASS ${password}\r\n250 AUTH PLAIN`,
        MAIL: `250 ${base64(password)}`,
        RCPT: `250 ${password}`,
        '.': `250 queued for ${password}`,
      },
    });
    const env = envOf(server, { password });
    const test = ['test', '--to', 'you@example.com'];
    const report = await runJson(test, { env });
    expect(report).toMatchObject({ code: 0, stderr: '' });
    expect(report.report.message?.reply).toBe('250 queued for ***');
    expectNoSecret(report, password, USER);
    const people = await run([...test, '-v'], { env });
    expect(people.code).toBe(0);
    expect(people.stdout).toContain('queued for ***');
    expect(people.stderr).toContain('220 *** ESMTP');
    expectNoSecret(people, password, USER);
  });

  it('warns of a login that was not offered, and ticks none', async () => {
    const password = plantPassword();
    const server = await startScript({ replies: { EHLO: '250 scripted.example' } });
    const result = await runJson(['verify'], { env: envOf(server, { password }) });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const login = result.report.steps.find(({ name }) => name === 'auth');
    expect(login?.status).toBe('skipped');
    expect(result.report.warnings.map(({ code }) => code)).toContain('credentials-untested');
    expect(server.commands.join('\n')).not.toMatch(/^AUTH/m);
    expectNoSecret(result, password, USER);
  });

  it.each(['PLAIN', 'LOGIN', 'CRAM-MD5'])('logs in once, with %s', async (mechanism) => {
    const password = plantPassword();
    const server = await startSmtp({ authMethods: [mechanism], users: { [USER]: password } });
    const env = envOf(server, { scheme: 'smtps', password });
    const result = await runJson(['verify'], { env });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(server.logins).toEqual([{ method: mechanism, user: USER, ok: true }]);
    const login = result.report.steps.find(({ name }) => name === 'auth');
    expect(login).toMatchObject({ status: 'ok', mechanism });
    expectNoSecret(result, password, USER);
  });
});
