import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texts as english } from '../../../src/language/en/index.js';
import { texts as chinese } from '../../../src/language/zh-cn/index.js';
import { CAUSES, type Cause } from '../../../src/report/causes.js';
import type { Facts } from '../../../src/report/facts.js';

const NAMES = Object.keys(CAUSES) as Cause[];
const LANGUAGES = [
  ['en', english],
  ['zh-CN', chinese],
] as const;

const address = fc.constantFrom('me@x.org', 'ME@x.org', 'you@x.org', 'me@smtp.x.org');
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

/** Facts that go together: what is encrypted from the first byte is not to be encrypted yet. */
const FACTS: fc.Arbitrary<Facts> = fc
  .record({
    host: maybe(fc.constantFrom('smtp.x.org', 'localhost', '127.0.0.1', '::1', '0.0.0.0', 'mail')),
    port: maybe(fc.constantFrom(25, 465, 587, 2525, 1025)),
    user: maybe(fc.oneof(address, fc.constantFrom('me', 'apikey'))),
    senderAddress: maybe(address),
    isLoginRefusedAsSender: maybe(fc.boolean()),
    security: maybe(fc.constantFrom('tls', 'starttls', 'starttls-if-offered', 'none')),
    clientName: maybe(fc.constant('chat.example.org')),
    errorCode: maybe(fc.constantFrom('ECONNREFUSED', 'SELF_SIGNED_CERT_IN_CHAIN', 'ECODE')),
    isCodeInferred: maybe(fc.boolean()),
    timeoutSeconds: maybe(fc.constantFrom(1, 30, 90, 600)),
    authenticated: maybe(fc.boolean()),
    encrypted: maybe(fc.boolean()),
    addresses: maybe(fc.subarray(['127.0.0.1', '::1', '192.0.2.1'])),
    certificate: maybe(
      fc.subarray(['localhost', 'smtp.x.org', 'mail.x.org', 'box', '*.x.org']).map((names) => ({
        names,
        issuer: 'CA',
        validTo: '2026-01-02T03:04:05.000Z',
      })),
    ),
    provider: maybe(
      fc.record({
        name: fc.constant('Example'),
        kind: fc.constantFrom('mailbox', 'relay', 'hosting', 'software'),
        userForm: fc.constantFrom('address', 'name', 'fixed', 'issued'),
        userWords: fc.constant('apikey'),
        isSenderBound: fc.boolean(),
      }),
    ),
  })
  .map((facts) => facts as Facts);

/** Causes that are not brought about where TLS comes first, and those that are only there. */
const BEFORE_TLS: readonly Cause[] = [
  'plain-on-tls-port',
  'starttls-unavailable',
  'starttls-required',
  'auth-needs-tls',
];

function mayBe(cause: Cause, { security, encrypted }: Facts): boolean {
  if (BEFORE_TLS.includes(cause)) return security !== 'tls' && !encrypted;
  if (cause === 'tls-on-plain-port') return security === 'tls';
  if (cause === 'auth-mechanism-unsupported') return security !== 'tls' || encrypted === true;
  return true;
}

/** What is said, and the part of it that already is so. */
function standing(step: string, facts: Facts): string | undefined {
  const { user, senderAddress, port, security, provider } = facts;
  // A server may tell capitals apart: the login as it is written is other advice than the sender.
  const written = /SMTP_SENDER=(\S+?@[\w.]+)/.exec(step)?.[1];
  const isTemplate = written === 'tailchat@example.com';
  if (written && !isTemplate && written === senderAddress) return 'the sender';
  if (written && written === user && facts.isLoginRefusedAsSender)
    return 'a sender that was refused';
  if (
    /(?:Write|改用) smtps:\/\/ (?:with|和) (?:port )?465/.test(step) &&
    security === 'tls' &&
    port === 465
  )
    return 'smtps with 465';
  if (/smtps:\/\/ with 465, (?:smtp:|or)|smtps:\/\/ 配 465/.test(step) && port !== undefined) {
    if (security !== undefined && port === (security === 'tls' ? 465 : 587))
      return 'the usual pair';
  }
  if (/name=chat\.example\.org/.test(step) && facts.clientName) return 'the name for EHLO';
  if (/--timeout 90/.test(step) && (facts.timeoutSeconds ?? 0) >= 90) return 'the patience';
  if (/user:password@host/.test(step) && /[Ww]rite user|写上用户名/.test(step) && user)
    return 'user and password';
  if (/whole mail address as user|用户名写完整/.test(step) && user?.includes('@'))
    return 'the user';
  if (/Write the word apikey|用户名写 apikey/.test(step) && user === 'apikey') return 'the user';
  if (/Write only the part|用户名只写/.test(step) && provider && user && !user.includes('@'))
    return 'the user';
  return undefined;
}

describe.each(LANGUAGES)('advice in %s', (_language, { causes, withProvider }) => {
  it.each(NAMES)('of %s never leads to what already stands there', (cause) => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        if (!mayBe(cause, facts)) return;
        const { title, explanation, nextSteps } = causes[cause](facts);
        const steps = withProvider(nextSteps, facts.provider);
        expect(steps.length).toBeGreaterThan(0);
        expect(new Set(steps).size).toBe(steps.length);
        for (const step of steps) expect(standing(step, facts), step).toBeUndefined();
        const all = [title, explanation, ...steps].join('\n');
        // Of a certificate only names that others can mean, too.
        if (cause === 'certificate-hostname')
          expect(steps[0]).not.toMatch(facts.host === 'mail' ? /localhost/ : /localhost|\bbox\b/);
        // A code that stood nowhere is not quoted.
        if (facts.isCodeInferred && facts.errorCode) expect(all).not.toContain(facts.errorCode);
        // What was reached by going nowhere was not reached.
        if (cause === 'connection-refused') expect(all).not.toMatch(/was reached|能到达/);
        // Nobody set what the settings do not hold.
        if (facts.security !== 'starttls')
          expect(all).not.toMatch(
            /(?:Because of|由于设置了) requireTLS|Remove requireTLS|去掉 requireTLS/,
          );
      }),
      { numRuns: 300 },
    );
  });
});

it.each(LANGUAGES)('a mail to send again goes to whom it was for, in %s', (_, { causes }) => {
  for (const cause of ['content-rejected', 'rate-limited', 'greylisted'] as const) {
    const { nextSteps } = causes[cause]({ recipients: ['wang@qq.com'] });
    const commands = nextSteps.filter((step) => step.includes('smtp test'));
    expect(commands).toHaveLength(1);
    expect(commands[0]).toContain('--to wang@qq.com ');
  }
});

it.each(LANGUAGES)(
  'a sender of the server’s own domain needs no other server, in %s',
  (_, { causes }) => {
    const steps = (senderAddress: string) =>
      causes['auth-policy-rejected']({ senderAddress, host: 'mail.corp.cn' }).nextSteps;
    expect(steps('me@chat.corp.cn')).toEqual([expect.stringContaining('tailchat smtp domain')]);
    expect(steps('me@x.cn')).toHaveLength(3);
  },
);
