import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closedPort } from '../e2e/support.js';
import { openFolder, startProgram } from './programs.js';

/**
 * Starts rspamd with a name server of ours and no other.
 *
 * @param as a filter that Postfix talks to (`milter`), or a server that is asked over HTTP
 * @returns its port of 127.0.0.1
 */
export async function startRspamd(
  nameServer: string | readonly string[],
  as: 'milter' | 'http' = 'http',
): Promise<number> {
  const folder = join(await openFolder(), 'rspamd');
  const { port } = await closedPort();
  await mkdir(join(folder, 'local.d'), { recursive: true });
  await chmod(folder, 0o755);
  const inside = async (name: string, text: string) =>
    await writeFile(join(folder, 'local.d', name), text);
  await inside(
    'milter_headers.conf',
    'use = ["authentication-results", "x-spamd-result", "x-spam-status"];\nauthenticated_headers = ["authentication-results"];\nroutines { authentication-results { hostname = "mx.example.org"; } }\n',
  );
  const dns = `nameserver = ${JSON.stringify([nameServer].flat())}; timeout = 1s; retransmits = 2;`;
  await inside('options.inc', `dns { ${dns} }\npidfile = "${folder}/pid";\n`);
  const bound = `bind_socket = "127.0.0.1:${port}";\n`;
  const workers = {
    proxy:
      as === 'milter'
        ? `${bound}upstream "local" { default = yes; self_scan = yes; }\n`
        : 'enabled = false;\n',
    normal: as === 'http' ? `${bound}enabled = true;\n` : 'enabled = false;\n',
    controller: 'enabled = false;\n',
    fuzzy: 'enabled = false;\n',
  };
  for (const [name, text] of Object.entries(workers)) await inside(`worker-${name}.inc`, text);
  const options = [`--var=LOCAL_CONFDIR=${folder}`, '-c', '/etc/rspamd/rspamd.conf'];
  await startProgram('rspamd', ['-f', '-i', ...options], port);
  return port;
}
