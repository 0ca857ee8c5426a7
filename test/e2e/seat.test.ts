// What Tailchat's server does otherwise than a client of today: each row was seen on the server itself.
import { createSecureContext } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import type { ScriptedReply } from '../helpers/scripted-server.js';
import {
  envOf,
  folderWith,
  RECIPIENT,
  run,
  runJson,
  SENDER,
  startScript,
  USER,
  uriOf,
} from './support.js';

const CA = { NODE_EXTRA_CA_CERTS: certificates.authorityFile };
const codesOf = (report: { warnings: { code: string }[] }) =>
  report.warnings.map(({ code }) => code);

function later(reply: string, ms: number): ScriptedReply {
  return {
    act: (socket) => {
      setTimeout(() => {
        if (!socket.destroyed) socket.write(`${reply}\r\n`);
      }, ms);
    },
  };
}

describe.concurrent('a server that picks its certificate by the name it is told', () => {
  const picky = () => ({
    ...certificates.wrongName,
    SNICallback: (
      name: string,
      callback: (error: null, context?: ReturnType<typeof createSecureContext>) => void,
    ) =>
      callback(null, name === 'localhost' ? createSecureContext(certificates.trusted) : undefined),
  });

  it('is told none after STARTTLS, and the option that tells it is proven as the cure', async () => {
    const password = plantPassword();
    const server = await startScript({ tls: picky() });
    const env = { ...envOf(server, { host: 'localhost', password, query: 'pool=true' }) };
    const { report, ...result } = await runJson(['verify'], { env });
    expect(report.failure).toMatchObject({ cause: 'certificate-hostname', step: 'starttls' });
    const { suggestion } = report.failure ?? {};
    expect(suggestion?.uri).toMatch(/\/\?tls\.servername=localhost$/);
    expect(suggestion?.changes).toEqual(['tls.servername=localhost', 'pool=true removed']);
    expect(suggestion?.proof).toBe('auth');
    expectNoSecret(result, password, USER);
  });

  it('is told it where the option stands, and where TLS comes first', async () => {
    const byOption = await startScript({ tls: picky() });
    const query = 'tls.servername=localhost';
    const first = await runJson(['verify'], { env: envOf(byOption, { host: 'localhost', query }) });
    expect(first.report.ok).toBe(true);
    const tlsFirst = await startScript({ implicitTls: picky() });
    const env = envOf(tlsFirst, { scheme: 'smtps', host: 'localhost' });
    expect((await runJson(['verify'], { env })).report.ok).toBe(true);
  });
});

describe.concurrent('without SMTP_SENDER', () => {
  const env = (server: { port: number }) => ({ SMTP_URI: uriOf(server), ...CA });

  it('a server that takes no empty sender is told', async () => {
    const server = await startScript({ replies: { MAIL: '501 5.1.7 Bad sender address' } });
    const { report, code } = await runJson(['verify'], { env: env(server) });
    expect(code).toBe(78);
    expect(report.failure).toMatchObject({ cause: 'sender-missing', step: 'mail-from' });
    // The file with the URI was found.
    expect(report.failure?.nextSteps.join()).not.toContain('--settings');
    expect(server.commands).toContain('MAIL FROM:<>');
    const chinese = await run(['verify', '--lang', 'zh-CN'], { env: env(server) });
    expect(chinese.stdout).toContain('[sender-missing]');
  });

  it('one that takes it passes, with a warning', async () => {
    const { report } = await runJson(['verify'], { env: env(await startScript()) });
    expect(report.ok).toBe(true);
    expect(codesOf(report)).toEqual(['sender-untested']);
  });

  it('one that wants a login first has said something else', async () => {
    const server = await startScript({ replies: { MAIL: '530 5.7.0 Authentication required' } });
    const { report } = await runJson(['verify'], { env: env(server) });
    expect(report.failure?.cause).toBe('auth-required');
  });
});

