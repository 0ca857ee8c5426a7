import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import type { Script } from '../helpers/scripted-server.js';
import { envOf, runJson, startScript } from './support.js';

const CASES: [name: string, script: Script, query: string][] = [
  ['does not know STARTTLS', {}, ''],
  [
    'refuses STARTTLS',
    { tls: certificates.trusted, replies: { STARTTLS: '454 4.7.0 TLS not available' } },
    'ignoreTLS=true',
  ],
  ['takes STARTTLS', { tls: certificates.trusted }, 'requireTLS=true'],
];

/** The ways that the steps name: an option at the end of the URI, or none. */
const waysIn = (steps: readonly string[]) =>
  steps
    .filter((step) => /^Write smtp:\/\//.test(step))
    .map((step) => /\w+TLS=true/.exec(step)?.[0] ?? '');

describe('smtps:// on a port of plain text', () => {
  it.each(CASES)('that %s is led to what works there', async (_, script, query) => {
    const server = await startScript(script);
    const password = plantPassword();
    const env = envOf(server, { scheme: 'smtps', password });
    const before = await runJson(['verify'], { env });
    expect(before.report.failure?.cause).toBe('tls-on-plain-port');
    expect(waysIn(before.report.failure?.nextSteps ?? [])).toEqual([query]);
    expect(server.clearCommands.join('\n')).not.toMatch(/AUTH|MAIL/);
    const after = await runJson(['verify'], { env: envOf(server, { password, query }) });
    expect(after.report).toMatchObject({ ok: true, failure: null });
    expectNoSecret(before, password);
  });
});
