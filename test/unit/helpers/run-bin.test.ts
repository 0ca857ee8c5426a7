import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword, runBin, secretForms } from '../../helpers/run-bin.js';

describe('runBin', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-test-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** A preload with this code, which ends the process before the program begins. */
  async function instead(code: string): Promise<string[]> {
    const file = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
    await writeFile(file, code);
    return [file];
  }

  it('gives an empty folder, an environment with nothing in it, arguments and input', async () => {
    const preload = await instead(`
      import { readdirSync, readFileSync } from 'node:fs';
      const names = Object.keys(process.env).filter((name) => name !== 'SystemRoot');
      const input = readFileSync(0, 'utf8');
      console.log(JSON.stringify([readdirSync('.'), names, process.argv.slice(2), input]));
      console.error('said on stderr');
      process.exit(7);`);
    const run = await runBin(['smtp', 'verify'], { preload, stdin: 'hello', env: { LANG: 'C' } });
    expect(run).toMatchObject({ code: 7, signal: null, stderr: 'said on stderr\n' });
    const [files, names, args, input] = JSON.parse(run.stdout);
    expect(files).toEqual([]);
    expect(names.sort()).toEqual(['LANG', 'PATH']);
    expect(args).toEqual(['smtp', 'verify']);
    expect(input).toBe('hello');
  });

  it('closes the input, or keeps it open until the program is killed', async () => {
    const preload = await instead(`
      console.error('ready');
      for await (const chunk of process.stdin);
      process.exit(3);`);
    expect(await runBin([], { preload })).toMatchObject({ code: 3 });
    const open = { preload, stdin: 'open' };
    expect(await runBin([], { ...open, timeoutMs: 300 })).toMatchObject({ signal: 'SIGKILL' });
    const killOn = { stderr: /ready/, signal: 'SIGTERM' } as const;
    expect(await runBin([], { ...open, killOn })).toMatchObject({ signal: 'SIGTERM' });
    const signalAfter = { ms: 200, signal: 'SIGINT' } as const;
    expect(await runBin([], { ...open, signalAfter })).toMatchObject({ signal: 'SIGINT' });
  });
});

describe('expectNoSecret', () => {
  it('finds a planted password in each of its forms, and a half-encoded one', () => {
    const password = plantPassword();
    const leaks = [...secretForms(password, 'me'), password.replace('#', '%23')];
    for (const leak of leaks) {
      expect(() => expectNoSecret({ stdout: '', stderr: `a ${leak} b` }, password, 'me')).toThrow();
    }
    expectNoSecret({ stdout: 'smtps://me:***@host', stderr: '' }, password, 'me');
  });
});
