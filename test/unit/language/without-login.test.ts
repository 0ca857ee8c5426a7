import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/language/index.js';
import { LANGUAGES } from '../../../src/language-codes.js';
import type { Facts } from '../../../src/report/facts.js';

const OF_ACCOUNTS = {
  en: /account|user who logs in|change user and password/,
  'zh-CN': /账号|改成登录/,
};

describe.each(LANGUAGES)('a sender that is refused where nobody logs in, in %s', (language) => {
  it.each(['sender-mismatch', 'sender-rejected'] as const)('%s', async (cause) => {
    const { causes } = await loadTexts(language);
    const facts: Facts = { senderAddress: 'noreply@corp.cn', host: 'mail.corp.cn', port: 465 };
    const words = (more: Facts) => {
      const { title, nextSteps } = causes[cause]({ ...facts, ...more });
      return [title, ...nextSteps].join('\n');
    };
    const without = words({ security: 'tls' });
    expect(without).not.toMatch(OF_ACCOUNTS[language]);
    expect(without).toContain('smtps://');
    expect(words({ security: 'tls', user: 'me' })).not.toContain('smtps://');
    // Of a pasted reply nobody knows whether there was a login.
    expect(words({})).not.toContain('smtps://');
  });
});
