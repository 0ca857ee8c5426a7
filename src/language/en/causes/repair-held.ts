import type { HeldFault, HeldIn } from '../../../report/held-in.js';
import { placeOfHeld, stepsOfHeld } from '../../plans/held.js';
import { known, say, tell } from '../../plans/plan.js';
import { type MaskedLine, maskedIn } from '../../plans/settings.js';
import { place } from '../phrases.js';

const FAULTS: Record<HeldFault, string> = {
  'still-base64': 'is still base64: it was encoded twice, or is base64 under stringData',
  'line-end': 'ends with a line break, such as echo adds without -n',
  quotes: 'contains quotation marks, which Kubernetes keeps',
};

/** How to repair a value that a manifest gives in a ConfigMap or a Secret: in that file, which is applied again. */
export function repairHeld(held: HeldIn, facts: MaskedLine): string[] {
  return say(stepsOfHeld(held), held, {
    fault: ({ key, kind, name }) =>
      known(held.fault, (fault) => `The ${key} of the ${kind} ${name} ${FAULTS[fault]}`),
    write: `${writeHeld(held, facts.envLine)}${unmask(facts)}`,
    apply: `Then apply it: kubectl apply -f ${held.file}`,
  });
}

/** What to put in for what is masked in a line, behind the line. */
export function unmask(facts: MaskedLine): string {
  return tell(maskedIn(facts), {
    nothing: '',
    password: ', with your percent-encoded password instead of *** (--show-secrets prints it)',
    login:
      ', with your percent-encoded user and password instead of *** (--show-secrets prints it)',
  });
}

/** Where the value belongs, and the line to write there. */
export function writeHeld(held: HeldIn, line = `${held.key}: '<${held.variable}>'`): string {
  return tell(placeOfHeld(held), {
    'string-data': `In ${held.file}, remove ${place(held)} under data:, and add this under stringData: of the Secret ${held.name}: ${line}`,
    'in-place': `Write in ${place(held)}: ${line}`,
  });
}
