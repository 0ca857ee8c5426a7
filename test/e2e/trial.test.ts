import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import type { Script } from '../helpers/scripted-server.js';
import { envOf, folderWith, run, runJson, SENDER, startScript, USER, uriOf } from './support.js';

const REFUSAL = '553 5.7.1 Sender address rejected: not owned by user';
const tlsFirst = (replies: Script['replies']): Script => ({
  implicitTls: certificates.trusted,
  ...(replies ? { replies } : {}),
});
const TRUST = { NODE_EXTRA_CA_CERTS: certificates.authorityFile };
const WRITE = ['verify', '--write', '--timeout', '8'];

describe.concurrent('settings that are suggested', () => {
  it('are not called working where the server refused the sender in the trial', async () => {
    const password = plantPassword();
    const server = await startScript(tlsFirst({ MAIL: REFUSAL }));
    const { report, ...result } = await runJson(['verify', '--timeout', '8'], {
      env: envOf(server, { password }),
    });
    expect(report.failure).toMatchObject({
      cause: 'plain-on-tls-port',
      suggestion: { proof: 'tls', refused: { step: 'mail-from', reply: REFUSAL } },
    });
    expectNoSecret(result, password, USER);
    const words = await run(['verify', '--timeout', '8'], { env: envOf(server, { password }) });
    expect(words.stdout).toContain(`a trial then failed at: sender (${REFUSAL})`);
    expect(words.stdout).not.toMatch(/This works|accepts the login/);
  });

  it('say that the server refused the login in the trial', async () => {
    const password = plantPassword();
    const server = await startScript(tlsFirst({ AUTH: '535 5.7.8 No' }));
    const { report } = await runJson(['verify', '--timeout', '8', '--lang', 'zh-CN'], {
      env: envOf(server, { password }),
    });
    expect(report.failure?.suggestion).toMatchObject({
      proof: 'tls',
      refused: { step: 'auth', reply: '535 5.7.8 No' },
    });
  });

  it.each(['553 5.7.1 Sender address rejected: not owned by user', '550 5.1.0 No such sender'])(
    'are not written where the trial brought %s',
    async (refusal) => {
      const password = plantPassword();
      const server = await startScript(tlsFirst({ MAIL: refusal }));
      const text = `SMTP_URI=${uriOf(server, { password })}\nSMTP_SENDER=${SENDER}\n`;
      const cwd = await folderWith({ '.env': text });
      const { report, ...result } = await runJson(WRITE, { cwd, env: TRUST });
      expectNoSecret(result, password, USER);
      expect(readFileSync(join(cwd, '.env'), 'utf8')).toBe(text);
      expect(report.saved).toEqual([
        { file: null, variables: ['SMTP_URI'], backup: null, problem: 'refused-in-trial' },
      ]);
      expect(result.stderr).toContain('did not accept all of it');
    },
  );

  it('have the login as sender where the server takes no other, and then work', async () => {
    const password = plantPassword();
    const server = await startScript(
      tlsFirst({ MAIL: (line) => (line.includes(`<${USER}>`) ? '250 Ok' : REFUSAL) }),
    );
    const text = `SMTP_URI=${uriOf(server, { password })}\nSMTP_SENDER=${SENDER}\n`;
    const cwd = await folderWith({ '.env': text });
    const { report } = await runJson(WRITE, { cwd, env: TRUST });
    expect(report.failure?.suggestion).toMatchObject({
      sender: USER,
      proof: 'auth',
      refused: null,
    });
    const again = await run(['verify'], { cwd, env: TRUST });
    expect(again.code).toBe(0);
  });

  it('stand in the file once they are written: nobody is told to write them, nor twice to restart', async () => {
    const password = plantPassword();
    const server = await startScript(tlsFirst({}));
    const cwd = await folderWith({
      'docker-compose.env': `SMTP_URI=${uriOf(server, { password })}\nSMTP_SENDER=${SENDER}\n`,
    });
    const { stdout, stderr } = await run(WRITE, { cwd, env: TRUST });
    expect(stdout).toContain('It is in docker-compose.env now:');
    expect(stdout).not.toContain('What to do');
    expect(stdout).not.toMatch(/Write it into/);
    expect((stdout + stderr).match(/docker compose up -d/g)).toHaveLength(1);
  });

  it('are found where only the settings name the authority, as the check itself believes it', async () => {
    const password = plantPassword();
    const server = await startScript(tlsFirst({}));
    const cwd = await folderWith({
      'docker-compose.env': `SMTP_URI=${uriOf(server, { password })}\nSMTP_SENDER=${SENDER}\nNODE_EXTRA_CA_CERTS=${certificates.authorityFile}\n`,
    });
    const { report, ...result } = await runJson(WRITE, { cwd });
    expectNoSecret(result, password, USER);
    expect(report.failure?.suggestion).toMatchObject({ proof: 'auth', refused: null });
    expect(report.saved).toMatchObject([{ variables: ['SMTP_URI'], problem: null }]);
    expect(report.warnings.map(({ code }) => code)).not.toContain('trust-differs');
    const again = await run(['verify'], { cwd });
    expect(again.code).toBe(0);
  });

  it('come with the warning of the next check: the server does not know the authority of this shell', async () => {
    const password = plantPassword();
    const server = await startScript(tlsFirst({}));
    const line = `SMTP_URI=${uriOf(server, { password })}`;
    const cwd = await folderWith({ 'docker-compose.env': `${line}\nSMTP_SENDER=${SENDER}\n` });
    const trustOf = ({ report }: Awaited<ReturnType<typeof runJson>>) =>
      report.warnings.find(({ code }) => code === 'trust-differs')?.message;
    const first = await runJson(WRITE, { cwd, env: TRUST });
    expect(first.report.failure?.suggestion).toMatchObject({ proof: 'auth' });
    expect(trustOf(first)).toContain('Tailchat will refuse the certificate');
    const again = await runJson(['verify'], { cwd, env: TRUST });
    expect(again.report).toMatchObject({ ok: true });
    expect(trustOf(again)).toBe(trustOf(first));
    // With this option, the server asks nobody about the certificate.
    const off = await folderWith({
      'docker-compose.env': `${line}?tls.rejectUnauthorized=false\nSMTP_SENDER=${SENDER}\n`,
    });
    expect(trustOf(await runJson(WRITE, { cwd: off, env: TRUST }))).toBeUndefined();
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['the environment', {}, /Write it where the environment of this command comes from/],
    ['a pod', { KUBERNETES_SERVICE_HOST: '10.0.0.1' }, /Secret, ConfigMap or manifest/],
  ])('belong where a value from %s came from', async (_name, env, words) => {
    const password = plantPassword();
    const server = await startScript(tlsFirst({}));
    const { stdout } = await run(['verify', '--timeout', '8'], {
      env: { ...envOf(server, { password }), ...env },
    });
    expect(stdout).toMatch(words);
    expect(stdout).not.toContain('docker-compose.env');
    if (env.KUBERNETES_SERVICE_HOST) expect(stdout).toContain('kubectl rollout restart');
  });
});

