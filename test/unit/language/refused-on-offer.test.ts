import { describe, expect, it } from 'vitest';
import { causes as english } from '../../../src/language/en/causes/index.js';
import { causes as chinese } from '../../../src/language/zh-cn/causes/index.js';
import type { Cause } from '../../../src/report/causes.js';
import type { Facts } from '../../../src/report/facts.js';

const told = (cause: Cause, facts: Facts) =>
  [english, chinese].map((language) => {
    const { title, explanation, nextSteps } = language[cause](facts);
    return [title, explanation, ...nextSteps].join('\n');
  }) as [string, string];

describe.each(['auth-needs-tls', 'starttls-required'] as const)('%s', (cause) => {
  it('knows that the connection was encrypted', () => {
    const [en, zh] = told(cause, { security: 'tls', port: 465, encrypted: true });
    expect(en).toMatch(
      /treats an encrypted connection[\s\S]*smtp:\/\/ with port 587[\s\S]*Ask whoever/,
    );
    expect(en).not.toMatch(/on an unencrypted|wants an encrypted|smtps:\/\/|ignoreTLS/);
    expect(zh).toMatch(/已经加密[\s\S]*smtp:\/\/ 和 587[\s\S]*管理员/);
    expect(zh).not.toMatch(/smtps:\/\/|ignoreTLS|要求先/);
  });

  it('after STARTTLS advises no other port, and without TLS says what it wants', () => {
    const [en, zh] = told(cause, { security: 'starttls', port: 587, encrypted: true });
    expect(en + zh).not.toMatch(/587|smtps/);
    const [plain, plainZh] = told(cause, { security: 'none', port: 587, encrypted: false });
    expect(plain).toMatch(/smtps:\/\/ with port 465/);
    expect(plainZh).toMatch(/smtps:\/\/ 和 465/);
  });
});

describe('auth-mechanism-unsupported', () => {
  it.each([['PLAIN', 'LOGIN'], ['CRAM-MD5'], ['GSSAPI', 'PLAIN']])(
    'of %s %s says that it offers it',
    (...names) => {
      const mechanisms = names.filter((name) => name !== undefined);
      const [en, zh] = told('auth-mechanism-unsupported', { mechanisms, encrypted: true });
      expect(en).toMatch(/offers a login, but refuses it/);
      expect(en).not.toMatch(/offers no way|offers only|Switch on PLAIN/);
      expect(zh).toMatch(/使用时却拒绝/);
      expect(zh).not.toMatch(/没有 Tailchat 支持|只提供|启用 PLAIN/);
    },
  );

  it('of others says that they do not help', () => {
    const [en, zh] = told('auth-mechanism-unsupported', { mechanisms: ['GSSAPI', 'NTLM'] });
    expect(en).toMatch(/offers no way to log in[\s\S]*offers only GSSAPI/);
    expect(zh).toMatch(/只提供 GSSAPI/);
  });
});

describe('tls-on-plain-port', () => {
  const facts: Facts = { security: 'tls', port: 2525 };

  it('demands STARTTLS only where it may be', () => {
    for (const words of told('tls-on-plain-port', facts)) expect(words).toContain('requireTLS');
    const [en] = told('tls-on-plain-port', facts);
    expect(en).toContain('requireTLS=true, if the server offers STARTTLS');
    const [taken] = told('tls-on-plain-port', { ...facts, starttlsSeen: 'taken' });
    expect(taken).toMatch(/requireTLS=true: STARTTLS then/);
  });

  it.each([
    ['not-offered', /Write smtp:\/\/ and keep the port, but only/],
    ['refused', /ignoreTLS=true, but only/],
  ] as const)('does not where it was %s', (starttlsSeen, way) => {
    const shut = { ...facts, starttlsSeen, shutPorts: [465] };
    for (const words of told('tls-on-plain-port', shut)) {
      expect(words).not.toMatch(/requireTLS|465/);
    }
    expect(told('tls-on-plain-port', shut)[0]).toMatch(way);
    expect(told('tls-on-plain-port', { ...facts, starttlsSeen })[0]).toMatch(/port 465, if/);
  });
});

describe('a port that was found shut', () => {
  it.each(['tls-on-plain-port', 'starttls-unavailable', 'starttls-required'] as const)(
    'is not advised for %s',
    (cause) => {
      const facts: Facts = { security: 'starttls-if-offered', port: 2525, encrypted: false };
      for (const words of told(cause, facts)) expect(words).toContain('465');
      for (const words of told(cause, { ...facts, shutPorts: [465, 587] })) {
        expect(words).not.toContain('465');
      }
    },
  );

  it('is not advised for a port of TLS', () => {
    const facts: Facts = { security: 'starttls', port: 2525, shutPorts: [587] };
    for (const words of told('plain-on-tls-port', facts)) expect(words).not.toContain('587');
  });
});
