import { describe, expect, it } from 'vitest';
import { runBin } from '../helpers/run-bin.js';

describe.concurrent('explain', () => {
  it.each([
    [
      'Error: SMTP 服务不可用',
      '[uri-missing]',
      'no working mail service when it started',
      '启动时邮件服务不可用',
    ],
    ['Error: 邮件发送失败', '[unknown]', 'the reason is not in this text', '没有说明原因'],
    [
      "RequestTimeoutError: Request is timed out when call 'mail.sendMail' action on 'node-1' node.",
      '[timeout]',
      'longer than 10 seconds',
      '超过了 10 秒',
    ],
  ])("knows what Tailchat's own server says: %s", async (text, cause, english, chinese) => {
    const [en, zh] = await Promise.all(
      ['en', 'zh-CN'].map((lang) => runBin(['smtp', 'explain', text, '--lang', lang])),
    );
    expect([en?.code, zh?.code]).toEqual([0, 0]);
    expect(en?.stdout).toContain(cause);
    expect(en?.stdout).toContain(english);
    expect(zh?.stdout).toContain(chinese);
  });
});
