import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { type ScriptedReply, startScriptedServer } from '../helpers/scripted-server.js';
import {
  closedPort,
  envOf,
  RECIPIENT,
  run,
  runJson,
  startRaw,
  startScript,
  startSmtp,
  USER,
} from './support.js';

describe.concurrent('--timeout', () => {
  it.each([
    ['before the greeting', { greeting: null }],
    ['in the middle', { replies: { MAIL: 'silence' } }],
    ['between the bytes of a reply', { greeting: Buffer.from('220 never end') }],
  ] as const)('bounds the whole check, for a server that stops %s', async (_name, script) => {
    const password = plantPassword();
    const server = await startScript(script);
    const env = envOf(server, { password });
    const result = await run(['verify', '--timeout', '1.5'], { env });
    expect(result.code).toBe(69);
    expect(result.stdout).toMatch(/\[(server-silent|timeout)\]/);
    expect(result.stderr).toMatch(/^✗ /m);
    expect(result.ms).toBeGreaterThan(1500);
    // 2 s of grace, and 2 s for Node to start on a busy machine.
    expect(result.ms).toBeLessThan(5500);
    expectNoSecret(result, password, USER);
  });

  it('bounds a server that drips', async () => {
    const server = await startRaw((socket) => {
      const timer = setInterval(() => socket.write('220-still here\r\n'), 100);
      socket.on('close', () => clearInterval(timer));
    });
    const result = await runJson(['verify', '--timeout', '1.5'], { env: envOf(server) });
    expect(result).toMatchObject({ code: 69, stderr: '' });
    expect(result.report.failure?.retryable).toBe(true);
    expect(result.ms).toBeLessThan(5500);
  });
});

describe.concurrent('--wait', () => {
  it('tries again until the server is up', async () => {
    const password = plantPassword();
    let greetings = 0;
    const server = await startScript({
      replies: {
        EHLO: () => {
          greetings += 1;
          if (greetings > 1) return '250-scripted.example\r\n250 AUTH PLAIN LOGIN';
          return { reply: '421 4.3.2 starting, come again', thenClose: true };
        },
      },
    });
    const env = envOf(server, { password });
    const result = await run(['verify', '--wait', '25'], { env });
    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/^✓ /);
    expect(result.stderr).toMatch(/trying again within \d+ s/);
    expectNoSecret(result, password, USER);
  });

  it('holds out while a server flaps, each time in another way', async () => {
    const password = plantPassword();
    const flaps: ScriptedReply[] = [
      'close',
      { reply: '421 4.3.2 Later', thenClose: true },
      'close',
    ];
    const server = await startScript({
      replies: { EHLO: () => flaps.shift() ?? '250 AUTH PLAIN' },
    });
    const env = envOf(server, { password });
    const result = await run(['verify', '--wait', '30', '--no-suggest'], { env });
    expect(result.code).toBe(0);
    expect(result.stderr.match(/trying again within \d+ s/g)).toHaveLength(3);
    expect(flaps).toEqual([]);
    expectNoSecret(result, password, USER);
  });

  it('gives up when the time has passed, with the last failure', async () => {
    const password = plantPassword();
    const env = envOf(await closedPort(), { password });
    const result = await runJson(['verify', '--wait', '2'], { env });
    expect(result).toMatchObject({ code: 69, report: { ok: false } });
    expect(result.stderr).not.toContain('✓');
    expect(result.report.failure?.cause).toBe('connection-refused');
    expect(result.report.ms).toBeGreaterThan(1900);
    expect(result.ms).toBeLessThan(8000);
    expectNoSecret(result, password, USER);
  });

  it('checks as soon as the server is up, and logs in once', async () => {
    const password = plantPassword();
    const port = await closedPort();
    const env = envOf(port, { password });
    const running = run(['verify', '--wait', '30', '--no-suggest'], { env, timeoutMs: 35_000 });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const server = await startScriptedServer(
      { replies: { EHLO: '250-scripted.example\r\n250 AUTH PLAIN LOGIN' } },
      port,
    );
    const since = performance.now();
    const result = await running;
    await server.close();
    expect(result.code).toBe(0);
    // 0.3 s, and time for a busy machine; a pause would have been longer.
    expect(performance.now() - since).toBeLessThan(2000);
    expect(server.commands.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
    expect(server.connections).toBeLessThanOrEqual(3);
    expect(result.stderr).toMatch(/trying again within \d+/);
    expectNoSecret(result, password, USER);
  });

  it('does not try again what would fail again', async () => {
    const password = plantPassword();
    const server = await startScript({ replies: { AUTH: '535 5.7.8 No' } });
    const env = envOf(server, { password });
    const result = await run(['verify', '--wait', '30'], { env, timeoutMs: 15_000 });
    expect(result.code).toBe(77);
    expect(result.stdout).toContain('[auth-failed]');
    expect(result.stderr).not.toContain('trying again');
    expect(server.connections).toBe(1);
    expectNoSecret(result, password, USER);
  });

  it('is not done without the option', async () => {
    const result = await run(['verify'], { env: envOf(await closedPort()) });
    expect(result.code).toBe(69);
    expect(result.stdout).toContain('[connection-refused]');
    expect(result.stderr).not.toContain('trying again');
  });
});

describe.concurrent('--no-suggest', () => {
  it.each([
    ['a wrong login', { replies: { AUTH: '535 5.7.8 No' } }, 'smtp', 77],
    ['TLS on a plain port', {}, 'smtps', 76],
  ] as const)('opens no further connection after %s', async (_name, script, scheme, code) => {
    const password = plantPassword();
    const server = await startScript(script);
    const env = envOf(server, { password, scheme });
    const result = await runJson(['verify', '--no-suggest'], { env });
    expect(result).toMatchObject({ code, stderr: '' });
    expect(result.report.failure?.suggestion).toBeNull();
    expect(server.connections).toBe(1);
    expectNoSecret(result, password, USER);
  });
});

