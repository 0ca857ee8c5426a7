import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, run, startScript, uriOf } from '../e2e/support.js';

/** What passes, and what fails with words that are markup in every format. */
const CHECKS = {
  'a check that passes': async () => ['--sandbox'],
  'a check that fails': async () => {
    const reply = '535-5.7.8 <b>"&\\ {}\r\n535 5.7.8 \x01\ufffe 密码错误';
    return ['--uri', uriOf(await startScript({ replies: { AUTH: reply } }))];
  },
};

async function reportOf(words: string[], format: string): Promise<string> {
  const cwd = await folderWith();
  await run(['verify', ...words, '--report', format, 'report'], { cwd });
  return await readFile(join(cwd, 'report'), 'utf8');
}

describe.each(Object.entries(CHECKS))('the reports of %s', (_name, prepare) => {
  it('junit is XML', async () => {
    const input = await reportOf(await prepare(), 'junit');
    const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('prometheus is what Prometheus’ own tool finds nothing to say against', async () => {
    const input = await reportOf(await prepare(), 'prometheus');
    const check = spawnSync('promtool', ['check', 'metrics'], { input, encoding: 'utf8' });
    expect({ status: check.status, said: check.stderr + check.stdout }).toEqual({
      status: 0,
      said: '',
    });
  });
});
