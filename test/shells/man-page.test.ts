import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { verifyCommand } from '../../src/commands/smtp/verify.js';
import { commandLineTexts } from '../../src/language/index.js';

const PAGE = fileURLToPath(new URL('../../dist/tailchat-smtp.1', import.meta.url));

function read(...words: string[]) {
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', MANWIDTH: '100', MANROFFSEQ: '' };
  return spawnSync('man', ['--warnings', ...words, '-l', PAGE], { encoding: 'utf8', env });
}

describe('man tailchat-smtp', () => {
  it('is a page that man has nothing to say against', () => {
    const { status, stderr, stdout } = read();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const part of ['NAME', 'SYNOPSIS', 'EXAMPLES', 'COMMANDS', 'EXIT STATUS', 'ENVIRONMENT']) {
      expect(stdout).toMatch(new RegExp(`^${part}$`, 'm'));
    }
  });

  it('has every option, and the examples as they are typed', () => {
    const page = read().stdout.replace(/\s+/g, ' ');
    const { options, examples } = verifyCommand(commandLineTexts('en'));
    for (const name of Object.keys(options)) expect(page).toContain(`--${name}`);
    for (const [words] of examples) expect(page).toContain(`tailchat ${words}`);
    expect(page).toContain('tailchat smtp explain "535 Login fail"');
  });
});
