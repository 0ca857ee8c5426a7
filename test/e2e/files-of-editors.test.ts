import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { folderWith, run, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const LANGUAGES = ['en', 'zh-CN'] as const;
const MARK = '\ufeff';

describe.concurrent('a file that begins with the mark of an editor', () => {
  const uri = 'smtps://me:abcdefgh@smtp.example:465';
  const entries = `SMTP_URI: ${uri}\n  SMTP_SENDER: a@x.org\n`;
  const compose = `services:\n  core:\n    image: tailchat\n    environment:\n      SMTP_URI: ${uri}\n      SMTP_SENDER: a@x.org\n`;
  const json = JSON.stringify({
    ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } },
    stringData: { SMTP_URI: uri, SMTP_SENDER: 'a@x.org' },
  });

  it.each([
    ['docker-compose.yml', compose],
    ['prod.yml', compose],
    ['prod.yml', `name: x\n${compose}`],
    ['m.yaml', `kind: Secret\napiVersion: v1\nmetadata: {name: a}\nstringData:\n  ${entries}`],
    ['m.yaml', `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  ${entries}`],
    ['m.json', json],
    ['mail.env', `SMTP_URI=${uri}\nSMTP_SENDER=a@x.org\n`],
  ])('is what it is without it: %s, %j', async (name, text) => {
    for (const written of [text, text.replaceAll('\n', '\r\n')]) {
      const cwd = await folderWith({ [name]: MARK + written });
      const { report } = await runJson([...OFFLINE, '--settings', name], { cwd });
      expect(report.failure).toBeNull();
      expect(report.settings).toMatchObject({ host: 'smtp.example', sender: 'a@x.org' });
    }
  });
});

describe.concurrent('a manifest that is no YAML', () => {
  const begun = 'apiVersion: v1\nkind: Secret\nmetadata: {name: t}\nstringData:\n';

  it.each([
    `  SMTP_URI: "smtps://me:abcdefgh@smtp.example:465/\n  SMTP_SENDER: a@x.org\n`,
    `  SMTP_URI: smtps://smtp.example\n SMTP_SENDER: a@x.org\n`,
    `  SMTP_SENDER: "Tailchat" a@x.org\n`,
  ])('leads to kubectl, not to Compose: %j', async (rest) => {
    const cwd = await folderWith({ 's.yaml': begun + rest });
    for (const lang of LANGUAGES) {
      const args = [...OFFLINE, '--settings', 's.yaml', '--lang', lang];
      const { stdout, code } = await run(args, { cwd });
      expect(code).toBe(78);
      expect(stdout).not.toMatch(/docker|compose|\.env\b|env 文件里这样/i);
      expect(stdout).toContain('kubectl apply');
      expect(stdout).not.toContain('abcdefgh');
    }
  });

  it('leads to Compose where it is a compose file', async () => {
    const cwd = await folderWith({ 'compose.yaml': 'services:\n  core: "x\n' });
    const { stdout } = await run(OFFLINE, { cwd });
    expect(stdout).toContain('docker compose config --quiet');
    expect(stdout).not.toContain('kubectl');
  });
});

describe.concurrent('a backslash of the password in double quotes', () => {
  const password = plantPassword().replace(/[^A-Za-z\d]/g, '');
  const [head, tail] = [password.slice(0, 8), password.slice(8)];
  const entry = (letter: string) => `"smtps://me:${head}\\${letter}${tail}@smtp.example:465/"`;

  it.each(
    ['n', 't', 'r'].flatMap((letter): [string, string, string][] => [
      [letter, 'docker-compose.env', `SMTP_URI=${entry(letter)}\nSMTP_SENDER=a@x.org\n`],
      [
        letter,
        'compose.yaml',
        `services:\n  core:\n    image: tailchat\n    environment:\n      SMTP_SENDER: a@x.org\n      SMTP_URI: ${entry(letter)}\n`,
      ],
    ]),
  )('is kept in what is advised: \\%s in %s', async (letter, name, text) => {
    const cwd = await folderWith({ [name]: text });
    const result = await run(OFFLINE, { cwd });
    const shown = await run([...OFFLINE, '--show-secrets'], { cwd });
    expectNoSecret(result, password);
    expect(shown.stdout + shown.stderr).toContain(`${head}%5C${letter}${tail}@smtp.example`);
    expect(result.stdout).toContain('A backslash in SMTP_URI');
    expect(result.stdout).not.toMatch(/invisible character in|Windows line ending|would ignore it/);
    const zh = await run([...OFFLINE, '--lang', 'zh-CN'], { cwd });
    expect(zh.stdout).toContain('里的反斜杠和后面的字母被读成了一个字符');
  });

  it('is no matter where the character itself stands there', async () => {
    const text = `SMTP_URI="smtps://me:${head}\n${tail}@smtp.example:465/"\n`;
    const { stdout } = await run(OFFLINE, {
      cwd: await folderWith({ 'docker-compose.env': text }),
    });
    expect(stdout).toContain('There is an invisible character in the value');
  });
});
