import type { Facts } from '../../../report/facts.js';
import type { HeldFault, HeldIn } from '../../../report/held-in.js';
import { place } from '../phrases.js';

const FAULTS: Record<HeldFault, string> = {
  'still-base64': 'is still in base64: it was encoded twice, or stands below stringData in base64',
  'line-end': 'ends in a line break, as echo without -n puts it there',
  quotes: 'has quotation marks in it: Kubernetes keeps them',
};

/** How to repair a value that a manifest gives in a ConfigMap or a Secret: in that file, which is applied again. */
export function repairHeld(
  held: HeldIn,
  { envLine, isMasked }: Pick<Facts, 'envLine' | 'isMasked'> = {},
): string[] {
  const what = held.fault
    ? [`The ${held.key} of the ${held.kind} ${held.name} ${FAULTS[held.fault]}`]
    : [];
  return [
    ...what,
    writeHeld(held, envLine) +
      (isMasked && envLine?.includes('***')
        ? ', with your percent-encoded password for *** (--show-secrets prints it)'
        : ''),
    `Then apply it: kubectl apply -f ${held.file}`,
  ];
}

/** Where the value belongs, and the line to write there. */
export function writeHeld(held: HeldIn, line = `${held.key}: '<${held.variable}>'`): string {
  return held.isEncoded
    ? `In ${held.file}, remove ${place(held)} below data:, and write this below stringData: of the Secret ${held.name}: ${line}`
    : `Write in ${place(held)}: ${line}`;
}
