import type { Socket } from 'node:net';
import { DeadlineReached, startDeadline } from '../../deadline.js';
import { StepFailure } from '../../diagnosis/evidence.js';
import type { AttemptOptions } from '../attempt-options.js';
import { awaitAnswer } from '../connection/await-answer.js';
import { lookInPlainText } from '../connection/second-look.js';
import {
  checkCertificate,
  startImplicitTls,
  type TlsSettings,
} from '../connection/tls-handshake.js';
import type { EarlyLook } from '../cure.js';
import { warnOfTls } from '../warnings/certificate-warning.js';
import { warnOfNewerGroups } from '../warnings/groups-warning.js';

/** The connection that TLS is to begin on. */
export interface OpenConnection {
  socket: Socket;
  /** The address that it goes to. */
  address: string;
  tls: TlsSettings;
  /** Begins the look at the other ports; absent where no further connection is allowed. */
  beginLook: (() => Promise<EarlyLook>) | undefined;
  /** Told the encrypted connection before its certificate is judged. */
  onSecured: (socket: Socket) => void;
}

/**
 * The step tls: TLS from the first byte on, where the settings ask for it.
 *
 * @returns the connection to go on with
 * @throws StepFailure, or the signal's reason
 */
export async function secureConnection(
  { socket, address, tls, beginLook, onSecured }: OpenConnection,
  options: AttemptOptions,
): Promise<Socket> {
  const { recorder, settings, mayConnectAgain, deadline } = options;
  const { port, security, waits } = settings.uri;
  if (security !== 'tls') return socket;
  recorder.start('tls');
  const { signal } = deadline;
  const wait = startDeadline(waits.connectionTimeout ?? deadline.remaining(), signal);
  const secured = await awaitAnswer({
    attempt: (either) => startImplicitTls(socket, tls, either),
    step: 'tls',
    port,
    signal: wait.signal,
    beginLook,
    details: () => ({}),
  })
    .catch(async (failure) => {
      const error = socket.bytesRead === 0 ? asUnanswered(failure) : failure;
      if (!mayConnectAgain) throw error;
      await warnOfNewerGroups(error, { address, begins: 'tls' }, options);
      return lookInPlainText(error, { address, port, signal });
    })
    .finally(wait.clear);
  onSecured(secured);
  const info = checkCertificate(secured, tls, 'tls');
  recorder.ok('tls', info);
  warnOfTls(secured, info, options);
  return secured;
}

/** A time-out as that of a server that never spoke: a handshake that the server had begun would have stopped half-way. */
function asUnanswered(error: unknown): unknown {
  const isTlsUnanswered = true;
  if (error instanceof DeadlineReached)
    return new StepFailure({ step: 'tls', isTimedOut: true, isTlsUnanswered });
  if (!(error instanceof StepFailure) || !error.evidence.isTimedOut) return error;
  return new StepFailure({ ...error.evidence, isTlsUnanswered }, error.details);
}
