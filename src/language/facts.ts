import type { Facts } from '../report/facts.js';

/** Whoever only sends for others has no mailboxes, and no switches in them. */
export function hasMailboxes({ provider }: Facts): boolean {
  return provider?.kind !== 'relay' && provider?.kind !== 'software';
}

/** The host is the machine itself. */
export function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.[\d.]+|::1|0\.0\.0\.0)$/i.test(host);
}
