import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveFile } from '../../src/settings/saving/save-file.js';

// A disk of a few pages: only root may mount one.
let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'tailchat-smtp-full-')), 'disk');
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder]);
});
afterEach(() => {
  execFileSync('umount', [folder]);
  rmSync(join(folder, '..'), { recursive: true });
});

const line = (letter: string, length: number) => Buffer.from(`SMTP_URI=${letter.repeat(length)}\n`);

it.each([
  ['the backup', line('x', 9000), line('y', 9000)],
  ['the new content', line('x', 6000), line('y', 9000)],
])(
  'leaves the env file as it was on a disk that is full at %s, and nothing beside it',
  async (_, old, fresh) => {
    const file = join(folder, '.env');
    writeFileSync(file, old);
    const result = await saveFile(file, old, fresh);
    expect(result).toEqual({ ok: false, problem: 'no-space' });
    expect(readFileSync(file)).toEqual(old);
    expect(readdirSync(folder)).toEqual(['.env']);
  },
);
