import { describe, expect, it } from 'vitest';
import { folderWith, runJson } from './support.js';

const OFFLINE = ['verify', '--offline'];
const URI = 'SMTP_URI=smtps://me%40x.org:abcdefgh@smtp.example:465/\n';
const STACK = 'services:\n  service-core:\n    image: x\n    env_file: .env\n';

describe.concurrent('a .env that Compose refuses', () => {
  it.each([
    'SMTP_SENDER="Tailchat" a@x.org\n',
    `SMTP_SENDER=a@x.org\nNAME=\${A\n`,
    "SMTP_SENDER=a@x.org\nNAME='open\n",
  ])('is refused where it names the compose files, whatever they are called: %j', async (rest) => {
    for (const first of ['COMPOSE_FILE=stack.yml', 'export COMPOSE_FILE=stack.yml:stack.yml']) {
      const files = { 'stack.yml': STACK, '.env': `${first}\n${URI}${rest}` };
      const { report, code } = await runJson(OFFLINE, { cwd: await folderWith(files) });
      expect(code).toBe(78);
      expect(report.failure?.cause).toBe('env-file-invalid');
      expect(report.failure?.title).toContain('.env:');
    }
  });

  it('is for another reader where nothing says that Compose reads it', async () => {
    const files = { 'stack.yml': STACK, '.env': `${URI}SMTP_SENDER="Tailchat" a@x.org\n` };
    const { report } = await runJson(OFFLINE, { cwd: await folderWith(files) });
    expect(report.failure?.cause).not.toBe('env-file-invalid');
  });
});

describe.concurrent('an env file that is named and overridden', () => {
  const OWN = 'docker-compose.env';
  const VALUES = `${URI}SMTP_SENDER=a@x.org\n`;
  const core = (rest: string) =>
    `services:\n  core:\n    image: tailchat\n    env_file: ${OWN}\n${rest}`;

  it('is warned of as where nothing is named', async () => {
    const rest = '    environment: { SMTP_URI: "smtps://o:abcdefgh@other.example" }\n';
    const cwd = await folderWith({ 'compose.yaml': core(rest), [OWN]: VALUES });
    for (const named of [[], ['--settings', OWN], ['--settings', `./${OWN}`]]) {
      const { report } = await runJson([...OFFLINE, ...named], { cwd });
      expect(report.settings.host).toBe('other.example');
      expect(report.warnings.map(({ code }) => code)).toContain('env-overrides-file');
    }
  });

  it('is none where a later one that is named too has another value', async () => {
    const files = { 'a.env': VALUES, 'b.env': VALUES.replace('me%40', 'you%40') };
    const args = [...OFFLINE, '--settings', 'a.env', '--settings', 'b.env'];
    const { report } = await runJson(args, { cwd: await folderWith(files) });
    expect(report.settings.user).toBe('you@x.org');
    expect(report.warnings).toEqual([]);
  });
});
