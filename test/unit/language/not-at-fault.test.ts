import { expect, it } from 'vitest';
import { lackInTls, stepsOfNoVersion } from '../../../src/language/plans/encryption.js';
import { stepsOfNoMechanism } from '../../../src/language/plans/login.js';
import { stepsOfNoRelay } from '../../../src/language/plans/sender.js';
import type { Facts } from '../../../src/report/facts.js';

// Alert 40 comes for a cipher, a curve or a signature that is missing, too.
it.each<[Facts, string, string]>([
  [
    { errorCode: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', tlsReason: 'handshake-ended' },
    'any',
    'usual',
  ],
  [{ errorCode: 'ERR_SSL_NO_SHARED_CIPHER' }, 'any', 'usual'],
  [{ errorCode: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }, 'version', 'update'],
  [{ errorCode: 'ERR_SSL_UNSUPPORTED_PROTOCOL' }, 'version', 'update'],
  [{}, 'version', 'update'],
])('of %j the lack is %s', (facts, lack, step) => {
  expect(lackInTls(facts)).toBe(lack);
  expect(stepsOfNoVersion(facts)).toContain(step);
});

it('names the other way to log in where the server offers both', () => {
  expect(stepsOfNoMechanism({ mechanisms: ['PLAIN', 'LOGIN'] })).toContain('other-mechanism');
  expect(stepsOfNoMechanism({ mechanisms: ['PLAIN'] })).not.toContain('other-mechanism');
});

it('lets the address of a machine relay only where nobody has logged in', () => {
  expect(stepsOfNoRelay({ authenticated: true })).toContain('allow-login');
  expect(stepsOfNoRelay({ authenticated: true })).not.toContain('allow-here');
  expect(stepsOfNoRelay({ authenticated: false, user: 'me' })).toContain('allow-here');
});
