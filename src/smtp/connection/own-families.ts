import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** The addresses of this machine's interfaces, those that lead to the machine itself left out. */
export function outsideAddresses(): NetworkInterfaceInfo[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal);
}

/** The families of those addresses. */
export function ownFamilies(): ReadonlySet<4 | 6> {
  // Node 18.0 to 18.3 gave numbers.
  return new Set(outsideAddresses().map(({ family }) => (String(family).endsWith('6') ? 6 : 4)));
}
