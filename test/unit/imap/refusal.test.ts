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
])('%j is %s', (words, kind) => {
  expect(refusalOf(words)).toBe(kind);
});
