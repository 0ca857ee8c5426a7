import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../../src/providers/index.js';
import { FIXED_USERS, isSwapped } from '../../../src/safety/swapped.js';

describe('a user and a password', () => {
  it.each([
    ['me@x.org', 'secret', false],
    ['me@x.org', 'you@x.org', false],
    ['secret', 'me@x.org', true],
    ['secret', 'me@localhost', false],
    ['SG.x', 'apikey', true],
    ['apikey', 'SG.x', false],
    ['apikey', 'apikey', false],
    ['apikey', 'resend', false],
  ])('%s and %s have changed places: %s', (user, password, expected) => {
    expect(isSwapped(user, password)).toBe(expected);
  });

  it('have not where the sender is the mailbox of the user', () => {
    expect(isSwapped('noreply', 'me@word.test', 'noreply@x.org')).toBe(false);
    expect(isSwapped('secret', 'me@x.org', 'me@x.org')).toBe(true);
  });

  it('know every user that is the same for everybody', () => {
    const fixed = PROVIDERS.flatMap(({ user }) => (user?.form === 'fixed' ? [user.value] : []));
    expect([...FIXED_USERS].sort()).toEqual([...new Set(fixed)].sort());
  });
});
