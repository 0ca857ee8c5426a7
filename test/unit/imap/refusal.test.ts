import { expect, it } from 'vitest';
import { refusalOf } from '../../../src/imap/log-in.js';

it.each([
  ['[UNAVAILABLE] backend down', 'unavailable'],
  ['[SERVERBUG] oops', 'unavailable'],
  ['[INUSE] locked', 'unavailable'],
  ['[LIMIT] too many connections', 'unavailable'],
  ['[CONTACTADMIN] call us', 'contact-admin'],
  ['[PRIVACYREQUIRED] encrypt first', 'needs-tls'],
  ['[expired] password', 'expired'],
  ['[AUTHENTICATIONFAILED] no', 'login'],
  ['[AUTHORIZATIONFAILED] no', 'login'],
  ['LOGIN failed [UNAVAILABLE]', 'login'],
  ['', 'login'],
  ['[ALERT] Account exceeded command or bandwidth limits. (Failure)', 'unavailable'],
  ['[ALERT] Too many simultaneous connections. (Failure)', 'unavailable'],
  ['LOGIN Login frequency limited', 'unavailable'],
  ['登录过于频繁，请稍后再试', 'unavailable'],
  ['Server error, please try again later', 'unavailable'],
  ['Invalid credentials, please try again', 'login'],
  ['[ALERT] Application-specific password required', 'login'],
])('%j is %s', (words, kind) => {
  expect(refusalOf(words)).toBe(kind);
});
