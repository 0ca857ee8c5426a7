// Tailchat's nodemailer reads the digits of a reply, whatever is behind them.
import { afterEach, describe, expect, it } from 'vitest';
import { main } from '../../src/main.js';
import { createFakeContext } from '../helpers/fake-context.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { type Script, startScriptedServer } from '../helpers/scripted-server.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const GLUED: Script = {
  greeting: '220smtp ready',
  replies: { AUTH: '235ok', MAIL: '250ok', RCPT: '250ok', '.': '250ok' },
};

async function run(words: string[], script: Script) {
  const server = await startScriptedServer(script);
  closers.push(() => server.close());
  const password = plantPassword();
  const env = {
    SMTP_URI: `smtp://me:${encodeURIComponent(password)}@127.0.0.1:${server.port}/?ignoreTLS=true`,
    SMTP_SENDER: 'me@x.org',
  };
  const context = createFakeContext({ argv: ['smtp', ...words], env });
  const code = await main(context);
  expectNoSecret({ stdout: context.out, stderr: context.err }, password);
  return { code, stdout: context.out };
}

describe('a code without a blank behind it', () => {
  it('counts as nodemailer counts it, at every step', async () => {
    const verified = await run(['verify'], GLUED);
    expect(verified.code).toBe(0);
    expect(verified.stdout).toMatch(/^✓ 127\.0\.0\.1:\d+ answers, accepts the login and accepts/);
    const sent = await run(['test', '--to', 'you@x.org'], GLUED);
    expect(sent.code).toBe(0);
    expect(sent.stdout).toMatch(/^✓ The server accepted the mail for you@x\.org/);
    const chinese = await run(['verify', '--lang', 'zh-CN'], GLUED);
    expect(chinese.stdout).not.toContain('离线');
  });

  it('is no welcome where it is none', async () => {
    const { code, stdout } = await run(['verify'], { greeting: '554no' });
    expect(code).toBe(76);
    expect(stdout).toMatch(/^✗ /);
  });
});
