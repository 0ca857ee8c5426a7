import type { Facts } from '../report/facts.js';

/** Whoever only sends for others has no mailboxes, and no switches in them. */
export function hasMailboxes({ provider }: Facts): boolean {
  return provider?.kind !== 'relay' && provider?.kind !== 'software';
}

/** The sender is the address of the login already. */
export function isSenderLogin({ user, senderAddress }: Facts): boolean {
  return user !== undefined && user.toLowerCase() === senderAddress?.toLowerCase();
}

/** The address of the login, where it can be advised as the sender: not where it stands, or was refused. */
export function loginToAdvise(facts: Facts): string | undefined {
  const { user, isLoginRefusedAsSender } = facts;
  const isOpen = !isSenderLogin(facts) && !isLoginRefusedAsSender;
  return user?.includes('@') && isOpen ? user : undefined;
}
