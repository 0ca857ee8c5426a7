import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { type CauseCase, expectCause } from './cause-case.js';
import { closeAtEnd, envOf, run, runJson, startRaw, startScript, USER } from './support.js';

// No word of a login may be said where the certificate is not in order.
const LOGIN = /^(AUTH|MAIL)/;

const OLD: TlsOptions = {
  minVersion: 'TLSv1',
  maxVersion: 'TLSv1.1',
  ciphers: 'DEFAULT@SECLEVEL=0',
};
// The certificate has an RSA key: no client can agree on this.
const NO_SHARED_CIPHER: TlsOptions = {
  maxVersion: 'TLSv1.2',
  ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256',
};

/** What a server's TLS may have wrong; a function, for certificates are made when asked for. */
const FAULTS: [name: string, tls: () => TlsOptions, cause: CauseCase['cause'], ca?: string][] = [
  ['a self-signed certificate', () => certificates.selfSigned, 'certificate-untrusted'],
  ['an unknown authority', () => certificates.trusted, 'certificate-untrusted', ''],
  ['an expired certificate', () => certificates.expired, 'certificate-expired'],
  ['a certificate of tomorrow', () => certificates.notYetValid, 'certificate-expired'],
  ['a certificate for another name', () => certificates.wrongName, 'certificate-hostname'],
  ['old versions of TLS only', () => ({ ...certificates.trusted, ...OLD }), 'tls-version'],
  ['no shared cipher', () => ({ ...certificates.trusted, ...NO_SHARED_CIPHER }), 'tls-version'],
];

describe.concurrent.each(FAULTS)('%s', (name, tls, cause, ca) => {
  const run = ca === undefined ? {} : { env: { NODE_EXTRA_CA_CERTS: ca } };
  const expected = { name, cause, exitCode: 76, never: LOGIN, run };

  it('is named for TLS from the first byte', async () => {
    const uri = { scheme: 'smtps' } as const;
    const script = { implicitTls: tls() };
    const { report } = await expectCause({ ...expected, uri, script, step: 'tls' });
    expectCertificate(cause, report.steps.find((step) => step.name === 'tls')?.certificate);
  });

  it('is named for STARTTLS', async () => {
    const script = { tls: tls() };
    const { report } = await expectCause({ ...expected, script, step: 'starttls' });
    expectCertificate(cause, report.steps.find((step) => step.name === 'starttls')?.certificate);
  });
});

/** A person who is told that a certificate is wrong has to see which it is. */
function expectCertificate(cause: string, certificate: unknown): void {
  const shown = { subject: expect.any(String), sha256: expect.any(String) };
  if (cause.startsWith('certificate-')) expect(certificate).toMatchObject(shown);
  else expect(certificate).toBeUndefined();
}

