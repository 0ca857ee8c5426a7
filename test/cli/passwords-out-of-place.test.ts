import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/main.js';
import { createFakeContext } from '../helpers/fake-context.js';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'tailchat-smtp-out-of-place-'));
});
afterAll(() => rm(cwd, { recursive: true }));

const FORMATS = ['html', 'junit', 'github', 'prometheus'];
const WAYS = [
  [],
  ['--json'],
  ['--verbose', '--lang', 'zh-CN'],
  ['--strict', ...FORMATS.flatMap((name) => ['--report', name, name])],
];

/** All that is printed and written of the settings, without a network. */
async function told(env: Record<string, string>): Promise<string> {
  const printed: string[] = [];
  for (const words of WAYS) {
    const argv = ['smtp', 'verify', '--offline', ...words];
    const context = createFakeContext({ argv, cwd, env });
    printed.push(`${await main(context)}`, context.out, context.err);
  }
  const domain = createFakeContext({ argv: ['smtp', 'domain', '--offline'], cwd, env });
  printed.push(`${await main(domain)}`, domain.out, domain.err);
  const files = await readdir(cwd);
  expect(files.sort()).toEqual([...FORMATS].sort());
  for (const file of files) printed.push(await readFile(join(cwd, file), 'utf8'));
  return printed.join('\n').toLowerCase();
}

const SENDER = 'me@qq.com';

describe('of a password with an @ in it', () => {
  it.each([
    ['smtp://user:PA@SZQ7', 'szq7'],
    ['smtp://localhost:2525:user:PA@SZQ7', 'szq7'],
    ['smtps://me%40qq.com:P@szq.word', 'szq.word'],
    ['smtps://me@qq.com:P@szq.w0rd:465', 'szq.w0rd'],
    ['smtp://user@Szq7WxKv3', 'szq7'],
    ['smtps://me:smtp.qq.com@abcdefghijklmnop:465', 'abcdef'],
    ['smtps://me:P@SZQ7/?tls.servername=SZQ7', 'szq7'],
  ])('the end is not told as the host of %s', async (uri, secret) => {
    const text = await told({ SMTP_URI: uri, SMTP_SENDER: SENDER });
    expect(text).not.toContain(secret);
  });

  it('nothing is taken from the host of a usual URI', async () => {
    const uri = 'smtps://me:P@szq@mail.corp.cn:465/';
    const text = await told({ SMTP_URI: uri, SMTP_SENDER: 'me@corp.cn' });
    expect(text).toContain('smtps://me:***@mail.corp.cn:465/');
    expect(text).toContain('"host": "mail.corp.cn"');
    expect(text).not.toContain('szq');
  });
});

describe('of a password in the place of the user', () => {
  it.each([
    'abcdefghijklmnop:me%40qq.com@smtp.qq.com',
    'abcdefghijklmnop:me@smtp.qq.com',
    'abcdefghijklmnop:123456@smtp.qq.com',
    'ABCDEFGHIJKLMNOP:me@smtp.163.com',
    'abcd-efgh-ijkl-mnop:me@smtp.mail.me.com',
    'abc%40defghi:me%40qq.com@smtp.qq.com',
    'abcdefghi:me%40qq.com@smtp.qq.com',
    'abcdefghijkl:me@smtp.qq.com',
    'abcdefghijkl:me%40qq.com%20@smtp.qq.com',
    'abcdefghijkl:me%2540qq.com@smtp.qq.com',
    'abcdefghijkl:me%40qq@smtp.qq.com',
    'abcdefghijkl:123456789@smtp.qq.com',
    'ABCDEF2+:x:me%40qq.com@smtp.qq.com',
    'aBcDeFgHiJkL:secret@mail.corp.cn',
  ])('nothing is told: %s', async (login) => {
    const text = await told({ SMTP_URI: `smtps://${login}`, SMTP_SENDER: SENDER });
    expect(text).not.toMatch(/abcdef|abcd-e|abc%40|abc@/);
  });

  it.each([
    'me%40qq.com',
    'me@corp.cn',
    'tailchat',
    'apikey',
    'john.doe-2',
    'SmtpMailUser',
    'notifications',
  ])('a usual user is told: %s', async (user) => {
    const uri = `smtps://${user}:Pa55word@mail.corp.cn`;
    const text = await told({ SMTP_URI: uri, SMTP_SENDER: SENDER });
    expect(text).toContain(`smtps://${user}:***@mail.corp.cn`.toLowerCase());
  });
});

describe('of a sender that may be a password', () => {
  const SMTP_URI = 'smtps://me:Pa55word@mail.corp.cn:465/';

  it.each(['P@zqw0rd', 'P@zqword', 'Tailchat <P@zqw0rd>', 'P@zq.w0rd', '"P" <p@zqw0rd.word>'])(
    'nothing is told: %s',
    async (sender) => {
      const text = await told({ SMTP_URI, SMTP_SENDER: sender });
      expect(text).not.toMatch(/p@z|zqw|zq\.w/);
    },
  );

  it.each(['Tailchat <me@corp.cn>', 'root@localhost', 'no-reply@MyCompany.com'])(
    'a usual one is told: %s',
    async (sender) => {
      const text = await told({ SMTP_URI, SMTP_SENDER: sender });
      expect(text).toContain(`"sender": "${sender}"`.toLowerCase());
    },
  );
});
