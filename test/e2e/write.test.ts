import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword, runBin } from '../helpers/run-bin.js';
import { expectValidReport } from '../helpers/schema.js';
import { type SmtpFixture, startSmtpServer } from '../helpers/smtp-fixture.js';
import { closeAtEnd, SENDER, USER, uriOf } from './support.js';

const PASSWORD = plantPassword();
const TRUST = { NODE_EXTRA_CA_CERTS: certificates.authorityFile };

describe('--write', () => {
  let server: SmtpFixture;
  let wrong: string;
  let right: string;
  beforeAll(async () => {
    server = await startSmtpServer({ security: 'tls', users: { [USER]: PASSWORD } });
    closeAtEnd(() => server.close());
    wrong = uriOf(server, { password: PASSWORD });
    right = wrong.replace('smtp:', 'smtps:');
  });

  const folders: string[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true });
  });
  async function newFolder(files: Record<string, string>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-write-'));
    folders.push(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  }

  async function write(cwd: string, args: string[] = [], env: Record<string, string> = {}) {
    const result = await runBin(['smtp', 'verify', '--write', '--timeout', '8', ...args], {
      cwd,
      env: { ...TRUST, ...env },
    });
    expectNoSecret(result, PASSWORD, USER);
    return result;
  }

  it('writes into .env what a compose file takes from there', async () => {
    const compose =
      'services:\n  core:\n    image: tailchat\n    network_mode: host\n    environment:\n      - SMTP_URI\n';
    const old = `A=1\nSMTP_URI=${wrong}\n`;
    const folder = await newFolder({ 'compose.yaml': compose, '.env': old });
    await write(folder);
    const file = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(file('.env')).toBe(old.replace(wrong, right));
    expect(file('compose.yaml')).toBe(compose);
  });

  it('names Compose where it takes the file as it stands', async () => {
    const folder = await newFolder({
      'compose.yaml':
        'services:\n  core:\n    image: tailchat\n    network_mode: host\n    env_file: [{ path: x.env, format: raw }]\n',
      'x.env': `SMTP_URI=${wrong}\nSMTP_SENDER=${SENDER}\n`,
    });
    const { stderr } = await write(folder, ['--quiet']);
    expect(stderr).toContain('docker compose up -d');
    expect(stderr).not.toContain('docker rm');
  });

  it('names the old file where it lies, below a link', async () => {
    const folder = await newFolder({});
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'x.env'), `SMTP_URI=${wrong}\n`);
    symlinkSync('real/x.env', join(folder, 'docker-compose.env'));
    const { stderr } = await write(folder);
    expect(stderr.replace(/\s+/g, ' ')).toContain('kept in real/x.env.bak.');
    expect(readdirSync(join(folder, 'real'))).toEqual(['x.env', 'x.env.bak']);
  });

  it('writes what was proven, shows what it changes, and keeps the old file', async () => {
    const old = `# mail\r\nSMTP_URI=${wrong}\r\nSMTP_SENDER=${SENDER}\r\nOTHER=x`;
    const folder = await newFolder({ 'docker-compose.env': old });
    const { code, stderr, stdout } = await write(folder);
    expect(code).toBe(76);
    const file = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(file('docker-compose.env')).toBe(old.replace(`=${wrong}`, `=${right}`));
    expect(file('docker-compose.env.bak')).toBe(old);
    expect(readdirSync(folder)).toHaveLength(2);
    const masked = (uri: string) => uri.replace(encodeURIComponent(PASSWORD), '***');
    expect(stderr).toContain(
      `docker-compose.env:2\n- SMTP_URI=${masked(wrong)}\n+ SMTP_URI=${masked(right)}\n`,
    );
    expect(stderr).toContain('kept in docker-compose.env.bak');
    expect(stdout).toContain('docker compose up -d');
    expect(stdout).toContain(`SMTP_URI=${masked(right)}`);
    const again = await write(folder);
    expect(again.code).toBe(0);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it.each(['.env', 'docker-compose.env'])(
    'writes neither the quote nor the note behind it into %s',
    async (name) => {
      const starttls = await startSmtpServer({ security: 'starttls', users: { [USER]: PASSWORD } });
      closeAtEnd(() => starttls.close());
      const uri = uriOf(starttls, { password: PASSWORD });
      const old = `SMTP_URI="${uri.replace('smtp:', 'smtps:')}" # mail\nSMTP_SENDER=${SENDER}\n`;
      const folder = await newFolder({ [name]: old });
      const { code, stdout } = await write(folder, ['--settings', name]);
      expect(code).toBe(name === '.env' ? 78 : 76);
      const file = readFileSync(join(folder, name), 'utf8');
      const [line] = file.split('\n').filter((one) => one.startsWith('SMTP_URI'));
      expect(line).toMatch(/\?requireTLS=true$/);
      expect(line).not.toMatch(/["'#\s]|%22|%20|mail$/);
      expect(stdout).not.toMatch(/SMTP_URI=\S*["']|%22/);
    },
  );

  it('says in the JSON document what was written', async () => {
    const folder = await newFolder({ '.env': `SMTP_URI=${wrong}\n` });
    const { stdout } = await write(folder, ['--json', '--lang', 'zh-CN']);
    const report = expectValidReport(JSON.parse(stdout));
    expect(report.failure?.suggestion).toMatchObject({ proof: 'auth' });
    expect(report.saved).toEqual([
      { file: '.env', variables: ['SMTP_URI'], backup: '.env.bak', problem: null },
    ]);
  });

  it('writes it as Docker reads it, without quotes', async () => {
    const folder = await newFolder({ 'my.env': `SMTP_URI=${wrong}\n` });
    await write(folder, ['--env-file', 'my.env', '--env-format', 'docker']);
    expect(readFileSync(join(folder, 'my.env'), 'utf8')).toBe(`SMTP_URI=${right}\n`);
  });

  it.each<[string, (folder: string) => void]>([
    ['read-only', (folder) => chmodSync(join(folder, '.env'), 0o400)],
    [
      'outside-link',
      (folder) => {
        mkdirSync(join(folder, 'sub'));
        symlinkSync('../.env', join(folder, 'sub', '.env'));
      },
    ],
  ])('writes nothing, and says so, where the file is: %s', async (problem, prepare) => {
    const text = `SMTP_URI=${wrong}\n`;
    const folder = await newFolder({ '.env': text });
    prepare(folder);
    const name = problem === 'outside-link' ? 'sub/.env' : '.env';
    const { stdout, stderr } = await write(folder, ['--json', '--env-file', name]);
    const report = expectValidReport(JSON.parse(stdout));
    expect(report.saved).toMatchObject([{ file: name, backup: null, problem }]);
    expect(stderr).toContain('Nothing was written');
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(text);
  });

  it.each<[string, string[], () => Record<string, string>]>([
    ['environment', [], () => ({ SMTP_URI: wrong })],
    ['command-line', ['--uri', '-'], () => ({})],
  ])('writes nothing, and says so, where the value comes from: %s', async (problem, args, env) => {
    const folder = await newFolder({ '.env': 'SMTP_SENDER=a@x.org\n' });
    const result = await runBin(
      ['smtp', 'verify', '--write', '--json', '--timeout', '8', ...args],
      {
        cwd: folder,
        env: { ...TRUST, ...env() },
        ...(args.length > 0 ? { stdin: `${wrong}\n` } : {}),
      },
    );
    expectNoSecret(result, PASSWORD, USER);
    const report = expectValidReport(JSON.parse(result.stdout));
    expect(report.saved).toMatchObject([{ file: null, problem }]);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('writes nothing where the value stands in a compose file', async () => {
    const text = `services:\n  app:\n    image: x\n    environment:\n      SMTP_URI: '${wrong}'\n`;
    const folder = await newFolder({ 'compose.yaml': text });
    const { stdout } = await write(folder, ['--json']);
    const report = expectValidReport(JSON.parse(stdout));
    expect(report.saved).toMatchObject([{ file: 'compose.yaml', problem: 'compose-file' }]);
    expect(readFileSync(join(folder, 'compose.yaml'), 'utf8')).toBe(text);
  });

  it('writes nothing where nothing was found to work', async () => {
    const text = `SMTP_URI=${wrong.replace(`:${server.port}/`, ':1/')}\n`;
    const folder = await newFolder({ '.env': text });
    const { stdout } = await write(folder, ['--json']);
    expect(expectValidReport(JSON.parse(stdout)).saved).toEqual([]);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it.each(['--sandbox', '--offline', '--no-suggest'])('does not go with %s', async (option) => {
    const { code, stderr } = await write(await newFolder({}), [option]);
    expect(code).toBe(64);
    expect(stderr).toContain(`--write`);
  });
});
