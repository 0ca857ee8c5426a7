import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

const causesIn = async (text: string) =>
  (await explain([text])).findings.map(({ cause, step }) => [cause, step]);

describe('a reply without a step', () => {
  it.each([
    ['550 User has no permission', 'auth-disabled', 'auth'],
    ['163 邮箱 报 550 User has no permission', 'auth-disabled', 'auth'],
    ['550 用户没有权限', 'auth-disabled', 'auth'],
    ['550 账号无 SMTP 权限', 'auth-disabled', 'auth'],
    ["550 This account doesn't have permission", 'auth-disabled', 'auth'],
    ['550 user has no permission to send as c@d.cn', 'sender-mismatch', 'mail-from'],
    ['550 5.7.1 user has no permission to send to this recipient', 'recipient-rejected', 'rcpt-to'],
    ['550 This domain is not associated with your account', 'sender-rejected', 'mail-from'],
    ['550 No such user here', 'recipient-unknown', 'rcpt-to'],
  ])('is one of the step whose words it has: %s', async (text, cause, step) => {
    expect(await causesIn(text)).toEqual([[cause, step]]);
  });

  it.each([
    '553 You are not authorized to send mail, authentication is required',
    '553 sender rejected, please log in first',
  ])('wants the login that it names: %s', async (text) => {
    expect(await causesIn(text)).toEqual([['auth-required', 'mail-from']]);
  });
});
