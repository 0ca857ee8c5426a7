/** The domain of a mail address: the part behind its last `@`, as it is written. A text without `@` is itself a domain. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
