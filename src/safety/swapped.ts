import { forText } from './any-script.js';
import { isPlausibleDomain } from './plausible-domain.js';
import { looksRandom } from './shown-word.js';

const ADDRESS = /^[^\s@:/]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}[\p{L}\d-]{2,63}$/u;

/** Users that are the same for all customers of a provider. A test compares them with the facts about providers. */
export const FIXED_USERS: readonly string[] = ['apikey', 'resend', 'SMTP_Injection'];

/**
 * Whether user and password seem to have changed places. Either the password is a mail address and the user is not, or the
 * password is a user that is the same for everybody.
 *
 * @param sender the sender's address, if known: a user whose mailbox it is, is no password
 */
export function isSwapped(user: string, password: string, sender = ''): boolean {
  if (sender.startsWith(`${user}@`)) return false;
  if (FIXED_USERS.includes(password)) return !FIXED_USERS.includes(user);
  return forText(ADDRESS, password).test(password) && !forText(ADDRESS, user).test(user);
}

/** So many letters in a row are a code rather than a name, where the other word looks like one. */
const LETTERS = /^[a-z]{10,}$/i;
/** What hardly is a password: an address, a number such as QQ has for users, and a short name. */
const LIKE_A_USER = /^(?:[^@]+(?:@|%40)[\w.-]+|\d{5,11}|[a-z]{1,5})$/i;

/** Whether user and password may have changed places, though nobody can be sure of it. Neither is to be told then. */
export function mayBeSwapped(user: string, password: string): boolean {
  // A password with a colon in it is parted there.
  const rest = password.slice(password.lastIndexOf(':') + 1);
  return isSwapped(user, rest) || (LETTERS.test(user) && LIKE_A_USER.test(password.trim()));
}

/** The ID of an access key at Amazon: a user that looks random, and no secret. */
const ACCESS_KEY_ID = /^AKIA[A-Z2-7]{16}$/;
/** Signs that passwords have, and users hardly. */
const HARDLY_A_USER = /[\s:<>!$%^&*?"`(){}[\]]/;
/** Sixteen letters, or four groups of four: codes that QQ, NetEase, Google, Microsoft, Yahoo and Apple give out. */
const CODE_OF_LETTERS = /^(?:[a-z]{16}|[A-Z]{16}|[a-z]{4}(?:-[a-z]{4}){3})$/;
/** Capitals amid small letters, more often than in names of several words. */
const MOST_HUMPS = 3;

/**
 * Whether a user may be a password in its place, by its own look: most people whose login does not work try the two the other way
 * round. A mail address is a user, but not whatever has an `@` in it.
 */
export function looksLikePassword(user: string): boolean {
  if (HARDLY_A_USER.test(user)) return true;
  const at = user.lastIndexOf('@');
  if (at >= 0) return !isPlausibleDomain(user.slice(at + 1));
  if (CODE_OF_LETTERS.test(user)) return true;
  const humps = user.match(/[a-z][A-Z]/g)?.length ?? 0;
  return (looksRandom(user) || humps > MOST_HUMPS) && !ACCESS_KEY_ID.test(user);
}
