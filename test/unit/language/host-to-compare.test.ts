import { describe, expect, it } from 'vitest';
import { search as english } from '../../../src/language/en/search.js';
import { hostToCompare } from '../../../src/language/plans/search.js';
import { search as chinese } from '../../../src/language/zh-cn/search.js';
import { read } from '../../helpers/sources.js';

describe('the host to compare with', () => {
  it.each([
    ['en', 'mail.corp.example', 'smtp.gmail.com'],
    ['en', 'smtp.gmail.com', 'smtp.office365.com'],
    ['en', 'aspmx.l.google.com.', 'smtp.office365.com'],
    ['zh-CN', 'mail.corp.cn', 'smtp.qq.com'],
    ['zh-CN', 'SMTP.QQ.com', 'smtp.163.com'],
    ['zh-CN', 'smtp.exmail.qq.com', 'smtp.163.com'],
    ['zh-CN', 'smtp.gmail.com', 'smtp.qq.com'],
  ] as const)('in %s, where %s is silent, is %s', (language, silent, advised) => {
    expect(hostToCompare(language, silent)).toBe(advised);
  });

  it('is a third one, where two are silent', () => {
    expect(hostToCompare('en', 'smtp.gmail.com', 'smtp.office365.com')).toBe('smtp.qq.com');
    expect(hostToCompare('zh-CN', 'smtp.qq.com', 'smtp.163.com')).toBe('smtp.office365.com');
  });

  it('is the one that help and documentation name', () => {
    expect(read('docs/reference.md')).toContain(`such as ${hostToCompare('en')} `);
    expect(read('docs/reference.zh-CN.md')).toContain(`例如 ${hostToCompare('zh-CN')}，`);
    const page = read('docs/causes/connection-timeout.md');
    expect(page).toContain(`\`--control-host ${hostToCompare('en')}\``);
    expect(page).toContain(`\`--control-host ${hostToCompare('zh-CN')}\``);
  });
});

describe('a comparison', () => {
  const server = { host: 'smtp.gmail.com', port: 465 };

  it('of a host with itself shows nothing, and says so', () => {
    const itself = { host: 'SMTP.gmail.com.', open: [] };
    expect(english.nothingAnswers(server, [465], itself)).toMatch(
      /shows nothing.*--control-host smtp\.office365\.com$/,
    );
    expect(chinese.nothingAnswers(server, [465], itself)).toMatch(
      /看不出什么.*--control-host smtp\.qq\.com$/,
    );
  });

  it('with a silent host blames the network no more than the two', () => {
    const silent = { host: 'smtp.qq.com', open: [] };
    const words = chinese.nothingAnswers(server, [465], silent);
    expect(words).not.toContain('很可能');
    expect(words).toMatch(/也可能只是.*--control-host smtp\.163\.com$/);
  });

  it("is not advised for a server in a network of one's own", () => {
    const inside = { host: '172.17.0.1', port: 25 };
    expect(english.nothingAnswers(inside, [25], undefined)).not.toContain('--control-host');
  });
});
