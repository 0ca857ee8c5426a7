import { spawn } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../helpers/outcome.js';
import { NODE, NODE_MAJOR } from '../helpers/run-bin.js';
import { envOf, folderWith, startScript } from './support.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const document = await readFile(join(ROOT, 'docs/library.md'), 'utf8');
/** The examples with the headings that they stand under. */
const EXAMPLES = [...document.matchAll(/^## (.+)$|^```js\n([\s\S]*?)^```$/gm)].reduce<
  [heading: string, code: string][]
>((found, [, heading, code]) => {
  if (heading !== undefined) found.push([heading, '']);
  const last = found.at(-1);
  if (code !== undefined && last) last[1] = code;
  return found;
}, []);

/** What each of them says. */
const SAID: Record<string, RegExp> = {
  'Check the settings': /^mail works\n$/,
  'Send a mail': /^\[ 'you@example\.com', 'she@example\.com' \] \[\]\n$/,
  'Explain a message or a log': /^app-password-required\n2 .*\p{Script=Han}/u,
  'Ask DNS about a domain': /^domain skipped .*\nmx skipped [\s\S]*\nunknown\n$/,
  'Follow a check, and stop it': /connect ok\n.*auth skipped\nmail-from ok\n0\n$/s,
  'Inside another command line': /"ok": true/,
};

describe.concurrent('docs/library.md', () => {
  it('has the examples that are run here', () => {
    expect(EXAMPLES.map(([heading]) => heading)).toEqual(Object.keys(SAID));
  });

  // The host's yargs 18 brings a package that Node 18 cannot read.
  const runnable = EXAMPLES.filter(
    ([heading]) => NODE_MAJOR >= 20 || heading !== 'Inside another command line',
  );
  it.each(runnable)('%s', async (heading, code) => {
    const server = await startScript({});
    const cwd = await folderWith({
      'example.mjs': code,
      'service-core.log': 'started\nError: connect ECONNREFUSED 127.0.0.1:587\n',
    });
    await mkdir(join(cwd, 'node_modules'));
    await symlink(ROOT, join(cwd, 'node_modules/tailchat-cli-smtp'));
    await symlink(join(ROOT, 'node_modules/yargs'), join(cwd, 'node_modules/yargs'));
    await writeFile(join(cwd, 'package.json'), '{}');
    // The host's yargs 18 looks at the version of Node, and runs on an older one all the same.
    const env = { PATH: process.env.PATH, YARGS_MIN_NODE_VERSION: '18', ...envOf(server) };
    const child = spawn(NODE, ['example.mjs'], { cwd, env });
    const { code: exitCode, stdout, stderr } = await outcomeOf(child);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(SAID[heading] ?? /^$/);
  });
});