describe.concurrent('--strict', () => {
  it('makes a failure of a warning', async () => {
    const password = plantPassword();
    const server = await startSmtp({ hideAuth: true, requireAuth: false });
    const env = envOf(server, { scheme: 'smtps', password });
    expect((await runJson(['verify'], { env })).code).toBe(0);

    const result = await runJson(['verify', '--strict'], { env });
    expect(result).toMatchObject({ code: 78, stderr: '', report: { ok: false } });
    expect(result.report.failure).toMatchObject({ cause: 'strict-warnings', retryable: false });
    expect(result.report.failure?.title).toContain('credentials-untested');
    expectNoSecret(result, password, USER);

    const people = await run(['verify', '--strict'], { env });
    expect(people.code).toBe(78);
    expect(people.stdout).toContain('[strict-warnings]');
    expect(people.stdout).toContain('[credentials-untested]');
    expect(people.stdout).not.toContain('failed at');
    expect(people.stderr).toMatch(/^✓ /m);
    expectNoSecret(people, password, USER);
  });

  it.each(['en', 'zh-CN'])(
    'says nothing of what worked where nothing was tried (%s)',
    async (lang) => {
      const password = plantPassword();
      const uri = `smtps://me%40qq.com:${encodeURIComponent(password)}@smtp.qq.com:465`;
      const env = { SMTP_URI: uri, SMTP_SENDER: 'me@qq.com' };
      const result = await run(['verify', '--offline', '--strict', '--lang', lang], { env });
      expect(result.code).toBe(78);
      expect(result.stdout).toContain('[strict-warnings]');
      expect(result.stdout).not.toMatch(/tried|worked|试过|正常/);
      expect(result.stdout).not.toMatch(/failed at|失败的步骤/);
      expect(result.stdout).toMatch(/No step failed|没有哪一步失败/);
      expectNoSecret(result, password);
    },
  );

  it('is content with a mail that was accepted and nothing else', async () => {
    const password = plantPassword();
    const server = await startSmtp({ users: { [USER]: password } });
    const env = envOf(server, { scheme: 'smtps', password });
    const result = await runJson(['test', '--to', RECIPIENT, '--strict'], { env });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.warnings.map(({ code }) => code)).toEqual(['accepted-not-delivered']);
    expectNoSecret(result, password, USER);
  });

  it('leaves a failure with a cause of its own as it is', async () => {
    const password = plantPassword();
    const server = await startScript({ replies: { AUTH: '535 5.7.8 No' } });
    const result = await runJson(['verify', '--strict'], { env: envOf(server, { password }) });
    expect(result).toMatchObject({ code: 77, stderr: '' });
    expect(result.report.failure?.cause).toBe('auth-failed');
    expectNoSecret(result, password, USER);
  });
});

describe.concurrent('--offline', () => {
  it('checks the settings and touches no network', async () => {
    const password = plantPassword();
    const server = await startScript();
    const env = envOf(server, { password });
    const result = await runJson(['verify', '--offline'], { env });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.report.steps[0]).toMatchObject({ name: 'settings', status: 'ok' });
    for (const step of result.report.steps.slice(1)) expect(step.status).toBe('skipped');
    expect(server.connections).toBe(0);
    expectNoSecret(result, password, USER);

    const people = await run(['verify', '--offline'], { env });
    expect(people.code).toBe(0);
    expect(people.stdout).toMatch(/^✓ .*offline/);
    expect(people.stderr).toMatch(/^✓ settings /);
    expect(server.connections).toBe(0);
    expectNoSecret(people, password, USER);
  });

  it('finds what is wrong with the settings', async () => {
    const env = { SMTP_URI: 'smtp://mail.example:70000' };
    const result = await runJson(['verify', '--offline'], { env });
    expect(result).toMatchObject({ code: 78, stderr: '' });
    expect(result.report.failure?.cause).toBe('uri-invalid');
  });

  it('is no option of test', async () => {
    const server = await startScript();
    const args = ['test', '--to', RECIPIENT, '--offline'];
    const result = await run(args, { env: envOf(server) });
    expect(result).toMatchObject({ code: 64, stdout: '' });
    expect(result.stderr).toContain('offline');
    expect(server.connections).toBe(0);
  });
});

describe.concurrent('--sandbox', () => {
  it.each(['verify', 'test'])('%s passes on a server of its own', async (command) => {
    const other = await startScript();
    const to = command === 'test' ? ['--to', RECIPIENT] : [];
    const args = [command, '--sandbox', ...to];
    const people = await run(args, { env: envOf(other, { password: plantPassword() }) });
    expect(people.code).toBe(0);
    expect(people.stdout).toMatch(/^✓ /);
    expect(people.stderr).toMatch(/^✓ tls /m);
    expect(people.stdout.includes(`To: ${RECIPIENT}`)).toBe(command === 'test');
    expect(people.stdout.includes('Subject: Test mail from Tailchat')).toBe(command === 'test');
    expect(other.connections).toBe(0);

    const json = await runJson(args, { env: envOf(other) });
    expect(json).toMatchObject({ code: 0, stderr: '', report: { command } });
    expect(json.report.settings.uriSource).toEqual({ kind: 'sandbox' });
    expect(other.connections).toBe(0);
  });

  it('shows a refused recipient', async () => {
    const args = ['test', '--sandbox', '--to', 'nobody@example.com'];
    const result = await run(args);
    expect(result.code).toBe(67);
    expect(result.stdout).toContain('[recipient-unknown]');
    expect(result.stderr).toContain('550 5.1.1');
  });
});
