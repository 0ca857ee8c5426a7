import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from '../helpers/terminal.js';

describe('explain in a terminal', () => {
  let folder: string;
  let terminal: Terminal;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tailchat-explain-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => terminal.close());

  it.each([
    ['en', /^Paste the error message.{1,40}mail.{1,20}Ctrl-D.{1,30}:$/m],
    ['zh-CN', /粘贴.*Ctrl-D/m],
  ])('says in one line what to give it, and ends with Ctrl-D: %s', async (lang, request) => {
    terminal = await openTerminal(['smtp', 'explain', '--lang', lang]);
    await terminal.waitFor(request);
    terminal.type('550 5.1.1 User unknown\r');
    terminal.press('ctrl-d');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen()).toContain('[recipient-unknown]');
  });

  it('says how far it is where reading takes long, and takes that away', async () => {
    const pipe = join(folder, 'slow.log');
    execFileSync('mkfifo', [pipe]);
    terminal = await openTerminal(['smtp', 'explain', '--file', pipe]);
    const writer = createWriteStream(pipe);
    writer.write('550 5.1.1 <anna@example.org>: User unknown\n');
    await terminal.waitFor(/^\d+ MB read, \d failures? found$/m);
    writer.end();
    expect(await terminal.exit()).toBe(0);
    expect(terminal.screen()).not.toContain('MB read');
    expect(terminal.screen()).toContain('[recipient-unknown]');
  });

  it('says nothing of it where reading is quick', async () => {
    const pipe = join(folder, 'quick.log');
    execFileSync('mkfifo', [pipe]);
    terminal = await openTerminal(['smtp', 'explain', '--file', pipe]);
    const writer = createWriteStream(pipe);
    writer.write('550 5.1.1 <anna@example.org>: User unknown\n');
    await delay(100);
    writer.end();
    expect(await terminal.exit()).toBe(0);
    expect(terminal.raw()).not.toContain('MB read');
  });
});
