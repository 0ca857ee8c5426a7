import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { checkDomain, explain, sendTest, verify } from '../../src/index.js';
import { main } from '../../src/main.js';
import type { CheckEvent, Report } from '../../src/report/report.js';
import { createFakeContext } from '../helpers/fake-context.js';
import { type Script, startScriptedServer } from '../helpers/scripted-server.js';

const closers: (() => unknown)[] = [];
let writes: MockInstance[];

beforeEach(() => {
  writes = [
    vi.spyOn(process.stdout, 'write'),
    vi.spyOn(process.stderr, 'write'),
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name)),
    vi.spyOn(process, 'exit').mockImplementation(() => undefined as never),
  ];
});
afterEach(async () => {
  for (const write of writes) write.mockRestore();
  for (const close of closers.splice(0).reverse()) await close();
});

async function startServer(script: Script = {}) {
  const server = await startScriptedServer(script);
  closers.push(() => server.close());
  const uri = `smtp://me:s3cret@127.0.0.1:${server.port}/?ignoreTLS=true`;
  return { server, uri, env: { SMTP_URI: uri, SMTP_SENDER: 'me@x.org' } };
}

function expectSilence(): void {
  for (const write of writes) expect(write).not.toHaveBeenCalled();
  expect(process.exitCode).toBeUndefined();
}

/** A report without what is never the same twice. */
function comparable(report: Report): unknown {
  const text = JSON.stringify(report, (key, value) => {
    if (key === 'ms') return 0;
    return key === 'id' ? '<id>' : value;
  });
  return JSON.parse(text);
}

async function reportOf(argv: string[], env: Record<string, string>): Promise<Report> {
  const context = createFakeContext({ argv: ['smtp', ...argv, '--json'], env });
  await main(context);
  return JSON.parse(context.out);
}

const REFUSAL: Script = { replies: { AUTH: '535 5.7.8 No' } };

