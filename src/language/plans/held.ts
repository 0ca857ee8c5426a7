import type { HeldIn } from '../../report/held-in.js';
import { plan } from './plan.js';

/** Where in a manifest a value is written in clear: in its place, or elsewhere, for `data:` is base64. */
export const placeOfHeld = ({ isEncoded }: HeldIn) => (isEncoded ? 'string-data' : 'in-place');

export const stepsOfHeld = ({ fault }: HeldIn) => plan(fault && 'fault', 'write', 'apply');
