// What only shows when several things meet: pipelining, refusals before a hang-up, retries, and
// words of the protocol in odd places. Each was a bug once.
import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sendTest, verify } from '../../src/index.js';
import { type Script, startScriptedServer } from '../helpers/scripted-server.js';

const PIPELINED = '250-scripted.example\r\n250-PIPELINING\r\n250 AUTH PLAIN LOGIN';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function start(replies: Script['replies'] = {}, password = 's3cret') {
  const server = await startScriptedServer({ replies });
  closers.push(() => server.close());
  const uri = `smtp://me:${password}@127.0.0.1:${server.port}/?ignoreTLS=true`;
  return { server, options: { uri, sender: 'me@x.org', timeout: 3 } };
}

const bodies = (commands: string[]) => commands.filter((line) => line === '.').length;

describe('a refusal in a pipelined envelope', () => {
  it.each([
    ['MAIL', '421 4.3.2 shutting down', 'mail-from', 'server-busy'],
    ['MAIL', { reply: '421 4.3.2 shutting down', thenClose: true }, 'mail-from', 'server-busy'],
    ['MAIL', { reply: '550 5.1.0 no', thenClose: true }, 'mail-from', 'sender-rejected'],
    ['RCPT', { reply: '550 5.1.1 no', thenClose: true }, 'rcpt-to', 'recipient-unknown'],
  ] as const)('%s: %j is not lost behind the hang-up', async (verb, reply, step, cause) => {
    const { options } = await start({ EHLO: PIPELINED, [verb]: reply });
    const report = await sendTest({ ...options, to: ['a@x.org', 'b@x.org'] });
    expect(report.failure).toMatchObject({ step, cause });
    expect(report.failure?.reply?.text).toBe(typeof reply === 'string' ? reply : reply.reply);
  });

  it('is found although the server takes DATA all the same', async () => {
    const { options } = await start({ EHLO: PIPELINED, MAIL: '550 5.1.0 no', RCPT: '503 no' });
    const report = await sendTest({ ...options, to: 'a@x.org' });
    expect(report.failure).toMatchObject({ step: 'mail-from', cause: 'sender-rejected' });
    const failed = report.steps.filter(({ status }) => status === 'failed');
    expect(failed.map(({ name }) => name)).toEqual(['mail-from']);
  });

  it('of EHLO is kept when the server hangs up on HELO', async () => {
    const { options } = await start({ EHLO: '550 5.7.1 not you', HELO: 'close' });
    const report = await verify(options);
    expect(report.failure).toMatchObject({ step: 'ehlo', reply: { code: 550 } });
  });
});

// Nobody sends it a whole envelope at once: what is there before its question answers nothing.
describe('a server that answers a whole envelope at once and hangs up', () => {
  async function startHasty(envelope: string[]) {
    const server = net.createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 hasty.example\r\n');
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        if (text.startsWith('EHLO')) socket.write(`${PIPELINED}\r\n`);
        else if (text.startsWith('AUTH')) socket.write('235 ok\r\n');
        else if (text.startsWith('MAIL')) socket.end(`${envelope.join('\r\n')}\r\n`);
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    closers.push(async () => void server.close());
    const { port } = server.address() as net.AddressInfo;
    return { uri: `smtp://me:s3cret@127.0.0.1:${port}`, sender: 'me@x.org', timeout: 3 };
  }

  it.each([
    [['250 ok', '250 a', '250 b', '554 5.7.1 no'], 'rcpt-to', 'protocol-error'],
    [['250 ok', '250 a', '550 5.1.1 no', '421 4.3.2 bye'], 'rcpt-to', 'protocol-error'],
    [['250 ok', '421 4.7.0 busy'], 'rcpt-to', 'server-busy'],
    [['250 ok', '250 a', '421 4.7.0 busy'], 'rcpt-to', 'protocol-error'],
    [['550 5.1.0 no', '503 no', '503 no', '503 no'], 'mail-from', 'sender-rejected'],
  ])('is heard as far as it was asked: %j', async (envelope, step, cause) => {
    const options = await startHasty(envelope);
    const report = await sendTest({ ...options, to: 'a@x.org,b@x.org' });
    expect(report.failure).toMatchObject({ step, cause });
    const failed = report.steps.filter(({ status }) => status === 'failed');
    expect(failed.map(({ name }) => name)).toEqual([step]);
  });
});