describe.concurrent('a sender that the server refuses', () => {
  it('is not to be replaced by the login where the server refuses that, too', async () => {
    const password = plantPassword();
    const server = await startScript(tlsFirst({ MAIL: REFUSAL }));
    const { report } = await runJson(['verify'], {
      env: envOf(server, { password, scheme: 'smtps' }),
    });
    expect(report.failure).toMatchObject({ cause: 'sender-mismatch', suggestion: null });
    expect(report.failure?.nextSteps.join('\n')).not.toContain(`SMTP_SENDER=${USER}`);
  });

  it('is the login itself: nobody is told to write what already stands there', async () => {
    const password = plantPassword();
    const server = await startScript(tlsFirst({ MAIL: REFUSAL }));
    const env = { ...envOf(server, { password, scheme: 'smtps' }), SMTP_SENDER: USER };
    const { report } = await runJson(['verify'], { env });
    expect(report.failure).toMatchObject({ suggestion: null });
    expect(report.failure?.title).not.toContain(`${USER} may not send as ${USER}`);
    expect(report.failure?.nextSteps.join('\n')).not.toContain(`SMTP_SENDER=${USER}`);
  });

  const inCapitals = USER.replace(/^./, (letter) => letter.toUpperCase());
  it.each([
    ['as the login is written', (line: string) => line.includes(`<${USER}>`), true],
    ['in no spelling', () => false, false],
  ])('is the login in other capitals, and taken %s', async (_name, isTaken, isCured) => {
    const password = plantPassword();
    const server = await startScript(
      tlsFirst({ MAIL: (line) => (isTaken(line) ? '250 Ok' : REFUSAL) }),
    );
    const env = { ...envOf(server, { password, scheme: 'smtps' }), SMTP_SENDER: inCapitals };
    const { report, ...result } = await runJson(['verify'], { env });
    expectNoSecret(result, password, USER);
    const { title = '', explanation, nextSteps = [], suggestion } = report.failure ?? {};
    expect(title).toContain(`${USER} may not send as ${inCapitals}`);
    expect(explanation).toContain('capital letters alone');
    expect(explanation?.includes(`refused ${USER} as the sender, too`)).toBe(!isCured);
    expect(suggestion?.sender).toBe(isCured ? USER : undefined);
    expect(nextSteps.includes(`Write SMTP_SENDER=${USER}`)).toBe(isCured);
    expect(nextSteps.join()).not.toMatch(/own account|alias/);
    const chinese = await run(['verify', '--lang', 'zh-CN'], { env });
    expect(chinese.stdout).toContain('只有大小写不同');
  });
});

