import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import {
  closedPort,
  envOf,
  folderWith,
  run,
  runJson,
  startScript,
  startSmtp,
  USER,
  uriOf,
} from './support.js';

const GITHUB = { GITHUB_ACTIONS: 'true', CI: 'true' };

/** The workflow commands on stderr: kind, properties, message. */
function annotations(stderr: string): { kind: string; properties: string; message: string }[] {
  return stderr
    .split('\n')
    .map((line) => /^::(\w+) ([^:]*)::(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, kind = '', properties = '', message = '']) => ({ kind, properties, message }));
}

describe.concurrent('GITHUB_ACTIONS', () => {
  it('takes no workflow command from a server, in either form of output', async () => {
    const greeting = '554-::add-mask::e\r\n554-  ::warning::x\r\n554 ##[error]smuggled';
    const server = await startScript({ greeting });
    const env = { ...envOf(server), ...GITHUB };
    const human = await run(['verify', '-v'], { env });
    // The runner trims white space before `::`, and looks for `##[` anywhere.
    const own = /^::(error|warning) file=|^::(error|warning) title=/;
    const lines = `${human.stdout}\n${human.stderr}`.split('\n');
    const commands = lines.filter((line) => /^\s*::|##\[/.test(line));
    expect(commands.filter((line) => !own.test(line))).toEqual([]);
    const json = await runJson(['verify'], { env });
    expect(json.stdout).not.toMatch(/^\s*::|##\[/m);
    expect(json.report.failure?.reply?.text).toContain('##[error]smuggled');
  });

  it('adds an error with the file and the line of the setting, escaped', async () => {
    const password = plantPassword();
    const reply = '535-5.7.8 Bad, really bad: 100% :: no\r\n535 5.7.8 ::error::smuggled';
    const server = await startScript({ replies: { AUTH: reply } });
    const lines = ['A=1', '', `SMTP_URI=${uriOf(server, { password })}`, 'SMTP_SENDER=a@x.org'];
    const cwd = await folderWith({ 'docker-compose.env': `${lines.join('\n')}\n` });
    const result = await run(['verify'], { cwd, env: GITHUB });
    expect(result.code).toBe(77);
    expect(result.stdout).toContain('[auth-failed]');
    const [error, ...others] = annotations(result.stderr).filter(({ kind }) => kind === 'error');
    expect(others).toEqual([]);
    expect(error?.properties).toMatch(/^file=docker-compose\.env,line=3,title=[^:,\n]*auth-failed/);
    expect(error?.message).toContain('100%25');
    expect(error?.message).toContain('%0A');
    expect(result.stdout).not.toMatch(/^::/m);
    expectNoSecret(result, password, USER);
  });

  it('names the line of SMTP_SENDER where that is at fault', async () => {
    const cwd = await folderWith({
      'docker-compose.env': 'SMTP_URI=smtp://mail.example\n\nSMTP_SENDER=nobody\n',
    });
    const result = await run(['verify'], { cwd, env: GITHUB });
    expect(result.code).toBe(78);
    expect(result.stdout).toContain('[sender-invalid]');
    expect(annotations(result.stderr)[0]).toMatchObject({
      kind: 'error',
      properties: expect.stringMatching(/^file=docker-compose\.env,line=3,title=/),
    });
  });

  it('names no file where the setting stands in none', async () => {
    const password = plantPassword();
    const env = { ...GITHUB, ...envOf(await closedPort(), { password }) };
    const result = await run(['verify'], { env });
    expect(result.code).toBe(69);
    expect(result.stdout).toContain('[connection-refused]');
    const found = annotations(result.stderr);
    expect(found).toHaveLength(1);
    expect(found[0]?.properties).toMatch(/^title=/);
    expectNoSecret(result, password, USER);
  });

  it('shows warnings as warnings', async () => {
    const password = plantPassword();
    const server = await startSmtp({ hideAuth: true, requireAuth: false });
    const env = { ...GITHUB, ...envOf(server, { scheme: 'smtps', password }) };
    const result = await run(['verify'], { env });
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('[credentials-untested]');
    expect(annotations(result.stderr).map(({ kind }) => kind)).toEqual(['warning']);
    expectNoSecret(result, password, USER);
  });

  it('says nothing of it elsewhere', async () => {
    const result = await run(['verify'], { env: envOf(await closedPort()) });
    expect(result.code).toBe(69);
    expect(result.stdout).toMatch(/^✗ /);
    expect(result.stderr).not.toMatch(/^::/m);
  });

  it('leaves --json one document', async () => {
    const password = plantPassword();
    const server = await startScript({ replies: { AUTH: '535 5.7.8 No' } });
    const env = { ...GITHUB, ...envOf(server, { password }) };
    const result = await runJson(['verify'], { env });
    expect(result.code).toBe(77);
    const kinds = annotations(result.stderr).map(({ kind }) => kind);
    expect(kinds).toContain('error');
    expectNoSecret(result, password, USER);
  });
});

describe.concurrent('GITHUB_STEP_SUMMARY', () => {
  it.each([
    ['a passed check', {}, 0, 'passed'],
    ['a failed check', { replies: { AUTH: '535 5.7.8 <b>|No|</b> `x`' } }, 77, 'auth-failed'],
  ] as const)('gets the report added, for %s', async (_name, script, code, word) => {
    const password = plantPassword();
    const server = await startScript(script);
    const cwd = await folderWith({ 'summary.md': '# Before\n' });
    const summary = join(cwd, 'summary.md');
    const env = { ...GITHUB, ...envOf(server, { password }), GITHUB_STEP_SUMMARY: summary };
    const result = await run(['verify'], { cwd, env });
    expect(result.code).toBe(code);
    expect(result.stdout).toMatch(/^[✓✗] /);
    expect(result.stderr).toMatch(/settings/);
    const written = await readFile(summary, 'utf8');
    expect(written.startsWith('# Before\n')).toBe(true);
    expect(written).toContain(word);
    expect(written).not.toContain('<b>');
    expect(written.split('\n').filter((line) => line.startsWith('| ')).length).toBeGreaterThan(4);
    expectNoSecret({ stdout: written, stderr: '' }, password, USER);
    expectNoSecret(result, password, USER);
  });

  it.each(['missing/summary.md', '.', 'file/summary.md'])(
    'changes nothing of verdict and exit code where it cannot be written (%s)',
    async (name) => {
      const password = plantPassword();
      const cwd = await folderWith();
      await writeFile(join(cwd, 'file'), '');
      const summary = { GITHUB_STEP_SUMMARY: join(cwd, name) };
      const passing = await startScript();
      const env = { ...GITHUB, ...summary, ...envOf(passing, { password }) };
      const passed = await run(['verify'], { cwd, env });
      expect(passed.code).toBe(0);
      expect(passed.stdout).toMatch(/^✓ /);
      expect(passed.stderr).not.toContain('bug');
      expectNoSecret(passed, password, USER);

      const failing = await startScript({ replies: { AUTH: '535 5.7.8 No' } });
      const failedEnv = { ...GITHUB, ...summary, ...envOf(failing, { password }) };
      const failed = await runJson(['verify'], { cwd, env: failedEnv });
      expect(failed.code).toBe(77);
      expect(failed.report.failure?.cause).toBe('auth-failed');
      expectNoSecret(failed, password, USER);
    },
  );

  it('marks the line that a warning is about', async () => {
    const uri = 'smtp://mail.example:587/';
    const lines = [`SMTP_URI=${uri}`, '#', 'SMTP_SENDER=f@x.org', 'SMTP_SENDER=a@b.example'];
    const cwd = await folderWith({ 'g.env': lines.join('\n') });
    const args = ['verify', '--offline', '--settings', 'g.env'];
    const { stderr } = await run(args, { cwd, env: { ...GITHUB, SMTP_SENDER: 'c@b.example' } });
    const placeOf = (code: string) =>
      annotations(stderr).find(({ properties }) => properties.endsWith(`title=${code}`))
        ?.properties;
    expect(placeOf('env-overrides-file')).toContain('file=g.env,line=4,');
    const twice = await run(args, { cwd, env: GITHUB });
    const [first] = annotations(twice.stderr);
    expect(first?.properties).toBe('file=g.env,line=4,title=duplicate-variable');
    const { report } = await runJson(args, { cwd });
    expect(report.warnings[0]).toMatchObject({ file: 'g.env', line: 4 });
  });
});
