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

it('leaves the env file as it was on a full disk, and nothing beside it', async () => {
  const file = join(folder, '.env');
  const old = Buffer.from(`SMTP_URI=${'x'.repeat(6000)}\n`);
  writeFileSync(file, old);
  const result = await saveFile(file, old, Buffer.from(`SMTP_URI=${'y'.repeat(6000)}\n`));
  expect(result).toEqual({ ok: false, problem: 'no-space' });
  expect(readFileSync(file)).toEqual(old);
  expect(readdirSync(folder)).toEqual(['.env']);
});
