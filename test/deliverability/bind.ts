import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closedPort } from '../e2e/support.js';
import { openFolder, startProgram } from './programs.js';

const HEAD = ['$TTL 60', '. SOA ns. admin. 1 60 60 60 60', '. NS ns.', 'ns. A 127.0.0.1'];

/**
 * Starts BIND as the name server of everything, or of nothing: then it refuses whatever it is asked.
 *
 * @param records lines of a zone file, names with a dot at their end
 * @returns its address and port
 */
export async function startBind(
  records: readonly string[] | null,
  at: { address: string; port?: number } = { address: '127.0.0.1' },
): Promise<string> {
  const folder = await openFolder();
  const { address, port = (await closedPort()).port } = at;
  await writeFile(join(folder, 'root.zone'), `${[...HEAD, ...(records ?? [])].join('\n')}\n`);
  const options = [
    `directory "${folder}"; listen-on port ${port} { ${address}; }; listen-on-v6 { none; };`,
    // Records come as they stand in the zone: some programs look at the first alone.
    'rrset-order { order none; };',
    'pid-file none; recursion no; allow-query { any; }; dnssec-validation no; empty-zones-enable no;',
  ];
  const conf = join(folder, 'named.conf');
  const root = records === null ? '' : 'zone "." { type primary; file "root.zone"; };';
  await writeFile(conf, `options { ${options.join(' ')} };\ncontrols { };\n${root}\n`);
  await startProgram('named', ['-g', '-n', '1', '-c', conf], { host: address, port });
  return `${address}:${port}`;
}
