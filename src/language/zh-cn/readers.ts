import type { ReaderName } from '../../report/env-readers.js';
import type { LinePlace } from '../../report/line-place.js';
import type { Placed } from '../../report/warnings.js';
import { known, tell } from '../plans/plan.js';
import { othersThan } from '../plans/readers.js';
import type { RoomyLine } from '../plans/setting-line.js';
import { list } from './grammar.js';
import { place } from './phrases.js';

/** Who reads an env file, in Chinese. */
export const READERS: Record<ReaderName, string> = {
  dotenv: '从源码启动的 Tailchat（dotenv）',
  compose: 'Docker Compose',
  docker: 'docker run --env-file',
  compose1: 'docker-compose 1.29',
  podman: 'podman run --env-file',
  kubectl: 'kubectl --from-env-file',
  systemd: 'systemd 的 EnvironmentFile=',
  node: 'node --env-file',
  node20: 'node --env-file（Node 20）',
  dotenv16: 'dotenv 15 及更高版本',
  'python-dotenv': 'python-dotenv',
  bash: 'bash（source）',
  dash: 'sh（dash，source）',
  zsh: 'zsh（source）',
};

/** Behind a line that takes the place of more or less than a line. */
export const IN_ENTRY = '（替换那里的整个条目）';

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
  const where = known(envPlace, (spot) => `（写在 ${place(spot)}）`);
  const others = othersThan(holders).map((name) => READERS[name]);
  const under = tell(below ?? 'nothing', {
    stringData: '（放在 Secret 的 stringData: 下面，data: 下面是 base64）',
    entry: IN_ENTRY,
    nothing: '',
  });
  return where + under + known(others, (names) => `（例外：${list(names)}）`);
}

/** A line in the form of its place. */
export const inForm = ({ line, below }: RoomyLine) => line + heldBy({ below });
