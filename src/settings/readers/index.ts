import type { ReaderName } from '../../report/report.js';
import { readAsCompose } from './compose.js';
import { readAsDocker } from './docker.js';
import { readAsDotenv } from './dotenv.js';
import type { EnvFileReader } from './reader.js';

/** The readers of env files by their names. */
export const READERS: Readonly<Record<ReaderName, EnvFileReader>> = {
  dotenv: readAsDotenv,
  compose: readAsCompose,
  docker: readAsDocker,
};