describe('a refusal that was got over', () => {
  it('is not what ends the session later', async () => {
    const refuse = (line: string) => (line.includes('a@') ? '550 5.1.1 no' : '250 ok');
    const { options } = await start({ RCPT: refuse, DATA: 'close' });
    const report = await sendTest({ ...options, to: 'a@x.org,b@x.org' });
    expect(report.failure).toMatchObject({ step: 'data', cause: 'connection-closed' });
    const last = report.steps.at(-1);
    expect(last).toMatchObject({ name: 'data', status: 'failed' });
  });
});

describe('a URI in the wrong place', () => {
  it('is no sender and no recipient, and its password is not shown', async () => {
    const { options, server } = await start();
    const wrong = 'smtp://me:hunter2word@mail.example.org';
    const bySender = await verify({ ...options, sender: wrong });
    expect(bySender.failure).toMatchObject({ cause: 'sender-invalid' });
    const byRecipient = await sendTest({ ...options, to: wrong });
    expect(byRecipient.failure).toMatchObject({ cause: 'recipient-syntax' });
    const byFile = await verify({ envFiles: [wrong] });
    expect(JSON.stringify([bySender, byRecipient, byFile])).not.toContain('hunter2word');
    expect(server.connections).toBe(0);
  });
});

describe('recipients', () => {
  it('that differ in the case of the domain only are one, and the others keep their replies', async () => {
    const refuse = (line: string) => (line.includes('c@') ? '550 5.1.1 no c' : '250 ok');
    const { options, server } = await start({ RCPT: refuse });
    const to = ['a@X.org', 'a@x.org', 'c@x.org'];
    const report = await sendTest({ ...options, to });
    expect(server.commands.filter((line) => line.startsWith('RCPT'))).toHaveLength(2);
    expect(report.message).toMatchObject({
      accepted: ['a@x.org'],
      rejected: [{ address: 'c@x.org', cause: 'recipient-unknown' }],
    });
    expect(report.steps.map(({ name }) => name)).toContain('rcpt-to');
  });

  it('that are refused for different reasons are all named, under their own causes', async () => {
    const replies: Record<string, string> = {
      a: '550 5.1.1 no',
      b: '452 4.2.2 full',
    };
    const { options } = await start({
      RCPT: (line) => replies[/<(\w)/.exec(line)?.[1] ?? ''] ?? '',
    });
    const report = await sendTest({ ...options, to: 'a@x.org,b@x.org' });
    const { title = '', explanation = '' } = report.failure ?? {};
    expect(report.failure?.cause).toBe('mailbox-full');
    expect(title).toContain('b@x.org');
    expect(title).not.toContain('a@x.org');
    expect(explanation).toContain('a@x.org: refused: 550 5.1.1 no');
    expect(explanation).toContain('b@x.org: refused: 452 4.2.2 full');
  });
});

describe('a retry', () => {
  it('never sends a mail again that somebody has got', async () => {
    const defer = (line: string) => (line.includes('b@') ? '450 4.2.0 greylisted' : '250 ok');
    const { options, server } = await start({ RCPT: defer });
    const report = await sendTest({ ...options, to: 'a@x.org,b@x.org', wait: 2 });
    expect(report.failure).toMatchObject({ cause: 'greylisted' });
    expect(report.failure?.nextSteps[0]).toMatch(/ test --to b@x\.org --wait 900$/);
    expect(bodies(server.commands)).toBe(1);
  });

  it('never sends a mail again that the server may have taken', async () => {
    const { options, server } = await start({ '.': 'close' });
    const report = await sendTest({ ...options, to: 'a@x.org', wait: 2 });
    expect(report.failure).toMatchObject({ step: 'data', cause: 'connection-closed' });
    expect(report.failure?.nextSteps[0]).toMatch(/^Look whether the mail has arrived/);
    expect(report.failure?.nextSteps.join()).not.toContain('--wait');
    expect(bodies(server.commands)).toBe(1);
  });

  it('sends a mail that the server has put off', async () => {
    let asked = 0;
    const { options, server } = await start({
      RCPT: () => {
        asked += 1;
        return asked === 1 ? '450 4.2.0 greylisted' : '250 ok';
      },
    });
    const report = await sendTest({ ...options, to: 'a@x.org', wait: 5 });
    expect(report.ok).toBe(true);
    expect(bodies(server.commands)).toBe(1);
  });
});

