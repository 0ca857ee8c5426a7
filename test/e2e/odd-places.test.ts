import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { BIN, NODE, NODE_MAJOR } from '../helpers/run-bin.js';
import { envOf, folderWith, run, startScript } from './support.js';

describe.concurrent('an odd place to run in', () => {
  // Docker makes such a folder where a file that is to be mounted does not exist.
  it('.env is a folder, and the settings are elsewhere', async () => {
    const server = await startScript();
    const { SMTP_URI } = envOf(server);
    const cwd = await folderWith({ 'docker-compose.env': `SMTP_URI=${SMTP_URI}\n` });
    await mkdir(join(cwd, '.env'));
    const result = await run(['verify'], { cwd });
    expect(result.code).toBe(0);
    expect(result.stderr).toContain('SMTP_URI from docker-compose.env:1');
  });

  it('.env is a folder, and the settings are nowhere', async () => {
    const cwd = await folderWith({});
    await mkdir(join(cwd, '.env'));
    const result = await run(['verify'], { cwd });
    expect(result.code).toBe(66);
    expect(result.stdout).toContain('.env is a folder, not a file [env-file-unreadable]');
  });

  // Node 18 starts no ES module there.
  it.runIf(process.platform !== 'win32' && NODE_MAJOR >= 20)(
    'the folder has been removed',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-gone-'));
      const script =
        'mkdir "$0/gone" && cd "$0/gone" && rmdir "$0/gone" && exec "$1" "$2" smtp verify';
      const result = await new Promise<{ code: unknown; stdout: string; stderr: string }>(
        (resolve) =>
          execFile('sh', ['-c', script, folder, NODE, BIN], (error, stdout, stderr) =>
            resolve({ code: error?.code ?? 0, stdout, stderr }),
          ),
      );
      await rm(folder, { recursive: true });
      expect(result).toMatchObject({ code: 78, stderr: expect.not.stringContaining('bug') });
      expect(result.stdout).toContain('[uri-missing]');
    },
  );

  it('the folder takes no file', async () => {
    const result = await run(['verify', '--sandbox', '--json'], { cwd: '/proc/self' });
    expect(result.code).toBe(0);
    expect(result.stderr).toBe('');
  });

  it('stdin is one endless line', async () => {
    const stdin = 'a'.repeat(20_000_000);
    const result = await run(['verify', '--uri', '-'], { stdin });
    expect(result).toMatchObject({ code: 78, stderr: expect.not.stringContaining('    at ') });
    expect(result.stdout).toContain('[uri-invalid]');
  });
});
