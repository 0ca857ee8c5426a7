import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { BIN, NODE, NODE_MAJOR, runBin } from '../helpers/run-bin.js';
import { folderWith, startRaw } from './support.js';

const COLLECT = fileURLToPath(new URL('../helpers/gc-preload.mjs', import.meta.url));

// A run that goes on past its time is killed, and then has a signal.
describe.concurrent('--timeout holds, whatever is collected meanwhile', () => {
  it('while stdin says nothing', async () => {
    const args = ['smtp', 'verify', '--uri', '-', '--timeout', '2'];
    const result = await runBin(args, { stdin: 'open', preload: [COLLECT], timeoutMs: 9000 });
    expect(result).toMatchObject({ code: 78, signal: null });
  });

  it('while a pipe says nothing', async () => {
    const cwd = await folderWith({});
    await promisify(execFile)('mkfifo', [join(cwd, 'pipe')]);
    const args = ['smtp', 'verify', '--env-file', 'pipe', '--timeout', '2'];
    const result = await runBin(args, { cwd, preload: [COLLECT], timeoutMs: 9000 });
    expect(result).toMatchObject({ code: 66, signal: null });
  });

  it('while the server says nothing', async () => {
    const { port } = await startRaw(() => {});
    const args = ['smtp', 'verify', '--uri', `smtp://127.0.0.1:${port}`, '--timeout', '2'];
    const result = await runBin(args, { preload: [COLLECT], timeoutMs: 9000 });
    expect(result).toMatchObject({ code: 69, signal: null });
  });
});

// Node's own doing, not ours: it looks for `--env-file` on the whole command line before the program
// starts. docs/reference.md says so; when a version of Node no longer does it, this test tells us.
describe('node without the two dashes', () => {
  // Node 18 does not know the option yet: it reaches us, who end with 66.
  it('ends with 9 itself where --env-file names a file that is not there, from Node 20 on', async () => {
    const cwd = await folderWith({});
    const args = [BIN, 'smtp', 'verify', '--env-file', 'missing.env'];
    const child = spawn(NODE, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(NODE_MAJOR < 20 ? 66 : 9);
    if (NODE_MAJOR >= 20) expect(stderr).toMatch(/missing\.env: not found/);
  });
});
