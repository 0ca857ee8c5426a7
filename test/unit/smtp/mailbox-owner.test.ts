import { expect, it } from 'vitest';
import { othersThan } from '../../../src/smtp/mailbox-owner.js';

it.each<[string, string[], string[]]>([
  ['you@x.org', ['you@x.org'], []],
  ['You@X.org', ['you+test@x.org', 'friend@y.org'], ['friend@y.org']],
  ['you', ['you@x.org'], []],
  ['CORP\\you', ['you@x.org', 'me@x.org'], ['me@x.org']],
  ['you@x.org', ['friend@y.org'], ['friend@y.org']],
  ['you@x.org', ['you@y.org'], ['you@y.org']],
  ['you', ['you@x.org', 'you@y.org'], ['you@x.org', 'you@y.org']],
])('the mailbox of %s, of %j, leaves %j', (login, recipients, others) => {
  expect(othersThan(login, recipients)).toEqual(others);
});