describe.concurrent('a mail to the sandbox', () => {
  it.each([
    ['en', 'The sandbox accepted the mail'],
    ['zh-CN', '沙盒'],
  ])('is looked for in no inbox (%s)', async (lang, words) => {
    const { stdout, code } = await run(['test', '--sandbox', '--to', USER, '--lang', lang]);
    expect(code).toBe(0);
    expect(stdout).toContain(words);
    expect(stdout).not.toMatch(/inbox|spam folder|收件箱|docker compose/);
    const { report } = await runJson(['test', '--sandbox', '--to', USER, '--lang', lang]);
    const [warning] = report.warnings;
    expect(warning?.code).toBe('accepted-not-delivered');
    expect(warning?.message).not.toMatch(/in the mailbox|spam folder|垃圾邮件/);
  });
});

describe.concurrent('to check again', () => {
  it('repeats the options that were given, quoted for a shell, and never the URI', async () => {
    const password = plantPassword();
    const server = await startScript({ greeting: '421 4.3.2 Busy' });
    const cwd = await folderWith({ "it's.env": `SMTP_URI=${uriOf(server, { password })}\n` });
    const options = ['--env-file', "it's.env", '--env-format', 'dotenv', '--sender', 'a@x.org'];
    const { stdout } = await run(['verify', ...options, '--strict', '--no-suggest'], { cwd });
    expect(stdout).toContain(
      "  tailchat smtp verify --sender a@x.org --settings 'it'\\''s.env' --env-format dotenv --strict\n",
    );
    const uri = uriOf(server, { password });
    const flag = await run([
      'test',
      '--to',
      USER,
      '--uri',
      uri,
      '--sender',
      SENDER,
      '--no-suggest',
    ]);
    expect(flag.stdout).toContain(`  tailchat smtp test --to ${USER} --uri - --sender ${SENDER}\n`);
    expectNoSecret(flag, password, USER);
  });
});
