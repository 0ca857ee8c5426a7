import type { ShownHost } from '../safety/shown-host.js';
import type { Cause } from './causes.js';
import type { Facts } from './facts.js';

/** A failure that was named, before it is put into words. */
export interface Failing {
  cause: Cause;
  facts: Facts<never, never> & { host?: ShownHost | undefined };
}
