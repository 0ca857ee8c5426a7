import { describe, expect, it } from 'vitest';
import { within as inEnglish } from '../../../src/language/en/phrases.js';
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
