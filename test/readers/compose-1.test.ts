import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPOSE_CASES } from '../helpers/compose-cases.js';
import { run } from './real-programs.js';

describe('docker-compose 1.29 gives the container', () => {
  const cases = COMPOSE_CASES.filter(({ v1 }) => v1 !== 'unknown');

  it.each(cases)('$name', async ({ files, cwd = '.', env, service, values, v1 = values }) => {
    const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-compose1-'));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const script = [
      'import json, sys, yaml',
      'print(json.dumps(yaml.safe_load(sys.stdin)["services"]))',
    ].join('\n');
    const place = join(folder, cwd);
    const config = await run('docker-compose', ['config'], { cwd: place, ...(env ? { env } : {}) });
    if (typeof v1 === 'string') {
      expect(config.code).not.toBe(0);
      return;
    }
    expect(config.stderr).not.toContain('ERROR');
    const read = await run('/usr/bin/python3', ['-c', script], { input: config.stdout });
    type Service = { environment?: Record<string, string | number | null> };
    const services = JSON.parse(read.stdout) as Record<string, Service>;
    const name = service ?? Object.keys(services).find((one) => /tailchat|core/.test(one)) ?? '';
    const { SMTP_URI: uri, SMTP_SENDER: sender } = services[name]?.environment ?? {};
    const plain = (value?: string | number | null) =>
      String(value ?? '').replaceAll('$$', '$') || null;
    expect([plain(uri), plain(sender)]).toEqual([v1.uri ?? null, v1.sender ?? null]);
  });
});
