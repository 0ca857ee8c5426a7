import type { ReaderName } from '../../report/env-readers.js';
import type { LinePlace } from '../../report/line-place.js';
import type { Placed } from '../../report/warnings.js';
import { known, tell } from '../plans/plan.js';
import { othersThan } from '../plans/readers.js';
import type { RoomyLine } from '../plans/setting-line.js';
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

/** Behind a line that takes the place of more or less than a line. */
export const IN_ENTRY = ', in place of the whole entry there';

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
  const under = tell(below ?? 'nothing', {
    stringData: ' under stringData: of the Secret, as data: is base64',
    entry: IN_ENTRY,
    nothing: '',
  });
  return where + under + known(others, (names) => ` (except for: ${list(names)})`);
}

/** A line in the form of its place. */
export const inForm = ({ line, below }: RoomyLine) => line + heldBy({ below });
