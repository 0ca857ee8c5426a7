import type { ContainerProblem } from '../report/container.js';

/** The problem that a client's words mean when it could list no containers. */
export function whyNoList(stderr: string): ContainerProblem {
  return /permission denied|operation not permitted/i.test(stderr)
    ? 'no-permission'
    : 'engine-down';
}

/** The words of docker, podman (runc, crun) and kubectl about a program that could not be run. */
const RULES: readonly (readonly [RegExp, ContainerProblem])[] = [
  [
    /executable file .*not found|"?node"?: (?:no such file|not found)|stat .*node: no such file/i,
    'no-node',
  ],
  [
    /is not running|is paused|is restarting|can only create exec sessions on running|container state improper/i,
    'not-running',
  ],
  [/permission denied|forbidden|unauthorized|operation not permitted/i, 'no-permission'],
  [/no such container|no container with name|NotFound|not found/i, 'unknown'],
  [
    /cannot connect|unable to connect|was refused|connection refused|no such host|i\/o timeout/i,
    'engine-down',
  ],
];

/** What is said of pods alone. */
const OF_KUBECTL: readonly (readonly [RegExp, ContainerProblem])[] = [
  [
    /container not found|does not have a host assigned|completed pod|timed out waiting for the condition/i,
    'not-running',
  ],
  [/doesn't have a resource type|is not valid for pod/i, 'unknown'],
  [/incomplete configuration/i, 'engine-down'],
];

/** The problem that a client's words mean when it did not run our program. */
export function whyNotRun(stderr: string, engine: string): ContainerProblem {
  if (stderr.trim() === '') return 'lost';
  // Node's last words where it gives up.
  if (/^Node\.js v\d/m.test(stderr)) return 'no-start';
  const rules = engine === 'kubectl' ? [...OF_KUBECTL, ...RULES] : RULES;
  return rules.find(([words]) => words.test(stderr))?.[1] ?? 'failed';
}
