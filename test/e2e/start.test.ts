import { execFile } from 'node:child_process';
import {
  cp,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, expectNoSecret, NODE, plantPassword, runBin } from '../helpers/run-bin.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OFFLINE = ['smtp', 'verify', '--offline', '--json'];
let caches: string;

beforeAll(async () => {
  caches = await mkdtemp(join(tmpdir(), 'tailchat-caches-'));
});
afterAll(() => rm(caches, { recursive: true, force: true }));

/** A folder for caches of its own, and what stands in it. */
async function place() {
  const folder = await mkdtemp(join(caches, 'x'));
  const inside = join(folder, 'tailchat-smtp');
  const files = async () =>
    (await readdir(inside).catch(() => [])).map((name) => join(inside, name));
  return { env: { XDG_CACHE_HOME: folder }, files };
}

describe.concurrent('what was compiled', () => {
  it('is kept once, and the program says the same with it', async () => {
    const { env, files } = await place();
    const first = await runBin(['smtp', 'verify', '--help'], { env });
    const [file = '', ...others] = await files();
    expect(others).toEqual([]);
    const { mtimeMs, mode } = await stat(file);
    expect(mode & 0o777).toBe(0o600);
    const second = await runBin(['smtp', 'verify', '--help'], { env });
    expect(second.stdout).toBe(first.stdout);
    expect({ code: second.code, stderr: second.stderr }).toEqual({ code: 0, stderr: '' });
    // Nothing was refused and made anew.
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
  });

  it('has none of the secrets', async () => {
    const { env, files } = await place();
    const password = plantPassword();
    const uri = `smtps://me%40example.org:${encodeURIComponent(password)}@mail.example.org/`;
    const settings = { ...env, SMTP_URI: uri, SMTP_SENDER: 'me@example.org' };
    await runBin(OFFLINE, { env: settings });
    const [file = ''] = await files();
    const text = await readFile(file, 'latin1');
    expectNoSecret({ stdout: text, stderr: '' }, password, 'me@example.org');
    expect(text).not.toContain('mail.example.org');
  });

  it('does no harm when it is damaged, and is mended', async () => {
    const { env, files } = await place();
    const first = await runBin(OFFLINE, { env });
    const [file = ''] = await files();
    const whole = await readFile(file);
    const damaged = Buffer.from(whole);
    for (let at = 5000; at < damaged.length; at += 1009) damaged[at] = (damaged[at] ?? 0) ^ 0x5a;
    await writeFile(file, damaged);
    const second = await runBin(OFFLINE, { env });
    expect({ code: second.code, stderr: second.stderr }).toEqual({ code: first.code, stderr: '' });
    expect((await readFile(file)).equals(damaged)).toBe(false);
  });

  it('is made anew when a file of ours has changed', async () => {
    const { env } = await place();
    const copy = await mkdtemp(join(caches, 'copy'));
    for (const part of ['bin', 'dist']) {
      await cp(join(ROOT, part), join(copy, part), { recursive: true, preserveTimestamps: true });
    }
    const run = async () => {
      const words = [join(copy, 'bin/tailchat.js'), 'smtp', '--help'];
      const { stdout } = await promisify(execFile)(NODE, words, {
        env: { ...process.env, ...env },
      });
      return stdout;
    };
    expect(await run()).toContain('SMTP Service');
    await run();
    const chunks = join(copy, 'dist/chunks');
    for (const name of await readdir(chunks)) {
      const text = await readFile(join(chunks, name), 'utf8');
      if (!text.includes('SMTP Service')) continue;
      await writeFile(join(chunks, name), text.replaceAll('SMTP Service', 'Smtp sERVICE'));
    }
    expect(await run()).toContain('Smtp sERVICE');
  });

  it('of files that are gone does not pile up', async () => {
    const { env, files } = await place();
    const copy = await mkdtemp(join(caches, 'copy'));
    for (const part of ['bin', 'dist']) {
      await cp(join(ROOT, part), join(copy, part), { recursive: true, preserveTimestamps: true });
    }
    const words = [join(copy, 'bin/tailchat.js'), 'smtp', '--help'];
    const run = () => promisify(execFile)(NODE, words, { env: { ...process.env, ...env } });
    await run();
    const [file = ''] = await files();
    const { size } = await stat(file);
    const chunks = join(copy, 'dist/chunks');
    // A new version: the largest chunk has another name.
    const [main = ''] = (await readdir(chunks)).filter((name) => /^main-/.test(name));
    await rename(join(chunks, main), join(chunks, 'main-other.cjs'));
    for (const name of [...(await readdir(chunks)).map((one) => `chunks/${one}`), 'cli.cjs']) {
      const path = join(copy, 'dist', name);
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll(main, 'main-other.cjs'));
    }
    await run();
    expect(await files()).toEqual([file]);
    expect((await stat(file)).size).toBeLessThan(size * 1.2);
  });

  it.each([
    ['Node’s own switch is set', { NODE_DISABLE_COMPILE_CACHE: '1' }],
    ['the folder is no path from the root', { XDG_CACHE_HOME: 'here' }],
    ['the folder cannot be made', { XDG_CACHE_HOME: BIN }],
  ])('is not kept where %s', async (_name, more) => {
    const { env, files } = await place();
    const cwd = await mkdtemp(join(caches, 'cwd'));
    const result = await runBin(OFFLINE, { env: { ...env, ...more }, cwd });
    expect(result.code).toBe(78);
    expect(result.stderr).toBe('');
    expect(await files()).toEqual([]);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('is the file of one command and one Node: it does not take turns', async () => {
    const { env, files } = await place();
    await runBin(OFFLINE, { env });
    const [file = ''] = await files();
    await utimes(file, 1000, 1000);
    await runBin(['smtp', '--help'], { env });
    await runBin(OFFLINE, { env: { ...env, NODE_OPTIONS: '--max-old-space-size=300' } });
    await runBin(OFFLINE, { env });
    expect((await stat(file)).mtimeMs).toBe(1_000_000);
    expect(await files()).toHaveLength(3);
    expect(dirname(file).endsWith('tailchat-smtp')).toBe(true);
  });
});
