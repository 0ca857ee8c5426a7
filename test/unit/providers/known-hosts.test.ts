import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../../src/providers/index.js';
import {
  foreignOwnerIdOf,
  KNOWN_HOSTS,
  nearestKnownHost,
} from '../../../src/providers/known-hosts.js';

describe('the owner of a free-mail domain', () => {
  it.each([
    ['qq.com', 'smtp.163.com', 'qq'],
    ['gmail.com', 'mail.example', 'gmail'],
    ['gmail.com', 'smtp.gmail.com', undefined],
    ['gmail.com', 'SMTP.Gmail.com.', undefined],
    ['gmail.com', 'smtp-relay.gmail.com', undefined],
    ['gmail.com', 'gmail.com.evil.example', 'gmail'],
    ['outlook.com', 'smtp.office365.com', undefined],
    ['163.com', 'smtp.qiye.163.com', undefined],
    ['126.com', 'smtp.qiye.163.com', undefined],
    ['foxmail.com', 'mx3.qq.com', undefined],
    ['example.org', 'smtp.163.com', undefined],
  ])('%s through %s: %s', (domain, host, owner) => {
    expect(foreignOwnerIdOf(domain, host)).toBe(owner);
  });

  it('is never its own stranger, whatever server of its own takes the mail', () => {
    for (const { servers, delivery } of PROVIDERS) {
      for (const { value } of delivery?.freeMail ?? []) {
        for (const domain of value.domains) {
          for (const { host } of servers) expect(foreignOwnerIdOf(domain, host)).toBeUndefined();
        }
      }
    }
  });

  it('is known without what else is known of the providers', () => {
    expect(JSON.parse(JSON.stringify(KNOWN_HOSTS))).toEqual(KNOWN_HOSTS);
  });
});

describe('the server that a misspelt host was meant to be', () => {
  it.each([
    ['smtp.qq.con', 'smtp.qq.com'],
    ['Smtp.QQ.con.', 'smtp.qq.com'],
    ['smtp.gmial.com', 'smtp.gmail.com'],
    ['smtp.163.co', 'smtp.163.com'],
    ['smtp.office356.com', 'smtp.office365.com'],
    // A server itself, one below a provider's domain, and strangers.
    ['smtp.qq.com', undefined],
    ['mx3.qq.com', undefined],
    ['smtp.ab.com', undefined],
    ['mail.example.org', undefined],
    ['mailserver', undefined],
  ])('%s: %s', (host, meant) => {
    expect(nearestKnownHost(host)).toBe(meant);
  });
});