describe('verify', () => {
  it.each([
    ['passes', {}, 0],
    ['fails', REFUSAL, 77],
  ])(
    'gives the report of the command when a check %s, and prints nothing',
    async (_, script, code) => {
      const { env } = await startServer(script);
      const report = await verify({ env });
      expect(report.exitCode).toBe(code);
      expect(comparable(report)).toEqual(comparable(await reportOf(['verify'], env)));
      expectSilence();
    },
  );

  it('looks nowhere but where it is told to', async () => {
    vi.stubEnv('SMTP_URI', 'smtp://127.0.0.1:1');
    const report = await verify();
    vi.unstubAllEnvs();
    expect(report).toMatchObject({ ok: false, exitCode: 78, failure: { cause: 'uri-missing' } });
  });

  it.each([
    [{ uri: new URL('smtp://mail.example.org') as unknown as string }],
    [{ uri: 25 as unknown as string }],
    [{ sender: null as unknown as string }],
    [{ env: null as unknown as Record<string, string> }],
  ])('refuses a value of another type: %j', async (options) => {
    await expect(verify(options)).rejects.toThrow(/^(?:uri|sender) is no text$|^env is no object/);
    await expect(verify(options)).rejects.toBeInstanceOf(TypeError);
    await expect(checkDomain(options)).rejects.toBeInstanceOf(TypeError);
  });

  it.each([[[{ address: 'you@example.com' }]], [new Set(['you@example.com'])], [5]])(
    'sendTest refuses a recipient of another type: %j',
    async (to) => {
      const options = { uri: 'smtp://127.0.0.1:1', sender: 'a@example.com', to };
      await expect(sendTest(options as never)).rejects.toThrow(
        new TypeError('to is no text, and no list of texts'),
      );
    },
  );

  it('fails with the rejection of an asynchronous listener, and leaves none to the process', async () => {
    const { env } = await startServer();
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    closers.push(() => process.off('unhandledRejection', unhandled));
    const onEvent = async () => {
      throw new Error('from the listener');
    };
    await expect(verify({ env, onEvent })).rejects.toThrow('from the listener');
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('can stay offline', async () => {
    const { server, env } = await startServer();
    expect((await verify({ env, offline: true })).ok).toBe(true);
    expect(server.connections).toBe(0);
  });

  it('does not warn of a command line that there is none of', async () => {
    const { uri } = await startServer();
    const { warnings } = await verify({ uri });
    expect(warnings.map(({ code }) => code)).not.toContain('uri-on-command-line');
  });

  it('speaks the language it is asked for', async () => {
    const report = await verify({ lang: 'zh-CN' });
    expect(report.failure?.title).toMatch(/\p{Script=Han}/u);
  });

  it('shows no password in its report', async () => {
    const { env } = await startServer({ replies: { AUTH: '535 No: s3cret' } });
    const events: CheckEvent[] = [];
    const report = await verify({ env, onEvent: (event) => events.push(event) });
    expect(JSON.stringify([report, events])).not.toContain('s3cret');
    expect((await verify({ env, offline: true, showSecrets: true })).settings.uri).toContain(
      's3cret',
    );
  });

  it('tells of its events in order', async () => {
    const { env } = await startServer();
    const events: CheckEvent[] = [];
    const report = await verify({ env, onEvent: (event) => events.push(event) });
    expect(events[0]).toEqual({ type: 'settings', settings: report.settings });
    const ends = events.flatMap((event) => (event.type === 'step-end' ? [event.step] : []));
    expect(ends).toEqual(report.steps);
    expect(ends.map(({ name }) => name)).toEqual([
      'settings',
      'dns',
      'connect',
      'greeting',
      'ehlo',
      'starttls',
      'auth',
      'mail-from',
    ]);
    for (const step of ends.filter(({ status }) => status === 'ok')) {
      const start = events.findIndex((e) => e.type === 'step-start' && e.step === step.name);
      const end = events.findIndex((e) => e.type === 'step-end' && e.step.name === step.name);
      expect(start).toBeGreaterThan(0);
      expect(start).toBeLessThan(end);
    }
    const said = events.flatMap((event) => (event.type === 'transcript' ? [event.line] : []));
    expect(said).toContain('MAIL FROM:<me@x.org>');
    expect(said).toContain('220 scripted.example ESMTP');
  });
});

describe('an AbortSignal', () => {
  const reason = new Error('enough');

  it('rejects with its reason in the middle of a check', async () => {
    const { env } = await startServer({ greeting: null });
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    await expect(verify({ env, signal: controller.signal })).rejects.toBe(reason);
    expectSilence();
  });

  it('rejects with its reason in a pause between attempts', async () => {
    const { env } = await startServer({ greeting: '421 4.3.2 Busy' });
    const controller = new AbortController();
    const onEvent = (event: CheckEvent) => {
      if (event.type === 'retry') controller.abort(reason);
    };
    await expect(verify({ env, wait: 60, signal: controller.signal, onEvent })).rejects.toBe(
      reason,
    );
  });

  it('rejects before anything is done when it already is aborted', async () => {
    const { env, server } = await startServer();
    await expect(verify({ env, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.connections).toBe(0);
  });
});

describe('sendTest', () => {
  it('sends, and gives the report of the command', async () => {
    const { env, server } = await startServer();
    const report = await sendTest({ env, to: ['a@x.org', 'b@x.org'], subject: 'Hi' });
    expect(report.message?.accepted).toEqual(['a@x.org', 'b@x.org']);
    expect(server.commands).toContain('RCPT TO:<b@x.org>');
    const words = ['test', '--to', 'a@x.org,b@x.org', '--subject', 'Hi'];
    expect(comparable(report)).toEqual(comparable(await reportOf(words, env)));
    expectSilence();
  });

  it('takes a list with commas', async () => {
    const { env } = await startServer();
    const report = await sendTest({ env, to: 'a@x.org, b@x.org' });
    expect(report.message?.accepted).toEqual(['a@x.org', 'b@x.org']);
  });

  it.each([
    ['a header in the subject', { subject: 'Hi\r\nBcc: v@x.org' }, TypeError],
    ['a mailbox that is not named', { await: 5 }, TypeError],
    ['a mailbox that is none', { await: 5, imap: 'https://a:b@x.org' }, TypeError],
    ['a time to look for it that is none', { await: -1 }, RangeError],
    ['no time', { timeout: 0 }, RangeError],
    ['a time that no timer can count', { timeout: 1e7 }, RangeError],
    ['a time that is no number', { timeout: Number.NaN }, RangeError],
    ['an endless wait', { wait: Number.POSITIVE_INFINITY }, RangeError],
    ['a language that is not spoken', { lang: 'fr' as 'en' }, RangeError],
  ])('refuses %s before a connection opens', async (_what, options, error) => {
    const { env, server } = await startServer();
    await expect(sendTest({ env, to: 'a@x.org', ...options })).rejects.toThrow(error);
    expect(server.connections).toBe(0);
  });

  it('names a missing recipient', async () => {
    const { env } = await startServer();
    expect(await sendTest({ env, to: [] })).toMatchObject({
      exitCode: 64,
      failure: { cause: 'recipient-missing' },
    });
  });
});

describe('importing the library', () => {
  it('leaves no listeners on the process, and prints nothing', async () => {
    const listeners = () =>
      process.eventNames().map((name) => [name, process.listenerCount(name as 'exit')]);
    const before = listeners();
    vi.resetModules();
    const library = await import('../../src/index.js');
    expect(Object.keys(library)).toEqual(
      expect.arrayContaining(['smtpCommand', 'verify', 'sendTest']),
    );
    expect(listeners()).toEqual(before);
    expectSilence();
  });

  it('does not open stdin: it belongs to the program that imports', async () => {
    const stdin = vi.spyOn(process, 'stdin', 'get');
    vi.resetModules();
    await import('../../src/index.js');
    const calls = stdin.mock.calls.length;
    stdin.mockRestore();
    expect(calls).toBe(0);
  });

  it('leaves no listeners after a check either', async () => {
    const { env } = await startServer();
    const before = process.eventNames().map((name) => process.listenerCount(name as 'exit'));
    await verify({ env });
    const after = process.eventNames().map((name) => process.listenerCount(name as 'exit'));
    expect(after).toEqual(before);
  });
});

describe('in TypeScript, as in JavaScript without it', () => {
  it('ok tells whether there is a failure, and an option may be undefined', async () => {
    const report = await verify({ uri: process.env.NO_SUCH_URI, offline: undefined });
    // The type check fails where `failure` may be null here.
    expect(report.ok ? '' : report.failure.cause).toBe('uri-missing');
  });

  it('sendTest without a recipient reports that it is missing', async () => {
    const { env } = await startServer();
    const { failure, exitCode } = await sendTest({ env } as unknown as { to: string });
    expect(failure?.cause).toBe('recipient-missing');
    expect(exitCode).toBe(64);
  });

  it('explain takes bytes, and refuses what is no text', async () => {
    const text = '535 Login fail. Please enter your authorization code';
    const { findings } = await explain(Buffer.from(text));
    expect(findings[0]?.cause).toBe('app-password-required');
    for (const source of [undefined, null, 7, {}])
      await expect(explain(source as never)).rejects.toThrow(
        new TypeError('source is no text, no bytes and no stream'),
      );
  });
});
