import { spotOf } from '../../plans/absent.js';
import { tell } from '../../plans/plan.js';

/** Below what something is to be written: below a service or a container, or below a key of it. */
export function belowWhat(spot: {
  service: string;
  under: string;
  container?: string | undefined;
}): string {
  return tell(spotOf(spot), {
    service: `the service ${spot.service}`,
    container: `the container ${spot.container}`,
    'key-of-service': `${spot.under}: of ${spot.service}`,
    'key-of-container': `${spot.under}: of the container ${spot.container}`,
  });
}
