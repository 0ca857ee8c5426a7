import { hasExtension } from '../../diagnosis/reply.js';
import type { Recorder } from '../recorder.js';
import type { NodemailerSession } from './nodemailer-session.js';
import type { SessionRecorder } from './session-recorder.js';

/** Says why there was no STARTTLS (RFC 3207), where there might have been. */
export function noteStarttls(
  session: Pick<NodemailerSession, 'isEncrypted'>,
  recorded: Pick<SessionRecorder, 'extensions'>,
  recorder: Recorder,
): void {
  if (session.isEncrypted) return;
  if (recorder.isRunning('starttls')) recorder.skipped('starttls', 'starttlsRefused');
  else if (hasExtension(recorded.extensions, 'STARTTLS')) {
    recorder.skipped('starttls', 'starttlsIgnored');
  } else recorder.skipped('starttls', 'starttlsNotOffered');
}