const CASES: CauseCase[] = [
  {
    name: 'smtps:// on a port that speaks plain SMTP',
    uri: { scheme: 'smtps' },
    cause: 'tls-on-plain-port',
    step: 'tls',
    exitCode: 76,
    never: LOGIN,
  },
  {
    name: 'smtp:// on a port that waits for TLS',
    start: () => startScript({ implicitTls: certificates.trusted }),
    cause: 'plain-on-tls-port',
    step: 'greeting',
    exitCode: 76,
  },
  ...(
    [
      ['IMAP', '* OK [CAPABILITY IMAP4rev1] Dovecot ready.\r\n'],
      ['POP3', '+OK POP3 ready\r\n'],
      ['SSH', 'SSH-2.0-OpenSSH_9.2p1\r\n'],
    ] as const
  ).map(
    ([name, greeting]): CauseCase => ({
      name: `smtps:// on a port of ${name}`,
      uri: { scheme: 'smtps' },
      start: () => startRaw((socket) => socket.resume().write(greeting)),
      cause: 'not-smtp',
      step: 'tls',
      exitCode: 76,
    }),
  ),
  {
    name: 'smtps:// on a port of HTTP',
    uri: { scheme: 'smtps' },
    start: () =>
      startRaw((socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      ),
    cause: 'not-smtp',
    step: 'tls',
    exitCode: 76,
  },
  {
    name: 'a hang-up in the handshake',
    uri: { scheme: 'smtps' },
    start: () => startRaw((socket) => socket.once('data', () => socket.destroy())),
    cause: 'connection-closed',
    step: 'tls',
    exitCode: 69,
    retryable: true,
  },
  {
    name: 'a server that never answers the handshake',
    uri: { scheme: 'smtps' },
    start: () => startRaw((socket) => socket.resume()),
    args: ['--timeout', '1'],
    cause: 'server-silent',
    step: 'tls',
    exitCode: 69,
    retryable: true,
    words: /accepts the connection and then says nothing.*No answer came within/s,
    first: /^Check the port: smtps:\/\/ belongs to 465/,
  },
  {
    name: 'silence half-way through the handshake',
    uri: { scheme: 'smtps' },
    // The head of a TLS record (RFC 8446 section 5.1): a handshake message of 122 bytes is to follow.
    start: () => startRaw((socket) => socket.write(Buffer.from('160303007a', 'hex'))),
    args: ['--timeout', '1'],
    cause: 'timeout',
    step: 'tls',
    exitCode: 69,
    retryable: true,
    words: /stopped half-way/,
  },
  {
    name: 'STARTTLS required and not offered',
    uri: { query: 'requireTLS=true' },
    cause: 'starttls-unavailable',
    step: 'starttls',
    exitCode: 76,
    words: /Because of requireTLS=true/,
    never: LOGIN,
  },
  ...['requireTLS=true', ''].flatMap((query): CauseCase[] => [
    {
      name: `STARTTLS refused with 454 (${query})`,
      script: {
        tls: certificates.trusted,
        replies: { STARTTLS: '454 4.7.0 TLS not available due to temporary reason' },
      },
      uri: { query },
      cause: 'starttls-unavailable',
      step: 'starttls',
      exitCode: 76,
      retryable: true,
      never: LOGIN,
    },
    {
      name: `garbage after STARTTLS was taken (${query})`,
      start: startGarbageAfterStarttls,
      uri: { query },
      cause: 'tls-failed',
      step: 'starttls',
      exitCode: 76,
    },
  ]),
  {
    name: 'STARTTLS answered with garbage',
    script: { tls: certificates.trusted, replies: { STARTTLS: 'what?' } },
    cause: 'protocol-error',
    step: 'starttls',
    exitCode: 76,
    never: LOGIN,
  },
  {
    name: 'STARTTLS answered with 421',
    script: { tls: certificates.trusted, replies: { STARTTLS: '421 4.3.2 Shutting down' } },
    cause: 'server-busy',
    step: 'starttls',
    exitCode: 75,
    retryable: true,
    never: LOGIN,
  },
  {
    name: 'a hang-up at STARTTLS',
    script: { tls: certificates.trusted, replies: { STARTTLS: 'close' } },
    cause: 'connection-closed',
    step: 'starttls',
    exitCode: 69,
    retryable: true,
  },
  {
    name: 'MAIL answered with 530 where STARTTLS was offered and not used',
    script: {
      tls: certificates.trusted,
      replies: { MAIL: '530 5.7.0 Must issue a STARTTLS command first' },
    },
    uri: { query: 'ignoreTLS=true' },
    cause: 'starttls-required',
    step: 'mail-from',
    exitCode: 76,
  },
];

function startGarbageAfterStarttls(): Promise<{ port: number }> {
  return startRaw((socket) => {
    const replies = ['250-raw.example\r\n250 STARTTLS\r\n', '220 Go ahead\r\n'];
    socket.on('data', () => socket.write(replies.shift() ?? '500 5.5.2 What did you say?\r\n'));
    socket.write('220 raw.example ESMTP\r\n');
  });
}

describe('smtp:// on a port that waits for TLS', () => {
  it('is told in seconds, not when the time is up', async () => {
    const server = await startScript({ implicitTls: certificates.trusted });
    const start = performance.now();
    const { report } = await runJson(['verify'], { env: envOf(server, { password: 'planted' }) });
    expect(report.failure?.cause).toBe('plain-on-tls-port');
    expect(performance.now() - start).toBeLessThan(8000);
    expect(report.ms).toBeLessThan(3500);
    expect(report.failure?.suggestion).toMatchObject({ changes: ['smtp -> smtps'], proof: 'auth' });
  });
});

describe('smtp:// on the port of a web server, which waits to be spoken to', () => {
  it('is told in seconds, too', async () => {
    const web = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    closeAtEnd(() => web.close());
    const { port } = web.address() as AddressInfo;
    const password = plantPassword();
    const result = await runJson(['verify'], { env: envOf({ port }, { password }) });
    const { failure, ms } = result.report;
    expect(failure).toMatchObject({ cause: 'not-smtp', step: 'greeting', suggestion: null });
    expect(ms).toBeLessThan(12_000);
    expectNoSecret(result, password, USER);
  });
});

describe.concurrent('causes of encryption', () => {
  it.each(CASES)('$name → $cause', async (test) => {
    await expectCause(test);
  });

  // Nodemailer then looks for no login among the extensions, so Tailchat's server makes none either.
  it.each([
    ['', certificates.trusted],
    ['requireTLS=true&', certificates.trusted],
    ['requireTLS=true&', undefined],
  ])('goes on without STARTTLS where the settings allow it: %s', async (first, tls) => {
    const replies = { STARTTLS: '454 4.7.0 TLS not available' };
    const server = await startScript({ replies, ...(tls ? { tls } : {}) });
    const password = plantPassword();
    const env = envOf(server, { password, query: `${first}opportunisticTLS=true` });
    const result = await runJson(['verify'], { env });
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const { steps, warnings } = result.report;
    expect(steps).toContainEqual(expect.objectContaining({ name: 'starttls', status: 'skipped' }));
    expect(warnings.map(({ code }) => code)).toContain('credentials-untested');
    expect(server.commands.join('\n')).not.toMatch(/^AUTH/m);
    expectNoSecret(result, password, USER);
  });

  it.each([
    ['certificate-expires-soon', () => certificates.expiringSoon, ''],
    ['tls-verification-off', () => certificates.selfSigned, 'tls.rejectUnauthorized=false'],
  ] as const)('passes with the warning %s', async (warning, certificate, query) => {
    const server = await startScript({ implicitTls: certificate() });
    const env = envOf(server, { scheme: 'smtps', query });
    const { code, report, stderr } = await runJson(['verify'], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(report.warnings.map(({ code }) => code)).toEqual([warning]);
  });
});

describe.concurrent('options of the URI that TLS does not take', () => {
  const queries = [
    'tls.minVersion=bogus',
    'tls.ciphers=bogus',
    'tls.ca=bogus',
    'tls.checkServerIdentity=bogus',
    'tls.servername=5',
    'tls.secureContext=bogus',
  ];
  const cases = queries.flatMap((query) =>
    (['smtps', 'smtp'] as const).map((scheme) => [query, scheme] as const),
  );
  it.each(cases)('%s ends in a verdict, not in a bug (%s)', async (query, scheme) => {
    const script = { [scheme === 'smtps' ? 'implicitTls' : 'tls']: certificates.trusted };
    const server = await startScript(script);
    const password = plantPassword();
    const env = envOf(server, { scheme, query, password });
    const result = await run(['verify', '--timeout', '3'], { env, timeoutMs: 7000 });
    expect([0, 69, 76, 78]).toContain(result.code);
    expect(result.stdout).toMatch(/^[✓✗] /);
    expect(result.stderr).toMatch(/^✗ settings|^✓ connect/m);
    expectNoSecret(result, password, USER);
  });
});
