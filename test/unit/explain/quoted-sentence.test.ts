import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const told = async (text: string) =>
  (await explain([text])).findings.map(({ cause, reply }) => [cause, reply?.text]);

describe('a reply within a sentence of a person', () => {
  it.each([
    [
      '服务器返回：535 Error: authentication failed（我密码是对的）',
      '535 Error: authentication failed',
    ],
    ['报错 535 Login fail，密码没错的啊，求助', '535 Login fail'],
    ['535 Login fail，授权码我直接复制的，没有空格', '535 Login fail'],
    ['535 Login fail 怎么办', '535 Login fail'],
    ['535 解决了，是密码错了', '535'],
    ['535 认证失败，但我密码是对的', '535 认证失败'],
    ['535 认证失败，口令是芝麻开门', '535 认证失败'],
    ['Error: Invalid login: 535 Login fail，授权码没错', '535 Login fail'],
  ])('ends where the person goes on: %s', async (text, reply) => {
    expect(await told(text)).toEqual([['auth-failed', reply]]);
  });

  it('leaves what the person says behind it to be read', async () => {
    const over = '以前报 535 Login fail 已经解决了，现在报 Error: Connection timeout';
    expect(await told(over)).toEqual([['connection-timeout', undefined]]);
    const both = '先报 535 5.7.8 Login fail，然后报 connect ECONNREFUSED 192.0.2.1:465';
    expect((await told(both)).map(([cause]) => cause)).toEqual([
      'auth-failed',
      'connection-refused',
    ]);
  });

  it.each([
    '535 Error: 请使用授权码登录。详情请看: http://service.mail.qq.com/cgi-bin/help?id=28',
    '535 Login fail，请使用授权码登录',
    '550 user@example.org 发件人被拒绝 - ERR082',
    '550 5.7.606 访问被拒绝, 禁止发送 IP [203.0.113.4];若要请求从此列表中删除, 请访问 https://sender.office.com/',
    '535 认证失败，密码是错误的',
    '550 邮件被拒绝，如有疑问请联系我们',
  ])('is whole where the server goes on: %s', async (text) => {
    expect((await told(text)).map(([, reply]) => reply)).toEqual([text]);
  });

  it('is none where its code is only denied', async () => {
    expect(await told('not a 535 error, mail arrives now')).toEqual([]);
  });
});
