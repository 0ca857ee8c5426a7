import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../../src/explain/mask-secrets.js';

const SECRET = 'Zq7Wx9Kv3Tn5';
const PLAIN = Buffer.from(`\0me@mail.example\0${SECRET}`).toString('base64');

describe('a log is shown without what a program was given', () => {
  it.each([
    `535 密码：${SECRET} 错误`,
    `535 密码是 ${SECRET}`,
    `535 授权码 ${SECRET} 不正确`,
    `535 authentication failed: ${PLAIN}`,
    `550 <me:${SECRET}@mail.example>`,
    `535 pwd ${SECRET}`,
    `535 password ${SECRET}`,
    `getaddrinfo ENOTFOUND ${SECRET}@smtp.mail.example`,
    `535 password=${SECRET}`,
    `smtps://me:${SECRET}@mail.example`,
  ])('%s', (text) => {
    const shown = maskSecrets(text);
    expect(shown).not.toContain(SECRET);
    expect(shown).not.toContain(PLAIN);
    expect(shown).toContain('***');
  });

  it.each([
    '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
    '550 5.1.1 <bob@mail.example>: Recipient address rejected: User unknown',
    '553 5.7.1 sender:bob@mail.example not owned by user',
    '535 Login fail. Please enter your authorization code to login. 请输入授权码登录',
    '535 5.7.8 Username and Password not accepted. https://support.google.com/mail/?p=BadCredentials',
  ])('%s stays as it is', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('is quick on a long line', () => {
    const start = process.cpuUsage().user;
    for (const piece of ['a', 'a:', '@', 'a:b@', '密码', 'pwd 1']) maskSecrets(piece.repeat(4000));
    expect(process.cpuUsage().user - start).toBeLessThan(3_000_000);
  });
});
