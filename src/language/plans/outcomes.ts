import { plan } from './plan.js';

/** What a passed check has shown of the server. */
export const shown = (isLoggedIn: boolean, isSenderTaken: boolean) =>
  plan('answers', isLoggedIn && 'login', isSenderTaken && 'sender');

/** Whose server it was. */
export const serverOf = (isSandbox: boolean) => (isSandbox ? 'sandbox' : 'own');

export const outcome = (isOk: boolean) => (isOk ? 'passed' : 'failed');

/** A time in the unit that is read best. */
export const duration = (ms: number) =>
  ms < 1000
    ? ({ kind: 'milliseconds', ms } as const)
    : ({ kind: 'seconds', seconds: (ms / 1000).toFixed(1) } as const);
