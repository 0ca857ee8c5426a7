import { once } from 'node:events';
import net from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  NodemailerSession,
  type SessionOptions,
} from '../../../../src/smtp/session/nodemailer-session.js';
import { certificates } from '../../../helpers/certificates.js';
import { plantPassword, secretForms } from '../../../helpers/run-bin.js';
import { type Script, startScriptedServer } from '../../../helpers/scripted-server.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A session with a scripted server, and what it said, in order. */
async function start(script: Script = {}, options: Partial<SessionOptions> = {}) {
  const server = await startScriptedServer(script);
  const socket = net.connect(server.port, server.host);
  await once(socket, 'connect');
  const events: string[] = [];
  const session = new NodemailerSession({
    socket,
    host: server.host,
    security: 'starttls-if-offered',
    opportunisticTls: false,
    clientName: 'me.example',
    tls: { rejectUnauthorized: false },
    timeoutMs: 5000,
    observer: {
      onCommand: (step, line) => events.push(`> ${step} ${line}`),
      onReply: (step, text) => events.push(`< ${step} ${text}`),
      onSecured: () => events.push('secured'),
    },
    ...options,
  });
  closers.push(
    () => server.close(),
    () => session.destroy(),
  );
  return { server, session, events, commands: server.commands };
}

const failure = (evidence: object) => ({ name: 'StepFailure', evidence });

describe('what nodemailer must have', () => {
  it('has the private members that MAIL FROM without a mail needs', () => {
    const connection = new SMTPConnection({}) as unknown as Record<string, unknown>;
    expect(Array.isArray(connection._responseActions)).toBe(true);
    expect(Array.isArray(connection._responseQueue)).toBe(true);
    expect(typeof connection._sendCommand).toBe('function');
  });

  it('says MAIL FROM and RSET over the wire, and no DATA', async () => {
    const { session, events, commands } = await start();
    await session.open();
    await session.askAboutSender('me@x.org', ['SMTPUTF8']);
    // Nobody waits for the answer to RSET.
    await vi.waitFor(() =>
      expect(commands).toEqual(['EHLO me.example', 'MAIL FROM:<me@x.org> SMTPUTF8', 'RSET']),
    );
    expect(events).toContain('> mail-from MAIL FROM:<me@x.org> SMTPUTF8');
    expect(events).toContain('< mail-from 250 2.0.0 Ok');
  });

  it('tells of the upgrade after STARTTLS and before the second EHLO', async () => {
    const { session, events } = await start({ tls: certificates.trusted });
    await session.open();
    expect(session.isEncrypted).toBe(true);
    const words = events.map((event) => event.split(' ').slice(0, 3).join(' '));
    const upgrade = words.indexOf('secured');
    expect(words.indexOf('> starttls STARTTLS')).toBeLessThan(upgrade);
    expect(words.lastIndexOf('> ehlo EHLO')).toBeGreaterThan(upgrade);
    expect(words.filter((word) => word === '> ehlo EHLO')).toHaveLength(2);
  });

  it('says not another word when the certificate is not to be trusted', async () => {
    const judgement = new Error('untrusted');
    const observer = {
      onCommand: () => {},
      onReply: () => {},
      onSecured: () => {
        throw judgement;
      },
    };
    const { session, commands } = await start({ tls: certificates.selfSigned }, { observer });
    await expect(session.open()).rejects.toBe(judgement);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(commands).toEqual(['EHLO me.example', 'STARTTLS']);
  });
});

describe('secrets', () => {
  const challenge = `334 ${Buffer.from('<1.2@x>').toString('base64')}`;
  const cramMd5: Script = {
    replies: {
      EHLO: '250-x\r\n250 AUTH CRAM-MD5',
      AUTH: challenge,
      '*AUTH': '235 2.7.0 Welcome',
    },
  };

  it.each([
    ['PLAIN', {}],
    ['LOGIN', {}],
    ['CRAM-MD5', cramMd5],
  ])('are not in the log of a login by %s', async (mechanism, script) => {
    const { session, events, commands } = await start(script);
    const password = plantPassword();
    await session.open();
    await session.login('me', password, mechanism);
    const log = events.join('\n');
    expect(log).toContain(`> auth AUTH ${mechanism}`);
    for (const form of secretForms(password, 'me')) expect(log).not.toContain(form);
    // What really went over the wire, be it a digest that can be guessed from, is in no log either.
    const secret = commands.at(-1)?.split(' ').at(-1) ?? '';
    expect(secret.length).toBeGreaterThan(12);
    expect(log).not.toContain(secret);
    expect(events.at(-1)).toBe('< auth 235 2.7.0 Welcome');
  });
});

