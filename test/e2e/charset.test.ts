import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { envOf, run, runJson, startScript, USER } from './support.js';

// "Please log in with the authorization code", as QQ Mail's older servers say it: in GB18030.
const WORDS = '请使用授权码登录';
const IN_GB18030 = Buffer.concat([
  Buffer.from('535 Error: '),
  Buffer.from('c7ebcab9d3c3cadac8a8c2ebb5c7c2bc', 'hex'),
  Buffer.from('\r\n'),
]);

describe.concurrent('a reply in GB18030', () => {
  it('is understood and can be read', async () => {
    const server = await startScript({ replies: { AUTH: IN_GB18030 } });
    const password = plantPassword();
    const env = envOf(server, { password });
    const json = await runJson(['verify'], { env });
    expect(json.code).toBe(77);
    expect(json.report.failure).toMatchObject({
      cause: 'app-password-required',
      reply: { code: 535, text: `535 Error: ${WORDS}` },
    });
    const people = await run(['verify', '--verbose'], { env });
    expect(people.stdout).toContain(`  535 Error: ${WORDS}\n`);
    expect(people.stderr).toContain(WORDS);
    for (const result of [json, people]) expectNoSecret(result, password, USER);
  });

  it('is readable in the words about an accepted mail, too', async () => {
    const accepted = Buffer.concat([Buffer.from('250 '), IN_GB18030.subarray(11)]);
    const server = await startScript({ replies: { '.': accepted } });
    const result = await runJson(['test', '--to', 'you@example.com'], { env: envOf(server) });
    expect(result.code).toBe(0);
    expect(result.report.message?.reply).toBe(`250 ${WORDS}`);
  });
});
