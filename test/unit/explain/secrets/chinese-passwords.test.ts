import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/index.js';
import { expectNoSecret } from '../../../helpers/run-bin.js';

const PASSWORD = '芝麻开门';

describe('a password of Chinese signs that a paste names', () => {
  it.each([
    `口令：${PASSWORD}\n535 认证失败 ${PASSWORD}`,
    `535 认证失败 ${PASSWORD}\n密码是${PASSWORD}`,
    `授权码: "${PASSWORD}"\n535 认证失败 ${PASSWORD}`,
    `密码为${PASSWORD}，用户是 me\n535 authentication failed for ${PASSWORD}`,
    `535 认证失败 口令：${PASSWORD}`,
    `535 认证失败，口令是${PASSWORD}`,
  ])('is not shown in what is said of it: %s', async (text) => {
    const explanation = await explain(text);
    expect(explanation.findings).toHaveLength(1);
    expectNoSecret({ stdout: JSON.stringify(explanation), stderr: '' }, PASSWORD);
  });

  it.each([
    '密码：没有问题的\n535 密码没有问题的',
    '密码是错误的密码\n535 错误的密码',
    '密码：请重新生成\n535 请重新生成',
  ])('is no sentence about the password: %s', async (text) => {
    const { findings } = await explain(text);
    expect(findings.map(({ reply }) => reply?.text)).toEqual([text.split('\n')[1]]);
  });
});
