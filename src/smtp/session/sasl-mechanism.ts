import { parseMechanisms } from '../../diagnosis/reply.js';

/** Mechanisms that nodemailer can use with a password, in the order in which it prefers them. */
const PASSWORD_MECHANISMS = ['PLAIN', 'LOGIN', 'CRAM-MD5'];

/** The mechanism to log in with, or what is offered when none of it can be used with a password. */
export type MechanismChoice = { mechanism: string } | { unusable: string[] };

/**
 * Chooses the SASL mechanism as Tailchat's nodemailer does.
 *
 * @param extensions the lines of the EHLO reply; none, when the server knows no EHLO
 * @param wanted the mechanism that the settings name, if they name one
 */
export function chooseMechanism(
  extensions: readonly string[],
  wanted: string | undefined,
): MechanismChoice {
  // Without a token nodemailer passes over XOAUTH2; any other that it does not know it refuses.
  if (wanted && wanted !== 'XOAUTH2') {
    return PASSWORD_MECHANISMS.includes(wanted) ? { mechanism: wanted } : { unusable: [wanted] };
  }
  // A server that knows no EHLO cannot say what it offers: nodemailer then tries the first.
  const offered = extensions.length === 0 ? PASSWORD_MECHANISMS : parseMechanisms(extensions);
  const mechanism = PASSWORD_MECHANISMS.find((name) => offered.includes(name));
  return mechanism ? { mechanism } : { unusable: offered };
}
