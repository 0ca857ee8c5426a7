import { describe, expect, it } from 'vitest';
import { texts as english } from '../../../src/language/en/index.js';
import { within as inEnglish } from '../../../src/language/en/phrases.js';
import { texts as chinese } from '../../../src/language/zh-cn/index.js';
import { within as inChinese } from '../../../src/language/zh-cn/phrases.js';

describe('how long an answer was waited for', () => {
  it.each([
    [{ timeoutSeconds: 14, silentSeconds: 10.5 }, ' within 10.5 s', '在 10.5 秒内'],
    [
      { timeoutSeconds: 14, silentSeconds: 13.9 },
      ' within the 14 s that this check may take',
      '在检查限定的 14 秒内',
    ],
    [{ timeoutSeconds: 30, silentSeconds: 26, waitedSeconds: 7 }, ' within 7 s', '在 7 秒内'],
    [{ timeoutSeconds: 30 }, ' within the 30 s that this check may take', '在检查限定的 30 秒内'],
    [{}, '', ''],
  ])('is what was waited, where that is less than was allowed: %j', (facts, english, chinese) => {
    expect(inEnglish(facts)).toBe(english);
    expect(inChinese(facts)).toBe(chinese);
  });
});

describe('a silent port, where another of the host answers', () => {
  const seen = { port: 25, waitedSeconds: 3, neighbour: { port: 465, ms: 1 } };
  const explain = (facts: Parameters<(typeof english.causes)['connection-timeout']>[0]) =>
    [english, chinese].map(({ causes }) => causes['connection-timeout'](facts).explanation).join();

  it('leaves no doubt that there is a machine', () => {
    const inside = explain({ ...seen, host: '10.0.0.2' });
    expect(inside).not.toMatch(/no machine has|没有机器/);
    expect(inside).toMatch(/drops what goes to this port.*丢弃了通往这个端口的连接/s);
    expect(explain({ port: 25, host: '10.0.0.2' })).toMatch(/no machine has.*没有机器/s);
  });

  it('may be blocked by who hosts this machine, whatever address a proxy gave to a known server', () => {
    const provider = { name: 'QQ', kind: 'mailbox', isKnownHost: true } as const;
    const facts = { ...seen, host: 'smtp.qq.com', addresses: ['10.0.0.9'], provider };
    expect(explain(facts)).toMatch(/blocks mail ports.*云服务商封锁了发信端口/s);
  });
});
