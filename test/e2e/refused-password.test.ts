// What is advised about a user and a password that the server refused, by how they are written.
import { describe, expect, it } from 'vitest';
import { expectNoSecret, plantPassword } from '../helpers/run-bin.js';
import { envOf, folderWith, runJson, startScript } from './support.js';

const REFUSAL = { replies: { AUTH: '535 5.7.8 Authentication failed' } };
const ENCODE = /Percent-encode/;

/** The steps after a refusal of a login that stands in a file, or comes through the environment. */
async function stepsFor(user: string, password: string, from: 'file' | 'environment') {
  const env = envOf(await startScript(REFUSAL), { user, password });
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}\n`);
  const isOfFile = from === 'file';
  const cwd = await folderWith(isOfFile ? { '.env': lines.join('') } : {});
  const args = isOfFile ? ['verify', '--env-file', '.env'] : ['verify'];
  const result = await runJson(args, { cwd, ...(isOfFile ? {} : { env }) });
  expect(result.report.failure).toMatchObject({ cause: 'auth-failed', step: 'auth' });
  expectNoSecret(result, password);
  return result.report.failure?.nextSteps.join('\n') ?? '';
}

describe.concurrent('after a refused login', () => {
  it('nothing is to be encoded in a password without signs', async () => {
    const plain = plantPassword().replace(/\W/g, '0');
    expect(await stepsFor('me@x.org', plain, 'file')).not.toMatch(ENCODE);
    // A shell may have taken its signs away.
    expect(await stepsFor('me@x.org', plain, 'environment')).toMatch(ENCODE);
    expect(await stepsFor('me@x.org', `${plantPassword()}%`, 'file')).toMatch(ENCODE);
  });

  it('the user is to be tried in the form that it does not have', async () => {
    expect(await stepsFor('me@x.org', plantPassword(), 'file')).toMatch(/only the part before/);
    expect(await stepsFor('me', plantPassword(), 'file')).toMatch(/the whole mail address/);
  });
});
