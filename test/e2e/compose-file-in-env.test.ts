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
