import { spotOf } from '../../plans/absent.js';
import { tell } from '../../plans/plan.js';

/** Below what of a service something is to be written: below a key of it, or below the service itself. */
export function belowWhat(spot: { service: string; under: string }): string {
  return tell(spotOf(spot), {
    service: `服务 ${spot.service} 下面`,
    key: `${spot.service} 的 ${spot.under}: 下面`,
  });
}
