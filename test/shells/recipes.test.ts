import { spawn, spawnSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { folderWith, startScript, uriOf } from '../e2e/support.js';
import { outcomeOf } from '../helpers/outcome.js';
import { BIN } from '../helpers/run-bin.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RECIPES = join(ROOT, 'docs/recipes');
const ACTION = await readFile(join(ROOT, 'action.yml'), 'utf8');

/** Runs a tool, which is to have nothing to say against its input. */
function expectContent(tool: string, words: string[]): void {
  const { status, stderr, stdout } = spawnSync(tool, words, { cwd: ROOT, encoding: 'utf8' });
  expect({ status, said: status === 0 ? '' : stderr + stdout }).toEqual({ status: 0, said: '' });
}

interface Action {
  runs: { steps: { run: string; env: Record<string, string> }[] };
}

/** Runs the action's script as the runner does: each input as a variable. */
async function runAction(inputs: Record<string, string>) {
  const [step] = (parse(ACTION) as Action).runs.steps;
  const cwd = await folderWith({ 'settings.env': '' });
  // In place of the download: the same words go to the command that was built here.
  await writeFile(
    join(cwd, 'npx'),
    `#!/bin/sh\nwhile [ "$1" != tailchat ]; do shift; done; shift\nexec ${BIN} "$@"\n`,
  );
  await chmod(join(cwd, 'npx'), 0o755);
  const env: Record<string, string> = {
    PATH: `${cwd}:${process.env.PATH}`,
    GITHUB_ACTIONS: 'true',
  };
  for (const [name, expression] of Object.entries(step?.env ?? {})) {
    const input = /inputs\.([\w-]+)/.exec(expression)?.[1] ?? '';
    env[name] = inputs[input] ?? '';
  }
  const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'false'];
  const child = spawn('bash', words, { cwd, env });
  const { code: status, stdout, stderr } = await outcomeOf(child);
  return { status, stdout, stderr, cwd };
}

describe('action.yml', () => {
  it('is an action, and the workflows are workflows', () => {
    const files = ['action.yml', '.github/workflows/ci.yml', '.github/workflows/release.yml'];
    for (const file of [...files, 'docs/recipes/github-actions.yml']) {
      expectContent('npx', ['--no-install', 'action-validator', file]);
    }
  });

  it('checks the settings of its inputs', async () => {
    const server = await startScript({});
    const { status, stdout } = await runAction({
      'smtp-uri': uriOf(server),
      'smtp-sender': 'a@x.org',
    });
    expect(stdout).toContain('answers');
    expect(status).toBe(0);
  });

  it('fails with the exit code, annotates, and writes the JUnit report', async () => {
    const inputs = { 'smtp-uri': 'smtp://127.0.0.1:1/', junit: 'mail report.xml', strict: 'true' };
    const { status, stderr, cwd } = await runAction(inputs);
    expect(status).toBe(69);
    expect(stderr).toContain('::error');
    expect(await readFile(join(cwd, 'mail report.xml'), 'utf8')).toContain('connection-refused');
  });

  it('sends nothing with `offline`, says so, and checks the settings', async () => {
    const inputs = {
      to: 'you@example.com',
      offline: 'true',
      'smtp-uri': 'smtps://mail.example.com/',
    };
    const right = await runAction(inputs);
    expect(right.stderr).not.toContain('::error');
    expect(right.status).toBe(0);
    expect(right.stdout).toContain('::notice title=tailchat smtp::offline is true');
    const wrong = await runAction({ ...inputs, 'smtp-uri': 'mail.example.com' });
    expect(wrong.status).toBe(78);
  });

  it('takes an env file, and nothing of an input for a command of the shell', async () => {
    const evil = '$(touch evil)`touch evil`"; touch evil; "';
    const inputs = { settings: evil, service: evil, to: 'you@example.com' };
    const { status, cwd } = await runAction(inputs);
    expect(status).toBe(66);
    await expect(readFile(join(cwd, 'evil'))).rejects.toThrow('ENOENT');
  });
});

describe('docs/recipes', () => {
  it.each([
    'gitlab-ci.yml',
    'github-actions.yml',
    'mail-check.yml',
    'kubernetes-job.yml',
    'kubernetes-cronjob.yml',
    'prometheus-rules.yml',
  ])('%s is YAML, each key once', async (file) => {
    const document = parseDocument(await readFile(join(RECIPES, file), 'utf8'), {
      uniqueKeys: true,
    });
    expect([...document.errors, ...document.warnings]).toEqual([]);
    expect(JSON.stringify(document.toJS())).toMatch(/smtp/);
  });

  it('has alerts that Prometheus takes', () => {
    expectContent('promtool', ['check', 'rules', join(RECIPES, 'prometheus-rules.yml')]);
  });

  it('has a service that Docker Compose takes, with the settings that the server gets', async () => {
    const cwd = await folderWith({
      'docker-compose.yml':
        'services:\n  service-core:\n    image: tailchat\n    env_file: docker-compose.env\n',
      'docker-compose.env': 'SMTP_URI=smtp://127.0.0.1/\nSMTP_SENDER=a@x.org\n',
    });
    const words = ['-f', 'docker-compose.yml', '-f', join(RECIPES, 'mail-check.yml'), 'config'];
    const { status, stdout, stderr } = spawnSync('docker-compose', words, {
      cwd,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('condition: service_completed_successfully');
    expect(stdout.match(/SMTP_URI: smtp:\/\/127\.0\.0\.1\//g)).toHaveLength(2);
  });

  it('has units that systemd takes', () => {
    const { stderr } = spawnSync(
      'systemd-analyze',
      ['verify', join(RECIPES, 'tailchat-mail.service'), join(RECIPES, 'tailchat-mail.timer')],
      { encoding: 'utf8' },
    );
    expect(stderr.split('\n').filter((line) => line.includes('tailchat-mail'))).toEqual([]);
  });
});
