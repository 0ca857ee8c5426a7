import { domainOf } from '../domain-of.js';
import { createMasking, createRedactor, type Redact } from '../safety/redactor.js';
import type { Settings } from './settings.js';

/**
 * Makes the function that every text from outside passes before it is told: without the password of the settings, and without the
 * host and the sender where they may be one.
 */
export function redactFor({ uri, sender, isSenderSecret }: Settings): Redact {
  const redact = createRedactor(uri, sender?.address);
  const hidden = [
    ...(uri.isHostDoubtful ? [uri.host] : []),
    ...(sender && isSenderSecret ? [sender.address, domainOf(sender.address), sender.name] : []),
  ].filter((text) => text.length >= SHORTEST);
  if (hidden.length === 0) return redact;
  const mask = createMasking(hidden);
  return (text) => redact(mask(text));
}

/** A shorter one is a part of usual words. */
const SHORTEST = 4;
