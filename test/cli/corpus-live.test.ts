import { afterAll, describe, expect, it } from 'vitest';
import { sendTest } from '../../src/index.js';
import { type CorpusReply, isRight, readCorpus } from '../helpers/corpus.js';
import { plantPassword } from '../helpers/run-bin.js';
import {
  type Script,
  type ScriptedServer,
  startScriptedServer,
} from '../helpers/scripted-server.js';

/** What a client says before the reply of each step comes. */
const VERB = {
  ehlo: 'EHLO',
  starttls: 'STARTTLS',
  auth: 'AUTH',
  'mail-from': 'MAIL',
  'rcpt-to': 'RCPT',
  data: '.',
};
const USER = 'me@example.com';

const servers: ScriptedServer[] = [];
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

/** A server that has no objections up to the step of the reply. */
function scriptOf({ step, reply }: CorpusReply): Script {
  const said = reply.replaceAll('\n', '\r\n');
  if (step === 'greeting') return { greeting: said };
  const offers = step === 'starttls' ? 'STARTTLS' : 'AUTH PLAIN LOGIN';
  const replies = {
    EHLO: `250-mx.example.net\r\n250-${offers}\r\n250 8BITMIME`,
    AUTH: '235 2.7.0 Welcome',
  };
  if (step === 'ehlo') return { replies: { EHLO: said, HELO: said } };
  return { replies: { ...replies, [VERB[step as keyof typeof VERB]]: said } };
}

// Nothing names the provider but the server's own words: the host is this machine.
describe.concurrent('a real session', () => {
  it.each(readCorpus())('that ends with $id', async (expected) => {
    const server = await startScriptedServer(scriptOf(expected));
    servers.push(server);
    // Where a login is what is missing, none is made: after one it would be another failure.
    const isLoggedOut = expected.cause === 'auth-required';
    const user = `${encodeURIComponent(USER)}:${encodeURIComponent(plantPassword())}@`;
    const login = isLoggedOut && expected.step !== 'auth' ? '' : user;
    const report = await sendTest({
      uri: `smtp://${login}127.0.0.1:${server.port}/`,
      sender: USER,
      to: 'you@example.org',
      timeout: 20,
    });
    expect(report.failure?.step).toBe(expected.step);
    expect(isRight(expected, report.failure?.cause), report.failure?.cause).toBe(true);
    if (report.failure?.cause === expected.cause) {
      expect(report.failure.retryable).toBe(expected.retryable);
    }
  });
});
