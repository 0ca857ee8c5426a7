import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.js';
import type { Evidence } from '../../../src/diagnosis/evidence.js';
import { type FoundFacts, foundFailure } from '../../../src/diagnosis/found-failure.js';
import { parseReply } from '../../../src/diagnosis/reply.js';
import { causes as english } from '../../../src/language/en/causes/index.js';
import { causes as chinese } from '../../../src/language/zh-cn/causes/index.js';
import type { Cause } from '../../../src/report/causes.js';
import type { Facts } from '../../../src/report/facts.js';
import type { StepName } from '../../../src/report/report.js';

interface Case {
  step: StepName;
  reply: string;
  cause: Cause;
  more?: Partial<Evidence>;
  facts?: Facts;
  says: readonly [english: RegExp, chinese: RegExp];
  not?: readonly [english: RegExp, chinese: RegExp];
}

const IN = { isAuthenticated: true } as const;
const LOGGED_IN = { more: IN, facts: { authenticated: true } } as const;
const PUBLIC = [/block list|reputation|company that hosts/, /黑名单|信誉|云服务商/] as const;
const DNS = [/exists in DNS/, /DNS 中是否存在/] as const;
const WRONG = [/which of the two|authorization code/, /哪一个错|授权码/] as const;

const CASES: readonly Case[] = [
  ...[
    '554 No SMTP service here',
    '554 mx.example.org: No SMTP service here',
    '521 no mail service here',
  ].map(
    (reply): Case => ({
      step: 'greeting',
      reply,
      cause: 'server-error',
      says: [/accepts no mail/, /不收邮件/],
      not: PUBLIC,
    }),
  ),
  ...['127.0.0.1', '192.168.1.5', 'mail', '::1'].map(
    (host): Case => ({
      step: 'greeting',
      reply: '554 5.7.1 Client host rejected: Access denied',
      cause: 'ip-blocked',
      facts: { host, port: 25 },
      says: [/mynetworks/, /mynetworks/],
      not: PUBLIC,
    }),
  ),
  {
    step: 'rcpt-to',
    reply: '450 4.7.25 Client host rejected: cannot find your hostname, [192.168.1.9]',
    cause: 'ip-blocked',
    facts: { host: '192.168.1.5', port: 25 },
    says: [/in the DNS of the mail server/, /所用的 DNS 里/],
    not: PUBLIC,
  },
  ...[
    '530 5.7.1 Authentication required',
    '530 5.7.0 Must authenticate first',
    '550 5.7.1 Client was not authenticated',
  ].map(
    (reply): Case => ({
      step: 'mail-from',
      reply,
      cause: 'server-error',
      ...LOGGED_IN,
      says: [/asks for a login/, /又要求登录/],
      not: DNS,
    }),
  ),
  ...[
    '220 (vsFTPd 3.0.3)',
    '220 ProFTPD Server (Debian) [192.0.2.1]',
    '220-FileZilla Server 1.8',
  ].map(
    (greeting): Case => ({
      step: 'ehlo',
      reply: '530 Not logged in.',
      cause: 'not-smtp',
      more: { greeting },
      says: [/not a mail server/, /不是用来发信/],
    }),
  ),
  {
    step: 'ehlo',
    reply: '530 Please login with USER and PASS.',
    cause: 'not-smtp',
    says: [/not a mail server/, /不是用来发信/],
  },
  ...['535 5.7.8 Your password has expired, log in to the web site', '535 密码已过期'].map(
    (reply): Case => ({
      step: 'auth',
      reply,
      cause: 'auth-failed',
      says: [/password has expired/, /密码已过期/],
      not: WRONG,
    }),
  ),
  ...[
    '535 5.7.8 Login from your country is not allowed',
    '550 5.7.1 Access from this region is blocked',
  ].map(
    (reply): Case => ({
      step: 'auth',
      reply,
      cause: 'ip-blocked',
      says: [/country or region/, /国家或地区/],
      not: [/block list|which of the two/, /黑名单|哪一个错/],
    }),
  ),
];

const LANGUAGES = [english, chinese] as const;

function toldIn(language: 0 | 1, cause: Cause, facts: Facts): string {
  const { title, explanation, nextSteps } = LANGUAGES[language][cause](facts);
  return [title, explanation, ...nextSteps].join('\n');
}

describe.each(CASES)('$reply at $step', ({ step, reply: text, cause, more, facts, says, not }) => {
  const evidence = { step, reply: parseReply(text), ...more };
  const diagnosis = diagnose(evidence);

  it(`is ${cause}`, () => {
    expect(diagnosis.cause).toBe(cause);
  });

  it.each([0, 1] as const)('is told without what nobody knows (%i)', (language) => {
    const { facts: found } = foundFailure(
      diagnosis,
      evidence,
      (facts ?? {}) as unknown as FoundFacts,
    );
    const told = toldIn(language, cause, found as unknown as Facts);
    expect(told).toMatch(says[language]);
    if (not) expect(told).not.toMatch(not[language]);
  });
});

describe('a hang-up', () => {
  const closed = (step: StepName, facts: Facts, language: 0 | 1) => {
    const { facts: found } = foundFailure(diagnose({ step, isClosed: true }), { step }, {
      host: 'smtp.example.org',
      port: 2465,
      ...facts,
    } as FoundFacts);
    return toldIn(language, 'connection-closed', found as unknown as Facts);
  };
  const PAIR = [/scheme and port fit/, /smtps:\/\/ 配 465/] as const;

  it.each(['auth', 'mail-from', 'rcpt-to', 'data'] as const)(
    'at %s says nothing of the scheme',
    (step) => {
      for (const language of [0, 1] as const) {
        expect(closed(step, { security: 'tls', encrypted: true }, language)).not.toMatch(
          PAIR[language],
        );
        expect(closed(step, { security: 'none' }, language)).not.toMatch(PAIR[language]);
      }
      expect(closed(step, {}, 0)).toMatch(/in the middle of the conversation/);
      expect(closed(step, {}, 1)).toMatch(/对话中途/);
    },
  );

  it('over TLS says nothing of the scheme, and without it and a greeting does', () => {
    for (const language of [0, 1] as const) {
      expect(closed('greeting', { security: 'tls', encrypted: true }, language)).not.toMatch(
        PAIR[language],
      );
      expect(closed('greeting', { security: 'none' }, language)).toMatch(PAIR[language]);
    }
  });
});

describe('a time-out inside of a network of one’s own', () => {
  it('names no company that hosts', () => {
    for (const language of [0, 1] as const)
      expect(toldIn(language, 'connection-timeout', { host: '10.0.0.7', port: 587 })).not.toMatch(
        /company that|云服务商/,
      );
  });
});
