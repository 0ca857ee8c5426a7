import { StepFailure } from '../../diagnosis/evidence.js';
import { hasExtension, replyClass } from '../../diagnosis/reply.js';
import { shownHost } from '../../settings/uri/shown-host.js';
import type { AttemptOptions } from '../attempt-options.js';
import type { NodemailerSession } from '../session/nodemailer-session.js';
import { chooseMechanism } from '../session/sasl-mechanism.js';
import type { SessionRecorder } from '../session/session-recorder.js';

/**
 * The step auth: logs in as Tailchat's nodemailer would, once; or says why it would not.
 *
 * @returns whether somebody has logged in
 * @throws StepFailure of the step `auth`
 */
export async function logIn(
  session: NodemailerSession,
  recorded: SessionRecorder,
  { recorder, settings }: Pick<AttemptOptions, 'recorder' | 'settings'>,
): Promise<boolean> {
  const { user, password, authMethod, port, forcesLogin } = settings.uri;
  const host = shownHost(settings.uri);
  const { isLoginEmpty, security } = settings.uri;
  const isMissed = session.allowsAuth
    ? isLoginEmpty || (!user && forcesLogin)
    : isLoginEmpty && forcesLogin;
  if (isMissed) {
    recorder.start('auth');
    throw new StepFailure({ step: 'auth', isLoginMissing: true });
  }
  if (user === undefined || !password) {
    recorder.skipped('auth', 'noCredentials');
    return false;
  }
  if (!session.allowsAuth && !forcesLogin) {
    recorder.skipped('auth', 'authNotOffered');
    recorder.warn({ code: 'credentials-untested', host, port });
    return false;
  }
  const choice = chooseMechanism(recorded.extensions, authMethod);
  recorder.start('auth');
  if ('unusable' in choice) {
    throw new StepFailure({ step: 'auth', unusableMechanisms: choice.unusable });
  }
  const { mechanism, offered } = choice;
  if (!session.isEncrypted) {
    const ignoresStarttls = security === 'none' && hasExtension(recorded.extensions, 'STARTTLS');
    recorder.warn({ code: 'plaintext-credentials', host, ignoresStarttls });
  }
  try {
    await session.login(user, password.reveal(), mechanism);
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    const { reply } = error.evidence;
    const isForGood = offered && replyClass(reply) === 5;
    // It was not on offer: what the server says about that is no word on user and password.
    throw isForGood
      ? new StepFailure({ step: 'auth', unusableMechanisms: offered })
      : new StepFailure(error.evidence, { mechanism });
  }
  recorder.ok('auth', { mechanism });
  // Whatever they look like, they are right.
  recorder.retract('credentials-unlikely');
  recorder.retract('not-percent-encoded');
  return true;
}
