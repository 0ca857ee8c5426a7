import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';

/** A letter without parts, in which the server that gave up puts a sentence before the other server's reply. */
const letter = (reason: string) =>
  [
    '发件人：Postmaster <postmaster@qq.com>',
    '主题：系统退信',
    '',
    '很抱歉您发送的邮件被退回，以下是该邮件的相关信息：',
    '无法发送到 someone@example.org',
    `退信原因 ${reason}`,
  ].join('\n');

describe('the reply behind a sentence that says only that there was one', () => {
  it.each([
    ['auth-policy-rejected', '邮件被对方服务器拒收。550 MI:SPF mx7, EsCowAB3'],
    ['ip-blocked', '对方拒收；554 5.7.1 Client host 192.0.2.1 blocked using example list'],
    ['mailbox-full', '邮件被对方服务器拒收。552 5.2.2 Mailbox is over quota'],
    ['recipient-rejected', '邮件被对方服务器拒收。'],
  ])('names the cause: %s', async (cause, reason) => {
    const { findings } = await explain(letter(reason));
    expect(findings[0]?.cause).toBe(cause);
  });
});
