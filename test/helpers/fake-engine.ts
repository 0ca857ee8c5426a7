import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A container as the stand-in for an engine lists it. */
export interface FakeContainer {
  id: string;
  name: string;
  state?: string;
  labels?: Record<string, string>;
  /** The network that docker lists. */
  network?: string;
  /** What stands in its environment. */
  env?: Record<string, string>;
}

/** How the stand-in behaves. */
export interface FakeEngine {
  /** The client's name. */
  client?: 'docker' | 'podman' | 'kubectl';
  containers?: FakeContainer[];
  /** A script in place of the listing. */
  list?: string;
  /** A script in place of running the program. */
  exec?: string;
}

/**
 * A folder with a stand-in for an engine's client: a shell script that lists containers and runs the words
 * of `exec` on this machine, in an environment of the container's own.
 */
export async function fakeEngine({
  client = 'docker',
  containers = [],
  list,
  exec,
}: FakeEngine): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tailchat-smtp-engine-'));
  const lines = containers.map(
    ({ id, name, state = 'running', labels = {}, network = 'bridge' }) =>
      client === 'podman'
        ? { Id: id, Names: [name], State: state, Labels: labels }
        : {
            ...{ ID: id, Names: name, State: state, Networks: network },
            Labels: Object.entries(labels)
              .map(([key, value]) => `${key}=${value}`)
              .join(','),
          },
  );
  const texts =
    client === 'podman'
      ? [JSON.stringify(lines, null, 2)]
      : lines.map((line) => JSON.stringify(line));
  const listing = texts.map((text) => `cat <<'LINE'\n${text}\nLINE\n`).join('');
  const running = containers.map(
    ({ id, env = {} }) =>
      `${id}) exec env -i PATH="$INNER_PATH" ${Object.entries(env)
        .map(([key, value]) => `'${key}=${value}'`)
        .join(' ')} "$@" ;;\n`,
  );
  const script = `#!/bin/sh
INNER_PATH='${join(process.execPath, '..')}'
case $1 in
  ps) ${list ?? `:\n${listing}`} ;;
  exec)
    shift 2; id=$1; shift; case $1 in --pod-running-timeout=*) shift ;; esac; [ "$1" = -- ] && shift
    ${exec ?? `case $id in\n${running.join('')}*) echo "Error: No such container: $id" >&2; exit 1 ;;\nesac`}
    ;;
  *) echo "${client}: $*?" >&2; exit 125 ;;
esac
`;
  await writeFile(join(folder, client), script);
  await chmod(join(folder, client), 0o755);
  return folder;
}
