import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/index.js';
import { LANGUAGES } from '../../../src/language-codes.js';

const AFTERWARDS = [
  'Nov 28 00:01:04 mail dovecot: submission-login: Disconnected: Connection closed (auth failed, 1 attempts in 2 secs): user=<me@corp.cn>, method=PLAIN, rip=172.18.0.5, lip=172.18.0.6, TLS, session=<abc>',
  'Nov 28 00:01:04 mail postfix/smtps/smtpd[1201]: warning: unknown[172.18.0.5]: SASL PLAIN authentication failed: (reason unavailable), sasl_username=me@corp.cn',
];

describe.each(LANGUAGES)('what Dovecot says of a login in its own log, in %s', (lang) => {
  it.each([
    ['passwd-file(me@corp.cn,172.18.0.5): unknown user', /does not know this user|没有这个用户/],
    ['sql(me@corp.cn,172.18.0.5,<abc>): Password mismatch', /the password is another|密码不对/],
  ])('is told: %s', async (words, said) => {
    const lines = [`Nov 28 00:01:02 mail dovecot: auth: ${words}`, ...AFTERWARDS];
    const { findings } = await explain(`${lines.join('\n')}\n`, { lang });
    expect(findings.map(({ cause }) => cause)).toEqual(['auth-failed']);
    const [{ explanation = '', nextSteps = [] } = {}] = findings;
    expect(explanation).toMatch(said);
    // Nobody is sent to the log that was pasted, nor to the website of a provider.
    expect([explanation, ...nextSteps].join()).not.toMatch(
      /check its log|website|查看它的日志|网页/,
    );
  });
});
