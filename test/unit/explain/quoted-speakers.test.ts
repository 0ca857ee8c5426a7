import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const saidOf = async (text: string) => {
  const { findings } = await explain([text]);
  expect(findings).toHaveLength(1);
  return findings.flatMap(({ title, explanation }) => [title, explanation]).join('\n');
};

describe("a reply that is quoted as the recipient's server's", () => {
  it.each([
    'host mx1.qq.com said: 550 Ip frequency limited. [MXAxxxxx IP: 203.0.113.5]. https://service.mail.qq.com/detail/0/1000',
    'host 163mx01.mxmail.netease.com said: 554 IP<203.0.113.5> in blacklist',
    'host gmail-smtp-in.l.google.com said: 550-5.7.1 [203.0.113.5] Our system has detected that this message is likely unsolicited mail',
    'host x-cn.mail.protection.outlook.com said: 550 5.7.606 Access denied, banned sending IP [203.0.113.5]',
    '对方邮件服务器返回：550 5.7.1 Service unavailable; client host [203.0.113.5] blocked using zen.spamhaus.org',
    '收件方服务器拒绝：554 IP<203.0.113.5> in blacklist',
    "the recipient's mail server said: 554 IP<203.0.113.5> in blacklist",
  ])('is told of that server: %s', async (text) => {
    expect(await saidOf(text)).toMatch(/recipient's/);
  });

  it.each([
    ['in the next line', 'host mx1.qq.com said:\n'],
    ['in the next line, behind an empty one', "The recipient's server responded:\n\n"],
    ['in the next line, indented', '对方邮件服务器返回：\n    '],
    ['behind its reason', '对方服务器拒收，原因如下：\n'],
    ['as Gmail has it', 'The response from the remote server was:\n\n'],
    ['without a colon', '收件方服务器返回\n'],
  ])('is told so %s', async (_, before) => {
    const reply = '554 5.7.1 Client host [203.0.113.5] blocked using zen.spamhaus.org';
    expect(await saidOf(`${before}${reply}`)).toMatch(/recipient's/);
  });

  it.each([
    'The mail server said:\n554 IP<203.0.113.5> in blacklist',
    'smtp.x.cn said:\n535 Login fail',
    '对方邮件服务器返回：\n后来又试了\n535 Login fail',
    'host smtp.x.cn said: 535 Login fail',
    '服务器返回：554 IP<203.0.113.5> in blacklist',
    'the server said: 554 IP<203.0.113.5> in blacklist',
  ])('is not told so of any other: %s', async (text) => {
    expect(await saidOf(text)).not.toMatch(/recipient's/);
  });
});
