import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD } from '../helpers/run-bin.js';
import { type CauseCase, expectCause } from './cause-case.js';
import { closeAtEnd, closedPort, envOf, runJson, startScript } from './support.js';

const BLACKHOLE = fileURLToPath(new URL('../helpers/blackhole-preload.mjs', import.meta.url));

/** Gives the same answer to EHLO and to HELO, which is tried after it. */
function hello(reply: string) {
  return { replies: { EHLO: reply, HELO: reply } };
}

const CASES: CauseCase[] = [
  {
    name: 'a port where nobody listens',
    start: closedPort,
    cause: 'connection-refused',
    step: 'connect',
    exitCode: 69,
    retryable: true,
  },
  {
    name: 'an address that never answers',
    uri: { host: '192.0.2.1' },
    run: { preload: [BLACKHOLE] },
    args: ['--timeout', '1'],
    cause: 'connection-timeout',
    step: 'connect',
    exitCode: 69,
    retryable: true,
  },
  {
    name: 'an address without a route',
    uri: { host: '255.255.255.255' },
    cause: 'network-unreachable',
    step: 'connect',
    exitCode: 69,
    retryable: true,
  },
  {
    name: 'a server that says nothing',
    script: { greeting: null },
    args: ['--timeout', '1'],
    cause: 'server-silent',
    step: 'greeting',
    exitCode: 69,
    retryable: true,
  },
  ...(['220-mx.example.org\r\n220-hello\r\n', '220 mx.example.org hel'] as const).map(
    (begun): CauseCase => ({
      name: `a server that says no more than ${JSON.stringify(begun)}`,
      script: { greeting: { act: (socket) => socket.write(begun) } },
      args: ['--timeout', '1'],
      cause: 'timeout',
      step: 'greeting',
      exitCode: 69,
      retryable: true,
      words: /began a reply .*"220.mx\.example\.org/,
    }),
  ),
  {
    name: 'a server that hangs up in the middle of its greeting',
    script: { greeting: { reply: '220-mx.example.org', thenClose: true } },
    cause: 'connection-closed',
    step: 'greeting',
    exitCode: 69,
    retryable: true,
    words: /hung up in the middle.*"220-mx\.example\.org"/s,
  },
  {
    name: 'a server that hangs up in the middle of a line',
    script: {
      greeting: {
        act: (socket) => {
          socket.write('220 mx.exa');
          setTimeout(() => socket.end(), 200);
        },
      },
    },
    cause: 'connection-closed',
    step: 'greeting',
    exitCode: 69,
    retryable: true,
    words: /hung up in the middle.*"220 mx\.exa"/s,
  },
  {
    name: 'a server that hangs up at once',
    script: { greeting: 'close' },
    cause: 'connection-closed',
    step: 'greeting',
    exitCode: 69,
    retryable: true,
  },
  ...[
    'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n',
    '* OK [CAPABILITY IMAP4rev1] Dovecot ready.',
    '+OK POP3 ready <1896.697170952@example.com>',
    'SSH-2.0-OpenSSH_9.2p1 Debian-2',
    Buffer.from([0x4a, 0x00, 0x00, 0x00, 0x0a, 0xff, 0x0d, 0x0a]),
  ].map(
    (greeting): CauseCase => ({
      name: `a greeting that is none: ${JSON.stringify(String(greeting))}`,
      script: { greeting },
      cause: 'not-smtp',
      step: 'greeting',
      exitCode: 76,
      never: /^(?:EHLO|HELO|AUTH|MAIL|STARTTLS)/i,
    }),
  ),
  {
    name: 'a greeting with 421',
    script: { greeting: { reply: '421 4.3.2 Too many connections', thenClose: true } },
    cause: 'server-busy',
    step: 'greeting',
    exitCode: 75,
    retryable: true,
  },
  {
    name: 'a greeting with 554',
    script: { greeting: { reply: '554 5.7.1 Your address is refused', thenClose: true } },
    cause: 'ip-blocked',
    step: 'greeting',
    exitCode: 77,
  },
  ...['501 5.5.4 Invalid domain name', '504 5.5.2 Need a fully-qualified name', '550 5.7.0 No'].map(
    (reply): CauseCase => ({
      name: `EHLO and HELO answered with ${reply}`,
      script: hello(reply),
      cause: 'helo-rejected',
      step: 'ehlo',
      exitCode: 76,
    }),
  ),
  {
    name: 'EHLO and HELO answered with garbage',
    script: hello('what?'),
    cause: 'protocol-error',
    step: 'ehlo',
    exitCode: 76,
  },
  {
    name: 'EHLO answered with 421',
    script: hello('421 4.7.0 Try again later'),
    cause: 'server-busy',
    step: 'ehlo',
    exitCode: 75,
    retryable: true,
  },
  {
    name: 'a hang-up at EHLO',
    script: { replies: { EHLO: 'close' } },
    cause: 'connection-closed',
    step: 'ehlo',
    exitCode: 69,
    retryable: true,
  },
  {
    name: 'silence at EHLO',
    script: { replies: { EHLO: 'silence' } },
    args: ['--timeout', '1'],
    cause: 'timeout',
    step: 'ehlo',
    exitCode: 69,
    retryable: true,
  },
  {
    name: 'a reply to EHLO that never ends',
    script: { replies: { EHLO: '250-scripted.example' } },
    args: ['--timeout', '1'],
    cause: 'timeout',
    step: 'ehlo',
    exitCode: 69,
    retryable: true,
  },
];

describe.concurrent('causes before the login', () => {
  it.each(CASES)('$name → $cause', async (test) => {
    await expectCause(test);
  });

  it.each(['501 5.5.1 No EHLO here', '502 5.5.1 Not implemented', 'what?'])(
    'goes on with HELO where EHLO is answered with %s',
    async (reply) => {
      const server = await startScript({ replies: { EHLO: reply } });
      const { code, report, stderr } = await runJson(['verify'], { env: envOf(server) });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(server.commands).toContainEqual(expect.stringMatching(/^HELO /));
      expect(report.steps).toContainEqual(
        expect.objectContaining({ name: 'mail-from', status: 'ok' }),
      );
    },
  );
});

describe.concurrent('causes of DNS', () => {
  it.each([
    ['a name that does not exist', 'nxdomain', 'host-not-found', 68, false],
    ['a name without an address', {}, 'host-not-found', 68, false],
    ['a name server that says nothing', 'silent', 'dns-unavailable', 75, true],
    ['a name server in trouble', 'servfail', 'dns-unavailable', 75, true],
  ] as const)('%s', async (_name, record, cause, exitCode, retryable) => {
    const dns = await startDnsServer({ 'mail.fixture.example': record });
    closeAtEnd(() => dns.close());
    const run = { preload: [DNS_PRELOAD], env: { TEST_DNS_SERVER: dns.address } };
    const uri = { host: 'mail.fixture.example' };
    const args = ['--timeout', '2'];
    await expectCause({ name: cause, run, uri, args, step: 'dns', cause, exitCode, retryable });
    expect(dns.queries).toContain('mail.fixture.example A');
  });
});
