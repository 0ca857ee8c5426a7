import { StepFailure } from '../../diagnosis/evidence.js';
import { replyClass } from '../../diagnosis/reply.js';
import { isSameSender } from '../../report/is-same-sender.js';
import type { NodemailerSession } from '../session/nodemailer-session.js';

/** An address that can be given in MAIL FROM as it is. */
const MAIL_ADDRESS = /^[\w.+-]+@[a-z\d.-]+$/i;

/** The sender, and the user who has logged in. */
export interface Identities {
  sender: string;
  user: string | undefined;
}

/**
 * Where the sender was refused for good, asks over the same connection whether the server takes the
 * address of the login in its place: many take no other.
 *
 * @param error why the sender was not taken
 * @returns undefined where it could not be asked
 */
export async function tryLoginAsSender(
  session: NodemailerSession,
  error: unknown,
  { sender, user = '' }: Identities,
): Promise<boolean | undefined> {
  const reply = error instanceof StepFailure ? error.evidence.reply : undefined;
  const isOther = MAIL_ADDRESS.test(user) && !isSameSender(user, sender);
  if (replyClass(reply) !== 5 || !isOther) return undefined;
  return await session.takesSender(user).catch(() => undefined);
}
