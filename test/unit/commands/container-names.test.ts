import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withInsideSteps } from '../../../src/commands/smtp/inside-steps.js';
import { texts } from '../../../src/language/en/index.js';

const { inside } = texts.interface;
const CHECK = 'Check the name letter by letter';
const GATEWAY = 'host.docker.internal:host-gateway';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'names-'));
});
afterAll(() => rm(cwd, { recursive: true }));

/** The steps about a name that was not found, beside a service with these lines. */
async function stepsFor(host: string, ...lines: string[]): Promise<string[]> {
  const service = lines.map((line) => `    ${line}\n`).join('');
  const file = `services:\n  service-core:\n    image: x\n${service}`;
  await writeFile(join(cwd, 'docker-compose.yml'), file);
  const told = { cause: 'host-not-found', nextSteps: [CHECK] } as const;
  const { nextSteps } = await withInsideSteps(
    { ...told, nextSteps: [...told.nextSteps] },
    { cwd, host },
    inside,
  );
  return nextSteps;
}

describe('a name that only containers know', () => {
  it.each([
    ['mailhost', ['extra_hosts: ["mailhost:10.9.9.1"]']],
    ['mailhost', ['extra_hosts: [ "other:10.0.0.1", mailhost=10.9.9.1 ]']],
    ['mailhost', ['extra_hosts:', '  - mailhost:host-gateway # the machine']],
    ['mail.corp.example', ['extra_hosts:', '  - "mail.corp.example:[::1]"']],
    ['mail.corp.example', ['extra_hosts:', '  mail.corp.example: fd00::1']],
    ['mailer', ['container_name: mailer']],
    ['mailer', ['networks:', '  default:', '    aliases:', '      - mailer']],
    ['service-core', []],
  ])('is %s with %j', async (host, lines) => {
    const [first] = await stepsFor(host, ...lines);
    expect(first).toBe(inside.onlyInside(host));
  });

  it.each([
    ['mailhost', ['environment:', '  SMTP_URI: smtp://mailhost:25/']],
    ['mailhost', ['environment: ["SMTP_URI=smtp://mailhost:25/"]']],
    ['mailhost', ['# extra_hosts: ["mailhost:10.9.9.1"]']],
    ['mailhost', ['extra_hosts: ["my-mailhost:10.9.9.1", "mailhost2:10.9.9.1"]']],
    ['mail.corp.example', ['extra_hosts: ["mailxcorp.example:10.9.9.1"]']],
    ['smtp.corp.example', []],
  ])('is not %s with %j', async (host, lines) => {
    const [first] = await stepsFor(host, ...lines);
    expect(first).toBe(CHECK);
  });
});

describe('the name of the machine around containers', () => {
  const HOST = 'host.docker.internal';

  it('is to be given where the file does not give it', async () => {
    expect((await stepsFor(HOST)).join()).toContain(GATEWAY);
  });

  it.each([`extra_hosts: ["${GATEWAY}"]`, `extra_hosts: ['${HOST}=172.17.0.1']`])(
    'is not to be given again: %s',
    async (line) => {
      const steps = await stepsFor(HOST, line);
      expect(steps[0]).toBe(inside.onlyInside(HOST));
      expect(steps.join()).not.toContain(GATEWAY);
    },
  );
});
