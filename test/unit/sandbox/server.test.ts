import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { describeMail } from '../../../src/mail/describe-mail.js';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.js';

const mail = {
  from: '"Tailchät" <tailchat@sandbox.example>',
  to: 'you@example.com',
  subject: 'Ein Prüfling ✓',
  text: 'Hello\n.\nwith a dot',
  html: '<p>Hello</p>',
};

let sandbox: Sandbox | undefined;
const closers: (() => void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) close();
  await sandbox?.close();
});

/** A transport as a client of the sandbox has it; the password may be another one. */
function transportTo({ uri, ca }: Sandbox, password?: string) {
  const url = new URL(uri);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port),
    secure: true,
    auth: {
      user: decodeURIComponent(url.username),
      pass: password ?? decodeURIComponent(url.password),
    },
    tls: { ca },
  });
  closers.push(() => transport.close());
  return transport;
}

describe('startSandbox', () => {
  it('takes a mail from a client that trusts its certificate', async () => {
    sandbox = await startSandbox();
    expect(sandbox.uri).toMatch(/^smtps:\/\/you%40sandbox\.example:[\w-]+@127\.0\.0\.1:\d+\/$/);
    const sent = await transportTo(sandbox).sendMail(mail);
    expect(sent.accepted).toEqual(['you@example.com']);
    expect(sent.response).toBe('250 2.0.0 Ok: kept in the sandbox as mail 1');
    expect(sandbox.messages).toHaveLength(1);
    const [received] = sandbox.messages;
    expect(received).toMatchObject({ from: 'tailchat@sandbox.example', to: ['you@example.com'] });
    const { headers, text, html } = await describeMail(received?.raw ?? Buffer.alloc(0));
    expect(headers.map(([name]) => name)).toEqual(['From', 'To', 'Subject', 'Date', 'Message-ID']);
    expect(headers).toContainEqual(['From', 'Tailchät <tailchat@sandbox.example>']);
    expect(headers).toContainEqual(['Subject', 'Ein Prüfling ✓']);
    expect(headers).toContainEqual(['Message-ID', sent.messageId]);
    expect(text.trimEnd()).toBe(mail.text);
    expect(html.trimEnd()).toBe(mail.html);
  });

  it('takes its own settings as a URI, and its own sender', async () => {
    sandbox = await startSandbox();
    const transport = createTransport(`${sandbox.uri}?tls.rejectUnauthorized=false`);
    closers.push(() => transport.close());
    await transport.sendMail({ ...mail, from: sandbox.sender });
    expect(sandbox.messages[0]?.from).toBe('tailchat@sandbox.example');
  });

  it('refuses a wrong password with 535', async () => {
    sandbox = await startSandbox();
    await expect(transportTo(sandbox, 'wrong').verify()).rejects.toMatchObject({
      code: 'EAUTH',
      responseCode: 535,
      response: '535 5.7.8 Wrong user name or password',
    });
  });

  it('refuses the recipients called nobody, and takes the others', async () => {
    sandbox = await startSandbox();
    const to = ['Nobody@example.com', 'you@example.com'];
    const sent = await transportTo(sandbox).sendMail({ ...mail, to });
    expect(sent.rejected).toEqual(['Nobody@example.com']);
    expect(sent.rejectedErrors?.[0]?.response).toBe('550 5.1.1 No such user here');
    expect(sandbox.messages[0]?.to).toEqual(['you@example.com']);
  });

  it('refuses a mail that is too large, and keeps nothing of it', async () => {
    sandbox = await startSandbox();
    const text = 'x'.repeat(11 * 1024 * 1024);
    await expect(transportTo(sandbox).sendMail({ ...mail, text })).rejects.toMatchObject({
      responseCode: 552,
    });
    expect(sandbox.messages).toEqual([]);
  });

  it('outlives a client that does not trust it', async () => {
    sandbox = await startSandbox();
    const distrustful = transportTo({ ...sandbox, ca: '' });
    await expect(distrustful.verify()).rejects.toMatchObject({ code: 'ESOCKET' });
    expect(await transportTo(sandbox).verify()).toBe(true);
  });

  it('ends at once although connections are open, and may be ended twice', async () => {
    sandbox = await startSandbox();
    const port = Number(new URL(sandbox.uri).port);
    const silent = net.connect(port, '127.0.0.1');
    const idle = tls.connect({ host: '127.0.0.1', port, ca: sandbox.ca });
    for (const socket of [silent, idle]) socket.on('error', () => {});
    closers.push(() => silent.destroy());
    closers.push(() => idle.destroy());
    await once(idle, 'data');
    const gone = Promise.all([silent, idle].map((socket) => once(socket.resume(), 'close')));
    const start = performance.now();
    await sandbox.close();
    await gone;
    expect(performance.now() - start).toBeLessThan(1000);
    await sandbox.close();
  });
});
