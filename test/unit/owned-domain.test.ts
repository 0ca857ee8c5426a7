import { describe, expect, it } from 'vitest';
import { ownedDomain } from '../../src/owned-domain.js';

describe('the part of a name that belongs to one owner', () => {
  it.each([
    ['smtp.example.com', 'example.com'],
    ['a.b.c.example.com.', 'example.com'],
    ['SMTP.Example.COM', 'example.com'],
    ['smtp.web.de', 'web.de'],
    ['mail.corp.com.cn', 'corp.com.cn'],
    ['mail.corp.bj.cn', 'corp.bj.cn'],
    ['mail.corp.co.uk', 'corp.co.uk'],
    ['mail.corp.ne.jp', 'corp.ne.jp'],
    ['mail.nas.duckdns.org', 'nas.duckdns.org'],
    ['com.cn', 'com.cn'],
    ['localhost', 'localhost'],
    ['me.com', 'me.com'],
    ['mail.corp.cn.com', 'corp.cn.com'],
    ['mail.corp.idv.tw', 'corp.idv.tw'],
    ['co.com', 'co.com'],
  ])('of %s is %s', (name, domain) => {
    expect(ownedDomain(name)).toBe(domain);
  });
});
