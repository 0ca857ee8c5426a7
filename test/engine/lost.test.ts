import { spawn, spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { BIN } from '../helpers/run-bin.js';
import { container, type Engine, engine, run, show } from './support.js';

/** What runs in a container. */
function processesIn(client: Engine, name: string): string {
  return engine(client, ['exec', name, 'ps']);
}

describe.each(['docker', 'podman'] as const)('a connection that is lost, of %s', (client) => {
  it('is told, and nothing stays behind in the container', async () => {
    const silent = `lost-${client}`;
    const folder = `${process.env.ENGINE_FOLDER}/only-${client}`;
    spawnSync('mkdir', ['-p', folder]);
    spawnSync('ln', ['-sf', `/usr/bin/${client}`, `${folder}/${client}`]);
    const words = ['--env', 'SMTP_URI=smtp://127.0.0.1:25/'];
    const serve = "require('net').createServer(()=>{}).listen(25)";
    container(client, silent, words, ['node', '-e', serve]);
    const before = processesIn(client, silent).split('\n').length;
    const child = spawn(
      process.execPath,
      ['--', BIN, 'smtp', 'verify', '--in', silent, '--timeout', '60', '--json'],
      {
        env: { ...process.env, PATH: folder },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let stdout = '';
    child.stdout.on('data', (text) => {
      stdout += text;
    });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const isRunning = () => processesIn(client, silent).includes('node -e');
    const countOf = () => processesIn(client, silent).split('\n').length;
    for (let wait = 0; wait < 100 && countOf() <= before; wait += 1) await setTimeout(250);
    expect(isRunning()).toBe(true);
    // It has begun, and is in the midst of it.
    await setTimeout(2000);
    expect(processesIn(client, silent).split('\n').length).toBeGreaterThan(before);
    // The client itself is ended, and hard: it can say no good-bye.
    const clients = run('pgrep', ['-P', `${child.pid}`])
      .stdout.trim()
      .split('\n');
    for (const pid of clients) process.kill(Number(pid), 'SIGKILL');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(69);
    expect(stderr).toContain(`The connection to the container ${silent} was lost`);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, exitCode: 69 });
    // Who hears nothing more leaves after fifteen seconds.
    for (
      let wait = 0;
      wait < 100 && processesIn(client, silent).split('\n').length > before;
      wait += 1
    ) {
      await setTimeout(250);
    }
    show(`what runs in ${silent}`, run(client, ['exec', silent, 'ps']));
    expect(processesIn(client, silent).split('\n')).toHaveLength(before);
  });
});
