import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';

const PASSWORD = plantPassword();

async function domain(user: string, host: string, sender: string) {
  const uri = `smtps://${encodeURIComponent(user)}:${encodeURIComponent(PASSWORD)}@${host}:465/`;
  const result = await runBin(['smtp', 'domain', '--offline'], {
    env: { SMTP_URI: uri, SMTP_SENDER: sender },
  });
  expectNoSecret(result, PASSWORD, user);
  return result;
}

// 163: "553 Mail from must equal authorized user"; QQ: "501 mail from address must be same as authorization user".
describe.concurrent('a sender of one’s own domain through a free mailbox', () => {
  it.each([
    ['me@163.com', 'smtp.163.com'],
    ['12345@qq.com', 'smtp.qq.com'],
  ])('%s is told that no record helps', async (user, host) => {
    const { code, stdout } = await domain(user, host, 'no@corp.example');
    expect(code).not.toBe(0);
    expect(stdout).toMatch(/A login at \S+ cannot send for corp\.example/);
    expect(stdout).not.toContain('include:');
  });

  it.each([
    ['me@163.com', 'smtp.163.com', 'me@163.com'],
    ['me@corp.example', 'smtp.exmail.qq.com', 'no@corp.example'],
    ['apikey', 'smtp.sendgrid.net', 'no@corp.example'],
  ])('%s at %s sending as %s is another case', async (user, host, sender) => {
    const { stdout } = await domain(user, host, sender);
    expect(stdout).not.toContain('A login at');
  });
});
