import type { ContainerProblem } from '../report/container.js';

/** The problem that a client's words mean when it could list no containers. */
export function whyNoList(stderr: string): ContainerProblem {
  return /permission denied|operation not permitted/i.test(stderr)
    ? 'no-permission'
    : 'engine-down';
}

type Rules = readonly (readonly [RegExp, ContainerProblem])[];

const NO_NODE: Rules = [
  [
    /\bnode\\?["'`]?: (?:executable file )?(?:not found|no such file)|executable file ["'`]?node\b|stat .*node: no such file/i,
    'no-node',
  ],
];

/** The words of docker and podman (runc, crun) about a program that could not be run, after they listed the container. */
const OF_ENGINES: Rules = [
  ...NO_NODE,
  [
    /is not running|is paused|is restarting|can only create exec sessions on running|container state improper/i,
    'not-running',
  ],
  [/no such container|no container with name/i, 'gone'],
  [/cannot connect to|unable to connect to|error during connect/i, 'engine-down'],
];

/**
 * The words of kubectl, in the order of its work: its own configuration, the way to the cluster, the login, the right, the object,
 * the pod. What a cluster says of its own parts, such as a node that it does not reach, is in none of them.
 */
const OF_KUBECTL: Rules = [
  ...NO_NODE,
  [/loading config file .{0,400}permission denied/i, 'no-config'],
  [
    /^unable to connect to the server|connection to the server \S+ was refused|^error in configuration|loading config file|context .{0,200} does not exist|(?:no|incomplete) configuration|getting credentials/i,
    'engine-down',
  ],
  [/must be logged in to the server|^Error from server \(Unauthorized\)/i, 'no-login'],
  [/^Error from server \(Forbidden\)/i, 'no-permission'],
  [
    /^Error from server \(NotFound\): (?!namespaces )|doesn't have a resource type|is not valid for pod/i,
    'unknown',
  ],
  [
    /container not found|does not have a host assigned|completed pod|timed out waiting for the condition/i,
    'not-running',
  ],
];

/** The problem that a client's words mean when it did not run our program. */
export function whyNotRun(said: string, engine: string): ContainerProblem {
  // Node's last words where it gives up.
  if (/^Node\.js v\d/m.test(said)) return 'no-start';
  const [rules, words] = engine === 'kubectl' ? [OF_KUBECTL, reasonIn(said)] : [OF_ENGINES, said];
  return rules.find(([meant]) => meant.test(words))?.[1] ?? 'failed';
}

/** The reason in the words of a client or of Node: the error, or the last thing that was said. */
export function reasonIn(said: string): string {
  const lines = said.trim().split('\n');
  const isReason = /^(?:\w*error\b|unable to connect|the connection to)/i;
  return lines.find((line) => isReason.test(line)) ?? lines.at(-1) ?? '';
}
