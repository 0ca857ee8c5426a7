import { StepFailure } from '../../diagnosis/evidence.js';
import { hasExtension } from '../../diagnosis/reply.js';
import type { AttemptOptions } from '../attempt-options.js';
import { lookWhileSilent } from '../connection/second-look.js';
import type { Recorder } from '../recorder.js';
import type { NodemailerSession } from '../session/nodemailer-session.js';
import type { SessionRecorder } from '../session/session-recorder.js';
import { warnOfNewerGroups } from '../warnings/groups-warning.js';

/** The session to open. */
export interface NewSession {
  session: NodemailerSession;
  recorded: SessionRecorder;
  /** The address that it goes to. */
  address: string;
  /** Told what a second connection has shown of a silent port. */
  onLook: (isTlsPort: boolean) => void;
}

/**
 * The steps greeting, ehlo and starttls. While the server is silent, a second connection looks whether it waits
 * for TLS.
 *
 * @throws StepFailure of one of them
 */
export async function openSession(opened: NewSession, options: AttemptOptions): Promise<void> {
  const { session, recorded, address, onLook } = opened;
  const { recorder, deadline, settings, mayConnectAgain } = options;
  const { port, security, impossibleTls } = settings.uri;
  if (security === 'tls' || !mayConnectAgain) await session.open();
  else {
    const opening = session.open().catch(async (error) => {
      await warnOfNewerGroups(error, { address, begins: 'starttls' }, options);
      throw error;
    });
    await lookWhileSilent(opening, {
      address,
      port,
      signal: deadline.signal,
      isSilent: () => recorder.isRunning('greeting'),
      onLook,
    });
  }
  if (impossibleTls && hasExtension(recorded.extensions, 'STARTTLS')) {
    recorder.start('starttls');
    recorder.retract('option-unchecked');
    throw new StepFailure({ step: 'starttls', option: impossibleTls });
  }
  noteStarttls(session, recorded, recorder);
}

/** Says why there was no STARTTLS (RFC 3207), where there might have been. */
function noteStarttls(
  session: NodemailerSession,
  recorded: SessionRecorder,
  recorder: Recorder,
): void {
  if (session.isEncrypted) return;
  if (recorder.isRunning('starttls')) recorder.skipped('starttls', 'starttlsRefused');
  else if (hasExtension(recorded.extensions, 'STARTTLS')) {
    recorder.skipped('starttls', 'starttlsIgnored');
  } else recorder.skipped('starttls', 'starttlsNotOffered');
}
