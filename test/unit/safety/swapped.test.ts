import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../../src/providers/index.js';
import { FIXED_USERS, isSwapped, looksLikePassword } from '../../../src/safety/swapped.js';

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

describe('a user that looks like a password', () => {
  it.each([
    'Secretpw1',
    'correct horse',
    'hunter!2',
    'p4ss1w0rd',
    'PA@ss1Word',
    'BM7fZQpV0c8kq3Jm5YwXbA2r9TnLuEsGh4DiPo6vKx1W',
  ])('%s', (user) => {
    expect(looksLikePassword(user)).toBe(true);
  });

  it.each([
    '',
    'me',
    'apikey',
    'SMTP_Injection',
    'postmaster@mg.example.com',
    'Ab1Cd2@gmail.com',
    'DOMAIN\\john.doe',
    'john2',
    'AKIAIOSFODNN7EXAMPLE',
    'me=x.org',
  ])('not %j', (user) => {
    expect(looksLikePassword(user)).toBe(false);
  });
});
