import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { certificates } from '../helpers/certificates.js';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { type SmtpFixture, startSmtpServer } from '../helpers/smtp-fixture.js';
import { openTerminal, type Terminal } from '../helpers/terminal.js';

const USER = 'me@localhost.example';
const PASSWORD = plantPassword();

describe('prompt mode takes', () => {
  let server: SmtpFixture;
  let folder: string;
  let terminal: Terminal;
  beforeAll(async () => {
    server = await startSmtpServer({ security: 'tls', users: { [USER]: PASSWORD } });
  });
  afterAll(() => server.close());
  afterEach(async () => {
    terminal.close();
    await rm(folder, { recursive: true });
  });

  async function open(files: Record<string, string>, ...words: string[]) {
    folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-test-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const env = { NODE_EXTRA_CA_CERTS: certificates.authorityFile };
    const options = { cols: 160, rows: 50, env, cwd: folder };
    terminal = await openTerminal(['smtp', 'verify', ...words], options);
  }

  const uri = () =>
    `smtps://${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}/`;

  async function start() {
    await terminal.waitFor('Is this right?');
    terminal.press('enter');
  }

  async function expectPassed() {
    await terminal.waitFor('Print these lines once more');
    terminal.press('enter');
    expect(await terminal.exit()).toBe(0);
    expectNoSecret({ stdout: terminal.screen(), stderr: terminal.raw() }, PASSWORD, USER);
  }

  it('flags of docker run, with the sender among them', async () => {
    await open({});
    await terminal.waitFor('Do you have one?');
    terminal.press('enter');
    await terminal.waitFor(/^\? SMTP_URI( |$)(?!is)/m);
    terminal.type(`docker run -e SMTP_URI=${uri()} -e SMTP_SENDER=${USER} moonrailgun/tailchat`);
    terminal.press('enter');
    await terminal.waitFor('Only the settings were taken from what you pasted');
    expect(terminal.screen()).toContain(
      `✓ SMTP_URI smtps://${encodeURIComponent(USER)}:***@127.0.0.1:${server.port}/`,
    );
    await start();
    await expectPassed();
  });

  it.each(['SMTP_SENDER=', 'export SMTP_SENDER="Tail" '])('a sender behind %s', async (before) => {
    await open({});
    await terminal.waitFor('Do you have one?');
    terminal.press('enter');
    await terminal.waitFor(/^\? SMTP_URI( |$)(?!is)/m);
    terminal.type(`SMTP_URI=${uri()}`);
    terminal.press('enter');
    await terminal.waitFor(/^\? SMTP_SENDER/m);
    terminal.press('ctrl-u');
    terminal.type(`${before}<${USER}>`);
    terminal.press('enter');
    await terminal.waitFor(new RegExp(`^SMTP_SENDER +(?:"Tail" <)?${USER}`, 'm'));
    await start();
    await terminal.waitFor(`\nSMTP_SENDER=${before.includes('Tail') ? 'Tail <' : ''}${USER}`);
    await expectPassed();
  });

  it('another application’s settings, after a question', async () => {
    await open({
      '.env': `SMTP_HOST=127.0.0.1\nSMTP_PORT=${server.port}\nSMTP_SECURE=true\nSMTP_USER=${USER}\nSMTP_PASS=${PASSWORD}\nSMTP_FROM=${USER}\n`,
    });
    await terminal.waitFor('Check with smtps://');
    expect(terminal.screen()).toContain('SMTP_HOST, SMTP_PORT');
    terminal.press('enter');
    await start();
    await terminal.waitFor('Write this into .env?');
    terminal.type('n');
    terminal.press('enter');
    await expectPassed();
  });

  it('the service that is chosen, where several may send mail', async () => {
    const environment = (of: string) =>
      `    environment:\n      SMTP_URI: ${of}\n      SMTP_SENDER: ${USER}\n`;
    await open({
      'compose.yaml': `services:\n  one:\n    image: a\n${environment('smtps://u:x@127.0.0.1:1/')}  two:\n    image: a\n${environment(uri())}`,
    });
    await terminal.waitFor('Which service sends mail');
    terminal.press('down');
    terminal.press('enter');
    await terminal.waitFor('✓');
    expect(await terminal.exit()).toBe(0);
    expectNoSecret({ stdout: terminal.screen(), stderr: terminal.raw() }, PASSWORD);
  });

  const SECRET = (field: string, line: (text: string) => string) =>
    `apiVersion: v1\nkind: Secret\nmetadata: { name: t }\n${field}:\n  SMTP_URI: ${line('smtp://me:x@127.0.0.1:1/')}\n  SMTP_SENDER: ${line('me@x.org')}\n`;
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const CORE = 'services:\n  service-core:\n    image: x\n';
  const OLD = 'SMTP_URI: smtp://me:x@127.0.0.1:1/';

  it.each([
    [
      'environment: of a compose file',
      { 'compose.yaml': `${CORE}    environment:\n      ${OLD}\n      SMTP_SENDER: me@x.org\n` },
      ['compose.yaml', "SMTP_URI: 'smtps://", `SMTP_SENDER: '${USER}'`],
    ],
    [
      'environment: that counts before the env file',
      {
        'compose.yaml': `${CORE}    env_file: docker-compose.env\n    environment:\n      ${OLD}\n      SMTP_SENDER: me@x.org\n`,
        'docker-compose.env': 'A=1\n',
      },
      ['compose.yaml', "SMTP_URI: 'smtps://", `SMTP_SENDER: '${USER}'`],
    ],
    [
      'a Secret',
      { 's.yaml': SECRET('stringData', (text) => text) },
      ['s.yaml', "SMTP_URI: 'smtps://", `SMTP_SENDER: '${USER}'`],
    ],
    [
      'a Secret in base64',
      { 's.yaml': SECRET('data', base64) },
      ['s.yaml (stringData)', "SMTP_URI: 'smtps://", `SMTP_SENDER: '${USER}'`],
    ],
    [
      'a service without a value',
      { 'compose.yaml': CORE },
      [
        'compose.yaml (service-core > environment)',
        "SMTP_URI: 'smtps://",
        `SMTP_SENDER: '${USER}'`,
      ],
    ],
    [
      'a variable of .env',
      {
        'compose.yaml': `${CORE}    environment:\n      SMTP_URI: \${MAIL_URI}\n      SMTP_SENDER: me@x.org\n`,
        '.env': 'MAIL_URI=smtp://me:x@127.0.0.1:1/\n',
      },
      ['.env', 'MAIL_URI=smtps://', `SMTP_SENDER: '${USER}'`],
    ],
  ] as const)(
    'answers, and prints them in the form of their place: %s',
    async (name, files, said) => {
      await open(files, '-i', '--show-secrets');
      const isNew = name === 'a service without a value';
      if (isNew) {
        await terminal.waitFor('Do you have one?');
        terminal.press('enter');
      }
      await terminal.waitFor(/^\? SMTP_URI( |$)(?!is)/m);
      terminal.type(uri());
      terminal.press('enter');
      await terminal.waitFor(/^\? SMTP_SENDER/m);
      terminal.press('ctrl-u');
      terminal.type(USER);
      terminal.press('enter');
      await start();
      expect(await terminal.exit()).toBe(0);
      const [place, ...lines] = said;
      const screen = terminal.screen();
      expect(screen).toContain(`The lines for ${place}:`);
      for (const line of lines) expect(screen).toContain(`\n${line}`);
      expect(screen).not.toContain('docker-compose.env:');
    },
  );

  it('an answer that has to be changed, and says where that belongs', async () => {
    const file = {
      'compose.yaml': `${CORE}    environment:\n      ${OLD}\n      SMTP_SENDER: ${USER}\n`,
    };
    await open(file, '-i', '--show-secrets');
    await terminal.waitFor(/^\? SMTP_URI( |$)(?!is)/m);
    terminal.type(uri().replace('smtps:', 'smtp:'));
    terminal.press('enter');
    await terminal.waitFor(/^\? SMTP_SENDER/m);
    terminal.press('enter');
    await start();
    expect(await terminal.exit()).not.toBe(0);
    const said = terminal.screen().replace(/\s+/g, ' ');
    expect(said).toMatch(/Write it into compose\.yaml:5: SMTP_URI: 'smtps:\/\//);
    expect(said).not.toContain('docker-compose.env');
  });
});
