import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startDnsServer } from '../helpers/dns-fixture.js';
import { DNS_PRELOAD, expectNoSecret } from '../helpers/run-bin.js';
import { closeAtEnd, closedPort, run, runJson, startScript } from './support.js';

const FORMS = [['--json'], ['--verbose'], ['--lang', 'zh-CN']];

/** The end of a password behind its `@`, which the name server knows by these. */
async function endOfPassword(record: Parameters<typeof startDnsServer>[0][string]) {
  const end = `zq7${randomBytes(5).toString('hex')}`;
  const dns = await startDnsServer({ [end]: record });
  closeAtEnd(() => dns.close());
  const env = { TEST_DNS_SERVER: dns.address, SMTP_SENDER: 'me@x.org' };
  const checks = async (uri: string, word: string) => {
    for (const words of FORMS) {
      const options = { preload: [DNS_PRELOAD], env: { ...env, SMTP_URI: uri } };
      const result = await run(['verify', '--timeout', '5', ...words], options);
      expect(`${result.stdout}${result.stderr}`).toContain(word);
      expectNoSecret(result, end);
    }
  };
  return { end, checks };
}

describe.concurrent('the end of a password that counts as the host is not told', () => {
  it('where nobody knows the name', async () => {
    const { end, checks } = await endOfPassword('nxdomain');
    await checks(`smtp://me:Pa@${end}`, 'host-not-found');
    await checks(`smtp://localhost:2525:me:Pa@${end}`, 'host-not-found');
  });

  it('where nothing listens there', async () => {
    const { end, checks } = await endOfPassword({ a: ['127.0.0.1'] });
    const { port } = await closedPort();
    await checks(`smtp://me:Pa@${end}:${port}`, 'connection-refused');
  });

  it('where a server refuses the login and repeats the name', async () => {
    const { end, checks } = await endOfPassword({ a: ['127.0.0.1'] });
    const { port } = await startScript({ replies: { AUTH: `535 5.7.8 no ${end}` } });
    await checks(`smtp://me:Pa@${end}:${port}/?ignoreTLS=true`, 'auth-failed');
  });

  it('where a server takes all', async () => {
    const { end, checks } = await endOfPassword({ a: ['127.0.0.1'] });
    const { port } = await startScript();
    await checks(`smtp://me:Pa@${end}:${port}/?ignoreTLS=true&pool=true`, '***');
  });
});

it('a sender that may be a password is not told where the server refuses it', async () => {
  const end = `zq7${randomBytes(5).toString('hex')}`;
  const { port } = await startScript({ replies: { MAIL: `550 5.7.1 <P@${end}> is unknown` } });
  const env = { SMTP_URI: `smtp://127.0.0.1:${port}/?ignoreTLS=true`, SMTP_SENDER: `P@${end}` };
  for (const words of FORMS) {
    expectNoSecret(await run(['verify', ...words], { env }), end);
    expectNoSecret(await run(['test', '--to', 'a@x.org', ...words], { env }), end);
  }
  const { report } = await runJson(['verify'], { env });
  expect(report.failure?.reply?.text).toContain('***');
});
