import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { groupsOf, HANDSHAKE_FAILURE, startHelloGate } from '../helpers/hello-gate.js';
import { closeAtEnd, envOf, runJson, startScript } from './support.js';

/** A hello that is longer takes two packets (RFC 894). */
const LONGEST_HELLO = 1400;
/** X25519MLKEM768, in the registry of IANA. */
const POST_QUANTUM = 0x11ec;
/** What Node 18.18.0 offers: X25519, P-256, X448, P-521, P-384 and five of Diffie and Hellman (RFC 7919). */
const OF_SERVER = [0x1d, 0x17, 0x1e, 0x19, 0x18, 0x100, 0x101, 0x102, 0x103, 0x104];

const NODE = process.env.TEST_NODE ?? process.execPath;
const ASK =
  'try { tls.createSecureContext({ ecdhCurve: "X25519MLKEM768" }); true } catch { false }';
const knowsPostQuantum = execFileSync(NODE, ['-p', ASK], { encoding: 'utf8' }).trim() === 'true';

/** What the check says of a server behind a gate, for TLS at once and for STARTTLS. */
async function reportsOf(judge: (hello: Buffer) => Buffer | undefined) {
  const reports = [];
  for (const scheme of ['smtps', 'smtp'] as const) {
    const tls = certificates.trusted;
    const server = await startScript(scheme === 'smtp' ? { tls } : { implicitTls: tls });
    const gate = await startHelloGate(server, judge);
    closeAtEnd(() => gate.close());
    const query = scheme === 'smtp' ? 'requireTLS=true' : '';
    const env = envOf(gate, { scheme, host: 'localhost', query });
    const { report } = await runJson(['verify'], { env });
    reports.push(report);
  }
  return reports;
}

describe.concurrent('the hello is that of Tailchat’s Node, whatever this one is', () => {
  it('and passes where no longer one does', async () => {
    const seen: number[][] = [];
    const reports = await reportsOf((hello) => {
      seen.push(groupsOf(hello));
      return hello.length > LONGEST_HELLO ? Buffer.alloc(0) : undefined;
    });
    for (const report of reports) expect(report.failure).toBeNull();
    expect(seen).toEqual([OF_SERVER, OF_SERVER]);
  });

  it('and a server that only agrees on post-quantum groups refuses it; a newer Node says so', async () => {
    const reports = await reportsOf((hello) =>
      groupsOf(hello).includes(POST_QUANTUM) ? undefined : HANDSHAKE_FAILURE,
    );
    for (const report of reports) {
      expect(report.failure?.cause).toBe('tls-version');
      const differs = report.warnings.filter(({ code }) => code === 'server-differs');
      expect(differs).toHaveLength(knowsPostQuantum ? 1 : 0);
      if (knowsPostQuantum) expect(differs[0]?.message).toMatch(/Node 18\.18\.0.*post-quantum/);
    }
  });
});
