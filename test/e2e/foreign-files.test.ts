import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, run } from './support.js';

const UNIT = (line: string) => `[Unit]\nDescription=x\n[Service]\n${line}\nExecStart=/x\n`;

describe.concurrent('a file that is no env file', () => {
  it.each([
    ['tailchat.service', (uri: string) => UNIT(`Environment=SMTP_URI=${uri}`), 'a systemd unit'],
    ['override.conf', (uri: string) => UNIT(`Environment="SMTP_URI=${uri}"`), 'a systemd unit'],
    [
      't.container',
      (uri: string) => `[Container]\nEnvironment=SMTP_URI=${uri}\n`,
      'a Podman Quadlet',
    ],
    ['Dockerfile', (uri: string) => `FROM node\nENV SMTP_URI ${uri}\n`, 'a Dockerfile'],
    ['mail.txt', (uri: string) => `FROM node\nENV SMTP_URI=${uri}\n`, 'a Dockerfile'],
    ['s.json', (uri: string) => `{"SMTP_URI": "${uri}"}\n`, 'a JSON file'],
  ])('is called what it is, and nothing in it is to be renamed: %s', async (name, text, what) => {
    const password = plantPassword();
    const uri = `smtps://me:${encodeURIComponent(password)}@smtp.mail.example:465/`;
    const cwd = await folderWith({ [name]: text(uri) });
    const args = ['verify', '--offline', '--settings', name];
    const result = await run(args, { cwd });
    expect(result.code).toBe(78);
    expect(result.stdout).toMatch(new RegExp(`1\\. ${name} is ${what}`));
    expect(result.stdout).toContain(what === 'a systemd unit' ? 'EnvironmentFile=' : '--uri -');
    expect(result.stdout + result.stderr).not.toMatch(/rename/i);
    expectNoSecret(result, password);
    const chinese = await run([...args, '--lang', 'zh-CN'], { cwd });
    expect(chinese.stdout).toMatch(new RegExp(`1\\. ${name} 是 .*不是 env 文件`));
    expect(chinese.stdout + chinese.stderr).not.toContain('改名');
    expectNoSecret(chinese, password);
  });
});
