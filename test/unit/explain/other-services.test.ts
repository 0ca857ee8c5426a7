import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';

/** A failure of MongoDB's driver, as Tailchat's server logs one with a wrong MONGO_URL. */
const OF_DRIVER = [
  'service-core-1  | MongoServerError: Authentication failed.',
  'service-core-1  |     at Connection.onMessage (/app/node_modules/mongodb/lib/cmap/connection.js:207:30)',
  'service-core-1  |   ok: 0,',
  "service-core-1  |   codeName: 'AuthenticationFailed',",
];
const LOGIN = 'service-core-1  | Error: Invalid login: 535 5.7.8 Authentication failed';

const OTHERS: readonly (readonly [name: string, text: string])[] = [
  ['MongoDB', OF_DRIVER.join('\n')],
  ['MongoDB', 'MongoServerError: Authentication failed.'],
  [
    'MongoDB',
    '{"t":{"$date":"2026-11-28T03:12:44.120Z"},"s":"I","c":"ACCESS","id":20249,"ctx":"conn3","msg":"Authentication failed","attr":{"mechanism":"SCRAM-SHA-256"}}',
  ],
  ['PostgreSQL', 'error: password authentication failed for user "tailchat"'],
  ['PostgreSQL', 'psql: error: connection to server at "db", port 5432 failed: Connection refused'],
  ['MySQL', 'Error: ER_ACCESS_DENIED_ERROR: Connection refused'],
  ['Redis', 'ReplyError: WRONGPASS invalid username-password pair: authentication failed'],
  [
    'Redis',
    'Error: connect ETIMEDOUT\n    at Socket.<anonymous> (/app/node_modules/ioredis/built/redis/index.js:327:37)',
  ],
  [
    'PostgreSQL',
    'Error: Connection terminated unexpectedly, connection reset\n    at Connection.<anonymous> (/app/node_modules/.pnpm/pg@8.11.3/node_modules/pg/lib/client.js:132:73)',
  ],
  ['HTTP', 'fatal: Authentication failed for https://github.com/x'],
  ['HTTP', 'FetchError: request to https://x.example failed, reason: certificate has expired'],
  ['HTTP', 'TypeError: fetch failed: connect ECONNREFUSED'],
  ['HTTP', 'AxiosError: connect ECONNREFUSED'],
  ['HTTP', 'curl: (7) Failed to connect to chat.example port 443: Connection refused'],
  ['HTTP', 'curl: (60) SSL certificate problem: certificate has expired, https://chat.example/'],
  ['HTTP', 'Error: connect ECONNREFUSED 203.0.113.5:443'],
  ['HTTP', 'Error: socket hang up'],
  [
    'HTTP',
    "TypeError [ERR_INVALID_URL]: Invalid URL\n    at new URL (node:internal/url:797:36) {\n  code: 'ERR_INVALID_URL',\n  input: 'https//chat.example'\n}",
  ],
  [
    'HTTP',
    'SSL_do_handshake() failed (SSL: error:0A000086:SSL routines::certificate verify failed) while SSL handshaking to upstream, client: 203.0.113.9',
  ],
  ['HTTP', 'nginx-1  | connect() failed (111: Connection refused)'],
  ['SSH', 'ssh: connect to host x.example port 22: Connection refused'],
  ['SSH', 'kex_exchange_identification: Connection closed by remote host'],
  ['LDAP', 'LDAPError: ldaps://ldap.example: certificate has expired'],
  ['LiveKit', 'livekit: could not connect: connection refused'],
  ['Tailchat', 'MoleculerError: 401 登录失败, 用户名或密码错误'],
  ['Tailchat', 'EntityError: 用户名或密码错误'],
  ['Tailchat', 'ValidationError: Parameters validation error! email must be valid'],
];

describe('a failure that names another service', () => {
  it.each(OTHERS)('is one of %s, and not of mail: %s', async (name, text) => {
    const alone = await explain(text);
    expect(alone).toMatchObject({ ok: false, findings: [], elsewhere: [name] });
    expect((await explain([text])).elsewhere).toEqual([name]);
  });

  it.each(OTHERS)('hides no failure of mail in the same text: %s, %s', async (_name, text) => {
    for (const both of [`${text}\n${LOGIN}`, `${LOGIN}\n${text}`]) {
      const { findings } = await explain(both);
      expect(findings.map(({ cause }) => cause)).toEqual(['auth-failed']);
    }
  });

  it.each([
    ['Failed to send mail: connect ECONNREFUSED 192.0.2.1:443', 'connection-refused'],
    ['SMTP via https://proxy.example: certificate has expired', 'certificate-expired'],
    ['smtp.example.com: socket hang up', 'connection-closed'],
    ['Connection refused at 03:12:22', 'connection-refused'],
    [
      'MailKit.Security.SslHandshakeException: certificate has expired, see https://github.com/jstedfast/MailKit/blob/master/FAQ.md',
      'certificate-expired',
    ],
    [
      'nginx-1  | SSL_do_handshake() failed (certificate has expired), server: 0.0.0.0:465',
      'certificate-expired',
    ],
  ])('is told where the line speaks of mail: %s', async (text, cause) => {
    expect((await explain(text)).findings.map((found) => found.cause)).toEqual([cause]);
  });
});

describe('the words of a login at the chat', () => {
  it('are no failure of mail, though they speak of an address', async () => {
    expect((await explain('EntityError: 用户不存在, 请检查您的邮箱')).findings).toEqual([]);
  });
});

describe('a time-out of Moleculer', () => {
  it.each(['mail.sendMail', 'user.verifyEmail', 'user.forgetPassword'])(
    "is the mail's for %s, which sends one",
    async (action) => {
      const text = `Request is timed out when call '${action}' action on 'abc-25' node.`;
      const { findings } = await explain(`RequestTimeoutError: ${text}`);
      expect(findings.map(({ cause }) => cause)).toEqual(['timeout']);
    },
  );

  it.each([
    "Request is timed out when call 'chat.message.sendMessage' action on 'abc-25' node.",
    "Request is timed out when call 'user.login' action on 'abc-25' node.",
    "Request is timed out when call 'file.saveFileWithEtag' action on 'abc-25' node.",
    '',
  ])('is no failure of mail for any other action: %s', async (text) => {
    expect((await explain(`RequestTimeoutError: ${text}`)).findings).toEqual([]);
  });
});
