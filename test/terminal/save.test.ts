import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { type SmtpFixture, startSmtpServer } from '../helpers/smtp-fixture.js';
import { openTerminal, type Terminal } from '../helpers/terminal.js';

const USER = 'me@localhost.example';
const PASSWORD = plantPassword();
const QUESTION = '? Write this into docker-compose.env?';

describe('what works is offered to be written', () => {
  let server: SmtpFixture;
  let folder: string;
  let terminal: Terminal;
  beforeAll(async () => {
    server = await startSmtpServer({ security: 'tls', users: { [USER]: PASSWORD } });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-save-'));
  });
  afterEach(async () => {
    await terminal.close();
    await rm(folder, { recursive: true });
  });

  const uri = (scheme: string, password = encodeURIComponent(PASSWORD)) =>
    `${scheme}://${encodeURIComponent(USER)}:${password}@127.0.0.1:${server.port}/`;
  const settings = () => readFileSync(join(folder, 'docker-compose.env'), 'utf8');

  async function open(text: string, args: string[] = [], env: Record<string, string> = {}) {
    writeFileSync(join(folder, 'docker-compose.env'), text);
    terminal = await openTerminal(['smtp', 'verify', '--timeout', '8', ...args], {
      cwd: folder,
      cols: 160,
      rows: 60,
      env: { NODE_EXTRA_CA_CERTS: certificates.authorityFile, ...env },
    });
  }

  function expectNothingLeaked(): void {
    expectNoSecret({ stdout: terminal.screen(), stderr: terminal.raw() }, PASSWORD, USER);
  }

  it('after a search, and is written on Enter', async () => {
    await open(`# mail\nSMTP_URI=${uri('smtp')}\nSMTP_SENDER=${USER}\n`);
    await terminal.waitFor(QUESTION);
    expect(terminal.screen()).toContain(
      `docker-compose.env:2\n- SMTP_URI=${uri('smtp', '***')}\n+ SMTP_URI=${uri('smtps', '***')}`,
    );
    terminal.press('enter');
    expect(await terminal.exit()).toBe(76);
    expect(settings()).toBe(`# mail\nSMTP_URI=${uri('smtps')}\nSMTP_SENDER=${USER}\n`);
    expect(terminal.screen().replace(/\s+/g, ' ')).toContain(
      'The old file, with any password in it, is kept in docker-compose.env.bak',
    );
    expectNothingLeaked();
  });

  it.each<[string, (terminal: Terminal) => void, number]>([
    ['no', (terminal) => terminal.type('n\r'), 76],
    ['Ctrl-C', (terminal) => terminal.press('ctrl-c'), 130],
  ])('and is not written on %s', async (_, refuse, code) => {
    const text = `SMTP_URI=${uri('smtp')}\nSMTP_SENDER=${USER}\n`;
    await open(text);
    await terminal.waitFor(QUESTION);
    refuse(terminal);
    expect(await terminal.exit()).toBe(code);
    expect(settings()).toBe(text);
    expect(readdirSync(folder)).toEqual(['docker-compose.env']);
    expect(terminal.cursorIsVisible()).toBe(true);
    expectNothingLeaked();
  });

  it('after the questions, where the variables stand without a value', async () => {
    await open('A=1\nSMTP_URI=\nSMTP_SENDER=\nB=2\n', ['--lang', 'zh-CN']);
    await terminal.waitFor('未设置 SMTP_URI');
    terminal.press('enter');
    await terminal.waitFor(/^\? SMTP_URI( |$|，)/m);
    terminal.type(uri('smtps'));
    terminal.press('enter');
    await terminal.waitFor(/^\? SMTP_SENDER/m);
    terminal.press('enter');
    await terminal.waitFor('以上内容对吗？');
    terminal.press('enter');
    await terminal.waitFor('写入 docker-compose.env 吗？');
    terminal.press('enter');
    expect(await terminal.exit()).toBe(0);
    // What was written needs no copying.
    expect(terminal.screen()).not.toContain('带密码的完整内容');
    expect(settings()).toBe(`A=1\nSMTP_URI=${uri('smtps')}\nSMTP_SENDER=${USER}\nB=2\n`);
    expectNothingLeaked();
  });

  it('but not where nobody may be asked', async () => {
    const text = `SMTP_URI=${uri('smtp')}\nSMTP_SENDER=${USER}\n`;
    await open(text, [], { CI: 'true' });
    expect(await terminal.exit()).toBe(76);
    expect(settings()).toBe(text);
    expect(terminal.screen()).not.toContain(QUESTION);
  });

  it('and is refused when the file has changed meanwhile', async () => {
    await open(`SMTP_URI=${uri('smtp')}\nSMTP_SENDER=${USER}\n`);
    await terminal.waitFor(QUESTION);
    writeFileSync(join(folder, 'docker-compose.env'), 'SMTP_URI=mine\n');
    terminal.press('enter');
    expect(await terminal.exit()).toBe(76);
    expect(settings()).toBe('SMTP_URI=mine\n');
    expect(terminal.screen()).toContain('docker-compose.env has changed since it was read');
  });
});
