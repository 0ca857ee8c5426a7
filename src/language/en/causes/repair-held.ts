import type { HeldIn } from '../../../report/held-in.js';
import { deedOfHeld, type HeldDeed, placeOfHeld, stepsOfHeld } from '../../plans/held.js';
import { known, say, tell } from '../../plans/plan.js';
import { type MaskedLine, maskedIn } from '../../plans/settings.js';
import { place } from '../phrases.js';
import { IN_ENTRY } from '../readers.js';

const FAULTS: Record<HeldDeed, string> = {
  'encoded-twice': 'is still base64 after decoding: it was encoded twice',
  'in-string-data': 'is base64, but stringData is not decoded',
  'in-config-map': 'is base64, but a ConfigMap is not decoded: only data: of a Secret is',
  'line-end': 'ends with a line break, such as echo adds without -n',
  quotes: 'contains quotation marks, which Kubernetes keeps',
};

/** How to repair a value that a manifest gives in a ConfigMap or a Secret: in that file, which is applied again. */
export function repairHeld(held: HeldIn, facts: MaskedLine): string[] {
  return say(stepsOfHeld(held), held, {
    fault: ({ key, kind, name }) =>
      known(
        held.fault,
        (fault) => `The ${key} of the ${kind} ${name} ${FAULTS[deedOfHeld(held, fault)]}`,
      ),
    write: `${writeHeld(held, facts.envLine)}${unmask(facts)}`,
    apply: `Then apply it: kubectl apply -f ${held.file}`,
  });
}

/** What to put in for what is masked in a line, behind the line. */
export function unmask(facts: MaskedLine): string {
  return tell(maskedIn(facts), {
    nothing: '',
    password:
      ', with your percent-encoded password instead of *** (--show-secrets prints the whole line)',
    sender: ', with what you have there instead of *** (--show-secrets prints the whole line)',
    login:
      ', with your percent-encoded user and password instead of *** (--show-secrets prints the whole line)',
  });
}

/** Where the value belongs, and the line to write there. */
export function writeHeld(
  held: HeldIn,
  line = `${held.key}: '<${held.variable}>', with the value itself instead of <${held.variable}>`,
): string {
  return tell(placeOfHeld(held), {
    'string-data': `In ${held.file}, remove ${held.key} (${place(held)}) under data:, and add this under stringData: of the Secret ${held.name}: ${line}`,
    'in-place': `Write in ${place(held)}: ${line}`,
    'in-entry': `Write in ${place(held)}${IN_ENTRY}: ${line}`,
  });
}
