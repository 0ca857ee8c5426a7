import type { AbsentValue, AbsentWhy } from '../../report/absent-value.js';
import { plan } from './plan.js';

/** A value that does not reach its container, by why it does not. */
export type Absence = AbsentValue & { kind: AbsentWhy };

/** The value with its kind as a tag. */
export const absence = (absent: AbsentValue): Absence => ({ ...absent, kind: absent.why });

/** The steps for a value that does not reach its container. */
export function stepsOfAbsent(absent: AbsentValue) {
  const { why, add, heldIn } = absent;
  switch (why) {
    case 'dot-env':
    case 'unused-file':
      return plan(add && 'add-line', 'up-again');
    case 'taken-away':
      return plan('give-back', 'up-again');
    case 'unmounted':
      return plan(add && 'add-line', 'apply');
    case 'not-given':
      return plan('name-manifest', 'check-in-pod', isPlain(absent) && 'see-key');
    case 'wrong-key':
      return plan(heldIn && 'repair-held');
    case 'inactive':
      return plan('write-for-service', 'name-other');
    case 'other-service':
      return plan('give-the-same', 'name-other', 'up-again');
  }
}

/** Below what of a service a line goes: below a key of it, or below itself. */
export const spotOf = ({ under }: { under: string }) => (under === '' ? 'service' : 'key');

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
