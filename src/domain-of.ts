/** The domain of a mail address: what stands behind its last `@`, as it is written. A text without one is itself a domain. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
