import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import type { Script } from '../helpers/scripted-server.js';
import { envOf, RECIPIENT, runJson, startScript, USER } from './support.js';

const PIPELINING = '250-scripted.example\r\n250-PIPELINING\r\n250 AUTH PLAIN LOGIN';
const SILENT = { RSET: 'silence', QUIT: 'silence', '.': 'silence' } as const;

/** As long as the whole check may take: a refusal that had to wait for later answers would come then. */
const TIMEOUT_S = 40;

const REFUSALS: [step: string, cause: string, replies: Script['replies']][] = [
  ['mail-from', 'sender-rejected', { MAIL: '550 5.1.0 no', RCPT: 'silence', DATA: 'silence' }],
  ['rcpt-to', 'recipient-unknown', { RCPT: '550 5.1.1 no', DATA: 'silence' }],
  ['data', 'content-rejected', { DATA: '554 5.7.1 message refused' }],
];

describe.concurrent('a refusal, where the server offers pipelining and is slow with all that follows', () => {
  it.each(REFUSALS)('at %s ends the attempt at once', async (step, cause, replies) => {
    const password = plantPassword();
    const server = await startScript({ replies: { ...SILENT, EHLO: PIPELINING, ...replies } });
    const started = performance.now();
    const result = await runJson(['test', '--to', RECIPIENT, '--timeout', String(TIMEOUT_S)], {
      env: envOf(server, { password, query: 'ignoreTLS=true' }),
    });
    expect(result.report.failure).toMatchObject({ step, cause });
    expect((performance.now() - started) / 1000).toBeLessThan(TIMEOUT_S / 2);
    expectNoSecret(result, password, USER);
  });
});
