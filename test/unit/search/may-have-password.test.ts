import { describe, expect, it } from 'vitest';
import { mayHavePassword } from '../../../src/search/may-have-password.js';

// A password that was written down for one host is nobody else's business.
describe('a host that may have the password of another', () => {
  it.each([
    ['smtp.x.org', 'smtp.x.org', 'me'],
    ['smtp.x.org', 'imap.x.org', 'me'],
    ['mx.x.org', 'smtp.x.org', 'me'],
    ['smtp.x.org', 'x.org', 'me'],
    ['smtp.gmail.com', 'imap.gmail.com', 'me@corp.example'],
    ['smtp.exmail.qq.com', 'imap.exmail.qq.com', 'me@corp.example'],
    ['smtp.qq.com', 'smpt.qq.com', 'me'],
    ['smtp.qq.com', 'x.smtp.qq.com', '12345@qq.com'],
    ['smtp.office365.com', 'outlook.office365.com', 'me@corp.example'],
  ])('is %s for %s, login %s', (name, host, user) => {
    expect(mayHavePassword(name, host, user)).toBe(true);
  });

  it.each([
    ['ssl0.ovh.net', 'vps-1a2b3c4d.vps.ovh.net', 'me@corp.example'],
    [
      'email-smtp.eu-west-1.amazonaws.com',
      'ec2-192-0-2-1.eu-west-1.compute.amazonaws.com',
      'me@corp.example',
    ],
    ['smtpout.secureserver.net', '1.2.0.192.ip.secureserver.net', 'me@corp.example'],
    ['smtp.com.cn', 'mail.com.cn', 'me'],
    ['smtp.co.uk', 'mail.co.uk', 'me'],
    ['smtp.duckdns.org', 'mail.duckdns.org', 'me'],
    ['evil.cn.com', 'mail.corp.cn.com', 'me'],
    ['smtp.sina.com.cn', 'mail.corp.com.cn', 'me@corp.com.cn'],
    ['mx.y.net', 'smtp.x.org', 'me'],
    ['mx.x.org', 'customer17.x.org', 'me'],
    ['mail.x.org', '192.0.2.7', 'me'],
    ['smtp.qq.com', 'x.smtp.qq.com', 'me@corp.example'],
  ])('is not %s for %s, login %s', (name, host, user) => {
    expect(mayHavePassword(name, host, user)).toBe(false);
  });
});
