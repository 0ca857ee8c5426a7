import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import tls from 'node:tls';
import { followSignal } from '../../deadline.js';
import { StepFailure } from '../../diagnosis/evidence.js';
import { isNotTls, isOfOtherService } from '../../diagnosis/rules/system-codes.js';
import { errorCodeOf } from '../../errors.js';
import { stripControls } from '../../safety/control-characters.js';
import { GROUPS_OF_SERVER } from './server-groups.js';

/** The target of a second connection. */
export interface Endpoint {
  address: string;
  port: number;
  /** Ends the look. */
  signal: AbortSignal;
}

/** The facts that the look at a silent server needs. */
export interface SilentEndpoint extends Endpoint {
  /** Nothing has come from the server yet. */
  isSilent: () => boolean;
  /** Told whether the port begins with TLS, when somebody has looked. */
  onLook: (isTlsPort: boolean) => void;
}

/** How long a server may be silent before a second connection checks whether it waits for TLS. */
const SILENCE_MS = 1500;

// A greeting comes at once, or deliberately late. Any other service waits to be spoken to.
const GREETING_MS = 1200;
const PROMPT_MS = 500;
const LONGEST_GREETING = 512;

/**
 * Waits for a session to open. While the server is silent, a second connection tells a port that begins with TLS, or a web
 * server's, from a dead one. That takes seconds, where waiting alone would take the whole check's time.
 *
 * @throws what opening the session throws; StepFailure of the step `greeting` for a port of TLS or of
 * another service
 */
export async function lookWhileSilent(
  opening: Promise<void>,
  endpoint: SilentEndpoint,
): Promise<void> {
  const controller = followSignal(endpoint.signal);
  const { signal } = controller;
  const probe = async (): Promise<void> => {
    await delay(SILENCE_MS, undefined, { signal }).catch(() => {});
    if (signal.aborted || !endpoint.isSilent()) return await opening;
    const probed = { ...endpoint, signal };
    const answer = await answerToTls(probed);
    // A web server is silent until it is spoken to, and then answers that it does not understand.
    const heard = answer === 'other' ? stripControls(await greetingOf(probed)) : '';
    if (signal.aborted || !endpoint.isSilent()) return await opening;
    const isTlsPort = answer === 'tls';
    endpoint.onLook(isTlsPort);
    if (isTlsPort) throw new StepFailure({ step: 'greeting', isTlsPort });
    if (isOfOtherService(heard)) throw new StepFailure({ step: 'greeting', isMalformed: true });
    return await opening;
  };
  try {
    await Promise.race([opening, probe()]);
  } finally {
    controller.abort();
  }
}

/**
 * Listens over a second connection in plain text, where a handshake found no TLS at all. The words tell a mail server from
 * another service. Other failures are passed on.
 *
 * @throws the failure, with what was heard
 */
export async function lookInPlainText(error: unknown, endpoint: Endpoint): Promise<never> {
  const { errorCode = '' } = error instanceof StepFailure ? error.evidence : {};
  if (!(error instanceof StepFailure) || !isNotTls(errorCode)) throw error;
  const plainGreeting = stripControls(await greetingOf(endpoint));
  throw new StepFailure({ ...error.evidence, plainGreeting }, error.details);
}

/** The answer of a port to a TLS handshake (RFC 8314 section 3): TLS, something else, or nothing. Nothing is sent afterwards. */
function answerToTls({ address, port, signal }: Endpoint): Promise<'tls' | 'other' | 'nothing'> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('nothing');
    // Nothing is sent over it, so no certificate needs to be believed.
    const settings = { ecdhCurve: GROUPS_OF_SERVER, rejectUnauthorized: false };
    const socket = tls.connect({ host: address, port, ...settings });
    const settle = (answer: 'tls' | 'other' | 'nothing') => {
      signal.removeEventListener('abort', giveUp);
      socket.destroy();
      resolve(answer);
    };
    const giveUp = () => settle('nothing');
    signal.addEventListener('abort', giveUp, { once: true });
    socket.on('error', (error) => settle(isNotTls(errorCodeOf(error) ?? '') ? 'other' : 'nothing'));
    socket.once('close', giveUp);
    socket.once('secureConnect', () => settle('tls'));
  });
}

/**
 * The first words of a port in plain text; empty where nothing comes. After a while QUIT is sent, which a web server answers in
 * its own protocol.
 */
function greetingOf({ address, port, signal }: Endpoint): Promise<string> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('');
    let said = '';
    const socket = net.connect({ host: address, port });
    const settle = () => {
      clearTimeout(prompt);
      clearTimeout(end);
      signal.removeEventListener('abort', settle);
      socket.destroy();
      resolve(said);
    };
    const prompt = setTimeout(() => socket.write('QUIT\r\n'), PROMPT_MS);
    const end = setTimeout(settle, GREETING_MS);
    signal.addEventListener('abort', settle, { once: true });
    socket.on('error', settle);
    socket.once('close', settle);
    socket.on('data', (chunk) => {
      said = (said + chunk.toString('latin1')).slice(0, LONGEST_GREETING);
      if (said.includes('\n') || said.length === LONGEST_GREETING) settle();
    });
  });
}
