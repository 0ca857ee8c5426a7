import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { NODE } from '../helpers/run-bin.js';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

async function said(script: string): Promise<string> {
  const words = ['-e', `process.on('warning', (warning) => { throw warning; });${script}`];
  const { stdout, stderr } = await promisify(execFile)(NODE, words, { cwd: DIST });
  expect(stderr).toBe('');
  return stdout.trim();
}

describe.concurrent('require()', () => {
  it('brings all that import brings', async () => {
    const names = (from: string) =>
      said(`Promise.resolve(${from}).then((all) => console.log(Object.keys(all).sort().join()))`);
    expect(await names("require('./index.cjs')")).toBe(await names("import('./index.js')"));
  });

  it('brings what runs', async () => {
    const script = `const { verify, smtpCommand } = require('./index.cjs');
      verify({ uri: 'smtp://127.0.0.1:1/', suggest: false }).then(({ failure }) =>
        console.log(failure.cause, smtpCommand.command, smtpCommand.describe));`;
    expect(await said(script)).toBe('connection-refused smtp SMTP Service');
  });
});
