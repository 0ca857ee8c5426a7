import { MASK } from './secret.js';

declare const isShown: unique symbol;

/** A host as it may be told. Only the functions that decide it make one, so that no other host gets into a report. */
export type ShownHost = string & { readonly [isShown]: true };

/** A host as it is told: masked where it may be the end of a password with an `@` in it. */
export function maskedHost(host: string, isDoubtful: boolean): ShownHost {
  return (isDoubtful ? MASK : host) as ShownHost;
}
