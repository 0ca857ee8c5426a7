// What the command says, and what Tailchat's server does: nodemailer 6.7.8 in a process of its own. Here a part of
// the table; `ORACLE=all`, as in .ci/node-versions.sh on Node 18.18.0, goes through the whole.
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import type { WarningCode } from '../../src/report/warnings.js';
import { runJson, startScript } from '../e2e/support.js';
import { askServer, type ServerOutcome } from '../helpers/oracle.js';
import { MORE_SERVERS, ORDINARY, SERVERS, type TableServer } from './servers.js';
import { environmentOf, MORE_SETTINGS, SETTINGS, type TableSettings } from './settings.js';

/** Warnings that say that Tailchat's server may fare otherwise. */
const NAMING: readonly WarningCode[] = [
  'server-differs',
  'trust-differs',
  'slow-reply',
  'pool-keeps-connections',
  'sender-read-otherwise',
  'option-unchecked',
];

interface Case {
  server: TableServer;
  settings: TableSettings;
  scheme: 'smtp' | 'smtps';
}

const casesOf = (server: TableServer, settings: TableSettings): Case[] =>
  server.schemes.map((scheme) => ({ server, settings, scheme }));

/**
 * Every server with the usual settings, and with every fifth of the others in turn; then more of both, the
 * settings with ordinary servers, the servers with the usual settings.
 */
const CASES: Case[] = [
  ...SERVERS.flatMap((server, row) =>
    SETTINGS.filter((_, column) => column === 0 || (column + row) % 5 === 0).flatMap((settings) =>
      casesOf(server, settings),
    ),
  ),
  ...MORE_SETTINGS.flatMap((settings) => ORDINARY.flatMap((server) => casesOf(server, settings))),
  ...MORE_SERVERS.flatMap((server) => SETTINGS.slice(0, 1).flatMap((one) => casesOf(server, one))),
];
const isWhole = process.env.ORACLE === 'all';
const CHOSEN = isWhole ? CASES : CASES.filter((_, index) => index % 9 === 0);

/** Where our answer is the better one, and the server's passes by chance or ends in a crash. */
function isKnown(
  { warnings, failure }: Report,
  server: ServerOutcome,
  { settings }: Case,
): boolean {
  // A mail without a sender: `test` does not send one.
  if (settings.sender === null) return failure?.cause === 'sender-missing';
  const isNamed = warnings.some(({ code }) => NAMING.includes(code));
  return isNamed && failure === null && !server.mail;
}

describe.concurrent("the verdict is what Tailchat's server does", () => {
  it('over a table of more than two hundred', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(200);
  });

  it.each(CHOSEN.map((one) => [`${one.server.name}, ${one.settings.name}`, one] as const))(
    '%s',
    async (_name, one) => {
      const { server, settings, scheme } = one;
      const { port } = await startScript(server.script());
      const env = environmentOf(settings, scheme, port);
      const outcome = await askServer(env);
      const { report } = await runJson(['test', '--to', 'you@example.com', '--no-suggest'], {
        env,
      });
      const isSent = outcome.verify && outcome.mail;
      if (report.ok === isSent || isKnown(report, outcome, one)) return;
      const { failure, warnings } = report;
      expect({
        ok: report.ok,
        cause: failure?.cause,
        warnings: warnings.map(({ code }) => code),
      }).toEqual({
        server: outcome,
      });
    },
  );
});
