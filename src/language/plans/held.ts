import type { HeldFault, HeldIn } from '../../report/held-in.js';
import { plan } from './plan.js';

/** Where in a manifest a value is written in clear: in its place, or elsewhere, for `data:` is base64. */
export const placeOfHeld = ({ isEncoded, form }: HeldIn) =>
  isEncoded ? 'string-data' : form ? 'in-entry' : 'in-place';

/** What was done to a value: it may stand in base64 where nothing decodes it, or be encoded more than once. */
export type HeldDeed =
  | Exclude<HeldFault, 'still-base64'>
  | 'encoded-twice'
  | 'in-string-data'
  | 'in-config-map';

export function deedOfHeld({ kind, isEncoded }: HeldIn, fault: HeldFault): HeldDeed {
  if (fault !== 'still-base64') return fault;
  if (kind === 'ConfigMap') return 'in-config-map';
  return isEncoded ? 'encoded-twice' : 'in-string-data';
}

export const stepsOfHeld = ({ fault }: HeldIn) => plan(fault && 'fault', 'write', 'apply');
