import { hasExtension } from '../../diagnosis/reply.js';
import { toEnvelopeAddress } from '../../settings/addresses/mail-address.js';
import type { AttemptOptions } from '../attempt-options.js';
import type { NodemailerSession } from '../session/nodemailer-session.js';
import { tryLoginAsSender } from './try-login-as-sender.js';

/** What there is to know about the session so far. */
export interface SenderQuestion extends Pick<AttemptOptions, 'settings' | 'mayAskAboutLogin'> {
  extensions: readonly string[];
  isAuthenticated: boolean;
  /** Told whether the server takes the address of the login, where it was asked. */
  onLoginAnswer: (isTaken: boolean | undefined) => void;
}

/**
 * The step mail-from, where no mail is sent: asks whether the server takes the sender; without one, whether it
 * takes the empty sender that Tailchat would then send with (RFC 5321 section 4.5.5).
 *
 * @throws StepFailure of the step `mail-from`
 */
export async function askAboutSender(
  session: NodemailerSession,
  { settings, mayAskAboutLogin, extensions, isAuthenticated, onLoginAnswer }: SenderQuestion,
): Promise<void> {
  const { sender, uri } = settings;
  if (!sender) return await session.askAboutSender('', []);
  const address = toEnvelopeAddress(sender.address);
  const isUtf8 = /[^\0-\x7f]/.test(address) && hasExtension(extensions, 'SMTPUTF8');
  try {
    await session.askAboutSender(address, isUtf8 ? ['SMTPUTF8'] : []);
  } catch (error) {
    if (mayAskAboutLogin && isAuthenticated) {
      onLoginAnswer(await tryLoginAsSender(session, error, { sender: address, user: uri.user }));
    }
    throw error;
  }
}
