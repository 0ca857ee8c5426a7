import type { ReaderName } from '../../report/env-readers.js';
import type { LinePlace } from '../../report/line-place.js';
import type { Placed } from '../../report/warnings.js';
import { known } from '../plans/plan.js';
import { othersThan } from '../plans/readers.js';
import { list } from './grammar.js';
import { place } from './phrases.js';

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

/** Where a suggested line belongs, where not in its value's own place, and for whom it does not hold. */
export function heldBy({
  holders,
  envPlace,
  below,
}: {
  holders?: readonly ReaderName[] | undefined;
  envPlace?: LinePlace | undefined;
  below?: Placed['below'];
}): string {
  const where = known(envPlace, (spot) => ` in ${place(spot)}`);
  const others = othersThan(holders).map((name) => READERS[name]);
  const under = known(below, (key) => ` under ${key}: of the Secret, as data: is base64`);
  return where + under + known(others, (names) => ` (except for: ${list(names)})`);
}
