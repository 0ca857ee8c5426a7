import { once } from 'node:events';
import net from 'node:net';
import { text } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { certificates } from '../../helpers/certificates.js';
import {
  type Script,
  type ScriptedServer,
  startScriptedServer,
} from '../../helpers/scripted-server.js';
import {
  type SmtpFixture,
  type SmtpFixtureOptions,
  startSmtpServer,
} from '../../helpers/smtp-fixture.js';

const mail = { from: 'me@example.com', to: 'you@example.com', subject: 'Hi', text: 'Hello\n.\n' };
const auth = { user: 'me', pass: 'secret' };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function transportTo(server: { host: string; port: number }, options: object) {
  const ca = certificates.authority.cert;
  const { host, port } = server;
  const transport = createTransport({ host, port, tls: { ca }, ...options });
  closers.push(() => transport.close());
  return transport;
}

describe('startScriptedServer', () => {
  async function start(script: Script): Promise<ScriptedServer> {
    const server = await startScriptedServer(script);
    closers.push(() => server.close());
    return server;
  }

  it.each(['PLAIN', 'LOGIN'])('takes a login by %s and a mail by default', async (authMethod) => {
    const server = await start({ tls: certificates.trusted });
    const sent = await transportTo(server, { auth, authMethod, requireTLS: true }).sendMail(mail);
    expect(sent.response).toBe('250 2.0.0 queued as TEST');
    expect(server.commands.filter((line) => line.startsWith('EHLO'))).toHaveLength(2);
    expect(server.commands).toContain('STARTTLS');
    expect(server.commands).toContain('.');
    expect(server.commands).not.toContain('Hello');
    expect(server.connections).toBe(1);
  });

  it('speaks TLS from the first byte', async () => {
    const server = await start({ implicitTls: certificates.trusted });
    expect(await transportTo(server, { secure: true, auth }).verify()).toBe(true);
  });

  it('answers pipelined commands, byte by byte as its script says', async () => {
    const server = await start({
      greeting: Buffer.from('220 \xc4\r\n', 'latin1'),
      replies: {
        RCPT: (line) => (line.includes('bad') ? '550 No' : '250 Yes'),
        RSET: 'silence',
        DATA: { reply: '421 Gone', thenClose: true },
      },
    });
    const socket = net.connect(server.port, server.host);
    socket.setEncoding('latin1').write('RSET\r\nRCPT TO:<a>\r\nrcpt TO:<bad>\r\nDATA\r\nQUIT\r\n');
    expect(await text(socket)).toBe('220 \xc4\r\n250 Yes\r\n550 No\r\n421 Gone\r\n');
    expect(server.commands).toEqual(['RSET', 'RCPT TO:<a>', 'rcpt TO:<bad>', 'DATA']);
  });

  it('says nothing, or hangs up', async () => {
    const silent = await start({ greeting: null });
    const options = { greetingTimeout: 100 };
    await expect(transportTo(silent, options).verify()).rejects.toMatchObject({
      code: 'ETIMEDOUT',
    });
    const closing = await start({ greeting: 'close' });
    await expect(transportTo(closing, {}).verify()).rejects.toMatchObject({ code: 'ECONNECTION' });
  });

  it('ends at once although connections are open', async () => {
    const server = await start({ tls: certificates.trusted });
    const transport = transportTo(server, { auth, pool: true });
    await transport.sendMail(mail);
    const socket = net.connect(server.port, server.host);
    await once(socket, 'data');
    const begin = performance.now();
    await server.close();
    expect(performance.now() - begin).toBeLessThan(500);
  });
});

describe('startSmtpServer', () => {
  async function start(options: SmtpFixtureOptions): Promise<SmtpFixture> {
    const server = await startSmtpServer({ users: { me: 'secret' }, ...options });
    closers.push(() => server.close());
    return server;
  }

  it.each([
    ['tls', { secure: true }],
    ['starttls', { requireTLS: true }],
    ['plain', { ignoreTLS: true }],
  ] as const)('takes a login and a mail over %s', async (security, options) => {
    const server = await start({ security });
    await transportTo(server, { ...options, auth }).sendMail(mail);
    expect(server.mails).toMatchObject([{ from: 'me@example.com', to: ['you@example.com'] }]);
    expect(server.mails[0]?.raw.toString()).toContain('Hello\r\n.\r\n');
    expect(server.logins).toEqual([{ method: 'PLAIN', user: 'me', ok: true }]);
    expect(server.commands).toContain('MAIL FROM:<me@example.com>');
    expect(server.commands.join()).not.toContain(Buffer.from('\0me\0secret').toString('base64'));
    expect(server.connections).toBe(1);
  });

  it('refuses what its options name', async () => {
    const server = await start({
      security: 'plain',
      rejectSender: (address, user) => (address === user ? undefined : '501 5.7.1 Not yours'),
    });
    const send = (options: object) => transportTo(server, options).sendMail(mail);
    await expect(send({ auth: { ...auth, pass: 'wrong' } })).rejects.toMatchObject({
      response: '535 5.7.8 Authentication credentials invalid',
    });
    await expect(send({})).rejects.toMatchObject({ responseCode: 530 });
    await expect(send({ auth })).rejects.toMatchObject({ response: '501 5.7.1 Not yours' });
    expect(server.logins.map(({ ok }) => ok)).toEqual([false, true]);
  });

  it('refuses recipients and mails, and may offer no login', async () => {
    const server = await start({
      security: 'plain',
      hideAuth: true,
      rejectRecipient: (address) =>
        address.startsWith('no') ? { code: 550, text: '5.1.1 Unknown' } : undefined,
      onData: () => '554 5.7.1 Spam',
    });
    const transport = transportTo(server, {});
    await expect(transport.sendMail({ ...mail, to: 'no@example.com' })).rejects.toMatchObject({
      response: '550 5.1.1 Unknown',
    });
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ response: '554 5.7.1 Spam' });
    expect(server.mails).toEqual([]);
  });

  it.each(['CRAM-MD5', 'LOGIN'])('takes a login by %s', async (method) => {
    const server = await start({ security: 'tls', authMethods: [method] });
    const transport = transportTo(server, { secure: true, auth, authMethod: method });
    expect(await transport.verify()).toBe(true);
    expect(server.logins).toEqual([{ method, user: 'me', ok: true }]);
  });
});
