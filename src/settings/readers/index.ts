import type { ReaderName } from '../../report/env-readers.js';
import { compose } from './compose.js';
import { docker } from './docker.js';
import { dotenv } from './dotenv.js';
import { dotenv16 } from './dotenv-16.js';
import { kubectl } from './kubectl.js';
import { node, node20 } from './node.js';
import { podman } from './podman.js';
import { compose1, pythonDotenv } from './python-dotenv.js';
import type { EnvFileReader } from './reader.js';
import { bash, dash, zsh } from './shell.js';
import { systemd } from './systemd.js';

/** The readers of env files by their names. */
export const READERS: Readonly<Record<ReaderName, EnvFileReader>> = {
  ...{ dotenv, compose, docker, compose1, podman, kubectl, systemd, node, node20, dotenv16 },
  'python-dotenv': pythonDotenv,
  ...{ bash, dash, zsh },
};
