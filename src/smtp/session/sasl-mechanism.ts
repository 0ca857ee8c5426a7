import { parseMechanisms } from '../../diagnosis/reply.js';

/** Mechanisms that nodemailer can use with a password, in the order in which it prefers them. */
export const PASSWORD_MECHANISMS = ['PLAIN', 'LOGIN', 'CRAM-MD5'];
const TOKEN_MECHANISM = 'XOAUTH2';

/** The mechanism to log in with, or the offered ones when none of them works with a password. */
export type MechanismChoice =
  | {
      mechanism: string;
      /** The offered mechanisms, if this one is not among them. */
      offered?: string[];
    }
  | { unusable: string[] };

/**
 * Chooses the SASL mechanism as Tailchat's nodemailer does: the first offered one that it knows. Where it knows none of them, it
 * takes PLAIN.
 *
 * @param extensions the lines of the EHLO reply; none, when the server knows no EHLO
 * @param wanted the mechanism that the settings name, if they name one
 */
export function chooseMechanism(
  extensions: readonly string[],
  wanted: string | undefined,
): MechanismChoice {
  // Nodemailer skips XOAUTH2 if it has no token. It refuses any other unknown mechanism.
  if (wanted && wanted !== TOKEN_MECHANISM) {
    return PASSWORD_MECHANISMS.includes(wanted) ? { mechanism: wanted } : { unusable: [wanted] };
  }
  const offered = parseMechanisms(extensions);
  const [plain = ''] = PASSWORD_MECHANISMS;
  const mechanism = PASSWORD_MECHANISMS.find((name) => isAmong(offered, name));
  if (mechanism) return { mechanism };
  if (isAmong(offered, TOKEN_MECHANISM)) return { unusable: offered };
  return { mechanism: plain, ...(offered.length > 0 ? { offered } : {}) };
}

/** Whether an EHLO reply offers a mechanism that nodemailer can use with a password. */
export function offersPassword(extensions: readonly string[]): boolean {
  const offered = parseMechanisms(extensions);
  return PASSWORD_MECHANISMS.some((name) => isAmong(offered, name));
}

/** Whether a mechanism is offered. Tailchat's 6.7.8 looks only for the beginning of a name. */
function isAmong(offered: readonly string[], name: string): boolean {
  return offered.some((one) => one.startsWith(name));
}
