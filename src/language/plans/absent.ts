import type { AbsentValue, AbsentWhy } from '../../report/absent-value.js';
import { plan } from './plan.js';

/** A value that does not reach its container, by why it does not. */
export type Absence = AbsentValue & { kind: AbsentWhy };

/** The value with its kind as a tag. */
export const absence = (absent: AbsentValue): Absence => ({ ...absent, kind: absent.why });

/** The steps for a value that does not reach its container. */
export function stepsOfAbsent(absent: AbsentValue) {
  const { why, add, heldIn, remove, profile, service } = absent;
  switch (why) {
    case 'dot-env':
    case 'unused-file':
    case 'files-overridden':
      return plan(remove && 'give-back', add && 'add-line', 'up-again');
    case 'taken-away':
      return plan(remove && 'give-back', absent.takenBy === 'container' ? 'apply' : 'up-again');
    case 'other-namespace':
      return plan('same-namespace', 'apply');
    case 'renamed':
      return plan('rename', 'apply');
    case 'shell':
      return plan(STEP_OF_FAULT[shellFault(absent).kind]);
    case 'unmounted':
      return plan(add && 'add-line', 'apply');
    case 'not-given':
      return plan('name-manifest', 'check-in-pod', isPlain(absent) && 'see-key');
    case 'wrong-key':
      return plan(heldIn && 'repair-held');
    case 'inactive':
      return plan(
        profile !== undefined && 'activate',
        service !== '' && 'write-for-service',
        'name-other',
      );
    case 'other-service':
      return plan('give-the-same', 'name-other', 'up-again');
  }
}

/** What helps against each fault of a line for a shell. */
const STEP_OF_FAULT = {
  ends: 'mend-line',
  blank: 'close-up',
  sign: 'quote',
  unknown: 'quote',
} as const;

/** What takes the value away. */
export const takenBy = ({ takenBy }: AbsentValue) => takenBy ?? 'environment';

/** Why a shell does not read a line as an assignment: a sign in it, or another line. */
export function shellFault({ shell }: AbsentValue) {
  const { name = 'bash', sign, hasBlank, endsAt } = shell ?? {};
  if (endsAt !== undefined) return { kind: 'ends', name, line: endsAt } as const;
  if (hasBlank) return { kind: 'blank', name } as const;
  return sign === undefined
    ? ({ kind: 'unknown', name } as const)
    : ({ kind: 'sign', name, sign } as const);
}

/** What removing an entry leaves of the keys above it. */
export const leftAbove = ({ leavesNothing }: { leavesNothing: boolean }) =>
  leavesNothing ? 'nothing' : 'others';

/** A value that does not reach its container, and what helps. */
interface AbsentSteps {
  absent: AbsentValue;
  steps: readonly string[];
}

/**
 * The steps for one value and those for the sender, which is absent as well: each once, and what is done at the end only there.
 * Lines are changed before any is added, so that their numbers hold.
 */
export function stepsTogether(uri: AbsentSteps, sender: AbsentSteps): string[] {
  const isSenderChanged = sender.absent.add?.kind === 'instead';
  const isFirst = isSenderChanged && uri.absent.add?.kind !== 'instead';
  const all = isFirst ? [...sender.steps, ...uri.steps] : [...uri.steps, ...sender.steps];
  return all.filter((step, index) => !all.includes(step, index + 1));
}

/** Below what a line goes: below a service or a container, or below a key of it. */
export function spotOf({ under, container }: { under: string; container?: string | undefined }) {
  const of = container === undefined ? 'service' : 'container';
  return under === '' ? of : (`key-of-${of}` as const);
}

/** How much of a ConfigMap or a Secret the container takes. */
export const shareTaken = ({ source }: AbsentValue) =>
  source?.key === undefined ? 'whole' : 'key';

/** The ConfigMap or Secret that no given file holds. */
export function sourceOf({ source }: AbsentValue) {
  return { kind: source?.kind ?? 'Secret', name: source?.name ?? '' };
}

/** The key that is to be there: the one that is named, or that of the variable. */
export const keyOf = ({ source }: AbsentValue, variable: string) => source?.key ?? variable;

/** Whether all names follow the rules of Kubernetes, so that they are safe in a command. */
function isPlain({ source }: AbsentValue): boolean {
  return [source?.name ?? '', source?.namespace ?? 'x'].every((name) =>
    /^[a-z\d][a-z\d.-]*$/.test(name),
  );
}

/** The command that shows which keys it has, and no value. */
export function commandForKeys(absent: AbsentValue): string {
  const { kind, name } = sourceOf(absent);
  const namespace = absent.source?.namespace;
  const at = namespace === undefined ? '' : ` -n ${namespace}`;
  return kind === 'Secret'
    ? `kubectl describe secret ${name}${at}`
    : `kubectl get configmap ${name}${at} -o go-template='{{range $key, $_ := .data}}{{$key}} {{end}}'`;
}
