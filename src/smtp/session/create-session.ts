import type { Socket } from 'node:net';
import { StepFailure } from '../../diagnosis/evidence.js';
import type { AttemptOptions } from '../attempt-options.js';
import { lossOf } from '../connection/open-socket.js';
import { checkCertificate, type TlsSettings, tlsOptions } from '../connection/tls-handshake.js';
import { warnOfTls } from '../warnings/certificate-warning.js';
import { NodemailerSession } from './nodemailer-session.js';
import { SessionRecorder } from './session-recorder.js';

/**
 * A session over an open connection, and the recorder of its steps. The wait for the greeting begins now.
 *
 * @throws StepFailure of the step `greeting`, where the connection was lost meanwhile
 */
export function createSession(
  socket: Socket,
  tls: TlsSettings,
  options: AttemptOptions,
): { session: NodemailerSession; recorded: SessionRecorder } {
  const { settings, deadline, recorder } = options;
  const { host, security, opportunisticTls, clientName, waits, impossibleTls } = settings.uri;
  const recorded = createSessionRecorder(tls, options);
  recorder.start('greeting');
  if (socket.destroyed) throw new StepFailure(lossOf(socket));
  const session = new NodemailerSession({
    socket,
    host,
    // With such an option, STARTTLS fails if it is offered.
    security: impossibleTls ? 'none' : security,
    opportunisticTls,
    // nodemailer's own default, where the machine's name has no dot, as in a container.
    clientName: clientName ?? (settings.isForContainer ? '[127.0.0.1]' : undefined),
    tls: tlsOptions(tls),
    timeoutMs: deadline.remaining() + 1000,
    greetingMs: waits.greetingTimeout,
    silenceMs: waits.socketTimeout && Math.min(waits.socketTimeout, 2 ** 31 - 1),
    observer: recorded,
  });
  return { session, recorded };
}

function createSessionRecorder(tls: TlsSettings, options: AttemptOptions): SessionRecorder {
  const { recorder, redact, listener, message } = options;
  return new SessionRecorder({
    recorder,
    redact,
    listener,
    recipients: message?.recipients ?? [],
    checkCertificate: (socket) => {
      const info = checkCertificate(socket, tls, 'starttls');
      warnOfTls(socket, info, options);
      return info;
    },
  });
}
