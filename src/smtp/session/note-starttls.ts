import { hasExtension } from '../../diagnosis/reply.js';
import type { Texts } from '../../language/texts.js';
import type { Recorder } from '../recorder.js';
import type { NodemailerSession } from './nodemailer-session.js';
import type { SessionRecorder } from './session-recorder.js';

/** Says why there was no STARTTLS (RFC 3207), where there might have been. */
export function noteStarttls(
  session: Pick<NodemailerSession, 'isEncrypted'>,
  recorded: Pick<SessionRecorder, 'extensions'>,
  { recorder, texts }: { recorder: Recorder; texts: Texts },
): void {
  if (session.isEncrypted) return;
  const { skipped } = texts.interface.output;
  if (recorder.isRunning('starttls')) recorder.skipped('starttls', skipped.starttlsRefused);
  else if (hasExtension(recorded.extensions, 'STARTTLS')) {
    recorder.skipped('starttls', skipped.starttlsIgnored);
  } else recorder.skipped('starttls', skipped.starttlsNotOffered);
}
