import type { ReaderName } from '../../report/env-readers.js';
import { known } from '../plans/plan.js';
import { othersThan } from '../plans/readers.js';
import { list } from './phrases.js';

/** Who reads an env file, in English. */
export const READERS: Record<ReaderName, string> = {
  dotenv: 'Tailchat from source (dotenv)',
  compose: 'Docker Compose',
  docker: 'docker run --env-file',
  compose1: 'docker-compose 1.29',
  podman: 'podman run --env-file',
  kubectl: 'kubectl --from-env-file',
  systemd: 'systemd EnvironmentFile=',
  node: 'node --env-file',
  node20: 'node --env-file (Node 20)',
  dotenv16: 'dotenv 15 and later',
  'python-dotenv': 'python-dotenv',
  bash: 'bash, sourced',
  dash: 'sh (dash), sourced',
  zsh: 'zsh, sourced',
};

/** For whom a suggested line does not hold, where it does not hold for everybody. */
export function heldBy({ holders }: { holders?: readonly ReaderName[] | undefined }): string {
  const others = othersThan(holders).map((name) => READERS[name]);
  return known(others, (names) => ` (not so: ${list(names)})`);
}
