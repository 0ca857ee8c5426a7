import { basename } from 'node:path';
import type { ReaderName } from '../../report/env-readers.js';
import type { ComposeProject } from '../compose/compose-project.js';
import { OWN_ENV_FILE } from './own-env-file.js';

/**
 * The reader that an env file is for: Compose where a compose file beside it names it or where it has
 * the name that Tailchat's guide gives it, Docker's rules where the compose file says `format: raw`;
 * otherwise dotenv, with which Tailchat's server reads its `.env`.
 *
 * @param path the file's absolute path
 * @param project what the compose file in its folder says, if there is one
 */
export function readerOf(path: string, project: ComposeProject | undefined): ReaderName {
  const uses = (project?.services ?? []).flatMap(({ envFiles }) =>
    envFiles.filter((file) => file.path === path),
  );
  if (uses.length > 0) return uses.every(({ isRaw }) => isRaw) ? 'docker' : 'compose';
  return basename(path) === OWN_ENV_FILE ? 'compose' : 'dotenv';
}
