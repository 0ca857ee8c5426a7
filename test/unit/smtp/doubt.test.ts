import { expect, it } from 'vitest';
import { warnings as english } from '../../../src/language/en/warnings.js';
import { warnings as chinese } from '../../../src/language/zh-cn/warnings.js';
import { doubtIn } from '../../../src/smtp/check-once.js';

it.each([
  '250 2.6.0 Message quarantined, will not be delivered',
  '250 2.0.0 Ok: message discarded as spam',
])('%j is told with the warning', (reply) => {
  for (const warnings of [english, chinese])
    expect(
      warnings['accepted-not-delivered']({
        code: 'accepted-not-delivered',
        host: 'x.example',
        isSandbox: false,
        ...doubtIn(reply),
      }),
    ).toContain(reply);
});

it.each(['250 2.0.0 Ok: queued as 4ABC', '250 OK id=1', '250 Ok, spam score 0.1, no virus'])(
  '%j is no doubt',
  (reply) => {
    expect(doubtIn(reply)).toEqual({});
  },
);
