import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type FakeEngine, fakeEngine } from '../helpers/fake-engine.js';
import { plantPassword } from '../helpers/run-bin.js';
import { closeAtEnd, folderWith, startScript, uriOf } from './support.js';

/** The id of the container. */
export const ID = 'c0ffee0123456789';
/** A compose file with one service. */
export const COMPOSE =
  'services:\n  service-core:\n    image: tailchat\n    env_file: docker-compose.env\n';

/** The environment of a run with a stand-in for an engine, and nothing else in the path but a shell. */
export async function withEngine(...engines: FakeEngine[]): Promise<Record<string, string>> {
  const folders = await Promise.all(engines.map(fakeEngine));
  closeAtEnd(() => Promise.all(folders.map((one) => rm(one, { recursive: true, force: true }))));
  return { PATH: [...folders, await toolFolder()].join(':') };
}

/** What the stand-in itself needs, and no engine that this machine may have. */
async function toolFolder(): Promise<string> {
  const folder = await folderWith();
  for (const tool of ['sh', 'cat', 'env']) await symlink(`/usr/bin/${tool}`, join(folder, tool));
  return folder;
}

/** A mail server, and a container whose environment names it. */
export async function serverAndEngine(more: Partial<FakeEngine> = {}) {
  const password = plantPassword();
  const server = await startScript();
  const settings = { SMTP_URI: uriOf(server, { password }), SMTP_SENDER: 'a@x.org' };
  const labels = {
    'com.docker.compose.service': 'service-core',
    'com.docker.compose.project': 'p',
  };
  const containers = [{ id: ID, name: 'p-service-core-1', env: settings, labels }];
  return { password, server, settings, containers, env: await withEngine({ containers, ...more }) };
}
