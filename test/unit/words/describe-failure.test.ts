import { describe, expect, it } from 'vitest';
import { foundFailure } from '../../../src/diagnosis/found-failure.js';
import { parseReply } from '../../../src/diagnosis/reply.js';
import { explain } from '../../../src/index.js';
import { loadTexts } from '../../../src/language/index.js';
import { LANGUAGES } from '../../../src/language-codes.js';
import { PROVIDERS } from '../../../src/providers/index.js';
import { diagnosisOf } from '../../../src/report/causes.js';
import { maskedHost } from '../../../src/safety/shown-host.js';
import { describeFailure } from '../../../src/words/describe-failure.js';

describe.each(LANGUAGES)('a failure in words, in %s', (lang) => {
  it('sends nobody to the server’s keeper where a line was found that logs in', async () => {
    const texts = await loadTexts(lang);
    const evidence = { step: 'mail-from', reply: parseReply('530 5.7.0 Log in first') } as const;
    const found = foundFailure(diagnosisOf('auth-required'), evidence, {
      host: maskedHost('mail.example', false),
      port: 25,
      user: 'me',
    });
    const suggestion = {
      uri: 'smtps://me:***@mail.example:465/',
      sender: null,
      changes: [],
      proof: 'auth',
      refused: null,
    } as const;
    const { nextSteps: before } = describeFailure(found, texts);
    const { nextSteps } = describeFailure(
      { ...found, suggestion: { ...suggestion, changes: [] } },
      texts,
    );
    expect(before[0]).toMatch(/Ask whoever runs|询问邮件服务器的管理员/);
    expect(nextSteps).toHaveLength(1);
    expect(nextSteps[0]).toMatch(/^Use the line below|^改用下面这一行/);
  });

  it('advises nothing after a timeout that the search has ruled out', async () => {
    const texts = await loadTexts(lang);
    const evidence = { step: 'connect', errorCode: 'ETIMEDOUT' } as const;
    const server = { host: 'mail.example' as never, port: 465 };
    const stepsWith = (facts: object, open?: number[]) => {
      const found = foundFailure(diagnosisOf('connection-timeout'), evidence, {
        ...{ host: server.host, port: 465, security: 'tls', ...facts },
      });
      const control = { host: 'other.example', open };
      const portsTried = { server, ports: [465, 587, 2525, 25], control };
      return describeFailure({ ...found, portsTried }, texts).nextSteps.join('\n');
    };
    const closed = stepsWith({ shutPorts: [465, 587, 2525] }, []);
    expect(closed).not.toContain('2525');
    expect(closed).toMatch(/Ask the company|询问云服务商/);
    const letOut = stepsWith({ shutPorts: [465, 587, 2525] }, [465]);
    expect(letOut).not.toMatch(/Ask the company|询问云服务商|lets connections out|允许出站/);
    expect(letOut).toMatch(/another network|换一个网络/);
    expect(stepsWith({})).toContain('2525');
  });

  it('advises nobody to log in who has logged in and may not relay', async () => {
    const texts = await loadTexts(lang);
    const reply = parseReply('554 5.7.1 Relay access denied');
    for (const provider of PROVIDERS.filter(({ kind }) => kind === 'software')) {
      const steps = (authenticated: boolean) => {
        const evidence = { step: 'rcpt-to', reply } as const;
        const host = maskedHost('mail.example', false);
        const facts = { host, port: 465, user: 'me', authenticated, provider };
        const found = foundFailure(diagnosisOf('relay-denied'), evidence, facts);
        return describeFailure(found, texts).nextSteps.join('\n');
      };
      expect(steps(true)).not.toMatch(/\blog in\b|登录后|邮箱登录/i);
      const advice = provider.advice?.['relay-denied']?.[lang];
      if (advice) expect(steps(false)).toContain(advice);
    }
  });

  it.each([
    'Invalid HELO. response=550 5.7.1 no: 550 5.7.1 no',
    'Invalid greeting. response=554 5.7.1 no service: 554 5.7.1 no service',
  ])('claims no reason for %s', async (text) => {
    const { findings } = await explain(text, { lang });
    const [{ cause, title = '', explanation = '' } = {}] = findings;
    expect(cause).toBe('ip-blocked');
    expect(title).not.toMatch(/address|地址/);
    expect(explanation).toMatch(/^(?:It gives no reason|它没有说明原因)/);
  });

  it.each(['554 5.7.1 Your IP 192.0.2.1 is blocked', '554 5.7.25 Rejected'])(
    'names the address where the reply does: %s',
    async (reply) => {
      const { findings } = await explain(`Invalid greeting. response=${reply}: ${reply}`, { lang });
      expect(findings[0]?.cause).toBe('ip-blocked');
      expect(findings[0]?.title).toMatch(/the sending machine's address|发信主机的 IP 地址/);
    },
  );

  it.each([
    '500 Command unrecognized',
    '502 5.5.1 Not implemented',
    '503',
    '503 5.5.1 Bad sequence',
  ])(
    'does not call %s an answer that SMTP does not allow (RFC 5321 section 4.2.2)',
    async (reply) => {
      const { findings } = await explain(`Error: Mail command failed: ${reply}`, { lang });
      expect(findings[0]?.cause).toBe('protocol-error');
      expect(findings[0]?.title).toMatch(/did not accept a command|不接受某条 SMTP 命令/);
    },
  );

  it('says of a pasted text where it may come from, and not that anything was looked up here', async () => {
    const { findings } = await explain('Error: getaddrinfo ENOTFOUND smtp.qq.com', { lang });
    const told = JSON.stringify(findings);
    expect(told).toMatch(/the sending machine or container|发信主机（或容器）/);
    expect(told).not.toMatch(/this machine|this network|本机/i);
  });
});

describe('a reply that speaks of no mailbox', () => {
  it.each([
    ['550 Suspected bounce attacks', 'content-rejected'],
    [
      'host mx.example[192.0.2.1] said: 550 Suspected bounce attacks (in reply to MAIL FROM command)',
      'sender-rejected',
    ],
    ['Data command failed: 554 5.7.1 no valid recipients', 'recipient-rejected'],
    ['Data command failed: 554 No valid recipients', 'recipient-rejected'],
    ['Data command failed: 503 5.5.1 No valid recipients', 'protocol-error'],
  ])('%s', async (text, cause) => {
    const { findings } = await explain(text);
    expect(findings.map((one) => one.cause)).toEqual([cause]);
  });
});
