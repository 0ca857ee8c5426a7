import { spotOf } from '../../plans/absent.js';
import { tell } from '../../plans/plan.js';

/** Below what something is to be written: below a service or a container, or below a key of it. */
export function belowWhat(spot: {
  service: string;
  under: string;
  container?: string | undefined;
}): string {
  return tell(spotOf(spot), {
    service: `服务 ${spot.service} 下面`,
    container: `容器 ${spot.container} 下面`,
    'key-of-service': ` ${spot.service} 的 ${spot.under}: 下面`,
    'key-of-container': `容器 ${spot.container} 的 ${spot.under}: 下面`,
  });
}
