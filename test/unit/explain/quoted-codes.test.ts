import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

describe('a code of the system', () => {
  it.each([
    '连接被拒绝',
    '连接被拒绝 192.0.2.1:25',
    '域名解析失败 smtp.qq.com',
    '域名解析暂时失败',
    '网络不可达',
    '由于目标计算机积极拒绝，无法连接。 192.0.2.1:25',
    '远程证书无效',
    'Verbindungsaufbau abgelehnt',
    'Отказано в соединении',
    'Connection refused',
    'no such host',
    'Network is unreachable',
    'self-signed certificate',
  ])('is not quoted where the text does not have it: %s', async (text) => {
    for (const lang of ['en', 'zh-CN'] as const) {
      const { findings } = await explain(text, { lang });
      expect(findings).toHaveLength(1);
      expect(JSON.stringify(findings)).not.toMatch(
        /\((?:E[A-Z_]{5,}|[A-Z]+_[A-Z_]{6,})\)|（(?:E[A-Z_]{5,}|[A-Z]+_[A-Z_]{6,})）/,
      );
    }
  });

  it('is quoted where it stood', async () => {
    const { findings } = await explain('连接被拒绝 ECONNREFUSED');
    expect(findings[0]?.explanation).toContain('ECONNREFUSED');
  });
});
