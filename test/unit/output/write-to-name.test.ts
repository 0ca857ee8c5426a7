import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../../src/context.js';
import { writeToName } from '../../../src/output/write-to-name.js';

const NEVER = new AbortController().signal;

describe('writing under a name that a person gave', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const read = (name: string) => readFileSync(at(name), 'utf8');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tailchat-smtp-names-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function streamOn(fd: number | undefined): { stream: Output; written: string[] } {
    const written: string[] = [];
    const stream: Output = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written.push(chunk.toString());
        done();
      },
    });
    return { stream: Object.assign(stream, fd === undefined ? {} : { fd }), written };
  }

  async function write(
    name: string,
    text = 'new\n',
    { signal = NEVER, isCollected = false } = {},
  ): Promise<void> {
    const { stream: stdout } = streamOn(undefined);
    await writeToName(
      name.startsWith('/') ? name : at(name),
      text,
      { stdout, stderr: stdout },
      { signal, isCollected },
    );
  }

  it('makes a file as the umask says, and nothing beside it', async () => {
    await write('a');
    expect(read('a')).toBe('new\n');
    writeFileSync(at('b'), '');
    expect(statSync(at('a')).mode).toBe(statSync(at('b')).mode);
    expect(readdirSync(folder)).toEqual(['a', 'b']);
  });

  // A new file in its place would have none of what the old one was given: an access control list, a label.
  it('writes over a file, which stays the file that it was', async () => {
    writeFileSync(at('a'), 'a longer old text\n', { mode: 0o640 });
    const before = statSync(at('a'));
    await write('a');
    expect(read('a')).toBe('new\n');
    const { ino, mode } = statSync(at('a'));
    expect([ino, mode]).toEqual([before.ino, before.mode]);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it.each([0o600, 0o640, 0o666, 0o2664])(
    'replaces a file that is collected and keeps its mode %o',
    async (mode) => {
      writeFileSync(at('a'), 'old\n');
      chmodSync(at('a'), mode);
      const reader = openSync(at('a'), 'r');
      await write('a', 'new\n', { isCollected: true });
      // Who has it open reads the old one to its end.
      expect(readFileSync(reader, 'utf8')).toBe('old\n');
      closeSync(reader);
      expect(read('a')).toBe('new\n');
      expect(statSync(at('a')).mode & 0o7777).toBe(mode);
      expect(readdirSync(folder)).toEqual(['a']);
    },
  );

  it('writes no file that nobody may write, for root neither', async () => {
    writeFileSync(at('a'), 'old\n', { mode: 0o444 });
    await expect(write('a')).rejects.toMatchObject({ code: 'EACCES' });
    expect(read('a')).toBe('old\n');
  });

  it.each(['file', 'sub/file'])(
    'leaves a link where it is, and writes %s behind it',
    async (to) => {
      mkdirSync(at('sub'));
      writeFileSync(at(to), 'old\n', { mode: 0o640 });
      symlinkSync(to, at('link'));
      symlinkSync('link', at('link2'));
      await write('link2');
      expect(readlinkSync(at('link2'))).toBe('link');
      expect(readlinkSync(at('link'))).toBe(to);
      expect(lstatSync(at(to)).isFile()).toBe(true);
      expect(statSync(at(to)).mode & 0o777).toBe(0o640);
      expect(read(to)).toBe('new\n');
      expect(readdirSync(at('sub'))).toEqual(to === 'file' ? [] : ['file']);
    },
  );

  it('makes the file that a link leads to, where there is none', async () => {
    symlinkSync('later', at('link'));
    await write('link');
    expect(readlinkSync(at('link'))).toBe('later');
    expect(read('later')).toBe('new\n');
    expect(readdirSync(folder)).toEqual(['later', 'link']);
  });

  it('leaves links that lead nowhere, or round in a circle', async () => {
    symlinkSync('no/such/file', at('nowhere'));
    symlinkSync('round', at('round'));
    await expect(write('nowhere')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(write('round')).rejects.toMatchObject({ code: 'ELOOP' });
    expect(readdirSync(folder)).toEqual(['nowhere', 'round']);
    expect(readlinkSync(at('nowhere'))).toBe('no/such/file');
  });

  it('writes a file with two names under both', async () => {
    writeFileSync(at('a'), 'a longer old text\n');
    linkSync(at('a'), at('b'));
    await write('a');
    expect([read('a'), read('b')]).toEqual(['new\n', 'new\n']);
    expect(statSync(at('b')).nlink).toBe(2);
  });

  it('makes no file of a folder, nor of a name that ends as one', async () => {
    mkdirSync(at('sub'));
    symlinkSync('sub', at('link'));
    for (const name of ['sub', 'link', 'sub/', 'new/']) {
      await expect(write(name)).rejects.toMatchObject({ code: 'EISDIR' });
    }
    expect(readdirSync(folder)).toEqual(['link', 'sub']);
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
  });

  it('writes into a pipe, more than it holds at once', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    symlinkSync('pipe', at('link'));
    const reader = spawn('cat', [at('pipe')], { stdio: ['ignore', 'pipe', 'inherit'] });
    let got = '';
    reader.stdout.on('data', (chunk) => {
      got += chunk;
    });
    const text = 'x'.repeat(300_000);
    await write('link', text);
    await once(reader, 'close');
    expect(got).toBe(text);
    expect(statSync(at('pipe')).isFIFO()).toBe(true);
  });

  it('gives up a pipe that nobody reads, and at once when it is told to', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    await expect(write('pipe')).rejects.toMatchObject({ code: 'ENXIO' });
    const controller = new AbortController();
    const writing = write('pipe', 'x', { signal: controller.signal });
    controller.abort();
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(statSync(at('pipe')).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  });

  it('leaves a socket what it is', async () => {
    const server = createServer().listen(at('socket'));
    await once(server, 'listening');
    await expect(write('socket')).rejects.toMatchObject({ code: 'ENXIO' });
    expect(statSync(at('socket')).isSocket()).toBe(true);
    server.close();
    await once(server, 'close');
  });

  it('writes to devices, and says what they say', async () => {
    symlinkSync('/dev/null', at('link'));
    await write('/dev/null');
    await write('link');
    await expect(write('/dev/full')).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
    expect(readdirSync(folder)).toEqual(['link']);
  });

  it('goes through our own stream where the name leads there', async () => {
    writeFileSync(at('out'), 'verdict\n');
    symlinkSync('out', at('link'));
    const fd = openSync(at('out'), 'r+');
    const { stream: stdout, written } = streamOn(fd);
    const { stream: stderr } = streamOn(undefined);
    for (const path of [at('out'), at('link'), `/proc/self/fd/${fd}`]) {
      await writeToName(path, 'new\n', { stdout, stderr }, { signal: NEVER, isCollected: true });
    }
    closeSync(fd);
    expect(written).toEqual(['new\n', 'new\n', 'new\n']);
    expect(read('out')).toBe('verdict\n');
  });

  it('leaves nothing where there is no such folder', async () => {
    await expect(write('no/a')).rejects.toMatchObject({ code: 'ENOENT' });
    writeFileSync(at('file'), '');
    await expect(write('file/a')).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(existsSync(at('no'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