describe.concurrent('whom the server believes', () => {
  const lines = (uri: string, ...more: string[]) =>
    [`SMTP_URI=${uri}`, `SMTP_SENDER=${SENDER}`, ...more, ''].join('\n');

  it('an authority of the shell is not the server’s', async () => {
    const server = await startScript({ implicitTls: certificates.trusted });
    const cwd = await folderWith({
      'docker-compose.env': lines(uriOf(server, { scheme: 'smtps' })),
    });
    const { report } = await runJson(['verify'], { cwd, env: CA });
    expect(report.ok).toBe(true);
    expect(codesOf(report)).toContain('trust-differs');
  });

  it('an authority beside SMTP_URI is, where its file can be read', async () => {
    const server = await startScript({ implicitTls: certificates.trusted });
    const uri = uriOf(server, { scheme: 'smtps' });
    const text = lines(uri, `NODE_EXTRA_CA_CERTS=${certificates.authorityFile}`);
    const cwd = await folderWith({ '.env': text });
    const { report } = await runJson(['verify'], { cwd });
    expect(report.ok).toBe(true);
    expect(codesOf(report)).not.toContain('trust-differs');

    const elsewhere = await folderWith({ '.env': lines(uri, 'NODE_EXTRA_CA_CERTS=/certs/ca.pem') });
    const other = await runJson(['verify'], { cwd: elsewhere });
    expect(other.report.failure?.cause).toBe('certificate-untrusted');
    expect(codesOf(other.report)).toContain('trust-differs');
  });

  it('nobody is looked at where the file says so', async () => {
    const server = await startScript({ implicitTls: certificates.selfSigned });
    const uri = uriOf(server, { scheme: 'smtps' });
    const cwd = await folderWith({ '.env': lines(uri, 'NODE_TLS_REJECT_UNAUTHORIZED=0') });
    const { report } = await runJson(['verify'], { cwd });
    expect(report.ok).toBe(true);
    const warning = report.warnings.find(({ code }) => code === 'tls-verification-off');
    expect(warning?.message).toContain('NODE_TLS_REJECT_UNAUTHORIZED=0 in .env:3');
  });
});

describe.concurrent('time', () => {
  it('that a mail takes beyond what Tailchat waits is told', async () => {
    const server = await startScript({ greeting: later('220 late.example', 8200) });
    const args = ['test', '--to', RECIPIENT];
    const { report } = await runJson(args, { env: envOf(server), timeoutMs: 40_000 });
    expect(report.ok).toBe(true);
    expect(codesOf(report)).toContain('slow-reply');
  });

  it('that the URI allows is kept, in milliseconds', async () => {
    const server = await startScript({ greeting: later('220 late.example', 2000) });
    const env = envOf(server, { query: 'greetingTimeout=300' });
    const { report } = await runJson(['verify', '--no-suggest'], { env });
    expect(report.failure).toMatchObject({ cause: 'server-silent', step: 'greeting' });
    expect(codesOf(report)).toEqual(['option-unchecked']);
  });
});

it('a container has no name of its own to say', async () => {
  const server = await startScript();
  const text = `SMTP_URI=${uriOf(server)}\nSMTP_SENDER=${SENDER}\n`;
  const cwd = await folderWith({ 'docker-compose.env': text });
  await runJson(['verify'], { cwd });
  expect(server.commands[0]).toBe('EHLO [127.0.0.1]');
});

it('an empty line in a reply is what the old nodemailer stumbles over', async () => {
  const replies = { EHLO: '\r\n250-scripted.example\r\n250 AUTH PLAIN LOGIN' };
  const env = envOf(await startScript({ replies }));
  const { report, code } = await runJson(['verify'], { env });
  expect(code).toBe(76);
  expect(report.failure).toMatchObject({ cause: 'protocol-error', step: 'ehlo' });
  const { stdout } = await run(['verify', '--lang', 'zh-CN'], { env });
  expect(stdout).toContain('空行');
});

it('an empty line behind a mail that is on its way is warned of', async () => {
  const replies = { RCPT: '250 ok\r\n\r\n' };
  const env = envOf(await startScript({ replies }));
  const { report } = await runJson(['test', '--to', 'you@example.com'], { env });
  expect(codesOf(report)).toContain('server-differs');
});
