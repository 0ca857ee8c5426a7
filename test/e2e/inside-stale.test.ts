// A container keeps the values that it was created with, whatever its files say later.
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { COMPOSE, ID, serverAndEngine, withEngine } from './inside-support.js';
import { folderWith, runJson, uriOf } from './support.js';

const CODE = 'env-overrides-file';

/** What is said of the container's values, where the project's file has these lines. */
async function warningsWith(file: (settings: Record<string, string>) => string, words: string[]) {
  const { settings, password } = await serverAndEngine();
  const cwd = await folderWith({
    'docker-compose.yml': COMPOSE,
    'docker-compose.env': file(settings),
  });
  const labels = {
    ...{ 'com.docker.compose.service': 'service-core', 'com.docker.compose.project': 'p' },
    'com.docker.compose.project.working_dir': cwd,
  };
  const env = await withEngine({ containers: [{ id: ID, name: 'core', env: settings, labels }] });
  const result = await runJson(['verify', '--in', ...words], { cwd, env });
  expectNoSecret(result, password);
  const warnings = result.report.warnings.filter(({ code }) => code === CODE);
  return { result, warnings: warnings.map(({ message }) => message) };
}

describe.concurrent('a container', () => {
  it('that was made before its file changed is told as such, whether or not it works', async () => {
    const password = plantPassword();
    const other = uriOf({ port: 2526 }, { password });
    const { result, warnings } = await warningsWith(
      ({ SMTP_SENDER }) => `SMTP_URI=${other}\nSMTP_SENDER=${SMTP_SENDER}\n`,
      [],
    );
    expect(warnings).toEqual([
      expect.stringMatching(/another SMTP_URI than docker-compose\.env:1.*docker compose up -d$/),
    ]);
    expect(result).toMatchObject({ code: 0, report: { ok: true } });
    expectNoSecret(result, password);
    const strict = await warningsWith(() => `SMTP_URI=${other}\n`, ['--strict', '--lang', 'zh-CN']);
    expect(strict.warnings[0]).toMatch(/容器里的 SMTP_URI 与 docker-compose\.env:1 中的值不同/);
    expect(strict.result.report.failure?.title).toContain(CODE);
  });

  it('that has what its file has is not', async () => {
    const lines = ({ SMTP_URI, SMTP_SENDER }: Record<string, string>) =>
      `SMTP_URI='${SMTP_URI}'\nSMTP_SENDER=${SMTP_SENDER}\n`;
    expect((await warningsWith(lines, [])).warnings).toEqual([]);
    // Of a name that only the shell knew, nobody can tell.
    const ofShell = () => `SMTP_URI=smtp://me:\${NOBODY_SETS_IT}@127.0.0.1:25/\n`;
    expect((await warningsWith(ofShell, [])).warnings).toEqual([]);
  });
});
