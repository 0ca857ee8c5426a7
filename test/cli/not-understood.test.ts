import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/main.js';
import { createFakeContext } from '../helpers/fake-context.js';
import { startScriptedServer } from '../helpers/scripted-server.js';

const PASSWORD = 'Sup3rS3cret';
const WHOLE = `smtps://user:${PASSWORD}@smtp.example.com:465`;
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'tailchat-smtp-not-understood-'));
});
afterAll(() => rm(cwd, { recursive: true }));

async function verify(line: string, ...words: string[]) {
  await writeFile(join(cwd, '.env'), `${line}\n`);
  const argv = ['smtp', 'verify', '--offline', ...words];
  const context = createFakeContext({ argv, cwd });
  const code = await main(context);
  return { code, printed: context.out + context.err };
}

/** Lines that people have pasted: readers disagree over each, and nobody can take the value for a URI. */
const LINES = [
  `SMTP_URI=user:${PASSWORD}@smtp.example.com:465 # x`,
  `SMTP_URI=smtps//user:${PASSWORD}@smtp.example.com:465 # x`,
  `SMTP_URI=smtps:/user:${PASSWORD}@smtp.example.com:465 # x`,
  `SMTP_URI=mailto:user:${PASSWORD}@smtp.example.com # x`,
  `SMTP_URI="${WHOLE}`,
  `SMTP_URI={"auth":{"pass":"${PASSWORD}"}} # x`,
  `SMTP_URI: ${Buffer.from(WHOLE).toString('base64')} # x`,
];

describe('a value that is not understood', () => {
  it.each(LINES)('is not shown: %s', async (line) => {
    const encoded = Buffer.from(WHOLE).toString('base64');
    for (const words of [[], ['--json'], ['--lang', 'zh-CN'], ['--verbose', '--strict']]) {
      const { code, printed } = await verify(line, ...words);
      expect(code).toBe(78);
      expect(printed).not.toContain(PASSWORD);
      for (let at = 0; at + 8 <= encoded.length; at += 1) {
        expect(printed).not.toContain(encoded.slice(at, at + 8));
      }
    }
  });

  it('gives no host where it may be the rest of the password', async () => {
    for (const words of [['--json'], []]) {
      const { printed } = await verify(
        'SMTP_SENDER=a@b.example',
        '--uri',
        'SMTP_URI=smtps://me@qq.com:Zq7Wx9@Kv3Tn5',
        ...words,
      );
      expect(printed).not.toContain('Kv3Tn5');
    }
  });

  it('is told by its length and what is wrong with it', async () => {
    const { printed } = await verify(`SMTP_URI=user;${PASSWORD}`, '--json');
    const { settings, failure } = JSON.parse(printed);
    expect(settings).toMatchObject({ uri: '***', host: null, user: null });
    expect(failure.explanation).toContain(
      'The value has 16 characters. It may contain a password, so only --show-secrets shows it.',
    );
  });

  it('is shown whole with --show-secrets', async () => {
    const { printed } = await verify(`SMTP_URI=user;${PASSWORD}`, '--json', '--show-secrets');
    expect(JSON.parse(printed).settings.uri).toBe(`user;${PASSWORD}`);
  });
});

describe('a user who is the password, too', () => {
  it('is shown nowhere', async () => {
    const server = await startScriptedServer({ replies: { AUTH: `535 5.7.8 no ${PASSWORD}` } });
    const uri = `smtp://${PASSWORD}:${PASSWORD}@127.0.0.1:${server.port}/?ignoreTLS=true`;
    const env = { SMTP_URI: uri, SMTP_SENDER: 'me@x.org' };
    for (const words of [[], ['--json'], ['--verbose', '--lang', 'zh-CN']]) {
      const argv = ['smtp', 'verify', '--no-suggest', ...words];
      const context = createFakeContext({ argv, cwd, env });
      expect(await main(context)).toBe(77);
      expect(context.out + context.err).not.toContain(PASSWORD);
    }
    await server.close();
  });
});

describe('a value that is understood', () => {
  it('stands in the document byte for byte', async () => {
    const sender = '"Tail  chat"   <me@x.org>';
    const lines = `SMTP_URI=${WHOLE}/?pool=true\nSMTP_SENDER='${sender}'`;
    const { settings } = JSON.parse((await verify(lines, '--json')).printed);
    expect(settings.sender).toBe(sender);
    expect(settings.uri).toBe('smtps://user:***@smtp.example.com:465/?pool=true');
    expect((await verify(lines)).printed).toContain(sender);
  });
});
