import type { HeldFault, HeldIn } from '../../../report/held-in.js';

const FAULTS: Record<HeldFault, string> = {
  'still-base64': 'is still in base64: it was encoded twice, or stands below stringData in base64',
  'line-end': 'ends in a line break, as echo without -n puts it there',
  quotes: 'has quotation marks in it: Kubernetes keeps them',
};

/** How to repair a value that a ConfigMap or a Secret holds. */
export function repairHeld(held: HeldIn): string[] {
  const what = held.fault
    ? [`The ${held.key} of the ${held.kind} ${held.name} ${FAULTS[held.fault]}`]
    : [];
  return [...what, `Put it in anew, and apply it: ${patchCommand(held)}`];
}

/** The command that sets one key, with a place for the value. */
export function patchCommand({ variable, kind, name, namespace, key }: HeldIn): string {
  const field = kind === 'Secret' ? 'stringData' : 'data';
  const where = namespace === undefined ? '' : ` -n ${namespace}`;
  const patch = JSON.stringify({ [field]: { [key]: `<${variable}>` } });
  return `kubectl patch ${kind.toLowerCase()} ${name}${where} --type merge -p '${patch}'`;
}
