import { spotOf } from '../../plans/absent.js';
import { tell } from '../../plans/plan.js';

/** Below what of a service something is to be written: below a key of it, or below the service itself. */
export function belowWhat(spot: { service: string; under: string }): string {
  return tell(spotOf(spot), {
    service: `the service ${spot.service}`,
    key: `${spot.under}: of ${spot.service}`,
  });
}
