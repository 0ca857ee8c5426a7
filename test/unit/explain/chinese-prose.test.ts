import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const found = async (text: string) => (await explain([text])).findings;

describe('a number in a Chinese sentence', () => {
  it.each([
    '发了 550 封邮件，全部被当成垃圾邮件',
    '一天只能发 450 封邮件吗，超过限制',
    '用户反馈说收不到验证码，550 个用户',
    '421 台服务器，超时',
    '服务器返回 550 多条记录，邮件失败',
    '充值 550 元后 邮件发送失败',
    '等了 421 秒，邮件超时',
  ])('before a measure word is no reply: %s', async (text) => {
    expect((await found(text)).filter(({ reply }) => reply)).toEqual([]);
  });

  it.each([
    ['550 封禁的 IP', 'ip-blocked'],
    ['503 次序错误', 'protocol-error'],
    ['554 邮件被拒绝', 'content-rejected'],
    ['550 个人邮箱不存在', 'recipient-unknown'],
  ])('is a reply before a word that begins alike: %s', async (text, cause) => {
    expect((await found(text)).map((one) => one.cause)).toEqual([cause]);
  });
});
