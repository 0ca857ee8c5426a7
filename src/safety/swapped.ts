import { forText } from './any-script.js';

const ADDRESS = /^[^\s@:/]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}[\p{L}\d-]{2,63}$/u;

/** Users that are the same for everybody at a provider. A test compares them with what is known of providers. */
export const FIXED_USERS: readonly string[] = ['apikey', 'resend', 'SMTP_Injection'];

/**
 * Whether user and password seem to have changed places: the password is a mail address, and the user is none;
 * or it is what everybody has as user.
 */
export function isSwapped(user: string, password: string): boolean {
  if (FIXED_USERS.includes(password)) return !FIXED_USERS.includes(user);
  return forText(ADDRESS, password).test(password) && !user.includes('@');
}
