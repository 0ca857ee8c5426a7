import { resolve } from 'node:path';
import { reveal, Secret } from '../../safety/secret.js';
import { readTextFile } from '../env-files/text-file.js';
import type { FoundUri } from '../found-values.js';

/** What stands for a character in double quotes: in env files, in YAML and in JSON. */
const ESCAPES: ReadonlyMap<string, string> = new Map(
  [...(['\nn', '\rr', '\tt', '\bb', '\ff', '\vv', '\x07a', '\x1be', '\x000'] as const)].map(
    ([sign = '', letter = '']) => [sign, `\\${letter}`] as const,
  ),
);

/**
 * A URI whose backslashes were read as the beginning of an escape (`\n`), with the value that was meant: the one as it is written.
 *
 * @throws the signal's reason, unless it is that the time is up
 */
export async function withMeantUri(
  uri: FoundUri,
  cwd: string,
  signal: AbortSignal,
): Promise<FoundUri> {
  const { file, line } = uri.source;
  if (uri.read.ok || uri.read.detail !== 'control-character') return uri;
  if (file === undefined || line === undefined) return uri;
  const read = await readTextFile(resolve(cwd, file), signal);
  const written = read.ok ? (read.text.split('\n')[line - 1] ?? '') : '';
  const value = reveal(uri.value);
  const signs = [...value].map((sign) => {
    const pair = ESCAPES.get(sign);
    return pair !== undefined && written.includes(pair) ? pair : sign;
  });
  const meant = signs.join('');
  if (meant === value) return uri;
  return { ...uri, meant: new Secret(meant), read: { ...uri.read, detail: 'escape-read' } };
}
