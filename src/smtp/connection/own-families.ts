import { networkInterfaces } from 'node:os';

/** The address families of this machine's interfaces, the one that leads to the machine itself left out. */
export function ownFamilies(): ReadonlySet<4 | 6> {
  const outside = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one !== undefined && !one.internal);
  // Node 18.0 to 18.3 gave numbers.
  return new Set(outside.map((one) => (String(one?.family).endsWith('6') ? 6 : 4)));
}
