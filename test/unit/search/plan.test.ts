import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../src/report/causes.js';
import type { Security } from '../../../src/report/report.js';
import { planServers } from '../../../src/search/plan.js';

function plan(
  cause: Cause,
  {
    host = 'smtp.x.org',
    port = 465,
    security = 'tls' as Security,
    names = [] as string[],
    user = 'me',
    isWayKnown = false,
  } = {},
) {
  const uri = { host, port, security, user, tls: {} };
  return planServers({ uri, cause, isWayKnown, certificateNames: names }).map(
    (candidate) => `${candidate.security} ${candidate.host}:${candidate.port}`,
  );
}

describe('the servers to try', () => {
  it('are those of the same host, TLS first before STARTTLS, what failed left out', () => {
    expect(plan('connection-refused', { port: 587 }).slice(0, 6)).toEqual([
      'tls smtp.x.org:465',
      'starttls smtp.x.org:587',
      'tls smtp.x.org:2525',
      'starttls smtp.x.org:2525',
      'starttls smtp.x.org:25',
    ]);
    expect(plan('tls-on-plain-port', { port: 465 })).not.toContain('tls smtp.x.org:465');
  });

  it('begin with a port that somebody has chosen', () => {
    expect(plan('tls-on-plain-port', { port: 1025 })[0]).toBe('starttls smtp.x.org:1025');
    const plain = { port: 1025, security: 'starttls-if-offered' } as const;
    expect(plan('plain-on-tls-port', plain)[0]).toBe('tls smtp.x.org:1025');
  });

  // The last two labels of a name may belong to everybody: a password would go to a stranger.
  it.each([
    ['imap.corp.com.cn', 'me@corp.com.cn'],
    ['mail.corp.co.uk', 'me@corp.co.uk'],
    ['pop.corp.com.au', 'me'],
    ['smpt.corp.bj.cn', 'me@corp.bj.cn'],
    ['nas.duckdns.org', 'me@nas.duckdns.org'],
  ])('are none of another owner below the same suffix: %s', (host, user) => {
    for (const cause of ['host-not-found', 'not-smtp', 'certificate-hostname'] as const) {
      const names = ['mx.stranger.net', `mx.stranger.${host.split('.').slice(-2).join('.')}`];
      const others = plan(cause, { host, user, names }).filter(
        (line) => !line.includes(host.slice(5)),
      );
      const told = others.filter((line) => !line.includes('stranger'));
      expect(told).toEqual([]);
    }
  });

  it('leave out another way to a port that has spoken', () => {
    const own = (isWayKnown: boolean) =>
      plan('certificate-expired', { port: 8465, isWayKnown }).filter((line) =>
        line.endsWith(':8465'),
      );
    expect(own(true)).toEqual([]);
    expect(own(false)).toEqual(['starttls smtp.x.org:8465']);
  });

  it('never protect less than was asked for', () => {
    for (const security of ['tls', 'starttls'] as const) {
      for (const cause of ['connection-refused', 'server-silent', 'uri-damaged'] as const) {
        const ways = plan(cause, { security }).map((line) => line.split(' ')[0]);
        expect(new Set(ways)).toEqual(new Set(['tls', 'starttls']));
      }
    }
  });

  it.each([
    ['imap.x.org', 'smtp.x.org'],
    ['pop.x.org', 'smtp.x.org'],
    ['pop3.x.org', 'smtp.x.org'],
    ['mail.x.org', 'smtp.x.org'],
    ['www.x.org', 'smtp.x.org'],
    ['x.org', 'smtp.x.org'],
    ['qq.com', 'smtp.qq.com'],
    ['imap.gmail.com', 'smtp.gmail.com'],
    ['mail.163.com', 'smtp.163.com'],
  ])('have the name for sending mail in place of %s', (host, wanted) => {
    const hosts = plan('host-not-found', { host }).map((line) => line.replace(/^\S+ |:\d+$/g, ''));
    expect(hosts).toContain(wanted);
    expect(hosts).not.toContain(host);
  });

  // One login is tried: of several products in a domain, it goes to the one that the address is of.
  it.each([
    ['12345@qq.com', 'imap.qq.com', 'smtp.qq.com'],
    ['12345@qq.com', 'smpt.qq.com', 'smtp.qq.com'],
    ['12345@qq.com', 'qq.com', 'smtp.qq.com'],
    ['me@corp.example', 'imap.exmail.qq.com', 'smtp.exmail.qq.com'],
    ['12345@qq.com', 'x.smtp.qq.com', 'smtp.qq.com'],
    ['me@gmail.com', 'imap.gmail.com', 'smtp.gmail.com'],
    ['me@corp.example', 'imap.gmail.com', 'smtp.gmail.com'],
    ['me@163.com', 'pop.163.com', 'smtp.163.com'],
    ['me@corp.example', 'imap.qiye.163.com', 'smtp.qiye.163.com'],
    ['me@aliyun.com', 'imap.aliyun.com', 'smtp.aliyun.com'],
  ])('of %s at %s begin with %s', (user, host, wanted) => {
    const others = plan('host-not-found', { host, user, port: 993 })
      .map((line) => line.replace(/^\S+ |:\d+$/g, ''))
      .filter((name) => name !== host);
    expect(others[0]).toBe(wanted);
  });

  it('are those of nobody else, where the address tells whose it is', () => {
    const hosts = plan('host-not-found', { host: 'imap.qq.com', user: '12345@qq.com' }).join();
    expect(hosts).not.toContain('exmail');
  });

  it('are those of a certificate before the other ports of a host that it is not for', () => {
    const hosts = plan('certificate-hostname', { names: ['mx.x.org'] }).map((line) =>
      line.replace(/^\S+ |:\d+$/g, ''),
    );
    expect([...new Set(hosts)]).toEqual(['mx.x.org', 'smtp.x.org']);
  });

  it('are of the same domain, whatever happens', () => {
    for (const host of ['smtp.x.org', 'x.org', 'imap.x.co.uk', 'smtp.qq.com']) {
      for (const cause of ['host-not-found', 'not-smtp', 'connection-timeout'] as const) {
        const domain = host.split('.').slice(-2).join('.');
        for (const line of plan(cause, { host })) expect(line).toMatch(new RegExp(`${domain}:`));
      }
    }
  });

  // Whoever stands in between can have a certificate for a name of his own, and lead that name to himself.
  // Whoever stands in between can have a certificate for a name of his own, and lead that name to himself.
  it('have no name of another owner from a refused certificate', () => {
    const names = ['mail.y.net', '*.y.net', 'mx.x.org'];
    expect(plan('certificate-hostname', { names })[0]).toBe('tls mx.x.org:465');
    expect(plan('certificate-hostname', { names }).join()).not.toMatch(/\*|y\.net/);
    const ofAddress = plan('certificate-hostname', { host: '192.0.2.7', names });
    expect(ofAddress.join()).not.toMatch(/y\.net|x\.org/);
  });

  it('have no name of another on a certificate that is shown in place of a provider’s', () => {
    const names = ['mx.stranger.net', 'mail.qq.com'];
    for (const host of ['smtp.qq.com', 'smtp.gmail.com', 'smtp.163.com']) {
      expect(plan('certificate-hostname', { host, names }).join()).not.toContain('stranger');
    }
    expect(plan('certificate-hostname', { host: 'smtp.qq.com', names }).join()).toContain(
      'mail.qq.com',
    );
  });

  it('have the names of the same domain, and none that only this machine means', () => {
    const names = [
      'localhost',
      'localhost.localdomain',
      'box',
      'nas.local',
      'mail.y.net',
      'mx.x.org',
    ];
    const hosts = plan('certificate-hostname', { names }).map((line) =>
      line.replace(/^\S+ |:\d+$/g, ''),
    );
    expect([...new Set(hosts)]).toEqual(['mx.x.org', 'smtp.x.org']);
    expect(hosts.join()).not.toMatch(/localhost|box|local/);
    const ofAddress = plan('certificate-hostname', { host: '127.0.0.1', names: ['localhost'] });
    expect(ofAddress.join()).not.toContain('localhost');
  });

  it('are the repaired one first, where the value was damaged', () => {
    expect(plan('uri-damaged', { port: 587, security: 'starttls-if-offered' })[0]).toBe(
      'starttls-if-offered smtp.x.org:587',
    );
  });

  it.each(['auth-failed', 'app-password-required', 'quota-exceeded', 'content-rejected'] as const)(
    'are none for %s',
    (cause) => {
      expect(plan(cause)).toEqual([]);
    },
  );
});
