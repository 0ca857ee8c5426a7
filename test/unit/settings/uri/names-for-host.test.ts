import { describe, expect, it } from 'vitest';
import { namesForHost } from '../../../../src/settings/uri/names-for-host.js';

describe('the names of a certificate that can stand for a host', () => {
  it.each([
    [['localhost', 'mail.example.com'], 'smtp.example.com', ['mail.example.com']],
    [
      ['other.example.net', 'mail.example.com'],
      'smtp.example.com',
      ['mail.example.com', 'other.example.net'],
    ],
    [['*.example.com', '192.0.2.1', 'mail.localhost'], 'smtp.example.com', []],
    // A name that only one network knows: for a host of the same domain, and for no other.
    [['mail.corp.internal'], 'smtp.corp.internal', ['mail.corp.internal']],
    [['mail.corp.internal', 'nas.local'], 'smtp.example.com', []],
    [['postfix'], 'mailserver', ['postfix']],
    [['postfix'], 'smtp.example.com', []],
  ])('%j for %s: %j', (names, host, expected) => {
    expect(namesForHost(names, host)).toEqual(expected);
  });
});
