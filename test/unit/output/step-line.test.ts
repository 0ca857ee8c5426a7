import { describe, expect, it } from 'vitest';
import { texts } from '../../../src/language/en/index.js';
import { describeStep } from '../../../src/output/step-line.js';
import type { ReportSettings, Step } from '../../../src/report/report.js';
import { makeReport } from '../../helpers/report.js';

const { output } = texts.interface;
const { settings } = makeReport();

function line(step: Partial<Step> & Pick<Step, 'name'>, changed: Partial<ReportSettings> = {}) {
  return describeStep({ status: 'ok', ms: 1, ...step }, { ...settings, ...changed }, output).join(
    ' ',
  );
}

const CERTIFICATE = {
  subject: 'mail.x.org',
  issuer: 'X CA',
  names: ['mail.x.org', '*.x.org'],
  validTo: '2030-01-02T03:04:05.000Z',
  sha256: 'AB:CD',
};

describe('describeStep', () => {
  it('names the settings and where they come from, without the password', () => {
    const text = line({ name: 'settings' });
    expect(text).toContain('smtps://me:***@mail.x.org:465/');
    expect(text).toContain('SMTP_URI from .env:3');
    expect(text).toContain('SMTP_SENDER from docker-compose.env:7');
  });

  it('says that there is no sender', () => {
    const text = line({ name: 'settings' }, { sender: null, senderSource: null });
    expect(text).toContain(output.noSender);
  });

  it.each([
    [{ name: 'dns', addresses: ['192.0.2.1', '2001:db8::1'] }, /192\.0\.2\.1.*2001:db8::1/],
    [{ name: 'dns', status: 'failed' }, /mail\.x\.org/],
    [{ name: 'connect', address: '192.0.2.1', port: 465 }, /192\.0\.2\.1.*465/],
    [{ name: 'connect', status: 'failed' }, /mail\.x\.org.*465/],
    [{ name: 'greeting', reply: '220 hi' }, /^220 hi$/],
    [{ name: 'ehlo', extensions: ['SIZE 1', 'AUTH PLAIN'], clientName: 'me' }, /me.*SIZE 1.*AUTH/],
    [{ name: 'ehlo', status: 'failed', reply: '501 no' }, /501 no/],
    [{ name: 'auth', mechanism: 'PLAIN' }, /PLAIN/],
    [{ name: 'auth', status: 'failed', mechanism: 'LOGIN' }, /LOGIN/],
    [{ name: 'mail-from', reply: '250 Ok' }, /me@x\.org.*250 Ok/],
    [{ name: 'rcpt-to', reply: '550 no' }, /550 no/],
    [{ name: 'data', reply: '250 queued' }, /250 queued/],
    [{ name: 'starttls', status: 'skipped', why: 'not offered' }, /^not offered$/],
  ] satisfies [Partial<Step> & Pick<Step, 'name'>, RegExp][])('of %j', (step, pattern) => {
    expect(line(step)).toMatch(pattern);
  });

  it('tells a login that was refused from one that was not', () => {
    expect(line({ name: 'auth', mechanism: 'PLAIN' })).not.toBe(
      line({ name: 'auth', mechanism: 'PLAIN', status: 'failed' }),
    );
  });

  it('shows version, cipher and certificate of TLS', () => {
    const step = { name: 'tls', protocol: 'TLSv1.3', cipher: 'X_256' } as const;
    const text = line({ ...step, certificate: CERTIFICATE });
    for (const part of ['TLSv1.3', 'X_256', '*.x.org', 'X CA', '2030-01-02']) {
      expect(text).toContain(part);
    }
    expect(line({ ...step, certificate: null })).toContain(output.noCertificate);
  });

  it.each(['greeting', 'ehlo', 'mail-from', 'rcpt-to', 'data', 'auth', 'starttls'] as const)(
    'keeps what the server says at %s on one line, without control characters',
    (name) => {
      const text = line({ name, reply: '250-a\n250 \x1b[2Jb\r\nc' });
      expect(text).toContain('250-a 250');
      expect(text).not.toMatch(/\p{Cc}/u);
    },
  );

  it('keeps the names in a certificate and the extensions on one line, too', () => {
    const certificate = { ...CERTIFICATE, names: ['a\nb\x1b'], issuer: 'c\nd' };
    const tls = line({ name: 'tls', protocol: 'TLSv1.3', cipher: 'X', certificate });
    const ehlo = line({ name: 'ehlo', clientName: 'me', extensions: ['A\n\x07B'] });
    expect(tls + ehlo).not.toMatch(/\p{Cc}/u);
  });

  it('does not fill the screen', () => {
    expect(line({ name: 'greeting', reply: `220 ${'x'.repeat(100_000)}` }).length).toBeLessThan(
      1000,
    );
  });
});