describe('failures', () => {
  it.each([
    ['a refused login', '535 5.7.8 No', { code: 535, enhanced: '5.7.8', text: '535 5.7.8 No' }],
    ['a login that the server has no time for', '421 Bye', { code: 421, enhanced: null }],
  ])('tell the step and the reply of %s', async (_what, reply, expected) => {
    const { session } = await start({ replies: { AUTH: reply } });
    await session.open();
    await expect(session.login('me', 'pw', 'PLAIN')).rejects.toMatchObject(
      failure({ step: 'auth', reply: expected }),
    );
  });

  it('tell the reply to MAIL FROM', async () => {
    const { session, commands } = await start({ replies: { MAIL: '553 5.7.1 Not yours' } });
    await session.open();
    await expect(session.askAboutSender('me@x.org', [])).rejects.toMatchObject(
      failure({ step: 'mail-from', reply: { code: 553, enhanced: '5.7.1' } }),
    );
    expect(commands).not.toContain('DATA');
  });

  it('do not come from the reply to RSET', async () => {
    const { session } = await start({ replies: { RSET: '500 What?' } });
    await session.open();
    await expect(session.askAboutSender('me@x.org', [])).resolves.toBeUndefined();
  });

  it.each([
    ['hangs up at once', { greeting: 'close' }, { step: 'greeting', isClosed: true }],
    [
      'speaks HTTP',
      { greeting: 'HTTP/1.1 400 Bad Request' },
      { step: 'greeting', isMalformed: true },
    ],
    ['refuses', { greeting: '554 No' }, { step: 'greeting', reply: { code: 554 } }],
    ['hangs up after EHLO', { replies: { EHLO: 'close', HELO: 'close' } }, { isClosed: true }],
  ] satisfies [string, Script, object][])(
    'tell of a server that %s',
    async (_what, script, evidence) => {
      const { session } = await start(script);
      await expect(session.open()).rejects.toMatchObject(failure(evidence));
    },
  );

  it('tell that STARTTLS is wanted and not there', async () => {
    const { session } = await start({}, { security: 'starttls' });
    await expect(session.open()).rejects.toMatchObject(
      failure({ step: 'starttls', reply: { code: 502 } }),
    );
  });

  it('tell that time was up', async () => {
    const { session } = await start({ greeting: null }, { timeoutMs: 100 });
    await expect(session.open()).rejects.toMatchObject(
      failure({ step: 'greeting', isTimedOut: true }),
    );
  });
});

describe('STARTTLS', () => {
  it('is left alone where the settings say so', async () => {
    const { session, commands } = await start({ tls: certificates.trusted }, { security: 'none' });
    await session.open();
    expect(session.isEncrypted).toBe(false);
    expect(commands).toEqual(['EHLO me.example']);
  });

  it('may be refused where the settings say so', async () => {
    const script: Script = {
      replies: { EHLO: '250-x\r\n250 STARTTLS', STARTTLS: '454 4.7.0 Not now' },
    };
    const { session } = await start(script, { opportunisticTls: true });
    await session.open();
    expect(session.isEncrypted).toBe(false);
  });

  // nodemailer 6.7.8 asks for it then, whatever was offered, and goes on all the same.
  it('may be refused where the settings demand it, and say so, too', async () => {
    const settings = { security: 'starttls', opportunisticTls: true } as const;
    const { session, commands } = await start({}, settings);
    await session.open();
    expect(commands).toEqual(['EHLO me.example', 'STARTTLS']);
    expect([session.isEncrypted, session.allowsAuth]).toEqual([false, false]);
  });
});
