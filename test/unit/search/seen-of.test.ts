import { describe, expect, it } from 'vitest';
import { causes as english } from '../../../src/language/en/causes/index.js';
import { causes as chinese } from '../../../src/language/zh-cn/causes/index.js';
import { answeredOf, type Look } from '../../../src/search/seen-of.js';

const URI = { host: 'mail.x.org', port: 587, user: 'me' } as never;
const AUTH = ['AUTH PLAIN LOGIN'];
const look = (port: number, trial: object, host = 'mail.x.org') =>
  ({ candidate: { host, port }, trial: { isOk: true, connectMs: 1, ...trial } }) as Look;
const refused = {
  isOk: false,
  outcome: { evidence: { isCertificateRefused: true }, situation: {} },
};
const offering = (extensions: string[], isSecure: boolean) => ({
  ...{ isSecure, outcome: { situation: { extensions } } },
});

describe('other ports that answered', () => {
  it.each([
    [look(465, refused), [{ port: 465, lacks: 'trust' }]],
    [look(25, offering([], true)), [{ port: 25, lacks: 'login' }]],
    [look(2525, offering(AUTH, false)), [{ port: 2525, lacks: 'encryption' }]],
    [look(465, offering(AUTH, true)), []],
    [look(587, refused), []],
    [look(465, refused, 'smtp.y.org'), []],
    [look(465, { isOk: false, outcome: { evidence: { step: 'connect' }, situation: {} } }), []],
  ])('are told with what they lack', (one, answered) => {
    expect(answeredOf([one], URI)).toEqual(answered);
  });

  it('are named where no connection came about', () => {
    const answered = [{ port: 465, lacks: 'trust' }] as const;
    for (const cause of ['connection-refused', 'connection-timeout'] as const) {
      expect(english[cause]({ answered }).explanation).toContain(
        'Port 465 of the same host answers, but with a certificate that is not trusted.',
      );
      expect(chinese[cause]({ answered }).explanation).toContain('465 端口有响应，但证书不受信任');
      expect(english[cause]({}).explanation).not.toContain('same host');
    }
  });
});
