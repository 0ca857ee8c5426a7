import { isSameSender } from '../report/is-same-sender.js';
import { stripToLine } from '../safety/control-characters.js';
import { createRedactor } from '../safety/redactor.js';
import { MASK, Secret } from '../safety/secret.js';
import type { Settings } from '../settings/settings.js';
import { shownUser } from '../settings/uri/mask-uri.js';
import type { Cure } from '../smtp/cure.js';
import type { Trial } from './try-server.js';

/**
 * A cure with the result of its trial. It is proved where every step of `verify` passed. A refused sender is replaced by the
 * login's address, where the server takes that.
 *
 * @param untried what was tried, with the proof that it had before
 * @param settings what the trial was made with
 */
export function withProof(untried: Cure, trial: Trial, settings: Settings): Cure {
  const { isOk, outcome, warnings } = trial;
  const cure = { ...untried, warnings };
  // A server that offered no login in the end has proved none, where there is one.
  const isWhole = settings.uri.user === undefined || outcome.situation.isAuthenticated;
  if (isOk) return isWhole ? { ...cure, proof: 'auth' } : cure;
  const change = outcome.takesLoginAsSender ? loginAsSender(settings) : undefined;
  if (change) {
    return { ...cure, ...change, changes: [...cure.changes, ...change.changes], proof: 'auth' };
  }
  const { evidence } = outcome;
  if (!evidence) return cure;
  const reply = evidence.reply ? stripToLine(evidence.reply.text) : null;
  return { ...cure, refused: { step: evidence.step, reply } };
}

/** The sender with the address of the login in place of its own. Nothing where they are the same. */
export function loginAsSender({
  uri: { user, password },
  sender,
  isSenderSecret,
}: Settings): Required<Pick<Cure, 'sender' | 'changes'>> | undefined {
  const isAddress = user !== undefined && /^[^@\s]+@[^@\s]+$/.test(user);
  const isOther = !isSameSender(sender?.address, user);
  if (!sender || !isAddress || !isOther) return undefined;
  const redact = createRedactor({ ...(password ? { password } : {}) });
  const before = isSenderSecret ? MASK : redact(sender.address);
  const name = sender.name.replace(/["\\]/g, '').trim();
  return {
    sender: new Secret(name === '' ? user : `"${name}" <${user}>`, password),
    changes: [`sender ${before} -> ${shownUser(user, password ?? '')}`],
  };
}
