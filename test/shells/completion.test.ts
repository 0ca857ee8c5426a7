import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { BIN } from '../helpers/run-bin.js';
import { openTerminal } from '../helpers/terminal.js';

/** A folder on PATH with our command, and a home without anybody's settings. */
const home = mkdtempSync(join(tmpdir(), 'tailchat-shells-'));
symlinkSync(BIN, join(home, 'tailchat'));
writeFileSync(join(home, 'settings.env'), '');
afterAll(() => rmSync(home, { recursive: true }));

const PATH = `${home}:${process.env.PATH}`;
const ENV = { PATH, HOME: home, LANG: 'C.UTF-8', PS1: 'ready> ' };

/** How each shell is started without a user's settings, and told of our command. */
const SHELLS = {
  bash: ['--norc', '--noprofile', '-i'],
  zsh: ['-f', '-i'],
  fish: ['--no-config', '-i'],
} as const;
type Shell = keyof typeof SHELLS;

async function openShell(shell: Shell) {
  const script = execFileSync(join(home, 'tailchat'), ['completion', shell], { env: ENV });
  const file = join(home, `script.${shell}`);
  const init = { bash: '', zsh: 'autoload -U compinit; compinit -u -D\n', fish: '' }[shell];
  writeFileSync(file, `${init}${script}`);
  const terminal = await openTerminal([...SHELLS[shell]], {
    program: shell,
    env: ENV,
    cwd: home,
    cols: 120,
    rows: 60,
  });
  onTestFinished(() => terminal.close());
  terminal.type(`source ${file}; echo so''urced\r`);
  await terminal.waitFor('sourced');
  return terminal;
}

describe.each(Object.keys(SHELLS) as Shell[])('completion in %s', (shell) => {
  it('completes a command', async () => {
    const terminal = await openShell(shell);
    terminal.type('tailchat smtp ver\t');
    await terminal.waitFor('tailchat smtp verify');
  });

  it('offers the commands', async () => {
    const terminal = await openShell(shell);
    terminal.type('tailchat smtp \t\t');
    await terminal.waitFor(/explain/);
    expect(terminal.screen()).toMatch(/verify/);
    if (shell !== 'bash') await terminal.waitFor('Send test email');
  });

  it('completes an option, and its choices', async () => {
    const terminal = await openShell(shell);
    terminal.type('tailchat smtp test --verb\t');
    await terminal.waitFor('--verbose');
    terminal.type('--lang z\t');
    await terminal.waitFor('--lang zh-CN');
  });

  it('completes the name of a file where one is wanted', async () => {
    const terminal = await openShell(shell);
    terminal.type('tailchat smtp verify --env-file sett\t');
    await terminal.waitFor('--env-file settings.env');
  });
});
