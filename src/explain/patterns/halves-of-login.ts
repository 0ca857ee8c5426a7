import type { Pattern } from './pattern.js';

/** Lines of Dovecot's own log that say which half of a login is wrong, which no client is told (RFC 4954 section 6). */
export const HALVES_OF_LOGIN: readonly Pattern[] = [
  {
    words: /\b(?:pam|sql|ldap|passwd-file|static|lua)\([^)]{1,300}\): unknown user/i,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'sure',
    evidence: { wrongPart: 'user' },
  },
  {
    words: /\b(?:pam|sql|ldap|passwd-file|static|lua)\([^)]{1,300}\): password mismatch\b/i,
    step: 'auth',
    cause: 'auth-failed',
    weight: 'sure',
    evidence: { wrongPart: 'password' },
  },
];