describe('asking about the sender', () => {
  it('does not depend on what the server says to RSET', async () => {
    const { options } = await start({ RSET: 'silence', QUIT: 'silence' });
    const report = await verify(options);
    expect(report).toMatchObject({ ok: true, failure: null });
    expect(report.ms).toBeLessThan(2000);
  });

  it('names the sender to the server as the mail does', async () => {
    const { options, server } = await start();
    const sender = 's@München.example';
    await verify({ ...options, sender });
    await sendTest({ ...options, sender, to: 'a@x.org' });
    const asked = server.commands.filter((line) => line.startsWith('MAIL'));
    expect(asked).toEqual(Array(2).fill('MAIL FROM:<s@xn--mnchen-3ya.example>'));
  });
});

describe('words of the protocol', () => {
  it.each(['PLAIN', 'AUTH', 'STARTTLS', '250-'])(
    'as a password (%s) change nothing',
    async (password) => {
      const { options } = await start({}, password);
      const report = await verify(options);
      expect(report.ok).toBe(true);
      expect(report.steps.find(({ name }) => name === 'auth')).toMatchObject({
        mechanism: 'PLAIN',
      });
    },
  );

  it('in the name of the server offer a login, as to the server of Tailchat', async () => {
    const { options, server } = await start({ EHLO: '250-auth.example.org\r\n250 SIZE' });
    const report = await verify(options);
    expect(report.warnings.map(({ code }) => code)).toEqual(['plaintext-credentials']);
    expect(server.commands.filter((line) => line.startsWith('AUTH PLAIN'))).toHaveLength(1);
  });

  it('530 to a login is not for want of one', async () => {
    const { options } = await start({ AUTH: '530 5.7.0 Must issue a STARTTLS command first' });
    expect((await verify(options)).failure).toMatchObject({ cause: 'starttls-required' });
    const other = await start({ AUTH: '530 5.7.0 no' });
    expect((await verify(other.options)).failure).toMatchObject({ cause: 'auth-needs-tls' });
  });
});

describe('what goes wrong on our side', () => {
  it('a listener that throws fails the call, not the process, and leaves no connection', async () => {
    const { options } = await start();
    const onEvent = ({ type }: { type: string }) => {
      if (type === 'transcript') throw new Error('from the listener');
    };
    await expect(verify({ ...options, onEvent })).rejects.toThrow('from the listener');
  });

  it('says of each variable that the environment overrides its file', async () => {
    const { options } = await start();
    const { mkdtemp, rm, writeFile } = await import('node:fs/promises');
    const folder = await mkdtemp(`${(await import('node:os')).tmpdir()}/tailchat-smtp-`);
    await writeFile(`${folder}/x.env`, 'SMTP_URI=smtp://other.example\nSMTP_SENDER=other@x.org\n');
    const env = { SMTP_URI: options.uri, SMTP_SENDER: 'me@x.org' };
    const report = await verify({ env, envFiles: ['x.env'], cwd: folder, timeout: 3 });
    await rm(folder, { recursive: true });
    const overrides = report.warnings.filter(({ code }) => code === 'env-overrides-file');
    expect(overrides.map(({ message }) => /SMTP_\w+/.exec(message)?.[0])).toEqual([
      'SMTP_URI',
      'SMTP_SENDER',
    ]);
  });
});
