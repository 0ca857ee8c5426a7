import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import type { Finding } from '../../../src/report/explanation.js';

/** Recorded by scripts/record-server-logs.js. */
const FOLDER = new URL('../../fixtures/server-logs/', import.meta.url);

interface Expected extends Pick<Finding, 'cause' | 'step' | 'retryable'> {
  /** What the line where it begins says; it is the first line that does. */
  begins: RegExp;
  code?: number;
  /** Words of the reply, as they should be read. */
  words?: string;
  /** How often the failure stands in the log, at least. */
  times?: number;
}

const FOUND: Record<string, Expected | null> = {
  'all-is-well': null,
  'all-recipients-rejected': {
    cause: 'recipient-unknown',
    step: 'rcpt-to',
    retryable: false,
    begins: /\| Error: Can't send mail - all recipients were rejected: 550 5\.1\.1 /,
    code: 550,
    words: '550 5.1.1 <nobody@example.com>: Recipient address rejected: User unknown',
    times: 2,
  },
  'certificate-of-another-name': {
    cause: 'certificate-hostname',
    step: 'tls',
    retryable: false,
    begins: /\| Error \[ERR_TLS_CERT_ALTNAME_INVALID\]: Hostname\/IP does not match certificate/,
    times: 2,
  },
  'connection-refused': {
    cause: 'connection-refused',
    step: 'connect',
    retryable: true,
    begins: /\| Error: connect ECONNREFUSED 127\.0\.0\.1:587$/,
    times: 2,
  },
  'gmail-app-password': {
    cause: 'app-password-required',
    step: 'auth',
    retryable: false,
    begins: /\| Error: Invalid login: 534-5\.7\.9 /,
    code: 534,
    words: 'https://support.google.com/mail/?p=InvalidSecondFactor',
    times: 4,
  },
  'gmail-bad-credentials': {
    cause: 'app-password-required',
    step: 'auth',
    retryable: false,
    begins: /\| Error: Invalid login: 535-5\.7\.8 /,
    code: 535,
    words: 'go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials',
    times: 2,
  },
  'greeting-421': {
    cause: 'server-busy',
    step: 'greeting',
    retryable: true,
    begins: /\| Error: Invalid greeting\. response=421 4\.3\.2 /,
    code: 421,
    words: 'too many concurrent connections',
    times: 4,
  },
  'greeting-never-received': {
    cause: 'server-silent',
    step: 'greeting',
    retryable: true,
    begins: /\| Error: Greeting never received$/,
    times: 2,
  },
  'host-not-found': {
    cause: 'host-not-found',
    step: 'dns',
    retryable: false,
    begins: /\| Error: getaddrinfo ENOTFOUND smtp\.example\.invalid$/,
    times: 2,
  },
  'message-refused': {
    cause: 'content-rejected',
    step: 'data',
    retryable: false,
    begins: /\| Error: Message failed: 554 5\.7\.1 /,
    code: 554,
    words: 'Message rejected as spam',
    times: 2,
  },
  'missing-credentials': {
    cause: 'credentials-missing',
    step: 'settings',
    retryable: false,
    begins: /\| Error: Missing credentials for "PLAIN"$/,
    times: 2,
  },
  'only-xoauth2': {
    cause: 'oauth-required',
    step: 'auth',
    retryable: false,
    // Node shows the line of code before the error.
    begins: /\bgetToken\b/,
    times: 4,
  },
  'qq-authorization-code': {
    cause: 'app-password-required',
    step: 'auth',
    retryable: false,
    begins: /\| Error: Invalid login: 535 Error: /,
    code: 535,
    words: '请使用授权码登录。详情请看: http://service.mail.qq.com/cgi-bin/help?',
    times: 3,
  },
  'self-signed-certificate': {
    cause: 'certificate-untrusted',
    step: 'tls',
    retryable: false,
    begins: /\| Error: self-?.?signed certificate$/,
    times: 2,
  },
  'sender-refused': {
    cause: 'sender-mismatch',
    step: 'mail-from',
    retryable: false,
    begins: /\| Error: Mail command failed: 553 /,
    code: 553,
    words: '553 Mail from must equal authorized user',
    times: 2,
  },
  'uri-malformed': {
    cause: 'uri-damaged',
    step: 'settings',
    retryable: false,
    begins: /\| URIError: URI malformed$/,
    times: 2,
  },
  'uri-not-set': {
    cause: 'uri-missing',
    step: 'settings',
    retryable: false,
    begins: /WARN {2}node-1-25\/MAIL: SMTP 服务不可用$/,
    times: 2,
  },
  'wrong-version-number': {
    cause: 'tls-on-plain-port',
    step: 'tls',
    retryable: false,
    begins: /\| \[?Error: .*:SSL routines:.*wrong version number/,
    times: 3,
  },
};

const read = (name: string) => readFileSync(new URL(`${name}.log`, FOLDER), 'utf8');

function expectFound(findings: Finding[], lines: string[], expected: Expected | null): void {
  if (!expected) {
    expect(findings).toEqual([]);
    return;
  }
  const { cause, step, retryable, begins, code, words } = expected;
  const line = lines.findIndex((text) => begins.test(text)) + 1;
  expect(line).toBeGreaterThan(0);
  const shown = findings.map((found) => ({
    cause: found.cause,
    step: found.step,
    retryable: found.retryable,
    line: found.line,
    code: found.reply?.code,
  }));
  expect(shown).toEqual([{ cause, step, retryable, line, code }]);
  if (words) expect(findings[0]?.reply?.text).toContain(words);
}

describe('a log of Tailchat’s server', () => {
  it('is there for each case, and nothing else', () => {
    const recorded = readdirSync(FOLDER).filter((name) => name.endsWith('.log'));
    expect(recorded.sort()).toEqual(Object.keys(FOUND).map((name) => `${name}.log`));
  });

  it.each(Object.entries(FOUND))('%s: the failure is found once', async (name, expected) => {
    const lines = read(name).split('\n');
    const times = lines.filter((line) => expected?.begins.test(line)).length;
    expect(times).toBeGreaterThanOrEqual(expected?.times ?? 0);
    const { findings, ok, exitCode } = await explain(
      createReadStream(new URL(`${name}.log`, FOLDER)),
    );
    expectFound(findings, lines, expected);
    expect({ ok, exitCode }).toEqual(
      expected ? { ok: true, exitCode: 0 } : { ok: false, exitCode: 1 },
    );
  });

  // `docker logs`, pm2, or no container at all.
  it.each(Object.entries(FOUND))('%s: and without the lines of others', async (name, expected) => {
    const lines = read(name)
      .split('\n')
      .filter((line) => line.startsWith('service-core-1'))
      .map((line) => line.replace('service-core-1  | ', ''));
    const { findings } = await explain([`${lines.join('\n')}\n`]);
    const begins = expected && new RegExp(expected.begins.source.replace(/^\\\| /, '^'));
    expectFound(findings, lines, expected && { ...expected, begins: begins ?? expected.begins });
  });

  it.each(Object.entries(FOUND))('%s: and among thousands of lines', async (name, expected) => {
    const usual = Array.from(
      { length: 3000 },
      (_, index) =>
        `service-core-1  | [2024-06-01T03:12:45.${100 + (index % 900)}Z] INFO  node-1-25/GATEWAY: ` +
        `<= ${[200, 404, 500, 550][index % 4]} GET /api/535/${index} [+${421 + index}.550 ms]`,
    );
    const lines = [...usual, ...read(name).split('\n'), ...usual];
    const { findings } = await explain([lines.join('\n')]);
    expectFound(findings, lines, expected);
  });

  it.each(Object.entries(FOUND))('%s: all of them given as an argument', async (name, expected) => {
    const { findings } = await explain(read(name));
    // Lenient: what else is in it may be found too, the failure itself must be.
    if (!expected) return;
    expect(findings.map(({ cause, step }) => ({ cause, step }))).toContainEqual({
      cause: expected.cause,
      step: expected.step,
    });
  });

  it.each(Object.keys(FOUND))(
    '%s: holds no path of the machine that it was recorded on',
    (name) => {
      expect(read(name)).not.toMatch(
        /\/(?:home|root|Users|tmp|work)\/|node_modules\/nodemailer-of/,
      );
      expect(read(name)).toMatch(/^(?:redis|mongo)-1 +\| /m);
    },
  );

  it('a database that is not reached is no mail server', async () => {
    const names = Object.keys(FOUND).filter((name) =>
      /^service-core-1 .*ECONNREFUSED 172\.18\.0\.\d:(?:27017|6379)/m.test(read(name)),
    );
    expect(names.length).toBeGreaterThanOrEqual(4);
    for (const name of names) {
      const { findings } = await explain([read(name)]);
      const lines = read(name).split('\n');
      for (const { line } of findings) expect(lines[line - 1]).not.toContain('172.18.');
    }
  });
});
